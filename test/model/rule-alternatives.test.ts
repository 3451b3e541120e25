// Properties that lose against another.
import { type Case, kubernetes, lookup, s3, streamOf, testCases } from "./rule-cases.js";

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
];

testCases(losers);
