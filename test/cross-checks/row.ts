// One cross-check: a text that fails it, with the words at both places, and a text that passes.
import { expect, test } from "vitest";
import { findingsOf } from "./found.js";

export interface CrossCheck {
  readonly name: string;
  readonly fails: string;
  /** `CODE line: words < line: words`. */
  readonly want: string;
  readonly passes: string;
  /** The process file of both. */
  readonly processes?: string;
}

/** Each row fails where it should, and its other text has no error and nothing of that code there. */
export function testCrossChecks(rows: readonly CrossCheck[]): void {
  test.each(rows)("$name", async ({ fails, want, passes, processes }) => {
    expect(await findingsOf(fails, processes)).toContainEqual(want);
    const rest = await findingsOf(passes, processes);
    expect(rest.filter((line) => line.startsWith("E"))).toEqual([]);
    const [code = "", place = ""] = want.split(" < ")[0]?.split(/ (.*)/u) ?? [];
    const line = place.split(":")[0] ?? "";
    expect(rest.filter((each) => each.startsWith(`${code} ${line}:`))).toEqual([]);
  });
}
