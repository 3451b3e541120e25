// What a Kafka sink is checked for before it is written: pairs of settings that clients refuse, and
// guarantees that cannot hold. Settings are in client-settings.ts.
import { diagnose } from "../../diagnostics/catalogue/index.js";
import type { KafkaCompletionProducer, KafkaStreamProducer } from "../../model/bindings.js";
import type { Process } from "../../model/infra-model.js";
import { writtenDuration } from "../../model/units.js";
import { isStated } from "../../model/is-stated.js";
import { excludesIdempotence, mostInFlight, type ClientSettings } from "./client-settings.js";
import { placeOf } from "./consumer-checks.js";
import {
  contradiction,
  exceeds,
  oncePerModel,
  risky,
  type KafkaContext,
  type Place,
} from "./places.js";

/** Defaults of clients and brokers, in milliseconds and bytes. */
const requestTimeout = 30_000;
const deliveryTimeout = 120_000;
const bufferMemory = 33_554_432;

/** `transaction.max.timeout.ms` of a broker that nobody changed. */
const brokerTransactionLimit = 900_000;

/** Flink's `execution.checkpointing.timeout`. */
const checkpointTimeout = 600_000;

type Producer = KafkaStreamProducer | KafkaCompletionProducer;

/** Checks settings of a producer against each other. */
export function checkProducer(context: KafkaContext, settings: ClientSettings): void {
  checkIdempotence(context, settings);
  checkTimes(context, settings);
  const batch = placeOf(settings.get("batch.size"));
  const memory = settings.number("buffer.memory", bufferMemory);
  if (batch !== null && settings.number("batch.size", 0) > memory) {
    const help = 'Lower it, or raise "buffer_memory".';
    exceeds(context, batch, `the client's buffer of ${memory} bytes`, "no batch would fit", help);
  }
}

function checkIdempotence(context: KafkaContext, settings: ClientSettings): void {
  const idempotence = settings.get("enable.idempotence");
  const asked = placeOf(idempotence);
  // Idempotence that nobody asked for is off where something excludes it.
  if (asked === null || idempotence?.value !== "true") return;
  const refused: readonly (readonly [key: string, bad: boolean, problem: string])[] = [
    ["acks", !isAll(settings), "idempotent writes need acks all"],
    ["retries", settings.literal("retries") === "0", "idempotent writes need retries"],
    [
      "max.in.flight.requests.per.connection",
      settings.number("max.in.flight.requests.per.connection", mostInFlight) > mostInFlight,
      `idempotent writes allow ${mostInFlight} requests in flight at most`,
    ],
  ];
  for (const [key, bad, problem] of refused) {
    const other = placeOf(settings.get(key));
    if (!bad || other === null) continue;
    // The pair of producer.acks and producer.idempotence is refused with the model.
    if (key === "acks" && other[0] === asked[0] && asked[1] === "idempotence") continue;
    const help = "Change one of them, or switch idempotence off.";
    contradiction(context, other, asked, problem, help);
  }
}

/** Says what the loss of idempotence means for a sink that is at least once, unless the file states it. */
export function checkRepetitions(context: KafkaContext, settings: ClientSettings): void {
  const idempotence = settings.get("enable.idempotence");
  if (idempotence === null || idempotence.value !== "false" || idempotence.from !== null) return;
  const cause = excludesIdempotence(settings);
  const place = placeOf(cause);
  // Without a second attempt nothing is repeated.
  if (cause === null || place === null || cause.key === "retries") return;
  const isOfAcks = cause.key === "acks";
  risky(
    context,
    place,
    isOfAcks
      ? "lets records be lost with the broker that leads their partition, and switches idempotent writes off"
      : "switches idempotent writes off: a second attempt may write a record twice, and out of order",
    `Write ${isOfAcks ? "all" : `${mostInFlight} or less`}, or switch idempotence off yourself where that is fine.`,
  );
}

function isAll(settings: ClientSettings): boolean {
  const acks = settings.literal("acks");
  return acks === "all" || acks === "-1";
}

function checkTimes(context: KafkaContext, settings: ClientSettings): void {
  const delivery = settings.number("delivery.timeout.ms", deliveryTimeout);
  const linger = settings.number("linger.ms", 0);
  const request = settings.number("request.timeout.ms", requestTimeout);
  if (linger + request <= delivery) return;
  const place =
    placeOf(settings.get("delivery.timeout.ms")) ??
    placeOf(settings.get("linger.ms")) ??
    placeOf(settings.get("request.timeout.ms"));
  if (place === null) return;
  const { origins, report } = context;
  const property = origins.of(...place)?.path ?? place[1];
  const problem = `the client refuses it: linger (${writtenDuration(linger)}) and request timeout (${writtenDuration(request)}) together must not exceed the delivery timeout (${writtenDuration(delivery)})`;
  report(
    diagnose(
      "E703",
      origins.span(...place),
      { property, problem },
      {
        help: 'Set "delivery.timeout.ms", "request.timeout.ms" or "linger_ms" so that they fit.',
      },
    ),
  );
}

/** The guarantee of a sink; at least once where the file states none. */
export function guaranteeOf(producer: Producer | null): "none" | "at_least_once" | "exactly_once" {
  return producer?.deliveryGuarantee ?? "at_least_once";
}

/** Checks what transactions need, for a producer that is exactly once. */
export function checkTransactions(
  context: KafkaContext,
  producer: Producer,
  settings: ClientSettings,
): void {
  const place: Place = [producer, "deliveryGuarantee"];
  if (settings.literal("enable.idempotence") !== "true") {
    const other = placeOf(excludesIdempotence(settings)) ?? [producer, "idempotence"];
    const help = 'Set "acks: all", leave "idempotence" on, and let clients try again.';
    contradiction(context, place, other, "transactions need idempotent writes", help);
  }
  checkTransactionTimeout(context, producer, transactionTimeout(producer, settings));
}

