// What the file asks of automatic scaling, from its two homes: `deployment.scaling` for all processes
// and `resources.<process>.auto_scale` for one. Decides no mechanism.
import type { Process } from "../../../src/model/infra-model.js";
import { reportNotEmitted, type Context } from "../context.js";
import type { OriginPair } from "../flink-options.js";

/** A signal with the value to hold: percent for cpu and memory, records for kafka_lag. */
export interface ScalingMetric {
  readonly type: "cpu" | "memory" | "kafka_lag" | "custom";
  readonly target: number | null;
  readonly origin: OriginPair;
}

export interface ScalingRequest {
  /** The property that asks for scaling. */
  readonly origin: OriginPair;
  readonly metrics: readonly ScalingMetric[];
  /** Bounds in parallel instances, from `parallelism: {min, max}`. */
  readonly parallelism: { readonly min: number | null; readonly max: number | null };
  /** Bounds in task managers, from `deployment.scaling`. */
  readonly replicas: { readonly min: number | null; readonly max: number | null };
  readonly boundsOrigin: OriginPair;
  readonly cooldownMs: number | null;
  readonly upFactor: number | null;
  readonly downFactor: number | null;
}

/** The demand for `process`; null where there is none. The process's own metrics win. */
export function scalingRequest(context: Context, process: Process): ScalingRequest | null {
  const own = process.autoScale;
  const shared = context.deployment.scaling;
  if (own !== null && own.enabled === false) return null;
  const horizontal = shared !== null && shared.type !== "vertical" ? shared : null;
  if (own === null && horizontal === null) return null;
  const { parallelism } = process;
  const ownMetrics = (own?.metrics ?? []).map((metric): ScalingMetric => {
    const type = metric.type === "cpu_utilization" ? "cpu" : metric.type;
    return { type, target: metric.target, origin: [metric, "type"] };
  });
  const sharedMetrics = (horizontal?.metrics ?? []).map((metric): ScalingMetric => {
    const target = metric.targetUtilization ?? metric.targetValue;
    return { type: metric.type, target, origin: [metric, "type"] };
  });
  return {
    origin: own === null ? [context.deployment, "scaling"] : [process, "autoScale"],
    metrics: ownMetrics.length > 0 ? ownMetrics : sharedMetrics,
    parallelism: { min: parallelism.min, max: parallelism.max },
    replicas: { min: horizontal?.minReplicas ?? null, max: horizontal?.maxReplicas ?? null },
    boundsOrigin:
      parallelism.max === null && horizontal !== null
        ? [horizontal, "maxReplicas"]
        : [parallelism, "max"],
    cooldownMs: own?.cooldownPeriodMs ?? null,
    upFactor: own?.scaleUpFactor ?? null,
    downFactor: own?.scaleDownFactor ?? null,
  };
}

/** Says once that larger workers cannot be had by themselves. */
export function reportVerticalScaling(context: Context): void {
  const { scaling } = context.deployment;
  if (scaling?.type !== "vertical") return;
  const help = "Set type: horizontal, or larger task_memory and task_cpu.";
  reportNotEmitted(
    context,
    [scaling, "type"],
    "no mechanism enlarges the pods of a Flink job",
    help,
  );
}
