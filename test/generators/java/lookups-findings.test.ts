// What is refused or warned of in a lookup, each at its place.
import { expect, test } from "vitest";
import {
  joined,
  plannedLookup,
  smallest,
  type LookupProperties,
  type Store,
} from "./lookups-planned.js";

const cached = { cache: { enabled: true, max_size: 100 } };
const production = 'version: "1.0"\nenvironment: production\n';

type Case = [
  name: string,
  store: Store,
  more: LookupProperties,
  found: readonly string[],
  head?: string,
];

const common: readonly Case[] = [
  ["nothing to say of MongoDB", "mongodb", {}, []],
  ["nothing to say of Redis", "redis", {}, []],
  ["nothing to say of PostgreSQL", "postgresql", {}, []],
  ["nothing to say of Cassandra", "cassandra", {}, []],
  ["nothing to say of Elasticsearch", "elasticsearch", {}, []],
  ["no deadline", "redis", { async: null }, ['N750 "things"']],
  ["a deadline of nothing", "redis", { async: { timeout: "0s" } }, ['E785 "0s"']],
  [
    "requests under way, one at a time",
    "redis",
    { async: { enabled: false, capacity: 5, ordered: false } },
    ["W785 5", "W785 false"],
  ],
  ["more than Java counts", "redis", { async: { capacity: 3_000_000_000 } }, ["E754 3000000000"]],
  [
    "linear growth",
    "redis",
    { async: { retry: { attempts: 1, backoff: "linear" } } },
    ['W786 "linear"'],
  ],
  [
    "a longest wait that never comes",
    "redis",
    { async: { retry: { attempts: 1, backoff: "constant", max_delay: "9s" } } },
    ['W785 "9s"'],
  ],
  ["a cache that is not on", "redis", { cache: { ttl: "5m" } }, ['W785 "cache"']],
  ["a cache that is off", "redis", { cache: { enabled: false, ttl: "5m" } }, []],
  ["a cache without bound", "redis", { cache: { enabled: true } }, ['N750 "things"']],
  ["a cache of nothing", "redis", { cache: { enabled: true, max_size: 0 } }, ["W785 0"]],
  ["a large cache", "redis", { cache: { enabled: true, max_size: 2_000_000 } }, ["W787 2000000"]],
  [
    "a cache that many slots have",
    "redis",
    { cache: { enabled: true, max_size: 300_000 } },
    ["W787 300000"],
    "resources: { _task_managers: { slots_per_manager: 4 } }\n",
  ],
  [
    "a cache that few slots have",
    "redis",
    { cache: { enabled: true, max_size: 300_000 } },
    [],
    "resources: { _task_managers: { slots_per_manager: 3 } }\n",
  ],
  [
    "a cache that all slots share",
    "redis",
    { cache: { enabled: true, l1: { enabled: false }, l2: { max_size: 300_000 } } },
    ['W786 "l2"'],
    "resources: { _task_managers: { slots_per_manager: 4 } }\n",
  ],
  [
    "first in, first out",
    "redis",
    joined(cached, { cache: { eviction: "fifo" } }),
    ['W786 "fifo"'],
  ],
  ["least recently used", "redis", joined(cached, { cache: { eviction: "lru" } }), ['N785 "lru"']],
  ["eager", "redis", joined(cached, { cache: { refresh_strategy: "eager" } }), ['W786 "eager"']],
  [
    "writing through",
    "redis",
    joined(cached, { cache: { refresh: { strategy: "write_through" } } }),
    ['W785 "write_through"'],
  ],
  [
    "refresh of nothing",
    "redis",
    joined(cached, { cache: { refresh: { async: true } } }),
    ["W785 true"],
  ],
  [
    "refresh in the way of records",
    "redis",
    joined(cached, { cache: { refresh: { strategy: "refresh_ahead", async: false } } }),
    ["W786 false"],
  ],
  [
    "an interval of statistics",
    "redis",
    joined(cached, { cache: { metrics: { report_interval: "9s" } } }),
    ['W785 "9s"'],
  ],
  [
    "a filter without a warm start",
    "redis",
    joined(cached, { cache: { warm_query: "a*", warm_limit: 5 } }),
    ['W785 "a*"', "W785 5"],
  ],
  [
    "more warmth than room",
    "redis",
    joined(cached, { cache: { warm_on_start: true, warm_limit: 500 } }),
    ["W787 500"],
  ],
  ["a second tier", "redis", joined(cached, { cache: { l2: { max_size: 5 } } }), ['W786 "l2"']],
  [
    "a first tier that outlives the second",
    "redis",
    joined(cached, { cache: { l1: { ttl: "9m" }, l2: { ttl: "1m" } } }),
    ['W786 "l2"', 'W787 "l1"'],
  ],
  ["no tier at all", "redis", joined(cached, { cache: { l1: { enabled: false } } }), ["W785 true"]],
  [
    "refresh of a tier that is off",
    "redis",
    joined(cached, { cache: { l2: { max_size: 5 }, refresh: { strategy: "refresh_ahead" } } }),
    ['W785 "cache"', 'W786 "l2"'],
  ],
  [
    "no isolation",
    "redis",
    joined(cached, { cache: { regional_isolation: false } }),
    ["N785 false"],
  ],
  ["audit", "redis", { audit: true }, ["W785 true"]],
  ["encryption", "mongodb", { encryption: "client_side" }, ['W785 "client_side"']],
  ["a zone of a store without zones", "redis", { zone: "EU" }, ['W785 "EU"']],
  ["a user without a password", "postgresql", { auth: { username: "me" } }, ['W787 "me"']],
  [
    "a password of nobody",
    "postgresql",
    { auth: { password: "secret://login/password" } },
    ['E752 "things"'],
  ],
  [
    "a password alone, as Redis has it",
    "redis",
    { auth: { password: "secret://login/password" } },
    [],
  ],
  [
    "a second login that is never tried",
    "redis",
    { auth: { primary: "secret://login", secondary: "secret://other" } },
    ['W785 "secret://other"'],
  ],
  [
    "a fallback to nothing",
    "redis",
    { auth: { primary: "secret://login", fallback_enabled: true } },
    ["W785 true"],
  ],
  [
    "a fallback of one login",
    "redis",
    { auth: { password: "secret://login/password", fallback_enabled: true } },
    ["W785 true"],
  ],
  [
    "a second login without a first",
    "redis",
    { auth: { secondary: "secret://login", fallback_enabled: true } },
    ['E752 "things"'],
  ],
  [
    "one key as a login",
    "redis",
    { auth: { primary: "secret://login/password" } },
    ['E785 "secret://login/password"'],
  ],
  [
    "a secret that is no login",
    "redis",
    { auth: { primary: "secret://token" } },
    ['E785 "secret://token"'],
  ],
];

