// The SQL of a PostgreSQL lookup: the statement for one key, and the one that fills the cache. Names
// are quoted; values only ever travel as parameters.
import { javaString } from "../../../src/encode/java.js";
import type { PostgresqlLookup } from "../../../src/model/bindings.js";
import type { Named } from "../../../src/model/infra-model.js";
import type { PreloadSettings } from "./cache.js";
import type { LookupFindings } from "./findings.js";

/** Statements as Java literals. */
export interface SqlStatements {
  readonly sql: string;
  readonly keyFields: readonly string[];
  readonly preload: {
    readonly sql: string;
    /** The key columns as arguments of a list. */
    readonly keyColumns: string;
    /** Key columns that a lookup does not select, likewise. */
    readonly hidden: string;
    readonly limit: number;
  } | null;
  readonly holds: string;
  readonly remarks: readonly string[];
}

export function selectStatements(
  lookup: Named<PostgresqlLookup>,
  preload: PreloadSettings | null,
  findings: LookupFindings,
): SqlStatements {
  const sql = lookup.query?.sql ?? null;
  return sql === null
    ? generatedStatements(lookup, preload, findings)
    : ownStatements(lookup, sql, findings);
}

function generatedStatements(
  lookup: Named<PostgresqlLookup>,
  preload: PreloadSettings | null,
  findings: LookupFindings,
): SqlStatements {
  const { schema, query } = lookup;
  const keyColumns = query?.keyColumns ?? [];
  if (keyColumns.length === 0) {
    const help = "Add query.key_column, or a statement as query.sql.";
    findings.cannotBeMade("query.key_columns", "no statement is given as query.sql", help);
  }
  const table = [schema, lookup.table ?? lookup.name]
    .filter((name) => name !== null)
    .map(quoted)
    .join(".");
  const selected = query?.selectColumns ?? [];
  const where = keyColumns.map((column) => `${quoted(column)} = ?`).join(" AND ");
  const columns = selected.length === 0 ? "*" : selected.map(quoted).join(", ");
  return {
    sql: javaString(`SELECT ${columns} FROM ${table} WHERE ${where} LIMIT 1`),
    keyFields: keyColumns,
    preload:
      preload === null
        ? null
        : {
            sql: javaString(preloadSql(table, selected, keyColumns, preload)),
            keyColumns: keyColumns.map(javaString).join(", "),
            hidden: keyColumns
              .filter((column) => selected.length > 0 && !selected.includes(column))
              .map(javaString)
              .join(", "),
            limit: preload.limit,
          },
    holds: `rows of the PostgreSQL table ${[schema, lookup.table ?? lookup.name].filter((name) => name !== null).join(".")}`,
    remarks: ["A row is a map from column to value; the first one counts where several match."],
  };
}

/** The key columns come along, since the cache is filled by them. */
function preloadSql(
  table: string,
  selected: readonly string[],
  keyColumns: readonly string[],
  { query, limit }: PreloadSettings,
): string {
  const columns =
    selected.length === 0 ? "*" : [...new Set([...selected, ...keyColumns])].map(quoted).join(", ");
  // On a line of its own: a comment in the filter must not end the statement.
  const where = query === null ? "" : ` WHERE (${query}\n)`;
  return `SELECT ${columns} FROM ${table}${where} LIMIT ${limit}`;
}

function ownStatements(
  lookup: Named<PostgresqlLookup>,
  sql: string,
  findings: LookupFindings,
): SqlStatements {
  const { query, cache } = lookup;
  const count = countParameters(sql);
  if (query !== null && count === 0) {
    const help = "Write a ? for each field of the key.";
    findings.isRefused(query, "sql", "it has no parameter for the key", help);
  }
  const stated = query?.keyColumns ?? [];
  if (query !== null && stated.length > 0 && stated.length === count)
    findings.worksOtherwise(
      query,
      "keyColumns",
      'the statement of "sql" is run as it is, and its parameters are called by these names',
      "Remove it where the names do not matter: they are then key1, key2 and so on.",
    );
  else if (query !== null && stated.length > 0)
    findings.contradicts(
      [query, "sql"],
      [query, "keyColumns"],
      `the statement has ${count} parameters, the key ${stated.length} columns`,
      "Write one ? for each column of the key; an operator ? of PostgreSQL is written ??.",
    );
  if (cache !== null && cache.enabled && cache.warmOnStart === true)
    findings.hasNoEffect(
      cache,
      "warmOnStart",
      '"query.sql" cannot be run without a key',
      "Name a table and key columns instead of the statement.",
    );
  for (const key of ["schema", "table"] as const) {
    if (lookup[key] !== null) findings.hasNoEffect(lookup, key, '"query.sql" names its own tables');
  }
  return {
    sql: javaString(sql),
    keyFields: Array.from({ length: count }, (_, index) => stated[index] ?? `key${index + 1}`),
    preload: null,
    holds: "rows of a PostgreSQL statement",
    remarks: ["A row is a map from column to value; the first one counts where several match."],
  };
}

/** An identifier as PostgreSQL takes it literally. */
function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

// What the driver does not look into: literals, quoted names, comments, `??`, and dollar quotes. What
// is never closed reaches to the end.
const opaque =
  /'(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$)|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|\?\?|\$([A-Za-z_]\w*)?\$[\s\S]*?(?:\$\1\$|$)/gu;

/** How many values the driver asks for. */
export function countParameters(sql: string): number {
  return sql.replace(opaque, " ").split("?").length - 1;
}
