// What a statement says of the system behind a name: `from kafka "t" group "g"`, `to mongodb "c"`
// (vocabulary 5.2). The values become defaults of the binding; here they are only read.
import type { InlineValue, Located } from "./process-file.js";
import type { Statement } from "./statement.js";
import type { Token } from "./tokens.js";

/** In which direction a statement uses the name. */
export type InlineRole = "source" | "sink" | "lookup";

/** What `<word> <value>` sets, by role. Words that state nothing of infrastructure are not here. */
interface OptionRow {
  readonly word: string;
  readonly roles: readonly InlineRole[];
  readonly property: string;
  /** The value from the token behind the word; null where it is none. */
  readonly read: (token: Token) => string | number | boolean | null;
}

const asText = ({ kind, text }: Token): string | null => (kind === "text" ? text : null);

function oneOf(...words: readonly string[]): OptionRow["read"] {
  return ({ kind, text }) => (kind === "word" && words.includes(text) ? text : null);
}

function asFormat({ kind, text }: Token): string | null {
  if (kind !== "word") return null;
  if (text === "confluent_avro") return "avro";
  return ["json", "avro", "protobuf"].includes(text) ? text : null;
}

const rows: readonly OptionRow[] = [
  { word: "group", roles: ["source"], property: "consumer.group_id", read: asText },
  {
    word: "offset",
    roles: ["source"],
    property: "consumer.auto_offset_reset",
    read: oneOf("latest", "earliest"),
  },
  {
    word: "isolation",
    roles: ["source"],
    property: "consumer.isolation_level",
    read: oneOf("read_committed", "read_uncommitted"),
  },
  {
    word: "format",
    roles: ["source", "sink"],
    property: "serialization.value_format",
    read: asFormat,
  },
  { word: "registry", roles: ["source", "sink"], property: "schema_registry.url", read: asText },
];

/** Reads the connector at `index` (the word behind `from` or `to`), if one stands there. */
export function connectorAt(
  statement: Statement,
  index: number,
): { readonly connector: Located<string>; readonly names: readonly Token[] } | null {
  const word = statement.at(index);
  if (word?.kind !== "word" || word.text === "timestamp") return null;
  const names: Token[] = [];
  for (let at = index + 1; ; at += 2) {
    const token = statement.at(at);
    if (token?.kind !== "text") break;
    names.push(token);
    if (statement.at(at + 1)?.text !== ",") break;
  }
  if (names.length === 0) return null;
  return { connector: { value: word.text, span: statement.span(word) }, names };
}

/** The type of a binding and the property that holds its physical name, by connector and role. */
function namesOf(
  connector: string,
  role: InlineRole,
): { readonly type: string; readonly property: string } | null {
  if (role === "lookup") {
    return connector === "mongodb" ? { type: "mongodb", property: "collection" } : null;
  }
  if (connector === "kafka" || connector === "pulsar") {
    return { type: connector, property: "topic" };
  }
  if (connector === "kinesis") return { type: "kinesis", property: "stream" };
  if (connector === "mongodb" && role === "sink") {
    return { type: "mongodb_sink", property: "collection" };
  }
  return null;
}

/** The values of a connector: type and physical name. A name with a placeholder is known to the job only. */
export function connectorValues(
  statement: Statement,
  found: { readonly connector: Located<string>; readonly names: readonly Token[] },
  role: InlineRole,
): readonly InlineValue[] {
  const { connector, names } = found;
  const known = namesOf(connector.value, role);
  if (known === null) return [];
  const type = { property: "type", value: known.type, span: connector.span };
  const [first] = names;
  if (first === undefined || names.some(({ text }) => text.includes("${"))) return [type];
  const value = names.map(({ text }) => text).join(",");
  return [type, { property: known.property, value, span: statement.span(first) }];
}

/** The options of the whole statement. */
export function optionValues(statement: Statement, role: InlineRole): readonly InlineValue[] {
  return statement.tokens.flatMap((token, index) => {
    if (index === 0 || token.kind !== "word" || token.depth > 0) return [];
    const row = rows.find(({ word, roles }) => word === token.text && roles.includes(role));
    const next = statement.at(index + 1);
    if (row === undefined || next === undefined) return [];
    const value = row.read(next);
    if (value === null || String(value).includes("${")) return [];
    return [{ property: row.property, value, span: statement.span(next) }];
  });
}

/** `retention infinite`, `retention 7 days`: how long a topic keeps its records. */
export function retentionValues(statement: Statement): readonly InlineValue[] {
  const index = statement.find("retention");
  if (index === -1) return [];
  const property = "retention_ms";
  const token = statement.at(index + 1);
  if (token?.kind === "word" && token.text === "infinite") {
    return [{ property, value: -1, span: statement.span(token) }];
  }
  const duration = statement.duration(index + 1);
  if (duration === null) return [];
  const { value, span } = duration.value;
  return [{ property, value: milliseconds(value), span }];
}

function milliseconds(duration: string): number {
  const unit = duration.replace(/^[0-9]+/u, "");
  const factors: Readonly<Record<string, number>> = {
    ms: 1,
    s: 1000,
    m: 60_000,
    h: 3_600_000,
    d: 86_400_000,
  };
  return Number.parseInt(duration, 10) * (factors[unit] ?? 1);
}
