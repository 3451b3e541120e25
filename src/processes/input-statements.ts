// Statements that name what a process reads: `receive`, `enrich`, `lookup` (vocabulary 5.1 and 5.2).
import { connectorAt, connectorValues, optionValues } from "./inline-values.js";
import type { InlineValue, Located } from "./process-file.js";
import { missingName, type ProcessReading } from "./process-reading.js";
import type { Statement, Target } from "./statement.js";

export function receive(statement: Statement, reading: ProcessReading): void {
  const own = statement.target(1);
  if (own === null || own.form !== "name") {
    missingName(statement, 0, "receive", reading);
    return;
  }
  // `receive a: Type from b`.
  const index = statement.at(2)?.text === ":" ? 4 : 2;
  let target = own;
  let connector: Located<string> | null = null;
  let values: readonly InlineValue[] = [];
  for (let at = sourceAt(statement, index); at !== -1; at = sourceAt(statement, at + 1)) {
    const found = connectorAt(statement, at + 1);
    if (found !== null) {
      connector = found.connector;
      values = connectorValues(statement, found, "source");
      continue;
    }
    const source = statement.target(at + 1);
    if (source === null) missingName(statement, at, "from", reading);
    else if (source.form === "text") values = topic(source);
    else if (!statement.reads(at + 1, "timestamp")) target = source;
  }
  const inline = [...values, ...optionValues(statement, "source")];
  reading.use("receive", "receive", target, { connector, inline });
}

/** The next `from` that is no `match from <buffer>`; -1 where none stands. */
function sourceAt(statement: Statement, from: number): number {
  let index = statement.find("from", from);
  while (index !== -1 && statement.reads(index - 1, "match")) {
    index = statement.find("from", index + 1);
  }
  return index;
}

function topic({ name, span }: Target): readonly InlineValue[] {
  return name.includes("${") ? [] : [{ property: "topic", value: name, span }];
}

export function enrich(statement: Statement, reading: ProcessReading): void {
  if (statement.reads(1, "with")) {
    const target = statement.target(2);
    if (target === null) missingName(statement, 1, "enrich with", reading);
    else reading.use("lookup", "enrich with", target);
    return;
  }
  const target = statement.reads(1, "using") ? statement.target(2) : null;
  if (target === null) {
    missingName(statement, statement.reads(1, "using") ? 1 : 0, "enrich using", reading);
    return;
  }
  const key = statement.reads(3, "on") ? statement.fields(4) : null;
  if (key === null || key.count === 0) {
    const help = "Name the fields of its key: `enrich using customers on customer_id`.";
    reading.complain(statement.behind(2), "`enrich using` has no `on`", help);
  }
  reading.use("lookup", "enrich using", target, { keyFields: key?.count ?? null });
}

export function lookup(statement: Statement, reading: ProcessReading): void {
  // Inside `enrich with X lookup a by f`: a field of X.
  if (statement.reads(2, "by")) return;
  const target = statement.target(1);
  if (target === null || target.form !== "name") missingName(statement, 0, "lookup", reading);
  else readLookup(statement, target, 2, reading);
}

function readLookup(
  statement: Statement,
  own: Target,
  from: number,
  reading: ProcessReading,
): void {
  const at = statement.find("from", from);
  const found = at === -1 ? null : connectorAt(statement, at + 1);
  // A state of the process itself.
  if (found?.connector.value === "state_store") return;
  const named = at === -1 || found !== null ? null : statement.target(at + 1);
  const values = found === null ? [] : connectorValues(statement, found, "lookup");
  const inline = [
    ...values,
    ...lookupValues(statement, from, found?.connector.value === "mongodb"),
  ];
  const connector = found?.connector ?? null;
  reading.use("lookup", "lookup", named ?? own, { connector, inline });
}

function lookupValues(statement: Statement, from: number, hasKeyField: boolean): InlineValue[] {
  const values: InlineValue[] = [];
  const key = statement.find("key", from);
  const field = key === -1 ? undefined : statement.at(key + 1);
  if (hasKeyField && field?.kind === "word") {
    const { next } = statement.fields(key + 1);
    const last = statement.at(next - 1) ?? field;
    const span = { ...statement.span(field), end: last.end };
    const value = statement.file.text.slice(span.start, span.end);
    values.push({ property: "lookup.key_field", value, span });
  }
  const cache = statement.find("cache", from);
  const ttl =
    cache !== -1 && statement.reads(cache + 1, "ttl") ? statement.duration(cache + 2) : null;
  if (ttl !== null) values.push({ property: "cache.ttl", ...ttl.value });
  return values;
}
