// The shape of a row of the coverage table.

/** What a generator makes of a property: one of `becomes` and `says`. */
export interface Fate {
  /** What changes in the output with it: Flink options, fields of objects, client properties, files. */
  readonly becomes?: readonly string[];
  /** Codes of the diagnostics that tell of it, where nothing in the output changes. */
  readonly says?: readonly string[];
  /** The mapping that those diagnostics name as a whole. */
  readonly whole?: string;
}

/** By generator ids, or `model` for what every command checks; several are separated by spaces. */
export type CoverageRow = Readonly<Record<string, Fate>>;

/**
 * Rows by key: `streams.<kafka>.topic`. A property that is the same for every type of its section has
 * one row, without the type. What no generator that it concerns does anything with has no place here.
 */
export type CoverageRows = Readonly<Record<string, CoverageRow>>;
