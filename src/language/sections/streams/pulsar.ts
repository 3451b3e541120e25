// Properties of a stream of type pulsar.
import { from } from "../../build-property.js";
import type { Properties, TextType } from "../../property.js";
import { clientProperties } from "../kafka-client.js";

const spec = from("§4.1");
const sb = from("SB");

const topicPath = {
  format: "location",
  schemes: ["persistent", "non-persistent"],
  pattern: "^(non-)?persistent://[^/]+/[^/]+/[^/]+$",
  form: "a topic as persistent://tenant/namespace/topic",
} satisfies Omit<TextType, "kind">;

export const pulsarStream: Properties = {
  topic: spec.text("Full path of the topic.", { ...topicPath, required: true }),
  service_url: spec.url("Address of the brokers.", ["pulsar", "pulsar+ssl", "http", "https"], {
    required: true,
    sensitive: "connection",
  }),
  admin_url: sb.url("Address of the admin interface.", ["http", "https"], {
    sensitive: "connection",
  }),
  partitions: sb.integer("Number of partitions when the topic is created.", { minimum: 1 }),
  retention_time: sb.duration("How long acknowledged messages are kept."),
  retention_size: sb.size("Volume of acknowledged messages that is kept."),
  compaction: sb.boolean("Whether the topic keeps only the last message of each key."),
  consumer: sb.map("Settings for reading the topic.", {
    subscription_name: sb.text("Name of the subscription."),
    subscription_type: sb.choice(
      "How messages are shared among the consumers of a subscription.",
      ["Exclusive", "Shared", "Key_Shared", "Failover"],
      { default: "Shared" },
    ),
    receiver_queue_size: sb.integer("Number of messages the client fetches ahead.", {
      minimum: 0,
    }),
    acknowledgment_timeout: sb.duration(
      "Time without acknowledgement after which a message is delivered again.",
    ),
    negative_ack_redelivery_delay: sb.duration(
      "Wait before a rejected message is delivered again.",
    ),
    dead_letter_policy: sb.map("When the broker sets a message aside.", {
      max_redeliver_count: sb.integer("Deliveries before a message is set aside.", { minimum: 0 }),
      dead_letter_topic: sb.text("Topic that receives the messages set aside.", topicPath),
    }),
  }),
  producer: sb.map("Settings for writing to the topic.", {
    batching_enabled: sb.boolean("Whether messages are sent in batches."),
    batching_max_messages: sb.integer("Most messages in one batch.", { minimum: 1 }),
    batching_max_publish_delay: sb.duration("Time to wait for a batch to fill."),
    compression: sb.choice(
      "Codec that messages are compressed with.",
      ["NONE", "LZ4", "ZLIB", "ZSTD", "SNAPPY"],
      { default: "NONE" },
    ),
    send_timeout: sb.duration("Time after which an unconfirmed send has failed."),
  }),
  auth: sb.map("How the client proves who it is.", {
    type: sb.choice("Authentication method; tls and oauth2 take their settings from properties.", [
      "token",
      "tls",
      "oauth2",
    ]),
    token: sb.text("Bearer token; needed with token.", { sensitive: "credential" }),
  }),
  tls: sb.map("Transport security.", {
    enabled: sb.boolean("Whether connections use TLS."),
    trust_cert_path: sb.text("File with the certificates of trusted authorities."),
    allow_insecure: sb.boolean("Whether a certificate that fails verification is accepted."),
  }),
  properties: clientProperties("§4.1"),
};
