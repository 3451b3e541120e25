// The same facts as data: `topics.yaml`, for programs that create topics another way.
import { absent } from "../../src/encode/leaf.js";
import type { PlannedFile, ViewValue } from "../../src/generator/contract.js";
import { derived } from "../../src/generator/view.js";
import type { Text } from "../../src/model/bindings.js";
import type { InfraModel } from "../../src/model/infra-model.js";
import type { KafkaCluster, KafkaTopic } from "../../src/targets/kafka/clusters.js";
import type { Setting } from "../../src/targets/kafka/topic-uses.js";
import type { NameOf } from "./kafka-client.js";

/** `topics.yaml`. */
export function factsFile(
  model: InfraModel,
  clusters: readonly KafkaCluster[],
  nameOf: NameOf,
): PlannedFile {
  return {
    path: "topics.yaml",
    language: "yaml",
    process: null,
    body: {
      kind: "data",
      data: {
        environment: model.environment,
        region: model.region?.regionName ?? absent,
        kafka:
          clusters.length === 0 ? absent : clusters.map((cluster) => clusterFacts(cluster, nameOf)),
      },
    },
  };
}

function clusterFacts({ name, brokers, topics }: KafkaCluster, nameOf: NameOf): ViewValue {
  return { cluster: name, brokers: textFacts(brokers, nameOf), topics: topics.map(topicFacts) };
}

/** Text as it is; what is known only where it runs, by the variables that hold it. */
function textFacts(text: Text, nameOf: NameOf): ViewValue {
  if (typeof text === "string") return text;
  if (text.kind !== "concatenation") return { variable: nameOf(text) };
  return { parts: text.parts.map((part) => textFacts(part, nameOf)) };
}

function topicFacts(topic: KafkaTopic): ViewValue {
  const { name, partitions, replication, configuration, rights, uses } = topic;
  return {
    name,
    bound_by: uses.map(({ path }) => path),
    partitions: settingLeaf(partitions),
    replication: settingLeaf(replication),
    configuration:
      configuration.length === 0
        ? absent
        : Object.fromEntries(configuration.map((each) => [each.name, settingLeaf(each)])),
    rights:
      rights.length === 0
        ? absent
        : rights.map(({ principal, operation, kind, name: on, pattern }) => ({
            principal,
            operation,
            kind,
            name: on,
            pattern,
          })),
  };
}

function settingLeaf(setting: Setting | null): ViewValue {
  if (setting === null) return absent;
  return derived(setting.value, [setting.place.object, setting.place.key]);
}
