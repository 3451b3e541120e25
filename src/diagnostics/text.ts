// Prints diagnostics for people. Everything that comes from input passes `printable` and the masks;
// no line can start with what a build server takes for a command.
import { positionAt } from "../source/source-file.js";
import type { Span } from "../source/source-file.js";
import type { Diagnostic, RelatedPlace, Severity } from "./diagnostic.js";
import { excerptOf } from "./excerpt.js";
import { columnsOnLine, credentialRanges, environmentRange } from "./masking.js";
import type { ColumnRange } from "./masking.js";
import { placeName } from "./order.js";
import { printable } from "./printable.js";

export interface TextOptions {
  readonly color: boolean;
  /**
   * The parts of a line that hold credentials, by what the caller knows of the file (places of
   * sensitive properties). Credentials that can be told by their look are hidden anyway.
   */
  readonly mask?: (line: Span) => readonly Span[];
}

type Style = "bold" | "red" | "yellow" | "cyan" | "blue";

const codes: Readonly<Record<Style, number>> = { bold: 1, red: 31, yellow: 33, cyan: 36, blue: 34 };
const styles: Readonly<Record<Severity, Style>> = { error: "red", warning: "yellow", note: "cyan" };

/** Renders in the given order; each diagnostic ends with a line end, a blank line between two. */
export function renderText(diagnostics: readonly Diagnostic[], options: TextOptions): string {
  // A literal credential is hidden by its place: an item behind `--password` looks like any other word.
  const credentials = diagnostics.flatMap(({ code, span }) =>
    code === "E714" && span !== null ? [span] : [],
  );
  const mask = (line: Span): readonly Span[] => [
    ...(options.mask?.(line) ?? []),
    ...credentials.filter(({ file }) => file === line.file),
  ];
  const masked = credentials.length === 0 ? options : { ...options, mask };
  return diagnostics.map((diagnostic) => renderOne(diagnostic, masked)).join("\n");
}

function renderOne(diagnostic: Diagnostic, options: TextOptions): string {
  const lines = [headline(diagnostic, options)];
  const gutter = " ".repeat(gutterWidth(diagnostic));
  if (diagnostic.span !== null) lines.push(...excerptLines(diagnostic.span, diagnostic, options));
  if (diagnostic.help !== null) lines.push(...trailer("help", diagnostic.help, gutter, options));
  for (const place of diagnostic.related) {
    lines.push(...relatedLines(place, diagnostic, options));
  }
  return lines.map((line) => `${line}\n`).join("");
}

function headline({ code, severity, message, span }: Diagnostic, options: TextOptions): string {
  const label = `${severity}[${printable(code)}]:`;
  const place = span === null ? "" : `${safePlace(span)}: `;
  return `${place}${paint(label, [styles[severity], "bold"], options)} ${printable(message)}`;
}

function safePlace(span: Span): string {
  return unlikeCommand(printable(placeName(span)));
}

/** Build servers take a line that starts with `::` or `##`, indented or not, for a command. */
function unlikeCommand(text: string): string {
  return /^\s*(?:::|##)/.test(text) ? `| ${text}` : text;
}

function relatedLines(
  place: RelatedPlace,
  diagnostic: Diagnostic,
  options: TextOptions,
): readonly string[] {
  const gutter = " ".repeat(gutterWidth(diagnostic));
  const text = `${safePlace(place.span)}: ${place.message}`;
  return [
    ...trailer("note", text, gutter, options),
    ...excerptLines(place.span, diagnostic, options),
  ];
}

function excerptLines(span: Span, diagnostic: Diagnostic, options: TextOptions): readonly string[] {
  const excerpt = excerptOf(span, hiddenColumns(span, diagnostic.code, options));
  if (excerpt === null) return [];
  const width = gutterWidth(diagnostic);
  const bar = (number: string): string => paint(`${number.padStart(width)} |`, ["blue"], options);
  const color = styles[diagnostic.severity];
  return [
    bar(""),
    `${bar(String(excerpt.line))} ${excerpt.text}`,
    `${bar("")} ${paint(excerpt.carets, [color], options)}`,
  ];
}

function hiddenColumns(span: Span, code: string, options: TextOptions): readonly ColumnRange[] {
  const { file } = span;
  const { line, column } = positionAt(file, span.start);
  const start = Math.min(span.start, file.text.length) - (column - 1);
  const lineBreak = file.text.indexOf("\n", start);
  const end = lineBreak === -1 ? file.text.length : lineBreak;
  const known = options.mask?.({ file, start, end }) ?? [];
  const ranges = known
    .map((range) => columnsOnLine(file, line, range))
    .filter((range) => range !== null);
  // E715 is about environment files, whatever they are called.
  if (code === "E715") ranges.push(environmentRange(file.text.slice(start, end)));
  return [...ranges, ...credentialRanges(file, line)];
}

/** Width of the largest line number that the diagnostic shows. */
function gutterWidth({ span, related }: Diagnostic): number {
  const spans = related.map((place) => place.span);
  if (span !== null) spans.push(span);
  const lines = spans.map(({ file, start }) => positionAt(file, start).line);
  return String(Math.max(1, ...lines)).length + 1;
}

/** `= help: …`; further lines, such as a snippet to copy, keep their indentation below it. */
function trailer(
  label: string,
  text: string,
  gutter: string,
  options: TextOptions,
): readonly string[] {
  const [first = "", ...rest] = text.split(/\r?\n/);
  const head = `${gutter} ${paint("=", ["blue"], options)} ${paint(`${label}:`, ["bold"], options)}`;
  return [
    `${head} ${printable(first)}`,
    ...rest.map((line) => `${gutter}   ${unlikeCommand(printable(line))}`),
  ];
}

function paint(text: string, with_: readonly Style[], { color }: TextOptions): string {
  if (!color || text === "") return text;
  return `\u001b[${with_.map((style) => codes[style]).join(";")}m${text}\u001b[0m`;
}
