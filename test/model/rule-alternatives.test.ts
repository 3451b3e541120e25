// Properties that lose against another.
import {
  type Case,
  kinesis,
  kubernetes,
  lookup,
  regions,
  s3,
  secret,
  streamOf,
  testCases,
} from "./rule-cases.js";

/** A property that loses. */
function ignored(wrong: string, property: string, reason: string, right: string): Case {
  return {
    name: `${property} is ignored`,
    wrong,
    want: [`W701 "${property}" is ignored: ${reason}.`],
    right,
  };
}

const losers: readonly Case[] = [
  ignored(
    streamOf(', properties: { sasl.jaas.config: "${J}", sasl.username: u }'),
    "streams.s.properties.sasl.username",
    '"sasl.jaas.config" holds the login already',
    streamOf(', properties: { sasl.password: "${J}", sasl.username: u }'),
  ),
  ignored(
    'streams: { s: { type: mongodb_sink, uri: "mongodb://h", database: d, collection: c, serialization: { value_format: json } } }',
    "streams.s.serialization",
    "a mongodb_sink writes documents of its own form",
    'streams: { s: { type: mongodb_sink, uri: "mongodb://h", database: d, collection: c } }',
  ),
  ignored(
    lookup(
      'type: postgresql, jdbc_url: "jdbc:postgresql://h/d", query: { sql: "select 1", select_columns: [a] }',
    ),
    "lookups.l.query.select_columns",
    '"sql" is a statement of its own',
    lookup(
      'type: postgresql, jdbc_url: "jdbc:postgresql://h/d", table: t, query: { select_columns: [a] }',
    ),
  ),
  ignored(
    lookup(
      'type: elasticsearch, hosts: ["http://h"], index: i, query: { template: "{}", field: f }',
    ),
    "lookups.l.query.field",
    '"template" is a query of its own',
    lookup('type: elasticsearch, hosts: ["http://h"], index: i, query: { type: term, field: f }'),
  ),
  ignored(
    lookup(
      'type: redis, uri: "redis://h", cluster_mode: true, sentinel: { master_name: m, nodes: ["a:1"] }',
    ),
    "lookups.l.sentinel",
    '"cluster.enabled" is true, and a client uses one of them',
    lookup(
      'type: redis, uri: "redis://h", cluster_mode: false, sentinel: { master_name: m, nodes: ["a:1"] }',
    ),
  ),
  ignored(
    lookup('type: redis, uri: "redis://h", lookup: { type: set, hash_field: f }'),
    "lookups.l.lookup.hash_field",
    "it applies to values of type hash only",
    lookup('type: redis, uri: "redis://h", lookup: { type: hash, hash_field: f }'),
  ),
  ignored(
    s3("retention: { cleanup_on_cancel: delete, externalized: retain }"),
    "checkpoints.c.retention.cleanup_on_cancel",
    '"externalized" says the opposite and wins',
    s3("retention: { cleanup_on_cancel: retain, externalized: retain_on_cancellation }"),
  ),
  ignored(
    s3("auth: { type: instance_profile, role_arn: a }"),
    "checkpoints.c.auth.role_arn",
    "a role is assumed only with type assume_role",
    s3("auth: { type: instance_profile }"),
  ),
  ignored(
    s3("encryption: { type: sse_s3, kms_key_id: k }"),
    "checkpoints.c.encryption.kms_key_id",
    "only sse_kms uses a key of KMS",
    s3("encryption: { type: sse_kms, kms_key_id: k }"),
  ),
  ignored(
    'checkpoints: { c: { type: azure_blob, container: b, azure: { account_name: a, account_key: "${K}", auth_type: managed_identity } } }',
    "checkpoints.c.azure.account_key",
    "the managed identity is used",
    'checkpoints: { c: { type: azure_blob, container: b, azure: { account_name: a, account_key: "${K}" } } }',
  ),
  ignored(
    "state_backends: { b: { type: hashmap, ttl: { compaction_filter: true } } }",
    "state_backends.b.ttl.compaction_filter",
    "only RocksDB compacts files",
    "state_backends: { b: { type: rocksdb, ttl: { compaction_filter: true } } }",
  ),
  ignored(
    "resources: { _task_managers: { count: 2, slots_per_manager: 2, auto_size: { total_parallelism: 4 } } }",
    "resources._task_managers.auto_size",
    '"count" is set and wins',
    "resources: { _task_managers: { count: 2, slots_per_manager: 2 } }",
  ),
  ignored(
    kubernetes("strategy: { type: blue_green, canary: { steps: [{ weight: 100 }] } }"),
    "deployment.strategy.canary",
    "it applies to type canary only",
    kubernetes("strategy: { type: canary, canary: { steps: [{ weight: 100 }] } }"),
  ),
  ignored(
    "deployment: { type: yarn, mode: session, per_job: { detached: true } }",
    "deployment.per_job",
    "it applies to mode per_job only",
    "deployment: { type: yarn, mode: per_job, per_job: { detached: true } }",
  ),
  ignored(
    kinesis(", encryption: false, kms_key_id: k"),
    "streams.s.kms_key_id",
    '"encryption" is false',
    kinesis(", encryption: true, kms_key_id: k"),
  ),
  ignored(
    lookup('type: redis, uri: "redis://h", lookup: { type: hash, limit: 5 }'),
    "lookups.l.lookup.limit",
    "it applies to values of type zset only",
    lookup('type: redis, uri: "redis://h", lookup: { type: zset, limit: 5 }'),
  ),
  {
    name: "keys of another identity are ignored",
    wrong: s3('auth: { type: instance_profile, access_key: "${A}", secret_key: "${B}" }'),
    want: ["access_key", "secret_key"].map(
      (key) => `W701 "checkpoints.c.auth.${key}" is ignored: keys are used only with type static.`,
    ),
    right: s3('auth: { type: static, access_key: "${A}", secret_key: "${B}" }'),
  },
  ignored(
    secret("provider: vault, path: p, lease: { renewal_enabled: true }"),
    "secrets.s.lease",
    'only credentials of type "dynamic" have a lease',
    secret("provider: vault, path: p, type: dynamic, lease: { renewal_enabled: true }"),
  ),
  ignored(
    secret('provider: vault, path: p, on_missing: { action: fail, default_value: "" }'),
    "secrets.s.on_missing.default_value",
    'only action "default" uses it',
    secret("provider: vault, path: p, on_missing: { action: warn }"),
  ),
  ignored(
    "monitoring: { logging: { outputs: [{ type: stdout, index_pattern: i }] } }",
    "monitoring.logging.outputs.0.index_pattern",
    "only elasticsearch has indices",
    'monitoring: { logging: { outputs: [{ type: elasticsearch, endpoint: "http://h", index_pattern: i }] } }',
  ),
  ignored(
    "state_backends: { b: { type: external, redis: { uri: 'redis://h' }, ttl: { compaction_filter: true } } }",
    "state_backends.b.ttl.compaction_filter",
    "only RocksDB compacts files",
    "state_backends: { b: { type: external, redis: { uri: 'redis://h' } } }",
  ),
  ignored(
    "deployment: { type: yarn, mode: per_job, session: { name: n } }",
    "deployment.session",
    "it applies to mode session only",
    "deployment: { type: yarn, mode: session, session: { name: n } }",
  ),
  ignored(
    kubernetes(
      "strategy: { type: canary, canary: { steps: [{ weight: 100 }] }, rolling: { max_surge: 1 } }",
    ),
    "deployment.strategy.rolling",
    "it applies to type rolling_update only",
    `${regions}${kubernetes("strategy: { type: rolling_regional, regional_rollout: { order: [us-east-1] }, rolling: { max_surge: 1 } }")}`,
  ),
];

testCases(losers);
