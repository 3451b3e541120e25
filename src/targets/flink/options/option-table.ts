// Reads the rows of option-rows.ts and alias-rows.ts: single ones by their key, and all of them into
// maps when first asked for, which costs milliseconds. Lookup by key and line is in known-option.ts.
import { flinkLines, type FlinkLine } from "../lines.js";
import { aliasRows } from "./alias-rows.js";
import { optionRows } from "./option-rows.js";

/** How Flink parses an option's text. */
export type OptionType =
  | { readonly kind: "duration" | "memory" | "boolean" | "string" | "map" }
  | { readonly kind: "int" | "long" | "float" | "double" }
  /** Compared without regard to case with the printed form of the constants. */
  | { readonly kind: "enum"; readonly values: readonly string[] }
  | { readonly kind: "list"; readonly items: OptionType };

/** What one or more neighbouring lines know under a key. */
export interface OptionRow {
  readonly key: string;
  readonly lines: readonly FlinkLine[];
  readonly type: OptionType;
  /** Deprecated without a successor. */
  readonly deprecated: boolean;
}

export interface AliasRow {
  readonly lines: readonly FlinkLine[];
  readonly successor: string;
}

/** Options below a name that the user chooses: `metrics.reporter.<name>.factory.class`. */
export interface NamedFamily {
  /** Up to and including the dot before the name. */
  readonly prefix: string;
  /** By what follows the name and its dot. */
  readonly options: ReadonlyMap<string, readonly OptionRow[]>;
}

export interface OptionTable {
  readonly options: ReadonlyMap<string, readonly OptionRow[]>;
  readonly families: readonly NamedFamily[];
  readonly aliases: ReadonlyMap<string, readonly AliasRow[]>;
}

let table: OptionTable | undefined;

/** The table; the first call costs a few milliseconds. */
export function optionTable(): OptionTable {
  table ??= readTable();
  return table;
}

function readTable(): OptionTable {
  const options = new Map<string, OptionRow[]>();
  const families = new Map<string, Map<string, OptionRow[]>>();
  for (const cellsOfRow of cells(optionRows)) {
    const row = optionRow(cellsOfRow);
    const { key } = row;
    const star = key.indexOf("*.");
    if (star === -1) append(options, key, row);
    else append(familyAt(families, key.slice(0, star)), key.slice(star + 2), row);
  }
  const aliases = new Map<string, AliasRow[]>();
  for (const [key, lines, successor] of cells(aliasRows)) {
    append(aliases, key, { lines: linesOf(lines), successor });
  }
  return {
    options,
    aliases,
    families: [...families].map(([prefix, rows]) => ({ prefix, options: rows })),
  };
}

const found = new Map<string, readonly OptionRow[]>();

/** The rows whose key reads exactly `key`, `*` included; searched in the text, without the table. */
export function rowsOf(key: string): readonly OptionRow[] {
  let rows = found.get(key);
  if (rows === undefined) found.set(key, (rows = searchRows(key)));
  return rows;
}

function searchRows(key: string): readonly OptionRow[] {
  // Else the key could be the beginning of a whole row.
  if (/\s/u.test(key)) return [];
  const start = `\n${key} `;
  const rows: OptionRow[] = [];
  for (let at = optionRows.indexOf(start); at !== -1; at = optionRows.indexOf(start, at + 1)) {
    const row = optionRows.slice(at + 1, optionRows.indexOf("\n", at + 1));
    rows.push(optionRow(row.split(" ") as Cells));
  }
  return rows;
}

type Cells = [key: string, lines: string, type: string, deprecated?: string];

function optionRow([key, lines, type, deprecated]: Cells): OptionRow {
  return {
    key,
    lines: linesOf(lines),
    type: typeOf(type),
    deprecated: deprecated !== undefined,
  };
}

function* cells(rows: string): Generator<Cells> {
  for (const row of rows.split("\n")) {
    if (row !== "") yield row.split(" ") as Cells;
  }
}

function append<Row>(map: Map<string, Row[]>, key: string, row: Row): void {
  const rows = map.get(key);
  if (rows === undefined) map.set(key, [row]);
  else rows.push(row);
}

function familyAt(
  families: Map<string, Map<string, OptionRow[]>>,
  prefix: string,
): Map<string, OptionRow[]> {
  let family = families.get(prefix);
  if (family === undefined) families.set(prefix, (family = new Map()));
  return family;
}

const ranges = new Map<string, readonly FlinkLine[]>();

/** `1.17+`, `1.18-2.0`, or one line. */
function linesOf(range: string): readonly FlinkLine[] {
  let lines = ranges.get(range);
  if (lines === undefined) {
    const [first, last] = range.endsWith("+") ? [range.slice(0, -1)] : range.split("-");
    const start = flinkLines.indexOf(first as FlinkLine);
    const end = flinkLines.indexOf((last ?? first) as FlinkLine);
    lines = flinkLines.slice(start, range.endsWith("+") ? undefined : end + 1);
    ranges.set(range, lines);
  }
  return lines;
}

const types = new Map<string, OptionType>();

function typeOf(text: string): OptionType {
  let type = types.get(text);
  if (type === undefined) types.set(text, (type = parseType(text)));
  return type;
}

function parseType(text: string): OptionType {
  if (text === "list") return { kind: "list", items: { kind: "string" } };
  if (text.startsWith("list:")) return { kind: "list", items: parseType(text.slice(5)) };
  if (text.startsWith("enum(")) return { kind: "enum", values: text.slice(5, -1).split("|") };
  return { kind: text } as OptionType;
}
