// What three brokers show of the topic scripts.
import type { Claim, Judge, Limit } from "../claims.js";
import versions from "../versions.json" with { type: "json" };

function kafkas(...names: readonly string[]): readonly Judge[] {
  return names.map((version) => ({ program: "Kafka", version }));
}

const brokers = kafkas(versions.kafka["4"], versions.kafka["3"]);
const artifact = "`topics.sh`";
const generator = "kafka-topics";

export const claims: readonly Claim[] = [
  {
    generator,
    artifact,
    holds: "plans without doing, creates what is read back as modelled, and does nothing twice",
    by: brokers,
    checks: /: (?:a plan says|\d+ topics are read back|a second run changes nothing)/u,
  },
  {
    generator,
    artifact,
    holds:
      "repairs drifted settings, adds partitions by its flag only, and refuses fewer partitions or other replicas",
    by: brokers,
    checks:
      /: (?:a drifted|what is not declared|a lower number|partitions are added|other replicas)/u,
  },
  {
    generator,
    artifact,
    holds: "grants the rights of principals and sets every property of a topic",
    by: brokers,
    checks: /: every topic property, and rights of principals$/u,
  },
  {
    generator,
    artifact: "`client.properties`",
    holds:
      "logs in by SCRAM over TLS from variables or files, and keeps the login off command lines",
    by: brokers,
    checks: /, login: /u,
  },
  {
    generator,
    artifact,
    holds: "works with older tools, which read no variables",
    by: kafkas(versions.kafka.oldTools),
    checks: /: with the tools of /u,
  },
];

export const limits: readonly Limit[] = [
  {
    generator,
    artifact: "`client.properties` with Kerberos",
    because: "no ticket server is started: such a script is led to another client configuration.",
  },
];
