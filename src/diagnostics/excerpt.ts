// One line of a file with a caret line below it, safe to print: no credential, no control character,
// at most 200 columns.
import { lineText, positionAt } from "../source/source-file.js";
import type { Span } from "../source/source-file.js";
import { columnsOnLine } from "./masking.js";
import type { ColumnRange } from "./masking.js";
import { printable } from "./printable.js";

/** The text of a line and what marks the span below it; both start at the same column. */
export interface Excerpt {
  readonly line: number;
  readonly text: string;
  readonly carets: string;
}

const widest = 200;
const before = 60;
const mask = "•";

/**
 * The first line of `span`; `hidden` are columns of it to replace by dots of the same width.
 * Null where the line is blank: nothing could be seen.
 */
export function excerptOf(span: Span, hidden: readonly ColumnRange[]): Excerpt | null {
  const { line, column } = positionAt(span.file, span.start);
  const full = lineText(span.file, line);
  if (full.trim() === "") return null;
  const start = Math.min(column - 1, full.length);
  const marked = columnsOnLine(span.file, line, span) ?? { start, end: start + 1 };
  const window = windowOf(full, marked.start);
  const cells = cellsOf(full, window, hidden, marked);
  const [head, tail] = [window.start > 0 ? "…" : "", window.end < full.length ? "…" : ""];
  const pad = head === "" ? "" : " ";
  const carets = pad + cells.carets;
  return {
    line,
    text: head + cells.text + tail,
    carets: marked.start >= window.end ? `${carets}^` : carets.trimEnd(),
  };
}

function windowOf(full: string, focus: number): ColumnRange {
  if (full.length <= widest) return { start: 0, end: full.length };
  const start = Math.max(0, Math.min(focus - before, full.length - widest));
  const end = Math.min(full.length, start + widest);
  return { start: atCharacter(full, start), end: atCharacter(full, end) };
}

/** Keeps both halves of a surrogate pair on one side of a cut. */
function atCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

function cellsOf(
  full: string,
  window: ColumnRange,
  hidden: readonly ColumnRange[],
  marked: ColumnRange,
): { readonly text: string; readonly carets: string } {
  let text = "";
  let carets = "";
  let at = window.start;
  for (const character of full.slice(window.start, window.end)) {
    const isHidden = hidden.some((range) => at >= range.start && at < range.end);
    const shown = isHidden
      ? mask.repeat(widthOf(character))
      : character === "\t"
        ? "\t"
        : printable(character);
    const isMarked = at >= marked.start && at < marked.end;
    text += shown;
    carets += shown === "\t" && !isMarked ? "\t" : (isMarked ? "^" : " ").repeat(widthOf(shown));
    at += character.length;
  }
  return { text, carets };
}

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Terminal columns of a short text. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{M}/u.test(character)) continue;
    width += wide.test(character) ? 2 : 1;
  }
  return width;
}
