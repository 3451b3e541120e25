// The section `streams`: where events come from and go to. Types with many properties are in streams/.
import { from } from "../build-property.js";
import type { Properties, Section } from "../property.js";
import { mongodbLocation } from "./mongodb-location.js";
import { backoffForms } from "./retry.js";
import {
  schemaRegistryProperties,
  schemaRegistrySynonyms,
  serializationProperties,
} from "./serialization.js";
import { kafkaStream } from "./streams/kafka.js";
import { kinesisStream } from "./streams/kinesis.js";
import { pulsarStream } from "./streams/pulsar.js";

const sb = from("SB");
const xm = from("XM");
const spec = from("§4.6");

const errorHandling: Properties = {
  deserialization: sb.map("What happens to a record that cannot be decoded.", {
    action: sb.choice("Whether the record is dropped, stops the job, or goes to a dead letter.", [
      "skip",
      "fail",
      "dlq",
    ]),
    dlq_topic: sb.text(
      "Topic for such records under dlq; needed when no dead-letter binding applies.",
    ),
    log_level: sb.choice("Level at which the fault is logged.", ["debug", "info", "warn", "error"]),
    max_errors_per_minute: sb.integer("Faults per minute that are tolerated.", { minimum: 0 }),
  }),
  connectivity: sb.map("What happens when the connection is lost.", {
    retry_attempts: sb.integer("How often the client connects again.", { minimum: 0 }),
    retry_backoff: sb.choice("How the wait grows between attempts.", backoffForms),
    initial_backoff: sb.duration("Wait before the first new attempt."),
    max_backoff: sb.duration("Longest wait between attempts; at least initial_backoff."),
    fail_after: sb.duration("Total time after which the client gives up."),
  }),
};

const common: Properties = {
  direction: sb.choice("Role of the stream; inferred from the processes that use it when unset.", [
    "source",
    "sink",
    "bidirectional",
  ]),
  regional: xm.boolean("Whether the binding has an overlay per region.", { default: false }),
  global: xm.boolean("Whether one physical stream serves every region.", { default: false }),
  mirror: xm.map("Copy of the topic from another region; stands below a region.", {
    source: xm.text("Region the copy is taken from; needed when enabled."),
    enabled: xm.boolean("Whether the copy runs."),
  }),
  serialization: sb.map("How keys and values are encoded.", serializationProperties),
  schema_registry: sb.map("Connection to the schema registry.", schemaRegistryProperties),
  error_handling: sb.map("How faults of the stream are met.", errorHandling),
  completion: spec.map("Confirmation of each write, for sinks.", {
    enabled: spec.boolean("Whether writes are confirmed."),
    target: spec.text("Completion binding that is told; needed when enabled."),
    id_field: spec.text("Field of the written record that is reported as its id."),
    write_concern: spec.text("Acknowledgement level to wait for, such as majority or 1.", {
      anyScalar: true,
    }),
  }),
};

export const streams: Section = {
  kind: "named",
  summary: "Event sources and sinks, by the names processes use.",
  block: {
    noun: "stream",
    discriminator: "type",
    common,
    variants: {
      kafka: kafkaStream,
      kinesis: kinesisStream,
      pulsar: pulsarStream,
      mongodb_sink: mongodbLocation("§4.6"),
    },
    synonyms: schemaRegistrySynonyms,
    regionalSwitch: "regional",
  },
};
