// What Kafka bindings are refused or warned of before a class is written, each at its place.
import { expect, test } from "vitest";
import { orders, planned } from "./planned.js";

const secrets = `
secrets:
  login: { provider: env, keys: [user, other], variables: { user: KAFKA_USER } }
`;

test.each<[string, string, readonly string[]]>([
  ["nothing to say", "direction: source", []],
  // Roles.
  ["a writer's settings", "direction: source\nproducer: { linger_ms: 5 }", ["W701 producer"]],
  ["a reader's settings", "direction: sink\nconsumer: { group_id: me }", ["W701 consumer"]],
  [
    "errors of a reader",
    "direction: sink\nerror_handling: { deserialization: { action: skip } }",
    ["W701 deserialization"],
  ],
  [
    "a prefix without transactions",
    "direction: sink\nproducer: { transactional_id_prefix: mine }",
    ["W701 mine"],
  ],
  // Free properties.
  ["brokers twice", 'properties: { bootstrap.servers: "a:1" }', ['E782 "a:1"']],
  ["a misspelt key", "properties: { securty.protocol: SSL }", ["W780 SSL"]],
  ["a value that is no number", "properties: { fetch.max.bytes: much }", ["E703 much"]],
  ["an unknown protocol", "properties: { security.protocol: TLS }", ["E703 TLS"]],
  ["a key that the source overwrites", "properties: { session.timeout.ms: '10' }", ["W701 '10'"]],
  [
    "a name that the source overwrites",
    "direction: source\nproperties: { client.id: me }",
    ["W701 me"],
  ],
  ["a name of the sink's clients", "direction: sink\nproperties: { client.id: me }", []],
  ["a key of newer clients", "properties: { retry.backoff.max.ms: '10' }", ["W701 '10'"]],
  [
    "a writer's key for a reader",
    "direction: source\nproperties: { max.request.size: '9' }",
    ["W701 '9'"],
  ],
  ["commits without checkpoints", 'properties: { enable.auto.commit: "true" }', ['W755 "true"']],
  // Security.
  [
    "half a login",
    "properties: { security.protocol: SASL_SSL, sasl.mechanism: PLAIN, sasl.username: me }",
    ["E752 me"],
  ],
  [
    "a login of no mechanism",
    "properties: { security.protocol: SASL_SSL, sasl.username: me, sasl.password: secret://login/user }",
    ["E752 me", "W755 SASL_SSL"],
  ],
  [
    "a login for Kerberos",
    "properties: { security.protocol: SASL_SSL, sasl.mechanism: GSSAPI, sasl.username: me, sasl.password: secret://login/user }",
    ["E753 me"],
  ],
  [
    "no login",
    "properties: { security.protocol: SASL_SSL, sasl.mechanism: PLAIN }",
    ["W755 SASL_SSL"],
  ],
  ["TLS that is not used", "properties: { ssl.truststore.location: /t.jks }", ["W755 /t.jks"]],
  [
    "any host name",
    'properties: { security.protocol: SSL, ssl.endpoint.identification.algorithm: "" }',
    ['W755 ""'],
  ],
  // Readers.
  ["a wait as long as the request timeout", "consumer: { fetch_max_wait: 30s }", ["E754 30s"]],
  ["a start that fails", "consumer: { auto_offset_reset: none }", ["W755 none"]],
  ["a fetch that never fills", "consumer: { fetch_min_bytes: 99999999 }", ["W755 99999999"]],
  // Writers.
  [
    "idempotence with few acknowledgements",
    'producer: { idempotence: true }\nproperties: { acks: "1" }',
    ['E753 "1"'],
  ],
  ["idempotence without retries", "producer: { idempotence: true, retries: 0 }", ["E753 0"]],
  [
    "idempotence with few acknowledgements, both free properties",
    'properties: { enable.idempotence: "true", acks: "1" }',
    ['E753 "1"'],
  ],
  [
    "many requests in flight",
    'producer: { idempotence: true }\nproperties: { max.in.flight.requests.per.connection: "6" }',
    ['E753 "6"'],
  ],
  [
    "many requests in flight, and nobody asks for idempotence",
    'properties: { max.in.flight.requests.per.connection: "6" }',
    ['W755 "6"'],
  ],
  [
    "many requests in flight, and no idempotence",
    'producer: { idempotence: false }\nproperties: { max.in.flight.requests.per.connection: "6" }',
    [],
  ],
  ["as many in flight", 'properties: { max.in.flight.requests.per.connection: "5" }', []],
  ["few acknowledgements", 'producer: { acks: "0" }', ['W755 "0"']],
  ["few acknowledgements, as wanted", 'producer: { acks: "0", idempotence: false }', []],
  [
    "few acknowledgements for a sink that may lose records",
    'producer: { acks: "0", delivery_guarantee: none }',
    [],
  ],
  ["no second attempt", "producer: { retries: 0 }", []],
  ["a batch above the buffer", "producer: { batch_size: 99999999 }", ["E754 99999999"]],
  ["no time to deliver", 'properties: { delivery.timeout.ms: "1000" }', ['E703 "1000"']],
  // Guarantees.
  [
    "exactly once with one acknowledgement",
    'producer: { delivery_guarantee: exactly_once, acks: "1" }\nconsumer: { isolation_level: read_committed }',
    ["E753 exactly_once"],
  ],
  [
    "exactly once with many requests in flight",
    'direction: sink\nproducer: { delivery_guarantee: exactly_once }\nproperties: { max.in.flight.requests.per.connection: "6" }',
    ["E753 exactly_once"],
  ],
  [
    "a transaction above what brokers allow",
    "direction: sink\nproducer: { delivery_guarantee: exactly_once, transaction_timeout: 1h }",
    ["W755 1h"],
  ],
  [
    "a transaction below a checkpoint",
    "direction: sink\nproducer: { delivery_guarantee: exactly_once, transaction_timeout: 1m }",
    ["E754 1m"],
  ],
  [
    "a reader that sees aborted records",
    "producer: { delivery_guarantee: exactly_once }",
    ["W755 shop.orders"],
  ],
])("%s", async (_, lines, want) => {
  const { found } = await planned(orders(lines) + secrets);
  expect(found).toEqual(want);
});

