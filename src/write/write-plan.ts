// The shapes that planning hands to writing: what is wanted, and what is to be done about each file.
// Types only.
import type { Disk } from "./disk.js";
import type { JournalManifest } from "./journal.js";
import type { Scope } from "./layout.js";
import type { Processes } from "./lock.js";
import type { ManifestEntry } from "./manifest.js";
import type { FoundRoot } from "./output-root.js";
import type { Recovery } from "./recovery.js";

/** One file as generated; `path` is relative to the output folder, with `/`. */
export interface DesiredFile {
  readonly path: string;
  readonly text: string;
  readonly executable: boolean;
}

/**
 * Everything one generator wants for one environment and region, below the folder of the scope.
 * `entry` is the project-relative entry file. Without `prune`, files that are recorded but not
 * among `files` stay as they are.
 */
export interface DesiredScope {
  readonly scope: Scope;
  readonly entry: string;
  readonly files: readonly DesiredFile[];
  readonly prune: boolean;
}

/** Where the writer works; replaced in tests only. */
export interface WritePorts {
  readonly disk: Disk;
  readonly processes: Processes;
}

/**
 * `create`: nothing there. `recreate`: a person deleted it. `update`: ours and outdated, or forced.
 * `keep`: nothing to do. `adopt`: the bytes are right, the record is not. `prune`: no longer wanted.
 * `keep-edited`: no longer wanted, but edited. `conflict`: not ours to replace.
 */
export type WriteAction =
  "create" | "recreate" | "update" | "keep" | "adopt" | "prune" | "keep-edited" | "conflict";

/** The new bytes of a file and what its manifest will say of it. */
export interface NewContent {
  readonly bytes: Buffer;
  readonly entry: ManifestEntry;
}

/** The decision for one path. */
export interface PlannedFile {
  readonly path: string;
  readonly action: WriteAction;
  /** Name of the owning manifest in the control folder. */
  readonly manifest: string;
  /** Hash of the file now, null where there is none. */
  readonly before: string | null;
  /** Absolute path of the present bytes, null where there are none. */
  readonly source: string | null;
  /** Null where the file is not wanted. */
  readonly after: NewContent | null;
  readonly owned: ManifestEntry | null;
  /** True if the present file is kept as a backup, because it was replaced by force. */
  readonly backup: boolean;
}

/** A manifest to be written; `before` is the text it has now (null: there is none). */
export interface PlannedManifest extends JournalManifest {
  readonly before: string | null;
}

/** An interrupted run that must be completed first, with the journal text it was planned from. */
export interface PendingRun {
  readonly journal: string;
  readonly recovery: Recovery;
}

/** What a run will do. `refused`: an error was reported, and nothing may be written. */
export interface WritePlan {
  /** Null only where the output folder itself was refused. */
  readonly output: FoundRoot | null;
  readonly refused: boolean;
  /** Sorted by path. */
  readonly files: readonly PlannedFile[];
  /** Only those that change. */
  readonly manifests: readonly PlannedManifest[];
  readonly pending: PendingRun | null;
  /** True if crashed runs left something in the control folder that the next writing run removes. */
  readonly leftovers: boolean;
  readonly ports: WritePorts;
}

/** True if writing this plan would change the files, their records, or both. */
export function differs(plan: WritePlan): boolean {
  return plan.pending !== null || plan.manifests.length > 0 || plan.files.some(changesFile);
}

/** True if the file at this path is written or removed. */
export function changesFile(file: PlannedFile): boolean {
  return !["keep", "adopt", "keep-edited", "conflict"].includes(file.action);
}
