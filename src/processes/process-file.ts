// What a process file (L1, `.proc`) says of infrastructure: names to be bound, where they stand, and
// the values that it states itself. Data only; everything else of the language is left out.
import type { SourceFile, Span } from "../source/source-file.js";

/** How a process uses what it names; decides in which section the name is looked up (vocabulary 5.1). */
export type UseKind =
  | "receive"
  | "emit"
  /** `late data to`: a sink, else a dead letter (decision 90). */
  | "late-data"
  /** Where failed records go: a dead letter, else a sink (decision 91). */
  | "error-target"
  | "dead-letter"
  | "lookup"
  | "checkpoint"
  | "completion"
  | "shared-state";

/** A logical name, a physical name in quotes, or a build-time placeholder `${a.b}`. */
export type TargetForm = "name" | "text" | "placeholder";

/** A text of the file with its place. */
export interface Located<Value> {
  readonly value: Value;
  readonly span: Span;
}

/** A value that a process states beside a name, and that the binding may leave out (vocabulary 5.2). */
export interface InlineValue {
  /** The property of the binding, as the language spells it: `consumer.group_id`. */
  readonly property: string;
  readonly value: string | number | boolean;
  readonly span: Span;
}

/** One name that has to be bound. */
export interface BindingUse {
  readonly kind: UseKind;
  readonly form: TargetForm;
  readonly name: string;
  readonly span: Span;
  /** The construct, as messages name it: `receive`, `enrich using`. */
  readonly construct: string;
  /** The fields that `enrich using X on a, b` looks up by; null where the construct has none. */
  readonly keyFields: number | null;
  /** The system that the process itself names, such as `kafka` or `scheduler`. */
  readonly connector: Located<string> | null;
  readonly inline: readonly InlineValue[];
}

/** A state of a process, with its lifetime if it states one. */
export interface StateUse {
  readonly name: string;
  readonly span: Span;
  /** A duration of the language, such as `24h`. */
  readonly ttl: Located<string> | null;
}

/** A service or an audit event that a process reaches by code of its own (decision 95). */
export interface ServiceCall {
  /** What is done, as messages put it between the process and the name. */
  readonly usage: string;
  readonly name: string;
  readonly span: Span;
}

/** One `process … end`. */
export interface ProcessDeclaration {
  readonly name: string;
  /** The name's place. */
  readonly span: Span;
  readonly parallelism: Located<number> | null;
  /** `checkpoint every <duration>`: used where the binding has no interval (decision 87). */
  readonly checkpointInterval: Located<string> | null;
  /** `state_machine … persistence rocksdb`. */
  readonly persistence: Located<string> | null;
  readonly uses: readonly BindingUse[];
  readonly states: readonly StateUse[];
  readonly services: readonly ServiceCall[];
}

/** One file with its processes, in order. */
export interface ProcessFile {
  readonly file: SourceFile;
  readonly processes: readonly ProcessDeclaration[];
}
