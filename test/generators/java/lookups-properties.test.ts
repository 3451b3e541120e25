// No property of a lookup is silently ignored: each changes what is emitted, or is spoken of.
import { describe, expect, test } from "vitest";
import type { Properties, PropertyType } from "../../../src/language/property.js";
import { lookups } from "../../../src/language/sections/lookups.js";
import {
  joined,
  plannedLookup,
  smallest,
  type LookupProperties,
  type Store,
} from "./lookups-planned.js";

/** A property with a value, and what must stand beside it for the value to be legal and to matter. */
type Sample = [path: string, value: unknown, beside?: LookupProperties];

const cached = { cache: { enabled: true, max_size: 100 } };
const warmed = { cache: { enabled: true, max_size: 100, warm_on_start: true } };
const hash = { lookup: { type: "hash" } };
const zset = { lookup: { type: "zset" } };
const sentinel = { sentinel: { master_name: "main", nodes: ["s:1"] } };
const primary = { primary: { region: "eu-west-1", uri: "redis://p" }, uri: null };
const user = { auth: { username: "reader", password: "secret://login/password" } };
const twoLogins = { auth: { primary: "secret://login", secondary: "secret://other" } };

const common: readonly Sample[] = [
  ["global", true],
  ["zone", "EU"],
  ["audit", true],
  ["encryption", "client_side"],
  ["cache.enabled", true],
  ["cache.ttl", "7m", cached],
  ["cache.max_size", 7, { cache: { enabled: true } }],
  ["cache.eviction", "fifo", cached],
  ["cache.eviction", "lru", cached],
  ["cache.refresh_strategy", "eager", cached],
  ["cache.refresh_strategy", "lazy", cached],
  ["cache.warm_on_start", true, cached],
  ["cache.warm_query", '{"a": 1}', warmed],
  ["cache.warm_query", '{"a": 1}', cached],
  ["cache.warm_limit", 7, warmed],
  ["cache.warm_limit", 7, cached],
  ["cache.refresh.strategy", "refresh_ahead", cached],
  ["cache.refresh.strategy", "write_through", cached],
  ["cache.refresh.async", true, cached],
  [
    "cache.refresh.async",
    false,
    joined(cached, { cache: { refresh: { strategy: "refresh_ahead" } } }),
  ],
  ["cache.metrics.enabled", true, cached],
  ["cache.metrics.report_interval", "10s", cached],
  ["cache.l1.enabled", false, joined(cached, { cache: { l1: { max_size: 5 } } })],
  ["cache.l1.max_size", 7, cached],
  ["cache.l1.ttl", "7s", joined(cached, { cache: { l1: { max_size: 5 } } })],
  ["cache.l2.enabled", false, joined(cached, { cache: { l2: { max_size: 5 } } })],
  ["cache.l2.max_size", 7, cached],
  ["cache.l2.ttl", "7s", joined(cached, { cache: { l2: { max_size: 5 } } })],
  ["cache.regional_isolation", true, cached],
  ["cache.regional_isolation", false, cached],
  ["async.enabled", false],
  ["async.capacity", 7],
  ["async.timeout", "7s"],
  ["async.ordered", false],
  ["async.retry.attempts", 7],
  ["async.retry.backoff", "constant", { async: { retry: { attempts: 2 } } }],
  ["async.retry.backoff", "linear", { async: { retry: { attempts: 2 } } }],
  ["async.retry.initial_delay", "7ms", { async: { retry: { attempts: 2 } } }],
  ["async.retry.max_delay", "7s", { async: { retry: { attempts: 2 } } }],
  ["auth.username", "other", user],
  ["auth.password", "secret://other/password", user],
  ["auth.primary", "secret://login", { auth: {} }],
  ["auth.secondary", "secret://other", { auth: { primary: "secret://login" } }],
  ["auth.fallback_enabled", true, twoLogins],
  ["auth.fallback_enabled", true, user],
];

