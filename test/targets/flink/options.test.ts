import { expect, test } from "vitest";
import { flinkLines, isFlinkLine, type FlinkLine } from "../../../src/targets/flink/lines.js";
import {
  linesWithOption,
  nearestOption,
  optionOf,
  successorOf,
} from "../../../src/targets/flink/options/known-option.js";
import { optionTable, rowsOf } from "../../../src/targets/flink/options/option-table.js";
import { checkOptionValue } from "../../../src/targets/flink/options/option-value.js";

const all = flinkLines.join(" ");

const existence: readonly [key: string, lines: string][] = [
  ["execution.checkpointing.interval", all],
  ["execution.checkpointing.dir", "1.20 2.0 2.1 2.2 2.3"],
  ["state.checkpoints.dir", "1.17 1.18 1.19"],
  ["state.backend.incremental", "1.17 1.18 1.19"],
  ["execution.checkpointing.incremental", "1.20 2.0 2.1 2.2 2.3"],
  ["state.backend.type", all],
  ["state.backend", ""],
  ["state.backend.rocksdb.compression.per.level", "1.19 1.20 2.0 2.1 2.2 2.3"],
  ["restart-strategy.exponential-delay.attempts-before-reset-backoff", "1.19 1.20 2.0 2.1 2.2 2.3"],
  ["taskmanager.network.memory.buffers-per-channel", "1.17 1.18 1.19 1.20"],
  ["slotmanager.number-of-slots.min", "1.19 1.20 2.0 2.1 2.2 2.3"],
  ["security.ssl.rest.verify-hostname", "2.3"],
  ["security.ssl.verify-hostname", all],
  ["jobmanager.adaptive-scheduler.scaling-interval.min", "1.19 1.20"],
  ["jobmanager.adaptive-scheduler.executing.cooldown-after-rescaling", "2.0 2.1 2.2 2.3"],
  ["yarn.rolled-logs.include-pattern", "2.1 2.2 2.3"],
  ["table.exec.state.ttl", all],
  ["metrics.reporter.prom.factory.class", all],
  ["metrics.reporter.prom.port", all],
  ["metrics.reporter.prom.filterLabelValueCharacters", all],
  ["metrics.reporter.prom.allowList", "2.3"],
  ["traces.reporter.otel.factory.class", "1.19 1.20 2.0 2.1 2.2 2.3"],
  ["traces.reporter.otel.exporter.protocol", "2.2 2.3"],
  ["s3.endpoint", all],
  ["s3.path.style.access", all],
  ["fs.s3a.endpoint.region", all],
  ["s3.bucket.archive.endpoint", all],
  ["s3.assume-role.arn", "2.3"],
  ["kubernetes.jobmanager.labels", all],
  ["kubernetes.jobmanager.labels.team", all],
  ["kubernetes.operator.periodic.savepoint.interval", all],
  ["job.autoscaler.utilization.target", all],
  ["job.autoscaler.target.utilization", ""],
  ["kubernetes.operator.bluegreen.deployment-deletion.delay", all],
  ["flink.hadoop.dfs.replication", all],
  ["containerized.master.env.AWS_REGION", all],
  ["fs.azure.account.auth.type", all],
  ["flink.hadoop.", ""],
  ["query.server.port", ""],
  ["metrics.reporter.", ""],
  ["metrics.reporter.prom", ""],
  ["constructor", ""],
  ["", ""],
];

test.each(existence)("%j exists in [%s]", (key, lines) => {
  expect(linesWithOption(key).join(" ")).toBe(lines);
});

// What nexgen may emit for a line must exist there: the names this project depends on.
const everywhere = [
  "taskmanager.memory.process.size",
  "taskmanager.memory.managed.fraction",
  "taskmanager.memory.network.max",
  "taskmanager.memory.jvm-overhead.max",
  "taskmanager.memory.segment-size",
  "taskmanager.numberOfTaskSlots",
  "jobmanager.memory.process.size",
  "parallelism.default",
  "pipeline.max-parallelism",
  "pipeline.name",
  "high-availability.type",
  "high-availability.storageDir",
  "high-availability.zookeeper.path.root",
  "kubernetes.cluster-id",
  "kubernetes.taskmanager.cpu.limit-factor",
  "kubernetes.rest-service.exposed.type",
  "yarn.application.queue",
  "yarn.provided.lib.dirs",
  "env.java.opts.all",
  "env.java.opts.taskmanager",
  "metrics.latency.interval",
  "rest.bind-address",
  "jobmanager.bind-host",
  "scheduler-mode",
  "web.checkpoints.history",
  "security.kerberos.login.principal",
  "security.ssl.internal.keystore-password",
];
test.each(everywhere)("%s is in every line", (key) => {
  expect(flinkLines.filter((line) => optionOf(key, line)?.listed !== true)).toEqual([]);
});

