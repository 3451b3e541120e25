// Texts that together set every property of four sections. A binding is called after its type.
import type { FlinkTarget } from "../../../../src/targets/flink/configuration/configuration.js";
import type { FlinkLine } from "../../../../src/targets/flink/lines.js";

export interface CoverageSample {
  readonly text: string;
  readonly line?: FlinkLine;
  readonly target?: FlinkTarget;
  readonly reactive?: boolean;
}

const s3 = `
regions:
  west: {name: eu-west-1, role: active}
  other: {name: eu-west-2, role: standby}
checkpoints:
  s3:
    type: s3
    bucket: states
    prefix: p/
    region: eu-west-1
    s3: {endpoint: "http://minio:9000", path_style_access: true, multipart_upload_threshold: 100mb, multipart_upload_part_size: 10mb}
    auth: {type: assume_role, role_arn: "arn:aws:iam::1:role/x"}
    encryption: {type: sse_kms, kms_key_id: k}
    replication: {enabled: true, destination_bucket: b, destination_region: eu-west-2}
    checkpoint:
      interval: 60s
      min_pause: 30s
      timeout: 10m
      max_concurrent: 1
      mode: exactly_once
      incremental: true
      tolerable_failed_checkpoints: 3
      alignment: {type: unaligned, timeout: 10s, buffer_debloat: true}
    savepoint: {directory: "s3://states/savepoints"}
    retention: {max_checkpoints: 3, externalized: retain}
    recovery:
      restart: {strategy: exponential_delay, initial_delay: 1s, max_delay: 5m, backoff_multiplier: 2, max_attempts: 10}
      state: {skip_corrupted: true, allow_non_restored: true}
    monitoring:
      metrics: {enabled: false, histogram_sample_count: 10}
      history: {num_checkpoints: 50, include_task_checkpoints: true}
      alerts: {checkpoint_duration_warning: 20m, checkpoint_duration_critical: 30m, checkpoint_size_warning: 10gb}
state_backends:
  rocksdb:
    type: rocksdb
    ttl: {enabled: true, default_ttl: 7d, compaction_filter: true, cleanup: {strategy: full, run_interval: 1h, delete_batch_size: 10}}
    state_ttls: {seen: 1h}
    storage: {local_directories: [/mnt/one, /mnt/two], directory_selection: least_used, encryption: {enabled: true, key_provider: aws_kms, kms_key_id: k}}
    memory: {managed: true}
    options:
      block_cache_size: 256mb
      write_buffer_size: 64mb
      max_write_buffer_number: 4
      min_write_buffer_number_to_merge: 2
      level_compaction_dynamic_level_bytes: true
      max_background_compactions: 4
      max_background_flushes: 2
      bloom_filter_bits_per_key: 10
      bloom_filter_block_based: false
      compression: LZ4
    timer_service: {type: heap, async: true}
resources:
  p:
    parallelism: {initial: 4, min: 2, max: 64}
    task_memory: 4gb
    task_cpu: 2
    operators: {join: {parallelism: 8}}
    flink_options: {web.timeout: "60000"}
    memory: {heap: 30%, managed: 40%, network_min: 64mb, network_max: 128mb, framework_heap: 128mb, framework_off_heap: 128mb, task_off_heap: 64mb}
    jvm: {options: ["-XX:+UseG1GC"], metaspace: 128mb, metaspace_max: 512mb}
    cpu_shares: 512
    kubernetes: {cpu: {request: 2, limit: 4}}
    network: {exclusive_buffers_per_channel: 4, floating_buffers_per_gate: 16, memory_segment_size: 64kb, buffer_timeout: 50ms}
    backpressure: {credit_based: false, buffer_debloat: {target: 2s, min_buffers: 2, max_buffers: 20}}
    slot_sharing: {enabled: true, groups: [{name: g, operators: [a]}]}
    co_location: [[a, b]]
    auto_scale: {enabled: true, metrics: [{type: kafka_lag, target: 100}], cooldown_period: 5m, scale_up_factor: 2, scale_down_factor: 0.5}
    monitoring: {resource_metrics: {enabled: true, interval: 30s}, alerts: [{name: a, condition: "latency_p99 > 1s", action: alert}]}
    capacity: {target_throughput: 1000, target_latency_p99: 1s}
    auto_size: {based_on: throughput, events_per_second: 10, bytes_per_event: 1kb, processing_time_ms: 1}
    sla: {throughput: {min: 1, target: 2}, latency: {p50: 1s, p99: 2s, max: 3s}, availability: 99%}
    cost: {max_monthly_cost: 10, instance_type_allowlist: [m5]}
monitoring:
  metrics: {type: prometheus, port: 9250, path: /metrics, labels: {team: cards}}
  tracing: {type: otel, endpoint: "http://collector:4317", sampling_rate: 0.1}
  logging: {level: WARN, format: json, outputs: [{type: loki, endpoint: "http://loki:3100"}]}
  alerts: [{name: slow, condition: "processing_latency_p99 > 1s", severity: warning}]
`;