const byStore: Readonly<Record<Store, readonly Sample[]>> = {
  mongodb: [
    ["uri", "mongodb://other"],
    ["database", "other"],
    ["collection", "other"],
    ["connection.max_pool_size", 7],
    ["connection.min_pool_size", 7],
    ["connection.max_idle_time", "7s"],
    ["connection.connect_timeout", "7s"],
    ["connection.socket_timeout", "7s"],
    ["connection.server_selection_timeout", "7s"],
    ["read.preference", "nearest"],
    ["read.concern", "majority"],
    ["read.max_staleness", "2m", { read: { preference: "nearest" } }],
    ["write.concern", "majority"],
    ["write.journal", true],
    ["write.wtimeout", "7s"],
    ["auth.mechanism", "SCRAM-SHA-1", user],
    ["auth.mechanism", "MONGODB-X509"],
    ["auth.source", "users", user],
    ["auth.source", "users"],
    ["tls.enabled", true],
    ["tls.ca_file", "/ca.pem", { tls: { enabled: true } }],
    ["tls.ca_file", "/ca.pem", { tls: { enabled: false } }],
    ["tls.allow_invalid_certificates", true, { tls: { enabled: true } }],
    ["lookup.key_field", "other"],
    ["lookup.projection", ["a", "b"]],
    ["lookup.hint", "an_index"],
    ["zone", "EU", { read: { preference: "nearest" } }],
  ],
  redis: [
    ["uri", "redis://other"],
    ["database", 7],
    ["cluster.enabled", true],
    ["cluster.max_redirects", 7, { cluster: { enabled: true } }],
    ["cluster.max_redirects", 7],
    ["cluster.nodes", ["a:1"], { cluster: { enabled: true } }],
    ["cluster.nodes", ["a:1"]],
    ["sentinel.master_name", "other", sentinel],
    ["sentinel.nodes", ["other:1"], sentinel],
    ["connection.pool_size", 7],
    ["connection.min_idle", 7, { connection: { pool_size: 7 } }],
    ["connection.connect_timeout", "7s"],
    ["connection.socket_timeout", "7ms"],
    ["connection.max_retries", 7],
    ["connection.max_retries", 7, { async: { retry: { attempts: 2 } } }],
    ["tls.enabled", true],
    ["tls.enabled", false],
    ["tls.cert_file", "/c.pem", { tls: { enabled: true, key_file: "/k.pem" } }],
    ["tls.key_file", "/k.pem", { tls: { enabled: true, cert_file: "/c.pem" } }],
    ["tls.ca_file", "/ca.pem", { tls: { enabled: true } }],
    ["tls.ca_file", "/ca.pem"],
    ["lookup.key_pattern", "other:{currency}"],
    ["lookup.type", "set"],
    ["lookup.type", "zset"],
    ["lookup.hash_field", "f", hash],
    ["lookup.hash_field", "f"],
    ["lookup.fetch_all", true],
    ["lookup.ttl_field", "_ttl", hash],
    ["lookup.ttl_field", "_ttl"],
    ["lookup.range_type", "rank", zset],
    ["lookup.range_type", "score"],
    ["lookup.min_score", 7, zset],
    ["lookup.max_score", 7, zset],
    ["lookup.limit", 7, zset],
    ["serialization.format", "json"],
    ["serialization.format", "msgpack"],
    ["serialization.format", "protobuf"],
    ["serialization.compression", "gzip"],
    ["serialization.compression", "lz4"],
    ["primary.region", "us-east-1", primary],
    ["primary.uri", "redis://other", primary],
    [
      "replicas",
      [{ region: "eu-west-1", uri: "redis://r" }],
      joined(primary, { read_preference: "local" }),
    ],
    ["replicas", [{ region: "us-east-1", uri: "redis://r" }]],
    ["read_preference", "local"],
    ["read_preference", "local", joined(primary, { primary: { region: "us-east-1" } })],
  ],
  postgresql: [
    ["jdbc_url", "jdbc:postgresql://other/cards"],
    ["schema", "other"],
    ["table", "other"],
    ["pool.size", 7],
    ["pool.min_idle", 7],
    ["pool.max_lifetime", "7m"],
    ["pool.idle_timeout", "7m"],
    ["pool.connection_timeout", "7s"],
    ["query.sql", "SELECT ? AS a"],
    ["query.key_columns", ["a", "b"]],
    ["query.select_columns", ["a"]],
    ["read.fetch_size", 7],
    ["read.read_only", true],
    ["read.isolation_level", "SERIALIZABLE"],
    ["ssl.mode", "require"],
    ["ssl.root_cert", "/ca.pem"],
    ["ssl.client_cert", "/c.pem", { ssl: { client_key: "/k.pem" } }],
    ["ssl.client_key", "/k.pem", { ssl: { client_cert: "/c.pem" } }],
  ],
  cassandra: [
    ["contact_points", ["other:1"]],
    ["keyspace", "other"],
    ["table", "other"],
    ["consistency.read", "QUORUM"],
    ["consistency.serial", "SERIAL"],
    ["query.partition_key", "other"],
    ["query.clustering_keys", ["at"]],
    ["query.select_columns", ["a"]],
    ["query.limit", 7],
    ["connection.pool_size", 7],
    ["connection.max_requests_per_connection", 7],
    ["load_balancing.policy", "token_aware"],
    ["load_balancing.policy", "round_robin"],
    ["load_balancing.local_datacenter", "other"],
    ["load_balancing.shuffle_replicas", true],
    ["load_balancing.shuffle_replicas", false],
  ],
  elasticsearch: [
    ["hosts", ["https://other:1"]],
    ["index", "other"],
    ["query.type", "match"],
    ["query.type", "bool"],
    ["query.field", "other"],
    ["query.template", '{"term": {"a": "{{b}}"}}'],
    ["connection.connect_timeout", "7s"],
    ["connection.socket_timeout", "7s"],
    ["connection.max_retry_timeout", "7s"],
    [
      "auth.type",
      "bearer",
      { auth: { token: "secret://token/value", api_key: "secret://token/value" } },
    ],
    ["auth.api_key", "secret://token/value"],
    ["auth.token", "secret://token/value"],
    ["ssl.enabled", false],
    ["ssl.enabled", true, { hosts: ["https://es:9200", "${ES_HOST}"] }],
    ["ssl.ca_path", "/ca.pem"],
    ["ssl.verify_hostname", false],
  ],
};

