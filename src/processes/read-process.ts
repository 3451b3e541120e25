// One process: cuts its words into statements, and collects what binds. What a statement says beside
// that is passed over, so that the rest of the language may grow without this reader.
import { nearestName } from "../language/nearest-name.js";
import type { SourceFile } from "../source/source-file.js";
import type { ProcessDeclaration } from "./process-file.js";
import { ProcessReading } from "./process-reading.js";
import { Statement } from "./statement.js";
import { beginsStatement, statementsThatFit, type WordPlace } from "./statement-words.js";
import { readStatement } from "./statements.js";
import type { Complain, Token } from "./tokens.js";

const processName = /^[a-z][a-z0-9_]*$/u;

/** `tokens`: from the word `process` up to the next process, without what follows the last `end`. */
export function readProcess(
  file: SourceFile,
  tokens: readonly Token[],
  complain: Complain,
): ProcessDeclaration | null {
  const [keyword, name, ...rest] = tokens;
  if (keyword === undefined) return null;
  if (name?.kind !== "word") {
    complain({ file, start: keyword.end, end: keyword.end }, "a process has no name");
    return null;
  }
  const span = { file, start: name.start, end: name.end };
  if (!processName.test(name.text)) {
    const help = "A leading `_` is kept for `resources._defaults` and its like.";
    complain(span, "a process name is of a to z, 0 to 9 and `_`, and starts with a letter", help);
  }
  if (rest.at(-1)?.text !== "end" || rest.at(-1)?.kind !== "word") {
    const help = "Add `end` behind its last statement.";
    complain(span, `the process "${name.text}" is not closed`, help);
  }
  const reading = new ProcessReading(complain, branchesOf(tokens));
  for (const statement of statementsOf(file, rest, complain)) readStatement(statement, reading);
  findLookupCalls(file, rest, reading);
  const { parallelism, checkpointInterval, persistence, uses, states, services } = reading;
  return {
    name: name.text,
    span,
    parallelism,
    checkpointInterval,
    persistence,
    uses,
    states,
    services,
  };
}

function branchesOf(tokens: readonly Token[]): ReadonlySet<string> {
  return new Set(
    tokens.flatMap((token, index) => {
      const next = tokens[index + 1];
      return token.kind === "word" && token.text === "branch" && next?.kind === "word"
        ? [next.text]
        : [];
    }),
  );
}

function* statementsOf(
  file: SourceFile,
  tokens: readonly Token[],
  complain: Complain,
): Iterable<Statement> {
  let start = -1;
  for (const [index, token] of tokens.entries()) {
    const place: WordPlace = {
      before: tokens[index - 1] ?? null,
      token,
      next: tokens[index + 1] ?? null,
      afterNext: tokens[index + 2] ?? null,
    };
    if (beginsStatement(place)) {
      if (start !== -1) yield new Statement(file, tokens.slice(start, index));
      start = index;
    } else {
      reportSlip(file, place, complain);
    }
  }
  if (start !== -1) yield new Statement(file, tokens.slice(start));
}

/** A word that is nearly a statement that binds: passed over, it would leave a binding out. */
function reportSlip(file: SourceFile, place: WordPlace, complain: Complain): void {
  const fitting = statementsThatFit(place);
  if (fitting.length === 0) return;
  const { text, start, end } = place.token;
  const near = nearestName(text, fitting, 2);
  if (near === null || near === text) return;
  complain({ file, start, end }, `"${text}" is no statement`, `Did you mean "${near}"?`);
}

/** `lookup(X, "k")` in an expression, wherever it stands. */
function findLookupCalls(
  file: SourceFile,
  tokens: readonly Token[],
  reading: ProcessReading,
): void {
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== "word" || token.text !== "lookup" || tokens[index + 1]?.text !== "(")
      continue;
    if (tokens[index - 1]?.text === ".") continue;
    const name = tokens[index + 2];
    if (name?.kind !== "word") continue;
    const span = { file, start: name.start, end: name.end };
    reading.use("lookup", "lookup", { form: "name", name: name.text, span });
  }
}
