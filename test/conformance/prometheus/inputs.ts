// Files beside the examples: every kind of condition, hostile text in every free string, regions, both
// flavors, and an old line of Flink.
import { prometheusRules } from "../../../generators/prometheus-rules/index.js";
import { compile } from "../../../src/compile/compile.js";
import { hasErrors } from "../../../src/diagnostics/diagnostic.js";
import { renderText } from "../../../src/diagnostics/text.js";
import { memoryHost } from "../../../src/source/memory-host.js";
import type { Rendered } from "../harness.js";

const hostile = String.raw`a\"b {{ .x }} {{{ $(x) \u0060y\u0060; '\n | */ {`;

const everything = `
version: "1.0"
environment: prod-eu
streams:
  orders: {type: kafka, topic: o, brokers: "k:9092"}
checkpoints:
  main:
    type: s3
    bucket: b
    prefix: p
    checkpoint: {interval: 60s, timeout: 20m}
    monitoring: {alerts: {checkpoint_duration_warning: 2m, checkpoint_duration_critical: 10m, checkpoint_size_warning: 100gb}}
  slow: {type: s3, bucket: b, prefix: q, checkpoint: {interval: 30m}}
state_backends: {default: {type: rocksdb}}
resources:
  _defaults:
    task_memory: 4gb
    checkpoint: main
    monitoring:
      alerts:
        - {name: memory_high, condition: "memory_usage > 0.9", action: alert}
        - {name: idle, condition: "cpu_usage < 0.3 for 30m", action: scale_down}
  one: {parallelism: 2}
  two:
    checkpoint: slow
    monitoring:
      alerts:
        - {name: memory_high, condition: "memory_usage >= 85% for 3m", action: alert}
        - {name: managed, condition: "managed_memory_usage > 0.95 for 15m", action: scale_up}
  three: {parallelism: 2}
monitoring:
  metrics: {type: prometheus, port: 9249, path: "/m", labels: {team: "${hostile}", "k8s.zone": z1}}
  default_alerts: {channels: ["pagerduty://critical", "email://ops@example.com"], max_backpressure: 7%}
  notifications:
    channels: ["slack://cards-alerts"]
    email: {smarthost: "mail.example.com:587", from: "nexgen@example.com", username: u, password: "\${SMTP_PASSWORD}"}
  alerts:
    - {name: high_latency, condition: "processing_latency_p99 > 1000ms", severity: warning, channels: ["slack://a", "pagerduty://high", "https://hooks.example.com/x"]}
    - {name: low_latency, condition: "latency_p50 <= 10ms for 90s", severity: info}
    - {name: "${hostile}", condition: "checkpoint_size >= 10gb", severity: critical, channels: ["https://hooks.example.com/y"]}
    - {name: failures, condition: "checkpoint_failures > 3", severity: critical}
    - {name: failures_10m, condition: "checkpoint_failures > 3 in 10m", severity: critical}
    - {name: failures_hold, condition: "checkpoint_failures >= 2 in 10m for 4m", severity: critical}
    - {name: no_checkpoint, condition: "checkpoints_completed == 0 in 20m", severity: critical}
    - {name: few_checkpoints, condition: "checkpoints_completed < 2 in 1h for 10m", severity: critical}
    - {name: any_restart, condition: "restarts != 0 in 2m", severity: critical}
    - {name: short_window, condition: "restarts > 0 in 30s", severity: critical}
    - {name: errors, condition: "error_rate_per_minute > 10 for 5m", severity: critical}
    - {name: error_share, condition: "error_rate > 1% for 5m", severity: critical}
    - {name: few_errors, condition: "error_rate < 0.07", severity: info}
    - {name: slow, condition: "processing_rate < 0.5 for 40m", severity: critical}
    - {name: busy_tasks, condition: "busy > 0.07", severity: critical}
    - {name: lag, condition: "kafka_consumer_lag > 100000 for 10m", severity: critical}
    - {name: few_managers, condition: "task_managers < 3", severity: critical}
    - {name: no_slots, condition: "slots_available <= 0 for 5m", severity: info}
    - {name: no_jobs, condition: "running_jobs == 0 for 30s", severity: critical}
    - {name: distance, condition: "abs(checkpoint_duration - event_time_lag) < 5s for 2m", severity: critical}
    - {name: mirror, condition: "mirror_maker_lag > 10000", severity: critical}
    - {name: health, condition: "region_health_score < 0.5", severity: critical}
    - {name: mailbox, condition: "flink_taskmanager_job_task_mailboxLatencyMs_p95 > 12.5 for 10m", severity: critical}
    - {name: records, condition: "flink_taskmanager_job_task_operator_numRecordsIn > 5 in 5m", severity: critical}
    - {name: own, condition: "flink_taskmanager_job_task_operator_my_own > 5", severity: critical}
    - {name: heap, condition: "flink_jobmanager_Status_JVM_Memory_Heap_Used > 5000000000", severity: critical}
`;

