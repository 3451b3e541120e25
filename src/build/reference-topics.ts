// What people ask for, in their own words, and the properties that answer: the first half of the
// reference's index. The second half, by the names of target systems, is made from the coverage table.

/** A question with the keys of the properties that answer it. */
export type Topic = readonly [question: string, ...keys: readonly string[]];

/** By the heading they stand under. */
export const topics: Readonly<Record<string, readonly Topic[]>> = {
  Kafka: [
    [
      "Start a consumer at the earliest or latest offset",
      "streams.<kafka>.consumer.auto_offset_reset",
    ],
    ["Name the consumer group", "streams.<kafka>.consumer.group_id"],
    ["Read only committed records of transactions", "streams.<kafka>.consumer.isolation_level"],
    [
      "Write exactly once, with transactions",
      "streams.<kafka>.producer.delivery_guarantee",
      "streams.<kafka>.producer.transactional_id_prefix",
      "streams.<kafka>.producer.transaction_timeout",
    ],
    [
      "Acknowledgements, idempotence, retries of a producer",
      "streams.<kafka>.producer.acks",
      "streams.<kafka>.producer.idempotence",
      "streams.<kafka>.producer.retries",
    ],
    [
      "Batch, linger, compress what is sent",
      "streams.<kafka>.producer.batch_size",
      "streams.<kafka>.producer.linger_ms",
      "streams.<kafka>.producer.compression",
    ],
    ["Log in with SASL or TLS; any other client setting", "streams.<kafka>.properties"],
    [
      "Partitions, replicas and retention of a topic",
      "streams.<kafka>.partitions",
      "streams.<kafka>.replication",
      "streams.<kafka>.retention_ms",
    ],
    ["Compact a topic", "streams.<kafka>.cleanup_policy"],
    ["In-sync replicas", "streams.<kafka>.min_insync_replicas"],
    ["Rights (ACLs) on a topic", "streams.<kafka>.acl.read", "streams.<kafka>.acl.write"],
    [
      "Records that cannot be decoded: skip, fail, dead letter queue",
      "streams.<kafka>.error_handling.deserialization.action",
      "streams.<kafka>.error_handling.deserialization.dlq_topic",
    ],
    [
      "Avro, JSON or Protobuf; the schema registry",
      "streams.<kafka>.serialization.value_format",
      "streams.<kafka>.schema_registry.url",
    ],
  ],
  "Kinesis, Pulsar, MongoDB": [
    ["Enhanced fan-out of Kinesis", "streams.<kinesis>.consumer.type"],
    [
      "Start reading Kinesis at the oldest record, the newest, or a time",
      "streams.<kinesis>.consumer.starting_position",
      "streams.<kinesis>.consumer.starting_timestamp",
    ],
    [
      "Shards and retention of a Kinesis stream",
      "streams.<kinesis>.shard_count",
      "streams.<kinesis>.retention_hours",
    ],
    [
      "AWS credentials of a Kinesis stream: assume a role, a profile",
      "streams.<kinesis>.credentials.type",
    ],
    [
      "Pulsar subscription: name and type",
      "streams.<pulsar>.consumer.subscription_name",
      "streams.<pulsar>.consumer.subscription_type",
    ],
    ["Pulsar token", "streams.<pulsar>.auth.token"],
    [
      "Confirm that a write to MongoDB or Kafka has happened",
      "streams.<mongodb_sink>.completion.enabled",
      "completions.<kafka>.callback.trigger",
    ],
  ],
  "Dead letters and completions": [
    [
      "Where records go that could not be processed: a topic, a bucket, a collection",
      "dead_letters.<kafka>.topic",
      "dead_letters.<s3>.bucket",
      "dead_letters.<mongodb>.collection",
    ],
    [
      "Keep the error and the origin of a dead letter (headers, metadata)",
      "dead_letters.<kafka>.include_metadata",
    ],
    [
      "Where records go that cannot be decoded",
      "streams.<kafka>.error_handling.deserialization.dlq_topic",
    ],
    ["How long dead letters are kept", "dead_letters.<kafka>.retention_ms"],
    [
      "Announce a write: on which topic, by which key, when, how long to wait",
      "completions.<kafka>.topic",
      "completions.<kafka>.producer.key_field",
      "completions.<kafka>.callback.trigger",
      "completions.<kafka>.callback.timeout",
    ],
  ],
  "Lookups (enrichment)": [
    [
      "Cache results; how long, how many",
      "lookups.<mongodb>.cache.enabled",
      "lookups.<mongodb>.cache.ttl",
      "lookups.<mongodb>.cache.max_size",
    ],
    [
      "Ask without waiting (async I/O): timeout, capacity, order, retries",
      "lookups.<mongodb>.async.enabled",
      "lookups.<mongodb>.async.timeout",
      "lookups.<mongodb>.async.capacity",
    ],
    [
      "Connection pool size",
      "lookups.<mongodb>.connection.max_pool_size",
      "lookups.<postgresql>.pool.size",
    ],
    ["Read from secondaries", "lookups.<mongodb>.read.preference"],
    ["Write the SQL by hand", "lookups.<postgresql>.query.sql"],
    ["The key of a Redis value", "lookups.<redis>.lookup.key_pattern"],
    [
      "Redis Cluster, Sentinel",
      "lookups.<redis>.cluster.enabled",
      "lookups.<redis>.sentinel.master_name",
    ],
    ["Consistency level of Cassandra", "lookups.<cassandra>.consistency.read"],
    ["A query of one's own for Elasticsearch", "lookups.<elasticsearch>.query.template"],
    [
      "User, password, TLS of a store",
      "lookups.<mongodb>.auth.username",
      "lookups.<mongodb>.auth.password",
      "lookups.<mongodb>.tls.enabled",
    ],
  ],
  "Checkpoints and state": [
    [
      "Checkpoint interval; how long a checkpoint may take (timeout); minimum pause",
      "checkpoints.<s3>.checkpoint.interval",
      "checkpoints.<s3>.checkpoint.timeout",
      "checkpoints.<s3>.checkpoint.min_pause",
    ],
    ["Exactly once or at least once", "checkpoints.<s3>.checkpoint.mode"],
    ["Unaligned checkpoints", "checkpoints.<s3>.checkpoint.alignment.type"],
    [
      "Incremental checkpoints",
      "state_backends.<rocksdb>.incremental",
      "checkpoints.<s3>.checkpoint.incremental",
    ],
    [
      "Keep checkpoints when a job is cancelled; how many",
      "checkpoints.<s3>.retention.externalized",
      "checkpoints.<s3>.retention.max_checkpoints",
    ],
    [
      "Restart strategy after a failure: how often, how long to wait",
      "checkpoints.<s3>.recovery.restart.strategy",
      "checkpoints.<s3>.recovery.restart.max_attempts",
      "checkpoints.<s3>.recovery.restart.max_delay",
    ],
    [
      "Where savepoints go; start from one",
      "checkpoints.<s3>.savepoint.directory",
      "checkpoints.<s3>.recovery.from_savepoint.path",
    ],
    [
      "S3, MinIO: endpoint, path style access, credentials",
      "checkpoints.<s3>.s3.endpoint",
      "checkpoints.<s3>.s3.path_style_access",
      "checkpoints.<s3>.auth.type",
    ],
    ["RocksDB block cache", "state_backends.<rocksdb>.options.block_cache_size"],
    [
      "RocksDB write buffers, background threads, bloom filter, compression",
      "state_backends.<rocksdb>.options.write_buffer_size",
      "state_backends.<rocksdb>.options.max_background_flushes",
      "state_backends.<rocksdb>.options.bloom_filter_bits_per_key",
      "state_backends.<rocksdb>.options.compression",
    ],
    [
      "Memory of RocksDB: managed, or a fixed size per slot",
      "state_backends.<rocksdb>.memory.managed",
      "state_backends.<rocksdb>.memory.per_slot",
    ],
    ["Local disks (SSD) for state", "state_backends.<rocksdb>.storage.local_directories"],
    [
      "State time to live (TTL)",
      "state_backends.<rocksdb>.ttl.default_ttl",
      "state_backends.<rocksdb>.state_ttls",
    ],
    ["Changelog state backend", "state_backends.<changelog>.changelog.storage"],
  ],
  "Sizing of processes": [
    [
      "Parallelism, and the ceiling of rescaling",
      "resources.parallelism",
      "resources.max_parallelism",
    ],
    ["Memory and CPU of a slot", "resources.task_memory", "resources.task_cpu"],
    [
      "Managed, network, heap, off-heap, metaspace memory",
      "resources.memory.managed",
      "resources.memory.network",
      "resources.memory.heap",
      "resources.jvm.metaspace_max",
    ],
    ["JVM flags", "resources.jvm.options"],
    [
      "Slots per task manager (taskmanager.numberOfTaskSlots)",
      "resources._task_managers.slots_per_manager",
    ],
    ["Memory of the job manager", "resources._job_manager.memory"],
    ["Scale automatically", "resources.auto_scale.enabled", "deployment.<kubernetes>.scaling.type"],
    [
      "Backpressure, buffer debloating, buffer timeout",
      "resources.backpressure.buffer_debloat.enabled",
      "resources.network.buffer_timeout",
    ],
    ["Any other Flink option, one without a property of its own", "resources.flink_options"],
    [
      "The job's jar, main class and arguments",
      "resources.jar",
      "resources.main_class",
      "resources.args",
    ],
    [
      "Run on certain nodes (node selector)",
      "resources.constraints.node_labels",
      "deployment.<kubernetes>.pod_template",
    ],
  ],
  "Alerts, metrics, logs": [
    [
      "Be paged when checkpoints fail; any other condition",
      "monitoring.alerts.condition",
      "monitoring.default_alerts.max_checkpoint_failures",
    ],
    [
      "Alert on slow or large checkpoints",
      "checkpoints.<s3>.monitoring.alerts.checkpoint_duration_warning",
      "checkpoints.<s3>.monitoring.alerts.checkpoint_size_warning",
    ],
    [
      "Be paged when consumer lag is high, when a job restarts or is down",
      "monitoring.default_alerts.max_consumer_lag",
      "monitoring.default_alerts.max_restarts",
      "monitoring.default_alerts.down_after",
    ],
    [
      "Who is told of an alert: PagerDuty, Slack, e-mail, a webhook",
      "monitoring.alerts.channels",
      "monitoring.notifications.channels",
      "monitoring.notifications.email.smarthost",
    ],
    [
      "Prometheus: port, path, labels",
      "monitoring.metrics.<prometheus>.port",
      "monitoring.metrics.<prometheus>.path",
      "monitoring.metrics.<prometheus>.labels",
    ],
    ["Log level, JSON logs", "monitoring.logging.level", "monitoring.logging.format"],
    ["Traces (OpenTelemetry)", "monitoring.tracing.<otel>.endpoint"],
  ],
  Deployment: [
    ["Flink version", "deployment.<kubernetes>.flink_version"],
    [
      "Kubernetes: namespace, image, service account",
      "deployment.<kubernetes>.namespace",
      "deployment.<kubernetes>.image.repository",
      "deployment.<kubernetes>.service_account",
    ],
    [
      "The Flink operator, or plain objects; application, session",
      "deployment.<kubernetes>.kubernetes.flavor",
      "deployment.<kubernetes>.mode",
    ],
    ["Labels, annotations, tolerations, volumes of pods", "deployment.<kubernetes>.pod_template"],
    [
      "Ingress to the web UI",
      "deployment.<kubernetes>.ingress.enabled",
      "deployment.<kubernetes>.ingress.host",
    ],
    [
      "High availability",
      "deployment.<kubernetes>.ha.enabled",
      "deployment.<kubernetes>.ha.storage_dir",
      "deployment.<yarn>.ha.zookeeper.quorum",
    ],
    [
      "Savepoint on upgrade; savepoints by the clock",
      "deployment.<kubernetes>.savepoint.auto_savepoint",
      "deployment.<kubernetes>.savepoint.periodic.interval",
    ],
    ["Blue-green, canary, rolling update", "deployment.<kubernetes>.strategy.type"],
    [
      "Pull the image: policy, pull secrets of a private registry",
      "deployment.<kubernetes>.image.pull_policy",
      "deployment.<kubernetes>.image.pull_secrets",
    ],
    [
      "CI/CD: GitHub Actions, GitLab CI, Argo CD",
      "deployment.<kubernetes>.ci_cd.type",
      "deployment.<kubernetes>.ci_cd.application.source.repo_url",
    ],
    [
      "TLS between Flink's own processes",
      "deployment.<kubernetes>.security.ssl.internal.enabled",
      "deployment.<kubernetes>.security.ssl.rest.enabled",
    ],
    [
      "YARN: queue, containers, Kerberos",
      "deployment.<yarn>.queue",
      "deployment.<yarn>.container.memory",
      "deployment.<yarn>.kerberos.principal",
    ],
    [
      "Hosts of a standalone cluster",
      "deployment.<standalone>.cluster.job_manager.host",
      "deployment.<standalone>.cluster.task_managers[].host",
    ],
    [
      "Containers beside Flink in Docker Compose",
      "deployment.<docker_compose>.compose.services.<service name>.image",
    ],
  ],
  "Secrets and regions": [
    [
      "A secret in Vault",
      "secrets.<vault>.path",
      "secrets.<vault>.vault.address",
      "secrets.<vault>.auth.method",
    ],
    [
      "A secret in AWS, Azure, Google Cloud, Kubernetes, a variable",
      "secrets.<aws_secrets_manager>.secret_id",
      "secrets.<azure_key_vault>.vault_url",
      "secrets.<gcp_secret_manager>.project",
      "secrets.<kubernetes>.secret_name",
      "secrets.<env>.variable",
    ],
    [
      "Follow a secret that is rotated: how often it is read, what happens then",
      "secrets.<vault>.rotation.refresh_interval",
      "secrets.<vault>.rotation.on_rotation.action",
    ],
    ["A secret that may be missing", "secrets.<vault>.on_missing.action"],
    ["A second place for a secret", "secrets.<vault>.fallback.provider"],
    [
      "Regions, data residency, failover",
      "regions.name",
      "regions.data_residency",
      "failover.secondary",
    ],
  ],
};
