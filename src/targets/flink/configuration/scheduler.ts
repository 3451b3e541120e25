// Scaling and the lifetime of task managers. Which mechanism scales is the deployment's choice; here
// stands only what Flink itself must know of it.
import { lineAtLeast } from "../lines.js";
import { at, type ConfigurationContext } from "./context.js";
import { durationText, millisecondsText, numberText, sizeText } from "./option-text.js";
import type { TaskManagerSizing } from "./sizing.js";

/** Options of the scheduler and of the resource manager's bounds. */
export function scheduler(context: ConfigurationContext, sizing: TaskManagerSizing): void {
  if (context.request.reactive === true) reactive(context);
  else unscaled(context);
  dynamicContainers(context, sizing);
  const quotas =
    context.model.deployment?.type === "kubernetes"
      ? (context.model.deployment.native?.quotas ?? null)
      : null;
  if (context.target === "native") {
    context.copy("slotmanager.max-total-resource.cpu", quotas, "cpu", numberText);
    context.copy("slotmanager.max-total-resource.memory", quotas, "memoryBytes", sizeText);
  }
}

function reactive(context: ConfigurationContext): void {
  context.set("scheduler-mode", "REACTIVE", [], "the job takes all task managers that there are");
  const cooldown = lineAtLeast(context.line, "2.0")
    ? "jobmanager.adaptive-scheduler.executing.cooldown-after-rescaling"
    : "jobmanager.adaptive-scheduler.scaling-interval.min";
  context.copy(cooldown, context.process.autoScale, "cooldownPeriodMs", durationText);
}

/** Kubernetes objects scale by an autoscaler; the other targets have none. */
function unscaled(context: ConfigurationContext): void {
  const { autoScale } = context.process;
  if (autoScale === null || autoScale.enabled === false) return;
  if (context.target === "operator" || context.target === "standalone-kubernetes") return;
  context.noEffect(
    context.process,
    "autoScale",
    "nothing scales a job of this deployment",
    "Flink scales by the autoscaler of the Kubernetes Operator, or in reactive mode.",
  );
}

function dynamicContainers(context: ConfigurationContext, sizing: TaskManagerSizing): void {
  const { deployment } = context.model;
  const dynamic = deployment?.type === "yarn" ? (deployment.resource?.dynamic ?? null) : null;
  if (context.target !== "yarn" || dynamic === null || dynamic.enabled === false) return;
  const slots = sizing.slots.value;
  for (const [key, option] of [
    ["maxContainers", "slotmanager.number-of-slots.max"],
    ["minContainers", "slotmanager.number-of-slots.min"],
  ] as const) {
    const containers = dynamic[key];
    if (containers === null) continue;
    context.set(
      option,
      String(containers * slots),
      [at(dynamic, key)],
      `${context.path(dynamic, key)}: ${String(containers)} containers of ${String(slots)} slots`,
    );
  }
  context.copy("resourcemanager.taskmanager-timeout", dynamic, "idleTimeoutMs", millisecondsText);
}
