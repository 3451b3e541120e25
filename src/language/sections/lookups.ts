// The section `lookups`: reference stores that enrich records. One file per type is in lookups/.
import { from } from "../build-property.js";
import type { Properties, Section, Synonym } from "../property.js";
import { cassandraLookup } from "./lookups/cassandra.js";
import { elasticsearchLookup } from "./lookups/elasticsearch.js";
import { mongodbLookup } from "./lookups/mongodb.js";
import { postgresqlLookup } from "./lookups/postgresql.js";
import { redisLookup } from "./lookups/redis.js";
import { retryProperties } from "./retry.js";

const spec = from("§4.2");
const lb = from("LB");
const xm = from("XM");
const addition = from("addition");

function cacheTier(summary: string) {
  return lb.map(summary, {
    enabled: lb.boolean("Whether the tier is used."),
    max_size: lb.integer("Entries that the tier holds at most.", { minimum: 0 }),
    ttl: lb.duration("How long the tier keeps an entry."),
  });
}

const cache: Properties = {
  enabled: lb.boolean("Whether results are cached.", { default: false }),
  ttl: lb.duration("How long an entry is kept.", { default: "5m" }),
  max_size: spec.integer("Entries that the cache holds at most.", { minimum: 0 }),
  eviction: lb.choice("Which entry makes room for a new one.", ["lru", "lfu", "fifo"]),
  refresh_strategy: lb.choice("Whether a stale entry reloads on its next use or at once.", [
    "lazy",
    "eager",
  ]),
  warm_on_start: lb.boolean("Whether the cache is filled when the job starts."),
  warm_query: lb.text("Filter, in the store's own language, for the rows loaded at start."),
  warm_limit: lb.integer("Most rows loaded at start.", { minimum: 0 }),
  refresh: lb.map("How the cache follows the store.", {
    strategy: lb.choice("When changes pass between cache and store.", [
      "write_through",
      "write_behind",
      "refresh_ahead",
    ]),
    async: lb.boolean("Whether refreshing happens beside the processing of records."),
  }),
  metrics: lb.map("Statistics of the cache.", {
    enabled: lb.boolean("Whether statistics are published."),
    report_interval: lb.duration("Time between two publications."),
  }),
  l1: cacheTier("Cache of one task."),
  l2: cacheTier("Cache shared by the tasks of a job."),
  regional_isolation: xm.boolean("Whether entries are never shared between regions."),
};

const common: Properties = {
  regional: xm.boolean("Whether the binding has an overlay per region.", { default: false }),
  global: xm.either(
    "Either whether one store serves every region, or the connection that all regions share.",
    [
      { kind: "boolean" },
      {
        kind: "map",
        properties: {
          uri: xm.url("Connection string for all regions.", ["mongodb", "mongodb+srv"], {
            sensitive: "connection",
          }),
          database: xm.text("Database for all regions."),
          collection: xm.text("Collection for all regions."),
        },
      },
    ],
    { default: false },
  ),
  zone: xm.text("Zone tag of the servers to read from; stands below a region."),
  audit: xm.boolean("Whether each access is recorded; stands below a region."),
  encryption: xm.text("Mode of field encryption, such as client_side; stands below a region."),
  cache: spec.map("Cache of results.", cache),
  async: lb.map("Lookups that do not hold up other records.", {
    enabled: lb.boolean("Whether lookups run this way."),
    capacity: lb.integer("Requests under way at most.", { minimum: 1 }),
    timeout: lb.duration("Deadline of a request."),
    ordered: lb.boolean("Whether results keep the order of the input."),
    retry: addition.map(
      "How a request that failed is repeated, within the deadline.",
      retryProperties("addition"),
    ),
  }),
};

type Spelling = readonly [canonical: string, spelled: string, facts?: Partial<Synonym>];

function synonymsOf(type: string, spellings: readonly Spelling[]): readonly Synonym[] {
  return spellings.map(([canonical, spelled, facts]) => ({
    canonical,
    spelled,
    bothSet: "error",
    types: [type],
    ...facts,
  }));
}

const synonyms: readonly Synonym[] = [
  ...synonymsOf("mongodb", [
    ["read.preference", "read_preference"],
    ["read.concern", "read_concern"],
    ["connection.max_pool_size", "max_pool_size"],
  ]),
  ...synonymsOf("postgresql", [
    ["pool.size", "pool_size"],
    ["query.key_columns", "query.key_column", { as: "list" }],
  ]),
  ...synonymsOf("redis", [
    ["lookup.key_pattern", "key_pattern"],
    ["cluster.enabled", "cluster_mode"],
  ]),
  ...synonymsOf("cassandra", [
    ["consistency.read", "consistency_level"],
    ["load_balancing.local_datacenter", "datacenter", { bothSet: "error-if-different" }],
    ["keyspace", "database"],
  ]),
  ...synonymsOf("elasticsearch", [
    ["auth.username", "username"],
    ["auth.password", "password"],
  ]),
];

export const lookups: Section = {
  kind: "named",
  summary: "Reference stores that enrich records, by the names processes use.",
  block: {
    noun: "lookup",
    discriminator: "type",
    common,
    variants: {
      mongodb: mongodbLookup,
      redis: redisLookup,
      postgresql: postgresqlLookup,
      cassandra: cassandraLookup,
      elasticsearch: elasticsearchLookup,
    },
    synonyms,
    regionalSwitch: "regional",
  },
};
