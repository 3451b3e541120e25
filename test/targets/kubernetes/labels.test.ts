import { expect, test } from "vitest";
import {
  nativeFlinkLabelKeys,
  recommendedLabels,
  selectorLabels,
} from "../../../src/targets/kubernetes/labels.js";
import { checkLabelKey, checkLabelValue } from "../../../src/targets/kubernetes/names.js";

const facts = { process: "fraud_check", environment: "production", component: null, partOf: null };

test("an object carries the recommended labels, without a version", () => {
  expect(recommendedLabels({ ...facts, component: "taskmanager", partOf: "payments" })).toEqual({
    "app.kubernetes.io/name": "flink",
    "app.kubernetes.io/instance": "fraud-check-production",
    "app.kubernetes.io/component": "taskmanager",
    "app.kubernetes.io/part-of": "payments",
    "app.kubernetes.io/managed-by": "nexgen",
  });
});

test("selectors use only labels that never change, and pods carry them", () => {
  const selector = selectorLabels({ ...facts, component: "jobmanager", partOf: "payments" });
  expect(Object.keys(selector)).toEqual([
    "app.kubernetes.io/name",
    "app.kubernetes.io/instance",
    "app.kubernetes.io/component",
  ]);
  expect(recommendedLabels({ ...facts, component: "jobmanager" })).toMatchObject(selector);
});

test("labels are valid and clear of those that native Flink sets", () => {
  const labels = recommendedLabels({ ...facts, environment: "production_eu", component: null });
  for (const [key, value] of Object.entries(labels)) {
    expect([checkLabelKey(key), checkLabelValue(value)]).toEqual([null, null]);
    expect(nativeFlinkLabelKeys.has(key)).toBe(false);
  }
  expect([...nativeFlinkLabelKeys]).toEqual(["app", "component", "type"]);
});
