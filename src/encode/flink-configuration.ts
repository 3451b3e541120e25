// Text of Flink's two configuration files: keys, values, lists, maps and comments.
// Decides nothing: what cannot be written is answered with a reason, never thrown or changed.
import type { FlinkFileFormat } from "../targets/flink/lines.js";

/** Why a text cannot stand in a file. */
export type FlinkTextProblem =
  /** Flink drops a key without a value (legacy) or fails on it (standard). */
  | "empty"
  /** A line feed or carriage return. */
  | "line-break"
  /** The legacy reader takes everything from the first `#` for a comment. */
  | "number-sign"
  /** The reader would drop blanks at the start or end. */
  | "outer-blank"
  | "control-character"
  /** Half of a surrogate pair: no encoding can carry it. */
  | "unpaired-surrogate"
  /** A key may hold only `A-Z a-z 0-9 . _ -`. */
  | "key"
  /** A map names a key twice. */
  | "duplicate-key";

export type FlinkText =
  | { readonly text: string; readonly problem: null }
  | { readonly text: null; readonly problem: FlinkTextProblem };

/** A key that both readers take as it is. */
export function encodeFlinkKey(key: string): FlinkText {
  return /^[A-Za-z0-9._-]+$/u.test(key) ? written(key) : impossible("key");
}

/**
 * A value as it stands behind `key: `. In the legacy file raw, because its reader knows no quotes;
 * in the standard one bare for booleans and whole numbers, else a double-quoted ASCII scalar.
 */
export function encodeFlinkValue(
  format: FlinkFileFormat,
  value: string | number | boolean,
): FlinkText {
  const text = String(value);
  if (/^[\0- ]*$/u.test(text)) return impossible("empty");
  if (hasLoneSurrogate(text)) return impossible("unpaired-surrogate");
  if (format === "standard") return written(isBare(text) ? text : doubleQuoted(text));
  if (/[\r\n]/u.test(text)) return impossible("line-break");
  if (hasControls(text)) return impossible("control-character");
  if (text.includes("#")) return impossible("number-sign");
  if (/^[\0- ]|[\0- ]$/u.test(text)) return impossible("outer-blank");
  return written(text);
}

/** A comment line, `# ` included; control characters become blanks so that it stays one line. */
export function encodeFlinkComment(text: string): string {
  const printable = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]+/gu, " ").trimEnd();
  return printable === "" ? "#" : `# ${printable}`;
}

/** The value of a list option: `a;b`. The text is the same for both files, before `encodeFlinkValue`. */
export function encodeFlinkList(items: readonly string[]): FlinkText {
  if (items.length === 0) return impossible("empty");
  const problem = items.map(partProblem).find((found) => found !== null);
  if (problem !== undefined) return impossible(problem);
  return written(items.map((item) => (needsQuotes(item, ";") ? quoted(item) : item)).join(";"));
}

/** The value of a map option: `k:v,k2:v2`, in the order given. */
export function encodeFlinkMap(entries: readonly (readonly [string, string])[]): FlinkText {
  if (entries.length === 0) return impossible("empty");
  const problem = entries
    .flat()
    .map(partProblem)
    .find((found) => found !== null);
  if (problem !== undefined) return impossible(problem);
  if (new Set(entries.map(([key]) => key)).size < entries.length)
    return impossible("duplicate-key");
  const pairs = entries.map(([key, value]) => `${mapPart(key)}:${mapPart(value)}`);
  // All pairs or none: Flink tries YAML first, and `a:b,'k:''c: d'''` happens to be a YAML map.
  const quote = pairs.some(
    (pair) => needsQuotes(pair, ",") || pair.includes(": ") || /['"]/u.test(pair),
  );
  return written(pairs.map((pair) => (quote ? quoted(pair) : pair)).join(","));
}

/** A pair of which no nested form exists: Flink's own writers fail on it. */
export interface PrefixCollision {
  /** The shorter key: `s3.endpoint`. */
  readonly prefix: string;
  /** A key below it: `s3.endpoint.region`. */
  readonly key: string;
}

/**
 * Keys that are a dot-prefix of other keys. The native Kubernetes client, YARN, the image's
 * entrypoint and the operator write the file anew in nested form and end in an exception.
 * Linear in the text of the keys; sorted by key.
 */
export function prefixCollisions(keys: Iterable<string>): PrefixCollision[] {
  const known = new Set(keys);
  const collisions: PrefixCollision[] = [];
  for (const key of [...known].toSorted()) {
    for (let dot = key.indexOf("."); dot !== -1; dot = key.indexOf(".", dot + 1)) {
      const prefix = key.slice(0, dot);
      if (known.has(prefix)) collisions.push({ prefix, key });
    }
  }
  return collisions;
}

function written(text: string): FlinkText {
  return { text, problem: null };
}

function impossible(problem: FlinkTextProblem): FlinkText {
  return { text: null, problem };
}

/** Only what a YAML 1.2 reader turns back into the very same text. */
function isBare(text: string): boolean {
  return text === "true" || text === "false" || /^(?:0|-?[1-9]\d{0,14})$/u.test(text);
}

function doubleQuoted(text: string): string {
  const body = text.replace(/["\\]|[^ -~]/gu, (char) => {
    const code = char.codePointAt(0) ?? 0;
    if (char === '"' || char === "\\") return `\\${char}`;
    if (char === "\n") return "\\n";
    if (char === "\t") return "\\t";
    const [letter, width] = code > 0xffff ? ["U", 8] : ["u", 4];
    return `\\${letter}${code.toString(16).padStart(width, "0")}`;
  });
  return `"${body}"`;
}

function hasLoneSurrogate(text: string): boolean {
  return /\p{Cs}/u.test(text);
}

/** Control characters besides tab and line ends. */
function hasControls(text: string): boolean {
  return /[^\P{Cc}\t\n\r]/u.test(text);
}

function partProblem(part: string): FlinkTextProblem | null {
  if (hasLoneSurrogate(part)) return "unpaired-surrogate";
  if (/[\r\n]/u.test(part)) return "line-break";
  return hasControls(part) ? "control-character" : null;
}

/**
 * Whether Flink would not read `part` back from between two delimiters. The first characters of
 * YAML flow collections and block sequences count, because Flink tries to read YAML first.
 */
function needsQuotes(part: string, delimiter: ";" | "," | ":"): boolean {
  return part === "" || part.includes(delimiter) || /^[\s'"[{!&*?|>%@`-]|\s$/u.test(part);
}

function mapPart(part: string): string {
  return needsQuotes(part, ":") ? quoted(part) : part;
}

function quoted(part: string): string {
  return `'${part.replaceAll("'", "''")}'`;
}
