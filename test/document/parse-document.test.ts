// Every refusal of the reading stage, with its place; and that deep or huge input is survived.
import { expect, test } from "vitest";
import { parse, range, toPlain } from "./read.js";

const deep = (open: string, close: string, levels: number): string =>
  open.repeat(levels) + "x" + close.repeat(levels);

const keys = (count: number): string =>
  Array.from({ length: count }, (_, index) => `k${index}: 1`).join("\n");

const refusals: readonly (readonly [title: string, text: string, want: readonly string[]])[] = [
  ["empty file", "", ["E749 1:1"]],
  ["only comments", "# a\n\n# b\n", ["E749 1:1"]],
  ["only null", "~\n", ["E749 1:1"]],
  ["only a document start", "---\n", ["E749 1:1"]],
  ["list root", "\n- a\n", ["E749 2:1-2:4"]],
  ["scalar root", "hello\n", ["E749 1:1-1:6"]],
  ["byte order mark inside", "a: 1\n\ufeffb: 2\n", ["E737 2:1-2:2"]],
  ["NUL", "a: x\u0000y\n", ["E737 1:5-1:6"]],
  [
    "BEL, ESC, DEL, C1",
    "a: \u0007\nb: \u001b\nc: \u007f\nd: \u009b",
    ["E737 1:4-1:5", "E737 2:4-2:5", "E737 3:4-3:5", "E737 4:4-4:5"],
  ],
  ["line separator", 'a: "x\u2028y"', ["E737 1:6-1:7"]],
  ["bidirectional override", "a: x\u202ey", ["E737 1:5-1:6"]],
  ["half of a pair", "a: \ud83d b", ["E737 1:4-1:5"]],
  ["neighbours give one", "a: \u0001\u0002\u0003", ["E737 1:4-1:7"]],
  ["lone carriage returns", "a: 1\rb: 2\rc: 3", ["E738 1:5-1:6"]],
  ["tab indentation", "a:\n\tb: 1\n\tc: 2\n", ["E739 2:1-2:2"]],
  [
    "a tab hides the faults of indentation that it makes",
    "a:\n  b:\n    x: 1\n\ty: 2\n    z: 3\n    w:\n      v: 1\n  c:\n    d: 1\n",
    ["E739 4:1-4:2"],
  ],
  ["tab behind spaces", "a:\n  b:\n  \tc: 1\n", ["E739 3:3-3:4"]],
  ["duplicate key", "a: 1\nb: 2\na: 3\n", ["E740 3:1-3:2 <1:1-1:2"]],
  ["duplicate key, other quotes", 'm:\n  "a": 1\n  a: 2\n', ["E740 3:3-3:4 <2:3-2:6"]],
  ["two duplicates", "a: 1\na: 2\na: 3\n", ["E740 2:1-2:2 <1:1-1:2", "E740 3:1-3:2 <1:1-1:2"]],
  [
    "number, null and true as keys",
    "1: a\n~: b\ntrue: c\n1.5: d\n",
    ["E741 1:1-1:2", "E741 2:1-2:2", "E741 3:1-3:5", "E741 4:1-4:4"],
  ],
  ["absent key", ": a\n", ["E741 1:2"]],
  ["list as key", "? [a]\n: b\n", ["E741 1:3-1:6"]],
  ["map as key", "? {a: b}\n: c\n", ["E741 1:3-1:9"]],
  [
    "reserved keys",
    "__proto__: 1\na:\n  constructor: 2\n  'prototype': 3\n",
    ["E741 1:1-1:10", "E741 3:3-3:14", "E741 4:3-4:14"],
  ],
  ["merge key", "a: &x {k: v}\nb:\n  <<: *x\n", ["E742 3:3-3:5"]],
  [
    "tags",
    'a: !foo x\nb: !!int "1"\nc: !!binary AA==\nd: !!set {x}\ne: !<tag:x> y\nf: ! z',
    [
      "E743 1:4-1:8",
      "E743 2:4-2:9",
      "E743 3:4-3:12",
      "E743 4:4-4:9",
      "E743 5:4-5:12",
      "E743 6:4-6:5",
    ],
  ],
  ["tag on a key and on a map", "!a k: !b\n  x: 1\n", ["E743 1:1-1:3", "E743 1:7-1:9"]],
  ["directives", "# c\n%YAML 1.1\n%FOO bar\n---\na: no\n", ["E744 2:1-2:6", "E744 3:1-3:5"]],
  ["directive without a document start", "%FOO\na: 1\n", ["E744 1:1-1:5"]],
  [
    "directive and another problem",
    "%YAML 1.2\n---\na: 1\na: 2\n",
    ["E744 1:1-1:6", "E740 4:1-4:2 <3:1-3:2"],
  ],
  ["second document", "a: 1\n# c\n---\nb: 2\n", ["E745 3:1-3:4"]],
  ["trailing document start", "a: 1\n---\n", ["E745 2:1-2:4"]],
  ["document end, then text", "a: 1\n...\nb: 2\n", ["E745 3:1"]],
  ["unknown alias", "a: *missing\n", ["E746 1:4-1:12"]],
  ["alias inside its anchor", "a: &x [1, *x]\n", ["E746 1:11-1:13"]],
  ["unknown alias as a key", "*x : 1\n*x : 2\n", ["E746 1:1-1:3", "E746 2:1-2:3"]],
  ["101 aliases", `a: &x 1\nb: [${"*x, ".repeat(101)}]\n`, ["E748 2:405"]],
  [
    "octal-looking",
    "a: 012\nb: -0644\nc: 08\nd: 00\n",
    ["E734 1:4-1:7", "E734 2:4-2:9", "E734 3:4-3:6", "E734 4:4-4:6"],
  ],
  ["other bases", "a: 0x1F\nb: 0o17\n", ["E734 1:4-1:8", "E734 2:4-2:8"]],
  [
    "not finite",
    "a: .inf\nb: -.INF\nc: .NaN\nd: 1e400\n",
    ["E734 1:4-1:8", "E734 2:4-2:9", "E734 3:4-3:8", "E734 4:4-4:9"],
  ],
  ["inexact integer", "a: 9007199254740993\n012: b\n", ["E734 1:4-1:20", "E734 2:1-2:4"]],
  ["unclosed quote", 'a: 1\nb: "x\nc: 2\n', ["E733 4:1 <2:4-2:5"]],
  ["unclosed bracket", "a: [1, 2\n", ["E733 2:1 <1:4-1:5"]],
  ["bad character", "a: 1\nb: @x\n", ["E733 2:4-2:5"]],
  ["bad escape", 'a: "\\q"\n', ["E733 1:5-1:6"]],
  ["two syntax errors", "a: @x\nb: 1\nc: `y\n", ["E733 1:4-1:5", "E733 3:4-3:5"]],
  ["colon inside a plain value", "a: b: c\n", ["E733 1:4-1:5"]],
  ["deep nesting behind a syntax error", `a: @x\nb: ${"[".repeat(100)}`, ["E747 2:67-2:68"]],
  ["65 levels, flow", `a: ${deep("[", "]", 64)}`, ["E747 1:67-1:68"]],
  [
    "65 levels, block",
    Array.from({ length: 65 }, (_, i) => " ".repeat(i) + "k:").join("\n"),
    ["E747 65:65-65:66"],
  ],
  [
    "depth through an alias",
    `a: &a ${deep("[", "]", 40)}\nb: ${deep("[", "]", 30).replace("x", "*a")}`,
    ["E747 2:34-2:35"],
  ],
];

