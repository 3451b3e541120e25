// Finds the output folder and refuses the ones where a mistake would be expensive.
// Creates nothing.
import { homedir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { diagnose } from "../diagnostics/catalogue/index.js";
import type { Report } from "../diagnostics/diagnostic.js";
import { errorCode, type Disk } from "./disk.js";
import type { OutputRoot } from "./failures.js";
import { controlFolder } from "./layout.js";

/** An output folder as found: `device` is null where the folder is still to be made. */
export interface FoundRoot extends OutputRoot {
  readonly device: number | null;
}

/**
 * Resolves the folder; links in its parents are followed, the folder itself must be none.
 * Null after a report of E977 (never an output folder) or E981 (its parent is missing). System
 * errors are thrown.
 */
export function findOutputRoot(folder: string, disk: Disk, report: Report): FoundRoot | null {
  const shown = folder === "" ? "." : folder;
  const wanted = resolve(shown);
  const parent = realParent(dirname(wanted), disk);
  if (parent === null) {
    const problem = `its parent folder "${dirname(shown)}" does not exist`;
    const help = "Create the parent folder; only the last folder of the path is made here.";
    report(diagnose("E981", null, { folder: shown, problem }, { help }));
    return null;
  }
  const root = join(parent, basename(wanted));
  const found = disk.stat(root);
  const problem = found === null || found.kind === "folder" ? null : kindProblem(found.kind);
  const danger = problem ?? dangerOf(root, found !== null, disk);
  if (danger === null) return { root, shown, device: found?.device ?? null };
  const help = 'Name a folder that is meant for generated files, for example "-o out".';
  report(diagnose("E977", null, { folder: shown, problem: danger }, { help }));
  return null;
}

function realParent(path: string, disk: Disk): string | null {
  try {
    const real = disk.realPath(path);
    return disk.stat(real)?.kind === "folder" ? real : null;
  } catch (thrown) {
    const code = errorCode(thrown);
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    throw thrown;
  }
}

function kindProblem(kind: "file" | "link" | "other"): string {
  if (kind === "link") return "it is a symbolic link";
  return kind === "file" ? "it is a file" : "it is neither a folder nor a file";
}

/** A folder that already holds our manifests, or holds nothing, is accepted wherever it is. */
function dangerOf(root: string, exists: boolean, disk: Disk): string | null {
  const danger = nameDanger(root, disk);
  if (danger === null || !exists) return danger;
  const names = disk.list(root);
  return names.length === 0 || names.includes(controlFolder) ? null : danger;
}

function nameDanger(root: string, disk: Disk): string | null {
  if (root === dirname(root)) return "it is the root of the file system";
  const segments = root.split("/");
  for (const name of [".git", "node_modules"]) {
    if (segments.includes(name)) return `it is inside "${name}"`;
  }
  return root === realParent(homedir(), disk) ? "it is a home folder" : null;
}
