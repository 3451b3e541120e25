// Says what is wrong with a file that js-yaml refused. The library `yaml` recovers from errors, so
// it finds them all; it is loaded only here. Its messages quote the file and are never printed.
import type { CST, YAMLError } from "yaml";
import { diagnose } from "../diagnostics/catalogue/index.js";
import type { Diagnostic, Report } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../source/source-file.js";
import type { BrokenSyntax } from "./parse-document.js";
import { readingLimits } from "./reading-budget.js";

/** The second reader is some ten times slower than the first: a huge file gets its first error only. */
const longestSecondReading = 512 * 1024;
const mostErrors = 20;
/** Characters read behind the first error: the time of `yaml` grows with the square of what is broken. */
const readBehind = 32 * 1024;

/** Something wrong at a place, in our words. */
interface SyntaxProblem {
  readonly start: number;
  readonly end: number;
  readonly problem: string;
  readonly help?: string;
}

/** What the token tree tells before anything is composed from it. */
interface Outline {
  readonly tooDeepAt: number | null;
  /** Offsets of quotes and brackets that nothing closes. */
  readonly unclosed: readonly number[];
}

/** Reports every syntax error of the file (E733, E739), at least one; or that it nests too deep. */
export async function explainSyntax(broken: BrokenSyntax, report: Report): Promise<void> {
  const { file } = broken;
  const firstOnly = { start: broken.at, end: broken.at, problem: wordingOf(broken.reason) };
  const text = textToRead(broken);
  if (text.length > longestSecondReading) {
    reportProblems(file, [firstOnly], [], report);
    return;
  }
  const { Parser, parseAllDocuments } = await import("yaml");
  const outline = outlineOf(new Parser().parse(text));
  if (outline.tooDeepAt !== null) {
    const span = { file, start: outline.tooDeepAt, end: outline.tooDeepAt + 1 };
    report(diagnose("E747", span, { limit: readingLimits.depth }));
    return;
  }
  const documents = parseAllDocuments(text, {
    prettyErrors: false,
    logLevel: "error",
    merge: false,
    uniqueKeys: false,
  });
  const errors = [...documents].flatMap((document) => document.errors);
  const isCut = text.length < file.text.length;
  const problems = errors
    .map(problemOf)
    .filter((problem) => problem !== null)
    .filter(({ start }) => !isCut || start < text.length);
  reportProblems(file, problems.length > 0 ? problems : [firstOnly], outline.unclosed, report);
}

/** The file up to some lines behind the first error. What is missing at the end of a cut is no error. */
function textToRead({ file, at }: BrokenSyntax): string {
  const lineEnd = file.text.lastIndexOf("\n", at + readBehind) + 1;
  const isAll = file.text.length <= at + readBehind;
  return isAll ? file.text : file.text.slice(0, lineEnd > at ? lineEnd : at + readBehind);
}

/**
 * Walks the token tree without recursion: composing deep nesting can abort the whole process, and
 * no handler would run.
 */
function outlineOf(roots: Iterable<CST.Token>): Outline {
  const unclosed: number[] = [];
  const pending: { token: CST.Token; depth: number }[] = [];
  for (const token of roots) pending.push({ token, depth: 0 });
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { token } = next;
    const depth = next.depth + (isCollection(token) ? 1 : 0);
    if (depth > readingLimits.depth) return { tooDeepAt: token.offset, unclosed: [] };
    if (isUnclosed(token)) unclosed.push(token.offset);
    for (const child of childrenOf(token)) pending.push({ token: child, depth });
  }
  return { tooDeepAt: null, unclosed: unclosed.toSorted((left, right) => left - right) };
}

type Collection = CST.BlockMap | CST.BlockSequence | CST.FlowCollection;

function isCollection(token: CST.Token): token is Collection {
  return (
    token.type === "block-map" || token.type === "block-seq" || token.type === "flow-collection"
  );
}

function isUnclosed(token: CST.Token): boolean {
  if (token.type === "flow-collection") {
    return !token.end.some(({ type }) => type === "flow-map-end" || type === "flow-seq-end");
  }
  if (token.type !== "single-quoted-scalar" && token.type !== "double-quoted-scalar") return false;
  const { source } = token;
  return source.length < 2 || source.at(-1) !== source[0];
}

function childrenOf(token: CST.Token): CST.Token[] {
  if (token.type === "document") return token.value === undefined ? [] : [token.value];
  if (!isCollection(token)) return [];
  const children: CST.Token[] = [];
  for (const item of token.items as readonly CST.CollectionItem[]) {
    if (item.key !== null && item.key !== undefined) children.push(item.key);
    if (item.value !== undefined) children.push(item.value);
  }
  return children;
}

/** Own words for the errors of `yaml`; null for those that are not about syntax. */
function problemOf(error: YAMLError): SyntaxProblem | null {
  const problem = errorWordings.get(error.code);
  if (problem === undefined) return null;
  const [start, end] = error.pos;
  const help = indentationHelp.get(error.code);
  const place = { start, end: Math.max(start, end), problem };
  return help === undefined ? place : { ...place, help };
}

