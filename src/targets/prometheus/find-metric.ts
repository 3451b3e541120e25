// From a name in a condition to a metric: the map of the user first, then our own names, then what
// Flink exposes as it is spelled. Reports nothing: the caller knows the place.
import { nearestName } from "../../language/nearest-name.js";
import { flinkMetric, flinkMetricNames } from "../flink/find-metric-name.js";
import type { FlinkLine } from "../flink/lines.js";
import { lineAtLeast } from "../flink/lines.js";
import { knownMetrics, quantiles } from "./known-metrics.js";
import type { Metric } from "./metric.js";

/** What a name is. */
export type Found =
  | {
      readonly kind: "found";
      readonly metric: Metric;
      /** What must be there for the series to exist; null: nothing more than the job. */
      readonly needs: string | null;
    }
  /** Known, but not on this line. */
  | {
      readonly kind: "not-on-line";
      readonly since: FlinkLine | null;
      readonly until: FlinkLine | null;
    }
  /** A histogram, of which a value must be named: `…_p99`. */
  | { readonly kind: "histogram" }
  /** Nothing knows it, and it is near a name that is known. */
  | { readonly kind: "misspelt"; readonly nearest: string }
  /** Nothing knows it: asked for as it stands. */
  | { readonly kind: "own"; readonly metric: Metric };

/** A name within as many edits of a known one is a slip, not a name of its own. */
const slipLimit = 2;

/** The metric that `name` means on `line`; `mapped` are those of the user's map. */
export function findMetric(
  name: string,
  line: FlinkLine,
  mapped: ReadonlyMap<string, Metric>,
): Found {
  const own = mapped.get(name);
  if (own !== undefined) return { kind: "found", metric: own, needs: null };
  const known = knownMetrics.get(name);
  if (known !== undefined) {
    const { since, needs, shape, unit, scope, measures } = known;
    if (since !== null && !lineAtLeast(line, since)) {
      return { kind: "not-on-line", since, until: null };
    }
    return { kind: "found", needs, metric: { name, unit, scope, measures, shape: shape(line) } };
  }
  const exposed = exposedMetric(name, line);
  if (exposed !== null) return exposed;
  const nearest = nearestName(name, [...mapped.keys(), ...knownMetrics.keys()], slipLimit);
  if (nearest !== null) return { kind: "misspelt", nearest };
  if (name.startsWith("flink_")) {
    const spelled = nearestName(name, flinkMetricNames(line), slipLimit);
    if (spelled !== null) return { kind: "misspelt", nearest: spelled };
  }
  return { kind: "own", metric: ownMetric(name) };
}

/** A name as the reporter spells it; a histogram takes the quantile as a suffix: `…_latency_p99`. */
function exposedMetric(name: string, line: FlinkLine): Found | null {
  const [, base = "", suffix = ""] = /^(flink_\w+?)_(p\d+)$/u.exec(name) ?? [];
  const quantile = quantiles[suffix];
  const exposed = flinkMetric(quantile === undefined ? name : base);
  if (exposed === null) return null;
  if (exposed.type === "summary" && quantile === undefined) return { kind: "histogram" };
  if (exposed.type === "gauge" && quantile !== undefined) return null;
  const { since, until, onlyWith } = exposed;
  if (!lineAtLeast(line, since) || (until !== null && lineAtLeast(line, until) && line !== until)) {
    return { kind: "not-on-line", since, until };
  }
  const extra =
    quantile === undefined ? {} : { extra: [{ label: "quantile", values: [quantile] }] };
  const series = { name: exposed.name, ...extra };
  return {
    kind: "found",
    needs: onlyWith,
    metric: {
      name,
      unit: "number",
      scope: exposed.ofJob ? "job" : "cluster",
      measures: `the largest value of ${exposed.name}`,
      shape: { kind: "raw", series, aggregate: "max" },
    },
  };
}

function ownMetric(name: string): Metric {
  return {
    name,
    unit: "number",
    scope: name.startsWith("flink_") ? "job" : "outside",
    measures: "a metric of the job's own, asked for as it is named",
    shape: { kind: "raw", series: { name }, aggregate: name.startsWith("flink_") ? "max" : null },
  };
}

/** All names that need no map, for the help of a diagnostic. */
export function knownNames(mapped: ReadonlyMap<string, Metric>): string {
  const latencies = "processing_latency_p50 to _p999";
  const others = [...knownMetrics.keys()].filter((name) => !/_p\d+$/u.test(name));
  return [...mapped.keys(), latencies, ...others].join(", ");
}
