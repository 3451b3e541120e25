// Each property of a checkpoint with the option that it sets on an old, the last 1.x and a new line.
import { testOptionRows } from "./option-row-tests.js";

const checkpoint = (body: string): string => `checkpoints:\n  c: {type: s3, bucket: b, ${body}}\n`;

const incremental = "execution.checkpointing.incremental";

testOptionRows([
  { given: checkpoint("interval: 60s"), key: "execution.checkpointing.interval", value: "60 s" },
  {
    given: checkpoint("interval: 1500ms"),
    key: "execution.checkpointing.interval",
    value: "1500 ms",
  },
  {
    given: checkpoint("checkpoint: {min_pause: 0s}"),
    key: "execution.checkpointing.min-pause",
    value: "0 ms",
  },
  {
    given: checkpoint("checkpoint: {timeout: 10m}"),
    key: "execution.checkpointing.timeout",
    value: "600 s",
  },
  {
    given: checkpoint("checkpoint: {max_concurrent: 2}"),
    key: "execution.checkpointing.max-concurrent-checkpoints",
    value: "2",
  },
  {
    given: checkpoint("checkpoint: {mode: at_least_once}"),
    key: "execution.checkpointing.mode",
    value: "AT_LEAST_ONCE",
  },
  {
    given: checkpoint("checkpoint: {incremental: true}"),
    key: ["state.backend.incremental", incremental, incremental],
    value: "true",
  },
  {
    given: checkpoint("prefix: /a/b/"),
    key: ["state.checkpoints.dir", "execution.checkpointing.dir", "execution.checkpointing.dir"],
    value: "s3://b/a/b",
  },
  {
    given: checkpoint("region: r"),
    key: [
      "state.checkpoint-storage",
      "execution.checkpointing.storage",
      "execution.checkpointing.storage",
    ],
    value: "filesystem",
  },
  {
    given: checkpoint('savepoint: {directory: "s3://b/s/"}'),
    key: [
      "state.savepoints.dir",
      "execution.checkpointing.savepoint-dir",
      "execution.checkpointing.savepoint-dir",
    ],
    value: "s3://b/s",
  },
  {
    given: checkpoint("retention: {max_checkpoints: 3}"),
    key: [
      "state.checkpoints.num-retained",
      "execution.checkpointing.num-retained",
      "execution.checkpointing.num-retained",
    ],
    value: "3",
  },
  {
    given: checkpoint("retention: {externalized: retain_on_cancellation}"),
    key: "execution.checkpointing.externalized-checkpoint-retention",
    value: "RETAIN_ON_CANCELLATION",
  },
  {
    given: checkpoint("retention: {cleanup_on_cancel: delete}"),
    key: "execution.checkpointing.externalized-checkpoint-retention",
    value: "DELETE_ON_CANCELLATION",
  },
  {
    given: checkpoint("checkpoint: {tolerable_failed_checkpoints: 3}"),
    key: "execution.checkpointing.tolerable-failed-checkpoints",
    value: "3",
  },
  {
    given: checkpoint("checkpoint: {alignment: {type: unaligned}}"),
    key: "execution.checkpointing.unaligned.enabled",
    value: "true",
  },
  {
    given: checkpoint("checkpoint: {alignment: {type: unaligned, timeout: 10s}}"),
    key: "execution.checkpointing.aligned-checkpoint-timeout",
    value: "10 s",
  },
  {
    given: checkpoint("checkpoint: {alignment: {buffer_debloat: true}}"),
    key: "taskmanager.network.memory.buffer-debloat.enabled",
    value: "true",
  },
  {
    given: checkpoint("recovery: {state: {allow_non_restored: true}}"),
    key: [null, null, null],
    value: "",
  },
  {
    given: checkpoint("monitoring: {history: {num_checkpoints: 50}}"),
    key: "web.checkpoints.history",
    value: "50",
  },
  {
    given: checkpoint("recovery: {restart: {strategy: exponential_delay}}"),
    key: "restart-strategy.type",
    value: "exponential-delay",
  },
  {
    given: checkpoint("recovery: {restart: {strategy: exponential_delay, max_delay: 5m}}"),
    key: "restart-strategy.exponential-delay.max-backoff",
    value: "300 s",
  },
  {
    given: checkpoint("recovery: {restart: {strategy: exponential_delay, max_attempts: 9}}"),
    key: [
      null,
      "restart-strategy.exponential-delay.attempts-before-reset-backoff",
      "restart-strategy.exponential-delay.attempts-before-reset-backoff",
    ],
    value: "9",
  },
  {
    given: checkpoint("recovery: {restart: {strategy: fixed_delay, max_attempts: 9}}"),
    key: "restart-strategy.fixed-delay.attempts",
    value: "9",
  },
  {
    given: checkpoint("recovery: {restart: {strategy: fixed_delay, max_attempts: 0}}"),
    key: "restart-strategy.type",
    value: "none",
  },
  {
    given: checkpoint(
      "recovery: {restart: {strategy: failure_rate, max_attempts: 3, max_delay: 5m}}",
    ),
    key: "restart-strategy.failure-rate.failure-rate-interval",
    value: "300 s",
  },
  {
    given: checkpoint('s3: {endpoint: "http://m:9000"}'),
    key: "s3.endpoint",
    value: "http://m:9000",
  },
  { given: checkpoint("region: eu-west-1"), key: "fs.s3a.endpoint.region", value: "eu-west-1" },
  {
    given: checkpoint("s3: {multipart_upload_threshold: 100mb}"),
    key: "s3.multipart.threshold",
    value: "104857600",
  },
  {
    given: checkpoint("encryption: {type: sse_s3}"),
    key: "s3.server-side-encryption-algorithm",
    value: "AES256",
  },
  {
    given: "checkpoints:\n  c: {type: hdfs, path: hdfs://n/c, replication: 2}\n",
    key: "flink.hadoop.dfs.replication",
    value: "2",
  },
  {
    given: "checkpoints:\n  c: {type: gcs, bucket: b, prefix: p}\n",
    key: ["state.checkpoints.dir", "execution.checkpointing.dir", "execution.checkpointing.dir"],
    value: "gs://b/p",
  },
  {
    given:
      "checkpoints:\n  c: {type: azure_blob, container: c, azure: {account_name: a, auth_type: managed_identity}}\n",
    key: "fs.azure.account.auth.type.a.dfs.core.windows.net",
    value: "OAuth",
  },
]);
