// Which properties of the examples the reference follows into the output. Build time only; what comes
// out is made by the generators, see reference-outcomes.ts.

/**
 * A property of an example, the generator whose lines are shown, and what stands in its place for
 * comparison: nothing, unless a file without it is refused or means the same.
 */
export type Pick = readonly [path: string, generator: string, instead?: string | number];

/** By the example's name. */
export const picks: Readonly<Record<string, readonly Pick[]>> = {
  streams: [
    ["streams.orders.error_handling.deserialization.dlq_topic", "java", "a"],
    ["streams.orders.error_handling.connectivity.initial_backoff", "java"],
  ],
  "streams.kafka": [
    ["streams.orders.consumer.group_id", "java"],
    ["streams.orders.consumer.isolation_level", "java"],
    ["streams.orders.producer.transaction_timeout", "java", "16m"],
    ["streams.orders.producer.compression", "java"],
    ["streams.orders.min_insync_replicas", "kafka-topics"],
    ["streams.orders.acl.read", "kafka-topics"],
  ],
  "streams.kinesis": [
    ["streams.clicks.consumer.type", "java"],
    ["streams.alerts.producer.record_max_buffered_time", "java"],
    ["streams.clicks.retention_hours", "kafka-topics"],
  ],
  "streams.pulsar": [
    ["streams.settlements.consumer.receiver_queue_size", "java"],
    ["streams.settlements.producer.compression", "java"],
    ["streams.settlements.retention_time", "kafka-topics"],
  ],
  "streams.mongodb_sink": [["streams.accounts.completion.write_concern", "java", "w1"]],
  lookups: [
    ["lookups.customers.cache.ttl", "java", "1m"],
    ["lookups.customers.cache.max_size", "java"],
    ["lookups.customers.async.timeout", "java"],
  ],
  "lookups.mongodb": [
    ["lookups.customers.connection.max_pool_size", "java", 50],
    ["lookups.customers.read.preference", "java", "nearest"],
    ["lookups.customers.lookup.projection", "java"],
  ],
  "lookups.redis": [
    ["lookups.rates.connection.socket_timeout", "java"],
    ["lookups.limits.lookup.hash_field", "java", "a"],
  ],
  "lookups.postgresql": [
    ["lookups.merchants.pool.size", "java"],
    ["lookups.merchants.query.select_columns", "java"],
  ],
  "lookups.cassandra": [
    ["lookups.card_history.consistency.read", "java"],
    ["lookups.card_history.query.limit", "java"],
  ],
  "lookups.elasticsearch": [["lookups.customers.connection.socket_timeout", "java"]],
  checkpoints: [
    ["checkpoints.default.checkpoint.interval", "flink-conf", "2m"],
    ["checkpoints.default.checkpoint.timeout", "flink-conf"],
    ["checkpoints.default.checkpoint.alignment.type", "flink-conf"],
    ["checkpoints.default.retention.max_checkpoints", "flink-conf"],
    ["checkpoints.default.recovery.restart.max_delay", "flink-conf"],
    ["checkpoints.default.recovery.from_savepoint.path", "k8s", "s3://a/b"],
    ["checkpoints.default.monitoring.alerts.checkpoint_duration_warning", "prometheus-rules"],
  ],
  "checkpoints.s3": [
    ["checkpoints.default.s3.endpoint", "flink-conf"],
    ["checkpoints.default.s3.path_style_access", "flink-conf"],
    ["checkpoints.default.auth.access_key", "k8s", "${OTHER}"],
  ],
  "checkpoints.hdfs": [
    ["checkpoints.default.hdfs.config_path", "yarn"],
    ["checkpoints.default.kerberos.principal", "yarn", "a@EXAMPLE.COM"],
  ],
  "checkpoints.azure_blob": [["checkpoints.default.azure.account_key", "k8s", "${OTHER}"]],
  "state_backends.rocksdb": [
    ["state_backends.default.incremental", "flink-conf"],
    ["state_backends.default.storage.local_directories", "flink-conf"],
    ["state_backends.default.options.block_cache_size", "flink-conf"],
    ["state_backends.default.options.write_buffer_size", "flink-conf"],
  ],
  "state_backends.changelog": [
    ["state_backends.default.changelog.periodic_materialize.interval", "flink-conf"],
  ],
  dead_letters: [["dead_letters.broken_orders.include_metadata", "java"]],
  "dead_letters.kafka": [["dead_letters.broken_orders.retention_ms", "kafka-topics"]],
  "dead_letters.s3": [["dead_letters.broken_orders.partition_by", "java"]],
  "completions.kafka": [
    ["completions.orders_written.callback.timeout", "java"],
    ["completions.orders_written.retention_ms", "kafka-topics"],
  ],
  resources: [
    ["resources.billing.parallelism", "k8s", 2],
    ["resources.billing.max_parallelism", "flink-conf"],
    ["resources.billing.task_memory", "k8s", "8gb"],
    ["resources.billing.memory.managed", "flink-conf"],
    ["resources.billing.jvm.options", "flink-conf"],
    ["resources.billing.network.buffer_timeout", "flink-conf"],
    ["resources.reporting.auto_scale.cooldown_period", "k8s"],
    ["resources.billing.monitoring.alerts", "prometheus-rules"],
  ],
  "resources._task_managers": [["resources._task_managers.cpu", "k8s", 2]],
  "resources._job_manager": [
    ["resources._job_manager.memory", "k8s"],
    ["resources._job_manager.ha.storage_dir", "flink-conf"],
  ],
  secrets: [["secrets.store_login.rotation.refresh_interval", "k8s"]],
  "secrets.aws_secrets_manager": [["secrets.signing_key.version_id", "k8s"]],
  "secrets.gcp_secret_manager": [["secrets.store_login.version", "k8s"]],
  "monitoring.metrics": [["monitoring.metrics.labels", "flink-conf"]],
  "monitoring.alerts": [["monitoring.alerts", "prometheus-rules"]],
  "monitoring.default_alerts": [
    ["monitoring.default_alerts.max_consumer_lag", "prometheus-rules", 1],
    ["monitoring.default_alerts.down_after", "prometheus-rules", "1m"],
  ],
  "monitoring.notifications": [
    ["monitoring.notifications.repeat_interval", "prometheus-rules", "1h"],
  ],
  "monitoring.logging": [["monitoring.logging.level", "k8s", "WARN"]],
  deployment: [
    ["deployment.ha.zookeeper.quorum", "flink-conf", "a:2181"],
    ["deployment.savepoint.directory", "k8s", "s3://a/b"],
    ["deployment.savepoint.periodic.interval", "k8s", "1h"],
  ],
  "deployment.kubernetes": [
    ["deployment.service_account", "k8s"],
    ["deployment.image.pull_policy", "k8s"],
    ["deployment.application.args", "k8s"],
    ["deployment.ingress.host", "k8s", "a.example.com"],
    ["deployment.native.quotas.memory", "k8s"],
  ],
  "deployment.yarn": [
    ["deployment.queue", "yarn"],
    ["deployment.application.tags", "yarn"],
    ["deployment.kerberos.keytab", "yarn", "/a"],
  ],
  "deployment.standalone": [
    ["deployment.cluster.job_manager.port", "standalone"],
    ["deployment.cluster.job_manager.web_port", "standalone", 8082],
  ],
  "deployment.docker_compose": [
    ["deployment.compose.project_name", "compose"],
    ["deployment.compose.services.kafka.healthcheck", "compose"],
  ],
  failover: [
    ["failover.europe.detection.failure_threshold", "failover"],
    ["failover.europe.promotion.promotion_delay", "failover", "2m"],
  ],
  "deployment.github-actions": [
    ["deployment.ci_cd.workflow.on_push.branches", "ci-cd"],
    ["deployment.ci_cd.jobs.deploy.environment", "ci-cd"],
    ["deployment.ci_cd.pipeline.login", "ci-cd"],
  ],
  "deployment.gitlab-ci": [
    ["deployment.ci_cd.deploy_production.when", "ci-cd", "always"],
    ["deployment.ci_cd.deploy_production.only", "ci-cd"],
  ],
  "deployment.argocd": [
    ["deployment.ci_cd.application.source.path", "ci-cd", "elsewhere"],
    ["deployment.ci_cd.sync_policy.automated.self_heal", "ci-cd"],
  ],
};
