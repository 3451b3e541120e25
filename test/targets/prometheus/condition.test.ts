// The condition language: what it accepts, with the places of its parts, and what it expects instead.
import { expect, test } from "vitest";
import { parseCondition } from "../../../src/targets/prometheus/condition.js";

test("a comparison with its parts", () => {
  const text = "checkpoint_failures > 3 in 10m";
  expect(parseCondition(text)).toEqual({
    ok: true,
    condition: {
      operand: { kind: "metric", metric: { text: "checkpoint_failures", start: 0, end: 19 } },
      operator: ">",
      value: { text: "3", start: 22, end: 23, number: 3, unit: "" },
      within: { text: "10m", start: 27, end: 30, milliseconds: 600_000 },
      hold: null,
    },
  });
});

test.each([
  ["a>1", ">", 1, ""],
  ["a >= 1.5", ">=", 1.5, ""],
  ["a < -2", "<", -2, ""],
  ["a <= 200ms", "<=", 200, "ms"],
  ["a == 10GB", "==", 10, "GB"],
  ["  a\n!=\t90%  ", "!=", 90, "%"],
])("%j", (text, operator, number, unit) => {
  const parsed = parseCondition(text);
  expect(parsed.ok && parsed.condition).toMatchObject({ operator, value: { number, unit } });
});

test.each([
  ["a > 1 for 90s", null, 90_000],
  ["a > 1 in 1h for 5m", 3_600_000, 300_000],
  ["a > 1 for 2d", null, 172_800_000],
])("%j waits and looks back", (text, within, hold) => {
  const parsed = parseCondition(text);
  const found = parsed.ok ? parsed.condition : null;
  expect([found?.within?.milliseconds ?? null, found?.hold?.milliseconds ?? null]).toEqual([
    within,
    hold,
  ]);
});

test("a distance, and a metric that is called abs", () => {
  expect(parseCondition("abs(a - b) > 1")).toMatchObject({
    condition: { operand: { kind: "distance", left: { text: "a" }, right: { text: "b" } } },
  });
  expect(parseCondition("abs > 1")).toMatchObject({
    condition: { operand: { kind: "metric", metric: { text: "abs" } } },
  });
});

test.each([
  ["", "the name of a metric, or abs(", "", 0],
  ["3 > a", "the name of a metric, or abs(", "3", 0],
  ["a", "one of > < >= <= == !=", "", 1],
  ["a = 3", "one of > < >= <= == !=", "=", 2],
  ["a > b", "a number with or without a unit", "b", 4],
  ["a > 1e3", "a number with or without a unit", "1e3", 4],
  ["a > 3 or b > 4", '"in", "for" and a duration, or the end', "or", 6],
  ["a > 3 for", 'a duration such as 10m after "for"', "", 9],
  ["a > 3 for 5", 'a duration such as 10m after "for"', "5", 10],
  ["a > 3 for 0s", 'a duration such as 10m after "for"', "0s", 10],
  ["a > 3 for 5m x", "the end", "x", 13],
  ["abs(a b) > 1", "-", "b", 6],
  ["a{b} > 1", "one of > < >= <= == !=", "{", 1],
  ["ä > 1", "the name of a metric, or abs(", "ä", 0],
])("%j is no condition", (text, expected, found, start) => {
  expect(parseCondition(text)).toMatchObject({ ok: false, problem: { expected, found, start } });
});
