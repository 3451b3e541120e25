// Texts of values: the same that the files are written with, and that Flink's own splitter reads back.
import { expect, test } from "vitest";
import { encodeFlinkList, encodeFlinkMap } from "../../../../src/encode/flink-configuration.js";
import {
  durationText,
  listText,
  mapText,
  sizeText,
} from "../../../../src/targets/flink/configuration/option-text.js";
import { splitStructured } from "../../../../src/targets/flink/options/structured-text.js";

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

const parts = ["a", "a b", "a;b", "a,b", "a:b", "it's", '"q"', "", " a", "*.jar", "k: v"];

test.each(parts)("a list holds %j", (part) => {
  const text = listText(["first", part]);
  expect(text).toBe(encodeFlinkList(["first", part]).text);
  expect(splitStructured(text, ";")).toEqual(["first", part]);
});

test.each(parts)("a map holds %j", (part) => {
  const text = mapText([
    ["first", "1"],
    ["second", part],
  ]);
  expect(text).toBe(
    encodeFlinkMap([
      ["first", "1"],
      ["second", part],
    ]).text,
  );
  const pairs = splitStructured(text, ",") ?? [];
  expect(pairs.map((pair) => splitStructured(pair, ":"))).toEqual([
    ["first", "1"],
    ["second", part],
  ]);
});
