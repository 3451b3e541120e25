// From the text of a process file to its words. Keeps offsets; knows no statement. What is no word of
// the language at all is reported here, and reading goes on behind it.
import { diagnose } from "../diagnostics/catalogue/index.js";
import type { Report } from "../diagnostics/diagnostic.js";
import { readingLimits, type ReadingBudget } from "../document/reading-budget.js";
import type { SourceFile, Span } from "../source/source-file.js";

/**
 * `word` is a keyword or a name: only its place tells which. `number` may carry a unit (`30s`), `text`
 * is quoted, `placeholder` is `${…}`, `block` is SQL between three backticks, `mark` everything else.
 */
export type TokenKind = "word" | "number" | "text" | "placeholder" | "block" | "mark";

export interface Token {
  readonly kind: TokenKind;
  /** As written; of a text, what is between its quotes. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The first of its line. */
  readonly opensLine: boolean;
  /** Brackets that are open around it. */
  readonly depth: number;
}

/** Everything that is between words: white space and comments. */
const blank = /[ \t\r\n]+|\/\/[^\n]*/y;
const word = /[A-Za-z_][A-Za-z0-9_]*/y;
// A run of letters behind the digits is a unit: `30s`, or part of a name that nothing asks for.
const number = /[0-9]+(?:\.[0-9]+)?[A-Za-z_]*/y;
const mark = /->|==|!=|<=|>=|\.\.|→|[!#$%&()*+,\-./:;<=>?@[\\\]^`{|}~]/y;
const foreign = /[^ -~→]+/y;

const opening: ReadonlySet<string> = new Set(["(", "[", "{"]);
const closing: ReadonlySet<string> = new Set([")", "]", "}"]);

/** Reports a problem at a place in the file (E721). */
export type Complain = (span: Span, problem: string, help?: string) => void;

/** The words of `file`; null when there are too many, or brackets are too deep (reported). */
export function tokensOf(
  file: SourceFile,
  budget: ReadingBudget,
  report: Report,
  complain: Complain,
): readonly Token[] | null {
  const reader = new TokenReader(file, complain);
  const tokens: Token[] = [];
  for (let token = reader.next(); token !== null; token = reader.next()) {
    if (token.depth >= readingLimits.depth && token.kind === "mark" && opening.has(token.text)) {
      const span = { file, start: token.start, end: token.end };
      report(diagnose("E747", span, { limit: readingLimits.depth }));
      return null;
    }
    if (--budget.nodes < 0) {
      const values = { things: "words", limit: readingLimits.nodes };
      report(diagnose("E748", { file, start: token.start, end: token.end }, values));
      return null;
    }
    tokens.push(token);
  }
  return tokens;
}

class TokenReader {
  readonly #file: SourceFile;
  readonly #complain: Complain;
  #at = 0;
  #depth = 0;
  #opensLine = true;

  constructor(file: SourceFile, complain: Complain) {
    this.#file = file;
    this.#complain = complain;
  }

  /** The next word, or null at the end. */
  next(): Token | null {
    for (;;) {
      this.#skipBlank();
      if (this.#at >= this.#file.text.length) return null;
      const token = this.#read();
      if (token !== null) return token;
    }
  }

  #skipBlank(): void {
    const { text } = this.#file;
    for (;;) {
      const found = this.#match(blank);
      if (found !== null) {
        if (found.includes("\n")) this.#opensLine = true;
        continue;
      }
      if (!text.startsWith("/*", this.#at)) return;
      const end = text.indexOf("*/", this.#at + 2);
      if (end === -1) this.#refuse(this.#at + 2, "the comment is not closed with `*/`");
      if (end !== -1 && text.slice(this.#at, end).includes("\n")) this.#opensLine = true;
      this.#at = end === -1 ? text.length : end + 2;
    }
  }

  /** Null for what is no word: reported, and stepped over. */
  #read(): Token | null {
    const start = this.#at;
    const written = this.#match(word);
    if (written !== null) return this.#token("word", written, start);
    const digits = this.#match(number);
    if (digits !== null) return this.#token("number", digits, start);
    const { text } = this.#file;
    const first = text[start];
    if (first === '"' || first === "'") return this.#text(first);
    if (text.startsWith("```", start)) return this.#block();
    if (text.startsWith("${", start)) return this.#placeholder();
    const symbol = this.#match(mark);
    if (symbol !== null) return this.#mark(symbol, start);
    const unknown = this.#match(foreign) ?? text[this.#at++] ?? "";
    this.#refuse(start + unknown.length, "names are of letters, digits and `_`", start);
    return null;
  }

  #mark(symbol: string, start: number): Token {
    if (closing.has(symbol) && this.#depth > 0) this.#depth -= 1;
    const token = this.#token("mark", symbol, start);
    if (opening.has(symbol)) this.#depth += 1;
    return token;
  }

  /** A text ends on its line; an unclosed one is reported and ends with it. */
  #text(quote: string): Token {
    const { text } = this.#file;
    const start = this.#at;
    let at = start + 1;
    while (at < text.length && text[at] !== quote && text[at] !== "\n") {
      at += text[at] === "\\" && text[at + 1] !== "\n" ? 2 : 1;
    }
    const isClosed = text[at] === quote;
    if (!isClosed) {
      at = Math.min(at, text.length);
      if (text[at - 1] === "\r") at -= 1;
      this.#refuse(start + 1, "the quote is not closed on its line", start);
    }
    this.#at = isClosed ? at + 1 : at;
    return this.#token("text", text.slice(start + 1, at), start);
  }

  #block(): Token {
    const { text } = this.#file;
    const start = this.#at;
    const end = text.indexOf("```", start + 3);
    if (end === -1) this.#refuse(start + 3, "the SQL is not closed with three backticks", start);
    this.#at = end === -1 ? text.length : end + 3;
    return this.#token("block", "", start);
  }

  #placeholder(): Token {
    const { text } = this.#file;
    const start = this.#at;
    let at = start + 2;
    while (at < text.length && text[at] !== "}" && text[at] !== "\n") at += 1;
    if (text[at] !== "}") this.#refuse(start + 2, "the placeholder is not closed with `}`", start);
    this.#at = text[at] === "}" ? at + 1 : at;
    return this.#token("placeholder", text.slice(start, this.#at), start);
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#file.text)?.[0] ?? null;
    if (found !== null) this.#at += found.length;
    return found;
  }

  #token(kind: TokenKind, text: string, start: number): Token {
    const opensLine = this.#opensLine;
    this.#opensLine = false;
    return { kind, text, start, end: this.#at, opensLine, depth: this.#depth };
  }

  #refuse(end: number, problem: string, start = this.#at): void {
    this.#complain({ file: this.#file, start, end }, problem);
  }
}
