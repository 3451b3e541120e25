// What is said about properties that Flink refuses, cannot do, or does otherwise; with its place.
import { expect, test } from "vitest";
import { isRoot } from "../../../../src/targets/flink/configuration/checkpoint-folder.js";
import { configurationOf } from "./configuration-of.js";
import { p, plain, rocksdb, s3, testFindings } from "./finding-tests.js";

testFindings([
  // Flink refuses.
  {
    name: "an interval below 10 ms",
    given: `${s3("interval: 5ms")}${plain}`,
    want: ["E901 5ms"],
    without: ["execution.checkpointing.interval"],
  },
  {
    name: "checkpoints in the root of a file system",
    given: `checkpoints:\n  c: {type: hdfs, path: "hdfs://nn:8020/", interval: 60s}\n${plain}`,
    want: ['E901 "hdfs://nn:8020/"'],
  },
  {
    name: "savepoints in the root of a bucket",
    given: `${s3('interval: 60s, savepoint: {directory: "s3://b/"}')}${plain}`,
    want: ['E901 "s3://b/"'],
  },
  {
    name: "several unaligned checkpoints",
    given: `${s3("interval: 60s, checkpoint: {max_concurrent: 2, alignment: {type: unaligned}}")}${plain}`,
    want: ["E902 2"],
  },
  {
    name: "a backend on Redis",
    given: `state_backends:\n  b: {type: external, redis: {uri: "\${R}"}}\n${plain}`,
    want: ["E901 external"],
    without: ["state.backend.type"],
  },
  {
    name: "a relative local directory",
    given: `${rocksdb("local_directories: [data]")}${plain}`,
    want: ["E901 [data]"],
  },
  {
    name: "a constant exponential delay",
    given: `${s3("interval: 60s, recovery: {restart: {strategy: exponential_delay, backoff_multiplier: 1}}")}${plain}`,
    want: ["E901 1"],
  },
  {
    name: "a segment that is no power of two",
    given: p("network: {memory_segment_size: 48kb}"),
    want: ["E903 48kb"],
  },
  {
    name: "a job manager that cannot start",
    given: `${plain}  _job_manager: {memory: 512mb}\n`,
    want: ["E903 512mb"],
  },
  {
    name: "a job manager with little heap",
    given: `${plain}  _job_manager: {memory: 600mb}\n`,
    want: ["W908 600mb"],
  },
  {
    name: "two job managers alone",
    given: `${plain}deployment: {type: kubernetes, job_manager: {replicas: 2}}\n`,
    want: ["E901 2"],
  },
  {
    name: "more heap for state than a slot has",
    given: `state_backends:\n  b: {type: hashmap, memory: {max_heap_size: 8gb}}\n${plain}`,
    want: ["E901 8gb"],
  },
  {
    name: "a flag that Flink computes",
    given: p("jvm: {options: [-Xmx2g, -XX:+UseG1GC]}"),
    want: ["E912 [-Xmx2g, -XX:+UseG1GC]"],
  },
  {
    name: "a flag with a number sign in the old file",
    given: p("jvm: {options: ['-Da=#1']}"),
    want: ["E910 ['-Da=#1']"],
    without: ["env.java.opts.taskmanager"],
  },
  {
    name: "a flag with a number sign in config.yaml",
    given: p("jvm: {options: ['-Da=#1']}"),
    line: "2.2",
    want: [],
  },
  {
    name: "too few hosts",
    given: `${p("parallelism: 8")}deployment: {type: standalone, cluster: {job_manager: {host: h}, task_managers: [{host: a, slots: 2}, {host: b, slots: 2}]}}\n`,
    target: "standalone",
    want: ["E914 8"],
  },
  {
    name: "hosts with different slots",
    given: `${plain}deployment: {type: standalone, cluster: {job_manager: {host: h}, task_managers: [{host: a, slots: 2}, {host: b, slots: 4}]}}\n`,
    target: "standalone",
    want: ["N906 4"],
  },
  {
    name: "Kubernetes election without Kubernetes",
    given: `${s3("interval: 60s")}${plain}deployment: {type: yarn, ha: {enabled: true, type: kubernetes}}\n`,
    target: "yarn",
    want: ["E901 kubernetes"],
  },
  {
    name: "ZooKeeper by default, without servers",
    given: `${s3("interval: 60s")}${plain}deployment: {type: yarn, ha: {enabled: true, storage_dir: "s3://b/ha"}}\n`,
    target: "yarn",
    want: ["E913 true"],
  },
  {
    name: "two Kerberos logins for one process",
    given: `checkpoints:\n  c: {type: hdfs, path: "hdfs://n/c", interval: 60s, kerberos: {principal: a@X, keytab: /k}}\n${plain}deployment: {type: yarn, kerberos: {principal: b@X, keytab: /k}}\n`,
    target: "yarn",
    want: ["E750 a@X"],
  },
  {
    name: "one job per cluster on 2.x",
    given: `${plain}deployment: {type: yarn, mode: per_job}\n`,
    target: "yarn",
    line: "2.0",
    want: ["E901 per_job"],
  },
  {
    name: "a pattern of files for YARN",
    given: `${plain}deployment: {type: yarn, yarn_settings: {ship_files: ["lib/*.jar"]}}\n`,
    target: "yarn",
    want: ['N904 ["lib/*.jar"]'],
  },
  {
    name: "a CPU limit below the slot",
    given: `${p("kubernetes: {cpu: {limit: 0.5}}")}deployment: {type: kubernetes}\n`,
    want: ["E902 0.5"],
  },

  // Flink does something else, or nothing.
  {
    name: "a checkpoint binding without interval",
    given: `${s3("region: r")}${plain}`,
    want: ["W903 c"],
  },
  {
    name: "an interval below min_pause",
    given: `${s3("interval: 10s, min_pause: 30s")}${plain}`,
    want: ["W905 10s"],
  },
  {
    name: "a fixed delay without attempts",
    given: `${s3("interval: 60s, recovery: {restart: {strategy: fixed_delay, max_delay: 1m}}")}${plain}`,
    want: ["W701 1m", "W908 fixed_delay"],
  },
  {
    name: "a shared folder on a disk",
    given: `version: "1.0"\nenvironment: production\ncheckpoints:\n  c: {type: filesystem, path: "file:///c", interval: 60s}\n${plain}`,
    want: ['W908 "file:///c"'],
  },
  {
    name: "a start from a savepoint",
    given: `${s3('interval: 60s, recovery: {from_savepoint: {path: "s3://b/s"}}')}${plain}`,
    target: "yarn",
    want: ['N904 "s3://b/s"'],
    without: ["execution.state-recovery.path"],
  },
  {
    name: "a start from a savepoint, which the operator has a field for",
    given: `${s3('interval: 60s, recovery: {from_savepoint: {path: "s3://b/s"}}')}${plain}`,
    want: [],
    without: ["execution.state-recovery.path"],
  },
  {
    name: "state that expires",
    given: `${rocksdb("state_ttls: {seen: 1h}, ttl: {enabled: true, default_ttl: 1d, compaction_filter: true}")}${plain}`,
    want: ["W902 state_ttls", "W905 1d", "W902 true"],
  },
  {
    name: "parallelism of one operator",
    given: p("operators: {join: {parallelism: 2}}"),
    want: ["W902 2"],
  },
  {
    name: "a share of the heap",
    given: p("memory: {heap: 50%, managed: 40%, network: 10%}"),
    want: ["W905 50%", "N905 40%", "N905 10%"],
  },
  {
    name: "memory that nothing uses",
    given: p("memory: {heap: 1gb, managed: 512mb}"),
    want: ["W907 p"],
  },
  {
    name: "encryption of local disks",
    given: `${rocksdb("storage: {encryption: {enabled: true, key_provider: vault}}")}${plain}`,
    want: ["W910 true"],
  },
  {
    name: "logs in a form that the shipped files lack",
    given: `${plain}monitoring: {logging: {format: json, outputs: [{type: stdout}, {type: loki, endpoint: 'http://l'}]}}\n`,
    want: ["W910 json", "W910 loki"],
  },
  {
    name: "alerts on latency",
    given: `${plain}monitoring: {alerts: [{name: a, condition: 'latency_p99 > 1s', severity: info}]}\n`,
    want: ["N902 'latency_p99 > 1s'"],
  },
  {
    name: "metrics of the machine",
    given: p("monitoring: {resource_metrics: {enabled: true}}"),
    want: ["N906 true"],
  },
  {
    name: "Datadog",
    given: `${plain}monitoring: {metrics: {type: datadog}}\n`,
    want: ["W901 datadog"],
    without: ["metrics.reporters"],
  },
  {
    name: "buffers that 2.x has fixed",
    given: p("network: {exclusive_buffers_per_channel: 2, floating_buffers_per_gate: 16}"),
    line: "2.0",
    want: ["W900 16"],
  },
  {
    name: "half a core on YARN",
    given: `${p("task_cpu: 0.5")}deployment: {type: yarn}\n`,
    target: "yarn",
    want: ["W905 0.5"],
  },
]);
test("a refusal of memory shows the arithmetic and the smallest slot", async () => {
  const { diagnostics } = await configurationOf("resources:\n  p: {task_memory: 512mb}\n");
  const [refusal] = diagnostics;
  expect(refusal?.message).toMatch(/^The task manager of the process "p" cannot start: .*\d MB/u);
  const smallest = /at least (\d+)mb/u.exec(refusal?.help ?? "")?.[1] ?? "";
  const again = await configurationOf(`resources:\n  p: {task_memory: ${smallest}mb}\n`);
  expect(again.findings).toEqual([`W904 ${smallest}mb`]);
  const below = await configurationOf(
    `resources:\n  p: {task_memory: ${String(Number(smallest) - 1)}mb}\n`,
  );
  expect(below.findings).toEqual([`E903 ${String(Number(smallest) - 1)}mb`]);
});

