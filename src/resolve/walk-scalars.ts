// Walks a block's tree along the property table and offers each scalar with the property it feeds.
// Copies only the maps on the way to a scalar that changed. What the table says of a place is worked
// out once for each place, not for each scalar: files are long, the table is short.
import type { InfraNode, ListNode, MapNode, ScalarNode } from "../document/node.js";
import { asksForCredential, isCredentialVariable } from "../language/credential-text.js";
import { ownEntry } from "../language/own-entry.js";
import type { Properties, Property, PropertyType, Sensitivity } from "../language/property.js";
import { hasUserInfo, isSensitiveKey } from "../language/sensitive-keys.js";
import { mapEntries, withValue } from "./merge.js";

/** What the table knows of a scalar's place. */
export interface ScalarContext {
  /** Null inside a raw tree, and for a key that the table does not know. */
  readonly type: PropertyType | null;
  readonly sensitive: "credential" | "connection" | null;
  /** Whether a run-time reference may stand here. */
  readonly runtime: boolean;
  /** Any scalar is taken as its written text: a value in a free map. */
  readonly anyScalar: boolean;
  /** In a list of NAME=value the name, "" where there is none; null elsewhere. */
  readonly assigns: string | null;
  /** Words of the user's own: a credential may be among them. */
  readonly words: boolean;
  /** The item before is a flag whose value is a credential, such as `--password`. */
  readonly answersFlag: boolean;
}

/** Returns the node itself, or what replaces it. `path` is valid only during the call. */
export type VisitScalar = (
  node: ScalarNode,
  context: ScalarContext,
  path: readonly string[],
) => InfraNode;

/** `node` with every scalar passed through `visit`. */
export function walkScalars(
  node: MapNode,
  properties: Properties,
  path: readonly string[],
  visit: VisitScalar,
): MapNode {
  return walkMap(node, rootPlace(properties), { visit, path: [...path], onlySensitive: false });
}

