// One statement of a process: its words, with ways to ask for what stands where. Judges nothing.
import type { SourceFile, Span } from "../source/source-file.js";
import type { Located, TargetForm } from "./process-file.js";
import type { Token } from "./tokens.js";

/** What a statement leads to: a name, a physical name in quotes, or a placeholder. */
export interface Target {
  readonly form: TargetForm;
  readonly name: string;
  readonly span: Span;
}

/** The words from one that begins a statement to the next such word. */
export class Statement {
  readonly file: SourceFile;
  readonly tokens: readonly Token[];

  constructor(file: SourceFile, tokens: readonly Token[]) {
    this.file = file;
    this.tokens = tokens;
  }

  get first(): Token {
    return this.tokens[0] as Token;
  }

  at(index: number): Token | undefined {
    return this.tokens[index];
  }

  /** Whether these words stand from `index` on. */
  reads(index: number, ...words: readonly string[]): boolean {
    return words.every((word, offset) => {
      const token = this.tokens[index + offset];
      return token?.kind === "word" && token.text === word;
    });
  }

  /** The index of the first `word` outside brackets, from `from` on; -1 where none stands. */
  find(word: string, from = 1): number {
    for (let index = from; index < this.tokens.length; index++) {
      const token = this.tokens[index];
      if (token?.kind === "word" && token.depth === 0 && token.text === word) return index;
    }
    return -1;
  }

  span(token: Token): Span {
    return { file: this.file, start: token.start, end: token.end };
  }

  /** Just behind the word at `index`: where something is missing. */
  behind(index: number): Span {
    const { end } = this.tokens[Math.min(index, this.tokens.length - 1)] as Token;
    return { file: this.file, start: end, end };
  }

  /** What stands at `index` as a target; null for any other word. */
  target(index: number): Target | null {
    const token = this.tokens[index];
    if (token === undefined) return null;
    const forms: Partial<Record<Token["kind"], TargetForm>> = {
      word: "name",
      text: "text",
      placeholder: "placeholder",
    };
    const form = forms[token.kind];
    return form === undefined ? null : { form, name: token.text, span: this.span(token) };
  }

  /** The duration at `index` in the spelling of bindings, and the index behind it; null for none. */
  duration(index: number): { readonly value: Located<string>; readonly next: number } | null {
    const token = this.tokens[index];
    if (token?.kind !== "number") return null;
    const parts = /^([0-9]+)(ms|s|m|h|d)?$/u.exec(token.text);
    const amount = parts?.[1];
    if (amount === undefined) return null;
    const short = parts?.[2];
    if (short !== undefined) {
      const span = this.span(token);
      return { value: { value: `${Number(amount)}${short}`, span }, next: index + 1 };
    }
    const word = this.tokens[index + 1];
    const unit = word?.kind === "word" ? units.get(word.text) : undefined;
    if (word === undefined || unit === undefined) return null;
    const span = { file: this.file, start: token.start, end: word.end };
    const value = `${Number(amount) * unit.times}${unit.short}`;
    return { value: { value, span }, next: index + 2 };
  }

  /** Fields `a, b.c` from `index` on: how many, and the index behind them. */
  fields(index: number): { readonly count: number; readonly next: number } {
    let count = 0;
    let at = index;
    while (this.tokens[at]?.kind === "word") {
      count += 1;
      at += 1;
      while (this.tokens[at]?.text === "." && this.tokens[at + 1]?.kind === "word") at += 2;
      if (this.tokens[at]?.text !== ",") break;
      at += 1;
    }
    return { count, next: at };
  }
}

interface Unit {
  readonly short: string;
  readonly times: number;
}

const units: ReadonlyMap<string, Unit> = new Map(
  (
    [
      ["millisecond", "ms", 1],
      ["second", "s", 1],
      ["minute", "m", 1],
      ["hour", "h", 1],
      ["day", "d", 1],
      ["week", "d", 7],
    ] as const
  ).flatMap(([name, short, times]): [string, Unit][] => [
    [name, { short, times }],
    [`${name}s`, { short, times }],
  ]),
);