const errorWordings: ReadonlyMap<string, string> = new Map([
  ["ALIAS_PROPS", "an alias cannot have an anchor or a tag"],
  ["BAD_ALIAS", "an alias must be followed by the name of an anchor"],
  ["BAD_DQ_ESCAPE", "this escape sequence does not exist in double quotes"],
  ["BAD_INDENT", "the indentation does not fit the lines before"],
  ["BAD_PROP_ORDER", "anchors and tags stand before the value"],
  ["BAD_SCALAR_START", "a value cannot start with this character unless it is quoted"],
  ["BLOCK_AS_IMPLICIT_KEY", "a map or list cannot start on the line of its key"],
  ["BLOCK_IN_FLOW", "indented blocks are not allowed between brackets"],
  ["IMPOSSIBLE", "this cannot stand here"],
  ["KEY_OVER_1024_CHARS", "a key may have at most 1024 characters"],
  ["MISSING_CHAR", "a closing quote, a bracket, a comma or a space is missing here"],
  ["MULTILINE_IMPLICIT_KEY", "a key must stand on one line, and a `:` must follow it"],
  ["MULTIPLE_ANCHORS", "a value can have one anchor"],
  ["MULTIPLE_DOCS", "a file holds one document"],
  ["MULTIPLE_TAGS", "a value can have one tag"],
  ["TAB_AS_INDENT", "a tab is used for indentation"],
  ["UNEXPECTED_TOKEN", "this is not expected here"],
  ["BAD_COLLECTION_TYPE", "this kind of value is not allowed here"],
]);

/** Cures of the errors that wrong indentation makes, by their code. */
const indentationHelp: ReadonlyMap<string, string> = new Map([
  ["BAD_INDENT", "Properties of one map start in the same column."],
  [
    "BLOCK_AS_IMPLICIT_KEY",
    "Properties of one map start in the same column: look at the next line too. Quote a value that holds `: `.",
  ],
  ["MULTILINE_IMPLICIT_KEY", "Properties of one map start in the same column, each with a `:`."],
]);

/** Own words for the reasons of js-yaml, found by a part of them. */
const reasonWordings: readonly (readonly [part: string, problem: string])[] = [
  ["quoted scalar", "a closing quote is missing"],
  ["tab characters", "a tab is used for indentation"],
  ["flow collection", "a closing bracket or a comma is missing"],
  ["indentation", "the indentation does not fit the lines before"],
  ["escape sequence", "this escape sequence does not exist in double quotes"],
  ["hexadecimal", "this escape sequence lacks hexadecimal digits"],
  ["multiline key", "a key must stand on one line, and a `:` must follow it"],
  ["':' after a mapping key", "a `:` is missing after a key"],
  ["whitespace character is expected", "a space is missing after `:`"],
  ["tag", "this tag is malformed"],
  ["anchor", "this anchor is malformed"],
  ["alias", "this alias is malformed"],
];

function wordingOf(reason: string): string {
  const found = reasonWordings.find(([part]) => reason.includes(part));
  return found?.[1] ?? "this is not expected here";
}

function reportProblems(
  file: SourceFile,
  problems: readonly SyntaxProblem[],
  unclosed: readonly number[],
  report: Report,
): void {
  const places = new Set<number>();
  const openings = new Set(unclosed);
  let tabReported = false;
  for (const found of problems.toSorted((left, right) => left.start - right.start)) {
    const tab = tabBefore(file.text, found.start);
    // One tab throws all lines after it off: the first is the cause.
    if (tabReported && (tab !== null || found.help !== undefined)) continue;
    if (places.has(found.start) || places.size === mostErrors) continue;
    places.add(found.start);
    if (tab !== null) tabReported = true;
    report(tab === null ? syntaxError(file, found, openings) : tabError(file, tab));
  }
}

function tabError(file: SourceFile, at: number): Diagnostic {
  const help = "Indent with spaces; most editors can convert the file.";
  return diagnose("E739", { file, start: at, end: at + 1 }, {}, { help });
}

/** A missing quote or bracket is noticed late: the place where it was opened is what helps. */
function syntaxError(file: SourceFile, found: SyntaxProblem, openings: Set<number>): Diagnostic {
  const { problem, help } = found;
  const start = Math.min(found.start, file.text.length);
  const end = Math.min(found.end, file.text.length);
  const opened = [...openings].findLast((offset) => offset < start);
  if (opened === undefined) {
    const extras = help === undefined ? {} : { help };
    return diagnose("E733", { file, start, end }, { problem }, extras);
  }
  openings.delete(opened);
  const related = [{ span: { file, start: opened, end: opened + 1 }, message: "opened here" }];
  const missing = `the ${file.text[opened] ?? ""} opened before is not closed here`;
  return diagnose("E733", { file, start, end }, { problem: missing }, { related });
}

/** The first tab in the indentation of the line that holds `at`, or null. */
function tabBefore(text: string, at: number): number | null {
  const lineStart = at === 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1;
  for (let index = lineStart; index < text.length; index++) {
    if (text[index] === "\t") return index;
    if (text[index] !== " ") return null;
  }
  return null;
}