/** Offers only the scalars of properties that are, or may be, sensitive; changes nothing. */
export function visitSensitiveScalars(
  node: MapNode,
  properties: Properties,
  path: readonly string[],
  visit: (node: ScalarNode, context: ScalarContext) => void,
): void {
  const place = rootPlace(properties);
  if (!place.holdsSensitive) return;
  const look: VisitScalar = (scalar, context) => {
    visit(scalar, context);
    return scalar;
  };
  walkMap(node, place, { visit: look, path: [...path], onlySensitive: true });
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

interface Walk {
  readonly visit: VisitScalar;
  readonly path: string[];
  readonly onlySensitive: boolean;
}

function walkMap(node: MapNode, place: Place, walk: Walk): MapNode {
  return mapEntries(node, (entry, key) => {
    const child = place.child(key, node);
    if (walk.onlySensitive && !child.holdsSensitive) return entry;
    walk.path.push(key);
    const value = walkNode(entry.value, child, walk);
    walk.path.pop();
    return withValue(entry, value);
  });
}

function walkNode(node: InfraNode, place: Place, walk: Walk): InfraNode {
  switch (node.kind) {
    case "scalar":
      return walk.visit(node, place.contextFor(node), walk.path);
    case "map":
      return walkMap(node, place, walk);
    case "list":
      return walkList(node, place.item(), walk);
    default:
      return node;
  }
}

function walkList(node: ListNode, itemPlace: Place, walk: Walk): InfraNode {
  let changed: InfraNode[] | null = null;
  node.items.forEach((item, index) => {
    walk.path.push(String(index));
    const value = walkNode(item, itemPlace.after(node.items[index - 1]), walk);
    walk.path.pop();
    if (value === item) return;
    changed ??= [...node.items];
    changed[index] = value;
  });
  return changed === null ? node : { ...node, items: changed };
}

/** A place of the table with what lies below it, worked out when first met. */
class Place {
  readonly #type: PropertyType | null;
  readonly #sensitive: Sensitivity | null;
  readonly #inFreeMap: boolean;
  readonly #context: ScalarContext;
  readonly #children = new Map<string, Place>();
  #item: Place | null = null;
  #holdsSensitive: boolean | null = null;

  constructor(
    type: PropertyType | null,
    sensitive: Sensitivity | null,
    inFreeMap: boolean,
    answersFlag = false,
  ) {
    this.#type = type;
    this.#sensitive = sensitive;
    this.#inFreeMap = inFreeMap;
    this.#context = { ...contextOf(type, sensitive, inFreeMap), answersFlag };
  }

  get holdsSensitive(): boolean {
    this.#holdsSensitive ??= this.#sensitive !== null || typeHoldsSensitive(this.#type);
    return this.#holdsSensitive;
  }

  /** `PASSWORD=…` in a list of assignments is as sensitive as its name, an address as its login. */
  contextFor(node: ScalarNode): ScalarContext {
    if (this.#sensitive !== "by-key" || this.#inFreeMap || typeof node.value !== "string") {
      return this.#context;
    }
    const equals = Math.max(0, node.value.indexOf("="));
    const name = node.value.slice(0, equals);
    const value = node.value.slice(equals);
    const holdsLogin = value.includes("://") && hasUserInfo(value);
    const sensitive = isSensitiveKey(name) ? "credential" : holdsLogin ? "connection" : null;
    const assigns = /^[A-Za-z_][A-Za-z0-9_]*$/u.test(name) ? name : "";
    return { ...this.#context, sensitive, assigns };
  }

  /** The place of an item that stands behind `before`. */
  after(before: InfraNode | undefined): Place {
    if (!this.#context.words || before?.kind !== "scalar") return this;
    if (typeof before.value !== "string" || !asksForCredential(before.value)) return this;
    return new Place(this.#type, this.#sensitive, this.#inFreeMap, true);
  }

  /** The place of `key` in `owner`; in a pod template the value of `{ name: DB_PASSWORD, value: … }`. */
  child(key: string, owner: MapNode): Place {
    if (this.#type?.kind === "raw" && key === "value") {
      const name = owner.entries.get("name")?.value;
      if (name?.kind === "scalar" && isCredentialVariable(String(name.value)))
        return new Place(this.#type, null, false, true);
    }
    let child = this.#children.get(key);
    if (child === undefined) {
      child = this.#newChild(formOf(this.#type, "map"), key);
      this.#children.set(key, child);
    }
    return child;
  }

  item(): Place {
    if (this.#item === null) {
      const form = formOf(this.#type, "list");
      const items = form?.kind === "raw" ? form : form?.kind === "list" ? form.items : null;
      this.#item = new Place(items, this.#sensitive, false);
    }
    return this.#item;
  }

  #newChild(form: PropertyType | null, key: string): Place {
    if (form?.kind === "map") {
      const property = ownEntry(form.properties, key);
      if (property !== undefined) return placeOf(property);
      return form.others === undefined ? unknownPlace : this.#newChild(form.others, key);
    }
    // Of a pod template the words alone tell: annotations, arguments, variables of containers.
    if (form?.kind === "raw") return this;
    if (form?.kind !== "free") return unknownPlace;
    const byKey = this.#sensitive === "by-key" && isSensitiveKey(key);
    return new Place(form.values, byKey ? "credential" : this.#sensitive, true);
  }
}

const unknownPlace = new Place(null, null, false);
const places = new WeakMap<Property, Place>();
const roots = new WeakMap<Properties, Place>();

function placeOf(property: Property): Place {
  let place = places.get(property);
  if (place === undefined) {
    place = new Place(property.type, property.sensitive ?? null, false);
    places.set(property, place);
  }
  return place;
}

function rootPlace(properties: Properties): Place {
  let root = roots.get(properties);
  if (root === undefined) {
    root = new Place({ kind: "map", properties }, null, false);
    roots.set(properties, root);
  }
  return root;
}

function typeHoldsSensitive(type: PropertyType | null): boolean {
  switch (type?.kind) {
    case "map":
      return (
        Object.values(type.properties).some((property) => placeOf(property).holdsSensitive) ||
        (type.others !== undefined && typeHoldsSensitive(type.others))
      );
    case "free":
      return typeHoldsSensitive(type.values);
    case "list":
      return typeHoldsSensitive(type.items);
    case "either":
      return type.forms.some(typeHoldsSensitive);
    default:
      return false;
  }
}

function contextOf(
  type: PropertyType | null,
  sensitive: Sensitivity | null,
  inFreeMap: boolean,
): ScalarContext {
  const deliverable =
    type?.kind === "text" && (type.format === "url" || type.format === "endpoints");
  return {
    type,
    sensitive: sensitive === "by-key" ? null : sensitive,
    runtime: sensitive !== null || deliverable,
    anyScalar: inFreeMap || (type?.kind === "text" && type.anyScalar === true),
    assigns: null,
    words: type?.kind === "raw" || (type?.kind === "text" && type.words === true),
    answersFlag: false,
  };
}