test.each([
  ["exactly_once", ["E752 exactly_once"]],
  ["at_least_once", ["E752 at_least_once"]],
  ["none", []],
])("%s without checkpoints", async (guarantee, want) => {
  const text = orders(`direction: sink\nproducer: { delivery_guarantee: ${guarantee} }`, "");
  expect((await planned(text)).found).toEqual(want);
});

test.each([
  ["direction: sink", ["W755 shop.orders"]],
  ["direction: sink\nproducer: { linger_ms: 5 }", ["W755 shop.orders"]],
  ["direction: sink\nproducer: { delivery_guarantee: none }", []],
  ["direction: source", []],
])("no process takes checkpoints: %s", async (lines, want) => {
  const withoutCheckpoints = "resources:\n  billing: { parallelism: 1 }\n";
  expect((await planned(orders(lines, withoutCheckpoints))).found).toEqual(want);
});

test("the setting that excludes transactions is named", async () => {
  const { diagnostics } = await planned(
    orders("direction: sink\nproducer: { delivery_guarantee: exactly_once, retries: 0 }"),
  );
  expect(diagnostics.map(({ message }) => message)).toEqual([
    '"streams.orders.producer.delivery_guarantee" contradicts "streams.orders.producer.retries": transactions need idempotent writes.',
  ]);
});

test("a name that only the sink's clients take does not reach the source's", async () => {
  const { found, text } = await planned(orders("properties: { client.id: me }"));
  expect(found).toEqual([]);
  expect(await text("OrdersSink")).toContain('"client.id", "me"');
  expect(await text("OrdersSource")).not.toContain('"client.id"');
});

test("a group of the file's own serves one process only", async () => {
  const text = orders("direction: source\nconsumer: { group_id: mine }");
  expect((await planned(text)).found).toEqual([]);
  expect((await planned(`${text}  refunds: { checkpoint: main }\n`)).found).toEqual(["W755 mine"]);
});

test("a transaction that is too short for one of two processes", async () => {
  const text = orders(
    "direction: sink\nproducer: { delivery_guarantee: exactly_once, transaction_timeout: 4m }",
  ).replace(
    "resources:",
    "  slow: { type: s3, bucket: state, prefix: slow/, interval: 5m }\nresources:\n  refunds: { checkpoint: slow }",
  );
  expect((await planned(text)).found).toEqual(["W755 4m"]);
});

test("bindings whose names differ in underscores only", async () => {
  const { found, diagnostics } = await planned(`
streams:
  a_b: { type: kafka, topic: one, brokers: "k:9092", direction: source }
  a__b: { type: kafka, topic: two, brokers: "k:9092", direction: source }
`);
  expect(found).toEqual(["E780 a_b"]);
  expect(diagnostics[0]?.message).toBe(
    '"streams.a__b" and "streams.a_b" both give the Java class ABSource.',
  );
});

test("a line without the connector names those that have it", async () => {
  const { found, diagnostics } = await planned(orders("direction: source"), {
    flinkVersion: "2.3",
  });
  expect(found).toEqual(["E783 kafka"]);
  expect(diagnostics[0]?.help).toContain("1.20, 2.0, 2.1, 2.2");
});

test("a secret that has no variable", async () => {
  const text = orders(
    'direction: source\nproperties: { security.protocol: SASL_SSL, sasl.mechanism: PLAIN, sasl.jaas.config: "secret://login/other" }',
  );
  const { found } = await planned(text + secrets);
  expect(found).toEqual(['E781 "secret://login/other"']);
});
