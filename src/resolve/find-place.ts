// Finds the value at a dotted path of a resolved tree. Keys may hold dots (client properties), and a
// path may use a second spelling; both are tried before giving up.
import type { Entry, InfraNode } from "../document/node.js";
import { ownEntry } from "../language/own-entry.js";
import type { Property, PropertyType } from "../language/property.js";
import { isSensitiveKey } from "../language/sensitive-keys.js";
import type { BlockInstance } from "./blocks.js";
import type { ResolvedTree } from "./resolve.js";
import { formOf } from "./walk-scalars.js";

/** A place in the tree. `entry` is null where only the property's default applies. */
export interface PlaceInTree {
  readonly path: readonly string[];
  readonly entry: Entry | null;
  readonly property: Property | null;
  /** The value is, or may hold, a credential: it is never shown. */
  readonly sensitive: boolean;
  /** Names of all regions, for telling an overlay. */
  readonly regions: readonly string[];
}

export type FoundPlace =
  | { readonly kind: "found"; readonly place: PlaceInTree }
  /** The path ends at a section: no value, since files add to it. `names` stand in it. */
  | { readonly kind: "section"; readonly names: readonly string[] }
  /** `key` is what could not be followed; `known` the names that stood there. */
  | { readonly kind: "missing"; readonly key: string; readonly known: readonly string[] };

/** Finds `path` (`resources.enrichment.task_memory`). */
export function findPlace(tree: ResolvedTree, path: string): FoundPlace {
  const direct = follow(tree, path);
  if (direct.kind !== "missing") return direct;
  const canonical = canonicalPath(tree, path);
  return canonical === null ? direct : follow(tree, canonical);
}

/** `path` with a second spelling replaced, or null when it has none. */
function canonicalPath(tree: ResolvedTree, path: string): string | null {
  const instance = tree.instances.find((candidate) =>
    path.startsWith(`${candidate.path.join(".")}.`),
  );
  if (instance === undefined || instance.block === null) return null;
  const prefix = `${instance.path.join(".")}.`;
  const rest = path.slice(prefix.length);
  const synonym = instance.block.synonyms.find(
    ({ spelled, types }) =>
      spelled === rest && (types === undefined || types.includes(instance.variant ?? "")),
  );
  return synonym === undefined ? null : prefix + synonym.canonical;
}

function follow(tree: ResolvedTree, path: string): FoundPlace {
  const [section = ""] = path.split(".");
  const node = tree.sections.get(section);
  const head = tree.head.entries.get(path);
  const regions = tree.region === null ? [] : [tree.region.name];
  if (head !== undefined) {
    return {
      kind: "found",
      place: { path: [path], entry: head, property: null, sensitive: false, regions },
    };
  }
  if (node === undefined) {
    return {
      kind: "missing",
      key: section,
      known: [...tree.sections.keys(), ...tree.head.entries.keys()],
    };
  }
  const instance = instanceAt(tree, path);
  const start: Cursor = {
    node,
    path: [section],
    entry: null,
    property: null,
    type: instance?.path.length === 1 ? blockType(instance) : null,
    sensitive: false,
  };
  return walk(start, path.slice(section.length + 1), instance, regions);
}

/** The block that `path` leads into: the longest one, since `_groups.x` lies below `_groups`. */
function instanceAt(tree: ResolvedTree, path: string): BlockInstance | null {
  let best: BlockInstance | null = null;
  for (const instance of tree.instances) {
    const own = instance.path.join(".");
    if (path !== own && !path.startsWith(`${own}.`)) continue;
    if (best === null || instance.path.length > best.path.length) best = instance;
  }
  return best;
}

function blockType(instance: BlockInstance): PropertyType {
  return { kind: "map", properties: instance.properties };
}

interface Cursor {
  readonly node: InfraNode;
  readonly path: readonly string[];
  readonly entry: Entry | null;
  readonly property: Property | null;
  readonly type: PropertyType | null;
  readonly sensitive: boolean;
}

function walk(
  start: Cursor,
  rest: string,
  instance: BlockInstance | null,
  regions: readonly string[],
): FoundPlace {
  let cursor = start;
  let remaining = rest;
  while (remaining !== "") {
    const { node } = cursor;
    const key = keyIn(node, remaining);
    if (key === null) return defaultAt(cursor, remaining, regions);
    cursor = step(cursor, key, instance);
    remaining = remaining.slice(key.length + 1);
  }
  const { path, entry, property, sensitive } = cursor;
  if (entry === null) {
    const { node } = cursor;
    return { kind: "section", names: node.kind === "map" ? [...node.entries.keys()] : [] };
  }
  return { kind: "found", place: { path, entry, property, sensitive, regions } };
}

/** The longest key of `node` that `remaining` starts with. */
function keyIn(node: InfraNode, remaining: string): string | null {
  if (node.kind === "list") {
    const [index = ""] = remaining.split(".");
    return node.items[Number(index)] === undefined ? null : index;
  }
  if (node.kind !== "map") return null;
  let best: string | null = null;
  for (const key of node.entries.keys()) {
    const matches = remaining === key || remaining.startsWith(`${key}.`);
    if (matches && key.length > (best?.length ?? -1)) best = key;
  }
  return best;
}

function step(cursor: Cursor, key: string, instance: BlockInstance | null): Cursor {
  const path = [...cursor.path, key];
  if (cursor.node.kind === "list") {
    const item = cursor.node.items[Number(key)];
    if (item === undefined) throw new Error("keyIn found the item before");
    const form = formOf(cursor.type, "list");
    const entry = cursor.entry === null ? null : { ...cursor.entry, key, value: item };
    return { ...cursor, node: item, path, entry, type: form?.kind === "list" ? form.items : null };
  }
  const entry = cursor.node.kind === "map" ? cursor.node.entries.get(key) : undefined;
  if (entry === undefined) throw new Error("keyIn found the key before");
  const atBlock = instance !== null && path.join(".") === instance.path.join(".");
  if (atBlock) {
    return {
      node: entry.value,
      path,
      entry,
      property: null,
      type: blockType(instance),
      sensitive: false,
    };
  }
  const form = formOf(cursor.type, "map");
  const property =
    form?.kind === "map" ? (ownEntry(form.properties, key) ?? null) : cursor.property;
  const type =
    form?.kind === "map" ? (property?.type ?? null) : form?.kind === "free" ? form.values : null;
  // What the table does not know may be a misspelt credential; below it nothing is known either.
  const isUnknown = form?.kind === "map" && property === null && form.others === undefined;
  const isBelowUnknown = cursor.sensitive && cursor.type === null;
  const byKey = cursor.property?.sensitive === "by-key" && isSensitiveKey(key);
  const own = property?.sensitive === "credential" || property?.sensitive === "connection";
  return {
    node: entry.value,
    path,
    entry,
    property,
    type,
    sensitive: byKey || own || isUnknown || isBelowUnknown,
  };
}

function defaultAt(cursor: Cursor, key: string, regions: readonly string[]): FoundPlace {
  const form = formOf(cursor.type, "map");
  const properties = form?.kind === "map" ? form.properties : {};
  const property = ownEntry(properties, key);
  if (property?.default !== undefined) {
    const path = [...cursor.path, key];
    return { kind: "found", place: { path, entry: null, property, sensitive: false, regions } };
  }
  const keys = cursor.node.kind === "map" ? [...cursor.node.entries.keys()] : [];
  return {
    kind: "missing",
    key: key.split(".")[0] ?? key,
    known: [...keys, ...Object.keys(properties)],
  };
}
