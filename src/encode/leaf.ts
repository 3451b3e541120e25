// What a value may be wrapped in on its way to an emitter: a leaf that knows its origin, or `absent`.
// Must not know what an origin is: the generator's contract and the renderer do.

// Registered symbols: a third-party generator may load a second copy of this module.
const leafBrand = Symbol.for("nexgen.leaf");
const codeBrand = Symbol.for("nexgen.code");

/** A map key or list item whose value is `absent` (or undefined) is left out by the emitters. */
export const absent: unique symbol = Symbol.for("nexgen.absent") as never;

/** Stands for a value that is not there. */
export type Absent = typeof absent;

/** A value (scalar, list or map) with the place or places it was derived from. */
export interface OriginLeaf {
  readonly kind: "leaf";
  readonly value: unknown;
  readonly origin: unknown;
}

class Leaf implements OriginLeaf {
  readonly kind = "leaf";
  readonly [leafBrand] = true;
  constructor(
    readonly value: unknown,
    readonly origin: unknown,
  ) {}
}

/** Wraps `value` so that an emitter can report where it was printed. */
export function leaf(value: unknown, origin: unknown): OriginLeaf {
  return new Leaf(value, origin);
}

/** Tells a leaf from data that only looks like one: labels may well be `kind: leaf`. */
export function isLeaf(value: unknown): value is OriginLeaf {
  return typeof value === "object" && value !== null && leafBrand in value;
}

/** Whether an emitter leaves out the key or item that holds `value`. */
export function isAbsent(value: unknown): value is Absent | undefined {
  return value === absent || value === undefined || (isLeaf(value) && isAbsent(value.value));
}

/** A finished fragment of the file's language: an identifier, a type, an expression, a list of words. */
export interface Code {
  readonly kind: "code";
  readonly text: string;
}

class MarkedCode implements Code {
  readonly kind = "code";
  readonly [codeBrand] = true;
  constructor(readonly text: string) {}
}

/**
 * Marks `text` as a fragment of Java, shell or XML that is printed as it stands. Only for text that we
 * wrote or encoded: a plain string is printed as a literal, so that it cannot break out of its place.
 */
export function code(text: string): Code {
  return new MarkedCode(text);
}

export function isCode(value: unknown): value is Code {
  return typeof value === "object" && value !== null && codeBrand in value;
}
