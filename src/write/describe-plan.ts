// What a plan would do, as data for the summary, --check and --diff. Reads old bytes when asked to.
import { changesFile, differs, type WriteAction, type WritePlan } from "./write-plan.js";
import { unifiedDiff } from "./unified-diff.js";

/** One file that is not simply kept. `forced`: the file that is there becomes a backup. */
export interface PlannedChange {
  readonly path: string;
  readonly action: WriteAction;
  readonly forced: boolean;
  /** The unified diff from the file on disk to the new one; reads the disk, and may throw. */
  readonly diff: () => string;
}

/** `differs`: a run would change files or their records, so `--check` ends with status 1. */
export interface PlanDescription {
  readonly differs: boolean;
  readonly counts: Readonly<Record<WriteAction, number>>;
  readonly changes: readonly PlannedChange[];
}

/** Describes `plan`; changes are sorted by path. */
export function describePlan(plan: WritePlan): PlanDescription {
  const counts: Record<WriteAction, number> = {
    create: 0,
    recreate: 0,
    update: 0,
    keep: 0,
    adopt: 0,
    prune: 0,
    "keep-edited": 0,
    conflict: 0,
  };
  for (const { action } of plan.files) counts[action] += 1;
  const changes = plan.files
    .filter((file) => file.action !== "keep")
    .map((file) => ({
      path: file.path,
      action: file.action,
      forced: file.backup,
      diff: () => {
        const shows = changesFile(file) || file.action === "conflict";
        const before = file.source === null || !shows ? null : plan.ports.disk.read(file.source);
        return shows ? unifiedDiff(file.path, before, file.after?.bytes ?? null) : "";
      },
    }));
  return { differs: plan.refused || differs(plan), counts, changes };
}
