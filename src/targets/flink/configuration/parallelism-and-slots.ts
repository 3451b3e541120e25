// How many instances a process has, how many it may ever have, and on how many slots.
import type { ConfigurationContext } from "./context.js";
import { numberText } from "./option-text.js";
import type { TaskManagerSizing } from "./sizing.js";

/** Parallelism, key groups and slots. */
export function parallelismAndSlots(
  context: ConfigurationContext,
  sizing: TaskManagerSizing,
): void {
  const { process } = context;
  // A reactive cluster takes whatever slots there are and refuses to be told otherwise.
  if (context.request.reactive !== true) {
    context.copy("parallelism.default", process.parallelism, "initial", numberText);
  }
  keyGroups(context);
  const { slots } = sizing;
  context.set(
    "taskmanager.numberOfTaskSlots",
    String(slots.value),
    slots.origins,
    slots.derivation === null ? undefined : `resources.${process.name}: ${slots.derivation}`,
  );
  code(context);
}

function keyGroups(context: ConfigurationContext): void {
  const { process } = context;
  const { parallelism, maxParallelism } = process;
  const ceiling =
    maxParallelism === null
      ? { value: parallelism.max, owner: parallelism, key: "max" as const }
      : { value: maxParallelism, owner: process, key: "maxParallelism" as const };
  if (ceiling.value === null) {
    warnOfGrowth(context);
    return;
  }
  context.set(
    "pipeline.max-parallelism",
    String(ceiling.value),
    [{ object: ceiling.owner, key: ceiling.key }],
    ceiling.key === "max"
      ? `${context.path(parallelism, "max")}: the most that scaling may reach`
      : undefined,
  );
}

/** Something scales the process, and nothing says how far state can be cut. */
function warnOfGrowth(context: ConfigurationContext): void {
  const { process, model } = context;
  const { deployment } = model;
  const problem =
    "without max_parallelism Flink fixes the number of key groups by the first parallelism, and no later scaling goes beyond it";
  const cure = "Set max_parallelism, best to a number with many divisors such as 720.";
  if (process.autoScale !== null) {
    if (process.autoScale.enabled !== false) context.warn(process, "autoScale", problem, cure);
  } else if (deployment?.type === "kubernetes" && deployment.scaling !== null) {
    if (deployment.scaling.type !== "vertical") context.warn(deployment, "scaling", problem, cure);
  }
}

/** What only the code of the job can set. */
function code(context: ConfigurationContext): void {
  const { process } = context;
  for (const operator of Object.values(process.operators ?? {})) {
    if (operator.parallelism !== null) {
      context.leaveToCode(
        operator,
        "parallelism",
        "the parallelism of one operator is set where the job builds it",
        "Call setParallelism on the operator.",
      );
    }
  }
  if (process.slotSharing !== null && process.slotSharing.enabled !== false) {
    const key = process.slotSharing.groups === null ? "enabled" : "groups";
    if (process.slotSharing[key] !== null) {
      context.leaveToCode(
        process.slotSharing,
        key,
        "slot sharing groups are set where the job builds its operators, and need more slots than are counted here",
        "Call slotSharingGroup on the operators.",
      );
    }
  }
  if (process.coLocation !== null) {
    context.noEffect(
      process,
      "coLocation",
      "operators of equal parallelism in one sharing group already share slots",
    );
  }
  if (process.cpuShares !== 1024 && context.states(process, "cpuShares")) {
    context.noEffect(
      process,
      "cpuShares",
      "no resource manager of Flink takes shares",
      "Use task_cpu, or kubernetes.cpu on Kubernetes.",
    );
  }
  planning(context);
}

function planning(context: ConfigurationContext): void {
  const { process } = context;
  if (process.autoSize !== null) {
    context.noEffect(
      process,
      "autoSize",
      "parallelism and task_memory are taken as they are stated",
    );
  }
  for (const key of ["capacity", "sla", "cost"] as const) {
    if (process[key] !== null) {
      context.noEffect(
        process,
        key,
        "no setting of Flink enforces it",
        "Watch it with an alert rule.",
      );
    }
  }
}
