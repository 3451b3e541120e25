// Decisions 64 to 86d of the vocabulary, on streams, lookups, checkpoints, state and dead letters.
import { expect, test } from "vitest";
import { sections } from "../../src/language/table.js";
import { decided, generated, said } from "./decided.js";

const kafka = (more: string): string =>
  `streams: { s: { type: kafka, topic: t, brokers: "k:9092", ${more} } }\n`;
const s3 = (more: string): string => `checkpoints: { c: { type: s3, bucket: b, ${more} } }\n`;

const text64 = (direction: string): string =>
  `streams: { s: { type: mongodb_sink, uri: "mongodb://m", database: d, collection: c, direction: ${direction} } }\n`;

test("decision 64: mongodb_sink is a stream that can only be written", async () => {
  expect((await decided(text64("sink"))).errors).toEqual([]);
  expect((await decided(text64("source"))).errors).toEqual(["E753"]);
});

const variants65 = (name: string): readonly string[] => {
  const section = sections[name];
  return section !== undefined && "block" in section ? Object.keys(section.block.variants) : [];
};

test("decision 65: kinds that the tables of the specification leave out are part of the language", () => {
  expect(variants65("lookups")).toContain("elasticsearch");
  expect(variants65("checkpoints")).toContain("azure_blob");
  expect(variants65("state_backends")).toEqual(expect.arrayContaining(["external", "changelog"]));
  expect(variants65("deployment")).toEqual(
    expect.arrayContaining(["standalone", "docker_compose"]),
  );
  expect(variants65("secrets")).toEqual(
    expect.arrayContaining(["env", "aws_parameter_store", "azure_key_vault", "gcp_secret_manager"]),
  );
});

test("decision 66: replication has no upper bound, and begins at 1", async () => {
  expect((await decided(kafka("replication: 7"))).errors).toEqual([]);
  expect((await decided(kafka("replication: 0"))).errors).toEqual(["E703"]);
});

test("decision 67: acks may be a number, and means its text", async () => {
  const { model } = await decided(kafka("producer: { acks: 1 }"));
  expect(model.streams[0]).toMatchObject({ producer: { acks: "1" } });
});

test("decision 68: names of codecs are in the case of their system, and E703 tells the other", async () => {
  const { errors, help, messages } = await decided(kafka("producer: { compression: LZ4 }"));
  expect(errors).toEqual(["E703"]);
  expect(help + messages.join()).toContain("lz4");
});

const text69 = (level: string): string =>
  kafka(`error_handling: { deserialization: { action: skip, log_level: ${level} } }`);

test("decision 69: log levels are upper case in logging, lower case in streams", async () => {
  expect((await decided("monitoring: { logging: { level: INFO } }\n")).errors).toEqual([]);
  expect((await decided("monitoring: { logging: { level: info } }\n")).errors).toEqual(["E703"]);
  expect((await decided(text69("warn"))).errors).toEqual([]);
  expect((await decided(text69("WARN"))).errors).toEqual(["E703"]);
});

test("decision 70: user and password of SASL become a JAAS configuration at run time", async () => {
  const text = kafka(
    "direction: source, properties: { security.protocol: SASL_SSL, sasl.mechanism: PLAIN, sasl.username: u, sasl.password: '${P}' }",
  );
  const java = [...(await generated(text, "java")).values()].join("\n");
  expect(java).toContain("sasl.jaas.config");
  expect(java).not.toContain('setProperty("sasl.username"');
});

test("decision 71: a MongoDB sink ignores serialization and says so; Kinesis and Pulsar take it", async () => {
  const mongodb =
    'streams: { s: { type: mongodb_sink, uri: "mongodb://m", database: d, collection: c, serialization: { value_format: json } } }\n';
  const { errors, codes } = await decided(mongodb);
  expect(errors).toEqual([]);
  expect(codes).toContain("W701");
  const kinesis =
    "streams: { s: { type: kinesis, stream: s, region: eu-west-1, serialization: { value_format: json } } }\n";
  expect((await decided(kinesis)).codes).not.toContain("W701");
});

