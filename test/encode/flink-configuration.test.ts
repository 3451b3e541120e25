import { load } from "js-yaml";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseDocument } from "yaml";
import {
  encodeFlinkComment,
  encodeFlinkKey,
  encodeFlinkList,
  encodeFlinkMap,
  encodeFlinkValue,
  prefixCollisions,
} from "../../src/encode/flink-configuration.js";

/** Flink's reader of flink-conf.yaml, as its source describes it. */
function readLegacy(file: string): Map<string, string> {
  const read = new Map<string, string>();
  for (const line of file.split(/\r\n|\r|\n/u)) {
    const text = javaTrim(line.split("#", 1)[0] ?? "");
    const at = text.indexOf(": ");
    if (at === -1) continue;
    const [key, value] = [javaTrim(text.slice(0, at)), javaTrim(text.slice(at + 2))];
    if (key !== "" && value !== "") read.set(key, value);
  }
  return read;
}

function isWhole(text: string): boolean {
  return !/\p{Cs}/u.test(text);
}

function javaTrim(text: string): string {
  return text.replace(/^[\0- ]+|[\0- ]+$/gu, "");
}

const corpus = [
  "plain",
  "a: b",
  "key: value: more",
  "ends:",
  ": starts",
  "a#b",
  "a # b",
  "#",
  " leading",
  "trailing ",
  "\ttab",
  "in\tside",
  "two\nlines",
  "carriage\rreturn",
  "nul\0byte",
  "bell\u0007",
  "",
  "   ",
  "'single'",
  '"double"',
  'say "hi"',
  "back\\slash",
  "\\n",
  "yes",
  "no",
  "on",
  "null",
  "~",
  "true",
  "TRUE",
  "010",
  "0",
  "-0",
  "+5",
  "-17",
  "0x1F",
  "1e3",
  "1.10",
  "1_000",
  "123456789012345",
  "123456789012345678901234567890",
  ".5",
  ".inf",
  "2024-01-01",
  "12:30:45",
  "[a, b]",
  "{a: b}",
  "- item",
  "? key",
  "| block",
  "> folded",
  "!tag",
  "&anchor",
  "*alias",
  "%directive",
  "@at",
  "`tick`",
  "---",
  "...",
  "a;b;'c;d'",
  "k:v,k2:v2",
  "${HOME}",
  "{{ $value }}",
  "Zürich",
  "日本",
  "😀",
  "\ufeffbom",
  "nbsp\u00a0",
  "line\u2028separator",
  "next\u0085line",
  "del\u007f",
  "\ud800",
  "half \udc00",
  "-XX:+UseG1GC -Xlog:gc*",
  "https://example.com/a?b=c&d=e",
  "x".repeat(5000),
];

/** Whether the legacy reader would return `value`, written as it is, and nothing else. */
function survivesLegacy(value: string): boolean {
  const read = readLegacy(`before: x\nkey: ${value}\nafter: y`);
  return read.get("key") === value && read.size === 3;
}

test.each(corpus)(
  "legacy: %j is written as it is, or refused because it would be lost",
  (value) => {
    const { text, problem } = encodeFlinkValue("legacy", value);
    const unfit = !isWhole(value) || /[^\P{Cc}\t\n\r]/u.test(value);
    expect(problem === null).toBe(survivesLegacy(value) && !unfit);
    expect(text).toBe(problem === null ? value : null);
  },
);

/** Flink turns the scalars of config.yaml back into strings; both readers must agree. */
function readStandard(text: string): unknown {
  const file = `before: x\nkey: ${text}\nafter: y\n`;
  const first = load(file) as Record<string, unknown>;
  const second = parseDocument(file, { version: "1.2", schema: "core" });
  expect(second.errors).toEqual([]);
  expect(second.toJS()).toEqual(first);
  return first["key"];
}

const fitForStandard = corpus.filter((value) => value.trim() !== "" && isWhole(value));

