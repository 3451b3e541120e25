// Turns a checked block into plain data of the model: camel-case names, units as numbers, defaults
// applied, absence as null. Driven by the property table, so that every property has one meaning.
import type { Entry, InfraNode, MapNode, RuntimeReference, ScalarNode } from "../document/node.js";
import { modelName } from "../language/model-name.js";
import type {
  FreeMapType,
  MapType,
  Properties,
  Property,
  PropertyType,
} from "../language/property.js";
import { formOf } from "../resolve/walk-scalars.js";
import type { Origins } from "./origins.js";
import { durationMs, memoryAmount, percentageFraction, sizeBytes } from "./units.js";

/** Called for each run-time reference, with the path of the property that holds it. */
export type OnReference = (
  reference: RuntimeReference,
  path: readonly string[],
  node: InfraNode,
) => void;

export interface BuildContext {
  readonly origins: Origins;
  readonly onReference: OnReference;
}

type PlainObject = Record<string, unknown>;

interface Column {
  readonly name: string;
  readonly property: Property;
}

interface Layout {
  readonly columns: ReadonlyMap<string, Column>;
  /** Every name of the model with its default or null: one object shape per table. */
  readonly blank: Readonly<PlainObject>;
  /** The same, with the logical name in front. */
  readonly named: Readonly<PlainObject>;
}

const layouts = new WeakMap<Properties, Layout>();

function layoutOf(properties: Properties): Layout {
  let layout = layouts.get(properties);
  if (layout === undefined) {
    const columns = new Map<string, Column>();
    const blank: PlainObject = {};
    for (const [key, property] of Object.entries(properties)) {
      const name = modelName(key, property);
      columns.set(key, { name, property });
      blank[name] = defaultOf(property);
    }
    layout = { columns, blank, named: { name: "", ...blank } };
    layouts.set(properties, layout);
  }
  return layout;
}

function defaultOf(property: Property): unknown {
  if (property.default === undefined) return null;
  const value = scalarValue(property.default, property.type);
  const { type } = property;
  return type.kind === "either" && type.scalarAs !== undefined ? wrapped(type, value) : value;
}

/** Builds the object of one block; `name` is the logical name of a binding, or null. */
export function buildObject(
  node: MapNode,
  properties: Properties,
  at: { readonly path: readonly string[]; readonly entry: Entry },
  context: BuildContext,
  name: string | null = null,
): PlainObject {
  const { columns, blank, named } = layoutOf(properties);
  // A spread of one object alone keeps its shape, and is many times faster than any other copy.
  const object: PlainObject = name === null ? { ...blank } : { ...named };
  if (name !== null) object["name"] = name;
  node.entries.forEach((entry, key) => {
    const column = columns.get(key);
    if (column === undefined) return;
    const value = buildEntry(key, entry, column.property.type, at.path, context);
    if (value !== undefined) object[column.name] = value;
  });
  context.origins.record(object, { node, properties, path: at.path, entry: at.entry });
  return object;
}

interface At {
  readonly path: readonly string[];
  readonly entry: Entry;
}

/** The value of one entry. Most are scalars, and need no path of their own. */
function buildEntry(
  key: string,
  entry: Entry,
  type: PropertyType,
  path: readonly string[],
  context: BuildContext,
): unknown {
  const { value } = entry;
  if (value.kind === "scalar" && type.kind !== "either" && type.kind !== "raw") {
    return value.value === null ? null : scalarValue(value.value, type);
  }
  return buildValue(value, type, { path: [...path, key], entry }, context);
}

/** Undefined where an earlier stage refused the value: the default stays. */
function buildValue(node: InfraNode, type: PropertyType, at: At, context: BuildContext): unknown {
  if (type.kind === "raw") return node;
  switch (node.kind) {
    case "poisoned":
      return undefined;
    case "reference":
      context.onReference(node.reference, at.path, node);
      return node.reference;
    case "scalar":
      return buildScalar(node, type, at, context);
    case "list":
      return buildList(node.items, type, at, context);
    case "map":
      return buildMap(node, type, at, context);
  }
}