const hdfs = `
checkpoints:
  hdfs:
    type: hdfs
    path: hdfs://namenode:9000/states
    hdfs: {replication: 3, block_size: 128mb, config_path: /etc/hadoop}
    kerberos: {enabled: true, principal: flink@EXAMPLE.COM, keytab: /etc/flink.keytab}
    retention: {cleanup_on_cancel: delete}
    recovery:
      restart: {strategy: fixed_delay, initial_delay: 10s, max_attempts: 3}
      from_savepoint: {path: "hdfs://namenode:9000/savepoints/1", allow_non_restored: true}
state_backends:
  changelog:
    type: changelog
    base_backend: rocksdb
    changelog: {storage: "hdfs://namenode:9000/log", retention: 1d, periodic_materialize: {enabled: true, interval: 10m}}
resources:
  p:
    parallelism: 4
    max_parallelism: 720
    backpressure: {buffer_debloat: {enabled: true}}
    memory: {heap: 256mb, managed: 256mb, network: 64mb}
    constraints: {node_labels: {disk: ssd}, anti_affinity: [batch], topology: {spread_constraint: zone}}
  _task_managers:
    cpu: 4
    count: 8
    slots_per_manager: 2
    memory: {total: 2gb, jvm_metaspace: 256mb, jvm_overhead: 1000mb}
  _job_manager:
    memory: 2gb
    cpu: 1
    ha: {type: zookeeper, zookeeper_quorum: "zk:2181", storage_dir: "hdfs://namenode:9000/ha"}
    web: {port: 8082, submit_enable: false}
deployment:
  type: yarn
`;

export const samples: readonly CoverageSample[] = [
  { text: `${s3}deployment: {type: kubernetes}\n`, line: "2.2" },
  { text: s3, line: "1.20", target: "yarn" },
  { text: s3, line: "1.20", target: "standalone-kubernetes", reactive: true },
  { text: hdfs, target: "yarn" },
  {
    target: "native",
    text: `
checkpoints:
  gcs: {type: gcs, bucket: states, prefix: p, gcs: {project_id: x}, auth: {type: service_account, key_file: /k.json}}
state_backends:
  hashmap: {type: hashmap, async_snapshots: false, memory: {max_heap_size: 4gb, gc_threshold: 0.8}}
resources:
  p: {task_memory: 1gb}
  _task_managers: {memory: {flink: {managed: 100mb, network: 64mb, framework: 512mb, task_off_heap: 10mb}}}
`,
  },
  {
    text: `
checkpoints:
  gcs: {type: gcs, bucket: states, auth: {type: workload_identity, key_file: /k.json}}
resources:
  p: {task_memory: 2gb}
  _task_managers: {memory: {flink: {heap: 300mb}, total: 2gb}, cpu: 2}
`,
  },
  {
    target: "yarn",
    text: `
checkpoints:
  azure_blob: {type: azure_blob, container: c, prefix: p, azure: {account_name: a, account_key: "\${AZURE_KEY}"}}
resources:
  p: {}
  _task_managers: {cpu: 2, memory: {total: 2gb}}
deployment: {type: yarn}
`,
  },
  {
    text: `
checkpoints:
  azure_blob: {type: azure_blob, container: c, azure: {account_name: a, auth_type: managed_identity}}
resources: {p: {}}
`,
  },
  {
    text: `
checkpoints:
  filesystem: {type: filesystem, path: "file:///states", interval: 10s}
state_backends:
  rocksdb: {type: rocksdb, incremental: true, memory: {managed: false, per_slot: 100mb}, ttl: {default_ttl: 1d, enabled: false}}
resources:
  p: {memory: {network: 20%}}
`,
  },
  {
    target: "yarn",
    text: `
state_backends:
  rocksdb: {type: rocksdb, memory: {managed: false}, options: {block_cache_size: 64mb}}
resources:
  p: {task_cpu: 2}
deployment: {type: yarn}
`,
  },
  {
    text: `
checkpoints:
  s3: {type: s3, bucket: b, auth: {type: static, access_key: "\${KEY}", secret_key: "\${SECRET}"}}
resources: {p: {}}
`,
  },
];
