// The metrics that a condition can name, and what Flink exposes for each. A table: how they become
// queries is in metric.ts.
import { lineAtLeast, type FlinkLine } from "../flink/lines.js";
import type { Aggregate, Scope, SeriesName, Shape } from "./metric.js";
import type { Unit } from "./units.js";

/** A row: the metric on a line, or the first line that has it. */
export interface KnownMetric {
  readonly name: string;
  readonly unit: Unit;
  readonly scope: Scope;
  readonly measures: string;
  /** The first line that exposes it; null: every line. */
  readonly since: FlinkLine | null;
  /** What must be there besides Flink, to follow "needs"; null: nothing. */
  readonly needs: string | null;
  readonly shape: (line: FlinkLine) => Shape;
}

const task = "flink_taskmanager_job_task_";
const operator = `${task}operator_`;
const job = "flink_jobmanager_job_";
const taskManager = "flink_taskmanager_Status_";
const jobManager = "flink_jobmanager_";

/** Only sources: the operators behind them count the same records again. */
const ofSources = [{ label: "operator_name", values: ["Source: orders"], pattern: "Source.*" }];

/** Quantiles that Flink's reporter exposes, by the suffix of a metric's name. */
export const quantiles: Readonly<Record<string, string>> = {
  p50: "0.5",
  p75: "0.75",
  p95: "0.95",
  p98: "0.98",
  p99: "0.99",
  p999: "0.999",
};

/** The latency histogram; Flink 1.17 to 1.19.1 leave out the task (FLINK-35750). */
function latencySeries(line: FlinkLine, quantile: string): SeriesName {
  const rest = "latency_source_id_operator_id_operator_subtask_index_latency";
  const extra = [{ label: "quantile", values: [quantile] }];
  if (lineAtLeast(line, "1.20")) return { name: `${task}${rest}`, extra };
  return { name: `${task}${rest}`, alsoNamed: `flink_taskmanager_job_${rest}`, extra };
}

type Facts = Partial<Pick<KnownMetric, "since" | "needs">>;

function row(
  name: string,
  [unit, scope]: readonly [Unit, Scope],
  measures: string,
  shape: Shape | ((line: FlinkLine) => Shape),
  facts: Facts = {},
): KnownMetric {
  const { since = null, needs = null } = facts;
  const shapeOf = typeof shape === "function" ? shape : (): Shape => shape;
  return { name, unit, scope, measures, since, needs, shape: shapeOf };
}

function gauge(aggregate: Aggregate, name: string, more: Partial<SeriesName> = {}): Shape {
  return { kind: "gauge", aggregate, series: { name, ...more } };
}

/** Milliseconds in each second, as a share of the time. */
function timeShare(aggregate: Aggregate, name: string): Shape {
  return { kind: "gauge", aggregate, series: { name }, divisor: 1000 };
}

function counter(name: string): Shape {
  return { kind: "counter", series: { name } };
}

function used(part: string, whole: string): Shape {
  return { kind: "ratio", aggregate: "max", part: { name: part }, whole: { name: whole } };
}

// Flink counts what a sink could not send under two names; one of them is enough.
const errorCounters: readonly SeriesName[] = [
  { name: `${operator}numRecordsInErrors` },
  { name: `${operator}numRecordsSendErrors` },
];

const lag =
  "records that the sources have not read yet, over all of their partitions, as the sources count them";
const collectors = `${taskManager}JVM_GarbageCollector_`;
const heap = `${taskManager}JVM_Memory_Heap_`;
const managed = `${taskManager}Flink_Memory_Managed_`;

function lagRow(name: string): KnownMetric {
  return row(name, ["number", "job"], lag, gauge("sum", `${operator}pendingRecords`));
}

const markers =
  "time of Flink's latency markers from a source to an operator, in the slowest subtask; markers pass user code by, so it is less than the end-to-end latency";

function latencyRows(suffix: string, quantile: string): readonly KnownMetric[] {
  const largest = (line: FlinkLine): Shape => ({
    kind: "gauge",
    aggregate: "max",
    series: latencySeries(line, quantile),
  });
  const unit = ["milliseconds", "job"] as const;
  return [
    row(`processing_latency_${suffix}`, unit, markers, largest),
    row(`latency_${suffix}`, unit, markers, largest),
    row(`region_latency_${suffix}`, unit, `${markers}; in this region`, largest),
    row(
      `global_latency_${suffix}`,
      unit,
      `${markers}; the mean of all regions' values`,
      (line) => ({
        kind: "over-regions",
        series: latencySeries(line, quantile),
      }),
    ),
  ];
}

