// The condition language of alerts: `metric > 1000ms for 5m`, `abs(a - b) > 3 in 10m` (vocabulary 2.9.5).
// A recursive-descent parser; every part keeps its place in the text. Knows no metric and no unit.

/** A part of the condition's text; `start` and `end` are offsets in it. */
export interface Part {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A number as written, with its unit, or "" for none. */
export interface Literal extends Part {
  readonly number: number;
  readonly unit: string;
}

/** A duration after `in` or `for`. */
export interface Span extends Part {
  readonly milliseconds: number;
}

export type Operator = ">" | "<" | ">=" | "<=" | "==" | "!=";

/** What is compared: a metric, or the distance between two. */
export type Operand =
  | { readonly kind: "metric"; readonly metric: Part }
  | { readonly kind: "distance"; readonly left: Part; readonly right: Part };

export interface Condition {
  readonly operand: Operand;
  readonly operator: Operator;
  readonly value: Literal;
  /** `in d`: what happened within the last d. */
  readonly within: Span | null;
  /** `for d`: true without a break for d. */
  readonly hold: Span | null;
}

/** Why a text is no condition, to follow "expected". */
export interface SyntaxProblem {
  readonly expected: string;
  /** The text that stands there instead; "" at the end. */
  readonly found: string;
  readonly start: number;
  readonly end: number;
}

export type ParsedCondition =
  | { readonly ok: true; readonly condition: Condition }
  | { readonly ok: false; readonly problem: SyntaxProblem };

const operators: readonly string[] = [">", "<", ">=", "<=", "==", "!="];

const millisecondsOf: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

// A name, a number with what is glued to it, an operator, or any other character by itself.
const token = /[A-Za-z_:][\w:]*|-?\d[\w.%]*|[<>=!]=?|\S/gu;
const numberForm = /^(-?\d{1,15}(?:\.\d{1,9})?)([A-Za-z%]*)$/u;

class Parser {
  readonly #tokens: readonly Part[];
  readonly #length: number;
  #next = 0;

  constructor(text: string) {
    this.#tokens = Array.from(text.matchAll(token), (match) => ({
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
    }));
    this.#length = text.length;
  }

  condition(): Condition {
    const operand = this.#operand();
    const operator = this.#take("one of > < >= <= == !=", ({ text }) => operators.includes(text));
    const value = this.#literal();
    const within = this.#takeWord("in") ? this.#duration("in") : null;
    const hold = this.#takeWord("for") ? this.#duration("for") : null;
    const rest = this.#tokens[this.#next];
    if (rest !== undefined) {
      const ended = hold !== null ? "the end" : '"for" and a duration, or the end';
      throw this.#problem(hold === null && within === null ? `"in", ${ended}` : ended);
    }
    return { operand, operator: operator.text as Operator, value, within, hold };
  }

  #operand(): Operand {
    const first = this.#name("the name of a metric, or abs(");
    if (first.text !== "abs" || this.#tokens[this.#next]?.text !== "(") {
      return { kind: "metric", metric: first };
    }
    this.#take("(", ({ text }) => text === "(");
    const left = this.#name("the name of a metric");
    this.#take("-", ({ text }) => text === "-");
    const right = this.#name("the name of a metric");
    this.#take(")", ({ text }) => text === ")");
    return { kind: "distance", left, right };
  }

  #name(expected: string): Part {
    return this.#take(expected, ({ text }) => /^[A-Za-z_:]/u.test(text));
  }

  #literal(): Literal {
    const isLong = /^-?\d+(?:\.\d+)?[A-Za-z%]*$/u.test(this.#tokens[this.#next]?.text ?? "");
    const expected = isLong
      ? "a number of at most 15 digits, and 9 after the point,"
      : "a number with or without a unit";
    const part = this.#take(expected, ({ text }) => numberForm.test(text));
    const [, digits = "", unit = ""] = numberForm.exec(part.text) ?? [];
    return { ...part, number: Number(digits), unit };
  }

  #duration(word: string): Span {
    const form = /^(\d{1,9})(ms|s|m|h|d)$/u;
    const expected = `a duration such as 10m after "${word}"`;
    const part = this.#take(expected, ({ text }) => {
      const [, digits = "0"] = form.exec(text) ?? [];
      return Number(digits) > 0;
    });
    const [, digits = "", unit = ""] = form.exec(part.text) ?? [];
    return { ...part, milliseconds: Number(digits) * (millisecondsOf[unit] ?? 0) };
  }

  #takeWord(word: string): boolean {
    if (this.#tokens[this.#next]?.text !== word) return false;
    this.#next += 1;
    return true;
  }

  #take(expected: string, fits: (part: Part) => boolean): Part {
    const part = this.#tokens[this.#next];
    if (part === undefined || !fits(part)) throw this.#problem(expected);
    this.#next += 1;
    return part;
  }

  #problem(expected: string): Unreadable {
    const part = this.#tokens[this.#next];
    const end = this.#length;
    return new Unreadable(
      part === undefined
        ? { expected, found: "", start: end, end }
        : { expected, found: part.text, start: part.start, end: part.end },
    );
  }
}

/** Leaves the parser from any depth; never leaves this file. */
class Unreadable extends Error {
  constructor(readonly problem: SyntaxProblem) {
    super(problem.expected);
  }
}

/** The condition that `text` states, or what stands in its way. */
export function parseCondition(text: string): ParsedCondition {
  try {
    return { ok: true, condition: new Parser(text).condition() };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, problem: error.problem };
    throw error;
  }
}
