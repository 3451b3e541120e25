// Prints diagnostics for programs: one JSON object, without excerpts of the files.
import { positionAt } from "../source/source-file.js";
import type { Span } from "../source/source-file.js";
import type { Diagnostic, RelatedPlace, Severity } from "./diagnostic.js";
import { placeName } from "./order.js";
import { unprintable } from "./printable.js";

/** A range of a file; lines and columns count from 1, the end is exclusive. */
interface JsonPlace {
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly endLine: number | null;
  readonly endColumn: number | null;
}

/**
 * `{ errors, warnings, notes, summary: { errorCount, warningCount, noteCount } }`, each list in the
 * given order. A diagnostic has `code`, `severity`, `message`, `file`, `line`, `column`, `endLine`,
 * `endColumn` (null without a place), `help` (or null), `notes` (texts) and `related` (the same
 * with their places). Characters that do not print are escaped. Ends with a line end.
 */
export function renderJson(diagnostics: readonly Diagnostic[]): string {
  const [errors, warnings, notes] = [
    entriesOf(diagnostics, "error"),
    entriesOf(diagnostics, "warning"),
    entriesOf(diagnostics, "note"),
  ];
  const summary = {
    errorCount: errors.length,
    warningCount: warnings.length,
    noteCount: notes.length,
  };
  const text = JSON.stringify({ errors, warnings, notes, summary }, null, 2);
  return `${text.replace(unprintable, escapeOutsideLayout)}\n`;
}

function entriesOf(diagnostics: readonly Diagnostic[], severity: Severity): readonly object[] {
  return diagnostics.filter((diagnostic) => diagnostic.severity === severity).map(entryOf);
}

function entryOf({ code, severity, message, span, help, related }: Diagnostic): object {
  return {
    code,
    severity,
    message,
    ...placeOf(span),
    help,
    notes: related.map(noteOf),
    related: related.map((place) => ({ message: place.message, ...placeOf(place.span) })),
  };
}

function noteOf(place: RelatedPlace): string {
  return `${placeName(place.span)}: ${place.message}`;
}

function placeOf(span: Span | null): JsonPlace {
  if (span === null) {
    return { file: null, line: null, column: null, endLine: null, endColumn: null };
  }
  const start = positionAt(span.file, span.start);
  const end = positionAt(span.file, span.end);
  return {
    file: span.file.path,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

/** JSON escapes; a raw line end here is layout, for inside a string it is escaped already. */
function escapeOutsideLayout(character: string): string {
  if (character === "\n") return character;
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
