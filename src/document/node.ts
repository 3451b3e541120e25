// The located tree: what a file says and where. Offsets only; lines are computed when printed.
// A tree is never changed after it was built: merging makes new maps that share entries.
import type { SourceFile, Span } from "../source/source-file.js";

export type Scalar = string | number | boolean | null;

/** A leaf. `plain` is false for quoted and block scalars, which are always strings. */
export interface ScalarNode {
  readonly kind: "scalar";
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
  readonly value: Scalar;
  readonly plain: boolean;
}

export interface ListNode {
  readonly kind: "list";
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
  readonly items: readonly InfraNode[];
}

/** A mapping in source order (for a merged map: base keys first). */
export interface MapNode {
  readonly kind: "map";
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
  readonly entries: ReadonlyMap<string, Entry>;
}

export type InfraNode = ScalarNode | ListNode | MapNode;

/** A key with its value and its place, and what it replaced. */
export interface Entry {
  readonly key: string;
  readonly value: InfraNode;
  readonly file: SourceFile;
  readonly keyStart: number;
  readonly keyEnd: number;
  /** The path as the file spelled it, when a synonym was rewritten; else null. */
  readonly writtenAs: string | null;
  /** The inherited entry that this one overrode; else null. */
  readonly replaced: Entry | null;
}

export function nodeSpan(node: InfraNode): Span {
  return { file: node.file, start: node.start, end: node.end };
}

export function keySpan(entry: Entry): Span {
  return { file: entry.file, start: entry.keyStart, end: entry.keyEnd };
}

/** The entry of `key` in `node`, or undefined when `node` is no map or lacks it. */
export function entryOf(node: InfraNode | undefined, key: string): Entry | undefined {
  return node?.kind === "map" ? node.entries.get(key) : undefined;
}

/** The value under `keys`, or undefined as soon as one is missing. */
export function valueAt(node: InfraNode | undefined, ...keys: string[]): InfraNode | undefined {
  let current = node;
  for (const key of keys) current = entryOf(current, key)?.value;
  return current;
}
