// The files of one Kafka cluster: the script that creates its topics, and the client configuration that
// it hands to the tools. Holds no text of either: that is in templates.
import { absent, code } from "../../src/encode/leaf.js";
import type { PlannedFile, View, ViewValue } from "../../src/generator/contract.js";
import type { InfraModel } from "../../src/model/infra-model.js";
import type { KafkaCluster, KafkaTopic } from "../../src/targets/kafka/clusters.js";
import { topicOptionRows } from "../../src/targets/kafka/topic-options.js";
import { credentialView, type ClusterClient } from "./kafka-client.js";

/** Folder of a cluster's files, below the generator's. */
export function clusterFolder(cluster: KafkaCluster): string {
  return `kafka/${cluster.name}`;
}

/** `topics.sh` and `client.properties`. */
export function kafkaScript(
  model: InfraModel,
  cluster: KafkaCluster,
  client: ClusterClient,
): readonly PlannedFile[] {
  const folder = clusterFolder(cluster);
  const common = { environment: placeOf(model), cluster: cluster.name };
  return [
    {
      path: `${folder}/topics.sh`,
      language: "shell",
      process: null,
      executable: true,
      body: {
        kind: "template",
        template: "kafka-topics/kafka.sh",
        view: { ...common, ...scriptView(cluster, client) },
      },
    },
    {
      path: `${folder}/client.properties`,
      language: "properties",
      process: null,
      body: {
        kind: "template",
        template: "kafka-topics/client.properties",
        view: {
          ...common,
          hasCredentials: client.credentials.length > 0,
          hasNoEntries: client.entries.length === 0,
          entries: client.entries.map(([key, value]) => ({ key: code(key), value: code(value) })),
        },
      },
    },
  ];
}

/** `production`, or `production, region us-east-1`. */
export function placeOf({ environment, region }: InfraModel): string {
  return region === null ? environment : `${environment}, region ${region.regionName}`;
}

function scriptView(cluster: KafkaCluster, client: ClusterClient): View {
  const rights = cluster.topics.flatMap((topic) => topic.rights);
  const { login } = client;
  return {
    ...client.brokers,
    topics: cluster.topics.map(topicView),
    acls: rights.map(({ kind, name, pattern, operation, principal }) => ({
      kind: code(kind),
      name,
      pattern: code(pattern),
      operation: code(operation),
      principal,
    })),
    hasNoAcls: rights.length === 0,
    credentials: client.credentials.map(credentialView),
    hasNoCredentials: client.credentials.length === 0 && login === null,
    composesLogin: login !== null,
    login: login === null ? absent : code(login.word),
    loginVariables: (login?.variables ?? []).map(credentialView),
    managedKeys: code(topicOptionRows.map(({ key }) => key).join(" ")),
  };
}

function topicView({ name, partitions, replication, configuration, uses }: KafkaTopic): View {
  return {
    name,
    partitions: countOf(partitions?.value),
    replication: countOf(replication?.value),
    configuration: configuration.map((each) => ({ entry: `${each.name}=${each.value}` })),
    boundBy: uses.map(({ path }) => path).join(", "),
  };
}

/** A number, or the empty word that leaves it to the brokers. */
function countOf(value: string | number | undefined): ViewValue {
  return typeof value === "number" ? value : "";
}