function buildScalar(node: ScalarNode, type: PropertyType, at: At, context: BuildContext): unknown {
  if (type.kind === "either" && type.scalarAs !== undefined) {
    const map = formOf(type, "map");
    if (map?.kind !== "map") return undefined;
    const inner: Entry = { ...at.entry, key: type.scalarAs, value: node };
    const holder: MapNode = {
      kind: "map",
      file: node.file,
      start: node.start,
      end: node.end,
      entries: new Map([[type.scalarAs, inner]]),
    };
    return buildObject(holder, map.properties, at, context);
  }
  return node.value === null ? null : scalarValue(node.value, type);
}

function buildList(
  items: readonly InfraNode[],
  type: PropertyType,
  at: At,
  context: BuildContext,
): unknown {
  const form = formOf(type, "list");
  if (form?.kind !== "list") return undefined;
  return items.flatMap((item, index) => {
    const value = buildValue(
      item,
      form.items,
      { path: [...at.path, String(index)], entry: at.entry },
      context,
    );
    return value === undefined ? [] : [value];
  });
}

function buildMap(node: MapNode, type: PropertyType, at: At, context: BuildContext): unknown {
  const form = formOf(type, "map");
  if (form?.kind === "map") {
    const object = buildObject(node, form.properties, at, context);
    if (form.others !== undefined)
      object["others"] = buildOthers(node, form, form.others, at, context);
    return object;
  }
  if (form?.kind !== "free") return undefined;
  const object: PlainObject = {};
  for (const [key, entry] of node.entries) {
    const value = buildEntry(key, entry, form.values, at.path, context);
    if (value !== undefined) object[key] = value;
  }
  context.origins.record(object, { node, properties: null, path: at.path, entry: at.entry });
  return object;
}

/** The keys that people chose beside the listed ones. */
function buildOthers(
  node: MapNode,
  form: MapType,
  others: FreeMapType,
  at: At,
  context: BuildContext,
): PlainObject {
  const object: PlainObject = {};
  for (const [key, entry] of node.entries) {
    if (Object.hasOwn(form.properties, key)) continue;
    const value = buildValue(
      entry.value,
      others.values,
      { path: [...at.path, key], entry },
      context,
    );
    if (value !== undefined) object[key] = value;
  }
  return object;
}

/** A scalar in the unit of the model. */
function scalarValue(value: string | number | boolean, type: PropertyType): unknown {
  switch (type.kind) {
    case "duration":
      return durationMs(String(value));
    case "size":
      return sizeBytes(String(value));
    case "percentage":
      return percentageFraction(String(value));
    case "memory":
      return typeof value === "boolean" ? null : memoryAmount(value);
    case "choice":
      return String(value);
    case "either":
      return scalarValue(value, scalarForm(type, value));
    default:
      return value;
  }
}

function scalarForm(
  type: PropertyType & { readonly kind: "either" },
  value: string | number | boolean,
): PropertyType {
  const scalars = type.forms.filter(
    ({ kind }) => kind !== "map" && kind !== "free" && kind !== "list",
  );
  const byValue = scalars.find(({ kind }) =>
    typeof value === "boolean"
      ? kind === "boolean"
      : typeof value === "number"
        ? kind === "integer" || kind === "number"
        : kind !== "integer" && kind !== "number" && kind !== "boolean",
  );
  return byValue ?? scalars[0] ?? { kind: "text" };
}

/** A default of `parallelism: 1` is `{initial: 1, min: null, max: null}`. */
function wrapped(type: PropertyType & { readonly kind: "either" }, value: unknown): unknown {
  const map = formOf(type, "map");
  if (map?.kind !== "map" || type.scalarAs === undefined) return value;
  const scalarAs = type.scalarAs;
  const { columns, blank } = layoutOf(map.properties);
  return { ...blank, [columns.get(scalarAs)?.name ?? scalarAs]: value };
}
