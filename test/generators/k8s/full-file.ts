// One file that uses nearly everything the Kubernetes generator knows.
import { small } from "./planned.js";

const sections = `
secrets:
  kafka_credentials:
    provider: vault
    path: secret/data/kafka/production
    keys: [username, password]
    vault: { address: "https://vault.example.com" }
    auth: { method: kubernetes, role: flink }
    rotation: { auto_refresh: true, refresh_interval: 15m }
  mongo_connection: { provider: aws_secrets_manager, secret_id: prod/mongodb, region: us-east-1 }
  redis_password: { provider: kubernetes, namespace: other, secret_name: redis-credentials, key: password }
  local_token: { provider: kubernetes, namespace: cards, secret_name: local-credentials, key: token }
  from_env: { provider: env, variables: { token: API_TOKEN } }
  database:
    provider: vault
    type: dynamic
    path: database/creds/app
    vault: { address: "https://vault.example.com" }
    auth: { method: token }
lookups:
  customers: { type: mongodb, uri: "secret://mongo_connection/uri", database: d, collection: c }
  tokens: { type: redis, uri: "redis://r:6379", auth: { password: "secret://from_env/token" } }
monitoring:
  metrics: { type: prometheus, port: 9250, path: /metrics }
  logging: { level: DEBUG }
state_backends:
  main: { type: rocksdb, storage: { local_directories: [/data/a, /data/b] } }
`;

const deployment = `
  kubernetes: { context: prod-cluster, ingress_class: nginx }
  service_account: flink-runner
  job_manager: { replicas: 2, resources: { cpu: 1, memory: 2gb } }
  ha: { enabled: true }
  ingress: { enabled: true, host: flink.example.com, tls: { enabled: true, secret_name: flink-tls } }
  savepoint:
    auto_savepoint: true
    directory: "s3://flink-state/savepoints"
    periodic: { enabled: true, interval: 6h, retention: { count: 5 } }
    restore: { path: "s3://flink-state/savepoints/s1" }
  strategy:
    type: rolling_update
    rolling: { max_unavailable: 1, max_surge: 2 }
    hooks: { post_upgrade: [{ action: verify_health, timeout: 5m }] }
  scaling:
    type: horizontal
    min_replicas: 1
    max_replicas: 10
    metrics: [{ type: cpu, target_utilization: 70 }, { type: kafka_lag, target_value: 10000 }]
  native: { quotas: { cpu: 100, memory: 400gb } }
  pod_template:
    metadata: { annotations: { team: cards }, labels: { team: cards } }
    spec:
      node_selector: { workload: streaming }
      tolerations: [{ key: dedicated, operator: Equal, value: streaming, effect: NoSchedule }]
      volumes: [{ name: extra, empty_dir: {} }]
      volume_mounts: [{ name: extra, mount_path: /extra }]
`;

const streams = `
streams:
  auth_events:
    type: kafka
    topic: auth.events
    brokers: kafka:9092
    direction: source
    properties:
      security.protocol: SASL_SSL
      sasl.mechanism: SCRAM-SHA-512
      sasl.username: secret://kafka_credentials/username
      sasl.password: secret://kafka_credentials/password
      ssl.truststore.password: \${TRUSTSTORE_PASSWORD}
`;

export const fullFile = small(deployment, sections).replace(
  /\nstreams:[\s\S]*?(?=\ncheckpoints:)/u,
  streams,
);
