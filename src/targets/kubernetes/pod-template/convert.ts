// Turns written values into plain Kubernetes data, driven by shapes: keys in camel case, types and
// names checked at their places. Must not know single properties: layout.ts and read-pod-template.ts do.
import { diagnose } from "../../../diagnostics/catalogue/index.js";
import { keySpan, nodeSpan } from "../../../document/node.js";
import type { InfraNode, MapNode, ReferenceNode, ScalarNode } from "../../../document/node.js";
import type { Span } from "../../../source/source-file.js";
import { canonicalQuantity, checkQuantity } from "../quantities.js";
import { collectFields, isUnset } from "./fields.js";
import type { Fields, Findings } from "./fields.js";
import { count, propertyNamed } from "./shape.js";
import type {
  FreeMapShape,
  IntegerShape,
  ListShape,
  ObjectShape,
  Shape,
  TextRule,
} from "./shape.js";

/** Plain Kubernetes data. */
export type Json = string | number | boolean | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

/** A value to convert: the node, its path as written, and where findings go. */
export interface Written {
  readonly node: InfraNode;
  readonly path: string;
  readonly findings: Findings;
}

/** Undefined stands for a value that was reported as wrong, here or by an earlier stage. */
export function convert(written: Written, shape: Shape): Json | undefined {
  const { node, findings } = written;
  if (node.kind === "poisoned") {
    findings.failed = true;
    return undefined;
  }
  if (node.kind === "reference") return refuseReference(written, node);
  switch (shape.kind) {
    case "object":
      return convertObject(written, shape);
    case "list":
      return node.kind === "list" ? convertList(written, shape) : refuse(written, "a list");
    case "map":
      return node.kind === "map" ? convertFreeMap(written, node, shape) : refuse(written, "a map");
    case "boolean":
      return convertBoolean(written);
    case "string":
      return convertText(written, shape.rule);
    case "integer":
      return convertInteger(written, shape);
    case "quantity":
      return convertQuantity(written);
    case "integer-or-string":
      return node.kind === "scalar" && typeof node.value === "string"
        ? (asInteger(node) ?? node.value)
        : convertInteger(written, count);
    case "choice":
      return convertChoice(written, shape.values);
  }
}

function describe(node: InfraNode): string {
  if (node.kind === "list" || node.kind === "map") return `a ${node.kind}`;
  if (node.kind !== "scalar" || node.value === null) return "nothing";
  if (typeof node.value === "string") return `the string "${node.value}"`;
  return `the ${typeof node.value} ${node.value}`;
}

function refuse({ node, path, findings }: Written, expected: string, help?: string): undefined {
  const values = { path, expected, found: describe(node) };
  findings.add(diagnose("E931", nodeSpan(node), values, help === undefined ? {} : { help }));
}

function refuseReference({ path, findings }: Written, node: ReferenceNode): undefined {
  const { kind } = node.reference;
  const origin = kind === "secret" ? "a secret" : "a variable of the running job";
  findings.add(
    diagnose(
      "E713",
      nodeSpan(node),
      { property: path, origin },
      {
        help: `Let the pod read it: "value_from: {secret_key_ref: {name: …, key: …}}".`,
      },
    ),
  );
}

function convertObject(written: Written, shape: ObjectShape): Json | undefined {
  const { node, path, findings } = written;
  if (shape.itemsAs !== null) {
    const items = shape.properties[shape.itemsAs];
    if (items?.kind === "list" && (node.kind === "list" || isItem(node, shape, items))) {
      const value =
        node.kind === "list" ? convertList(written, items) : convert(written, items.items);
      if (value === undefined) return undefined;
      return { [shape.itemsAs]: node.kind === "list" ? value : [value] };
    }
  }
  if (node.kind !== "map") return refuse(written, "a map");
  const fields = collectFields(node, shape, path, findings);
  reportMissing(written, fields, shape);
  return convertFields(fields, shape, findings);
}

/** Whether a map is a single item of the list that `shape` wraps, and not the object itself. */
function isItem(node: InfraNode, shape: ObjectShape, { items }: ListShape): boolean {
  if (node.kind !== "map" || items.kind !== "object" || node.entries.size === 0) return false;
  const keys = [...node.entries.keys()];
  return keys.every(
    (key) => propertyNamed(shape, key) === undefined && propertyNamed(items, key) !== undefined,
  );
}

function reportMissing(
  { node, path, findings }: Written,
  fields: Fields,
  shape: ObjectShape,
): void {
  for (const property of shape.required) {
    if (!fields.has(property)) {
      findings.add(diagnose("E933", nodeSpan(node), { path, property }));
    }
  }
}

/** The values of `fields`, which are properties of `shape`. */
export function convertFields(fields: Fields, shape: ObjectShape, findings: Findings): JsonObject {
  const converted: Record<string, Json> = {};
  for (const [property, { entry, path }] of fields) {
    const inner = shape.properties[property];
    if (inner === undefined) continue;
    const value = convert({ node: entry.value, path, findings }, inner);
    if (value !== undefined) converted[property] = value;
  }
  return converted;
}

