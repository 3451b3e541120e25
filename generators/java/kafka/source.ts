// The class that makes the source of a Kafka stream.
import { code } from "../../../src/encode/leaf.js";
import type { KafkaStream } from "../../../src/model/bindings.js";
import type { Named } from "../../../src/model/infra-model.js";
import { lineAtLeast } from "../../../src/targets/flink/lines.js";
import { consumerSettings } from "../../../src/targets/kafka/client-settings.js";
import { checkConsumer } from "../../../src/targets/kafka/consumer-checks.js";
import { claimClassName, packageOf, type JavaContext } from "../context.js";
import { decodingErrors } from "../decoding-errors.js";
import { qualifiedName, type JavaClass } from "../java-class.js";
import { settingsView } from "./settings-view.js";

const connector = "org.apache.flink.connector.kafka.source";

/** `deadLetters`: the class of the topic that the stream names for its own dead letters, or null. */
export function kafkaSource(
  context: JavaContext,
  stream: Named<KafkaStream>,
  deadLetters: JavaClass | null,
): JavaClass {
  const connectivity = stream.errorHandling?.connectivity ?? null;
  const settings = consumerSettings(context, { ...stream, connectivity });
  checkConsumer(context, stream, settings);
  const client = settingsView(context, stream, settings.all);
  const errors = decodingErrors(context, stream, {
    tolerant: ["TolerantRecordDeserializer"],
    raw: "RawRecordDeserializer",
  });
  const groupId = stream.consumer?.groupId ?? null;
  return {
    packageName: packageOf(context, "streams"),
    name: claimClassName(context, "streams", stream, "Source"),
    template: "kafka-source",
    imports: [
      "java.util.Properties",
      "org.apache.flink.api.common.serialization.DeserializationSchema",
      `${connector}.KafkaSource`,
      `${connector}.enumerator.initializer.OffsetsInitializer`,
      `${connector}.reader.deserializer.KafkaRecordDeserializationSchema`,
      "org.apache.kafka.clients.consumer.OffsetResetStrategy",
      ...client.imports,
      ...errors.imports,
      ...(deadLetters === null ? [] : [qualifiedName(deadLetters)]),
    ],
    view: {
      stream: stream.name,
      path: `streams.${stream.name}`,
      environment: context.model.environment,
      topic: stream.topic,
      brokers: client.brokers,
      settings: client.rows,
      ownGroup: groupId !== null,
      group: groupId ?? "",
      ...errors.view,
      hasOwnTopic: deadLetters !== null,
      ownTopicSink: code(deadLetters?.name ?? ""),
      reset: code((stream.consumer?.autoOffsetReset ?? "earliest").toUpperCase()),
      // Clients 4 dropped the class for every use but this one.
      deprecatedReset: lineAtLeast(context.line, "2.1"),
    },
    lists: {
      section: "streams",
      binding: stream.name,
      summary: `reads the Kafka topic ${stream.topic}`,
    },
  };
}
