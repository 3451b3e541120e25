import { expect, test } from "vitest";
import { durationMs, writtenDuration } from "../../src/model/units.js";

test.each([
  [0, "0ms"],
  [1, "1ms"],
  [1500, "1500ms"],
  [90_000, "90s"],
  [1_500_000, "25m"],
  [3_600_000, "1h"],
  [86_400_000, "1d"],
])("%d ms are written %s, and read back", (milliseconds, text) => {
  expect(writtenDuration(milliseconds)).toBe(text);
  expect(durationMs(text)).toBe(milliseconds);
});
