// The class that makes the sink of a Kafka stream.
import { code } from "../../../src/encode/leaf.js";
import type { KafkaCompletion, KafkaStream } from "../../../src/model/bindings.js";
import type { Named } from "../../../src/model/infra-model.js";
import {
  producerSettings,
  type ClientSettings,
} from "../../../src/targets/kafka/client-settings.js";
import {
  checkCheckpoints,
  checkDefaultGuarantee,
  checkProducer,
  checkRepetitions,
  checkTransactions,
  guaranteeOf,
  transactionTimeout,
} from "../../../src/targets/kafka/producer-checks.js";
import { transactionPrefix } from "../../../src/targets/kafka/transaction-prefix.js";
import { claimClassName, isStatedIn, packageOf, type JavaContext } from "../context.js";
import type { Confirming } from "../confirming.js";
import type { BindingSection, JavaClass } from "../java-class.js";
import { settingsView } from "./settings-view.js";

const connector = "org.apache.flink.connector.kafka.sink";

/** A sink of a stream, or of the events of a completion binding. */
export function kafkaSink(
  context: JavaContext,
  section: Extract<BindingSection, "streams" | "completions">,
  stream: Named<KafkaStream> | Named<KafkaCompletion>,
  confirming: Confirming,
): JavaClass {
  const connectivity =
    "errorHandling" in stream ? (stream.errorHandling?.connectivity ?? null) : null;
  const settings = producerSettings(context, { ...stream, connectivity });
  const guarantee = checkedGuarantee(context, stream, settings);
  const client = settingsView(context, stream, settings.all);
  const exactlyOnce = guarantee === "exactly_once";
  return {
    packageName: packageOf(context, section),
    name: claimClassName(context, section, stream, "Sink"),
    template: "kafka-sink",
    imports: [
      "java.util.Properties",
      "org.apache.flink.api.common.serialization.SerializationSchema",
      "org.apache.flink.connector.base.DeliveryGuarantee",
      `${connector}.KafkaRecordSerializationSchema`,
      `${connector}.KafkaSink`,
      ...client.imports,
      ...confirming.imports,
    ],
    view: {
      stream: stream.name,
      path: `${section}.${stream.name}`,
      environment: context.model.environment,
      topic: stream.topic,
      brokers: client.brokers,
      settings: client.rows,
      guarantee: code(guarantee.toUpperCase()),
      exactlyOnce,
      ...confirming.view,
      prefix: `${transactionPrefix(context.model, stream)}-`,
      // Without a key, a compacted topic refuses the record.
      needsKey: stream.cleanupPolicy?.includes("compact") === true,
    },
    lists: {
      section,
      binding: stream.name,
      summary: `writes to the Kafka topic ${stream.topic}`,
    },
  };
}

/** The guarantee of a sink with these settings, after its checks; transactions get their timeout. */
function checkedGuarantee(
  context: JavaContext,
  stream: Named<KafkaStream> | Named<KafkaCompletion>,
  settings: ClientSettings,
): "none" | "at_least_once" | "exactly_once" {
  const { producer } = stream;
  const guarantee = guaranteeOf(producer);
  checkProducer(context, settings);
  if (guarantee === "at_least_once") checkRepetitions(context, settings);
  if (guarantee === "at_least_once" && !states(context, producer)) {
    checkDefaultGuarantee(context, [stream, "topic"]);
  }
  if (producer === null) return guarantee;
  if (guarantee === "exactly_once") {
    checkTransactions(context, producer, settings);
    checkCheckpoints(context, [producer, "deliveryGuarantee"], guarantee);
    if (settings.get("transaction.timeout.ms") === null)
      settings.set("transaction.timeout.ms", transactionTimeout(producer, settings), null);
  } else if (states(context, producer) && guarantee === "at_least_once") {
    checkCheckpoints(context, [producer, "deliveryGuarantee"], guarantee);
  }
  return guarantee;
}

function states(
  context: JavaContext,
  producer: KafkaStream["producer"] | KafkaCompletion["producer"],
): boolean {
  return producer !== null && isStatedIn(context, producer, "deliveryGuarantee");
}
