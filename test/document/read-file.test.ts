// From bytes to text: what the host answers, the limits, and strict UTF-8.
import { expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { readSourceFile } from "../../src/document/read-file.js";
import { newReadingBudget, readingLimits } from "../../src/document/reading-budget.js";
import type { ReadingBudget } from "../../src/document/reading-budget.js";
import type { Host, ReadOutcome } from "../../src/source/host.js";
import { memoryHost } from "../../src/source/memory-host.js";
import type { SourceFile, Span } from "../../src/source/source-file.js";
import { range } from "./read.js";

interface Read {
  readonly file: SourceFile | null;
  readonly found: readonly Diagnostic[];
}

const referrer: Span = { file: { path: "top.infra", text: "extends: a.infra" }, start: 9, end: 16 };

function read(
  host: Host,
  budget: ReadingBudget = newReadingBudget(),
  from: Span | null = null,
): Read {
  const found: Diagnostic[] = [];
  const request = { absolutePath: "/p/a.infra", displayPath: "a.infra", referrer: from };
  const file = readSourceFile(host, request, (diagnostic) => found.push(diagnostic), budget);
  return { file, found };
}

function holding(...bytes: (number | string)[]): Host {
  const parts = bytes.map((part) => (typeof part === "string" ? [...Buffer.from(part)] : [part]));
  return memoryHost({ files: { "/p/a.infra": new Uint8Array(parts.flat()) } });
}

function answering(outcome: ReadOutcome): Host {
  return { ...memoryHost({ files: {} }), readFile: () => outcome };
}

test("a byte order mark is no part of the text, a second one is", () => {
  expect(read(holding(0xef, 0xbb, 0xbf, "a: é🎉\r\n")).file).toEqual({
    path: "a.infra",
    text: "a: é🎉\r\n",
  });
  expect(read(holding(0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf, "a")).file?.text).toBe("\ufeffa");
});

const answers: readonly (readonly [outcome: ReadOutcome, code: string, text: string])[] = [
  [{ kind: "missing" }, "E730", "does not exist"],
  [{ kind: "denied" }, "E732", "permission denied"],
  [{ kind: "not-a-file", what: "a folder" }, "E731", "it is a folder"],
  [{ kind: "failed", reason: "the disk is on fire" }, "E731", "the disk is on fire"],
  [{ kind: "too-large", bytes: 20_000_000 }, "E735", "16777216"],
];

test.each(answers)("%j is %s", (outcome, code, text) => {
  const { file, found } = read(answering(outcome), newReadingBudget(), referrer);
  expect(file).toBeNull();
  expect(found.map((diagnostic) => diagnostic.code)).toEqual([code]);
  expect(found[0]?.span).toBe(referrer);
  expect(found[0]?.message).toContain(text);
  expect(found[0]?.message).toContain('"a.infra"');
});

test.each([
  ["UTF-16, little-endian", holding(0xff, 0xfe, 0x61, 0), "1:1", "UTF-16"],
  ["UTF-16, big-endian", holding(0xfe, 0xff, 0, 0x61), "1:1", "UTF-16"],
  ["Latin-1", holding("a: é\nb: ", 0xe9, "\n"), "2:4", "byte 9"],
  ["overlong", holding("a: ", 0xc0, 0xaf), "1:4", "byte 3"],
  ["surrogate", holding("é: ", 0xed, 0xa0, 0x80), "1:4", "byte 4"],
  ["behind a byte order mark", holding(0xef, 0xbb, 0xbf, "a: ", 0xff), "1:4", "byte 6"],
  ["cut short", holding("a: x", 0xe2, 0x82), "1:5", "byte 4"],
])("%s is no UTF-8", (_, host, place, text) => {
  const { file, found } = read(host);
  expect(file).toBeNull();
  expect(found.map(({ code, span }) => [code, range(span)])).toEqual([["E736", place]]);
  expect(found[0]?.message).toContain(text);
  expect(found[0]?.span?.file.text.trim()).toBe("");
});

test("the budget of all files together is kept", () => {
  const budget = { ...newReadingBudget(), bytes: 10 };
  expect(read(holding("a: 12\n"), budget).file).not.toBeNull();
  expect(budget.bytes).toBe(4);
  const { file, found } = read(holding("a: 12\n"), budget);
  expect(file).toBeNull();
  expect(found[0]?.message).toContain(String(readingLimits.totalBytes));
});
