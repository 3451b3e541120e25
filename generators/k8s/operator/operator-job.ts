// What the operator runs of one process, in a cluster of its own or in a shared one. Emits nothing.
import type { Process } from "../../../src/model/infra-model.js";
import type { Context } from "../context.js";
import { flinkOptions, type FlinkOptions } from "../flink-options.js";
import { addArtifacts, jobOf, type Job } from "../job.js";
import { setAutoscaler } from "../scaling/autoscaler.js";
import { scalingDecision, type ScalingDecision } from "../scaling/decision.js";
import { sizingOf, type Sizing } from "../sizing.js";
import { upgradeOf, type Upgrade } from "../upgrade.js";

export interface OperatorJob {
  /** Those of artifacts, autoscaler and upgrade included. */
  readonly options: FlinkOptions;
  readonly sizing: Sizing;
  readonly scaling: ScalingDecision;
  readonly job: Job;
  readonly upgrade: Upgrade;
}

export function operatorJob(context: Context, process: Process): OperatorJob {
  const options = flinkOptions(context, process, { reactive: false });
  const sizing = sizingOf(context, process, options);
  const scaling = scalingDecision(context, process);
  const job = jobOf(context, process);
  addArtifacts(context, job, options);
  if (scaling.request !== null)
    setAutoscaler(context, process, { request: scaling.request, options, sizing });
  return { options, sizing, scaling, job, upgrade: upgradeOf(context, process, options) };
}
