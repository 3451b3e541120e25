// Unified diffs of two versions of one file, in the format that patch and git read.
// Works on bytes and lines; knows no plan and no disk.
import { isUtf8 } from "node:buffer";
import { changedRuns, type ChangedRun } from "./line-diff.js";

const context = 3;

/**
 * The diff of `path` from `before` to `after` (null: the file does not exist), "" if they are equal.
 * Bytes that are no text give one line that says so.
 */
export function unifiedDiff(
  path: string,
  before: Uint8Array | null,
  after: Uint8Array | null,
): string {
  const from = before === null ? "/dev/null" : `a/${path}`;
  const to = after === null ? "/dev/null" : `b/${path}`;
  const old = before ?? new Uint8Array();
  const fresh = after ?? new Uint8Array();
  if (before !== null && after !== null && Buffer.compare(old, fresh) === 0) return "";
  if (isBinary(old) || isBinary(fresh)) return `Binary files ${from} and ${to} differ\n`;
  const oldLines = linesOf(old);
  const newLines = linesOf(fresh);
  const hunks = hunksOf(changedRuns(oldLines, newLines), oldLines.length);
  const body = hunks.map((hunk) => printHunk(hunk, oldLines, newLines)).join("");
  return `--- ${from}\n+++ ${to}\n${body}`;
}

function isBinary(bytes: Uint8Array): boolean {
  return bytes.includes(0) || !isUtf8(bytes);
}

/** Lines with their line feed; only the last one may lack it. */
function linesOf(bytes: Uint8Array): readonly string[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  const lines = text.split("\n").map((line) => `${line}\n`);
  const last = text.slice(text.lastIndexOf("\n") + 1);
  lines.pop();
  if (last !== "") lines.push(last);
  return lines;
}

/** Runs that are at most two contexts apart share a hunk. `end` is an old line, exclusive. */
interface Hunk {
  readonly start: number;
  readonly end: number;
  readonly runs: readonly ChangedRun[];
}

function hunksOf(runs: readonly ChangedRun[], oldCount: number): readonly Hunk[] {
  const groups: ChangedRun[][] = [];
  let reach = -1;
  for (const run of runs) {
    const group = groups.at(-1);
    if (group !== undefined && run.oldStart <= reach) group.push(run);
    else groups.push([run]);
    reach = run.oldEnd + 2 * context;
  }
  return groups.map((group) => ({
    start: Math.max(0, (group[0]?.oldStart ?? 0) - context),
    end: Math.min(oldCount, (group.at(-1)?.oldEnd ?? 0) + context),
    runs: group,
  }));
}

function printHunk(hunk: Hunk, oldLines: readonly string[], newLines: readonly string[]): string {
  const lines: string[] = [];
  let at = hunk.start;
  for (const run of hunk.runs) {
    push(lines, " ", oldLines.slice(at, run.oldStart));
    push(lines, "-", oldLines.slice(run.oldStart, run.oldEnd));
    push(lines, "+", newLines.slice(run.newStart, run.newEnd));
    at = run.oldEnd;
  }
  push(lines, " ", oldLines.slice(at, hunk.end));
  const first = hunk.runs[0];
  const last = hunk.runs.at(-1);
  const newStart = hunk.start + (first === undefined ? 0 : first.newStart - first.oldStart);
  const newEnd = hunk.end + (last === undefined ? 0 : last.newEnd - last.oldEnd);
  const ranges = `-${range(hunk.start, hunk.end)} +${range(newStart, newEnd)}`;
  return `@@ ${ranges} @@\n${lines.join("")}`;
}

function push(lines: string[], sign: string, more: readonly string[]): void {
  for (const line of more) {
    lines.push(sign, line.endsWith("\n") ? line : `${line}\n\\ No newline at end of file\n`);
  }
}

/** An empty range names the line before it, which is the format's rule. */
function range(start: number, end: number): string {
  const count = end - start;
  if (count === 1) return String(start + 1);
  return `${count === 0 ? start : start + 1},${count}`;
}
