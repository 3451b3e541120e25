// Generated from the property table by `npm run generate`: do not edit. A test holds it current.
// Units: names ending in Ms are milliseconds, in Bytes bytes, in Fraction shares of 1. Null: not set.
import type { InfraNode, RuntimeReference } from "../document/node.js";
import type { MemoryAmount } from "./units.js";

/** Text that may be known only to the running job. */
export type Text = string | RuntimeReference;

/** `StreamMirror` */
export interface StreamMirror {
  /** `source` (XM): Region the copy is taken from; needed when enabled. Accepts text. */
  readonly source: string | null;
  /** `enabled` (XM): Whether the copy runs. Accepts true or false. */
  readonly enabled: boolean | null;
}

/** `StreamSerializationAvro` */
export interface StreamSerializationAvro {
  /** `subject_name_strategy` (SB): Rule that names the subject of a schema in the registry. Accepts one of TopicNameStrategy, RecordNameStrategy, TopicRecordNameStrategy. */
  readonly subjectNameStrategy:
    "TopicNameStrategy" | "RecordNameStrategy" | "TopicRecordNameStrategy" | null;
  /** `auto_register` (SB): Whether a writer publishes a schema that the registry lacks. Accepts true or false. */
  readonly autoRegister: boolean | null;
}

/** `StreamSerializationProtobuf` */
export interface StreamSerializationProtobuf {
  /** `message_class` (SB): Full name of the generated Java message class. Accepts a Java class name. */
  readonly messageClass: string | null;
  /** `include_schema` (SB): Whether the schema travels with each message. Accepts true or false. */
  readonly includeSchema: boolean | null;
}

/** `StreamSerialization` */
export interface StreamSerialization {
  /** `key_format` (SB): Encoding of the record key. Accepts one of json, avro, protobuf, string, bytes. */
  readonly keyFormat: "json" | "avro" | "protobuf" | "string" | "bytes" | null;
  /** `value_format` (SB): Encoding of the record value. Accepts one of json, avro, protobuf, string, bytes. */
  readonly valueFormat: "json" | "avro" | "protobuf" | "string" | "bytes" | null;
  /** `avro` (SB): Settings that apply when a format is avro. Accepts a mapping. */
  readonly avro: StreamSerializationAvro | null;
  /** `protobuf` (SB): Settings that apply when a format is protobuf. Accepts a mapping. */
  readonly protobuf: StreamSerializationProtobuf | null;
}

/** `StreamSchemaRegistry` */
export interface StreamSchemaRegistry {
  /** `url` (SB): Address of the schema registry. Accepts a URI that starts with http:// or https://. */
  readonly url: Text | null;
  /** `basic_auth` (SB): Login to the schema registry, as user:password. Accepts text. */
  readonly basicAuth: Text | null;
}

/** `StreamErrorHandlingDeserialization` */
export interface StreamErrorHandlingDeserialization {
  /** `action` (SB): Whether the record is dropped, stops the job, or goes to a dead letter. Accepts one of skip, fail, dlq. */
  readonly action: "skip" | "fail" | "dlq" | null;
  /** `dlq_topic` (SB): Topic for such records under dlq; needed when no dead-letter binding applies. Accepts text. */
  readonly dlqTopic: string | null;
  /** `log_level` (SB): Level at which the fault is logged. Accepts one of debug, info, warn, error. */
  readonly logLevel: "debug" | "info" | "warn" | "error" | null;
  /** `max_errors_per_minute` (SB): Faults per minute that are tolerated. Accepts an integer of at least 0. */
  readonly maxErrorsPerMinute: number | null;
}

