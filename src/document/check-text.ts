// Looks for characters that no input may hold, before any parser sees the text.
// One linear scan of a clean file; everything else runs only when something was found.
import { diagnose } from "../diagnostics/catalogue/index.js";
import type { Report } from "../diagnostics/diagnostic.js";
import type { SourceFile } from "../source/source-file.js";
import { readingLimits } from "./reading-budget.js";

/** Marks that change the order or the look of text without being seen, and line ends of other systems. */
const invisible = "\\u2028\\u2029\\u200e\\u200f\\u061c\\u202a-\\u202e\\u2066-\\u2069\\ufeff";
const forbidden = new RegExp(
  `[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f${invisible}\\ufffe\\uffff]` +
    "|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]|\\r(?!\\n)",
);
const everyForbidden = new RegExp(`(?:${forbidden.source})+`, "g");

const names: ReadonlyMap<number, string> = new Map([
  [0x00, "NUL"],
  [0x07, "BEL"],
  [0x08, "backspace"],
  [0x1b, "escape"],
  [0x7f, "delete"],
  [0x85, "next line"],
  [0x2028, "line separator"],
  [0x2029, "paragraph separator"],
  [0xfeff, "byte order mark"],
]);

/** A character as diagnostics name it, for example `U+001B (escape)`. */
function characterName(code: number): string {
  const hex = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  if (code >= 0xd800 && code <= 0xdfff) return `${hex} (half of a surrogate pair)`;
  const name = names.get(code) ?? (code < 0xa0 ? "control character" : "invisible mark");
  return `${hex} (${name})`;
}

/**
 * Reports control characters other than TAB, LF and CR before LF (E737), and lone carriage returns
 * (E738, the first only: a file written with them has one on each line). Neighbouring ones give one
 * diagnostic. Returns whether the text is clean. A leading byte order mark is the reader's to strip.
 */
export function checkText(file: SourceFile, report: Report): boolean {
  if (!forbidden.test(file.text)) return true;
  let carriageReturn = false;
  let problems = 0;
  for (const match of file.text.matchAll(everyForbidden)) {
    const span = { file, start: match.index, end: match.index + match[0].length };
    const code = match[0].replace(/\r/g, "").charCodeAt(0);
    if (!Number.isNaN(code)) {
      if (++problems > readingLimits.problems) {
        report(diagnose("N730", span, { limit: readingLimits.problems }));
        break;
      }
      report(
        diagnose(
          "E737",
          span,
          { character: characterName(code) },
          { help: "Remove it, or write it as an escape in a double-quoted value." },
        ),
      );
    } else if (!carriageReturn) {
      carriageReturn = true;
      report(diagnose("E738", { ...span, end: span.start + 1 }, {}));
    }
  }
  return false;
}

const directive = /%\w{0,40}/y;
const skippedLine = /[ \t]*(?:#[^\n]*)?(?:\n|\r\n|$)/y;

/** Reports the YAML directives before the document (E744). Returns whether there is none. */
export function checkDirectives(file: SourceFile, report: Report): boolean {
  const { text } = file;
  let problems = 0;
  let at = 0;
  while (at < text.length && problems < readingLimits.problems) {
    directive.lastIndex = at;
    const found = directive.exec(text)?.[0];
    if (found !== undefined) {
      const span = { file, start: at, end: at + found.length };
      report(diagnose("E744", span, { directive: found }, { help: "Remove the line." }));
      problems++;
      const lineEnd = text.indexOf("\n", at);
      at = lineEnd === -1 ? text.length : lineEnd + 1;
      continue;
    }
    skippedLine.lastIndex = at;
    const skipped = skippedLine.exec(text)?.[0].length ?? 0;
    if (skipped === 0) break;
    at += skipped;
  }
  return problems === 0;
}

const separators = /[,\n[{]/g;

/** Whether a huge text may hold so many values that even listing them would exhaust memory. */
export function mayHoldMoreThan(text: string, values: number): boolean {
  if (text.length <= values) return false;
  separators.lastIndex = 0;
  let count = 0;
  while (separators.test(text)) {
    if (++count > values) {
      separators.lastIndex = 0;
      return true;
    }
  }
  return false;
}
