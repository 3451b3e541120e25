import * as fc from "fast-check";
import { load } from "js-yaml";
import * as prettier from "prettier";
import { expect, test } from "vitest";
import * as yaml from "yaml";
import { absent, leaf } from "../../src/encode/leaf.js";
import { yamlScalar } from "../../src/encode/yaml-scalar.js";
import { yamlDocument, yamlLines, yamlLinesAfter } from "../../src/encode/yaml.js";
import { nastyStrings } from "./nasty-strings.js";

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  "js-yaml": (text) => load(text),
  "yaml 1.2": (text) => yaml.parse(text, { version: "1.2" }) as unknown,
  "yaml 1.1": (text) => yaml.parse(text, { version: "1.1" }) as unknown,
};

/** What each reader makes of `text`; compared with `everyReader(value)`. */
function read(text: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(readers).map(([name, reader]) => [name, reader(text)]));
}

function everyReader(value: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.keys(readers).map((name) => [name, value]));
}

function format(text: string, printWidth = 80): Promise<string> {
  return prettier.format(text, { parser: "yaml", printWidth });
}

test.each([
  ["abc", "abc"],
  ["flink-main-container", "flink-main-container"],
  ["flink:1.20", "flink:1.20"],
  ["s3://bucket/path", "s3://bucket/path"],
  ["/opt/flink/conf", "/opt/flink/conf"],
  ["Stop the job", "Stop the job"],
  ["app.kubernetes.io/name", "app.kubernetes.io/name"],
  ["", '""'],
  ["yes", '"yes"'],
  ["Off", '"Off"'],
  ["n", '"n"'],
  ["null", '"null"'],
  ["NULL", '"NULL"'],
  ["1.20", '"1.20"'],
  ["12:30", '"12:30"'],
  ["2001-01-01", '"2001-01-01"'],
  ["<<", '"<<"'],
  ["=", '"="'],
  ["~", '"~"'],
  ["a: b", '"a: b"'],
  ["a #b", '"a #b"'],
  ["a:", '"a:"'],
  ["a, b", '"a, b"'],
  [" a", '" a"'],
  ["it's", '"it\'s"'],
  ['{"a":1}', `'{"a":1}'`],
  [`it's "x"`, `'it''s "x"'`],
  ['x=~"a\\d"', `'x=~"a\\d"'`],
  ["a\\d", '"a\\\\d"'],
  ["a\tb\nc\r", '"a\\tb\\nc\\r"'],
  ["\u0000\u007f\u0085\u00e9", '"\\x00\\x7f\\x85\\xe9"'],
  ["\u2028", '"\\u2028"'],
  ["\u{1f600}", '"\\U0001f600"'],
  ['"\u{1f600}"', '"\\"\\U0001f600\\""'],
  [true, "true"],
  [null, "null"],
  [0, "0"],
  [-0, "0"],
  [86400000, "86400000"],
  [9007199254740991, "9007199254740991"],
  [1e21, "1000000000000000000000"],
  [0.5, "0.5"],
  [1e-7, "1.0e-7"],
  [1.5e-9, "1.5e-9"],
])("scalar %j is written %s", (value, want) => {
  expect(yamlScalar(value)).toBe(want);
});

test("numbers that YAML readers do not share are a bug", () => {
  expect(() => yamlScalar(Number.NaN)).toThrow("NaN");
  expect(() => yamlScalar(Infinity)).toThrow("Infinity");
  expect(() => yamlLines({ a: Symbol("x") })).toThrow("symbol");
});

test.each([
  ["empty map", {}, "{}\n"],
  ["empty list", [], "[]\n"],
  ["scalar", "a", "a\n"],
  ["text at the root stays on one line", "a\nb\n", '"a\\nb\\n"\n'],
  [
    "nested",
    { a: { b: [1, { c: 2, d: ["x"] }, [3, [4]]] } },
    "a:\n  b:\n    - 1\n    - c: 2\n      d:\n        - x\n    - - 3\n      - - 4\n",
  ],
  ["empty children", { a: {}, b: [], c: [{}, []] }, "a: {}\nb: []\nc:\n  - {}\n  - []\n"],
  [
    "insertion order",
    new Map([
      ["b", 1],
      ["10", 2],
      ["2", 3],
    ]),
    'b: 1\n"10": 2\n"2": 3\n',
  ],
  ["block literal", { a: "x\n\n  y: z\n" }, "a: |\n  x\n\n    y: z\n"],
  ["block literal without last newline", { a: ["x\ny"] }, "a:\n  - |-\n    x\n    y\n"],
  ["block literal would lose spaces", { a: "x \ny\n" }, 'a: "x \\ny\\n"\n'],
  [
    "absent values",
    { a: absent, b: undefined, c: [absent, 1], d: { e: absent }, f: [undefined] },
    "c:\n  - 1\nd: {}\nf: []\n",
  ],
  ["absent inside a leaf", { a: leaf(absent, 1), b: 1 }, "b: 1\n"],
  ["keys as scalars", { yes: 1, "a b": 2, é: 3, "1": 4 }, '"1": 4\n"yes": 1\na b: 2\n"\\xe9": 3\n'],
  [
    "data that looks like a leaf",
    { kind: "leaf", value: 1, origin: 2 },
    "kind: leaf\nvalue: 1\norigin: 2\n",
  ],
])("tree: %s", (_, value, want) => {
  expect(yamlDocument(value)).toBe(want);
});

