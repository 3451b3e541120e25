// Plans and renders what the generator makes of a text, for the tests of this folder.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { kafkaTopics } from "../../../generators/kafka-topics/index.js";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import type { Plan } from "../../../src/generator/contract.js";
import { renderFile } from "../../../src/render/render-file.js";
import { TemplateEngine } from "../../../src/render/template-engine.js";
import { modelOf, type ModelOptions } from "../../fixtures/model-of.js";

const templates = new URL("../../../templates/kafka-topics/", import.meta.url);

export interface PlanOptions extends ModelOptions {
  readonly flavor?: string;
}

/** What the generator makes of `text`. */
export async function planOf(text: string, options: PlanOptions = {}): Promise<Plan> {
  const { model, origins, diagnostics } = await modelOf(text, options);
  return kafkaTopics.plan({
    model,
    origins,
    options: { flavor: options.flavor ?? null, flinkVersion: null, files: new Map() },
    findings: diagnostics,
    acceptedReason: () => null,
  });
}

/** The text of every planned file, by path. */
export async function renderedOf(
  text: string,
  options: PlanOptions = {},
): Promise<Readonly<Record<string, string>>> {
  const engine = new TemplateEngine({});
  for (const name of readdirSync(fileURLToPath(templates))) {
    const source = readFileSync(new URL(name, templates), "utf8");
    await engine.override(`kafka-topics/${name.replace(/\.hbs$/u, "")}`, source);
  }
  const said: Diagnostic[] = [];
  const place = { folder: "test", generator: "kafka-topics" };
  const { files, diagnostics } = await planOf(text, options);
  const texts: Record<string, string> = {};
  for (const file of files) {
    const output = renderFile(file, place, engine, (diagnostic) => said.push(diagnostic));
    texts[file.path] = output?.text ?? "";
  }
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (said.length + errors.length > 0) {
    throw new Error(
      [...said, ...errors].map(({ code, message }) => `${code} ${message}`).join("\n"),
    );
  }
  return texts;
}

/** The findings of the generator as `code place: message`, in order; `place` is the text in the file. */
export async function findingsOf(text: string, options: PlanOptions = {}): Promise<string[]> {
  const { diagnostics } = await planOf(text, options);
  return diagnostics.map(({ code, span, message }) => {
    const place = span === null ? "-" : span.file.text.slice(span.start, span.end);
    return `${code} ${place}: ${message}`;
  });
}
