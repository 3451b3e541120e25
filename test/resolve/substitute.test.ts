// Variables: every way to write them wrong, what a value may hold, and where it may not go.
import { expect, test } from "vitest";
import {
  analyseFiles,
  analyseText,
  codesOf,
  head,
  linesOf,
  marked,
  nodeAt,
  plainAt,
} from "./project.js";

function topic(text: string): string {
  return `streams: { s: { type: kafka, brokers: 'b:1', topic: ${text} } }\n`;
}

const values: readonly (readonly [
  text: string,
  environment: Readonly<Record<string, string>>,
  want: string,
])[] = [
  ["'${A}'", { A: "x" }, "x"],
  ["'pre-${A}-post'", { A: "x" }, "pre-x-post"],
  ["'${A}${B}'", { A: "x", B: "y" }, "xy"],
  ["'${A:-d}'", {}, "d"],
  ["'${A:-d}'", { A: "x" }, "x"],
  ["'${A:-d}'", { A: "" }, "d"],
  ["'${A:-a:-b}'", {}, "a:-b"],
  ["'x${A:-}'", {}, "x"],
  ["'x${A}'", { A: "" }, "x"],
  ["'$${A}'", {}, "${A}"],
  ["'$$'", {}, "$"],
  ["'a$b'", {}, "a$b"],
  ["'$A'", { A: "x" }, "$A"],
  ["'${A}'", { A: "line\nbreak" }, "line\nbreak"],
  ["'${A}'", { A: "a # b" }, "a # b"],
  ["'${A}'", { A: "k: v" }, "k: v"],
  ["'${A}'", { A: "\"'" }, "\"'"],
  ["'${A}'", { A: "${B}", B: "no" }, "${B}"],
  ["'${A}'", { A: "$&$1$$" }, "$&$1$$"],
  ["'${A}'", { A: "secret://s/k" }, "secret://s/k"],
  ["'${A}'", { A: "[1, 2]" }, "[1, 2]"],
  ["'${A}'", { A: "null" }, "null"],
];

test.each(values)("%s with %j is %j", async (text, environment, want) => {
  const outcome = await analyseText(topic(text), { environment });
  expect(codesOf(outcome.diagnostics)).toEqual([]);
  expect(plainAt(outcome, "streams", "s", "topic")).toBe(want);
});

const malformed: readonly (readonly [text: string, at: string])[] = [
  ["'a${'", "${"],
  ["'${}'", "${}"],
  ["'${1X}'", "${1X}"],
  ["'${A-b}'", "${A-b}"],
  ["'${A:?x}'", "${A:?x}"],
  ["'${${A}}'", "${${A}"],
  ["'x${A:-${B}}y'", "${A:-${B}}"],
  ["'${env:X}'", "${env:X}"],
  ["'${file:/x}'", "${file:/x}"],
  ["'${topics.input}'", "${topics.input}"],
  ["'${lower}'", "${lower}"],
  ["'${ A }'", "${ A }"],
];

test.each(malformed)("%s is malformed", async (text, at) => {
  const { diagnostics } = await analyseText(topic(text));
  expect(diagnostics.map((found) => [found.code, marked(found)])).toEqual([["E712", at]]);
  expect(diagnostics[0]?.help).toContain("$${");
});

test("all unset variables are reported at once, each at its place, and nothing follows", async () => {
  const text =
    "streams: { s: { type: kafka, topic: '${A}-${B}', brokers: '${C}', partitions: '${D}' } }\n";
  const { diagnostics } = await analyseText(text);
  expect(diagnostics.map((found) => [found.code, marked(found)])).toEqual([
    ["E710", "${A}"],
    ["E710", "${B}"],
    ["E710", "${C}"],
    ["E710", "${D}"],
  ]);
});

const unusable: readonly (readonly [string, string])[] = [
  ["a\u0000b", "control character"],
  ["\u001b[31m", "control character"],
  ["x".repeat(65_537), "longer than"],
];

test.each(unusable)(
  "a value that cannot be text is refused without being shown",
  async (value, why) => {
    const { diagnostics } = await analyseText(topic("'${A}'"), { environment: { A: value } });
    expect(codesOf(diagnostics)).toEqual(["E716"]);
    expect(diagnostics[0]?.message).toContain(why);
    expect(JSON.stringify(diagnostics[0]?.message)).not.toContain(
      JSON.stringify(value).slice(1, -1),
    );
  },
);