/** The effective `transaction.timeout.ms`: Flink's own default of an hour exceeds what brokers allow. */
export function transactionTimeout(producer: Producer, settings: ClientSettings): number {
  return (
    producer.transactionTimeoutMs ??
    settings.number("transaction.timeout.ms", brokerTransactionLimit)
  );
}

function checkTransactionTimeout(context: KafkaContext, producer: Producer, timeout: number): void {
  const place: Place = [
    producer,
    producer.transactionTimeoutMs === null ? "deliveryGuarantee" : "transactionTimeoutMs",
  ];
  if (timeout > brokerTransactionLimit) {
    const problem = `is above the ${writtenDuration(brokerTransactionLimit)} that brokers allow by default: they then refuse the first transaction`;
    const help = 'Raise "transaction.max.timeout.ms" of the brokers first, or lower it to 15m.';
    risky(context, place, problem, help);
  }
  const { processes } = context.model;
  if (longestOpen(context) < timeout) return;
  const tooLong = processes.filter((process) => openFor(process) >= timeout);
  const [first] = tooLong;
  if (first === undefined) return;
  const arithmetic = `a checkpoint of "${first.name}" may take ${writtenDuration(openFor(first))} (${spacingOf(first)} and timeout)`;
  const lost = "the broker aborts the transaction, and its records are lost";
  const help = 'Raise "transaction_timeout", or lower interval or timeout of the checkpoints.';
  if (tooLong.length === processes.length)
    exceeds(
      context,
      place,
      `what it must outlast`,
      `${arithmetic}, more than the ${writtenDuration(timeout)} of a transaction: ${lost}`,
      help,
      spacingPlace(first),
    );
  else
    risky(
      context,
      place,
      `is too short for ${namesOf(tooLong)}: ${arithmetic}, and then ${lost}`,
      help,
      spacingPlace(first),
    );
}

function namesOf(processes: readonly Process[]): string {
  const more = processes.length - mostNamed;
  const names = processes.slice(0, mostNamed).map(({ name }) => `"${name}"`);
  return more > 0 ? `${names.join(", ")} and ${more} more` : names.join(", ");
}

/** How many names a message holds. */
const mostNamed = 5;

const longestOpen = oncePerModel(({ processes }) =>
  processes.reduce((longest, process) => Math.max(longest, openFor(process)), 0),
);

/** The processes that take no checkpoints. */
const withoutCheckpoints = oncePerModel(({ processes }) =>
  processes.filter(({ checkpointBinding }) => !isStated(checkpointBinding?.checkpoint?.intervalMs)),
);

/**
 * How long a transaction of the process stays open at most, without a restart, in milliseconds. Flink
 * starts no checkpoint before `min_pause` is over, whatever the interval says.
 */
function openFor({ checkpointBinding }: Process): number {
  const checkpoint = checkpointBinding?.checkpoint ?? null;
  if (checkpoint === null || checkpoint.intervalMs === null) return 0;
  const spacing = Math.max(checkpoint.intervalMs, checkpoint.minPauseMs ?? 0);
  return spacing + (checkpoint.timeoutMs ?? checkpointTimeout);
}

/** Which of the two keeps checkpoints apart. */
function spacingOf({ checkpointBinding }: Process): "interval" | "min_pause" {
  const checkpoint = checkpointBinding?.checkpoint ?? null;
  const pause = checkpoint?.minPauseMs ?? 0;
  return pause > (checkpoint?.intervalMs ?? 0) ? "min_pause" : "interval";
}

function spacingPlace(process: Process): Place | null {
  const checkpoint = process.checkpointBinding?.checkpoint ?? null;
  if (checkpoint === null) return null;
  return [checkpoint, spacingOf(process) === "interval" ? "intervalMs" : "minPauseMs"];
}

/** Checks that something takes the checkpoints that a guarantee hangs on. */
export function checkCheckpoints(context: KafkaContext, place: Place, guarantee: string): void {
  const { processes, checkpoints } = context.model;
  const without = withoutCheckpoints(context);
  const none =
    processes.length === 0 ? checkpoints.length === 0 : without.length === processes.length;
  const effect =
    guarantee === "exactly_once"
      ? "nothing would ever be committed, and readers of committed records would see nothing"
      : "nothing would ever be confirmed";
  const help = 'Bind a checkpoint with an "interval", and name it as "checkpoint" of the process.';
  if (none) {
    const values = {
      property: "a checkpoint interval",
      condition: `"${context.origins.of(...place)?.path ?? place[1]}" is ${guarantee}: ${effect}`,
    };
    context.report(diagnose("E752", context.origins.span(...place), values, { help }));
  } else if (without.length > 0) {
    const problem = `cannot hold in ${namesOf(without)}, which takes no checkpoints: ${effect}`;
    risky(context, place, problem, help);
  }
}

/** Says that a sink is not at least once, as nothing asked it not to be, where no process takes checkpoints. */
export function checkDefaultGuarantee(context: KafkaContext, topic: Place): void {
  const { processes } = context.model;
  if (processes.length === 0 || withoutCheckpoints(context).length < processes.length) return;
  const problem =
    "may miss records after a restart: no process takes checkpoints, which at_least_once, the default, hangs on";
  const help =
    'Bind a checkpoint with an "interval", and name it as "checkpoint" of the process; or say "delivery_guarantee: none" below "producer".';
  risky(context, topic, problem, help);
}
