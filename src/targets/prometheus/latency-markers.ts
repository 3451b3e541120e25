// Which conditions ask for Flink's latency histogram, which exists only where the configuration switches
// its markers on.
import type { FlinkLine } from "../flink/lines.js";
import { parseCondition, type Condition } from "./condition.js";
import { findMetric } from "./find-metric.js";
import type { Metric } from "./metric.js";

/** The metrics that a condition names. */
function metricsOf({ operand }: Condition): readonly string[] {
  return operand.kind === "metric"
    ? [operand.metric.text]
    : [operand.left.text, operand.right.text];
}

/** Whether `condition` compares a latency; false for a text that is no condition. */
export function needsLatencyMarkers(condition: string, line: FlinkLine): boolean {
  const parsed = parseCondition(condition);
  if (!parsed.ok) return false;
  return metricsOf(parsed.condition).some((name) => {
    const found = findMetric(name, line, new Map());
    return found.kind === "found" && isLatency(found.metric);
  });
}

/** Whether the metric is of Flink's latency histogram. */
export function isLatency({ shape }: Metric): boolean {
  return "series" in shape && shape.series.name.endsWith("_subtask_index_latency");
}
