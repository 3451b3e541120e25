// What bindings of connectors other than Kafka, formats, dead letters and completions are refused or
// warned of, each at its place.
import { expect, test } from "vitest";
import { fullFile } from "./full-file.js";
import { planned } from "./planned.js";

const rest = `
secrets:
  login: { provider: vault, path: secret/data/login, keys: [token] }
  plain: { provider: env, variables: { token: TOKEN } }
checkpoints:
  main: { type: s3, bucket: state, prefix: jobs/, checkpoint: { interval: 60s } }
resources:
  billing: { checkpoint: main }
`;

function stream(type: string, lines: string, more = ""): string {
  const indented = lines
    .split("\n")
    .map((line) => `    ${line}`)
    .join("\n");
  return `
streams:
  one:
    type: ${type}
${indented}
${more}${rest}`;
}

const account = 'account_id: "123456789012"';

test.each<[string, string, readonly string[]]>([
  ["nothing to say", account, []],
  ["no account", "direction: source", ["W755 orders"]],
  ["an explicit aggregation", `${account}\nproducer: { aggregation: true }`, ["E784 true"]],
  [
    "a batch above the service's",
    `${account}\nproducer: { collection_max_count: 501 }`,
    ["E754 501"],
  ],
  [
    "a moment that is missing",
    `${account}\nconsumer: { starting_position: AT_TIMESTAMP }`,
    ["E752 AT_TIMESTAMP"],
  ],
  [
    "a moment without use",
    `${account}\nconsumer: { starting_timestamp: 2025-01-31T00:00:00Z }`,
    ["W701 2025-01-31T00:00:00Z"],
  ],
  ["a consumer that is not registered", `${account}\nconsumer: { consumer_name: me }`, ["W701 me"]],
  [
    "a role that is none",
    `${account}\ncredentials: { type: assume_role, role_arn: "arn:aws:iam::123456789:role/x", session_name: me }`,
    ['E703 "arn:aws:iam::123456789:role/x"'],
  ],
  [
    "a role whose session has no name",
    `${account}\ncredentials: { type: assume_role, role_arn: "arn:aws:iam::123456789012:role/x" }`,
    ['N750 "arn:aws:iam::123456789012:role/x"'],
  ],
  [
    "a role whose session has a name",
    `${account}\ncredentials: { type: assume_role, role_arn: "arn:aws:iam::123456789012:role/x", session_name: me }`,
    [],
  ],
  [
    "keys of the file's own",
    `${account}\ncredentials: { type: static, access_key_id: "secret://login/token", secret_access_key: "secret://login/token" }`,
    ["W755 static"],
  ],
  [
    "time that nothing counts",
    `${account}\nerror_handling: { connectivity: { fail_after: 1m } }`,
    ["W701 1m"],
  ],
  [
    "a credential among the properties",
    `${account}\ndirection: sink\nproperties: { aws.secret: "secret://login/token" }`,
    ['E781 "secret://login/token"'],
  ],
])("kinesis: %s", async (_, lines, want) => {
  const text = stream("kinesis", `stream: orders\nregion: eu-west-1\n${lines}`);
  expect((await planned(text)).found).toEqual(want);
});

test("kinesis: a name that AWS refuses", async () => {
  const text = stream("kinesis", `stream: a/b\nregion: eu-west-1\ndirection: source\n${account}`);
  expect((await planned(text)).found).toEqual(["E703 a/b"]);
});

test("kinesis: one registered consumer for two processes", async () => {
  const lines = `stream: s\nregion: eu-west-1\n${account}\ndirection: source\nconsumer: { type: enhanced_fan_out, consumer_name: me }`;
  const processes = `${stream("kinesis", lines)}  refunds: { checkpoint: main }\n`;
  expect((await planned(processes)).found).toEqual(["W755 me"]);
});

test("kinesis: a line that its connector was not built for", async () => {
  const text = stream("kinesis", `stream: s\nregion: eu-west-1\n${account}`);
  expect((await planned(text, { flinkVersion: "2.2" })).found).toEqual(["W781 kinesis"]);
  expect((await planned(text, { flinkVersion: "1.18" })).found).toEqual(["E783 kinesis"]);
});

