// Values whose order or company is wrong.
import {
  type Case,
  kubernetes,
  lookup,
  process,
  regions,
  s3,
  secret,
  streamOf,
  testCases,
} from "./rule-cases.js";

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

testCases(orders);
