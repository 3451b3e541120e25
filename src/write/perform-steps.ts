// Carries out what a journal has committed to. Every step may have been carried out before.
// Must not decide: a step is either done or still to be done.
import type { Disk } from "./disk.js";
import { inControlFolder } from "./journal.js";
import { backupFolder, controlFolder, ignoreFile, ignoreText, journalFile } from "./layout.js";
import { parentOf } from "./output-tree.js";
import type { CommitSteps } from "./recovery.js";
import { removeEmptyFolders, removeTree } from "./remove-tree.js";

/** The name inside a stage of the files that become a backup. */
export const stagedBackup = "backup";

/** Brings the output folder `root` to its new state, then removes journal and stage. */
export function performSteps(root: string, steps: CommitSteps, disk: Disk): void {
  const stage = `${root}/${inControlFolder(steps.stage)}`;
  const folders = new FolderMaker(root, disk);
  folders.ensure(inControlFolder(steps.stage));
  placeBackup({ root, stage }, steps.backup, { folders, disk });
  // Removals come first: a new file may need the name of an old folder, or differ in case only.
  for (const path of steps.removals) {
    if (disk.stat(`${root}/${path}`) !== null) disk.removeFile(`${root}/${path}`);
    removeEmptyFolders(path, root, disk);
  }
  for (const { from, path } of steps.moves) {
    folders.ensure(parentOf(path));
    disk.move(`${stage}/${from}`, `${root}/${path}`);
  }
  placeRecords({ root, stage }, steps.manifests, disk);
  disk.removeFile(`${root}/${journalFile}`);
  disk.syncFolder(`${root}/${controlFolder}`);
  removeTree(stage, disk);
}

/** Writes a file beside its target and moves it there, so that the target is never torn. */
export function replaceFile(
  temporary: string,
  target: string,
  text: string,
  place: { readonly disk: Disk; readonly durable: boolean },
): void {
  const { disk, durable } = place;
  removeTree(temporary, disk);
  disk.create(temporary, Buffer.from(text, "utf8"), { mode: 0o644, durable });
  disk.move(temporary, target);
}

interface Places {
  readonly root: string;
  readonly stage: string;
}

function placeBackup(
  { root, stage }: Places,
  backup: number | null,
  { folders, disk }: { readonly folders: FolderMaker; readonly disk: Disk },
): void {
  const staged = `${stage}/${stagedBackup}`;
  if (backup === null || disk.stat(staged) === null) return;
  folders.ensure(backupFolder);
  disk.move(staged, `${root}/${backupFolder}/${backup}`);
}

function placeRecords(
  { root, stage }: Places,
  manifests: CommitSteps["manifests"],
  disk: Disk,
): void {
  const ignore = `${root}/${ignoreFile}`;
  if (disk.stat(ignore) === null) {
    replaceFile(`${stage}/ignore`, ignore, ignoreText, { disk, durable: false });
  }
  for (const { name, text } of manifests) {
    const target = `${root}/${inControlFolder(name)}`;
    if (text !== null) replaceFile(`${stage}/manifest`, target, text, { disk, durable: true });
    else if (disk.stat(target) !== null) disk.removeFile(target);
  }
  // The records must be on the device before the journal goes.
  disk.syncFolder(`${root}/${controlFolder}`);
}

/** Makes folders below a root, looking at each one once; a link among them throws ENOTDIR. */
export class FolderMaker {
  private readonly known = new Set<string>([""]);

  constructor(
    private readonly root: string,
    private readonly disk: Disk,
  ) {}

  /** Makes `path` (relative to the root) and what is missing above it. */
  ensure(path: string): void {
    if (this.known.has(path)) return;
    this.ensure(parentOf(path));
    const full = `${this.root}/${path}`;
    const found = this.disk.stat(full);
    if (found === null) this.disk.makeFolder(full);
    else if (found.kind !== "folder") {
      throw Object.assign(new Error("not a folder"), { code: "ENOTDIR", path: full });
    }
    this.known.add(path);
  }
}
