// Rules of resources: the sizing of each process, of the cluster, and the bounds of teams.
import { diagnose } from "../../diagnostics/catalogue/index.js";
import { isStated } from "../is-stated.js";
import type { InfraModel, Named, Process } from "../infra-model.js";
import type { JobManagerSizing, Quota, TaskManagerSizing } from "../bindings.js";
import type { Place, RuleContext } from "./rule-context.js";
import { isSet, type RuleTable } from "./rule.js";

export const processRules: RuleTable = {
  requirements: [
    {
      at: "auto_size",
      when: { based_on: "throughput" },
      needs: ["events_per_second"],
    },
  ],
  orders: [
    { at: "parallelism", ascending: ["min", "initial", "max"] },
    // Apart from the row above: without an initial value the bounds still have an order.
    { ascending: ["parallelism.initial", "max_parallelism"] },
    { ascending: ["parallelism.max", "max_parallelism"] },
    { at: "memory", ascending: ["network_min", "network_max"] },
    { at: "jvm", ascending: ["metaspace", "metaspace_max"] },
    { at: "kubernetes.cpu", ascending: ["request", "limit"] },
    { at: "backpressure.buffer_debloat", ascending: ["min_buffers", "max_buffers"] },
    { at: "sla.latency", ascending: ["p50", "p99", "max"] },
    { at: "sla.throughput", ascending: ["min", "target"] },
  ],
};

export const taskManagerRules: RuleTable = {
  requirements: [
    { at: "auto_size", needs: ["total_parallelism"] },
    { when: { auto_size: isSet }, needs: ["slots_per_manager"] },
  ],
  ignored: [{ when: { count: isSet }, ignores: ["auto_size"], because: '"count" is set and wins' }],
};

/** Key groups that Flink allows at most (`KeyGroupRangeAssignment.UPPER_BOUND_MAX_PARALLELISM`). */
const mostKeyGroups = 32_768;

export function checkProcess(process: Process, context: RuleContext): void {
  checkParallelismMap(process, context);
  checkKeyGroups(process, context);
  checkOperators(process, context);
  checkMemory(process, context);
  checkLimits(process, context);
}

/** `parallelism: {initial: 4}`: the map form is for scaling, so it names its bounds. */
function checkParallelismMap(process: Process, context: RuleContext): void {
  const { parallelism } = process;
  const entry = context.origins.of(process, "parallelism")?.entry;
  if (entry?.value.kind !== "map") return;
  for (const key of ["initial", "min", "max"] as const) {
    if (parallelism[key] !== null) continue;
    context.report(
      diagnose(
        "E752",
        context.span({ object: process, key: "parallelism" }),
        {
          property: `${context.path({ object: process, key: "parallelism" })}.${key}`,
          condition: '"parallelism" is a map',
        },
        { help: "Give initial, min and max, or write one number." },
      ),
    );
  }
}

/** With `max_parallelism` the other rules compare parallelism with it. */
function checkKeyGroups(process: Process, context: RuleContext): void {
  const { maxParallelism, parallelism } = process;
  const limit = "what Flink allows";
  if (maxParallelism !== null) {
    const problem = `at most ${mostKeyGroups} key groups`;
    if (maxParallelism > mostKeyGroups)
      exceeds({ object: process, key: "maxParallelism" }, { limit, problem }, context);
    return;
  }
  const problem = `each instance needs a key group, and there are at most ${mostKeyGroups}`;
  const stated = [
    { object: parallelism, key: "initial", value: parallelism.initial },
    { object: parallelism, key: "max", value: parallelism.max },
    ...Object.values(process.operators ?? {}).map((operator) => ({
      object: operator,
      key: "parallelism",
      value: operator.parallelism,
    })),
  ];
  for (const { value, ...place } of stated) {
    if (value !== null && value > mostKeyGroups) exceeds(place, { limit, problem }, context);
  }
}

function checkOperators(process: Process, context: RuleContext): void {
  const ceiling = process.maxParallelism;
  if (ceiling === null) return;
  for (const operator of Object.values(process.operators ?? {})) {
    if (operator.parallelism === null || operator.parallelism <= ceiling) continue;
    context.contradiction(
      { object: operator, key: "parallelism" },
      { object: process, key: "maxParallelism" },
      `${operator.parallelism} is more than ${ceiling}`,
    );
  }
}

function checkMemory(process: Process, context: RuleContext): void {
  const { memory } = process;
  if (memory === null) return;
  const shares = [memory.heap, memory.managed, memory.network].flatMap((amount) =>
    amount?.kind === "fraction" ? [amount.fraction] : [],
  );
  const sum = shares.reduce((total, share) => total + share, 0);
  // Shares such as 0.1 + 0.2 are not exact.
  if (sum > 1 + 1e-9) {
    const place = { object: process, key: "memory" };
    const problem = `its shares add up to ${Math.round(sum * 1000) / 10}%`;
    const help = "Shares of task_memory must not exceed 100% together.";
    const values = { property: context.path(place), problem };
    context.report(diagnose("E703", context.span(place), values, { help }));
  }
  if (memory.network?.kind !== "bytes") return;
  const { bytes } = memory.network;
  const network = { object: memory, key: "network" };
  if (memory.networkMinBytes !== null && bytes < memory.networkMinBytes) {
    outside(network, { object: memory, key: "networkMinBytes" }, "less", context);
  }
  if (memory.networkMaxBytes !== null && bytes > memory.networkMaxBytes) {
    outside(network, { object: memory, key: "networkMaxBytes" }, "more", context);
  }
}

function outside(place: Place, bound: Place, relation: string, context: RuleContext): void {
  context.contradiction(
    place,
    bound,
    `${context.written(place)} is ${relation} than ${context.written(bound)}`,
  );
}

