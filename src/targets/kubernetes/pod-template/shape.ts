// What a property of a Kubernetes object may hold; the words in which pod-template-shape.ts is written.
// Must not know any object: those are data.
import {
  checkAnnotationKey,
  checkConfigMapKey,
  checkDnsLabel,
  checkDnsSubdomain,
  checkEnvironmentVariableName,
  checkLabelKey,
  checkLabelValue,
  checkPortName,
} from "../names.js";
import type { NameProblem } from "../names.js";

/** A rule for strings: what they are, and the check of names.ts. */
export interface TextRule {
  readonly what: string;
  readonly check: (text: string) => NameProblem;
}

export interface TextShape {
  readonly kind: "string";
  readonly rule: TextRule | null;
}

export interface IntegerShape {
  readonly kind: "integer";
  readonly minimum: number;
  readonly maximum: number;
}

/** `quantity` and `integer-or-string` are both int-or-string in an OpenAPI schema. */
export interface PlainShape {
  readonly kind: "boolean" | "quantity" | "integer-or-string";
}

/** A string of a closed list. */
export interface ChoiceShape {
  readonly kind: "choice";
  readonly values: readonly string[];
}

/** A map whose keys people choose and which are copied as written. */
export interface FreeMapShape {
  readonly kind: "map";
  readonly keys: TextRule | null;
  readonly values: TextShape | PlainShape;
}

/** `unique`: the properties that together name an item (the merge keys of server-side apply). */
export interface ListShape {
  readonly kind: "list";
  readonly items: Shape;
  readonly unique: readonly string[];
}

/** A closed object. */
export interface ObjectShape {
  readonly kind: "object";
  readonly properties: Readonly<Record<string, Shape>>;
  /** What the API server demands. */
  readonly required: readonly string[];
  /** Shorthands of the language: spelling without underscores, to property. */
  readonly aliases: Readonly<Record<string, string>>;
  /** The property that a list, or a single item of it, stands for in place of the object. */
  readonly itemsAs: string | null;
}

export type Shape =
  TextShape | IntegerShape | PlainShape | ChoiceShape | FreeMapShape | ListShape | ObjectShape;

function ruled(what: string, check: (text: string) => NameProblem): TextShape & { rule: TextRule } {
  return { kind: "string", rule: { what, check } };
}

export const text: TextShape = { kind: "string", rule: null };
export const labelKey = ruled("label key", checkLabelKey);
export const labelValue = ruled("label value", checkLabelValue);
export const dnsLabel = ruled("name", checkDnsLabel);
export const objectName = ruled("object name", checkDnsSubdomain);
export const environmentName = ruled("environment variable name", checkEnvironmentVariableName);
export const portName = ruled("port name", checkPortName);
export const dataKey = ruled("key of a ConfigMap or Secret", checkConfigMapKey);

const safe = Number.MAX_SAFE_INTEGER;
export const integer: IntegerShape = { kind: "integer", minimum: -safe, maximum: safe };
export const count: IntegerShape = { kind: "integer", minimum: 0, maximum: safe };
export const portNumber: IntegerShape = { kind: "integer", minimum: 1, maximum: 65_535 };
export const weight: IntegerShape = { kind: "integer", minimum: 1, maximum: 100 };
export const fileMode: IntegerShape = { kind: "integer", minimum: 0, maximum: 0o777 };

export const boolean: PlainShape = { kind: "boolean" };
export const quantity: PlainShape = { kind: "quantity" };
export const integerOrText: PlainShape = { kind: "integer-or-string" };

const annotationKey: TextRule = { what: "annotation key", check: checkAnnotationKey };
export const textMap: FreeMapShape = { kind: "map", keys: null, values: text };
export const labelMap: FreeMapShape = { kind: "map", keys: labelKey.rule, values: labelValue };
/** Label keys with values that may still be a comma list, which no node carries. */
export const nodeLabelMap: FreeMapShape = { kind: "map", keys: labelKey.rule, values: text };
export const annotationMap: FreeMapShape = { kind: "map", keys: annotationKey, values: text };
export const quantityMap: FreeMapShape = { kind: "map", keys: labelKey.rule, values: quantity };

export function choice(...values: string[]): ChoiceShape {
  return { kind: "choice", values };
}

export function list(items: Shape, ...unique: string[]): ListShape {
  return { kind: "list", items, unique };
}

export function object(
  properties: Readonly<Record<string, Shape>>,
  ...required: string[]
): ObjectShape {
  return { kind: "object", properties, required, aliases: {}, itemsAs: null };
}

/** `required` and `preferred` for the two long names of a node or pod affinity. */
export function affinityRules(properties: Readonly<Record<string, Shape>>): ObjectShape {
  const aliases = {
    required: "requiredDuringSchedulingIgnoredDuringExecution",
    preferred: "preferredDuringSchedulingIgnoredDuringExecution",
  };
  return { ...object(properties), aliases };
}

/** An object for which the list of its only property may be written. */
export function listed(property: string, items: Shape): ObjectShape {
  return { ...object({ [property]: list(items) }, property), itemsAs: property };
}

/** The form in which `node_selector` and `nodeSelector` are the same key. */
export function looseKey(key: string): string {
  return key.replaceAll("_", "").toLowerCase();
}

const looseNames = new WeakMap<ObjectShape, ReadonlyMap<string, string>>();

/** The property of `shape` that `key` spells, in snake or camel case; undefined when there is none. */
export function propertyNamed(shape: ObjectShape, key: string): string | undefined {
  let names = looseNames.get(shape);
  if (names === undefined) {
    const own = Object.keys(shape.properties).map((name) => [looseKey(name), name] as const);
    names = new Map([...own, ...Object.entries(shape.aliases)]);
    looseNames.set(shape, names);
  }
  return names.get(looseKey(key));
}
