// Canonical YAML for emitted files: block style, two spaces, insertion order, as prettier prints it.
// Must not sort, rename or drop anything but `absent`: callers decide what a file says.
import { isAbsent, isLeaf } from "./leaf.js";
import type { OriginLeaf } from "./leaf.js";
import { fitsBlockLiteral, yamlDoubleQuoted, yamlScalar } from "./yaml-scalar.js";

/** Called for each leaf printed, with the offset of its first line from the first emitted line. */
export type OnLeaf = (line: number, leaf: OriginLeaf) => void;

// prettier's default width: beyond it, it moves an empty collection, or the indicator of a block
// literal, to a line of its own.
const width = 80;
// YAML allows an implicit key 1,024 characters; a longer one is written after `? `.
const longestImplicitKey = 1000;

interface Output {
  readonly lines: string[];
  readonly start: number;
  readonly onLeaf: OnLeaf | undefined;
}

const paddings: string[] = [];

function padding(indent: number): string {
  return (paddings[indent] ??= " ".repeat(indent));
}

function unwrap(value: unknown, output: Output): unknown {
  let current = value;
  while (isLeaf(current)) {
    output.onLeaf?.(output.lines.length - output.start, current);
    current = current.value;
  }
  return current;
}

function isCollection(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

// Anything but a scalar reaches this only through a bug of a generator.
function scalarText(value: unknown): string {
  if (
    typeof value === "string" ||
    typeof value === "number" ||
    typeof value === "boolean" ||
    value === null
  ) {
    return yamlScalar(value);
  }
  throw new TypeError(`YAML has no ${typeof value}`);
}

/** Writes what follows `head` (`  key:` or `  -`); children are indented by `indent`. */
function writeValue(head: string, value: unknown, indent: number, output: Output): void {
  const { lines } = output;
  if (typeof value === "string" && fitsBlockLiteral(value)) {
    writeText(head, value, indent, output);
  } else if (isCollection(value)) {
    writeCollection(head, value, indent, output);
  } else {
    lines.push(`${head} ${scalarText(value)}`);
  }
}

function writeText(head: string, text: string, indent: number, { lines }: Output): void {
  const whole = text.endsWith("\n");
  const indicator = whole ? "|" : "|-";
  if (head.endsWith(":") && head.length + 1 + indicator.length > width) {
    lines.push(`${head} ${yamlDoubleQuoted(text)}`);
    return;
  }
  lines.push(`${head} ${indicator}`);
  const pad = padding(indent);
  for (const line of (whole ? text.slice(0, -1) : text).split("\n")) {
    lines.push(line === "" ? "" : pad + line);
  }
}

function writeCollection(head: string, value: object, indent: number, output: Output): void {
  const inline = head.endsWith("-");
  const first = inline ? `${head} ` : null;
  const written = writeChildren(value, indent, { first, head, output });
  if (written) return;
  const empty = Array.isArray(value) ? "[]" : "{}";
  if (!inline && head.length + 3 > width) output.lines.push(head, padding(indent) + empty);
  else output.lines.push(`${head} ${empty}`);
}

/** How a collection begins: on the line of its dash (`first`), or below the line of its key. */
interface Opening {
  readonly first: string | null;
  readonly head: string | null;
  readonly output: Output;
}

/** Writes the items or entries of `value`; false when there is none. */
function writeChildren(value: object, indent: number, opening: Opening): boolean {
  const { output } = opening;
  const pad = padding(indent);
  let lead = opening.first ?? pad;
  let written = false;
  const begin = () => {
    if (!written && opening.first === null && opening.head !== null)
      output.lines.push(opening.head);
    written = true;
  };
  if (Array.isArray(value)) {
    for (const item of value as readonly unknown[]) {
      if (isAbsent(item)) continue;
      begin();
      writeValue(`${lead}-`, unwrap(item, output), indent + 2, output);
      lead = pad;
    }
    return written;
  }
  const writeEntry = (key: string, entry: unknown) => {
    if (isAbsent(entry)) return;
    begin();
    writePair(lead, key, entry, { indent, output });
    lead = pad;
  };
  if (value instanceof Map) {
    for (const [key, entry] of value as ReadonlyMap<string, unknown>) writeEntry(key, entry);
  } else {
    for (const key of Object.keys(value)) writeEntry(key, (value as Record<string, unknown>)[key]);
  }
  return written;
}

// The same few hundred keys stand in thousands of files.
const keyTexts = new Map<string, string>();

function keyText(key: string): string {
  let text = keyTexts.get(key);
  if (text === undefined) keyTexts.set(key, (text = yamlScalar(key)));
  return text;
}

function writePair(
  lead: string,
  key: string,
  entry: unknown,
  at: { readonly indent: number; readonly output: Output },
): void {
  const { indent, output } = at;
  const name = keyText(key);
  const value = unwrap(entry, output);
  if (name.length <= longestImplicitKey) {
    writeValue(`${lead}${name}:`, value, indent + 2, output);
  } else {
    output.lines.push(`${lead}? ${name}`);
    writeValue(`${padding(indent)}:`, value, indent + 2, output);
  }
}

/**
 * Appends the lines of `value` (plain objects, Maps, arrays, scalars, leaves) to `lines`, without
 * line ends, indented by `indent` spaces. A scalar takes one line.
 */
function emitYaml(
  value: unknown,
  lines: string[],
  options: { readonly indent?: number; readonly onLeaf?: OnLeaf } = {},
): void {
  const indent = options.indent ?? 0;
  const output: Output = { lines, start: lines.length, onLeaf: options.onLeaf };
  const root = unwrap(value, output);
  if (!isCollection(root)) {
    lines.push(padding(indent) + scalarText(root));
  } else if (!writeChildren(root, indent, { first: null, head: null, output })) {
    lines.push(padding(indent) + (Array.isArray(root) ? "[]" : "{}"));
  }
}

/** The lines of `value`, as `emitYaml` writes them. */
export function yamlLines(value: unknown, indent = 0, onLeaf?: OnLeaf): string[] {
  const lines: string[] = [];
  emitYaml(value, lines, onLeaf === undefined ? { indent } : { indent, onLeaf });
  return lines;
}

/**
 * The lines of one map entry or list item whose beginning stands already: `head` is `  key:` or
 * `  - ` without the trailing space, `indent` that of its children (the key's own indent plus 2).
 */
export function yamlLinesAfter(
  head: string,
  value: unknown,
  indent: number,
  onLeaf?: OnLeaf,
): string[] {
  const output: Output = { lines: [], start: 0, onLeaf };
  writeValue(head, unwrap(value, output), indent, output);
  return output.lines;
}

/** A whole document: the lines of `value`, each ended by LF. */
export function yamlDocument(value: unknown, onLeaf?: OnLeaf): string {
  return `${yamlLines(value, 0, onLeaf).join("\n")}\n`;
}
