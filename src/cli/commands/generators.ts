// `nexgen generators`: what there is; with a file, what `nexgen build` would choose for it and why.
import type { GeneratorEntry } from "../../../generators/index.js";
import { applies, fitsDeployment } from "../../compile/compile.js";
import { hasErrors } from "../../diagnostics/diagnostic.js";
import type { InfraModel } from "../../model/infra-model.js";
import type { Host } from "../../source/host.js";
import { exitCodeOf, exitCodes } from "../exit-codes.js";
import type { ReadingOptions } from "../options.js";
import type { Terminal } from "../terminal.js";
import { jsonOutput, printDiagnostics } from "./report.js";
import { analyseEntry } from "./analyse-entry.js";

/** Lists the generators. */
export async function listGenerators(
  available: readonly GeneratorEntry[],
  entry: string | undefined,
  options: ReadingOptions,
  host: Host,
  terminal: Terminal,
): Promise<number> {
  const rows = available.map(({ id, summary, deploymentTypes, flavors, needs }) => ({
    id,
    summary,
    target:
      deploymentTypes !== null
        ? `deployment.type: ${deploymentTypes.join(", ")}`
        : needs === undefined
          ? "any file"
          : `any file with ${needs.what}`,
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
  const chosen = available.map((generator, index) => ({
    ...rows[index],
    id: generator.id,
    summary: generator.summary,
    runs: applies(generator, model),
    reason: reasonFor(generator, model),
  }));
  if (options.format === "json") {
    terminal.out(jsonOutput(diagnostics, { generators: chosen }));
  } else {
    for (const { id, summary, runs, reason } of chosen) {
      terminal.out(rowText(`${runs ? "+" : "-"} ${id}`, summary, [reason]));
    }
  }
  return exitCodeOf(diagnostics);
}

/** Why `build` runs the generator for the file, or why not. */
function reasonFor(generator: GeneratorEntry, model: InfraModel): string {
  const { deploymentTypes, needs } = generator;
  const type = model.deployment?.type ?? null;
  if (!fitsDeployment(generator, model)) {
    return type === null ? "the file has no deployment" : `the file deploys to ${type}`;
  }
  if (needs !== undefined) {
    return needs.isIn(model) ? `the file has ${needs.what}` : `the file has not ${needs.what}`;
  }
  return deploymentTypes === null ? "needs no deployment" : `the file deploys to ${type ?? ""}`;
}

function flavorText(flavors: readonly string[]): string {
  return flavors.length === 0
    ? ""
    : `flavors: ${flavors.join(" (default), ")}`.replace(/^flavors: ([^,]+)$/u, "flavor: $1");
}

function rowText(id: string, summary: string, facts: readonly string[]): string {
  return `${id.padEnd(18)} ${summary} [${facts.filter((fact) => fact !== "").join("; ")}]\n`;
}
