// What becomes of one property: a file is compiled in memory with one value of it and with another (or
// without it), and every generator's output and findings are compared.
import { templateFolders } from "#generated/templates.js";
import { generators } from "../../generators/index.js";
import { AcceptedWarnings } from "../../src/compile/accept-warnings.js";
import { analyse } from "../../src/compile/analyse.js";
import { applies } from "../../src/compile/compile.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import type { Generator } from "../../src/generator/contract.js";
import { renderFile, type OutputFile } from "../../src/render/render-file.js";
import { TemplateEngine } from "../../src/render/template-engine.js";
import { memoryHost } from "../../src/source/memory-host.js";
import type { Tree } from "./trees.js";

/** What one generator makes of one file. */
export interface Made {
  readonly findings: readonly Diagnostic[];
  readonly files: ReadonlyMap<string, OutputFile>;
}

/** What is made of one file. */
export interface Compiled {
  /** Findings of reading, resolution and model, which are nobody's own. */
  readonly findings: readonly Diagnostic[];
  /** Of the generators that apply; empty when the file is refused before them. */
  readonly made: ReadonlyMap<string, Made>;
}

let engine: Promise<TemplateEngine> | undefined;

async function builtInEngine(): Promise<TemplateEngine> {
  const folders = await Promise.all(Object.values(templateFolders).map((load) => load()));
  return new TemplateEngine(Object.assign({}, ...folders.map(({ templates }) => templates)));
}

const loaded = new Map<string, Promise<Generator>>();

/** Compiles one file with the generators called `wanted`, each with `flavor` where it has that. */
export async function compileTree(
  tree: Tree,
  wanted: readonly string[],
  flavor: string | null = null,
): Promise<Compiled> {
  const host = memoryHost({ files: { "/project/main.infra": JSON.stringify(tree) } });
  const analysis = await analyse(host, "/project/main.infra", { projectRoot: "/project" });
  const accepted = new AcceptedWarnings(analysis);
  const made = new Map<string, Made>();
  const templates = await (engine ??= builtInEngine());
  for (const entry of generators) {
    if (!wanted.includes(entry.id)) continue;
    let generator = loaded.get(entry.id);
    if (generator === undefined) loaded.set(entry.id, (generator = entry.load()));
    const found: Diagnostic[] = [];
    const files = new Map<string, OutputFile>();
    let ran = false;
    for (const { model, origins } of analysis.models) {
      if (!applies(entry, model)) continue;
      ran = true;
      const plan = (await generator).plan({
        model,
        origins,
        findings: analysis.diagnostics,
        acceptedReason: (diagnostic) => accepted.reasonFor(diagnostic),
        options: {
          flavor: flavor !== null && entry.flavors.includes(flavor) ? flavor : null,
          flinkVersion: null,
          files: new Map(),
        },
      });
      found.push(...plan.diagnostics);
      if (plan.diagnostics.some(({ severity }) => severity === "error")) continue;
      const folder = model.region?.regionName ?? "all";
      for (const file of plan.files) {
        const output = renderFile(file, { folder, generator: entry.id }, templates, (problem) =>
          found.push(problem),
        );
        if (output !== null) files.set(output.path, output);
      }
    }
    if (ran) made.set(entry.id, { findings: found, files });
  }
  return { findings: accepted.filter(analysis.diagnostics, false), made };
}
