// How a TaskManager divides its memory, and which settings Flink refuses; the same from 1.17 to 2.3.
// All sizes are bytes in numbers, exact below 2^53 (8 PB). Source: TaskExecutorProcessUtils and
// TaskExecutorFlinkMemoryUtils of Flink.
import {
  jvmMemoryAround,
  jvmMemoryWithin,
  MEGABYTE,
  type JvmMemory,
  type ProcessMemorySettings,
} from "./jvm-memory.js";
import { accept, megabytes, refuse, sumText, total, type MemoryResult } from "./memory-result.js";
import {
  fractionOf,
  fractionOfBytes,
  leftOver,
  shareOf,
  shareOfWhole,
  shareOnTopOf,
  type Share,
  type ShareSettings,
} from "./memory-share.js";

/** `taskmanager.memory.*`; absent: not set. Sizes in bytes. */
export interface TaskManagerMemorySettings extends ProcessMemorySettings {
  readonly frameworkHeapSize?: number | undefined;
  readonly frameworkOffHeapSize?: number | undefined;
  readonly taskHeapSize?: number | undefined;
  readonly taskOffHeapSize?: number | undefined;
  readonly managedSize?: number | undefined;
  readonly managedFraction?: number | undefined;
  readonly network?: ShareSettings | undefined;
  /** `taskmanager.numberOfTaskSlots`. */
  readonly slots?: number | undefined;
  /** `taskmanager.memory.segment-size`. */
  readonly segmentSize?: number | undefined;
}

/** Bytes. `flink` is the sum of the first six, `process` that of `flink` and the last two. */
export interface TaskManagerMemory extends JvmMemory {
  readonly frameworkHeap: number;
  readonly taskHeap: number;
  readonly frameworkOffHeap: number;
  readonly taskOffHeap: number;
  readonly managed: number;
  readonly network: number;
  readonly flink: number;
  readonly process: number;
}

export type TaskManagerMemoryResult = MemoryResult<TaskManagerMemory>;

const defaultFrameworkSize = 128 * MEGABYTE;
const defaultManagedFraction = 0.4;
const defaultNetwork = { min: 64 * MEGABYTE, max: Infinity, fraction: 0.1 };

/** What the framework and user code take besides task heap, managed memory and network. */
interface FixedParts {
  readonly frameworkHeap: number;
  readonly frameworkOffHeap: number;
  readonly taskOffHeap: number;
}

interface FlinkMemory {
  readonly taskHeap: number;
  readonly managed: number;
  readonly network: number;
  readonly flink: number;
}

type Parts = (readonly [name: string, bytes: number])[];

/** The memory of a TaskManager with `settings`, or Flink's reason not to start it. */
export function taskManagerMemory(settings: TaskManagerMemorySettings): TaskManagerMemoryResult {
  const unusable = unusableUnits(settings);
  if (unusable !== null) return unusable;
  const fixed = fixedParts(settings);
  const { taskHeapSize, managedSize, flinkSize, processSize } = settings;
  if (taskHeapSize !== undefined && managedSize !== undefined) {
    const flink = fromComponents(settings, fixed, taskHeapSize, managedSize);
    return flink.ok ? withJvmAround(settings, fixed, flink.memory) : flink;
  }
  if (flinkSize !== undefined) {
    const flink = divide(settings, fixed, flinkSize);
    return flink.ok ? withJvmAround(settings, fixed, flink.memory) : flink;
  }
  if (processSize !== undefined) return fromProcess(settings, fixed, processSize);
  return refuse(
    "no-total",
    "one of process size, Flink size, or task heap and managed size must be set",
  );
}

function unusableUnits(settings: TaskManagerMemorySettings): MemoryResult<never> | null {
  const { slots, segmentSize } = settings;
  if (slots !== undefined && slots < 1) {
    return refuse("slots", `${String(slots)} task slots are less than one`);
  }
  if (segmentSize === undefined) return null;
  if (segmentSize >= 4096 && Number.isInteger(Math.log2(segmentSize))) return null;
  return refuse(
    "segment-size",
    `segment size ${String(segmentSize)} bytes is not a power of two of at least 4096`,
  );
}

function fixedParts(settings: TaskManagerMemorySettings): FixedParts {
  return {
    frameworkHeap: settings.frameworkHeapSize ?? defaultFrameworkSize,
    frameworkOffHeap: settings.frameworkOffHeapSize ?? defaultFrameworkSize,
    taskOffHeap: settings.taskOffHeapSize ?? 0,
  };
}

