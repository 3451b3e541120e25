// The classes of the streams: which role each has, and which connector makes it.
import type { KafkaStream, Stream } from "../../src/model/bindings.js";
import type { Named } from "../../src/model/infra-model.js";
import { usedBindings } from "../../src/model/uses.js";
import type { ConnectorId } from "../../src/targets/flink/connectors.js";
import { checkFreeProperties } from "../../src/targets/kafka/free-properties.js";
import { connectorDependency, type Contribution } from "./connectors.js";
import type { JavaContext } from "./context.js";
import { checkRoles, checkTransactionPrefixes } from "./cross-checks.js";
import { ownDeadLetters } from "./dead-letters.js";
import { confirming } from "./confirming.js";
import { kinesisSink, kinesisSource } from "./kinesis/streams.js";
import { pulsarSink, pulsarSource } from "./pulsar/streams.js";
import { mongodbSink } from "./mongodb-sink.js";
import { formatClass } from "./format.js";
import type { JavaClass } from "./java-class.js";
import { kafkaSink } from "./kafka/sink.js";
import { kafkaSource } from "./kafka/source.js";

/** Whether a stream is read, and whether it is written; one that says nothing may be both. */
function rolesOf({ direction, type }: Named<Stream>): {
  readonly isRead: boolean;
  readonly isWritten: boolean;
} {
  return {
    isRead: direction !== "sink" && type !== "mongodb_sink",
    isWritten: direction !== "source",
  };
}

/** Classes and dependencies of every stream. */
export function streamClasses(context: JavaContext): Contribution {
  checkTransactionPrefixes(context);
  const parts = usedBindings(context.model, "streams", context.model.streams).map((stream) =>
    streamParts(context, stream),
  );
  return {
    classes: parts.flatMap(({ classes }) => classes),
    dependencies: parts.flatMap(({ dependencies }) => dependencies),
  };
}

function streamParts(context: JavaContext, stream: Named<Stream>): Contribution {
  const id: ConnectorId = stream.type === "mongodb_sink" ? "mongodb" : stream.type;
  const connector = connectorDependency(context, id, stream, "streams");
  if (connector === null) return { classes: [], dependencies: [] };
  const classes = classesOf(context, stream).map((made) => sharedByRegions(stream, made));
  if (stream.type === "mongodb_sink") return { classes, dependencies: [connector] };
  const topic = stream.type === "kinesis" ? stream.stream : stream.topic;
  const format = formatClass(context, "streams", stream, topic);
  return {
    classes: [...classes, ...format.classes],
    dependencies: [connector, ...format.dependencies],
  };
}

/** Tells in the list of classes that regions share what `stream` is bound to. */
function sharedByRegions({ global }: Named<Stream>, made: JavaClass): JavaClass {
  const { lists } = made;
  if (global !== true || lists === null) return made;
  return { ...made, lists: { ...lists, summary: `${lists.summary}, one for all regions` } };
}

function classesOf(context: JavaContext, stream: Named<Stream>): readonly JavaClass[] {
  const roles = rolesOf(stream);
  const { isRead, isWritten } = roles;
  checkRoles(context, stream, roles);
  switch (stream.type) {
    case "kafka":
      checkFreeProperties(context, stream.properties, [
        ...(isRead ? (["consumer"] as const) : []),
        ...(isWritten ? (["producer"] as const) : []),
      ]);
      return kafkaClasses(context, stream);
    case "mongodb_sink":
      return [mongodbSink(context, stream)];
    case "kinesis":
      return [
        ...(isRead ? [kinesisSource(context, stream)] : []),
        ...(isWritten ? [kinesisSink(context, stream)] : []),
      ];
    case "pulsar":
      return [
        ...(isRead ? [pulsarSource(context, stream)] : []),
        ...(isWritten ? [pulsarSink(context, stream)] : []),
      ];
  }
}

function kafkaClasses(context: JavaContext, stream: Named<KafkaStream>): readonly JavaClass[] {
  const { isRead, isWritten } = rolesOf(stream);
  const deadLetters = isRead ? ownDeadLetters(context, stream) : null;
  return [
    ...(isRead ? [kafkaSource(context, stream, deadLetters)] : []),
    ...(isWritten
      ? [kafkaSink(context, "streams", stream, confirming(context, stream, stream.topic))]
      : []),
    ...(deadLetters === null ? [] : [deadLetters]),
  ];
}
