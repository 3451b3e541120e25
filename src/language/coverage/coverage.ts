// What becomes of every property in every generator, as data. The rows are measured and written by
// `npm run coverage`; a test holds them true. Loaded by the reference pages and by tests only.
import { checkpointsRows } from "./rows/checkpoints.js";
import { completionsRows } from "./rows/completions.js";
import { deadLettersRows } from "./rows/dead-letters.js";
import { deploymentRows } from "./rows/deployment.js";
import { lookupsRows } from "./rows/lookups.js";
import { monitoringRows } from "./rows/monitoring.js";
import { otherRows } from "./rows/other.js";
import { resourcesRows } from "./rows/resources.js";
import { secretsRows } from "./rows/secrets.js";
import { stateBackendsRows } from "./rows/state-backends.js";
import { streamsRows } from "./rows/streams.js";
import type { CoverageRow, CoverageRows, Fate } from "./row.js";

const tables: readonly CoverageRows[] = [
  streamsRows,
  lookupsRows,
  checkpointsRows,
  stateBackendsRows,
  deadLettersRows,
  completionsRows,
  resourcesRows,
  secretsRows,
  monitoringRows,
  deploymentRows,
  otherRows,
];

/** The row of a property by its key, `streams.<kafka>.topic`; null when there is none. */
export function rowOf(key: string): CoverageRow | null {
  const common = key.replace(/\.<[a-z0-9_]+>(?=\.)/u, "");
  for (const table of tables) {
    const row = table[key] ?? table[common];
    if (row !== undefined) return row;
  }
  return null;
}

/** Generators, and `model`, to what becomes of the property there. */
export function fatesOf(row: CoverageRow): ReadonlyMap<string, Fate> {
  return new Map(
    Object.entries(row).flatMap(([ids, fate]) => ids.split(" ").map((id) => [id, fate] as const)),
  );
}