test("decision 72: dlq without a topic needs a dead-letter binding", async () => {
  const text = kafka("error_handling: { deserialization: { action: dlq } }");
  const letters = "dead_letters: { d: { type: kafka, topic: d, brokers: 'k:9092' } }\n";
  expect((await decided(text)).errors).toEqual(["E752"]);
  expect((await decided(text + letters)).errors).toEqual([]);
});

test("decision 73: only completions have a default retention", async () => {
  const { model } = await decided(
    `${kafka("partitions: 1")}completions: { c: { type: kafka, topic: c, brokers: "k:9092", producer: { key_field: id } } }\n`,
  );
  expect(model.streams[0]).toMatchObject({ retentionMs: null });
  expect(model.completions[0]).toMatchObject({ retentionMs: 86_400_000 });
});

test("decisions 74 and 75: dead letters in MongoDB have an address, and no metadata unless asked", async () => {
  const text =
    'dead_letters: { d: { type: mongodb, uri: "mongodb://m", database: d, collection: c } }\n';
  const { errors, model } = await decided(text);
  expect(errors).toEqual([]);
  expect(model.deadLetters[0]).toMatchObject({ collection: "c", includeMetadata: false });
});

const text76 = (auth: string): string =>
  `${s3(`auth: { ${auth} }`)}resources: { p: {} }\ndeployment: { type: kubernetes }\n`;

test("decision 76: keys without auth.type are static ones", async () => {
  const keys = 'access_key: "${A}", secret_key: "${B}"';
  expect((await decided(text76(keys))).errors).toEqual([]);
  expect(await generated(text76(keys), "k8s")).toEqual(
    await generated(text76(`type: static, ${keys}`), "k8s"),
  );
});

const text77 = (auth: string): string =>
  `lookups: { l: { type: elasticsearch, hosts: ["https://e"], index: i, auth: { ${auth} } } }\n`;

test("decision 77: basic takes user and password, bearer a token", async () => {
  expect((await decided(text77('type: basic, username: u, password: "${P}"'))).errors).toEqual([]);
  expect((await decided(text77('type: bearer, token: "${T}"'))).errors).toEqual([]);
  expect((await decided(text77("type: bearer"))).errors).toEqual(["E752"]);
});

test("decision 78: tls and oauth2 of Pulsar are accepted, with settings in properties", async () => {
  for (const type of ["tls", "oauth2"]) {
    const text = `streams: { s: { type: pulsar, topic: "persistent://t/n/s", service_url: "pulsar://p:6650", auth: { type: ${type} }, properties: { a.b: c } } }\n`;
    expect((await decided(text)).errors).toEqual([]);
  }
});

const text79 = (restart: string): string =>
  `${s3(`recovery: { restart: { ${restart} } }`)}resources: { p: {} }\n`;

test("decision 79: fixed_delay takes initial_delay and max_attempts, failure_rate max_attempts in max_delay", async () => {
  const fixed = await generated(
    text79("strategy: fixed_delay, initial_delay: 10s, max_attempts: 3"),
    "flink-conf",
  );
  expect([...fixed.values()].join("\n")).toMatch(
    /restart-strategy\.fixed-delay\.attempts: 3\n.*fixed-delay\.delay: 10 ?s/u,
  );
  const rate = await generated(
    text79("strategy: failure_rate, max_delay: 5m, max_attempts: 3"),
    "flink-conf",
  );
  expect([...rate.values()].join("\n")).toContain("failure-rate.max-failures-per-interval: 3");
});

const text80 = (value: string): string =>
  `${s3(`retention: { externalized: ${value} }`)}resources: { p: {} }\n`;

test("decision 80: retain is retain_on_cancellation", async () => {
  expect(await generated(text80("retain"), "flink-conf")).toEqual(
    await generated(text80("retain_on_cancellation"), "flink-conf"),
  );
});

const text81 = (preference: string): string =>
  `lookups: { l: { type: redis, uri: "redis://r", lookup: { key_pattern: "{a}" }, read_preference: ${preference} } }\n`;

