// How large the pods of a process are, and how many task managers it needs: the same numbers as in
// its Flink configuration.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import type { OriginLeaf } from "../../src/encode/leaf.js";
import { derived, derivedFrom } from "../../src/generator/view.js";
import type { ProcessKubernetesCpu } from "../../src/model/bindings.js";
import type { Process } from "../../src/model/infra-model.js";
import type { SizedFact } from "../../src/targets/flink/configuration/sizing.js";
import { pathOf, spanOf, type Context } from "./context.js";
import type { FlinkOptions } from "./flink-options.js";
import { isSet } from "./stated.js";
import { flinkSizeBytes, podMemory } from "./units.js";

type NumberLeaf = OriginLeaf & { readonly value: number };
type TextLeaf = OriginLeaf & { readonly value: string };

/** CPU in cores; memory as a quantity in `Mi` or `Gi`. */
export interface PodSize {
  readonly cpu: NumberLeaf;
  readonly memory: TextLeaf;
}

export interface Sizing {
  readonly slots: number;
  readonly parallelism: number;
  /** Task managers that give every parallel instance a slot. */
  readonly taskManagers: NumberLeaf;
  readonly jobManagerReplicas: NumberLeaf;
  readonly jobManager: PodSize;
  readonly taskManager: PodSize & { readonly cpuLimit: NumberLeaf | null };
}

/** Reports E753 for a CPU limit below the request. */
export function sizingOf(context: Context, process: Process, options: FlinkOptions): Sizing {
  const { cluster } = context.model;
  const { slots, count, cores, processBytes } = options.sizing;
  const own = process.kubernetes?.cpu ?? null;
  if (isSet(own, "request") && own.request !== cores.value) reportOverruled(context, own, cores);
  const cpu = isSet(own, "request")
    ? derived(own.request, [own, "request"])
    : leafOf(cores, Number(cores.value.toFixed(3)));
  const cpuLimit = isSet(own, "limit") ? derived(own.limit, [own, "limit"]) : null;
  if (own !== null && cpuLimit !== null && cpuLimit.value < cpu.value)
    reportLimit(context, own, cpu.value);
  const jobManagerBytes = flinkSizeBytes(options.get("jobmanager.memory.process.size") ?? "");
  return {
    slots: slots.value,
    parallelism: process.parallelism.initial ?? 1,
    taskManagers: leafOf(count, count.value),
    jobManagerReplicas: derived(cluster.jobManagerReplicas ?? 1, [cluster, "jobManagerReplicas"]),
    jobManager: {
      cpu: derived(cluster.jobManagerCpu ?? 1, [cluster, "jobManagerCpu"]),
      memory: derived(
        podMemory(jobManagerBytes ?? cluster.jobManagerMemoryBytes ?? shippedJobManagerBytes),
        [cluster, "jobManagerMemoryBytes"],
      ),
    },
    taskManager: { cpu, cpuLimit, memory: leafOf(processBytes, podMemory(processBytes.value)) },
  };
}

// What Flink's own configuration file ships.
const shippedJobManagerBytes = 1600 * 1024 * 1024;

function leafOf<Value>({ origins }: SizedFact, value: Value) {
  return derivedFrom(value, origins);
}

/** W701: the request is of the pod, and two properties state it. */
function reportOverruled(context: Context, own: ProcessKubernetesCpu, cores: SizedFact): void {
  const [other] = cores.origins;
  if (other === undefined || !context.origins.states(other.object, other.key)) return;
  const property = pathOf(context, other.object, other.key, "task_cpu");
  const winner = pathOf(context, own, "request", "kubernetes.cpu.request");
  const reason = `${winner} states the cores of the whole pod, and wins`;
  const help = "Remove one of them.";
  context.report(
    diagnose("W701", spanOf(context, other.object, other.key), { property, reason }, { help }),
  );
}

function reportLimit(context: Context, own: ProcessKubernetesCpu, request: number): void {
  // Under the operator the limit is a factor in the configuration, which is checked there.
  if (context.flavor === "operator") return;
  const property = pathOf(context, own, "limit", "kubernetes.cpu.limit");
  const other = pathOf(context, own, "request", "kubernetes.cpu.request");
  const problem = `Kubernetes refuses a limit below the request, which is ${request}`;
  context.report(diagnose("E753", spanOf(context, own, "limit"), { property, other, problem }));
}
