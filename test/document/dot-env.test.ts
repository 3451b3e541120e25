// The dialect of `.env` files: values, places, refusals; and agreement with `dotenv` where both read alike.
import * as dotenv from "dotenv";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { parseDotEnv } from "../../src/document/dot-env.js";
import { range } from "./read.js";

function read(text: string): { values: Record<string, string>; found: string[]; spans: string[] } {
  const found: Diagnostic[] = [];
  const parsed = parseDotEnv({ path: ".env", text }, (diagnostic) => found.push(diagnostic));
  const values = [...parsed].map(([name, { value }]): [string, string] => [name, value]);
  return {
    values: Object.fromEntries(values),
    found: found.map(
      ({ code, span, related }) =>
        `${code} ${range(span)}${related.map((place) => ` <${range(place.span)}`).join("")}`,
    ),
    spans: [...parsed.values()].map(({ span }) => span.file.text.slice(span.start, span.end)),
  };
}

/** Texts that `dotenv` reads the same way. */
const shared: readonly (readonly [text: string, values: Record<string, string>])[] = [
  ["", {}],
  ["A=1", { A: "1" }],
  ["A=1\nB=2\n", { A: "1", B: "2" }],
  ["A=1\r\nB=2\r\n", { A: "1", B: "2" }],
  ["# c\n\n  # d\nA=1\n", { A: "1" }],
  ["export A=1\n", { A: "1" }],
  ["  A = 1  \n", { A: "1" }],
  ["A=\nB=\n", { A: "", B: "" }],
  ["A=''\nB=\"\"\n", { A: "", B: "" }],
  ["A=x # c\n", { A: "x" }],
  ["A='x # y' # c\n", { A: "x # y" }],
  ['A="x # y" # c\n', { A: "x # y" }],
  ["A='x\\ny'\n", { A: "x\\ny" }],
  ['A="x\\ny\\rz"\n', { A: "x\ny\rz" }],
  ['A="x\ny"\nB=1\n', { A: "x\ny", B: "1" }],
  ["A='x\ny'\n", { A: "x\ny" }],
  ["A=a=b=c\n", { A: "a=b=c" }],
  ["A=${B} $C\n", { A: "${B} $C" }],
  ["A=it's\n", { A: "it's" }],
  ["A=x y z\n", { A: "x y z" }],
  ["export_this=1\n", { export_this: "1" }],
  ["export export=1\n", { export: "1" }],
  ["PEM='-----BEGIN\nabc=\n-----END'\n", { PEM: "-----BEGIN\nabc=\n-----END" }],
];

test.each(shared)("%j", (text, values) => {
  expect(read(text)).toEqual({ values, found: [], spans: Object.keys(values) });
  expect(dotenv.parse(text)).toEqual(values);
});

test.each([
  ["A=a#b\n", { A: "a#b" }],
  ['A="x\\ty \\"q\\" \\\\"\n', { A: 'x\ty "q" \\' }],
  ["A=# c\n", { A: "" }],
  ["A='x'#c\n", { A: "x" }],
])("differs from dotenv on purpose: %j", (text, values) => {
  expect(read(text)).toMatchObject({ values, found: [] });
});

test.each([
  ["A\nB=1\n", ["E715 1:1-1:2"], { B: "1" }],
  ["A=1\nB C=2\n", ["E715 2:1-2:6"], { A: "1" }],
  ["1A=1\n", ["E715 1:1-1:5"], {}],
  ["A-B=1\n", ["E715 1:1-1:6"], {}],
  ["A: 1\n", ["E715 1:1-1:5"], {}],
  ["export A\n", ["E715 1:1-1:9"], {}],
  ["=1\n", ["E715 1:1-1:3"], {}],
  ["A=1\nB=2\nexport A=3\n", ["E715 3:8-3:9 <1:1-1:2"], { A: "1", B: "2" }],
  ['A="x\nB=1\n', ["E715 1:3-1:4"], { B: "1" }],
  ["A='x\n", ["E715 1:3-1:4"], {}],
  ["A='x' y\nB=1\n", ["E715 1:6-1:8"], { A: "x", B: "1" }],
  ['A="\\q"\nB=1\n', ["E715 1:3-1:4"], { B: "1" }],
  ["A=`x`\nB=1\n", ["E715 1:1-1:2"], { B: "1" }],
  ["A=\u0007\n", ["E715 1:3-1:4"], {}],
  ["A=1\rB=2", ["E715 1:4-1:5"], {}],
  ["\ufeffA=1", ["E715 1:1-1:2"], {}],
  ["A\r\nB\r\n", ["E715 1:1-1:2", "E715 2:1-2:2"], {}],
])("refuses %j", (text, found, values) => {
  expect(read(text)).toMatchObject({ found, values });
});

test("no message holds a value", () => {
  const texts = [
    "hunter2",
    "A='hunter2",
    'A="\\hunter2"',
    "A=`hunter2`",
    "A=hunter2\nA=hunter2",
    "A='x' hunter2",
  ];
  for (const text of texts) {
    const found: Diagnostic[] = [];
    parseDotEnv({ path: ".env", text }, (diagnostic) => found.push(diagnostic));
    expect(found.length).toBeGreaterThan(0);
    expect(found.map(({ message, help }) => `${message} ${help}`).join(" ")).not.toContain(
      "hunter2",
    );
  }
});

test("any value in single quotes is itself", () => {
  const value = fc.string({ unit: "grapheme-ascii" }).filter((text) => !text.includes("'"));
  fc.assert(
    fc.property(value, (text) => {
      expect(read(`A='${text}'\nB=1`).values).toEqual({ A: text, B: "1" });
      expect(dotenv.parse(`A='${text}'\nB=1`)).toEqual({ A: text, B: "1" });
    }),
    { seed: 11 },
  );
});

test.each(["x\n", "A=\u0007\n"])("a flood of problems ends with a note: %j", (line) => {
  const { found } = read(line.repeat(500));
  expect(found.length).toBe(101);
  expect(found.at(-1)).toMatch(/^N730/);
});
