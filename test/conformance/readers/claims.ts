// What the readers of YAML show.
import type { Claim, Limit } from "../claims.js";
import { judges } from "./programs.js";

function ofFiles(generator: string, artifact: string): Claim {
  return {
    generator,
    artifact,
    holds: "mean the same to every reader of both versions of YAML, with text for keys",
    by: judges,
    checks: new RegExp(`/${generator}/.*: one meaning$`, "u"),
  };
}

export const claims: readonly Claim[] = [
  {
    generator: "k8s",
    artifact: "Annotations of pods",
    holds: "arrive as they are, whatever a reader of YAML could take them for",
    by: judges,
    checks: /^k8s: every trap arrives as it is$/u,
  },
  ofFiles("flink-conf", "`config.yaml`"),
  ofFiles("k8s", "Manifests of both flavors, and YAML in ConfigMaps"),
  ofFiles("yarn", "`config.yaml`"),
  ofFiles("kafka-topics", "`topics.yaml`, KafkaTopic and KafkaUser"),
  ofFiles(
    "prometheus-rules",
    "Rules, their tests, Alertmanager's configuration, and objects of the operator",
  ),
  ofFiles("standalone", "`config.yaml`"),
  ofFiles("compose", "`compose.yaml` and `config.yaml`"),
  ofFiles("ci-cd", "Workflows, pipelines and applications"),
];

export const limits: readonly Limit[] = [
  {
    generator: "flink-conf",
    artifact: "`flink-conf.yaml`",
    because: "is no YAML but lines, and read by Flink 1 alone.",
  },
];
