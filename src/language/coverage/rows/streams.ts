// Written by `npm run coverage` from what was measured: do not edit. See ../coverage.ts.
import type { CoverageRows } from "../row.js";

export const streamsRows: CoverageRows = {
  "streams.<kafka>.direction": { java: { becomes: ["<Name>Sink.java", "<Name>Source.java"] } },
  "streams.<kinesis>.direction": { java: { becomes: ["<Name>Sink.java", "<Name>Source.java"] } },
  "streams.<pulsar>.direction": { java: { becomes: ["<Name>Sink.java", "<Name>Source.java"] } },
  "streams.<mongodb_sink>.direction": { model: { says: ["E753"] } },
  "streams.regional": { model: { says: ["E702", "E718"] } },
  "streams.<kafka>.global": { java: { becomes: ["Bindings.java"] } },
  "streams.<kinesis>.global": { model: { says: ["E703"] }, java: { becomes: ["Bindings.java"] } },
  "streams.<pulsar>.global": { model: { says: ["E703"] }, java: { becomes: ["Bindings.java"] } },
  "streams.<mongodb_sink>.global": {
    model: { says: ["E703"] },
    java: { becomes: ["Bindings.java"] },
  },
  "streams.mirror.source": { model: { says: ["E761"] } },
  "streams.<kafka>.mirror.enabled": {
    java: { says: ["W701"] },
    "kafka-topics": { says: ["W755"] },
  },
  "streams.<kinesis>.mirror.enabled": { java: { says: ["W701"] } },
  "streams.<pulsar>.mirror.enabled": { java: { says: ["W701"] } },
  "streams.<mongodb_sink>.mirror.enabled": { java: { says: ["W701"] } },
  "streams.<kafka>.serialization.key_format": {
    java: { becomes: ["keyDeserializer()", "keySerializer()"] },
  },
  "streams.<kinesis>.serialization.key_format": { java: { becomes: ["<Name>Format.java"] } },
  "streams.<pulsar>.serialization.key_format": { java: { becomes: ["<Name>Format.java"] } },
  "streams.<mongodb_sink>.serialization.key_format": { model: { says: ["W701"] } },
  "streams.<kafka>.serialization.value_format": {
    java: { becomes: ["deserializer()", "forGeneric()", "forSpecific()", "serializer()"] },
  },
  "streams.<kinesis>.serialization.value_format": { java: { becomes: ["<Name>Format.java"] } },
  "streams.<pulsar>.serialization.value_format": { java: { becomes: ["<Name>Format.java"] } },
  "streams.<mongodb_sink>.serialization.value_format": { model: { says: ["W701"] } },
  "streams.<kafka>.serialization.avro.subject_name_strategy": {
    java: { becomes: ["<Name>Format.java"] },
  },
  "streams.<kinesis>.serialization.avro.subject_name_strategy": {
    java: { becomes: ["<Name>Format.java"] },
  },
  "streams.<pulsar>.serialization.avro.subject_name_strategy": {
    java: { becomes: ["<Name>Format.java"] },
  },
  "streams.<mongodb_sink>.serialization.avro.subject_name_strategy": { model: { says: ["W701"] } },
  "streams.<kafka>.serialization.avro.auto_register": { java: { becomes: ["<Name>Format.java"] } },
  "streams.<kinesis>.serialization.avro.auto_register": {
    java: { becomes: ["<Name>Format.java"] },
  },
  "streams.<pulsar>.serialization.avro.auto_register": { java: { becomes: ["<Name>Format.java"] } },
  "streams.<mongodb_sink>.serialization.avro.auto_register": { model: { says: ["W701"] } },
  "streams.<kafka>.serialization.protobuf.message_class": {
    java: { becomes: ["<Name>Format.java"] },
  },
  "streams.<kinesis>.serialization.protobuf.message_class": { java: { says: ["W701"] } },
  "streams.<pulsar>.serialization.protobuf.message_class": { java: { says: ["W701"] } },
  "streams.<mongodb_sink>.serialization.protobuf.message_class": { model: { says: ["W701"] } },
  "streams.<kafka>.serialization.protobuf.include_schema": { java: { says: ["W701"] } },
  "streams.<kinesis>.serialization.protobuf.include_schema": { java: { says: ["W701"] } },
  "streams.<pulsar>.serialization.protobuf.include_schema": { java: { says: ["W701"] } },
  "streams.<mongodb_sink>.serialization.protobuf.include_schema": { model: { says: ["W701"] } },
  "streams.<kafka>.schema_registry.url": { java: { becomes: ["<Name>Format.java"] } },
  "streams.<kinesis>.schema_registry.url": { java: { becomes: ["<Name>Format.java"] } },
  "streams.<pulsar>.schema_registry.url": { java: { becomes: ["<Name>Format.java"] } },
  "streams.<mongodb_sink>.schema_registry.url": { model: { says: ["W701"] } },
  "streams.<kafka>.schema_registry.basic_auth": { java: { becomes: ["variable()"] } },
  "streams.<kinesis>.schema_registry.basic_auth": { java: { becomes: ["variable()"] } },
  "streams.<pulsar>.schema_registry.basic_auth": { java: { becomes: ["variable()"] } },
  "streams.<mongodb_sink>.schema_registry.basic_auth": {
    model: { says: ["W701"] },
    java: { becomes: ["README.md"] },
  },
  "streams.<kafka>.error_handling.deserialization.action": {
    java: {
      becomes: [
        "assignTimestampsAndWatermarks()",
        "create()",
        "fromSource()",
        "getSideOutput()",
        "name()",
        "noWatermarks()",
        "of()",
        "process()",
        "raw()",
        "read()",
        "returns()",
        "sinkTo()",
        "source()",
        "uid()",
        "valueOnly()",
      ],
    },
  },
  "streams.<kinesis>.error_handling.deserialization.action": {
    java: { becomes: ["errors()", "source()"] },
  },
  "streams.<pulsar>.error_handling.deserialization.action": {
    java: { becomes: ["errors()", "source()"] },
  },
  "streams.<mongodb_sink>.error_handling.deserialization.action": {
    "model java": { says: ["W701"] },
  },
  "streams.<kafka>.error_handling.deserialization.dlq_topic": {
    java: { becomes: ["<Name>DeadLettersSink.java", "create()"] },
  },
  "streams.<kinesis>.error_handling.deserialization.dlq_topic": { java: { says: ["W701"] } },
  "streams.<pulsar>.error_handling.deserialization.dlq_topic": { java: { says: ["W701"] } },
  "streams.<mongodb_sink>.error_handling.deserialization.dlq_topic": {
    "model java": { says: ["W701"] },
  },
  "streams.<kafka>.error_handling.deserialization.log_level": {
    java: { becomes: ["<Name>Source.java"] },
  },
  "streams.<kinesis>.error_handling.deserialization.log_level": {
    java: { becomes: ["<Name>Source.java"] },
  },
  "streams.<pulsar>.error_handling.deserialization.log_level": {
    java: { becomes: ["<Name>Source.java"] },
  },
  "streams.<mongodb_sink>.error_handling.deserialization.log_level": {
    "model java": { says: ["W701"] },
  },
  "streams.<kafka>.error_handling.deserialization.max_errors_per_minute": {
    java: { becomes: ["<Name>Source.java"] },
  },
  "streams.<kinesis>.error_handling.deserialization.max_errors_per_minute": {
    java: { becomes: ["<Name>Source.java"] },
  },
  "streams.<pulsar>.error_handling.deserialization.max_errors_per_minute": {
    java: { becomes: ["<Name>Source.java"] },
  },
  "streams.<mongodb_sink>.error_handling.deserialization.max_errors_per_minute": {
    "model java": { says: ["W701"] },
  },
  "streams.<kafka>.error_handling.connectivity.retry_attempts": { java: { becomes: ["retries"] } },
  "streams.<kinesis>.error_handling.connectivity.retry_attempts": {
    java: { becomes: ["setRetryStrategyMaxAttempts()"] },
  },
  "streams.<pulsar>.error_handling.connectivity.retry_attempts": { java: { says: ["W701"] } },
  "streams.<mongodb_sink>.error_handling.connectivity.retry_attempts": {
    model: { says: ["W701"] },
  },
  "streams.<kafka>.error_handling.connectivity.retry_backoff": { java: { says: ["W701"] } },
  "streams.<kinesis>.error_handling.connectivity.retry_backoff": { java: { says: ["W701"] } },
  "streams.<pulsar>.error_handling.connectivity.retry_backoff": { java: { says: ["W701"] } },
  "streams.<mongodb_sink>.error_handling.connectivity.retry_backoff": { model: { says: ["W701"] } },
  "streams.<kafka>.error_handling.connectivity.initial_backoff": {
    java: { becomes: ["reconnect.backoff.ms", "retry.backoff.ms"] },
  },
  "streams.<kinesis>.error_handling.connectivity.initial_backoff": {
    java: { becomes: ["setRetryStrategyMinDelay()"] },
  },
  "streams.<pulsar>.error_handling.connectivity.initial_backoff": { java: { says: ["W701"] } },
  "streams.<mongodb_sink>.error_handling.connectivity.initial_backoff": {
    model: { says: ["W701"] },
  },
  "streams.<kafka>.error_handling.connectivity.max_backoff": {
    java: { becomes: ["reconnect.backoff.max.ms"] },
  },
  "streams.<kinesis>.error_handling.connectivity.max_backoff": {
    java: { becomes: ["setRetryStrategyMaxDelay()"] },
  },
  "streams.<pulsar>.error_handling.connectivity.max_backoff": { java: { says: ["W701"] } },
  "streams.<mongodb_sink>.error_handling.connectivity.max_backoff": { model: { says: ["W701"] } },
  "streams.<kafka>.error_handling.connectivity.fail_after": {
    java: { becomes: ["default.api.timeout.ms"] },
  },
  "streams.<kinesis>.error_handling.connectivity.fail_after": { java: { says: ["W701"] } },
  "streams.<pulsar>.error_handling.connectivity.fail_after": { java: { says: ["W701"] } },
  "streams.<mongodb_sink>.error_handling.connectivity.fail_after": { model: { says: ["W701"] } },
  "streams.<kafka>.completion.enabled": {
    model: { says: ["E752"] },
    java: { becomes: ["around()", "confirming()"] },
  },
  "streams.<kinesis>.completion.enabled": {
    model: { says: ["E752"] },
    java: { becomes: ["DoneCallback.java", "around()", "confirming()"] },
  },
  "streams.<pulsar>.completion.enabled": {
    model: { says: ["E752"] },
    java: { becomes: ["DoneCallback.java", "around()", "confirming()"] },
  },
  "streams.<mongodb_sink>.completion.enabled": {
    model: { says: ["E752"] },
    java: { becomes: ["DoneCallback.java", "confirming()", "shop.orders"] },
  },
  "streams.<kafka>.completion.target": {
    model: { says: ["E752", "E760"] },
    java: { becomes: ["DoneCallback.java", "DoneTooCallback.java", "around()"] },
  },
  "streams.<kinesis>.completion.target": {
    model: { says: ["E760"] },
    java: { becomes: ["DoneCallback.java", "DoneTooCallback.java", "around()"] },
  },
  "streams.<pulsar>.completion.target": {
    model: { says: ["E760"] },
    java: { becomes: ["DoneCallback.java", "DoneTooCallback.java", "around()"] },
  },
  "streams.<mongodb_sink>.completion.target": {
    model: { says: ["E760"] },
    java: { becomes: ["DoneCallback.java", "DoneTooCallback.java", "shop.orders"] },
  },
  "streams.<kafka>.completion.id_field": { java: { becomes: ["around()"] } },
  "streams.<kinesis>.completion.id_field": { java: { becomes: ["around()"] } },
  "streams.<pulsar>.completion.id_field": { java: { becomes: ["around()"] } },
  "streams.<mongodb_sink>.completion.id_field": { java: { becomes: ["shop.orders"] } },
  "streams.<kafka>.completion.write_concern": { java: { becomes: ["around()"] } },
  "streams.<kinesis>.completion.write_concern": { java: { becomes: ["around()"] } },
  "streams.<pulsar>.completion.write_concern": { java: { becomes: ["around()"] } },
  "streams.<mongodb_sink>.completion.write_concern": {
    java: { becomes: ["setUri()", "shop.orders"] },
  },
  "streams.<kafka>.topic": {
    java: { becomes: ["TOPIC"] },
    "kafka-topics": { becomes: ["topics.sh", "topics.yaml.kafka.topics.name"] },
  },
  "streams.<pulsar>.topic": {
    java: { becomes: ["TOPIC"] },
    "kafka-topics": { becomes: ["topics.sh", "topics.yaml.pulsar.topics.name"] },
  },
  "streams.<kafka>.brokers": {
    java: { becomes: ["setBootstrapServers()"] },
    "kafka-topics": {
      becomes: ["default.api.timeout.ms", "request.timeout.ms", "topics.sh", "topics.yaml.kafka"],
    },
  },
  "streams.<kafka>.partitions": {
    "kafka-topics": { becomes: ["topics.sh", "topics.yaml.kafka.topics.partitions"] },
  },
  "streams.<pulsar>.partitions": {
    model: { says: ["W755"] },
    "kafka-topics": { becomes: ["topics.sh", "topics.yaml.pulsar.topics.partitions"] },
  },
  "streams.<kafka>.replication": {
    "kafka-topics": { becomes: ["topics.sh", "topics.yaml.kafka.topics.replication"] },
  },
  "streams.<kafka>.retention_ms": {
    model: { says: ["W755"] },
    "kafka-topics": { becomes: ["retention.ms", "topics.yaml.kafka.topics.configuration"] },
  },
  "streams.<kafka>.min_insync_replicas": {
    "kafka-topics": { becomes: ["min.insync.replicas", "topics.yaml.kafka.topics.configuration"] },
  },
  "streams.<kafka>.cleanup_policy": {
    "kafka-topics": { becomes: ["cleanup.policy", "topics.yaml.kafka.topics.configuration"] },
  },
  "streams.<kafka>.retention_bytes": {
    "kafka-topics": { becomes: ["retention.bytes", "topics.yaml.kafka.topics.configuration"] },
  },
  "streams.<kafka>.segment_ms": {
    "kafka-topics": { becomes: ["segment.ms", "topics.yaml.kafka.topics.configuration"] },
  },
  "streams.<kafka>.segment_bytes": {
    "kafka-topics": { becomes: ["segment.bytes", "topics.yaml.kafka.topics.configuration"] },
  },
  "streams.<kafka>.max_message_bytes": {
    "kafka-topics": { becomes: ["max.message.bytes", "topics.yaml.kafka.topics.configuration"] },
  },
  "streams.<kafka>.min_compaction_lag": {
    "kafka-topics": {
      becomes: ["min.compaction.lag.ms", "topics.yaml.kafka.topics.configuration"],
    },
  },
  "streams.<kafka>.max_compaction_lag": {
    "kafka-topics": {
      becomes: ["max.compaction.lag.ms", "topics.yaml.kafka.topics.configuration"],
    },
  },
  "streams.<kafka>.delete_retention": {
    "kafka-topics": { becomes: ["delete.retention.ms", "topics.yaml.kafka.topics.configuration"] },
  },
  "streams.<kafka>.min_cleanable_ratio": {
    "kafka-topics": {
      becomes: ["min.cleanable.dirty.ratio", "topics.yaml.kafka.topics.configuration"],
    },
  },
  "streams.<kafka>.topic_compression": {
    "kafka-topics": { becomes: ["compression.type", "topics.yaml.kafka.topics.configuration"] },
  },
  "streams.<kafka>.timestamp_type": {
    "kafka-topics": {
      becomes: ["message.timestamp.type", "topics.yaml.kafka.topics.configuration"],
    },
  },
  "streams.<kafka>.unclean_leader_election": {
    "kafka-topics": {
      becomes: ["topics.yaml.kafka.topics.configuration", "unclean.leader.election.enable"],
    },
  },
  "streams.<kafka>.acl.read": {
    "kafka-topics": { becomes: ["topics.sh", "topics.yaml.kafka.topics.rights"] },
  },
  "streams.<kafka>.acl.write": {
    "kafka-topics": { becomes: ["topics.sh", "topics.yaml.kafka.topics.rights"] },
  },
  "streams.<kafka>.consumer.group_id": { java: { becomes: ["<Name>Source.java"] } },
  "streams.<kafka>.consumer.auto_offset_reset": { java: { becomes: ["setStartingOffsets()"] } },
  "streams.<kafka>.consumer.max_poll_records": { java: { becomes: ["max.poll.records"] } },
  "streams.<kafka>.consumer.isolation_level": { java: { becomes: ["isolation.level"] } },
  "streams.<kafka>.consumer.fetch_min_bytes": { java: { becomes: ["fetch.min.bytes"] } },
  "streams.<kafka>.consumer.fetch_max_wait": { java: { becomes: ["fetch.max.wait.ms"] } },
  "streams.<kafka>.producer.acks": { java: { becomes: ["acks", "enable.idempotence"] } },
  "streams.<kafka>.producer.idempotence": { java: { becomes: ["<Name>Sink.java"] } },
  "streams.<kafka>.producer.retries": { java: { becomes: ["retries"] } },
  "streams.<kafka>.producer.batch_size": { java: { becomes: ["batch.size"] } },
  "streams.<kafka>.producer.linger_ms": { java: { becomes: ["linger.ms"] } },
  "streams.<kafka>.producer.buffer_memory": { java: { becomes: ["buffer.memory"] } },
  "streams.<kafka>.producer.compression": { java: { becomes: ["compression.type"] } },
  "streams.<pulsar>.producer.compression": {
    java: { becomes: ["PulsarSinkOptions.PULSAR_COMPRESSION_TYPE"] },
  },
  "streams.<kafka>.producer.delivery_guarantee": { java: { becomes: ["setDeliveryGuarantee()"] } },
  "streams.<kafka>.producer.transactional_id_prefix": { java: { becomes: ["<Name>Sink.java"] } },
  "streams.<kafka>.producer.transaction_timeout": { java: { becomes: ["transaction.timeout.ms"] } },
  "streams.<kafka>.properties": { java: { becomes: ["sample"] } },
  "streams.<kinesis>.properties": { java: { becomes: ["sample"] } },
  "streams.<pulsar>.properties": { java: { says: ["W701"] } },
  "streams.<kinesis>.stream": {
    java: { becomes: ["<Name>Source.java"] },
    "kafka-topics": { becomes: ["streams.sh", "topics.yaml.kinesis.streams.name"] },
  },
  "streams.<kinesis>.region": {
    java: { becomes: ["<Name>Source.java"] },
    "kafka-topics": { becomes: ["streams.sh", "topics.yaml.kinesis.region"] },
  },
  "streams.<kinesis>.account_id": {
    java: { becomes: ["<Name>Source.java"] },
    "kafka-topics": { becomes: ["streams.sh", "topics.yaml.kinesis.account_id"] },
  },
  "streams.<kinesis>.shard_count": {
    model: { says: ["W755"] },
    "kafka-topics": { becomes: ["streams.sh", "topics.yaml.kinesis.streams.shard_count"] },
  },
  "streams.<kinesis>.retention_hours": {
    "kafka-topics": { becomes: ["streams.sh", "topics.yaml.kinesis.streams.retention_hours"] },
  },
  "streams.<kinesis>.encryption": {
    "kafka-topics": { becomes: ["streams.sh", "topics.yaml.kinesis.streams.encryption"] },
  },
  "streams.<kinesis>.kms_key_id": {
    "kafka-topics": { becomes: ["streams.sh", "topics.yaml.kinesis.streams.kms_key_id"] },
  },
  "streams.<kinesis>.consumer.type": {
    java: {
      becomes: [
        "KinesisSourceConfigOptions.READER_TYPE",
        "KinesisSourceConfigOptions.STREAM_INITIAL_POSITION",
      ],
    },
  },
  "streams.<kinesis>.consumer.consumer_name": {
    java: {
      becomes: [
        "KinesisSourceConfigOptions.READER_TYPE",
        "KinesisSourceConfigOptions.STREAM_INITIAL_POSITION",
      ],
    },
  },
  "streams.<kinesis>.consumer.starting_position": {
    java: {
      becomes: [
        "KinesisSourceConfigOptions.READER_TYPE",
        "KinesisSourceConfigOptions.STREAM_INITIAL_POSITION",
      ],
    },
  },
  "streams.<kinesis>.consumer.starting_timestamp": {
    java: {
      becomes: [
        "KinesisSourceConfigOptions.READER_TYPE",
        "KinesisSourceConfigOptions.STREAM_INITIAL_POSITION",
      ],
    },
  },
  "streams.<kinesis>.producer.aggregation": { java: { says: ["W701"] } },
  "streams.<kinesis>.producer.max_connections": { java: { becomes: ["setProperty()"] } },
  "streams.<kinesis>.producer.record_max_buffered_time": {
    java: { becomes: ["setMaxTimeInBufferMS()"] },
  },
  "streams.<kinesis>.producer.collection_max_count": { java: { becomes: ["setMaxBatchSize()"] } },
  "streams.<kinesis>.producer.partition_key_field": { java: { becomes: ["create()", "getKey()"] } },
  "streams.<kinesis>.credentials.type": { java: { becomes: ["setString()"] } },
  "streams.<kinesis>.credentials.role_arn": { java: { becomes: ["setProperty()", "setString()"] } },
  "streams.<kinesis>.credentials.session_name": {
    java: { becomes: ["setProperty()", "setString()"] },
  },
  "streams.<kinesis>.credentials.profile": { java: { becomes: ["setString()"] } },
  "streams.<kinesis>.credentials.access_key_id": {
    model: { says: ["E752"] },
    java: { becomes: ["README.md"] },
  },
  "streams.<kinesis>.credentials.secret_access_key": {
    model: { says: ["E752"] },
    java: { becomes: ["README.md"] },
  },
  "streams.<pulsar>.service_url": {
    java: { becomes: ["setServiceUrl()"] },
    "kafka-topics": { becomes: ["topics.sh", "topics.yaml.pulsar.service_url"] },
  },
  "streams.<pulsar>.admin_url": { "kafka-topics": { becomes: ["topics.sh"] } },
  "streams.<pulsar>.retention_time": {
    "kafka-topics": { becomes: ["topics.sh", "topics.yaml.pulsar.topics.retention_minutes"] },
  },
  "streams.<pulsar>.retention_size": {
    "kafka-topics": { becomes: ["topics.sh", "topics.yaml.pulsar.topics.retention_megabytes"] },
  },
  "streams.<pulsar>.compaction": {
    "kafka-topics": { becomes: ["topics.sh", "topics.yaml.pulsar.topics.compaction"] },
  },
  "streams.<pulsar>.consumer.subscription_name": { java: { becomes: ["<Name>Source.java"] } },
  "streams.<pulsar>.consumer.subscription_type": { java: { says: ["W701"] } },
  "streams.<pulsar>.consumer.receiver_queue_size": {
    java: { becomes: ["PulsarSourceOptions.PULSAR_RECEIVER_QUEUE_SIZE"] },
  },
  "streams.<pulsar>.consumer.acknowledgment_timeout": {
    java: { becomes: ["PulsarSourceOptions.PULSAR_ACK_TIMEOUT_MILLIS"] },
  },
  "streams.<pulsar>.consumer.negative_ack_redelivery_delay": { java: { says: ["W701"] } },
  "streams.<pulsar>.consumer.dead_letter_policy.max_redeliver_count": { java: { says: ["W701"] } },
  "streams.<pulsar>.consumer.dead_letter_policy.dead_letter_topic": { java: { says: ["W701"] } },
  "streams.<pulsar>.producer.batching_enabled": {
    java: { becomes: ["PulsarSinkOptions.PULSAR_BATCHING_ENABLED"] },
  },
  "streams.<pulsar>.producer.batching_max_messages": {
    java: { becomes: ["PulsarSinkOptions.PULSAR_BATCHING_MAX_MESSAGES"] },
  },
  "streams.<pulsar>.producer.batching_max_publish_delay": {
    java: { becomes: ["PulsarSinkOptions.PULSAR_BATCHING_MAX_PUBLISH_DELAY_MICROS"] },
  },
  "streams.<pulsar>.producer.send_timeout": {
    java: { becomes: ["PulsarSinkOptions.PULSAR_SEND_TIMEOUT_MS"] },
  },
  "streams.<pulsar>.auth.type": {
    model: { says: ["E752"] },
    java: { becomes: ["org.apache.pulsar.client.impl.auth.AuthenticationToken"] },
  },
  "streams.<pulsar>.auth.token": {
    model: { says: ["E711"] },
    java: { becomes: ["org.apache.pulsar.client.impl.auth.AuthenticationToken"] },
  },
  "streams.<pulsar>.tls.enabled": {
    java: { becomes: ["PulsarOptions.PULSAR_TLS_HOSTNAME_VERIFICATION_ENABLE"] },
  },
  "streams.<pulsar>.tls.trust_cert_path": {
    java: { becomes: ["PulsarOptions.PULSAR_TLS_TRUST_CERTS_FILE_PATH"] },
  },
  "streams.<pulsar>.tls.allow_insecure": {
    java: {
      becomes: [
        "PulsarOptions.PULSAR_TLS_ALLOW_INSECURE_CONNECTION",
        "PulsarOptions.PULSAR_TLS_HOSTNAME_VERIFICATION_ENABLE",
      ],
    },
  },
  "streams.<mongodb_sink>.uri": { java: { becomes: ["setUri()"] } },
  "streams.<mongodb_sink>.database": {
    java: { becomes: ["around()", "setDatabase()", "shop.orders"] },
  },
  "streams.<mongodb_sink>.collection": {
    java: { becomes: ["setCollection()", "shop.<name>", "shop.orders"] },
  },
};
