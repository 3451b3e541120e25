// The vocabulary's section 5.3: the direction of a stream, declared or inferred, against its uses.
import { expect, test } from "vitest";
import { analyseFiles, head, modelIn } from "../resolve/project.js";
import { link, placed } from "./project.js";

const bodies = {
  received: "receive s",
  emitted: "emit to s",
  both: "receive s emit to s",
} as const;

const kafka = (direction: string) =>
  `s: { type: kafka, topic: t, brokers: "k:1"${direction === "" ? "" : `, direction: ${direction}`} }`;
const mongo = "s: { type: mongodb_sink, uri: mongodb://h/d, database: d, collection: c }";

const ok: readonly string[] = [];
const received = ["E720 p.proc:2:9 s"];
const emitted = ["E720 p.proc:2:9 s"];

const rows = [
  ["no direction", kafka(""), ok, ok, ok],
  ["direction: source", kafka("source"), ok, emitted, ["E720 p.proc:2:19 s"]],
  ["direction: sink", kafka("sink"), received, ok, received],
  ["direction: bidirectional", kafka("bidirectional"), ok, ok, ok],
  ["type mongodb_sink", mongo, received, ok, received],
] as const;

test.each(rows)("%s", async (_, stream, whenReceived, whenEmitted, whenBoth) => {
  const infra = `streams: { ${stream} }\nresources: { p: {} }\n`;
  expect((await link(bodies.received, infra)).found).toEqual(whenReceived);
  expect((await link(bodies.emitted, infra)).found).toEqual(whenEmitted);
  expect((await link(bodies.both, infra)).found).toEqual(whenBoth);
});

test.each([
  [bodies.received, "source"],
  [bodies.emitted, "sink"],
  [bodies.both, "bidirectional"],
  ["", null],
])("a stream without direction has the one it is used in: %s", async (body, direction) => {
  const infra = `streams: { ${kafka("")} }\nresources: { p: {} }\n`;
  expect((await link(body, infra)).built().model.streams[0]?.direction).toBe(direction);
});

test("what a process without a file does to it is not known", async () => {
  const infra = `streams: { ${kafka("")} }\nresources: { p: {}, q: {} }\n`;
  expect((await link("receive s", infra)).built().model.streams[0]?.direction).toBeNull();
});

test("several processes together infer the direction", async () => {
  const infra = `streams: { ${kafka("")} }\nresources: { p: {}, q: {} }\n`;
  const { built } = await link("process p receive s end process q emit to s end", infra);
  expect(built().model.streams[0]?.direction).toBe("bidirectional");
});

test("each region is linked; what all have in common is said once", async () => {
  const infra = `${head("test")}
regions: { a: { name: us-east-1, role: active }, b: { name: eu-west-1, role: standby } }
streams: { ${kafka("")} }
resources: { p: {} }
`;
  const files = { "main.infra": infra, "p.proc": "process p receive s emit to x end" };
  const wrong = await analyseFiles(files, { processes: "p.proc" });
  expect(wrong.diagnostics.map(placed)).toEqual(["E700 p.proc:1:29 x"]);
  const right = { ...files, "p.proc": "process p receive s end" };
  const outcome = await analyseFiles(right, { processes: "p.proc" });
  expect(outcome.analysis.models.length).toBe(2);
  expect(modelIn(outcome).model.streams[0]?.direction).toBe("source");
});
