import { expect, test } from "vitest";
import { compile, type CompileOptions } from "../../src/compile/compile.js";
import { absent } from "../../src/encode/leaf.js";
import type { Generator, PlannedFile } from "../../src/generator/contract.js";
import { derived, pick } from "../../src/generator/view.js";
import { memoryHost } from "../../src/source/memory-host.js";

const text = `version: "1.0"
environment: test
streams:
  payments: { type: kafka, topic: payments.v1, brokers: "broker:9092" }
resources:
  totals: { parallelism: 2 }
  scoring: { parallelism: 4 }
deployment:
  type: kubernetes
  namespace: streaming
`;

/** A generator as a third party writes it. */
function generatorOf(
  files: (request: Parameters<Generator["plan"]>[0]) => readonly PlannedFile[],
): Generator {
  return {
    id: "inventory",
    summary: "A list",
    deploymentTypes: null,
    flavors: [],
    plan: (request) => ({ files: files(request), diagnostics: [] }),
  };
}

function run(
  generator: Generator,
  options: Partial<CompileOptions> = {},
  files: Record<string, string> = {},
) {
  const host = memoryHost({ files: { "/p/a.infra": text, ...files }, environment: {} });
  return compile(host, "/p/a.infra", {
    projectRoot: "/p",
    generators: [{ generator }],
    ...options,
  });
}

const topics = generatorOf(({ model }) => [
  {
    path: "topics.yaml",
    language: "yaml",
    process: null,
    body: {
      kind: "data",
      data: {
        topics: model.streams.map((stream) =>
          stream.type === "kafka" ? { topic: pick(stream, "topic"), none: absent } : {},
        ),
        total: derived(model.streams.length, [model.streams[0] ?? {}, "topic"]),
      },
    },
  },
]);

test("a foreign generator's data is rendered, and its lines lead back to the property", async () => {
  const { scopes, analysis } = await run(topics);
  const file = scopes[0]?.files[0];
  expect(file?.path).toBe("test/inventory/topics.yaml");
  expect(file?.text).toBe("topics:\n  - topic: payments.v1\ntotal: 1\n");
  const origins = [...(file?.origins ?? [])].map(([line, { origin }]) => {
    const [{ object, key }] = origin as readonly [{ object: object; key: string }];
    return [line, analysis.models[0]?.origins.of(object, key)?.path];
  });
  expect(origins).toEqual([
    [1, "streams.payments.topic"],
    [2, "streams.payments.topic"],
  ]);
});

test("two files at one path are refused (E963)", async () => {
  const file: PlannedFile = {
    path: "a.txt",
    language: "text",
    process: null,
    body: { kind: "text", text: "x\n" },
  };
  const { diagnostics, scopes } = await run(generatorOf(() => [file, file]));
  expect(diagnostics.map(({ code }) => code)).toContain("E963");
  expect(scopes).toEqual([]);
});

test("--only limits the files of processes; shared ones see the whole model", async () => {
  const perProcess = generatorOf(({ model }) => [
    ...model.processes.map((process): PlannedFile => ({
      path: `${process.name}.txt`,
      language: "text",
      process: process.name,
      body: { kind: "text", text: `${process.name}\n` },
    })),
    {
      path: "all.txt",
      language: "text",
      process: null,
      body: { kind: "text", text: `${model.processes.map(({ name }) => name).join(" ")}\n` },
    },
  ]);
  const { scopes } = await run(perProcess, { only: ["totals"] });
  const files = scopes[0]?.files.map(({ path, text: content }) => [path, content]);
  expect(files).toEqual([
    ["test/inventory/all.txt", "scoring totals\n"],
    ["test/inventory/totals.txt", "totals\n"],
  ]);
});

async function withTemplate(source: string, name = "k8s/namespace.yaml.hbs") {
  const { k8s } = await import("../../generators/k8s/index.js");
  return run(k8s, { templates: "/t" }, { [`/t/${name}`]: source });
}

test("a user's template replaces a built-in one, and its result is formatted", async () => {
  const { scopes, diagnostics } = await withTemplate(
    "apiVersion: v1\nkind: Namespace\nmetadata:\n    name: {{name}}\n    labels:   {owner: platform}\n",
  );
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const file = scopes[0]?.files.find(({ path }) => path.endsWith("/namespace.yaml"));
  expect(file?.text).toBe(
    "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: streaming\n  labels: { owner: platform }\n",
  );
});

test.each([
  ["E960", "a block that is not closed", "a: 1\n{{#if x}}\n", /namespace\.yaml\.hbs, line \d/u],
  ["E960", "a name that the view lacks", "name: {{nmae}}\n", /nmae/u],
  ["E961", "a value inside other text", "name: prefix-{{name}}\n", /prefix-\{\{…\}\}/u],
  ["E962", "a result that is no YAML", "a: [1\nname: {{name}}\n", /no valid yaml/u],
])("%s: %s", async (code, _, source, message) => {
  const { diagnostics, scopes } = await withTemplate(source);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.map((error) => error.code)).toEqual([code]);
  expect(errors[0]?.message).toMatch(message);
  expect(scopes).toEqual([]);
});

test("E964: a folder without a template that the run uses", async () => {
  const { diagnostics } = await withTemplate("a: 1\n", "k8s/nampespace.yaml.hbs");
  expect(diagnostics.map(({ code }) => code)).toContain("E964");
});
