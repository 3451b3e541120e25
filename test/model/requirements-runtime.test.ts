// Properties of resources, secrets, monitoring, deployment and failover that others demand.
import {
  type Case,
  needed,
  kubernetes,
  process,
  regions,
  s3,
  secret,
  streamOf,
  testCases,
} from "./rule-cases.js";

const requirements: readonly Case[] = [
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
  needed(
    secret("provider: env, variable: V, fallback: { variable: W }"),
    "secrets.s.fallback.provider",
    '"secrets.s.fallback" is set',
    secret("provider: env, variable: V, fallback: { provider: env, variable: W }"),
  ),
  needed(
    secret("provider: env, variable: V, fallback: { provider: vault }"),
    "secrets.s.fallback.path",
    '"provider" is vault',
    secret("provider: env, variable: V, fallback: { provider: vault, path: q }"),
  ),
  needed(
    secret("provider: env, variable: V, fallback: { provider: aws_secrets_manager, secret_id: i }"),
    "secrets.s.fallback.region",
    '"provider" is aws_secrets_manager',
    secret(
      "provider: env, variable: V, fallback: { provider: aws_secrets_manager, secret_id: i, region: r }",
    ),
  ),
  needed(
    secret("provider: env, variable: V, fallback: { provider: aws_parameter_store, name: n }"),
    "secrets.s.fallback.region",
    '"provider" is aws_parameter_store',
    secret(
      "provider: env, variable: V, fallback: { provider: aws_parameter_store, name: n, region: r }",
    ),
  ),
  needed(
    secret("provider: env, variable: V, fallback: { provider: kubernetes, namespace: n }"),
    "secrets.s.fallback.secret_name",
    '"provider" is kubernetes',
    secret(
      "provider: env, variable: V, fallback: { provider: kubernetes, namespace: n, secret_name: s }",
    ),
  ),
  needed(
    secret(
      "provider: env, variable: V, fallback: { provider: azure_key_vault, vault_url: 'https://v' }",
    ),
    "secrets.s.fallback.secret_name",
    '"provider" is azure_key_vault',
    secret(
      "provider: env, variable: V, fallback: { provider: azure_key_vault, vault_url: 'https://v', secret_name: s }",
    ),
  ),
  needed(
    secret("provider: env, variable: V, fallback: { provider: gcp_secret_manager, project: p }"),
    "secrets.s.fallback.secret",
    '"provider" is gcp_secret_manager',
    secret(
      "provider: env, variable: V, fallback: { provider: gcp_secret_manager, project: p, secret: s }",
    ),
  ),
  needed(
    secret("provider: aws_parameter_store, name: n, region: r, auth: { type: assume_role }"),
    "secrets.s.auth.role_arn",
    '"type" is assume_role',
    secret(
      "provider: aws_parameter_store, name: n, region: r, auth: { type: assume_role, role_arn: a }",
    ),
  ),
  needed(
    "resources: { _task_managers: { slots_per_manager: 2, auto_size: {} } }",
    "resources._task_managers.auto_size.total_parallelism",
    '"resources._task_managers.auto_size" is set',
    "resources: { _task_managers: { slots_per_manager: 2, auto_size: { total_parallelism: 2 } } }",
  ),
];

testCases(requirements);
