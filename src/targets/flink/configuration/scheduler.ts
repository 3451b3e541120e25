// Scaling and the lifetime of task managers. Which mechanism scales is the deployment's choice; here
// stands only what Flink itself must know of it.
import type { YarnDeployment, YarnDeploymentResourceDynamic } from "../../../model/bindings.js";
import { isStated } from "../../../model/is-stated.js";
import type { ValueOrigin } from "../../../model/value-origin.js";
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
  if (context.target !== "yarn" || deployment?.type !== "yarn") return;
  const stated = deployment.resource?.dynamic ?? null;
  const dynamic = stated?.enabled === false ? null : stated;
  const slots = sizing.slots.value;
  const bound = (option: string, origin: ValueOrigin, containers: number): void => {
    const path = context.request.origins.of(origin.object, origin.key)?.path ?? origin.key;
    const comment = `${path}: ${String(containers)} containers of ${String(slots)} slots`;
    context.set(option, String(containers * slots), [origin], comment);
  };
  if (isStated(dynamic?.maxContainers)) {
    bound("slotmanager.number-of-slots.max", at(dynamic, "maxContainers"), dynamic.maxContainers);
  }
  const least = leastContainers(deployment, dynamic);
  if (least !== null) bound("slotmanager.number-of-slots.min", least.origin, least.containers);
  context.copy("resourcemanager.taskmanager-timeout", dynamic, "idleTimeoutMs", millisecondsText);
}

/** The containers that are started up front: the bound of elastic allocation, else the stated number. */
function leastContainers(
  { container, session }: YarnDeployment,
  dynamic: YarnDeploymentResourceDynamic | null,
): { readonly origin: ValueOrigin; readonly containers: number } | null {
  if (isStated(dynamic?.minContainers))
    return { origin: at(dynamic, "minContainers"), containers: dynamic.minContainers };
  if (isStated(container?.count))
    return { origin: at(container, "count"), containers: container.count };
  if (isStated(session?.taskManagers))
    return { origin: at(session, "taskManagers"), containers: session.taskManagers };
  return null;
}
