// What differs between two compilations of one file: for each generator its output, and its findings.
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { differences, type GivenNames } from "./differences.js";
import type { Compiled, Made } from "./measure.js";
import { Seen } from "./seen.js";

/** What to compare, and what counts. */
export interface Comparison {
  readonly here: readonly string[];
  /** Findings that match are about the property; others only follow. */
  readonly relevant: RegExp;
  /** For naming what differs; null: that it does is enough. */
  readonly given: GivenNames | null;
}

/** Adds to `seen` what differs between `one` and `other`, by generator and under `model`. */
export function compare(
  one: Compiled,
  other: Compiled,
  { here, relevant, given }: Comparison,
  seen: Map<string, Seen>,
): void {
  const of = (id: string): Seen => {
    let entry = seen.get(id);
    if (entry === undefined) seen.set(id, (entry = new Seen()));
    return entry;
  };
  const shared = changedCodes(one.findings, other.findings, relevant);
  of("model").add([], shared);
  for (const id of here) {
    const before = one.made.get(id);
    const after = other.made.get(id);
    // Refused before the generator ran.
    if (one.made.size === 0 || other.made.size === 0) continue;
    const effects = changedOutput(before, after, given);
    const codes = changedCodes(before?.findings ?? [], after?.findings ?? [], relevant);
    // The README repeats what diagnostics say.
    const isTold =
      codes.length + shared.length > 0 && effects.every((name) => name === "README.md");
    of(id).add(isTold ? [] : effects, codes);
  }
}

function changedOutput(
  before: Made | undefined,
  after: Made | undefined,
  given: GivenNames | null,
): readonly string[] {
  if (before !== undefined && after !== undefined) {
    if (given === null) return changedFiles(before.files, after.files);
    return differences(before.files, after.files, given);
  }
  return before === after ? [] : ["whether there is output"];
}

function changedFiles(before: Made["files"], after: Made["files"]): readonly string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  const changed = [...paths].filter((path) => before.get(path)?.text !== after.get(path)?.text);
  return [...new Set(changed.map((path) => path.slice(path.lastIndexOf("/") + 1)))];
}

function text({ code, message }: Diagnostic): string {
  return `${code} ${message}`;
}

/** Codes of findings that only one of the two has, and that name the property; errors in any case. */
function changedCodes(
  one: readonly Diagnostic[],
  other: readonly Diagnostic[],
  relevant: RegExp,
): readonly string[] {
  const inOne = new Set(one.map(text));
  const inOther = new Set(other.map(text));
  const changed = [
    ...one.filter((found) => !inOther.has(text(found))),
    ...other.filter((found) => !inOne.has(text(found))),
  ];
  const about = changed.filter(
    ({ message, severity }) => severity === "error" || relevant.test(message),
  );
  return [...new Set(about.map(({ code }) => code))];
}