function convertList({ node, path, findings }: Written, shape: ListShape): Json | undefined {
  if (node.kind !== "list") return undefined;
  const seen = new Map<string, Span>();
  const converted: Json[] = [];
  for (const [index, item] of node.items.entries()) {
    if (isUnset(item)) continue;
    const value = convert({ node: item, path: `${path}[${index}]`, findings }, shape.items);
    if (value === undefined) continue;
    converted.push(value);
    const name = identity(value, shape.unique);
    if (name === null) continue;
    const first = seen.get(name);
    if (first === undefined) seen.set(name, nodeSpan(item));
    else {
      const related = [{ span: first, message: "first here" }];
      findings.add(diagnose("E935", nodeSpan(item), { path, name }, { related }));
    }
  }
  return converted;
}

// A port without protocol is a TCP port; other merge keys have no default.
function identity(item: Json, unique: readonly string[]): string | null {
  if (unique.length === 0 || typeof item !== "object") return null;
  const object = item as JsonObject;
  const parts = unique.map((property) => {
    const value = object[property] ?? (property === "protocol" ? "TCP" : undefined);
    return value === undefined ? null : `${property} "${String(value)}"`;
  });
  return parts.includes(null) ? null : parts.join(" and ");
}

function convertFreeMap(written: Written, node: MapNode, shape: FreeMapShape): JsonObject {
  const { path, findings } = written;
  const entries: [string, Json][] = [];
  for (const entry of node.entries.values()) {
    if (isUnset(entry.value)) continue;
    checkText(entry.key, { rule: shape.keys, span: keySpan(entry), findings });
    const inner = { node: asWritten(entry.value), path: `${path}.${entry.key}`, findings };
    const value = convert(inner, shape.values);
    if (value !== undefined) entries.push([entry.key, value]);
  }
  return Object.fromEntries(entries);
}

/** Free maps take a number or boolean as its text, as client properties do: `prometheus.io/port: 9249`. */
function asWritten(node: InfraNode): InfraNode {
  if (node.kind !== "scalar" || typeof node.value === "string" || node.value === null) return node;
  const value =
    node.substituted === null ? node.file.text.slice(node.start, node.end) : String(node.value);
  return { ...node, value };
}

interface TextPlace {
  readonly rule: TextRule | null;
  readonly span: Span;
  readonly findings: Findings;
}

function checkText(text: string, { rule, span, findings }: TextPlace): void {
  const problem = rule?.check(text) ?? null;
  if (rule === null || problem === null) return;
  findings.add(diagnose("E934", span, { text, what: rule.what, problem }));
}

function convertText(written: Written, rule: TextRule | null): Json | undefined {
  const { node, findings } = written;
  if (node.kind !== "scalar" || node.value === null) return refuse(written, "a string");
  if (typeof node.value !== "string") {
    return refuse(
      written,
      "a string",
      `Write it in quotes: "${node.file.text.slice(node.start, node.end)}".`,
    );
  }
  checkText(node.value, { rule, span: nodeSpan(node), findings });
  return node.value;
}

/** The integer that a variable's text spells: what the file itself quotes stays a string. */
function asInteger(node: ScalarNode): number | null {
  if (typeof node.value === "number") return Number.isSafeInteger(node.value) ? node.value : null;
  if (node.substituted === null || typeof node.value !== "string") return null;
  return /^-?\d{1,15}$/.test(node.value) ? Number(node.value) : null;
}

function convertInteger(written: Written, shape: IntegerShape): Json | undefined {
  const { minimum, maximum } = shape;
  const value = written.node.kind === "scalar" ? asInteger(written.node) : null;
  if (value !== null && value >= minimum && value <= maximum) return value;
  if (maximum < Number.MAX_SAFE_INTEGER) {
    return refuse(written, `an integer from ${minimum} to ${maximum}`);
  }
  return refuse(written, minimum === 0 ? "an integer of at least 0" : "an integer");
}

function convertBoolean(written: Written): Json | undefined {
  const { node } = written;
  if (node.kind === "scalar") {
    if (typeof node.value === "boolean") return node.value;
    if (node.substituted !== null && (node.value === "true" || node.value === "false")) {
      return node.value === "true";
    }
  }
  return refuse(written, "true or false");
}

function convertQuantity(written: Written): Json | undefined {
  const { node } = written;
  if (node.kind !== "scalar" || node.value === null || typeof node.value === "boolean") {
    return refuse(written, "a quantity");
  }
  const text = String(node.value);
  const problem = text.startsWith("-") ? "is negative" : checkQuantity(text);
  if (problem === null) return canonicalQuantity(text) ?? undefined;
  written.findings.add(
    diagnose(
      "E934",
      nodeSpan(node),
      { text, what: "Kubernetes quantity", problem },
      {
        help: `Kubernetes writes "500m" (of a core), "512Mi", "4Gi".`,
      },
    ),
  );
  return undefined;
}

function convertChoice(written: Written, values: readonly string[]): Json | undefined {
  const { node } = written;
  const known = node.kind === "scalar" ? values.find((value) => value === node.value) : undefined;
  return known ?? refuse(written, `one of ${values.join(", ")}`);
}
