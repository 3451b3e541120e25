// Replaces the tokens that a template printed, line by line, in the encoding of the file's language.
// A line whose value is absent disappears. Records which line came from which leaf.
import { isAbsent, isCode, type OriginLeaf } from "../encode/leaf.js";
import { markdownCode, markdownText } from "../encode/markdown.js";
import { oneLine } from "../encode/one-line.js";
import { yamlScalar } from "../encode/yaml-scalar.js";
import { yamlLinesAfter, yamlLines } from "../encode/yaml.js";
import { tokenEnd, tokenStart, unwrapLeaf, type TokenTable } from "./tokens.js";

/** Rendered text with the origins of its lines (0-based). */
export interface RenderedText {
  readonly text: string;
  readonly origins: ReadonlyMap<number, OriginLeaf>;
}

/** A line of a template on which a value stands where it cannot be encoded. */
export interface MisplacedValue {
  readonly line: string;
}

export type Replacement =
  | { readonly ok: true; readonly rendered: RenderedText }
  | { readonly ok: false; readonly misplaced: MisplacedValue };

interface WholeValue {
  /** Indent and dashes. */
  readonly lead: string;
  /** With its colon; empty for a list item or a tree of its own. */
  readonly key: string;
  readonly index: number;
  /** From the blank before its `#`; empty without one. May hold tokens of its own. */
  readonly comment: string;
}

const leadOfLine = /^ *(?:- )*/u;

/** A line of the form `  - key: <token> # comment`, where one token is all of the value; else null. */
function wholeValueOf(line: string): WholeValue | null {
  const start = line.indexOf(tokenStart);
  const end = line.indexOf(tokenEnd, start);
  const comment = line.slice(end + 1);
  if (comment !== "" && !comment.startsWith(" # ")) return null;
  const lead = leadOfLine.exec(line)?.[0] ?? "";
  const before = line.slice(lead.length, start);
  const key = before.endsWith(" ") ? before.slice(0, -1) : before;
  if (key !== "" && !key.endsWith(":")) return null;
  return { lead, key, index: Number(line.slice(start + 1, end)), comment };
}

const keyOfItsOwn = new RegExp(`^( *)${tokenStart}(\\d+)${tokenEnd}:$`, "u");

/** A line `  <token>:` as the key of what stands below it; null: it is none. */
function replacedKey(line: string, table: TokenTable): string | null {
  const [, lead, index] = keyOfItsOwn.exec(line) ?? [];
  if (lead === undefined) return null;
  const { value } = unwrapLeaf(table.value(Number(index)));
  return typeof value === "string" ? `${lead}${yamlScalar(value)}:` : null;
}

const anyToken = new RegExp(`${tokenStart}(\\d+)${tokenEnd}`, "gu");

