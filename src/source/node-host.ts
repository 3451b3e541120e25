// The host of the command line: real files and the real process environment. The only reader of disk.
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readSync,
  readdirSync,
  realpathSync,
} from "node:fs";
import type { BigIntStats } from "node:fs";
import type { Host, ReadOutcome } from "./host.js";

/** Files as the operating system gives them. Every failure is an outcome, none is thrown. */
export function nodeHost(): Host {
  return {
    readFile: readRegularFile,
    listFolder(path) {
      return attempt(() => readdirSync(path).toSorted(byCodeUnit)) ?? [];
    },
    realPath(path) {
      return attempt(() => realpathSync.native(path));
    },
    environmentVariable(name) {
      // Only own names: every object also has a `toString`.
      return Object.hasOwn(process.env, name) ? process.env[name] : undefined;
    },
  };
}

/**
 * Opens once and asks the descriptor what it is, so that nothing can change in between, and without
 * blocking, so that a pipe without a writer does not hang the run.
 */
function readRegularFile(path: string, limit: number): ReadOutcome {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats = fstatSync(descriptor, { bigint: true });
    if (!stats.isFile()) return { kind: "not-a-file", what: describe(stats) };
    if (stats.size > BigInt(limit)) return { kind: "too-large", bytes: Number(stats.size) };
    const bytes = readAll(descriptor, Number(stats.size), limit);
    if (bytes === null) return { kind: "too-large", bytes: limit + 1 };
    return { kind: "file", bytes, identity: `${stats.dev}:${stats.ino}` };
  } catch (thrown) {
    return outcomeOf(thrown);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Reads to the end, whatever size was announced; null as soon as `limit` is passed. */
function readAll(descriptor: number, size: number, limit: number): Uint8Array | null {
  let buffer = new Uint8Array(Math.min(size, limit) + 1);
  let length = 0;
  for (;;) {
    const count = readSync(descriptor, buffer, length, buffer.length - length, null);
    if (count === 0) return buffer.subarray(0, length);
    length += count;
    if (length > limit) return null;
    if (length === buffer.length) {
      const larger = new Uint8Array(Math.min(2 * length, limit + 1));
      larger.set(buffer);
      buffer = larger;
    }
  }
}

function describe(stats: BigIntStats): string {
  if (stats.isDirectory()) return "a folder";
  if (stats.isFIFO()) return "a named pipe";
  if (stats.isSocket()) return "a socket";
  return "a device";
}

function outcomeOf(thrown: unknown): ReadOutcome {
  const code = (thrown as NodeJS.ErrnoException).code ?? "";
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return { kind: "missing" };
    case "EACCES":
    case "EPERM":
      return { kind: "denied" };
    case "EISDIR":
      return { kind: "not-a-file", what: "a folder" };
    case "ENXIO":
      return { kind: "not-a-file", what: "a socket" };
    case "ELOOP":
      return { kind: "failed", reason: "its symbolic links form a loop" };
    case "":
      throw thrown;
    default:
      return { kind: "failed", reason: `the system answered ${code}` };
  }
}

function attempt<Result>(action: () => Result): Result | null {
  try {
    return action();
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === undefined) throw thrown;
    return null;
  }
}

function byCodeUnit(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
