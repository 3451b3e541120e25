// What a model claims of Kafka clusters: consumer groups, transactional ids, and topics that it writes.
import { addressesOf } from "../../model/broker-addresses.js";
import type { KafkaCompletion, KafkaStream, Text } from "../../model/bindings.js";
import type { InfraModel, Named } from "../../model/infra-model.js";
import { isSurelyRead, isSurelyWritten } from "../../model/stream-roles.js";
import { readersOf, uses, type Readers } from "../../model/uses.js";
import type { ValueOrigin } from "../../model/value-origin.js";
import { consumerGroup } from "../kafka/client-settings.js";
import { transactionPrefix } from "../kafka/transaction-prefix.js";
import { mostReaders, type Claim, type ClaimScope } from "./claim.js";

export function kafkaClaims(model: InfraModel, scope: ClaimScope): readonly Claim[] {
  const streams = model.streams.filter((stream) => stream.type === "kafka");
  const readers = readersOf(model);
  const read = (scope === "file" ? ofSharedTopics(streams) : streams).filter(isSurelyRead);
  const sinks = streams.filter(isSurelyWritten);
  const letters = model.deadLetters.filter((letter) => letter.type === "kafka");
  return [
    ...read.flatMap((stream) => groupClaims(model, stream, readers)),
    ...sinks.flatMap((stream) => transactionClaims(model, "streams", stream)),
    ...model.completions.flatMap((each) => transactionClaims(model, "completions", each)),
    ...(scope === "file"
      ? []
      : [...sinks, ...model.completions, ...letters].map((each) => written(model, each))),
  ];
}

/** In one file a group is shared by two bindings of one topic alone: nearly none of thousands. */
function ofSharedTopics(streams: readonly Named<KafkaStream>[]): readonly Named<KafkaStream>[] {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { topic } of streams) (seen.has(topic) ? shared : seen).add(topic);
  return shared.size === 0 ? [] : streams.filter(({ topic }) => shared.has(topic));
}

/** One key for each broker; what a reference stands for differs between environments. */
function keysOf(
  { environment }: InfraModel,
  brokers: Text,
  ...rest: readonly string[]
): readonly string[] {
  const scope = typeof brokers === "string" ? [] : [environment];
  // No text of a file holds a NUL.
  return addressesOf(brokers).map((address) => [...scope, address, ...rest].join("\0"));
}

interface TopicBinding {
  readonly topic: string;
  readonly brokers: Text;
}

function written(model: InfraModel, binding: TopicBinding): Claim {
  const { topic, brokers } = binding;
  return {
    kind: "written",
    keys: keysOf(model, brokers, topic),
    name: topic,
    place: { object: binding, key: "topic" },
  };
}

/** Offsets are kept by group and topic; the group is the process's name where none is stated. */
function groupClaims(
  model: InfraModel,
  stream: Named<KafkaStream>,
  readers: Readers,
): readonly Claim[] {
  const { consumer, topic, brokers } = stream;
  const own = consumer?.groupId ?? null;
  const place: ValueOrigin =
    consumer === null || own === null
      ? { object: stream, key: "topic" }
      : { object: consumer, key: "groupId" };
  const groups =
    own === null
      ? readers.of(stream.name, mostReaders).map(({ name }) => consumerGroup(stream, name))
      : [own];
  return groups.map((group) => ({
    kind: "group",
    keys: keysOf(model, brokers, topic, group),
    name: group,
    place,
  }));
}

/** Names of those that write the binding; without process files each of thousands would. */
function writersOf(
  { processes }: InfraModel,
  section: "streams" | "completions",
  binding: string,
): readonly string[] {
  const names: string[] = [];
  for (const process of processes) {
    if (names.length === mostReaders) break;
    if (uses(process, section, binding)) names.push(process.name);
  }
  return names;
}

function transactionClaims(
  model: InfraModel,
  section: "streams" | "completions",
  binding: Named<KafkaStream> | Named<KafkaCompletion>,
): readonly Claim[] {
  const { producer, brokers } = binding;
  if (producer?.deliveryGuarantee !== "exactly_once") return [];
  const prefix = transactionPrefix(model, binding);
  const stated = producer.transactionalIdPrefix !== null;
  const place: ValueOrigin = {
    object: producer,
    key: stated ? "transactionalIdPrefix" : "deliveryGuarantee",
  };
  // The process's name is appended, so that only equal processes have equal ids.
  const names = model.processes.length === 0 ? [""] : writersOf(model, section, binding.name);
  return names.map((name) => ({
    kind: "transactions",
    keys: keysOf(model, brokers, prefix, name),
    name: prefix,
    place,
  }));
}
