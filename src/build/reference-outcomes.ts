// What becomes of a few properties of each example, as lines of the emitted files: an example is built
// with the property and without it, and the lines that only the first has are shown. Build time only.
import { generators } from "../../generators/index.js";
import { compile } from "../compile/compile.js";
import { hasErrors } from "../diagnostics/diagnostic.js";
import { markdownCode } from "../encode/markdown.js";
import type { OutputFile } from "../render/render-file.js";
import { memoryHost } from "../source/memory-host.js";
import {
  exampleTexts,
  referenceExamples,
  type ExampleValue,
  type ReferenceExample,
} from "./reference-examples.js";
import { picks, type Pick } from "./reference-picks.js";
import { unpadded } from "./reference-table.js";

type Files = readonly OutputFile[];

const shown = 3;

/** A Markdown table for each example of which something is shown, by the example's name. */
export async function outcomeTables(): Promise<ReadonlyMap<string, string>> {
  const tables = new Map<string, string>();
  for (const example of referenceExamples) {
    const wanted = picks[example.name];
    if (wanted === undefined) continue;
    const rows: string[] = [];
    for (const pick of wanted) rows.push(await outcomeRow(example, pick));
    const head = "| Written | Comes out as | In |\n| --- | --- | --- |";
    tables.set(example.name, unpadded(`${head}\n${rows.join("\n")}\n`));
  }
  return tables;
}

async function outcomeRow(
  example: ReferenceExample,
  [path, generator, instead]: Pick,
): Promise<string> {
  const steps = path.split(".");
  const value = valueAt(example.tree, steps);
  const before = await filesOf(example.name, withInstead(example.tree, steps, instead), generator);
  const after = await filesOf(example.name, example.tree, generator);
  const texts = new Map(before.map((file) => [file.path, file.text]));
  for (const file of after) {
    if (file.path.endsWith("/README.md")) continue;
    const had = new Set((texts.get(file.path) ?? "").split("\n"));
    const lines = file.text.split("\n").filter((line) => isTelling(line) && !had.has(line));
    if (lines.length === 0) continue;
    return `| ${[
      code(writtenText(steps, value)),
      lines
        .slice(0, shown)
        .map((line) => code(line.trim()))
        .join("<br>") + (lines.length > shown ? "<br>…" : ""),
      code(file.path.replace(/^production\/(?:eu-[a-z]+-\d\/)?/u, "")),
    ].join(" | ")} |`;
  }
  throw new Error(`"${path}" of the example "${example.name}" changes nothing in ${generator}`);
}

/** Comments and brackets alone say nothing. */
function isTelling(line: string): boolean {
  return /\w/u.test(line) && !/^\s*(?:#|\/\/|\/?\*|import |package )/u.test(line);
}

function code(text: string): string {
  return `\`${markdownCode(text, "cell")}\``;
}

/** `checkpoint.interval: 60s`: the path below the binding or section. */
function writtenText(steps: readonly string[], value: ExampleValue): string {
  const below = ["monitoring", "deployment"].includes(steps[0] ?? "") ? 1 : 2;
  const path = steps.slice(steps.length > below ? below : 1).join(".");
  return typeof value === "object" ? path : `${path}: ${String(value)}`;
}

/** What one generator makes of `tree` in the place of the example; of the first region, where there are. */
async function filesOf(name: string, tree: ExampleValue, generator: string): Promise<Files> {
  const files = Object.fromEntries(
    [...exampleTexts].map(([file, text]) => [`/project/${file}`, text]),
  );
  const entry = `/project/${name}.infra`;
  const host = memoryHost({ files: { ...files, [entry]: JSON.stringify(tree) } });
  const found = generators.find(({ id }) => id === generator);
  if (found === undefined) throw new Error(`there is no generator "${generator}"`);
  const { diagnostics, scopes } = await compile(host, entry, {
    generators: [{ generator: await found.load() }],
    projectRoot: "/project",
  });
  if (hasErrors(diagnostics)) {
    const messages = diagnostics.map(({ code: id, message }) => `${id} ${message}`).join("\n");
    throw new Error(`${name}, ${generator}:\n${messages}`);
  }
  return scopes[0]?.files ?? [];
}

function valueAt(tree: ExampleValue, steps: readonly string[]): ExampleValue {
  return steps.reduce<ExampleValue>((value, step) => {
    const held = (value as Readonly<Record<string, ExampleValue>>)[step];
    if (held === undefined) throw new Error(`no example has "${steps.join(".")}"`);
    return held;
  }, tree);
}

/** A copy of `tree` with another value at `steps`, or without it and a mapping that held it alone. */
function withInstead(
  tree: ExampleValue,
  steps: readonly string[],
  instead: ExampleValue | undefined,
): ExampleValue {
  const copy = structuredClone(tree) as Record<string, ExampleValue>;
  const holder = valueAt(copy, steps.slice(0, -1)) as Record<string, ExampleValue>;
  const key = steps.at(-1) ?? "";
  if (instead === undefined) delete holder[key];
  else holder[key] = instead;
  return Object.keys(holder).length === 0 && steps.length > 2
    ? withInstead(copy, steps.slice(0, -1), undefined)
    : copy;
}