/** Every metric that a condition may name without a map, by name. */
export const knownMetrics: ReadonlyMap<string, KnownMetric> = new Map(
  [
    ...Object.entries(quantiles).flatMap(([suffix, quantile]) => latencyRows(suffix, quantile)),
    row(
      "event_time_lag",
      ["milliseconds", "job"],
      "age of an event when its source emits it",
      gauge("max", `${operator}currentEmitEventTimeLag`),
    ),
    row(
      "checkpoint_failures",
      ["number", "job"],
      "checkpoints that failed",
      counter(`${job}numberOfFailedCheckpoints`),
    ),
    row(
      "checkpoints_completed",
      ["number", "job"],
      "checkpoints that were completed",
      counter(`${job}numberOfCompletedCheckpoints`),
    ),
    row(
      "checkpoint_duration",
      ["milliseconds", "job"],
      "duration of the last checkpoint",
      gauge("max", `${job}lastCheckpointDuration`),
    ),
    row(
      "checkpoint_size",
      ["bytes", "job"],
      "size of the state that the last checkpoint covers, unchanged parts included",
      gauge("max", `${job}lastCheckpointFullSize`),
    ),
    row(
      "checkpoint_age",
      ["milliseconds", "job"],
      "time since the last checkpoint was completed",
      { kind: "age", series: { name: `${job}lastCheckpointCompletedTimestamp` } },
      { since: "2.0" },
    ),
    row("restarts", ["number", "job"], "restarts of the job", counter(`${job}numRestarts`)),
    row(
      "running_time",
      ["milliseconds", "job"],
      "time that the job has been running without a break; 0 while it is not",
      gauge("max", `${job}runningTime`),
    ),
    lagRow("kafka_consumer_lag"),
    lagRow("consumer_lag"),
    lagRow("pending_records"),
    row(
      "error_rate_per_minute",
      ["number", "job"],
      "records per minute that a source could not read or a sink could not send; what the job's own code counts or sends to a dead letter is not in it",
      { kind: "errors", counters: errorCounters, base: null },
    ),
    row(
      "error_rate",
      ["ratio", "job"],
      "share of the sources' records that a source could not read or a sink could not send; what the job's own code counts or sends to a dead letter is not in it",
      {
        kind: "errors",
        counters: errorCounters,
        base: { name: `${operator}numRecordsOut`, extra: ofSources },
      },
    ),
    row(
      "processing_rate",
      ["number", "job"],
      "records per second that the sources emit",
      gauge("sum", `${operator}numRecordsOutPerSecond`, { extra: ofSources }),
    ),
    row(
      "backpressure",
      ["ratio", "job"],
      "share of the time that the most delayed subtask waits for the ones behind it",
      timeShare("max", `${task}backPressuredTimeMsPerSecond`),
    ),
    row(
      "busy",
      ["ratio", "job"],
      "share of the time that the busiest subtask works",
      timeShare("max", `${task}busyTimeMsPerSecond`),
    ),
    row(
      "memory_usage",
      ["ratio", "cluster"],
      "used share of the heap of the fullest task manager",
      used(`${heap}Used`, `${heap}Max`),
    ),
    row(
      "managed_memory_usage",
      ["ratio", "cluster"],
      "used share of the managed memory of the fullest task manager",
      used(`${managed}Used`, `${managed}Total`),
    ),
    row(
      "cpu_usage",
      ["ratio", "cluster"],
      "mean load of the task managers' CPUs, as their JVMs see it",
      gauge("avg", `${taskManager}JVM_CPU_Load`),
    ),
    row(
      "gc_time_percent",
      ["percent", "cluster"],
      "share of the time that the task manager with most of it collects garbage",
      {
        kind: "gauge",
        aggregate: "max",
        series: { name: `${collectors}All_TimeMsPerSecond` },
        divisor: 10,
      },
      { since: "1.19" },
    ),
    row(
      "task_managers",
      ["number", "cluster"],
      "task managers that are registered",
      gauge("max", `${jobManager}numRegisteredTaskManagers`),
    ),
    row(
      "slots_available",
      ["number", "cluster"],
      "free task slots",
      gauge("max", `${jobManager}taskSlotsAvailable`),
    ),
    row(
      "running_jobs",
      ["number", "cluster"],
      "jobs that run in the cluster",
      gauge("max", `${jobManager}numRunningJobs`),
    ),
    row(
      "mirror_maker_lag",
      ["number", "outside"],
      "records that MirrorMaker has not copied yet",
      {
        kind: "raw",
        aggregate: "sum",
        series: {
          name: "kafka_consumer_fetch_manager_records_lag",
          extra: [{ label: "clientid", values: ["mm-replicator-1"], pattern: ".*replicator.*" }],
        },
      },
      { needs: "the JMX exporter of MirrorMaker's Connect workers, with its usual names" },
    ),
  ].map((metric) => [metric.name, metric]),
);
