// The classes that make source and sink of a Kinesis stream.
import { code } from "../../../src/encode/leaf.js";
import type { KinesisStream } from "../../../src/model/bindings.js";
import type { Named } from "../../../src/model/infra-model.js";
import { confirming } from "../confirming.js";
import { claimClassName, packageOf, type JavaContext } from "../context.js";
import { decodingErrors } from "../decoding-errors.js";
import type { JavaClass } from "../java-class.js";
import { javaLong, optionRows } from "../option-rows.js";
import { arnOf, checkSink, checkSource, clientSettings, sourceOptions } from "./settings.js";

const connector = "org.apache.flink.connector.kinesis";

export function kinesisSource(context: JavaContext, stream: Named<KinesisStream>): JavaClass {
  checkSource(context, stream);
  const errors = decodingErrors(context, stream, {
    tolerant: ["TolerantDeserializer"],
    raw: "RawValueDeserializer",
  });
  const arn = arnOf(context, stream);
  const client = clientSettings(context, stream, "source");
  const options = sourceOptions(stream);
  const connectivity = stream.errorHandling?.connectivity ?? null;
  const [minDelay, maxDelay, attempts] = [
    connectivity?.initialBackoffMs ?? null,
    connectivity?.maxBackoffMs ?? null,
    connectivity?.retryAttempts ?? null,
  ];
  return {
    packageName: packageOf(context, "streams"),
    name: claimClassName(context, "streams", stream, "Source"),
    template: "kinesis-source",
    imports: [
      "org.apache.flink.api.common.serialization.DeserializationSchema",
      "org.apache.flink.configuration.Configuration",
      `${connector}.source.KinesisStreamsSource`,
      ...(options.length === 0 ? [] : [`${connector}.source.config.KinesisSourceConfigOptions`]),
      ...(minDelay === null && maxDelay === null ? [] : ["java.time.Duration"]),
      ...arn.imports,
      ...client.imports,
      ...errors.imports,
    ],
    view: {
      ...streamView(context, stream),
      arn: arn.expression,
      ...errors.view,
      hasMinDelay: minDelay !== null,
      minDelay: javaLong(minDelay ?? 0),
      hasMaxDelay: maxDelay !== null,
      maxDelay: javaLong(maxDelay ?? 0),
      hasAttempts: attempts !== null,
      attempts: attempts ?? 0,
      settings: optionRows(context, client.rows),
      options: optionRows(context, options),
    },
    lists: {
      section: "streams",
      binding: stream.name,
      summary: `reads the Kinesis stream ${stream.stream}`,
    },
  };
}

export function kinesisSink(context: JavaContext, stream: Named<KinesisStream>): JavaClass {
  checkSink(context, stream);
  const arn = arnOf(context, stream);
  const client = clientSettings(context, stream, "sink");
  const confirmed = confirming(context, stream, stream.stream);
  const { producer } = stream;
  const keyField = producer?.partitionKeyField ?? null;
  const [batchSize, bufferTime] = [
    producer?.collectionMaxCount ?? null,
    producer?.recordMaxBufferedTimeMs ?? null,
  ];
  return {
    packageName: packageOf(context, "streams"),
    name: claimClassName(context, "streams", stream, "Sink"),
    template: "kinesis-sink",
    imports: [
      "java.util.Properties",
      "org.apache.flink.api.common.serialization.SerializationSchema",
      `${connector}.sink.KinesisStreamsSink`,
      `${connector}.sink.PartitionKeyGenerator`,
      ...(keyField === null ? [] : [context.support.use("RecordField")]),
      ...arn.imports,
      ...client.imports,
      ...confirmed.imports,
    ],
    view: {
      ...streamView(context, stream),
      arn: arn.expression,
      hasKeyField: keyField !== null,
      keyField: keyField ?? "",
      hasBatchSize: batchSize !== null,
      batchSize: batchSize ?? 0,
      hasBufferTime: bufferTime !== null,
      bufferTime: code(`${bufferTime ?? 0}L`),
      settings: optionRows(context, client.rows),
      ...confirmed.view,
    },
    lists: {
      section: "streams",
      binding: stream.name,
      summary: `writes to the Kinesis stream ${stream.stream}`,
    },
  };
}

function streamView({ model }: JavaContext, { name, stream }: Named<KinesisStream>) {
  return {
    stream: name,
    path: `streams.${name}`,
    environment: model.environment,
    place: stream,
  };
}
