// Finds the lines that differ between two texts: common ends first, then Myers' greedy algorithm
// ("An O(ND) Difference Algorithm and Its Variations", 1986). Time and memory follow the number of
// differences, which is small where a file was regenerated.

/** Old lines [oldStart, oldEnd) became new lines [newStart, newEnd). */
export interface ChangedRun {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
}

/** Beyond this many differences the texts have little in common, and one big run says as much. */
const differenceLimit = 2000;

/** The runs that differ, in order, with at least one equal line between any two. */
export function changedRuns(
  oldLines: readonly string[],
  newLines: readonly string[],
): readonly ChangedRun[] {
  const shorter = Math.min(oldLines.length, newLines.length);
  let head = 0;
  while (head < shorter && oldLines[head] === newLines[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && oldLines.at(-1 - tail) === newLines.at(-1 - tail)) tail += 1;
  const before = oldLines.slice(head, oldLines.length - tail);
  const after = newLines.slice(head, newLines.length - tail);
  if (before.length + after.length === 0) return [];
  const matches = matchingLines(before, after);
  return runsBetween(matches, before.length, after.length).map((run) => ({
    oldStart: run.oldStart + head,
    oldEnd: run.oldEnd + head,
    newStart: run.newStart + head,
    newEnd: run.newEnd + head,
  }));
}

type Match = readonly [old: number, fresh: number];

function runsBetween(
  matches: readonly Match[],
  oldCount: number,
  newCount: number,
): readonly ChangedRun[] {
  const runs: ChangedRun[] = [];
  let oldStart = 0;
  let newStart = 0;
  for (const [oldEnd, newEnd] of [...matches, [oldCount, newCount] as const]) {
    if (oldEnd > oldStart || newEnd > newStart) runs.push({ oldStart, oldEnd, newStart, newEnd });
    oldStart = oldEnd + 1;
    newStart = newEnd + 1;
  }
  return runs;
}

/** Pairs of equal lines, in order, as many as possible; none if the limit is passed. */
function matchingLines(before: readonly string[], after: readonly string[]): readonly Match[] {
  if (before.length === 0 || after.length === 0) return [];
  const most = Math.min(before.length + after.length, differenceLimit);
  const offset = most + 1;
  const furthest = new Int32Array(2 * most + 3);
  const history: Int32Array[] = [];
  for (let count = 0; count <= most; count += 1) {
    // Only the diagonals -count to count are ever read back.
    history.push(furthest.slice(offset - count, offset + count + 1));
    for (let diagonal = -count; diagonal <= count; diagonal += 2) {
      const down = goesDown(diagonal, count, (other) => furthest[offset + other] ?? 0);
      const above = furthest[offset + diagonal + (down ? 1 : -1)] ?? 0;
      let old = down ? above : above + 1;
      while (old < before.length && before[old] === after[old - diagonal]) old += 1;
      furthest[offset + diagonal] = old;
      if (old >= before.length && old - diagonal >= after.length) {
        return matchesOf(history, before.length, after.length);
      }
    }
  }
  return [];
}

/** Whether the furthest path to a diagonal comes by an insertion (down) or a deletion. */
function goesDown(diagonal: number, count: number, reach: (diagonal: number) => number): boolean {
  if (diagonal === -count) return true;
  return diagonal !== count && reach(diagonal - 1) < reach(diagonal + 1);
}

/** Walks the path back; `history[d]` holds the reach of diagonals -d to d before round d. */
function matchesOf(
  history: readonly Int32Array[],
  oldCount: number,
  newCount: number,
): readonly Match[] {
  const matches: Match[] = [];
  let old = oldCount;
  let fresh = newCount;
  for (let count = history.length - 1; count >= 0; count -= 1) {
    const saved = history[count] ?? new Int32Array();
    const reach = (diagonal: number): number => saved[diagonal + count] ?? 0;
    const diagonal = old - fresh;
    const down = goesDown(diagonal, count, reach);
    const previous = diagonal + (down ? 1 : -1);
    const oldBefore = count === 0 ? 0 : reach(previous);
    const freshBefore = count === 0 ? 0 : oldBefore - previous;
    while (old > oldBefore && fresh > freshBefore) {
      old -= 1;
      fresh -= 1;
      matches.push([old, fresh]);
    }
    old = oldBefore;
    fresh = freshBefore;
  }
  return matches.toReversed();
}
