// A Grafana dashboard for the environment's jobs. Its queries are made like those of the alerts, so both
// ask for the same series. Data, not a template: Grafana's own editor is where dashboards are changed.
import { createHash } from "node:crypto";
import type { PlannedFile, View } from "../../src/generator/contract.js";
import { jsonDocument } from "../../src/encode/json.js";
import { jobNameLabel } from "../../src/targets/flink/series-labels.js";
import { findMetric } from "../../src/targets/prometheus/find-metric.js";
import { expressionOf, type Metric, type Selection } from "../../src/targets/prometheus/metric.js";
import { selector, type Matcher } from "../../src/targets/prometheus/selector.js";
import type { Unit } from "../../src/targets/prometheus/units.js";
import type { Context } from "./context.js";
import { objectLabels, objectName } from "./objects.js";
import { processLabel } from "./selection.js";

interface PanelRow {
  readonly title: string;
  readonly metric: string;
  /** Growth within this time. */
  readonly windowMs?: number;
}

const quarterHourMs = 900_000;

const panelRows: readonly PanelRow[] = [
  { title: "Running without a break", metric: "running_time" },
  { title: "Restarts in 15 minutes", metric: "restarts", windowMs: quarterHourMs },
  { title: "Records per second from the sources", metric: "processing_rate" },
  { title: "Consumer lag", metric: "consumer_lag" },
  { title: "Backpressure", metric: "backpressure" },
  { title: "Busy", metric: "busy" },
  { title: "Latency, 99th percentile", metric: "processing_latency_p99" },
  { title: "Event time lag", metric: "event_time_lag" },
  { title: "Checkpoint duration", metric: "checkpoint_duration" },
  { title: "Checkpoint size", metric: "checkpoint_size" },
  {
    title: "Failed checkpoints in 15 minutes",
    metric: "checkpoint_failures",
    windowMs: quarterHourMs,
  },
  { title: "Time since the last checkpoint", metric: "checkpoint_age" },
  { title: "Errors per minute", metric: "error_rate_per_minute" },
  { title: "Heap in use", metric: "memory_usage" },
  { title: "Managed memory in use", metric: "managed_memory_usage" },
  { title: "CPU load", metric: "cpu_usage" },
  { title: "Time in garbage collection", metric: "gc_time_percent" },
  { title: "Task managers", metric: "task_managers" },
];

const grafanaUnits: Readonly<Record<Unit, string>> = {
  milliseconds: "ms",
  seconds: "s",
  bytes: "bytes",
  ratio: "percentunit",
  percent: "percent",
  number: "short",
};

/** `latency`: the configuration switches the latency markers on. */
export function dashboardFiles(context: Context, latency: boolean): readonly PlannedFile[] {
  const dashboard = dashboardOf(context, latency);
  if (context.flavor === "plain") {
    return [file("grafana-dashboard.json", "json", dashboard)];
  }
  return [
    file("grafana-dashboard.yaml", "yaml", {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: {
        name: objectName(context, "flink-dashboard"),
        namespace: context.namespace,
        // What the sidecar of Grafana's chart looks for.
        labels: { ...objectLabels(context), grafana_dashboard: "1" },
      },
      data: { "flink-dashboard.json": jsonDocument(dashboard) },
    }),
  ];
}

function file(path: string, language: "json" | "yaml", data: View): PlannedFile {
  return { path, language, process: null, body: { kind: "data", data } };
}

const datasource = { type: "prometheus", uid: "${datasource}" };

function dashboardOf(context: Context, latency: boolean): View {
  const { model, line } = context;
  const region = model.region === null ? "" : `, ${model.region.regionName}`;
  const panels = panelRows.flatMap((row): readonly View[] => {
    const found = findMetric(row.metric, line, new Map());
    const missing = row.metric.startsWith("processing_latency") && !latency;
    return found.kind !== "found" || missing ? [] : [metricPanel(context, row, found.metric)];
  });
  return {
    id: null,
    uid: dashboardUid(context),
    title: `Flink: ${model.environment}${region}`,
    tags: ["flink", "nexgen"],
    timezone: "browser",
    schemaVersion: 39,
    version: 1,
    refresh: "30s",
    time: { from: "now-6h", to: "now" },
    templating: { list: [datasourceVariable, processVariable(context)] },
    panels: [alertPanel(context), ...panels].map((panel, index) => ({
      id: index + 1,
      gridPos: { h: 8, w: 12, x: (index % 2) * 12, y: Math.floor(index / 2) * 8 },
      ...panel,
    })),
  };
}

const longestUid = 40;

/** Stable, and at most 40 characters, as Grafana demands. */
function dashboardUid(context: Context): string {
  const name = `nexgen-${objectName(context, "flink")}`;
  if (name.length <= longestUid) return name;
  const hash = createHash("sha256").update(name).digest("hex").slice(0, 12);
  return `${name.slice(0, longestUid - hash.length - 1)}-${hash}`;
}

const datasourceVariable: View = {
  name: "datasource",
  label: "Data source",
  type: "datasource",
  query: "prometheus",
  hide: 0,
};

function identityMatchers({ identity }: Context): readonly Matcher[] {
  return Object.entries(identity).map(([label, value]) => ({ label, values: [value] }));
}

function processVariable(context: Context): View {
  const series = selector("flink_jobmanager_job_numRestarts", identityMatchers(context));
  return {
    name: "process",
    label: "Process",
    type: "query",
    datasource,
    query: `label_values(${series}, ${jobNameLabel})`,
    refresh: 2,
    includeAll: true,
    multi: true,
    allValue: ".+",
    current: { text: "All", value: "$__all" },
    sort: 1,
    hide: 0,
  };
}

/** Grafana puts a regular expression in the variable's place. */
function variable(label: string): Matcher {
  return { label, values: [], pattern: "$process" };
}

/** The series of the processes that are chosen in the dashboard. */
function chosen(context: Context): Selection {
  const identity = identityMatchers(context);
  const job = [variable(jobNameLabel), ...identity];
  const cluster = context.clusterPerProcess ? [variable(processLabel), ...identity] : identity;
  return {
    matchers: { job, cluster, outside: [] },
    everywhere: job,
    by: {
      job: [jobNameLabel],
      cluster: context.clusterPerProcess ? [processLabel] : [],
      outside: [],
    },
  };
}

function metricPanel(context: Context, row: PanelRow, metric: Metric): View {
  const [legend] = chosen(context).by[metric.scope];
  return panel(row.title, metric.measures, {
    unit: grafanaUnits[metric.unit],
    expression: expressionOf(metric, chosen(context), row.windowMs ?? null),
    legend: legend === undefined ? row.title : `{{${legend}}}`,
  });
}

function alertPanel(context: Context): View {
  const alerts = selector("ALERTS", [
    { label: "alertstate", values: ["firing"] },
    ...identityMatchers(context),
  ]);
  return panel("Alerts that fire", "Alerts of this environment, by name and process", {
    unit: "short",
    expression: `sum by (alertname, process) (${alerts})`,
    legend: "{{alertname}} {{process}}",
  });
}

function panel(
  title: string,
  description: string,
  { unit, expression, legend }: { unit: string; expression: string; legend: string },
): View {
  return {
    type: "timeseries",
    title,
    description,
    datasource,
    fieldConfig: { defaults: { unit, min: 0 }, overrides: [] },
    options: {
      legend: { displayMode: "list", placement: "bottom", showLegend: true },
      tooltip: { mode: "multi", sort: "desc" },
    },
    targets: [{ refId: "A", datasource, expr: expression, legendFormat: legend }],
  };
}
