// The settings of Kafka clients that a binding states, by the clients' own names. Checks are in
// producer-checks.ts, consumer-checks.ts and free-properties.ts; nothing here reports.
import type {
  KafkaCompletionProducer,
  KafkaStreamConsumer,
  KafkaStreamProducer,
  StreamErrorHandlingConnectivity,
  Text,
} from "../../model/bindings.js";
import { isStated } from "../../model/is-stated.js";
import type { FlinkLine } from "../flink/lines.js";
import { kafkaClientsOf } from "../flink/connectors.js";
import type { KafkaClientRole } from "./client-options.js";
import { freeSettings } from "./free-properties.js";
import { loginOf, type KafkaLogin } from "./login.js";
import type { KafkaContext, Place } from "./places.js";

/** One setting of a client. */
export interface ClientSetting {
  readonly key: string;
  readonly value: Text | KafkaLogin;
  /** The property that states it; null: nexgen does. */
  readonly from: Place | null;
}

/** Settings by key, in the order they are to be printed. */
export class ClientSettings {
  readonly #settings = new Map<string, ClientSetting>();

  get all(): readonly ClientSetting[] {
    return [...this.#settings.values()];
  }

  set(key: string, value: Text | number | boolean | KafkaLogin, from: Place | null): void {
    const text = typeof value === "object" ? value : String(value);
    this.#settings.set(key, { key, value: text, from });
  }

  get(key: string): ClientSetting | null {
    return this.#settings.get(key) ?? null;
  }

  /** The literal value of `key`, or null. */
  literal(key: string): string | null {
    const value = this.#settings.get(key)?.value;
    return typeof value === "string" ? value : null;
  }

  /** The number of `key`, or `otherwise` where it is not set. */
  number(key: string, otherwise: number): number {
    const text = this.literal(key);
    return text === null || !/^-?\d+$/u.test(text) ? otherwise : Number(text);
  }
}

/** What a client is configured from. */
export interface ClientBinding {
  readonly properties: Readonly<Record<string, Text>> | null;
}

type Named<Owner extends object> = readonly (readonly [
  key: keyof Owner & string,
  option: string,
])[];

const consumerNames: Named<KafkaStreamConsumer> = [
  ["isolationLevel", "isolation.level"],
  ["maxPollRecords", "max.poll.records"],
  ["fetchMinBytes", "fetch.min.bytes"],
  ["fetchMaxWaitMs", "fetch.max.wait.ms"],
];

const producerNames: Named<KafkaStreamProducer> = [
  ["retries", "retries"],
  ["batchSize", "batch.size"],
  ["lingerMs", "linger.ms"],
  ["bufferMemory", "buffer.memory"],
  ["compression", "compression.type"],
  ["transactionTimeoutMs", "transaction.timeout.ms"],
];

/** The documented default of the source's own option, which connectors below 4.0 do not apply (FLINK-36780). */
const discoveryInterval = "300000";

/** Settings of a source's consumer. */
export function consumerSettings(
  context: KafkaContext,
  binding: ClientBinding & {
    readonly consumer: KafkaStreamConsumer | null;
    readonly connectivity: StreamErrorHandlingConnectivity | null;
  },
): ClientSettings {
  const settings = new ClientSettings();
  const { consumer } = binding;
  if (consumer !== null) setStated(context, settings, consumer, consumerNames);
  settings.set("partition.discovery.interval.ms", discoveryInterval, null);
  setConnectivity(context.line, settings, "consumer", binding.connectivity);
  setFree(settings, "consumer", binding);
  return settings;
}

/** Settings of a sink's producer. */
export function producerSettings(
  context: KafkaContext,
  binding: ClientBinding & {
    readonly producer: KafkaStreamProducer | KafkaCompletionProducer | null;
    readonly connectivity: StreamErrorHandlingConnectivity | null;
  },
): ClientSettings {
  const settings = new ClientSettings();
  const { producer } = binding;
  settings.set("acks", producer?.acks ?? "all", producer === null ? null : [producer, "acks"]);
  settings.set(
    "enable.idempotence",
    producer?.idempotence ?? true,
    producer === null ? null : [producer, "idempotence"],
  );
  setConnectivity(context.line, settings, "producer", binding.connectivity);
  if (producer !== null)
    setStated(context, settings, producer as KafkaStreamProducer, producerNames);
  setFree(settings, "producer", binding);
  followWeakest(context, settings, producer);
  return settings;
}

/** Idempotence that nobody asked for gives way to what excludes it (vocabulary 86a). */
function followWeakest(
  { origins }: KafkaContext,
  settings: ClientSettings,
  producer: KafkaStreamProducer | KafkaCompletionProducer | null,
): void {
  const from = settings.get("enable.idempotence")?.from ?? null;
  const asked = from !== null && (from[0] !== producer || origins.states(...from));
  if (!asked && excludesIdempotence(settings) !== null)
    settings.set("enable.idempotence", false, null);
}

/** Clients keep the order of this many requests at most when they repeat one. */
export const mostInFlight = 5;

/** The setting beside which clients refuse idempotent writes; null where nothing excludes them. */
export function excludesIdempotence(settings: ClientSettings): ClientSetting | null {
  const acks = settings.literal("acks");
  if (acks !== "all" && acks !== "-1") return settings.get("acks");
  if (settings.literal("retries") === "0") return settings.get("retries");
  const inFlight = "max.in.flight.requests.per.connection";
  return settings.number(inFlight, mostInFlight) > mostInFlight ? settings.get(inFlight) : null;
}

function setStated<Owner extends object>(
  { origins }: KafkaContext,
  settings: ClientSettings,
  owner: Owner,
  names: Named<Owner>,
): void {
  for (const [key, option] of names) {
    const value = owner[key] as string | number | boolean | null | undefined;
    if (isStated(value) && origins.states(owner, key)) settings.set(option, value, [owner, key]);
  }
}

/** Waits between attempts; `retry.backoff.max.ms` came with clients 3.7. */
function setConnectivity(
  line: FlinkLine,
  settings: ClientSettings,
  role: KafkaClientRole,
  connectivity: StreamErrorHandlingConnectivity | null,
): void {
  if (connectivity === null) return;
  const { initialBackoffMs, retryBackoff, failAfterMs, retryAttempts } = connectivity;
  const maxBackoffMs = retryBackoff === "constant" ? initialBackoffMs : connectivity.maxBackoffMs;
  const at = (key: keyof StreamErrorHandlingConnectivity): Place => [connectivity, key];
  if (initialBackoffMs !== null) {
    settings.set("reconnect.backoff.ms", initialBackoffMs, at("initialBackoffMs"));
    settings.set("retry.backoff.ms", initialBackoffMs, at("initialBackoffMs"));
  }
  if (maxBackoffMs !== null) {
    const from = at(retryBackoff === "constant" ? "retryBackoff" : "maxBackoffMs");
    settings.set("reconnect.backoff.max.ms", maxBackoffMs, from);
    if (kafkaClientsOf(line) !== "3.4") settings.set("retry.backoff.max.ms", maxBackoffMs, from);
  }
  if (failAfterMs !== null) {
    const key = role === "consumer" ? "default.api.timeout.ms" : "delivery.timeout.ms";
    settings.set(key, failAfterMs, at("failAfterMs"));
  }
  if (role === "producer" && retryAttempts !== null)
    settings.set("retries", retryAttempts, at("retryAttempts"));
}

function setFree(settings: ClientSettings, role: KafkaClientRole, binding: ClientBinding): void {
  const { properties } = binding;
  if (properties === null) return;
  for (const key of freeSettings(properties, role)) {
    settings.set(key, properties[key] ?? "", [properties, key]);
  }
  const login = loginOf(properties);
  if (login !== null) settings.set("sasl.jaas.config", login, [properties, "sasl.username"]);
}

/** The consumer group of a stream: named after the process when the file names none. */
export function consumerGroup(
  stream: { readonly consumer: { readonly groupId: string | null } | null },
  process: string,
): string {
  return stream.consumer?.groupId ?? process;
}
