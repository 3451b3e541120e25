// The alerts that every job gets where the file asks for them.
import { expect, test } from "vitest";
import { planned, watched } from "./planned.js";

const all = [
  "JobDown",
  "JobRestarting",
  "CheckpointsFailing",
  "CheckpointTooOld",
  "ConsumerLagHigh",
  "BackpressureHigh",
];

async function rulesOf(settings: string, options = {}) {
  const text = watched(settings === "" ? "" : `  default_alerts: ${settings}`);
  const { rules, paths } = await planned(text, options);
  return paths.includes("rules.yaml") ? rules() : {};
}

test.each([
  ["", []],
  ["{enabled: false}", []],
  ["{}", all],
  ["{enabled: true}", all],
])("%s", async (settings, names) => {
  expect(Object.keys(await rulesOf(settings))).toEqual(names);
});

test.each([
  [
    "{down_after: 2m}",
    "JobDown",
    'absent(flink_jobmanager_job_runningTime{job_name="orders", environment="test"}) or max by (job_name) (flink_jobmanager_job_runningTime{job_name="orders", environment="test"}) == 0',
    "2m",
  ],
  ["{max_restarts: 7}", "JobRestarting", "[15m])) > 7", undefined],
  ["{max_checkpoint_failures: 0}", "CheckpointsFailing", "[30m])) > 0", undefined],
  [
    "{max_checkpoint_age: 45m}",
    "CheckpointTooOld",
    '[45m])) < 1 and on (job_name) max by (job_name) (flink_jobmanager_job_runningTime{job_name="orders", environment="test"}) > 2700000',
    undefined,
  ],
  ["{}", "CheckpointTooOld", "[10m])) < 1 and on", undefined],
  ["{max_consumer_lag: 5}", "ConsumerLagHigh", "> 5", "10m"],
  ["{max_backpressure: 80%}", "BackpressureHigh", "/ 1000 > 0.8", "10m"],
])("%s sets %s", async (settings, name, expression, hold) => {
  const rule = (await rulesOf(settings))[name];
  expect(rule.expr).toContain(expression);
  expect(rule.for).toBe(hold);
});

test("from 2.0 on Flink tells when a checkpoint was completed", async () => {
  const rules = await rulesOf("{}", { flinkVersion: "2.0" });
  expect(rules["CheckpointTooOld"].expr).toContain("lastCheckpointCompletedTimestamp");
});

test("three intervals are the age, and without an interval there is none", async () => {
  const text = watched("  default_alerts: {}");
  const slow = await planned(text.replace("interval: 60s", "interval: 20m"));
  expect(slow.rules()["CheckpointTooOld"].expr).toContain("[1h]");
  const none = await planned(
    text.replace("checkpoint: {interval: 60s}", "retention: {max_checkpoints: 2}"),
  );
  expect(Object.keys(none.rules())).not.toContain("CheckpointTooOld");
  expect(Object.keys(none.rules())).not.toContain("CheckpointsFailing");
});

test("each process has a rule of its own that tells of its silence", async () => {
  const text = watched("  default_alerts: {}").replace(
    "resources:",
    "resources:\n  refunds: {task_memory: 2gb}",
  );
  const { data } = await planned(text);
  const rules = data("rules.yaml").groups[0].rules as {
    alert: string;
    labels: { process: string };
  }[];
  expect(
    rules.filter((rule) => rule.alert === "JobDown").map(({ labels }) => labels.process),
  ).toEqual(["orders", "refunds"]);
});
