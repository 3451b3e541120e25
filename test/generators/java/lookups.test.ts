// What the classes of lookups hold: statements, keys, queries, and that no text of a file breaks out.
import { describe, expect, test } from "vitest";
import { parameterNames } from "../../../generators/java/lookups/key-fields.js";
import { countParameters } from "../../../generators/java/lookups/postgresql-statements.js";
import {
  joined,
  plannedLookup,
  smallest,
  type LookupProperties,
  type Store,
} from "./lookups-planned.js";

test.each([
  ["SELECT 1", 0],
  ["SELECT * FROM t WHERE a = ? AND b = ?", 2],
  ["SELECT '?', \"?\" FROM t WHERE a ?? 'x' AND b = ?", 1],
  ["SELECT 'it''s ?' -- ?\n, /* ? */ ?", 1],
  ["SELECT $tag$ ? $tag$, $$ ? $$, ?", 1],
  ["SELECT ? /* never closed ?", 1],
])("parameters of %j: %d", (sql, count) => {
  expect(countParameters(sql)).toBe(count);
});

test.each([
  [["card_id"], ["cardId"]],
  [
    ["from", "to"],
    ["from", "to"],
  ],
  [
    ["CardId", "MCC"],
    ["cardId", "mcc"],
  ],
  [
    ["class", "records", "1st", "naïve"],
    ["key1", "key2", "key3", "naVe"],
  ],
  [
    ["a.b", "a_b", "a-b"],
    ["aB", "key2", "key3"],
  ],
  [
    ["key2", "class"],
    ["key1", "key2"],
  ],
  [
    ["*/ evil()", "\u0000"],
    ["evil", "key2"],
  ],
])("parameters of the key %j are %j", (fields, names) => {
  expect(parameterNames(fields)).toEqual(names);
});

async function classOf(store: Store, more: LookupProperties): Promise<string> {
  return (await plannedLookup(joined(smallest[store], more))).text("ThingsLookup");
}

test.each(Object.keys(smallest) as Store[])(
  "a lookup in %s has a uid of its own",
  async (store) => {
    const text = await classOf(store, {});
    expect(text).toContain('public static final String NAME = "lookup things";');
    expect(text.replace(/\s+/gu, "")).toContain(".name(NAME).uid(NAME);");
  },
);

describe("statements", () => {
  test.each<[string, Store, LookupProperties, string]>([
    [
      "names are quoted",
      "postgresql",
      { schema: 'a"b', query: { key_columns: ["x", "y z"], select_columns: ["c"] } },
      String.raw`"SELECT \"c\" FROM \"a\"\"b\".\"codes\" WHERE \"x\" = ? AND \"y z\" = ? LIMIT 1"`,
    ],
    [
      "a filter is closed on a line of its own",
      "postgresql",
      { cache: { enabled: true, max_size: 5, warm_on_start: true, warm_query: "a > 1 -- all" } },
      String.raw`"SELECT * FROM \"codes\" WHERE (a > 1 -- all\n) LIMIT 5"`,
    ],
    [
      "a leading part of the key is enough",
      "cassandra",
      { query: { clustering_keys: ["at"], limit: 3 } },
      String.raw`"SELECT * FROM \"fraud\".\"history\" WHERE \"card_id\" = ? LIMIT 3",`,
    ],
    [
      "a key of several fields",
      "redis",
      { lookup: { key_pattern: "{a}:x:{b}:{a}" } },
      'return "" + fields.get(0) + ":x:" + fields.get(1) + ":" + fields.get(0);',
    ],
    [
      "stars of a pattern are its own",
      "redis",
      {
        lookup: { key_pattern: "r*[1]:{a}" },
        cache: { enabled: true, max_size: 5, warm_on_start: true },
      },
      String.raw`matches("r\\*\\[1\\]:*")`,
    ],
    [
      "ranks with a limit",
      "redis",
      { lookup: { type: "zset", range_type: "rank", min_score: 2, limit: 3 } },
      ".zrangeWithScores(key, 2L, 4L)",
    ],
    [
      "scores",
      "redis",
      { lookup: { type: "zset", min_score: 0.5, max_score: "+inf" } },
      "Range.from(Range.Boundary.including(0.5D), Range.Boundary.unbounded())",
    ],
    [
      "a value in a query is encoded",
      "elasticsearch",
      {
        query: { field: null, template: '{"match": {"a": "x {{b}} y", "c": "{{d}}", "e": {{f}}}}' },
      },
      String.raw`"{\"query\":" + "{\"match\": {\"a\": \"x " + JsonText.content(key.get(0)) + " y\", \"c\": " + JsonText.string(key.get(1)) + ", \"e\": " + JsonText.value(key.get(2)) + "}}" + "}"`,
    ],
    [
      "a whole search stays one",
      "elasticsearch",
      { query: { field: null, template: '{"query": {"term": {"a": {{b}}}}, "sort": ["c"]}' } },
      String.raw`"{\"query\": {\"term\": {\"a\": " + JsonText.value(key.get(0)) + "}}, \"sort\": [\"c\"]}"`,
    ],
    [
      "a region's own replica",
      "redis",
      {
        uri: null,
        primary: { region: "us-east-1", uri: "redis://p" },
        replicas: [{ region: "eu-west-1", uri: "redis://r" }],
        read_preference: "local",
      },
      'RedisURI.create("redis://r")',
    ],
  ])("%s (%s)", async (_, store, more, want) => {
    expect(await classOf(store, more)).toContain(want);
  });
});

