// Lists and maps in one text: joined as Flink's own splitter reads them back.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  listText,
  mapText,
  splitStructured,
} from "../../../src/targets/flink/options/structured-text.js";

const lists: readonly [string[], string][] = [
  [["a", "b"], "a;b"],
  [["a;b", "c"], "'a;b';c"],
  [["it's"], "it's"],
  [["'quoted'"], "'''quoted'''"],
  [['"x"', "y"], "'\"x\"';y"],
  [["", "a"], "'';a"],
  [[" a "], "' a '"],
  [["[a, b]"], "'[a, b]'"],
  [["- a"], "'- a'"],
  [["file:///opt/a", "s3://b/c"], "file:///opt/a;s3://b/c"],
];
test.each(lists)("list %j is %j", (items, want) => {
  expect(listText(items)).toBe(want);
});

const maps: readonly [[string, string][], string][] = [
  [
    [
      ["k", "v"],
      ["k2", "v2"],
    ],
    "k:v,k2:v2",
  ],
  [[["url", "http://x"]], "'url:''http://x'''"],
  [[["a", "1,2"]], "'a:1,2'"],
  [[["a", ""]], "'a:'''''"],
  // One quoted pair quotes all, or YAML would read a map of its own out of it.
  [
    [
      ["x", "y"],
      ["k", "a: b"],
    ],
    "'x:y','k:''a: b'''",
  ],
  [[["it", "it's"]], "'it:it''s'"],
];
test.each(maps)("map %j is %j", (entries, want) => {
  expect(mapText(entries)).toBe(want);
});

/** Flink's splitter once more, over tokens, so that writer and reader cannot share a mistake. */
function splitByFlinkRules(text: string, delimiter: string): string[] {
  const pattern = `\\s*(?:'((?:[^']|'')*)'|"((?:[^"]|"")*)"|([^${delimiter}\\s'"][^${delimiter}]*))\\s*(${delimiter}|$)`;
  const parts: string[] = [];
  let rest = text;
  while (rest !== "") {
    const match = new RegExp(`^${pattern}`, "u").exec(rest);
    if (match === null) throw new Error(`not readable: ${rest}`);
    const [whole, single, double, plain] = match;
    parts.push(
      single?.replaceAll("''", "'") ?? double?.replaceAll('""', '"') ?? javaTrim(plain ?? ""),
    );
    rest = rest.slice(whole.length);
  }
  return parts;
}

const nasty = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.string({
    maxLength: 8,
    unit: fc.constantFrom("a", "'", '"', ";", ",", ":", " ", "[", "{", "#"),
  }),
);

test("lists and maps are read back", () => {
  fc.assert(
    fc.property(fc.array(nasty, { minLength: 1, maxLength: 4 }), (items) => {
      const text = listText(items);
      expect(splitByFlinkRules(text, ";")).toEqual(items);
      expect(splitStructured(text, ";")).toEqual(items);
    }),
    { seed: 3, numRuns: 3000 },
  );
  fc.assert(
    fc.property(fc.dictionary(nasty, nasty, { minKeys: 1, maxKeys: 4 }), (map) => {
      const entries = Object.entries(map);
      const text = mapText(entries);
      const read = splitByFlinkRules(text, ",").map((pair) => splitByFlinkRules(pair, ":"));
      expect(read).toEqual(entries);
    }),
    { seed: 3, numRuns: 3000 },
  );
});

function javaTrim(text: string): string {
  return text.replace(/^[\0- ]+|[\0- ]+$/gu, "");
}

test("maps are split as they were joined", () => {
  const entries = ["a b", "a;b", "a,b", "a:b", "it's", '"q"', "", " a", "*.jar", "k: v"].map(
    (part, index) => [`k${index}`, part] as const,
  );
  const pairs = splitStructured(mapText(entries), ",") ?? [];
  expect(pairs.map((pair) => splitStructured(pair, ":"))).toEqual(entries);
});
