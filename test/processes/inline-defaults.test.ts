// Values that a process file states beside a name are defaults of the binding: what the binding says wins
// (vocabulary 5.2, decisions 33, 87, 93).
import { expect, test } from "vitest";
import type { KafkaStream } from "../../src/model/bindings.js";
import type { Named } from "../../src/model/infra-model.js";
import { bindings, link } from "./project.js";

/** The Kafka stream `s` of a file that states `rest`, read with `options`. */
async function stream(rest: string, options: string): Promise<Named<KafkaStream>> {
  const infra = `streams: { s: { brokers: "k:1"${rest} } }\nresources: { p: {} }\n`;
  const [found] = (await link(options, infra)).built().model.streams;
  return found as Named<KafkaStream>;
}

const full =
  'receive s from kafka "t" group "g" offset latest isolation read_committed format avro';

test("receive: type, topic, group, offset, isolation and format, where the binding has none", async () => {
  expect(await stream("", full)).toMatchObject({
    type: "kafka",
    topic: "t",
    direction: "source",
    consumer: { groupId: "g", autoOffsetReset: "latest", isolationLevel: "read_committed" },
    serialization: { valueFormat: "avro" },
  });
});

test("receive: what the binding has, wins", async () => {
  const rest =
    ", type: kafka, topic: own, consumer: { group_id: mine, isolation_level: read_uncommitted }, serialization: { value_format: json }";
  expect(await stream(rest, full)).toMatchObject({
    topic: "own",
    consumer: { groupId: "mine", autoOffsetReset: "latest", isolationLevel: "read_uncommitted" },
    serialization: { valueFormat: "json" },
  });
});

test("emit: topic and retention", async () => {
  expect(await stream("", 'emit to s to kafka "t" retention infinite')).toMatchObject({
    topic: "t",
    retentionMs: -1,
    direction: "sink",
  });
  expect(
    await stream(", retention_ms: 5", 'emit to s to kafka "t" retention 7 days'),
  ).toMatchObject({
    retentionMs: 5,
  });
});

test("lookup: type, collection, key and lifetime of the cache", async () => {
  const infra = "lookups: { l: { uri: mongodb://h/d, database: d } }\nresources: { p: {} }\n";
  const { built } = await link('lookup l from mongodb "c" key a.id cache ttl 2 minutes', infra);
  expect(built().model.lookups[0]).toMatchObject({
    type: "mongodb",
    collection: "c",
    lookup: { keyField: "a.id" },
    cache: { ttlMs: 120_000 },
  });
});

test("preserve_state and include_error_context: the dead letter carries what went wrong", async () => {
  const { built } = await link(
    "on error emit to dlq preserve_state true include_error_context true end",
  );
  expect(built().model.deadLetters[0]).toMatchObject({ includeMetadata: true });
});

test("checkpoint every, correlation and parallelism fill what is left open", async () => {
  const infra = bindings
    .replace(", interval: 60s", "")
    .replace("producer: { key_field: id }", "retention_ms: 1")
    .replace("parallelism: 4, ", "");
  const { built, found } = await link(
    "parallelism hint 6 checkpoint every 2 minutes to cp on commit failure emit completion to done correlation order.id",
    infra,
  );
  expect(found).toEqual([]);
  const { processes, completions } = built().model;
  expect(processes[0]?.checkpointBinding?.checkpoint?.intervalMs).toBe(120_000);
  expect(processes[0]?.parallelism.initial).toBe(6);
  expect(completions[0]?.producer?.keyField).toBe("order.id");
});

test("a placeholder in a name is known to the job only, and states no topic", async () => {
  const { found } = await link('emit to enriched to kafka "t-${region}"');
  expect(found).toEqual([]);
});
