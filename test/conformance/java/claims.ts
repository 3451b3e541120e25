// What the compiler and the connectors show of emitted Java.
import { debian, type Claim, type Judge, type Limit } from "../claims.js";
import versions from "../versions.json" with { type: "json" };

const flinks: readonly Judge[] = Object.values(versions.java.engines).map((version) => ({
  program: "Flink",
  version,
}));

export const claims: readonly Claim[] = [
  {
    generator: "java",
    artifact: "Every class",
    holds:
      "compiles without a warning (`-Xlint:all -Werror`) against the connectors that its pom names",
    by: [debian("javac"), ...flinks],
    checks: /: \d+ files compile without a warning$/u,
  },
  {
    generator: "java",
    artifact: "`pom.xml`",
    holds: "is a valid model, and packages the same jar twice",
    by: [debian("Maven")],
    checks: /: (?:pom\.xml is a valid model|mvn package makes the same jar twice)$/u,
  },
  {
    generator: "java",
    artifact: "Sources, sinks, lookups and formats",
    holds:
      "are made by their factories and serialised without a credential; Kafka's own classes read the client properties",
    by: flinks,
    checks: /: every factory is called, its product serialised$/u,
  },
  {
    generator: "java",
    artifact: "Shared classes",
    holds: "read secrets, encode dead letters and keep error budgets as promised",
    by: flinks,
    checks: /: shared classes do what they say$/u,
  },
];

export const limits: readonly Limit[] = [
  {
    generator: "java",
    artifact: "Kinesis sources and sinks",
    because: "the connector is not served: compiled against stand-ins of its API.",
  },
  {
    generator: "java",
    artifact: "Schema registry",
    because: "its client is not served: compiled against stand-ins of its API.",
  },
  {
    generator: "java",
    artifact: "Pulsar and MongoDB",
    because: `compiled against builds for an older line (${Object.values(versions.java.olderBuilds).join(", ")}): newer ones are not served.`,
  },
];
