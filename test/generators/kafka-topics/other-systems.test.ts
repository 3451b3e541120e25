// Kinesis streams and Pulsar topics, the flavor `strimzi`, and the facts as data.
import { load } from "js-yaml";
import { expect, test } from "vitest";
import { checkDnsSubdomain } from "../../../src/targets/kubernetes/names.js";
import { findingsOf, renderedOf } from "./planned.js";

/** The lines of a function of the script that are no comment. */
function callsIn(script: string | undefined, name: string): string[] {
  const body = new RegExp(`^${name}\\(\\) \\{\\n(.*?)^\\}`, "msu").exec(script ?? "")?.[1] ?? "";
  return body
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}

// ---- Kinesis

test("Kinesis: a script per region and account; what is not stated is left alone", async () => {
  const files = await renderedOf(`
streams:
  a: {type: kinesis, stream: alpha, region: us-east-1, account_id: "111122223333", shard_count: 4, retention_hours: 48, encryption: true}
  b: {type: kinesis, stream: beta, region: us-east-1, account_id: "111122223333"}
  c: {type: kinesis, stream: gamma, region: eu-west-1, encryption: false}
  d: {type: kinesis, stream: delta, region: eu-west-1, encryption: true, kms_key_id: "alias/it's"}
`);
  expect(callsIn(files["kinesis/us-east-1-111122223333/streams.sh"], "declare_streams")).toEqual([
    "stream 'alpha' 4 48 'alias/aws/kinesis'",
    "stream 'beta' '' '' ''",
  ]);
  expect(callsIn(files["kinesis/eu-west-1/streams.sh"], "declare_streams")).toEqual([
    "stream 'gamma' '' '' 'none'",
    "stream 'delta' '' '' 'alias/it'\\''s'",
  ]);
});

const kinesis = (rest: string): string =>
  `streams: {s: {type: kinesis, region: us-east-1, ${rest}}}`;

test.each([
  [
    kinesis("stream: a/b"),
    'E790 a/b: "a/b" cannot be the name of a Kinesis stream: it may hold only the letters A to Z, digits, dots, underscores and hyphens.',
  ],
  [
    kinesis("stream: a, shard_count: 10001"),
    'E754 10001: "streams.s.shard_count" exceeds 10000: no stream has more shards.',
  ],
  [
    kinesis("stream: a, encryption: true, kms_key_id: -x"),
    'E703 -x: Invalid value for "streams.s.kms_key_id": it is no key id, alias or ARN of KMS.',
  ],
  [
    kinesis("stream: a, kms_key_id: alias/k"),
    'N750 alias/k: "streams.s.encryption" is derived: a key is named, so the stream is encrypted.',
  ],
  [
    "streams: {s: {type: kinesis, stream: a, region: '--x'}}",
    "E703 '--x': Invalid value for \"streams.s.region\": it is no AWS region such as us-east-1.",
  ],
])("Kinesis refuses or says: %s", async (text, finding) => {
  expect(await findingsOf(text)).toEqual([finding]);
});

test("one stream with two settings is an error at the second", async () => {
  const text = `
streams:
  a: {type: kinesis, stream: x, region: us-east-1, shard_count: 1}
  b: {type: kinesis, stream: x, region: us-east-1, shard_count: 2}
`;
  expect(await findingsOf(text)).toEqual([
    'E750 2: "streams.b.shard_count" and "streams.a.shard_count" state the same fact with different values.',
  ]);
});

// ---- Pulsar

