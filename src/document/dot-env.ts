// Reads `.env` files with positions. Nothing is interpolated, nothing enters the process environment,
// and no message holds a value: everything in such a file may be a credential.
import { diagnose } from "../diagnostics/catalogue/index.js";
import type { Report } from "../diagnostics/diagnostic.js";
import type { SourceFile, Span } from "../source/source-file.js";
import { checkText } from "./check-text.js";
import { readingLimits } from "./reading-budget.js";

/** A value and the place of its name. */
export interface DotEnvValue {
  readonly value: string;
  readonly span: Span;
}

interface Cursor {
  readonly file: SourceFile;
  readonly report: Report;
  at: number;
  problems: number;
}

const assignment = /[ \t]*(?:export[ \t]+)?([A-Za-z_][A-Za-z0-9_]*)[ \t]*=[ \t]*/dy;
const restOfLine = /[ \t]*(?:#[^\n]*)?(?:\r?\n|$)/y;
const comment = /[ \t]#/;
const escapes: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["\\", "\\"],
  ['"', '"'],
]);

/**
 * `NAME=value` lines, `export` allowed in front. Single quotes are literal; double quotes know
 * `\n \r \t \\ \"`; only quoted values may span lines; an unquoted one ends at white space before `#`.
 * Every line that does not fit, and every name set twice, is reported (E715).
 */
export function parseDotEnv(file: SourceFile, report: Report): ReadonlyMap<string, DotEnvValue> {
  const values = new Map<string, DotEnvValue>();
  const cursor: Cursor = { file, report, at: 0, problems: 0 };
  if (!checkText(file, (found) => complain(cursor, found.span, lowerFirst(found.message)))) {
    return values;
  }
  while (cursor.at < file.text.length && cursor.problems <= readingLimits.problems) {
    if (skip(cursor, restOfLine)) continue;
    readAssignment(cursor, values);
  }
  return values;
}

function skip(cursor: Cursor, pattern: RegExp): boolean {
  pattern.lastIndex = cursor.at;
  const length = pattern.exec(cursor.file.text)?.[0].length;
  if (length === undefined) return false;
  cursor.at += length;
  return true;
}

function readAssignment(cursor: Cursor, values: Map<string, DotEnvValue>): void {
  const { file } = cursor;
  assignment.lastIndex = cursor.at;
  const match = assignment.exec(file.text);
  const name = match?.[1];
  if (match === null || name === undefined) {
    refuseLine(cursor);
    return;
  }
  const start = match.indices?.[1]?.[0] ?? cursor.at;
  const span = { file, start, end: start + name.length };
  cursor.at += match[0].length;
  const value = readValue(cursor, span);
  const first = values.get(name);
  if (first !== undefined) complain(cursor, span, `"${name}" is set twice`, first.span);
  else if (value !== null) values.set(name, { value, span });
}

function refuseLine(cursor: Cursor): void {
  const start = cursor.at;
  const end = lineEnd(cursor);
  cursor.at = end;
  const text = cursor.file.text.slice(start, end);
  const problem = text.includes("=")
    ? "a name consists of letters, digits and `_`, and does not start with a digit"
    : "it has no `=`";
  complain(cursor, { file: cursor.file, start, end: start + text.trimEnd().length }, problem);
  skip(cursor, restOfLine);
}

function readValue(cursor: Cursor, name: Span): string | null {
  const quote = cursor.file.text[cursor.at];
  if (quote === "'" || quote === '"') return readQuoted(cursor, quote);
  if (quote === "`") {
    complain(cursor, name, "backticks do not quote a value; use single quotes");
    cursor.at = lineEnd(cursor);
    return null;
  }
  const end = lineEnd(cursor);
  const line = cursor.file.text.slice(cursor.at, end);
  const cut = line.startsWith("#") ? 0 : line.search(comment);
  cursor.at = end;
  return (cut === -1 ? line : line.slice(0, cut)).trim();
}

/** The value between quotes; null, after a report, when it is not closed or holds an unknown escape. */
function readQuoted(cursor: Cursor, quote: string): string | null {
  const { file } = cursor;
  const opening = cursor.at;
  const closing = closingQuote(file.text, opening + 1, quote);
  if (closing === -1) {
    complain(cursor, { file, start: opening, end: opening + 1 }, "the quote is not closed");
    cursor.at = lineEnd(cursor);
    return null;
  }
  const inner = file.text.slice(opening + 1, closing).replaceAll("\r\n", "\n");
  cursor.at = closing + 1;
  if (!skip(cursor, restOfLine)) {
    const end = lineEnd(cursor);
    complain(cursor, { file, start: cursor.at, end }, "text follows the closing quote");
    cursor.at = end;
  }
  return quote === "'" ? inner : unescape(cursor, inner, opening);
}

function closingQuote(text: string, from: number, quote: string): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === quote) return at;
    if (quote === '"' && text[at] === "\\") at++;
  }
  return -1;
}

function unescape(cursor: Cursor, inner: string, opening: number): string | null {
  let known = true;
  const value = inner.replace(/\\([^])/g, (_, character: string) => {
    const plain = escapes.get(character);
    known &&= plain !== undefined;
    return plain ?? "";
  });
  if (known) return value;
  const problem =
    'an escape in double quotes is one of \\n \\r \\t \\\\ \\"; single quotes keep text as it is';
  complain(cursor, { file: cursor.file, start: opening, end: opening + 1 }, problem);
  return null;
}

function lineEnd(cursor: Cursor): number {
  const { text } = cursor.file;
  const end = text.indexOf("\n", cursor.at);
  if (end === -1) return text.length;
  return text[end - 1] === "\r" && end > cursor.at ? end - 1 : end;
}

function complain(cursor: Cursor, span: Span | null, problem: string, first?: Span): void {
  cursor.problems++;
  if (cursor.problems > readingLimits.problems) {
    cursor.report(diagnose("N730", span, { limit: readingLimits.problems }));
    return;
  }
  const related = first === undefined ? [] : [{ span: first, message: "first set here" }];
  cursor.report(diagnose("E715", span, { problem }, { related }));
}

function lowerFirst(message: string): string {
  const text = message.replace(/\.$/, "");
  return text.startsWith("A ") ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
