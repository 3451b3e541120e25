// The one rule that decides what scales a process, and says why: the operator's autoscaler in the
// operator flavor; in plain manifests KEDA as soon as Kafka lag is a signal, else the HPA.
import type { Process } from "../../../src/model/infra-model.js";
import { reportNotEmitted, type Context } from "../context.js";
import { scalingRequest, type ScalingRequest } from "./request.js";

export type ScalingMechanism =
  "none" | "operator autoscaler" | "HorizontalPodAutoscaler" | "KEDA ScaledObject";

export interface ScalingDecision {
  readonly mechanism: ScalingMechanism;
  /** One sentence for the README. */
  readonly reason: string;
  /** Null exactly with `none`. */
  readonly request: ScalingRequest | null;
}

const fixed: ScalingDecision = {
  mechanism: "none",
  reason: "The file asks for no scaling: the parallelism is fixed.",
  request: null,
};

/** Reports W940 for signals that the mechanism cannot follow. */
export function scalingDecision(context: Context, process: Process): ScalingDecision {
  const request = scalingRequest(context, process);
  if (request === null) return fixed;
  if (context.flavor === "operator") {
    return {
      mechanism: "operator autoscaler",
      reason:
        "The operator owns the job, so its autoscaler sets the parallelism of each vertex; more pods alone would not change it.",
      request,
    };
  }
  for (const metric of request.metrics) {
    if (metric.type !== "custom") continue;
    const help = "Use cpu, memory or kafka_lag.";
    reportNotEmitted(
      context,
      metric.origin,
      "a custom signal names no source to read it from",
      help,
    );
  }
  const metrics = request.metrics.filter(({ type }) => type !== "custom");
  if (metrics.length === 0 && request.metrics.length > 0) {
    return {
      ...fixed,
      reason: "No signal that can be read is left: the number of task managers is fixed.",
    };
  }
  const lag = metrics.some(({ type }) => type === "kafka_lag");
  return lag
    ? {
        mechanism: "KEDA ScaledObject",
        reason:
          "Kafka lag is a signal, which only KEDA reads; all signals are triggers of one ScaledObject, since two scalers of one Deployment fight. Flink runs in reactive mode and takes whatever slots there are.",
        request: { ...request, metrics },
      }
    : {
        mechanism: "HorizontalPodAutoscaler",
        reason:
          "The signals are CPU or memory of the pods, which the HPA reads. Flink runs in reactive mode and takes whatever slots there are.",
        request: { ...request, metrics },
      };
}