test.each(refusals)("%s", async (_, text, want) => {
  const { root, found } = await parse(text);
  const got = found.map(
    ({ code, span, related }) =>
      `${code} ${range(span)}${related.map((place) => ` <${range(place.span)}`).join("")}`,
  );
  expect(got).toEqual(want);
  expect(root).toBeNull();
});

test.each([
  ["64 levels", `a: ${deep("[", "]", 63)}`],
  ["100 aliases", `a: &x 1\nb: [${"*x, ".repeat(100)}]\n`],
  ["document markers", "---\na: 1\n...\n"],
  ["leading blank lines", "\n\n  \n# c\na: 1\n"],
  ["percent in a block", "a: |\n  %x\nb: '%'\n"],
])("accepts %s", async (_, text) => {
  const { root, found } = await parse(text);
  expect(found).toEqual([]);
  expect(root?.kind).toBe("map");
});

test("messages never quote a value", async () => {
  const values = ["!hunter2 x", "*hunter2", "0123hunter2", "0123456789", "@hunter2", '"\\hunter2"'];
  for (const value of values) {
    for (const { message, help, related } of (await parse(`password: ${value}\n`)).found) {
      expect(JSON.stringify([message, help, related.map((place) => place.message)])).not.toMatch(
        /hunter2|0123/,
      );
    }
  }
});

