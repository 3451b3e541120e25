// The file system as the writer uses it: a port, so that faults can be injected, and its Node form.
// Decides nothing: what may be written is the plan's business.
import {
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmdirSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";

/** What is at a path, links not followed. `executable` is the owner's bit; `size` is in bytes. */
export interface EntryStat {
  readonly kind: "file" | "folder" | "link" | "other";
  readonly size: number;
  readonly executable: boolean;
  readonly device: number;
}

/** How a file is created: exact permission bits whatever the umask, flushed to the device or not. */
export interface CreateOptions {
  readonly mode: number;
  readonly durable: boolean;
}

/** Absolute paths throughout. Every call may throw an error with a `code` such as ENOSPC. */
export interface Disk {
  /** Null only where nothing is there; every other failure throws. */
  stat(path: string): EntryStat | null;
  /** The bytes of a regular file; a link throws ELOOP. */
  read(path: string): Buffer;
  /** The names in a folder, sorted. */
  list(path: string): readonly string[];
  realPath(path: string): string;
  /** Makes one folder; throws EEXIST where anything is there. */
  makeFolder(path: string): void;
  /** Creates a file that must not exist yet. */
  create(path: string, bytes: Uint8Array, options: CreateOptions): void;
  /** Atomic; replaces a file, or an empty folder by a folder. */
  move(from: string, to: string): void;
  removeFile(path: string): void;
  /** Removes an empty folder; throws ENOTEMPTY otherwise. */
  removeFolder(path: string): void;
  /** Makes the entries of a folder durable, where the file system can do that. */
  syncFolder(path: string): void;
}

/** The `code` of a failed system call, or null for any other value that was thrown. */
export function errorCode(thrown: unknown): string | null {
  if (!(thrown instanceof Error) || !("code" in thrown)) return null;
  const { code } = thrown;
  if (typeof code !== "string") return null;
  // Node's own codes (ERR_...) mean wrong use of an API, except this one.
  if (code === "ERR_FS_FILE_TOO_LARGE") return "EFBIG";
  return /^E[A-Z0-9]+$/u.test(code) ? code : null;
}

function stat(path: string): EntryStat | null {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return null;
  let kind: EntryStat["kind"] = "other";
  if (found.isFile()) kind = "file";
  else if (found.isDirectory()) kind = "folder";
  else if (found.isSymbolicLink()) kind = "link";
  return {
    kind,
    size: found.size,
    executable: (found.mode & 0o100) !== 0,
    device: found.dev,
  };
}

function read(path: string): Buffer {
  // Non-blocking, because a pipe put there after the stat would hang the run.
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const handle = openSync(path, flags);
  try {
    return readFileSync(handle);
  } finally {
    closeSync(handle);
  }
}

function create(path: string, bytes: Uint8Array, options: CreateOptions): void {
  const handle = openSync(path, "wx", options.mode);
  try {
    writeFileSync(handle, bytes);
    fchmodSync(handle, options.mode);
    if (options.durable) flush(handle);
  } finally {
    closeSync(handle);
  }
}

/** Some mounts have no fsync; losing durability there is better than losing the run. */
const noFlush: ReadonlySet<string | null> = new Set(["EINVAL", "ENOTSUP", "EISDIR", "EPERM"]);

function flush(handle: number): void {
  try {
    fsyncSync(handle);
  } catch (thrown) {
    if (!noFlush.has(errorCode(thrown))) throw thrown;
  }
}

function syncFolder(path: string): void {
  const handle = openSync(path, constants.O_RDONLY);
  try {
    flush(handle);
  } finally {
    closeSync(handle);
  }
}

/** The disk of this machine. */
export const nodeDisk: Disk = {
  stat,
  read,
  list: (path) => readdirSync(path).toSorted(),
  realPath: (path) => realpathSync(path),
  makeFolder: (path) => mkdirSync(path),
  create,
  move: renameSync,
  removeFile: unlinkSync,
  removeFolder: (path) => rmdirSync(path),
  syncFolder,
};
