import { expect, test } from "vitest";
import { nearestName } from "../../src/language/nearest-name.js";

const cases: readonly [string, readonly string[], string | null][] = [
  ["checkpoint", ["checkpoints", "monitoring"], "checkpoints"],
  ["paralelism", ["parallelism", "max_parallelism"], "parallelism"],
  ["kafka", ["s3", "gcs"], null],
  // The length alone bounds the distance: short names must be nearly right.
  ["s4", ["s3"], "s3"],
  ["abc", ["axy"], null],
  [
    "execution.checkpoint.interval",
    ["execution.checkpointing.interval"],
    "execution.checkpointing.interval",
  ],
  // Equally near: the first one.
  ["bat", ["cat", "hat"], "cat"],
  ["", ["a"], "a"],
  ["name", [], null],
];

test.each(cases)("nearest to %j of %j is %j", (name, candidates, want) => {
  expect(nearestName(name, candidates)).toBe(want);
});

test("the limit can be given", () => {
  expect(nearestName("lagg_maxx", ["lag_max"], 2)).toBe("lag_max");
  expect(nearestName("lagg_maxx", ["lag_max"], 1)).toBeNull();
});
