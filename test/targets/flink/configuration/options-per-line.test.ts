// Properties of state, resources and monitoring with the options that they set on three lines.
import { expect, test } from "vitest";
import { configurationOf } from "./configuration-of.js";
import { testOptionRows } from "./option-row-tests.js";

const backend = (body: string): string => `state_backends:\n  b: {${body}}\n`;
const process = (body: string): string => `resources:\n  p: {${body}}\n`;
const monitoring = (body: string): string => `monitoring: {${body}}\n`;

testOptionRows([
  { given: backend("type: rocksdb"), key: "state.backend.type", value: "rocksdb" },
  {
    given: backend("type: rocksdb, local_directories: [/a, /b]"),
    key: "state.backend.rocksdb.localdir",
    value: "/a,/b",
  },
  {
    given: backend("type: rocksdb, options: {compression: NONE}"),
    key: [
      null,
      "state.backend.rocksdb.compression.per.level",
      "state.backend.rocksdb.compression.per.level",
    ],
    value: "NO_COMPRESSION",
  },
  {
    given: backend("type: rocksdb, options: {bloom_filter_bits_per_key: 10}"),
    key: "state.backend.rocksdb.use-bloom-filter",
    value: "true",
  },
  {
    given: backend(
      "type: rocksdb, options: {max_background_compactions: 4, max_background_flushes: 2}",
    ),
    key: "state.backend.rocksdb.thread.num",
    value: "6",
  },
  {
    given: backend("type: rocksdb, timer_service: {type: heap}"),
    key: "state.backend.rocksdb.timer-service.factory",
    value: "HEAP",
  },
  {
    given: backend("type: rocksdb, memory: {managed: false, per_slot: 100mb}"),
    key: "state.backend.rocksdb.memory.fixed-per-slot",
    value: "100m",
  },
  { given: backend("type: hashmap"), key: "taskmanager.memory.managed.size", value: "0b" },
  {
    given: backend("type: changelog, base_backend: rocksdb, changelog: {storage: 's3://b/l'}"),
    key: ["state.backend.changelog.enabled", "state.changelog.enabled", "state.changelog.enabled"],
    value: "true",
  },
  {
    given: backend("type: changelog, base_backend: rocksdb, changelog: {storage: 's3://b/l'}"),
    key: [
      "dstl.dfs.base-path",
      "state.changelog.dstl.dfs.base-path",
      "state.changelog.dstl.dfs.base-path",
    ],
    value: "s3://b/l",
  },
  {
    given: backend("type: rocksdb, ttl: {default_ttl: 1d}"),
    key: "table.exec.state.ttl",
    value: "86400 s",
  },
  { given: process("parallelism: 8"), key: "parallelism.default", value: "8" },
  {
    given: process("parallelism: 8, max_parallelism: 720"),
    key: "pipeline.max-parallelism",
    value: "720",
  },
  {
    given: process("parallelism: {initial: 2, min: 1, max: 64}"),
    key: "pipeline.max-parallelism",
    value: "64",
  },
  { given: process("task_memory: 4gb"), key: "taskmanager.memory.process.size", value: "4096m" },
  {
    given: `${process("task_memory: 4gb")}  _task_managers: {slots_per_manager: 4}\n`,
    key: "taskmanager.memory.process.size",
    value: "16384m",
  },
  {
    given: `${process("task_memory: 4gb")}  _task_managers: {memory: 16gb}\n`,
    key: "taskmanager.numberOfTaskSlots",
    value: "4",
  },
  {
    given: `${process("task_memory: 4gb, memory: {managed: 1gb}")}  _task_managers: {slots_per_manager: 2}\n`,
    key: "taskmanager.memory.managed.size",
    value: "2048m",
  },
  {
    given: `${process("task_memory: 4gb, memory: {framework_heap: 256mb}")}  _task_managers: {slots_per_manager: 2}\n`,
    key: "taskmanager.memory.framework.heap.size",
    value: "256m",
  },
  {
    given: process("task_memory: 4gb, memory: {managed: 30%}"),
    key: "taskmanager.memory.managed.fraction",
    value: "0.3",
  },
  {
    given: process("task_memory: 4gb, memory: {network: 128mb}"),
    key: "taskmanager.memory.network.max",
    value: "128m",
  },
  {
    given: process("task_memory: 4gb, memory: {network_min: 64mb}"),
    key: "taskmanager.memory.network.min",
    value: "64m",
  },
  {
    given: process("task_memory: 4gb, jvm: {metaspace: 128mb, metaspace_max: 512mb}"),
    key: "taskmanager.memory.jvm-metaspace.size",
    value: "512m",
  },
  {
    given: process("jvm: {metaspace: 128mb}"),
    key: "env.java.opts.taskmanager",
    value: "-XX:MetaspaceSize=134217728",
  },
  {
    given: process('jvm: {options: ["-XX:+UseG1GC", "-Dx=y"]}'),
    key: "env.java.opts.jobmanager",
    value: "-XX:+UseG1GC -Dx=y",
  },
  {
    given: `${process("")}  _task_managers: {memory: {jvm_overhead: 256mb}}\n`,
    key: "taskmanager.memory.jvm-overhead.min",
    value: "256m",
  },
  {
    given: `${process("")}  _job_manager: {memory: 2gb}\n`,
    key: "jobmanager.memory.process.size",
    value: "2048m",
  },
  { given: process(""), key: "jobmanager.memory.process.size", value: "1600m" },
  {
    given: `${process("")}  _job_manager: {web: {port: 8082, submit_enable: false}}\n`,
    key: "web.submit.enable",
    value: "false",
  },
  {
    given: process("network: {exclusive_buffers_per_channel: 4}"),
    key: [
      "taskmanager.network.memory.buffers-per-channel",
      "taskmanager.network.memory.buffers-per-channel",
      null,
    ],
    value: "4",
  },
  {
    given: process("network: {memory_segment_size: 64kb}"),
    key: "taskmanager.memory.segment-size",
    value: "64k",
  },
  {
    given: process("network: {buffer_timeout: 0s}"),
    key: "execution.buffer-timeout.interval",
    value: "0 ms",
  },
  {
    given: process("backpressure: {buffer_debloat: {enabled: true, target: 2s}}"),
    key: "taskmanager.network.memory.buffer-debloat.target",
    value: "2 s",
  },
  {
    given: process("monitoring: {resource_metrics: {enabled: true, interval: 30s}}"),
    key: "metrics.system-resource-probing-interval",
    value: "30000",
  },
  { given: process("flink_options: {web.timeout: '60000'}"), key: "web.timeout", value: "60000" },
  {
    given: monitoring("metrics: {type: prometheus}"),
    key: "metrics.reporter.prom.factory.class",
    value: "org.apache.flink.metrics.prometheus.PrometheusReporterFactory",
  },
  {
    given: monitoring("metrics: {type: prometheus}"),
    key: "metrics.reporter.prom.filterLabelValueCharacters",
    value: "false",
  },
  {
    given: monitoring("metrics: {type: prometheus, labels: {b: '2:x', a: '1'}}"),
    key: "metrics.reporter.prom.scope.variables.additional",
    value: "'a:1','b:''2:x''','environment:test','process:p'",
  },
  {
    given: monitoring(
      "alerts: [{name: a, condition: 'processing_latency_p99 > 1s', severity: info}]",
    ),
    key: "metrics.latency.interval",
    value: "30000",
  },
  {
    given: monitoring("alerts: [{name: a, condition: 'checkpoint_failures > 1', severity: info}]"),
    key: [null, null, null],
    value: "",
  },
  {
    given: monitoring("tracing: {type: otel, endpoint: 'http://c:4317'}"),
    key: [null, null, "traces.reporter.otel.exporter.endpoint"],
    value: "http://c:4317",
  },
  {
    given: monitoring("tracing: {type: jaeger, endpoint: 'http://c:4318/v1/traces'}"),
    key: [null, null, "traces.reporter.otel.exporter.protocol"],
    value: "HTTP",
  },
  {
    given: monitoring("logging: {level: WARN}"),
    key: [null, "env.log.level", "env.log.level"],
    value: "WARN",
  },
  {
    given: monitoring("logging: {level: INFO}"),
    key: [null, "env.log.level", "env.log.level"],
    value: "INFO",
  },
  { given: process(""), key: "pipeline.name", value: "p" },
]);

test("a process with nothing but its name has what Flink needs to start", async () => {
  const { values, findings } = await configurationOf("", { target: "generic", line: "2.2" });
  expect(Object.keys(values)).toEqual([
    "env.java.opts.all",
    "jobmanager.memory.process.size",
    "jobmanager.rpc.address",
    "parallelism.default",
    "pipeline.name",
    "taskmanager.memory.process.size",
    "taskmanager.numberOfTaskSlots",
  ]);
  expect(findings).toEqual(["W904 p"]);
});

test("a list without entries and an empty folder part set nothing", async () => {
  const { values } = await configurationOf(backend("type: rocksdb, local_directories: []"));
  expect(values).not.toHaveProperty(["state.backend.rocksdb.localdir"]);
});

// 1.17.1 ignores the key with `.interval`; 1.17.2, from which the table was made, reads both.
test("the buffer timeout has the key that every release of 1.17 reads", async () => {
  const given = process("network: {buffer_timeout: 10ms}");
  const { values } = await configurationOf(given, { line: "1.17" });
  expect(values["execution.buffer-timeout"]).toBe("10 ms");
  expect(values).not.toHaveProperty(["execution.buffer-timeout.interval"]);
});
