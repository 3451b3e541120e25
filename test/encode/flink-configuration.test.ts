import { load } from "js-yaml";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseDocument } from "yaml";
import { encodeFlinkComment, encodeFlinkEntry } from "../../src/encode/flink-configuration.js";
import type { FlinkFileFormat } from "../../src/targets/flink/lines.js";
import { fileProblem } from "../../src/targets/flink/options/file-problem.js";

/** What stands behind the key; null: the file cannot hold it. */
function written(format: FlinkFileFormat, value: string): string | null {
  const encode = () => encodeFlinkEntry(format, "key", value);
  const problem = fileProblem("key", value, format);
  if (problem === null) return encode().slice("key: ".length);
  if (thrownBy(encode) !== `the value of key ${problem}`) throw new Error("written all the same");
  return null;
}

function thrownBy(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : null;
  }
}

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
    const unfit = !isWhole(value) || /[^\P{Cc}\t\n\r]/u.test(value);
    expect(written("legacy", value)).toBe(survivesLegacy(value) && !unfit ? value : null);
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
  const text = written("standard", value) ?? "";
  expect(text).toMatch(/^[ -~]+$/u);
  expect(String(readStandard(text))).toBe(value);
  // Bare only where Flink prints the very same text again.
  expect(text).toMatch(/^(?:"|true$|false$|-?\d+$)/u);
});

test("any string is read back or refused, in both files", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (value) => {
      const legacy = written("legacy", value);
      const standard = written("standard", value);
      expect(legacy === null ? value : readLegacy(`key: ${legacy}`).get("key")).toBe(value);
      expect(standard === null ? value : String(readStandard(standard))).toBe(value);
    }),
    { seed: 11, numRuns: 1000 },
  );
});

const problems: readonly [string, string | null, string | null][] = [
  ["", "is empty", "is empty"],
  [" ", "is empty", "is empty"],
  ["\0 ", "is empty", "is empty"],
  ["a#b", 'has a "#", which begins a comment there', null],
  ["a\nb", "has a line break", null],
  [" a", "begins or ends with a blank", null],
  ["a\u0001", "has a control character", null],
  ["\ud800", "has half of a surrogate pair", "has half of a surrogate pair"],
  ["fine", null, null],
];
test.each(problems)("%j: legacy %s, standard %s", (value, legacy, standard) => {
  expect(fileProblem("key", value, "legacy")).toBe(legacy);
  expect(fileProblem("key", value, "standard")).toBe(standard);
});

test("whole numbers and booleans stay bare, everything else is quoted in the standard file", () => {
  expect(written("standard", "4")).toBe("4");
  expect(written("standard", "true")).toBe("true");
  expect(written("standard", "0.4")).toBe('"0.4"');
  expect(written("standard", "rocksdb")).toBe('"rocksdb"');
  expect(written("legacy", "0.4")).toBe("0.4");
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
  const encode = () => encodeFlinkEntry("standard", key, "x");
  const outcome = good ? encode() : thrownBy(encode);
  expect(outcome).toBe(good ? `${key}: "x"` : `"${key}" is no name of an option`);
});

test.each([
  ["checkpointing", "# checkpointing"],
  ["", "#"],
  ["two\nlines: yes\r\n\u2028x", "# two lines: yes x"],
])("comment %j", (text, want) => {
  expect(encodeFlinkComment(text)).toBe(want);
});
