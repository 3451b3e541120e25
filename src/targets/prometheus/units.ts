// Units of metrics, and thresholds as plain numbers in the metric's own unit: to an old Prometheus
// `1000ms` is no number, to a new one it is 1. Decides nothing about metrics.
import type { Literal } from "./condition.js";

/** What a metric counts in. `number` is anything without a unit: records, failures, a score. */
export type Unit = "milliseconds" | "seconds" | "bytes" | "ratio" | "percent" | "number";

type Dimension = "time" | "size" | "share" | "number";

interface UnitFacts {
  readonly dimension: Dimension;
  /** For messages, after "counts in". */
  readonly words: string;
  /** After a value in an annotation; "" for none. */
  readonly symbol: string;
  /** Digits after the point in an annotation. */
  readonly digits: number;
  /** What a value written with a unit is divided by. */
  readonly scale: number;
}

export const unitFacts: Readonly<Record<Unit, UnitFacts>> = {
  milliseconds: {
    dimension: "time",
    words: "time, in milliseconds",
    symbol: " ms",
    digits: 0,
    scale: 1,
  },
  seconds: { dimension: "time", words: "time, in seconds", symbol: " s", digits: 1, scale: 1000 },
  bytes: { dimension: "size", words: "bytes", symbol: " bytes", digits: 0, scale: 1 },
  ratio: { dimension: "share", words: "a share from 0 to 1", symbol: "", digits: 3, scale: 100 },
  percent: { dimension: "share", words: "percent", symbol: " %", digits: 1, scale: 1 },
  number: { dimension: "number", words: "a plain number", symbol: "", digits: 2, scale: 1 },
};

const literalUnits: Readonly<Record<string, readonly [Dimension, number]>> = {
  ms: ["time", 1],
  s: ["time", 1000],
  m: ["time", 60_000],
  h: ["time", 3_600_000],
  d: ["time", 86_400_000],
  b: ["size", 1],
  kb: ["size", 1024],
  mb: ["size", 1024 ** 2],
  gb: ["size", 1024 ** 3],
  tb: ["size", 1024 ** 4],
  "%": ["share", 1],
};

/** A threshold in the metric's unit, or why the written value cannot be one. */
export type Threshold =
  | { readonly ok: true; readonly value: number; readonly unitAssumed: boolean }
  | { readonly ok: false; readonly problem: string };

/** `literal` as a number in `unit`. */
export function thresholdIn(literal: Literal, unit: Unit): Threshold {
  const facts = unitFacts[unit];
  const assumed = facts.dimension === "time" || facts.dimension === "size";
  if (literal.unit === "") return bounded(literal.number, unit, assumed);
  const found = literalUnits[literal.unit] ?? literalUnits[literal.unit.toLowerCase()];
  if (found === undefined) {
    return {
      ok: false,
      problem: `"${literal.unit}" is no unit (ms, s, m, h, d, b, kb, mb, gb, tb, %)`,
    };
  }
  const [dimension, factor] = found;
  if (dimension !== facts.dimension) {
    return { ok: false, problem: `the metric counts in ${facts.words}` };
  }
  return bounded((literal.number * factor) / facts.scale, unit, false);
}

function bounded(value: number, unit: Unit, unitAssumed: boolean): Threshold {
  const most = unit === "ratio" ? 1 : unit === "percent" ? 100 : Infinity;
  if (value > most || (value < 0 && unit !== "number")) {
    return {
      ok: false,
      problem: `the metric counts in ${unitFacts[unit].words}, and never gets there`,
    };
  }
  return { ok: true, value, unitAssumed };
}

/** The forms of a value that fit `unit`, for the help of a diagnostic. */
export function fittingForms(unit: Unit): string {
  switch (unitFacts[unit].dimension) {
    case "time":
      return "a duration such as 500ms or 5m";
    case "size":
      return "a size such as 512mb";
    case "share":
      return unit === "ratio" ? "a share such as 0.9 or 90%" : "a percentage such as 10 or 10%";
    case "number":
      return "a number without a unit";
  }
}

const durationUnits: readonly (readonly [string, number])[] = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["m", 60_000],
  ["s", 1000],
  ["ms", 1],
];

/** As Prometheus writes a duration: `1h30m`, `10m`, `500ms`. Zero is `0s`. */
export function prometheusDuration(milliseconds: number): string {
  let rest = milliseconds;
  let text = "";
  for (const [unit, length] of durationUnits) {
    const count = Math.floor(rest / length);
    if (count > 0) text += `${String(count)}${unit}`;
    rest -= count * length;
  }
  return text === "" ? "0s" : text;
}