test.each<[string, string, readonly string[]]>([
  ["nothing to say", "direction: source", []],
  ["a shared subscription", "consumer: { subscription_type: Shared }", ["E784 Shared"]],
  [
    "an acknowledgement that cannot come in time",
    "consumer: { acknowledgment_timeout: 30s }",
    ["E754 30s"],
  ],
  ["a delay without use", "consumer: { negative_ack_redelivery_delay: 1s }", ["W701 1s"]],
  [
    "a policy of the broker",
    "consumer: { dead_letter_policy: { max_redeliver_count: 3 } }",
    ["W701 dead_letter_policy"],
  ],
  ["TLS at an address without", "tls: { enabled: true }", ["E753 true"]],
  ["TLS that is off", "tls: { trust_cert_path: /ca.pem }", ["W701 /ca.pem"]],
  ["an admin address", 'admin_url: "http://pulsar:8080"', ['W701 "http://pulsar:8080"']],
  ["connectivity", "error_handling: { connectivity: { retry_attempts: 3 } }", ["W701 3"]],
  ["a name that is none of the connector's", "properties: { numIoThreads: '4' }", ["W701 '4'"]],
  [
    "a token from a variable",
    "direction: source\nauth: { type: token, token: secret://plain/token }",
    ["E781 secret://plain/token"],
  ],
  ["a login without its files", "direction: source\nauth: { type: tls }", ["E752 tls"]],
])("pulsar: %s", async (_, lines, want) => {
  const text = stream(
    "pulsar",
    `topic: persistent://t/n/orders\nservice_url: pulsar://pulsar:6650\n${lines}`,
  );
  expect((await planned(text)).found).toEqual(want);
});

test("pulsar: an acknowledgement that never comes", async () => {
  const lines =
    "topic: persistent://t/n/o\nservice_url: pulsar://p:6650\ndirection: source\nconsumer: { acknowledgment_timeout: 5m }";
  const text = stream("pulsar", lines);
  expect((await planned(text)).found).toEqual([]);
  expect((await planned(text.replace("interval: 60s", "timeout: 60s"))).found).toEqual(["E754 5m"]);
});

test("pulsar: an address that the job graph will hold", async () => {
  const lines = "topic: persistent://t/n/o\nservice_url: ${PULSAR_URL}\ndirection: source";
  expect((await planned(stream("pulsar", lines))).found).toEqual(["W755 ${PULSAR_URL}"]);
});

test("pulsar: any certificate is accepted", async () => {
  const lines =
    "topic: persistent://t/n/o\nservice_url: pulsar+ssl://p:6651\ndirection: source\ntls: { enabled: true, allow_insecure: true }";
  expect((await planned(stream("pulsar", lines))).found).toEqual(["W755 true"]);
});

test.each([
  ["pulsar", "topic: persistent://t/n/o\nservice_url: pulsar://p:6650", "1.17, 1.18, 1.20"],
  ["mongodb_sink", "uri: mongodb://m\ndatabase: d\ncollection: c", "1.17, 1.18, 1.19, 1.20"],
])("%s has no connector for Flink 2", async (type, lines, older) => {
  const { found, diagnostics } = await planned(stream(type, lines), { flinkVersion: "2.2" });
  expect(found).toEqual([`E783 ${type}`]);
  expect(diagnostics[0]?.help).toContain(older);
});

const kafka = 'topic: orders\nbrokers: "k:9092"\ndirection: source';

