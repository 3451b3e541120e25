// The classes that make source and sink of a Pulsar topic.
import type { PulsarStream } from "../../../src/model/bindings.js";
import type { Named } from "../../../src/model/infra-model.js";
import { confirming } from "../confirming.js";
import { claimClassName, packageOf, type JavaContext } from "../context.js";
import { decodingErrors } from "../decoding-errors.js";
import type { JavaClass } from "../java-class.js";
import { optionRows } from "../option-rows.js";
import { javaText } from "../runtime-values.js";
import { authenticationOf } from "./authentication.js";
import {
  checkSink,
  checkSource,
  clientOptions,
  freePulsarRows,
  sinkOptions,
  sourceOptions,
} from "./settings.js";

const connector = "org.apache.flink.connector.pulsar";

export function pulsarSource(context: JavaContext, stream: Named<PulsarStream>): JavaClass {
  checkSource(context, stream);
  const errors = decodingErrors(context, stream, {
    tolerant: ["TolerantDeserializer"],
    raw: "RawValueDeserializer",
  });
  const url = javaText(context, stream, "serviceUrl");
  const auth = authenticationOf(context, stream);
  const client = clientOptions(stream);
  const options = sourceOptions(stream);
  const subscription = stream.consumer?.subscriptionName ?? null;
  return {
    packageName: packageOf(context, "streams"),
    name: claimClassName(context, "streams", stream, "Source"),
    template: "pulsar-source",
    imports: [
      "org.apache.flink.api.common.serialization.DeserializationSchema",
      "org.apache.flink.configuration.Configuration",
      `${connector}.source.PulsarSource`,
      ...(options.length === 0 ? [] : [`${connector}.source.PulsarSourceOptions`]),
      ...(client.length === 0 ? [] : [`${connector}.common.config.PulsarOptions`]),
      ...url.imports,
      ...auth.imports,
      ...errors.imports,
    ],
    view: {
      ...streamView(context, stream),
      serviceUrl: url.expression,
      ...auth.view,
      ...errors.view,
      ownSubscription: subscription !== null,
      subscription: subscription ?? "",
      settings: optionRows(context, freePulsarRows(context, stream, "source")),
      options: optionRows(context, [...client, ...options]),
    },
    lists: {
      section: "streams",
      binding: stream.name,
      summary: `reads the Pulsar topic ${stream.topic}`,
    },
  };
}

export function pulsarSink(context: JavaContext, stream: Named<PulsarStream>): JavaClass {
  checkSink(context, stream);
  const url = javaText(context, stream, "serviceUrl");
  const auth = authenticationOf(context, stream);
  const client = clientOptions(stream);
  const options = sinkOptions(context, stream);
  const confirmed = confirming(context, stream, stream.topic);
  const usesCompression = options.some(({ value }) =>
    JSON.stringify(value).includes("CompressionType"),
  );
  return {
    packageName: packageOf(context, "streams"),
    name: claimClassName(context, "streams", stream, "Sink"),
    template: "pulsar-sink",
    imports: [
      "org.apache.flink.api.common.serialization.SerializationSchema",
      "org.apache.flink.configuration.Configuration",
      "org.apache.flink.connector.base.DeliveryGuarantee",
      `${connector}.sink.PulsarSink`,
      ...(options.length === 0 ? [] : [`${connector}.sink.PulsarSinkOptions`]),
      ...(usesCompression ? ["org.apache.pulsar.client.api.CompressionType"] : []),
      ...(client.length === 0 ? [] : [`${connector}.common.config.PulsarOptions`]),
      ...url.imports,
      ...auth.imports,
      ...confirmed.imports,
    ],
    view: {
      ...streamView(context, stream),
      serviceUrl: url.expression,
      ...auth.view,
      settings: optionRows(context, freePulsarRows(context, stream, "sink")),
      options: optionRows(context, [...client, ...options]),
      ...confirmed.view,
    },
    lists: {
      section: "streams",
      binding: stream.name,
      summary: `writes to the Pulsar topic ${stream.topic}`,
    },
  };
}

function streamView({ model }: JavaContext, { name, topic }: Named<PulsarStream>) {
  return {
    stream: name,
    path: `streams.${name}`,
    environment: model.environment,
    place: topic,
  };
}
