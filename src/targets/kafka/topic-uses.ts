// Which binding names which Kafka topic and what it states of it: streams, dead letters, completions,
// and the dead-letter topics that streams name themselves. Merges nothing: that is in topics.ts.
import type { KafkaStreamAcl, Text } from "../../model/bindings.js";
import type { InfraModel } from "../../model/infra-model.js";
import type { Origins } from "../../model/origins.js";
import { readersOf } from "../../model/uses.js";
import type { Place } from "../../model/rules/rule-context.js";
import type { Setting } from "../topics/settings.js";
import { topicOptionRows, type TopicBinding } from "./topic-options.js";

/** A right that a principal needs. */
export interface Right {
  readonly kind: "topic" | "group" | "transactional-id";
  readonly name: string;
  readonly pattern: "literal" | "prefixed";
  readonly operation: "Read" | "Write";
  readonly principal: string;
  /** What states the name. */
  readonly place: Place;
}

/** Two rights with the same words are one. */
export function rightWords({ kind, name, pattern, operation, principal }: Right): string {
  return JSON.stringify([kind, name, pattern, operation, principal]);
}

/** One binding's word on one topic. */
export interface TopicUse {
  /** `streams.auth_events`: what comments in emitted files name. */
  readonly path: string;
  /** The property that holds the topic's name. */
  readonly name: Place;
  readonly topic: string;
  readonly brokers: Text;
  /** The binding whose brokers and client properties lead to the topic. */
  readonly binding: TopicBinding;
  readonly settings: readonly Setting[];
  /** A job may read it. */
  readonly isRead: boolean;
  readonly rights: readonly Right[];
}

/** Every use, in the order of streams, dead letters, completions, each by name. */
export function topicUses(model: InfraModel, origins: Origins): readonly TopicUse[] {
  const uses: TopicUse[] = [];
  const readers = readersOf(model);
  const ofEvery = readers.ofEvery.map(({ name }) => name);
  for (const stream of model.streams) {
    if (stream.type !== "kafka") continue;
    const linked = readers.linkedTo(stream.name).map(({ name }) => name);
    // One list for all streams where nothing more is known.
    const names = linked.length === 0 ? ofEvery : [...ofEvery, ...linked].toSorted();
    uses.push(useOf(stream, `streams.${stream.name}`, names, origins));
    const decoding = stream.errorHandling?.deserialization ?? null;
    if (decoding === null || decoding.action !== "dlq" || decoding.dlqTopic === null) continue;
    uses.push({
      path: `streams.${stream.name}.error_handling.deserialization`,
      name: { object: decoding, key: "dlqTopic" },
      topic: decoding.dlqTopic,
      brokers: stream.brokers,
      binding: stream,
      // As safe as the topic that its records come from.
      settings: sizeSettings(stream, origins)
        .filter(({ name }) => name === "replication")
        .map((setting) => ({ ...setting, stated: false })),
      isRead: false,
      rights: [],
    });
  }
  for (const letter of model.deadLetters) {
    if (letter.type === "kafka") {
      uses.push(useOf(letter, `dead_letters.${letter.name}`, [], origins));
    }
  }
  for (const completion of model.completions) {
    uses.push(useOf(completion, `completions.${completion.name}`, [], origins));
  }
  return uses;
}

/** `readers`: processes that read the topic. */
function useOf(
  binding: TopicBinding,
  path: string,
  readers: readonly string[],
  origins: Origins,
): TopicUse {
  return {
    path,
    name: { object: binding, key: "topic" },
    topic: binding.topic,
    brokers: binding.brokers,
    binding,
    settings: [...sizeSettings(binding, origins), ...optionSettings(binding, origins)],
    isRead: "direction" in binding && binding.direction !== "sink",
    rights: rightsOf(binding, readers),
  };
}

function sizeSettings(binding: TopicBinding, origins: Origins): readonly Setting[] {
  return (["partitions", "replication"] as const).flatMap((name) => {
    const value = binding[name];
    if (value === null) return [];
    return [
      {
        name,
        value,
        place: { object: binding, key: name },
        stated: origins.states(binding, name),
      },
    ];
  });
}

function optionSettings(binding: TopicBinding, origins: Origins): readonly Setting[] {
  return topicOptionRows.flatMap(({ property, key, words }) => {
    const value = binding[property];
    if (value === null) return [];
    const text = String(value);
    return [
      {
        name: key,
        value: words?.[text] ?? text,
        place: { object: binding, key: property },
        stated: origins.states(binding, property),
      },
    ];
  });
}

function rightsOf(binding: TopicBinding, processes: readonly string[]): readonly Right[] {
  const { acl } = binding;
  if (acl === null) return [];
  return [...readRights(binding, acl, processes), ...writeRights(binding, acl)];
}

function topicRight(binding: TopicBinding) {
  const place = { object: binding, key: "topic" };
  return { kind: "topic", name: binding.topic, pattern: "literal", place } as const;
}

function readRights(
  binding: TopicBinding,
  { read }: KafkaStreamAcl,
  processes: readonly string[],
): readonly Right[] {
  const topic = topicRight(binding);
  const consumer = "consumer" in binding ? binding.consumer : null;
  const own = consumer?.groupId ?? null;
  // A source without a group of its own reads in the name of its process.
  const groups = "consumer" in binding ? (own === null ? processes : [own]) : [];
  const place = { object: consumer ?? binding, key: "groupId" };
  return (read ?? []).flatMap((principal) => [
    { ...topic, operation: "Read" as const, principal },
    ...groups.map((name) => ({
      kind: "group" as const,
      name,
      pattern: "literal" as const,
      operation: "Read" as const,
      principal,
      place,
    })),
  ]);
}

function writeRights(binding: TopicBinding, { write }: KafkaStreamAcl): readonly Right[] {
  const topic = topicRight(binding);
  const producer = "producer" in binding ? binding.producer : null;
  const prefix =
    producer?.deliveryGuarantee === "exactly_once" ? producer.transactionalIdPrefix : null;
  const place = { object: producer ?? binding, key: "transactionalIdPrefix" };
  return (write ?? []).flatMap((principal) => [
    { ...topic, operation: "Write" as const, principal },
    ...(prefix === null
      ? []
      : [
          {
            kind: "transactional-id" as const,
            name: prefix,
            pattern: "prefixed" as const,
            operation: "Write" as const,
            principal,
            place,
          },
        ]),
  ]);
}
