// Turns failed system calls into diagnostics, and says which codes mean a missing or closed folder.
// Anything thrown without an error code is a bug of ours and stays thrown.
import { join } from "node:path/posix";
import { diagnose } from "../diagnostics/catalogue/index.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { errorCode } from "./disk.js";

/** Codes for which the command ends with status 2: this can never be an output folder. */
export const usageCodes: ReadonlySet<string> = new Set(["E977"]);

/** Codes for which the command ends with status 3: the output folder has no parent folder. */
export const missingCodes: ReadonlySet<string> = new Set(["E981"]);

/** Codes for which the command ends with status 4: the output folder may not be read or written. */
export const deniedCodes: ReadonlySet<string> = new Set(["E982"]);

const denied: ReadonlySet<string> = new Set(["EACCES", "EPERM", "EROFS"]);

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: "no space is left on the device",
  EDQUOT: "the disk quota is used up",
  EFBIG: "the file is larger than allowed",
  EIO: "the device reported an error",
  EMFILE: "too many files are open",
  ENOENT: "it vanished meanwhile",
  ENOTDIR: "a folder was replaced meanwhile",
  ELOOP: "it was replaced by a symbolic link meanwhile",
  EEXIST: "something else was put there meanwhile",
  EXDEV: "it is on another file system",
};

/** An output folder: `root` is its real absolute path, `shown` what the user called it. */
export interface OutputRoot {
  readonly root: string;
  readonly shown: string;
}

/** A path below the output folder as it is printed. */
export function shownPath(output: OutputRoot, path: string): string {
  return join(output.shown, path);
}

/** The diagnostic for a failed system call; `consequence` says in the help what the tree is like. */
export function failureOf(thrown: unknown, output: OutputRoot, consequence: string): Diagnostic {
  const code = errorCode(thrown);
  if (code === null) throw thrown;
  const path = failedPath(thrown, output);
  if (denied.has(code)) {
    const help = `Check owner and permissions of the folder, and that it is mounted for writing. ${consequence}`;
    return diagnose("E982", null, { path }, { help });
  }
  const reason = reasons[code] ?? `the system call failed with ${code}`;
  return diagnose("E983", null, { folder: output.shown, path, reason }, { help: consequence });
}

function failedPath(thrown: unknown, output: OutputRoot): string {
  const path =
    thrown instanceof Error && "path" in thrown && typeof thrown.path === "string"
      ? thrown.path
      : output.root;
  if (path === output.root) return output.shown;
  const inside = `${output.root}/`;
  return path.startsWith(inside) ? shownPath(output, path.slice(inside.length)) : path;
}
