// The rules: expression, waiting time, labels, annotations, and which processes they watch.
import { expect, test } from "vitest";
import { alert, planned, watched } from "./planned.js";

const two = "  refunds: {task_memory: 2gb}";

async function ruleOf(text: string, name = "sample", options = {}) {
  return (await planned(text, options)).rules()[name];
}

test("one rule for all processes, which tells them apart", async () => {
  const text = alert("processing_latency_p99 > 1s for 5m").replace(
    "resources:",
    `resources:\n${two}`,
  );
  expect(await ruleOf(text)).toEqual({
    alert: "sample",
    expr: 'max by (job_name) (flink_taskmanager_job_task_latency_source_id_operator_id_operator_subtask_index_latency{job_name=~"orders|refunds", environment="test", quantile="0.99"}) > 1000',
    for: "5m",
    labels: { environment: "test", severity: "warning", process: "{{ $labels.job_name }}" },
    annotations: {
      summary: "sample: {{ $labels.job_name }} (test)",
      description: expect.stringMatching(
        /^processing_latency_p99 > 1s for 5m\. Measured: time of .*\. Now: \{\{ printf "%\.0f" \$value \}\} ms$/u,
      ) as string,
    },
  });
});

test.each([
  [
    "restarts > 3 in 10m",
    'sum by (job_name) (increase(flink_jobmanager_job_numRestarts{job_name="orders", environment="test"}[10m])) > 3',
  ],
  [
    "checkpoint_size >= 10gb",
    'max by (job_name) (flink_jobmanager_job_lastCheckpointFullSize{job_name="orders", environment="test"}) >= 10737418240',
  ],
  [
    "cpu_usage < 30%",
    'avg by (process) (flink_taskmanager_Status_JVM_CPU_Load{process="orders", environment="test"}) < 0.3',
  ],
  ["health < 0.5", "health < 0.5"],
  [
    "abs(checkpoint_duration - event_time_lag) > 5s",
    'abs((max by (job_name) (flink_jobmanager_job_lastCheckpointDuration{job_name="orders", environment="test"})) - (max by (job_name) (flink_taskmanager_job_task_operator_currentEmitEventTimeLag{job_name="orders", environment="test"}))) > 5000',
  ],
])("%s", async (condition, expression) => {
  expect((await ruleOf(alert(condition))).expr).toBe(expression);
});

test("a shared cluster has no process of its own", async () => {
  const deployment =
    "deployment: {type: kubernetes, mode: session, image: {repository: a.b/c, tag: '1.20.1'}}";
  const text = `${alert("cpu_usage < 0.3").replace("resources:", `resources:\n${two}`)}\n${deployment}`;
  const rule = await ruleOf(text);
  expect(rule.expr).toBe('avg(flink_taskmanager_Status_JVM_CPU_Load{environment="test"}) < 0.3');
  expect(rule.labels).toEqual({ environment: "test", severity: "warning" });
});

test("without a reporter of ours there are no labels to select by", async () => {
  const text = alert("restarts > 3 in 10m").replace(
    "metrics: {type: prometheus}",
    "logging: {level: INFO}",
  );
  expect((await ruleOf(text)).expr).toBe(
    'sum by (job_name) (increase(flink_jobmanager_job_numRestarts{job_name="orders"}[10m])) > 3',
  );
});

test("labels of the file are on the alerts, and select where they name the environment", async () => {
  const text = alert("restarts > 3 in 10m").replace(
    "{type: prometheus}",
    "{type: prometheus, labels: {team: 'a {{ b }}', environment: prod, k8s.zone: z}}",
  );
  const rule = await ruleOf(text);
  expect(rule.labels).toEqual({
    team: 'a {{ "{{" }} b }}',
    k8s_zone: "z",
    environment: "prod",
    severity: "warning",
    process: "orders",
  });
  expect(rule.expr).toContain('environment="prod"');
});

const alertsOf = (text: string): string =>
  watched("").replace("{task_memory: 2gb}", `{task_memory: 2gb, monitoring: {alerts: [${text}]}}`);

test("alerts of a process, and what is inherited alike, is one rule", async () => {
  const inherited = "{name: hot, condition: cpu_usage > 0.9, action: alert}";
  const text = watched("").replace(
    "resources:",
    `resources:\n  _defaults: {monitoring: {alerts: [${inherited}]}}\n${two}`,
  );
  const { data } = await planned(text);
  const rules = data("rules.yaml").groups[0].rules;
  expect(rules).toHaveLength(1);
  expect(rules[0].expr).toContain('process=~"orders|refunds"');
  expect(rules[0].labels.process).toBe("{{ $labels.process }}");
});

