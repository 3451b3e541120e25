import * as prettier from "prettier";
import { expect, test } from "vitest";
import { markdownCode, markdownText } from "../../src/encode/markdown.js";
import { nastyStrings } from "./nasty-strings.js";

interface MarkdownNode {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly MarkdownNode[];
}

interface Debug {
  readonly parse: (text: string, options: object) => Promise<{ readonly ast: MarkdownNode }>;
}

/** The leaves of `markdown` as prettier's CommonMark reader sees them: `text:a b`. */
async function leaves(markdown: string): Promise<string[]> {
  const { __debug } = prettier as unknown as { readonly __debug: Debug };
  const found: string[] = [];
  const visit = (node: MarkdownNode): void => {
    if (node.children === undefined) found.push(`${node.type}:${node.value ?? ""}`);
    node.children?.forEach(visit);
    if (!["root", "paragraph", "table", "tableRow", "tableCell", "text"].includes(node.type)) {
      if (node.children !== undefined) found.push(node.type);
    }
  };
  visit((await __debug.parse(markdown, { parser: "markdown" })).ast);
  return found;
}

function shown(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, "\ufffd");
}

test.each([
  ["plain words", "plain words"],
  ["a_b *c* `d`", "a\\_b \\*c\\* \\`d\\`"],
  ["[x](javascript:y)", "\\[x\\]\\(javascript:y\\)"],
  ["<b>&", "&lt;b&gt;&amp;"],
  ["a|b", "a\\|b"],
  ["a\n- b", "a - b"],
  ["- a", "\\- a"],
  ["12. a", "12\\. a"],
  ["http://x", "http\\://x"],
  ["www.x.y", "www\\.x.y"],
  ["\u202ea", "\ufffda"],
])("text %j is written %s", (text, want) => {
  expect(markdownText(text)).toBe(want);
});

test.each([
  ["a", "a"],
  ["a`b", "a'b"],
  ["a\nb", "a b"],
  ["\u202ea", "\ufffda"],
  ["a|b", "a|b"],
])("code %j is written %s", (text, want) => {
  expect(markdownCode(text, "text")).toBe(want);
});

test("a pipe is escaped in the code of a table cell", () => {
  expect(markdownCode("a|b", "cell")).toBe("a\\|b");
});

test("no nasty string becomes anything but text", async () => {
  for (const text of nastyStrings) {
    const want = shown(text).replace(/ +/g, " ").trim();
    if (want === "") continue;
    expect((await leaves(`${markdownText(text)}\n`)).join("").replaceAll("text:", "")).toBe(want);
  }
});

test("a table of nasty strings keeps its cells", async () => {
  for (const text of nastyStrings) {
    const want = shown(text).replace(/ +/g, " ").trim();
    if (want === "") continue;
    const table = `| a | b |\n| - | - |\n| ${markdownText(text)} | x |\n`;
    const cells = (await leaves(table)).join("").replaceAll("text:", "");
    expect(cells).toBe(`ab${want}x`);
  }
});

test("a nasty string in code is read back", async () => {
  for (const text of nastyStrings) {
    const want = shown(text).replaceAll("`", "'");
    if (want.trim() === "" || /^ .* $/u.test(want)) continue;
    expect(await leaves(`x \`${markdownCode(text, "text")}\` y\n`)).toEqual([
      "text:x ",
      `inlineCode:${want}`,
      "text: y",
    ]);
  }
});