test("an alias bomb is counted, not expanded", async () => {
  const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"];
  for (let level = 1; level < 10; level++) {
    lines.push(
      `a${level}: &a${level} [${Array(9)
        .fill(`*a${level - 1}`)
        .join(", ")}]`,
    );
  }
  const { found } = await parse(lines.join("\n"));
  expect(found.map(({ code }) => code)).toEqual(["E748"]);
});

test("an alias shares the node of its anchor", async () => {
  const { root } = await parse("a: &x {k: v}\nb: *x\n");
  expect(root?.entries.get("b")?.value).toBe(root?.entries.get("a")?.value);
});

test("50,001 keys in one map are too many, 50,000 are not", async () => {
  expect((await parse(keys(50_000))).found).toEqual([]);
  const [first] = (await parse(keys(50_002))).found;
  expect([first?.code, range(first?.span ?? null)]).toEqual(["E748", "50001:1"]);
});

test("a flood of problems ends with a note", async () => {
  const { found } = await parse("a: 1\n".repeat(500));
  expect(found.length).toBe(101);
  expect(found.at(-1)?.code).toBe("N730");
  const { found: characters } = await parse("a\u0007".repeat(500));
  expect(characters.length).toBe(101);
  expect(characters.at(-1)?.code).toBe("N730");
});

test("a large broken file gives its errors too, and cutting it gives none", async () => {
  const good = keys(20_000);
  const { found } = await parse(`${good}\nx: @a\ny: [1,\n${" 2,\n".repeat(20_000)}]\nz: @b\n`);
  expect(found.map(({ code, span }) => `${code} ${range(span)}`)).toEqual(["E733 20001:4-20001:5"]);
  const { found: tail } = await parse(`a: '${"x ".repeat(400_000)}\n`);
  expect(tail.map(({ code }) => code)).toEqual(["E733"]);
});

test("2 million values are the limit, whatever the text looks like", async () => {
  expect((await parse(`a: [${"x,".repeat(2_000_001)}]`)).found.map(({ code }) => code)).toEqual([
    "E748",
  ]);
  expect((await parse(`a: [${"x,".repeat(4_100_000)}]`)).found.map(({ code }) => code)).toEqual([
    "E748",
  ]);
});

test("survives 40 deep inputs in one process", async () => {
  let seed = 785;
  const shapes: readonly ((levels: number) => string)[] = [
    (levels) => "[".repeat(levels),
    (levels) => deep("[", "]", levels),
    (levels) => "a: " + "{a: ".repeat(levels),
    (levels) => "- ".repeat(levels) + "x",
    (levels) => "? ".repeat(levels) + "x",
    (levels) => '"' + "[".repeat(levels),
    (levels) => "a: @\n" + "[".repeat(levels),
    (levels) => "a: @\n" + "- ".repeat(levels),
  ];
  for (let round = 0; round < 40; round++) {
    seed = (seed * 48_271) % 2_147_483_647;
    const levels = 785 + (seed % 40_000);
    const shape = shapes[round % shapes.length];
    const { root, found } = await parse(shape?.(levels) ?? "");
    expect(root).toBeNull();
    expect(found.length).toBeGreaterThan(0);
  }
});

test("nothing reaches a prototype", async () => {
  const { root } = await parse("a:\n  toString: 1\n  hasOwnProperty: 2\n");
  expect(root === null ? null : toPlain(root)).toEqual({ a: { toString: 1, hasOwnProperty: 2 } });
  expect(Object.keys(Object.prototype)).toEqual([]);
});
