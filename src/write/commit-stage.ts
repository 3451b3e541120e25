// The part of writing that is completed once begun: journal, then the new state of the output.
// Synchronous, so that no signal handler can run in the middle.
import { diagnose } from "../diagnostics/catalogue/index.js";
import type { Report } from "../diagnostics/diagnostic.js";
import { failureOf, shownPath } from "./failures.js";
import { inControlFolder, printJournal, type Journal } from "./journal.js";
import { backupFolder, controlFolder, journalFile } from "./layout.js";
import { ignoringFailure, releaseLock } from "./lock.js";
import { OutputTree, sha256 } from "./output-tree.js";
import { performSteps, replaceFile } from "./perform-steps.js";
import { abandonStage, keepStage, reportChanged, stageWrites } from "./stage-writes.js";
import type { StagedRun } from "./stage-writes.js";
import { changesFile, type PlannedFile, type WritePlan } from "./write-plan.js";

/** What a run did. `ok` is false after a reported error. Paths are below the output folder. */
export interface WriteOutcome {
  readonly ok: boolean;
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** Files replaced by force, and where they are now. */
  readonly backups: readonly { readonly path: string; readonly backup: string }[];
}

const nothing: WriteOutcome = { ok: true, written: [], removed: [], backups: [] };
const failed: WriteOutcome = { ...nothing, ok: false };

/**
 * Carries out a plan: stages, then commits. Errors are reported (see stageWrites and commitStage);
 * a plan that changes nothing touches nothing.
 */
export function applyWrites(plan: WritePlan, report: Report): WriteOutcome {
  const run = stageWrites(plan, report);
  if (run === "nothing") return nothing;
  return run === "failed" ? failed : commitStage(run, report);
}

/**
 * Commits a staged run. Reports E980 if a file changed since it was planned: then nothing was
 * written. A failure (E982, E983) after the commit point leaves a journal, and the next run
 * completes this one.
 */
export function commitStage(run: StagedRun, report: Report): WriteOutcome {
  const { output, plan } = run;
  const { disk } = plan.ports;
  const journal = journalOf(run);
  if (isEmpty(journal)) {
    abandonStage();
    return nothing;
  }
  try {
    const changed = changedPaths(run);
    changed.forEach((path) => reportChanged(path, output, report));
    if (changed.length > 0) return abandoned();
    writeJournal(run, journal);
  } catch (thrown) {
    report(failureOf(thrown, output, "The output is as it was; run the command again."));
    return abandoned();
  }
  keepStage();
  try {
    disk.syncFolder(`${output.root}/${controlFolder}`);
    performSteps(output.root, { ...journal, removals: pathsOf(journal.removals) }, disk);
  } catch (thrown) {
    report(failureOf(thrown, output, "Run the command again: it completes this run first."));
    return failed;
  } finally {
    // A lock that stays behind is taken over once this process has ended.
    ignoringFailure(() => releaseLock(output.root, disk));
  }
  return outcomeOf(run, report);
}

function abandoned(): WriteOutcome {
  abandonStage();
  return failed;
}

function pathsOf(items: readonly { readonly path: string }[]): readonly string[] {
  return items.map((item) => item.path);
}

function removalsOf(plan: WritePlan): readonly PlannedFile[] {
  return plan.files.filter((file) => file.action === "prune");
}

function journalOf(run: StagedRun): Journal {
  const { plan, stage, backup } = run;
  const moves = run.moves.flatMap(({ path, before, after, owned, manifest }, index) =>
    after === null
      ? []
      : [{ from: String(index), path, before, after: after.entry, owned, manifest }],
  );
  const removals = removalsOf(plan).flatMap(({ path, before }) =>
    before === null ? [] : [{ path, before }],
  );
  const manifests = plan.manifests.map(({ name, text }) => ({ name, text }));
  return { stage, backup, moves, removals, manifests };
}

function isEmpty({ moves, removals, manifests }: Journal): boolean {
  return moves.length + removals.length + manifests.length === 0;
}

/** Paths that are not as they were when the plan was made; folders are looked at anew. */
function changedPaths({ plan, output }: StagedRun): readonly string[] {
  const { disk } = plan.ports;
  const device = output.device ?? disk.stat(output.root)?.device ?? null;
  const tree = new OutputTree(disk, output.root, device);
  const hashAt = (path: string): string | null => {
    if (tree.folderProblem(path) !== null) return "not a file";
    const entry = tree.entry(path);
    if (entry.kind === "missing") return null;
    return entry.kind === "file" ? sha256(disk.read(entry.source)) : "not a file";
  };
  const files = plan.files.filter((file) => changesFile(file) && hashAt(file.path) !== file.before);
  const manifests = plan.manifests.filter(({ name, before }) => {
    return hashAt(inControlFolder(name)) !== (before === null ? null : sha256(before));
  });
  return [...pathsOf(files), ...manifests.map(({ name }) => inControlFolder(name))];
}

/**
 * The commit point is the rename in here. Should it fail and yet have happened, the stage is gone
 * when the journal is followed, and every file counts as lost: it is generated again.
 */
function writeJournal({ output, plan, stage }: StagedRun, journal: Journal): void {
  const { disk } = plan.ports;
  const temporary = `${output.root}/${inControlFolder(stage)}/journal`;
  const target = `${output.root}/${journalFile}`;
  replaceFile(temporary, target, printJournal(journal), { disk, durable: true });
}

function outcomeOf(run: StagedRun, report: Report): WriteOutcome {
  const backups = run.moves.flatMap(({ path, backup }) =>
    backup ? [{ path, backup: `${backupFolder}/${run.backup}/${path}` }] : [],
  );
  for (const { path, backup } of backups) {
    const shown = { path: shownPath(run.output, path), backup: shownPath(run.output, backup) };
    report(diagnose("N970", null, shown));
  }
  return { ok: true, written: pathsOf(run.moves), removed: pathsOf(removalsOf(run.plan)), backups };
}