/** `StreamErrorHandlingConnectivity` */
export interface StreamErrorHandlingConnectivity {
  /** `retry_attempts` (SB): How often the client connects again. Accepts an integer of at least 0. */
  readonly retryAttempts: number | null;
  /** `retry_backoff` (SB): How the wait grows between attempts. Accepts one of constant, linear, exponential. */
  readonly retryBackoff: "constant" | "linear" | "exponential" | null;
  /** `initial_backoff` (SB): Wait before the first new attempt. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly initialBackoffMs: number | null;
  /** `max_backoff` (SB): Longest wait between attempts; at least initial_backoff. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly maxBackoffMs: number | null;
  /** `fail_after` (SB): Total time after which the client gives up. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly failAfterMs: number | null;
}

/** `StreamErrorHandling` */
export interface StreamErrorHandling {
  /** `deserialization` (SB): What happens to a record that cannot be decoded. Accepts a mapping. */
  readonly deserialization: StreamErrorHandlingDeserialization | null;
  /** `connectivity` (SB): What happens when the connection is lost. Accepts a mapping. */
  readonly connectivity: StreamErrorHandlingConnectivity | null;
}

/** `StreamCompletion` */
export interface StreamCompletion {
  /** `enabled` (§4.6): Whether writes are confirmed. Accepts true or false. */
  readonly enabled: boolean | null;
  /** `target` (§4.6): Completion binding that is told; needed when enabled. Accepts text. */
  readonly target: string | null;
  /** `id_field` (§4.6): Field of the written record that is reported as its id. Accepts text. */
  readonly idField: string | null;
  /** `write_concern` (§4.6): Acknowledgement level to wait for, such as majority or 1. Accepts text. */
  readonly writeConcern: string | null;
}

/** `KafkaStreamAcl` */
export interface KafkaStreamAcl {
  /** `read` (addition): Principals that may read the topic. Accepts a list, each item a Kafka principal such as User:name. */
  readonly read: readonly string[] | null;
  /** `write` (addition): Principals that may write to the topic. Accepts a list, each item a Kafka principal such as User:name. */
  readonly write: readonly string[] | null;
}

/** `KafkaStreamConsumer` */
export interface KafkaStreamConsumer {
  /** `group_id` (SB): Consumer group; named after the process when unset. Accepts text. */
  readonly groupId: string | null;
  /** `auto_offset_reset` (SB): Where reading starts when the group has no committed offset. Accepts one of earliest, latest, none. Default "earliest". */
  readonly autoOffsetReset: "earliest" | "latest" | "none";
  /** `max_poll_records` (SB): Most records that one poll returns. Accepts an integer of at least 1. Default 500. */
  readonly maxPollRecords: number;
  /** `isolation_level` (SB): Whether records of open or aborted transactions are read. Accepts one of read_uncommitted, read_committed. Default "read_uncommitted". */
  readonly isolationLevel: "read_uncommitted" | "read_committed";
  /** `fetch_min_bytes` (SB): Smallest fetch reply the broker sends, in bytes. Accepts an integer of at least 0. */
  readonly fetchMinBytes: number | null;
  /** `fetch_max_wait` (SB): Longest time the broker waits to fill a fetch reply. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly fetchMaxWaitMs: number | null;
}

/** `KafkaStreamProducer` */
export interface KafkaStreamProducer {
  /** `acks` (SB): Replicas that must acknowledge a write: none, the leader, or all. Accepts one of 0, 1, all. Default "all". */
  readonly acks: "0" | "1" | "all";
  /** `idempotence` (SB): Whether retries write no duplicates; left unset, it is on only with acks all. Accepts true or false. Default true. */
  readonly idempotence: boolean;
  /** `retries` (SB): How often a failed send is repeated. Accepts an integer of at least 0. Default 3. */
  readonly retries: number;
  /** `batch_size` (SB): Largest batch per partition, in bytes. Accepts an integer of at least 0. */
  readonly batchSize: number | null;
  /** `linger_ms` (SB): Time to wait for a batch to fill, in milliseconds. Accepts an integer of at least 0. */
  readonly lingerMs: number | null;
  /** `buffer_memory` (SB): Memory for records not yet sent, in bytes. Accepts an integer of at least 0. */
  readonly bufferMemory: number | null;
  /** `compression` (SB): Codec that batches are compressed with. Accepts one of none, gzip, snappy, lz4, zstd. Default "none". */
  readonly compression: "none" | "gzip" | "snappy" | "lz4" | "zstd";
  /** `delivery_guarantee` (addition): Delivery guarantee of the sink across failures. Accepts one of none, at_least_once, exactly_once. */
  readonly deliveryGuarantee: "none" | "at_least_once" | "exactly_once" | null;
  /** `transactional_id_prefix` (addition): Start of the transactional ids under exactly_once; must be unique per job and sink. Accepts text. */
  readonly transactionalIdPrefix: string | null;
  /** `transaction_timeout` (addition): Time after which the broker aborts an open transaction; must outlast a checkpoint and a restart. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly transactionTimeoutMs: number | null;
}

/** Event sources and sinks, by the names processes use. */
export interface KafkaStream {
  /** `type` (§4): Kind of stream. Accepts one of kafka, kinesis, pulsar, mongodb_sink. */
  readonly type: "kafka";
  /** `direction` (SB): Role of the stream; inferred from the processes that use it when unset. Accepts one of source, sink, bidirectional. */
  readonly direction: "source" | "sink" | "bidirectional" | null;
  /** `regional` (XM): Whether the binding has an overlay per region. Accepts true or false. Default false. */
  readonly regional: boolean;
  /** `global` (XM): Whether one physical stream serves every region. Accepts true or false. Default false. */
  readonly global: boolean;
  /** `mirror` (XM): Copy of the topic from another region; stands below a region. Accepts a mapping. */
  readonly mirror: StreamMirror | null;
  /** `serialization` (SB): How keys and values are encoded. Accepts a mapping. */
  readonly serialization: StreamSerialization | null;
  /** `schema_registry` (SB): Connection to the schema registry. Accepts a mapping. */
  readonly schemaRegistry: StreamSchemaRegistry | null;
  /** `error_handling` (SB): How faults of the stream are met. Accepts a mapping. */
  readonly errorHandling: StreamErrorHandling | null;
  /** `completion` (§4.6): Confirmation of each write, for sinks. Accepts a mapping. */
  readonly completion: StreamCompletion | null;
  /** `topic` (§4.1): Name of the Kafka topic. Accepts text. */
  readonly topic: string;
  /** `brokers` (§4.1): Bootstrap servers as host:port, separated by commas. Accepts host:port, several separated by commas. */
  readonly brokers: Text;
  /** `partitions` (SB): Number of partitions when the topic is created. Accepts an integer of at least 1. */
  readonly partitions: number | null;
  /** `replication` (SB): Number of replicas of each partition when the topic is created. Accepts an integer of at least 1. */
  readonly replication: number | null;
  /** `retention_ms` (SB): How long the topic keeps records, in milliseconds; -1 keeps them without limit. Accepts an integer of at least -1. */
  readonly retentionMs: number | null;
  /** `min_insync_replicas` (addition): Replicas that must confirm a write under acks all (min.insync.replicas). Accepts an integer of at least 1. */
  readonly minInsyncReplicas: number | null;
  /** `cleanup_policy` (addition): Whether old records are deleted, compacted by key, or both (cleanup.policy). Accepts one of delete, compact, compact_delete. */
  readonly cleanupPolicy: "delete" | "compact" | "compact_delete" | null;
  /** `retention_bytes` (addition): Size in bytes a partition may reach before old records go; -1 means no limit (retention.bytes). Accepts an integer of at least -1. */
  readonly retentionBytes: number | null;
  /** `segment_ms` (addition): Age in milliseconds at which a log segment is closed (segment.ms). Accepts an integer of at least 1. */
  readonly segmentMs: number | null;
  /** `segment_bytes` (addition): Size in bytes at which a log segment is closed (segment.bytes). Accepts an integer of at least 1. */
  readonly segmentBytes: number | null;
  /** `max_message_bytes` (addition): Largest record batch in bytes that the topic accepts (max.message.bytes). Accepts an integer of at least 0. */
  readonly maxMessageBytes: number | null;
  /** `min_compaction_lag` (addition): Time a record stays before compaction may remove it (min.compaction.lag.ms). Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly minCompactionLagMs: number | null;
  /** `max_compaction_lag` (addition): Time after which a record must have become eligible for compaction (max.compaction.lag.ms). Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly maxCompactionLagMs: number | null;
  /** `delete_retention` (addition): Time a delete marker stays visible in a compacted topic (delete.retention.ms). Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly deleteRetentionMs: number | null;
  /** `min_cleanable_ratio` (addition): Share of uncompacted log, 0 to 1, that starts a compaction (min.cleanable.dirty.ratio). Accepts a number from 0 to 1. */
  readonly minCleanableRatio: number | null;
  /** `topic_compression` (addition): Codec the broker stores records with; producer keeps the writer's (compression.type). Accepts one of producer, uncompressed, gzip, snappy, lz4, zstd. */
  readonly topicCompression:
    "producer" | "uncompressed" | "gzip" | "snappy" | "lz4" | "zstd" | null;
  /** `timestamp_type` (addition): Whether a record carries its creation or its arrival time (message.timestamp.type). Accepts one of create_time, log_append_time. */
  readonly timestampType: "create_time" | "log_append_time" | null;
  /** `unclean_leader_election` (addition): Whether a replica that lags may lead, at the price of records (unclean.leader.election.enable). Accepts true or false. */
  readonly uncleanLeaderElection: boolean | null;
  /** `acl` (addition): Principals that may use the topic. Accepts a mapping. */
  readonly acl: KafkaStreamAcl | null;
  /** `consumer` (SB): Settings for reading the topic. Accepts a mapping. */
  readonly consumer: KafkaStreamConsumer | null;
  /** `producer` (SB): Settings for writing to the topic. Accepts a mapping. */
  readonly producer: KafkaStreamProducer | null;
  /** `properties` (§4.1): Settings of the client library by their own names, passed on unchanged. Accepts a mapping. */
  readonly properties: Readonly<Record<string, Text>> | null;
}

/** `KinesisStreamConsumer` */
export interface KinesisStreamConsumer {
  /** `type` (SB): Whether readers share the throughput of a shard or have their own. Accepts one of standard, enhanced_fan_out. Default "standard". */
  readonly type: "standard" | "enhanced_fan_out";
  /** `consumer_name` (SB): Name of the registered consumer; needed with enhanced_fan_out. Accepts text. */
  readonly consumerName: string | null;
  /** `starting_position` (SB): Where reading starts when there is no restored position. Accepts one of TRIM_HORIZON, LATEST, AT_TIMESTAMP. Default "LATEST". */
  readonly startingPosition: "TRIM_HORIZON" | "LATEST" | "AT_TIMESTAMP";
  /** `starting_timestamp` (addition): Moment where reading starts under AT_TIMESTAMP. Accepts a timestamp such as 2025-01-31T00:00:00Z. */
  readonly startingTimestamp: string | null;
}

/** `KinesisStreamProducer` */
export interface KinesisStreamProducer {
  /** `aggregation` (SB): Whether several records are packed into one. Accepts true or false. Default true. */
  readonly aggregation: boolean;
  /** `max_connections` (SB): Most parallel connections to the service. Accepts an integer of at least 1. */
  readonly maxConnections: number | null;
  /** `record_max_buffered_time` (SB): Longest time a record waits in the client's buffer. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly recordMaxBufferedTimeMs: number | null;
  /** `collection_max_count` (SB): Most records in one put request. Accepts an integer of at least 1. */
  readonly collectionMaxCount: number | null;
  /** `partition_key_field` (addition): Record field whose value is the partition key. Accepts text. */
  readonly partitionKeyField: string | null;
}

/** `KinesisStreamCredentials` */
export interface KinesisStreamCredentials {
  /** `type` (SB): Kind of identity. Accepts one of default, profile, static, assume_role. */
  readonly type: "default" | "profile" | "static" | "assume_role" | null;
  /** `role_arn` (SB): ARN of the role to assume; needed with assume_role. Accepts text. */
  readonly roleArn: string | null;
  /** `session_name` (SB): Name of the session under the assumed role. Accepts text. */
  readonly sessionName: string | null;
  /** `profile` (JS): Profile of the AWS configuration file; needed with profile. Accepts text. */
  readonly profile: string | null;
  /** `access_key_id` (JS): Id of the static key pair; needed with static. Accepts text. */
  readonly accessKeyId: Text | null;
  /** `secret_access_key` (JS): Secret of the static key pair; needed with static. Accepts text. */
  readonly secretAccessKey: Text | null;
}

/** Event sources and sinks, by the names processes use. */
export interface KinesisStream {
  /** `type` (§4): Kind of stream. Accepts one of kafka, kinesis, pulsar, mongodb_sink. */
  readonly type: "kinesis";
  /** `direction` (SB): Role of the stream; inferred from the processes that use it when unset. Accepts one of source, sink, bidirectional. */
  readonly direction: "source" | "sink" | "bidirectional" | null;
  /** `regional` (XM): Whether the binding has an overlay per region. Accepts true or false. Default false. */
  readonly regional: boolean;
  /** `global` (XM): Whether one physical stream serves every region. Accepts true or false. Default false. */
  readonly global: boolean;
  /** `mirror` (XM): Copy of the topic from another region; stands below a region. Accepts a mapping. */
  readonly mirror: StreamMirror | null;
  /** `serialization` (SB): How keys and values are encoded. Accepts a mapping. */
  readonly serialization: StreamSerialization | null;
  /** `schema_registry` (SB): Connection to the schema registry. Accepts a mapping. */
  readonly schemaRegistry: StreamSchemaRegistry | null;
  /** `error_handling` (SB): How faults of the stream are met. Accepts a mapping. */
  readonly errorHandling: StreamErrorHandling | null;
  /** `completion` (§4.6): Confirmation of each write, for sinks. Accepts a mapping. */
  readonly completion: StreamCompletion | null;
  /** `stream` (§4.1): Name of the Kinesis stream. Accepts text. */
  readonly stream: string;
  /** `region` (§4.1): AWS region that holds the stream. Accepts text. */
  readonly region: string;
  /** `account_id` (addition): AWS account that owns the stream; part of its ARN. Accepts an AWS account number of 12 digits. */
  readonly accountId: string | null;
  /** `shard_count` (§4.1): Number of shards when the stream is created. Accepts an integer of at least 1. */
  readonly shardCount: number | null;
  /** `retention_hours` (SB): How long the stream keeps records, in hours. Accepts an integer from 24 to 8760. Default 24. */
  readonly retentionHours: number;
  /** `encryption` (SB): Whether the service encrypts records at rest. Accepts true or false. */
  readonly encryption: boolean | null;
  /** `kms_key_id` (SB): KMS key that encrypts the stream. Accepts text. */
  readonly kmsKeyId: string | null;
  /** `consumer` (SB): Settings for reading the stream. Accepts a mapping. */
  readonly consumer: KinesisStreamConsumer | null;
  /** `producer` (SB): Settings for writing to the stream. Accepts a mapping. */
  readonly producer: KinesisStreamProducer | null;
  /** `credentials` (SB): AWS identity that opens the stream. Accepts a mapping. */
  readonly credentials: KinesisStreamCredentials | null;
  /** `properties` (§4.1): Settings of the client library by their own names, passed on unchanged. Accepts a mapping. */
  readonly properties: Readonly<Record<string, Text>> | null;
}

/** `PulsarStreamConsumerDeadLetterPolicy` */
export interface PulsarStreamConsumerDeadLetterPolicy {
  /** `max_redeliver_count` (SB): Deliveries before a message is set aside. Accepts an integer of at least 0. */
  readonly maxRedeliverCount: number | null;
  /** `dead_letter_topic` (SB): Topic that receives the messages set aside. Accepts a topic as persistent://tenant/namespace/topic. */
  readonly deadLetterTopic: string | null;
}

/** `PulsarStreamConsumer` */
export interface PulsarStreamConsumer {
  /** `subscription_name` (SB): Name of the subscription. Accepts text. */
  readonly subscriptionName: string | null;
  /** `subscription_type` (SB): How messages are shared among the consumers of a subscription. Accepts one of Exclusive, Shared, Key_Shared, Failover. Default "Shared". */
  readonly subscriptionType: "Exclusive" | "Shared" | "Key_Shared" | "Failover";
  /** `receiver_queue_size` (SB): Number of messages the client fetches ahead. Accepts an integer of at least 0. */
  readonly receiverQueueSize: number | null;
  /** `acknowledgment_timeout` (SB): Time without acknowledgement after which a message is delivered again. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly acknowledgmentTimeoutMs: number | null;
  /** `negative_ack_redelivery_delay` (SB): Wait before a rejected message is delivered again. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly negativeAckRedeliveryDelayMs: number | null;
  /** `dead_letter_policy` (SB): When the broker sets a message aside. Accepts a mapping. */
  readonly deadLetterPolicy: PulsarStreamConsumerDeadLetterPolicy | null;
}

/** `PulsarStreamProducer` */
export interface PulsarStreamProducer {
  /** `batching_enabled` (SB): Whether messages are sent in batches. Accepts true or false. */
  readonly batchingEnabled: boolean | null;
  /** `batching_max_messages` (SB): Most messages in one batch. Accepts an integer of at least 1. */
  readonly batchingMaxMessages: number | null;
  /** `batching_max_publish_delay` (SB): Time to wait for a batch to fill. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly batchingMaxPublishDelayMs: number | null;
  /** `compression` (SB): Codec that messages are compressed with. Accepts one of NONE, LZ4, ZLIB, ZSTD, SNAPPY. Default "NONE". */
  readonly compression: "NONE" | "LZ4" | "ZLIB" | "ZSTD" | "SNAPPY";
  /** `send_timeout` (SB): Time after which an unconfirmed send has failed. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly sendTimeoutMs: number | null;
}

/** `PulsarStreamAuth` */
export interface PulsarStreamAuth {
  /** `type` (SB): Authentication method; tls and oauth2 take their settings from properties. Accepts one of token, tls, oauth2. */
  readonly type: "token" | "tls" | "oauth2" | null;
  /** `token` (SB): Bearer token; needed with token. Accepts text. */
  readonly token: Text | null;
}

/** `PulsarStreamTls` */
export interface PulsarStreamTls {
  /** `enabled` (SB): Whether connections use TLS. Accepts true or false. */
  readonly enabled: boolean | null;
  /** `trust_cert_path` (SB): File with the certificates of trusted authorities. Accepts text. */
  readonly trustCertPath: string | null;
  /** `allow_insecure` (SB): Whether a certificate that fails verification is accepted. Accepts true or false. */
  readonly allowInsecure: boolean | null;
}

/** Event sources and sinks, by the names processes use. */
export interface PulsarStream {
  /** `type` (§4): Kind of stream. Accepts one of kafka, kinesis, pulsar, mongodb_sink. */
  readonly type: "pulsar";
  /** `direction` (SB): Role of the stream; inferred from the processes that use it when unset. Accepts one of source, sink, bidirectional. */
  readonly direction: "source" | "sink" | "bidirectional" | null;
  /** `regional` (XM): Whether the binding has an overlay per region. Accepts true or false. Default false. */
  readonly regional: boolean;
  /** `global` (XM): Whether one physical stream serves every region. Accepts true or false. Default false. */
  readonly global: boolean;
  /** `mirror` (XM): Copy of the topic from another region; stands below a region. Accepts a mapping. */
  readonly mirror: StreamMirror | null;
  /** `serialization` (SB): How keys and values are encoded. Accepts a mapping. */
  readonly serialization: StreamSerialization | null;
  /** `schema_registry` (SB): Connection to the schema registry. Accepts a mapping. */
  readonly schemaRegistry: StreamSchemaRegistry | null;
  /** `error_handling` (SB): How faults of the stream are met. Accepts a mapping. */
  readonly errorHandling: StreamErrorHandling | null;
  /** `completion` (§4.6): Confirmation of each write, for sinks. Accepts a mapping. */
  readonly completion: StreamCompletion | null;
  /** `topic` (§4.1): Full path of the topic. Accepts a topic as persistent://tenant/namespace/topic. */
  readonly topic: string;
  /** `service_url` (§4.1): Address of the brokers. Accepts a URI that starts with pulsar:// or pulsar+ssl:// or http:// or https://. */
  readonly serviceUrl: Text;
  /** `admin_url` (SB): Address of the admin interface. Accepts a URI that starts with http:// or https://. */
  readonly adminUrl: Text | null;
  /** `partitions` (SB): Number of partitions when the topic is created. Accepts an integer of at least 1. */
  readonly partitions: number | null;
  /** `retention_time` (SB): How long acknowledged messages are kept. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly retentionTimeMs: number | null;
  /** `retention_size` (SB): Volume of acknowledged messages that is kept. Accepts a size: an integer and one of b, kb, mb, gb, tb, such as 512mb. */
  readonly retentionSizeBytes: number | null;
  /** `compaction` (SB): Whether the topic keeps only the last message of each key. Accepts true or false. */
  readonly compaction: boolean | null;
  /** `consumer` (SB): Settings for reading the topic. Accepts a mapping. */
  readonly consumer: PulsarStreamConsumer | null;
  /** `producer` (SB): Settings for writing to the topic. Accepts a mapping. */
  readonly producer: PulsarStreamProducer | null;
  /** `auth` (SB): How the client proves who it is. Accepts a mapping. */
  readonly auth: PulsarStreamAuth | null;
  /** `tls` (SB): Transport security. Accepts a mapping. */
  readonly tls: PulsarStreamTls | null;
  /** `properties` (§4.1): Settings of the client library by their own names, passed on unchanged. Accepts a mapping. */
  readonly properties: Readonly<Record<string, Text>> | null;
}

/** Event sources and sinks, by the names processes use. */
export interface MongodbSinkStream {
  /** `type` (§4): Kind of stream. Accepts one of kafka, kinesis, pulsar, mongodb_sink. */
  readonly type: "mongodb_sink";
  /** `direction` (SB): Role of the stream; inferred from the processes that use it when unset. Accepts one of source, sink, bidirectional. */
  readonly direction: "source" | "sink" | "bidirectional" | null;
  /** `regional` (XM): Whether the binding has an overlay per region. Accepts true or false. Default false. */
  readonly regional: boolean;
  /** `global` (XM): Whether one physical stream serves every region. Accepts true or false. Default false. */
  readonly global: boolean;
  /** `mirror` (XM): Copy of the topic from another region; stands below a region. Accepts a mapping. */
  readonly mirror: StreamMirror | null;
  /** `serialization` (SB): How keys and values are encoded. Accepts a mapping. */
  readonly serialization: StreamSerialization | null;
  /** `schema_registry` (SB): Connection to the schema registry. Accepts a mapping. */
  readonly schemaRegistry: StreamSchemaRegistry | null;
  /** `error_handling` (SB): How faults of the stream are met. Accepts a mapping. */
  readonly errorHandling: StreamErrorHandling | null;
  /** `completion` (§4.6): Confirmation of each write, for sinks. Accepts a mapping. */
  readonly completion: StreamCompletion | null;
  /** `uri` (§4.6): Connection string of the MongoDB deployment. Accepts a URI that starts with mongodb:// or mongodb+srv://. */
  readonly uri: Text;
  /** `database` (§4.6): Name of the database. Accepts text. */
  readonly database: string;
  /** `collection` (§4.6): Name of the collection. Accepts text. */
  readonly collection: string;
}

/** `LookupGlobal` */
export interface LookupGlobal {
  /** `uri` (XM): Connection string for all regions. Accepts a URI that starts with mongodb:// or mongodb+srv://. */
  readonly uri: Text | null;
  /** `database` (XM): Database for all regions. Accepts text. */
  readonly database: string | null;
  /** `collection` (XM): Collection for all regions. Accepts text. */
  readonly collection: string | null;
}

/** `LookupCacheRefresh` */
export interface LookupCacheRefresh {
  /** `strategy` (LB): When changes pass between cache and store. Accepts one of write_through, write_behind, refresh_ahead. */
  readonly strategy: "write_through" | "write_behind" | "refresh_ahead" | null;
  /** `async` (LB): Whether refreshing happens beside the processing of records. Accepts true or false. */
  readonly async: boolean | null;
}

/** `LookupCacheMetrics` */
export interface LookupCacheMetrics {
  /** `enabled` (LB): Whether statistics are published. Accepts true or false. */
  readonly enabled: boolean | null;
  /** `report_interval` (LB): Time between two publications. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly reportIntervalMs: number | null;
}

/** `LookupCacheL1` */
export interface LookupCacheL1 {
  /** `enabled` (LB): Whether the tier is used. Accepts true or false. */
  readonly enabled: boolean | null;
  /** `max_size` (LB): Entries that the tier holds at most. Accepts an integer of at least 0. */
  readonly maxSize: number | null;
  /** `ttl` (LB): How long the tier keeps an entry. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly ttlMs: number | null;
}

/** `LookupCacheL2` */
export interface LookupCacheL2 {
  /** `enabled` (LB): Whether the tier is used. Accepts true or false. */
  readonly enabled: boolean | null;
  /** `max_size` (LB): Entries that the tier holds at most. Accepts an integer of at least 0. */
  readonly maxSize: number | null;
  /** `ttl` (LB): How long the tier keeps an entry. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly ttlMs: number | null;
}

/** `LookupCache` */
export interface LookupCache {
  /** `enabled` (LB): Whether results are cached. Accepts true or false. Default false. */
  readonly enabled: boolean;
  /** `ttl` (LB): How long an entry is kept. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). Default "5m". */
  readonly ttlMs: number;
  /** `max_size` (§4.2): Entries that the cache holds at most. Accepts an integer of at least 0. */
  readonly maxSize: number | null;
  /** `eviction` (LB): Which entry makes room for a new one. Accepts one of lru, lfu, fifo. */
  readonly eviction: "lru" | "lfu" | "fifo" | null;
  /** `refresh_strategy` (LB): Whether a stale entry reloads on its next use or at once. Accepts one of lazy, eager. */
  readonly refreshStrategy: "lazy" | "eager" | null;
  /** `warm_on_start` (LB): Whether the cache is filled when the job starts. Accepts true or false. */
  readonly warmOnStart: boolean | null;
  /** `warm_query` (LB): Filter, in the store's own language, for the rows loaded at start. Accepts text. */
  readonly warmQuery: string | null;
  /** `warm_limit` (LB): Most rows loaded at start. Accepts an integer of at least 0. */
  readonly warmLimit: number | null;
  /** `refresh` (LB): How the cache follows the store. Accepts a mapping. */
  readonly refresh: LookupCacheRefresh | null;
  /** `metrics` (LB): Statistics of the cache. Accepts a mapping. */
  readonly metrics: LookupCacheMetrics | null;
  /** `l1` (LB): Cache of one task. Accepts a mapping. */
  readonly l1: LookupCacheL1 | null;
  /** `l2` (LB): Cache shared by the tasks of a job. Accepts a mapping. */
  readonly l2: LookupCacheL2 | null;
  /** `regional_isolation` (XM): Whether entries are never shared between regions. Accepts true or false. */
  readonly regionalIsolation: boolean | null;
}

/** `LookupAsyncRetry` */
export interface LookupAsyncRetry {
  /** `attempts` (addition): How often the operation is tried again. Accepts an integer of at least 0. */
  readonly attempts: number | null;
  /** `backoff` (addition): How the wait grows between attempts. Accepts one of constant, linear, exponential. */
  readonly backoff: "constant" | "linear" | "exponential" | null;
  /** `initial_delay` (addition): Wait before the first new attempt. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly initialDelayMs: number | null;
  /** `max_delay` (addition): Longest wait between two attempts; at least initial_delay. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly maxDelayMs: number | null;
}

/** `LookupAsync` */
export interface LookupAsync {
  /** `enabled` (LB): Whether lookups run this way. Accepts true or false. */
  readonly enabled: boolean | null;
  /** `capacity` (LB): Requests under way at most. Accepts an integer of at least 1. */
  readonly capacity: number | null;
  /** `timeout` (LB): Deadline of a request. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly timeoutMs: number | null;
  /** `ordered` (LB): Whether results keep the order of the input. Accepts true or false. */
  readonly ordered: boolean | null;
  /** `retry` (addition): How a request that failed is repeated, within the deadline. Accepts a mapping. */
  readonly retry: LookupAsyncRetry | null;
}

/** `MongodbLookupConnection` */
export interface MongodbLookupConnection {
  /** `max_pool_size` (LB): Most connections in the pool. Accepts an integer of at least 1. Default 100. */
  readonly maxPoolSize: number;
  /** `min_pool_size` (LB): Connections that are always kept. Accepts an integer of at least 0. */
  readonly minPoolSize: number | null;
  /** `max_idle_time` (LB): How long an unused connection is kept. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly maxIdleTimeMs: number | null;
  /** `connect_timeout` (LB): Deadline for opening a connection. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly connectTimeoutMs: number | null;
  /** `socket_timeout` (LB): Deadline for an answer. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly socketTimeoutMs: number | null;
  /** `server_selection_timeout` (LB): Deadline for finding a suitable server. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly serverSelectionTimeoutMs: number | null;
}

/** `MongodbLookupRead` */
export interface MongodbLookupRead {
  /** `preference` (LB): Which replica answers reads. Accepts one of primary, primaryPreferred, secondary, secondaryPreferred, nearest. Default "primary". */
  readonly preference:
    "primary" | "primaryPreferred" | "secondary" | "secondaryPreferred" | "nearest";
  /** `concern` (LB): How durable the data that is read must be. Accepts one of local, majority, linearizable. */
  readonly concern: "local" | "majority" | "linearizable" | null;
  /** `max_staleness` (LB): How far a replica may lag and still answer. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly maxStalenessMs: number | null;
}

/** `MongodbLookupWrite` */
export interface MongodbLookupWrite {
  /** `concern` (LB): Acknowledgement level of a write, such as majority or 1. Accepts text. */
  readonly concern: string | null;
  /** `journal` (LB): Whether a write waits for the journal. Accepts true or false. */
  readonly journal: boolean | null;
  /** `wtimeout` (LB): Deadline for the acknowledgement. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly wtimeoutMs: number | null;
}

/** `MongodbLookupAuth` */
export interface MongodbLookupAuth {
  /** `username` (LB): User that logs in. Accepts text. */
  readonly username: Text | null;
  /** `password` (LB): Password of the user. Accepts text. */
  readonly password: Text | null;
  /** `primary` (SM): Whole secret that is tried first while credentials rotate. Accepts text. */
  readonly primary: Text | null;
  /** `secondary` (SM): Whole secret that is the alternate while credentials rotate. Accepts text. */
  readonly secondary: Text | null;
  /** `fallback_enabled` (SM): Whether the alternate is tried when the first is refused. Accepts true or false. */
  readonly fallbackEnabled: boolean | null;
  /** `mechanism` (LB): Login mechanism. Accepts one of SCRAM-SHA-256, SCRAM-SHA-1, MONGODB-X509. */
  readonly mechanism: "SCRAM-SHA-256" | "SCRAM-SHA-1" | "MONGODB-X509" | null;
  /** `source` (LB): Database that holds the user, such as admin. Accepts text. */
  readonly source: string | null;
}

/** `MongodbLookupTls` */
export interface MongodbLookupTls {
  /** `enabled` (LB): Whether connections use TLS. Accepts true or false. */
  readonly enabled: boolean | null;
  /** `ca_file` (LB): File with the certificates of trusted authorities. Accepts text. */
  readonly caFile: string | null;
  /** `allow_invalid_certificates` (LB): Whether a certificate that fails verification is accepted. Accepts true or false. */
  readonly allowInvalidCertificates: boolean | null;
}

/** `MongodbLookupLookup` */
export interface MongodbLookupLookup {
  /** `key_field` (LB): Document field that is compared with the lookup key. Accepts text. */
  readonly keyField: string | null;
  /** `projection` (LB): Fields that are fetched. Accepts a list, each item text. */
  readonly projection: readonly string[] | null;
  /** `hint` (LB): Name of the index to use. Accepts text. */
  readonly hint: string | null;
}

/** Reference stores that enrich records, by the names processes use. */
export interface MongodbLookup {
  /** `type` (§4): Kind of lookup. Accepts one of mongodb, redis, postgresql, cassandra, elasticsearch. */
  readonly type: "mongodb";
  /** `regional` (XM): Whether the binding has an overlay per region. Accepts true or false. Default false. */
  readonly regional: boolean;
  /** `global` (XM): Either whether one store serves every region, or the connection that all regions share. Accepts true or false, or a mapping. Default false. */
  readonly global: boolean | LookupGlobal;
  /** `zone` (XM): Zone tag of the servers to read from; stands below a region. Accepts text. */
  readonly zone: string | null;
  /** `audit` (XM): Whether each access is recorded; stands below a region. Accepts true or false. */
  readonly audit: boolean | null;
  /** `encryption` (XM): Mode of field encryption, such as client_side; stands below a region. Accepts text. */
  readonly encryption: string | null;
  /** `cache` (§4.2): Cache of results. Accepts a mapping. */
  readonly cache: LookupCache | null;
  /** `async` (LB): Lookups that do not hold up other records. Accepts a mapping. */
  readonly async: LookupAsync | null;
  /** `uri` (§4.2): Connection string of the MongoDB deployment. Accepts a URI that starts with mongodb:// or mongodb+srv://. */
  readonly uri: Text;
  /** `database` (§4.2): Name of the database. Accepts text. */
  readonly database: string;
  /** `collection` (§4.2): Name of the collection. Accepts text. */
  readonly collection: string;
  /** `connection` (LB): Connection pool and deadlines. Accepts a mapping. */
  readonly connection: MongodbLookupConnection | null;
  /** `read` (LB): Where reads go and what they promise. Accepts a mapping. */
  readonly read: MongodbLookupRead | null;
  /** `write` (LB): What a write promises, when the store also keeps state. Accepts a mapping. */
  readonly write: MongodbLookupWrite | null;
  /** `auth` (LB): Login to the store. Accepts a mapping. */
  readonly auth: MongodbLookupAuth | null;
  /** `tls` (LB): Transport security. Accepts a mapping. */
  readonly tls: MongodbLookupTls | null;
  /** `lookup` (LB): How a document is found. Accepts a mapping. */
  readonly lookup: MongodbLookupLookup | null;
}

/** `RedisLookupCluster` */
export interface RedisLookupCluster {
  /** `enabled` (LB): Whether the client speaks the cluster protocol. Accepts true or false. */
  readonly enabled: boolean | null;
  /** `max_redirects` (LB): Redirects that are followed for one command. Accepts an integer of at least 0. */
  readonly maxRedirects: number | null;
  /** `nodes` (LB): Nodes the client starts from, each as host:port. Accepts a list, each item host:port, several separated by commas. */
  readonly nodes: readonly Text[] | null;
}

/** `RedisLookupSentinel` */
export interface RedisLookupSentinel {
  /** `master_name` (LB): Name of the monitored master; needed with sentinel. Accepts text. */
  readonly masterName: string | null;
  /** `nodes` (LB): Sentinels, each as host:port; needed with sentinel. Accepts a list, each item host:port, several separated by commas. */
  readonly nodes: readonly Text[] | null;
}

/** `RedisLookupConnection` */
export interface RedisLookupConnection {
  /** `pool_size` (LB): Most connections in the pool. Accepts an integer of at least 1. */
  readonly poolSize: number | null;
  /** `min_idle` (LB): Unused connections that are kept. Accepts an integer of at least 0. */
  readonly minIdle: number | null;
  /** `connect_timeout` (LB): Deadline for opening a connection. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly connectTimeoutMs: number | null;
  /** `socket_timeout` (LB): Deadline for an answer. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly socketTimeoutMs: number | null;
  /** `max_retries` (LB): How often a command is repeated. Accepts an integer of at least 0. */
  readonly maxRetries: number | null;
}

/** `RedisLookupAuth` */
export interface RedisLookupAuth {
  /** `username` (LB): User that logs in. Accepts text. */
  readonly username: Text | null;
  /** `password` (LB): Password of the user. Accepts text. */
  readonly password: Text | null;
  /** `primary` (SM): Whole secret that is tried first while credentials rotate. Accepts text. */
  readonly primary: Text | null;
  /** `secondary` (SM): Whole secret that is the alternate while credentials rotate. Accepts text. */
  readonly secondary: Text | null;
  /** `fallback_enabled` (SM): Whether the alternate is tried when the first is refused. Accepts true or false. */
  readonly fallbackEnabled: boolean | null;
}

/** `RedisLookupTls` */
export interface RedisLookupTls {
  /** `enabled` (LB): Whether connections use TLS. Accepts true or false. */
  readonly enabled: boolean | null;
  /** `cert_file` (LB): File with the client's certificate. Accepts text. */
  readonly certFile: string | null;
  /** `key_file` (LB): File with the client's private key. Accepts text. */
  readonly keyFile: string | null;
  /** `ca_file` (LB): File with the certificates of trusted authorities. Accepts text. */
  readonly caFile: string | null;
}

/** `RedisLookupLookup` */
export interface RedisLookupLookup {
  /** `key_pattern` (LB): Key with {field} where the record's field goes. Accepts text. */
  readonly keyPattern: string | null;
  /** `type` (LB): Redis type of the value. Accepts one of string, hash, set, zset. */
  readonly type: "string" | "hash" | "set" | "zset" | null;
  /** `hash_field` (LB): Field that is read from a hash. Accepts text. */
  readonly hashField: string | null;
  /** `fetch_all` (LB): Whether every field of a hash is read. Accepts true or false. */
  readonly fetchAll: boolean | null;
  /** `ttl_field` (LB): Result field that receives the remaining lifetime. Accepts text. */
  readonly ttlField: string | null;
  /** `range_type` (LB): Whether a range of a zset is by score or by rank. Accepts one of score, rank. */
  readonly rangeType: "score" | "rank" | null;
  /** `min_score` (LB): Lower bound of a zset range; -inf for none. Accepts a number, or one of -inf, +inf. */
  readonly minScore: number | "-inf" | "+inf" | null;
  /** `max_score` (LB): Upper bound of a zset range; +inf for none. Accepts a number, or one of -inf, +inf. */
  readonly maxScore: number | "-inf" | "+inf" | null;
  /** `limit` (LB): Most members of a zset that are returned. Accepts an integer of at least 1. */
  readonly limit: number | null;
}

/** `RedisLookupSerialization` */
export interface RedisLookupSerialization {
  /** `format` (LB): Encoding of a value. Accepts one of json, msgpack, protobuf. */
  readonly format: "json" | "msgpack" | "protobuf" | null;
  /** `compression` (LB): Codec of a value. Accepts one of none, gzip, lz4. */
  readonly compression: "none" | "gzip" | "lz4" | null;
}

/** `RedisLookupPrimary` */
export interface RedisLookupPrimary {
  /** `region` (XM): Region of the writable node. Accepts text. */
  readonly region: string | null;
  /** `uri` (XM): Connection string of the writable node. Accepts a URI that starts with redis:// or rediss://. */
  readonly uri: Text | null;
}

/** `RedisLookupReplica` */
export interface RedisLookupReplica {
  /** `region` (XM): Region of the replica. Accepts text. */
  readonly region: string;
  /** `uri` (XM): Connection string of the replica. Accepts a URI that starts with redis:// or rediss://. */
  readonly uri: Text;
}

/** Reference stores that enrich records, by the names processes use. */
export interface RedisLookup {
  /** `type` (§4): Kind of lookup. Accepts one of mongodb, redis, postgresql, cassandra, elasticsearch. */
  readonly type: "redis";
  /** `regional` (XM): Whether the binding has an overlay per region. Accepts true or false. Default false. */
  readonly regional: boolean;
  /** `global` (XM): Either whether one store serves every region, or the connection that all regions share. Accepts true or false, or a mapping. Default false. */
  readonly global: boolean | LookupGlobal;
  /** `zone` (XM): Zone tag of the servers to read from; stands below a region. Accepts text. */
  readonly zone: string | null;
  /** `audit` (XM): Whether each access is recorded; stands below a region. Accepts true or false. */
  readonly audit: boolean | null;
  /** `encryption` (XM): Mode of field encryption, such as client_side; stands below a region. Accepts text. */
  readonly encryption: string | null;
  /** `cache` (§4.2): Cache of results. Accepts a mapping. */
  readonly cache: LookupCache | null;
  /** `async` (LB): Lookups that do not hold up other records. Accepts a mapping. */
  readonly async: LookupAsync | null;
  /** `uri` (§4.2): Connection string; needed unless primary.uri is set. Accepts a URI that starts with redis:// or rediss://. */
  readonly uri: Text | null;
  /** `database` (§4.2): Index of the database. Accepts an integer from 0 to 15. */
  readonly database: number | null;
  /** `cluster` (LB): Access to a Redis cluster. Accepts a mapping. */
  readonly cluster: RedisLookupCluster | null;
  /** `sentinel` (LB): Access through Sentinel; excludes cluster. Accepts a mapping. */
  readonly sentinel: RedisLookupSentinel | null;
  /** `connection` (LB): Connection pool, deadlines and retries. Accepts a mapping. */
  readonly connection: RedisLookupConnection | null;
  /** `auth` (LB): Login to the store. Accepts a mapping. */
  readonly auth: RedisLookupAuth | null;
  /** `tls` (LB): Transport security. Accepts a mapping. */
  readonly tls: RedisLookupTls | null;
  /** `lookup` (LB): How a value is found. Accepts a mapping. */
  readonly lookup: RedisLookupLookup | null;
  /** `serialization` (LB): How values are stored. Accepts a mapping. */
  readonly serialization: RedisLookupSerialization | null;
  /** `primary` (XM): Writable node of a datastore shared by all regions. Accepts a mapping. */
  readonly primary: RedisLookupPrimary | null;
  /** `replicas` (XM): Read replicas of a datastore shared by all regions. Accepts a list, each item a mapping. */
  readonly replicas: readonly RedisLookupReplica[] | null;
  /** `read_preference` (XM): Whether reads go to the region's own replica or the primary. Accepts one of local, primary. */
  readonly readPreference: "local" | "primary" | null;
}

/** `PostgresqlLookupPool` */
export interface PostgresqlLookupPool {
  /** `size` (LB): Most connections in the pool. Accepts an integer of at least 1. */
  readonly size: number | null;
  /** `min_idle` (LB): Unused connections that are kept. Accepts an integer of at least 0. */
  readonly minIdle: number | null;
  /** `max_lifetime` (LB): Age at which a connection is replaced. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly maxLifetimeMs: number | null;
  /** `idle_timeout` (LB): How long an unused connection is kept. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly idleTimeoutMs: number | null;
  /** `connection_timeout` (LB): Longest wait for a free connection. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly connectionTimeoutMs: number | null;
}

/** `PostgresqlLookupQuery` */
export interface PostgresqlLookupQuery {
  /** `sql` (LB): Statement with a ? for each key field, in order; replaces the generated one. Accepts text. */
  readonly sql: string | null;
  /** `key_columns` (LB): Columns compared with the lookup key, in the order of its fields. Accepts a list, each item text. */
  readonly keyColumns: readonly string[] | null;
  /** `select_columns` (LB): Columns that the generated statement fetches. Accepts a list, each item text. */
  readonly selectColumns: readonly string[] | null;
}

/** `PostgresqlLookupRead` */
export interface PostgresqlLookupRead {
  /** `fetch_size` (LB): Rows fetched at a time. Accepts an integer of at least 1. */
  readonly fetchSize: number | null;
  /** `read_only` (LB): Whether connections refuse to write. Accepts true or false. */
  readonly readOnly: boolean | null;
  /** `isolation_level` (LB): Isolation of the reading transaction. Accepts one of READ_UNCOMMITTED, READ_COMMITTED, REPEATABLE_READ, SERIALIZABLE. */
  readonly isolationLevel:
    "READ_UNCOMMITTED" | "READ_COMMITTED" | "REPEATABLE_READ" | "SERIALIZABLE" | null;
}

/** `PostgresqlLookupSsl` */
export interface PostgresqlLookupSsl {
  /** `mode` (LB): How strictly connections are secured and verified. Accepts one of disable, allow, prefer, require, verify-ca, verify-full. */
  readonly mode: "disable" | "allow" | "prefer" | "require" | "verify-ca" | "verify-full" | null;
  /** `root_cert` (LB): File with the certificates of trusted authorities. Accepts text. */
  readonly rootCert: string | null;
  /** `client_cert` (LB): File with the client's certificate. Accepts text. */
  readonly clientCert: string | null;
  /** `client_key` (LB): File with the client's private key. Accepts text. */
  readonly clientKey: string | null;
}

/** Reference stores that enrich records, by the names processes use. */
export interface PostgresqlLookup {
  /** `type` (§4): Kind of lookup. Accepts one of mongodb, redis, postgresql, cassandra, elasticsearch. */
  readonly type: "postgresql";
  /** `regional` (XM): Whether the binding has an overlay per region. Accepts true or false. Default false. */
  readonly regional: boolean;
  /** `global` (XM): Either whether one store serves every region, or the connection that all regions share. Accepts true or false, or a mapping. Default false. */
  readonly global: boolean | LookupGlobal;
  /** `zone` (XM): Zone tag of the servers to read from; stands below a region. Accepts text. */
  readonly zone: string | null;
  /** `audit` (XM): Whether each access is recorded; stands below a region. Accepts true or false. */
  readonly audit: boolean | null;
  /** `encryption` (XM): Mode of field encryption, such as client_side; stands below a region. Accepts text. */
  readonly encryption: string | null;
  /** `cache` (§4.2): Cache of results. Accepts a mapping. */
  readonly cache: LookupCache | null;
  /** `async` (LB): Lookups that do not hold up other records. Accepts a mapping. */
  readonly async: LookupAsync | null;
  /** `jdbc_url` (§4.2): JDBC connection string. Accepts a URI that starts with jdbc:postgresql://. */
  readonly jdbcUrl: Text;
  /** `schema` (§4.2): Schema of the table; the server's search path when unset. Accepts text. */
  readonly schema: string | null;
  /** `table` (§4.2): Table that is read; the lookup's name when neither it nor query.sql is set. Accepts text. */
  readonly table: string | null;
  /** `pool` (LB): Connection pool. Accepts a mapping. */
  readonly pool: PostgresqlLookupPool | null;
  /** `query` (LB): How a row is found. Accepts a mapping. */
  readonly query: PostgresqlLookupQuery | null;
  /** `read` (LB): How rows are read. Accepts a mapping. */
  readonly read: PostgresqlLookupRead | null;
  /** `auth` (LB): Login to the store. Accepts a mapping. */
  readonly auth: RedisLookupAuth | null;
  /** `ssl` (LB): Transport security. Accepts a mapping. */
  readonly ssl: PostgresqlLookupSsl | null;
}

/** `CassandraLookupConsistency` */
export interface CassandraLookupConsistency {
  /** `read` (LB): Replicas that must answer a read. Accepts one of ONE, LOCAL_ONE, LOCAL_QUORUM, QUORUM, ALL. */
  readonly read: "ONE" | "LOCAL_ONE" | "LOCAL_QUORUM" | "QUORUM" | "ALL" | null;
  /** `serial` (LB): Replicas that must agree on a conditional operation. Accepts one of LOCAL_SERIAL, SERIAL. */
  readonly serial: "LOCAL_SERIAL" | "SERIAL" | null;
}

/** `CassandraLookupQuery` */
export interface CassandraLookupQuery {
  /** `partition_key` (LB): Partition column that is compared with the lookup key. Accepts text. */
  readonly partitionKey: string | null;
  /** `clustering_keys` (LB): Clustering columns, in order. Accepts a list, each item text. */
  readonly clusteringKeys: readonly string[] | null;
  /** `select_columns` (LB): Columns that are fetched. Accepts a list, each item text. */
  readonly selectColumns: readonly string[] | null;
  /** `limit` (LB): Most rows that are returned. Accepts an integer of at least 1. */
  readonly limit: number | null;
}

/** `CassandraLookupConnection` */
export interface CassandraLookupConnection {
  /** `pool_size` (LB): Connections per node. Accepts an integer of at least 1. */
  readonly poolSize: number | null;
  /** `max_requests_per_connection` (LB): Requests under way on one connection at most. Accepts an integer of at least 1. */
  readonly maxRequestsPerConnection: number | null;
}

/** `CassandraLookupLoadBalancing` */
export interface CassandraLookupLoadBalancing {
  /** `policy` (LB): Rule by which nodes are chosen. Accepts one of round_robin, token_aware, dc_aware. */
  readonly policy: "round_robin" | "token_aware" | "dc_aware" | null;
  /** `local_datacenter` (LB): Data centre whose nodes are preferred. Accepts text. */
  readonly localDatacenter: string | null;
  /** `shuffle_replicas` (LB): Whether the order of replicas is random. Accepts true or false. */
  readonly shuffleReplicas: boolean | null;
}

/** Reference stores that enrich records, by the names processes use. */
export interface CassandraLookup {
  /** `type` (§4): Kind of lookup. Accepts one of mongodb, redis, postgresql, cassandra, elasticsearch. */
  readonly type: "cassandra";
  /** `regional` (XM): Whether the binding has an overlay per region. Accepts true or false. Default false. */
  readonly regional: boolean;
  /** `global` (XM): Either whether one store serves every region, or the connection that all regions share. Accepts true or false, or a mapping. Default false. */
  readonly global: boolean | LookupGlobal;
  /** `zone` (XM): Zone tag of the servers to read from; stands below a region. Accepts text. */
  readonly zone: string | null;
  /** `audit` (XM): Whether each access is recorded; stands below a region. Accepts true or false. */
  readonly audit: boolean | null;
  /** `encryption` (XM): Mode of field encryption, such as client_side; stands below a region. Accepts text. */
  readonly encryption: string | null;
  /** `cache` (§4.2): Cache of results. Accepts a mapping. */
  readonly cache: LookupCache | null;
  /** `async` (LB): Lookups that do not hold up other records. Accepts a mapping. */
  readonly async: LookupAsync | null;
  /** `contact_points` (LB): Nodes the client starts from, each as host:port. Accepts a list, each item host:port, several separated by commas. */
  readonly contactPoints: readonly Text[];
  /** `keyspace` (LB): Name of the keyspace. Accepts text. */
  readonly keyspace: string;
  /** `table` (LB): Table that is read. Accepts text. */
  readonly table: string;
  /** `consistency` (LB): How many replicas must agree. Accepts a mapping. */
  readonly consistency: CassandraLookupConsistency | null;
  /** `query` (LB): How rows are found. Accepts a mapping. */
  readonly query: CassandraLookupQuery | null;
  /** `connection` (LB): Connections to each node. Accepts a mapping. */
  readonly connection: CassandraLookupConnection | null;
  /** `load_balancing` (LB): How a node is chosen. Accepts a mapping. */
  readonly loadBalancing: CassandraLookupLoadBalancing | null;
  /** `auth` (LB): Login to the store. Accepts a mapping. */
  readonly auth: RedisLookupAuth | null;
}

/** `ElasticsearchLookupQuery` */
export interface ElasticsearchLookupQuery {
  /** `type` (LB): Kind of the generated query. Accepts one of term, match, bool. */
  readonly type: "term" | "match" | "bool" | null;
  /** `field` (LB): Field that is compared with the lookup key. Accepts text. */
  readonly field: string | null;
  /** `template` (LB): Query in JSON with {{field}} placeholders; replaces the generated one. Accepts text. */
  readonly template: string | null;
}

/** `ElasticsearchLookupConnection` */
export interface ElasticsearchLookupConnection {
  /** `connect_timeout` (LB): Deadline for opening a connection. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly connectTimeoutMs: number | null;
  /** `socket_timeout` (LB): Deadline for an answer. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly socketTimeoutMs: number | null;
  /** `max_retry_timeout` (LB): Total time that a request is retried. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly maxRetryTimeoutMs: number | null;
}

/** `ElasticsearchLookupAuth` */
export interface ElasticsearchLookupAuth {
  /** `username` (LB): User that logs in. Accepts text. */
  readonly username: Text | null;
  /** `password` (LB): Password of the user. Accepts text. */
  readonly password: Text | null;
  /** `primary` (SM): Whole secret that is tried first while credentials rotate. Accepts text. */
  readonly primary: Text | null;
  /** `secondary` (SM): Whole secret that is the alternate while credentials rotate. Accepts text. */
  readonly secondary: Text | null;
  /** `fallback_enabled` (SM): Whether the alternate is tried when the first is refused. Accepts true or false. */
  readonly fallbackEnabled: boolean | null;
  /** `type` (LB): Kind of login. Accepts one of basic, api_key, bearer. */
  readonly type: "basic" | "api_key" | "bearer" | null;
  /** `api_key` (LB): API key; needed with api_key. Accepts text. */
  readonly apiKey: Text | null;
  /** `token` (#77): Bearer token; needed with bearer. Accepts text. */
  readonly token: Text | null;
}

/** `ElasticsearchLookupSsl` */
export interface ElasticsearchLookupSsl {
  /** `enabled` (LB): Whether connections use TLS. Accepts true or false. */
  readonly enabled: boolean | null;
  /** `ca_path` (LB): File with the certificates of trusted authorities. Accepts text. */
  readonly caPath: string | null;
  /** `verify_hostname` (LB): Whether the certificate must match the host's name. Accepts true or false. */
  readonly verifyHostname: boolean | null;
}

/** Reference stores that enrich records, by the names processes use. */
export interface ElasticsearchLookup {
  /** `type` (§4): Kind of lookup. Accepts one of mongodb, redis, postgresql, cassandra, elasticsearch. */
  readonly type: "elasticsearch";
  /** `regional` (XM): Whether the binding has an overlay per region. Accepts true or false. Default false. */
  readonly regional: boolean;
  /** `global` (XM): Either whether one store serves every region, or the connection that all regions share. Accepts true or false, or a mapping. Default false. */
  readonly global: boolean | LookupGlobal;
  /** `zone` (XM): Zone tag of the servers to read from; stands below a region. Accepts text. */
  readonly zone: string | null;
  /** `audit` (XM): Whether each access is recorded; stands below a region. Accepts true or false. */
  readonly audit: boolean | null;
  /** `encryption` (XM): Mode of field encryption, such as client_side; stands below a region. Accepts text. */
  readonly encryption: string | null;
  /** `cache` (§4.2): Cache of results. Accepts a mapping. */
  readonly cache: LookupCache | null;
  /** `async` (LB): Lookups that do not hold up other records. Accepts a mapping. */
  readonly async: LookupAsync | null;
  /** `hosts` (LB): Addresses of the nodes. Accepts a list, each item a URI that starts with http:// or https://. */
  readonly hosts: readonly Text[];
  /** `index` (LB): Index that is searched. Accepts text. */
  readonly index: string;
  /** `query` (LB): How a document is found. Accepts a mapping. */
  readonly query: ElasticsearchLookupQuery | null;
  /** `connection` (LB): Deadlines. Accepts a mapping. */
  readonly connection: ElasticsearchLookupConnection | null;
  /** `auth` (LB): Login to the store. Accepts a mapping. */
  readonly auth: ElasticsearchLookupAuth | null;
  /** `ssl` (LB): Transport security. Accepts a mapping. */
  readonly ssl: ElasticsearchLookupSsl | null;
}

/** `CheckpointCheckpointAlignment` */
export interface CheckpointCheckpointAlignment {
  /** `type` (SC): Wait for barriers, or let them overtake records. Accepts one of aligned, unaligned. */
  readonly type: "aligned" | "unaligned" | null;
  /** `timeout` (SC): Alignment that takes longer switches to unaligned barriers. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly timeoutMs: number | null;
  /** `buffer_debloat` (SC): Shrink network buffers so that less data is in flight; for unaligned barriers. Accepts true or false. */
  readonly bufferDebloat: boolean | null;
}

/** `CheckpointCheckpoint` */
export interface CheckpointCheckpoint {
  /** `interval` (SC): Time from the start of one checkpoint to the start of the next. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly intervalMs: number | null;
  /** `min_pause` (SC): Shortest time between the end of one checkpoint and the next start. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly minPauseMs: number | null;
  /** `timeout` (SC): A checkpoint that takes longer is given up. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly timeoutMs: number | null;
  /** `max_concurrent` (SC): How many checkpoints may run at once. Accepts an integer of at least 1. */
  readonly maxConcurrent: number | null;
  /** `mode` (SC): Guarantee for state after a restart. Accepts one of exactly_once, at_least_once. */
  readonly mode: "exactly_once" | "at_least_once" | null;
  /** `incremental` (SC): Upload only what changed since the last checkpoint; needs a backend that can do it. Accepts true or false. */
  readonly incremental: boolean | null;
  /** `alignment` (SC): How checkpoint barriers pass the records in flight. Accepts a mapping. */
  readonly alignment: CheckpointCheckpointAlignment | null;
  /** `tolerable_failed_checkpoints` (addition): How many checkpoints in a row may fail before the job fails. Accepts an integer of at least 0. */
  readonly tolerableFailedCheckpoints: number | null;
}

/** `CheckpointSavepoint` */
export interface CheckpointSavepoint {
  /** `directory` (SC): URI of the folder for savepoints. Accepts a URI that starts with s3:// or s3a:// or s3p:// or hdfs:// or viewfs:// or gs:// or abfs:// or abfss:// or wasb:// or wasbs:// or oss:// or file://. */
  readonly directory: string | null;
}

/** `CheckpointRetention` */
export interface CheckpointRetention {
  /** `max_checkpoints` (SC): How many completed checkpoints are kept. Accepts an integer of at least 1. */
  readonly maxCheckpoints: number | null;
  /** `cleanup_on_cancel` (SC): What happens to checkpoints when the job is cancelled. Accepts one of delete, retain. */
  readonly cleanupOnCancel: "delete" | "retain" | null;
  /** `externalized` (SC): What happens to externalized checkpoints when the job ends; wins over cleanup_on_cancel. Accepts one of retain_on_cancellation, retain, delete. */
  readonly externalized: "retain_on_cancellation" | "retain" | "delete" | null;
}

/** `CheckpointRecoveryRestart` */
export interface CheckpointRecoveryRestart {
  /** `strategy` (SC): How the wait between restarts is chosen. Accepts one of fixed_delay, failure_rate, exponential_delay. */
  readonly strategy: "fixed_delay" | "failure_rate" | "exponential_delay" | null;
  /** `initial_delay` (SC): Wait before the first restart. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly initialDelayMs: number | null;
  /** `max_delay` (SC): Longest wait between restarts; for failure_rate, the window in which failures are counted. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly maxDelayMs: number | null;
  /** `backoff_multiplier` (SC): Factor by which the wait grows after each restart. Accepts a number of at least 1. */
  readonly backoffMultiplier: number | null;
  /** `max_attempts` (SC): Restarts before the job fails for good; for failure_rate, failures allowed per max_delay. Accepts an integer of at least 0. */
  readonly maxAttempts: number | null;
}

/** `CheckpointRecoveryState` */
export interface CheckpointRecoveryState {
  /** `skip_corrupted` (SC): Fall back to an older checkpoint when one cannot be read. Accepts true or false. */
  readonly skipCorrupted: boolean | null;
  /** `allow_non_restored` (SC): Accept saved state that no operator claims any more. Accepts true or false. */
  readonly allowNonRestored: boolean | null;
}

/** `CheckpointRecoveryFromSavepoint` */
export interface CheckpointRecoveryFromSavepoint {
  /** `path` (SC): URI of the savepoint; required with from_savepoint. Accepts a URI that starts with s3:// or s3a:// or s3p:// or hdfs:// or viewfs:// or gs:// or abfs:// or abfss:// or wasb:// or wasbs:// or oss:// or file://. */
  readonly path: string | null;
  /** `allow_non_restored` (SC): Accept saved state that no operator claims any more. Accepts true or false. */
  readonly allowNonRestored: boolean | null;
}

/** `CheckpointRecovery` */
export interface CheckpointRecovery {
  /** `restart` (SC): When and how often a failed job is restarted. Accepts a mapping. */
  readonly restart: CheckpointRecoveryRestart | null;
  /** `state` (SC): How strictly saved state is restored. Accepts a mapping. */
  readonly state: CheckpointRecoveryState | null;
  /** `from_savepoint` (SC): A savepoint to start the job from. Accepts a mapping. */
  readonly fromSavepoint: CheckpointRecoveryFromSavepoint | null;
}

/** `CheckpointMonitoringMetrics` */
export interface CheckpointMonitoringMetrics {
  /** `enabled` (SC): Publish checkpoint metrics. Accepts true or false. */
  readonly enabled: boolean | null;
  /** `histogram_sample_count` (SC): Checkpoints that a histogram looks back on. Accepts an integer of at least 1. */
  readonly histogramSampleCount: number | null;
}

/** `CheckpointMonitoringHistory` */
export interface CheckpointMonitoringHistory {
  /** `num_checkpoints` (SC): How many finished checkpoints are remembered. Accepts an integer of at least 0. */
  readonly numCheckpoints: number | null;
  /** `include_task_checkpoints` (SC): Remember the detail of each task as well. Accepts true or false. */
  readonly includeTaskCheckpoints: boolean | null;
}

/** `CheckpointMonitoringAlerts` */
export interface CheckpointMonitoringAlerts {
  /** `checkpoint_duration_warning` (SC): A checkpoint slower than this raises a warning; below the critical threshold. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly checkpointDurationWarningMs: number | null;
  /** `checkpoint_duration_critical` (SC): A checkpoint slower than this raises a critical alert. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly checkpointDurationCriticalMs: number | null;
  /** `checkpoint_size_warning` (SC): A checkpoint larger than this raises a warning. Accepts a size: an integer and one of b, kb, mb, gb, tb, such as 512mb. */
  readonly checkpointSizeWarningBytes: number | null;
}

/** `CheckpointMonitoring` */
export interface CheckpointMonitoring {
  /** `metrics` (SC): Checkpoint metrics. Accepts a mapping. */
  readonly metrics: CheckpointMonitoringMetrics | null;
  /** `history` (SC): Checkpoints remembered by the web UI. Accepts a mapping. */
  readonly history: CheckpointMonitoringHistory | null;
  /** `alerts` (SC): Thresholds from which alert rules are made. Accepts a mapping. */
  readonly alerts: CheckpointMonitoringAlerts | null;
}

/** `S3CheckpointS3` */
export interface S3CheckpointS3 {
  /** `endpoint` (SC): Address of an S3-compatible store. Accepts a URI that starts with http:// or https://. */
  readonly endpoint: string | null;
  /** `path_style_access` (SC): Put the bucket into the path instead of the host name. Accepts true or false. */
  readonly pathStyleAccess: boolean | null;
  /** `multipart_upload_threshold` (SC): Files larger than this are uploaded in parts. Accepts a size: an integer and one of b, kb, mb, gb, tb, such as 512mb. */
  readonly multipartUploadThresholdBytes: number | null;
  /** `multipart_upload_part_size` (SC): Size of one part; at most the threshold. Accepts a size: an integer and one of b, kb, mb, gb, tb, such as 512mb. */
  readonly multipartUploadPartSizeBytes: number | null;
}

/** `S3CheckpointAuth` */
export interface S3CheckpointAuth {
  /** `type` (SC): Kind of identity. Accepts one of instance_profile, static, assume_role. */
  readonly type: "instance_profile" | "static" | "assume_role" | null;
  /** `access_key` (SC): Access key id; required for static, as a reference. Accepts text. */
  readonly accessKey: Text | null;
  /** `secret_key` (SC): Secret access key; required for static, as a reference. Accepts text. */
  readonly secretKey: Text | null;
  /** `role_arn` (SC): ARN of the role to assume; required for assume_role. Accepts text. */
  readonly roleArn: string | null;
}

/** `S3CheckpointEncryption` */
export interface S3CheckpointEncryption {
  /** `type` (SC): Who manages the key. Accepts one of sse_s3, sse_kms, none. */
  readonly type: "sse_s3" | "sse_kms" | "none" | null;
  /** `kms_key_id` (SC): KMS key for sse_kms; the account's own key when absent. Accepts text. */
  readonly kmsKeyId: string | null;
}

/** `S3CheckpointReplication` */
export interface S3CheckpointReplication {
  /** `enabled` (XM): Expect the bucket to be replicated. Accepts true or false. */
  readonly enabled: boolean | null;
  /** `destination_bucket` (XM): Bucket that receives the copy; required when enabled. Accepts text. */
  readonly destinationBucket: string | null;
  /** `destination_region` (XM): Region of that bucket; required when enabled. Accepts text. */
  readonly destinationRegion: string | null;
}

/** Where checkpoints are stored and how they are taken, by logical name. */
export interface S3Checkpoint {
  /** `type` (§4): Kind of checkpoint. Accepts one of s3, hdfs, gcs, azure_blob, filesystem. */
  readonly type: "s3";
  /** `checkpoint` (SC): How checkpoints are taken. Accepts a mapping. */
  readonly checkpoint: CheckpointCheckpoint | null;
  /** `savepoint` (SC): Where savepoints of the job go. Accepts a mapping. */
  readonly savepoint: CheckpointSavepoint | null;
  /** `retention` (SC): Which completed checkpoints are kept. Accepts a mapping. */
  readonly retention: CheckpointRetention | null;
  /** `recovery` (SC): How the job comes back after a failure. Accepts a mapping. */
  readonly recovery: CheckpointRecovery | null;
  /** `monitoring` (SC): What is reported about checkpoints. Accepts a mapping. */
  readonly monitoring: CheckpointMonitoring | null;
  /** `regional` (XM): Settings differ by region: one overlay per region name follows. Accepts true or false. Default false. */
  readonly regional: boolean;
  /** `bucket` (§4.3): Bucket that holds the checkpoints. Accepts text. */
  readonly bucket: string;
  /** `prefix` (§4.3): Start of every object key, usually ending in a slash. Accepts text. */
  readonly prefix: string | null;
  /** `region` (§4.3): Cloud region of the bucket. Accepts text. */
  readonly region: string | null;
  /** `s3` (SC): Settings of the S3 client. Accepts a mapping. */
  readonly s3: S3CheckpointS3 | null;
  /** `auth` (SC): Identity used towards the store. Accepts a mapping. */
  readonly auth: S3CheckpointAuth | null;
  /** `encryption` (SC): Server-side encryption of the objects. Accepts a mapping. */
  readonly encryption: S3CheckpointEncryption | null;
  /** `replication` (XM): Copy of the bucket in another region. Accepts a mapping. */
  readonly replication: S3CheckpointReplication | null;
}

/** `HdfsCheckpointHdfs` */
export interface HdfsCheckpointHdfs {
  /** `replication` (SC): Copies kept of each block. Accepts an integer of at least 1. */
  readonly replication: number | null;
  /** `block_size` (SC): Block size of the files written. Accepts a size: an integer and one of b, kb, mb, gb, tb, such as 512mb. */
  readonly blockSizeBytes: number | null;
  /** `config_path` (SC): Directory with the Hadoop configuration files. Accepts text. */
  readonly configPath: string | null;
}

/** `HdfsCheckpointKerberos` */
export interface HdfsCheckpointKerberos {
  /** `enabled` (SC): Log in with Kerberos. Accepts true or false. */
  readonly enabled: boolean | null;
  /** `principal` (SC): Kerberos identity, where _HOST stands for the host name; required when enabled. Accepts text. */
  readonly principal: string | null;
  /** `keytab` (SC): Path of the key file of the principal; required when enabled. Accepts text. */
  readonly keytab: string | null;
}

/** Where checkpoints are stored and how they are taken, by logical name. */
export interface HdfsCheckpoint {
  /** `type` (§4): Kind of checkpoint. Accepts one of s3, hdfs, gcs, azure_blob, filesystem. */
  readonly type: "hdfs";
  /** `checkpoint` (SC): How checkpoints are taken. Accepts a mapping. */
  readonly checkpoint: CheckpointCheckpoint | null;
  /** `savepoint` (SC): Where savepoints of the job go. Accepts a mapping. */
  readonly savepoint: CheckpointSavepoint | null;
  /** `retention` (SC): Which completed checkpoints are kept. Accepts a mapping. */
  readonly retention: CheckpointRetention | null;
  /** `recovery` (SC): How the job comes back after a failure. Accepts a mapping. */
  readonly recovery: CheckpointRecovery | null;
  /** `monitoring` (SC): What is reported about checkpoints. Accepts a mapping. */
  readonly monitoring: CheckpointMonitoring | null;
  /** `regional` (XM): Settings differ by region: one overlay per region name follows. Accepts true or false. Default false. */
  readonly regional: boolean;
  /** `path` (§4.3): HDFS directory that holds the checkpoints. Accepts a URI that starts with hdfs://. */
  readonly path: string;
  /** `hdfs` (SC): Settings of the HDFS client. Accepts a mapping. */
  readonly hdfs: HdfsCheckpointHdfs | null;
  /** `kerberos` (SC): Kerberos login for HDFS. Accepts a mapping. */
  readonly kerberos: HdfsCheckpointKerberos | null;
}

/** `GcsCheckpointGcs` */
export interface GcsCheckpointGcs {
  /** `project_id` (SC): Google Cloud project that is billed. Accepts text. */
  readonly projectId: string | null;
}

/** `GcsCheckpointAuth` */
export interface GcsCheckpointAuth {
  /** `type` (SC): Kind of identity. Accepts one of service_account, workload_identity. */
  readonly type: "service_account" | "workload_identity" | null;
  /** `key_file` (SC): Path of the JSON key file; required for service_account. Accepts text. */
  readonly keyFile: string | null;
}

/** Where checkpoints are stored and how they are taken, by logical name. */
export interface GcsCheckpoint {
  /** `type` (§4): Kind of checkpoint. Accepts one of s3, hdfs, gcs, azure_blob, filesystem. */
  readonly type: "gcs";
  /** `checkpoint` (SC): How checkpoints are taken. Accepts a mapping. */
  readonly checkpoint: CheckpointCheckpoint | null;
  /** `savepoint` (SC): Where savepoints of the job go. Accepts a mapping. */
  readonly savepoint: CheckpointSavepoint | null;
  /** `retention` (SC): Which completed checkpoints are kept. Accepts a mapping. */
  readonly retention: CheckpointRetention | null;
  /** `recovery` (SC): How the job comes back after a failure. Accepts a mapping. */
  readonly recovery: CheckpointRecovery | null;
  /** `monitoring` (SC): What is reported about checkpoints. Accepts a mapping. */
  readonly monitoring: CheckpointMonitoring | null;
  /** `regional` (XM): Settings differ by region: one overlay per region name follows. Accepts true or false. Default false. */
  readonly regional: boolean;
  /** `bucket` (§4.3): Bucket that holds the checkpoints. Accepts text. */
  readonly bucket: string;
  /** `prefix` (§4.3): Start of every object name. Accepts text. */
  readonly prefix: string | null;
  /** `gcs` (SC): Settings of the Google Cloud Storage client. Accepts a mapping. */
  readonly gcs: GcsCheckpointGcs | null;
  /** `auth` (SC): Identity used towards the store. Accepts a mapping. */
  readonly auth: GcsCheckpointAuth | null;
}

/** `AzureBlobCheckpointAzure` */
export interface AzureBlobCheckpointAzure {
  /** `account_name` (SC): Name of the storage account. Accepts text. */
  readonly accountName: string;
  /** `account_key` (SC): Account key, as a reference; required unless managed_identity. Accepts text. */
  readonly accountKey: Text | null;
  /** `auth_type` (SC): Kind of identity. Accepts one of managed_identity, account_key. */
  readonly authType: "managed_identity" | "account_key" | null;
}

/** Where checkpoints are stored and how they are taken, by logical name. */
export interface AzureBlobCheckpoint {
  /** `type` (§4): Kind of checkpoint. Accepts one of s3, hdfs, gcs, azure_blob, filesystem. */
  readonly type: "azure_blob";
  /** `checkpoint` (SC): How checkpoints are taken. Accepts a mapping. */
  readonly checkpoint: CheckpointCheckpoint | null;
  /** `savepoint` (SC): Where savepoints of the job go. Accepts a mapping. */
  readonly savepoint: CheckpointSavepoint | null;
  /** `retention` (SC): Which completed checkpoints are kept. Accepts a mapping. */
  readonly retention: CheckpointRetention | null;
  /** `recovery` (SC): How the job comes back after a failure. Accepts a mapping. */
  readonly recovery: CheckpointRecovery | null;
  /** `monitoring` (SC): What is reported about checkpoints. Accepts a mapping. */
  readonly monitoring: CheckpointMonitoring | null;
  /** `regional` (XM): Settings differ by region: one overlay per region name follows. Accepts true or false. Default false. */
  readonly regional: boolean;
  /** `container` (SC): Container that holds the checkpoints. Accepts text. */
  readonly container: string;
  /** `prefix` (SC): Start of every blob name. Accepts text. */
  readonly prefix: string | null;
  /** `azure` (SC): Storage account and identity. Accepts a mapping. */
  readonly azure: AzureBlobCheckpointAzure;
}

/** Where checkpoints are stored and how they are taken, by logical name. */
export interface FilesystemCheckpoint {
  /** `type` (§4): Kind of checkpoint. Accepts one of s3, hdfs, gcs, azure_blob, filesystem. */
  readonly type: "filesystem";
  /** `checkpoint` (SC): How checkpoints are taken. Accepts a mapping. */
  readonly checkpoint: CheckpointCheckpoint | null;
  /** `savepoint` (SC): Where savepoints of the job go. Accepts a mapping. */
  readonly savepoint: CheckpointSavepoint | null;
  /** `retention` (SC): Which completed checkpoints are kept. Accepts a mapping. */
  readonly retention: CheckpointRetention | null;
  /** `recovery` (SC): How the job comes back after a failure. Accepts a mapping. */
  readonly recovery: CheckpointRecovery | null;
  /** `monitoring` (SC): What is reported about checkpoints. Accepts a mapping. */
  readonly monitoring: CheckpointMonitoring | null;
  /** `regional` (XM): Settings differ by region: one overlay per region name follows. Accepts true or false. Default false. */
  readonly regional: boolean;
  /** `path` (§4.3): Directory on a file system that every node sees. Accepts a URI that starts with file://. */
  readonly path: string;
}

/** `StateBackendTtlCleanup` */
export interface StateBackendTtlCleanup {
  /** `strategy` (SC): When expired entries are removed. Accepts one of full, incremental, rocksdb_compaction. */
  readonly strategy: "full" | "incremental" | "rocksdb_compaction" | null;
  /** `run_interval` (SC): Time between two cleanup runs. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly runIntervalMs: number | null;
  /** `delete_batch_size` (SC): Entries removed in one step. Accepts an integer of at least 1. */
  readonly deleteBatchSize: number | null;
}

/** `StateBackendTtl` */
export interface StateBackendTtl {
  /** `enabled` (SC): Let state expire. Accepts true or false. */
  readonly enabled: boolean | null;
  /** `default_ttl` (SC): Lifetime of every state that state_ttls does not name. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly defaultTtlMs: number | null;
  /** `cleanup` (SC): How expired state is removed. Accepts a mapping. */
  readonly cleanup: StateBackendTtlCleanup | null;
  /** `compaction_filter` (SC): Drop expired entries while RocksDB compacts its files. Accepts true or false. */
  readonly compactionFilter: boolean | null;
}

/** `RocksdbStateBackendStorageEncryption` */
export interface RocksdbStateBackendStorageEncryption {
  /** `enabled` (XM): Demand encrypted disks. Accepts true or false. */
  readonly enabled: boolean | null;
  /** `key_provider` (XM): Key service, such as aws_kms; required when enabled. Accepts text. */
  readonly keyProvider: string | null;
  /** `kms_key_id` (XM): Key in that service; required for aws_kms. Accepts text. */
  readonly kmsKeyId: string | null;
}

/** `RocksdbStateBackendStorage` */
export interface RocksdbStateBackendStorage {
  /** `local_directories` (SC): Directories on local disks, best on separate devices. Accepts a list, each item text. */
  readonly localDirectories: readonly string[] | null;
  /** `directory_selection` (SC): How a directory is picked for an operator. Accepts one of round_robin, least_used. */
  readonly directorySelection: "round_robin" | "least_used" | null;
  /** `encryption` (XM): Encryption of the local disks. Accepts a mapping. */
  readonly encryption: RocksdbStateBackendStorageEncryption | null;
}

/** `RocksdbStateBackendMemory` */
export interface RocksdbStateBackendMemory {
  /** `managed` (SC): Take the memory from Flink's managed memory. Accepts true or false. */
  readonly managed: boolean | null;
  /** `per_slot` (SC): Fixed memory for each slot. Accepts a size: an integer and one of b, kb, mb, gb, tb, such as 512mb. */
  readonly perSlotBytes: number | null;
}

/** `RocksdbStateBackendOptions` */
export interface RocksdbStateBackendOptions {
  /** `block_cache_size` (§4.4): Cache for blocks read from disk. Accepts a size: an integer and one of b, kb, mb, gb, tb, such as 512mb. */
  readonly blockCacheSizeBytes: number | null;
  /** `write_buffer_size` (§4.4): Size of one in-memory write buffer. Accepts a size: an integer and one of b, kb, mb, gb, tb, such as 512mb. */
  readonly writeBufferSizeBytes: number | null;
  /** `max_write_buffer_number` (SC): Most write buffers of one state. Accepts an integer of at least 1. */
  readonly maxWriteBufferNumber: number | null;
  /** `min_write_buffer_number_to_merge` (SC): Write buffers merged into one flush; at most max_write_buffer_number. Accepts an integer of at least 1. */
  readonly minWriteBufferNumberToMerge: number | null;
  /** `level_compaction_dynamic_level_bytes` (SC): Let RocksDB choose the level sizes. Accepts true or false. */
  readonly levelCompactionDynamicLevelBytes: boolean | null;
  /** `max_background_compactions` (SC): Threads that compact files. Accepts an integer of at least 1. */
  readonly maxBackgroundCompactions: number | null;
  /** `max_background_flushes` (SC): Threads that flush write buffers. Accepts an integer of at least 1. */
  readonly maxBackgroundFlushes: number | null;
  /** `bloom_filter_bits_per_key` (SC): Bits that the bloom filter spends on a key. Accepts an integer of at least 1. */
  readonly bloomFilterBitsPerKey: number | null;
  /** `bloom_filter_block_based` (SC): One bloom filter per block instead of per file. Accepts true or false. */
  readonly bloomFilterBlockBased: boolean | null;
  /** `compression` (SC): Codec of the files. Accepts one of NONE, SNAPPY, LZ4, ZSTD. */
  readonly compression: "NONE" | "SNAPPY" | "LZ4" | "ZSTD" | null;
}

/** `RocksdbStateBackendTimerService` */
export interface RocksdbStateBackendTimerService {
  /** `type` (SC): Store of the timers. Accepts one of rocksdb, heap. */
  readonly type: "rocksdb" | "heap" | null;
  /** `async` (SC): Save timers without stopping processing. Accepts true or false. */
  readonly async: boolean | null;
}

/** Where operators keep their state while a job runs, by backend name. */
export interface RocksdbStateBackend {
  /** `type` (§4): Kind of state backend. Accepts one of rocksdb, hashmap, external, changelog. */
  readonly type: "rocksdb";
  /** `ttl` (SC): Expiry of state that is no longer touched. Accepts a mapping. */
  readonly ttl: StateBackendTtl | null;
  /** `state_ttls` (SC): Lifetimes of single states. Accepts a mapping. */
  readonly stateTtls: Readonly<Record<string, number>> | null;
  /** `regional` (XM): Settings differ by region: one overlay per region name follows. Accepts true or false. Default false. */
  readonly regional: boolean;
  /** `incremental` (§4.4): Upload only files that changed since the last checkpoint. Accepts true or false. */
  readonly incremental: boolean | null;
  /** `storage` (SC): Local files of RocksDB. Accepts a mapping. */
  readonly storage: RocksdbStateBackendStorage | null;
  /** `memory` (SC): How much memory RocksDB may use. Accepts a mapping. */
  readonly memory: RocksdbStateBackendMemory | null;
  /** `options` (§4.4): Native settings of RocksDB. Accepts a mapping. */
  readonly options: RocksdbStateBackendOptions | null;
  /** `timer_service` (SC): Where timers are kept. Accepts a mapping. */
  readonly timerService: RocksdbStateBackendTimerService | null;
}

/** `HashmapStateBackendMemory` */
export interface HashmapStateBackendMemory {
  /** `max_heap_size` (SC): Largest heap for state. Accepts a size: an integer and one of b, kb, mb, gb, tb, such as 512mb. */
  readonly maxHeapSizeBytes: number | null;
  /** `gc_threshold` (SC): Share of the heap, 0 to 1, that starts a collection. Accepts a number from 0 to 1. */
  readonly gcThreshold: number | null;
}

/** Where operators keep their state while a job runs, by backend name. */
export interface HashmapStateBackend {
  /** `type` (§4): Kind of state backend. Accepts one of rocksdb, hashmap, external, changelog. */
  readonly type: "hashmap";
  /** `ttl` (SC): Expiry of state that is no longer touched. Accepts a mapping. */
  readonly ttl: StateBackendTtl | null;
  /** `state_ttls` (SC): Lifetimes of single states. Accepts a mapping. */
  readonly stateTtls: Readonly<Record<string, number>> | null;
  /** `regional` (XM): Settings differ by region: one overlay per region name follows. Accepts true or false. Default false. */
  readonly regional: boolean;
  /** `async_snapshots` (§4.4): Save state without stopping processing. Accepts true or false. */
  readonly asyncSnapshots: boolean | null;
  /** `memory` (SC): How much heap the state may use. Accepts a mapping. */
  readonly memory: HashmapStateBackendMemory | null;
}

/** `ExternalStateBackendRedis` */
export interface ExternalStateBackendRedis {
  /** `uri` (SC): Connection string of the store; required with redis. Accepts a URI that starts with redis:// or rediss://. */
  readonly uri: Text | null;
  /** `cluster_mode` (SC): Speak the Redis cluster protocol. Accepts true or false. */
  readonly clusterMode: boolean | null;
  /** `key_prefix` (SC): Start of every key written. Accepts text. */
  readonly keyPrefix: string | null;
  /** `ttl` (SC): Lifetime of a key. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly ttlMs: number | null;
}

/** `ExternalStateBackendIgnite` */
export interface ExternalStateBackendIgnite {
  /** `config_path` (SC): Path of the client configuration; required with ignite. Accepts text. */
  readonly configPath: string | null;
  /** `cache_name` (SC): Cache that holds the state; required with ignite. Accepts text. */
  readonly cacheName: string | null;
}

/** Where operators keep their state while a job runs, by backend name. */
export interface ExternalStateBackend {
  /** `type` (§4): Kind of state backend. Accepts one of rocksdb, hashmap, external, changelog. */
  readonly type: "external";
  /** `ttl` (SC): Expiry of state that is no longer touched. Accepts a mapping. */
  readonly ttl: StateBackendTtl | null;
  /** `state_ttls` (SC): Lifetimes of single states. Accepts a mapping. */
  readonly stateTtls: Readonly<Record<string, number>> | null;
  /** `regional` (XM): Settings differ by region: one overlay per region name follows. Accepts true or false. Default false. */
  readonly regional: boolean;
  /** `redis` (SC): Redis as the store; required unless ignite is set. Accepts a mapping. */
  readonly redis: ExternalStateBackendRedis | null;
  /** `ignite` (SC): Ignite as the store; required unless redis is set. Accepts a mapping. */
  readonly ignite: ExternalStateBackendIgnite | null;
}

/** `ChangelogStateBackendChangelogPeriodicMaterialize` */
export interface ChangelogStateBackendChangelogPeriodicMaterialize {
  /** `enabled` (SC): Materialize the state regularly. Accepts true or false. */
  readonly enabled: boolean | null;
  /** `interval` (SC): Time between two materializations. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly intervalMs: number | null;
}

/** `ChangelogStateBackendChangelog` */
export interface ChangelogStateBackendChangelog {
  /** `storage` (SC): URI of the folder for the log. Accepts a URI that starts with s3:// or s3a:// or s3p:// or hdfs:// or viewfs:// or gs:// or abfs:// or abfss:// or wasb:// or wasbs:// or oss:// or file://. */
  readonly storage: string;
  /** `retention` (SC): How long the log is kept. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly retentionMs: number | null;
  /** `periodic_materialize` (SC): Regular full saves, after which the log is cut. Accepts a mapping. */
  readonly periodicMaterialize: ChangelogStateBackendChangelogPeriodicMaterialize | null;
}

/** Where operators keep their state while a job runs, by backend name. */
export interface ChangelogStateBackend {
  /** `type` (§4): Kind of state backend. Accepts one of rocksdb, hashmap, external, changelog. */
  readonly type: "changelog";
  /** `ttl` (SC): Expiry of state that is no longer touched. Accepts a mapping. */
  readonly ttl: StateBackendTtl | null;
  /** `state_ttls` (SC): Lifetimes of single states. Accepts a mapping. */
  readonly stateTtls: Readonly<Record<string, number>> | null;
  /** `regional` (XM): Settings differ by region: one overlay per region name follows. Accepts true or false. Default false. */
  readonly regional: boolean;
  /** `base_backend` (SC): Kind of the backend whose changes are logged. Accepts one of rocksdb, hashmap, external. */
  readonly baseBackend: "rocksdb" | "hashmap" | "external";
  /** `changelog` (SC): The log of state changes. Accepts a mapping. */
  readonly changelog: ChangelogStateBackendChangelog;
}

/** Destinations of records that could not be processed. */
export interface KafkaDeadLetter {
  /** `type` (§4): Kind of dead letter. Accepts one of kafka, s3, mongodb. */
  readonly type: "kafka";
  /** `include_metadata` (§4.5): Whether the error and its origin are attached to the record. Accepts true or false. Default false. */
  readonly includeMetadata: boolean;
  /** `topic` (§4.5): Name of the Kafka topic. Accepts text. */
  readonly topic: string;
  /** `brokers` (§4.5): Bootstrap servers as host:port, separated by commas. Accepts host:port, several separated by commas. */
  readonly brokers: Text;
  /** `partitions` (addition): Number of partitions when the topic is created. Accepts an integer of at least 1. */
  readonly partitions: number | null;
  /** `replication` (addition): Number of replicas of each partition when the topic is created. Accepts an integer of at least 1. */
  readonly replication: number | null;
  /** `retention_ms` (addition): How long the topic keeps records, in milliseconds; -1 keeps them without limit. Accepts an integer of at least -1. */
  readonly retentionMs: number | null;
  /** `min_insync_replicas` (addition): Replicas that must confirm a write under acks all (min.insync.replicas). Accepts an integer of at least 1. */
  readonly minInsyncReplicas: number | null;
  /** `cleanup_policy` (addition): Whether old records are deleted, compacted by key, or both (cleanup.policy). Accepts one of delete, compact, compact_delete. */
  readonly cleanupPolicy: "delete" | "compact" | "compact_delete" | null;
  /** `retention_bytes` (addition): Size in bytes a partition may reach before old records go; -1 means no limit (retention.bytes). Accepts an integer of at least -1. */
  readonly retentionBytes: number | null;
  /** `segment_ms` (addition): Age in milliseconds at which a log segment is closed (segment.ms). Accepts an integer of at least 1. */
  readonly segmentMs: number | null;
  /** `segment_bytes` (addition): Size in bytes at which a log segment is closed (segment.bytes). Accepts an integer of at least 1. */
  readonly segmentBytes: number | null;
  /** `max_message_bytes` (addition): Largest record batch in bytes that the topic accepts (max.message.bytes). Accepts an integer of at least 0. */
  readonly maxMessageBytes: number | null;
  /** `min_compaction_lag` (addition): Time a record stays before compaction may remove it (min.compaction.lag.ms). Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly minCompactionLagMs: number | null;
  /** `max_compaction_lag` (addition): Time after which a record must have become eligible for compaction (max.compaction.lag.ms). Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly maxCompactionLagMs: number | null;
  /** `delete_retention` (addition): Time a delete marker stays visible in a compacted topic (delete.retention.ms). Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly deleteRetentionMs: number | null;
  /** `min_cleanable_ratio` (addition): Share of uncompacted log, 0 to 1, that starts a compaction (min.cleanable.dirty.ratio). Accepts a number from 0 to 1. */
  readonly minCleanableRatio: number | null;
  /** `topic_compression` (addition): Codec the broker stores records with; producer keeps the writer's (compression.type). Accepts one of producer, uncompressed, gzip, snappy, lz4, zstd. */
  readonly topicCompression:
    "producer" | "uncompressed" | "gzip" | "snappy" | "lz4" | "zstd" | null;
  /** `timestamp_type` (addition): Whether a record carries its creation or its arrival time (message.timestamp.type). Accepts one of create_time, log_append_time. */
  readonly timestampType: "create_time" | "log_append_time" | null;
  /** `unclean_leader_election` (addition): Whether a replica that lags may lead, at the price of records (unclean.leader.election.enable). Accepts true or false. */
  readonly uncleanLeaderElection: boolean | null;
  /** `acl` (addition): Principals that may use the topic. Accepts a mapping. */
  readonly acl: KafkaStreamAcl | null;
  /** `properties` (XP): Settings of the client library by their own names, passed on unchanged. Accepts a mapping. */
  readonly properties: Readonly<Record<string, Text>> | null;
}

/** Destinations of records that could not be processed. */
export interface S3DeadLetter {
  /** `type` (§4): Kind of dead letter. Accepts one of kafka, s3, mongodb. */
  readonly type: "s3";
  /** `include_metadata` (§4.5): Whether the error and its origin are attached to the record. Accepts true or false. Default false. */
  readonly includeMetadata: boolean;
  /** `bucket` (§4.5): Bucket that receives the files. Accepts text. */
  readonly bucket: string;
  /** `prefix` (§4.5): Start of every object key, usually ending with a slash. Accepts text. */
  readonly prefix: string | null;
  /** `format` (§4.5): File format. Accepts one of json, avro, parquet. */
  readonly format: "json" | "avro" | "parquet" | null;
  /** `partition_by` (§4.5): What the folders below the prefix are named after. Accepts one of date, hour, source. */
  readonly partitionBy: "date" | "hour" | "source" | null;
}

/** Destinations of records that could not be processed. */
export interface MongodbDeadLetter {
  /** `type` (§4): Kind of dead letter. Accepts one of kafka, s3, mongodb. */
  readonly type: "mongodb";
  /** `include_metadata` (§4.5): Whether the error and its origin are attached to the record. Accepts true or false. Default false. */
  readonly includeMetadata: boolean;
  /** `uri` (#74): Connection string of the MongoDB deployment. Accepts a URI that starts with mongodb:// or mongodb+srv://. */
  readonly uri: Text;
  /** `database` (#74): Name of the database. Accepts text. */
  readonly database: string;
  /** `collection` (#74): Name of the collection. Accepts text. */
  readonly collection: string;
}

/** `KafkaCompletionProducer` */
export interface KafkaCompletionProducer {
  /** `key_field` (§4.6): Field used as record key, usually correlation_id. Needed, unless process files are read: then the correlation of the process is its default. Accepts text. */
  readonly keyField: string | null;
  /** `acks` (§4.6): Replicas that must acknowledge a write: none, the leader, or all. Accepts one of 0, 1, all. Default "all". */
  readonly acks: "0" | "1" | "all";
  /** `idempotence` (§4.6): Whether retries write no duplicates; left unset, it is on only with acks all. Accepts true or false. Default true. */
  readonly idempotence: boolean;
  /** `compression` (§4.6): Codec that batches are compressed with. Accepts one of none, gzip, snappy, lz4, zstd. */
  readonly compression: "none" | "gzip" | "snappy" | "lz4" | "zstd" | null;
  /** `delivery_guarantee` (addition): Delivery guarantee of the sink across failures. Accepts one of none, at_least_once, exactly_once. */
  readonly deliveryGuarantee: "none" | "at_least_once" | "exactly_once" | null;
  /** `transactional_id_prefix` (addition): Start of the transactional ids under exactly_once; must be unique per job and sink. Accepts text. */
  readonly transactionalIdPrefix: string | null;
  /** `transaction_timeout` (addition): Time after which the broker aborts an open transaction; must outlast a checkpoint and a restart. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly transactionTimeoutMs: number | null;
}

/** `KafkaCompletionCallbackRetry` */
export interface KafkaCompletionCallbackRetry {
  /** `attempts` (§4.6): How often the operation is tried again. Accepts an integer of at least 0. */
  readonly attempts: number | null;
  /** `backoff` (§4.6): How the wait grows between attempts. Accepts one of constant, linear, exponential. */
  readonly backoff: "constant" | "linear" | "exponential" | null;
  /** `initial_delay` (§4.6): Wait before the first new attempt. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly initialDelayMs: number | null;
  /** `max_delay` (§4.6): Longest wait between two attempts; at least initial_delay. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly maxDelayMs: number | null;
}

/** `KafkaCompletionCallback` */
export interface KafkaCompletionCallback {
  /** `trigger` (§4.6): Moment at which the event is emitted. Accepts one of after_commit, after_flush, after_ack. Default "after_commit". */
  readonly trigger: "after_commit" | "after_flush" | "after_ack";
  /** `timeout` (§4.6): Wait for the sink before a failure is announced. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly timeoutMs: number | null;
  /** `retry` (§4.6): Retries of the announcement itself. Accepts a mapping. */
  readonly retry: KafkaCompletionCallbackRetry | null;
  /** `include_sink_response` (§4.6): Whether the event carries the answer of the sink. Accepts true or false. */
  readonly includeSinkResponse: boolean | null;
}

/** Topics on which completed writes are announced. */
export interface KafkaCompletion {
  /** `type` (§4): Kind of completion. Accepts kafka. */
  readonly type: "kafka";
  /** `topic` (§4.6): Name of the Kafka topic. Accepts text. */
  readonly topic: string;
  /** `brokers` (§4.6): Bootstrap servers as host:port, separated by commas. Accepts host:port, several separated by commas. */
  readonly brokers: Text;
  /** `partitions` (§4.6): Number of partitions when the topic is created. Accepts an integer of at least 1. */
  readonly partitions: number | null;
  /** `replication` (§4.6): Number of replicas of each partition when the topic is created. Accepts an integer of at least 1. */
  readonly replication: number | null;
  /** `retention_ms` (§4.6): How long the topic keeps records, in milliseconds; -1 keeps them without limit. Accepts an integer of at least -1. Default 86400000. */
  readonly retentionMs: number;
  /** `min_insync_replicas` (addition): Replicas that must confirm a write under acks all (min.insync.replicas). Accepts an integer of at least 1. */
  readonly minInsyncReplicas: number | null;
  /** `cleanup_policy` (addition): Whether old records are deleted, compacted by key, or both (cleanup.policy). Accepts one of delete, compact, compact_delete. */
  readonly cleanupPolicy: "delete" | "compact" | "compact_delete" | null;
  /** `retention_bytes` (addition): Size in bytes a partition may reach before old records go; -1 means no limit (retention.bytes). Accepts an integer of at least -1. */
  readonly retentionBytes: number | null;
  /** `segment_ms` (addition): Age in milliseconds at which a log segment is closed (segment.ms). Accepts an integer of at least 1. */
  readonly segmentMs: number | null;
  /** `segment_bytes` (addition): Size in bytes at which a log segment is closed (segment.bytes). Accepts an integer of at least 1. */
  readonly segmentBytes: number | null;
  /** `max_message_bytes` (addition): Largest record batch in bytes that the topic accepts (max.message.bytes). Accepts an integer of at least 0. */
  readonly maxMessageBytes: number | null;
  /** `min_compaction_lag` (addition): Time a record stays before compaction may remove it (min.compaction.lag.ms). Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly minCompactionLagMs: number | null;
  /** `max_compaction_lag` (addition): Time after which a record must have become eligible for compaction (max.compaction.lag.ms). Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly maxCompactionLagMs: number | null;
  /** `delete_retention` (addition): Time a delete marker stays visible in a compacted topic (delete.retention.ms). Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly deleteRetentionMs: number | null;
  /** `min_cleanable_ratio` (addition): Share of uncompacted log, 0 to 1, that starts a compaction (min.cleanable.dirty.ratio). Accepts a number from 0 to 1. */
  readonly minCleanableRatio: number | null;
  /** `topic_compression` (addition): Codec the broker stores records with; producer keeps the writer's (compression.type). Accepts one of producer, uncompressed, gzip, snappy, lz4, zstd. */
  readonly topicCompression:
    "producer" | "uncompressed" | "gzip" | "snappy" | "lz4" | "zstd" | null;
  /** `timestamp_type` (addition): Whether a record carries its creation or its arrival time (message.timestamp.type). Accepts one of create_time, log_append_time. */
  readonly timestampType: "create_time" | "log_append_time" | null;
  /** `unclean_leader_election` (addition): Whether a replica that lags may lead, at the price of records (unclean.leader.election.enable). Accepts true or false. */
  readonly uncleanLeaderElection: boolean | null;
  /** `acl` (addition): Principals that may use the topic. Accepts a mapping. */
  readonly acl: KafkaStreamAcl | null;
  /** `producer` (§4.6): Settings for writing the events. Accepts a mapping. */
  readonly producer: KafkaCompletionProducer | null;
  /** `serialization` (§4.6): How keys and values are encoded. Accepts a mapping. */
  readonly serialization: StreamSerialization | null;
  /** `schema_registry` (§4.6): Connection to the schema registry. Accepts a mapping. */
  readonly schemaRegistry: StreamSchemaRegistry | null;
  /** `properties` (addition): Settings of the client library by their own names, passed on unchanged. Accepts a mapping. */
  readonly properties: Readonly<Record<string, Text>> | null;
  /** `callback` (§4.6): When and how a sink announces a completed write. Accepts a mapping. */
  readonly callback: KafkaCompletionCallback | null;
}

/** `ProcessParallelism` */
export interface ProcessParallelism {
  /** `initial` (RA): Instances at the start, from min to max; required in a map. Accepts an integer of at least 1. */
  readonly initial: number | null;
  /** `min` (RA): Fewest instances; required in a map. Accepts an integer of at least 1. */
  readonly min: number | null;
  /** `max` (RA): Most instances; required in a map. Accepts an integer of at least 1. */
  readonly max: number | null;
}

/** `ProcessOperators` */
export interface ProcessOperators {
  /** `parallelism` (RA): Parallel instances of this operator; those of the process when absent. Accepts an integer of at least 1. */
  readonly parallelism: number | null;
}

/** `ProcessMemory` */
export interface ProcessMemory {
  /** `heap` (RA): Heap for user code: a size, or a share of task_memory. Accepts a size such as 1gb, a percentage such as 40%, or a fraction such as 0.4. */
  readonly heap: MemoryAmount | null;
  /** `managed` (§4.7): Managed memory outside the heap, used by RocksDB; Flink's own default applies. Accepts a size such as 1gb, a percentage such as 40%, or a fraction such as 0.4. */
  readonly managed: MemoryAmount | null;
  /** `network` (§4.7): Memory for network buffers; Flink's own default applies. Accepts a size such as 1gb, a percentage such as 40%, or a fraction such as 0.4. */
  readonly network: MemoryAmount | null;
  /** `network_min` (RA): Least memory for network buffers. Accepts a size: an integer and one of b, kb, mb, gb, tb, such as 512mb. */
  readonly networkMinBytes: number | null;
  /** `network_max` (RA): Most memory for network buffers. Accepts a size: an integer and one of b, kb, mb, gb, tb, such as 512mb. */
  readonly networkMaxBytes: number | null;
  /** `framework_heap` (RA): Heap reserved for Flink itself. Accepts a size: an integer and one of b, kb, mb, gb, tb, such as 512mb. */
  readonly frameworkHeapBytes: number | null;
  /** `framework_off_heap` (RA): Memory outside the heap reserved for Flink itself. Accepts a size: an integer and one of b, kb, mb, gb, tb, such as 512mb. */
  readonly frameworkOffHeapBytes: number | null;
  /** `task_off_heap` (RA): Memory outside the heap for user code; 0 is allowed. Accepts a size: an integer and one of b, kb, mb, gb, tb, such as 512mb. */
  readonly taskOffHeapBytes: number | null;
}

/** `ProcessJvm` */
export interface ProcessJvm {
  /** `options` (RA): Flags passed to the JVM. Accepts a list, each item text. */
  readonly options: readonly string[] | null;
  /** `metaspace` (RA): Metaspace at the start. Accepts a size: an integer and one of b, kb, mb, gb, tb, such as 512mb. */
  readonly metaspaceBytes: number | null;
  /** `metaspace_max` (RA): Ceiling of the metaspace. Accepts a size: an integer and one of b, kb, mb, gb, tb, such as 512mb. */
  readonly metaspaceMaxBytes: number | null;
}

/** `ProcessKubernetesCpu` */
export interface ProcessKubernetesCpu {
  /** `request` (RA): Cores reserved; at most the limit. Accepts a number greater than 0, at most 1000000. */
  readonly request: number | null;
  /** `limit` (RA): Cores a pod may burst to. Accepts a number greater than 0, at most 1000000. */
  readonly limit: number | null;
}

/** `ProcessKubernetes` */
export interface ProcessKubernetes {
  /** `cpu` (RA): CPU of a pod. Accepts a mapping. */
  readonly cpu: ProcessKubernetesCpu | null;
}

/** `ProcessNetwork` */
export interface ProcessNetwork {
  /** `exclusive_buffers_per_channel` (RA): Buffers that belong to one channel. Accepts an integer of at least 0. */
  readonly exclusiveBuffersPerChannel: number | null;
  /** `floating_buffers_per_gate` (RA): Buffers that the channels of one gate share. Accepts an integer of at least 0. */
  readonly floatingBuffersPerGate: number | null;
  /** `memory_segment_size` (RA): Size of one network buffer; Flink's own default (32kb) applies. Accepts a size: an integer and one of b, kb, mb, gb, tb, such as 512mb. */
  readonly memorySegmentSizeBytes: number | null;
  /** `buffer_timeout` (RA): A buffer that is not full is sent after this time. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly bufferTimeoutMs: number | null;
}

/** `ProcessBackpressureBufferDebloat` */
export interface ProcessBackpressureBufferDebloat {
  /** `enabled` (RA): Turn debloating on. Accepts true or false. */
  readonly enabled: boolean | null;
  /** `target` (RA): Time in which the data in flight should be consumed. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly targetMs: number | null;
  /** `min_buffers` (RA): Fewest buffers; at most max_buffers. Accepts an integer of at least 0. */
  readonly minBuffers: number | null;
  /** `max_buffers` (RA): Most buffers. Accepts an integer of at least 0. */
  readonly maxBuffers: number | null;
}

/** `ProcessBackpressure` */
export interface ProcessBackpressure {
  /** `credit_based` (RA): Senders wait for credit of the receiver. Accepts true or false. */
  readonly creditBased: boolean | null;
  /** `buffer_debloat` (RA): Adapt the data in flight to the throughput. Accepts a mapping. */
  readonly bufferDebloat: ProcessBackpressureBufferDebloat | null;
}

/** `ProcessSlotSharingGroup` */
export interface ProcessSlotSharingGroup {
  /** `name` (RA): Name of the group. Accepts text. */
  readonly name: string;
  /** `operators` (RA): Members by operator name; * stands for any text. Accepts a list, each item text. */
  readonly operators: readonly string[];
}

/** `ProcessSlotSharing` */
export interface ProcessSlotSharing {
  /** `enabled` (RA): Use the groups below. Accepts true or false. */
  readonly enabled: boolean | null;
  /** `groups` (RA): Sharing groups. Accepts a list, each item a mapping. */
  readonly groups: readonly ProcessSlotSharingGroup[] | null;
}

/** `ProcessConstraintsTopology` */
export interface ProcessConstraintsTopology {
  /** `spread_constraint` (RA): Domain to spread over, such as zone. Accepts text. */
  readonly spreadConstraint: string | null;
}

/** `ProcessConstraints` */
export interface ProcessConstraints {
  /** `node_labels` (RA): Labels that a node must carry. Accepts a mapping. */
  readonly nodeLabels: Readonly<Record<string, string>> | null;
  /** `anti_affinity` (RA): Node groups to stay away from. Accepts a list, each item text. */
  readonly antiAffinity: readonly string[] | null;
  /** `topology` (RA): Spreading over failure domains. Accepts a mapping. */
  readonly topology: ProcessConstraintsTopology | null;
}

/** `ProcessAutoScaleMetric` */
export interface ProcessAutoScaleMetric {
  /** `type` (RA): Signal that scaling follows. Accepts one of kafka_lag, cpu_utilization. */
  readonly type: "kafka_lag" | "cpu_utilization";
  /** `target` (RA): Value to hold: records of lag per partition, or percent of CPU. Accepts a number. */
  readonly target: number;
}

/** `ProcessAutoScale` */
export interface ProcessAutoScale {
  /** `enabled` (RA): Turn automatic scaling on. Accepts true or false. */
  readonly enabled: boolean | null;
  /** `metrics` (RA): Signals that scaling follows. Accepts a list, each item a mapping. */
  readonly metrics: readonly ProcessAutoScaleMetric[] | null;
  /** `cooldown_period` (RA): Pause between two scalings. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly cooldownPeriodMs: number | null;
  /** `scale_up_factor` (RA): Factor by which parallelism grows. Accepts a number greater than 1. */
  readonly scaleUpFactor: number | null;
  /** `scale_down_factor` (RA): Factor, 0 to 1, by which parallelism shrinks. Accepts a number from 0 to 1. */
  readonly scaleDownFactor: number | null;
}

/** `ProcessMonitoringResourceMetrics` */
export interface ProcessMonitoringResourceMetrics {
  /** `enabled` (RA): Publish usage metrics. Accepts true or false. */
  readonly enabled: boolean | null;
  /** `interval` (RA): Time between two samples. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly intervalMs: number | null;
}

/** `ProcessMonitoringAlert` */
export interface ProcessMonitoringAlert {
  /** `name` (RA): Name of the alert. Accepts text. */
  readonly name: string;
  /** `condition` (RA): When it fires, such as cpu_utilization > 90%. Accepts text. */
  readonly condition: string;
  /** `action` (RA): What should happen. Accepts one of scale_up, scale_down, alert. */
  readonly action: "scale_up" | "scale_down" | "alert";
}

/** `ProcessMonitoring` */
export interface ProcessMonitoring {
  /** `resource_metrics` (RA): Usage metrics. Accepts a mapping. */
  readonly resourceMetrics: ProcessMonitoringResourceMetrics | null;
  /** `alerts` (RA): Alerts on the resources of this process. Accepts a list, each item a mapping. */
  readonly alerts: readonly ProcessMonitoringAlert[] | null;
}

/** `ProcessCapacity` */
export interface ProcessCapacity {
  /** `target_throughput` (RA): Events per second. Accepts an integer of at least 0. */
  readonly targetThroughput: number | null;
  /** `target_latency_p99` (RA): Latency of 99 out of 100 events. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly targetLatencyP99Ms: number | null;
}

/** `ProcessAutoSize` */
export interface ProcessAutoSize {
  /** `based_on` (RA): Model used for sizing. Accepts throughput. */
  readonly basedOn: "throughput" | null;
  /** `events_per_second` (RA): Expected events per second; required for throughput. Accepts an integer of at least 1. */
  readonly eventsPerSecond: number | null;
  /** `bytes_per_event` (RA): Size of one event. Accepts a size: an integer and one of b, kb, mb, gb, tb, such as 512mb. */
  readonly bytesPerEventBytes: number | null;
  /** `processing_time_ms` (RA): Work for one event, in milliseconds. Accepts a number greater than 0. */
  readonly processingTimeMs: number | null;
}

/** `ProcessSlaThroughput` */
export interface ProcessSlaThroughput {
  /** `min` (RA): Floor, in events per second. Accepts an integer of at least 0. */
  readonly min: number | null;
  /** `target` (RA): Goal, in events per second. Accepts an integer of at least 0. */
  readonly target: number | null;
}

/** `ProcessSlaLatency` */
export interface ProcessSlaLatency {
  /** `p50` (RA): Latency of half of the events. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly p50Ms: number | null;
  /** `p99` (RA): Latency of 99 out of 100 events. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly p99Ms: number | null;
  /** `max` (RA): Latency of the slowest event. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly maxMs: number | null;
}

/** `ProcessSla` */
export interface ProcessSla {
  /** `throughput` (RA): Events per second. Accepts a mapping. */
  readonly throughput: ProcessSlaThroughput | null;
  /** `latency` (RA): Time from arrival to result, where p50 <= p99 <= max. Accepts a mapping. */
  readonly latency: ProcessSlaLatency | null;
  /** `availability` (RA): Share of time that the process is up, 0% to 100%. Accepts a percentage such as 50%. */
  readonly availabilityFraction: number | null;
}

/** `ProcessLimits` */
export interface ProcessLimits {
  /** `max_parallelism` (RA): Bound for parallelism. Accepts an integer of at least 1. */
  readonly maxParallelism: number | null;
  /** `max_task_memory` (RA): Bound for task_memory. Accepts a size: an integer and one of b, kb, mb, gb, tb, such as 512mb. */
  readonly maxTaskMemoryBytes: number | null;
  /** `max_task_cpu` (RA): Bound for task_cpu, in cores. Accepts a number greater than 0, at most 1000000. */
  readonly maxTaskCpu: number | null;
}

/** `ProcessCost` */
export interface ProcessCost {
  /** `max_monthly_cost` (RA): Bound for the cost of a month, in US dollars. Accepts a number of at least 0. */
  readonly maxMonthlyCost: number | null;
  /** `instance_type_allowlist` (RA): Cloud instance types that may be used. Accepts a list, each item text. */
  readonly instanceTypeAllowlist: readonly string[] | null;
}

/** Compute sizing, by process name. */
export interface Process {
  /** `_group` (RA): Name of the entry of _groups whose values this process starts from. Accepts text. */
  readonly Group: string | null;
  /** `parallelism` (§4.7): Parallel instances; a map adds the bounds of automatic scaling. Accepts an integer of at least 1, or a mapping. Default 1. */
  readonly parallelism: ProcessParallelism;
  /** `max_parallelism` (§4.7): Key groups, the ceiling of any later rescaling; at least parallelism, Flink's own default applies. Accepts an integer of at least 1. */
  readonly maxParallelism: number | null;
  /** `task_memory` (§4.7): Memory of one task slot. Accepts a size: an integer and one of b, kb, mb, gb, tb, such as 512mb. Default "1gb". */
  readonly taskMemoryBytes: number;
  /** `task_cpu` (§4.7): CPU cores of one task slot. Accepts a number from 0.1 to 1000000. Default 1. */
  readonly taskCpu: number;
  /** `operators` (RA): Settings of single operators. Accepts a mapping. */
  readonly operators: Readonly<Record<string, ProcessOperators>> | null;
  /** `checkpoint` (addition): Name of the entry of checkpoints that this process uses. Accepts text. */
  readonly checkpoint: string | null;
  /** `state_backend` (addition): Name of the entry of state_backends that this process uses. Accepts text. */
  readonly stateBackend: string | null;
  /** `jar` (addition): URI or path of the job's jar; else the application's first artifact is taken. Accepts text. */
  readonly jar: string | null;
  /** `main_class` (addition): Class with the main method; else the one of deployment.application. Accepts a Java class name. */
  readonly mainClass: string | null;
  /** `args` (addition): Program arguments; replace those of deployment.application. Accepts a list, each item text. */
  readonly args: readonly string[] | null;
  /** `flink_options` (addition): Flink options that no other property sets, written as Flink spells them. Accepts a mapping. */
  readonly flinkOptions: Readonly<Record<string, Text>> | null;
  /** `memory` (RA): How task_memory is split; relative parts sum to at most 100%. Accepts a mapping. */
  readonly memory: ProcessMemory | null;
  /** `jvm` (RA): Settings of the Java virtual machine. Accepts a mapping. */
  readonly jvm: ProcessJvm | null;
  /** `cpu_shares` (RA): CPU weight relative to other containers. Accepts an integer of at least 2. Default 1024. */
  readonly cpuShares: number;
  /** `kubernetes` (RA): Settings that only Kubernetes knows. Accepts a mapping. */
  readonly kubernetes: ProcessKubernetes | null;
  /** `network` (RA): Network stack between tasks. Accepts a mapping. */
  readonly network: ProcessNetwork | null;
  /** `backpressure` (RA): Flow control between tasks. Accepts a mapping. */
  readonly backpressure: ProcessBackpressure | null;
  /** `slot_sharing` (RA): Which operators may share a task slot. Accepts a mapping. */
  readonly slotSharing: ProcessSlotSharing | null;
  /** `co_location` (RA): Groups of operators forced into the same slot. Accepts a list, each item a list, each item text. */
  readonly coLocation: readonly (readonly string[])[] | null;
  /** `constraints` (RA): Where the pods of this process may run. Accepts a mapping. */
  readonly constraints: ProcessConstraints | null;
  /** `auto_scale` (RA): Scaling driven by load. Accepts a mapping. */
  readonly autoScale: ProcessAutoScale | null;
  /** `monitoring` (RA): Telemetry of the resources in use. Accepts a mapping. */
  readonly monitoring: ProcessMonitoring | null;
  /** `capacity` (RA): Load that sizing should be good for. Accepts a mapping. */
  readonly capacity: ProcessCapacity | null;
  /** `auto_size` (RA): Derive parallelism and memory from the expected load. Accepts a mapping. */
  readonly autoSize: ProcessAutoSize | null;
  /** `sla` (RA): What the process promises. Accepts a mapping. */
  readonly sla: ProcessSla | null;
  /** `limits` (RA): Bounds that the sizing must not exceed, checked before generating. Accepts a mapping. */
  readonly limits: ProcessLimits | null;
  /** `cost` (RA): Spending rules. Accepts a mapping. */
  readonly cost: ProcessCost | null;
  /** `regional` (XM): Sizing differs by region: one overlay per region name follows. Accepts true or false. Default false. */
  readonly regional: boolean;
}

/** `TaskManagerSizingAutoSize` */
export interface TaskManagerSizingAutoSize {
  /** `total_parallelism` (RA): Slots needed in all, divided by slots_per_manager and rounded up; required with auto_size. Accepts an integer of at least 1. */
  readonly totalParallelism: number | null;
}

/** `TaskManagerSizingMemoryFlink` */
export interface TaskManagerSizingMemoryFlink {
  /** `heap` (RA): Heap for user code. Accepts a size: an integer and one of b, kb, mb, gb, tb, such as 512mb. */
  readonly heapBytes: number | null;
  /** `managed` (RA): Managed memory outside the heap. Accepts a size: an integer and one of b, kb, mb, gb, tb, such as 512mb. */
  readonly managedBytes: number | null;
  /** `network` (RA): Memory for network buffers. Accepts a size: an integer and one of b, kb, mb, gb, tb, such as 512mb. */
  readonly networkBytes: number | null;
  /** `framework` (RA): Heap reserved for Flink itself. Accepts a size: an integer and one of b, kb, mb, gb, tb, such as 512mb. */
  readonly frameworkBytes: number | null;
  /** `task_off_heap` (RA): Memory outside the heap for user code; 0 is allowed. Accepts a size: an integer and one of b, kb, mb, gb, tb, such as 512mb. */
  readonly taskOffHeapBytes: number | null;
}

/** `TaskManagerSizingMemory` */
export interface TaskManagerSizingMemory {
  /** `total` (RA): Whole process; at least the sum of its parts. Accepts a size: an integer and one of b, kb, mb, gb, tb, such as 512mb. */
  readonly totalBytes: number | null;
  /** `flink` (RA): The part that Flink divides itself. Accepts a mapping. */
  readonly flink: TaskManagerSizingMemoryFlink | null;
  /** `jvm_metaspace` (RA): Metaspace of the JVM. Accepts a size: an integer and one of b, kb, mb, gb, tb, such as 512mb. */
  readonly jvmMetaspaceBytes: number | null;
  /** `jvm_overhead` (RA): Reserve for the JVM: threads, code cache. Accepts a size: an integer and one of b, kb, mb, gb, tb, such as 512mb. */
  readonly jvmOverheadBytes: number | null;
}

/** `resources._task_managers` */
export interface TaskManagerSizing {
  /** `count` (RA): Number of task managers. Accepts an integer of at least 1. */
  readonly count: number | null;
  /** `cpu` (RA): CPU cores of one task manager. Accepts a number greater than 0, at most 1000000. */
  readonly cpu: number | null;
  /** `slots_per_manager` (RA): Task slots of one task manager; required with auto_size. Accepts an integer from 1 to 32768. */
  readonly slotsPerManager: number | null;
  /** `auto_size` (RA): Derive the number of task managers; count wins when set. Accepts a mapping. */
  readonly autoSize: TaskManagerSizingAutoSize | null;
  /** `memory` (RA): Memory of one task manager: the whole process, or its parts. Accepts a size: an integer and one of b, kb, mb, gb, tb, such as 512mb, or a mapping. */
  readonly memory: TaskManagerSizingMemory | null;
}

/** `JobManagerSizingHa` */
export interface JobManagerSizingHa {
  /** `type` (RA): Service that elects the leader; required with ha. Accepts one of zookeeper, kubernetes. */
  readonly type: "zookeeper" | "kubernetes" | null;
  /** `zookeeper_quorum` (RA): ZooKeeper servers; required for zookeeper. Accepts host:port, several separated by commas. */
  readonly zookeeperQuorum: Text | null;
  /** `storage_dir` (RA): URI of the folder for recovery metadata; required with ha. Accepts a URI that starts with s3:// or s3a:// or s3p:// or hdfs:// or viewfs:// or gs:// or abfs:// or abfss:// or wasb:// or wasbs:// or oss:// or file://. */
  readonly storageDir: string | null;
}

/** `JobManagerSizingWeb` */
export interface JobManagerSizingWeb {
  /** `port` (RA): Port of the web UI. Accepts an integer from 1 to 65535. */
  readonly port: number | null;
  /** `submit_enable` (RA): Allow jars to be uploaded; better off in production. Accepts true or false. */
  readonly submitEnable: boolean | null;
}

/** `resources._job_manager` */
export interface JobManagerSizing {
  /** `memory` (RA): Memory of the job manager process. Accepts a size: an integer and one of b, kb, mb, gb, tb, such as 512mb. */
  readonly memoryBytes: number | null;
  /** `cpu` (RA): CPU cores of the job manager. Accepts a number greater than 0, at most 1000000. */
  readonly cpu: number | null;
  /** `ha` (RA): High availability of the job manager. Accepts a mapping. */
  readonly ha: JobManagerSizingHa | null;
  /** `web` (RA): The web UI and its REST API. Accepts a mapping. */
  readonly web: JobManagerSizingWeb | null;
}

/** `resources._quotas` */
export interface Quota {
  /** `max_total_parallelism` (RA): Bound for the sum of parallelism. Accepts an integer of at least 1. */
  readonly maxTotalParallelism: number | null;
  /** `max_total_memory` (RA): Bound for the sum of memory. Accepts a size: an integer and one of b, kb, mb, gb, tb, such as 512mb. */
  readonly maxTotalMemoryBytes: number | null;
  /** `max_processes` (RA): Bound for the number of processes. Accepts an integer of at least 1. */
  readonly maxProcesses: number | null;
}

/** `SecretCache` */
export interface SecretCache {
  /** `enabled` (SM): Whether values are kept. Accepts true or false. */
  readonly enabled: boolean | null;
  /** `ttl` (SM): How long a value is kept. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly ttlMs: number | null;
}

/** `SecretRotationOnRotation` */
export interface SecretRotationOnRotation {
  /** `action` (SM): Whether clients reconnect, the job restarts, or someone is told. Accepts one of reconnect, restart, alert. */
  readonly action: "reconnect" | "restart" | "alert" | null;
  /** `grace_period` (SM): How long the old value stays valid. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly gracePeriodMs: number | null;
}

/** `SecretRotation` */
export interface SecretRotation {
  /** `auto_refresh` (SM): Whether the value is read again by itself. Accepts true or false. */
  readonly autoRefresh: boolean | null;
  /** `refresh_interval` (SM): Time between two reads. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly refreshIntervalMs: number | null;
  /** `on_rotation` (SM): What happens when the value has changed. Accepts a mapping. */
  readonly onRotation: SecretRotationOnRotation | null;
}

/** `SecretOnMissing` */
export interface SecretOnMissing {
  /** `action` (SM): Whether to fail, use the default value, or go on with a warning. Accepts one of fail, default, warn. */
  readonly action: "fail" | "default" | "warn" | null;
  /** `default_value` (SM): Value to use instead; needed with default, may be empty. Accepts text. */
  readonly defaultValue: Text | null;
  /** `message` (SM): Text shown with the failure. Accepts text. */
  readonly message: string | null;
}

/** `SecretRetry` */
export interface SecretRetry {
  /** `attempts` (SM): How often the operation is tried again. Accepts an integer of at least 0. */
  readonly attempts: number | null;
  /** `backoff` (SM): How the wait grows between attempts. Accepts one of constant, linear, exponential. */
  readonly backoff: "constant" | "linear" | "exponential" | null;
  /** `initial_delay` (SM): Wait before the first new attempt. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly initialDelayMs: number | null;
  /** `max_delay` (SM): Longest wait between two attempts; at least initial_delay. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly maxDelayMs: number | null;
}

/** `SecretFallback` */
export interface SecretFallback {
  /** `provider` (SM): Kind of the second place. Accepts one of vault, aws_secrets_manager, aws_parameter_store, kubernetes, azure_key_vault, gcp_secret_manager, env. */
  readonly provider:
    | "vault"
    | "aws_secrets_manager"
    | "aws_parameter_store"
    | "kubernetes"
    | "azure_key_vault"
    | "gcp_secret_manager"
    | "env"
    | null;
  /** `variable` (SM): Environment variable; needed with env. Accepts the name of an environment variable. */
  readonly variable: string | null;
  /** `path` (SM): Location in the engine, with vault. Accepts text. */
  readonly path: string | null;
  /** `secret_id` (SM): Name or ARN of the secret, with aws_secrets_manager. Accepts text. */
  readonly secretId: string | null;
  /** `region` (SM): AWS region, with aws_secrets_manager and aws_parameter_store. Accepts text. */
  readonly region: string | null;
  /** `name` (SM): Name of the parameter, with aws_parameter_store. Accepts text. */
  readonly name: string | null;
  /** `namespace` (SM): Namespace of the Secret, with kubernetes. Accepts text. */
  readonly namespace: string | null;
  /** `secret_name` (SM): Name of the secret, with kubernetes and azure_key_vault. Accepts text. */
  readonly secretName: string | null;
  /** `key` (SM): Entry of the secret that is read. Accepts text. */
  readonly key: string | null;
  /** `vault_url` (SM): Address of the vault, with azure_key_vault. Accepts a URI that starts with https://. */
  readonly vaultUrl: Text | null;
  /** `project` (SM): Cloud project, with gcp_secret_manager. Accepts text. */
  readonly project: string | null;
  /** `secret` (SM): Name of the secret, with gcp_secret_manager. Accepts text. */
  readonly secret: string | null;
}

/** `VaultSecretVault` */
export interface VaultSecretVault {
  /** `address` (SM): Address of the server; VAULT_ADDR when unset. Accepts a URI that starts with http:// or https://. */
  readonly address: Text | null;
  /** `namespace` (SM): Vault namespace, for the Enterprise edition. Accepts text. */
  readonly namespace: string | null;
}

/** `VaultSecretAuth` */
export interface VaultSecretAuth {
  /** `method` (SM): Login method. Accepts one of kubernetes, approle, token, aws. */
  readonly method: "kubernetes" | "approle" | "token" | "aws" | null;
  /** `role` (SM): Role to log in as; needed with kubernetes and aws. Accepts text. */
  readonly role: string | null;
  /** `role_id` (SM): Id of the AppRole; needed with approle. Accepts text. */
  readonly roleId: string | null;
  /** `secret_id` (SM): Secret of the AppRole; needed with approle. Accepts text. */
  readonly secretId: Text | null;
}

/** `VaultSecretRenewal` */
export interface VaultSecretRenewal {
  /** `enabled` (SM): Whether the token is renewed. Accepts true or false. */
  readonly enabled: boolean | null;
  /** `increment` (SM): Extension that is asked for. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly incrementMs: number | null;
}

/** `VaultSecretLease` */
export interface VaultSecretLease {
  /** `renewal_enabled` (SM): Whether the lease is renewed. Accepts true or false. */
  readonly renewalEnabled: boolean | null;
  /** `min_renewal_seconds` (SM): Least time between renewals, in seconds. Accepts an integer of at least 0. */
  readonly minRenewalSeconds: number | null;
  /** `increment_seconds` (SM): Extension that is asked for, in seconds. Accepts an integer of at least 0. */
  readonly incrementSeconds: number | null;
}

/** Pointers to credentials in external stores. */
export interface VaultSecret {
  /** `provider` (§4): Kind of secret. Accepts one of vault, aws_secrets_manager, aws_parameter_store, kubernetes, azure_key_vault, gcp_secret_manager, env. */
  readonly provider: "vault";
  /** `_group` (SM): Group of _groups whose settings this secret builds upon. Accepts text. */
  readonly Group: string | null;
  /** `keys` (§6.1): Keys that the secret offers. Accepts a list, each item text. */
  readonly keys: readonly string[] | null;
  /** `cache` (SM): Keeping values in memory. Accepts a mapping. */
  readonly cache: SecretCache | null;
  /** `rotation` (SM): Following a value that changes. Accepts a mapping. */
  readonly rotation: SecretRotation | null;
  /** `on_missing` (SM): What happens when the secret is not found. Accepts a mapping. */
  readonly onMissing: SecretOnMissing | null;
  /** `retry` (SM): What happens when the store cannot be reached. Accepts a mapping. */
  readonly retry: SecretRetry | null;
  /** `fallback` (SM): Second place to look when the store cannot be reached. Accepts a mapping. */
  readonly fallback: SecretFallback | null;
  /** `regional` (XM): Whether the secret differs per region; uses path_template. Accepts true or false. Default false. */
  readonly regional: boolean;
  /** `path_template` (XM): Path with {region} where the region's name goes; needed when regional. Accepts text. */
  readonly pathTemplate: string | null;
  /** `regions` (XM): Regions that may read the secret; all when unset. Accepts a list, each item text. */
  readonly regions: readonly string[] | null;
  /** `path` (§6.1): Location of the secret in the engine; needed unless path_template is set. Accepts text. */
  readonly path: string | null;
  /** `type` (SM): Set to dynamic for generated, short-lived credentials; key-value when unset. Accepts dynamic. */
  readonly type: "dynamic" | null;
  /** `vault` (SM): Connection to Vault. Accepts a mapping. */
  readonly vault: VaultSecretVault | null;
  /** `auth` (SM): Login to Vault. Accepts a mapping. */
  readonly auth: VaultSecretAuth | null;
  /** `renewal` (SM): Renewal of the login token. Accepts a mapping. */
  readonly renewal: VaultSecretRenewal | null;
  /** `lease` (SM): Renewal of generated credentials, with type dynamic. Accepts a mapping. */
  readonly lease: VaultSecretLease | null;
}

/** `AwsSecretsManagerSecretAuth` */
export interface AwsSecretsManagerSecretAuth {
  /** `type` (SM): Kind of identity. Accepts one of instance_profile, static, assume_role. */
  readonly type: "instance_profile" | "static" | "assume_role" | null;
  /** `role_arn` (SM): ARN of the role to assume; needed with assume_role. Accepts text. */
  readonly roleArn: string | null;
}

/** Pointers to credentials in external stores. */
export interface AwsSecretsManagerSecret {
  /** `provider` (§4): Kind of secret. Accepts one of vault, aws_secrets_manager, aws_parameter_store, kubernetes, azure_key_vault, gcp_secret_manager, env. */
  readonly provider: "aws_secrets_manager";
  /** `_group` (SM): Group of _groups whose settings this secret builds upon. Accepts text. */
  readonly Group: string | null;
  /** `keys` (§6.1): Keys that the secret offers. Accepts a list, each item text. */
  readonly keys: readonly string[] | null;
  /** `cache` (SM): Keeping values in memory. Accepts a mapping. */
  readonly cache: SecretCache | null;
  /** `rotation` (SM): Following a value that changes. Accepts a mapping. */
  readonly rotation: SecretRotation | null;
  /** `on_missing` (SM): What happens when the secret is not found. Accepts a mapping. */
  readonly onMissing: SecretOnMissing | null;
  /** `retry` (SM): What happens when the store cannot be reached. Accepts a mapping. */
  readonly retry: SecretRetry | null;
  /** `fallback` (SM): Second place to look when the store cannot be reached. Accepts a mapping. */
  readonly fallback: SecretFallback | null;
  /** `regional` (XM): Whether the secret differs per region; uses path_template. Accepts true or false. Default false. */
  readonly regional: boolean;
  /** `path_template` (XM): Path with {region} where the region's name goes; needed when regional. Accepts text. */
  readonly pathTemplate: string | null;
  /** `regions` (XM): Regions that may read the secret; all when unset. Accepts a list, each item text. */
  readonly regions: readonly string[] | null;
  /** `secret_id` (§6.1): Name or ARN of the secret. Accepts text. */
  readonly secretId: string;
  /** `region` (§6.1): AWS region of the secret. Accepts text. */
  readonly region: string;
  /** `version_stage` (SM): Staging label of the version, such as AWSCURRENT. Accepts text. */
  readonly versionStage: string | null;
  /** `version_id` (SM): Id of one exact version; excludes version_stage. Accepts text. */
  readonly versionId: string | null;
  /** `auth` (SM): AWS identity that reads the secret. Accepts a mapping. */
  readonly auth: AwsSecretsManagerSecretAuth | null;
}

/** Pointers to credentials in external stores. */
export interface AwsParameterStoreSecret {
  /** `provider` (§4): Kind of secret. Accepts one of vault, aws_secrets_manager, aws_parameter_store, kubernetes, azure_key_vault, gcp_secret_manager, env. */
  readonly provider: "aws_parameter_store";
  /** `_group` (SM): Group of _groups whose settings this secret builds upon. Accepts text. */
  readonly Group: string | null;
  /** `keys` (§6.1): Keys that the secret offers. Accepts a list, each item text. */
  readonly keys: readonly string[] | null;
  /** `cache` (SM): Keeping values in memory. Accepts a mapping. */
  readonly cache: SecretCache | null;
  /** `rotation` (SM): Following a value that changes. Accepts a mapping. */
  readonly rotation: SecretRotation | null;
  /** `on_missing` (SM): What happens when the secret is not found. Accepts a mapping. */
  readonly onMissing: SecretOnMissing | null;
  /** `retry` (SM): What happens when the store cannot be reached. Accepts a mapping. */
  readonly retry: SecretRetry | null;
  /** `fallback` (SM): Second place to look when the store cannot be reached. Accepts a mapping. */
  readonly fallback: SecretFallback | null;
  /** `regional` (XM): Whether the secret differs per region; uses path_template. Accepts true or false. Default false. */
  readonly regional: boolean;
  /** `path_template` (XM): Path with {region} where the region's name goes; needed when regional. Accepts text. */
  readonly pathTemplate: string | null;
  /** `regions` (XM): Regions that may read the secret; all when unset. Accepts a list, each item text. */
  readonly regions: readonly string[] | null;
  /** `name` (SM): Name of the parameter. Accepts text. */
  readonly parameterName: string;
  /** `region` (SM): AWS region of the parameter. Accepts text. */
  readonly region: string;
  /** `type` (SM): Kind of the parameter. Accepts one of String, StringList, SecureString. */
  readonly type: "String" | "StringList" | "SecureString" | null;
  /** `with_decryption` (SM): Whether the value is decrypted when read. Accepts true or false. */
  readonly withDecryption: boolean | null;
  /** `kms_key_id` (SM): KMS key that encrypts the parameter. Accepts text. */
  readonly kmsKeyId: string | null;
  /** `auth` (SM): AWS identity that reads the parameter. Accepts a mapping. */
  readonly auth: AwsSecretsManagerSecretAuth | null;
}

/** Pointers to credentials in external stores. */
export interface KubernetesSecret {
  /** `provider` (§4): Kind of secret. Accepts one of vault, aws_secrets_manager, aws_parameter_store, kubernetes, azure_key_vault, gcp_secret_manager, env. */
  readonly provider: "kubernetes";
  /** `_group` (SM): Group of _groups whose settings this secret builds upon. Accepts text. */
  readonly Group: string | null;
  /** `keys` (§6.1): Keys that the secret offers. Accepts a list, each item text. */
  readonly keys: readonly string[] | null;
  /** `cache` (SM): Keeping values in memory. Accepts a mapping. */
  readonly cache: SecretCache | null;
  /** `rotation` (SM): Following a value that changes. Accepts a mapping. */
  readonly rotation: SecretRotation | null;
  /** `on_missing` (SM): What happens when the secret is not found. Accepts a mapping. */
  readonly onMissing: SecretOnMissing | null;
  /** `retry` (SM): What happens when the store cannot be reached. Accepts a mapping. */
  readonly retry: SecretRetry | null;
  /** `fallback` (SM): Second place to look when the store cannot be reached. Accepts a mapping. */
  readonly fallback: SecretFallback | null;
  /** `regional` (XM): Whether the secret differs per region; uses path_template. Accepts true or false. Default false. */
  readonly regional: boolean;
  /** `path_template` (XM): Path with {region} where the region's name goes; needed when regional. Accepts text. */
  readonly pathTemplate: string | null;
  /** `regions` (XM): Regions that may read the secret; all when unset. Accepts a list, each item text. */
  readonly regions: readonly string[] | null;
  /** `namespace` (§6.1): Namespace of the Secret. Accepts text. */
  readonly namespace: string;
  /** `secret_name` (§6.1): Name of the Secret. Accepts text. */
  readonly secretName: string;
  /** `service_account` (SM): Service account that reads the Secret. Accepts text. */
  readonly serviceAccount: string | null;
}

/** `AzureKeyVaultSecretAuth` */
export interface AzureKeyVaultSecretAuth {
  /** `type` (SM): Kind of identity. Accepts one of managed_identity, service_principal, cli. */
  readonly type: "managed_identity" | "service_principal" | "cli" | null;
  /** `tenant_id` (SM): Tenant of the principal; needed with service_principal. Accepts text. */
  readonly tenantId: string | null;
  /** `client_id` (SM): Client id of the principal; needed with service_principal. Accepts text. */
  readonly clientId: string | null;
  /** `client_secret` (SM): Client secret of the principal; needed with service_principal. Accepts text. */
  readonly clientSecret: Text | null;
}

/** Pointers to credentials in external stores. */
export interface AzureKeyVaultSecret {
  /** `provider` (§4): Kind of secret. Accepts one of vault, aws_secrets_manager, aws_parameter_store, kubernetes, azure_key_vault, gcp_secret_manager, env. */
  readonly provider: "azure_key_vault";
  /** `_group` (SM): Group of _groups whose settings this secret builds upon. Accepts text. */
  readonly Group: string | null;
  /** `keys` (§6.1): Keys that the secret offers. Accepts a list, each item text. */
  readonly keys: readonly string[] | null;
  /** `cache` (SM): Keeping values in memory. Accepts a mapping. */
  readonly cache: SecretCache | null;
  /** `rotation` (SM): Following a value that changes. Accepts a mapping. */
  readonly rotation: SecretRotation | null;
  /** `on_missing` (SM): What happens when the secret is not found. Accepts a mapping. */
  readonly onMissing: SecretOnMissing | null;
  /** `retry` (SM): What happens when the store cannot be reached. Accepts a mapping. */
  readonly retry: SecretRetry | null;
  /** `fallback` (SM): Second place to look when the store cannot be reached. Accepts a mapping. */
  readonly fallback: SecretFallback | null;
  /** `regional` (XM): Whether the secret differs per region; uses path_template. Accepts true or false. Default false. */
  readonly regional: boolean;
  /** `path_template` (XM): Path with {region} where the region's name goes; needed when regional. Accepts text. */
  readonly pathTemplate: string | null;
  /** `regions` (XM): Regions that may read the secret; all when unset. Accepts a list, each item text. */
  readonly regions: readonly string[] | null;
  /** `vault_url` (SM): Address of the vault. Accepts a URI that starts with https://. */
  readonly vaultUrl: Text;
  /** `secret_name` (SM): Name of the secret. Accepts text. */
  readonly secretName: string;
  /** `version` (SM): Version of the secret: latest or a version id. Accepts text. */
  readonly version: string | null;
  /** `auth` (SM): Azure identity that reads the secret. Accepts a mapping. */
  readonly auth: AzureKeyVaultSecretAuth | null;
}

/** `GcpSecretManagerSecretAuth` */
export interface GcpSecretManagerSecretAuth {
  /** `type` (SM): Kind of identity. Accepts one of workload_identity, service_account. */
  readonly type: "workload_identity" | "service_account" | null;
  /** `key_file` (SM): Path of the key file; needed with service_account. Accepts text. */
  readonly keyFile: string | null;
}

/** Pointers to credentials in external stores. */
export interface GcpSecretManagerSecret {
  /** `provider` (§4): Kind of secret. Accepts one of vault, aws_secrets_manager, aws_parameter_store, kubernetes, azure_key_vault, gcp_secret_manager, env. */
  readonly provider: "gcp_secret_manager";
  /** `_group` (SM): Group of _groups whose settings this secret builds upon. Accepts text. */
  readonly Group: string | null;
  /** `keys` (§6.1): Keys that the secret offers. Accepts a list, each item text. */
  readonly keys: readonly string[] | null;
  /** `cache` (SM): Keeping values in memory. Accepts a mapping. */
  readonly cache: SecretCache | null;
  /** `rotation` (SM): Following a value that changes. Accepts a mapping. */
  readonly rotation: SecretRotation | null;
  /** `on_missing` (SM): What happens when the secret is not found. Accepts a mapping. */
  readonly onMissing: SecretOnMissing | null;
  /** `retry` (SM): What happens when the store cannot be reached. Accepts a mapping. */
  readonly retry: SecretRetry | null;
  /** `fallback` (SM): Second place to look when the store cannot be reached. Accepts a mapping. */
  readonly fallback: SecretFallback | null;
  /** `regional` (XM): Whether the secret differs per region; uses path_template. Accepts true or false. Default false. */
  readonly regional: boolean;
  /** `path_template` (XM): Path with {region} where the region's name goes; needed when regional. Accepts text. */
  readonly pathTemplate: string | null;
  /** `regions` (XM): Regions that may read the secret; all when unset. Accepts a list, each item text. */
  readonly regions: readonly string[] | null;
  /** `project` (SM): Cloud project of the secret. Accepts text. */
  readonly project: string;
  /** `secret` (SM): Name of the secret. Accepts text. */
  readonly secret: string;
  /** `version` (SM): Version of the secret: latest or a number. Accepts text. */
  readonly version: string | null;
  /** `auth` (SM): Google identity that reads the secret. Accepts a mapping. */
  readonly auth: GcpSecretManagerSecretAuth | null;
}

/** Pointers to credentials in external stores. */
export interface EnvSecret {
  /** `provider` (§4): Kind of secret. Accepts one of vault, aws_secrets_manager, aws_parameter_store, kubernetes, azure_key_vault, gcp_secret_manager, env. */
  readonly provider: "env";
  /** `_group` (SM): Group of _groups whose settings this secret builds upon. Accepts text. */
  readonly Group: string | null;
  /** `keys` (§6.1): Keys that the secret offers. Accepts a list, each item text. */
  readonly keys: readonly string[] | null;
  /** `cache` (SM): Keeping values in memory. Accepts a mapping. */
  readonly cache: SecretCache | null;
  /** `rotation` (SM): Following a value that changes. Accepts a mapping. */
  readonly rotation: SecretRotation | null;
  /** `on_missing` (SM): What happens when the secret is not found. Accepts a mapping. */
  readonly onMissing: SecretOnMissing | null;
  /** `retry` (SM): What happens when the store cannot be reached. Accepts a mapping. */
  readonly retry: SecretRetry | null;
  /** `fallback` (SM): Second place to look when the store cannot be reached. Accepts a mapping. */
  readonly fallback: SecretFallback | null;
  /** `regional` (XM): Whether the secret differs per region; uses path_template. Accepts true or false. Default false. */
  readonly regional: boolean;
  /** `path_template` (XM): Path with {region} where the region's name goes; needed when regional. Accepts text. */
  readonly pathTemplate: string | null;
  /** `regions` (XM): Regions that may read the secret; all when unset. Accepts a list, each item text. */
  readonly regions: readonly string[] | null;
  /** `variable` (SM): Environment variable that holds the whole value. Accepts the name of an environment variable. */
  readonly variable: string | null;
  /** `variables` (SM): Environment variable of each key. Accepts a mapping. */
  readonly variables: Readonly<Record<string, string>> | null;
}

/** `SecretsConfigurationAudit` */
export interface SecretsConfigurationAudit {
  /** `enabled` (SM): Whether a record is kept. Accepts true or false. */
  readonly enabled: boolean | null;
  /** `log_access` (SM): Whether each read is recorded. Accepts true or false. */
  readonly logAccess: boolean | null;
  /** `log_destination` (SM): Name of the log that receives the record. Accepts text. */
  readonly logDestination: string | null;
}

/** `secrets._config` */
export interface SecretsConfiguration {
  /** `default_provider` (SM): Provider of secrets that name none. Accepts one of vault, aws_secrets_manager, aws_parameter_store, kubernetes, azure_key_vault, gcp_secret_manager, env. */
  readonly defaultProvider:
    | "vault"
    | "aws_secrets_manager"
    | "aws_parameter_store"
    | "kubernetes"
    | "azure_key_vault"
    | "gcp_secret_manager"
    | "env"
    | null;
  /** `audit` (SM): Record of who read what. Accepts a mapping. */
  readonly audit: SecretsConfigurationAudit | null;
}

/** `MetricsFederation` */
export interface MetricsFederation {
  /** `global_aggregator` (XM): Server that collects from every region, as host:port. Accepts host:port, several separated by commas. */
  readonly globalAggregator: Text | null;
}

/** `monitoring.metrics` */
export interface PrometheusMetrics {
  /** `type` (§4): Kind of metrics. Accepts one of prometheus, datadog, cloudwatch. */
  readonly type: "prometheus";
  /** `port` (§7.1): Port that metrics are scraped from. Accepts an integer from 1 to 65535. */
  readonly port: number | null;
  /** `path` (§7.1): HTTP path that metrics are scraped from. Accepts text. */
  readonly path: string | null;
  /** `labels` (§7.1): Labels on every series. Accepts a mapping. */
  readonly labels: Readonly<Record<string, string>> | null;
  /** `regional` (XM): Whether the settings have an overlay per region. Accepts true or false. Default false. */
  readonly regional: boolean;
  /** `federation` (XM): Aggregation above a region; stands below a region. Accepts a mapping. */
  readonly federation: MetricsFederation | null;
}

/** `monitoring.metrics` */
export interface DatadogMetrics {
  /** `type` (§4): Kind of metrics. Accepts one of prometheus, datadog, cloudwatch. */
  readonly type: "datadog";
  /** `port` (§7.1): Port that metrics are scraped from. Accepts an integer from 1 to 65535. */
  readonly port: number | null;
  /** `path` (§7.1): HTTP path that metrics are scraped from. Accepts text. */
  readonly path: string | null;
  /** `labels` (§7.1): Labels on every series. Accepts a mapping. */
  readonly labels: Readonly<Record<string, string>> | null;
  /** `regional` (XM): Whether the settings have an overlay per region. Accepts true or false. Default false. */
  readonly regional: boolean;
  /** `federation` (XM): Aggregation above a region; stands below a region. Accepts a mapping. */
  readonly federation: MetricsFederation | null;
}

/** `monitoring.metrics` */
export interface CloudwatchMetrics {
  /** `type` (§4): Kind of metrics. Accepts one of prometheus, datadog, cloudwatch. */
  readonly type: "cloudwatch";
  /** `port` (§7.1): Port that metrics are scraped from. Accepts an integer from 1 to 65535. */
  readonly port: number | null;
  /** `path` (§7.1): HTTP path that metrics are scraped from. Accepts text. */
  readonly path: string | null;
  /** `labels` (§7.1): Labels on every series. Accepts a mapping. */
  readonly labels: Readonly<Record<string, string>> | null;
  /** `regional` (XM): Whether the settings have an overlay per region. Accepts true or false. Default false. */
  readonly regional: boolean;
  /** `federation` (XM): Aggregation above a region; stands below a region. Accepts a mapping. */
  readonly federation: MetricsFederation | null;
}

/** `monitoring.tracing` */
export interface JaegerTracing {
  /** `type` (§4): Kind of tracing. Accepts one of jaeger, zipkin, otel. */
  readonly type: "jaeger";
  /** `endpoint` (§7.1): Address of the collector. Accepts a URI that starts with http:// or https://. */
  readonly endpoint: Text;
  /** `sampling_rate` (§7.1): Share of traces that is kept, 0 to 1. Accepts a number from 0 to 1. */
  readonly samplingRate: number | null;
  /** `regional` (XM): Whether the settings have an overlay per region. Accepts true or false. Default false. */
  readonly regional: boolean;
}

/** `monitoring.tracing` */
export interface ZipkinTracing {
  /** `type` (§4): Kind of tracing. Accepts one of jaeger, zipkin, otel. */
  readonly type: "zipkin";
  /** `endpoint` (§7.1): Address of the collector. Accepts a URI that starts with http:// or https://. */
  readonly endpoint: Text;
  /** `sampling_rate` (§7.1): Share of traces that is kept, 0 to 1. Accepts a number from 0 to 1. */
  readonly samplingRate: number | null;
  /** `regional` (XM): Whether the settings have an overlay per region. Accepts true or false. Default false. */
  readonly regional: boolean;
}

/** `monitoring.tracing` */
export interface OtelTracing {
  /** `type` (§4): Kind of tracing. Accepts one of jaeger, zipkin, otel. */
  readonly type: "otel";
  /** `endpoint` (§7.1): Address of the collector. Accepts a URI that starts with http:// or https://. */
  readonly endpoint: Text;
  /** `sampling_rate` (§7.1): Share of traces that is kept, 0 to 1. Accepts a number from 0 to 1. */
  readonly samplingRate: number | null;
  /** `regional` (XM): Whether the settings have an overlay per region. Accepts true or false. Default false. */
  readonly regional: boolean;
}

/** `LoggingOutput` */
export interface LoggingOutput {
  /** `type` (§7.1): Kind of destination. Accepts one of stdout, file, elasticsearch, loki. */
  readonly type: "stdout" | "file" | "elasticsearch" | "loki";
  /** `endpoint` (§7.1): Address of the store; needed for elasticsearch and loki. Accepts a URI that starts with http:// or https://. */
  readonly endpoint: Text | null;
  /** `index_pattern` (§7.1): Index name with a date part such as %{+YYYY.MM.dd}; elasticsearch only. Accepts text. */
  readonly indexPattern: string | null;
}

/** `monitoring.logging` */
export interface Logging {
  /** `level` (§7.1): Lowest level that is written. Accepts one of DEBUG, INFO, WARN, ERROR. */
  readonly level: "DEBUG" | "INFO" | "WARN" | "ERROR" | null;
  /** `format` (§7.1): Form of a line. Accepts one of json, text, logfmt. */
  readonly format: "json" | "text" | "logfmt" | null;
  /** `outputs` (§7.1): Where lines go. Accepts a list, each item a mapping. */
  readonly outputs: readonly LoggingOutput[] | null;
}

/** One item. */
export interface Alert {
  /** `name` (§7.2): Name of the rule, unique in the list. Accepts text. */
  readonly name: string;
  /** `condition` (§7.2): Comparison that fires the rule, such as "checkpoint_failures > 3 in 10m". Accepts text. */
  readonly condition: string;
  /** `severity` (§7.2): How urgent the alert is. Accepts one of info, warning, critical. */
  readonly severity: "info" | "warning" | "critical";
  /** `channels` (§7.2): Who is told: slack://channel, pagerduty://service, email://address or a webhook's URL. Accepts a list, each item a URI that starts with slack:// or pagerduty:// or email:// or http:// or https://. */
  readonly channels: readonly Text[] | null;
}

/** `monitoring.default_alerts` */
export interface DefaultAlerts {
  /** `enabled` (addition): Whether every job gets the default alerts. Accepts true or false. Default true. */
  readonly enabled: boolean;
  /** `channels` (addition): Who is told of the default alerts; else the channels of notifications. Accepts a list, each item a URI that starts with slack:// or pagerduty:// or email:// or http:// or https://. */
  readonly channels: readonly Text[] | null;
  /** `down_after` (addition): Time without a running job that raises JobDown. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). Default "5m". */
  readonly downAfterMs: number;
  /** `max_restarts` (addition): Restarts in 15 minutes that are no reason for JobRestarting. Accepts an integer of at least 0. Default 3. */
  readonly maxRestarts: number;
  /** `max_checkpoint_failures` (addition): Failed checkpoints in 30 minutes that are no reason for CheckpointsFailing. Accepts an integer of at least 0. Default 3. */
  readonly maxCheckpointFailures: number;
  /** `max_checkpoint_age` (addition): Time without a completed checkpoint that raises CheckpointTooOld; else three intervals, at least 10 minutes. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly maxCheckpointAgeMs: number | null;
  /** `max_consumer_lag` (addition): Unread records, for 10 minutes, beyond which ConsumerLagHigh is raised. Accepts an integer of at least 1. Default 100000. */
  readonly maxConsumerLag: number;
  /** `max_backpressure` (addition): Share of the time that a task may wait, for 10 minutes, before BackpressureHigh is raised. Accepts a percentage such as 50%. Default "50%". */
  readonly maxBackpressureFraction: number;
}

/** `NotificationsEmail` */
export interface NotificationsEmail {
  /** `smarthost` (addition): Mail server, as host:port. Accepts host:port. */
  readonly smarthost: string;
  /** `from` (addition): Sender of the messages. Accepts an e-mail address. */
  readonly from: string;
  /** `username` (addition): Login name at the mail server. Accepts text. */
  readonly username: string | null;
  /** `password` (addition): Password at the mail server, as a reference. Accepts text. */
  readonly password: Text | null;
  /** `require_tls` (addition): Whether the connection must be encrypted. Accepts true or false. Default true. */
  readonly requireTls: boolean;
}

/** `monitoring.notifications` */
export interface Notifications {
  /** `channels` (addition): Who is told of alerts that name no channel of their own. Accepts a list, each item a URI that starts with slack:// or pagerduty:// or email:// or http:// or https://. */
  readonly channels: readonly Text[] | null;
  /** `group_wait` (addition): Time that the first alerts of a group wait for others. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). Default "30s". */
  readonly groupWaitMs: number;
  /** `group_interval` (addition): Time between messages about a group that changed. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). Default "5m". */
  readonly groupIntervalMs: number;
  /** `repeat_interval` (addition): Time after which an alert that still fires is told again. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). Default "4h". */
  readonly repeatIntervalMs: number;
  /** `email` (addition): The mail server; needed for email:// channels. Accepts a mapping. */
  readonly email: NotificationsEmail | null;
}

/** `DeploymentStandby` */
export interface DeploymentStandby {
  /** `enabled` (XM): Run as standby. Accepts true or false. */
  readonly enabled: boolean | null;
  /** `processing_mode` (XM): What the standby does until it is promoted. Accepts one of shadow, active, inactive. */
  readonly processingMode: "shadow" | "active" | "inactive" | null;
  /** `auto_promote` (XM): Take over without an operator. Accepts true or false. */
  readonly autoPromote: boolean | null;
}

/** `DeploymentCompliance` */
export interface DeploymentCompliance {
  /** `data_residency` (XM): Area that data must not leave, such as EU. Accepts text. */
  readonly dataResidency: string | null;
  /** `audit_logging` (XM): Demand an audit log. Accepts true or false. */
  readonly auditLogging: boolean | null;
  /** `encryption_at_rest` (XM): Demand encrypted storage. Accepts true or false. */
  readonly encryptionAtRest: boolean | null;
}

/** `DeploymentHaZookeeper` */
export interface DeploymentHaZookeeper {
  /** `quorum` (DT): ZooKeeper servers; required for zookeeper. Accepts host:port, several separated by commas. */
  readonly quorum: Text | null;
  /** `root_path` (DT): Root node below which Flink keeps its nodes. Accepts text. */
  readonly rootPath: string | null;
}

/** `DeploymentHa` */
export interface DeploymentHa {
  /** `enabled` (DT): Turn high availability on. Accepts true or false. */
  readonly enabled: boolean | null;
  /** `type` (DT): Service that elects the leader. Accepts one of kubernetes, zookeeper. */
  readonly type: "kubernetes" | "zookeeper" | null;
  /** `zookeeper` (DT): ZooKeeper connection; required for zookeeper. Accepts a mapping. */
  readonly zookeeper: DeploymentHaZookeeper | null;
  /** `storage_dir` (DT): URI of the folder for recovery metadata. Accepts a URI that starts with s3:// or s3a:// or s3p:// or hdfs:// or viewfs:// or gs:// or abfs:// or abfss:// or wasb:// or wasbs:// or oss:// or file://. */
  readonly storageDir: string | null;
}

/** `DeploymentScalingMetric` */
export interface DeploymentScalingMetric {
  /** `type` (§8.1): Signal that scaling follows. Accepts one of cpu, memory, custom, kafka_lag. */
  readonly type: "cpu" | "memory" | "custom" | "kafka_lag";
  /** `target_utilization` (§8.1): Percent to hold; required for cpu and memory. Accepts an integer from 1 to 100. */
  readonly targetUtilization: number | null;
  /** `target_value` (DT): Value to hold; required for kafka_lag and custom. Accepts a number. */
  readonly targetValue: number | null;
}

/** `DeploymentScaling` */
export interface DeploymentScaling {
  /** `type` (§8.1): More workers, or larger ones. Accepts one of horizontal, vertical. */
  readonly type: "horizontal" | "vertical" | null;
  /** `min_replicas` (§8.1): Fewest workers. Accepts an integer of at least 0. */
  readonly minReplicas: number | null;
  /** `max_replicas` (§8.1): Most workers; at least min_replicas. Accepts an integer of at least 1. */
  readonly maxReplicas: number | null;
  /** `metrics` (§8.1): Signals that scaling follows. Accepts a list, each item a mapping. */
  readonly metrics: readonly DeploymentScalingMetric[] | null;
}

/** `DeploymentSecuritySslInternal` */
export interface DeploymentSecuritySslInternal {
  /** `enabled` (DT): Use TLS between nodes. Accepts true or false. */
  readonly enabled: boolean | null;
  /** `keystore` (DT): Path of the Java key store; required when enabled. Accepts text. */
  readonly keystore: string | null;
  /** `truststore` (DT): Path of the Java trust store; required when enabled. Accepts text. */
  readonly truststore: string | null;
  /** `keystore_password` (addition): Password of the key store, as a reference. Accepts text. */
  readonly keystorePassword: Text | null;
  /** `key_password` (addition): Password of the key in the key store, as a reference. Accepts text. */
  readonly keyPassword: Text | null;
  /** `truststore_password` (addition): Password of the trust store, as a reference. Accepts text. */
  readonly truststorePassword: Text | null;
}

/** `DeploymentSecuritySslRest` */
export interface DeploymentSecuritySslRest {
  /** `enabled` (DT): Use TLS for REST. Accepts true or false. */
  readonly enabled: boolean | null;
  /** `cert_file` (DT): Path of the certificate; required when enabled without key store. Accepts text. */
  readonly certFile: string | null;
  /** `key_file` (DT): Path of its key; required when enabled without key store. Accepts text. */
  readonly keyFile: string | null;
  /** `keystore` (addition): Path of the Java key store, which Flink reads instead of PEM files. Accepts text. */
  readonly keystore: string | null;
  /** `truststore` (addition): Path of the Java trust store. Accepts text. */
  readonly truststore: string | null;
  /** `keystore_password` (addition): Password of the key store, as a reference. Accepts text. */
  readonly keystorePassword: Text | null;
  /** `key_password` (addition): Password of the key in the key store, as a reference. Accepts text. */
  readonly keyPassword: Text | null;
  /** `truststore_password` (addition): Password of the trust store, as a reference. Accepts text. */
  readonly truststorePassword: Text | null;
}

/** `DeploymentSecuritySsl` */
export interface DeploymentSecuritySsl {
  /** `enabled` (DT): Master switch of both parts below. Accepts true or false. */
  readonly enabled: boolean | null;
  /** `internal` (DT): TLS between the nodes of the cluster. Accepts a mapping. */
  readonly internal: DeploymentSecuritySslInternal | null;
  /** `rest` (DT): TLS of the REST API and web UI. Accepts a mapping. */
  readonly rest: DeploymentSecuritySslRest | null;
}

/** `DeploymentSecurity` */
export interface DeploymentSecurity {
  /** `ssl` (DT): TLS inside the cluster and at its REST API. Accepts a mapping. */
  readonly ssl: DeploymentSecuritySsl | null;
}

/** `DeploymentStrategyRolling` */
export interface DeploymentStrategyRolling {
  /** `max_unavailable` (DT): Pods that may be missing; not 0 together with max_surge. Accepts an integer of at least 0. */
  readonly maxUnavailable: number | null;
  /** `max_surge` (DT): Extra pods allowed. Accepts an integer of at least 0. */
  readonly maxSurge: number | null;
  /** `partition` (DT): First pod ordinal that is updated. Accepts an integer of at least 0. */
  readonly partition: number | null;
}

/** `DeploymentStrategyBlueGreenTraffic` */
export interface DeploymentStrategyBlueGreenTraffic {
  /** `type` (DT): At once, or in steps. Accepts one of instant, gradual. */
  readonly type: "instant" | "gradual" | null;
}

/** `DeploymentStrategyBlueGreen` */
export interface DeploymentStrategyBlueGreen {
  /** `switch_traffic_after` (DT): Check that opens the switch, such as verify_health. Accepts text. */
  readonly switchTrafficAfter: string | null;
  /** `keep_old_version` (DT): How long the old version keeps running. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly keepOldVersionMs: number | null;
  /** `traffic` (DT): How traffic moves. Accepts a mapping. */
  readonly traffic: DeploymentStrategyBlueGreenTraffic | null;
}

/** `DeploymentStrategyCanaryStep` */
export interface DeploymentStrategyCanaryStep {
  /** `weight` (DT): Percent of traffic. Accepts an integer from 1 to 100. */
  readonly weight: number;
  /** `duration` (DT): How long the step is held; required except on the last step. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly durationMs: number | null;
  /** `metrics` (DT): Conditions that must hold to go on, such as error_rate < 0.01. Accepts a list, each item text. */
  readonly metrics: readonly string[] | null;
}

/** `DeploymentStrategyCanaryRollback` */
export interface DeploymentStrategyCanaryRollback {
  /** `enabled` (DT): Allow the return. Accepts true or false. */
  readonly enabled: boolean | null;
  /** `on_metrics_failure` (DT): Return when a condition does not hold. Accepts true or false. */
  readonly onMetricsFailure: boolean | null;
}

/** `DeploymentStrategyCanary` */
export interface DeploymentStrategyCanary {
  /** `steps` (DT): Steps with rising weights; the last is 100. Accepts a list, each item a mapping. */
  readonly steps: readonly DeploymentStrategyCanaryStep[];
  /** `rollback` (DT): Return to the old version during the steps. Accepts a mapping. */
  readonly rollback: DeploymentStrategyCanaryRollback | null;
}

/** `DeploymentStrategyRegionalRollout` */
export interface DeploymentStrategyRegionalRollout {
  /** `order` (XM): Region names, first to last. Accepts a list, each item text. */
  readonly order: readonly string[];
  /** `delay_between_regions` (XM): Pause before the next region. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly delayBetweenRegionsMs: number | null;
  /** `validation_time` (XM): How long a region is watched. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly validationTimeMs: number | null;
}

/** `DeploymentStrategyRollback` */
export interface DeploymentStrategyRollback {
  /** `auto_rollback` (XM): Return without an operator. Accepts true or false. */
  readonly autoRollback: boolean | null;
  /** `triggers` (XM): Conditions that cause it; required when on. Accepts a list, each item text. */
  readonly triggers: readonly string[] | null;
}

/** `DeploymentStrategyHooksPreUpgrade` */
export interface DeploymentStrategyHooksPreUpgrade {
  /** `action` (DT): What is done or checked. Accepts one of savepoint, verify_health, verify_mirror_lag, verify_processing_rate. */
  readonly action: "savepoint" | "verify_health" | "verify_mirror_lag" | "verify_processing_rate";
  /** `timeout` (DT): Deadline of savepoint and verify_health. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly timeoutMs: number | null;
  /** `threshold` (XM): Pass mark: records of lag, or share of the old rate; required for those two checks. Accepts a number. */
  readonly threshold: number | null;
}

/** `DeploymentStrategyHooks` */
export interface DeploymentStrategyHooks {
  /** `pre_upgrade` (DT): Before the upgrade. Accepts a list, each item a mapping. */
  readonly preUpgrade: readonly DeploymentStrategyHooksPreUpgrade[] | null;
  /** `post_upgrade` (DT): After the upgrade. Accepts a list, each item a mapping. */
  readonly postUpgrade: readonly DeploymentStrategyHooksPreUpgrade[] | null;
  /** `pre_regional_upgrade` (XM): Before each region; for rolling_regional. Accepts a list, each item a mapping. */
  readonly preRegionalUpgrade: readonly DeploymentStrategyHooksPreUpgrade[] | null;
  /** `post_regional_upgrade` (XM): After each region; for rolling_regional. Accepts a list, each item a mapping. */
  readonly postRegionalUpgrade: readonly DeploymentStrategyHooksPreUpgrade[] | null;
}

/** `DeploymentStrategy` */
export interface DeploymentStrategy {
  /** `type` (DT): Kind of roll-out. Accepts one of rolling_update, blue_green, canary, rolling_regional. */
  readonly type: "rolling_update" | "blue_green" | "canary" | "rolling_regional";
  /** `rolling` (DT): Limits of a rolling update. Accepts a mapping. */
  readonly rolling: DeploymentStrategyRolling | null;
  /** `blue_green` (DT): Runs two versions side by side. Accepts a mapping. */
  readonly blueGreen: DeploymentStrategyBlueGreen | null;
  /** `canary` (DT): Moves a growing share of traffic to the new version. Accepts a mapping. */
  readonly canary: DeploymentStrategyCanary | null;
  /** `regional_rollout` (XM): Order of regions; required for rolling_regional. Accepts a mapping. */
  readonly regionalRollout: DeploymentStrategyRegionalRollout | null;
  /** `rollback` (XM): Return to the old version after the roll-out. Accepts a mapping. */
  readonly rollback: DeploymentStrategyRollback | null;
  /** `hooks` (DT): Steps around an upgrade. Accepts a mapping. */
  readonly hooks: DeploymentStrategyHooks | null;
}

/** `DeploymentSavepointRestore` */
export interface DeploymentSavepointRestore {
  /** `path` (DT): URI of the savepoint; required with restore. Accepts a URI that starts with s3:// or s3a:// or s3p:// or hdfs:// or viewfs:// or gs:// or abfs:// or abfss:// or wasb:// or wasbs:// or oss:// or file://. */
  readonly path: string | null;
  /** `allow_non_restored` (DT): Accept saved state that no operator claims any more. Accepts true or false. */
  readonly allowNonRestored: boolean | null;
}

/** `DeploymentSavepointPeriodicRetention` */
export interface DeploymentSavepointPeriodicRetention {
  /** `count` (DT): How many are kept. Accepts an integer of at least 1. */
  readonly count: number | null;
}

/** `DeploymentSavepointPeriodic` */
export interface DeploymentSavepointPeriodic {
  /** `enabled` (DT): Take savepoints on a schedule. Accepts true or false. */
  readonly enabled: boolean | null;
  /** `interval` (DT): Time between two savepoints; required when enabled. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly intervalMs: number | null;
  /** `retention` (DT): Which old savepoints are kept. Accepts a mapping. */
  readonly retention: DeploymentSavepointPeriodicRetention | null;
}

/** `DeploymentSavepoint` */
export interface DeploymentSavepoint {
  /** `auto_savepoint` (DT): Take a savepoint on upgrade and stop. Accepts true or false. */
  readonly autoSavepoint: boolean | null;
  /** `directory` (DT): URI of the folder for savepoints; required when automatic or periodic. Accepts a URI that starts with s3:// or s3a:// or s3p:// or hdfs:// or viewfs:// or gs:// or abfs:// or abfss:// or wasb:// or wasbs:// or oss:// or file://. */
  readonly directory: string | null;
  /** `restore` (DT): A savepoint to start from. Accepts a mapping. */
  readonly restore: DeploymentSavepointRestore | null;
  /** `periodic` (DT): Scheduled savepoints. Accepts a mapping. */
  readonly periodic: DeploymentSavepointPeriodic | null;
}

/** `DeploymentCiCdWorkflowOnPush` */
export interface DeploymentCiCdWorkflowOnPush {
  /** `branches` (DT): Branches, all when absent. Accepts a list, each item text. */
  readonly branches: readonly string[] | null;
}

/** `DeploymentCiCdWorkflowOnPullRequest` */
export interface DeploymentCiCdWorkflowOnPullRequest {
  /** `types` (DT): Pull request events, such as opened. Accepts a list, each item text. */
  readonly types: readonly string[] | null;
}

/** `DeploymentCiCdWorkflow` */
export interface DeploymentCiCdWorkflow {
  /** `on_push` (DT): Start on a push. Accepts a mapping. */
  readonly onPush: DeploymentCiCdWorkflowOnPush | null;
  /** `on_pull_request` (DT): Start on a pull request. Accepts a mapping. */
  readonly onPullRequest: DeploymentCiCdWorkflowOnPullRequest | null;
}

/** `DeploymentCiCdJobs` */
export interface DeploymentCiCdJobs {
  /** `environment` (DT): Deployment environment of the job. Accepts text. */
  readonly environment: string | null;
  /** `needs` (DT): Jobs that must pass first. Accepts a list, each item text. */
  readonly needs: readonly string[] | null;
}

/** `DeploymentCiCdApplicationSource` */
export interface DeploymentCiCdApplicationSource {
  /** `repo_url` (DT): URL of the Git repository. Accepts a Git repository URL, such as https://git.example.com/team/repo.git. */
  readonly repoUrl: string;
  /** `path` (DT): Folder in the repository. Accepts text. */
  readonly path: string;
  /** `target_revision` (DT): Branch, tag or commit. Accepts text. */
  readonly targetRevision: string | null;
}

/** `DeploymentCiCdApplicationDestination` */
export interface DeploymentCiCdApplicationDestination {
  /** `server` (addition): Address of the API server; the cluster of Argo CD when absent. Accepts an https address. */
  readonly server: string | null;
  /** `name` (addition): Name under which Argo CD knows the cluster, in place of server. Accepts text. */
  readonly name: string | null;
  /** `namespace` (addition): Namespace of the objects; deployment.namespace when absent. Accepts text. */
  readonly namespace: string | null;
}

/** `DeploymentCiCdApplication` */
export interface DeploymentCiCdApplication {
  /** `name` (DT): Name of the application. Accepts text. */
  readonly name: string;
  /** `project` (DT): Argo CD project. Accepts text. */
  readonly project: string;
  /** `source` (DT): Git source of the manifests. Accepts a mapping. */
  readonly source: DeploymentCiCdApplicationSource;
  /** `namespace` (addition): Namespace of Argo CD, where the application is; argocd when absent. Accepts text. */
  readonly namespace: string | null;
  /** `destination` (addition): Cluster and namespace that the application deploys to. Accepts a mapping. */
  readonly destination: DeploymentCiCdApplicationDestination | null;
}

/** `DeploymentCiCdPipeline` */
export interface DeploymentCiCdPipeline {
  /** `output` (addition): Folder of the generated files in the repository; out when absent. Accepts a path from the root of the repository, of letters, digits and . _ / -. */
  readonly output: string | null;
  /** `source` (addition): The .infra file in the repository; a job then checks that the committed output is its own. Accepts a path from the root of the repository, of letters, digits and . _ / -. */
  readonly source: string | null;
  /** `processes` (addition): Folder of the process files in the repository, where they are read with source. Accepts a path from the root of the repository, of letters, digits and . _ / -. */
  readonly processes: string | null;
  /** `runner_labels` (addition): Labels (github_actions) or tags (gitlab_ci) that a runner of the jobs must have. Accepts a list, each item text. */
  readonly runnerLabels: readonly string[] | null;
  /** `image` (addition): Container image of the jobs that the file describes; for gitlab_ci. Accepts text. */
  readonly image: string | null;
  /** `login` (addition): Commands before a deployment, such as the login at the cluster. Accepts a list, each item text. */
  readonly login: readonly string[] | null;
}

/** `DeploymentCiCdSyncPolicyAutomated` */
export interface DeploymentCiCdSyncPolicyAutomated {
  /** `prune` (DT): Delete objects that are no longer in Git. Accepts true or false. */
  readonly prune: boolean | null;
  /** `self_heal` (DT): Undo changes made by hand. Accepts true or false. */
  readonly selfHeal: boolean | null;
}

/** `DeploymentCiCdSyncPolicy` */
export interface DeploymentCiCdSyncPolicy {
  /** `automated` (DT): Apply without an operator. Accepts a mapping. */
  readonly automated: DeploymentCiCdSyncPolicyAutomated | null;
  /** `sync_options` (DT): Flags such as CreateNamespace=true. Accepts a list, each item text. */
  readonly syncOptions: readonly string[] | null;
}

/** `DeploymentCiCd` */
export interface DeploymentCiCd {
  /** `type` (DT): Pipeline system. Accepts one of github_actions, gitlab_ci, argocd. */
  readonly type: "github_actions" | "gitlab_ci" | "argocd";
  /** `workflow` (DT): What starts the workflow; for github_actions. Accepts a mapping. */
  readonly workflow: DeploymentCiCdWorkflow | null;
  /** `jobs` (DT): Jobs as a list of commands or a map; for github_actions. Accepts a mapping. */
  readonly jobs: Readonly<Record<string, readonly string[] | DeploymentCiCdJobs>> | null;
  /** `stages` (DT): Order of stages; for gitlab_ci. Accepts a list, each item text. */
  readonly stages: readonly string[] | null;
  /** `application` (DT): The Argo CD application; required for argocd. Accepts a mapping. */
  readonly application: DeploymentCiCdApplication | null;
  /** `pipeline` (addition): Where the jobs run, and what they find in the repository. Accepts a mapping. */
  readonly pipeline: DeploymentCiCdPipeline | null;
  /** `sync_policy` (DT): How Argo CD applies changes. Accepts a mapping. */
  readonly syncPolicy: DeploymentCiCdSyncPolicy | null;
}

/** `DeploymentCiCdOther` */
export interface DeploymentCiCdOther {
  /** `stage` (DT): One of the stages. Accepts text. */
  readonly stage: string | null;
  /** `environment` (DT): Deployment environment of the job. Accepts text. */
  readonly environment: string | null;
  /** `when` (DT): Start rule. Accepts one of on_success, on_failure, always, manual, never. */
  readonly when: "on_success" | "on_failure" | "always" | "manual" | "never" | null;
  /** `only` (DT): Branches the job runs for. Accepts a list, each item text. */
  readonly only: readonly string[] | null;
  /** `script` (addition): Commands of the job; without them a job with an environment deploys. Accepts a list, each item text. */
  readonly script: readonly string[] | null;
}

/** `KubernetesDeploymentKubernetes` */
export interface KubernetesDeploymentKubernetes {
  /** `context` (DT): Context of the kubeconfig. Accepts printable ASCII characters. */
  readonly context: string | null;
  /** `config_file` (DT): Path of the kubeconfig. Accepts text. */
  readonly configFile: string | null;
  /** `flavor` (addition): Objects to emit: those of the Flink Kubernetes Operator, or plain Deployments. Accepts one of operator, plain. Default "operator". */
  readonly flavor: "operator" | "plain";
  /** `ingress_class` (addition): Ingress class that serves the web UI. Accepts text. */
  readonly ingressClass: string | null;
}

/** `KubernetesDeploymentImage` */
export interface KubernetesDeploymentImage {
  /** `repository` (DT): Image name with its registry; required with image. Accepts text. */
  readonly repository: string | null;
  /** `tag` (DT): Image tag; quote a numeric one. Accepts text. */
  readonly tag: string | null;
  /** `digest` (addition): Digest that pins the image; wins over the tag. Accepts sha256: and 64 hexadecimal digits. */
  readonly digest: string | null;
  /** `pull_policy` (DT): When the image is pulled. Accepts one of Always, IfNotPresent, Never. */
  readonly pullPolicy: "Always" | "IfNotPresent" | "Never" | null;
  /** `pull_secrets` (DT): Kubernetes secrets with the registry credentials. Accepts a list, each item text. */
  readonly pullSecrets: readonly string[] | null;
}

/** `KubernetesDeploymentJobManagerResources` */
export interface KubernetesDeploymentJobManagerResources {
  /** `cpu` (DT): CPU cores of the pod. Accepts a number greater than 0, at most 1000000. */
  readonly cpu: number | null;
  /** `memory` (DT): Memory of the pod. Accepts a size: an integer and one of b, kb, mb, gb, tb, such as 512mb. */
  readonly memoryBytes: number | null;
}

/** `KubernetesDeploymentJobManager` */
export interface KubernetesDeploymentJobManager {
  /** `replicas` (DT): Number of pods; at least 2 for a standby coordinator. Accepts an integer of at least 1. */
  readonly replicas: number | null;
  /** `resources` (DT): Size of a job manager pod. Accepts a mapping. */
  readonly resources: KubernetesDeploymentJobManagerResources | null;
}

/** `KubernetesDeploymentTaskManagerResources` */
export interface KubernetesDeploymentTaskManagerResources {
  /** `cpu` (DT): CPU cores of the pod. Accepts a number greater than 0, at most 1000000. */
  readonly cpu: number | null;
  /** `memory` (DT): Memory of the pod. Accepts a size: an integer and one of b, kb, mb, gb, tb, such as 512mb. */
  readonly memoryBytes: number | null;
}

/** `KubernetesDeploymentTaskManager` */
export interface KubernetesDeploymentTaskManager {
  /** `replicas` (DT): Number of pods; parallelism wins over it. Accepts an integer of at least 1. */
  readonly replicas: number | null;
  /** `resources` (DT): Size of a task manager pod. Accepts a mapping. */
  readonly resources: KubernetesDeploymentTaskManagerResources | null;
}

/** `KubernetesDeploymentIngressTls` */
export interface KubernetesDeploymentIngressTls {
  /** `enabled` (DT): Serve HTTPS. Accepts true or false. */
  readonly enabled: boolean | null;
  /** `secret_name` (DT): Kubernetes secret with the certificate; required when enabled. Accepts text. */
  readonly secretName: string | null;
}

/** `KubernetesDeploymentIngress` */
export interface KubernetesDeploymentIngress {
  /** `enabled` (DT): Create an ingress. Accepts true or false. */
  readonly enabled: boolean | null;
  /** `host` (DT): Host name of the web UI; required when enabled. Accepts text. */
  readonly host: string | null;
  /** `tls` (DT): TLS at the ingress. Accepts a mapping. */
  readonly tls: KubernetesDeploymentIngressTls | null;
}

/** `KubernetesDeploymentService` */
export interface KubernetesDeploymentService {
  /** `type` (DT): Kind of service. Accepts one of ClusterIP, LoadBalancer, NodePort. */
  readonly type: "ClusterIP" | "LoadBalancer" | "NodePort" | null;
  /** `rest_port` (DT): Port of the REST API and web UI, 8081 as a rule. Accepts an integer from 1 to 65535. */
  readonly restPort: number | null;
  /** `blob_port` (DT): Port of the blob server, 6124 as a rule. Accepts an integer from 1 to 65535. */
  readonly blobPort: number | null;
  /** `query_port` (DT): Port for state queries, 6125 as a rule. Accepts an integer from 1 to 65535. */
  readonly queryPort: number | null;
}

/** `KubernetesDeploymentNativeQuotas` */
export interface KubernetesDeploymentNativeQuotas {
  /** `cpu` (DT): CPU cores in all. Accepts a number greater than 0, at most 1000000. */
  readonly cpu: number | null;
  /** `memory` (DT): Memory in all. Accepts a size: an integer and one of b, kb, mb, gb, tb, such as 512mb. */
  readonly memoryBytes: number | null;
}

/** `KubernetesDeploymentNative` */
export interface KubernetesDeploymentNative {
  /** `pod_template_file` (DT): Path of a pod template. Accepts text. */
  readonly podTemplateFile: string | null;
  /** `quotas` (DT): Bounds of the namespace. Accepts a mapping. */
  readonly quotas: KubernetesDeploymentNativeQuotas | null;
}

/** `KubernetesDeploymentApplication` */
export interface KubernetesDeploymentApplication {
  /** `main_class` (DT): Class with the main method; required for mode application. Accepts a Java class name. */
  readonly mainClass: string | null;
  /** `args` (DT): Program arguments. Accepts a list, each item text. */
  readonly args: readonly string[] | null;
  /** `artifacts` (DT): URIs of the jars, the job's own first. Accepts a list, each item a URI or an absolute path. */
  readonly artifacts: readonly string[] | null;
}

/** Target platform and roll-out. */
export interface KubernetesDeployment {
  /** `type` (§4): Kind of deployment. Accepts one of kubernetes, yarn, standalone, docker_compose. */
  readonly type: "kubernetes";
  /** `flink_version` (addition): Flink line the artifacts are for, such as 1.20; quote it. Accepts a Flink line such as 1.20. */
  readonly flinkVersion: string | null;
  /** `multi_region` (XM): One deployment per region: an overlay per region name follows. Accepts true or false. Default false. */
  readonly multiRegion: boolean;
  /** `standby` (XM): Makes this region a passive copy. Accepts a mapping. */
  readonly standby: DeploymentStandby | null;
  /** `compliance` (XM): Regulatory demands on this region. Accepts a mapping. */
  readonly compliance: DeploymentCompliance | null;
  /** `ha` (DT): High availability of the coordinator. Accepts a mapping. */
  readonly ha: DeploymentHa | null;
  /** `scaling` (§8.1): Scaling of the number or the size of workers. Accepts a mapping. */
  readonly scaling: DeploymentScaling | null;
  /** `security` (DT): Transport security of the cluster. Accepts a mapping. */
  readonly security: DeploymentSecurity | null;
  /** `strategy` (DT): How a new version is rolled out. Accepts a mapping. */
  readonly strategy: DeploymentStrategy | null;
  /** `savepoint` (DT): Savepoints around upgrades and on a schedule. Accepts a mapping. */
  readonly savepoint: DeploymentSavepoint | null;
  /** `ci_cd` (DT): Pipeline to generate. Accepts a mapping. */
  readonly ciCd:
    (DeploymentCiCd & { readonly others: Readonly<Record<string, DeploymentCiCdOther>> }) | null;
  /** `mode` (DT): Who starts the pods: Flink on demand (native), or one cluster per job, or one shared cluster. Accepts one of native, application, session. */
  readonly mode: "native" | "application" | "session" | null;
  /** `namespace` (§8.1): Kubernetes namespace. Accepts text. */
  readonly namespace: string | null;
  /** `service_account` (§8.1): Service account the pods run as. Accepts text. */
  readonly serviceAccount: string | null;
  /** `kubernetes` (DT): Access to the cluster. Accepts a mapping. */
  readonly kubernetes: KubernetesDeploymentKubernetes | null;
  /** `image` (DT): Container image. Accepts a mapping. */
  readonly image: KubernetesDeploymentImage | null;
  /** `job_manager` (DT): Pods of the job manager. Accepts a mapping. */
  readonly jobManager: KubernetesDeploymentJobManager | null;
  /** `task_manager` (DT): Pods of the task manager. Accepts a mapping. */
  readonly taskManager: KubernetesDeploymentTaskManager | null;
  /** `pod_template` (§8.1): Changes to the pods; metadata and spec as Kubernetes has them, in snake_case or camelCase. Accepts Kubernetes pod template. */
  readonly podTemplate: InfraNode | null;
  /** `ingress` (DT): Access to the web UI from outside the cluster. Accepts a mapping. */
  readonly ingress: KubernetesDeploymentIngress | null;
  /** `service` (DT): Service in front of the job manager. Accepts a mapping. */
  readonly service: KubernetesDeploymentService | null;
  /** `native` (DT): Settings of mode native. Accepts a mapping. */
  readonly native: KubernetesDeploymentNative | null;
  /** `application` (DT): The packaged job, shared by all processes; for mode application. Accepts a mapping. */
  readonly application: KubernetesDeploymentApplication | null;
}

/** `YarnDeploymentYarn` */
export interface YarnDeploymentYarn {
  /** `resource_manager` (DT): Address of the resource manager. Accepts host:port, several separated by commas. */
  readonly resourceManager: Text | null;
  /** `config_dir` (DT): Directory with the Hadoop configuration files. Accepts text. */
  readonly configDir: string | null;
}

/** `YarnDeploymentApplication` */
export interface YarnDeploymentApplication {
  /** `name` (DT): Application name. Accepts text. */
  readonly name: string | null;
  /** `type` (DT): Application type, such as flink. Accepts text. */
  readonly type: string | null;
  /** `tags` (DT): Tags of the application. Accepts a list, each item text. */
  readonly tags: readonly string[] | null;
  /** `priority` (addition): Priority in its queue; YARN cuts it to the cluster's maximum. Accepts an integer from 0 to 2147483647. */
  readonly priority: number | null;
  /** `attempts` (addition): How often YARN starts the job manager before it gives up. Accepts an integer from 1 to 1000. */
  readonly attempts: number | null;
  /** `node_label` (addition): Label of the nodes for all its containers. Accepts text. */
  readonly nodeLabel: string | null;
}

/** `YarnDeploymentApplicationMaster` */
export interface YarnDeploymentApplicationMaster {
  /** `memory` (§8.2): Memory of the container. Accepts a size: an integer and one of b, kb, mb, gb, tb, such as 512mb. */
  readonly memoryBytes: number | null;
  /** `vcores` (§8.2): Virtual cores of the container. Accepts an integer of at least 1. */
  readonly vcores: number | null;
}

/** `YarnDeploymentContainer` */
export interface YarnDeploymentContainer {
  /** `memory` (§8.2): Memory of one container. Accepts a size: an integer and one of b, kb, mb, gb, tb, such as 512mb. */
  readonly memoryBytes: number | null;
  /** `vcores` (§8.2): Virtual cores of one container. Accepts an integer of at least 1. */
  readonly vcores: number | null;
  /** `count` (DT): Number of containers. Accepts an integer of at least 1. */
  readonly count: number | null;
  /** `node_label` (addition): Label of the nodes for task managers, where it is another one. Accepts text. */
  readonly nodeLabel: string | null;
}

/** `YarnDeploymentResourceDynamic` */
export interface YarnDeploymentResourceDynamic {
  /** `enabled` (DT): Request and release containers as load demands. Accepts true or false. */
  readonly enabled: boolean | null;
  /** `min_containers` (DT): Fewest containers. Accepts an integer of at least 0. */
  readonly minContainers: number | null;
  /** `max_containers` (DT): Most containers. Accepts an integer of at least 1. */
  readonly maxContainers: number | null;
  /** `idle_timeout` (DT): A container idle for longer is released. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly idleTimeoutMs: number | null;
}

/** `YarnDeploymentResourceMaximum` */
export interface YarnDeploymentResourceMaximum {
  /** `memory` (addition): Memory of a container (yarn.scheduler.maximum-allocation-mb). Accepts a size: an integer and one of b, kb, mb, gb, tb, such as 512mb. */
  readonly memoryBytes: number | null;
  /** `vcores` (addition): Cores of a container (yarn.scheduler.maximum-allocation-vcores). Accepts an integer of at least 1. */
  readonly vcores: number | null;
}

/** `YarnDeploymentResource` */
export interface YarnDeploymentResource {
  /** `dynamic` (DT): Elastic allocation. Accepts a mapping. */
  readonly dynamic: YarnDeploymentResourceDynamic | null;
  /** `maximum` (addition): The largest container that the cluster grants; larger ones are refused. Accepts a mapping. */
  readonly maximum: YarnDeploymentResourceMaximum | null;
}

/** `YarnDeploymentYarnSettingsLogAggregation` */
export interface YarnDeploymentYarnSettingsLogAggregation {
  /** `enabled` (DT): Collect logs. Accepts true or false. */
  readonly enabled: boolean | null;
  /** `rolling_interval` (DT): How often logs are collected; a bare number is seconds. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly rollingIntervalMs: number | null;
}

/** `YarnDeploymentYarnSettings` */
export interface YarnDeploymentYarnSettings {
  /** `ship_files` (DT): Local files sent to every container; * stands for any text. Accepts a list, each item text. */
  readonly shipFiles: readonly string[] | null;
  /** `provided_lib_dirs` (DT): URIs of folders with libraries that the cluster already has. Accepts a list, each item a URI or an absolute path. */
  readonly providedLibDirs: readonly string[] | null;
  /** `log_aggregation` (DT): Collection of container logs. Accepts a mapping. */
  readonly logAggregation: YarnDeploymentYarnSettingsLogAggregation | null;
}

/** `YarnDeploymentKerberos` */
export interface YarnDeploymentKerberos {
  /** `enabled` (DT): Log in with Kerberos. Accepts true or false. */
  readonly enabled: boolean | null;
  /** `principal` (DT): Kerberos identity, where _HOST stands for the host name; required when enabled. Accepts text. */
  readonly principal: string | null;
  /** `keytab` (DT): Path of the key file of the principal; required when enabled. Accepts text. */
  readonly keytab: string | null;
  /** `renew_interval` (DT): How often the ticket is renewed. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly renewIntervalMs: number | null;
}

/** `YarnDeploymentSession` */
export interface YarnDeploymentSession {
  /** `name` (DT): Name of the cluster. Accepts text. */
  readonly name: string | null;
  /** `task_managers` (DT): Task managers started up front. Accepts an integer of at least 1. */
  readonly taskManagers: number | null;
  /** `slots_per_task_manager` (DT): Task slots of one task manager. Accepts an integer of at least 1. */
  readonly slotsPerTaskManager: number | null;
}

/** `YarnDeploymentPerJob` */
export interface YarnDeploymentPerJob {
  /** `detached` (DT): The client returns once the job is submitted. Accepts true or false. */
  readonly detached: boolean | null;
  /** `shutdown_on_completion` (DT): Stop the cluster when the job ends. Accepts true or false. */
  readonly shutdownOnCompletion: boolean | null;
}

/** Target platform and roll-out. */
export interface YarnDeployment {
  /** `type` (§4): Kind of deployment. Accepts one of kubernetes, yarn, standalone, docker_compose. */
  readonly type: "yarn";
  /** `flink_version` (addition): Flink line the artifacts are for, such as 1.20; quote it. Accepts a Flink line such as 1.20. */
  readonly flinkVersion: string | null;
  /** `multi_region` (XM): One deployment per region: an overlay per region name follows. Accepts true or false. Default false. */
  readonly multiRegion: boolean;
  /** `standby` (XM): Makes this region a passive copy. Accepts a mapping. */
  readonly standby: DeploymentStandby | null;
  /** `compliance` (XM): Regulatory demands on this region. Accepts a mapping. */
  readonly compliance: DeploymentCompliance | null;
  /** `ha` (DT): High availability of the coordinator. Accepts a mapping. */
  readonly ha: DeploymentHa | null;
  /** `scaling` (§8.1): Scaling of the number or the size of workers. Accepts a mapping. */
  readonly scaling: DeploymentScaling | null;
  /** `security` (DT): Transport security of the cluster. Accepts a mapping. */
  readonly security: DeploymentSecurity | null;
  /** `strategy` (DT): How a new version is rolled out. Accepts a mapping. */
  readonly strategy: DeploymentStrategy | null;
  /** `savepoint` (DT): Savepoints around upgrades and on a schedule. Accepts a mapping. */
  readonly savepoint: DeploymentSavepoint | null;
  /** `ci_cd` (DT): Pipeline to generate. Accepts a mapping. */
  readonly ciCd:
    (DeploymentCiCd & { readonly others: Readonly<Record<string, DeploymentCiCdOther>> }) | null;
  /** `mode` (DT): A shared cluster, one cluster per job, or the job's main method in it. Accepts one of session, per_job, application. */
  readonly mode: "session" | "per_job" | "application" | null;
  /** `queue` (§8.2): Scheduler queue. Accepts text. */
  readonly queue: string | null;
  /** `yarn` (DT): Access to the cluster. Accepts a mapping. */
  readonly yarn: YarnDeploymentYarn | null;
  /** `application` (DT): How the application appears in YARN. Accepts a mapping. */
  readonly application: YarnDeploymentApplication | null;
  /** `application_master` (§8.2): Container of the job manager. Accepts a mapping. */
  readonly applicationMaster: YarnDeploymentApplicationMaster | null;
  /** `container` (§8.2): Containers of the task managers. Accepts a mapping. */
  readonly container: YarnDeploymentContainer | null;
  /** `resource` (DT): How containers are requested. Accepts a mapping. */
  readonly resource: YarnDeploymentResource | null;
  /** `yarn_settings` (DT): Options of the submission. Accepts a mapping. */
  readonly yarnSettings: YarnDeploymentYarnSettings | null;
  /** `kerberos` (DT): Kerberos login. Accepts a mapping. */
  readonly kerberos: YarnDeploymentKerberos | null;
  /** `session` (DT): The shared cluster; required for mode session. Accepts a mapping. */
  readonly session: YarnDeploymentSession | null;
  /** `per_job` (DT): Settings of mode per_job. Accepts a mapping. */
  readonly perJob: YarnDeploymentPerJob | null;
}

/** `StandaloneDeploymentClusterJobManager` */
export interface StandaloneDeploymentClusterJobManager {
  /** `host` (DT): Host name or address. Accepts text. */
  readonly host: string;
  /** `port` (DT): RPC port, 6123 as a rule. Accepts an integer from 1 to 65535. */
  readonly port: number | null;
  /** `web_port` (DT): Port of the REST API and web UI, 8081 as a rule. Accepts an integer from 1 to 65535. */
  readonly webPort: number | null;
}

/** `StandaloneDeploymentClusterTaskManager` */
export interface StandaloneDeploymentClusterTaskManager {
  /** `host` (DT): Host name or address. Accepts text. */
  readonly host: string;
  /** `port` (DT): RPC port, 6122 as a rule. Accepts an integer from 1 to 65535. */
  readonly port: number | null;
  /** `slots` (DT): Task slots on this host. Accepts an integer of at least 1. */
  readonly slots: number | null;
}

/** `StandaloneDeploymentCluster` */
export interface StandaloneDeploymentCluster {
  /** `job_manager` (DT): The coordinator. Accepts a mapping. */
  readonly jobManager: StandaloneDeploymentClusterJobManager;
  /** `task_managers` (DT): Hosts of the workers. Accepts a list, each item a mapping. */
  readonly taskManagers: readonly StandaloneDeploymentClusterTaskManager[] | null;
}

/** Target platform and roll-out. */
export interface StandaloneDeployment {
  /** `type` (§4): Kind of deployment. Accepts one of kubernetes, yarn, standalone, docker_compose. */
  readonly type: "standalone";
  /** `flink_version` (addition): Flink line the artifacts are for, such as 1.20; quote it. Accepts a Flink line such as 1.20. */
  readonly flinkVersion: string | null;
  /** `multi_region` (XM): One deployment per region: an overlay per region name follows. Accepts true or false. Default false. */
  readonly multiRegion: boolean;
  /** `standby` (XM): Makes this region a passive copy. Accepts a mapping. */
  readonly standby: DeploymentStandby | null;
  /** `compliance` (XM): Regulatory demands on this region. Accepts a mapping. */
  readonly compliance: DeploymentCompliance | null;
  /** `ha` (DT): High availability of the coordinator. Accepts a mapping. */
  readonly ha: DeploymentHa | null;
  /** `scaling` (§8.1): Scaling of the number or the size of workers. Accepts a mapping. */
  readonly scaling: DeploymentScaling | null;
  /** `security` (DT): Transport security of the cluster. Accepts a mapping. */
  readonly security: DeploymentSecurity | null;
  /** `strategy` (DT): How a new version is rolled out. Accepts a mapping. */
  readonly strategy: DeploymentStrategy | null;
  /** `savepoint` (DT): Savepoints around upgrades and on a schedule. Accepts a mapping. */
  readonly savepoint: DeploymentSavepoint | null;
  /** `ci_cd` (DT): Pipeline to generate. Accepts a mapping. */
  readonly ciCd:
    (DeploymentCiCd & { readonly others: Readonly<Record<string, DeploymentCiCdOther>> }) | null;
  /** `cluster` (DT): Hosts of the cluster; required unless job_manager is given as host:port. Accepts a mapping. */
  readonly cluster: StandaloneDeploymentCluster | null;
}

/** `DockerComposeDeploymentComposeServices` */
export interface DockerComposeDeploymentComposeServices {
  /** `image` (DT): Image of the service. Accepts text. */
  readonly image: string;
  /** `ports` (DT): Published ports, quoted: host:container. Accepts a list, each item host:container. */
  readonly ports: readonly string[] | null;
  /** `environment` (DT): Environment variables as NAME=value. Accepts a list, each item NAME=value. */
  readonly environment: readonly Text[] | null;
  /** `replicas` (DT): Number of containers. Accepts an integer of at least 0. */
  readonly replicas: number | null;
  /** `depends_on` (DT): Services started before this one. Accepts a list, each item text. */
  readonly dependsOn: readonly string[] | null;
  /** `command` (addition): Command and arguments in place of the image's own. Accepts a list, each item text. */
  readonly command: readonly string[] | null;
  /** `volumes` (addition): Mounts of the service: host:container, or name:container. Accepts a list, each item text. */
  readonly volumes: readonly string[] | null;
  /** `healthcheck` (addition): Shell command that succeeds once the service can be used. Accepts text. */
  readonly healthcheck: string | null;
}

/** `DockerComposeDeploymentCompose` */
export interface DockerComposeDeploymentCompose {
  /** `project_name` (DT): Name of the project. Accepts text. */
  readonly projectName: string | null;
  /** `services` (DT): Services of the project. Accepts a mapping. */
  readonly services: Readonly<Record<string, DockerComposeDeploymentComposeServices>> | null;
}

/** Target platform and roll-out. */
export interface DockerComposeDeployment {
  /** `type` (§4): Kind of deployment. Accepts one of kubernetes, yarn, standalone, docker_compose. */
  readonly type: "docker_compose";
  /** `flink_version` (addition): Flink line the artifacts are for, such as 1.20; quote it. Accepts a Flink line such as 1.20. */
  readonly flinkVersion: string | null;
  /** `multi_region` (XM): One deployment per region: an overlay per region name follows. Accepts true or false. Default false. */
  readonly multiRegion: boolean;
  /** `standby` (XM): Makes this region a passive copy. Accepts a mapping. */
  readonly standby: DeploymentStandby | null;
  /** `compliance` (XM): Regulatory demands on this region. Accepts a mapping. */
  readonly compliance: DeploymentCompliance | null;
  /** `ha` (DT): High availability of the coordinator. Accepts a mapping. */
  readonly ha: DeploymentHa | null;
  /** `scaling` (§8.1): Scaling of the number or the size of workers. Accepts a mapping. */
  readonly scaling: DeploymentScaling | null;
  /** `security` (DT): Transport security of the cluster. Accepts a mapping. */
  readonly security: DeploymentSecurity | null;
  /** `strategy` (DT): How a new version is rolled out. Accepts a mapping. */
  readonly strategy: DeploymentStrategy | null;
  /** `savepoint` (DT): Savepoints around upgrades and on a schedule. Accepts a mapping. */
  readonly savepoint: DeploymentSavepoint | null;
  /** `ci_cd` (DT): Pipeline to generate. Accepts a mapping. */
  readonly ciCd:
    (DeploymentCiCd & { readonly others: Readonly<Record<string, DeploymentCiCdOther>> }) | null;
  /** `compose` (DT): The Compose project; a service may also stand directly below. Accepts a mapping. */
  readonly compose: DockerComposeDeploymentCompose & {
    readonly others: Readonly<Record<string, DockerComposeDeploymentComposeServices>>;
  };
  /** `volumes` (DT): Mounts of the Flink services: host:container. Accepts a list, each item text. */
  readonly volumes: readonly string[] | null;
}

/** `RegionFailover` */
export interface RegionFailover {
  /** `auto_promote` (XM): Take over without an operator. Accepts true or false. */
  readonly autoPromote: boolean | null;
  /** `health_check_interval` (XM): Time between two health checks. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly healthCheckIntervalMs: number | null;
  /** `promotion_delay` (XM): Wait before taking over. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly promotionDelayMs: number | null;
}

/** Regions of this environment and their roles, by alias. */
export interface Region {
  /** `name` (XM): Cloud region, such as us-east-1: the key of every overlay; unique. Accepts a name of letters, digits, _ and -. */
  readonly regionName: string;
  /** `role` (XM): Role in normal operation. Accepts one of active, standby. */
  readonly role: "active" | "standby";
  /** `priority` (XM): Order of promotion, 1 first; regions may share a number. Accepts an integer of at least 1. */
  readonly priority: number | null;
  /** `data_residency` (XM): Area that data must not leave, such as EU. Accepts text. */
  readonly dataResidency: string | null;
  /** `failover` (XM): Hints for taking over, for a standby region. Accepts a mapping. */
  readonly failover: RegionFailover | null;
}

/** `FailoverPlanDetection` */
export interface FailoverPlanDetection {
  /** `health_check_interval` (XM): Time between two health checks. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly healthCheckIntervalMs: number | null;
  /** `failure_threshold` (XM): Failed checks in a row that mean failure. Accepts an integer of at least 1. */
  readonly failureThreshold: number | null;
  /** `recovery_threshold` (XM): Good checks in a row that mean recovery. Accepts an integer of at least 1. */
  readonly recoveryThreshold: number | null;
}

/** `FailoverPlanPromotion` */
export interface FailoverPlanPromotion {
  /** `auto_promote` (XM): Take over without an operator; must be false when secondary is null. Accepts true or false. */
  readonly autoPromote: boolean | null;
  /** `promotion_delay` (XM): Wait before taking over. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly promotionDelayMs: number | null;
  /** `notification_channels` (XM): Who is told: slack://channel, pagerduty://service, email://address or an https URL. Accepts a list, each item a URI that starts with slack:// or pagerduty:// or email:// or https://. */
  readonly notificationChannels: readonly Text[] | null;
}

/** `FailoverPlanTraffic` */
export interface FailoverPlanTraffic {
  /** `dns_ttl` (XM): Lifetime of the DNS record. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly dnsTtlMs: number | null;
  /** `gradual_switch` (XM): Move traffic in steps. Accepts true or false. */
  readonly gradualSwitch: boolean | null;
  /** `switch_percentage_per_step` (XM): Percent of traffic moved in one step; required for a gradual switch. Accepts an integer from 1 to 100. */
  readonly switchPercentagePerStep: number | null;
  /** `step_interval` (XM): Pause between steps; required for a gradual switch. Accepts a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most). */
  readonly stepIntervalMs: number | null;
}

/** Which region takes over from which, by plan name. */
export interface FailoverPlan {
  /** `primary` (XM): Name of the region that is protected. Accepts text. */
  readonly primary: string;
  /** `secondary` (XM): Name of the region that takes over; null when there is none. Accepts text. */
  readonly secondary: string | null;
  /** `detection` (XM): When the primary counts as failed. Accepts a mapping. */
  readonly detection: FailoverPlanDetection | null;
  /** `promotion` (XM): How the secondary takes over. Accepts a mapping. */
  readonly promotion: FailoverPlanPromotion | null;
  /** `traffic` (XM): How traffic moves to the other region. Accepts a mapping. */
  readonly traffic: FailoverPlanTraffic | null;
}

/** One item. */
export interface AcceptWarning {
  /** `code` (addition): Code of the warning, such as W701. Accepts the code of a warning, such as W701. */
  readonly code: string;
  /** `path` (addition): Property or binding it is accepted for, dotted; everywhere when absent. Accepts text. */
  readonly path: string | null;
  /** `reason` (addition): Why it is accepted. Accepts text. */
  readonly reason: string;
}

/** Event sources and sinks, by the names processes use. */
export type Stream = KafkaStream | KinesisStream | PulsarStream | MongodbSinkStream;

/** Reference stores that enrich records, by the names processes use. */
export type Lookup =
  MongodbLookup | RedisLookup | PostgresqlLookup | CassandraLookup | ElasticsearchLookup;

/** Where checkpoints are stored and how they are taken, by logical name. */
export type Checkpoint =
  S3Checkpoint | HdfsCheckpoint | GcsCheckpoint | AzureBlobCheckpoint | FilesystemCheckpoint;

/** Where operators keep their state while a job runs, by backend name. */
export type StateBackend =
  RocksdbStateBackend | HashmapStateBackend | ExternalStateBackend | ChangelogStateBackend;

/** Destinations of records that could not be processed. */
export type DeadLetter = KafkaDeadLetter | S3DeadLetter | MongodbDeadLetter;

/** Topics on which completed writes are announced. */
export type Completion = KafkaCompletion;

/** Pointers to credentials in external stores. */
export type Secret =
  | VaultSecret
  | AwsSecretsManagerSecret
  | AwsParameterStoreSecret
  | KubernetesSecret
  | AzureKeyVaultSecret
  | GcpSecretManagerSecret
  | EnvSecret;

/** `monitoring.metrics` */
export type Metrics = PrometheusMetrics | DatadogMetrics | CloudwatchMetrics;

/** `monitoring.tracing` */
export type Tracing = JaegerTracing | ZipkinTracing | OtelTracing;

/** Target platform and roll-out. */
export type Deployment =
  KubernetesDeployment | YarnDeployment | StandaloneDeployment | DockerComposeDeployment;
