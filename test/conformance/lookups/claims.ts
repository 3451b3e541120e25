// What real stores show of the lookups.
import { debian, type Claim, type Judge, type Limit } from "../claims.js";
import versions from "../versions.json" with { type: "json" };

const flinks: readonly Judge[] = Object.values(versions.java.engines).map((version) => ({
  program: "Flink",
  version,
}));

function answers(store: string, checks: RegExp, server: Judge): Claim {
  return {
    generator: "java",
    artifact: `Lookups in ${store}`,
    holds:
      "get their answers in running jobs: found, not found, late, cached, with their own login",
    by: [server, ...flinks],
    checks,
  };
}

export const claims: readonly Claim[] = [
  {
    generator: "java",
    artifact: "Lookups in every store",
    holds: "compile without a warning, are made and serialised",
    by: [debian("javac"), ...flinks],
    checks: /^(?!Flink \S+: (?:Redis|PostgreSQL|Cassandra|Elasticsearch \(stand-in\)): )/u,
  },
  answers("Redis", /^Flink \S+: Redis: /u, debian("Redis")),
  answers("PostgreSQL", /^Flink \S+: PostgreSQL: /u, debian("PostgreSQL")),
  answers("Cassandra", /^Flink \S+: Cassandra: /u, {
    program: "Cassandra",
    version: versions.lookups.cassandra,
  }),
  {
    generator: "java",
    artifact: "Lookups in Elasticsearch",
    holds: "ask with hostile values as values, by the second login",
    by: flinks,
    checks: /^Flink \S+: Elasticsearch \(stand-in\): /u,
  },
];

export const limits: readonly Limit[] = [
  {
    generator: "java",
    artifact: "Lookups in Elasticsearch",
    because: "no server is served: a stand-in answers.",
  },
  {
    generator: "java",
    artifact: "Lookups in MongoDB, MySQL and Oracle",
    because: "compiled, made and serialised only; no server is started.",
  },
];
