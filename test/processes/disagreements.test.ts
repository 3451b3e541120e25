// Where a process file and the bindings differ (W703), and what no process file names (W700).
import { expect, test } from "vitest";
import { analyseFiles, head } from "../resolve/project.js";
import { bindings, link, placed } from "./project.js";

const cases: readonly (readonly [name: string, body: string, want: readonly string[]])[] = [
  [
    "decision 33: fewer than the process asks for",
    "parallelism hint 8",
    ["W703 main.infra:28:21 4"],
  ],
  ["decision 33: at least as many", "parallelism hint 2", []],
  [
    "decision 87: the interval of the binding wins",
    "checkpoint every 5 minutes to cp",
    ["W703 main.infra:19:55 60s"],
  ],
  ["decision 87: the same interval in other words", "checkpoint every 1 minute to cp", []],
  ["a type of its own", 'receive orders from kinesis "o"', ["W703 main.infra:5:19 kafka"]],
  [
    "a completion that no sink confirms",
    "emit to enriched on commit emit completion to done correlation id",
    ["W703 main.infra:26:31 shop.done"],
  ],
];

test.each(cases)("%s", async (_, body, want) => {
  expect((await link(body)).found).toEqual(want);
});

test("W703 carries the place in the process file", async () => {
  const { diagnostics } = await link("parallelism hint 8");
  const found = diagnostics.find(({ code }) => code === "W703");
  expect(found?.message).toBe(
    'The process "p" says parallelism 8, and "resources.p.parallelism" says 4: it runs with 4.',
  );
  expect(found?.related.map(({ span }) => [span.file.path, span.start])).toEqual([["p.proc", 27]]);
});

/** Messages of W700. */
async function w700(body: string): Promise<readonly string[]> {
  const { diagnostics } = await link(body);
  return diagnostics.flatMap(({ code, message }) => (code === "W700" ? [message] : []));
}

test("W700 for what no process names; not while a name is wrong", async () => {
  const all = `receive orders receive payments emit to enriched time by at late data to late_orders
    enrich using customers on id enrich using prices on sku
    emit to accounts state uses shared on error rule failure dead_letter dlq checkpoint every 60s to cp`;
  expect(await w700(all)).toEqual([]);
  expect(await w700(all.replace("receive payments", ""))).toEqual([
    'No process uses "streams.payments".',
  ]);
  expect(await w700(all.replace("receive payments", "receive payment"))).toEqual([]);
});

async function unused(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const all = { ...files, "p.proc": "process p parallelism 2 end" };
  const { diagnostics } = await analyseFiles(all, { processes: "p.proc" });
  return diagnostics.map(placed);
}

test("W700 for a state backend that no process is sized with, but for those that a base offers", async () => {
  const backends = "state_backends: { fast: { type: hashmap }, large: { type: rocksdb } }\n";
  const own = "resources: { p: { state_backend: large } }\n";
  const alone = { "main.infra": head("test") + backends + own };
  expect(await unused(alone)).toEqual(["W700 main.infra:3:19 fast"]);
  const inherited = {
    "base.infra": head("base") + backends,
    "main.infra": head("test", "extends: base.infra\n") + own,
  };
  expect(await unused(inherited)).toEqual([]);
});

test("W700 for a process without a file: it is taken to use everything", async () => {
  const { diagnostics, built, process } = await link("receive orders", `${bindings}  q: {}\n`);
  expect(diagnostics.filter(({ code }) => code === "W752")).toEqual([]);
  expect(diagnostics.map(({ message }) => message)).toContain('No process uses "resources.q".');
  expect(built().model.processes.map(({ name, links }) => [name, links !== null])).toEqual([
    ["p", true],
    ["q", false],
  ]);
  expect(process().links?.receives).toEqual(new Set(["orders"]));
});

/** Two processes that read one stream in groups of their own. */
function readersOf(first: string, second: string): string {
  const read = `receive s from kafka "t" group`;
  return `process a ${read} "${first}" end\nprocess b ${read} "${second}" end`;
}

test("E750: two processes state one binding differently, and nothing else states it", async () => {
  const infra = `${head("test")}
streams: { s: { type: kafka, topic: t, brokers: "b:1" } }
resources: { a: {}, b: {} }
`;
  const analysed = async (text: string) =>
    (
      await analyseFiles(
        { "main.infra": infra, "p.proc": readersOf("one", "two") },
        { processes: text },
      )
    ).diagnostics.map(placed);
  expect(await analysed("p.proc")).toEqual(['E750 p.proc:2:42 "two"']);
});

test("what only an unused binding needs has not to be provided", async () => {
  const infra = `streams:
  a: { type: kafka, topic: a, brokers: "k:1", properties: { sasl.password: "\${ONLY_A}" } }
  b: { type: kafka, topic: b, brokers: "k:1", properties: { sasl.password: "\${ONLY_B}" } }
resources: { p: {} }
`;
  const names = async (body: string) => {
    const { built } = await link(body, infra);
    return built().model.runtime.variables.map(({ name }) => name);
  };
  expect(await names("receive a")).toEqual(["ONLY_A"]);
  expect(await names("receive a receive b")).toEqual(["ONLY_A", "ONLY_B"]);
});
