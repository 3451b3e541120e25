// Emitted JSON: what was meant reads back, and prettier would leave it alone.
import { check } from "prettier";
import { expect, test } from "vitest";
import { jsonDocument } from "../../src/encode/json.js";
import { absent, leaf } from "../../src/encode/leaf.js";

const long = "x".repeat(70);

test.each([
  ["scalars", { a: 1, b: "t", c: null, d: true }],
  ["empty collections", { a: [], b: {} }],
  ["a short list", { tags: ["flink", "nexgen"], after: 1 }],
  ["a list that just fits, with a comma after it", { key: ["x".repeat(66)], after: 1 }],
  ["a list that just fits, at the end", { key: ["x".repeat(67)] }],
  ["a list that is too long", { key: [long, long] }],
  ["maps in lists", { panels: [{ id: 1, at: { x: 0 } }, { id: 2 }] }],
  ["lists in lists", { a: [[{ b: 1 }], [1, 2]] }],
  ["characters that need an escape", { 'a"b': "\\ \n \u2028 ü" }],
])("%s", async (_, value) => {
  const text = jsonDocument(value);
  expect(JSON.parse(text)).toEqual(value);
  expect(await check(text, { parser: "json" })).toBe(true);
});

test("leaves are seen through, and what is absent is left out", () => {
  const value = { a: leaf({ b: leaf(1, null) }, null), c: absent, d: [absent, leaf(2, null)] };
  expect(JSON.parse(jsonDocument(value))).toEqual({ a: { b: 1 }, d: [2] });
});