const x509 = { auth: { mechanism: "MONGODB-X509" } };

const mongodb: readonly Case[] = [
  ["no key field", "mongodb", { lookup: null }, ['N750 "things"']],
  [
    "little staleness",
    "mongodb",
    { read: { preference: "nearest", max_staleness: "30s" } },
    ['E785 "30s"'],
  ],
  ["a stale primary", "mongodb", { read: { max_staleness: "2m" } }, ['E753 "2m"']],
  [
    "linearizable secondaries",
    "mongodb",
    { read: { preference: "nearest", concern: "linearizable" } },
    ['E753 "linearizable"'],
  ],
  ["a zone of the primary", "mongodb", { zone: "EU" }, ['W785 "EU"']],
  [
    "a write",
    "mongodb",
    { write: { concern: "majority", journal: true, wtimeout: "9s" } },
    ['W785 "9s"', 'W785 "majority"', "W785 true"],
  ],
  ["a certificate that no property names", "mongodb", x509, ['W787 "MONGODB-X509"']],
  [
    "a certificate beside own authorities",
    "mongodb",
    { ...x509, tls: { ca_file: "/ca.pem" } },
    ['E753 "MONGODB-X509"'],
  ],
  [
    "a certificate and a password",
    "mongodb",
    joined(x509, { auth: { username: "me", password: "secret://login/password" } }),
    ['E753 "MONGODB-X509"', 'W787 "MONGODB-X509"'],
  ],
  [
    "a certificate of another source",
    "mongodb",
    joined(x509, { auth: { source: "admin" } }),
    ['W785 "admin"', 'W787 "MONGODB-X509"'],
  ],
  [
    "a mechanism without a login",
    "mongodb",
    { auth: { mechanism: "SCRAM-SHA-1", source: "admin" } },
    ['W785 "SCRAM-SHA-1"', 'W785 "admin"'],
  ],
  [
    "any certificate, in a test",
    "mongodb",
    { tls: { allow_invalid_certificates: true, ca_file: "/ca.pem" } },
    ['W785 "/ca.pem"', "W787 true"],
  ],
  [
    "any certificate, in production",
    "mongodb",
    { tls: { allow_invalid_certificates: true } },
    ["E785 true"],
    production,
  ],
  [
    "authorities without TLS",
    "mongodb",
    { tls: { enabled: false, ca_file: "/ca.pem" } },
    ['W785 "/ca.pem"'],
  ],
  [
    "a filter that is none",
    "mongodb",
    joined(cached, { cache: { warm_on_start: true, warm_query: "active" } }),
    ['E785 "active"'],
  ],
];

