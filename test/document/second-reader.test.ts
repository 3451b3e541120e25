// Our tree against two independent parsers: the same values, and positions that hold the text.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { CORE_SCHEMA, dump, load } from "js-yaml";
import { expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import type { InfraNode } from "../../src/document/node.js";
import { leavesOf, parse, toPlain } from "./read.js";

const root = join(import.meta.dirname, "../..");

function inputsUnder(folder: string): string[] {
  const path = join(root, folder);
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".infra"))
    .map((name) => join(folder, name))
    .toSorted();
}

const corpus = [...inputsUnder("test/document/corpus"), ...inputsUnder("examples")];

test("the corpus is there", () => {
  expect(corpus.length).toBeGreaterThanOrEqual(3);
});

test.each(corpus)("%s has the values that js-yaml and yaml read", async (name) => {
  const text = readFileSync(join(root, name), "utf8");
  const { root: tree, found } = await parse(text);
  expect(found).toEqual([]);
  const plain = tree === null ? null : toPlain(tree);
  expect(plain).toEqual(load(text, { schema: CORE_SCHEMA }));
  expect(plain).toEqual(parseYaml(text));
  if (tree !== null) expectExactRanges(tree);
});

/** Every leaf's range, read alone, gives its value; ranges of children lie inside their parents. */
function expectExactRanges(node: InfraNode): void {
  for (const leaf of leavesOf(node)) {
    if (leaf.kind !== "scalar") throw new Error("A leaf is a scalar");
    const text = leaf.file.text.slice(leaf.start, leaf.end);
    // An indentation indicator counts from the parent, which the slice does not have.
    if (/^[|>][-+]?\d/.test(text)) continue;
    expect(load(text === "" ? "~" : text, { schema: CORE_SCHEMA })).toEqual(leaf.value);
  }
  expectNested(node);
}

function expectNested(node: InfraNode): void {
  const written = node.file.text.slice(node.start, node.end);
  if (node.kind !== "scalar" && /^[[{]/.test(written) && !/[*&]/.test(written)) {
    expect(load(written, { schema: CORE_SCHEMA })).toEqual(toPlain(node));
  }
  const children =
    node.kind === "map"
      ? [...node.entries.values()].map((entry) => entry.value)
      : node.kind === "list"
        ? node.items
        : [];
  for (const child of children) {
    // An alias shares a node that lies elsewhere.
    if (child.start >= node.start) expect(child.end).toBeLessThanOrEqual(node.end);
    expectNested(child);
  }
  if (node.kind === "map") {
    for (const { key, file, keyStart, keyEnd } of node.entries.values()) {
      expect(load(file.text.slice(keyStart, keyEnd) || '""', { schema: CORE_SCHEMA })).toBe(key);
    }
  }
}

const reserved = new Set(["__proto__", "constructor", "prototype"]);
const word = fc
  .string({ unit: "binary", maxLength: 12 })
  .filter((text) => !/[\p{C}\p{Z}]/u.test(text));
const leaf = fc.oneof(
  word,
  fc.lorem({ maxCount: 4, mode: "sentences" }),
  fc.constantFrom(
    "",
    " x",
    "x ",
    "a\nb",
    "a\n\n b\n",
    "- a",
    "k: v",
    "#",
    "'",
    '"',
    "1.10",
    "012",
    "null",
    "0x1",
  ),
  fc.integer(),
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .filter((value) => value % 1 !== 0 || Math.abs(value) < 1e15)
    .map((value) => (value === 0 ? 0 : value)),
  fc.boolean(),
  fc.constant(null),
);
const key = word.filter((text) => !reserved.has(text));
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie("tree"), { maxLength: 4 }),
    fc.dictionary(key, tie("tree"), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

test("whatever two libraries write is read back, with exact ranges", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(key, tree, { maxKeys: 5, minKeys: 1, noNullPrototype: true }),
      fc.constantFrom(-1, 0, 2),
      async (value, flowLevel) => {
        const text = dump(value, { schema: CORE_SCHEMA, flowLevel, lineWidth: 40 });
        const { root: parsed, found } = await parse(text);
        expect(found).toEqual([]);
        expect(parsed === null ? null : toPlain(parsed)).toEqual(value);
        if (parsed !== null) expectExactRanges(parsed);
      },
    ),
    { numRuns: 500, seed: 20_240_611 },
  );
});

test("any text gives a tree or a diagnostic inside the file", async () => {
  const fragment = fc.constantFrom(
    "a",
    "b: ",
    ": ",
    "- ",
    "? ",
    "\n",
    "\n  ",
    "\n    ",
    "[",
    "]",
    "{",
    "}",
    ",",
    "'",
    '"',
    "#",
    " #",
    "&x ",
    "*x",
    "!t ",
    "|\n",
    ">-\n",
    "---\n",
    "...\n",
    "%",
    "\t",
    "<<: ",
    "@",
    "\\",
    "1",
    "~",
    "\u0007",
    "\r",
    "é🎉",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fragment, { maxLength: 25 }), async (parts) => {
      const text = parts.join("");
      const { root: parsed, found } = await parse(text);
      expect(parsed === null).toBe(found.length > 0);
      for (const { span } of found) {
        if (span === null) throw new Error("Every problem of a text has a place");
        expect(span.start).toBeLessThanOrEqual(span.end);
        expect(span.end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 3000, seed: 7 },
  );
});
