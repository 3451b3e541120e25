// What a Kafka source is checked for before it is written: pairs of settings that cannot work, and
// those that surprise. Settings are in client-settings.ts.
import type { KafkaCompletion, KafkaStream } from "../../model/bindings.js";
import { topicKeys } from "../../model/broker-addresses.js";
import type { Named } from "../../model/infra-model.js";
import { readersOf } from "../../model/uses.js";
import { writtenDuration } from "../../model/units.js";
import type { ClientSetting, ClientSettings } from "./client-settings.js";
import { exceeds, ignored, oncePerModel, risky, type KafkaContext, type Place } from "./places.js";

/** Defaults of clients, in milliseconds and bytes. */
const requestTimeout = 30_000;
const fetchMaxBytes = 52_428_800;

/** Checks the source of `stream`, which is read with `settings`. */
export function checkConsumer(
  context: KafkaContext,
  stream: Named<KafkaStream>,
  settings: ClientSettings,
): void {
  checkFetch(context, settings);
  checkStart(context, stream);
  checkVisibility(context, stream, settings);
  const connectivity = stream.errorHandling?.connectivity ?? null;
  if (connectivity !== null && connectivity.retryAttempts !== null && stream.direction === "source")
    ignored(
      context,
      [connectivity, "retryAttempts"],
      "a consumer tries for ever; the restart strategy of the job ends it",
    );
  if (connectivity?.retryBackoff === "linear")
    ignored(context, [connectivity, "retryBackoff"], "clients of Kafka wait exponentially");
}

/** The place of a setting that the file states. */
export function placeOf(setting: ClientSetting | null): Place | null {
  return setting?.from ?? null;
}

function checkFetch(context: KafkaContext, settings: ClientSettings): void {
  const wait = placeOf(settings.get("fetch.max.wait.ms"));
  const timeout = settings.number("request.timeout.ms", requestTimeout);
  if (wait !== null && settings.number("fetch.max.wait.ms", 0) >= timeout) {
    exceeds(
      context,
      wait,
      `the client's request timeout of ${writtenDuration(timeout)}`,
      "fetches from an idle topic would time out",
      'Lower it, or raise "request.timeout.ms" below "properties".',
    );
  }
  const least = placeOf(settings.get("fetch.min.bytes"));
  const most = settings.number("fetch.max.bytes", fetchMaxBytes);
  if (least !== null && settings.number("fetch.min.bytes", 0) > most) {
    const help = 'Lower it, or raise "fetch.max.bytes" below "properties".';
    risky(context, least, `is above "fetch.max.bytes" (${most}), so every fetch waits`, help);
  }
}

function checkStart(context: KafkaContext, stream: Named<KafkaStream>): void {
  const { consumer } = stream;
  if (consumer === null) return;
  if (consumer.autoOffsetReset === "none") {
    const help =
      "Commit offsets for the group before the first start, or choose earliest or latest.";
    const problem = "lets a job fail that starts without state and without committed offsets";
    risky(context, [consumer, "autoOffsetReset"], problem, help);
  }
  if (consumer.groupId === null) return;
  const readers = readersOf(context.model).countOf(stream.name);
  if (readers > 1) {
    const problem = `is used by every process that reads the stream (${readers} do, or may): each overwrites the committed offsets of the others`;
    const help = "Remove it: each process then has a group of its own name.";
    risky(context, [consumer, "groupId"], problem, help);
  }
}

/** Readers of a topic that is written in transactions, by a binding of the same file. */
function checkVisibility(
  context: KafkaContext,
  stream: Named<KafkaStream>,
  settings: ClientSettings,
): void {
  if (settings.literal("isolation.level") === "read_committed") return;
  const writer = topicKeys(stream)
    .map((key) => exactlyOnceWriters(context).get(key))
    .find((found) => found !== undefined);
  if (writer === undefined) return;
  const place: Place =
    stream.consumer === null ? [stream, "topic"] : [stream.consumer, "isolationLevel"];
  const problem = `shows records of transactions that may be aborted: "${writer.path}" writes the topic exactly once`;
  const help = 'Set "isolation_level: read_committed" below "consumer".';
  risky(context, place, problem, help, writer.place);
}

interface Writer {
  readonly path: string;
  readonly place: Place;
}

/** By broker and topic: the first binding that writes it in transactions. */
const exactlyOnceWriters = oncePerModel(({ streams, completions }) => {
  const writers = new Map<string, Writer>();
  const add = (section: string, binding: Named<KafkaStream> | Named<KafkaCompletion>): void => {
    if (binding.producer?.deliveryGuarantee !== "exactly_once") return;
    const place: Place = [binding.producer, "deliveryGuarantee"];
    for (const key of topicKeys(binding)) {
      if (!writers.has(key)) writers.set(key, { path: `${section}.${binding.name}`, place });
    }
  };
  for (const stream of streams) if (stream.type === "kafka") add("streams", stream);
  for (const completion of completions) add("completions", completion);
  return writers;
});