test("lines can be indented and continue a line that stands already", () => {
  expect(yamlLines({ a: [1] }, 4)).toEqual(["    a:", "      - 1"]);
  expect(yamlLinesAfter("  a:", { b: "x\ny\n" }, 4)).toEqual([
    "  a:",
    "    b: |",
    "      x",
    "      y",
  ]);
  expect(yamlLinesAfter("  -", { b: 1, c: 2 }, 4)).toEqual(["  - b: 1", "    c: 2"]);
  expect(yamlLinesAfter("a:", "x\ny\n", 2)).toEqual(["a: |", "  x", "  y"]);
  expect(yamlLinesAfter("a:", [], 2)).toEqual(["a: []"]);
});

test("leaves report the line they begin on", () => {
  const seen: [number, unknown][] = [];
  const tree = {
    a: "x\ny\n",
    b: leaf("v", "b"),
    c: [leaf({ d: leaf(1, "d") }, "c0"), leaf("e", "c1")],
    f: leaf({}, "f"),
    g: leaf({ h: leaf(leaf(2, "inner"), "outer") }, "g"),
  };
  const text = yamlDocument(tree, (line, { origin }) => seen.push([line, origin]));
  expect(text).toBe("a: |\n  x\n  y\nb: v\nc:\n  - d: 1\n  - e\nf: {}\ng:\n  h: 2\n");
  expect(seen).toEqual([
    [3, "b"],
    [5, "c0"],
    [5, "d"],
    [6, "c1"],
    [7, "f"],
    [8, "g"],
    [9, "outer"],
    [9, "inner"],
  ]);
});

test("every nasty string survives every reader, as value, item, flow item and key", () => {
  expect(nastyStrings.length).toBeGreaterThan(600);
  for (const text of nastyStrings) {
    expect(yamlScalar(text)).toMatch(/^[ -~]+$/);
    const values = { k: text, l: [text, [text]] };
    expect(read(yamlDocument(values))).toEqual(everyReader(values));
    expect(read(`[${yamlScalar(text)}, 1]`)).toEqual(everyReader([text, 1]));
    const keyed = Object.fromEntries([[text, [{ [`${text}x`]: 1, [`x${text}`]: [] }]]]);
    expect(read(yamlDocument(keyed))).toEqual(everyReader(keyed));
  }
});

const shortEnough = nastyStrings.filter((text) => yamlScalar(text).length < 1000);

test.each([
  ["values and items", { values: nastyStrings, inner: { items: [nastyStrings] } }],
  ["keys of scalars", new Map(shortEnough.map((text) => [text, text]))],
  ["keys of collections", new Map(shortEnough.map((text) => [text, { a: [{ b: text }] }]))],
])("prettier changes no document of nasty strings: %s", async (_, value) => {
  const text = yamlDocument(value);
  expect(await format(text)).toBe(text);
});

test("a width other than prettier's default changes no ordinary document", async () => {
  const text = yamlDocument({ values: nastyStrings, inner: { items: [nastyStrings], none: [] } });
  expect(await format(text, 100)).toBe(text);
});

test.each([60, 70, 74, 75, 76, 77, 78, 79, 80, 81, 90])(
  "a key of %i characters leaves prettier nothing to do",
  async (length) => {
    for (const value of [{}, [], "x\ny\n", "x\ny", "word ".repeat(30), { a: 1 }, ["a"], 1]) {
      for (const key of ["k".repeat(length), `"${"k ".repeat(length / 2)}`]) {
        const tree = { [key]: value, in: [{ [key]: value }] };
        const text = yamlDocument(tree);
        expect(await format(text)).toBe(text);
        expect(read(text)).toEqual(everyReader(tree));
      }
    }
  },
);

test("a key longer than YAML's implicit keys is still read back", () => {
  const value = { a: { ["k".repeat(1500)]: { b: [1] }, ["l ".repeat(900)]: "x" } };
  expect(read(yamlDocument(value))).toEqual(everyReader(value));
});

const scalars = fc.oneof(
  fc.constantFrom(...nastyStrings),
  fc.string({ unit: "binary" }),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)),
  fc.boolean(),
  fc.constant(null),
);
const keys = fc.oneof(fc.constantFrom(...shortEnough), fc.string({ unit: "binary" }));
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, depthSize: "small" },
    scalars,
    fc.array(tie("tree"), { maxLength: 5 }),
    fc.dictionary(keys, tie("tree"), { maxKeys: 5, noNullPrototype: true }),
  ),
}));
const runs = { seed: 20, numRuns: 500 };

test("any tree is read back equal by every reader", () => {
  expect.hasAssertions();
  const readBack = fc.property(tree, (value) => {
    expect(read(yamlDocument(value))).toEqual(everyReader(value));
  });
  fc.assert(readBack, runs);
});

test("prettier changes no tree", async () => {
  expect.hasAssertions();
  const unchanged = fc.asyncProperty(tree, async (value) => {
    const text = yamlDocument(value);
    expect(await format(text)).toBe(text);
  });
  await fc.assert(unchanged, { ...runs, numRuns: 150 });
});
