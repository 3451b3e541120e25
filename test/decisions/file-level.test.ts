// Decisions 1 to 15 of the vocabulary, on files as a whole.
import { expect, test } from "vitest";
import { decided, decidedFiles } from "./decided.js";

const kafka = "{ type: kafka, topic: t, brokers: 'k:9092' }";

test("decision 1: environment is a free name", async () => {
  const { errors } = await decided('version: "1.0"\nenvironment: production-multi-region\n');
  expect(errors).toEqual([]);
});

test("decision 2: completions, regions and failover are sections, anything else is not", async () => {
  const text = `
completions: { c: { type: kafka, topic: t, brokers: "k:9092", producer: { key_field: id } } }
regions: { a: { name: one, role: active } }
failover: { p: { primary: one, secondary: null } }
`;
  expect((await decided(text)).errors).toEqual([]);
  expect((await decided("sinks: {}\n")).errors).toEqual(["E704"]);
});

test("decision 3: a binding without type is one error, not one for each type", async () => {
  expect((await decided("streams: { s: { direction: source } }\n")).errors).toEqual(["E702"]);
});

test("decision 4: a child file may leave out what its parent has", async () => {
  const { errors, model } = await decidedFiles({
    "base.infra": `version: "1.0"\nenvironment: base\nstreams: { s: ${kafka} }\n`,
    "main.infra":
      'version: "1.0"\nenvironment: production\nextends: base.infra\nstreams: { s: { topic: u } }\n',
  });
  expect(errors).toEqual([]);
  expect(model.streams[0]).toMatchObject({ type: "kafka", topic: "u" });
});

const text5 = (environment: string): string =>
  `version: "1.0"\nenvironment: ${environment}\nstreams: { s: { type: kafka, partitions: 1 } }\n`;

test("decision 5: a base is checked for its shape only", async () => {
  expect((await decided(text5("base"))).errors).toEqual([]);
  expect((await decided(text5("staging"))).errors).toEqual(["E702", "E702"]);
});

test("decision 6: lists are replaced, null unsets, a changed type replaces the binding", async () => {
  const { errors, model } = await decidedFiles({
    "base.infra": `version: "1.0"
environment: base
streams: { s: { type: kafka, topic: t, brokers: "k:9092", partitions: 3 }, u: ${kafka} }
secrets: { x: { provider: vault, path: secret/x, keys: [a, b] } }
`,
    "main.infra": `version: "1.0"
environment: production
extends: base.infra
streams: { s: { partitions: null }, u: { type: kinesis, stream: u, region: eu-west-1 } }
secrets: { x: { keys: [c] } }
`,
  });
  expect(errors).toEqual([]);
  expect(model.streams[0]).toMatchObject({ partitions: null });
  expect(model.streams[1]).toMatchObject({ type: "kinesis", stream: "u" });
  expect(model.secrets[0]?.keys).toEqual(["c"]);
});

test("decision 7: extends is found beside the file; a cycle or a file that is not there is E706", async () => {
  const head = 'version: "1.0"\nenvironment: production\n';
  const cycle = {
    "a.infra": `${head}extends: main.infra\n`,
    "main.infra": `${head}extends: a.infra\n`,
  };
  expect((await decidedFiles(cycle)).errors).toEqual(["E706"]);
  const missing = await decidedFiles({
    "main.infra": `${head}extends: bass.infra\n`,
    "base.infra": head,
  });
  expect(missing.errors).toEqual(["E706"]);
  expect(missing.messages.join()).toContain("main.infra → bass.infra");
  expect(missing.help).toContain('"base.infra"');
});

test("decision 8: sizes go up to tb, may be 0, and memory may be a share", async () => {
  const text = `
resources:
  p: { task_memory: 4gb, memory: { task_off_heap: 0, managed: 50% } }
  _quotas: { team: { max_total_memory: 1tb } }
`;
  expect((await decided(text)).errors).toEqual([]);
});

test("decision 9: sizes are powers of 1024", async () => {
  const { model } = await decided("resources: { p: { task_memory: 4gb } }\n");
  expect(model.processes[0]?.taskMemoryBytes).toBe(4 * 1024 ** 3);
});

test("decision 10: variables stand anywhere in a value, and $$ writes a dollar sign", async () => {
  const text = `streams: { s: { type: kafka, topic: "a.\${NAME}.$\${NAME}", brokers: "k:9092" } }\n`;
  const { model } = await decided(text, { environment: { NAME: "b" } });
  expect(model.streams[0]).toMatchObject({ topic: "a.b.${NAME}" });
});

test("decision 11: a secret reference may name no key, and a version", async () => {
  const text = `
secrets: { x: { provider: vault, path: secret/x } }
lookups:
  a: { type: redis, uri: "redis://r", lookup: { key_pattern: "{a}" }, auth: { password: "secret://x?version=2" } }
`;
  expect((await decided(text)).errors).toEqual([]);
});

test("decision 12: an unquoted version is E703, with the cure", async () => {
  const { errors, help } = await decided("version: 1.0\nenvironment: production\n");
  expect(errors).toEqual(["E703"]);
  expect(help).toContain('"1.0"');
});

test("decision 13: an unknown property is E704 with the nearest name; free maps take any", async () => {
  const text = `streams: { s: { type: kafka, topic: t, brokers: "k:9092", partition: 2, properties: { any.thing: x } } }\n`;
  const { errors, help } = await decided(text);
  expect(errors).toEqual(["E704"]);
  expect(help).toContain("partitions");
});

test("decision 14: a dotted lower-case placeholder is refused", async () => {
  const text = `streams: { s: { type: kafka, topic: "\${topics.input}", brokers: "k:9092" } }\n`;
  expect((await decided(text)).errors).toEqual(["E712"]);
});

test("decision 15: the flat dialect is not the language", async () => {
  expect((await decided("kafka: { brokers: 'k:9092' }\njob_parallelism: 4\n")).errors).toEqual([
    "E704",
    "E704",
  ]);
});
