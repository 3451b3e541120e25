// What the generator refuses, warns of and notes: code, and the place it underlines.
import { expect, test } from "vitest";
import { alert, planned, underlined, watched, type PlanOptions } from "./planned.js";

/** Code, the file, the text that is underlined, options. */
type Case = readonly [code: string, text: string, place: string, options?: PlanOptions];

const channel = (text: string, rest = ""): string =>
  watched(`${rest}
  alerts:
    - {name: sample, condition: "restarts > 3 in 10m", severity: warning, channels: ["${text}"]}`);

const two = (first: string, second: string): string =>
  watched(
    `  alerts:
    - {name: same, condition: "restarts > 3 in 10m", severity: info, channels: ["slack://a"]}
${second}`,
    first,
  );

const cases: readonly Case[] = [
  ["E770", alert("restarts 3"), "3"],
  ["E770", alert("restarts > many"), "many"],
  ["E770", alert("> 3"), ">"],
  ["E770", alert("restarts > 3 in"), ""],
  ["E770", alert("restarts > 3 in ten"), "ten"],
  ["E770", alert("restarts > 3 in 0m"), "0m"],
  ["E770", alert("restarts > 3 during 10m"), "during"],
  ["E770", alert("restarts > 3 for 5m in 10m"), "in"],
  ["E770", alert("abs(a - ) > 3"), ")"],
  ["E771", alert("kafka_consumer_lg > 5"), "kafka_consumer_lg"],
  ["E771", alert("flink_jobmanager_job_numRestart > 5"), "flink_jobmanager_job_numRestart"],
  ["E772", alert("memory_usage > 1000ms"), "1000ms"],
  ["E772", alert("processing_latency_p99 > 10gb"), "10gb"],
  ["E772", alert("kafka_consumer_lag > 5%"), "5%"],
  ["E772", alert("kafka_consumer_lag > 5kg"), "5kg"],
  ["E772", alert("memory_usage > 90"), "90"],
  ["E772", alert("memory_usage > 100%"), "100%"],
  ["E772", alert("memory_usage >= 0"), "0"],
  ["E772", alert("restarts == 3 in 10m"), "3"],
  ["E773", alert("gc_time_percent > 10"), "gc_time_percent", { flinkVersion: "1.18" }],
  ["E773", alert("checkpoint_age > 10m"), "checkpoint_age", { flinkVersion: "1.20" }],
  [
    "E773",
    alert("flink_jobmanager_job_fullRestarts > 1"),
    "flink_jobmanager_job_fullRestarts",
    { flinkVersion: "2.0" },
  ],
  ["E774", channel("slack://#cards"), '"slack://#cards"'],
  ["E774", channel("pagerduty://high priority"), '"pagerduty://high priority"'],
  ["E774", channel("email://nobody"), '"email://nobody"'],
  ["E774", channel("https://a b"), '"https://a b"'],
  ["E774", channel("slack://${TEAM}"), '"slack://${TEAM}"'],
  [
    "E775",
    alert("flink_taskmanager_job_task_mailboxLatencyMs > 5"),
    "flink_taskmanager_job_task_mailboxLatencyMs",
  ],
  ["E775", alert("memory_usage > 0.9 in 10m"), "10m"],
  ["E775", alert("abs(restarts - memory_usage) > 3"), "3"],
  ["E775", alert("abs(region_latency_p99 - global_latency_p99) > 5ms"), "5ms"],
  ["E752", channel("email://a@example.com"), '"email://a@example.com"'],
  [
    "E752",
    channel(
      "email://a@example.com",
      "  notifications: {email: {smarthost: 'm:25', from: 'a@b.c', username: u}}",
    ),
    "u",
  ],
  [
    "E753",
    two("", "    - {name: same, condition: 'restarts > 1 in 5m', severity: info}")
      .replace(
        "resources:\n  orders: {task_memory: 2gb}",
        "resources:\n  orders: {task_memory: 2gb, monitoring: {alerts: [{name: same, condition: 'memory_usage > 0.9', action: alert}]}}",
      )
      .replace("\n    - {name: same, condition: 'restarts > 1 in 5m', severity: info}", ""),
    "same",
  ],
  ["W770", alert("restarts > 3"), "3"],
  [
    "W771",
    watched("", "").replace(
      "{task_memory: 2gb}",
      "{task_memory: 2gb, monitoring: {alerts: [{name: a, condition: 'cpu_usage > 0.9', action: scale_up}]}}",
    ),
    "scale_up",
  ],
  ["W772", alert("restarts > 3 in 5m").replace("prometheus", "datadog"), "datadog"],
  ["W773", alert("region_health_score < 0.5"), "region_health_score"],
  ["W774", alert("restarts > 3 in 5m").replace(/ {6}channels.*/u, ""), "sample"],
  ["W775", alert("restarts > 3 in 90s"), "90s"],
  ["W776", alert("mirror_maker_lag > 5"), "mirror_maker_lag"],
  [
    "W776",
    alert("flink_taskmanager_job_task_operator_rocksdb_bytes_read > 5"),
    "flink_taskmanager_job_task_operator_rocksdb_bytes_read",
  ],
  ["W777", alert("global_latency_p99 > 5ms"), "global_latency_p99"],
  ["W772", alert("restarts > 3 in 5m").replace("  metrics: {type: prometheus}\n", ""), "sample"],
  ["W778", "resources: {orders: {task_memory: 2gb}}", "orders"],
  ["W778", "resources: {}\nmonitoring: {metrics: {type: prometheus}}", "prometheus"],
  [
    "W755",
    watched("").replace("{type: prometheus}", "{type: prometheus, labels: {job_name: x}}"),
    "x",
  ],
  [
    "W755",
    watched("").replace("{type: prometheus}", "{type: prometheus, labels: {severity: x}}"),
    "x",
  ],
  [
    "W755",
    channel("slack://a", "  notifications: {email: {smarthost: 'm:25', from: 'a@b.c'}}"),
    "email",
  ],
  ["N770", alert("processing_latency_p99 > 1000"), "1000"],
  [
    "N771",
    watched(
      "  default_alerts: {down_after: 1m, channels: ['slack://a']}",
      "regions: {one: {name: us-east-1, role: standby}}",
    ),
    "1m",
  ],
  [
    "E934",
    watched("").replace(
      "monitoring:",
      "deployment: {type: kubernetes, namespace: 'a b'}\nmonitoring:",
    ),
    "'a b'",
    { flavor: "operator" },
  ],
];

