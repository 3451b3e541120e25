// Walks a block's tree along the property table and offers each scalar with the property it feeds.
// Copies only the maps on the way to a scalar that changed.
import type { Entry, InfraNode, MapNode, ScalarNode } from "../document/node.js";
import type { Properties, PropertyType, Sensitivity } from "../language/property.js";
import { isSensitiveKey } from "../language/sensitive-keys.js";
import { withEntries, withValue } from "./merge.js";

/** What the table knows of a scalar's place. */
export interface ScalarContext {
  /** Null inside a raw tree, and for a key that the table does not know. */
  readonly type: PropertyType | null;
  readonly sensitive: "credential" | "connection" | null;
  /** Whether a run-time reference may stand here. */
  readonly runtime: boolean;
  /** Any scalar is taken as its written text: a value in a free map. */
  readonly anyScalar: boolean;
}

/** Returns the node itself, or what replaces it. `path` is valid only during the call. */
export type VisitScalar = (
  node: ScalarNode,
  context: ScalarContext,
  path: readonly string[],
) => InfraNode;

interface Walk {
  readonly visit: VisitScalar;
  readonly path: string[];
}

interface Place {
  readonly type: PropertyType | null;
  readonly sensitive: Sensitivity | null;
  readonly inFreeMap: boolean;
}

const unknownPlace: Place = { type: null, sensitive: null, inFreeMap: false };

/** `node` with every scalar passed through `visit`. */
export function walkScalars(
  node: MapNode,
  properties: Properties,
  path: readonly string[],
  visit: VisitScalar,
): MapNode {
  return walkMap(node, { visit, path: [...path] }, (key) => {
    const property = Object.hasOwn(properties, key) ? properties[key] : undefined;
    return property === undefined
      ? unknownPlace
      : { type: property.type, sensitive: property.sensitive ?? null, inFreeMap: false };
  });
}

function walkMap(node: MapNode, walk: Walk, placeOf: (key: string) => Place): MapNode {
  let changed: Map<string, Entry> | null = null;
  for (const [key, entry] of node.entries) {
    walk.path.push(key);
    const value = walkNode(entry.value, placeOf(key), walk);
    walk.path.pop();
    if (value === entry.value) continue;
    changed ??= new Map(node.entries);
    changed.set(key, withValue(entry, value));
  }
  return changed === null ? node : withEntries(node, changed);
}

function walkNode(node: InfraNode, place: Place, walk: Walk): InfraNode {
  switch (node.kind) {
    case "scalar":
      return walk.visit(node, contextOf(assignmentPlace(node, place)), walk.path);
    case "map":
      return walkMap(node, walk, childPlaces(formOf(place.type, "map"), place));
    case "list": {
      const form = formOf(place.type, "list");
      const type = form?.kind === "list" ? form.items : null;
      const itemPlace = { type, sensitive: place.sensitive, inFreeMap: false };
      return walkList(node, itemPlace, walk);
    }
    default:
      return node;
  }
}

function walkList(node: InfraNode & { kind: "list" }, place: Place, walk: Walk): InfraNode {
  let changed: InfraNode[] | null = null;
  node.items.forEach((item, index) => {
    walk.path.push(String(index));
    const value = walkNode(item, place, walk);
    walk.path.pop();
    if (value === item) return;
    changed ??= [...node.items];
    changed[index] = value;
  });
  return changed === null ? node : { ...node, items: changed };
}

/** The form of an `either` that has this YAML shape; other types as they are. */
export function formOf(type: PropertyType | null, shape: "map" | "list"): PropertyType | null {
  if (type?.kind !== "either") return type;
  return (
    type.forms.find((form) =>
      shape === "list" ? form.kind === "list" : form.kind === "map" || form.kind === "free",
    ) ?? null
  );
}

function childPlaces(type: PropertyType | null, place: Place): (key: string) => Place {
  if (type?.kind === "map") {
    const others = type.others === undefined ? null : childPlaces(type.others, place);
    return (key) => {
      const property = Object.hasOwn(type.properties, key) ? type.properties[key] : undefined;
      return property === undefined
        ? (others?.(key) ?? unknownPlace)
        : { type: property.type, sensitive: property.sensitive ?? null, inFreeMap: false };
    };
  }
  if (type?.kind === "free") {
    return place.sensitive === "by-key"
      ? (key) => ({
          type: type.values,
          sensitive: isSensitiveKey(key) ? "credential" : "by-key",
          inFreeMap: true,
        })
      : () => ({ type: type.values, sensitive: place.sensitive, inFreeMap: true });
  }
  return () => unknownPlace;
}

/** `PASSWORD=…` in a list of assignments is as sensitive as its name. */
function assignmentPlace(node: ScalarNode, place: Place): Place {
  if (place.sensitive !== "by-key" || place.inFreeMap || typeof node.value !== "string")
    return place;
  const name = node.value.slice(0, Math.max(0, node.value.indexOf("=")));
  return isSensitiveKey(name) ? { ...place, sensitive: "credential" } : place;
}

// One context object per place of the table: scalars are many, places few.
const contexts = new Map<PropertyType | null, Map<string, ScalarContext>>();

function contextOf({ type, sensitive, inFreeMap }: Place): ScalarContext {
  let byPlace = contexts.get(type);
  if (byPlace === undefined) contexts.set(type, (byPlace = new Map()));
  const key = `${sensitive ?? ""}${inFreeMap ? "*" : ""}`;
  let context = byPlace.get(key);
  if (context === undefined) {
    const anyScalar = inFreeMap || (type?.kind === "text" && type.anyScalar === true);
    const deliverable =
      type?.kind === "text" && (type.format === "url" || type.format === "endpoints");
    context = {
      type,
      sensitive: sensitive === "by-key" ? null : sensitive,
      runtime: sensitive !== null || deliverable,
      anyScalar,
    };
    byPlace.set(key, context);
  }
  return context;
}