function settings(limit: string): string {
  return `{task_memory: 2gb, monitoring: {alerts: [{name: hot, condition: cpu_usage > ${limit}, action: alert}]}}`;
}

test("rules of one name differ in the process", async () => {
  const processes = ["0.8", "0.8", "0.9", "0.9"].map((limit, at) => `  p${at}: ${settings(limit)}`);
  const text = watched("").replace("  orders: {task_memory: 2gb}", processes.join("\n"));
  const { data } = await planned(text);
  const rules = data("rules.yaml").groups[0].rules as { labels: { process: string } }[];
  expect(rules.map(({ labels }) => labels.process)).toEqual(["p0", "p1", "p2", "p3"]);
});

test("an action is a label", async () => {
  const rule = await ruleOf(
    alertsOf("{name: idle, condition: cpu_usage < 0.3 for 30m, action: scale_down}"),
    "idle",
  );
  expect(rule.labels).toMatchObject({ severity: "info", action: "scale_down", process: "orders" });
  expect(rule.for).toBe("30m");
});

test("thresholds of checkpoints", async () => {
  const text = watched("").replace(
    "checkpoint: {interval: 60s}",
    "checkpoint: {interval: 60s}, monitoring: {alerts: {checkpoint_duration_warning: 2m, checkpoint_duration_critical: 5m, checkpoint_size_warning: 1gb}}",
  );
  const rules = (await planned(text)).rules();
  expect(Object.keys(rules)).toEqual([
    "checkpoint_duration_warning",
    "checkpoint_duration_critical",
    "checkpoint_size_warning",
  ]);
  expect(rules["checkpoint_duration_critical"].expr).toContain("> 300000");
  expect(rules["checkpoint_duration_critical"].labels.severity).toBe("critical");
  expect(rules["checkpoint_size_warning"].expr).toContain("> 1073741824");
});

test("no text of a file becomes an action of a template", async () => {
  const { rules, data } = await planned(alert("restarts > 3 in 10m", "'a {{ .Evil }} {'"));
  const rule = rules()["a {{ .Evil }} {"];
  expect(rule.annotations.summary).toBe('a {{ "{{" }} .Evil }} {: orders (test)');
  const [first] = data("tests/rules.test.yaml").tests;
  expect(first.alert_rule_test[0].exp_alerts[0].exp_annotations.summary).toBe(
    "a {{ .Evil }} {: orders (test)",
  );
});

test("the rules of two regions have places of their own in one Prometheus", async () => {
  const regions =
    "regions: {a: {name: us-east-1, role: active}, b: {name: eu-west-1, role: active}}";
  const text = alert("restarts > 3 in 10m").replace("resources:", `${regions}\nresources:`);
  for (const region of ["us-east-1", "eu-west-1"]) {
    const { text: textOf } = await planned(text, { region });
    expect(textOf("README.md")).toContain(`- /etc/prometheus/rules/test/${region}/rules.yaml`);
  }
  const { text: textOf } = await planned(alert("restarts > 3 in 10m"));
  expect(textOf("README.md")).toContain("- /etc/prometheus/rules/test/rules.yaml");
});

test.each([
  ["flink_nope > 5", 'max by (job_name) (flink_nope{job_name="orders", environment="test"}) > 5'],
  ["nope_at_all > 5", "nope_at_all > 5"],
])("the series that %j, an unknown metric, selects", async (condition, expression) => {
  expect((await ruleOf(alert(condition))).expr).toBe(expression);
});

test("the same alert in two regions has labels and series of its own", async () => {
  const regions =
    "regions: {a: {name: us-east-1, role: active}, b: {name: eu-west-1, role: standby}}";
  const text = watched("  default_alerts: {channels: ['slack://a']}", regions);
  const active = (await planned(text, { region: "us-east-1" })).rules();
  const standby = (await planned(text, { region: "eu-west-1" })).rules();
  expect(active["JobDown"].labels.region).toBe("us-east-1");
  expect(active["JobDown"].expr).toContain('region="us-east-1"');
  expect(Object.keys(standby)).not.toContain("JobDown");
  expect(standby["JobRestarting"].expr).toContain('region="eu-west-1"');
});
