// What recovery after a failure needs of the other bindings: records that are still there, and
// checkpoints that keep the promise of the sinks.
import type { Checkpoint, Completion, Stream } from "../bindings.js";
import type { InfraModel, Named, Process } from "../infra-model.js";
import { writtenDuration } from "../units.js";
import { readersOf, uses } from "../uses.js";
import type { Place, RuleContext } from "./rule-context.js";

/** Flink's `execution.checkpointing.timeout` where nothing is stated. */
const checkpointTimeoutMs = 600_000;

/** Reports W755 for what recovery would miss. */
export function checkRecovery(model: InfraModel, context: RuleContext): void {
  const readers = readersOf(model);
  const slowestOfEvery = slowestRecovery(readers.ofEvery, null);
  for (const stream of model.streams) {
    if (stream.direction === "sink") continue;
    const slowest = slowestRecovery(readers.linkedTo(stream.name), slowestOfEvery);
    if (slowest !== null) checkRetention(stream, slowest, context);
  }
  const loose = model.processes.filter(
    ({ checkpointBinding }) => checkpointBinding?.checkpoint?.mode === "at_least_once",
  );
  if (loose.length === 0) return;
  for (const stream of model.streams) checkGuarantee("streams", stream, loose, context);
  for (const completion of model.completions) {
    checkGuarantee("completions", completion, loose, context);
  }
}

interface Recovery {
  readonly process: Process;
  /** Age that the newest checkpoint may have when the job reads again, in milliseconds. */
  readonly milliseconds: number;
  readonly arithmetic: string;
  readonly place: Place;
}

/** The slowest of `processes` and of `known`. */
function slowestRecovery(processes: readonly Process[], known: Recovery | null): Recovery | null {
  let slowest = known;
  for (const process of processes) {
    const recovery = recoveryOf(process, process.checkpointBinding);
    if (recovery !== null && recovery.milliseconds > (slowest?.milliseconds ?? 0))
      slowest = recovery;
  }
  return slowest;
}

/** A checkpoint counts from its start: the next one may take its whole timeout, and fail. */
function recoveryOf(process: Process, binding: Named<Checkpoint> | null): Recovery | null {
  const checkpoint = binding?.checkpoint ?? null;
  if (checkpoint === null || checkpoint.intervalMs === null) return null;
  const spacing = Math.max(checkpoint.intervalMs, checkpoint.minPauseMs ?? 0);
  const timeout = checkpoint.timeoutMs ?? checkpointTimeoutMs;
  const attempts = 1 + (checkpoint.tolerableFailedCheckpoints ?? 0);
  const times = attempts === 1 ? "" : `${String(attempts)} times `;
  return {
    process,
    milliseconds: attempts * (spacing + timeout),
    arithmetic: `${times}${writtenDuration(spacing)} between checkpoints and their timeout of ${writtenDuration(timeout)}`,
    place: { object: checkpoint, key: "intervalMs" },
  };
}

function checkRetention(stream: Named<Stream>, slowest: Recovery, context: RuleContext): void {
  const retention = retentionOf(stream);
  if (retention === null || retention.milliseconds >= slowest.milliseconds) return;
  context.risky(
    retention.place,
    slowest.place,
    `keeps records for less than the recovery of "${slowest.process.name}" may go back, ${writtenDuration(slowest.milliseconds)} (${slowest.arithmetic}): after a failure, records are gone before they are read again`,
    "Keep records for hours, at least.",
  );
}

/** Pulsar keeps what a subscription has not acknowledged, whatever its retention says. */
function retentionOf(stream: Named<Stream>): { milliseconds: number; place: Place } | null {
  if (stream.type === "kafka" && stream.retentionMs !== null && stream.retentionMs > 0) {
    return {
      milliseconds: stream.retentionMs,
      place: { object: stream, key: "retentionMs" },
    };
  }
  if (stream.type !== "kinesis") return null;
  const place = { object: stream, key: "retentionHours" };
  return { milliseconds: stream.retentionHours * 3_600_000, place };
}

/** Under at_least_once barriers are not aligned, so records can be in two checkpoints. */
function checkGuarantee(
  section: "streams" | "completions",
  binding: Named<Stream> | Named<Completion>,
  loose: readonly Process[],
  context: RuleContext,
): void {
  const producer = binding.type === "kafka" ? binding.producer : null;
  if (producer?.deliveryGuarantee !== "exactly_once") return;
  const process = loose.find((each) => uses(each, section, binding.name));
  if (process === undefined) return;
  context.risky(
    { object: producer, key: "deliveryGuarantee" },
    { object: process.checkpointBinding?.checkpoint ?? process, key: "mode" },
    `is not kept by "${process.name}", whose checkpoints are at_least_once: after a failure it writes records a second time`,
    'Set "mode: exactly_once" for its checkpoints, or "delivery_guarantee: at_least_once".',
  );
}
