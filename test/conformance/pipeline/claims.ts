// What a real job of Flink and three brokers show of the emitted connector classes.
import type { Claim, Judge, Limit } from "../claims.js";
import versions from "../versions.json" with { type: "json" };

const { engines } = versions.java;
const flink: readonly Judge[] = Object.values(engines).map((version) => ({
  program: "Flink",
  version,
}));
const brokers: readonly Judge[] = [versions.kafka["3"], versions.kafka["4"]].map((version) => ({
  program: "Kafka",
  version,
}));
const generator = "java";
const by = [...flink, ...brokers];

export const claims: readonly Claim[] = [
  {
    generator,
    artifact: "Kafka sources and sinks",
    holds: "move each record once, over failures, a savepoint and a new start",
    by,
    checks:
      /: (?:\d+ records come once|records are written|the same failures|each failure|before a checkpoint|what a checkpoint|a start without state)/u,
  },
  {
    generator,
    artifact: "Kafka sources and sinks",
    holds: "run with the group, transactions and client properties of their bindings",
    by,
    checks: /: (?:the consumer group|transactional ids|the source's clients|the sinks' clients)/u,
  },
  {
    generator,
    artifact: "Completions",
    holds: "announce every write after its commit, as their binding says",
    by,
    checks: /: (?:every write is announced|events have)/u,
  },
  {
    generator,
    artifact: "Dead letters",
    holds: "hold what was refused, with what their binding says of it",
    by,
    checks: /: records that cannot be decoded/u,
  },
];

export const limits: readonly Limit[] = [
  {
    generator,
    artifact: "Kinesis and Pulsar sources and sinks",
    because: "they are made and serialised, and move no record: neither system is started.",
  },
];