test.each(fitForStandard)("standard: %j is read back", (value) => {
  const text = encodeFlinkValue("standard", value).text ?? "";
  expect(text).toMatch(/^[ -~]+$/u);
  expect(String(readStandard(text))).toBe(value);
  // Bare only where Flink prints the very same text again.
  expect(text).toMatch(/^(?:"|true$|false$|-?\d+$)/u);
});

test("any string is read back or refused, in both files", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (value) => {
      const legacy = encodeFlinkValue("legacy", value);
      const standard = encodeFlinkValue("standard", value);
      const unfit = legacy.text === null ? value : readLegacy(`key: ${legacy.text}`).get("key");
      expect(unfit).toBe(value);
      expect(standard.text === null ? value : String(readStandard(standard.text))).toBe(value);
    }),
    { seed: 11, numRuns: 1000 },
  );
});

const problems: readonly [string, string | null, string | null][] = [
  ["", "empty", "empty"],
  [" ", "empty", "empty"],
  ["a#b", "number-sign", null],
  ["a\nb", "line-break", null],
  [" a", "outer-blank", null],
  ["a\u0001", "control-character", null],
  ["\ud800", "unpaired-surrogate", "unpaired-surrogate"],
  ["fine", null, null],
];
test.each(problems)("%j: legacy %s, standard %s", (value, legacy, standard) => {
  expect(encodeFlinkValue("legacy", value).problem).toBe(legacy);
  expect(encodeFlinkValue("standard", value).problem).toBe(standard);
});

test("numbers and booleans stay bare, everything else is quoted in the standard file", () => {
  expect(encodeFlinkValue("standard", 4).text).toBe("4");
  expect(encodeFlinkValue("standard", true).text).toBe("true");
  expect(encodeFlinkValue("standard", 0.4).text).toBe('"0.4"');
  expect(encodeFlinkValue("standard", "rocksdb").text).toBe('"rocksdb"');
  expect(encodeFlinkValue("legacy", 0.4).text).toBe("0.4");
});

test.each([
  ["taskmanager.numberOfTaskSlots", true],
  ["s3.access-key", true],
  ["a b", false],
  ["a:b", false],
  ["a#", false],
  ["", false],
  ["ключ", false],
  ["a\n", false],
])("key %j: %s", (key, good) => {
  expect(encodeFlinkKey(key)).toEqual(
    good ? { text: key, problem: null } : { text: null, problem: "key" },
  );
});

test.each([
  ["checkpointing", "# checkpointing"],
  ["", "#"],
  ["two\nlines: yes\r\n\u2028x", "# two lines: yes x"],
])("comment %j", (text, want) => {
  expect(encodeFlinkComment(text)).toBe(want);
});

const lists: readonly [string[], string | null][] = [
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
  [[], null],
  [["a\nb"], null],
];
test.each(lists)("list %j is %j", (items, want) => {
  expect(encodeFlinkList(items).text).toBe(want);
});

const maps: readonly [[string, string][], string | null][] = [
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
  [[], null],
  [
    [
      ["a", "1"],
      ["a", "2"],
    ],
    null,
  ],
];
test.each(maps)("map %j is %j", (entries, want) => {
  expect(encodeFlinkMap(entries).text).toBe(want);
});

/** Flink's splitter once more, over tokens: the other implementation is in src/targets. */
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
      const { text } = encodeFlinkList(items);
      expect(text).not.toBeNull();
      expect(splitByFlinkRules(text ?? "", ";")).toEqual(items);
    }),
    { seed: 3, numRuns: 3000 },
  );
  fc.assert(
    fc.property(fc.dictionary(nasty, nasty, { minKeys: 1, maxKeys: 4 }), (map) => {
      const entries = Object.entries(map);
      const { text } = encodeFlinkMap(entries);
      expect(text).not.toBeNull();
      const read = splitByFlinkRules(text ?? "", ",").map((pair) => splitByFlinkRules(pair, ":"));
      expect(read).toEqual(entries);
    }),
    { seed: 3, numRuns: 3000 },
  );
});

test("prefix collisions", () => {
  expect(
    prefixCollisions(["s3.endpoint.region", "a", "s3.endpoint", "s3.endpointx", "ab"]),
  ).toEqual([{ prefix: "s3.endpoint", key: "s3.endpoint.region" }]);
  expect(prefixCollisions(["a.b.c", "a.b", "a"])).toEqual([
    { prefix: "a", key: "a.b" },
    { prefix: "a", key: "a.b.c" },
    { prefix: "a.b", key: "a.b.c" },
  ]);
  expect(prefixCollisions(["high-availability.type", "high-availability-x"])).toEqual([]);
});
