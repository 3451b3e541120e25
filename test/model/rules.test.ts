// Every rule that needs a whole binding or the whole model, each with a case that it reports and one
// that it lets pass.
import { expect, test } from "vitest";
import { analyseText, head, lineOf } from "../resolve/project.js";

/** What is found, without places: they have a test of their own. */
async function found(text: string): Promise<readonly string[]> {
  const { diagnostics } = await analyseText(head("test") + text);
  const always = new Set(["W752", "W702", "W753"]);
  return diagnostics.flatMap((diagnostic) =>
    always.has(diagnostic.code)
      ? []
      : [lineOf(diagnostic).replace(/^(\S+) main\.infra:\d+:\d+ /u, "$1 ")],
  );
}

interface Case {
  readonly name: string;
  readonly wrong: string;
  readonly want: readonly string[];
  readonly right: string;
}

const streamOf = (rest: string) =>
  `streams: { s: { type: kafka, topic: t, brokers: "b:1"${rest} } }`;
const kinesis = (rest: string) => `streams: { s: { type: kinesis, stream: k, region: r${rest} } }`;
const lookup = (rest: string) => `lookups: { l: { ${rest} } }`;
const s3 = (rest: string) => `checkpoints: { c: { type: s3, bucket: b, ${rest} } }`;
const process = (rest: string) => `resources: { p: { ${rest} } }`;
const secret = (rest: string) => `secrets: { s: { ${rest} } }`;
const kubernetes = (rest: string) => `deployment: { type: kubernetes, ${rest} }`;
const regions = `regions:
  a: { name: us-east-1, role: active }
  b: { name: eu-west-1, role: standby, data_residency: EU }
`;

/** A property that another one demands. */
function needed(wrong: string, property: string, condition: string, right: string): Case {
  return {
    name: `${property} when ${condition}`,
    wrong,
    want: [`E752 "${property}" is needed when ${condition}.`],
    right,
  };
}

