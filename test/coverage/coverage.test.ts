// The proof of the coverage table: each property is set, changed or removed in a small file, and what
// every generator makes of it is what the table says. Nothing may be ignored in silence.
import { describe, expect, test } from "vitest";
import { concernOf } from "../../src/language/coverage/concerns.js";
import { fatesOf, rowOf } from "../../src/language/coverage/coverage.js";
import type { CoverageRow } from "../../src/language/coverage/row.js";
import { measuredRows } from "./measured-rows.js";
import { errorsOfBases } from "./observe.js";
import { propertyCases, type PropertyCase } from "./property-cases.js";
import { sampleFor } from "./samples.js";

const cases = propertyCases();
const bySection = new Map<string, readonly PropertyCase[]>();
for (const each of cases) {
  bySection.set(each.section, [...(bySection.get(each.section) ?? []), each]);
}

describe.each([...bySection])("%s", (_, properties) => {
  test("every property becomes what the coverage table says", async () => {
    // After a change that is meant: `npm run coverage`, and read the difference.
    const measured = await measuredRows(properties);
    const differing = properties
      .map(({ key }) => ({ key, kept: rowOf(key), now: measured.get(key) ?? {} }))
      .filter(({ kept, now }) => JSON.stringify(kept) !== JSON.stringify(now));
    expect(differing).toEqual([]);
  }, 120_000);

  test("no property is ignored in silence by a generator that it concerns", () => {
    expect(properties.flatMap(({ key }) => silences(key, rowOf(key) ?? {}))).toEqual([]);
  });
});

/** Generators that owe an answer. A warning of the model speaks for all of them. */
function silences(key: string, row: CoverageRow): readonly string[] {
  const fates = fatesOf(row);
  if (fates.get("model")?.says?.some((code) => !code.startsWith("E")) === true) return [];
  return concernOf(key)
    .generators.filter((id) => !fates.has(id))
    .map((id) => `${key}: ${id}`);
}

test("a refusal is the answer only where no value is accepted", () => {
  const refused = cases
    .filter(({ key }) => sampleFor(key).refused !== true)
    .filter(({ key }) => {
      const fates = fatesOf(rowOf(key) ?? {});
      return concernOf(key).generators.some((id) =>
        fates.get(id)?.says?.every((code) => code.startsWith("E")),
      );
    });
  expect(refused.map(({ key }) => key)).toEqual([]);
});

test("the files that properties are measured in have no errors themselves", async () => {
  const errors = await errorsOfBases(cases);
  expect(
    errors.filter((error) => !/ E901 .* no state backend on Redis or Ignite/u.test(error)),
  ).toEqual([]);
}, 60_000);
