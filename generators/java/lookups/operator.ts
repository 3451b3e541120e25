// How Flink runs a lookup: deadline, requests under way, order and retries of the asynchronous
// operator. Knows no store.
import { code, type Code } from "../../../src/encode/leaf.js";
import { writtenDuration } from "../../../src/model/units.js";
import type { Lookup, LookupAsync } from "../../../src/model/bindings.js";
import type { LookupFindings } from "./findings.js";

/** What a store's own properties say of deadlines and retries; null: nothing. */
export interface StoreTiming {
  /** Deadline of one request, enforced by the client. */
  readonly answerMs: number | null;
  /** How often the client is asked to repeat a request. */
  readonly retries: number | null;
  /** All attempts together. */
  readonly totalMs: number | null;
}

/** Arguments of the operator. */
export interface OperatorSettings {
  /** Of a record, all attempts together. */
  readonly timeoutMs: number;
  /** Of one attempt. */
  readonly answerMs: number;
  readonly capacity: number;
  readonly ordered: boolean;
  readonly retry: RetrySettings | null;
}

interface RetrySettings {
  readonly attempts: number;
  readonly initialDelayMs: number;
  /** Null: the wait does not grow. */
  readonly maxDelayMs: number | null;
}

const defaultTimeoutMs = 10_000;
const defaultDelayMs = 100;
/** As many as the deadline leaves time for. */
const unlimitedAttempts = 1_000;
/** What Flink itself takes when it is told nothing. */
const defaultCapacity = 100;

export const noTiming: StoreTiming = { answerMs: null, retries: null, totalMs: null };

/** The operator's arguments; says what `async` leaves open or cannot have. */
export function operatorSettings(
  lookup: Lookup,
  timing: StoreTiming,
  findings: LookupFindings,
): OperatorSettings {
  const { async } = lookup;
  const retry = retrySettings(async, timing, findings);
  const timeoutMs = operatorTimeout(async, timing, findings);
  const attempts = retry === null ? 1 : retry.attempts + 1;
  const share = Math.max(1, Math.floor(timeoutMs / Math.min(attempts, 10)));
  const answerMs = Math.min(timing.answerMs ?? share, timeoutMs);
  if (timing.answerMs !== null && timing.answerMs > timeoutMs)
    reportShortened(lookup, timeoutMs, findings);
  if (async?.enabled !== false) {
    const capacity = async === null ? null : findings.int(async, "capacity");
    const ordered = async?.ordered ?? true;
    return { timeoutMs, answerMs, capacity: capacity ?? defaultCapacity, ordered, retry };
  }
  const reason = '"enabled" is false: one request at a time is under way';
  if (async.capacity !== null) findings.hasNoEffect(async, "capacity", reason);
  if (async.ordered !== null) findings.hasNoEffect(async, "ordered", reason);
  return { timeoutMs, answerMs, capacity: 1, ordered: true, retry };
}

/** W786: the operator has given the record up before the client would. */
function reportShortened(lookup: Lookup, timeoutMs: number, findings: LookupFindings): void {
  const connection = "connection" in lookup ? lookup.connection : null;
  if (connection === null || !("socketTimeoutMs" in connection)) return;
  const difference = `"async.timeout" ends the whole lookup after ${writtenDuration(timeoutMs)}`;
  const help = "Raise async.timeout, or lower the deadline of one answer.";
  findings.worksOtherwise(connection, "socketTimeoutMs", difference, help);
}

function operatorTimeout(
  async: LookupAsync | null,
  { totalMs }: StoreTiming,
  findings: LookupFindings,
): number {
  const stated = async?.timeoutMs ?? null;
  if (async !== null && stated === 0) {
    const help = "Give the store time to answer, such as 500ms.";
    findings.isRefused(async, "timeoutMs", "no request is answered within 0 ms", help);
    return defaultTimeoutMs;
  }
  if (stated !== null) return stated;
  if (totalMs !== null && totalMs > 0) return totalMs;
  const property = `lookups.${findings.lookup.name}.async.timeout`;
  findings.isDerivedAt(
    property,
    `a record waits ${writtenDuration(defaultTimeoutMs)} for its lookup at most`,
  );
  return defaultTimeoutMs;
}

function retrySettings(
  async: LookupAsync | null,
  { retries, totalMs }: StoreTiming,
  findings: LookupFindings,
): RetrySettings | null {
  const stated = async?.retry ?? null;
  if (stated === null) {
    if (retries !== null && retries > 0)
      return { attempts: retries, initialDelayMs: defaultDelayMs, maxDelayMs: null };
    if (totalMs === null) return null;
    return { attempts: unlimitedAttempts, initialDelayMs: defaultDelayMs, maxDelayMs: 1_000 };
  }
  const attempts = findings.int(stated, "attempts") ?? retries ?? 3;
  if (attempts === 0) return null;
  const { backoff, initialDelayMs, maxDelayMs } = stated;
  const constant = backoff === "constant";
  if (backoff === "linear") {
    const help = "Write exponential, or constant.";
    findings.worksOtherwise(
      stated,
      "backoff",
      "Flink doubles the wait; it has no linear growth",
      help,
    );
  }
  if (constant && maxDelayMs !== null) {
    findings.hasNoEffect(stated, "maxDelayMs", "the wait does not grow under constant backoff");
  }
  const initial = initialDelayMs ?? defaultDelayMs;
  return {
    attempts,
    initialDelayMs: initial,
    maxDelayMs: constant ? null : Math.max(initial, maxDelayMs ?? initial * 16),
  };
}

/** What templates see of the operator. */
export function operatorView(settings: OperatorSettings): {
  readonly timeoutMs: number;
  readonly answerMs: number;
  readonly capacity: number;
  readonly wait: Code;
  readonly hasRetry: boolean;
  readonly attempts: number;
  readonly initialDelayMs: number;
  readonly hasGrowingDelay: boolean;
  readonly maxDelayMs: number;
} {
  const { timeoutMs, answerMs, capacity, ordered, retry } = settings;
  return {
    timeoutMs,
    answerMs,
    capacity,
    wait: code(`${ordered ? "ordered" : "unordered"}Wait${retry === null ? "" : "WithRetry"}`),
    hasRetry: retry !== null,
    attempts: retry?.attempts ?? 0,
    initialDelayMs: retry?.initialDelayMs ?? 0,
    hasGrowingDelay: isGrowing(retry),
    maxDelayMs: retry?.maxDelayMs ?? 0,
  };
}

function isGrowing(retry: RetrySettings | null): boolean {
  return retry !== null && retry.maxDelayMs !== null;
}

/** Imports of the calls that attach an operator. */
export function operatorImports({ retry }: OperatorSettings): readonly string[] {
  const always = [
    "java.util.List",
    "java.util.concurrent.TimeUnit",
    "org.apache.flink.api.common.typeinfo.TypeInformation",
    "org.apache.flink.api.java.functions.KeySelector",
    "org.apache.flink.streaming.api.datastream.AsyncDataStream",
    "org.apache.flink.streaming.api.datastream.DataStream",
    "org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator",
  ];
  return retry === null
    ? always
    : [...always, "org.apache.flink.streaming.util.retryable.AsyncRetryStrategies"];
}
