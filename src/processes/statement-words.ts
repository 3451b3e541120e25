// Which words begin a statement of a process. The language has no separators, and nearly every keyword
// may also be the name of a field, so a word's neighbours decide. Reads no statement.
import type { Token } from "./tokens.js";

/** A word with its neighbours; a missing one is null. */
export interface WordPlace {
  readonly before: Token | null;
  readonly token: Token;
  readonly next: Token | null;
  readonly afterNext: Token | null;
}

type Condition = (place: WordPlace) => boolean;

const always: Condition = () => true;

function followedBy(...words: readonly string[]): Condition {
  return ({ next }) => next?.kind === "word" && words.includes(next.text);
}

/** `transform failure` names an error; `transform` alone begins a statement. */
const notFailure: Condition = (place) => !followedBy("failure")(place);

const declaresState: Condition = ({ next, afterNext }) =>
  next?.kind === "word" && afterNext?.kind === "word" && afterNext.text === "keyed";

const statements: Readonly<Record<string, Condition>> = {
  receive: always,
  emit: always,
  send: always,
  persist: followedBy("to"),
  enrich: always,
  lookup: notFailure,
  late: followedBy("data"),
  checkpoint: always,
  dead_letter: always,
  parallelism: always,
  on: followedBy("commit", "error", "complete"),
  state: followedBy("uses", "local", "buffer"),
  uses: ({ before }) => before?.text !== "state",
  local: declaresState,
  buffer: declaresState,
  state_machine: always,
  time: followedBy("by"),
  partition: followedBy("by"),
  when: followedBy("slow"),
  backpressure: always,
  mode: always,
  description: ({ next }) => next?.kind === "text",
  business_date: always,
  processing_date: always,
  phase: always,
  markers: always,
  metrics: always,
  branch: always,
  parallel: always,
  route: always,
  transform: notFailure,
  evaluate: always,
  aggregate: always,
  window: always,
  join: always,
  merge: always,
  await: always,
  hold: always,
  deduplicate: always,
  validate: always,
  validate_input: always,
  where: always,
  batch: followedBy("size", "timeout"),
  transition: followedBy("to"),
  emit_audit_event: always,
  call: always,
  schedule: always,
  signal: always,
  sql: always,
  set: always,
  let: always,
  if: always,
  end: always,
};

/** Ways to clean up a state, not blocks of a statement. */
const cleanups: ReadonlySet<string> = new Set(["on_checkpoint", "on_access"]);

function isStart(word: string): boolean {
  return Object.hasOwn(statements, word);
}

/** Words that a name follows: whatever stands there on the same line is that name. */
const namesFollow: ReadonlySet<string> = new Set(
  (
    "by key schema as select project except include correlation using and or not is in into where " +
    "require filter to from with join merge await hold until branch lookup receive uses local buffer " +
    "process dead_letter counter gauge histogram rate enrich window"
  ).split(" "),
);

/** Marks inside an expression or a list. */
const joins: ReadonlySet<string> = new Set(
  ". .. , : = == != < > <= >= + - * / % ? -> → &".split(" "),
);

/** Whether a statement begins with this word. */
export function beginsStatement(place: WordPlace): boolean {
  const { before, token, next } = place;
  if (token.kind !== "word" || token.depth > 0) return false;
  const isBlock = token.text.startsWith("on_") && !cleanups.has(token.text);
  if (!isBlock && !isStart(token.text)) return false;
  if (next?.kind === "mark" && (joins.has(next.text) || next.text === "(")) return false;
  if (before?.kind === "mark" && joins.has(before.text)) return false;
  if (before?.kind === "word" && namesFollow.has(before.text) && !token.opensLine) return false;
  return isBlock || (statements[token.text]?.(place) ?? false);
}

/** Statements that bind, with what has to follow them: a word near one of these, so placed, is a slip. */
const misspelt: readonly (readonly [word: string, fits: Condition])[] = [
  ["receive", ({ next }) => next?.kind === "word" || next?.kind === "text"],
  ["emit", followedBy("to")],
  ["send", followedBy("to")],
  ["enrich", followedBy("using", "with")],
  ["checkpoint", followedBy("every")],
  ["dead_letter", ({ next }) => next?.kind === "word"],
  ["parallelism", ({ next }) => next?.kind === "number" || next?.text === "hint"],
];

/** What `nearest` may choose from at this place. */
export function statementsThatFit(place: WordPlace): readonly string[] {
  const { token, before } = place;
  if (token.kind !== "word" || token.depth > 0 || !token.opensLine) return [];
  if (before?.kind === "mark" && joins.has(before.text)) return [];
  return misspelt.filter(([, fits]) => fits(place)).map(([word]) => word);
}
