// The reader of the plain subset against js-yaml: whenever it reads a text at all, it must give the
// same tree with the same places, take the same from the budget, and there must be nothing to report.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readPlainBlocks } from "../../src/document/block-reader.js";
import { checkText } from "../../src/document/check-text.js";
import { parseYaml } from "../../src/document/parse-yaml.js";
import { newReadingBudget } from "../../src/document/reading-budget.js";

const root = join(import.meta.dirname, "../..");
const texts = ["test/document/corpus", "test/spec/inputs", "examples"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".infra"))
    .map((name) => readFileSync(join(root, folder, name), "utf8")),
);

/** What js-yaml makes of `text`, and what is left of the budget. */
function byLibrary(text: string): unknown {
  const reported: string[] = [];
  const budget = newReadingBudget();
  const file = { path: "x.infra", text };
  if (!checkText(file, ({ code }) => reported.push(code))) return { reported };
  const tree = parseYaml(file, ({ code }) => reported.push(code), budget);
  return { tree, reported, budget };
}

/** Whether the plain reader took the text. What it makes is compared; a text it leaves costs nothing. */
function agrees(text: string): boolean {
  const file = { path: "x.infra", text };
  if (!checkText(file, () => 0)) return false;
  const budget = newReadingBudget();
  const tree = readPlainBlocks(file, budget);
  const left = { tree: null, reported: [], budget: newReadingBudget() };
  expect({ tree, reported: [], budget }).toEqual(tree === null ? left : byLibrary(text));
  return tree !== null;
}

test("nearly every shipped input is in the plain subset", () => {
  const taken = texts.filter(agrees);
  expect(taken.length).toBeGreaterThanOrEqual(texts.length - 3);
});

const taken = [
  "a: 1",
  "a:\n  b: x # why\n\n  # more\n  c:\n",
  "a:\n- b\n- c: 1\n  d: 2\ne: f\n",
  "a:\n  - - b\n".replace("- - b", "- b"),
  "a: 'x y'\n\"b\": \"z\" # c\n'c d': 1\n",
  "a: {b: 1, c: [x, 'y', {d: }]}\n".replace("{d: }", "{d: e}"),
  "a: []\nb: {}\nc: [ ]\nd: [x,]\n",
  "a: x#y\nb: x:y\nc: -1\nd: -x\ne: a - b\nf: https://h:1/p?q=[1]\n",
  "a: &n\n  b: 1\nc: *n\nd: *n # again\ne: &s text\nf: *s\n",
  "a:\n  - &n\n    b: 1\n  - *n\n  - &s x\n  - *s # again\n",
  "a: x  y   \nb: é ü\n",
  "  a: 1\n  b: 2\n",
  "a:   \n   # nothing\nb: ~\nc: null\nd: true\n",
  "a: ${X:-y}\nb: $(z)\nc: <d>\n".replace("<d>", "(d)"),
  "a: x\\n\nb: \"\"\nc: ''\n",
];

test.each(taken)("reads %j as js-yaml does", (text) => {
  expect(agrees(text)).toBe(true);
});

const left = [
  "",
  "# only a comment\n",
  "x",
  "- a\n",
  "a: b: c\n",
  "a: 'it''s'\n",
  'a: "b\\n"\n',
  "a: |\n  b\n",
  "a: >-\n  b\n",
  "a: b\n  c\n",
  "a: 'b\n  c'\n",
  "a: [b,\n  c]\n",
  "a: !t b\n",
  "a: *b\n",
  "a: &b\n",
  "a: &b\n- c\n",
  "<<: {a: 1}\n",
  "? a\n: b\n",
  "a: 1\na: 2\n",
  "__proto__: 1\n",
  "1: a\n",
  "null: a\n",
  "a: 012\n",
  "a: 0x1f\n",
  "a:\tb\n",
  "a: b\r\n",
  "---\na: 1\n",
  "a: 1\n...\n",
  "a: 1\n b: 2\n",
  "  a: 1\n b: 2\n",
  "a: {b: 1} c\n",
  "a: [b]c\n",
  "a: 'b'c\n",
  "a: 'b'#c\n",
  "a: {b}\n",
  "a: [b: c]\n",
  "a: {b:c}\n",
  "a: [b, , c]\n",
  "a: [-]\n",
  "a: -\n",
  "a: - b\n",
  "a: @b\n",
  "a: `b`\n",
  "a: %b\n",
  "a: ,b\n",
  "a:b\n",
  "a : b\n",
  "a: &b#c d\n",
  `${"a".repeat(300)}: b\n`,
  "a:\n".repeat(70).replace(/a:\n/gu, (_, at: number) => `${" ".repeat(at / 3)}a:\n`),
];

test.each(left)("leaves %j to js-yaml", (text) => {
  expect(agrees(text)).toBe(false);
});

/** Small edits that turn a good file into a slightly different one, mostly a broken one. */
const pieces = fc.constantFrom(
  ..." \n\t:-#'\"[]{},&*!|>?%@`~0",
  ": ",
  "- ",
  " #",
  "\n  ",
  "\n- ",
  "a: b\n",
  "''",
  "\\",
  "{a: 1}",
  "[x]",
  "&q ",
  "*q",
  "<<: ",
  "null",
  "1e3",
  "é",
);
const edit = fc.record({ at: fc.nat(4000), cut: fc.nat(6), insert: pieces });

test("an edited file is read alike or left alone", () => {
  let read = 0;
  fc.assert(
    fc.property(
      fc.nat(texts.length - 1),
      fc.nat(40),
      fc.array(edit, { minLength: 1, maxLength: 3 }),
      (which, firstLine, edits) => {
        const lines = (texts[which] ?? "").split("\n");
        let text = lines
          .slice(firstLine % lines.length, (firstLine % lines.length) + 25)
          .join("\n");
        for (const { at, cut, insert } of edits) {
          const place = text.length === 0 ? 0 : at % text.length;
          text = text.slice(0, place) + insert + text.slice(place + cut);
        }
        if (agrees(text)) read += 1;
      },
    ),
    { numRuns: 3000 },
  );
  expect(read).toBeGreaterThan(100);
});

test("short texts of everything that means something are read alike or left alone", () => {
  const token = fc.constantFrom(
    ..."ab:-#'\"[]{},&*!|>?\n ",
    "a: ",
    "b: ",
    "- ",
    "\n  ",
    "\n",
    "'a'",
    "1",
    "~",
    " # ",
    "&x ",
    "*x",
    "c:\n",
    "[a, b]",
    "{a: b}",
  );
  let read = 0;
  fc.assert(
    fc.property(fc.array(token, { maxLength: 14 }), (tokens) => {
      if (agrees(`a: ${tokens.join("")}`)) read += 1;
    }),
    { numRuns: 6000 },
  );
  expect(read).toBeGreaterThan(100);
});
