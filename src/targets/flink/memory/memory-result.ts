// What the memory model answers: the sizes, or the reason why Flink would refuse to start.

/** Why Flink refuses a combination of memory settings. */
export type MemoryRefusalReason =
  /** A `min` above its `max`. */
  | "range"
  /** A fraction outside [0, 1). */
  | "fraction"
  /** Nothing is set from which the total could be derived. */
  | "no-total"
  /** The parts need more than the total Flink memory. */
  | "parts-exceed-flink"
  /** What is left for the network lies outside its range. */
  | "network-outside-range"
  /** The process is smaller than Flink memory and metaspace. */
  | "process-too-small"
  /** What is left for JVM overhead lies outside its range. */
  | "overhead-outside-range"
  /** Metaspace and JVM overhead alone need more than the process has. */
  | "jvm-exceeds-process"
  /** JobManager: heap and off-heap do not add up to the Flink memory that is set. */
  | "parts-differ-from-flink"
  | "slots"
  | "segment-size";

/** `message` is a sentence without a full stop that shows the arithmetic in MB. */
export interface MemoryRefusal {
  readonly reason: MemoryRefusalReason;
  readonly message: string;
}

export type MemoryResult<Memory> =
  | { readonly ok: true; readonly memory: Memory }
  | { readonly ok: false; readonly refusal: MemoryRefusal };

export function accept<Memory>(memory: Memory): MemoryResult<Memory> {
  return { ok: true, memory };
}

export function refuse(reason: MemoryRefusalReason, message: string): MemoryResult<never> {
  return { ok: false, refusal: { reason, message } };
}

/** Bytes as megabytes with at most two decimals: `1459.2 MB`. */
export function megabytes(bytes: number): string {
  if (bytes === Infinity) return "unlimited";
  return `${String(Math.round((bytes / 1048576) * 100) / 100)} MB`;
}

/** `heap 128 MB + network 64 MB`, for the sentences of refusals. */
export function sumText(parts: readonly (readonly [name: string, bytes: number])[]): string {
  return parts.map(([name, bytes]) => `${name} ${megabytes(bytes)}`).join(" + ");
}

export function total(parts: readonly (readonly [name: string, bytes: number])[]): number {
  return parts.reduce((sum, [, bytes]) => sum + bytes, 0);
}
