// The order of diagnostics, their JSON form, and the escaping of text.
import { expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { renderJson } from "../../src/diagnostics/json.js";
import { foldAlike, sortDiagnostics } from "../../src/diagnostics/order.js";
import { printable } from "../../src/diagnostics/printable.js";

const base = { path: "base.infra", text: "a: 1\nb: 2\n" };
const leaf = { path: "leaf.infra", text: "a: 1\nb: 2\n" };
const other = { path: "aaa.infra", text: "" };

function at(file: typeof base | null, start: number, code = "E1", message = "m"): Diagnostic {
  const span = file === null ? null : { file, start, end: start + 1 };
  return { code, severity: "error", message, span, related: [], help: null };
}

test("sorted by file, place, code, message; the same once", () => {
  const want = [
    at(null, 0),
    at(leaf, 0),
    at(leaf, 5, "E1"),
    at(leaf, 5, "E2", "a"),
    at(leaf, 5, "E2", "b"),
    at(base, 0),
    at(other, 0),
  ];
  const shuffled = [6, 3, 0, 5, 2, 1, 4, 3, 6].map((index) => want[index] as Diagnostic);
  expect(sortDiagnostics(shuffled, [leaf, base])).toEqual(want);
  expect(sortDiagnostics(shuffled.toReversed(), [leaf, base])).toEqual(want);
});

test("what prints differently is kept", () => {
  const help = { ...at(leaf, 0), help: "h" };
  expect(sortDiagnostics([at(leaf, 0), help, at(leaf, 0)], [leaf])).toHaveLength(2);
});

test("JSON groups by severity and counts", () => {
  const related = [{ span: { file: base, start: 5, end: 6 }, message: "here" }];
  const warning: Diagnostic = { ...at(leaf, 5, "W1"), severity: "warning", related, help: "h" };
  const text = renderJson([
    at(leaf, 0),
    warning,
    at(null, 0, "E2"),
    { ...at(null, 0), severity: "note" },
  ]);
  expect(text.endsWith("}\n")).toBe(true);
  const place = { file: "leaf.infra", line: 1, column: 1, endLine: 1, endColumn: 2 };
  const nowhere = { file: null, line: null, column: null, endLine: null, endColumn: null };
  const rest = { message: "m", help: null, notes: [], related: [] };
  expect(JSON.parse(text)).toEqual({
    errors: [
      { code: "E1", severity: "error", ...rest, ...place },
      { code: "E2", severity: "error", ...rest, ...nowhere },
    ],
    warnings: [
      {
        code: "W1",
        severity: "warning",
        message: "m",
        ...place,
        line: 2,
        endLine: 2,
        help: "h",
        notes: ["base.infra:2:1: here"],
        related: [
          { message: "here", file: "base.infra", line: 2, column: 1, endLine: 2, endColumn: 2 },
        ],
      },
    ],
    notes: [{ code: "E1", severity: "note", ...rest, ...nowhere }],
    summary: { errorCount: 2, warningCount: 1, noteCount: 1 },
  });
});

test("JSON escapes what does not print and keeps its meaning", () => {
  const message = "\u0000\n\u001b\u009b\u202e\ufeff\ud800 é 🎉 \u{e0041}";
  const text = renderJson([at(leaf, 0, "E1", message)]);
  expect(text).not.toMatch(
    // eslint-disable-next-line no-control-regex
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e\ufeff\u{e0041}]|\p{Cs}/u,
  );
  const parsed = JSON.parse(text) as { errors: { message: string }[] };
  expect(parsed.errors[0]?.message).toBe(message);
});

test.each([
  ["plain é 日本 🎉 \\u{7}", "plain é 日本 🎉 \\u{7}"],
  ["\u0000\t\n\r\u001b\u007f", "\\u{0}\\u{9}\\u{a}\\u{d}\\u{1b}\\u{7f}"],
  ["\u0085\u009b", "\\u{85}\\u{9b}"],
  [
    "\u061c\u200b\u200f\u202e\u2066\u2028\ufeff",
    "\\u{61c}\\u{200b}\\u{200f}\\u{202e}\\u{2066}\\u{2028}\\u{feff}",
  ],
  ["\ud83d x \udc00", "\\u{d83d} x \\u{dc00}"],
  ["\u{e0041}", "\\u{e0041}"],
])("printable %j", (text, want) => {
  expect(printable(text)).toBe(want);
});

test("what is found at one place for many users is told once, with their number", () => {
  const found = ["b", "a", "c"].map((name) => ({
    ...at(leaf, 3),
    message: `Unknown property "x" in the process "${name}".`,
  }));
  const elsewhere = { ...at(leaf, 9), message: 'Unknown property "x" in the process "a".' };
  const told = foldAlike(sortDiagnostics([...found, elsewhere], [leaf]));
  expect(told.map(({ message }) => message)).toEqual([
    'Unknown property "x" in the process "a". And 2 more here like it.',
    'Unknown property "x" in the process "a".',
  ]);
  const other = { ...at(leaf, 3), message: "Something else." };
  expect(foldAlike(sortDiagnostics([...found, other], [leaf]))).toHaveLength(2);
});
