// Names of conditions against what each Flink line exposes.
import { expect, test } from "vitest";
import { flinkMetric, flinkMetricNames } from "../../../src/targets/flink/find-metric-name.js";
import { flinkLines, type FlinkLine } from "../../../src/targets/flink/lines.js";
import { findMetric } from "../../../src/targets/prometheus/find-metric.js";
import { knownMetrics } from "../../../src/targets/prometheus/known-metrics.js";
import { expressionOf } from "../../../src/targets/prometheus/metric.js";

const selection = {
  matchers: {
    job: [{ label: "job_name", values: ["one"] }],
    cluster: [{ label: "process", values: ["one"] }],
    outside: [],
  },
  everywhere: [],
  by: { job: ["job_name"], cluster: ["process"], outside: [] },
};

function query(name: string, line: FlinkLine, windowMs: number | null = null): string {
  const found = findMetric(name, line, new Map());
  return "metric" in found ? expressionOf(found.metric, selection, windowMs) : found.kind;
}

test.each([
  ["restarts", "1.20", 'max by (job_name) (flink_jobmanager_job_numRestarts{job_name="one"})'],
  [
    "memory_usage",
    "1.20",
    'max by (process) (flink_taskmanager_Status_JVM_Memory_Heap_Used{process="one"} / flink_taskmanager_Status_JVM_Memory_Heap_Max{process="one"})',
  ],
  [
    "gc_time_percent",
    "1.19",
    'max by (process) (flink_taskmanager_Status_JVM_GarbageCollector_All_TimeMsPerSecond{process="one"}) / 10',
  ],
  ["gc_time_percent", "1.18", "not-on-line"],
  [
    "latency_p50",
    "1.20",
    'max by (job_name) (flink_taskmanager_job_task_latency_source_id_operator_id_operator_subtask_index_latency{job_name="one", quantile="0.5"})',
  ],
  [
    "latency_p50",
    "1.18",
    'max by (job_name) ({__name__=~"flink_taskmanager_job_task_latency_source_id_operator_id_operator_subtask_index_latency|flink_taskmanager_job_latency_source_id_operator_id_operator_subtask_index_latency", job_name="one", quantile="0.5"})',
  ],
  ["checkpoint_age", "1.20", "not-on-line"],
  [
    "checkpoint_age",
    "2.0",
    'time() * 1000 - max by (job_name) (flink_jobmanager_job_lastCheckpointCompletedTimestamp{job_name="one"})',
  ],
  [
    "flink_jobmanager_job_fullRestarts",
    "1.20",
    'max by (job_name) (flink_jobmanager_job_fullRestarts{job_name="one"})',
  ],
  ["flink_jobmanager_job_fullRestarts", "2.0", "not-on-line"],
  ["flink_jobmanager_job_numRescales", "1.20", "not-on-line"],
  ["flink_taskmanager_job_task_mailboxLatencyMs", "1.20", "histogram"],
  [
    "flink_taskmanager_job_task_mailboxLatencyMs_p99",
    "1.20",
    'max by (job_name) (flink_taskmanager_job_task_mailboxLatencyMs{job_name="one", quantile="0.99"})',
  ],
  ["restart", "1.20", "misspelt"],
  ["orders_in_flight", "1.20", "orders_in_flight"],
] as const)("%s on %s", (name, line, text) => {
  expect(query(name, line)).toBe(text);
});

test("a counter in a window is its growth", () => {
  expect(query("restarts", "1.20", 600_000)).toBe(
    'sum by (job_name) (increase(flink_jobmanager_job_numRestarts{job_name="one"}[10m]))',
  );
});

test("every metric of ours is exposed by every line that has it", () => {
  const unknown = [...knownMetrics.keys()].flatMap((name) =>
    flinkLines.flatMap((line) => {
      const names = query(name, line).match(/flink_\w+/gu) ?? [];
      // Both spellings of the latency are asked for, since the line's releases differ.
      const exposed = new Set(flinkMetricNames(line));
      return names.some((one) => exposed.has(one)) || names.length === 0
        ? names.filter((one) => flinkMetric(one) === null)
        : names;
    }),
  );
  expect(unknown).toEqual([]);
});

test("lines differ in what they expose", () => {
  const names = flinkLines.map((line) => flinkMetricNames(line).length);
  expect(names[0]).toBeGreaterThan(300);
  expect(flinkMetricNames("2.2")).not.toContain("flink_jobmanager_job_fullRestarts");
  expect(flinkMetricNames("1.20")).toContain("flink_jobmanager_job_fullRestarts");
});
