// A file that sets every property that the generator `java` knows, for tests and for the compiler.
// Connectors that only lines below 2.0 have are apart.

const streams = `
streams:
  kafka_all:
    type: kafka
    direction: bidirectional
    topic: all.v1
    brokers: "kafka-1:9092,kafka-2:9092"
    partitions: 8
    replication: 3
    consumer:
      group_id: own-group
      auto_offset_reset: latest
      max_poll_records: 200
      isolation_level: read_committed
      fetch_min_bytes: 1024
      fetch_max_wait: 250ms
    producer:
      acks: all
      retries: 10
      batch_size: 32768
      linger_ms: 20
      compression: zstd
      idempotence: true
      buffer_memory: 67108864
      delivery_guarantee: exactly_once
      transactional_id_prefix: everything-all
      transaction_timeout: 14m
    serialization:
      key_format: string
      value_format: avro
      avro: { subject_name_strategy: TopicRecordNameStrategy, auto_register: false }
    schema_registry:
      url: https://registry.example.com
      basic_auth: secret://registry/login
    error_handling:
      deserialization:
        action: dlq
        dlq_topic: all.dead.v1
        log_level: error
        max_errors_per_minute: 100
      connectivity:
        retry_backoff: exponential
        initial_backoff: 200ms
        max_backoff: 10s
        fail_after: 3m
    properties:
      security.protocol: SASL_SSL
      sasl.mechanism: PLAIN
      sasl.username: "user \\"x\\" \\\\ y"
      sasl.password: \${KAFKA_PASSWORD}
      ssl.truststore.location: /etc/trust.p12
      ssl.truststore.type: PKCS12
      ssl.truststore.password: secret://trust/password
      max.request.size: "2097152"
      fetch.max.bytes: "10485760"
  kafka_skip:
    type: kafka
    direction: source
    topic: skip.v1
    brokers: kafka:9092
    serialization: { key_format: bytes, value_format: json }
    error_handling:
      deserialization: { action: skip, log_level: info, max_errors_per_minute: 5 }
      connectivity: { retry_backoff: constant, initial_backoff: 1s }
  kafka_fail:
    type: kafka
    direction: source
    topic: fail.v1
    brokers: kafka:9092
    consumer: { auto_offset_reset: earliest }
    serialization: { key_format: avro, value_format: string }
    error_handling:
      deserialization: { action: fail }
  kafka_aside:
    type: kafka
    direction: source
    topic: aside.v1
    brokers: kafka:9092
    serialization: { value_format: protobuf, protobuf: { message_class: com.example.Order } }
    error_handling:
      deserialization: { action: dlq }
  compacted:
    type: kafka
    direction: sink
    topic: compacted.v1
    brokers: kafka:9092
    cleanup_policy: compact
    producer: { acks: "1", delivery_guarantee: none }
    serialization: { key_format: json, value_format: bytes }
    properties:
      sasl.jaas.config: \${KAFKA_JAAS}
      security.protocol: SASL_SSL
      sasl.mechanism: PLAIN
      ssl.keystore.location: /etc/key.p12
      ssl.keystore.password: "before-\${KEYSTORE_PASSWORD}-after"
      ssl.key.password: \${KEY_PASSWORD:-}
  kin_all:
    type: kinesis
    direction: bidirectional
    stream: all
    region: us-gov-west-1
    account_id: "123456789012"
    shard_count: 4
    consumer: { type: enhanced_fan_out, consumer_name: everything, starting_position: AT_TIMESTAMP, starting_timestamp: 2025-01-31T00:00:00Z }
    producer: { aggregation: false, max_connections: 20, record_max_buffered_time: 100ms, collection_max_count: 400, partition_key_field: card_id }
    credentials: { type: assume_role, role_arn: "arn:aws:iam::123456789012:role/flink", session_name: s }
    serialization: { value_format: json }
    error_handling:
      deserialization: { action: dlq }
      connectivity: { initial_backoff: 100ms, max_backoff: 10s, retry_attempts: 5 }
    completion: { enabled: true, target: done }
    properties: { aws.endpoint: "https://localhost:4567" }
  kin_plain:
    type: kinesis
    stream: plain
    region: eu-west-1
    error_handling:
      deserialization: { action: skip }
`;

