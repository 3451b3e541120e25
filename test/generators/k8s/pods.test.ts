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

test.each([
  [4, 3],
  [10, 7],
  [0.7, 0.3],
  [1.1, 0.9],
])("Flink gets the limit of %d from a request of %d", async (limit, request) => {
  const text = small().replace(
    "task_memory: 2gb",
    `task_memory: 2gb\n    task_cpu: ${request}\n    kubernetes: { cpu: { limit: ${limit} } }`,
  );
  const { spec } = await (await planned(text)).object(flinkDeployment);
  const factor = Number(spec.flinkConfiguration["kubernetes.taskmanager.cpu.limit-factor"]);
  const product = spec.taskManager.resource.cpu * factor;
  expect(product).toBeLessThanOrEqual(limit);
  // Kubernetes rounds what is finer than a billionth up.
  expect(product).toBeGreaterThan(limit - 1e-9);
});

test.each([
  ["/opt/jobs of cards/100%#1.jar", "local:///opt/jobs%20of%20cards/100%25%231.jar"],
  ["s3://jars/a b.jar?versionId=1", "s3://jars/a%20b.jar?versionId=1"],
])("the jar %s is a URI that Java reads", async (jar, uri) => {
  const text = small().replace("task_memory: 2gb", `task_memory: 2gb\n    jar: '${jar}'`);
  const { spec } = await (await planned(text)).object(flinkDeployment);
  expect(spec.job.jarURI).toBe(uri);
});
