// One error of a validator as a diagnostic: which property, what it accepts, which name was meant.
// Never prints ajv's own text, nor a value that may be a credential.
import type { ErrorObject } from "ajv";
import type { Diagnostic, RelatedPlace } from "../diagnostics/diagnostic.js";
import { diagnose } from "../diagnostics/catalogue/index.js";
import { printable } from "../diagnostics/printable.js";
import { keySpan, nodeSpan, type Entry, type InfraNode } from "../document/node.js";
import { nearestName } from "../language/nearest-name.js";
import { ownEntry } from "../language/own-entry.js";
import type { Properties, Property, PropertyType } from "../language/property.js";
import { sections as sectionTable } from "../language/table.js";
import { acceptedForm } from "../language/value-forms.js";
import { pathOfKeys, type BlockInstance } from "../resolve/blocks.js";
import { formOf } from "../resolve/walk-scalars.js";
import { closestChoice } from "./closest-choice.js";

interface Found {
  readonly node: InfraNode;
  /** The innermost entry on the way. */
  readonly entry: Entry;
  readonly type: PropertyType | null;
  readonly property: Property | null;
  readonly path: readonly string[];
}

/** The diagnostic of `error`; null when it only follows from an error reported before. */
export function explainError(instance: BlockInstance, error: ErrorObject): Diagnostic | null {
  const found = locate(instance, pathOf(error.instancePath));
  if (found === null || found.node.kind === "poisoned") return null;
  // A map in the place of text: that it lacks a member is not the point.
  if (!takesMap(found.type)) return invalid(instance, found);
  switch (error.keyword) {
    case "required":
      return missing(instance, found, String(error.params["missingProperty"]));
    case "additionalProperties":
      return unknown(instance, found, String(error.params["additionalProperty"]));
    case "propertyNames":
      return badName(instance, found, String(error.params["propertyName"]));
    default:
      return invalid(instance, found);
  }
}

function takesMap(type: PropertyType | null): boolean {
  const form = formOf(type, "map");
  return form === null || form.kind === "map" || form.kind === "free";
}

/** JSON Pointer to keys. */
function pathOf(pointer: string): readonly string[] {
  if (pointer === "") return [];
  return pointer
    .slice(1)
    .split("/")
    .map((part) => part.replace(/~1/gu, "/").replace(/~0/gu, "~"));
}

function locate(instance: BlockInstance, keys: readonly string[]): Found | null {
  let node: InfraNode = instance.node;
  let entry = instance.entry;
  let type: PropertyType | null = { kind: "map", properties: instance.properties };
  let property: Property | null = null;
  for (const key of keys) {
    if (node.kind === "map") {
      const next = node.entries.get(key);
      if (next === undefined) return null;
      const form: PropertyType | null = formOf(type, "map");
      if (form?.kind === "map") {
        const known: Property | undefined = ownEntry(form.properties, key);
        property = known ?? null;
        type = known?.type ?? form.others?.values ?? null;
      } else type = form?.kind === "free" ? form.values : null;
      entry = next;
      node = next.value;
    } else if (node.kind === "list") {
      const item: InfraNode | undefined = node.items[Number(key)];
      if (item === undefined) return null;
      const form: PropertyType | null = formOf(type, "list");
      type = form?.kind === "list" ? form.items : null;
      node = item;
    } else return null;
  }
  return { node, entry, type, property, path: keys };
}

function missing(instance: BlockInstance, found: Found, key: string): Diagnostic | null {
  // The key may be there with a value that an earlier stage refused.
  if (found.node.kind === "map" && found.node.entries.has(key)) return null;
  const property = [...found.path, key].join(".");
  const form = formOf(found.type, "map");
  const known = form?.kind === "map" ? ownEntry(form.properties, key) : undefined;
  const span = found.path.length === 0 ? keySpan(instance.entry) : spanOfOwner(found);
  return diagnose(
    "E702",
    span,
    { noun: instance.noun, name: instance.name, property },
    {
      help:
        known === undefined
          ? `Add "${key}".`
          : `Add "${key}: …" (${known.summary.replace(/\.$/u, "")}).`,
    },
  );
}

function spanOfOwner({ node, entry }: Found) {
  // A list item has no key of its own: point at the item.
  return node.kind === "map" && entry.value !== node
    ? { ...nodeSpan(node), end: node.start }
    : keySpan(entry);
}

function unknown(instance: BlockInstance, found: Found, key: string): Diagnostic | null {
  const entry = found.node.kind === "map" ? found.node.entries.get(key) : undefined;
  if (entry === undefined) return null;
  if (found.path.length === 0 && isOverlay(instance, entry))
    return undeclaredOverlay(instance, entry);
  const form = formOf(found.type, "map");
  const properties: Properties = form?.kind === "map" ? form.properties : {};
  const spellings = found.path.length === 0 ? spellingsOf(instance) : [];
  const known = [...new Set([...Object.keys(properties), ...spellings])];
  const near = nearestName(key, known) ?? nestedName(key, properties);
  const where =
    found.path.length === 0
      ? `the ${instance.noun} "${printable(instance.name)}"`
      : `"${found.path.join(".")}" of the ${instance.noun} "${printable(instance.name)}"`;
  return diagnose(
    "E704",
    keySpan(entry),
    { key: printable(key), where },
    {
      help: near === null ? `Known here: ${shortList(known)}.` : `Did you mean "${near}"?`,
    },
  );
}