/** Replaces the tokens of a YAML file: each must be a key, or the whole value of its key or item. */
export function replaceInYaml(printed: string, table: TokenTable): Replacement {
  const lines: string[] = [];
  const origins = new Map<number, OriginLeaf>();
  for (const line of linesOf(printed)) {
    if (!line.includes(tokenStart)) {
      lines.push(line);
      continue;
    }
    const ownKey = replacedKey(line, table);
    if (ownKey !== null) {
      lines.push(ownKey);
      continue;
    }
    const match = wholeValueOf(line);
    if (match === null) {
      if (!/^\s*#/u.test(line)) return { ok: false, misplaced: { line: withoutTokens(line) } };
      const comment = replaceInline(line, table, asText(oneLine));
      if (comment !== null) lines.push(comment);
      continue;
    }
    const { lead, key, index } = match;
    const { value, leaf } = unwrapLeaf(table.value(index));
    if (isAbsent(value) || value === null) continue;
    const start = lines.length;
    if (leaf !== null) origins.set(start, leaf);
    const onLeaf = (offset: number, inner: OriginLeaf): unknown =>
      origins.set(start + offset, inner);
    // The children of `- key:` stand below the key, not below the dash.
    const indent = lead.length + (key === "" ? 0 : 2);
    const added =
      key === "" && lead.trim() === ""
        ? yamlLines(value, lead.length, onLeaf)
        : yamlLinesAfter(key === "" ? lead.trimEnd() : lead + key, value, indent, onLeaf);
    const behind = replaceInline(match.comment, table, asText(oneLine));
    if (behind !== null && added[0] !== undefined) added[0] += behind;
    lines.push(...added);
  }
  return { ok: true, rendered: { text: `${lines.join("\n")}\n`, origins } };
}

/** Replaces the tokens of running text; a line with an absent value disappears. */
export function replaceInText(
  printed: string,
  table: TokenTable,
  encode: (text: string) => string,
): RenderedText {
  const text = replaceTokenLines(printed, (line) => replaceInline(line, table, asText(encode)));
  return { text, origins: new Map() };
}

/**
 * `printed` with every line that holds a token replaced, or left out where `replace` gives null; one
 * line break at the end. The lines between are taken over as they are, without being cut apart.
 */
export function replaceTokenLines(
  printed: string,
  replace: (line: string) => string | null,
): string {
  const parts: string[] = [];
  let done = 0;
  for (let at = printed.indexOf(tokenStart); at !== -1; at = printed.indexOf(tokenStart, done)) {
    const start = printed.lastIndexOf("\n", at) + 1;
    const lineEnd = printed.indexOf("\n", at);
    const end = lineEnd === -1 ? printed.length : lineEnd;
    const replaced = replace(printed.slice(start, end));
    if (start > done) parts.push(printed.slice(done, start));
    if (replaced !== null) parts.push(replaced, "\n");
    done = end + 1;
  }
  parts.push(printed.slice(done));
  return withOneLineBreak(parts.join(""));
}

function withOneLineBreak(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === "\n") end -= 1;
  return end === text.length - 1 ? text : `${text.slice(0, end)}\n`;
}

/** Markdown: values are text, never markup; inside a code span they stand as they are. */
export function replaceInMarkdown(printed: string, table: TokenTable): RenderedText {
  const lines: string[] = [];
  let fenced = false;
  for (const line of linesOf(printed)) {
    if (line.startsWith("```")) fenced = !fenced;
    if (!line.includes(tokenStart)) {
      lines.push(line);
      continue;
    }
    const replaced = fenced
      ? replaceInline(line, table, asText(oneLine))
      : replaceAroundCode(line, table);
    if (replaced !== null) lines.push(replaced);
  }
  return { text: `${lines.join("\n")}\n`, origins: new Map() };
}

function replaceAroundCode(line: string, table: TokenTable): string | null {
  let absent = false;
  const place = line.startsWith("|") ? "cell" : "text";
  const codeText = (text: string): string => markdownCode(text, place);
  const parts = line.split("`").map((part, index) => {
    if (!part.includes(tokenStart)) return part;
    const inCode = index % 2 === 1;
    const replaced = replaceInline(part, table, asText(inCode ? codeText : markdownText));
    absent ||= replaced === null;
    return replaced ?? "";
  });
  return absent ? null : parts.join("`");
}

function asText(encode: (text: string) => string): (value: unknown) => string {
  return (value) => (isCode(value) ? value.text : encode(String(value)));
}

/** `line` with its tokens replaced; null: a value was absent. */
export function replaceInline(
  line: string,
  table: TokenTable,
  encode: (value: unknown) => string,
): string | null {
  let replaced = "";
  let done = 0;
  for (let at = line.indexOf(tokenStart); at !== -1; at = line.indexOf(tokenStart, done)) {
    const end = line.indexOf(tokenEnd, at);
    const { value } = unwrapLeaf(table.value(Number(line.slice(at + 1, end))));
    if (isAbsent(value) || value === null) return null;
    replaced += line.slice(done, at) + encode(value);
    done = end + 1;
  }
  return replaced + line.slice(done);
}

function linesOf(printed: string): readonly string[] {
  let end = printed.length;
  while (end > 0 && printed[end - 1] === "\n") end -= 1;
  return printed.slice(0, end).split("\n");
}

export function withoutTokens(line: string): string {
  return line.replace(anyToken, "{{…}}").trim();
}