test("types follow the line", () => {
  expect(optionOf("heartbeat.interval", "1.19")?.type.kind).toBe("long");
  expect(optionOf("heartbeat.interval", "1.20")?.type.kind).toBe("duration");
  expect(optionOf("metrics.reporter.prom.port", "2.3")?.type.kind).toBe("string");
  expect(optionOf("execution.checkpointing.mode", "1.17")?.type).toEqual({
    kind: "enum",
    values: ["EXACTLY_ONCE", "AT_LEAST_ONCE"],
  });
  expect(optionOf("taskmanager.network.memory.buffers-per-channel", "1.20")?.deprecated).toBe(true);
  expect(optionOf("taskmanager.network.memory.buffers-per-channel", "1.19")?.deprecated).toBe(
    false,
  );
  expect(optionOf("security.ssl.verify-hostname", "2.2")?.deprecated).toBe(false);
  expect(optionOf("security.ssl.verify-hostname", "2.3")?.deprecated).toBe(true);
  expect(optionOf("flink.hadoop.dfs.blocksize", "2.3")).toMatchObject({ listed: false });
});

const successors: readonly [string, FlinkLine, string | null][] = [
  ["state.checkpoints.dir", "1.20", "execution.checkpointing.dir"],
  ["state.checkpoints.dir", "1.19", null],
  ["state.backend", "2.3", "state.backend.type"],
  ["restart-strategy", "1.17", "restart-strategy.type"],
  ["execution.buffer-timeout", "1.17", null],
  ["execution.buffer-timeout", "1.18", "execution.buffer-timeout.interval"],
  ["env.java.opts", "1.20", "env.java.opts.all"],
  ["kubernetes.container.image", "1.18", "kubernetes.container.image.ref"],
  ["web.port", "1.20", "rest.port"],
  ["job.autoscaler.target.utilization", "2.0", "job.autoscaler.utilization.target"],
  ["kubernetes.operator.job.autoscaler.enabled", "1.20", "job.autoscaler.enabled"],
  ["rest.port", "1.20", null],
  ["toString", "1.20", null],
];
test.each(successors)("%s on %s is now %s", (alias, line, want) => {
  expect(successorOf(alias, line)).toBe(want);
});

test("every alias leads to a key that its line has, and is none itself", () => {
  const { aliases, options } = optionTable();
  const wrong = [...aliases].flatMap(([alias, rows]) =>
    rows.flatMap(({ lines, successor }) =>
      lines
        .filter(
          (line) =>
            optionOf(successor, line) === null ||
            options.get(alias)?.some((row) => row.lines.includes(line)),
        )
        .map((line) => `${alias} ${line}`),
    ),
  );
  expect(aliases.size).toBeGreaterThan(150);
  expect(wrong).toEqual([]);
});

test("rows are well formed", () => {
  const kinds = "duration memory boolean string map int long float double enum list".split(" ");
  const keys = optionTable().options;
  expect(keys.size).toBeGreaterThan(1200);
  for (const [key, rows] of keys) {
    expect(key).toMatch(/^[A-Za-z0-9._-]+$/u);
    const lines = rows.flatMap((row) => row.lines);
    expect(lines).toEqual([...new Set(lines)]);
    expect(lines.filter(isFlinkLine)).toHaveLength(lines.length);
    expect(lines).not.toHaveLength(0);
    for (const { type } of rows) {
      expect(kinds).toContain(type.kind);
      expect(type.kind === "enum" ? type.values : []).not.toContain("");
    }
  }
});

const nearest: readonly [string, FlinkLine, string | null][] = [
  ["execution.checkpoint.interval", "1.20", "execution.checkpointing.interval"],
  ["taskmanager.memory.proces.size", "2.3", "taskmanager.memory.process.size"],
  ["metrics.reporter.prom.factory.clas", "1.20", "metrics.reporter.prom.factory.class"],
  ["s3.endpont", "1.20", "s3.endpoint"],
  ["completely.different", "1.20", null],
];
test.each(nearest)("nearest to %s on %s is %s", (key, line, want) => {
  expect(optionOf(key, line)).toBeNull();
  expect(nearestOption(key, line)).toBe(want);
});

test("a reporter of the user's own may have parameters of its own, but no near misses", () => {
  expect(optionOf("metrics.reporter.mine.endpointAddress", "1.20")).toMatchObject({
    listed: false,
  });
  expect(optionOf("metrics.reporter.mine.factory.klass", "1.20")).toBeNull();
});

