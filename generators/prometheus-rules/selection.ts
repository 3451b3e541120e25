// Which series an alert looks at: those of its processes, in this environment and region.
import type { Matcher } from "../../src/targets/prometheus/selector.js";
import { jobNameLabel } from "../../src/targets/flink/series-labels.js";
import type { Selection } from "../../src/targets/prometheus/metric.js";
import type { Process } from "../../src/model/infra-model.js";
import type { Context } from "./context.js";

/** The series of `processes`. */
export function selectionOf(context: Context, processes: readonly Process[]): Selection {
  const names = processes.map(({ name }) => name);
  const identity = Object.entries(context.identity).map(([label, value]) => ({
    label,
    values: [value],
  }));
  const job: Matcher = { label: jobNameLabel, values: names };
  const cluster = context.clusterPerProcess ? [{ label: processLabel, values: names }] : [];
  return {
    matchers: { job: [job, ...identity], cluster: [...cluster, ...identity], outside: [] },
    everywhere: [job, ...identity.filter(({ label }) => label !== "region")],
    by: {
      job: [jobNameLabel],
      cluster: context.clusterPerProcess ? [processLabel] : [],
      outside: [],
    },
  };
}

/** The label of a cluster that serves one process only. */
export const processLabel = "process";
