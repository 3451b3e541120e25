// The README beside the files: which script for which cluster, what must be set, and what was found.
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import type { PlannedFile, PlanRequest, View } from "../../src/generator/contract.js";
import { findingViews } from "../../src/generator/finding-groups.js";
import type { KafkaCluster } from "../../src/targets/kafka/clusters.js";
import type { ClusterClient } from "./kafka-client.js";
import { clusterFolder, placeOf } from "./kafka-script.js";

/** A cluster with how it is reached. */
export interface ReachedCluster {
  readonly cluster: KafkaCluster;
  readonly client: ClusterClient;
}

/** `README.md` of the generator's folder. */
export function readme(
  { model, acceptedReason }: PlanRequest,
  clusters: readonly ReachedCluster[],
  findings: readonly Diagnostic[],
): PlannedFile {
  const told = findingViews(findings, acceptedReason);
  return {
    path: "README.md",
    language: "markdown",
    process: null,
    body: {
      kind: "template",
      template: "kafka-topics/README.md",
      view: {
        environment: placeOf(model),
        clusters: clusters.map(clusterView),
        hasKafka: clusters.length > 0,
        hasFindings: told.length > 0,
        findings: told,
      },
    },
  };
}

function clusterView({ cluster, client }: ReachedCluster): View {
  return {
    name: cluster.name,
    folder: clusterFolder(cluster),
    count: cluster.topics.length,
    hasVariables: client.credentials.length > 0,
    variables: client.credentials.map(({ name }) => ({ name })),
  };
}
