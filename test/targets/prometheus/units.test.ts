// Thresholds as plain numbers in the unit of their metric, and durations as Prometheus writes them.
import { expect, test } from "vitest";
import { parseCondition } from "../../../src/targets/prometheus/condition.js";
import {
  prometheusDuration,
  thresholdIn,
  type Unit,
} from "../../../src/targets/prometheus/units.js";

function threshold(written: string, unit: Unit): unknown {
  const parsed = parseCondition(`a > ${written}`);
  if (!parsed.ok) throw new Error(written);
  const found = thresholdIn(parsed.condition.value, unit);
  return found.ok ? found.value : found.problem;
}

test.each<[string, Unit, number]>([
  ["1000ms", "milliseconds", 1000],
  ["5m", "milliseconds", 300_000],
  ["500ms", "seconds", 0.5],
  ["10gb", "bytes", 10 * 1024 ** 3],
  ["10GB", "bytes", 10 * 1024 ** 3],
  ["90%", "ratio", 0.9],
  ["0.9", "ratio", 0.9],
  ["10%", "percent", 10],
  ["10", "percent", 10],
  ["-3", "number", -3],
])("%s of %s", (written, unit, value) => {
  expect(threshold(written, unit)).toBe(value);
});

test.each<[string, Unit, string]>([
  ["1000ms", "ratio", "a share from 0 to 1"],
  ["1000ms", "number", "a plain number"],
  ["5%", "bytes", "bytes"],
  ["1gb", "milliseconds", "time, in milliseconds"],
  ["90", "ratio", "never gets there"],
  ["-1", "bytes", "never gets there"],
  ["101%", "percent", "never gets there"],
  ["5kg", "number", "is no unit"],
])("%s of %s is refused", (written, unit, problem) => {
  expect(threshold(written, unit)).toContain(problem);
});

test.each([
  [0, "0s"],
  [500, "500ms"],
  [90_000, "1m30s"],
  [600_000, "10m"],
  [5_400_000, "1h30m"],
  [172_800_000, "2d"],
])("%d ms is %s", (milliseconds, text) => {
  expect(prometheusDuration(milliseconds)).toBe(text);
});
