import { expect, test } from "vitest";
import { absent, leaf } from "../../src/encode/leaf.js";
import { replaceInMarkdown, replaceInYaml } from "../../src/render/replace-tokens.js";
import { TokenTable } from "../../src/render/tokens.js";

/** Prints `values` where the template says `{{0}}`, `{{1}}`, … */
function printed(
  template: string,
  values: readonly unknown[],
): { text: string; table: TokenTable } {
  const table = new TokenTable();
  const tokens = values.map((value) => table.token(value));
  return {
    text: template.replace(/\{\{(\d+)\}\}/gu, (_, index: string) => tokens[Number(index)] ?? ""),
    table,
  };
}

function yaml(template: string, ...values: readonly unknown[]): string {
  const { text, table } = printed(template, values);
  const outcome = replaceInYaml(text, table);
  if (!outcome.ok) throw new Error(`misplaced: ${outcome.misplaced.line}`);
  return outcome.rendered.text;
}

test.each([
  ["a scalar", "a: {{0}}\n", ["x"], "a: x\n"],
  ["a string that looks like a number", "a: {{0}}\n", ["9249"], 'a: "9249"\n'],
  ["a string with a newline adds no key", "a: {{0}}\n", ["x\nb: y"], "a: |-\n  x\n  b: y\n"],
  [
    "a map below its key",
    "a:\n  b: {{0}}\n",
    [{ c: 1, d: [2] }],
    "a:\n  b:\n    c: 1\n    d:\n      - 2\n",
  ],
  ["an empty map", "a: {{0}}\n", [{}], "a: {}\n"],
  ["a list item", "- {{0}}\n- {{1}}\n", ["x", { z: 1 }], "- x\n- z: 1\n"],
  ["the first key of an item", "- a: {{0}}\n  b: 1\n", [{ c: 2 }], "- a:\n    c: 2\n  b: 1\n"],
  ["an absent value takes its line along", "a: {{0}}\nb: 1\n", [absent], "b: 1\n"],
  ["null is never printed", "a: {{0}}\nb: 1\n", [null], "b: 1\n"],
  ["a key", "a:\n  {{0}}:\n    b: {{1}}\n", ["on", 1], 'a:\n  "on":\n    b: 1\n'],
  ["a key that would break out", "{{0}}:\n  b: 1\n", ["x: {\n"], '"x: {\\n":\n  b: 1\n'],
  ["a comment behind a value", "a: {{0}} # {{1}}\n", ["x", "v1\nb: 2"], "a: x # v1 b: 2\n"],
  ["a comment behind the head of a block", "a: {{0}} # c\n", ["x\ny\n"], "a: | # c\n  x\n  y\n"],
  ["a comment goes with its absent value", "a: {{0}} # c\nb: 1\n", [absent], "b: 1\n"],
  ["text in a comment stays on one line", "# {{0}}\na: 1\n", ["x\ny: 2"], "# x y: 2\na: 1\n"],
])("%s", (_, template, values, want) => {
  expect(yaml(template, ...values)).toBe(want);
});

test("a key that is no text is refused", () => {
  const { text, table } = printed("{{0}}:\n  b: 1\n", [absent]);
  expect(replaceInYaml(text, table)).toEqual({ ok: false, misplaced: { line: "{{…}}:" } });
});

test("a value inside other text is refused, since no encoding would be right there", () => {
  const { text, table } = printed("a: x-{{0}}\n", ["y"]);
  expect(replaceInYaml(text, table)).toEqual({ ok: false, misplaced: { line: "a: x-{{…}}" } });
});

test("lines lead back to the leaves they came from, inner leaves included", () => {
  const outer = leaf({ b: leaf(1, "inner"), c: 2 }, "outer");
  const { text, table } = printed("x: 1\na: {{0}}\ny: {{1}}\n", [outer, leaf("z", "last")]);
  const outcome = replaceInYaml(text, table);
  if (!outcome.ok) throw new Error("refused");
  const origins = [...outcome.rendered.origins].map(([line, { origin }]) => [line, origin]);
  expect(origins).toEqual([
    [1, "outer"],
    [2, "inner"],
    [4, "last"],
  ]);
});

test.each([
  ["text is escaped", "Queue {{0}}.\n", ["<b>|*x*"], "Queue &lt;b&gt;\\|\\*x\\*.\n"],
  ["code cannot be left", "Run `{{0}}`.\n", ["a`b"], "Run `a'b`.\n"],
  [
    "a fenced block takes text as it is",
    "```sh\n{{0}}\n```\n",
    ["kubectl apply -k ."],
    "```sh\nkubectl apply -k .\n```\n",
  ],
  ["an absent value takes its line along", "A\n{{0}}\nB\n", [absent], "A\nB\n"],
])("Markdown: %s", (_, template, values, want) => {
  const { text, table } = printed(template, values);
  expect(replaceInMarkdown(text, table).text).toBe(want);
});
