// What the schema says about one wrong value: where, what it accepts, and which name was meant.
import { expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { analyseText, codesOf, head, marked } from "../resolve/project.js";

const kafka = (rest: string) =>
  `streams: { s: { type: kafka, topic: t, brokers: "b:1", ${rest} } }`;
const process = (rest: string) => `resources: { p: { ${rest} } }`;
const filesystem = (rest: string) =>
  `checkpoints: { c: { type: filesystem, path: "file:///c", ${rest} } }`;

async function errorsOf(text: string): Promise<readonly Diagnostic[]> {
  const { diagnostics } = await analyseText(`${head()}${text}\n`);
  return diagnostics.filter(({ code }) => code !== "W752");
}

const values: readonly (readonly [kind: string, text: string, message: string, at: string])[] = [
  [
    "text",
    kafka("consumer: { group_id: 7 }"),
    'Invalid value for "consumer.group_id": "7" is not accepted; it must be text.',
    "7",
  ],
  [
    "integer",
    kafka("partitions: 1.5"),
    'Invalid value for "partitions": "1.5" is not accepted; it must be an integer of at least 1.',
    "1.5",
  ],
  [
    "integer below its range",
    kafka("partitions: 0"),
    'Invalid value for "partitions": "0" is not accepted; it must be an integer of at least 1.',
    "0",
  ],
  [
    "number",
    process("task_cpu: fast"),
    'Invalid value for "task_cpu": "fast" is not accepted; it must be a number from 0.1 to 1000000.',
    "fast",
  ],
  [
    "number above its range",
    process("task_cpu: 1e308"),
    'Invalid value for "task_cpu": "1e+308" is not accepted; it must be a number from 0.1 to 1000000.',
    "1e308",
  ],
  [
    "name of a region, which is a folder",
    'regions: { east: { name: "us/east", role: active } }',
    'Invalid value for "name": "us/east" is not accepted; it must be a name of letters, digits, _ and -.',
    '"us/east"',
  ],
  [
    "kubeconfig context, which is part of a command",
    'deployment: { type: kubernetes, kubernetes: { context: "a\\nb" } }',
    'Invalid value for "deployment.kubernetes.context": "a\\u{a}b" is not accepted; it must be printable ASCII characters.',
    '"a\\nb"',
  ],
  [
    "boolean",
    kafka("unclean_leader_election: yes"),
    'Invalid value for "unclean_leader_election": "yes" is not accepted; it must be true or false.',
    "yes",
  ],
  [
    "duration",
    filesystem("checkpoint: { interval: 5 }"),
    'Invalid value for "checkpoint.interval": "5" is not accepted; it must be a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most).',
    "5",
  ],
  [
    "duration with a fraction",
    filesystem("checkpoint: { interval: 1.5m }"),
    'Invalid value for "checkpoint.interval": "1.5m" is not accepted; it must be a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most).',
    "1.5m",
  ],
  [
    "value of a second spelling",
    filesystem("interval: soon"),
    'Invalid value for "interval": "soon" is not accepted; it must be a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most).',
    "soon",
  ],
  [
    "size",
    process("task_memory: 1g"),
    'Invalid value for "task_memory": "1g" is not accepted; it must be a size: an integer and one of b, kb, mb, gb, tb, such as 512mb.',
    "1g",
  ],
  [
    "percentage",
    process("sla: { availability: 99 }"),
    'Invalid value for "sla.availability": "99" is not accepted; it must be a percentage such as 50%.',
    "99",
  ],
  [
    "amount of memory",
    process("memory: { heap: 2 }"),
    'Invalid value for "memory.heap": "2" is not accepted; it must be a size such as 1gb, a percentage such as 40%, or a fraction such as 0.4.',
    "2",
  ],
  [
    "choice",
    kafka("cleanup_policy: both"),
    'Invalid value for "cleanup_policy": "both" is not accepted; it must be one of delete, compact, compact_delete.',
    "both",
  ],
  [
    "endpoints",
    'streams: { s: { type: kafka, topic: t, brokers: "kafka" } }',
    'Invalid value for "brokers": "kafka" is not accepted; it must be host:port, several separated by commas.',
    '"kafka"',
  ],
  [
    "location",
    'checkpoints: { c: { type: filesystem, path: "s3://b/c" } }',
    'Invalid value for "path": "s3://b/c" is not accepted; it must be a URI that starts with file://.',
    '"s3://b/c"',
  ],
  [
    "map in the place of text",
    "streams: { s: { type: kafka, topic: t, brokers: { a: 1 } } }",
    'Invalid value for "brokers": it must be host:port, several separated by commas.',
    "{ a: 1 }",
  ],
  [
    "empty map in the place of a credential",
    kafka("schema_registry: { basic_auth: {} }"),
    'Invalid value for "schema_registry.basic_auth": it must be text.',
    "{}",
  ],
  [
    "text in the place of a map",
    kafka("consumer: fast"),
    'Invalid value for "consumer": "fast" is not accepted; it must be a mapping.',
    "fast",
  ],
  [
    "text in the place of a list",
    process("args: one"),
    'Invalid value for "args": "one" is not accepted; it must be a list, each item text.',
    "one",
  ],
  [
    "item of a list",
    process("jvm: { options: [-Xa, [b]] }"),
    'Invalid value for "jvm.options.1": it must be text.',
    "[b]",
  ],
  [
    "no value",
    kafka("partitions: "),
    'Invalid value for "partitions": it has no value; it must be an integer of at least 1.',
    "partitions",
  ],
  [
    "key of a free map",
    process("flink_options: { 'no key': 1 }"),
    'Invalid value for "flink_options": "no key" is not a valid Flink option.',
    "'no key'",
  ],
  [
    "either of two forms",
    process("parallelism: many"),
    'Invalid value for "parallelism": "many" is not accepted; it must be an integer of at least 1, or a mapping.',
    "many",
  ],
  [
    "one form of two",
    process("parallelism: { initial: many }"),
    'Invalid value for "parallelism.initial": "many" is not accepted; it must be an integer of at least 1.',
    "many",
  ],
  [
    "pod template",
    "deployment: { type: kubernetes, pod_template: null }",
    'Invalid value for "deployment.pod_template": it has no value; it must be Kubernetes pod template.',
    "null",
  ],
];

test.each([
  [
    "monitoring: { alerts: [{ name: a, severity: info, condition: [5] }] }",
    "monitoring.alerts.0.condition",
  ],
  [
    'monitoring: { notifications: { email: { smarthost: [1], from: "a@b.c" } } }',
    "monitoring.notifications.email.smarthost",
  ],
])("the path of a value that is in no named block: %s", async (text, path) => {
  const errors = await errorsOf(text);
  expect(errors.map(({ message }) => message)).toEqual([
    expect.stringContaining(`Invalid value for "${path}": `),
  ]);
});

test.each(values)("E703 for a wrong %s", async (_, text, message, at) => {
  const errors = await errorsOf(text);
  expect(errors.map((error) => [error.code, error.message, marked(error)])).toEqual([
    ["E703", message, at],
  ]);
});

const hints: readonly (readonly [text: string, help: string | null])[] = [
  [kafka("cleanup_policy: Compact"), 'Did you mean "compact"?'],
  [kafka("cleanup_policy: compat"), 'Did you mean "compact"?'],
  [kafka("cleanup_policy: zzz"), null],
  [kafka("consumer: { group_id: 7 }"), 'YAML reads it as a number: quote it, "7".'],
  [kafka("topic_compression: GZIP"), 'Did you mean "gzip"?'],
  ["streams: { s: { type: kafak, topic: t } }", 'Did you mean "kafka"?'],
  ["streams: { s: { topic: t } }", 'Add "type:" with one of kafka, kinesis, pulsar, mongodb_sink.'],
  [kafka("partitons: 3"), 'Did you mean "partitions"?'],
  [filesystem("intervall: 3s"), 'Did you mean "interval"?'],
  [kafka("consumer: { group: g }"), 'Did you mean "group_id"?'],
  // A spelling that only another type takes.
  [
    "lookups: { l: { type: postgresql, jdbc_url: '${L}', table: t, username: u } }",
    'Did you mean "auth.username"?',
  ],
  [
    "lookups: { l: { type: redis, uri: 'redis://r', zzz: 1 } }",
    "Known here: async, audit, auth, cache, cluster, cluster_mode, connection, database, encryption, global, key_pattern, lookup, ….",
  ],
];

test.each(hints)("the help of %s", async (text, help) => {
  const errors = await errorsOf(text.replace("consumer: { group: g }", "consumer: { groupid: g }"));
  expect(errors.map((error) => error.help)).toEqual([help]);
});

const missing: readonly (readonly [text: string, message: string, at: string])[] = [
  [
    "streams: { s: { type: kafka, topic: t } }",
    'The stream "s" lacks the required property "brokers".',
    "s",
  ],
  [
    'streams: { s: { type: kafka, topic: "", brokers: "b:1" } }',
    'Invalid value for "topic": "" is not accepted; it must be text.',
    '""',
  ],
  [
    "deployment: { type: yarn, strategy: { rolling: {} } }",
    'The deployment "deployment" lacks the required property "strategy.type".',
    "strategy",
  ],
  [
    "monitoring: { alerts: [{ name: a, severity: info }] }",
    'The monitoring.alerts "alerts" lacks the required property "alerts.0.condition".',
    "",
  ],
  [
    "resources: { p: { auto_scale: { metrics: [{ type: kafka_lag }] } } }",
    'The process "p" lacks the required property "auto_scale.metrics.0.target".',
    "",
  ],
];

test.each(missing)("required: %s", async (text, message, at) => {
  const errors = await errorsOf(text);
  expect(errors.map((error) => [error.message, marked(error)])).toEqual([[message, at]]);
});

const unknown: readonly (readonly [text: string, message: string])[] = [
  [kafka("colour: red"), 'Unknown property "colour" in the stream "s".'],
  [
    kafka("consumer: { colour: red }"),
    'Unknown property "colour" in "consumer" of the stream "s".',
  ],
  ["streams: { _hidden: { type: kafka } }", 'Unknown property "_hidden" in "streams".'],
  ["monitoring: { metric: { type: prometheus } }", 'Unknown property "metric" in "monitoring".'],
  ["resources: { _default: {} }", 'Unknown property "_default" in "resources".'],
];

test.each(unknown)("unknown: %s", async (text, message) => {
  const errors = await errorsOf(text);
  expect(errors.map((error) => [error.code, error.message])).toEqual([["E704", message]]);
});

test("a property of another type is a warning, and is left out", async () => {
  const errors = await errorsOf(kafka("shard_count: 3"));
  expect(errors.map((error) => [error.code, error.message, marked(error)])).toEqual([
    [
      "W701",
      '"shard_count" is ignored: it belongs to type kinesis, and this stream is kafka.',
      "shard_count",
    ],
  ]);
});

test("stray entries", async () => {
  expect(codesOf(await errorsOf("streams: { s: 3, t: null, u: [] }"))).toEqual([
    "E703",
    "E703",
    "E703",
  ]);
});

test("all mistakes of a block at once, each once", async () => {
  const errors = await errorsOf(kafka("partitions: x, replication: 0, colour: red, consumer: 1"));
  expect(errors.map(marked)).toEqual(["x", "0", "colour", "1"]);
});

test("groups and defaults need nothing, but what they hold is checked", async () => {
  expect(
    codesOf(await errorsOf("secrets: { _groups: { g: { vault: { namespace: n } } } }")),
  ).toEqual([]);
  const errors = await errorsOf(
    "resources: { _defaults: { task_cpu: x }, _groups: { g: { colour: x } } }",
  );
  expect(codesOf(errors)).toEqual(["E703", "E704"]);
});

test("each region's result is checked", async () => {
  const text = `regions: { a: { name: us-east-1, role: active }, b: { name: eu-west-1, role: active } }
streams: { s: { type: kafka, brokers: "b:1", regional: true, us-east-1: { topic: t }, eu-west-1: { topic: t, partitions: x } } }`;
  expect((await errorsOf(text)).map(marked)).toEqual(["x"]);
});

test("a value that comes from a variable is named with it, a credential never shown", async () => {
  const outcome = await analyseText(
    `${head()}${kafka('partitions: "${N}", schema_registry: { basic_auth: [hunter2] }')}\n`,
    { environment: { N: "many" } },
  );
  const messages = outcome.diagnostics.map(({ message }) => message).join("\n");
  expect(messages).toContain('"many" (from ${N}) is not accepted');
  expect(messages).not.toContain("hunter2");
});
