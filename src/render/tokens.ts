// What a template sees: every value as an object that prints a token. Tokens are replaced after the
// template ran, when the language and the indent are known; so no value can break out of its place.
import { isAbsent, isCode, isLeaf, type OriginLeaf } from "../encode/leaf.js";
import type { View, ViewValue } from "../generator/contract.js";

/**
 * Marks around the number of a value: control characters that no template may contain. They are of one
 * byte, so that what is printed takes half the memory of text with any wider character.
 */
export const tokenStart = "\u0001";
export const tokenEnd = "\u0002";

/** Where `text` holds one of the marks; -1 where it holds none. */
export function indexOfMark(text: string): number {
  const [start, end] = [text.indexOf(tokenStart), text.indexOf(tokenEnd)];
  return start === -1 || end === -1 ? Math.max(start, end) : Math.min(start, end);
}

/** The values that a rendering printed or may print, by token number. */
export class TokenTable {
  readonly #values: unknown[] = [];

  /** The text that stands for `value` until it is encoded. */
  token(value: unknown): string {
    this.#values.push(value);
    return `${tokenStart}${this.#values.length - 1}${tokenEnd}`;
  }

  value(index: number): unknown {
    return this.#values[index];
  }
}

/** Prints its token; Handlebars asks for `toHTML` before it would escape. */
class PrintedValue {
  readonly #table: TokenTable;
  readonly #value: unknown;

  constructor(table: TokenTable, value: unknown) {
    this.#table = table;
    this.#value = value;
  }

  toHTML(): string {
    return this.#table.token(this.#value);
  }
}

/** `view` for a template: structure kept for `each` and paths, leaves and scalars as tokens. */
export function tokenView(view: View, table: TokenTable): Record<string, unknown> {
  return tokenObject(view, table);
}

function tokenValue(value: ViewValue | undefined, table: TokenTable): unknown {
  if (typeof value === "boolean") return value;
  if (
    isLeaf(value) ||
    isAbsent(value) ||
    isCode(value) ||
    typeof value !== "object" ||
    value === null
  ) {
    return new PrintedValue(table, value);
  }
  if (Array.isArray(value))
    return (value as readonly ViewValue[]).map((item) => tokenValue(item, table));
  return tokenObject(value as View, table);
}

/**
 * Nothing of `Object`: a template that asks for `constructor` asks for a name that is not there.
 * Handlebars prints the view in its own message about a missing name.
 */
const viewPrototype: object = Object.assign(Object.create(null) as object, {
  [Symbol.toPrimitive]: () => "the view",
});

function tokenObject(view: View, table: TokenTable): Record<string, unknown> {
  const object = Object.create(viewPrototype) as Record<string, unknown>;
  for (const key of Object.keys(view)) object[key] = tokenValue(view[key], table);
  return object;
}

/** The value without its leaf, and the leaf if there is one. */
export function unwrapLeaf(value: unknown): {
  readonly value: unknown;
  readonly leaf: OriginLeaf | null;
} {
  return isLeaf(value) ? { value: value.value, leaf: value } : { value, leaf: null };
}