function checkLimits(process: Process, context: RuleContext): void {
  const { limits, parallelism } = process;
  if (limits === null) return;
  const highest = Math.max(parallelism.initial ?? 1, parallelism.max ?? 1);
  const pairs = [
    { key: "parallelism", value: highest, limit: "maxParallelism" },
    { key: "taskMemoryBytes", value: process.taskMemoryBytes, limit: "maxTaskMemoryBytes" },
    { key: "taskCpu", value: process.taskCpu, limit: "maxTaskCpu" },
  ] as const;
  for (const { key, value, limit } of pairs) {
    const bound = limits[limit];
    if (bound === null || value <= bound) continue;
    const limitPlace = { object: limits, key: limit };
    const shown = key === "parallelism" ? String(value) : context.written({ object: process, key });
    exceeds(
      { object: process, key },
      {
        limit: `"${context.path(limitPlace)}"`,
        problem: `${shown} is more than ${context.written(limitPlace)}`,
        other: limitPlace,
      },
      context,
    );
  }
}

interface Excess {
  readonly limit: string;
  readonly problem: string;
  readonly other?: Place;
}

function exceeds(place: Place, { limit, problem, other }: Excess, context: RuleContext): void {
  const span = other === undefined ? null : context.span(other);
  context.report(
    diagnose(
      "E754",
      context.span(place),
      { property: context.path(place), limit, problem },
      {
        related: span === null ? [] : [{ span, message: "the limit is set here" }],
        help: "Lower the value, or raise the limit.",
      },
    ),
  );
}

// ---- cluster

export function checkTaskManagers(sizing: TaskManagerSizing, context: RuleContext): void {
  const { memory } = sizing;
  if (memory === null || memory.totalBytes === null) return;
  const { flink, jvmMetaspaceBytes, jvmOverheadBytes } = memory;
  const parts = [
    flink?.heapBytes,
    flink?.managedBytes,
    flink?.networkBytes,
    flink?.frameworkBytes,
    flink?.taskOffHeapBytes,
    jvmMetaspaceBytes,
    jvmOverheadBytes,
  ];
  const sum = parts.reduce<number>((total, part) => total + (part ?? 0), 0);
  if (sum <= memory.totalBytes) return;
  const total = { object: memory, key: "totalBytes" };
  context.contradiction(
    total,
    { object: memory, key: flink === null ? "jvmOverheadBytes" : "flink" },
    `${context.written(total)} is less than the sum of its parts, ${mebibytes(sum)}`,
  );
}

/** ZooKeeper is found only by its servers, which either block may name. */
export function checkJobManager(
  sizing: JobManagerSizing,
  { cluster, deployment }: InfraModel,
  context: RuleContext,
): void {
  if (sizing.ha?.type !== "zookeeper" || isStated(deployment?.ha?.type)) return;
  if (isStated(cluster.highAvailability?.zookeeperQuorum) || deployment?.ha?.enabled === false)
    return;
  context.report(
    diagnose(
      "E752",
      context.span({ object: sizing.ha, key: "type" }),
      {
        property: context.path({ object: sizing.ha, key: "zookeeperQuorum" }),
        condition: '"type" is zookeeper',
      },
      { help: 'Add "zookeeper_quorum: host:2181,…".' },
    ),
  );
}

// ---- quotas

interface Totals {
  readonly processes: number;
  readonly parallelism: number;
  readonly memoryBytes: number;
}

function totalsOf(processes: readonly Process[]): Totals {
  let parallelism = 0;
  let memoryBytes = 0;
  for (const process of processes) {
    const instances = process.parallelism.initial ?? 1;
    parallelism += instances;
    memoryBytes += instances * process.taskMemoryBytes;
  }
  return { processes: processes.length, parallelism, memoryBytes };
}

function memoryOf({ parallelism, taskMemoryBytes }: Process): number {
  return (parallelism.initial ?? 1) * taskMemoryBytes;
}

/** The process that takes most memory. */
function largestOf(processes: readonly Process[]): Process | null {
  let largest: Process | null = null;
  for (const process of processes) {
    if (largest === null || memoryOf(process) > memoryOf(largest)) largest = process;
  }
  return largest;
}

/** No property says which team owns a process: each quota bounds all of them (vocabulary 48). */
export function checkQuotas(
  quotas: readonly Named<Quota>[],
  processes: readonly Process[],
  context: RuleContext,
): void {
  if (quotas.length === 0) return;
  const totals = totalsOf(processes);
  const largest = context.origins.span(largestOf(processes) ?? totals);
  for (const quota of quotas) {
    const rows = [
      { key: "maxProcesses", bound: quota.maxProcesses, total: totals.processes, text: String },
      {
        key: "maxTotalParallelism",
        bound: quota.maxTotalParallelism,
        total: totals.parallelism,
        text: String,
      },
      {
        key: "maxTotalMemoryBytes",
        bound: quota.maxTotalMemoryBytes,
        total: totals.memoryBytes,
        text: mebibytes,
      },
    ];
    for (const { key, bound, total, text } of rows) {
      if (bound === null || total <= bound) continue;
      const place = { object: quota, key };
      context.report(
        diagnose(
          "E754",
          context.span(place),
          {
            property: "resources",
            limit: `"${context.path(place)}"`,
            problem: `all processes together take ${text(total)}, and ${context.written(place)} is allowed`,
          },
          {
            related:
              largest === null ? [] : [{ span: largest, message: "the largest one is here" }],
            help: "Lower the sizing of processes, or raise the quota.",
          },
        ),
      );
    }
  }
}

function mebibytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 ** 2)}mb`;
}
