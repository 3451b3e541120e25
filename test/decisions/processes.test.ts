// Decisions 22, 33 and 87 to 96 of the vocabulary: what process files and bindings say of one thing.
import { expect, test } from "vitest";
import { analyseFiles, head } from "../resolve/project.js";
import { bindings, link, placed, usesOf } from "../processes/project.js";

const completion = (keyField: string): string => `
completions: { done: { type: kafka, topic: d, brokers: "k:9092"${keyField} } }
resources: { p: {} }
`;
const confirmed = "on commit failure emit completion to done correlation order.id";

async function keyOf(infra: string): Promise<string | null | undefined> {
  return (await link(confirmed, infra)).built().model.completions[0]?.producer?.keyField;
}

test("decision 22: the key of a completion is by default its correlation; without either, E702", async () => {
  expect(await keyOf(completion(""))).toBe("order.id");
  expect(await keyOf(completion(", producer: { key_field: id }"))).toBe("id");
  const { found } = await link("parallelism 2", completion(""));
  expect(found).toEqual(["E702 main.infra:4:16 done"]);
});

const sized = (resources: string): string => `resources: { ${resources} }\n`;

test.each([
  ["p: {}", 8, []],
  ["p: { parallelism: 9 }", 9, []],
  ["p: { parallelism: 4 }", 4, ["W703 main.infra:3:32 4"]],
  ["_defaults: { parallelism: 4 }, p: {}", 4, ["W703 main.infra:3:40 4"]],
  ["_groups: { g: { parallelism: 9 } }, p: { _group: g }", 9, []],
])("decision 33: any parallelism of the bindings wins: %s", async (resources, runs, want) => {
  const { found, process } = await link("parallelism hint 8", sized(resources));
  expect(process().parallelism.initial).toBe(runs);
  expect(found).toEqual(want);
});

const interval = (own: string): string => `
checkpoints: { cp: { type: filesystem, path: "file:///cp"${own} } }
resources: { p: {} }
`;

test.each([
  ["", 120_000, []],
  [", interval: 2m", 120_000, []],
  [", interval: 30s", 30_000, ["W703 main.infra:4:70 30s"]],
])("decision 87: the interval of the binding wins: %j", async (own, runs, want) => {
  const { found, process } = await link("checkpoint every 2 minutes to cp", interval(own));
  expect(process().checkpointBinding?.checkpoint?.intervalMs).toBe(runs);
  expect(found).toEqual(want);
});

const ttl = "state local seen keyed by id type map ttl sliding 24 hours";
const lifetime = (own: string): string => `
state_backends: { default: { type: rocksdb, state_ttls: { ${own} } } }
resources: { p: {} }
`;

test("decision 88: the lifetime in the process file wins; told where they differ", async () => {
  expect((await link(ttl, lifetime("seen: 24h"))).found).toEqual([]);
  expect((await link(ttl, lifetime("other: 1h"))).found).toEqual([]);
  const { diagnostics, found } = await link(ttl, lifetime("seen: 1h"));
  expect(found).toEqual(["W703 main.infra:4:65 1h"]);
  expect(diagnostics.find(({ code }) => code === "W703")?.message).toContain(
    "the lifetime of the process file is the state's",
  );
});

test("decision 89: retries are of the job's code: nothing is resolved", async () => {
  const { found, process } = await link("on error lookup failure retry 3 rule failure retry 1");
  expect(found).toEqual([]);
  expect(usesOf(process())).toEqual([]);
});

const both = `${bindings}dead_letters:
  dlq: { type: kafka, topic: shop.dlq, brokers: "k:9092" }
  twice: { type: kafka, topic: shop.twice.dlq, brokers: "k:9092" }
`
  .replace(/dead_letters:\n.*\n/u, "")
  .replace(
    "streams:\n",
    'streams:\n  twice: { type: kafka, topic: shop.twice, brokers: "k:9092" }\n',
  );

test.each([
  ["late_orders", ">late_orders"],
  ["dlq", "dead_letters.dlq"],
  ["twice", ">twice"],
])("decision 90: late data go to a sink, else a dead letter: %s", async (name, want) => {
  const { found, process } = await link(`window tumbling 1 hour late data to ${name}`, both);
  expect(found).toEqual([]);
  expect(usesOf(process())).toEqual([want]);
});

test.each([
  ["late_orders", ">late_orders"],
  ["dlq", "dead_letters.dlq"],
  ["twice", "dead_letters.twice"],
])("decision 91: failed records go to a dead letter, else a sink: %s", async (name, want) => {
  const { found, process } = await link(`on error emit to ${name} end`, both);
  expect(found).toEqual([]);
  expect(usesOf(process())).toEqual([want]);
});

test("decision 92: shared state is in a backend, normally one outside Flink", async () => {
  expect((await link("state uses shared")).found).toEqual([]);
  const { found, process } = await link("state uses default");
  expect(found).toEqual(["W755 main.infra:21:20 hashmap"]);
  expect(usesOf(process())).toEqual(["state_backends.default"]);
  expect((await link("state uses orders")).found).toEqual(["E701 p.proc:2:12 orders"]);
});

test("decision 93: an inline topic is a default of a binding, not a binding", async () => {
  const bound = 'streams: { s: { brokers: "k:9092" } }\nresources: { p: {} }\n';
  const receive = 'receive s from kafka "t"';
  const { built, found } = await link(receive, bound);
  expect(found).toEqual([]);
  expect(built().model.streams[0]).toMatchObject({ type: "kafka", topic: "t" });
  expect((await link(receive, "resources: { p: {} }\n")).found).toEqual(["E700 p.proc:2:9 s"]);
});

test.each([
  ['receive orders from scheduler "s"', "E701 p.proc:2:21 scheduler"],
  ['receive orders from parquet "s3://b/o"', "E701 p.proc:2:21 parquet"],
  ['receive orders from csv "s3://b/o"', "E701 p.proc:2:21 csv"],
  ['emit to enriched to elasticsearch "e" index "i"', "E701 p.proc:2:21 elasticsearch"],
])("decision 94: no binding has that type: %s", async (body, want) => {
  expect((await link(body)).found).toEqual([want]);
});

test.each([
  ['call external scoring endpoint "${config.a}"', "N700 p.proc:2:15 scoring"],
  ['call ml_service "risk" features: a.b', 'N700 p.proc:2:17 "risk"'],
  ['emit_audit_event "done" actor system "s"', 'N700 p.proc:2:18 "done"'],
])("decision 95: a note, and nothing is looked up: %s", async (body, want) => {
  const { found, process } = await link(`${body}\n${body}`);
  expect(found).toEqual([want]);
  expect(usesOf(process())).toEqual([]);
});

test("decision 96: a name that no process uses is a warning", async () => {
  const infra = `${head("production")}streams:
  a: { type: kafka, topic: a, brokers: "k:9092" }
  b: { type: kafka, topic: b, brokers: "k:9092" }
resources: { p: {} }
`;
  const files = { "main.infra": infra, "p.proc": "process p receive a end" };
  const { analysis, diagnostics } = await analyseFiles(files, { processes: "p.proc" });
  expect(diagnostics.map(placed)).toEqual(["W700 main.infra:5:3 b"]);
  expect(diagnostics.map(({ severity }) => severity)).toEqual(["warning"]);
  expect(analysis.models).toHaveLength(1);
});
