// How values print in source code of other languages: as a literal where the program reads them, as
// harmless text in a comment. A place that brings quotes of its own is refused.
import { isCode } from "../encode/leaf.js";
import { javadocText, javaString } from "../encode/java.js";
import { oneLine } from "../encode/one-line.js";
import { propertiesValue } from "../encode/properties.js";
import { shellWord } from "../encode/shell.js";
import { xmlComment, xmlText } from "../encode/xml.js";
import type { Language } from "../generator/contract.js";
import {
  replaceInline,
  replaceTokenLines,
  withoutTokens,
  type Replacement,
} from "./replace-tokens.js";
import { tokenEnd, tokenStart, type TokenTable } from "./tokens.js";

/** The encoders of one language. */
interface SourceEncoding {
  /** A line that is nothing but a comment. */
  readonly comment: RegExp;
  readonly literal: (text: string) => string;
  readonly inComment: (text: string) => string;
  /** Marks that must not stand beside a value, since it brings its own. */
  readonly quotes: string;
}

export const sourceEncodings: Readonly<Partial<Record<Language, SourceEncoding>>> = {
  java: {
    comment: /^\s*(?:\/\/|\/\*|\*)/,
    literal: javaString,
    inComment: javadocText,
    quotes: `"'`,
  },
  shell: { comment: /^\s*#/, literal: shellWord, inComment: oneLine, quotes: `"'` },
  xml: { comment: /^\s*<!--/, literal: xmlText, inComment: xmlComment, quotes: "" },
  properties: { comment: /^\s*[#!]/, literal: propertiesValue, inComment: oneLine, quotes: "" },
};

/** Replaces the tokens of a source file; the first line where a value stands inside quotes is refused. */
export function replaceInSource(
  printed: string,
  table: TokenTable,
  encoding: SourceEncoding,
): Replacement {
  let misplaced: string | null = null;
  const text = replaceTokenLines(printed, (line) => {
    const isComment = encoding.comment.test(line);
    if (!isComment && isQuoted(line, encoding.quotes)) misplaced ??= withoutTokens(line);
    const encode = isComment ? encoding.inComment : encoding.literal;
    return replaceInline(line, table, (value) => printedAs(value, encode));
  });
  if (misplaced !== null) return { ok: false, misplaced: { line: misplaced } };
  return { ok: true, rendered: { text, origins: new Map() } };
}

function printedAs(value: unknown, encode: (text: string) => string): string {
  if (isCode(value)) return value.text;
  return typeof value === "number" ? String(value) : encode(String(value));
}

function isQuoted(line: string, quotes: string): boolean {
  for (let index = 0; index < quotes.length; index += 1) {
    const quote = quotes.charAt(index);
    if (line.includes(quote + tokenStart) || line.includes(tokenEnd + quote)) return true;
  }
  return false;
}
