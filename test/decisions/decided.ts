// What tests of decisions share: a short file analysed, and what was said of it.
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import type { InfraModel } from "../../src/model/infra-model.js";
import { parse } from "yaml";
import { compileTree } from "../coverage/measure.js";
import type { Tree } from "../coverage/trees.js";
import { analyseFiles, analyseText, type ProjectOptions } from "../resolve/project.js";

/** Everything that a text leads to. */
export interface Decided {
  readonly codes: readonly string[];
  readonly errors: readonly string[];
  readonly messages: readonly string[];
  readonly help: string;
  readonly model: InfraModel;
}

/** Analyses `text`, the sections of a file for production. `model` throws where there is none. */
export async function decided(text: string, options: ProjectOptions = {}): Promise<Decided> {
  return outcome(await analyseText(text, options));
}

/** Analyses `main.infra` of several files. */
export async function decidedFiles(files: Readonly<Record<string, string>>): Promise<Decided> {
  return outcome(await analyseFiles(files));
}

function codeOf({ code }: Diagnostic): string {
  return code;
}

function outcome({ analysis, diagnostics }: Awaited<ReturnType<typeof analyseText>>): Decided {
  return {
    codes: diagnostics.map(codeOf),
    errors: diagnostics.filter(({ severity }) => severity === "error").map(codeOf),
    messages: diagnostics.map(({ message }) => message),
    help: diagnostics.map(({ help }) => help ?? "").join("\n"),
    get model(): InfraModel {
      const [built] = analysis.models;
      if (built === undefined)
        throw new Error(diagnostics.map(({ message }) => message).join("\n"));
      return built.model;
    },
  };
}

async function made(text: string, generator: string): ReturnType<typeof compileTree> {
  return compileTree(parse(`version: "1.0"\nenvironment: production\n${text}`) as Tree, [
    generator,
  ]);
}

/** What `generator` emits for `text`, by path. */
export async function generated(
  text: string,
  generator: string,
): Promise<ReadonlyMap<string, string>> {
  const files = (await made(text, generator)).made.get(generator)?.files ?? new Map();
  return new Map([...files].map(([path, file]) => [path, file.text]));
}

/** Codes of what `generator` and the stages before it say of `text`. */
export async function said(text: string, generator: string): Promise<readonly string[]> {
  const { findings, made: outcomes } = await made(text, generator);
  return [...findings, ...(outcomes.get(generator)?.findings ?? [])].map(({ code }) => code);
}
