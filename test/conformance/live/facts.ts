// What `live.infra` says, in the numbers of Flink's documentation. Written out by hand: what computes them
// in the product has no part in it.

const mebibyte = 1024 * 1024;

/** A task manager: `task_memory: 1100mb` for its one slot, `managed_memory: 200mb`. */
const process = 1100 * mebibyte;
const metaspace = 256 * mebibyte;
/** A tenth of the process, and at least this much. */
const overhead = 192 * mebibyte;
const flink = process - metaspace - overhead;
/** Flink's default: a tenth, counted as a binary fraction of 32 bits. */
const network = Math.floor(flink * Math.fround(0.1));
const managed = 200 * mebibyte;
const frameworkHeap = 128 * mebibyte;
const frameworkOffHeap = 128 * mebibyte;
const taskHeap = flink - network - managed - frameworkHeap - frameworkOffHeap;

/** What the REST API says of a task manager's memory, in bytes. */
export const taskManagerMemory: Readonly<Record<string, number>> = {
  totalProcessMemory: process,
  totalFlinkMemory: flink,
  jvmMetaspace: metaspace,
  jvmOverhead: overhead,
  networkMemory: network,
  managedMemory: managed,
  frameworkHeap,
  frameworkOffHeap,
  taskHeap,
  taskOffHeap: 0,
};

/** `jvm.options` of the process. */
const ownFlags = ["-XX:+UseG1GC", "-XX:TieredStopAtLevel=1", "-Dnexgen.live=cards"];

/** Flags of a task manager: every word must stand on its command line, and no other of its kind. */
export const taskManagerFlags: readonly string[] = [
  `-Xmx${String(frameworkHeap + taskHeap)}`,
  `-Xms${String(frameworkHeap + taskHeap)}`,
  `-XX:MaxDirectMemorySize=${String(frameworkOffHeap + network)}`,
  `-XX:MaxMetaspaceSize=${String(metaspace)}`,
  ...ownFlags,
];

/** `_job_manager.memory: 900mb`; Flink keeps 128 MiB of it outside the heap. */
const jobManagerHeap = 900 * mebibyte - metaspace - overhead - 128 * mebibyte;

export const jobManagerFlags: readonly string[] = [
  `-Xmx${String(jobManagerHeap)}`,
  `-Xms${String(jobManagerHeap)}`,
  `-XX:MaxMetaspaceSize=${String(metaspace)}`,
  ...ownFlags,
];

/** `/jobs/<id>/checkpoints/config`. */
export const checkpointSettings: Readonly<Record<string, unknown>> = {
  mode: "exactly_once",
  interval: 2000,
  min_pause: 500,
  timeout: 90_000,
  max_concurrent: 1,
  tolerable_failed_checkpoints: 4,
  externalization: { enabled: true, delete_on_cancellation: false },
  state_backend: "EmbeddedRocksDBStateBackend",
  checkpoint_storage: "FileSystemCheckpointStorage",
  unaligned_checkpoints: false,
};

/** `recovery.restart.initial_delay`, in milliseconds; twice what Flink would take by itself. */
export const restartDelay = 2000;

/** Labels of the alert `restarted` when it fires. */
export const restartedLabels: Readonly<Record<string, string>> = {
  alertname: "restarted",
  environment: "live",
  severity: "critical",
  process: "counting",
  job_name: "counting",
  team: "card night",
  data_zone: "z1",
};

/** Its annotations; the value is what Prometheus measured. */
export const restartedSummary = "restarted: counting (live)";
export const restartedDescription =
  /^restarts > 0 in 10m\. Measured: restarts of the job\. Now: 1\.\d\d$/u;
