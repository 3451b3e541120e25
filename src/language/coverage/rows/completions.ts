// Written by `npm run coverage` from what was measured: do not edit. See ../coverage.ts.
import type { CoverageRows } from "../row.js";

export const completionsRows: CoverageRows = {
  "completions.<kafka>.topic": {
    java: { becomes: ["<Name>Format.java", "TOPIC"] },
    "kafka-topics": { becomes: ["topics.sh", "topics.yaml.kafka.topics.name"] },
  },
  "completions.<kafka>.brokers": {
    java: { becomes: ["bootstrap.servers", "setBootstrapServers()"] },
    "kafka-topics": {
      becomes: [
        "default.api.timeout.ms",
        "request.timeout.ms",
        "retention.ms",
        "topics.sh",
        "topics.yaml.kafka",
      ],
    },
  },
  "completions.<kafka>.partitions": {
    "kafka-topics": { becomes: ["topics.sh", "topics.yaml.kafka.topics.partitions"] },
  },
  "completions.<kafka>.replication": {
    "kafka-topics": { becomes: ["topics.sh", "topics.yaml.kafka.topics.replication"] },
  },
  "completions.<kafka>.retention_ms": {
    "kafka-topics": {
      becomes: ["retention.ms", "topics.yaml.kafka.topics.configuration[retention.ms]"],
    },
  },
  "completions.<kafka>.min_insync_replicas": {
    "kafka-topics": {
      becomes: [
        "min.insync.replicas",
        "topics.yaml.kafka.topics.configuration[min.insync.replicas]",
      ],
    },
  },
  "completions.<kafka>.cleanup_policy": {
    "kafka-topics": {
      becomes: ["cleanup.policy", "topics.yaml.kafka.topics.configuration[cleanup.policy]"],
    },
  },
  "completions.<kafka>.retention_bytes": {
    "kafka-topics": {
      becomes: ["retention.bytes", "topics.yaml.kafka.topics.configuration[retention.bytes]"],
    },
  },
  "completions.<kafka>.segment_ms": {
    "kafka-topics": {
      becomes: ["retention.ms", "segment.ms", "topics.yaml.kafka.topics.configuration[segment.ms]"],
    },
  },
  "completions.<kafka>.segment_bytes": {
    "kafka-topics": {
      becomes: [
        "retention.ms",
        "segment.bytes",
        "topics.yaml.kafka.topics.configuration[segment.bytes]",
      ],
    },
  },
  "completions.<kafka>.max_message_bytes": {
    "kafka-topics": {
      becomes: ["max.message.bytes", "topics.yaml.kafka.topics.configuration[max.message.bytes]"],
    },
  },
  "completions.<kafka>.min_compaction_lag": {
    "kafka-topics": {
      becomes: [
        "min.compaction.lag.ms",
        "topics.yaml.kafka.topics.configuration[min.compaction.lag.ms]",
      ],
    },
  },
  "completions.<kafka>.max_compaction_lag": {
    "kafka-topics": {
      becomes: [
        "max.compaction.lag.ms",
        "topics.yaml.kafka.topics.configuration[max.compaction.lag.ms]",
      ],
    },
  },
  "completions.<kafka>.delete_retention": {
    "kafka-topics": {
      becomes: [
        "delete.retention.ms",
        "topics.yaml.kafka.topics.configuration[delete.retention.ms]",
      ],
    },
  },
  "completions.<kafka>.min_cleanable_ratio": {
    "kafka-topics": {
      becomes: [
        "min.cleanable.dirty.ratio",
        "topics.yaml.kafka.topics.configuration[min.cleanable.dirty.ratio]",
      ],
    },
  },
  "completions.<kafka>.topic_compression": {
    "kafka-topics": {
      becomes: ["compression.type", "topics.yaml.kafka.topics.configuration[compression.type]"],
    },
  },
  "completions.<kafka>.timestamp_type": {
    "kafka-topics": {
      becomes: [
        "message.timestamp.type",
        "topics.yaml.kafka.topics.configuration[message.timestamp.type]",
      ],
    },
  },
  "completions.<kafka>.unclean_leader_election": {
    "kafka-topics": {
      becomes: [
        "retention.ms",
        "topics.yaml.kafka.topics.configuration[unclean.leader.election.enable]",
        "unclean.leader.election.enable",
      ],
    },
  },
  "completions.<kafka>.acl.read": {
    "kafka-topics": { becomes: ["topics.sh", "topics.yaml.kafka.topics.rights"] },
  },
  "completions.<kafka>.acl.write": {
    "kafka-topics": { becomes: ["topics.sh", "topics.yaml.kafka.topics.rights"] },
  },
  "completions.<kafka>.producer.key_field": { java: { becomes: ["of()"] } },
  "completions.<kafka>.producer.acks": { java: { becomes: ["acks", "enable.idempotence"] } },
  "completions.<kafka>.producer.idempotence": { java: { becomes: ["enable.idempotence"] } },
  "completions.<kafka>.producer.compression": { java: { becomes: ["compression.type"] } },
  "completions.<kafka>.producer.delivery_guarantee": {
    java: { becomes: ["setDeliveryGuarantee()"] },
  },
  "completions.<kafka>.producer.transactional_id_prefix": {
    java: { becomes: ["production-in_json-"] },
  },
  "completions.<kafka>.producer.transaction_timeout": {
    java: { becomes: ["transaction.timeout.ms"] },
  },
  "completions.<kafka>.serialization.key_format": {
    java: { becomes: ["keyDeserializer()", "keySerializer()"] },
  },
  "completions.<kafka>.serialization.value_format": {
    java: {
      becomes: ["deserializer()", "forGeneric()", "forSpecific()", "registry()", "serializer()"],
    },
  },
  "completions.<kafka>.serialization.avro.subject_name_strategy": {
    java: { becomes: ["<Name>Format.java"] },
  },
  "completions.<kafka>.serialization.avro.auto_register": {
    java: { becomes: ["<Name>Format.java"] },
  },
  "completions.<kafka>.serialization.protobuf.message_class": { java: { says: ["W701"] } },
  "completions.<kafka>.serialization.protobuf.include_schema": { java: { says: ["W701"] } },
  "completions.<kafka>.schema_registry.url": { java: { becomes: ["<Name>Format.java"] } },
  "completions.<kafka>.schema_registry.basic_auth": { java: { becomes: ["variable()"] } },
  "completions.<kafka>.properties": { java: { becomes: ["sample"] } },
  "completions.<kafka>.callback.trigger": { java: { becomes: ["<Name>Callback.java"] } },
  "completions.<kafka>.callback.timeout": {
    java: { becomes: ["delivery.timeout.ms", "linger.ms", "max.block.ms", "request.timeout.ms"] },
  },
  "completions.<kafka>.callback.retry.attempts": { java: { becomes: ["<Name>Callback.java"] } },
  "completions.<kafka>.callback.retry.backoff": { java: { becomes: ["<Name>Callback.java"] } },
  "completions.<kafka>.callback.retry.initial_delay": {
    java: { becomes: ["<Name>Callback.java"] },
  },
  "completions.<kafka>.callback.retry.max_delay": { java: { becomes: ["<Name>Callback.java"] } },
  "completions.<kafka>.callback.include_sink_response": {
    java: { becomes: ["<Name>Callback.java"] },
  },
};
