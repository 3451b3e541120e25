// Properties of streams, stores and state that other properties demand.
import {
  type Case,
  needed,
  kinesis,
  lookup,
  regions,
  s3,
  streamOf,
  testCases,
} from "./rule-cases.js";

const requirements: readonly Case[] = [
  needed(
    `completions: { c: { type: kafka, topic: done, brokers: "b:1", producer: { key_field: id } } }\n${streamOf(", completion: { enabled: true }")}`,
    "streams.s.completion.target",
    '"enabled" is true',
    `completions: { c: { type: kafka, topic: done, brokers: "b:1", producer: { key_field: id } } }\n${streamOf(", completion: { enabled: true, target: c }")}`,
  ),
  needed(
    streamOf(", mirror: { enabled: true }"),
    "streams.s.mirror.source",
    '"enabled" is true',
    streamOf(", mirror: { enabled: false }"),
  ),
  needed(
    kinesis(", consumer: { type: enhanced_fan_out }"),
    "streams.s.consumer.consumer_name",
    '"type" is enhanced_fan_out',
    kinesis(", consumer: { type: standard }"),
  ),
  needed(
    kinesis(", credentials: { type: assume_role }"),
    "streams.s.credentials.role_arn",
    '"type" is assume_role',
    kinesis(", credentials: { type: assume_role, role_arn: a }"),
  ),
  needed(
    kinesis(", credentials: { type: profile }"),
    "streams.s.credentials.profile",
    '"type" is profile',
    kinesis(", credentials: { type: profile, profile: p }"),
  ),
  needed(
    kinesis(', credentials: { type: static, access_key_id: "${A}" }'),
    "streams.s.credentials.secret_access_key",
    '"type" is static',
    kinesis(', credentials: { type: static, access_key_id: "${A}", secret_access_key: "${B}" }'),
  ),
  needed(
    'streams: { s: { type: pulsar, topic: "persistent://a/b/c", service_url: "pulsar://h:1", auth: { type: token } } }',
    "streams.s.auth.token",
    '"type" is token',
    'streams: { s: { type: pulsar, topic: "persistent://a/b/c", service_url: "pulsar://h:1", auth: { type: token, token: "${T}" } } }',
  ),
  needed(
    lookup("type: redis"),
    'lookups.l.uri" or "lookups.l.primary.uri',
    "the type is redis",
    lookup('type: redis, uri: "redis://h"'),
  ),
  needed(
    lookup('type: redis, uri: "redis://h", sentinel: { nodes: ["a:1"] }'),
    "lookups.l.sentinel.master_name",
    '"lookups.l.sentinel" is set',
    lookup('type: redis, uri: "redis://h", sentinel: { nodes: ["a:1"], master_name: m }'),
  ),
  needed(
    lookup('type: redis, uri: "redis://h", sentinel: { nodes: [], master_name: m }'),
    "lookups.l.sentinel.nodes",
    '"lookups.l.sentinel" is set',
    lookup('type: redis, uri: "redis://h"'),
  ),
  needed(
    lookup('type: elasticsearch, hosts: ["http://h"], index: i, auth: { type: api_key }'),
    "lookups.l.auth.api_key",
    '"type" is api_key',
    lookup(
      'type: elasticsearch, hosts: ["http://h"], index: i, auth: { type: api_key, api_key: "${K}" }',
    ),
  ),
  needed(
    lookup('type: elasticsearch, hosts: ["http://h"], index: i, auth: { type: bearer }'),
    "lookups.l.auth.token",
    '"type" is bearer',
    lookup(
      'type: elasticsearch, hosts: ["http://h"], index: i, auth: { type: bearer, token: "${K}" }',
    ),
  ),
  needed(
    lookup(
      'type: elasticsearch, hosts: ["http://h"], index: i, auth: { type: basic, username: u }',
    ),
    'lookups.l.auth.password" or "lookups.l.auth.primary',
    '"type" is basic',
    lookup(
      'type: elasticsearch, hosts: ["http://h"], index: i, auth: { type: basic, username: u, password: "${P}" }',
    ),
  ),
  needed(
    s3("auth: { type: assume_role }"),
    "checkpoints.c.auth.role_arn",
    '"type" is assume_role',
    s3("auth: { type: assume_role, role_arn: a }"),
  ),
  needed(
    s3('auth: { access_key: "${A}" }'),
    "checkpoints.c.auth.secret_key",
    '"access_key" is set',
    s3('auth: { access_key: "${A}", secret_key: "${B}" }'),
  ),
  needed(
    `${regions}${s3("replication: { enabled: true, destination_region: eu-west-1 }")}`,
    "checkpoints.c.replication.destination_bucket",
    '"enabled" is true',
    `${regions}${s3("replication: { enabled: true, destination_region: eu-west-1, destination_bucket: b }")}`,
  ),
  needed(
    'checkpoints: { c: { type: hdfs, path: "hdfs://n/c", kerberos: { enabled: true, principal: p } } }',
    "checkpoints.c.kerberos.keytab",
    '"enabled" is true',
    'checkpoints: { c: { type: hdfs, path: "hdfs://n/c", kerberos: { enabled: true, principal: p, keytab: k } } }',
  ),
  needed(
    "checkpoints: { c: { type: gcs, bucket: b, auth: { type: service_account } } }",
    "checkpoints.c.auth.key_file",
    '"type" is service_account',
    "checkpoints: { c: { type: gcs, bucket: b, auth: { type: workload_identity } } }",
  ),
  needed(
    "checkpoints: { c: { type: azure_blob, container: b, azure: { account_name: a } } }",
    "checkpoints.c.azure.account_key",
    '"auth_type" is not managed_identity',
    "checkpoints: { c: { type: azure_blob, container: b, azure: { account_name: a, auth_type: managed_identity } } }",
  ),
  needed(
    s3("recovery: { from_savepoint: { allow_non_restored: true } }"),
    "checkpoints.c.recovery.from_savepoint.path",
    '"checkpoints.c.recovery.from_savepoint" is set',
    s3('recovery: { from_savepoint: { path: "s3://b/p" } }'),
  ),
  needed(
    "state_backends: { b: { type: rocksdb, storage: { encryption: { enabled: true } } } }",
    "state_backends.b.storage.encryption.key_provider",
    '"enabled" is true',
    "state_backends: { b: { type: rocksdb, storage: { encryption: { enabled: true, key_provider: other } } } }",
  ),
  needed(
    "state_backends: { b: { type: rocksdb, storage: { encryption: { key_provider: aws_kms } } } }",
    "state_backends.b.storage.encryption.kms_key_id",
    '"key_provider" is aws_kms',
    "state_backends: { b: { type: rocksdb, storage: { encryption: { key_provider: aws_kms, kms_key_id: k } } } }",
  ),
  needed(
    "state_backends: { b: { type: external } }",
    'state_backends.b.redis" or "state_backends.b.ignite',
    "the type is external",
    'state_backends: { b: { type: external, redis: { uri: "redis://h" } } }',
  ),
  needed(
    "state_backends: { b: { type: external, ignite: { config_path: /c } } }",
    "state_backends.b.ignite.cache_name",
    '"state_backends.b.ignite" is set',
    "state_backends: { b: { type: external, ignite: { config_path: /c, cache_name: n } } }",
  ),
  needed(
    s3('auth: { type: static, access_key: "${A}" }'),
    "checkpoints.c.auth.secret_key",
    '"type" is static',
    s3('auth: { type: static, access_key: "${A}", secret_key: "${B}" }'),
  ),
  needed(
    s3('auth: { secret_key: "${B}" }'),
    "checkpoints.c.auth.access_key",
    '"secret_key" is set',
    s3("auth: { type: instance_profile }"),
  ),
  needed(
    `${regions}${lookup('type: redis, primary: { uri: "redis://h" }')}`,
    "lookups.l.primary.region",
    '"lookups.l.primary" is set',
    `${regions}${lookup('type: redis, primary: { uri: "redis://h", region: us-east-1 }')}`,
  ),
  needed(
    "state_backends: { b: { type: external, redis: { key_prefix: p } } }",
    "state_backends.b.redis.uri",
    '"state_backends.b.redis" is set',
    'state_backends: { b: { type: external, redis: { uri: "redis://h", key_prefix: p } } }',
  ),
];

testCases(requirements);
