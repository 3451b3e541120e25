// Works out how an interrupted run is completed: which staged files are still to be moved, which
// recorded files are still to be removed, and what the manifests then say. Reads only.
import type { Disk } from "./disk.js";
import { inControlFolder, type Journal, type JournalMove } from "./journal.js";
import { scopeOfManifest } from "./layout.js";
import { parseManifest, printManifest, type ManifestEntry } from "./manifest.js";
import { sha256 } from "./output-tree.js";
import type { FolderProblem, FoundFile, OutputTree, Overlay } from "./output-tree.js";

/** What is done after the commit point, in this order; each step may have been done already. */
export interface CommitSteps {
  readonly stage: string;
  readonly backup: number | null;
  readonly removals: readonly string[];
  readonly moves: readonly { readonly from: string; readonly path: string }[];
  readonly manifests: Journal["manifests"];
}

/** How an interrupted run is completed, and how the tree looks afterwards. */
export interface Recovery {
  readonly steps: CommitSteps;
  readonly overlay: Overlay;
  readonly problems: readonly FolderProblem[];
}

/** What `journal` leaves to be done. Files that a person changed since the crash are left alone. */
export function planRecovery(
  journal: Journal,
  place: { readonly disk: Disk; readonly root: string },
  tree: OutputTree,
): Recovery {
  const overlay = new Map<string, { staged: FoundFile } | "removed">();
  const problems: FolderProblem[] = [];
  const moves: { from: string; path: string }[] = [];
  const lost: JournalMove[] = [];
  const removals: string[] = [];
  for (const { path, before } of journal.removals) {
    const now = stateOf(path, place.disk, tree);
    if (typeof now === "object" && now !== null) problems.push(now);
    else if (now === null || now === before) {
      removals.push(path);
      overlay.set(path, "removed");
    }
  }
  for (const move of journal.moves) {
    const now = stateOf(move.path, place.disk, tree);
    if (typeof now === "object" && now !== null) problems.push(now);
    else {
      const staged = stagedFile(move, journal.stage, place);
      if (staged !== null && now === move.before) {
        moves.push({ from: move.from, path: move.path });
        overlay.set(move.path, { staged });
      } else if (now !== move.after.sha256) lost.push(move);
    }
  }
  const manifests = withoutLost(journal, lost, place.root);
  const { stage, backup } = journal;
  return { steps: { stage, backup, removals, moves, manifests }, overlay, problems };
}

/** The hash at `path`, null if nothing is there, "other" for what has no hash. */
function stateOf(path: string, disk: Disk, tree: OutputTree): string | null | FolderProblem {
  const problem = tree.folderProblem(path);
  if (problem !== null) return problem;
  const entry = tree.entry(path);
  if (entry.kind === "missing") return null;
  return entry.kind === "other" ? "other" : sha256(disk.read(entry.source));
}

/** Staged files are not flushed one by one, so after a power failure their bytes may be gone. */
function stagedFile(
  move: JournalMove,
  stage: string,
  place: { readonly disk: Disk; readonly root: string },
): FoundFile | null {
  const source = `${place.root}/${inControlFolder(stage)}/${move.from}`;
  const stat = place.disk.stat(source);
  if (stat?.kind !== "file" || sha256(place.disk.read(source)) !== move.after.sha256) return null;
  return { kind: "file", size: stat.size, executable: stat.executable, source };
}

/** Manifests must not claim what was not written: such files keep the record they had. */
function withoutLost(
  journal: Journal,
  lost: readonly JournalMove[],
  root: string,
): Journal["manifests"] {
  if (lost.length === 0) return journal.manifests;
  return journal.manifests.map(({ name, text }) => {
    const scope = scopeOfManifest(name);
    const manifest = text === null || scope === null ? null : parseManifest(text, scope, root);
    if (manifest === null || typeof manifest === "string") return { name, text };
    const files = new Map<string, ManifestEntry>(manifest.files);
    for (const move of lost) {
      if (move.manifest !== name) continue;
      if (move.owned === null) files.delete(move.path);
      else files.set(move.path, move.owned);
    }
    return { name, text: printManifest({ entry: manifest.entry, files }) };
  });
}