test("memory that nothing uses becomes JVM overhead, so that Flink starts", async () => {
  const { values } = await configurationOf(p("memory: {heap: 1gb, managed: 512mb}"));
  expect(values["taskmanager.memory.jvm-overhead.max"]).toMatch(/^\d+[mkb]$/u);
});

// Flink: "Cannot use the root directory for checkpoints."
test.each([
  ["{type: s3, bucket: b, interval: 60s}", "s3://b/checkpoints"],
  ["{type: gcs, bucket: b, prefix: /, interval: 60s}", "gs://b/checkpoints"],
  [
    "{type: azure_blob, container: c, azure: {account_name: a, auth_type: managed_identity}, interval: 60s}",
    "abfss://c@a.dfs.core.windows.net/checkpoints",
  ],
])("a store without a folder gets one: %s", async (binding, folder) => {
  const { values, findings } = await configurationOf(`checkpoints:\n  c: ${binding}\n${plain}`);
  expect(values["execution.checkpointing.dir"]).toBe(folder);
  expect(findings).toEqual(["N901 c"]);
});

test.each([
  ["s3://b", true],
  ["s3://b/", true],
  ["hdfs:///", true],
  ["file:/", true],
  ["/", true],
  ["s3://b/x", false],
  ["hdfs:///x", false],
  ["file:/tmp", false],
  ["/tmp", false],
])("%s is a root: %s", (uri, want) => {
  expect(isRoot(uri)).toBe(want);
});