const redis: readonly Case[] = [
  ["connections", "redis", { connection: { pool_size: 9, min_idle: 2 } }, ["W785 2", "W785 9"]],
  [
    "retries said twice",
    "redis",
    { connection: { max_retries: 9 }, async: { retry: { attempts: 2 } } },
    ["W785 9"],
  ],
  ["one key for all", "redis", { lookup: { key_pattern: "rate" } }, ['E785 "rate"']],
  ["a database of a cluster", "redis", { database: 3, cluster: { enabled: true } }, ["E753 3"]],
  [
    "a database of a cluster, in its address",
    "redis",
    { uri: "redis://r:6379/3", cluster: { enabled: true } },
    ['E753 "redis://r:6379/3"'],
  ],
  [
    "a database of a cluster, in a parameter of its address",
    "redis",
    { uri: "rediss://r?timeout=1s&database=3", cluster: { enabled: true } },
    ['E753 "rediss://r?timeout=1s&database=3"'],
  ],
  [
    "the database of a cluster, in its address",
    "redis",
    { uri: "redis://r:6379/0?timeout=1s", cluster: { enabled: true } },
    [],
  ],
  ["a database of one server", "redis", { uri: "redis://r:6379/3" }, []],
  [
    "a cluster that is off",
    "redis",
    { cluster: { max_redirects: 3, nodes: ["a:1"] } },
    ["W785 3", 'W785 ["a:1"]'],
  ],
  ["TLS and none", "redis", { uri: "rediss://redis", tls: { enabled: false } }, ["E753 false"]],
  [
    "half a certificate",
    "redis",
    { tls: { enabled: true, cert_file: "/c.pem" } },
    ['E752 "things"'],
  ],
  ["authorities without TLS", "redis", { tls: { ca_file: "/ca.pem" } }, ['W785 "/ca.pem"']],
  [
    "one field and all",
    "redis",
    { lookup: { type: "hash", hash_field: "a", fetch_all: true } },
    ['E753 "a"'],
  ],
  [
    "neither one field nor all",
    "redis",
    { lookup: { type: "hash", fetch_all: false } },
    ['E752 "things"'],
  ],
  ["a lifetime of a text", "redis", { lookup: { ttl_field: "_ttl" } }, ['W785 "_ttl"']],
  [
    "a lifetime among decoded fields",
    "redis",
    { lookup: { type: "hash", ttl_field: "_ttl" }, serialization: { format: "json" } },
    ['W785 "_ttl"'],
  ],
  [
    "half a rank",
    "redis",
    { lookup: { type: "zset", range_type: "rank", min_score: 0.5 } },
    ["E785 0.5"],
  ],
  [
    "a limit from the end",
    "redis",
    { lookup: { type: "zset", range_type: "rank", min_score: -5, limit: 2 } },
    ["W785 2"],
  ],
  ["an address beside the primary", "redis", { read_preference: "local" }, ['W785 "local"']],
  [
    "no replica in the region",
    "redis",
    { uri: null, primary: { region: "us-east-1", uri: "redis://p" }, read_preference: "local" },
    ['W787 "local"'],
  ],
  [
    "a replica that nobody reads",
    "redis",
    {
      uri: null,
      primary: { region: "us-east-1", uri: "redis://p" },
      replicas: [{ region: "eu-west-1", uri: "redis://r" }],
    },
    ['W785 [{"region":"eu-west-1","uri":"redis://r"}]'],
  ],
];

const postgresql: readonly Case[] = [
  ["no key", "postgresql", { query: null }, ['W788 "things"']],
  [
    "a statement without parameters",
    "postgresql",
    { table: null, query: { key_columns: null, sql: "SELECT 1" } },
    ['E785 "SELECT 1"'],
  ],
  [
    "parameters and columns of other number",
    "postgresql",
    { table: null, query: { key_columns: ["a", "b"], sql: "SELECT ? AS a" } },
    ['E753 "SELECT ? AS a"'],
  ],
  [
    "columns that name the parameters",
    "postgresql",
    { table: null, query: { key_columns: ["a", "b"], sql: "SELECT ? AS a, ? AS b" } },
    ['W786 ["a","b"]'],
  ],
  [
    "a table beside a statement",
    "postgresql",
    { query: { key_columns: null, sql: "SELECT ?" }, schema: "s" },
    ['W785 "codes"', 'W785 "s"'],
  ],
  [
    "a warm start of a statement",
    "postgresql",
    joined(cached, {
      table: null,
      query: { key_columns: null, sql: "SELECT ?" },
      cache: { warm_on_start: true },
    }),
    ['W785 "codes"', "W785 true"],
  ],
  [
    "a short life",
    "postgresql",
    { pool: { max_lifetime: "5s", idle_timeout: "1s", min_idle: 1, connection_timeout: "100ms" } },
    ['E785 "100ms"', 'E785 "1s"', 'E785 "5s"'],
  ],
  ["more idle than there are", "postgresql", { pool: { min_idle: 50 } }, ["E785 50"]],
  [
    "idle connections that all stay",
    "postgresql",
    { pool: { size: 5, idle_timeout: "1m" } },
    ['W785 "1m"'],
  ],
  [
    "idle longer than alive",
    "postgresql",
    { pool: { size: 5, min_idle: 1, idle_timeout: "5m", max_lifetime: "1m" } },
    ['W785 "5m"'],
  ],
  [
    "more connections than requests",
    "postgresql",
    { pool: { size: 50 }, async: { capacity: 10 } },
    ["W787 50"],
  ],
  ["rows at a time", "postgresql", { read: { fetch_size: 50 } }, ["W785 50"]],
  [
    "two modes",
    "postgresql",
    { jdbc_url: "jdbc:postgresql://db/cards?sslmode=require", ssl: { mode: "verify-full" } },
    ['E753 "verify-full"'],
  ],
  ["half a certificate", "postgresql", { ssl: { client_key: "/k.pem" } }, ['E752 "things"']],
  [
    "authorities without TLS",
    "postgresql",
    { ssl: { mode: "disable", root_cert: "/ca.pem" } },
    ['W785 "/ca.pem"'],
  ],
  [
    "whoever answers, in production",
    "postgresql",
    { ssl: { mode: "prefer" } },
    ['W787 "prefer"'],
    production,
  ],
];

