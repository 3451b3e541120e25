// Finds what an excerpt must not show: credentials by the look of their names and of their values.
// A net under the mask that knows the property table; it errs on the side of hiding.
import { secretPath } from "./secret-path.js";
import { lineText, positionAt } from "../source/source-file.js";
import type { SourceFile } from "../source/source-file.js";

/** A half-open range of columns of one line, counted from 0. */
export interface ColumnRange {
  readonly start: number;
  readonly end: number;
}

const word = /[\p{L}\p{N}_.-]+/gu;
const sensitiveWord =
  /pass(?:word|wd|phrase|code)|(?:^|[_.-])(?:pass|pwd|pw|sas|pin)(?:$|[_.-])|basic[-_.]?auth|auth[-_.]?params|secret|token|credential|jaas|bearer|authorization|http-headers|(?:api|access|account|private|service|shared|signing|encryption|master)[-_.]?keys?$|[_.-]keys?$/i;
/** Names that end like a credential and are none. */
const harmlessWord =
  /(?:^|[_.-])(?:partition|clustering|primary|foreign|sort|routing|record|message|group|row|lookup|cache|per)[-_.]?keys?$|^secrets$/i;
const longestWord = 200;

/** Nobody reads a longer line in an excerpt: it is hidden as a whole instead of searched. */
const longestLine = 10_000;

/** Walking outwards from a line stops here; what is deeper in one value is hidden. */
const mostLinesUpwards = 2000;

/** Ranges of `line` (counted from 1) that look like credentials; may overlap. */
export function credentialRanges(file: SourceFile, line: number): readonly ColumnRange[] {
  const text = lineText(file, line);
  const whole = { start: indentOf(text), end: text.length };
  if (text.length > longestLine) return [whole];
  if (isEnvironmentFile(file.path)) return [environmentRange(text)];
  if (belongsToCredential(file, line, text)) return [whole];
  const named = afterSensitiveName(text);
  const inAddresses = [...userInfoRanges(text), ...secretPathRanges(text)];
  return named === null ? inAddresses : [named, ...inAddresses];
}

function isEnvironmentFile(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name === ".env" || name.startsWith(".env.") || name.endsWith(".env");
}

/** Of an environment file only the name of a well-formed line may be seen. */
export function environmentRange(text: string): ColumnRange {
  const name = /^[ \t]*(?:export[ \t]+)?[A-Za-z_][A-Za-z0-9_]*[ \t]*=/.exec(text)?.[0].length ?? 0;
  return { start: name, end: text.length };
}

/** What follows `password:` or `password=`, except the part that only refers to a secret. */
function afterSensitiveName(text: string): ColumnRange | null {
  for (const match of text.matchAll(word)) {
    if (!isSensitive(match[0])) continue;
    const start = startOfValue(text, match.index + match[0].length);
    if (start === null) continue;
    const reference = /^["']?(?:secret:\/\/[\w./-]+|\$\{[A-Za-z_]\w*)/.exec(
      text.slice(start, start + 300),
    );
    const from = start + (reference?.[0].length ?? 0);
    if (reference === null || !/^\}?["']?\s*(?:#|$)/.test(text.slice(from, from + 300))) {
      return { start: from, end: text.trimEnd().length };
    }
  }
  return null;
}

function isSensitive(name: string): boolean {
  const short = name.slice(-longestWord);
  return sensitiveWord.test(short) && !harmlessWord.test(short);
}

/** Where the value starts if `:` or `=` follows the name that ends at `end`; else null. */
function startOfValue(text: string, end: number): number | null {
  let at = end;
  while (at < text.length && /["'\s]/.test(text.charAt(at))) at++;
  if (text[at] !== ":" && text[at] !== "=") return null;
  // The scheme of a reference, not a name.
  if (text.startsWith("://", at)) return null;
  at++;
  while (at < text.length && /\s/.test(text.charAt(at))) at++;
  return at < text.length ? at : null;
}

/** The user-info of URLs: between `://` and the last `@` before the next space or quote. */
function userInfoRanges(text: string): ColumnRange[] {
  const ranges: ColumnRange[] = [];
  for (let at = text.indexOf("://"); at !== -1;) {
    const start = at + 3;
    const length = text.slice(start).search(/[\s"'<>]/);
    const end = length === -1 ? text.length : start + length;
    const sign = text.slice(start, end).lastIndexOf("@");
    if (sign > 0) ranges.push({ start, end: start + sign });
    at = text.indexOf("://", Math.max(end, start));
  }
  return ranges;
}

/** What follows the host of a service whose path is the credential. */
function secretPathRanges(text: string): ColumnRange[] {
  const match = secretPath.exec(text);
  return match === null ? [] : [{ start: match.index + match[0].length, end: text.length }];
}

const ownKey = /^\s*(?:- +)*(?:[\w./-]+|"[^"]*"|'[^']*')\s*:(?:\s|$)/;

/**
 * Whether the line continues the value of a sensitive key above it: a block scalar, a quoted text
 * over several lines, an item of a list. A map below a sensitive name has keys that speak for
 * themselves.
 */
function belongsToCredential(file: SourceFile, line: number, text: string): boolean {
  const speaksForItself = ownKey.test(text.slice(0, 1000));
  let indent = indentOf(text);
  let isPrevious = true;
  for (let above = line - 1; above >= 1; above--) {
    if (line - above > mostLinesUpwards) return !speaksForItself;
    const outer = lineText(file, above);
    if (outer.trim() === "") continue;
    const outerIndent = indentOf(outer);
    const encloses = outerIndent < indent;
    if (encloses || (isPrevious && !speaksForItself)) {
      const value = openedValue(outer);
      if (value === "text" || (value === "nothing" && !speaksForItself)) return true;
    }
    isPrevious = false;
    if (encloses) indent = outerIndent;
    if (indent === 0) return false;
  }
  return false;
}

/** What the last sensitive name of a line leaves open at the end of it, or null. */
function openedValue(outer: string): "text" | "nothing" | null {
  if (outer.length > longestLine) return "text";
  for (const match of outer.matchAll(word)) {
    if (!isSensitive(match[0])) continue;
    const end = match.index + match[0].length;
    const start = startOfValue(outer, end);
    if (start !== null) return "text";
    if (/^["'\s]*[:=]\s*$/.test(outer.slice(end, end + 300))) return "nothing";
  }
  return null;
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

/** The columns of `line` that `start` to `end` (offsets in `file`) covers; null if none. */
export function columnsOnLine(
  file: SourceFile,
  line: number,
  range: { readonly start: number; readonly end: number },
): ColumnRange | null {
  const length = lineText(file, line).length;
  const first = positionAt(file, range.start);
  const last = positionAt(file, range.end);
  if (first.line > line || last.line < line) return null;
  const start = first.line === line ? first.column - 1 : 0;
  const end = last.line === line ? last.column - 1 : length;
  return end > start ? { start, end: Math.min(end, length) } : null;
}
