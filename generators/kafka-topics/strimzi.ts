// The flavor `strimzi`: one KafkaTopic per topic, for clusters that the Strimzi operator runs. API v1
// (Strimzi 0.49 and newer); v1beta2 has the same fields. Strimzi keeps rights in other objects.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import { absent } from "../../src/encode/leaf.js";
import type { PlannedFile } from "../../src/generator/contract.js";
import { derived } from "../../src/generator/view.js";
import type { Text } from "../../src/model/bindings.js";
import type { RuleContext } from "../../src/model/rules/rule-context.js";
import type { KafkaCluster, KafkaTopic } from "../../src/targets/kafka/clusters.js";
import { kubernetesName } from "../../src/targets/kubernetes/names.js";
import { freeName } from "../../src/targets/topics/settings.js";
import { configurationData, settingData } from "./facts.js";
import { clusterFolder } from "./kafka-script.js";

/** The Kafka resource of Strimzi that a bootstrap address belongs to. */
interface KafkaResource {
  readonly name: string;
  readonly namespace: string | null;
}

/** The objects of every cluster, with the list that kubectl applies. Reports what they cannot hold. */
export function strimziFiles(
  clusters: readonly KafkaCluster[],
  context: RuleContext,
): readonly PlannedFile[] {
  const taken = new Set<string>();
  const files = clusters.flatMap((cluster) => clusterFiles(cluster, taken, context));
  if (files.length === 0) return [];
  const list: PlannedFile = {
    path: "kustomization.yaml",
    language: "yaml",
    process: null,
    body: {
      kind: "data",
      data: {
        apiVersion: "kustomize.config.k8s.io/v1beta1",
        kind: "Kustomization",
        resources: files.map(({ path }) => path),
      },
    },
  };
  return [...files, list];
}

function clusterFiles(
  cluster: KafkaCluster,
  taken: Set<string>,
  context: RuleContext,
): readonly PlannedFile[] {
  const resource = kafkaResource(cluster.brokers);
  if (resource === null) reportUnknownCluster(cluster, context);
  for (const topic of cluster.topics) reportRights(topic, context);
  return cluster.topics.map((topic) =>
    topicFile(topic, cluster, resource, freeName(objectName(topic.name), taken)),
  );
}

function topicFile(
  topic: KafkaTopic,
  cluster: KafkaCluster,
  resource: KafkaResource | null,
  name: string,
): PlannedFile {
  return {
    path: `${clusterFolder(cluster)}/${name}.yaml`,
    language: "yaml",
    process: null,
    body: {
      kind: "template",
      template: "kafka-topics/kafka-topic.yaml",
      view: {
        boundBy: topic.uses.map(({ path }) => path).join(", "),
        name,
        namespace: resource?.namespace ?? absent,
        labels: resource === null ? absent : derived({ "strimzi.io/cluster": resource.name }),
        topicName: topic.name,
        partitions: settingData(topic.partitions),
        replicas: settingData(topic.replication),
        config: topic.configuration.length === 0 ? absent : derived(configurationData(topic)),
      },
    },
  };
}

/** A topic's name may hold what an object's name may not; `spec.topicName` keeps it. */
function objectName(topic: string): string {
  const name = topic
    .toLowerCase()
    .split(".")
    .map(kubernetesName)
    .map((part) => part.replace(/^-+|-+$/gu, ""))
    .filter((part) => part !== "")
    .join(".");
  return name === "" ? "topic" : name;
}

/** Strimzi calls the bootstrap Service `<cluster>-kafka-bootstrap`, or `-kafka-<listener>-bootstrap`. */
function kafkaResource(brokers: Text): KafkaResource | null {
  if (typeof brokers !== "string") return null;
  const service = /^([a-z0-9-]+?)-kafka-(?:[a-z0-9-]+-)?bootstrap(?:\.([a-z0-9-]+))?/u.exec(
    brokers,
  );
  if (service?.[1] === undefined) return null;
  return { name: service[1], namespace: service[2] ?? null };
}

function reportUnknownCluster({ name, topics }: KafkaCluster, context: RuleContext): void {
  const [first] = topics;
  if (first === undefined) return;
  const place = { object: first.uses[0].binding, key: "brokers" };
  const help = "Add the label strimzi.io/cluster with the name of the Kafka object, in an overlay.";
  context.report(diagnose("W792", context.span(place), { cluster: name }, { help }));
}

function reportRights({ uses }: KafkaTopic, context: RuleContext): void {
  for (const { binding } of uses) {
    if (binding.acl === null) continue;
    const place = { object: binding, key: "acl" };
    const problem =
      "is in no emitted object: Strimzi keeps rights in the KafkaUser of the principal";
    const help = "Add the rights to the KafkaUser, or use the script.";
    const values = { property: context.path(place), problem };
    context.report(diagnose("W755", context.span(place), values, { help }));
  }
}
