// Written by `npm run coverage` from what was measured: do not edit. See ../coverage.ts.
import type { CoverageRows } from "../row.js";

export const deadLettersRows: CoverageRows = {
  "dead_letters.<kafka>.include_metadata": { java: { becomes: ["setRecordSerializer()"] } },
  "dead_letters.<s3>.include_metadata": { java: { becomes: ["forRowFormat()"] } },
  "dead_letters.<mongodb>.include_metadata": { java: { becomes: ["setSerializationSchema()"] } },
  "dead_letters.<kafka>.topic": {
    java: { becomes: ["TOPIC"] },
    "kafka-topics": { becomes: ["topics.sh", "topics.yaml.kafka.topics.name"] },
  },
  "dead_letters.<kafka>.brokers": {
    java: { becomes: ["setBootstrapServers()"] },
    "kafka-topics": {
      becomes: ["default.api.timeout.ms", "request.timeout.ms", "topics.sh", "topics.yaml.kafka"],
    },
  },
  "dead_letters.<kafka>.partitions": {
    "kafka-topics": { becomes: ["topics.sh", "topics.yaml.kafka.topics.partitions"] },
  },
  "dead_letters.<kafka>.replication": {
    "kafka-topics": { becomes: ["topics.sh", "topics.yaml.kafka.topics.replication"] },
  },
  "dead_letters.<kafka>.retention_ms": {
    "kafka-topics": { becomes: ["retention.ms", "topics.yaml.kafka.topics.configuration"] },
  },
  "dead_letters.<kafka>.min_insync_replicas": {
    "kafka-topics": { becomes: ["min.insync.replicas", "topics.yaml.kafka.topics.configuration"] },
  },
  "dead_letters.<kafka>.cleanup_policy": {
    "kafka-topics": { becomes: ["cleanup.policy", "topics.yaml.kafka.topics.configuration"] },
  },
  "dead_letters.<kafka>.retention_bytes": {
    "kafka-topics": { becomes: ["retention.bytes", "topics.yaml.kafka.topics.configuration"] },
  },
  "dead_letters.<kafka>.segment_ms": {
    "kafka-topics": { becomes: ["segment.ms", "topics.yaml.kafka.topics.configuration"] },
  },
  "dead_letters.<kafka>.segment_bytes": {
    "kafka-topics": { becomes: ["segment.bytes", "topics.yaml.kafka.topics.configuration"] },
  },
  "dead_letters.<kafka>.max_message_bytes": {
    "kafka-topics": { becomes: ["max.message.bytes", "topics.yaml.kafka.topics.configuration"] },
  },
  "dead_letters.<kafka>.min_compaction_lag": {
    "kafka-topics": {
      becomes: ["min.compaction.lag.ms", "topics.yaml.kafka.topics.configuration"],
    },
  },
  "dead_letters.<kafka>.max_compaction_lag": {
    "kafka-topics": {
      becomes: ["max.compaction.lag.ms", "topics.yaml.kafka.topics.configuration"],
    },
  },
  "dead_letters.<kafka>.delete_retention": {
    "kafka-topics": { becomes: ["delete.retention.ms", "topics.yaml.kafka.topics.configuration"] },
  },
  "dead_letters.<kafka>.min_cleanable_ratio": {
    "kafka-topics": {
      becomes: ["min.cleanable.dirty.ratio", "topics.yaml.kafka.topics.configuration"],
    },
  },
  "dead_letters.<kafka>.topic_compression": {
    "kafka-topics": { becomes: ["compression.type", "topics.yaml.kafka.topics.configuration"] },
  },
  "dead_letters.<kafka>.timestamp_type": {
    "kafka-topics": {
      becomes: ["message.timestamp.type", "topics.yaml.kafka.topics.configuration"],
    },
  },
  "dead_letters.<kafka>.unclean_leader_election": {
    "kafka-topics": {
      becomes: ["topics.yaml.kafka.topics.configuration", "unclean.leader.election.enable"],
    },
  },
  "dead_letters.<kafka>.acl.read": {
    "kafka-topics": { becomes: ["topics.sh", "topics.yaml.kafka.topics.rights"] },
  },
  "dead_letters.<kafka>.acl.write": {
    "kafka-topics": { becomes: ["topics.sh", "topics.yaml.kafka.topics.rights"] },
  },
  "dead_letters.<kafka>.properties": { java: { becomes: ["sample"] } },
  "dead_letters.<s3>.bucket": { java: { becomes: ["FOLDER"] } },
  "dead_letters.<s3>.prefix": { java: { becomes: ["FOLDER"] } },
  "dead_letters.<s3>.format": { java: { says: ["E784"] } },
  "dead_letters.<s3>.partition_by": { java: { becomes: ["withBucketAssigner()", "yyyy-MM-dd"] } },
  "dead_letters.<mongodb>.uri": { java: { becomes: ["setUri()"] } },
  "dead_letters.<mongodb>.database": { java: { becomes: ["setDatabase()"] } },
  "dead_letters.<mongodb>.collection": { java: { becomes: ["setCollection()"] } },
};
