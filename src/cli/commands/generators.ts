// `nexgen generators`: what there is; with a file, what `nexgen build` would choose for it and why.
import type { GeneratorEntry } from "../../../generators/index.js";
import { applies } from "../../compile/compile.js";
import { hasErrors } from "../../diagnostics/diagnostic.js";
import type { Host } from "../../source/host.js";
import { exitCodeOf, exitCodes } from "../exit-codes.js";
import type { ReadingOptions } from "../options.js";
import type { Terminal } from "../terminal.js";
import { jsonOutput, printDiagnostics } from "./report.js";
import { analyseEntry } from "./validate.js";

/** Lists the generators. */
export async function listGenerators(
  available: readonly GeneratorEntry[],
  entry: string | undefined,
  options: ReadingOptions,
  host: Host,
  terminal: Terminal,
): Promise<number> {
  const rows = available.map(({ id, summary, deploymentTypes, flavors }) => ({
    id,
    summary,
    target:
      deploymentTypes === null ? "any file" : `deployment.type: ${deploymentTypes.join(", ")}`,
    flavors,
  }));
  if (entry === undefined) {
    if (options.format === "json") terminal.out(jsonOutput([], { generators: rows }));
    else
      for (const row of rows)
        terminal.out(rowText(row.id, row.summary, [row.target, flavorText(row.flavors)]));
    return exitCodes.success;
  }
  const { analysis, diagnostics } = await analyseEntry(entry, options, host, terminal);
  printDiagnostics(diagnostics, options, terminal);
  const model = analysis.models[0]?.model;
  if (model === undefined || hasErrors(diagnostics)) return exitCodeOf(diagnostics);
  const type = model.deployment?.type ?? null;
  const chosen = rows.map((row, index) => {
    const generator = available[index];
    const runs = generator !== undefined && applies(generator, model);
    const reason = runs
      ? row.target === "any file"
        ? "needs no deployment"
        : `the file deploys to ${type ?? ""}`
      : type === null
        ? "the file has no deployment"
        : `the file deploys to ${type}`;
    return { ...row, runs, reason };
  });
  if (options.format === "json") {
    terminal.out(jsonOutput(diagnostics, { generators: chosen }));
  } else {
    for (const { id, summary, runs, reason } of chosen) {
      terminal.out(rowText(`${runs ? "+" : "-"} ${id}`, summary, [reason]));
    }
  }
  return exitCodeOf(diagnostics);
}

function flavorText(flavors: readonly string[]): string {
  return flavors.length === 0
    ? ""
    : `flavors: ${flavors.join(" (default), ")}`.replace(/^flavors: ([^,]+)$/u, "flavor: $1");
}

function rowText(id: string, summary: string, facts: readonly string[]): string {
  return `${id.padEnd(18)} ${summary} [${facts.filter((fact) => fact !== "").join("; ")}]\n`;
}