test.each<[string, string, readonly string[]]>([
  [
    "settings of another format",
    "serialization: { value_format: json, avro: { auto_register: true } }",
    ["W701 avro"],
  ],
  [
    "a registry for text",
    "serialization: { value_format: string }\nschema_registry: { url: 'http://r' }",
    ["W701 'http://r'"],
  ],
  [
    "rules of a registry that is not there",
    "serialization: { value_format: avro, avro: { auto_register: false } }",
    ["W701 false"],
  ],
  [
    "a login without a registry",
    "serialization: { value_format: avro }\nschema_registry: { basic_auth: secret://login/token }",
    ["E752 secret://login/token"],
  ],
  [
    "messages with framing",
    "serialization: { value_format: protobuf }\nschema_registry: { url: 'http://r' }",
    ["W755 protobuf"],
  ],
  [
    "messages with their schema",
    "serialization: { value_format: protobuf, protobuf: { include_schema: true } }",
    ["W701 true"],
  ],
  [
    "a log level for an error that ends the job",
    "error_handling: { deserialization: { action: fail, log_level: warn } }",
    ["W701 warn"],
  ],
  [
    "a topic for records that are left out",
    "error_handling: { deserialization: { action: skip, dlq_topic: dead } }",
    ["W701 dead"],
  ],
  [
    "attempts of a consumer",
    "error_handling: { connectivity: { retry_attempts: 3, retry_backoff: linear } }",
    ["W701 3", "W701 linear"],
  ],
])("kafka formats and errors: %s", async (_, lines, want) => {
  expect((await planned(stream("kafka", `${kafka}\n${lines}`))).found).toEqual(want);
});

test("dead letters: formats that need more", async () => {
  const text = `${stream("kafka", kafka)}
dead_letters:
  files: { type: s3, bucket: b, format: parquet }
`;
  expect((await planned(text)).found).toEqual(["E784 parquet"]);
});

test("dead letters in files need checkpoints", async () => {
  const text = "dead_letters:\n  files: { type: s3, bucket: b }\n";
  expect((await planned(text)).found).toEqual(["E752 s3"]);
});

function completed(callback: string, producer = "key_field: id"): string {
  return `${stream("mongodb_sink", "uri: mongodb://m\ndatabase: d\ncollection: c\ncompletion: { enabled: true, target: done }")}
completions:
  done:
    type: kafka
    topic: done
    brokers: "k:9092"
    producer: { ${producer} }
    callback: { ${callback} }
`;
}

test.each<[string, string, readonly string[]]>([
  ["nothing to say", completed("trigger: after_commit, timeout: 30s"), []],
  ["single acknowledgements", completed("trigger: after_ack"), ["E784 after_ack"]],
  ["an answer that nobody sees", completed("include_sink_response: true"), ["W755 true"]],
  [
    "exactly once",
    completed("trigger: after_flush", "key_field: id, delivery_guarantee: exactly_once"),
    ["W755 exactly_once"],
  ],
  [
    "without checkpoints",
    completed("trigger: after_commit").replace("interval: 60s", "timeout: 60s"),
    ["E752 after_commit", "W755 done"],
  ],
  [
    "two answers to one question",
    `${completed("timeout: 30s")}    properties: { delivery.timeout.ms: "200000" }\n`,
    ['E753 "200000"'],
  ],
])("completions: %s", async (_, text, want) => {
  expect((await planned(text)).found).toEqual(want);
});

test("confirmations hang on what sinks can do", async () => {
  const sink =
    "topic: o\nbrokers: 'k:9092'\ndirection: sink\ncompletion: { enabled: true, target: done, write_concern: majority }";
  const target =
    "completions:\n  done: { type: kafka, topic: done, brokers: 'k:9092', producer: { key_field: id } }\n";
  expect((await planned(stream("kafka", sink) + target)).found).toEqual(["W701 majority"]);
  const exact = `${sink.replace(", write_concern: majority", "")}\nproducer: { delivery_guarantee: exactly_once, transaction_timeout: 15m }`;
  expect((await planned(stream("kafka", exact) + target)).found).toEqual(["E784 true"]);
  const old = await planned(
    stream("kafka", sink.replace(", write_concern: majority", "")) + target,
    {
      flinkVersion: "1.18",
    },
  );
  expect(old.found).toEqual(["E784 kafka", "E784 true"]);
  const off = sink.replace("enabled: true", "enabled: false");
  expect((await planned(stream("kafka", off) + target)).found).toEqual([
    "W701 done",
    "W701 majority",
  ]);
});

test.each([
  [1, "1.20"],
  [2, "2.2"],
] as const)("every property at once has nothing wrong: Flink %i", async (major, flinkVersion) => {
  const { diagnostics } = await planned(fullFile(major), { flinkVersion });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
});
