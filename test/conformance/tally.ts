// Counts the checks of one system and prints a line for each.

/** One check: what was checked, and why it failed. */
export interface Check {
  readonly artifact: string;
  /** Null: it held. */
  readonly failure: string | null;
}

/** The checks of one system in one run. */
export class Tally {
  readonly #checks: Check[] = [];
  /** How long the system ran. */
  seconds = 0;

  constructor(readonly system: string) {}

  get checks(): readonly Check[] {
    return this.#checks;
  }

  get passed(): number {
    return this.#checks.filter(({ failure }) => failure === null).length;
  }

  get failed(): number {
    return this.#checks.length - this.passed;
  }

  /** Counts a check that held. */
  pass(artifact: string): void {
    this.#checks.push({ artifact, failure: null });
    process.stdout.write(`ok     ${this.system}: ${artifact}\n`);
  }

  /** Counts a check that did not, with its reason. */
  fail(artifact: string, failure: string): void {
    this.#checks.push({ artifact, failure });
    process.stdout.write(
      `FAILED ${this.system}: ${artifact}\n    ${failure.replaceAll("\n", "\n    ")}\n`,
    );
  }
}

/** Prints the counts and seconds of each, and "N passed, N failed" last; the number that failed. */
export function summarize(tallies: readonly Tally[]): number {
  const sum = (of: (tally: Tally) => number): number =>
    tallies.reduce((total, tally) => total + of(tally), 0);
  const passed = sum((tally) => tally.passed);
  const failed = sum((tally) => tally.failed);
  const rows = [
    ["system", "passed", "failed", "seconds"],
    ...tallies.map((tally) => [tally.system, tally.passed, tally.failed, tally.seconds]),
  ];
  const lines = rows.map((cells) =>
    cells
      .map((cell, at) => (at === 0 ? String(cell).padEnd(12) : String(cell).padStart(8)))
      .join(""),
  );
  process.stdout.write(`\n${lines.join("\n")}\n\n${passed} passed, ${failed} failed\n`);
  return failed;
}