const requirements: readonly Case[] = [
  needed(
    `completions: { c: { type: kafka, topic: t, brokers: "b:1" } }\n${streamOf(", completion: { enabled: true }")}`,
    "streams.s.completion.target",
    '"enabled" is true',
    `completions: { c: { type: kafka, topic: t, brokers: "b:1" } }\n${streamOf(", completion: { enabled: true, target: c }")}`,
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
    process("parallelism: { initial: 2, max: 4 }"),
    "resources.p.parallelism.min",
    '"parallelism" is a map',
    process("parallelism: { initial: 2, max: 4, min: 1 }"),
  ),
  needed(
    process("auto_size: { based_on: throughput }"),
    "resources.p.auto_size.events_per_second",
    '"based_on" is throughput',
    process("auto_size: { based_on: throughput, events_per_second: 5 }"),
  ),
  needed(
    "resources: { _task_managers: { auto_size: { total_parallelism: 4 } } }",
    "resources._task_managers.slots_per_manager",
    '"auto_size" is set',
    "resources: { _task_managers: { slots_per_manager: 2, auto_size: { total_parallelism: 4 } } }",
  ),
  needed(
    "resources: { _job_manager: { ha: { type: zookeeper } } }",
    "resources._job_manager.ha.zookeeper_quorum",
    '"type" is zookeeper',
    'resources: { _job_manager: { ha: { type: zookeeper, zookeeper_quorum: "z:1" } } }',
  ),
  needed(
    secret("provider: vault, path: p, on_missing: { action: default }"),
    "secrets.s.on_missing.default_value",
    '"action" is default',
    secret('provider: vault, path: p, on_missing: { action: default, default_value: "" }'),
  ),
  needed(
    secret("provider: vault, path: p, fallback: { provider: env }"),
    "secrets.s.fallback.variable",
    '"provider" is env',
    secret("provider: vault, path: p, fallback: { provider: env, variable: V }"),
  ),
  needed(
    secret("provider: vault"),
    'secrets.s.path" or "secrets.s.path_template',
    "the type is vault",
    secret('provider: vault, regional: true, path_template: "{region}/p"'),
  ),
  needed(
    secret("provider: vault, path: p, regional: true"),
    "secrets.s.path_template",
    '"regional" is true',
    secret("provider: vault, path: p, regional: false"),
  ),
  needed(
    secret("provider: vault, path: p, auth: { method: kubernetes }"),
    "secrets.s.auth.role",
    '"method" is kubernetes',
    secret("provider: vault, path: p, auth: { method: kubernetes, role: r }"),
  ),
  needed(
    secret("provider: vault, path: p, auth: { method: approle, role_id: r }"),
    "secrets.s.auth.secret_id",
    '"method" is approle',
    secret('provider: vault, path: p, auth: { method: approle, role_id: r, secret_id: "${S}" }'),
  ),
  needed(
    secret("provider: aws_secrets_manager, secret_id: i, region: r, auth: { type: assume_role }"),
    "secrets.s.auth.role_arn",
    '"type" is assume_role',
    secret(
      "provider: aws_secrets_manager, secret_id: i, region: r, auth: { type: instance_profile }",
    ),
  ),
  needed(
    secret("provider: kubernetes, namespace: n, secret_name: s"),
    "secrets.s.keys",
    "the type is kubernetes",
    secret("provider: kubernetes, namespace: n, secret_name: s, key: k"),
  ),
  needed(
    secret(
      'provider: azure_key_vault, vault_url: "https://v", secret_name: n, auth: { type: service_principal, tenant_id: t, client_id: c }',
    ),
    "secrets.s.auth.client_secret",
    '"type" is service_principal',
    secret(
      'provider: azure_key_vault, vault_url: "https://v", secret_name: n, auth: { type: cli }',
    ),
  ),
  needed(
    secret("provider: gcp_secret_manager, project: p, secret: n, auth: { type: service_account }"),
    "secrets.s.auth.key_file",
    '"type" is service_account',
    secret("provider: gcp_secret_manager, project: p, secret: n"),
  ),
  needed(
    secret("provider: env"),
    'secrets.s.variable" or "secrets.s.variables',
    "the type is env",
    secret("provider: env, variable: V"),
  ),
  needed(
    "monitoring: { logging: { outputs: [{ type: stdout }, { type: loki }] } }",
    "monitoring.logging.outputs.1.endpoint",
    '"type" is loki',
    'monitoring: { logging: { outputs: [{ type: loki, endpoint: "http://h" }] } }',
  ),
  needed(
    kubernetes("scaling: { metrics: [{ type: cpu }] }"),
    "deployment.scaling.metrics.0.target_utilization",
    '"type" is cpu',
    kubernetes("scaling: { metrics: [{ type: cpu, target_utilization: 70 }] }"),
  ),
  needed(
    kubernetes("scaling: { metrics: [{ type: kafka_lag }] }"),
    "deployment.scaling.metrics.0.target_value",
    '"type" is kafka_lag',
    kubernetes("scaling: { metrics: [{ type: kafka_lag, target_value: 70 }] }"),
  ),
  needed(
    kubernetes("image: { tag: '1.20' }"),
    "deployment.image.repository",
    '"deployment.image" is set',
    kubernetes("image: { repository: flink, tag: '1.20' }"),
  ),
  needed(
    kubernetes("ingress: { enabled: true }"),
    "deployment.ingress.host",
    '"enabled" is true',
    kubernetes("ingress: { enabled: false }"),
  ),
  needed(
    kubernetes("ingress: { enabled: true, host: h, tls: { enabled: true } }"),
    "deployment.ingress.tls.secret_name",
    '"enabled" is true',
    kubernetes("ingress: { enabled: true, host: h, tls: { enabled: true, secret_name: s } }"),
  ),
  needed(
    "deployment: { type: yarn, kerberos: { enabled: true, keytab: k } }",
    "deployment.kerberos.principal",
    '"enabled" is true',
    "deployment: { type: yarn, kerberos: { enabled: true, keytab: k, principal: p } }",
  ),
  needed(
    "deployment: { type: standalone }",
    'deployment.cluster" or "deployment.job_manager',
    "the type is standalone",
    "deployment: { type: standalone, job_manager: 'h:8081' }",
  ),
  needed(
    kubernetes("security: { ssl: { internal: { enabled: true, keystore: k } } }"),
    "deployment.security.ssl.internal.truststore",
    '"enabled" is true',
    kubernetes("security: { ssl: { internal: { enabled: true, keystore: k, truststore: t } } }"),
  ),
  needed(
    kubernetes("security: { ssl: { rest: { enabled: true, cert_file: c } } }"),
    'deployment.security.ssl.rest.key_file" or "deployment.security.ssl.rest.keystore',
    '"enabled" is true',
    kubernetes("security: { ssl: { rest: { enabled: true, keystore: c } } }"),
  ),
  needed(
    kubernetes("ha: { type: zookeeper }"),
    "deployment.ha.zookeeper.quorum",
    '"ha.type" is zookeeper',
    kubernetes("ha: { type: zookeeper, zookeeper: { quorum: 'z:1' } }"),
  ),
  needed(
    kubernetes("strategy: { type: rolling_regional }"),
    "deployment.strategy.regional_rollout",
    '"type" is rolling_regional',
    `${regions}${kubernetes("strategy: { type: rolling_regional, regional_rollout: { order: [us-east-1] } }")}`,
  ),
  needed(
    kubernetes("strategy: { type: blue_green, rollback: { auto_rollback: true } }"),
    "deployment.strategy.rollback.triggers",
    '"auto_rollback" is true',
    kubernetes(
      'strategy: { type: blue_green, rollback: { auto_rollback: true, triggers: ["a > 1"] } }',
    ),
  ),
  needed(
    kubernetes(
      "strategy: { type: blue_green, hooks: { pre_upgrade: [{ action: verify_mirror_lag }] } }",
    ),
    "deployment.strategy.hooks.pre_upgrade.0.threshold",
    '"action" is verify_mirror_lag',
    kubernetes("strategy: { type: blue_green, hooks: { pre_upgrade: [{ action: savepoint }] } }"),
  ),
  needed(
    kubernetes("savepoint: { restore: { allow_non_restored: true } }"),
    "deployment.savepoint.restore.path",
    '"deployment.savepoint.restore" is set',
    kubernetes('savepoint: { restore: { path: "s3://b/p" } }'),
  ),
  needed(
    kubernetes('savepoint: { directory: "s3://b/p", periodic: { enabled: true } }'),
    "deployment.savepoint.periodic.interval",
    '"enabled" is true',
    kubernetes('savepoint: { directory: "s3://b/p", periodic: { enabled: true, interval: 1h } }'),
  ),
  needed(
    kubernetes("savepoint: { auto_savepoint: true }"),
    "deployment.savepoint.directory",
    "savepoints are taken automatically or periodically",
    `${kubernetes("savepoint: { auto_savepoint: true }")}\n${s3('savepoint: { directory: "s3://b/p" }')}`,
  ),
  needed(
    kubernetes("ci_cd: { type: argocd }"),
    "deployment.ci_cd.application",
    '"type" is argocd',
    kubernetes("ci_cd: { type: gitlab_ci }"),
  ),
  needed(
    kubernetes("strategy: { type: canary, canary: { steps: [{ weight: 5 }, { weight: 100 }] } }"),
    "deployment.strategy.canary.steps.0.duration",
    "another step follows",
    kubernetes(
      "strategy: { type: canary, canary: { steps: [{ weight: 5, duration: 5m }, { weight: 100 }] } }",
    ),
  ),
  needed(
    `${regions}failover: { f: { primary: us-east-1, secondary: null, traffic: { gradual_switch: true, step_interval: 1m } } }`,
    "failover.f.traffic.switch_percentage_per_step",
    '"gradual_switch" is true',
    `${regions}failover: { f: { primary: us-east-1, secondary: null, traffic: { gradual_switch: false } } }`,
  ),
  needed(
    streamOf(", error_handling: { deserialization: { action: dlq } }"),
    "streams.s.error_handling.deserialization.dlq_topic",
    '"action" is dlq and no dead letter is bound',
    `${streamOf(", error_handling: { deserialization: { action: dlq } }")}\ndead_letters: { d: { type: s3, bucket: b } }`,
  ),
];

