// Decisions 16 to 29 of the vocabulary, on what is required, and when.
import { expect, test } from "vitest";
import { decided, generated } from "./decided.js";

/** The properties that E702 asks for. */
async function lacking(text: string): Promise<readonly string[]> {
  const { codes, messages } = await decided(text);
  return messages
    .filter((_, index) => codes[index] === "E702")
    .map((message) => / property "([^"]+)"/u.exec(message)?.[1] ?? message)
    .toSorted();
}

test.each([
  ["kafka", ["brokers", "topic"]],
  ["kinesis", ["region", "stream"]],
  ["pulsar", ["service_url", "topic"]],
])("decision 16: a stream of type %s needs %j", async (type, wanted) => {
  expect(await lacking(`streams: { s: { type: ${type} } }\n`)).toEqual(wanted);
});

test("decision 17: database and collection are needed by type", async () => {
  expect(await lacking("lookups: { l: { type: mongodb, uri: 'mongodb://m' } }\n")).toEqual([
    "collection",
    "database",
  ]);
  expect(await lacking("lookups: { l: { type: redis, uri: 'redis://r' } }\n")).toEqual([]);
});

test("decision 18: contact points and hosts take the place of a connection string", async () => {
  expect(await lacking("lookups: { l: { type: cassandra } }\n")).toContain("contact_points");
  expect(await lacking("lookups: { l: { type: elasticsearch } }\n")).toContain("hosts");
});

const text19 = (more: string): string => `
regions: { a: { name: one, role: active } }
lookups: { l: { type: redis, global: true${more} } }
`;

test("decision 19: the primary of a global Redis is its connection string", async () => {
  expect((await decided(text19(', primary: { region: one, uri: "redis://r" }'))).errors).toEqual(
    [],
  );
  expect((await decided(text19(""))).errors).not.toEqual([]);
});

test("decision 20: a PostgreSQL lookup without table reads the one of its own name", async () => {
  const text =
    "lookups: { rates: { type: postgresql, jdbc_url: 'jdbc:postgresql://p/d', query: { key_columns: [id] } } }\n";
  expect((await decided(text)).errors).toEqual([]);
  const java = [...(await generated(text, "java")).values()].join("\n");
  expect(java).toMatch(/FROM \W*rates/u);
});

test("decision 21: a completion needs its brokers", async () => {
  const text = "completions: { c: { type: kafka, topic: t, producer: { key_field: id } } }\n";
  expect(await lacking(text)).toEqual(["brokers"]);
});

test("decision 23: a checkpoint binding needs its type", async () => {
  expect(await lacking("checkpoints: { default: { interval: 60s } }\n")).toEqual(["type"]);
});

test("decision 24: a secret of AWS needs its region", async () => {
  const text = "secrets: { x: { provider: aws_secrets_manager, secret_id: x } }\n";
  expect(await lacking(text)).toEqual(["region"]);
});

const text25 = (keys: string): string =>
  `secrets: { x: { provider: kubernetes, namespace: n, secret_name: s${keys} } }\n`;

test("decision 25: a Kubernetes secret has key or keys, not both", async () => {
  expect((await decided(text25(", key: a"))).errors).toEqual([]);
  expect((await decided(text25(", keys: [a]"))).errors).toEqual([]);
  expect((await decided(text25(""))).errors).toEqual(["E752"]);
  expect((await decided(text25(", key: a, keys: [a]"))).errors).toEqual(["E705"]);
});

test("decision 26: the provider may come from a group or from _config", async () => {
  const text = `
secrets:
  _config: { default_provider: vault }
  _groups: { cloud: { provider: aws_secrets_manager, region: eu-west-1 } }
  one: { path: secret/one }
  two: { _group: cloud, secret_id: two }
`;
  const { errors, model } = await decided(text);
  expect(errors).toEqual([]);
  expect(model.secrets.map(({ provider }) => provider)).toEqual(["vault", "aws_secrets_manager"]);
});

test("decision 27: a Vault secret needs a path, and no address", async () => {
  expect((await decided("secrets: { x: { provider: vault, path: a/b } }\n")).errors).toEqual([]);
  expect((await decided("secrets: { x: { provider: vault } }\n")).errors).toEqual(["E752"]);
});

test("decision 28: a deployment needs its type once it is resolved", async () => {
  expect(await lacking("deployment: { savepoint: { auto_savepoint: false } }\n")).toEqual(["type"]);
});

test("decision 29: what is required is checked in every declared region", async () => {
  const text = `
regions: { a: { name: one, role: active }, b: { name: two, role: active } }
streams: { s: { type: kafka, regional: true, topic: t, one: { brokers: "k:9092" }, two: {} } }
`;
  const { errors, messages } = await decided(text);
  expect(errors).toEqual(["E702"]);
  expect(messages.join()).toContain("brokers");
});
