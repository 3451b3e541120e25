// What every command that reads one file starts with.
import { posix } from "node:path";
import { AcceptedWarnings } from "../../compile/accept-warnings.js";
import { analyse, filesOf, type Analysis } from "../../compile/analyse.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { foldAlike, sortDiagnostics } from "../../diagnostics/order.js";
import type { Host } from "../../source/host.js";
import { analyseOptions, type ReadingOptions } from "../options.js";
import type { Terminal } from "../terminal.js";
import { applyStrict, printTimings } from "./report.js";

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
  const sorted = foldAlike(
    sortDiagnostics(
      new AcceptedWarnings(analysis).filter(analysis.diagnostics, false),
      filesOf(analysis),
    ),
  );
  if (options.timings === true) printTimings(analysis, terminal);
  return { analysis, diagnostics: applyStrict(sorted, options.strict) };
}