/** Task heap and managed memory are given: the network is derived from them. */
function fromComponents(
  settings: TaskManagerMemorySettings,
  fixed: FixedParts,
  taskHeap: number,
  managed: number,
): MemoryResult<FlinkMemory> {
  if (settings.flinkSize !== undefined) return divide(settings, fixed, settings.flinkSize);
  const share = networkShare(settings);
  if (!share.ok) return share;
  const sum = total(partsOf(fixed, { taskHeap, managed }));
  const network = shareOnTopOf(share.memory, sum);
  return accept({ taskHeap, managed, network, flink: sum + network });
}

/** Divides a known total: with a task heap the network is the rest, else the task heap is. */
function divide(
  settings: TaskManagerMemorySettings,
  fixed: FixedParts,
  flink: number,
): MemoryResult<FlinkMemory> {
  const managed = managedMemory(settings, flink);
  if (!managed.ok) return managed;
  const share = networkShare(settings);
  if (!share.ok) return share;
  const { taskHeapSize } = settings;
  return taskHeapSize === undefined
    ? taskHeapAsRest(fixed, { flink, managed: managed.memory }, share.memory)
    : networkAsRest(
        fixed,
        { flink, managed: managed.memory, taskHeap: taskHeapSize },
        share.memory,
      );
}

function networkAsRest(
  fixed: FixedParts,
  known: Omit<FlinkMemory, "network">,
  share: Share,
): MemoryResult<FlinkMemory> {
  const parts = partsOf(fixed, known);
  const rest = known.flink - total(parts);
  if (rest < 0) return partsExceed(parts, known.flink);
  const network = leftOver(share, rest, "network-outside-range");
  return network.ok ? accept({ ...known, network: network.memory }) : network;
}

function taskHeapAsRest(
  fixed: FixedParts,
  known: Pick<FlinkMemory, "flink" | "managed">,
  share: Share,
): MemoryResult<FlinkMemory> {
  const network = shareOfWhole(share, known.flink);
  const { frameworkHeap, frameworkOffHeap, taskOffHeap } = fixed;
  const { flink, managed } = known;
  const taskHeap = flink - (frameworkHeap + frameworkOffHeap + taskOffHeap + managed + network);
  if (taskHeap < 0) return partsExceed(partsOf(fixed, { managed, network }), flink);
  return accept({ flink, managed, network, taskHeap });
}

function fromProcess(
  settings: TaskManagerMemorySettings,
  fixed: FixedParts,
  process: number,
): TaskManagerMemoryResult {
  const jvm = jvmMemoryWithin(settings, process);
  if (!jvm.ok) return jvm;
  const flink = divide(settings, fixed, process - jvm.memory.metaspace - jvm.memory.overhead);
  return flink.ok ? accept({ ...fixed, ...flink.memory, ...jvm.memory, process }) : flink;
}

function withJvmAround(
  settings: TaskManagerMemorySettings,
  fixed: FixedParts,
  memory: FlinkMemory,
): TaskManagerMemoryResult {
  const jvm = jvmMemoryAround(settings, memory.flink);
  if (!jvm.ok) return jvm;
  const process = memory.flink + jvm.memory.metaspace + jvm.memory.overhead;
  return accept({ ...fixed, ...memory, ...jvm.memory, process });
}

function managedMemory(settings: TaskManagerMemorySettings, flink: number): MemoryResult<number> {
  if (settings.managedSize !== undefined) return accept(settings.managedSize);
  const fraction = fractionOf("managed memory", settings.managedFraction ?? defaultManagedFraction);
  return fraction.ok ? accept(fractionOfBytes(flink, fraction.memory)) : fraction;
}

function networkShare(settings: TaskManagerMemorySettings): MemoryResult<Share> {
  return shareOf("network", settings.network, defaultNetwork);
}

function partsOf(
  fixed: FixedParts,
  parts: Partial<Pick<FlinkMemory, "taskHeap" | "managed" | "network">>,
): Parts {
  const named: Parts = [
    ["framework heap", fixed.frameworkHeap],
    ["framework off-heap", fixed.frameworkOffHeap],
    ["task off-heap", fixed.taskOffHeap],
  ];
  if (parts.taskHeap !== undefined) named.push(["task heap", parts.taskHeap]);
  if (parts.managed !== undefined) named.push(["managed", parts.managed]);
  if (parts.network !== undefined) named.push(["network", parts.network]);
  return named;
}

function partsExceed(parts: Parts, flink: number): MemoryResult<never> {
  const sum = `${sumText(parts)} = ${megabytes(total(parts))}`;
  return refuse("parts-exceed-flink", `${sum} is more than the Flink memory ${megabytes(flink)}`);
}
