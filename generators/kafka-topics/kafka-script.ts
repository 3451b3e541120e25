// The files of one Kafka cluster: the script that creates its topics, and the client configuration that
// it hands to the tools. Holds no text of either: that is in templates.
import { absent, code } from "../../src/encode/leaf.js";
import type { PlannedFile, View, ViewValue } from "../../src/generator/contract.js";
import type { InfraModel } from "../../src/model/infra-model.js";
import type { KafkaCluster, KafkaTopic } from "../../src/targets/kafka/clusters.js";
import { topicOptionRows } from "../../src/targets/kafka/topic-options.js";
import { rightWords } from "../../src/targets/kafka/topic-uses.js";
import type { Setting } from "../../src/targets/topics/settings.js";
import { credentialView, type ClusterClient } from "./kafka-client.js";
import { placeOf } from "./place.js";
import type { ScriptFile } from "./readme.js";

/** Folder of a cluster's files, below the generator's. */
export function clusterFolder(cluster: KafkaCluster): string {
  return `kafka/${cluster.name}`;
}

/** `topics.sh` and `client.properties`. */
export function kafkaScript(
  model: InfraModel,
  cluster: KafkaCluster,
  client: ClusterClient,
): ScriptFile {
  const common = { environment: placeOf(model), cluster: cluster.name };
  const variables = [client.brokerVariables, client.credentials, client.login?.variables ?? []];
  return {
    system: "kafka",
    files: [
      scriptFile(cluster, { ...common, ...scriptView(cluster, client) }),
      clientFile(cluster, { ...common, ...propertiesView(client) }),
    ],
    target: cluster.name,
    count: cluster.topics.length,
    variables: variables.flat().map(({ name }) => name),
  };
}

function scriptFile(cluster: KafkaCluster, view: View): PlannedFile {
  return {
    path: `${clusterFolder(cluster)}/topics.sh`,
    language: "shell",
    process: null,
    executable: true,
    body: { kind: "template", template: "kafka-topics/kafka.sh", view },
  };
}

function clientFile(cluster: KafkaCluster, view: View): PlannedFile {
  return {
    path: `${clusterFolder(cluster)}/client.properties`,
    language: "properties",
    process: null,
    body: { kind: "template", template: "kafka-topics/client.properties", view },
  };
}

function propertiesView({ credentials, login, entries }: ClusterClient): View {
  return {
    hasCredentials: credentials.length > 0 || login !== null,
    entries: entries.map(([key, value]) => ({ key: code(key), value: code(value) })),
  };
}

function scriptView(cluster: KafkaCluster, client: ClusterClient): View {
  const rights = cluster.topics.flatMap((topic) => topic.rights);
  const distinct = new Map(rights.map((right) => [rightWords(right), right]));
  const { login } = client;
  return {
    brokers: code(client.brokersWord),
    brokerVariables: client.brokerVariables.map(credentialView),
    topics: cluster.topics.map(topicView),
    acls: [...distinct.values()].map(({ kind, name, pattern, operation, principal }) => ({
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

/** A number, or the empty word that leaves it to the system. */
export function countOf(value: Setting["value"] | undefined): ViewValue {
  return typeof value === "number" ? value : "";
}
