import { array, assert, constantFrom, property } from "fast-check";
import { expect, test } from "vitest";
import { changedRuns } from "../../src/write/line-diff.js";
import { unifiedDiff } from "../../src/write/unified-diff.js";

const numbers = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => String(from + index));

const bytes = (side: string | null): Buffer | null => (side === null ? null : Buffer.from(side));

const text = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join("");

test.each([
  ["equal", "a\n", "a\n", ""],
  ["new file", null, "a\nb\n", "--- /dev/null\n+++ b/f\n@@ -0,0 +1,2 @@\n+a\n+b\n"],
  ["deleted file", "a\n", null, "--- a/f\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n"],
  [
    "one line in ten",
    text(numbers(1, 10)),
    text([...numbers(1, 4), "five", ...numbers(6, 10)]),
    "--- a/f\n+++ b/f\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n",
  ],
  [
    "two hunks, and lengths that shift the second",
    text(numbers(1, 20)),
    text(["0", ...numbers(1, 19)]),
    "--- a/f\n+++ b/f\n@@ -1,3 +1,4 @@\n+0\n 1\n 2\n 3\n@@ -17,4 +18,3 @@\n 17\n 18\n 19\n-20\n",
  ],
  [
    "no line feed at the end",
    "a\nb",
    "a\nb\n",
    "--- a/f\n+++ b/f\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n",
  ],
  ["a zero byte", "a\0", "b", "Binary files a/f and b/f differ\n"],
])("%s", (_, before, after, want) => {
  expect(unifiedDiff("f", bytes(before), bytes(after))).toBe(want);
});

test("bytes that are not UTF-8 are binary", () => {
  const diff = unifiedDiff("f", Buffer.from([0xff, 0x0a]), Buffer.from("a\n"));
  expect(diff).toBe("Binary files a/f and b/f differ\n");
});

test.each([
  ["six equal lines between join", 8, 1],
  ["seven equal lines between part", 9, 2],
])("%s two changes", (_, second, hunks) => {
  const before = numbers(1, 20);
  const after = before.map((line) => (line === "1" || line === String(second) ? "new" : line));
  const diff = unifiedDiff("f", Buffer.from(text(before)), Buffer.from(text(after)));
  expect(diff.match(/^@@/gmu)).toHaveLength(hunks);
});

function longestCommon(before: readonly string[], after: readonly string[]): number {
  let row = [0, ...after.map(() => 0)];
  for (const line of before) {
    const next = [0];
    after.forEach((other, at) => {
      const kept = Math.max(row[at + 1] ?? 0, next[at] ?? 0);
      next.push(line === other ? (row[at] ?? 0) + 1 : kept);
    });
    row = next;
  }
  return row.at(-1) ?? 0;
}

const lines = array(constantFrom("a", "b", "c", "d"), { maxLength: 25 });

test("runs turn the old text into the new one, and are as short as can be", () => {
  assert(
    property(lines, lines, (before, after) => {
      const built: string[] = [];
      let at = 0;
      let removed = 0;
      for (const run of changedRuns(before, after)) {
        built.push(...before.slice(at, run.oldStart));
        built.push(...after.slice(run.newStart, run.newEnd));
        removed += run.oldEnd - run.oldStart;
        at = run.oldEnd;
      }
      built.push(...before.slice(at));
      expect(built).toEqual(after);
      expect(before.length - removed).toBe(longestCommon(before, after));
    }),
    { numRuns: 500, seed: 1 },
  );
});

test("texts with nothing in common become one run", () => {
  const before = numbers(1, 3000);
  const after = numbers(10_001, 13_000);
  expect(changedRuns(before, after)).toEqual([
    { oldStart: 0, oldEnd: 3000, newStart: 0, newEnd: 3000 },
  ]);
});
