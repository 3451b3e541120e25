// The section `completions`: where confirmed writes are announced.
import { from } from "../build-property.js";
import type { Properties, Section } from "../property.js";
import {
  clientProperties,
  deliveryProperties,
  producerCompression,
  reliabilityProperties,
  topicConfiguration,
  topicLocation,
  topicSize,
} from "./kafka-client.js";
import { retryProperties } from "./retry.js";
import {
  schemaRegistryProperties,
  schemaRegistrySynonyms,
  serializationProperties,
} from "./serialization.js";

const spec = from("§4.6");
const dayInMilliseconds = 86_400_000;

const kafkaCompletion: Properties = {
  ...topicLocation("§4.6"),
  ...topicSize("§4.6", { default: dayInMilliseconds }),
  ...topicConfiguration,
  producer: spec.map("Settings for writing the events.", {
    key_field: spec.text(
      "Field used as record key, usually correlation_id. Needed, unless process files are read: then the correlation of the process is its default.",
    ),
    ...reliabilityProperties("§4.6"),
    compression: producerCompression("§4.6"),
    ...deliveryProperties,
  }),
  serialization: spec.map("How keys and values are encoded.", serializationProperties),
  schema_registry: spec.map("Connection to the schema registry.", schemaRegistryProperties),
  // A broker that asks for a login could not be reached without it.
  properties: clientProperties("addition"),
  callback: spec.map("When and how a sink announces a completed write.", {
    trigger: spec.choice(
      "Moment at which the event is emitted.",
      ["after_commit", "after_flush", "after_ack"],
      { default: "after_commit" },
    ),
    timeout: spec.duration("Wait for the sink before a failure is announced."),
    retry: spec.map("Retries of the announcement itself.", retryProperties("§4.6")),
    include_sink_response: spec.boolean("Whether the event carries the answer of the sink."),
  }),
};

export const completions: Section = {
  kind: "named",
  summary: "Topics on which completed writes are announced.",
  block: {
    noun: "completion",
    discriminator: "type",
    common: {},
    variants: { kafka: kafkaCompletion },
    synonyms: schemaRegistrySynonyms,
    regionalSwitch: null,
  },
};
