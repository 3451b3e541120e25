// Plans a file with one lookup called `things`, for tests: its class, and what was found.
import { planned, type Planned, type PlanOptions } from "./planned.js";

/** A lookup's properties; JSON is YAML. */
export type LookupProperties = Readonly<Record<string, unknown>>;

/** Secrets that tests refer to; `login` is a whole login, `other` a second one. */
const secrets = {
  login: { provider: "vault", path: "kv/login", keys: ["username", "password"] },
  other: { provider: "vault", path: "kv/other", keys: ["username", "password"] },
  token: { provider: "vault", path: "kv/token", keys: ["value"] },
};

/** Regions of a datastore that is shared by them; `eu-west-1` is the one that is generated. */
const regions = {
  eu: { name: "eu-west-1", role: "active" },
  us: { name: "us-east-1", role: "active" },
};

function lookupFile(properties: LookupProperties, head = ""): string {
  const isShared = "primary" in properties || "replicas" in properties;
  const places = isShared ? `regions: ${JSON.stringify(regions)}\n` : "";
  return `${head}${places}lookups: ${JSON.stringify({ things: properties })}\nsecrets: ${JSON.stringify(secrets)}\n`;
}

export async function plannedLookup(
  properties: LookupProperties,
  options: PlanOptions & { readonly head?: string } = {},
): Promise<Planned> {
  return planned(lookupFile(properties, options.head ?? ""), options);
}

/** The smallest lookup of each store without a warning of its own. */
export const smallest = {
  mongodb: {
    type: "mongodb",
    uri: "mongodb://mongo",
    database: "shop",
    collection: "customers",
    lookup: { key_field: "customer_id" },
    async: { timeout: "1s" },
  },
  redis: {
    type: "redis",
    uri: "redis://redis",
    lookup: { key_pattern: "rate:{currency}" },
    async: { timeout: "1s" },
  },
  postgresql: {
    type: "postgresql",
    jdbc_url: "jdbc:postgresql://db/cards",
    table: "codes",
    query: { key_columns: ["code"] },
    async: { timeout: "1s" },
  },
  cassandra: {
    type: "cassandra",
    contact_points: ["c1:9042"],
    keyspace: "fraud",
    table: "history",
    load_balancing: { local_datacenter: "dc1" },
    query: { partition_key: "card_id" },
    async: { timeout: "1s" },
  },
  elasticsearch: {
    type: "elasticsearch",
    hosts: ["https://es:9200"],
    index: "merchants",
    query: { field: "merchant_id" },
    async: { timeout: "1s" },
  },
} as const satisfies Readonly<Record<string, LookupProperties>>;

export type Store = keyof typeof smallest;

/** `base` with what `more` says: maps are joined, null takes away, everything else is replaced. */
export function joined(base: LookupProperties, more: LookupProperties): LookupProperties {
  const result: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(more)) {
    const held = result[key];
    if (value === null) delete result[key];
    else result[key] = isMap(held) && isMap(value) ? joined(held, value) : value;
  }
  return result;
}

function isMap(value: unknown): value is LookupProperties {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
