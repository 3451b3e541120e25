// The properties of a binding that become configuration of its topic (org.apache.kafka.common.config.
// TopicConfig), with what brokers refuse or what would lose records. One row per property.
import type { KafkaCompletion, KafkaDeadLetter, KafkaStream } from "../../model/bindings.js";

/** What can state a topic. */
export type TopicBinding = KafkaStream | KafkaDeadLetter | KafkaCompletion;

/** A property that all topic bindings have and that becomes configuration. */
export type TopicProperty = keyof KafkaStream & keyof KafkaDeadLetter & keyof KafkaCompletion;

interface TopicOptionRow {
  readonly property: TopicProperty;
  /** Kafka's own name. */
  readonly key: string;
  /** In the language's words, where Kafka has others. */
  readonly words?: Readonly<Record<string, string>>;
  /** The smallest value that works; less is refused. */
  readonly least?: { readonly value: number; readonly problem: string };
  /** A value that brokers take and that loses everything. */
  readonly never?: { readonly value: number; readonly problem: string };
  /** Largest value of the option's type; absent: a long, which no number of the language exceeds. */
  readonly most?: number;
  /** Has an effect only with this part of `cleanup_policy`. */
  readonly of?: "delete" | "compact";
}

const largestInt = 2_147_483_647;

export const topicOptionRows: readonly TopicOptionRow[] = [
  {
    property: "cleanupPolicy",
    key: "cleanup.policy",
    words: { compact_delete: "compact,delete" },
  },
  { property: "topicCompression", key: "compression.type" },
  { property: "deleteRetentionMs", key: "delete.retention.ms", of: "compact" },
  {
    property: "maxCompactionLagMs",
    key: "max.compaction.lag.ms",
    of: "compact",
    least: { value: 1, problem: "brokers refuse less than 1 millisecond" },
  },
  {
    property: "maxMessageBytes",
    key: "max.message.bytes",
    most: largestInt,
    never: { value: 0, problem: "no record would fit" },
  },
  {
    property: "timestampType",
    key: "message.timestamp.type",
    words: { create_time: "CreateTime", log_append_time: "LogAppendTime" },
  },
  { property: "minCleanableRatio", key: "min.cleanable.dirty.ratio", of: "compact" },
  { property: "minCompactionLagMs", key: "min.compaction.lag.ms", of: "compact" },
  { property: "minInsyncReplicas", key: "min.insync.replicas", most: largestInt },
  {
    property: "retentionBytes",
    key: "retention.bytes",
    of: "delete",
    never: { value: 0, problem: "brokers would delete every record" },
  },
  {
    property: "retentionMs",
    key: "retention.ms",
    of: "delete",
    never: { value: 0, problem: "brokers would delete every record" },
  },
  {
    property: "segmentBytes",
    key: "segment.bytes",
    most: largestInt,
    least: { value: 1_048_576, problem: "Kafka 4 refuses less than 1048576 bytes" },
  },
  { property: "segmentMs", key: "segment.ms" },
  { property: "uncleanLeaderElection", key: "unclean.leader.election.enable" },
];

/** Largest numbers that a broker takes: the size of one request, and a 16-bit count. */
export const mostPartitions = 10_000;
export const mostReplicas = 32_767;