const regions = `
version: "1.0"
environment: world
regions:
  main: {name: us-east-1, role: active}
  other: {name: eu-west-1, role: standby}
checkpoints: {main: {type: s3, bucket: b, prefix: p, checkpoint: {interval: 60s}}}
state_backends: {default: {type: rocksdb}}
resources: {one: {task_memory: 4gb}, two: {task_memory: 4gb}}
monitoring:
  metrics: {type: prometheus}
  default_alerts: {channels: ["slack://a"], max_checkpoint_age: 90m}
  alerts:
    - {name: distance, condition: "abs(region_latency_p99 - global_latency_p99) > 200ms", severity: info, channels: ["slack://a"]}
    - {name: slow, condition: "region_latency_p95 > 1s for 5m", severity: info, channels: ["slack://a"]}
`;

/** Receivers of some alerts of `everything`, by hand. */
export const expectedReceivers: Readonly<Record<string, readonly string[]>> = {
  high_latency: ["slack-a", "pagerduty-high", "webhook-hooks-example-com"],
  low_latency: ["slack-cards-alerts"],
  [JSON.parse(`"${hostile.replaceAll("'", "'")}"`) as string]: ["webhook-hooks-example-com-2"],
  JobDown: ["pagerduty-critical", "email-ops-example-com"],
  memory_high: ["slack-cards-alerts"],
  no_such_alert: ["nobody"],
};

/** The name under which `everything` is rendered for files. */
export const everythingName = "everything";

interface Input {
  readonly name: string;
  readonly text: string;
  readonly flavor?: string;
  readonly flinkVersion?: string;
}

const inputs: readonly Input[] = [
  { name: everythingName, text: everything, flinkVersion: "1.20" },
  { name: "everything, Flink 2.2", text: everything, flinkVersion: "2.2" },
  { name: "everything, Flink 1.17", text: everything, flinkVersion: "1.17" },
  { name: "everything, operator", text: everything, flavor: "operator" },
  {
    name: "a URL from a variable",
    text: everything.replace("https://hooks.example.com/y", "\\${HOOK}".replace("\\", "")),
  },
  { name: "regions", text: regions },
  { name: "regions, operator, Flink 2.2", text: regions, flavor: "operator", flinkVersion: "2.2" },
];

export async function renderInputs(): Promise<readonly Rendered[]> {
  return Promise.all(inputs.map(renderInput));
}

async function renderInput({ name, text, flavor, flinkVersion }: Input): Promise<Rendered> {
  const host = memoryHost({ files: { "/p/main.infra": text }, environment: {} });
  const { scopes, diagnostics } = await compile(host, "/p/main.infra", {
    generators: [{ generator: prometheusRules, ...(flavor === undefined ? {} : { flavor }) }],
    ...(flinkVersion === undefined ? {} : { flinkVersion }),
  });
  if (hasErrors(diagnostics)) {
    throw new Error(`${name} has errors:\n${renderText(diagnostics, { color: false })}`);
  }
  return { name, files: scopes.flatMap((scope) => scope.files) };
}