describe("credentials", () => {
  test.each<[Store, LookupProperties]>([
    ["mongodb", { uri: "secret://login/password" }],
    ["redis", { auth: { username: "me", password: "secret://login/password" } }],
    ["postgresql", { auth: { username: "me", password: "secret://login/password" } }],
    ["cassandra", { auth: { username: "me", password: "secret://login/password" } }],
    ["elasticsearch", { auth: { username: "me", password: "secret://login/password" } }],
    ["elasticsearch", { auth: { api_key: "secret://login/password" } }],
  ])("%s reads them where it connects, and keeps none: %j", async (store, more) => {
    const text = await classOf(store, more);
    const call = 'RuntimeValues.file("login", "password")';
    const connect = text.slice(text.indexOf("void connect()"), text.indexOf("void disconnect()"));
    expect(connect).toContain(call);
    expect(text.replace(connect, "")).not.toContain(call);
  });

  test.each(Object.keys(smallest) as Store[])("%s tries the second login", async (store) => {
    const auth = { primary: "secret://login", secondary: "secret://other", fallback_enabled: true };
    const text = await classOf(store, { auth });
    expect(text).toContain(
      'connectAs(RuntimeValues.file("other", "username"), RuntimeValues.file("other", "password"));',
    );
  });
});

const hostile = 'a"b\\u000a*/ \n + evil() + `$(x)` {{y}} \u00e9';

test.each<[Store, LookupProperties]>([
  [
    "mongodb",
    {
      database: hostile,
      collection: hostile,
      zone: hostile,
      lookup: { key_field: hostile, projection: [hostile], hint: hostile },
      read: { preference: "nearest" },
      tls: { ca_file: hostile },
      auth: { username: hostile, password: "secret://login/password", source: hostile },
    },
  ],
  [
    "redis",
    {
      lookup: { key_pattern: `${hostile}:{a}`, type: "hash", hash_field: hostile },
      tls: { enabled: true, ca_file: hostile },
    },
  ],
  [
    "redis",
    {
      lookup: { type: "hash", ttl_field: hostile },
      sentinel: { master_name: hostile, nodes: ["a:1"] },
    },
  ],
  [
    "postgresql",
    {
      schema: hostile,
      table: hostile,
      query: { key_columns: [hostile], select_columns: [hostile] },
      ssl: { mode: "require", root_cert: hostile },
      cache: { enabled: true, max_size: 5, warm_on_start: true, warm_query: hostile },
    },
  ],
  [
    "cassandra",
    {
      keyspace: hostile,
      table: hostile,
      load_balancing: { local_datacenter: hostile },
      query: { partition_key: hostile, clustering_keys: [hostile] },
    },
  ],
  ["elasticsearch", { index: hostile, query: { field: hostile }, ssl: { ca_path: hostile } }],
])("%s: text stays in its literal, or is text of a comment", async (store, more) => {
  const text = await classOf(store, more);
  // Outside of literals and comments, nothing of it is left.
  const rest = text.replace(/"(?:[^"\\\n]|\\.)*"/gu, '""').replace(/\/\*\*[\s\S]*?\*\//gu, "");
  expect(text).toContain("evil()");
  expect(rest).not.toMatch(/evil|\\|`|\$\(|\{\{/u);
  expect(text).toMatch(/^[\n -~]*$/u);
});

test("a lookup that lacks its key has no class, and the rest of the project is made", async () => {
  const { paths, found } = await plannedLookup(joined(smallest.postgresql, { query: null }));
  expect(paths.filter((path) => path.includes("/lookups/"))).toEqual([]);
  expect(paths).toContain("pom.xml");
  expect(found).toContain('W788 "things"');
});