test("Pulsar: topics, retention in its own units, and a token that only a file holds", async () => {
  const files = await renderedOf(`
streams:
  a:
    type: pulsar
    topic: persistent://cards/auth/events
    service_url: pulsar+ssl://p1:6651,p2:6651
    partitions: 8
    retention_time: 7d
    retention_size: 10gb
    compaction: true
    auth: {type: token, token: "secret://pulsar/token"}
    tls: {enabled: true, trust_cert_path: /ca.pem}
    consumer:
      subscription_name: s
      dead_letter_policy: {dead_letter_topic: "persistent://cards/auth/dead"}
    error_handling: {deserialization: {action: dlq, dlq_topic: "persistent://cards/auth/broken"}}
secrets: {pulsar: {provider: vault, path: p, keys: [token]}}
`);
  const script = files["pulsar/p1-6651-p2-6651/topics.sh"];
  expect(callsIn(script, "declare_topics")).toEqual([
    "topic 'persistent://cards/auth/events' 8 10080 10240 104857600",
    "topic 'persistent://cards/auth/broken' '' '' '' ''",
    "topic 'persistent://cards/auth/dead' '' '' '' ''",
  ]);
  expect(callsIn(script, "declare_client")).toEqual([
    "variable PULSAR_TOKEN",
    "setting webServiceUrl 'https://p1:8443'",
    "setting brokerServiceUrl 'pulsar+ssl://p1:6651,p2:6651'",
    "setting tlsTrustCertsFilePath '/ca.pem'",
    'token "$PULSAR_TOKEN"',
  ]);
});

const pulsar = (rest: string, topic = "persistent://t/n/x"): string =>
  `streams: {s: {type: pulsar, topic: "${topic}", service_url: "pulsar://p:6650", ${rest}}}`;

test.each([
  [pulsar("", "persistent://t t/n/x"), 'E790 "persistent://t t/n/x"'],
  [pulsar("", "persistent://t/n/x y"), 'E790 "persistent://t/n/x y"'],
  [pulsar("", "persistent://t/n/x-partition-3"), 'E790 "persistent://t/n/x-partition-3"'],
  [pulsar("retention_time: 90s"), "W755 90s"],
  [pulsar("retention_size: 1b"), "W755 1b"],
  [pulsar("retention_time: 0ms"), "E703 0ms"],
  [pulsar("retention_time: 0ms, retention_size: 1mb"), "E753 1mb"],
  [pulsar("compaction: true", "non-persistent://t/n/x"), "W701 true"],
  [pulsar("auth: {type: tls}"), "W755 tls"],
])("Pulsar refuses or says: %s", async (text, start) => {
  const findings = await findingsOf(text);
  expect(findings.map((finding) => finding.slice(0, start.length))).toEqual([start]);
});

// ---- Strimzi and data

const onStrimzi = `
streams:
  s:
    type: kafka
    topic: Card_auths.v1
    brokers: "cards-kafka-bootstrap.kafka:9092"
    partitions: 4
    replication: 3
    retention_ms: 1000
    cleanup_policy: compact_delete
    unclean_leader_election: false
`;

test("Strimzi: an object per topic, of the cluster that the bootstrap address names", async () => {
  const files = await renderedOf(onStrimzi, { flavor: "strimzi" });
  const path = "kafka/cards-kafka-bootstrap.kafka-9092/card-auths.v1-8f210bec.yaml";
  expect(load(files[path] ?? "")).toEqual({
    apiVersion: "kafka.strimzi.io/v1",
    kind: "KafkaTopic",
    metadata: {
      name: "card-auths.v1-8f210bec",
      namespace: "kafka",
      labels: { "strimzi.io/cluster": "cards" },
    },
    spec: {
      topicName: "Card_auths.v1",
      partitions: 4,
      replicas: 3,
      config: {
        "cleanup.policy": "compact,delete",
        "retention.ms": 1000,
        "unclean.leader.election.enable": false,
      },
    },
  });
  expect(load(files["kustomization.yaml"] ?? "")).toMatchObject({ resources: [path] });
  expect(Object.keys(files).filter((name) => name.endsWith(".sh"))).toEqual([]);
});