test.each(cases.map((given) => ({ given, code: given[0] })))("$code %#", async ({ given }) => {
  const [code, text, place, options = {}] = given;
  const { diagnostics } = await planned(text, options);
  const found = diagnostics.filter((diagnostic) => diagnostic.code === code);
  expect(found.map(underlined).map((shown) => shown.replace(/^\d+:\d+ /u, ""))).toEqual([place]);
});

test.each([
  ["resources: {orders: {task_memory: 2gb}}", "no alert of these processes is defined"],
  [
    "resources: {}\nmonitoring: {metrics: {type: prometheus}}",
    "no process is named below resources",
  ],
])("%j: W778 says what is so", async (text, problem) => {
  const { diagnostics } = await planned(text);
  expect(diagnostics.map(({ message }) => message)).toEqual([
    expect.stringContaining(`There is nothing to generate: ${problem}`),
  ]);
});

test("an alert that cannot be read is no missing alert", async () => {
  const text = alert("restarts > many").replace("  metrics: {type: prometheus}\n", "");
  expect((await planned(text)).codes).toEqual(["E770"]);
});

test("a Slack channel with # is told to drop it", async () => {
  const { diagnostics } = await planned(channel("slack://#a-b"));
  const [found] = diagnostics;
  expect(found?.message).toBe(
    '"slack://#a-b" is no channel: the channel is named without "#": slack://a-b.',
  );
});

test.each(["99999999999999999999", "1.1234567891"])(
  "the limit of the number %s",
  async (number) => {
    const { diagnostics } = await planned(alert(`restarts > ${number}`));
    expect(diagnostics[0]?.message).toBe(
      `The condition of the alert "sample" cannot be read: a number of at most 15 digits, and 9 after the point, is expected, not "${number}".`,
    );
  },
);

test("the column is inside the string", async () => {
  const { diagnostics } = await planned(alert("memory_usage > 1000ms"));
  expect(diagnostics.map(underlined)).toEqual(["14:34 1000ms"]);
});

test.each([
  ["a text with an escape", String.raw`"restarts\u0020> x"`],
  ["a folded text", ">-\n        restarts >\n        x"],
])("%s is underlined as a whole", async (_, written) => {
  const { diagnostics } = await planned(alert("@").replace('"@"', written));
  const [found] = diagnostics;
  expect(found?.code).toBe("E770");
  expect(found === undefined ? "" : underlined(found)).toContain(written.slice(0, 2));
});

test("a variable in the condition is underlined as a whole", async () => {
  const { diagnostics } = await planned(alert("restarts > ${LIMIT}"), {
    variables: { LIMIT: "x" },
  });
  expect(diagnostics.map(underlined)).toEqual(['14:18 "restarts > ${LIMIT}"']);
});

test("an unknown metric near a known one names it and the others", async () => {
  const { diagnostics } = await planned(alert("kafka_consumer_lga > 5"));
  expect(diagnostics[0]?.help).toContain('Did you mean "kafka_consumer_lag"?');
  expect(diagnostics[0]?.help).toContain("checkpoint_failures");
});

test("nothing is found in a file that is right", async () => {
  const { codes } = await planned(alert("restarts > 3 in 10m"));
  expect(codes).toEqual([]);
});

test("a metric that two options switch on names both", async () => {
  const name = "flink_taskmanager_job_task_operator_column_family_rocksdb_num_snapshots";
  const { diagnostics } = await planned(alert(`${name} > 5`));
  const said = diagnostics.find(({ code }) => code === "W776");
  expect(said?.message).toContain(
    "the Flink options state.backend.rocksdb.metrics.* and state.backend.rocksdb.metrics.column-family-as-variable, which are off by default",
  );
  expect(said?.help).toBe("Set them below flink_options of the process.");
});