/** Verdicts of Flink 2.3.0's own parsers, recorded: [type or key, text, accepted]. */
const values: readonly [string, string, boolean][] = [
  ["duration", "5", true],
  ["duration", "5 MIN", true],
  ["duration", " 5s ", true],
  ["duration", "5µs", true],
  ["duration", "5\tms", true],
  ["duration", "5\u00a0s", false],
  ["duration", "5 weeks", false],
  ["duration", "1.5s", false],
  ["duration", "-1s", false],
  ["duration", "1m30s", false],
  ["duration", "5mins", false],
  ["duration", "", false],
  ["duration", "PT5S", true],
  ["duration", "P1DT2H", true],
  ["duration", "P1W", false],
  ["duration", "9223372036854775807 d", false],
  ["duration", "9223372036854775807 s", true],
  ["memory", "5 MB", true],
  ["memory", "5 kibibytes", true],
  ["memory", "5Gi", false],
  ["memory", "1.5g", false],
  ["memory", "8388607t", true],
  ["memory", "8388608t", false],
  ["memory", "-5m", false],
  ["memory", "", false],
  ["boolean", "tRue", true],
  ["boolean", "yes", false],
  ["boolean", " true", false],
  ["int", "+5", true],
  ["int", " 5", false],
  ["int", "2147483648", false],
  ["int", "-2147483648", true],
  ["int", "1e3", false],
  ["long", "9223372036854775807", true],
  ["long", "9223372036854775808", false],
  ["double", " 1.5 ", true],
  ["double", "1e3", true],
  ["double", "1,5", false],
  ["list", "'a;b';c", true],
  ["list", "'a'b", false],
  ["list", "'a", false],
  ["list", "a'b;c", true],
  ["map", "k:v,k2:v2", true],
  ["map", "'url:''http://x'''", true],
  ["map", "'k:a:b',x:y", false],
  ["map", "k", false],
  ["map", "k:", false],
  ["map", ":v", false],
  ["map", ",k:v", true],
  ["map", "k:v,k:w", false],
  ["map", "k:'a,b'", false],
];
test.each(values)("%s accepts %j: %s", (kind, text, accepted) => {
  const type = kind === "list" ? { kind, items: { kind: "string" } } : { kind };
  const option = { key: "x", line: "2.3", deprecated: false, listed: true, type };
  const problem = checkOptionValue(option as Parameters<typeof checkOptionValue>[0], text);
  expect(problem === null).toBe(accepted);
});

const named: readonly [string, FlinkLine, string, string | null][] = [
  [
    "execution.checkpointing.interval",
    "2.0",
    "PT5S",
    "is an ISO-8601 duration, which Flink reads from 2.1 on",
  ],
  ["execution.checkpointing.mode", "1.20", "exactly_once", null],
  [
    "execution.checkpointing.mode",
    "1.20",
    "exactly-once",
    "is not one of EXACTLY_ONCE, AT_LEAST_ONCE",
  ],
  [
    "restart-strategy.type",
    "1.20",
    "exponential_delay",
    "is not one of none, off, disable, fixed-delay, fixeddelay, failure-rate, failurerate, exponential-delay, exponentialdelay",
  ],
  ["state.backend.type", "1.20", "forst", "is not one of hashmap, rocksdb, or a class name"],
  ["state.backend.type", "2.0", "forst", null],
  ["state.backend.type", "1.20", "org.example.Factory", null],
  ["high-availability.type", "1.20", "ZooKeeper", null],
  ["state.backend.rocksdb.compression.per.level", "1.20", "NO_COMPRESSION;lz4_compression", null],
  [
    "metrics.job.status.enable",
    "1.20",
    "STATE;NEVER",
    "has the item NEVER, which is not one of STATE, CURRENT_TIME, TOTAL_TIME",
  ],
  ["kubernetes.taskmanager.tolerations", "1.20", "key:a,operator:Exists;key:b", null],
  [
    "kubernetes.taskmanager.tolerations",
    "1.20",
    "key:a;key",
    "has the item key, which has the entry key, which is not key:value",
  ],
  ["heartbeat.interval", "1.19", "30 s", "is no whole number"],
  ["heartbeat.interval", "1.20", "30 s", null],
];
test.each(named)("%s on %s with %j: %j", (key, line, text, want) => {
  const option = optionOf(key, line);
  if (option === null) throw new Error("no such option");
  expect(checkOptionValue(option, text)).toBe(want);
});

test("a row is found by its key without the table, and is the same", () => {
  const { options, families } = optionTable();
  for (const [key, rows] of options) expect(rowsOf(key)).toEqual(rows);
  for (const family of families) {
    for (const [rest, rows] of family.options)
      expect(rowsOf(`${family.prefix}*.${rest}`)).toEqual(rows);
  }
  for (const key of ["", "rest", "rest.por", "est.port", "rest.port 1.17+"])
    expect(rowsOf(key)).toEqual([]);
});
