// Runs a table of properties and the options they set on three lines.
import { expect, test } from "vitest";
import { optionOf } from "../../../../src/targets/flink/options/known-option.js";
import { checkOptionValue } from "../../../../src/targets/flink/options/option-value.js";
import type { FlinkLine } from "../../../../src/targets/flink/lines.js";
import { configurationOf } from "./configuration-of.js";

const lines = ["1.18", "1.20", "2.2"] as const;

export interface OptionRow {
  readonly given: string;
  /** The option on 1.18, 1.20 and 2.2; one for all; null: none. */
  readonly key: string | readonly [string | null, string | null, string | null];
  readonly value: string;
}

/** One test for each row and line. */
export function testOptionRows(rows: readonly OptionRow[]): void {
  const cases = rows.flatMap(({ given, key, value }) =>
    lines.map((line, index) => ({
      given: given.trim(),
      line,
      key: typeof key === "string" ? key : (key[index] ?? null),
      others:
        typeof key === "string"
          ? []
          : key.filter((other) => other !== null && other !== key[index]),
      value,
    })),
  );

  test.each(cases)("$line: $given", async ({ given, line, key, others, value }) => {
    const { values } = await configurationOf(given, { line });
    expect(key === null ? value : values[key]).toBe(value);
    for (const other of others) expect(values).not.toHaveProperty([other ?? ""]);
    expectReadable(values, line);
  });
}

/** Nothing may be emitted that the line does not have, or whose value it would refuse. */
function expectReadable(values: Readonly<Record<string, string>>, line: FlinkLine): void {
  const problems = Object.entries(values).flatMap(([key, value]) => {
    const option = optionOf(key, line);
    if (option === null) return [`${line} has no ${key}`];
    const problem = checkOptionValue(option, value);
    return problem === null ? [] : [`${key}: ${problem}`];
  });
  expect(problems).toEqual([]);
}
