// Looks up names of the table of exposed metrics.
import { lineAtLeast, type FlinkLine } from "./lines.js";
import { metricNameRows, type MetricNameRow } from "./metric-names.js";

/** One exposed name. */
export interface ExposedMetric extends Omit<MetricNameRow, "names" | "prefix"> {
  readonly name: string;
  /** Its series carry the label `job_name`. */
  readonly ofJob: boolean;
}

let byName: Map<string, ExposedMetric> | null = null;

function table(): ReadonlyMap<string, ExposedMetric> {
  if (byName !== null) return byName;
  byName = new Map();
  for (const { names, prefix, ...facts } of metricNameRows) {
    for (const rest of names.trim().split(/\s+/u)) {
      const name = prefix + rest;
      const ofJob = /^flink_(?:job|task)manager_job_/u.test(name);
      byName.set(name, { name, ofJob, ...facts });
    }
  }
  return byName;
}

/** The exposed metric `name`, on whatever line; null: no line has it. */
export function flinkMetric(name: string): ExposedMetric | null {
  return table().get(name) ?? null;
}

/** Every name that `line` exposes. */
export function flinkMetricNames(line: FlinkLine): readonly string[] {
  return [...table().values()]
    .filter(
      ({ since, until }) =>
        lineAtLeast(line, since) && (until === null || lineAtLeast(until, line)),
    )
    .map(({ name }) => name);
}
