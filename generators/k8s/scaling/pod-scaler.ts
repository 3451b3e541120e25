// HorizontalPodAutoscaler and KEDA ScaledObject of the task managers: bounds, behaviour, signals.
// Plain flavor, where Flink's reactive mode turns pods into parallelism.
import type {
  HorizontalPodAutoscalerBehavior,
  MetricSpec,
} from "kubernetes-types/autoscaling/v2.js";
import { diagnose } from "../../../src/diagnostics/catalogue/index.js";
import { absent } from "../../../src/encode/leaf.js";
import type { PlannedFile, View } from "../../../src/generator/contract.js";
import { derived } from "../../../src/generator/view.js";
import type { Process } from "../../../src/model/infra-model.js";
import {
  labelsOf,
  metadataView,
  processFolder,
  processName,
  spanOf,
  yamlFile,
  type Context,
} from "../context.js";
import type { Sizing } from "../sizing.js";
import { quotedNames } from "../../../src/generator/quoted-names.js";
import { wholeSeconds } from "../units.js";
import { reportBeyondPartitions, withoutIdle } from "./busy-task-managers.js";
import { kafkaTriggers } from "./kafka-trigger.js";
import type { ScalingDecision } from "./decision.js";
import type { ScalingMetric, ScalingRequest } from "./request.js";

/** What the HPA takes when nothing is named. */
const defaultCpuTarget = 80;
const longestWindow = 3600;

/** The scaler of `process` and what it logs in with; empty for `none`. */
export function podScalerFiles(
  context: Context,
  process: Process,
  { decision, sizing }: { readonly decision: ScalingDecision; readonly sizing: Sizing },
): readonly PlannedFile[] {
  const { request, mechanism } = decision;
  if (request === null || mechanism === "none" || mechanism === "operator autoscaler") return [];
  const bounds = boundsOf(context, process, request, sizing);
  if (bounds === null) return [];
  const name = `${processName(process)}-taskmanager`;
  const behavior = behaviorOf(request);
  const view: View = {
    ...metadataView(context, name, labelsOf(context, process, "taskmanager")),
    target: name,
    minReplicas: derived(bounds.min, request.boundsOrigin),
    maxReplicas: derived(bounds.max, request.boundsOrigin),
    behavior: behavior === null ? absent : derived(behavior, request.origin),
    hasBehavior: behavior !== null,
  };
  const folder = processFolder(process);
  if (mechanism === "HorizontalPodAutoscaler") {
    const metrics = resourceMetrics(request).map((metric) => derived(metric, request.origin));
    const path = `${folder}/horizontal-pod-autoscaler.yaml`;
    return [
      yamlFile({ path, template: "horizontal-pod-autoscaler", process }, { ...view, metrics }),
    ];
  }
  const kafka = kafkaTriggers(context, process, request);
  const triggers = [...kafka.triggers, ...resourceTriggers(request)];
  const path = `${folder}/scaled-object.yaml`;
  const scaledObject = yamlFile(
    { path, template: "scaled-object", process },
    { ...view, triggers },
  );
  return [scaledObject, ...kafka.files];
}

interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** Bounds in pods. Reports E752 without an upper one. */
function boundsOf(
  context: Context,
  process: Process,
  request: ScalingRequest,
  { slots }: Sizing,
): Bounds | null {
  const { parallelism, replicas, boundsOrigin } = request;
  const span = spanOf(context, boundsOrigin[0], boundsOrigin[1]);
  const max = parallelism.max === null ? replicas.max : Math.ceil(parallelism.max / slots);
  if (max === null) {
    const property = `resources.${process.name}.parallelism.max or deployment.scaling.max_replicas`;
    const condition = "task managers are scaled";
    context.report(
      diagnose("E752", spanOf(context, request.origin[0], request.origin[1]), {
        property,
        condition,
      }),
    );
    return null;
  }
  const asked = parallelism.min === null ? replicas.min : Math.ceil(parallelism.min / slots);
  if (asked === 0) {
    const values = {
      property: "deployment.scaling.min_replicas",
      problem: "is taken as 1: a job without task managers does not run",
    };
    context.report(diagnose("W755", span, values));
  }
  const most = withoutIdle(context, process, { max, origin: boundsOrigin }, slots);
  // Bounds in instances are compared with partitions by the model.
  if (parallelism.max === null)
    reportBeyondPartitions(context, process, { max: most, origin: boundsOrigin }, slots);
  return { min: Math.min(Math.max(1, asked ?? 1), most), max: most };
}

/** Reports W950, once, for processes that a pod scaler sizes. */
export function reportIgnoredParallelism(
  context: Context,
  scaled: readonly { readonly process: Process; readonly scaling: ScalingDecision }[],
): void {
  const request = scaled[0]?.scaling.request ?? null;
  if (request === null) return;
  const [owner, key] = request.origin;
  const values = { processes: quotedNames(scaled.map(({ process }) => process.name)) };
  const help = "max_parallelism still bounds it.";
  context.report(diagnose("W950", spanOf(context, owner, key), values, { help }));
}

/** Cooldown and factors as the HPA has them; null where none is set. */
function behaviorOf({
  cooldownMs,
  upFactor,
  downFactor,
}: ScalingRequest): HorizontalPodAutoscalerBehavior | null {
  const stabilizationWindowSeconds =
    cooldownMs === null ? null : Math.min(longestWindow, wholeSeconds(cooldownMs));
  const up = upFactor === null ? {} : { policies: policies(Math.round((upFactor - 1) * 100)) };
  const down =
    downFactor === null ? {} : { policies: policies(Math.round((1 - downFactor) * 100)) };
  const window = stabilizationWindowSeconds === null ? {} : { stabilizationWindowSeconds };
  const behavior = {
    ...(Object.keys(up).length === 0 ? {} : { scaleUp: up }),
    ...(Object.keys(down).length + Object.keys(window).length === 0
      ? {}
      : { scaleDown: { ...window, ...down } }),
  };
  return Object.keys(behavior).length === 0 ? null : behavior;
}

function policies(percent: number) {
  return [{ type: "Percent", value: Math.max(1, percent), periodSeconds: 60 }];
}

type ResourceMetric = ScalingMetric & { readonly type: "cpu" | "memory" };

function resourcesOf(request: ScalingRequest): readonly ResourceMetric[] {
  return request.metrics.filter(
    (metric): metric is ResourceMetric => metric.type === "cpu" || metric.type === "memory",
  );
}

function resourceMetrics(request: ScalingRequest): readonly MetricSpec[] {
  const resources = resourcesOf(request).map(({ type, target }) => ({
    name: type,
    percent: target ?? defaultCpuTarget,
  }));
  const wanted = resources.length === 0 ? [{ name: "cpu", percent: defaultCpuTarget }] : resources;
  return wanted.map(({ name, percent }) => ({
    type: "Resource",
    resource: { name, target: { type: "Utilization", averageUtilization: percent } },
  }));
}

function resourceTriggers(request: ScalingRequest) {
  return resourcesOf(request).map(({ type, target, origin }) =>
    derived(
      { type, metricType: "Utilization", metadata: { value: String(target ?? defaultCpuTarget) } },
      origin,
    ),
  );
}
