// Text of Flink's two configuration files: entries and comments. Decides nothing: what a file cannot
// hold was reported and left out before (`fileProblem`).
import type { FlinkFileFormat } from "../targets/flink/lines.js";
import { fileProblem } from "../targets/flink/options/file-problem.js";
import { oneLine } from "./one-line.js";

/**
 * The line of an option, without its end. The value stands in the legacy file raw, because its reader
 * knows no quotes; in the standard one bare for booleans and whole numbers, else as a double-quoted
 * ASCII scalar. Throws for what the file cannot hold.
 */
export function encodeFlinkEntry(format: FlinkFileFormat, key: string, value: string): string {
  if (!/^[A-Za-z0-9._-]+$/u.test(key)) throw new Error(`"${key}" is no name of an option`);
  const problem = fileProblem(key, value, format);
  if (problem !== null) throw new Error(`the value of ${key} ${problem}`);
  return `${key}: ${format === "legacy" || isBare(value) ? value : doubleQuoted(value)}`;
}

/** A comment line, `# ` included. */
export function encodeFlinkComment(text: string): string {
  const printable = oneLine(text).trimEnd();
  return printable === "" ? "#" : `# ${printable}`;
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
