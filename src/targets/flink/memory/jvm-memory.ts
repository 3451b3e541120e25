// Metaspace and JVM overhead: what a Flink process needs besides Flink memory, for both kinds alike.
import { accept, megabytes, refuse, type MemoryResult } from "./memory-result.js";
import {
  leftOver,
  shareOf,
  shareOfWhole,
  shareOnTopOf,
  type Share,
  type ShareSettings,
} from "./memory-share.js";

export const MEGABYTE = 1048576;

/** What TaskManager and JobManager are configured with in the same way; sizes in bytes. */
export interface ProcessMemorySettings {
  readonly processSize?: number | undefined;
  readonly flinkSize?: number | undefined;
  readonly metaspaceSize?: number | undefined;
  readonly overhead?: ShareSettings | undefined;
}

export const defaultMetaspaceSize = 256 * MEGABYTE;
export const defaultOverhead = { min: 192 * MEGABYTE, max: 1024 * MEGABYTE, fraction: 0.1 };

/** Sizes in bytes. */
export interface JvmMemory {
  readonly metaspace: number;
  readonly overhead: number;
}

/** JVM memory around a known Flink memory: the rest of the process if that is set, else on top. */
export function jvmMemoryAround(
  settings: ProcessMemorySettings,
  flink: number,
): MemoryResult<JvmMemory> {
  const metaspace = settings.metaspaceSize ?? defaultMetaspaceSize;
  const share = overheadShare(settings);
  if (!share.ok) return share;
  const process = settings.processSize;
  if (process === undefined) {
    return accept({ metaspace, overhead: shareOnTopOf(share.memory, flink + metaspace) });
  }
  const rest = process - flink - metaspace;
  if (rest < 0) {
    const need = `Flink memory ${megabytes(flink)} + metaspace ${megabytes(metaspace)}`;
    return refuse(
      "process-too-small",
      `${need} is more than the process size ${megabytes(process)}`,
    );
  }
  const overhead = leftOver(share.memory, rest, "overhead-outside-range");
  return overhead.ok ? accept({ metaspace, overhead: overhead.memory }) : overhead;
}

/** JVM memory as part of a process of known size. */
export function jvmMemoryWithin(
  settings: ProcessMemorySettings,
  process: number,
): MemoryResult<JvmMemory> {
  const metaspace = settings.metaspaceSize ?? defaultMetaspaceSize;
  const share = overheadShare(settings);
  if (!share.ok) return share;
  const overhead = shareOfWhole(share.memory, process);
  if (metaspace + overhead <= process) return accept({ metaspace, overhead });
  const need = `metaspace ${megabytes(metaspace)} + JVM overhead ${megabytes(overhead)}`;
  return refuse(
    "jvm-exceeds-process",
    `${need} is more than the process size ${megabytes(process)}`,
  );
}

function overheadShare(settings: ProcessMemorySettings): MemoryResult<Share> {
  return shareOf("JVM overhead", settings.overhead, defaultOverhead);
}