/** The names of the objects of these topics, one stream each on one cluster. */
async function objectNames(topics: readonly string[]): Promise<readonly string[]> {
  const streams = topics.map(
    (topic, index) =>
      `  s${index}: {type: kafka, topic: "${topic}", brokers: "cards-kafka-bootstrap:9092"}`,
  );
  const files = await renderedOf(`streams:\n${streams.join("\n")}\n`, { flavor: "strimzi" });
  return Object.keys(files)
    .filter((path) => path.startsWith("kafka/"))
    .map((path) => path.replace(/^.*\/|\.yaml$/gu, ""));
}

test("Strimzi: no object is renamed when another topic comes or goes", async () => {
  const topics = ["my-topic", "My-topic", "my-Topic", "_-", "a".repeat(249), "A".repeat(249)];
  const together = await objectNames(topics);
  const alone = await Promise.all(topics.map((topic) => objectNames([topic])));
  expect(together).toEqual(alone.flat());
  expect(new Set(together).size).toBe(topics.length);
  expect(together.slice(0, 4)).toEqual([
    "my-topic",
    expect.stringMatching(/^my-topic-[0-9a-f]{8}$/u),
    expect.stringMatching(/^my-topic-[0-9a-f]{8}$/u),
    expect.stringMatching(/^topic-[0-9a-f]{8}$/u),
  ]);
  for (const name of together) expect(checkDnsSubdomain(name)).toBeNull();
});

function onTwoClusters(one: string, other: string): string {
  return `
streams:
  a: {type: kafka, topic: t, brokers: "one-kafka-bootstrap${one}:9092"}
  b: {type: kafka, topic: t, brokers: "two-kafka-bootstrap${other}:9092"}
`;
}

test("Strimzi: one name for two objects of a namespace is an error", async () => {
  expect(await findingsOf(onTwoClusters(".n", ".m"), { flavor: "strimzi" })).toEqual([]);
  for (const namespace of ["", ".n"]) {
    const text = onTwoClusters(namespace, namespace);
    const found = await findingsOf(text, { flavor: "strimzi" });
    expect(found).toEqual([
      `E792 t: The objects of the topics t on one-kafka-bootstrap${namespace}-9092 and t on two-kafka-bootstrap${namespace}-9092 would have the same name in one namespace, "t".`,
    ]);
  }
});

test("Strimzi: what its objects cannot say is said", async () => {
  const text =
    'streams: {s: {type: kafka, topic: t, brokers: "k1:9092", acl: {write: ["User:a"]}}}';
  expect(await findingsOf(text, { flavor: "strimzi" })).toEqual([
    'W792 "k1:9092": The topics of k1-9092 carry no label strimzi.io/cluster: its brokers do not tell the name of the Kafka object.',
    expect.stringContaining('W755 acl: "streams.s.acl" is in no emitted object'),
  ]);
});

test("the same facts as data", async () => {
  const files = await renderedOf(`${onStrimzi}
  k: {type: kinesis, stream: alpha, region: us-east-1, shard_count: 4}
  p: {type: pulsar, topic: "persistent://a/b/c", service_url: "pulsar://p:6650", partitions: 2}
`);
  expect(load(files["topics.yaml"] ?? "")).toEqual({
    environment: "test",
    kafka: [
      {
        cluster: "cards-kafka-bootstrap.kafka-9092",
        brokers: "cards-kafka-bootstrap.kafka:9092",
        topics: [
          {
            name: "Card_auths.v1",
            bound_by: ["streams.s"],
            partitions: 4,
            replication: 3,
            configuration: {
              "cleanup.policy": "compact,delete",
              "retention.ms": 1000,
              "unclean.leader.election.enable": false,
            },
          },
        ],
      },
    ],
    kinesis: [
      {
        region: "us-east-1",
        streams: [{ name: "alpha", bound_by: ["streams.k"], shard_count: 4 }],
      },
    ],
    pulsar: [
      {
        service_url: "pulsar://p:6650",
        topics: [{ name: "persistent://a/b/c", bound_by: ["streams.p"], partitions: 2 }],
      },
    ],
  });
});
