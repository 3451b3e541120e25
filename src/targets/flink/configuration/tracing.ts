// Spans of checkpoints and restarts. Flink traces no records, and speaks OTLP only.
import type { Tracing } from "../../../model/bindings.js";
import { lineAtLeast } from "../lines.js";
import { at, type ConfigurationContext } from "./context.js";

const perRecord =
  "Traces of single records are a matter of the job, such as the OpenTelemetry Java agent.";

/** Options of the trace reporter, where the line has one that reaches the endpoint. */
export function tracing(context: ConfigurationContext): void {
  const { tracing: settings } = context.model;
  if (settings === null) return;
  if (settings.samplingRate !== null) {
    context.noEffect(
      settings,
      "samplingRate",
      "Flink reports every checkpoint and every restart, and nothing else",
    );
  }
  if (!lineAtLeast(context.line, "2.0")) {
    context.noEffect(
      settings,
      "endpoint",
      `Flink ${context.line} has no reporter that sends traces; the lines from 2.0 on have one`,
      perRecord,
    );
    return;
  }
  const { endpoint } = settings;
  if (typeof endpoint !== "string") {
    context.noEffect(
      settings,
      "endpoint",
      "it is known only at run time, and Flink reads it from its configuration",
      "Write the address, or a variable that is set when artifacts are generated.",
    );
    return;
  }
  const problem = endpointProblem(settings, endpoint, context);
  if (problem === null) reporter(context, settings, endpoint);
  else
    context.noEffect(
      settings,
      "endpoint",
      problem,
      "Name the OTLP port of the collector: 4317 (gRPC), or 4318 (HTTP).",
    );
}

const grpcPort = "4317";
const httpPort = "4318";

function endpointProblem(
  settings: Tracing,
  endpoint: string,
  context: ConfigurationContext,
): string | null {
  const port = /^https?:\/\/[^/]*?:(\d+)(?:\/|$)/u.exec(endpoint)?.[1] ?? null;
  if (settings.type === "zipkin") return "Flink speaks OTLP, not Zipkin's protocol";
  if (settings.type === "jaeger" && port !== grpcPort && port !== httpPort) {
    return "Flink speaks OTLP, not Jaeger's own protocol";
  }
  if (port === httpPort && !lineAtLeast(context.line, "2.2")) {
    return `Flink ${context.line} speaks OTLP over gRPC only`;
  }
  return null;
}

function reporter(context: ConfigurationContext, settings: Tracing, endpoint: string): void {
  const prefix = "traces.reporter.otel";
  const origin = [at(settings, "endpoint")];
  context.set("traces.reporters", "otel", [at(settings, "type")]);
  context.set(
    `${prefix}.factory.class`,
    "org.apache.flink.traces.otel.OpenTelemetryTraceReporterFactory",
    [at(settings, "type")],
  );
  context.set(`${prefix}.exporter.endpoint`, endpoint, origin);
  if (lineAtLeast(context.line, "2.2")) {
    const http = new RegExp(`:${httpPort}(?:/|$)`, "u").test(endpoint);
    context.set(`${prefix}.exporter.protocol`, http ? "HTTP" : "gRPC", origin);
  }
  context.set(`${prefix}.service.name`, context.process.name, []);
}
