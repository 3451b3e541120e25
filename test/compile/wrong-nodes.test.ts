// Each node of a large file replaced, removed or renamed, through both generators: bad input gives
// diagnostics, and what is generated can be read back. Says nothing of which diagnostics.
import { load } from "js-yaml";
import { expect, test } from "vitest";
import { flinkConf } from "../../generators/flink-conf/index.js";
import { k8s } from "../../generators/k8s/index.js";
import { compile } from "../../src/compile/compile.js";
import { hasErrors } from "../../src/diagnostics/diagnostic.js";
import { memoryHost } from "../../src/source/memory-host.js";
import { flinkLines } from "../../src/targets/flink/lines.js";
import { fullFile } from "../generators/k8s/full-file.js";

type Node = Record<string, unknown>;

const whole = `version: "1.0"\nenvironment: full\n${fullFile}`;

/** Holder and key of every node, lists included, in order. */
function places(holder: Node): readonly (readonly [Node, string])[] {
  return Object.keys(holder).flatMap((key) => {
    const value = holder[key];
    const below = typeof value === "object" && value !== null ? places(value as Node) : [];
    return [[holder, key] as const, ...below];
  });
}

const values: readonly unknown[] = [
  null,
  0,
  -1,
  1e308,
  [],
  {},
  [null],
  { a: null },
  "",
  "a\nb: '\"{{x}}$(y)`",
  "999999999999999b",
  "999999999999999ms",
  "secret://nope/x",
  "s3://b/c#d",
];
const keys = ["toString", "a\nb", "", "é"];

type Change = (holder: Node, key: string) => void;

const changes: readonly Change[] = [
  ...values.map((value): Change => (holder, key) => {
    holder[key] = value;
  }),
  ...keys.map((name): Change => (holder, key) => {
    const value = holder[key];
    Reflect.deleteProperty(holder, key);
    holder[name] = value;
  }),
  (holder, key) => {
    Reflect.deleteProperty(holder, key);
  },
];

async function check(document: unknown, turn: number): Promise<boolean> {
  const host = memoryHost({
    // JSON is YAML, and the quickest to write.
    files: { "/p/a.infra": JSON.stringify(document) },
    environment: {},
  });
  const { diagnostics, scopes } = await compile(host, "/p/a.infra", {
    projectRoot: "/p",
    generators: [
      { generator: flinkConf },
      { generator: k8s, flavor: turn % 2 === 0 ? "operator" : "plain" },
    ],
    onlyApplicable: true,
    flinkVersion: flinkLines[turn % flinkLines.length] ?? "1.20",
  });
  for (const { language, text } of scopes.flatMap(({ files }) => files)) {
    if (language === "yaml") load(text);
  }
  return !hasErrors(diagnostics);
}

test.each(changes.map((change, index) => [index, change] as const))(
  "change %i at every node is survived",
  async (index, change) => {
    const count = places(load(whole) as Node).length;
    let generated = 0;
    for (let at = 0; at < count; at += 1) {
      const document = load(whole) as Node;
      const [holder, key] = places(document)[at] ?? [document, ""];
      change(holder, key);
      if (await check(document, at + index)) generated += 1;
    }
    expect(count).toBeGreaterThan(150);
    expect(generated).toBeLessThan(count);
  },
);
