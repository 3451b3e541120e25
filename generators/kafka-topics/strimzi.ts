// The flavor `strimzi`: one KafkaTopic per topic, for clusters that the Strimzi operator runs. API v1
// (Strimzi 0.49 and newer); v1beta2 has the same fields. Strimzi keeps rights in other objects, and
// deletes the topic of an object that is gone: the name of an object follows from its topic alone.
import { createHash } from "node:crypto";
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import { absent } from "../../src/encode/leaf.js";
import type { PlannedFile } from "../../src/generator/contract.js";
import { derived } from "../../src/generator/view.js";
import type { Text } from "../../src/model/bindings.js";
import type { RuleContext } from "../../src/model/rules/rule-context.js";
import type { KafkaCluster, KafkaTopic } from "../../src/targets/kafka/clusters.js";
import { checkDnsSubdomain, kubernetesName } from "../../src/targets/kubernetes/names.js";
import { configurationData, settingData } from "./facts.js";
import { clusterFolder } from "./kafka-script.js";

/** The Kafka resource of Strimzi that a bootstrap address belongs to. */
interface KafkaResource {
  readonly name: string;
  readonly namespace: string | null;
}

/** Who has a name in a namespace. */
interface Claim {
  readonly topic: KafkaTopic;
  readonly cluster: KafkaCluster;
}

/** The objects of every cluster, with the list that kubectl applies. Reports what they cannot hold. */
export function strimziFiles(
  clusters: readonly KafkaCluster[],
  context: RuleContext,
): readonly PlannedFile[] {
  const claims = new Map<string, Claim>();
  const files = clusters.flatMap((cluster) => clusterFiles(cluster, claims, context));
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
  claims: Map<string, Claim>,
  context: RuleContext,
): readonly PlannedFile[] {
  const resource = kafkaResource(cluster.brokers);
  if (resource === null) reportUnknownCluster(cluster, context);
  for (const topic of cluster.topics) reportRights(topic, context);
  return cluster.topics.map((topic) => {
    const name = objectName(topic.name);
    claim(name, resource?.namespace ?? null, { topic, cluster }, claims, context);
    return topicFile(topic, cluster, resource, name);
  });
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

/** E792 where another topic's object has the name already: a number would depend on the other topic. */
function claim(
  name: string,
  namespace: string | null,
  mine: Claim,
  claims: Map<string, Claim>,
  context: RuleContext,
): void {
  const key = `${namespace ?? ""}/${name}`;
  const held = claims.get(key);
  if (held === undefined) {
    claims.set(key, mine);
    return;
  }
  const related = context.span(held.topic.uses[0].name);
  const values = {
    first: `${held.topic.name} on ${held.cluster.name}`,
    second: `${mine.topic.name} on ${mine.cluster.name}`,
    name,
  };
  const message = "the other topic is here";
  context.report(
    diagnose("E792", context.span(mine.topic.uses[0].name), values, {
      related: related === null ? [] : [{ span: related, message }],
      help: "Name brokers of one listener for one cluster, and the namespace of each cluster in its brokers (cards-kafka-bootstrap.kafka:9092); or create the topics of one of them by script.",
    }),
  );
}

/** Longest name of an object, without the hyphen and the hash. */
const longest = 253 - 9;

/**
 * The topic's name, where an object can have it. Else its nearest form with a hash of the topic's name,
 * always: two topics can have the same form, and neither may be renamed when the other comes or goes.
 */
function objectName(topic: string): string {
  if (checkDnsSubdomain(topic) === null) return topic;
  const form = topic
    .toLowerCase()
    .split(".")
    .map(kubernetesName)
    .map((part) => part.replace(/^-+|-+$/gu, ""))
    .filter((part) => part !== "")
    .join(".")
    .slice(0, longest)
    .replace(/[-.]+$/u, "");
  const hash = createHash("sha256").update(topic).digest("hex").slice(0, 8);
  return `${form === "" ? "topic" : form}-${hash}`;
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
