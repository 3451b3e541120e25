// What the processes publish: the name of the job, the reporter, and the metrics that alerts need.
import { diagnose } from "../../../diagnostics/catalogue/index.js";
import type { PrometheusMetrics } from "../../../model/bindings.js";
import type { ValueOrigin } from "../../../model/value-origin.js";
import { needsLatencyMarkers } from "../../prometheus/latency-markers.js";
import { metricPorts } from "../metric-ports.js";
import { mapText } from "../options/structured-text.js";
import { seriesLabels } from "../series-labels.js";
import { at, type ConfigurationContext } from "./context.js";
import { booleanText, millisecondsText } from "./option-text.js";

const latencyIntervalMs = 30_000;

/** Options of metrics. */
export function metrics(context: ConfigurationContext): void {
  // Alert rules select by it.
  context.set("pipeline.name", context.process.name, [], "the label job_name of every metric");
  reporter(context);
  latency(context);
  resourceMetrics(context);
}

function reporter(context: ConfigurationContext): void {
  const { metrics: settings } = context.model;
  switch (settings?.type) {
    case "prometheus":
      prometheus(context, settings);
      break;
    case "datadog":
      context.noEffect(
        settings,
        "type",
        "Flink's Datadog reporter reads its key from the configuration file only, where no credential may stand",
        "Let the Datadog agent scrape type: prometheus.",
      );
      break;
    case "cloudwatch":
      context.noEffect(
        settings,
        "type",
        "Flink has no reporter for CloudWatch",
        "Let the CloudWatch agent scrape type: prometheus.",
      );
      break;
    default:
  }
}

function prometheus(context: ConfigurationContext, settings: PrometheusMetrics): void {
  const reporterType = [at(settings, "type")];
  const prefix = "metrics.reporter.prom";
  context.set("metrics.reporters", "prom", reporterType);
  context.set(
    `${prefix}.factory.class`,
    "org.apache.flink.metrics.prometheus.PrometheusReporterFactory",
    reporterType,
  );
  context.set(
    `${prefix}.filterLabelValueCharacters`,
    "false",
    [],
    "label values stay as they are, for alert rules to match",
  );
  port(context, settings);
  context.set(
    `${prefix}.scope.variables.additional`,
    mapText(seriesLabels(context.model, context.process)),
    settings.labels === null ? [] : [at(settings, "labels")],
    "labels of every series; alert rules select by them",
  );
}

function port(context: ConfigurationContext, settings: PrometheusMetrics): void {
  const { first, last } = metricPorts(settings.port, context.target);
  const key = "metrics.reporter.prom.port";
  const origins = settings.port === null ? [] : [at(settings, "port")];
  if (last === first) context.set(key, String(first), origins);
  else {
    const range = `${String(first)}-${String(last)}`;
    context.set(key, range, origins, "several Flink processes may share a host");
  }
}

function latency(context: ConfigurationContext): void {
  const alerts: readonly { readonly condition: string }[] = [
    ...context.model.alerts,
    ...(context.process.monitoring?.alerts ?? []),
  ];
  const needing = alerts.filter(({ condition }) => needsLatencyMarkers(condition, context.line));
  const [first] = needing;
  if (first === undefined) return;
  const origins: ValueOrigin[] = needing.map((alert) => at(alert, "condition"));
  context.set(
    "metrics.latency.interval",
    millisecondsText(latencyIntervalMs),
    origins,
    "milliseconds; without it the metric of the latency alerts does not exist",
  );
  context.say(
    diagnose("N902", context.span(first, "condition"), {
      property: context.path(first, "condition"),
      cost: `every source sends a marker each ${String(latencyIntervalMs / 1000)} s, and each operator keeps a histogram for each source`,
    }),
  );
}

function resourceMetrics(context: ConfigurationContext): void {
  const settings = context.process.monitoring?.resourceMetrics ?? null;
  if (settings === null) return;
  context.copy("metrics.system-resource", settings, "enabled", booleanText);
  context.copy(
    "metrics.system-resource-probing-interval",
    settings,
    "intervalMs",
    millisecondsText,
  );
  if (settings.enabled !== true) return;
  context.say(
    diagnose("N906", context.span(settings, "enabled"), {
      property: context.path(settings, "enabled"),
      need: "Flink reads the machine through the OSHI library, whose jar must be in lib/ of every process",
    }),
  );
}
