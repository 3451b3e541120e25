// The file of --metrics-map: what conditions may name because of it, and what is refused in it.
import { expect, test } from "vitest";
import { alert, planned, underlined } from "./planned.js";

async function expressionOf(condition: string, metricsMap: string): Promise<string> {
  const { rules, codes } = await planned(alert(condition), { metricsMap });
  expect(codes).toEqual([]);
  return rules()["sample"].expr;
}

test.each([
  ["score < 0.5", "score: {series: health_score}", "health_score < 0.5"],
  [
    "score < 50%",
    "score: {series: health_score, unit: ratio, labels: {app: 'a\"b'}, aggregate: min}",
    String.raw`min(health_score{app="a\"b"}) < 0.5`,
  ],
  [
    "score > 1s",
    "score: {series: flink_taskmanager_job_task_operator_score, unit: seconds, labels: {quantile: '0.99'}}",
    'max by (job_name) (flink_taskmanager_job_task_operator_score{job_name="orders", environment="test", quantile="0.99"}) > 1',
  ],
  [
    "drops > 5 in 10m",
    "drops: {series: flink_taskmanager_job_task_operator_drops, counter: true}",
    'sum by (job_name) (increase(flink_taskmanager_job_task_operator_drops{job_name="orders", environment="test"}[10m])) > 5',
  ],
  [
    "load > 5",
    "load: {series: pod_load, scope: cluster, aggregate: sum}",
    'sum by (process) (pod_load{process="orders", environment="test"}) > 5',
  ],
  // A name of ours can be given another meaning.
  ["latency_p99 > 5ms", "latency_p99: {series: my_latency, unit: milliseconds}", "my_latency > 5"],
])("%s with %s", async (condition, entry, expression) => {
  expect(await expressionOf(condition, `metrics:\n  ${entry}\n`)).toBe(expression);
});

test.each([
  ["E702", "other: 1", "other: 1"],
  ["E704", "metrics: {}\nmetric: {}", "metric"],
  ["E703", "metrics: 3", "3"],
  ["E703", "metrics: {a: 3}", "3"],
  ["E703", "metrics: {a-b: {series: x}}", "a-b"],
  ["E702", "metrics: {a: {unit: ratio}}", "a"],
  ["E704", "metrics: {a: {series: x, units: ratio}}", "units"],
  ["E703", "metrics: {a: {series: 'x{}'}}", "'x{}'"],
  ["E703", "metrics: {a: {series: x, unit: hours}}", "hours"],
  ["E703", "metrics: {a: {series: x, counter: 'yes'}}", "'yes'"],
  ["E703", "metrics: {a: {series: x, scope: pod}}", "pod"],
  ["E703", "metrics: {a: {series: x, aggregate: [max]}}", "[max]"],
  ["E703", 'metrics: {a: {series: x, measures: "a\\nb"}}', '"a\\nb"'],
  ["E703", "metrics: {a: {series: x, labels: {a-b: c}}}", "a-b"],
  ["E703", "metrics: {a: {series: x, labels: {b: 3}}}", "b"],
])("%s in %s", async (code, metricsMap, place) => {
  const { diagnostics } = await planned(alert("restarts > 3 in 10m"), { metricsMap });
  const found = diagnostics.filter((diagnostic) => diagnostic.code === code);
  expect(found.map(underlined).map((shown) => shown.replace(/^\d+:\d+ /u, ""))).toContain(place);
});

test("a slip near a mapped name is found", async () => {
  const { diagnostics } = await planned(alert("fraud_scoer > 3"), {
    metricsMap: "metrics: {fraud_score: {series: x}}",
  });
  expect(diagnostics[0]?.code).toBe("E771");
  expect(diagnostics[0]?.help).toContain('"fraud_score"');
});
