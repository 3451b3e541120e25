// Properties of a stream of type kafka.
import { from } from "../../build-property.js";
import type { Properties } from "../../property.js";
import {
  clientProperties,
  deliveryProperties,
  producerCompression,
  producerTuning,
  reliabilityProperties,
  topicConfiguration,
  topicLocation,
  topicSize,
} from "../kafka-client.js";

const sb = from("SB");

export const kafkaStream: Properties = {
  ...topicLocation("§4.1"),
  ...topicSize("SB"),
  ...topicConfiguration,
  consumer: sb.map("Settings for reading the topic.", {
    group_id: sb.text("Consumer group; named after the process when unset."),
    auto_offset_reset: sb.choice(
      "Where reading starts when the group has no committed offset.",
      ["earliest", "latest", "none"],
      { default: "earliest" },
    ),
    max_poll_records: sb.integer(
      "Most records that one poll returns.",
      { minimum: 1 },
      { default: 500 },
    ),
    isolation_level: sb.choice(
      "Whether records of open or aborted transactions are read.",
      ["read_uncommitted", "read_committed"],
      { default: "read_uncommitted" },
    ),
    fetch_min_bytes: sb.integer("Smallest fetch reply the broker sends, in bytes.", {
      minimum: 0,
    }),
    fetch_max_wait: sb.duration("Longest time the broker waits to fill a fetch reply."),
  }),
  producer: sb.map("Settings for writing to the topic.", {
    ...reliabilityProperties("SB"),
    ...producerTuning,
    compression: producerCompression("SB", { default: "none" }),
    ...deliveryProperties,
  }),
  properties: clientProperties("§4.1"),
};
