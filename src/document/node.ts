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
  /** What `${…}` in the written text became; null for a value as written. */
  readonly substituted: Substitution | null;
}

/** The written text of a scalar with variables, and where each value came from. */
export interface Substitution {
  readonly written: string;
  readonly variables: readonly SubstitutedVariable[];
}

export interface SubstitutedVariable {
  readonly name: string;
  readonly from: "option" | "environment" | "env-file" | "default";
  /** The assignment in the `.env` file, or null. */
  readonly span: Span | null;
}

/** A value that only the running job may see. Never holds the value itself. */
export type RuntimeReference =
  /** `fallback` is the plain default of `${VAR:-default}`; never a credential. */
  | { readonly kind: "variable"; readonly name: string; readonly fallback: string | null }
  | {
      readonly kind: "secret";
      readonly secret: string;
      readonly key: string | null;
      readonly version: string | null;
      /** True when `?default=` gave a substitute: the reference is optional at run time. */
      readonly optional: boolean;
    }
  | { readonly kind: "concatenation"; readonly parts: readonly (string | RuntimeReference)[] };

/** A scalar that resolution turned into a run-time reference. */
export interface ReferenceNode {
  readonly kind: "reference";
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
  readonly reference: RuntimeReference;
}

/** A value already reported as wrong: later stages skip it, so that no second error follows. */
export interface PoisonedNode {
  readonly kind: "poisoned";
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
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

/** Parsing makes scalars, lists and maps; resolution adds the other two. */
export type InfraNode = ScalarNode | ListNode | MapNode | ReferenceNode | PoisonedNode;

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
