// Findings without repetition: processes that share a binding find the same thing in it.
import type { Diagnostic } from "../diagnostics/diagnostic.js";

/** Keeps the first of equal findings, in order. */
export class DistinctFindings {
  readonly #seen = new Set<string>();
  readonly #all: Diagnostic[] = [];

  get all(): readonly Diagnostic[] {
    return this.#all;
  }

  readonly add = (diagnostic: Diagnostic): void => {
    const { code, message, span } = diagnostic;
    const key = JSON.stringify([code, message, span?.file.path, span?.start, span?.end]);
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#all.push(diagnostic);
  };
}
