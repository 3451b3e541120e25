// What Flink shows of configurations.
import { flinkLines, type FlinkLine } from "../../../src/targets/flink/lines.js";
import type { Claim, Judge, Limit } from "../claims.js";
import versions from "../versions.json" with { type: "json" };
import { releaseOf } from "./distributions.js";

function flinks(lines: readonly FlinkLine[]): readonly Judge[] {
  return lines.map((line) => ({ program: "Flink", version: releaseOf(line) }));
}

const { operator, autoscaler, s3, sdk } = versions.flinkReaders;

/** Those who read what Flink hands on. */
const others: readonly Judge[] = [
  { program: "the option classes of the Flink operator", version: operator },
  { program: "its autoscaler's", version: autoscaler },
  { program: "Flink's S3 file systems'", version: s3 },
  { program: "the operator SDK's", version: sdk },
];

const read =
  "are read as emitted: every key is an option, every value parses as its type, the effective values are the model's, and memory divides to the byte as computed";

export const claims: readonly Claim[] = [
  {
    generator: "flink-conf",
    artifact: "`flink-conf.yaml` and `config.yaml`",
    holds: read,
    by: [...flinks(flinkLines), ...others],
    checks: / reads .*\/flink-conf\//u,
  },
  {
    generator: "k8s",
    artifact: "Configurations in FlinkDeployment, FlinkSessionJob and ConfigMap",
    holds: read,
    by: [...flinks(flinkLines), ...others],
    checks: / reads .*\/k8s\//u,
  },
  {
    generator: "flink-conf",
    artifact: "Memory sizes",
    holds: "are divided and refused as Flink does, for thousands of random settings",
    by: flinks(flinkLines),
    checks: / divides memory as we do: /u,
  },
  {
    generator: "flink-conf",
    artifact: "`flink-conf.yaml` and `config.yaml`",
    holds: "start a cluster that runs a checkpointing job and restores it exactly once",
    by: flinks(["1.20", "2.3"]),
    checks: / runs and restores a job with /u,
  },
];

export const limits: readonly Limit[] = [
  {
    generator: "flink-conf",
    artifact: "Running clusters",
    because:
      "in one process, with folders, ports, memory and parallelism of the test's own; S3 and high availability are left out.",
  },
];
