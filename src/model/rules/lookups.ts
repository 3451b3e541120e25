// Rules of lookups.
import { diagnose } from "../../diagnostics/catalogue/index.js";
import type { Lookup } from "../bindings.js";
import { isStated } from "../is-stated.js";
import type { Named } from "../infra-model.js";
import { checkJdbcUrl } from "./client-dangers.js";
import type { RuleContext } from "./rule-context.js";
import { isSet, type RuleTable } from "./rule.js";

/** `auth.primary` and `secondary` are whole credentials while one rotates. */
const login = ["username", "password"];

const zsetOnly = {
  ignores: ["lookup.range_type", "lookup.min_score", "lookup.max_score", "lookup.limit"],
  because: "it applies to values of type zset only",
};

export const lookupRules: RuleTable = {
  requirements: [
    { of: "redis", needs: [["uri", "primary.uri"]] },
    { of: "redis", at: "sentinel", needs: ["master_name", "nodes"] },
    { of: "redis", at: "primary", needs: ["region", "uri"] },
    { of: "elasticsearch", at: "auth", when: { type: "api_key" }, needs: ["api_key"] },
    { of: "elasticsearch", at: "auth", when: { type: "bearer" }, needs: ["token"] },
    {
      of: "elasticsearch",
      at: "auth",
      when: { type: "basic" },
      needs: [
        ["username", "primary"],
        ["password", "primary"],
      ],
    },
  ],
  orders: [
    { of: "mongodb", at: "connection", ascending: ["min_pool_size", "max_pool_size"] },
    { of: "postgresql", at: "pool", ascending: ["min_idle", "size"] },
    { of: "redis", at: "connection", ascending: ["min_idle", "pool_size"] },
    { of: "redis", at: "lookup", ascending: ["min_score", "max_score"] },
  ],
  ignored: [
    {
      of: "postgresql",
      at: "query",
      when: { sql: isSet },
      ignores: ["select_columns"],
      because: '"sql" is a statement of its own',
    },
    {
      of: "elasticsearch",
      at: "query",
      when: { template: isSet },
      ignores: ["type", "field"],
      because: '"template" is a query of its own',
    },
    {
      of: "redis",
      when: { "cluster.enabled": true },
      ignores: ["sentinel"],
      because: '"cluster.enabled" is true, and a client uses one of them',
    },
    {
      of: "redis",
      when: { "lookup.type": ["string", "set", "zset"] },
      ignores: ["lookup.hash_field", "lookup.fetch_all"],
      because: "it applies to values of type hash only",
    },
    { of: "redis", when: { "lookup.type": ["string", "set", "hash"] }, ...zsetOnly },
  ],
  exclusions: [
    {
      at: "auth",
      either: ["primary", "secondary"],
      or: login,
      problem: "each is a whole login",
    },
  ],
};

export function checkLookup(lookup: Named<Lookup>, context: RuleContext): void {
  checkJdbcUrl(lookup, context);
  if (lookup.type !== "postgresql" || lookup.table !== null || isStated(lookup.query?.sql)) return;
  // Vocabulary decision 20: a missing table is taken from the name, and said.
  context.report(
    diagnose(
      "W755",
      context.span({ object: lookup, key: "table" }),
      {
        property: context.path({ object: lookup, key: "table" }),
        problem: `is not set: the lookup's own name "${lookup.name}" is taken as the table`,
      },
      { help: 'Add "table", or a statement as "query.sql".' },
    ),
  );
}
