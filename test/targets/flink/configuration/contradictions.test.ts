// Contradictions that the documents of the language contain, each with what is said of it.
import { p, plain, rocksdb, s3, testFindings } from "./finding-tests.js";

testFindings([
  {
    name: "externalized deletes what cleanup_on_cancel keeps",
    given: `${s3("interval: 60s, retention: {externalized: delete, cleanup_on_cancel: retain}")}${plain}`,
    want: ["E902 delete"],
    without: ["execution.checkpointing.externalized-checkpoint-retention"],
  },
  {
    name: "externalized keeps what cleanup_on_cancel deletes: the model warns",
    given: `${s3("interval: 60s, retention: {externalized: retain, cleanup_on_cancel: delete}")}${plain}`,
    want: [],
  },
  {
    name: "managed memory and a size per slot",
    given: `${rocksdb("memory: {managed: true, per_slot: 512mb}")}${plain}`,
    want: ["W701 512mb"],
    without: ["state.backend.rocksdb.memory.fixed-per-slot"],
  },
  {
    name: "a block cache within managed memory",
    given: `${rocksdb("options: {block_cache_size: 256mb}")}${plain}`,
    want: ["W901 256mb"],
    without: ["state.backend.rocksdb.block.cache-size"],
  },
  {
    name: "a timeout of aligned barriers",
    given: `${s3("interval: 60s, checkpoint: {alignment: {type: aligned, timeout: 10m}}")}${plain}`,
    want: ["W901 10m"],
    without: ["execution.checkpointing.aligned-checkpoint-timeout"],
  },
  {
    name: "max_attempts on a line without it",
    given: `${s3("interval: 60s, recovery: {restart: {strategy: exponential_delay, max_attempts: 9}}")}${plain}`,
    line: "1.17",
    want: ["W900 9"],
  },
  {
    name: "a task manager smaller than a slot",
    given: `resources:\n  p: {task_memory: 16gb}\n  _task_managers: {memory: 8gb}\n`,
    want: ["E902 16gb"],
  },
  {
    name: "a task manager that is not its slots",
    given: `resources:\n  p: {task_memory: 4gb}\n  _task_managers: {memory: 18gb, slots_per_manager: 4}\n`,
    want: ["W701 18gb"],
  },
  {
    name: "fewer task managers than parallelism needs",
    given: `resources:\n  p: {task_memory: 4gb, parallelism: 128}\n  _task_managers: {count: 16, slots_per_manager: 4}\n`,
    want: ["W906 16"],
  },
  {
    name: "scaling without max_parallelism",
    given: p("auto_scale: {enabled: true}"),
    want: ["W908 auto_scale"],
    without: ["pipeline.max-parallelism"],
  },
  {
    name: "rocksdb without managed memory",
    given: `${rocksdb("incremental: true")}${p("managed_memory: 0")}`,
    want: ["E902 0"],
  },
  {
    name: "task_memory too small for a task manager",
    given: "resources:\n  p: {task_memory: 512mb}\n",
    want: ["E903 512mb"],
  },
  {
    name: "TLS switched on with nothing to switch",
    given: `${plain}deployment: {type: kubernetes, namespace: n, security: {ssl: {enabled: true}}}\n`,
    want: ["W901 true"],
  },
  {
    name: "servers of ZooKeeper without ZooKeeper",
    given: `${plain}deployment: {type: kubernetes, namespace: n, ha: {enabled: true, type: kubernetes, storage_dir: "s3://b/ha", zookeeper: {quorum: "z:2181"}}}\n`,
    want: ['W901 "z:2181"'],
    without: ["high-availability.zookeeper.quorum"],
  },
  {
    name: "more memory than can be counted",
    given: "resources:\n  p: {task_memory: 999tb}\n  _task_managers: {slots_per_manager: 32768}\n",
    want: ["E902 999tb"],
  },
  {
    name: "a number that Flink cannot count to",
    given: `${s3("interval: 60s, checkpoint: {tolerable_failed_checkpoints: 3000000000}")}${plain}`,
    want: ["E905 3000000000"],
    without: ["execution.checkpointing.tolerable-failed-checkpoints"],
  },
  {
    name: "task_memory with little heap",
    given: "resources:\n  p: {task_memory: 1gb}\n",
    want: ["W904 1gb"],
  },
  {
    name: "high availability without a folder, derived",
    given: `${s3("interval: 60s")}${plain}deployment: {type: kubernetes, ha: {enabled: true}}\n`,
    want: ["N901 true"],
  },
  {
    name: "high availability without a folder, underivable",
    given: `${plain}deployment: {type: kubernetes, ha: {enabled: true}}\n`,
    want: ["E911 true"],
  },
  {
    name: "a principal with _HOST",
    given: `${plain}deployment: {type: yarn, kerberos: {enabled: true, principal: flink/_HOST@X, keytab: /k}}\n`,
    target: "yarn",
    want: ["E901 flink/_HOST@X"],
    without: ["security.kerberos.login.principal"],
  },
  {
    name: "PEM files for REST",
    given: `${plain}deployment: {type: standalone, cluster: {job_manager: {host: h}}, security: {ssl: {rest: {enabled: true, cert_file: /c.pem, key_file: /k.pem}}}}\n`,
    target: "standalone",
    want: ["E901 /c.pem"],
  },
  {
    name: "key stores without passwords",
    given: `${plain}deployment: {type: standalone, cluster: {job_manager: {host: h}}, security: {ssl: {internal: {enabled: true, keystore: /k, truststore: /t}}}}\n`,
    target: "standalone",
    want: ["E913 internal", "E913 internal", "E913 internal"],
  },
  {
    name: "a password of a key store",
    given: `${plain}deployment: {type: standalone, cluster: {job_manager: {host: h}}, security: {ssl: {internal: {enabled: true, keystore: /k, truststore: /t, keystore_password: "\${A}", key_password: "\${B}", truststore_password: "\${C}"}}}}\n`,
    target: "standalone",
    want: ['E920 "${A}"', 'E920 "${B}"', 'E920 "${C}"'],
    without: ["security.ssl.internal.keystore-password"],
  },
  {
    name: "Jaeger's own port, on a line with traces",
    given: `${plain}monitoring: {tracing: {type: jaeger, endpoint: 'http://j:14268/api/traces', sampling_rate: 0.1}}\n`,
    line: "2.2",
    want: ["W901 0.1", "W901 'http://j:14268/api/traces'"],
    without: ["traces.reporters"],
  },
  {
    name: "traces on a line without them",
    given: `${plain}monitoring: {tracing: {type: otel, endpoint: 'http://j:4317'}}\n`,
    line: "1.17",
    want: ["W901 'http://j:4317'"],
  },
  {
    name: "OTLP over HTTP before 2.2",
    given: `${plain}monitoring: {tracing: {type: otel, endpoint: 'http://j:4318'}}\n`,
    line: "2.1",
    want: ["W901 'http://j:4318'"],
  },
  {
    name: "a static key of S3",
    given: `${s3('interval: 60s, auth: {type: static, access_key: "${A}", secret_key: "${B}"}')}${plain}`,
    want: ['N903 "${A}"', 'N903 "${B}"'],
    without: ["s3.access-key", "s3.secret-key"],
  },
]);
