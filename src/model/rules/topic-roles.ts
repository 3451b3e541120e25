// Bindings that meet on one Kafka topic in roles that cannot go together: dead letters that are read
// again, events among the records they tell of, a format that a reader cannot decode.
import { topicKeys } from "../broker-addresses.js";
import type { KafkaStream } from "../bindings.js";
import type { InfraModel, Named } from "../infra-model.js";
import { isSurelyRead } from "../stream-roles.js";
import type { RuleContext } from "./rule-context.js";

type Stream = Named<KafkaStream>;

/** Reports E753 for every such pair. */
export function checkTopicRoles(model: InfraModel, context: RuleContext): void {
  const streams = model.streams.filter((stream): stream is Stream => stream.type === "kafka");
  const readers = new Map<string, Stream>();
  for (const stream of streams) {
    if (!isSurelyRead(stream)) continue;
    for (const key of topicKeys(stream)) if (!readers.has(key)) readers.set(key, stream);
  }
  checkDeadLetters(model, streams, readers, context);
  checkCompletions(model, streams, context);
  checkFormats(streams, readers, context);
}

const ownTopic = "Give dead letters a topic of their own.";

function checkDeadLetters(
  { deadLetters }: InfraModel,
  streams: readonly Stream[],
  readers: ReadonlyMap<string, Stream>,
  context: RuleContext,
): void {
  const problem = "dead letters would be read again as records, and fail again";
  for (const letter of deadLetters) {
    if (letter.type !== "kafka") continue;
    const reader = first(readers, topicKeys(letter));
    if (reader === null) continue;
    const place = { object: letter, key: "topic" };
    context.contradiction(place, { object: reader, key: "topic" }, problem, ownTopic);
  }
  for (const stream of streams) {
    const decoding = stream.errorHandling?.deserialization ?? null;
    if (decoding?.action !== "dlq" || decoding.dlqTopic === null) continue;
    const { brokers } = stream;
    const reader =
      decoding.dlqTopic === stream.topic
        ? stream
        : first(readers, topicKeys({ brokers, topic: decoding.dlqTopic }));
    if (reader === null) continue;
    const place = { object: decoding, key: "dlqTopic" };
    context.contradiction(place, { object: reader, key: "topic" }, problem, ownTopic);
  }
}

function first<Value>(found: ReadonlyMap<string, Value>, keys: readonly string[]): Value | null {
  for (const key of keys) {
    const value = found.get(key);
    if (value !== undefined) return value;
  }
  return null;
}

/** A sink whose writes are told of on the topic that it writes. */
function checkCompletions(
  { completions }: InfraModel,
  streams: readonly Stream[],
  context: RuleContext,
): void {
  const byName = new Map(completions.map((completion) => [completion.name, completion]));
  for (const stream of streams) {
    if (stream.completion?.enabled !== true) continue;
    const completion = byName.get(stream.completion.target ?? "");
    if (completion === undefined) continue;
    const keys = new Set(topicKeys(stream));
    if (!topicKeys(completion).some((key) => keys.has(key))) continue;
    context.contradiction(
      { object: completion, key: "topic" },
      { object: stream, key: "topic" },
      "events of completed writes would stand among the records they tell of",
      "Give the events a topic of their own.",
    );
  }
}

/** Formats of which one cannot be read as another; strings and bytes can hold any. */
const structured: ReadonlySet<string> = new Set(["json", "avro", "protobuf"]);

function checkFormats(
  streams: readonly Stream[],
  readers: ReadonlyMap<string, Stream>,
  context: RuleContext,
): void {
  for (const writer of streams) {
    if (writer.direction === "source") continue;
    const reader = first(readers, topicKeys(writer));
    if (reader === null || reader === writer) continue;
    for (const key of ["keyFormat", "valueFormat"] as const) {
      const [written, read] = [writer.serialization?.[key], reader.serialization?.[key]];
      if (typeof written !== "string" || typeof read !== "string" || written === read) continue;
      if (!structured.has(written) || !structured.has(read)) continue;
      context.contradiction(
        { object: reader.serialization ?? reader, key },
        { object: writer.serialization ?? writer, key },
        `both are about the topic ${writer.topic}, and what is written as ${written} cannot be read as ${read}`,
        "Give both bindings the same format.",
      );
    }
  }
}
