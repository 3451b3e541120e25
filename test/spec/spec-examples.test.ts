// The whole examples of the specification, sections 4.1 to 8.2, each as a file of its own below inputs/.
// A line that ends in "# added" is ours; without those lines a file is the specification's example,
// to the byte. Every file is valid, and every generator that applies to it plans without an error.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { generators } from "../../generators/index.js";
import { applies, compile, type Compilation } from "../../src/compile/compile.js";
import type { GeneratorChoice } from "../../src/compile/compile.js";
import { analyse, type Analysis } from "../../src/compile/analyse.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { nodeHost } from "../../src/source/node-host.js";

const inputs = fileURLToPath(new URL("inputs", import.meta.url));
/** Input, and the start of the SHA-256 of its example in the specification. */
const examples: readonly (readonly [input: string, sha256: string])[] = [
  ["4-1-streams.infra", "e69e294e03702e4c"],
  ["4-2-lookups.infra", "a7ee7d2ce23ba66e"],
  ["4-3-checkpoints.infra", "909060315f58f052"],
  ["4-4-state-backends.infra", "76a32936104034f7"],
  ["4-5-dead-letters.infra", "291b75d5094caffc"],
  ["4-6-completions.infra", "8b42ced01f535d44"],
  ["4-6-mongodb-sink.infra", "4eb5d40f205188cd"],
  ["4-6-sink-callback.infra", "518e2e6b09ef07f8"],
  ["4-7-resources.infra", "b6f99ac0410bc760"],
  ["5-2-inheritance/base.infra", "835e8f60b16a9e5a"],
  ["5-2-inheritance/development.infra", "547033fba50e1146"],
  ["5-2-inheritance/production.infra", "5d8d16fbb53e01fa"],
  ["5-3-variables.infra", "ac7d0e91f58b2b16"],
  ["6-1-secret-references.infra", "00fc02f25f5d02e6"],
  ["6-2-secret-usage.infra", "97e9867a1f2c03b9"],
  ["7-1-metrics.infra", "fa84de3eca18dd4e"],
  ["7-2-alerts.infra", "1287b1fe5d47c94e"],
  ["8-1-kubernetes.infra", "48070e709270af1b"],
  ["8-2-yarn.infra", "294f87c1158df71e"],
];

const variables = {
  KAFKA_BROKERS: "kafka-0.example.com:9094,kafka-1.example.com:9094",
  SCHEMA_REGISTRY_URL: "https://registry.example.com",
  ES_ENDPOINT: "https://logs.example.com:9200",
};

function exampleIn(input: string): string {
  const lines = readFileSync(`${inputs}/${input}`, "utf8").split("\n");
  return lines.filter((line) => !line.endsWith(" # added")).join("\n");
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

function read(input: string): Promise<Analysis> {
  return analyse(nodeHost(), `${inputs}/${input}`, { projectRoot: inputs, variables });
}

/** What every generator that applies makes of `input`. */
async function generate(input: string): Promise<Compilation> {
  const chosen: GeneratorChoice[] = await Promise.all(
    generators.map(async ({ load }) => ({ generator: await load() })),
  );
  return compile(nodeHost(), `${inputs}/${input}`, {
    projectRoot: inputs,
    variables,
    generators: chosen,
    onlyApplicable: true,
  });
}

function errorsIn(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ code, message }) => `${code} ${message}`);
}

test("every file below inputs/ is listed", () => {
  const files = readdirSync(inputs, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".infra"))
    .map((name) => name.replaceAll("\\", "/"));
  expect(files.toSorted()).toEqual(examples.map(([input]) => input).toSorted());
});

test.each(examples)("%s holds its example unchanged", (input, sha256) => {
  expect(hashOf(exampleIn(input))).toBe(sha256);
});

test.each(examples)("%s is valid", async (input) => {
  const { diagnostics, isBase, models } = await read(input);
  expect(errorsIn(diagnostics)).toEqual([]);
  expect(isBase || models.length === 1).toBe(true);
});

const leaves = examples.map(([input]) => input).filter((input) => !input.endsWith("/base.infra"));

test.each(leaves)("%s generates without an error", async (input) => {
  const { diagnostics, scopes, analysis } = await generate(input);
  expect(errorsIn(diagnostics)).toEqual([]);
  const [built] = analysis.models;
  const wanted = generators.filter((entry) => built !== undefined && applies(entry, built.model));
  expect(scopes.map(({ generator }) => generator).toSorted()).toEqual(
    wanted.map(({ id }) => id).toSorted(),
  );
});
