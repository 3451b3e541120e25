// Statements that name where records go: `emit`, `send`, `route`, `late data`, `dead_letter`, and
// completions (vocabulary 5.1 and 5.2).
import {
  connectorAt,
  connectorValues,
  optionValues,
  retentionValues,
  type InlineRole,
} from "./inline-values.js";
import type { InlineValue } from "./process-file.js";
import { missingName, type ProcessReading } from "./process-reading.js";
import type { Statement } from "./statement.js";

export function emit(statement: Statement, reading: ProcessReading): void {
  const isForErrors = reading.isForErrors;
  reading.nextIsForErrors = "no";
  const word = statement.first.text;
  if (word === "emit" && statement.reads(1, "completion")) {
    completion(statement, reading);
    return;
  }
  const target = statement.reads(1, "to") ? statement.target(2) : null;
  if (target === null) {
    missingName(statement, statement.reads(1, "to") ? 1 : 0, `${word} to`, reading);
    return;
  }
  const role: InlineRole = "sink";
  const at = statement.find("to", 3);
  const found = at === -1 ? null : connectorAt(statement, at + 1);
  const inline = [
    ...(found === null ? [] : connectorValues(statement, found, role)),
    ...optionValues(statement, role),
    ...retentionValues(statement),
    ...(isForErrors ? metadataValues(statement) : []),
  ];
  const connector = found?.connector ?? null;
  reading.use(isForErrors ? "error-target" : "emit", `${word} to`, target, { connector, inline });
}

/** `preserve_state true`, `include_error_context true`: the dead letter carries what went wrong. */
function metadataValues(statement: Statement): readonly InlineValue[] {
  for (const word of ["preserve_state", "include_error_context"]) {
    const token = statement.at(statement.find(word) + 1);
    if (statement.find(word) === -1 || token?.text !== "true") continue;
    return [{ property: "include_metadata", value: true, span: statement.span(token) }];
  }
  return [];
}

function completion(statement: Statement, reading: ProcessReading): void {
  const target = statement.reads(2, "to") ? statement.target(3) : null;
  if (target === null) {
    missingName(statement, statement.reads(2, "to") ? 2 : 1, "emit completion to", reading);
    return;
  }
  const index = statement.find("correlation", 4);
  const field = index === -1 ? undefined : statement.at(index + 1);
  if (field?.kind !== "word") {
    const help = "Name the field that tells whose completion it is: `correlation transaction_id`.";
    reading.complain(statement.behind(3), "`emit completion to` has no `correlation`", help);
    reading.use("completion", reading.commit, target);
    return;
  }
  const last = statement.at(statement.fields(index + 1).next - 1) ?? field;
  const span = { ...statement.span(field), end: last.end };
  const value = statement.file.text.slice(span.start, span.end);
  const inline = [{ property: "producer.key_field", value, span }];
  reading.use("completion", reading.commit, target, { inline });
}

/** Targets of `to X`, `then X` and `otherwise X`, but for branches of the process. */
export function route(statement: Statement, reading: ProcessReading): void {
  if (statement.reads(1, "by") || statement.find("then") !== -1) reading.openBlock(false);
  for (const [index, token] of statement.tokens.entries()) {
    if (index === 0 || token.kind !== "word" || token.depth > 0) continue;
    if (!["to", "then", "otherwise", "default"].includes(token.text)) continue;
    if (statement.reads(index + 1, "to") || statement.reads(index + 1, "continue")) continue;
    const target = statement.target(index + 1);
    if (target === null) {
      if (token.text === "to") missingName(statement, index, "route to", reading);
    } else if (!reading.branches.has(target.name)) {
      reading.use("emit", "route to", target);
    }
  }
}

export function deadLetter(statement: Statement, reading: ProcessReading): void {
  const target = statement.target(1);
  if (target === null) missingName(statement, 0, "dead_letter", reading);
  else reading.use("dead-letter", "dead_letter", target);
}

export function lateData(statement: Statement, reading: ProcessReading): void {
  const target = statement.reads(2, "to") ? statement.target(3) : null;
  if (target === null)
    missingName(statement, statement.reads(2, "to") ? 2 : 1, "late data to", reading);
  else reading.use("late-data", "late data to", target);
}
