// From a value of the model back to what set it. Kept beside the model, never in it, so that a
// generator sees plain data; nothing here is computed before something is printed.
import { keySpan, nodeSpan, type Entry, type MapNode } from "../document/node.js";
import { modelName } from "../language/model-name.js";
import type { Properties, Property } from "../language/property.js";
import type { Span } from "../source/source-file.js";

/** What a model object was made from. */
export interface ObjectOrigin {
  readonly node: MapNode;
  readonly properties: Properties | null;
  /** The path from the top of the file, canonical spelling. */
  readonly path: readonly string[];
  readonly entry: Entry;
}

/** Where one value came from: an entry of a file, or the default of its property. */
export interface Origin {
  /** `resources.enrichment.task_memory`: what comments in emitted files name. */
  readonly path: string;
  readonly entry: Entry | null;
  readonly property: Property | null;
}

interface Linked {
  readonly source: object;
  readonly sourceKey: string;
}

/** The side table from model objects to located nodes. */
export class Origins {
  readonly #objects = new Map<object, ObjectOrigin>();
  readonly #links = new Map<object, Map<string, Linked>>();

  /** Remembers what `object` was made from. */
  record(object: object, origin: ObjectOrigin): void {
    this.#objects.set(object, origin);
  }

  /** Says that `object[key]` is the fact that `source[sourceKey]` states. */
  link(object: object, key: string, source: object, sourceKey: string): void {
    let links = this.#links.get(object);
    if (links === undefined) this.#links.set(object, (links = new Map()));
    links.set(key, { source, sourceKey });
  }

  objectOrigin(object: object): ObjectOrigin | null {
    return this.#objects.get(object) ?? null;
  }

  /**
   * The origin of `object[key]`, `key` in the model's spelling. Without a key: of the object itself.
   * Null for objects that the model did not make.
   */
  of(object: object, key?: string): Origin | null {
    const link = key === undefined ? undefined : this.#links.get(object)?.get(key);
    if (link !== undefined) return this.of(link.source, link.sourceKey);
    const origin = this.#objects.get(object);
    if (origin === undefined) return null;
    if (key === undefined)
      return { path: origin.path.join("."), entry: origin.entry, property: null };
    const written = writtenName(origin, key);
    return {
      path: [...origin.path, written].join("."),
      entry: origin.node.entries.get(written) ?? null,
      property: origin.properties?.[written] ?? null,
    };
  }

  /** Whether a file states `object[key]`, so that its value is not the default of the language. */
  states(object: object, key: string): boolean {
    const link = this.#links.get(object)?.get(key);
    if (link !== undefined) return this.states(link.source, link.sourceKey);
    const origin = this.#objects.get(object);
    return origin !== undefined && origin.node.entries.has(writtenName(origin, key));
  }

  /** `object[key]` with `key` as the language spells it; null where the object has no such value. */
  read(object: object, key: string): unknown {
    const origin = this.#objects.get(object);
    const property = origin?.properties?.[key];
    const name = property === undefined ? key : modelName(key, property);
    return (object as Readonly<Record<string, unknown>>)[name] ?? null;
  }

  /** The value's place in a file; the owner's when a default supplied it; null for foreign objects. */
  span(object: object, key?: string): Span | null {
    const link = key === undefined ? undefined : this.#links.get(object)?.get(key);
    if (link !== undefined) return this.span(link.source, link.sourceKey);
    const origin = this.#objects.get(object);
    if (origin === undefined) return null;
    const entry = key === undefined ? undefined : origin.node.entries.get(writtenName(origin, key));
    if (entry === undefined) return ownerSpan(origin);
    return entry.value.start === entry.value.end || entry.value.kind === "map"
      ? keySpan(entry)
      : nodeSpan(entry.value);
  }
}

/** The key that holds the object; an item of a list has no key of its own: its first one. */
function ownerSpan({ node, entry }: ObjectOrigin): Span {
  if (entry.value.kind !== "list") return keySpan(entry);
  const [first] = node.entries.values();
  return first === undefined ? nodeSpan(node) : keySpan(first);
}

// By model name, for each set of properties: asked for often, and the sets never change.
const writtenNames = new WeakMap<Properties, ReadonlyMap<string, string>>();

function writtenName({ node, properties }: ObjectOrigin, key: string): string {
  if (node.entries.has(key) || properties === null) return key;
  let names = writtenNames.get(properties);
  if (names === undefined) {
    names = new Map(
      Object.entries(properties).map(([name, property]) => [modelName(name, property), name]),
    );
    writtenNames.set(properties, names);
  }
  return names.get(key) ?? key;
}
