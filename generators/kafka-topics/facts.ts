// The same facts as data: `topics.yaml`, for programs that create topics another way.
import { absent } from "../../src/encode/leaf.js";
import type { PlannedFile, ViewValue } from "../../src/generator/contract.js";
import { derived } from "../../src/generator/view.js";
import type { Text } from "../../src/model/bindings.js";
import type { InfraModel } from "../../src/model/infra-model.js";
import type { KafkaCluster, KafkaTopic } from "../../src/targets/kafka/clusters.js";
import type { KinesisGroup, KinesisTarget } from "../../src/targets/kinesis/kinesis-streams.js";
import type { PulsarCluster, PulsarTopic } from "../../src/targets/pulsar/pulsar-topics.js";
import type { Setting } from "../../src/targets/topics/settings.js";
import type { NameOf } from "./kafka-client.js";

/** Everything that is created. */
export interface Targets {
  readonly kafka: readonly KafkaCluster[];
  readonly kinesis: readonly KinesisGroup[];
  readonly pulsar: readonly PulsarCluster[];
}

/** `topics.yaml`. */
export function factsFile(model: InfraModel, targets: Targets, nameOf: NameOf): PlannedFile {
  return {
    path: "topics.yaml",
    language: "yaml",
    process: null,
    body: {
      kind: "data",
      data: {
        environment: model.environment,
        region: model.region?.regionName ?? absent,
        kafka: listed(targets.kafka, (cluster) => clusterFacts(cluster, nameOf)),
        kinesis: listed(targets.kinesis, kinesisFacts),
        pulsar: listed(targets.pulsar, (cluster) => pulsarFacts(cluster, nameOf)),
      },
    },
  };
}

function listed<Item>(items: readonly Item[], facts: (item: Item) => ViewValue): ViewValue {
  return items.length === 0 ? absent : items.map(facts);
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
  const { name, partitions, replication, rights, uses } = topic;
  return {
    name,
    bound_by: uses.map(({ path }) => path),
    partitions: settingData(partitions),
    replication: settingData(replication),
    configuration: configurationData(topic),
    rights: listed(rights, ({ principal, operation, kind, name: on, pattern }) => ({
      principal,
      operation,
      kind,
      name: on,
      pattern,
    })),
  };
}

/** Kafka's keys and values; absent where nothing is configured. */
export function configurationData({ configuration }: KafkaTopic): ViewValue {
  if (configuration.length === 0) return absent;
  return Object.fromEntries(configuration.map((each) => [each.name, settingData(each)]));
}

/** A setting as a value of its own kind, with its origin; absent where nothing is stated. */
export function settingData(setting: Setting | null): ViewValue {
  if (setting === null) return absent;
  return derived(plain(setting.value), [setting.place.object, setting.place.key]);
}

function plain(value: Setting["value"]): ViewValue {
  if (value === "true" || value === "false") return value === "true";
  return typeof value === "string" && /^-?\d+(?:\.\d+)?$/u.test(value) ? Number(value) : value;
}

function kinesisFacts({ region, account, streams }: KinesisGroup): ViewValue {
  return { region, account_id: account ?? absent, streams: streams.map(streamFacts) };
}

function streamFacts(stream: KinesisTarget): ViewValue {
  const { name, shards, retentionHours, encryption, key, uses } = stream;
  return {
    name,
    bound_by: uses.map(({ path }) => path),
    shard_count: settingData(shards),
    retention_hours: settingData(retentionHours),
    encryption: settingData(encryption),
    kms_key_id: settingData(key),
  };
}

function pulsarFacts({ binding, topics }: PulsarCluster, nameOf: NameOf): ViewValue {
  return {
    service_url: textFacts(binding.serviceUrl, nameOf),
    topics: topics.map(pulsarTopicFacts),
  };
}

function pulsarTopicFacts(topic: PulsarTopic): ViewValue {
  const { name, partitions, retentionMinutes, retentionMegabytes, compaction, uses } = topic;
  return {
    name,
    bound_by: uses.map(({ path }) => path),
    partitions: settingData(partitions),
    retention_minutes: settingData(retentionMinutes),
    retention_megabytes: settingData(retentionMegabytes),
    compaction: settingData(compaction),
  };
}
