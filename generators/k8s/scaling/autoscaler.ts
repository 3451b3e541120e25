// Options of the operator's autoscaler (operator 1.15, `AutoScalerOptions`). It works on the busy time
// of vertices and their backlog, never on container metrics: what differs from the file is said.
import { diagnose } from "../../../src/diagnostics/catalogue/index.js";
import type { Process } from "../../../src/model/infra-model.js";
import { lineAtLeast } from "../../../src/targets/flink/lines.js";
import { reportNotEmitted, spanOf, type Context } from "../context.js";
import type { FlinkOptions } from "../flink-options.js";
import type { Sizing } from "../sizing.js";
import { flinkDuration } from "../units.js";
import { withoutIdle } from "./busy-task-managers.js";
import type { ScalingMetric, ScalingRequest } from "./request.js";
import { isSet } from "../stated.js";

/** Sets `job.autoscaler.*` for `process`. */
export function setAutoscaler(
  context: Context,
  process: Process,
  { request, options, sizing }: { request: ScalingRequest; options: FlinkOptions; sizing: Sizing },
): void {
  options.set("job.autoscaler.enabled", "true", request.origin);
  // Only the adaptive scheduler rescales a running job in place (Flink 1.18 and later).
  if (lineAtLeast(context.line, "1.18"))
    options.setDefault("jobmanager.scheduler", "adaptive", request.origin);
  setBounds(process, { request, options, sizing });
  const { parallelism, replicas, boundsOrigin } = request;
  if (parallelism.max === null && replicas.max !== null)
    withoutIdle(context, process, { max: replicas.max, origin: boundsOrigin }, sizing.slots);
  setFactors(request, options);
  setQuotas(context, options);
  for (const metric of request.metrics) setSignal(context, metric, options);
}

function setBounds(
  process: Process,
  { request, options, sizing }: { request: ScalingRequest; options: FlinkOptions; sizing: Sizing },
): void {
  const { parallelism, replicas, boundsOrigin } = request;
  const fewest =
    parallelism.min ?? (replicas.min === null ? null : Math.max(1, replicas.min) * sizing.slots);
  const asked = parallelism.max ?? (replicas.max === null ? null : replicas.max * sizing.slots);
  const ceilings = [asked, process.limits?.maxParallelism ?? null, process.maxParallelism].filter(
    (bound) => bound !== null,
  );
  const most = ceilings.length === 0 ? null : Math.min(...ceilings);
  if (fewest !== null)
    options.set("job.autoscaler.vertex.min-parallelism", String(fewest), boundsOrigin);
  if (most !== null)
    options.set("job.autoscaler.vertex.max-parallelism", String(most), boundsOrigin);
}

function setFactors(
  { cooldownMs, upFactor, downFactor, origin }: ScalingRequest,
  options: FlinkOptions,
): void {
  if (cooldownMs !== null)
    options.set("job.autoscaler.stabilization.interval", flinkDuration(cooldownMs), origin);
  // The operator's factors say by how much, not to how much: doubling is 1, halving is 0.5.
  if (upFactor !== null)
    options.set("job.autoscaler.scale-up.max-factor", decimal(upFactor - 1), origin);
  if (downFactor !== null)
    options.set("job.autoscaler.scale-down.max-factor", decimal(1 - downFactor), origin);
}

function decimal(value: number): string {
  const text = String(Number(value.toFixed(4)));
  return text.includes(".") ? text : `${text}.0`;
}

function setQuotas(context: Context, options: FlinkOptions): void {
  const quotas = context.deployment.native?.quotas ?? null;
  if (isSet(quotas, "cpu"))
    options.set("job.autoscaler.quota.cpu", String(quotas.cpu), [quotas, "cpu"]);
  if (!isSet(quotas, "memoryBytes")) return;
  const megabytes = Math.floor(quotas.memoryBytes / (1024 * 1024));
  options.set("job.autoscaler.quota.memory", `${megabytes} mb`, [quotas, "memoryBytes"]);
}

function setSignal(context: Context, metric: ScalingMetric, options: FlinkOptions): void {
  switch (metric.type) {
    case "cpu": {
      if (metric.target === null) return;
      const target = metric.target / 100;
      options.set("job.autoscaler.utilization.target", decimal(target), metric.origin);
      // The operator demands 0 <= min <= target <= max <= 1; its defaults are 0.3 to either side.
      if (target < 0.3) options.set("job.autoscaler.utilization.min", "0.0", metric.origin);
      if (target > 0.7) options.set("job.autoscaler.utilization.max", "1.0", metric.origin);
      const help = "Use the plain flavor to scale on CPU itself.";
      const span = spanOf(context, metric.origin[0], metric.origin[1]);
      context.report(diagnose("W946", span, { target: metric.target }, { help }));
      return;
    }
    case "kafka_lag": {
      const help = "Use the plain flavor with KEDA to scale on a number of records.";
      const reason =
        "the autoscaler works a backlog off within job.autoscaler.catch-up.duration instead";
      reportNotEmitted(context, metric.origin, reason, help);
      return;
    }
    case "memory":
    case "custom":
      reportNotEmitted(
        context,
        metric.origin,
        "the autoscaler follows busy time and backlog only",
        "Use the plain flavor to scale on the memory of the pods.",
      );
  }
}
