// Rules of streams, completions and dead letters.
import { diagnose } from "../../diagnostics/catalogue/index.js";
import type { Completion, DeadLetter, Stream, Text } from "../bindings.js";
import type { Named } from "../infra-model.js";
import { knownNamesHelp } from "./known-names.js";
import { checkClientProperties } from "./client-dangers.js";
import type { RuleContext } from "./rule-context.js";
import type { Order, RuleTable } from "./rule.js";

/** Kafka's broker refuses writes for ever when more replicas must confirm than there are. */
const topicOrders: readonly Order[] = [
  { of: "kafka", ascending: ["min_insync_replicas", "replication"] },
  { of: "kafka", ascending: ["min_compaction_lag", "max_compaction_lag"] },
];

export const streamRules: RuleTable = {
  requirements: [
    { at: "completion", when: { enabled: true }, needs: ["target"] },
    { at: "mirror", when: { enabled: true }, needs: ["source"] },
    {
      of: "kinesis",
      at: "consumer",
      when: { type: "enhanced_fan_out" },
      needs: ["consumer_name"],
    },
    { of: "kinesis", at: "credentials", when: { type: "assume_role" }, needs: ["role_arn"] },
    { of: "kinesis", at: "credentials", when: { type: "profile" }, needs: ["profile"] },
    {
      of: "kinesis",
      at: "credentials",
      when: { type: "static" },
      needs: ["access_key_id", "secret_access_key"],
    },
    { of: "pulsar", at: "auth", when: { type: "token" }, needs: ["token"] },
  ],
  orders: [
    { at: "error_handling.connectivity", ascending: ["initial_backoff", "max_backoff"] },
    ...topicOrders,
  ],
  ignored: [
    {
      of: "mongodb_sink",
      ignores: ["serialization", "schema_registry", "error_handling"],
      because: "a mongodb_sink writes documents of its own form",
    },
    {
      of: "kinesis",
      when: { encryption: false },
      ignores: ["kms_key_id"],
      because: '"encryption" is false',
    },
  ],
  exclusions: [
    {
      of: "mongodb_sink",
      when: { direction: ["source", "bidirectional"] },
      either: ["direction"],
      or: ["type"],
      problem: "a mongodb_sink can only be written",
    },
  ],
};

export const completionRules: RuleTable = {
  orders: [{ at: "callback.retry", ascending: ["initial_delay", "max_delay"] }, ...topicOrders],
};

export const deadLetterRules: RuleTable = { orders: topicOrders };

/** What rules of streams need of the other sections. */
export interface StreamSurroundings {
  readonly completions: ReadonlySet<string>;
  readonly hasDeadLetters: boolean;
}

export function checkStream(
  stream: Named<Stream>,
  { completions, hasDeadLetters }: StreamSurroundings,
  context: RuleContext,
): void {
  const target = stream.completion?.target ?? null;
  if (stream.completion !== null && target !== null && !completions.has(target)) {
    const place = { object: stream.completion, key: "target" };
    context.report(
      diagnose(
        "E760",
        context.span(place),
        { property: context.path(place), name: target, section: "completions" },
        { help: knownNamesHelp(target, completions) },
      ),
    );
  }
  const decoding = stream.errorHandling?.deserialization ?? null;
  if (decoding?.action === "dlq" && decoding.dlqTopic === null && !hasDeadLetters) {
    const place = { object: decoding, key: "dlqTopic" };
    context.report(
      diagnose(
        "E752",
        context.span({ object: decoding, key: "action" }),
        {
          property: context.path(place),
          condition: '"action" is dlq and no dead letter is bound',
        },
        { help: 'Add "dlq_topic", or an entry of "dead_letters".' },
      ),
    );
  }
  if (stream.type === "kafka") {
    checkIdempotence(stream.producer, context);
    checkLogin(stream.properties, context);
  }
  if (stream.type === "kinesis") checkStartingPosition(stream.consumer, context);
}

export function checkCompletion(completion: Named<Completion>, context: RuleContext): void {
  checkIdempotence(completion.producer, context);
  checkLogin(completion.properties, context);
  if ((completion.producer?.keyField ?? null) !== null) return;
  // The `correlation` of a process file is its default (vocabulary decision 22).
  const values = { noun: "completion", name: completion.name, property: "producer.key_field" };
  const help = `Add "producer: { key_field: … }", the field that its readers look for; with --processes, the correlation of "emit completion" is its default.`;
  const place = completion.producer ?? completion;
  context.report(diagnose("E702", context.origins.span(place), values, { help }));
}

export function checkDeadLetter(deadLetter: Named<DeadLetter>, context: RuleContext): void {
  if (deadLetter.type === "kafka") checkLogin(deadLetter.properties, context);
}

/** `sasl.username` is no setting of the client: it only serves to build the JAAS line. */
function checkLogin(properties: Readonly<Record<string, Text>> | null, context: RuleContext): void {
  checkClientProperties(properties, context);
  if (properties === null || !Object.hasOwn(properties, "sasl.jaas.config")) return;
  for (const key of ["sasl.username", "sasl.password"]) {
    if (!Object.hasOwn(properties, key)) continue;
    context.ignored({ object: properties, key }, '"sasl.jaas.config" holds the login already');
  }
}

interface Producer {
  readonly acks: "0" | "1" | "all";
  readonly idempotence: boolean;
}

/** Kafka's client refuses idempotence with fewer acknowledgements than all (vocabulary 86a). */
function checkIdempotence(producer: Producer | null, context: RuleContext): void {
  if (producer === null || producer.acks === "all" || !producer.idempotence) return;
  context.contradiction(
    { object: producer, key: "idempotence" },
    { object: producer, key: "acks" },
    `idempotent writes need acks all, not ${producer.acks}`,
    'Set "acks: all", or remove "idempotence".',
  );
}

interface StartingPosition {
  readonly startingPosition: string;
  readonly startingTimestamp: string | null;
}

function checkStartingPosition(consumer: StartingPosition | null, context: RuleContext): void {
  if (consumer?.startingPosition !== "AT_TIMESTAMP" || consumer.startingTimestamp !== null) return;
  const place = { object: consumer, key: "startingPosition" };
  context.report(
    diagnose(
      "W755",
      context.span(place),
      { property: context.path(place), problem: "names no moment to start from" },
      { help: 'Add "starting_timestamp: 2025-01-31T00:00:00Z" beside it.' },
    ),
  );
}
