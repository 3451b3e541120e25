// How a JobManager divides its memory, and which settings Flink refuses; the same from 1.17 to 2.3.
// All sizes are bytes in numbers. Source: JobManagerFlinkMemoryUtils of Flink.
import {
  jvmMemoryAround,
  jvmMemoryWithin,
  MEGABYTE,
  type JvmMemory,
  type ProcessMemorySettings,
} from "./jvm-memory.js";
import { accept, megabytes, refuse, sumText, type MemoryResult } from "./memory-result.js";

/** `jobmanager.memory.*`; absent: not set. Sizes in bytes. */
export interface JobManagerMemorySettings extends ProcessMemorySettings {
  readonly heapSize?: number | undefined;
  readonly offHeapSize?: number | undefined;
}

/** Bytes. `flink` is heap and off-heap, `process` is `flink`, metaspace and overhead. */
export interface JobManagerMemory extends JvmMemory {
  readonly heap: number;
  readonly offHeap: number;
  readonly flink: number;
  readonly process: number;
}

export type JobManagerMemoryResult = MemoryResult<JobManagerMemory>;

const defaultOffHeapSize = 128 * MEGABYTE;

type FlinkMemory = Pick<JobManagerMemory, "heap" | "offHeap" | "flink">;

/** The memory of a JobManager with `settings`, or Flink's reason not to start it. */
export function jobManagerMemory(settings: JobManagerMemorySettings): JobManagerMemoryResult {
  const { heapSize, flinkSize, processSize } = settings;
  if (heapSize !== undefined) return withJvmAround(settings, fromHeap(settings, heapSize));
  if (flinkSize !== undefined) return withJvmAround(settings, heapAsRest(settings, flinkSize));
  if (processSize !== undefined) return fromProcess(settings, processSize);
  return refuse("no-total", "one of process size, Flink size or heap size must be set");
}

function fromHeap(settings: JobManagerMemorySettings, heap: number): MemoryResult<FlinkMemory> {
  const { flinkSize, offHeapSize } = settings;
  if (flinkSize === undefined) {
    const offHeap = offHeapSize ?? defaultOffHeapSize;
    return accept({ heap, offHeap, flink: heap + offHeap });
  }
  const offHeap = offHeapSize ?? flinkSize - heap;
  if (offHeap < 0) {
    const message = `heap ${megabytes(heap)} is more than the Flink memory ${megabytes(flinkSize)}`;
    return refuse("parts-exceed-flink", message);
  }
  if (heap + offHeap === flinkSize) return accept({ heap, offHeap, flink: flinkSize });
  const sum = `${parts(heap, offHeap)} = ${megabytes(heap + offHeap)}`;
  return refuse(
    "parts-differ-from-flink",
    `${sum} is not the Flink memory ${megabytes(flinkSize)}`,
  );
}

function heapAsRest(settings: JobManagerMemorySettings, flink: number): MemoryResult<FlinkMemory> {
  const offHeap = settings.offHeapSize ?? defaultOffHeapSize;
  if (flink > offHeap) return accept({ heap: flink - offHeap, offHeap, flink });
  const message = `off-heap ${megabytes(offHeap)} leaves no heap in the Flink memory ${megabytes(flink)}`;
  return refuse("parts-exceed-flink", message);
}

function fromProcess(settings: JobManagerMemorySettings, process: number): JobManagerMemoryResult {
  const jvm = jvmMemoryWithin(settings, process);
  if (!jvm.ok) return jvm;
  const flink = heapAsRest(settings, process - jvm.memory.metaspace - jvm.memory.overhead);
  return flink.ok ? accept({ ...flink.memory, ...jvm.memory, process }) : flink;
}

function withJvmAround(
  settings: JobManagerMemorySettings,
  flink: MemoryResult<FlinkMemory>,
): JobManagerMemoryResult {
  if (!flink.ok) return flink;
  const jvm = jvmMemoryAround(settings, flink.memory.flink);
  if (!jvm.ok) return jvm;
  const process = flink.memory.flink + jvm.memory.metaspace + jvm.memory.overhead;
  return accept({ ...flink.memory, ...jvm.memory, process });
}

function parts(heap: number, offHeap: number): string {
  return sumText([
    ["heap", heap],
    ["off-heap", offHeap],
  ]);
}
