// What the pods of a FlinkDeployment are given, and in which spelling.
import { expect, test } from "vitest";
import { planned, small } from "./planned.js";

const flinkDeployment = "auth-enrichment/flink-deployment.yaml";

test("nothing empty is emitted for a file that says nothing of pods", async () => {
  const { spec } = await (await planned(small())).object(flinkDeployment);
  expect(Object.keys(spec.podTemplate)).toEqual(["metadata"]);
});

test("the CPU limit of a pod of several slots is a factor of the whole pod", async () => {
  const text = small("", "  _task_managers: { slots_per_manager: 4 }").replace(
    "task_memory: 2gb",
    "task_memory: 2gb\n    task_cpu: 2\n    kubernetes: { cpu: { limit: 12 } }",
  );
  const { spec } = await (await planned(text)).object(flinkDeployment);
  expect(spec.taskManager.resource.cpu).toBe(8);
  expect(spec.flinkConfiguration["kubernetes.taskmanager.cpu.limit-factor"]).toBe("1.5");
});

test("folders of high availability end as those of checkpoints do", async () => {
  const text = small("  ha: { enabled: true, storage_dir: 's3://b/ha/' }");
  const { spec } = await (await planned(text)).object(flinkDeployment);
  expect(spec.flinkConfiguration["high-availability.storageDir"]).toBe("s3://b/ha");
});

test("the CPU limit of a pod is a factor of its request", async () => {
  const text = small().replace(
    "task_memory: 2gb",
    "task_memory: 2gb\n    task_cpu: 2\n    kubernetes: { cpu: { limit: 3 } }",
  );
  const { spec } = await (await planned(text)).object(flinkDeployment);
  expect(spec.taskManager.resource.cpu).toBe(2);
  expect(spec.flinkConfiguration["kubernetes.taskmanager.cpu.limit-factor"]).toBe("1.5");
});