const coerced: readonly (readonly [
  property: string,
  value: string,
  want: string | number | boolean,
  codes: readonly string[],
])[] = [
  ["partitions", "4", 4, []],
  ["partitions", "04", 4, []],
  ["partitions", "4.5", "4.5", ["E703"]],
  ["partitions", "four", "four", ["E703"]],
  ["partitions", "", "", ["E703"]],
  ["partitions", "99999999999999999999", "99999999999999999999", ["E703"]],
  ["min_cleanable_ratio", "0.5", 0.5, []],
  ["unclean_leader_election", "true", true, []],
  ["unclean_leader_election", "yes", "yes", ["E703"]],
  ["min_compaction_lag", "5m", "5m", []],
  ["cleanup_policy", "compact", "compact", []],
];

test.each(coerced)("%s from %j is %j", async (property, value, want, codes) => {
  const outcome = await analyseText(
    `streams: { s: { type: kafka, brokers: 'b:1', topic: t, ${property}: "\${V}" } }\n`,
    { environment: { V: value } },
  );
  expect(codesOf(outcome.diagnostics)).toEqual(codes);
  expect(plainAt(outcome, "streams", "s", property)).toEqual(want);
});

test("a variable goes before the environment, the environment before .env", async () => {
  const files = { "main.infra": head() + topic("'${A}-${B}-${C}'"), ".env": "A=f\nB=f\nC=f\n" };
  const outcome = await analyseFiles(files, {
    environment: { A: "e", B: "e" },
    variables: { A: "o" },
  });
  expect(plainAt(outcome, "streams", "s", "topic")).toBe("o-e-f");
  const node = nodeAt(outcome, "streams", "s", "topic");
  expect(node.kind === "scalar" && node.substituted?.variables.map(({ from }) => from)).toEqual([
    "option",
    "environment",
    "env-file",
  ]);
});

const envFiles: readonly (readonly [string, readonly string[]])[] = [
  ["A\n", ["E715"]],
  ["A=1\nA=2\n", ["E715"]],
  ["1X=a\n", ["E715"]],
  ["A='x\n", ["E715"]],
  ["export A=1\r\nB=2\r\n", []],
  ["\uFEFFA=1\n", []],
];

test.each(envFiles)("the .env file %j gives %j", async (text, codes) => {
  const { diagnostics } = await analyseFiles({ "main.infra": head(), ".env": text });
  expect(codesOf(diagnostics)).toEqual(codes);
});

test("a wrong value names the variable and the place that set it", async () => {
  const { diagnostics } = await analyseFiles({
    "main.infra": head() + topic("t").replace("topic: t", "topic: t, partitions: '${N}'"),
    ".env": "N=many\n",
  });
  expect(linesOf(diagnostics)[0]).toContain("(from ${N})");
  expect(diagnostics[0]?.related[0]?.span.file.path).toBe(".env");
});

const notHere: readonly (readonly [string, string])[] = [
  ["streams: { s: { type: '${T}', topic: t, brokers: 'b:1' } }", "E709"],
  ["secrets: { s: { provider: '${P}', path: p } }", "E709"],
  ["resources: { _groups: { g: {} }, p: { _group: '${G}' } }", "E709"],
  ["streams: { s: { type: kafka, '${K}': x, topic: t, brokers: 'b:1' } }", "E704"],
];

test.each(notHere)("a variable that earlier stages need: %s", async (text, code) => {
  const { diagnostics } = await analyseText(`${text}\n`, { environment: { T: "kafka" } });
  expect(codesOf(diagnostics)).toContain(code);
});

test("the description takes variables", async () => {
  const outcome = await analyseText(`${head("production", "description: 'for ${WHO}'\n")}`, {
    environment: { WHO: "all" },
  });
  expect(outcome.analysis.models[0]?.model.description).toBe("for all");
  const unset = await analyseText(head("production", "description: 'for ${WHO}'\n"));
  expect(codesOf(unset.diagnostics)).toEqual(["E710"]);
});

test("variables are found in free maps, lists and raw trees", async () => {
  const outcome = await analyseText(
    `deployment:
  type: kubernetes
  pod_template: { metadata: { labels: { a: "\${V}" } } }
  application: { args: ["\${V}", 1.20] }
monitoring: { metrics: { type: prometheus, labels: { l: "\${V}" } } }
`,
    { environment: { V: "v" } },
  );
  expect(codesOf(outcome.diagnostics)).toEqual([]);
  expect(plainAt(outcome, "deployment", "pod_template", "metadata", "labels", "a")).toBe("v");
  expect(plainAt(outcome, "deployment", "application", "args")).toEqual(["v", "1.20"]);
  expect(plainAt(outcome, "monitoring", "metrics", "labels", "l")).toBe("v");
});
