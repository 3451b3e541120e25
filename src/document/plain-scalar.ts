// What an unquoted scalar means: the YAML 1.2 core schema, minus the spellings that readers of
// YAML disagree about. Those are problems, not guesses.
import type { Scalar } from "./node.js";

/** The value of a plain scalar; `problem` says why its text cannot be taken as a number. */
export type PlainScalar =
  | { readonly value: Scalar; readonly problem: null }
  | { readonly value: null; readonly problem: string };

const words: ReadonlyMap<string, Scalar> = new Map<string, Scalar>([
  ["", null],
  ["~", null],
  ["null", null],
  ["Null", null],
  ["NULL", null],
  ["true", true],
  ["True", true],
  ["TRUE", true],
  ["false", false],
  ["False", false],
  ["FALSE", false],
]);

const integer = /^[-+]?[0-9]+$/;
const float = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const leadingZero = /^[-+]?0[0-9]/;
const otherBase = /^0(?:o[0-7]+|x[0-9a-fA-F]+)$/;
const notFinite = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
/** No number that the language can use is longer. */
const longestNumber = 400;

function refused(problem: string): PlainScalar {
  return { value: null, problem };
}

function text(value: string): PlainScalar {
  return { value, problem: null };
}

function finite(value: number): PlainScalar {
  if (!Number.isFinite(value)) return refused("it is too large");
  return { value: value === 0 ? 0 : value, problem: null };
}

function resolveNumber(written: string): PlainScalar {
  if (written.length > longestNumber) return text(written);
  if (otherBase.test(written)) return refused("only decimal numbers are read the same everywhere");
  if (notFinite.test(written)) return refused("it is not finite");
  if (!float.test(written)) return text(written);
  if (leadingZero.test(written)) return refused("its leading zero makes it look octal");
  if (!integer.test(written)) return finite(Number(written));
  const value = Number(written);
  return Number.isSafeInteger(value)
    ? finite(value)
    : refused("it has too many digits to be exact");
}

/** Resolves the text of an unquoted scalar. Linear in its length. */
export function resolvePlain(written: string): PlainScalar {
  if (written.length <= 5) {
    const word = words.get(written);
    if (word !== undefined) return { value: word, problem: null };
  }
  const first = written.charCodeAt(0);
  // `+`, `-`, `.` and the digits: nothing else begins a number.
  const numeric = first === 43 || first === 45 || first === 46 || (first >= 48 && first <= 57);
  return numeric ? resolveNumber(written) : text(written);
}
