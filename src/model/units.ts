// Units of the language as numbers: durations in milliseconds, sizes in bytes (1 kb = 1024 bytes).
// Takes only text that the schema accepted.

/** A size in bytes, or a share of a whole: what a `memory` property holds. */
export type MemoryAmount =
  | { readonly kind: "bytes"; readonly bytes: number }
  | { readonly kind: "fraction"; readonly fraction: number };

const millisecondsOf: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

const bytesOf: Readonly<Record<string, number>> = {
  b: 1,
  kb: 1024,
  mb: 1024 ** 2,
  gb: 1024 ** 3,
  tb: 1024 ** 4,
};

/** `90s` is 90000 (vocabulary 0.3). */
export function durationMs(text: string): number {
  const digits = /^[0-9]+/u.exec(text)?.[0] ?? "0";
  return Number(digits) * (millisecondsOf[text.slice(digits.length)] ?? 1);
}

/** 90000 is `90s`: as a file would state it, in the largest unit that leaves a whole number. */
export function writtenDuration(milliseconds: number): string {
  const unit = ["d", "h", "m", "s"].find(
    (name) => milliseconds % (millisecondsOf[name] ?? 1) === 0,
  );
  if (unit === undefined || milliseconds === 0) return `${milliseconds}ms`;
  return `${milliseconds / (millisecondsOf[unit] ?? 1)}${unit}`;
}

/** `4gb` is 4294967296; a bare `0` is 0 (vocabulary 0.3, decision 9). */
export function sizeBytes(text: string): number {
  const digits = /^[0-9]+/u.exec(text)?.[0] ?? "0";
  return Number(digits) * (bytesOf[text.slice(digits.length).toLowerCase()] ?? 1);
}

/** `40%` is 0.4. */
export function percentageFraction(text: string): number {
  return Number(text.slice(0, -1)) / 100;
}

/** A size, a percentage or a fraction, as YAML gave it. */
export function memoryAmount(value: string | number): MemoryAmount {
  if (typeof value === "number") {
    return value === 0 ? { kind: "bytes", bytes: 0 } : { kind: "fraction", fraction: value };
  }
  return value.endsWith("%")
    ? { kind: "fraction", fraction: percentageFraction(value) }
    : { kind: "bytes", bytes: sizeBytes(value) };
}
