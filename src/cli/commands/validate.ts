// `nexgen validate`: everything that a build would say of files, and nothing written.
import { posix } from "node:path";
import type { GeneratorEntry } from "../../../generators/index.js";
import type { Analysis } from "../../compile/analyse.js";
import { compareEntries } from "../../compile/compare-entries.js";
import { compile, type Compilation } from "../../compile/compile.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { hasErrors } from "../../diagnostics/diagnostic.js";
import type { Host } from "../../source/host.js";
import { exitCodeOf } from "../exit-codes.js";
import { analyseOptions, UsageError, type ReadingOptions } from "../options.js";
import type { Terminal } from "../terminal.js";
import { findEntries } from "./find-entries.js";
import {
  applyStrict,
  counted,
  countsOf,
  jsonOutput,
  printDiagnostics,
  printTimings,
} from "./report.js";

/** Options of `nexgen validate`. */
export interface ValidateOptions extends ReadingOptions {
  readonly onlyGenerators?: readonly string[];
  /** False with `--no-generators`: what the generators would say is left out. */
  readonly generators: boolean;
}

/** Checks files and folders of files; gives the exit code. */
export async function validate(
  named: readonly string[],
  available: readonly GeneratorEntry[],
  options: ValidateOptions,
  host: Host,
  terminal: Terminal,
): Promise<number> {
  if (options.onlyGenerators !== undefined && !options.generators) {
    throw new UsageError(
      "--no-generators leaves out what --only-generators names: use one of them.",
    );
  }
  const generators = await Promise.all(
    available
      .filter(({ id }) => options.generators && (options.onlyGenerators ?? [id]).includes(id))
      .map(async (entry) => ({ generator: await entry.load() })),
  );
  const entries = findEntries(named, terminal.folder, host);
  const all: Diagnostic[] = [];
  let refused = 0;
  const analyses: Analysis[] = [];
  for (const entry of entries) {
    const standardInput = entry === "-" ? await terminal.readStandardInput() : null;
    const compilation = await compile(
      host,
      entry === "-" ? "-" : posix.resolve(terminal.folder, entry),
      {
        ...analyseOptions(options, terminal.folder, standardInput),
        generators,
        onlyApplicable: options.onlyGenerators === undefined,
        complete: options.onlyGenerators === undefined && options.generators,
        checkOnly: true,
      },
    );
    const diagnostics = applyStrict(compilation.diagnostics, options.strict);
    all.push(...diagnostics);
    analyses.push(compilation.analysis);
    printDiagnostics(diagnostics, options, terminal);
    if (options.timings === true) printTimings(compilation.analysis, terminal);
    if (hasErrors(diagnostics)) refused += 1;
    else if (options.format === "text" && options.quiet !== true) {
      terminal.out(`${entry}: ${verdict(compilation, diagnostics)}\n`);
    }
  }
  const between = applyStrict(compareEntries(analyses), options.strict);
  printDiagnostics(between, options, terminal);
  all.push(...between);
  if (options.format === "json") terminal.out(jsonOutput(all, { files: entries }));
  else if (entries.length > 1 && options.quiet !== true) {
    terminal.out(summary(entries.length, refused, between));
  }
  return exitCodeOf(all);
}

/** Files that are valid alone may still harm each other. */
function summary(files: number, refused: number, between: readonly Diagnostic[]): string {
  const valid = `${counted(files, "file")}, ${refused === 0 ? "all" : String(files - refused)} valid`;
  const errors = between.filter(({ severity }) => severity === "error").length;
  return errors === 0
    ? `${valid}.\n`
    : `${valid} by themselves, with ${counted(errors, "error")} between them.\n`;
}

function verdict({ analysis }: Compilation, diagnostics: readonly Diagnostic[]): string {
  const found = countsOf(diagnostics);
  if (analysis.isBase) return `valid as a base${found === "" ? "" : `; ${found}`}.`;
  const first = analysis.models[0]?.model;
  const size =
    first === undefined
      ? ""
      : ` (${first.processes.length} process${first.processes.length === 1 ? "" : "es"})`;
  return `valid for ${first?.environment ?? "its environment"}${size}${found === "" ? "" : `; ${found}`}.`;
}
