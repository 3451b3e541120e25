// The programs that emitted scripts call, and what their stand-ins answer, so that a script goes on to
// the calls that matter. A script that calls another program needs a row here.

/** Programs that are replaced by a stub. */
export const stubs: readonly string[] = [
  "aws",
  "curl",
  "docker",
  "docker-compose",
  "flink",
  "hadoop",
  "hdfs",
  "java",
  "jobmanager.sh",
  "kafka-acls.sh",
  "kafka-configs.sh",
  "kafka-topics.sh",
  "kinit",
  "klist",
  "kubectl",
  "mvn",
  "pulsar-admin",
  "rsync",
  "scp",
  "ssh",
  "start-cluster.sh",
  "stop-cluster.sh",
  "taskmanager.sh",
  "wget",
  "yarn",
];

/** Patterns of bash over "program words", and the answer; no single quotes. Nothing else is answered. */
export const stubAnswers: readonly (readonly [pattern: string, answer: string])[] = [
  ["aws' sts get-caller-identity '*", "111122223333"],
  ["kafka-topics.sh' --version'*", "3.9.2"],
];