/** Two values in the wrong order. */
function order(wrong: string, first: string, second: string, problem: string, right: string): Case {
  return {
    name: `${first} against ${second}`,
    wrong,
    want: [`E753 "${first}" contradicts "${second}": ${problem}.`],
    right,
  };
}

const orders: readonly Case[] = [
  order(
    streamOf(", error_handling: { connectivity: { initial_backoff: 5m, max_backoff: 60s } }"),
    "streams.s.error_handling.connectivity.initial_backoff",
    "streams.s.error_handling.connectivity.max_backoff",
    "5m is more than 60s",
    streamOf(", error_handling: { connectivity: { initial_backoff: 60s, max_backoff: 1m } }"),
  ),
  order(
    streamOf(", min_insync_replicas: 3, replication: 2"),
    "streams.s.min_insync_replicas",
    "streams.s.replication",
    "3 is more than 2",
    streamOf(", min_insync_replicas: 2, replication: 2"),
  ),
  order(
    'completions: { c: { type: kafka, topic: t, brokers: "b:1", callback: { retry: { initial_delay: 2s, max_delay: 1s } } } }',
    "completions.c.callback.retry.initial_delay",
    "completions.c.callback.retry.max_delay",
    "2s is more than 1s",
    'completions: { c: { type: kafka, topic: t, brokers: "b:1", callback: { retry: { initial_delay: 2s } } } }',
  ),
  order(
    lookup(
      'type: mongodb, uri: "mongodb://h", database: d, collection: c, connection: { min_pool_size: 200 }',
    ),
    "lookups.l.connection.min_pool_size",
    "lookups.l.connection.max_pool_size",
    "200 is more than 100",
    lookup(
      'type: mongodb, uri: "mongodb://h", database: d, collection: c, connection: { min_pool_size: 100 }',
    ),
  ),
  order(
    lookup('type: redis, uri: "redis://h", lookup: { type: zset, min_score: 5, max_score: 1 }'),
    "lookups.l.lookup.min_score",
    "lookups.l.lookup.max_score",
    "5 is more than 1",
    lookup(
      'type: redis, uri: "redis://h", lookup: { type: zset, min_score: "-inf", max_score: 1 }',
    ),
  ),
  order(
    s3(
      "monitoring: { alerts: { checkpoint_duration_warning: 60s, checkpoint_duration_critical: 1m } }",
    ),
    "checkpoints.c.monitoring.alerts.checkpoint_duration_warning",
    "checkpoints.c.monitoring.alerts.checkpoint_duration_critical",
    "60s is not less than 1m",
    s3(
      "monitoring: { alerts: { checkpoint_duration_warning: 59s, checkpoint_duration_critical: 1m } }",
    ),
  ),
  order(
    s3("s3: { multipart_upload_threshold: 8mb, multipart_upload_part_size: 16mb }"),
    "checkpoints.c.s3.multipart_upload_part_size",
    "checkpoints.c.s3.multipart_upload_threshold",
    "16mb is more than 8mb",
    s3("s3: { multipart_upload_threshold: 16mb, multipart_upload_part_size: 16mb }"),
  ),
  order(
    s3("recovery: { restart: { strategy: exponential_delay, initial_delay: 2m, max_delay: 1m } }"),
    "checkpoints.c.recovery.restart.initial_delay",
    "checkpoints.c.recovery.restart.max_delay",
    "2m is more than 1m",
    s3("recovery: { restart: { strategy: failure_rate, initial_delay: 2m, max_delay: 1m } }"),
  ),
  order(
    "state_backends: { b: { type: rocksdb, options: { min_write_buffer_number_to_merge: 3, max_write_buffer_number: 2 } } }",
    "state_backends.b.options.min_write_buffer_number_to_merge",
    "state_backends.b.options.max_write_buffer_number",
    "3 is more than 2",
    "state_backends: { b: { type: rocksdb, options: { min_write_buffer_number_to_merge: 2, max_write_buffer_number: 2 } } }",
  ),
  order(
    process("parallelism: { min: 4, initial: 2, max: 8 }"),
    "resources.p.parallelism.min",
    "resources.p.parallelism.initial",
    "4 is more than 2",
    process("parallelism: { min: 2, initial: 2, max: 8 }"),
  ),
  order(
    process("parallelism: 8, max_parallelism: 4"),
    "resources.p.parallelism.initial",
    "resources.p.max_parallelism",
    "8 is more than 4",
    process("parallelism: 8, max_parallelism: 8"),
  ),
  order(
    process("max_parallelism: 4, operators: { sink: { parallelism: 5 } }"),
    "resources.p.operators.sink.parallelism",
    "resources.p.max_parallelism",
    "5 is more than 4",
    process("max_parallelism: 4, operators: { sink: { parallelism: 4 } }"),
  ),
  order(
    process("memory: { network_min: 1gb, network_max: 512mb }"),
    "resources.p.memory.network_min",
    "resources.p.memory.network_max",
    "1gb is more than 512mb",
    process("memory: { network_min: 1gb, network_max: 1024mb }"),
  ),
  order(
    process("memory: { network: 2gb, network_max: 1gb }"),
    "resources.p.memory.network",
    "resources.p.memory.network_max",
    "2gb is more than 1gb",
    process("memory: { network: 10%, network_max: 1gb }"),
  ),
  order(
    process("memory: { heap: 60%, managed: 0.3, network: 20% }"),
    "resources.p.memory",
    "resources.p.task_memory",
    "its shares add up to 110%",
    process("memory: { heap: 60%, managed: 0.3, network: 10% }"),
  ),
  order(
    process("kubernetes: { cpu: { request: 2, limit: 1.5 } }"),
    "resources.p.kubernetes.cpu.request",
    "resources.p.kubernetes.cpu.limit",
    "2 is more than 1.5",
    process("kubernetes: { cpu: { request: 1.5, limit: 1.5 } }"),
  ),
  order(
    process("sla: { latency: { p50: 10ms, max: 5ms } }"),
    "resources.p.sla.latency.p50",
    "resources.p.sla.latency.max",
    "10ms is more than 5ms",
    process("sla: { latency: { p50: 10ms, p99: 10ms, max: 1s } }"),
  ),
  order(
    "resources: { _task_managers: { memory: { total: 1gb, flink: { heap: 800mb, managed: 300mb } } } }",
    "resources._task_managers.memory.total",
    "resources._task_managers.memory.flink",
    "1gb is less than the sum of its parts, 1100mb",
    "resources: { _task_managers: { memory: { total: 1gb, flink: { heap: 700mb, managed: 300mb } } } }",
  ),
  order(
    kubernetes("scaling: { min_replicas: 3, max_replicas: 2 }"),
    "deployment.scaling.min_replicas",
    "deployment.scaling.max_replicas",
    "3 is more than 2",
    kubernetes("scaling: { min_replicas: 2, max_replicas: 2 }"),
  ),
  order(
    "deployment: { type: yarn, resource: { dynamic: { min_containers: 3, max_containers: 2 } } }",
    "deployment.resource.dynamic.min_containers",
    "deployment.resource.dynamic.max_containers",
    "3 is more than 2",
    "deployment: { type: yarn, resource: { dynamic: { min_containers: 0, max_containers: 2 } } }",
  ),
  order(
    kubernetes(
      "strategy: { type: canary, canary: { steps: [{ weight: 50, duration: 1m }, { weight: 50, duration: 1m }, { weight: 100 }] } }",
    ),
    "deployment.strategy.canary.steps.1.weight",
    "deployment.strategy.canary.steps.0.weight",
    "weights rise from step to step, and 50 follows 50",
    kubernetes("strategy: { type: canary, canary: { steps: [{ weight: 100 }] } }"),
  ),
  order(
    kubernetes("strategy: { type: canary, canary: { steps: [{ weight: 50 }] } }"),
    "deployment.strategy.canary.steps.0.weight",
    "deployment.strategy.canary.steps",
    "the last step takes all traffic: its weight is 100, not 50",
    kubernetes("strategy: { type: canary, canary: { steps: [{ weight: 100 }] } }"),
  ),
  order(
    kubernetes("strategy: { type: rolling_update, rolling: { max_unavailable: 0, max_surge: 0 } }"),
    "deployment.strategy.rolling.max_unavailable",
    "deployment.strategy.rolling.max_surge",
    "with both 0 no pod could ever be replaced",
    kubernetes("strategy: { type: rolling_update, rolling: { max_unavailable: 0, max_surge: 1 } }"),
  ),
  order(
    streamOf(", producer: { acks: 1, idempotence: true }"),
    "streams.s.producer.idempotence",
    "streams.s.producer.acks",
    "idempotent writes need acks all, not 1",
    streamOf(", producer: { acks: 1 }"),
  ),
  order(
    'monitoring: { alerts: [{ name: a, condition: "x > 1", severity: info }, { name: a, condition: "y > 1", severity: info }] }',
    "monitoring.alerts.1.name",
    "monitoring.alerts.0.name",
    'two alerts are called "a"',
    'monitoring: { alerts: [{ name: a, condition: "x > 1", severity: info }] }',
  ),
  order(
    'lookups: { l: { type: redis, uri: "redis://h", auth: { primary: "${A}", username: u } } }',
    "lookups.l.auth.primary",
    "lookups.l.auth.username",
    "each is a whole login",
    'lookups: { l: { type: redis, uri: "redis://h", auth: { primary: "${A}", secondary: "${B}" } } }',
  ),
  order(
    'state_backends: { b: { type: external, redis: { uri: "redis://h" }, ignite: { config_path: c, cache_name: n } } }',
    "state_backends.b.redis",
    "state_backends.b.ignite",
    "state has one store",
    'state_backends: { b: { type: external, redis: { uri: "redis://h" } } }',
  ),
  order(
    secret(
      "provider: aws_secrets_manager, secret_id: i, region: r, version_stage: s, version_id: v",
    ),
    "secrets.s.version_stage",
    "secrets.s.version_id",
    "each names a version",
    secret("provider: aws_secrets_manager, secret_id: i, region: r, version_id: v"),
  ),
  order(
    secret("provider: env, variable: V, variables: { k: W }"),
    "secrets.s.variable",
    "secrets.s.variables",
    "the first holds the whole secret, the second its keys",
    secret("provider: env, variables: { k: W }"),
  ),
  order(
    "regions: { a: { name: us-east-1, role: active }, b: { name: us-east-1, role: standby } }",
    "regions.b.name",
    "regions.a.name",
    "both declare the region us-east-1",
    "regions: { a: { name: us-east-1, role: active }, b: { name: us-east-2, role: standby } }",
  ),
  order(
    `${regions}failover: { f: { primary: us-east-1, secondary: null, promotion: { auto_promote: true } } }`,
    "failover.f.promotion.auto_promote",
    "failover.f.secondary",
    "there is no region that could take over",
    `${regions}failover: { f: { primary: us-east-1, secondary: null, promotion: { auto_promote: false } } }`,
  ),
];

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

