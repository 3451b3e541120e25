// JSON for emitted files, as prettier prints it: two spaces, maps one entry a line, short lists of
// scalars on one line. Leaves are seen through; `absent` entries are left out.
import { isAbsent, isLeaf } from "./leaf.js";

// prettier's default width.
const width = 80;

/** A whole document, ended by LF. */
export function jsonDocument(value: unknown): string {
  return `${jsonText(value, 0, 0, 0)}\n`;
}

/** `column`: where the text begins; `after`: characters that follow it on its last line. */
function jsonText(value: unknown, indent: number, column: number, after: number): string {
  if (isLeaf(value)) return jsonText(value.value, indent, column, after);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value))
    return listText(
      value.filter((item) => !isAbsent(item)),
      indent,
      column + after,
    );
  const entries = Object.entries(value).filter(([, entry]) => !isAbsent(entry));
  const lines = entries.map(([key, entry], index) => {
    const head = `${" ".repeat(indent + 2)}${JSON.stringify(key)}: `;
    const comma = index < entries.length - 1 ? "," : "";
    return `${head}${jsonText(entry, indent + 2, head.length, comma.length)}${comma}`;
  });
  return lines.length === 0 ? "{}" : `{\n${lines.join("\n")}\n${" ".repeat(indent)}}`;
}

function listText(items: readonly unknown[], indent: number, taken: number): string {
  if (items.length === 0) return "[]";
  const plain = items.map((item) => (isLeaf(item) ? item.value : item));
  if (plain.every((item) => typeof item !== "object" || item === null)) {
    const short = `[${plain.map((item) => JSON.stringify(item)).join(", ")}]`;
    if (taken + short.length <= width) return short;
  }
  const pad = " ".repeat(indent + 2);
  const lines = items.map((item, index) => {
    const comma = index < items.length - 1 ? "," : "";
    return `${pad}${jsonText(item, indent + 2, pad.length, comma.length)}${comma}`;
  });
  return `[\n${lines.join("\n")}\n${" ".repeat(indent)}]`;
}