const older = `  documents:
    type: mongodb_sink
    uri: secret://mongo/uri
    database: shop
    collection: orders
    completion: { enabled: true, target: done, id_field: order_id, write_concern: majority }
  pul_all:
    type: pulsar
    direction: bidirectional
    topic: persistent://t/n/all
    service_url: pulsar+ssl://pulsar:6651
    consumer: { subscription_name: sub, subscription_type: Exclusive, receiver_queue_size: 500, acknowledgment_timeout: 10m }
    producer: { batching_enabled: true, batching_max_messages: 100, batching_max_publish_delay: 5ms, compression: ZSTD, send_timeout: 20s }
    auth: { type: token, token: "secret://trust/token" }
    tls: { enabled: true, trust_cert_path: /etc/ca.pem, allow_insecure: false }
    serialization: { value_format: string }
    error_handling: { deserialization: { action: skip } }
    completion: { enabled: true, target: done2, id_field: id }
    properties: { pulsar.client.numIoThreads: "4", pulsar.consumer.priorityLevel: "1", pulsar.producer.chunkingEnabled: "false" }
  pul_oauth:
    type: pulsar
    topic: persistent://t/n/oauth
    service_url: \${PULSAR_URL}
    auth: { type: oauth2 }
    properties: { issuerUrl: "https://issuer", privateKey: "secret://trust/key", audience: a }
    error_handling: { deserialization: { action: dlq } }
  pul_tls:
    type: pulsar
    direction: sink
    topic: persistent://t/n/tls
    service_url: pulsar://pulsar:6650
    auth: { type: tls }
    properties: { tlsCertFile: /c.pem, tlsKeyFile: /k.pem }
`;

const deadLetters = `dead_letters:
  letters_kafka: { type: kafka, topic: dead.v1, brokers: "kafka:9092", include_metadata: true }
  letters_s3: { type: s3, bucket: dead-letters, prefix: /a/b/, format: json, partition_by: source, include_metadata: true }
  letters_hour: { type: s3, bucket: dead-letters, partition_by: hour }
  letters_plain: { type: s3, bucket: dead-letters }
`;

const olderDeadLetters = `  letters_mongo: { type: mongodb, uri: "\${MONGO_URI}", database: shop, collection: dead, include_metadata: true }
`;

const rest = `completions:
  done:
    type: kafka
    topic: done.v1
    brokers: kafka:9092
    producer: { key_field: correlation_id, acks: all, idempotence: true, compression: lz4 }
    serialization: { value_format: avro }
    schema_registry: { url: "https://registry.example.com" }
    callback:
      trigger: after_commit
      timeout: 30s
      retry: { attempts: 3, backoff: exponential, initial_delay: 100ms, max_delay: 5s }
      include_sink_response: true
  done2:
    type: kafka
    topic: done2.v1
    brokers: kafka:9092
    producer: { key_field: id, acks: all, delivery_guarantee: exactly_once }
    callback: { trigger: after_flush, retry: { attempts: 2, backoff: linear, initial_delay: 50ms } }
checkpoints:
  main: { type: s3, bucket: state, prefix: jobs/, checkpoint: { interval: 60s, timeout: 2m } }
resources:
  billing: { checkpoint: main }
secrets:
  registry: { provider: kubernetes, namespace: x, secret_name: registry, keys: [login] }
  trust: { provider: vault, path: secret/data/trust, keys: [password, token, key] }
  mongo: { provider: env, variables: { uri: MONGO_SINK_URI } }
`;

/** Every property, and every connector that a line of this major version has. */
export function fullFile(major: 1 | 2): string {
  const [more, moreLetters] = major === 1 ? [older, olderDeadLetters] : ["", ""];
  return `${streams}${more}${deadLetters}${moreLetters}${rest}`;
}
