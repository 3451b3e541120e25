// `nexgen validate`: everything up to the model, nothing generated.
import { posix } from "node:path";
import { AcceptedWarnings } from "../../compile/accept-warnings.js";
import { analyse, type Analysis } from "../../compile/analyse.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { hasErrors } from "../../diagnostics/diagnostic.js";
import { foldAlike, sortDiagnostics } from "../../diagnostics/order.js";
import type { Host } from "../../source/host.js";
import { exitCodeOf } from "../exit-codes.js";
import { analyseOptions, type ReadingOptions } from "../options.js";
import type { Terminal } from "../terminal.js";
import { applyStrict, countsOf, jsonOutput, printDiagnostics, printTimings } from "./report.js";

/** Analyses one entry as every reading command does; diagnostics sorted, accepted ones left out. */
export async function analyseEntry(
  entry: string,
  options: ReadingOptions,
  host: Host,
  terminal: Terminal,
): Promise<{ readonly analysis: Analysis; readonly diagnostics: readonly Diagnostic[] }> {
  const standardInput = entry === "-" ? await terminal.readStandardInput() : null;
  const path = entry === "-" ? "-" : posix.resolve(terminal.folder, entry);
  const analysis = await analyse(
    host,
    path,
    analyseOptions(options, terminal.folder, standardInput),
  );
  const files = analysis.chain?.documents.map(({ file }) => file) ?? [];
  const sorted = foldAlike(
    sortDiagnostics(new AcceptedWarnings(analysis).filter(analysis.diagnostics, false), files),
  );
  if (options.timings === true) printTimings(analysis, terminal);
  return { analysis, diagnostics: applyStrict(sorted, options.strict) };
}

/** Checks files; gives the exit code. */
export async function validate(
  entries: readonly string[],
  options: ReadingOptions,
  host: Host,
  terminal: Terminal,
): Promise<number> {
  const all: Diagnostic[] = [];
  for (const entry of entries) {
    const { analysis, diagnostics } = await analyseEntry(entry, options, host, terminal);
    all.push(...diagnostics);
    printDiagnostics(diagnostics, options, terminal);
    if (options.format === "text" && options.quiet !== true && !hasErrors(diagnostics)) {
      terminal.out(`${entry}: ${verdict(analysis, diagnostics)}\n`);
    }
  }
  if (options.format === "json") terminal.out(jsonOutput(all, {}));
  return exitCodeOf(all);
}

function verdict(analysis: Analysis, diagnostics: readonly Diagnostic[]): string {
  const found = countsOf(diagnostics);
  if (analysis.isBase) return `valid as a base${found === "" ? "" : `; ${found}`}.`;
  const first = analysis.models[0]?.model;
  const size =
    first === undefined
      ? ""
      : ` (${first.processes.length} process${first.processes.length === 1 ? "" : "es"})`;
  return `valid for ${first?.environment ?? "its environment"}${size}${found === "" ? "" : `; ${found}`}.`;
}
