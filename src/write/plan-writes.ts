// Compares what is wanted with what is on disk and what was recorded. Reads only, writes nothing:
// a dry run is this and no more.
import { diagnose } from "../diagnostics/catalogue/index.js";
import { hasErrors, type Diagnostic, type Report } from "../diagnostics/diagnostic.js";
import { nodeDisk } from "./disk.js";
import { failureOf, shownPath, type OutputRoot } from "./failures.js";
import { parseJournal } from "./journal.js";
import {
  controlFolder,
  isLeftover,
  journalFile,
  manifestFile,
  scopeFolder,
  type Scope,
} from "./layout.js";
import { lockHolder, nodeProcesses } from "./lock.js";
import { findOutputRoot, type FoundRoot } from "./output-root.js";
import { kindName, OutputTree } from "./output-tree.js";
import { pathCollisions, pathProblem } from "./path-rules.js";
import { folderProblemDiagnostic, ScopePlanner } from "./scope-planner.js";
import { planRecovery } from "./recovery.js";
import type { DesiredScope, PendingRun, WritePlan, WritePorts } from "./write-plan.js";

/** `force` replaces edited and foreign files, and the output of another entry file. */
export interface PlanOptions {
  readonly force: boolean;
  readonly ports?: WritePorts;
}

/**
 * Plans the output of a run. Every conflict is reported (E97x, E98x), sorted by path; with any
 * error the plan is refused as a whole. `outputFolder` may be relative to the working folder.
 */
export function planWrites(
  outputFolder: string,
  scopes: readonly DesiredScope[],
  report: Report,
  options: PlanOptions,
): WritePlan {
  const ports = options.ports ?? { disk: nodeDisk, processes: nodeProcesses };
  const given = { root: outputFolder, shown: outputFolder };
  try {
    const output = findOutputRoot(outputFolder, ports.disk, report);
    if (output === null) return refusedPlan(null, ports);
    return planInside(output, scopes, { report, force: options.force, ports });
  } catch (thrown) {
    report(failureOf(thrown, given, "Nothing was written."));
    return refusedPlan(null, ports);
  }
}

interface PlanContext {
  readonly report: Report;
  readonly force: boolean;
  readonly ports: WritePorts;
}

function refusedPlan(output: FoundRoot | null, ports: WritePorts): WritePlan {
  const nothing = { files: [], manifests: [], pending: null, leftovers: false };
  return { output, refused: true, ...nothing, ports };
}

function planInside(
  output: FoundRoot,
  scopes: readonly DesiredScope[],
  context: PlanContext,
): WritePlan {
  const found = [...pathDiagnostics(output, scopes)];
  try {
    if (hasErrors(found)) return refusedPlan(output, context.ports);
    const names = controlNames(output, context.ports, found);
    const pending = names.includes("journal.json") ? readPending(output, context, found) : null;
    if (hasErrors(found)) return refusedPlan(output, context.ports);
    const planner = new ScopePlanner(output, pending, context, found);
    for (const scope of scopes) planner.add(scope);
    const plan = { output, ...planner.result(), pending, ports: context.ports };
    const refused = hasErrors(found);
    if (refused) preferLock(output, context.ports, found);
    return { ...plan, refused, leftovers: names.some(isLeftover) };
  } catch (thrown) {
    found.push(failureOf(thrown, output, "Nothing was written."));
    return refusedPlan(output, context.ports);
  } finally {
    found.forEach(context.report);
  }
}

/** What can be said about the wanted paths without looking at the disk. */
function pathDiagnostics(
  output: OutputRoot,
  scopes: readonly DesiredScope[],
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const invalid = (path: string, problem: string | null): void => {
    if (problem !== null) found.push(diagnose("E976", null, { path, problem }, { help: pathHelp }));
  };
  const paths: { path: string; generator: string }[] = [];
  for (const { scope, files } of scopes) {
    const folder = scopeFolder(scope);
    invalid(folder, pathProblem(folder, output.root) ?? scopeProblem(scope));
    if (Buffer.byteLength(manifestFile(scope)) > 255 + controlFolder.length + 1) {
      invalid(manifestFile(scope), "its name is longer than 255 bytes");
    }
    for (const { path } of files) {
      const outside = path.startsWith(`${folder}/`) ? null : `it is not below "${folder}"`;
      invalid(path, pathProblem(path, output.root) ?? outside);
      paths.push({ path, generator: scope.generator });
    }
  }
  const shared = sharedFolders(output, scopes);
  return [...found, ...(shared.length > 0 ? shared : pathCollisions(paths))];
}

/** One E979 for each folder that two entry files of this run would fill: each of its files collides. */
function sharedFolders(output: OutputRoot, scopes: readonly DesiredScope[]): readonly Diagnostic[] {
  const first = new Map<string, string>();
  const found: Diagnostic[] = [];
  for (const { scope, entry } of scopes) {
    const folder = scopeFolder(scope);
    const earlier = first.get(folder);
    if (earlier === undefined) first.set(folder, entry);
    else if (earlier !== entry) {
      const help = `Both describe the environment "${scope.environment}": rename one of the two, or give each file an output folder of its own.`;
      const values = { folder: shownPath(output, folder), earlier, entry };
      found.push(diagnose("E979", null, values, { help }));
    }
  }
  return found;
}

const pathHelp = "Rename the binding, process, environment or region that the path is made from.";

/** Dots part a manifest's name and slashes its folder: with one of them it would not be found again. */
function scopeProblem({ environment, region, generator }: Scope): string | null {
  return [environment, region ?? "", generator].some((name) => /[./]/u.test(name))
    ? 'names of environments, regions and generators have no "." and no "/"'
    : null;
}

/** The names in the control folder; none where there is no such folder yet. */
function controlNames(
  output: FoundRoot,
  ports: WritePorts,
  found: Diagnostic[],
): readonly string[] {
  const control = `${output.root}/${controlFolder}`;
  const stat = output.device === null ? null : ports.disk.stat(control);
  if (stat === null) return [];
  const path = shownPath(output, controlFolder);
  if (stat.kind === "folder") return ports.disk.list(control);
  if (stat.kind === "link") {
    found.push(diagnose("E971", null, { path }, { help: "Replace the link by a folder." }));
  } else {
    const values = { path, found: kindName(stat.kind), wanted: "a folder" };
    found.push(diagnose("E972", null, values, { help: "Move it away." }));
  }
  return [];
}

function readPending(
  output: FoundRoot,
  context: PlanContext,
  found: Diagnostic[],
): PendingRun | null {
  const { disk } = context.ports;
  const text = disk.read(`${output.root}/${journalFile}`).toString("utf8");
  const journal = parseJournal(text, output.root);
  if (typeof journal === "string") {
    const values = { path: shownPath(output, journalFile), problem: journal };
    const help = "Delete it and run again; files written by the interrupted run may need --force.";
    found.push(diagnose("E984", null, values, { help }));
    return null;
  }
  const tree = new OutputTree(disk, output.root, output.device);
  const recovery = planRecovery(journal, { disk, root: output.root }, tree);
  for (const problem of recovery.problems) found.push(folderProblemDiagnostic(problem, output));
  found.push(diagnose("N972", null, { folder: output.shown }));
  return { journal: text, recovery };
}

/** While another run is writing, what looks like a conflict is only its unfinished work. */
function preferLock(output: OutputRoot, ports: WritePorts, found: Diagnostic[]): void {
  const held = lockHolder(output.root, ports.disk, ports.processes);
  if (held === null) return;
  const { holder, help } = held;
  found.splice(0, found.length, diagnose("E970", null, { folder: output.shown, holder }, { help }));
}
