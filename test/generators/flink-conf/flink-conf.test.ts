// The files of the generator: their text for both formats, and what the README says.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { load } from "js-yaml";
import { expect, test } from "vitest";
import { flinkConf } from "../../../generators/flink-conf/index.js";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import type { Plan, PlannedFile } from "../../../src/generator/contract.js";
import { renderFile } from "../../../src/render/render-file.js";
import { TemplateEngine } from "../../../src/render/template-engine.js";
import { modelOf } from "../../fixtures/model-of.js";

const template = fileURLToPath(
  new URL("../../../templates/flink-conf/README.md.hbs", import.meta.url),
);

async function planOf(text: string, flinkVersion: string | null = null): Promise<Plan> {
  const { model, origins, diagnostics } = await modelOf(text);
  const options = { flavor: null, flinkVersion, files: new Map() };
  return flinkConf.plan({
    model,
    origins,
    options,
    findings: diagnostics,
    acceptedReason: () => null,
  });
}

async function textOf(file: PlannedFile | undefined): Promise<string> {
  const engine = new TemplateEngine({});
  await engine.override("flink-conf/README.md", readFileSync(template, "utf8"));
  const said: Diagnostic[] = [];
  const place = { folder: "test/flink-conf", generator: "flink-conf" };
  const report = (diagnostic: Diagnostic): number => said.push(diagnostic);
  const output = file === undefined ? null : renderFile(file, place, engine, report);
  expect(said).toEqual([]);
  return output?.text ?? "";
}

const payments = `
checkpoints:
  main: {type: s3, bucket: states, prefix: p, interval: 60s}
state_backends:
  default: {type: rocksdb, incremental: true}
resources:
  fraud_check: {parallelism: 8, task_memory: 4gb}
  _task_managers: {slots_per_manager: 2}
monitoring:
  metrics: {type: prometheus, port: 9249}
`;

test("the old file is raw text, grouped and sorted", async () => {
  const { files, diagnostics } = await planOf(payments);
  expect(files.map(({ path, language }) => [path, language])).toEqual([
    ["fraud_check/flink-conf.yaml", "flink-conf"],
    ["README.md", "markdown"],
  ]);
  expect(diagnostics).toEqual([]);
  const text = await textOf(files[0]);
  expect(text.replace(/^env\.java\.opts\.all: .*$/mu, "env.java.opts.all: …")).toBe(`\
# Configuration of the process fraud_check, environment test.
# For Flink 1.20; it replaces the flink-conf.yaml that Flink ships.

# The job
parallelism.default: 8
# the label job_name of every metric
pipeline.name: fraud_check

# Checkpoints and recovery
execution.checkpointing.dir: s3://states/p
execution.checkpointing.incremental: true
execution.checkpointing.interval: 60 s
execution.checkpointing.storage: filesystem

# State
state.backend.type: rocksdb

# Task managers
# resources.fraud_check: 2 slots of task_memory 4096 MB
taskmanager.memory.process.size: 8192m
taskmanager.numberOfTaskSlots: 2

# Job manager
# what Flink's own file sets
jobmanager.memory.process.size: 1600m
# no deployment is described: one machine
jobmanager.rpc.address: localhost

# Metrics and traces
metrics.reporter.prom.factory.class: org.apache.flink.metrics.prometheus.PrometheusReporterFactory
# label values stay as they are, for alert rules to match
metrics.reporter.prom.filterLabelValueCharacters: false
# several Flink processes may share a host
metrics.reporter.prom.port: 9249-9259
# labels of every series; alert rules select by them
metrics.reporter.prom.scope.variables.additional: environment:test,process:fraud_check
metrics.reporters: prom

# Java and environment
# what Flink's own file opens for Java 17
env.java.opts.all: …
`);
});

test("the new file is YAML that reads back as the same values", async () => {
  const { files } = await planOf(payments, "2.2");
  const [file] = files;
  expect([file?.path, file?.language]).toEqual(["fraud_check/config.yaml", "yaml"]);
  const values = load(await textOf(file)) as Record<string, unknown>;
  expect(values["execution.checkpointing.interval"]).toBe("60 s");
  expect(values["taskmanager.numberOfTaskSlots"]).toBe(2);
  expect(values["metrics.reporter.prom.filterLabelValueCharacters"]).toBe(false);
});

test("lines know the properties they came from", async () => {
  const { files } = await planOf(payments);
  const [file] = files;
  const body = file?.body.kind === "text" ? file.body : null;
  const lines = body?.text.split("\n") ?? [];
  const line = lines.findIndex((text) => text.startsWith("execution.checkpointing.interval:"));
  expect(body?.origins?.get(line)?.origin).toMatchObject([{ key: "intervalMs" }]);
});

test("each process has its own file, and a finding of a shared binding is said once", async () => {
  const { files, diagnostics } = await planOf(`
checkpoints:
  main: {type: s3, bucket: states, prefix: p}
resources:
  one: {task_memory: 4gb}
  two: {task_memory: 4gb, checkpoint: main}
state_backends:
  default: {type: rocksdb, options: {block_cache_size: 256mb}}
`);
  expect(files.map(({ path, process }) => [path, process])).toEqual([
    ["one/flink-conf.yaml", "one"],
    ["two/flink-conf.yaml", "two"],
    ["README.md", null],
  ]);
  expect(diagnostics.map(({ code }) => code)).toEqual(["W903", "W901", "W903"]);
});

test("without a process there is a warning and no file", async () => {
  const { files, diagnostics } = await planOf(
    "streams: {s: {type: kafka, topic: t, brokers: 'k:1'}}",
  );
  expect([files, diagnostics.map(({ code }) => code)]).toEqual([[], ["W909"]]);
});

test("an unsupported line is an error and no file", async () => {
  const { files, diagnostics } = await planOf(payments, "1.9");
  expect([files, diagnostics.map(({ code }) => code)]).toEqual([[], ["E900"]]);
});

test("the README says where the files go, what must be set, and what was found", async () => {
  const text = `
checkpoints:
  main: {type: s3, bucket: states, interval: 60s, auth: {type: static, access_key: "\${ID}", secret_key: "\${KEY}"}}
resources:
  fraud_check: {task_memory: 1gb}
deployment: {type: docker_compose, compose: {services: {}}}
`;
  const { files } = await planOf(text);
  const readme = await textOf(files.at(-1));
  expect(readme).toContain("- `fraud_check/flink-conf.yaml`: the process `fraud_check`");
  expect(readme).toContain(
    "Mount it into every Flink service as `/opt/flink/conf/flink-conf.yaml`.",
  );
  expect(readme).not.toContain("Copy the file to every host");
  expect(readme).toContain("- the variable `KEY`, for `checkpoints.main.auth.secret_key`");
  expect(readme).toContain("flink-s3-fs-hadoop-1.20");
  expect(readme).toMatch(/- `N903` .*AWS\\_SECRET\\_ACCESS\\_KEY/u);
  expect(readme).toMatch(/- `W904` .*\n {2}Raise task\\_memory/u);
});
