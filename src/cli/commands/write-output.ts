// Hands compiled files to the writer and says in a few lines what happened.
import type { Compilation } from "../../compile/compile.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { applyWrites } from "../../write/commit-stage.js";
import { describePlan, type PlanDescription } from "../../write/describe-plan.js";
import { orphanScopes } from "../../write/orphan-scopes.js";
import { planWrites } from "../../write/plan-writes.js";
import type { DesiredScope } from "../../write/write-plan.js";
import { counted, countsOf, isAboutOutput } from "./report.js";

/** How to write. `shown` is the output folder as the user named it. */
export interface WriteRequest {
  readonly folder: string;
  readonly shown: string;
  readonly check: boolean;
  readonly diff: boolean;
  readonly dryRun: boolean;
  readonly force: boolean;
  readonly prune: boolean;
  /** All regions were compiled: output of a region that is gone is removed. */
  readonly allRegions: boolean;
}

/** What was written, or would be. */
export interface WriteReport {
  readonly diagnostics: readonly Diagnostic[];
  readonly differs: boolean;
  readonly changes: readonly { readonly path: string; readonly action: string }[];
  /** The list and diffs of `--check`, `--dry-run`, `--diff`; empty otherwise. */
  readonly details: string;
  readonly summary: (
    compilations: readonly Compilation[],
    diagnostics: readonly Diagnostic[],
  ) => string;
}

/** Writes the files of `compilations`, or only compares. */
export function writeOutput(
  compilations: readonly Compilation[],
  request: WriteRequest,
): WriteReport {
  const diagnostics: Diagnostic[] = [];
  const desired = desiredScopes(compilations, request.prune);
  const orphans = request.prune && request.allRegions ? orphanScopes(request.folder, desired) : [];
  const plan = planWrites(
    request.folder,
    [...desired, ...orphans],
    (diagnostic) => diagnostics.push(diagnostic),
    { force: request.force },
  );
  const description = describePlan(plan);
  const compareOnly = request.check || request.dryRun;
  if (!plan.refused && !compareOnly) {
    applyWrites(plan, (diagnostic) => diagnostics.push(diagnostic));
  }
  return {
    diagnostics,
    differs: description.differs,
    changes: description.changes.map(({ path, action }) => ({ path, action })),
    details: compareOnly ? details(description, request) : "",
    summary: (all, found) => summary(description, request, all, found),
  };
}

function desiredScopes(
  compilations: readonly Compilation[],
  prune: boolean,
): readonly DesiredScope[] {
  return compilations.flatMap(({ scopes, analysis }) =>
    scopes.map(({ environment, region, generator, files }) => ({
      scope: { environment, region, generator },
      entry: analysis.entryPath,
      files: files.map(({ path, text, executable }) => ({ path, text, executable })),
      prune,
    })),
  );
}

function details(description: PlanDescription, request: WriteRequest): string {
  return description.changes
    .map(({ path, action, diff }) => `${action.padEnd(9)} ${path}\n${request.diff ? diff() : ""}`)
    .join("");
}

function summary(
  { counts, differs }: PlanDescription,
  request: WriteRequest,
  compilations: readonly Compilation[],
  diagnostics: readonly Diagnostic[],
): string {
  const would = request.check || request.dryRun ? "would be " : "";
  const written = counts.create + counts.recreate;
  const parts = [
    written > 0 ? `${counted(written, "file")} ${would}written` : "",
    counts.update > 0 ? `${counts.update} ${would}changed` : "",
    counts.keep + counts.adopt > 0 ? `${counts.keep + counts.adopt} unchanged` : "",
    counts.prune > 0 ? `${counts.prune} ${would}removed` : "",
    counts["keep-edited"] > 0 ? `${counts["keep-edited"]} edited by hand and kept` : "",
  ].filter((part) => part !== "");
  const environmentFile = compilations.find(({ analysis }) => analysis.envFile !== null)?.analysis
    .envFile;
  const found = countsOf(diagnostics.filter((diagnostic) => !isAboutOutput(diagnostic)));
  const upToDate = request.check && !differs ? " Up to date." : "";
  return [
    `${request.shown}: ${parts.length === 0 ? "nothing to write" : parts.join(", ")}.${upToDate}`,
    environmentFile === undefined || environmentFile === null
      ? ""
      : ` Variables also from ${environmentFile.path}.`,
    found === "" ? "" : ` ${found}; the README.md in each folder explains them.`,
    "\n",
  ].join("");
}
