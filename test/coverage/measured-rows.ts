// The coverage table as it is measured now: every property, in the form in which the table is kept.
import type { CoverageRow, Fate } from "../../src/language/coverage/row.js";
import { observe } from "./observe.js";
import type { PropertyCase } from "./property-cases.js";

/** Measures `cases`; keys as in the coverage table, each with its type. */
export async function measuredRows(
  cases: readonly PropertyCase[],
): Promise<ReadonlyMap<string, CoverageRow>> {
  const rows = new Map<string, CoverageRow>();
  for (const property of cases) rows.set(property.key, rowFrom(await observe(property)));
  return rows;
}

/** Generators that do the same share an entry. */
function rowFrom(seen: ReadonlyMap<string, Fate>): CoverageRow {
  const groups = new Map<string, { readonly ids: string[]; readonly fate: Fate }>();
  for (const [id, fate] of seen) {
    const text = JSON.stringify(fate);
    const group = groups.get(text);
    if (group === undefined) groups.set(text, { ids: [id], fate });
    else group.ids.push(id);
  }
  return Object.fromEntries([...groups.values()].map(({ ids, fate }) => [ids.join(" "), fate]));
}
