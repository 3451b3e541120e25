// What each statement binds (vocabulary 5.1 and 5.2): which function reads it, and the blocks that
// statements open. A statement that is not here binds nothing.
import { enrich, lookup, receive } from "./input-statements.js";
import { deadLetter, emit, lateData, route } from "./output-statements.js";
import type { ProcessReading } from "./process-reading.js";
import { checkpoint, localState, sharedState, stateMachine, states } from "./state-statements.js";
import type { Statement } from "./statement.js";

type Read = (statement: Statement, reading: ProcessReading) => void;

const readers: ReadonlyMap<string, Read> = new Map<string, Read>([
  ["parallelism", parallelism],
  ["receive", receive],
  ["late", lateData],
  ["enrich", enrich],
  ["lookup", lookup],
  ["transform", states],
  ["window", states],
  ["emit", emit],
  ["send", emit],
  ["route", route],
  ["dead_letter", deadLetter],
  ["on", on],
  ["checkpoint", checkpoint],
  ["state", sharedState],
  ["uses", sharedState],
  ["local", localState],
  ["buffer", localState],
  ["state_machine", stateMachine],
  ["branch", openBlock],
  ["parallel", openBlock],
  ["phase", openBlock],
  ["markers", openBlock],
  ["metrics", openBlock],
  ["aggregate", aggregate],
  ["call", call],
  ["emit_audit_event", auditEvent],
  ["evaluate", evaluate],
  ["end", (_, reading) => reading.closeBlock()],
]);

/** Collects what `statement` binds. */
export function readStatement(statement: Statement, reading: ProcessReading): void {
  const { text, opensLine } = statement.first;
  if (reading.nextIsForErrors === "same-line" && opensLine) {
    // Nothing followed on its line: a block, then.
    reading.nextIsForErrors = "no";
    reading.openBlock(true);
  }
  if (text.startsWith("on_")) openNamedBlock(statement, reading);
  else readers.get(text)?.(statement, reading);
  reading.previous = text;
}

/** Blocks whose records failed; in every other, records go on (vocabulary decision 91). */
const errorBlocks: ReadonlySet<string> = new Set([
  "on_failure",
  "on_error",
  "on_invalid",
  "on_validation_error",
]);

function openBlock(_: Statement, reading: ProcessReading): void {
  reading.openBlock(false);
}

function openNamedBlock(statement: Statement, reading: ProcessReading): void {
  const { text } = statement.first;
  // `on_partial_timeout` has no `end`; `on_invalid send to X` on one line has none either.
  if (text === "on_partial_timeout") return;
  if (text === "on_invalid" && statement.tokens.length === 1) reading.nextIsForErrors = "same-line";
  else reading.openBlock(errorBlocks.has(text));
}

/** `aggregate count() as n … end`; `aggregate using X` and `aggregate X from a, b` have no block. */
function aggregate(statement: Statement, reading: ProcessReading): void {
  if (statement.at(2)?.text === "(") reading.openBlock(false);
}

function evaluate(statement: Statement, reading: ProcessReading): void {
  if (statement.find("when") !== -1) reading.openBlock(false);
}

function on(statement: Statement, reading: ProcessReading): void {
  // Its `emit completion to` is a statement of its own.
  if (statement.reads(1, "commit"))
    reading.commit = statement.reads(2, "failure") ? "on commit failure" : "on commit";
  if (!statement.reads(1, "error")) return;
  // `persist to X on error emit to Y`: one statement, and no block.
  if (reading.previous === "persist") {
    reading.nextIsForErrors = "yes";
    return;
  }
  const kind = statement.at(2);
  const isHandler =
    kind?.kind === "word" && (kind.text.endsWith("_error") || statement.reads(3, "failure"));
  if (!isHandler) reading.openBlock(true);
}

/** `call external S`, `call ml_service "m"`: no section of the bindings is for them (decision 95). */
function call(statement: Statement, reading: ProcessReading): void {
  const kind = ["external", "ml_service"].find((word) => statement.reads(1, word));
  if (kind !== undefined) addService(statement, 2, "calls the service", reading);
}

function auditEvent(statement: Statement, reading: ProcessReading): void {
  addService(statement, 1, "emits the audit event", reading);
}

function addService(
  statement: Statement,
  index: number,
  usage: string,
  { services }: ProcessReading,
): void {
  const target = statement.target(index);
  if (target !== null) services.push({ usage, name: target.name, span: target.span });
}

function parallelism(statement: Statement, reading: ProcessReading): void {
  const index = statement.reads(1, "hint") ? 2 : 1;
  const token = statement.at(index);
  // A build-time value, which this compiler does not know.
  if (token?.kind === "placeholder") return;
  if (token?.kind !== "number" || !/^[1-9][0-9]{0,8}$/u.test(token.text)) {
    const span = token === undefined ? statement.behind(index - 1) : statement.span(token);
    reading.complain(span, "`parallelism` takes a whole number from 1 on");
    return;
  }
  reading.parallelism = { value: Number(token.text), span: statement.span(token) };
}
