// Property groups of Kafka that streams, completions and dead letters share: where a topic is, how it
// is created, who may use it, and what a producer promises. Holds no section.
import { from } from "../build-property.js";
import type { PropertyType, Properties, Property } from "../property.js";

const sb = from("SB");
const ours = from("addition");

const principal: PropertyType = {
  kind: "text",
  pattern: "^[A-Za-z][A-Za-z0-9]*:\\S.*$",
  form: "a Kafka principal such as User:name",
};

/** Codecs of a producer's `compression`, as the Kafka client spells them. */
const kafkaCodecs: readonly string[] = ["none", "gzip", "snappy", "lz4", "zstd"];

/** Acknowledgement levels of a producer's `acks`; `0` and `1` may be written as integers. */
const kafkaAcks: readonly string[] = ["0", "1", "all"];

/** The free map `properties`: settings of the client library, passed on as written. */
export function clientProperties(source: string): Property {
  return from(source).free(
    "Settings of the client library by their own names, passed on unchanged.",
    "client property",
    { kind: "text", anyScalar: true },
    { sensitive: "by-key" },
  );
}

/** Partitions, replicas and retention of a topic; `source` and the default retention differ per section. */
export function topicSize(source: string, retention: { default?: number } = {}): Properties {
  const row = from(source);
  return {
    partitions: row.integer("Number of partitions when the topic is created.", { minimum: 1 }),
    replication: row.integer("Number of replicas of each partition when the topic is created.", {
      minimum: 1,
    }),
    retention_ms: row.integer(
      "How long the topic keeps records, in milliseconds; -1 keeps them without limit.",
      { minimum: -1 },
      retention,
    ),
  };
}

/** Topic configuration beyond the vocabulary; each row names the Kafka option it sets. */
export const topicConfiguration: Properties = {
  min_insync_replicas: ours.integer(
    "Replicas that must confirm a write under acks all (min.insync.replicas).",
    { minimum: 1 },
  ),
  cleanup_policy: ours.choice(
    "Whether old records are deleted, compacted by key, or both (cleanup.policy).",
    ["delete", "compact", "compact_delete"],
  ),
  retention_bytes: ours.integer(
    "Size in bytes a partition may reach before old records go; -1 means no limit (retention.bytes).",
    { minimum: -1 },
  ),
  segment_ms: ours.integer("Age in milliseconds at which a log segment is closed (segment.ms).", {
    minimum: 1,
  }),
  segment_bytes: ours.integer("Size in bytes at which a log segment is closed (segment.bytes).", {
    minimum: 1,
  }),
  max_message_bytes: ours.integer(
    "Largest record batch in bytes that the topic accepts (max.message.bytes).",
    { minimum: 0 },
  ),
  min_compaction_lag: ours.duration(
    "Time a record stays before compaction may remove it (min.compaction.lag.ms).",
  ),
  max_compaction_lag: ours.duration(
    "Time after which a record must have become eligible for compaction (max.compaction.lag.ms).",
  ),
  delete_retention: ours.duration(
    "Time a delete marker stays visible in a compacted topic (delete.retention.ms).",
  ),
  min_cleanable_ratio: ours.number(
    "Share of uncompacted log, 0 to 1, that starts a compaction (min.cleanable.dirty.ratio).",
    { minimum: 0, maximum: 1 },
  ),
  topic_compression: ours.choice(
    "Codec the broker stores records with; producer keeps the writer's (compression.type).",
    ["producer", "uncompressed", "gzip", "snappy", "lz4", "zstd"],
  ),
  timestamp_type: ours.choice(
    "Whether a record carries its creation or its arrival time (message.timestamp.type).",
    ["create_time", "log_append_time"],
  ),
  unclean_leader_election: ours.boolean(
    "Whether a replica that lags may lead, at the price of records (unclean.leader.election.enable).",
  ),
  acl: ours.map("Principals that may use the topic.", {
    read: ours.list("Principals that may read the topic.", principal),
    write: ours.list("Principals that may write to the topic.", principal),
  }),
};

/** What a Flink Kafka sink promises; part of every Kafka `producer`. */
export const deliveryProperties: Properties = {
  delivery_guarantee: ours.choice("Delivery guarantee of the sink across failures.", [
    "none",
    "at_least_once",
    "exactly_once",
  ]),
  transactional_id_prefix: ours.text(
    "Start of the transactional ids under exactly_once; must be unique per job and sink.",
  ),
  transaction_timeout: ours.duration(
    "Time after which the broker aborts an open transaction; must outlast a checkpoint and a restart.",
  ),
};

/** What a producer does so that no write is lost or repeated; `source` differs per section. */
export function reliabilityProperties(source: string): Properties {
  const row = from(source);
  return {
    acks: row.choice(
      "Replicas that must acknowledge a write: none, the leader, or all.",
      kafkaAcks,
      {
        default: "all",
      },
    ),
    idempotence: row.boolean(
      "Whether retries write no duplicates; left unset, it is on only with acks all.",
      { default: true },
    ),
  };
}

/** Bootstrap servers and topic name, required wherever Kafka is the platform. */
export function topicLocation(source: string): Properties {
  const row = from(source);
  return {
    topic: row.text("Name of the Kafka topic.", { required: true }),
    brokers: row.endpoints("Bootstrap servers as host:port, separated by commas.", {
      required: true,
    }),
  };
}

/** The codec of a producer; streams default to none, completions leave it to the client. */
export function producerCompression(source: string, facts: { default?: string } = {}): Property {
  return from(source).choice("Codec that batches are compressed with.", kafkaCodecs, facts);
}

/** A producer's client buffers and retries, documented for streams only. */
export const producerTuning: Properties = {
  retries: sb.integer("How often a failed send is repeated.", { minimum: 0 }, { default: 3 }),
  batch_size: sb.integer("Largest batch per partition, in bytes.", { minimum: 0 }),
  linger_ms: sb.integer("Time to wait for a batch to fill, in milliseconds.", { minimum: 0 }),
  buffer_memory: sb.integer("Memory for records not yet sent, in bytes.", { minimum: 0 }),
};
