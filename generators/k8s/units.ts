// Durations and sizes in the spellings of the target systems. Knows no property.
import { memoryQuantity } from "../../src/targets/kubernetes/quantities.js";

const mebibyte = 1024 * 1024;

const flinkUnits: readonly (readonly [name: string, ms: number])[] = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["min", 60_000],
  ["s", 1000],
];

/** A duration as Flink and its operator read it: `6 h`, `90 s`, `1500 ms`. */
export function flinkDuration(ms: number): string {
  const unit = flinkUnits.find(([, size]) => ms !== 0 && ms % size === 0);
  return unit === undefined ? `${ms} ms` : `${ms / unit[1]} ${unit[0]}`;
}

const goUnits: readonly (readonly [name: string, ms: number])[] = [
  ["h", 3_600_000],
  ["m", 60_000],
  ["s", 1000],
];

/** A duration as controllers written in Go read it; days are hours there: `24h`. */
export function goDuration(ms: number): string {
  const unit = goUnits.find(([, size]) => ms !== 0 && ms % size === 0);
  return unit === undefined ? `${ms}ms` : `${ms / unit[1]}${unit[0]}`;
}

/** Whole seconds, rounded up. */
export function wholeSeconds(ms: number): number {
  return Math.ceil(ms / 1000);
}

/**
 * Memory of a pod, rounded up to whole mebibytes: the operator reads `4G` as binary and Kubernetes
 * as decimal, so that only binary units mean the same to both.
 */
export function podMemory(bytes: number): string {
  return memoryQuantity(Math.ceil(bytes / mebibyte) * mebibyte);
}

const binaryUnits: Readonly<Record<string, number>> = {
  "": 1,
  Ki: 1024,
  Mi: mebibyte,
  Gi: 1024 * mebibyte,
  Ti: mebibyte * mebibyte,
};

/** Bytes of what `podMemory` made. */
export function podMemoryBytes(quantity: string): number {
  const [, digits = "0", unit = ""] = /^(\d+)([A-Z]i)?$/u.exec(quantity) ?? [];
  return Number(digits) * (binaryUnits[unit] ?? 1);
}

const flinkSizeUnits: Readonly<Record<string, number>> = {
  "": 1,
  b: 1,
  bytes: 1,
  k: 1024,
  kb: 1024,
  m: mebibyte,
  mb: mebibyte,
  g: 1024 * mebibyte,
  gb: 1024 * mebibyte,
  t: mebibyte * mebibyte,
  tb: mebibyte * mebibyte,
};

/** Bytes of a Flink memory size such as `4096m`; null when it is none. */
export function flinkSizeBytes(text: string): number | null {
  const match = /^(\d+)\s*([a-z]*)$/iu.exec(text.trim());
  const unit = flinkSizeUnits[(match?.[2] ?? "?").toLowerCase()];
  return match === null || unit === undefined ? null : Number(match[1]) * unit;
}