/** The first keys of the synonyms that the instance's type takes. */
function spellingsOf({ block, variant }: BlockInstance): readonly string[] {
  return (block?.synonyms ?? [])
    .filter(({ types }) => types === undefined || (variant !== null && types.includes(variant)))
    .map(({ spelled }) => spelled.split(".")[0] ?? "");
}

/** The path of the one property of that name a level below, such as `auth.username`. */
function nestedName(key: string, properties: Properties): string | null {
  const paths = Object.entries(properties).flatMap(([outer, { type }]) => {
    const form = formOf(type, "map");
    return form?.kind === "map" && ownEntry(form.properties, key) !== undefined
      ? [`${outer}.${key}`]
      : [];
  });
  return paths.length === 1 ? (paths[0] ?? null) : null;
}

const cloudRegion = /^[a-z]+(-[a-z]+)+-?[0-9]+$/u;

/** A map under what looks like a region's name, where overlays may stand. */
function isOverlay({ block }: BlockInstance, { key, value }: Entry): boolean {
  const isRegional = block !== null && block.regionalSwitch !== null;
  return isRegional && value.kind === "map" && cloudRegion.test(key);
}

function undeclaredOverlay({ block, path }: BlockInstance, entry: Entry): Diagnostic {
  return diagnose(
    "E718",
    keySpan(entry),
    {
      key: entry.key,
      where: path.join("."),
      problem: "no region of that name is declared",
    },
    {
      help: `Declare it below "regions", and set "${block?.regionalSwitch ?? ""}: true" beside the overlay.`,
    },
  );
}

function shortList(names: readonly string[]): string {
  const shown = names.toSorted().slice(0, 12).join(", ");
  return names.length > 12 ? `${shown}, …` : shown;
}

/**
 * From the top of the file, as other findings name a property; within a block that people named, from
 * the block: groups and defaults give one value to several, and it is one error.
 */
function fullPath(instance: BlockInstance, written: string): string {
  if (ownEntry(sectionTable, instance.section)?.kind.startsWith("named") === true) return written;
  return [...pathOfKeys(instance), written].filter((part) => part !== "").join(".");
}

function badName(instance: BlockInstance, found: Found, name: string): Diagnostic | null {
  const entry = found.node.kind === "map" ? found.node.entries.get(name) : undefined;
  if (entry === undefined) return null;
  const keys = found.type?.kind === "free" ? found.type.keys : "name";
  return diagnose("E703", keySpan(entry), {
    property: fullPath(instance, found.path.join(".")),
    problem: `"${printable(name)}" is not a valid ${keys}`,
  });
}

function invalid(instance: BlockInstance, found: Found): Diagnostic {
  const { node, entry, type, property, path } = found;
  const span = node.start === node.end ? keySpan(entry) : nodeSpan(node);
  const form = type === null ? "another value" : acceptedForm(type);
  const problem = `${describe(node, property)}it must be ${form}`;
  const written = fullPath(instance, entry.writtenAs ?? path.join("."));
  return diagnose(
    "E703",
    span,
    { property: written, problem },
    {
      related: originOf(node),
      ...helpFor(node, type),
    },
  );
}

function describe(node: InfraNode, property: Property | null): string {
  if (node.kind === "reference") return "a run-time reference cannot stand here; ";
  if (node.kind !== "scalar") return "";
  if (node.value === null) return "it has no value; ";
  if (property?.sensitive !== undefined) return "";
  const variables = node.substituted?.variables.map(({ name }) => `\${${name}}`).join(", ");
  const origin = variables === undefined ? "" : ` (from ${variables})`;
  return `"${printable(String(node.value)).slice(0, 80)}"${origin} is not accepted; `;
}

function originOf(node: InfraNode): readonly RelatedPlace[] {
  if (node.kind !== "scalar") return [];
  return (node.substituted?.variables ?? []).flatMap(({ name, span }) =>
    span === null ? [] : [{ span, message: `${name} is set here` }],
  );
}

function helpFor(node: InfraNode, type: PropertyType | null): { help?: string } {
  if (node.kind !== "scalar") return {};
  if (type?.kind === "choice") {
    const near = closestChoice(String(node.value), type.values);
    return near === null ? {} : { help: `Did you mean "${near}"?` };
  }
  if (
    type?.kind === "text" &&
    (typeof node.value === "number" || typeof node.value === "boolean")
  ) {
    const written = node.file.text.slice(node.start, node.end);
    return { help: `YAML reads it as a ${typeof node.value}: quote it, "${written}".` };
  }
  return {};
}