const cassandra: readonly Case[] = [
  ["no data centre", "cassandra", { load_balancing: null }, ['W788 "things"']],
  ["no partition key", "cassandra", { query: null }, ['W788 "things"']],
  [
    "round robin",
    "cassandra",
    { load_balancing: { policy: "round_robin" } },
    ['E785 "round_robin"'],
  ],
  [
    "the policy there is",
    "cassandra",
    { load_balancing: { policy: "dc_aware" } },
    ['N785 "dc_aware"'],
  ],
  ["no shuffling", "cassandra", { load_balancing: { shuffle_replicas: false } }, ["W786 false"]],
  ["serial reads", "cassandra", { consistency: { serial: "SERIAL" } }, ['N785 "SERIAL"']],
  [
    "too many requests",
    "cassandra",
    { connection: { max_requests_per_connection: 40_000 } },
    ["E785 40000"],
  ],
  [
    "a part of the rows",
    "cassandra",
    joined(cached, { cache: { warm_on_start: true, warm_query: "a = 1" } }),
    ['W787 "a = 1"'],
  ],
];

const elasticsearch: readonly Case[] = [
  ["no field", "elasticsearch", { query: null }, ['W788 "things"']],
  [
    "a template that is no JSON",
    "elasticsearch",
    { query: { field: null, template: '{"a": {{b}}' } },
    ['E785 "{\\"a\\": {{b}}"'],
  ],
  [
    "a template without a field",
    "elasticsearch",
    { query: { field: null, template: '{"match_all": {}}' } },
    ['E785 "{\\"match_all\\": {}}"'],
  ],
  ["two deadlines", "elasticsearch", { connection: { max_retry_timeout: "9s" } }, ['W786 "9s"']],
  [
    "a key of another login",
    "elasticsearch",
    { auth: { type: "bearer", token: "secret://token/value", api_key: "secret://token/value" } },
    ['W785 "secret://token/value"'],
  ],
  [
    "TLS without TLS",
    "elasticsearch",
    { hosts: ["http://es:9200"], ssl: { enabled: true } },
    ["E753 true"],
  ],
  ["no TLS with TLS", "elasticsearch", { ssl: { enabled: false } }, ["E753 false"]],
  [
    "authorities without TLS",
    "elasticsearch",
    { hosts: ["http://es:9200"], ssl: { ca_path: "/ca.pem" } },
    ['W785 "/ca.pem"'],
  ],
  ["any host", "elasticsearch", { ssl: { verify_hostname: false } }, ["W787 false"]],
  [
    "a warm start of a template",
    "elasticsearch",
    joined(cached, {
      query: { field: null, template: '{"term": {"a": "{{b}}"}}' },
      cache: { warm_on_start: true },
    }),
    ["W785 true"],
  ],
  [
    "a filter that is none",
    "elasticsearch",
    joined(cached, { cache: { warm_on_start: true, warm_query: "a" } }),
    ['E785 "a"'],
  ],
  [
    "more than one page",
    "elasticsearch",
    { cache: { enabled: true, max_size: 90_000, warm_on_start: true, warm_limit: 50_000 } },
    ["W786 50000"],
  ],
];

test.each<Case>([...common, ...mongodb, ...redis, ...postgresql, ...cassandra, ...elasticsearch])(
  "%s (%s)",
  async (_, store, more, want, head = "") => {
    const { found } = await plannedLookup(joined(smallest[store], more), { head });
    expect(found.filter((each) => /^[EWN]7(?:5|8)/u.test(each))).toEqual(want);
  },
);