/** Everything that one file brings: sources, and what is said of it. */
async function fingerprint(properties: LookupProperties): Promise<string> {
  const { diagnostics, findings, paths, text } = await plannedLookup(properties);
  const files = paths.filter((path) => path.includes("/lookups/"));
  const texts = await Promise.all(files.map((path) => text(path)));
  const said = [...findings, ...diagnostics].map(({ code, message }) => `${code} ${message}`);
  return [...said, ...files, ...texts].join("\n");
}

function nested(path: string, value: unknown): LookupProperties {
  const [first = "", ...rest] = path.split(".");
  return { [first]: rest.length === 0 ? value : nested(rest.join("."), value) };
}

/** The leaves of a property table, dotted. */
function leaves(properties: Properties, prefix = ""): readonly string[] {
  return Object.entries(properties).flatMap(([name, { type }]) => {
    const inner = innerProperties(type);
    return inner === null ? [`${prefix}${name}`] : leaves(inner, `${prefix}${name}.`);
  });
}

function innerProperties(type: PropertyType): Properties | null {
  return type.kind === "map" ? type.properties : null;
}

/** Switches the core acts on before a generator sees the binding. */
const actedOnBefore = new Set(["regional"]);

describe.each(Object.keys(smallest) as Store[])("%s", (store) => {
  const samples = [...common, ...byStore[store]];

  test("every property has a sample", () => {
    if (lookups.kind !== "named") throw new Error("lookups are named");
    const { block } = lookups;
    const all = [...leaves(block.common), ...leaves(block.variants[store] ?? {})];
    const sampled = new Set(samples.map(([path]) => path));
    expect(all.filter((path) => !sampled.has(path) && !actedOnBefore.has(path))).toEqual([]);
  });

  test.each<Sample>(samples)(
    "%s: %j changes the output or is spoken of",
    async (path, value, beside = {}) => {
      const without = joined(smallest[store], beside);
      const before = await fingerprint(without);
      expect(await fingerprint(joined(without, nested(path, value)))).not.toBe(before);
    },
  );
});
