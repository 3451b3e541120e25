// The part of writing that can still be undone: lock, recovery, and new bytes beside the output.
// Replaces no file of the output; commit-stage.ts does.
import { diagnose } from "../diagnostics/catalogue/index.js";
import type { Report } from "../diagnostics/diagnostic.js";
import { failureOf, shownPath } from "./failures.js";
import { inControlFolder } from "./journal.js";
import { backupFolder, controlFolder, journalFile } from "./layout.js";
import { ignoringFailure, releaseLock, removeLeftovers, takeLock } from "./lock.js";
import type { FoundRoot } from "./output-root.js";
import { OutputTree, sha256 } from "./output-tree.js";
import { FolderMaker, performSteps, stagedBackup } from "./perform-steps.js";
import { removeIfEmpty, removeTree } from "./remove-tree.js";
import { changesFile, differs, type PlannedFile, type WritePlan } from "./write-plan.js";

/** A run between staging and commit. Exactly one of commitStage and abandonStage must follow. */
export interface StagedRun {
  readonly plan: WritePlan;
  readonly output: FoundRoot;
  /** Name in the control folder. */
  readonly stage: string;
  /** Number of the backup that holds the files replaced by force; null if there are none. */
  readonly backup: number | null;
  /** Files whose new bytes are in the stage, under their index here. */
  readonly moves: readonly PlannedFile[];
  /** Folders made for this run, removed again if it is abandoned while they are empty. */
  readonly made: readonly string[];
}

/** "nothing": the output is up to date and was not touched. "failed": an error was reported. */
export type StageOutcome = StagedRun | "nothing" | "failed";

let active: StagedRun | null = null;

/**
 * Takes the lock, completes an interrupted earlier run, and stages the new bytes. Reports E970 for
 * a held lock, E980 for an output that changed since it was planned, E982 and E983 for failures;
 * after an error the tree is as it was.
 */
export function stageWrites(plan: WritePlan, report: Report): StageOutcome {
  const { output } = plan;
  if (plan.refused || output === null) return "failed";
  if (!differs(plan) && !plan.leftovers) return "nothing";
  const { disk } = plan.ports;
  const made: string[] = [];
  let run: StagedRun | null = null;
  try {
    for (const folder of [output.root, `${output.root}/${controlFolder}`]) {
      if (disk.stat(folder) !== null) continue;
      disk.makeFolder(folder);
      made.push(folder);
    }
    if (!lock(plan, output, report)) return "failed";
    run = stagedRun(plan, output, made);
    active = run;
    if (recover(plan, output, report) && fillStage(run, report)) return run;
  } catch (thrown) {
    report(failureOf(thrown, output, "The output is as it was; run the command again."));
  }
  if (run === null) made.toReversed().forEach((folder) => tidy(folder, plan));
  else abandonStage();
  return "failed";
}

/** Undoes a staged run that is not committed yet, for a signal handler; else does nothing. */
export function abandonStage(): void {
  if (active === null) return;
  const { plan, output, stage, made } = active;
  active = null;
  const { disk } = plan.ports;
  ignoringFailure(() => removeTree(`${output.root}/${inControlFolder(stage)}`, disk));
  ignoringFailure(() => releaseLock(output.root, disk));
  made.toReversed().forEach((folder) => tidy(folder, plan));
}

/** Called at the commit point: from here on the run is completed, not undone. */
export function keepStage(): void {
  active = null;
}

function tidy(folder: string, plan: WritePlan): void {
  ignoringFailure(() => removeIfEmpty(folder, plan.ports.disk));
}

function lock(plan: WritePlan, output: FoundRoot, report: Report): boolean {
  const outcome = takeLock(output.root, plan.ports.disk, plan.ports.processes);
  if (outcome.kind === "held") {
    const { holder, help } = outcome;
    report(diagnose("E970", null, { folder: output.shown, holder }, { help }));
    return false;
  }
  if (outcome.takenFrom !== null) report(diagnose("N973", null, { holder: outcome.takenFrom }));
  return true;
}

function stagedRun(plan: WritePlan, output: FoundRoot, made: readonly string[]): StagedRun {
  const moves = plan.files.filter((file) => changesFile(file) && file.after !== null);
  const stage = `stage-${plan.ports.processes.self().pid}`;
  const backup = plan.files.some((file) => file.backup) ? freeBackup(plan, output) : null;
  return { plan, output, stage, backup, moves, made };
}

function freeBackup(plan: WritePlan, output: FoundRoot): number {
  const folder = `${output.root}/${backupFolder}`;
  const { disk } = plan.ports;
  const taken = new Set(disk.stat(folder)?.kind === "folder" ? disk.list(folder) : []);
  let number = 1;
  while (taken.has(String(number))) number += 1;
  return number;
}

/** The journal must be the one that was planned with: what is on disk was judged by it. */
function recover(plan: WritePlan, output: FoundRoot, report: Report): boolean {
  const { disk, processes } = plan.ports;
  const journal = `${output.root}/${journalFile}`;
  const text = disk.stat(journal) === null ? null : disk.read(journal).toString("utf8");
  if (text !== (plan.pending?.journal ?? null)) {
    reportChanged(journalFile, output, report);
    return false;
  }
  if (plan.pending !== null) performSteps(output.root, plan.pending.recovery.steps, disk);
  removeLeftovers(output.root, disk, processes);
  return true;
}

/** Says that `path` is not as planned. */
export function reportChanged(path: string, output: FoundRoot, report: Report): void {
  const help = "Run the command again.";
  report(diagnose("E980", null, { path: shownPath(output, path) }, { help }));
}

function fillStage(run: StagedRun, report: Report): boolean {
  const { disk } = run.plan.ports;
  const stage = `${run.output.root}/${inControlFolder(run.stage)}`;
  disk.makeFolder(stage);
  for (const [index, file] of run.moves.entries()) {
    if (file.after === null) continue;
    const mode = file.after.entry.mode === "755" ? 0o755 : 0o644;
    disk.create(`${stage}/${index}`, file.after.bytes, { mode, durable: false });
  }
  return run.backup === null || stageBackup(run, report);
}

function stageBackup(run: StagedRun, report: Report): boolean {
  const { root, device } = run.output;
  const { disk } = run.plan.ports;
  const place = `${inControlFolder(run.stage)}/${stagedBackup}`;
  const folders = new FolderMaker(root, disk);
  const tree = new OutputTree(disk, root, device);
  for (const file of run.moves.filter((move) => move.backup)) {
    const entry = tree.folderProblem(file.path) === null ? tree.entry(file.path) : null;
    const bytes = entry?.kind === "file" ? disk.read(entry.source) : null;
    if (bytes === null || sha256(bytes) !== file.before) {
      reportChanged(file.path, run.output, report);
      return false;
    }
    const target = `${place}/${file.path}`;
    folders.ensure(target.slice(0, target.lastIndexOf("/")));
    const mode = entry?.kind === "file" && entry.executable ? 0o755 : 0o644;
    disk.create(`${root}/${target}`, bytes, { mode, durable: false });
  }
  return true;
}
