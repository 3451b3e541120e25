// What the emitted script and client configuration say: the data, never the engine, which the
// conformance run proves with real brokers.
import { expect, test } from "vitest";
import { renderedOf, type PlanOptions } from "./planned.js";

/** The files of the only cluster. */
async function clusterOf(text: string, options: PlanOptions = {}) {
  const files = await renderedOf(text, options);
  const [folder, ...others] = new Set(
    Object.keys(files).flatMap((path) => /^kafka\/[^/]+/u.exec(path)?.[0] ?? []),
  );
  expect(others).toEqual([]);
  const script = files[`${folder}/topics.sh`] ?? "";
  return { folder, script, client: files[`${folder}/client.properties`] ?? "" };
}

/** The body of a function of the script, without its indent. */
function bodyOf(script: string, name: string): string[] {
  const body = new RegExp(`^${name}\\(\\) \\{\\n(.*?)^\\}`, "msu").exec(script)?.[1] ?? "";
  return body
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

test("every topic property becomes Kafka's own option", async () => {
  const { folder, script } = await clusterOf(`
streams:
  s:
    type: kafka
    topic: t
    brokers: "k1:9092"
    partitions: 4
    replication: 3
    retention_ms: 604800000
    min_insync_replicas: 2
    cleanup_policy: compact_delete
    retention_bytes: -1
    segment_ms: 60000
    segment_bytes: 1048576
    max_message_bytes: 2000000
    min_compaction_lag: 1m
    max_compaction_lag: 1h
    delete_retention: 1d
    min_cleanable_ratio: 0.25
    topic_compression: zstd
    timestamp_type: log_append_time
    unclean_leader_election: false
`);
  expect(folder).toBe("kafka/k1-9092");
  expect(bodyOf(script, "declare_brokers")).toEqual(["bootstrap_servers='k1:9092'"]);
  expect(bodyOf(script, "declare_topics")).toEqual([
    "# streams.s",
    "topic 't' 4 3 \\",
    "'cleanup.policy=compact,delete' \\",
    "'compression.type=zstd' \\",
    "'delete.retention.ms=86400000' \\",
    "'max.compaction.lag.ms=3600000' \\",
    "'max.message.bytes=2000000' \\",
    "'message.timestamp.type=LogAppendTime' \\",
    "'min.cleanable.dirty.ratio=0.25' \\",
    "'min.compaction.lag.ms=60000' \\",
    "'min.insync.replicas=2' \\",
    "'retention.bytes=-1' \\",
    "'retention.ms=604800000' \\",
    "'segment.bytes=1048576' \\",
    "'segment.ms=60000' \\",
    "'unclean.leader.election.enable=false'",
  ]);
});

test("a topic of several bindings is created once, with what any of them states", async () => {
  const { script } = await clusterOf(`
streams:
  reader: {type: kafka, topic: t, brokers: "k1:9092,k2:9092", replication: 2}
  writer: {type: kafka, topic: t, brokers: "K2:9092,k3:9092", partitions: 8, replication: 2}
completions:
  done: {type: kafka, topic: t, brokers: "k3:9092", retention_ms: 1000, producer: {key_field: id}}
`);
  expect(bodyOf(script, "declare_topics")).toEqual([
    "# streams.reader, streams.writer, completions.done",
    "topic 't' 8 2 \\",
    "'retention.ms=1000'",
  ]);
});

test("the default retention of a completion loses against what a stream states", async () => {
  const { script } = await clusterOf(`
streams:
  s: {type: kafka, topic: t, brokers: "k1:9092", retention_ms: 5000}
completions:
  done: {type: kafka, topic: t, brokers: "k1:9092", producer: {key_field: id}}
`);
  expect(bodyOf(script, "declare_topics").at(-1)).toBe("'retention.ms=5000'");
});

test("the topic for undecodable records is as safe as the stream's own", async () => {
  const { script } = await clusterOf(`
streams:
  s:
    type: kafka
    topic: t
    brokers: "k1:9092"
    partitions: 12
    replication: 3
    error_handling: {deserialization: {action: dlq, dlq_topic: t.dlq}}
`);
  expect(bodyOf(script, "declare_topics").slice(-2)).toEqual([
    "# streams.s.error_handling.deserialization",
    "topic 't.dlq' '' 3",
  ]);
});

test("user name and password become a login line that only the script's environment holds", async () => {
  const { script, client } = await clusterOf(
    `
streams:
  s:
    type: kafka
    topic: t
    brokers: "k1:9092"
    properties:
      security.protocol: SASL_SSL
      sasl.mechanism: SCRAM-SHA-512
      sasl.username: 'an "app"'
      sasl.password: secret://kafka/password
      ssl.truststore.password: \${TRUST}
      max.request.size: 5
secrets:
  kafka: {provider: vault, path: p, keys: [password]}
`,
    { variables: { TRUST: "canary" } },
  );
  expect(bodyOf(script, "declare_credentials")).toEqual([
    "credential TRUST",
    "variable KAFKA_PASSWORD",
    `login 'org.apache.kafka.common.security.scram.ScramLoginModule required username="''an \\"app\\"''" password="'"$(quoted KAFKA_PASSWORD)"'";'`,
  ]);
  expect(client.split("\n").filter((line) => !line.startsWith("#"))).toEqual([
    "config.providers=env",
    "config.providers.env.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider",
    "config.providers.env.param.allowlist.pattern=TRUST|KAFKA_TOPICS_JAAS_CONFIG",
    "default.api.timeout.ms=30000",
    "request.timeout.ms=15000",
    "sasl.jaas.config=${env:KAFKA_TOPICS_JAAS_CONFIG}",
    "sasl.mechanism=SCRAM-SHA-512",
    "security.protocol=SASL_SSL",
    "ssl.truststore.password=${env:TRUST}",
    "",
  ]);
});

test("principals get the rights that reading and writing take, each once", async () => {
  const { script } = await clusterOf(`
resources: {fraud_check: {parallelism: 1}}
streams:
  events:
    type: kafka
    topic: t
    brokers: "k1:9092"
    acl: {read: ["User:it's me"], write: ["User:w"]}
    producer: {delivery_guarantee: exactly_once, transactional_id_prefix: tx}
  again:
    type: kafka
    topic: t
    brokers: "k1:9092"
    consumer: {group_id: own}
    acl: {read: ["User:it's me"]}
`);
  expect(bodyOf(script, "declare_acls")).toEqual([
    "acl topic 't' literal Read 'User:it'\\''s me'",
    "acl group 'own' literal Read 'User:it'\\''s me'",
    "acl group 'fraud_check' literal Read 'User:it'\\''s me'",
    "acl topic 't' literal Write 'User:w'",
    "acl transactional-id 'tx' prefixed Write 'User:w'",
  ]);
});

test("brokers that only the running script knows come from a variable", async () => {
  const { folder, script } = await clusterOf(`
streams: {s: {type: kafka, topic: t, brokers: "secret://kafka/brokers"}}
secrets: {kafka: {provider: env, variables: {brokers: BROKERS}}}
`);
  expect(folder).toBe("kafka/kafka-brokers");
  expect(bodyOf(script, "declare_brokers")).toEqual([
    "variable BROKERS",
    'bootstrap_servers="$BROKERS"',
  ]);
});

test("other security settings on the same brokers are a script of their own", async () => {
  const files = await renderedOf(`
streams:
  a: {type: kafka, topic: a, brokers: "k1:9092"}
  b: {type: kafka, topic: b, brokers: "k1:9092", properties: {client.dns.lookup: use_all_dns_ips}}
  c: {type: kafka, topic: c, brokers: "k2:9092", properties: {linger.ms: 5}}
`);
  expect(Object.keys(files).filter((path) => path.endsWith(".sh"))).toEqual([
    "kafka/k1-9092/topics.sh",
    "kafka/k1-9092-2/topics.sh",
    "kafka/k2-9092/topics.sh",
  ]);
  expect(files["kafka/k2-9092/client.properties"]).not.toContain("linger.ms");
});

test("a client of Kerberos takes the ticket of kinit, unless the binding has a login of its own", async () => {
  const kerberos = "security.protocol: SASL_PLAINTEXT, sasl.mechanism: GSSAPI";
  const text = (more: string): string =>
    `streams: {s: {type: kafka, topic: t, brokers: "k:9092", properties: {${kerberos}${more}}}}`;
  const { client } = await clusterOf(text(""));
  expect(client).toContain(
    "sasl.jaas.config=com.sun.security.auth.module.Krb5LoginModule required useTicketCache=true;\n",
  );
  const own = await clusterOf(text(', sasl.jaas.config: "${JAAS}"'));
  expect(own.client).not.toContain("useTicketCache");
});