test("decision 81: a Redis store reads from the region's own replica, or the primary", async () => {
  expect((await decided(text81("local"))).errors).toEqual([]);
  expect((await decided(text81("nearest"))).errors).toEqual(["E703"]);
});

const text82 = (base: string): string =>
  `state_backends: { mine: { type: changelog, base_backend: ${base}, changelog: { storage: "s3://b/log" } } }\n`;

test("decision 82: base_backend is a type, not the name of a backend", async () => {
  expect((await decided(text82("rocksdb"))).errors).toEqual([]);
  expect((await decided(text82("mine"))).errors).toEqual(["E703"]);
});

const nameOf83 = async (backends: string, process = "{}"): Promise<string | null> => {
  const { model } = await decided(
    `state_backends: { ${backends} }\nresources: { p: ${process} }\n`,
  );
  return model.processes[0]?.stateBackendBinding?.name ?? null;
};

test("decision 83: a process uses the backend that it names, else default, else the only one", async () => {
  const one = "{ type: rocksdb }";
  expect(await nameOf83(`a: ${one}, default: ${one}`)).toBe("default");
  expect(await nameOf83(`a: ${one}`)).toBe("a");
  expect(await nameOf83(`a: ${one}, b: ${one}`)).toBeNull();
  expect(await nameOf83(`a: ${one}, b: ${one}`, "{ state_backend: b }")).toBe("b");
});

test("decision 84: refresh_strategy and refresh.strategy are two things", async () => {
  const text =
    'lookups: { l: { type: redis, uri: "redis://r", lookup: { key_pattern: "{a}" }, cache: { enabled: true, refresh_strategy: lazy, refresh: { strategy: refresh_ahead } } } }\n';
  expect((await decided(text)).errors).toEqual([]);
});

test("decision 85: sse_kms without a key takes the account's own", async () => {
  expect((await decided(s3("encryption: { type: sse_kms }"))).errors).toEqual([]);
});

test("decision 86: replication is a map in S3, and a number in HDFS", async () => {
  const regions = "regions: { a: { name: one, role: active }, b: { name: two, role: active } }\n";
  const copied = s3(
    "replication: { enabled: true, destination_bucket: d, destination_region: two }",
  );
  expect((await decided(regions + copied)).errors).toEqual([]);
  const { errors, model } = await decided(
    'checkpoints: { c: { type: hdfs, path: "hdfs://n/c", replication: 2 } }\n',
  );
  expect(errors).toEqual([]);
  expect(model.checkpoints[0]).toMatchObject({ hdfs: { replication: 2 } });
});

test("decision 86a: idempotence follows acks; asked for without acks all, it is refused", async () => {
  const { model } = await decided(kafka('producer: { acks: "1" }'));
  expect(model.streams[0]).toMatchObject({ producer: { idempotence: false } });
  const { errors } = await decided(kafka('producer: { acks: "1", idempotence: true }'));
  expect(errors).toEqual(["E753"]);
});

test("decision 86b: a topic that is written exactly once and read uncommitted gives a warning", async () => {
  const text = kafka(
    "direction: bidirectional, producer: { delivery_guarantee: exactly_once, transactional_id_prefix: p }",
  );
  expect(await said(text, "java")).toContain("W755");
});

test("decision 86c: AT_TIMESTAMP without a timestamp is accepted with a warning", async () => {
  const { errors, codes } = await decided(
    "streams: { s: { type: kinesis, stream: s, region: eu-west-1, consumer: { starting_position: AT_TIMESTAMP } } }\n",
  );
  expect(errors).toEqual([]);
  expect(codes).toContain("W755");
});

test("decision 86d: a range by rank reads the score bounds as ranks", async () => {
  const text =
    'lookups: { l: { type: redis, uri: "redis://r", lookup: { key_pattern: "{a}", type: zset, range_type: rank, min_score: 3, max_score: 7 } } }\n';
  const java = [...(await generated(text, "java")).values()].join("\n");
  expect(java).toMatch(/zrangeWithScores\(key, 3L?, 7L?\)/u);
});
