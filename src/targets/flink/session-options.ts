// Which options belong to a shared cluster and which to the jobs that are submitted to it.

/** Options that are fixed when the cluster starts; all others belong to the job. */
const clusterPrefixes = [
  "blob.",
  "cluster.",
  "containerized.",
  "env.",
  "flink.",
  "fs.",
  "high-availability",
  "jobmanager.",
  "jobstore.",
  "kubernetes.jobmanager.",
  "kubernetes.operator.pod-template.",
  "kubernetes.rest-service.",
  "kubernetes.taskmanager.",
  "metrics.",
  "resourcemanager.",
  "rest.",
  "s3.",
  "security.",
  "slotmanager.",
  "taskmanager.",
  "traces.",
  "web.",
  "yarn.",
];

/** Whether a session cluster, and no single job in it, reads the option. */
export function isClusterOption(key: string): boolean {
  return clusterPrefixes.some((prefix) => key.startsWith(prefix));
}

/** Options that Flink's client reads for itself when it submits to a shared cluster. */
export function isClientOption(key: string): boolean {
  return key.startsWith("env.") || key.startsWith("security.") || key.startsWith("flink.");
}
