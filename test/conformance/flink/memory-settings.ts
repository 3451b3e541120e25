// Memory settings in the two shapes that are compared: options as Flink reads them, and the settings
// of our own model. Random ones have a fixed seed, so that every run asks the same.
import { jobManagerMemory } from "../../../src/targets/flink/memory/job-manager-memory.js";
import type { JobManagerMemorySettings } from "../../../src/targets/flink/memory/job-manager-memory.js";
import { taskManagerMemory } from "../../../src/targets/flink/memory/task-manager-memory.js";
import type { TaskManagerMemorySettings } from "../../../src/targets/flink/memory/task-manager-memory.js";

/** One process, by the options below `taskmanager.memory.` or `jobmanager.memory.`. */
export interface MemorySettings {
  readonly component: "task-manager" | "job-manager";
  /** `process.size` to bytes, `managed.fraction` to a number. */
  readonly options: ReadonlyMap<string, number>;
}

/** A line of standard input for `ComputeMemory`. */
export function question({ component, options }: MemorySettings): string {
  const prefix = component === "task-manager" ? "taskmanager.memory." : "jobmanager.memory.";
  const words = [...options].map(([name, value]) => {
    return `${prefix}${name}=${String(value)}${name.endsWith("fraction") ? "" : "b"}`;
  });
  return [component, ...words].join("\t");
}

/** The line that `ComputeMemory` prints if Flink and our model agree; "refused" without a reason. */
export function ourAnswer({ component, options }: MemorySettings): string {
  const share = (name: string) => ({
    min: options.get(`${name}.min`),
    max: options.get(`${name}.max`),
    fraction: options.get(`${name}.fraction`),
  });
  const common = {
    processSize: options.get("process.size"),
    flinkSize: options.get("flink.size"),
    metaspaceSize: options.get("jvm-metaspace.size"),
    overhead: share("jvm-overhead"),
  };
  if (component === "job-manager") {
    return jobManager({
      ...common,
      heapSize: options.get("heap.size"),
      offHeapSize: options.get("off-heap.size"),
    });
  }
  return taskManager({
    ...common,
    frameworkHeapSize: options.get("framework.heap.size"),
    frameworkOffHeapSize: options.get("framework.off-heap.size"),
    taskHeapSize: options.get("task.heap.size"),
    taskOffHeapSize: options.get("task.off-heap.size"),
    managedSize: options.get("managed.size"),
    managedFraction: options.get("managed.fraction"),
    network: share("network"),
  });
}

function jobManager(settings: JobManagerMemorySettings): string {
  const result = jobManagerMemory(settings);
  if (!result.ok) return "refused";
  const { heap, offHeap, metaspace, overhead } = result.memory;
  return [heap, offHeap, metaspace, overhead].join("\t");
}

function taskManager(settings: TaskManagerMemorySettings): string {
  const result = taskManagerMemory(settings);
  if (!result.ok) return "refused";
  const { frameworkHeap, taskHeap, frameworkOffHeap, taskOffHeap } = result.memory;
  const { managed, network, metaspace, overhead } = result.memory;
  return [
    frameworkHeap + taskHeap,
    taskHeap,
    frameworkOffHeap + taskOffHeap + network,
    taskOffHeap,
    managed,
    network,
    metaspace,
    overhead,
  ].join("\t");
}

/** The settings of both components in a configuration. */
export function settingsIn(entries: ReadonlyMap<string, string>): readonly MemorySettings[] {
  return (["task-manager", "job-manager"] as const).map((component) => {
    const prefix = component === "task-manager" ? "taskmanager.memory." : "jobmanager.memory.";
    const options = [...entries]
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, value]) => [key.slice(prefix.length), memoryNumber(value)] as const);
    return { component, options: new Map(options) };
  });
}

const units: Readonly<Record<string, number>> = { "": 1, b: 1, k: 1024, m: 1048576, g: 1073741824 };

function memoryNumber(text: string): number {
  const match = /^(\d+(?:\.\d+)?)([bkmg]?)$/u.exec(text);
  return Number(match?.[1]) * (units[match?.[2] ?? ""] ?? Number.NaN);
}

/** How large an option may come out, in MB, and how often it is set. */
const taskManagerOptions = {
  "process.size": [20_000, 0.75],
  "flink.size": [12_000, 0.25],
  "task.heap.size": [4000, 0.3],
  "managed.size": [3000, 0.4],
  "managed.fraction": [1, 0.2],
  "network.min": [400, 0.15],
  "network.max": [3000, 0.15],
  "network.fraction": [1, 0.1],
  "jvm-overhead.min": [400, 0.15],
  "jvm-overhead.max": [3000, 0.15],
  "jvm-overhead.fraction": [1, 0.1],
  "jvm-metaspace.size": [400, 0.25],
  "framework.heap.size": [300, 0.25],
  "framework.off-heap.size": [300, 0.25],
  "task.off-heap.size": [300, 0.25],
} as const;

const jobManagerOptions = {
  "process.size": [8000, 0.5],
  "flink.size": [6000, 0.35],
  "heap.size": [3000, 0.35],
  "off-heap.size": [500, 0.35],
  "jvm-metaspace.size": [400, 0.3],
  "jvm-overhead.min": [400, 0.1],
  "jvm-overhead.max": [3000, 0.1],
  "jvm-overhead.fraction": [1, 0.1],
} as const;

/** `count` settings of each component, the same in every run; many of them Flink refuses. */
export function randomSettings(count: number): readonly MemorySettings[] {
  const random = randomNumbers(20_260_101);
  const draw = (component: MemorySettings["component"]): MemorySettings => {
    const table = component === "task-manager" ? taskManagerOptions : jobManagerOptions;
    const options = new Map<string, number>();
    for (const [name, [most, share]] of Object.entries(table)) {
      if (random() >= share) continue;
      // Fractions up to 1.05: from 1 on Flink refuses them.
      if (name.endsWith("fraction")) options.set(name, Math.floor(random() * 106) / 100);
      else options.set(name, Math.floor(random() * most) * 1048576 + oddBytes(random));
    }
    return { component, options };
  };
  return Array.from({ length: count }, () => [draw("task-manager"), draw("job-manager")]).flat();
}

/** Half of the sizes are whole megabytes. */
function oddBytes(random: () => number): number {
  return random() < 0.5 ? 0 : Math.floor(random() * 1048576);
}

/** Numbers in [0, 1) from a linear congruential generator. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
