// The order in which diagnostics are shown: the same for the same input, whatever found them first.
import { positionAt } from "../source/source-file.js";
import type { SourceFile, Span } from "../source/source-file.js";
import type { Diagnostic } from "./diagnostic.js";

/**
 * Sorts by file (as `fileOrder` lists them, others behind by path), place, code and message, and
 * drops repetitions. Diagnostics without a place come first.
 */
export function sortDiagnostics(
  diagnostics: readonly Diagnostic[],
  fileOrder: readonly SourceFile[],
): readonly Diagnostic[] {
  const ranks = new Map<string, number>();
  for (const { path } of fileOrder) if (!ranks.has(path)) ranks.set(path, ranks.size);
  const sorted = diagnostics.toSorted(
    (left, right) =>
      rankOf(left, ranks) - rankOf(right, ranks) ||
      byText(left.span?.file.path ?? "", right.span?.file.path ?? "") ||
      (left.span?.start ?? 0) - (right.span?.start ?? 0) ||
      byText(left.code, right.code) ||
      byText(left.message, right.message) ||
      byText(identityOf(left), identityOf(right)),
  );
  const seen = new Set<string>();
  return sorted.filter((diagnostic) => {
    const identity = identityOf(diagnostic);
    const isNew = !seen.has(identity);
    seen.add(identity);
    return isNew;
  });
}

/**
 * One of those that differ only in what they name: a slip in a group or an anchor is found once for each
 * user of it, at the same place. Expects them sorted; the first stays, and says how many more there are.
 */
export function foldAlike(sorted: readonly Diagnostic[]): readonly Diagnostic[] {
  const folded: Diagnostic[] = [];
  for (let index = 0; index < sorted.length;) {
    const first = sorted[index] as Diagnostic;
    const shape = shapeOf(first);
    let end = index + 1;
    while (end < sorted.length && shapeOf(sorted[end] as Diagnostic) === shape) end += 1;
    const more = first.span === null ? 0 : end - index - 1;
    if (first.span === null) folded.push(...sorted.slice(index, end));
    else if (more === 0) folded.push(first);
    else folded.push({ ...first, message: `${first.message} And ${more} more here like it.` });
    index = end;
  }
  return folded;
}

/** Where and what, without the names and numbers. */
function shapeOf({ code, span, message }: Diagnostic): string {
  const kind = message.replace(/"[^"]*"/gu, '""').replace(/\d+/gu, "0");
  return JSON.stringify([code, span === null ? null : rangeOf(span), kind]);
}

function rankOf({ span }: Diagnostic, ranks: ReadonlyMap<string, number>): number {
  return span === null ? -1 : (ranks.get(span.file.path) ?? ranks.size);
}

function byText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Everything a reader would see, so that two diagnostics are one only if they print the same. */
function identityOf(diagnostic: Diagnostic): string {
  const { code, severity, message, help, span, related } = diagnostic;
  const places = related.map((place) => [place.message, rangeOf(place.span)]);
  return JSON.stringify([
    code,
    severity,
    message,
    help,
    span === null ? null : rangeOf(span),
    places,
  ]);
}

function rangeOf(span: Span): readonly (string | number)[] {
  return [span.file.path, span.start, span.end];
}

/** `path:line:column`, both counted from 1. */
export function placeName(span: Span): string {
  const { line, column } = positionAt(span.file, span.start);
  return `${span.file.path}:${line}:${column}`;
}
