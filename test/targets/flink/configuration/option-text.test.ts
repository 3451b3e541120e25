// Texts of durations and sizes.
import { expect, test } from "vitest";
import { durationText, sizeText } from "../../../../src/targets/flink/configuration/option-text.js";

test.each([
  [0, "0 ms"],
  [250, "250 ms"],
  [1000, "1 s"],
  [90_500, "90500 ms"],
  [3_600_000, "3600 s"],
])("%i ms is %s", (milliseconds, want) => {
  expect(durationText(milliseconds)).toBe(want);
});

test.each([
  [0, "0b"],
  [100, "100b"],
  [32_768, "32k"],
  [4_294_967_296, "4096m"],
])("%i bytes are %s", (bytes, want) => {
  expect(sizeText(bytes)).toBe(want);
});