const others: readonly Case[] = [
  {
    name: "completion target",
    wrong: `completions: { done: { type: kafka, topic: t, brokers: "b:1" } }\n${streamOf(", completion: { target: don }")}`,
    want: ['E760 "streams.s.completion.target" names "don", which is not bound in "completions".'],
    right: `completions: { done: { type: kafka, topic: t, brokers: "b:1" } }\n${streamOf(", completion: { target: done }")}`,
  },
  {
    name: "checkpoint of a process",
    wrong: `${s3("prefix: p")}\n${process("checkpoint: d")}`,
    want: ['E751 The process "p" names "d", which is not bound in "checkpoints".'],
    right: `${s3("prefix: p")}\n${process("checkpoint: c")}`,
  },
  {
    name: "postgresql table",
    wrong: lookup('type: postgresql, jdbc_url: "jdbc:postgresql://h/d"'),
    want: [`W755 "lookups.l.table" is not set: the lookup's own name "l" is taken as the table.`],
    right: lookup(
      'type: postgresql, jdbc_url: "jdbc:postgresql://h/d", query: { sql: "select 1" }',
    ),
  },
  {
    name: "starting timestamp",
    wrong: kinesis(", consumer: { starting_position: AT_TIMESTAMP }"),
    want: ['W755 "streams.s.consumer.starting_position" names no moment to start from.'],
    right: kinesis(
      ', consumer: { starting_position: AT_TIMESTAMP, starting_timestamp: "2025-01-31T00:00:00Z" }',
    ),
  },
  {
    name: "key groups",
    wrong: process("max_parallelism: 32769"),
    want: [
      'E754 "resources.p.max_parallelism" exceeds what Flink allows: at most 32768 key groups.',
    ],
    right: process("max_parallelism: 32768"),
  },
  {
    name: "limits",
    wrong: process(
      "parallelism: 9, task_memory: 2gb, task_cpu: 2, limits: { max_parallelism: 8, max_task_memory: 1gb, max_task_cpu: 1 }",
    ),
    want: [
      'E754 "resources.p.parallelism" exceeds "resources.p.limits.max_parallelism": 9 is more than 8.',
      'E754 "resources.p.task_memory" exceeds "resources.p.limits.max_task_memory": 2gb is more than 1gb.',
      'E754 "resources.p.task_cpu" exceeds "resources.p.limits.max_task_cpu": 2 is more than 1.',
    ],
    right: process(
      "parallelism: 8, task_memory: 1gb, limits: { max_parallelism: 8, max_task_memory: 1gb, max_task_cpu: 1 }",
    ),
  },
  {
    name: "quotas",
    wrong:
      "resources: { _quotas: { t: { max_processes: 1, max_total_parallelism: 4, max_total_memory: 4gb } }, p: { parallelism: 2 }, q: { parallelism: 3 } }",
    want: [
      'E754 "resources" exceeds "resources._quotas.t.max_processes": all processes together take 2, and 1 is allowed.',
      'E754 "resources" exceeds "resources._quotas.t.max_total_parallelism": all processes together take 5, and 4 is allowed.',
      'E754 "resources" exceeds "resources._quotas.t.max_total_memory": all processes together take 5120mb, and 4gb is allowed.',
    ],
    right:
      "resources: { _quotas: { t: { max_processes: 2, max_total_parallelism: 5, max_total_memory: 5gb } }, p: { parallelism: 2 }, q: { parallelism: 3 } }",
  },
  {
    name: "regions of secrets",
    wrong: `${regions}${secret("provider: vault, path: p, regions: [eu-west-2]")}`,
    want: ['E761 "secrets.s.regions" names the region "eu-west-2", which is not declared.'],
    right: `${regions}${secret("provider: vault, path: p, regions: [eu-west-1]")}`,
  },
  {
    name: "regions of a failover plan",
    wrong: `${regions}failover: { f: { primary: primary, secondary: eu-west-1 } }`,
    want: ['E761 "failover.f.primary" names the region "primary", which is not declared.'],
    right: `${regions}failover: { f: { primary: us-east-1, secondary: eu-west-1 } }`,
  },
  {
    name: "regions of a roll-out",
    wrong: `${regions}${kubernetes("strategy: { type: rolling_regional, regional_rollout: { order: [us-east-1, eu] } }")}`,
    want: [
      'E761 "deployment.strategy.regional_rollout.order" names the region "eu", which is not declared.',
    ],
    right: `${regions}${kubernetes("strategy: { type: rolling_regional, regional_rollout: { order: [eu-west-1, us-east-1] } }")}`,
  },
  {
    name: "data leaves its area by a mirror",
    wrong: `${regions}${streamOf(", regional: true, us-east-1: { mirror: { source: eu-west-1 } }")}`,
    want: [
      'W704 "streams.s.mirror.source" takes data out of EU, where the region "eu-west-1" must keep it.',
    ],
    right: `${regions}${streamOf(", regional: true, eu-west-1: { mirror: { source: us-east-1 } }")}`,
  },
  {
    name: "data leaves its area by a failover plan",
    wrong: `${regions}failover: { f: { primary: eu-west-1, secondary: us-east-1 } }`,
    want: [
      'W704 "failover.f.secondary" takes data out of EU, where the region "eu-west-1" must keep it.',
    ],
    right: `${regions}failover: { f: { primary: us-east-1, secondary: eu-west-1 } }`,
  },
  {
    name: "data leaves its area by replication",
    wrong: `${regions}${s3("regional: true, eu-west-1: { replication: { enabled: true, destination_bucket: b, destination_region: us-east-1 } }")}`,
    want: [
      'W704 "checkpoints.c.replication.destination_region" takes data out of EU, where the region "eu-west-1" must keep it.',
    ],
    right: `${regions}${s3("regional: true, eu-west-1: { replication: { enabled: false, destination_region: us-east-1 } }")}`,
  },
  {
    name: "a region that mirrors itself",
    wrong: `${regions}${streamOf(", regional: true, us-east-1: { mirror: { source: us-east-1 } }")}`,
    want: [
      'E753 "streams.s.mirror.source" contradicts "regions.a.name": a region cannot be its own mirror.',
    ],
    right: `${regions}${streamOf(", regional: true, us-east-1: { partitions: 2 }")}`,
  },
];

test.each([...requirements, ...orders, ...losers, ...others])("$name", async (row) => {
  expect(await found(`${row.wrong}\n`)).toEqual(row.want);
  expect(await found(`${row.right}\n`)).toEqual([]);
});

test("W752 once, when a process and something to use are there", async () => {
  const codes = async (text: string) =>
    (await analyseText(`${text}\n`)).diagnostics.map(({ code }) => code);
  expect(await codes(`${streamOf("")}\nresources: { p: {}, q: {} }`)).toEqual(["W752"]);
  expect(await codes(streamOf(""))).toEqual([]);
  expect(await codes(process(""))).toEqual([]);
});

test("W753 for each failover plan", async () => {
  const { diagnostics } = await analyseText(
    `${regions}failover: { f: { primary: us-east-1, secondary: null }, g: { primary: us-east-1, secondary: null } }\n`,
  );
  expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
    'W753 The failover plan "f" is not rendered yet: nothing that is emitted acts on it.',
    'W753 The failover plan "g" is not rendered yet: nothing that is emitted acts on it.',
  ]);
});
