import { expect, test } from "vitest";
import { fullFile } from "./full-file.js";
import { planned, small } from "./planned.js";

const scaled = (metrics: string, rest = "") =>
  small(
    `  scaling: { type: horizontal, min_replicas: 2, max_replicas: 6, metrics: [${metrics}] }\n${rest}`,
  );

test("the operator scales by its autoscaler, with bounds in parallel instances", async () => {
  const text = scaled("{ type: cpu, target_utilization: 80 }").replace(
    "parallelism: 4",
    "parallelism: 4\n    max_parallelism: 720\n    auto_scale: { enabled: true, cooldown_period: 10m, scale_up_factor: 2, scale_down_factor: 0.25 }",
  );
  const { object, codes, paths } = await planned(`${text}`);
  const { spec } = await object("auth-enrichment/flink-deployment.yaml");
  expect(spec.flinkConfiguration).toMatchObject({
    "job.autoscaler.enabled": "true",
    "jobmanager.scheduler": "adaptive",
    "job.autoscaler.vertex.min-parallelism": "2",
    "job.autoscaler.vertex.max-parallelism": "6",
    "job.autoscaler.utilization.target": "0.8",
    "job.autoscaler.utilization.max": "1.0",
    "job.autoscaler.stabilization.interval": "10 min",
    "job.autoscaler.scale-up.max-factor": "1.0",
    "job.autoscaler.scale-down.max-factor": "0.75",
  });
  expect(codes).toContain("W946");
  expect(paths.filter((path) => /scal/u.test(path))).toEqual([]);
});

test("the bounds of the process win, and its limits cap them", async () => {
  const text = scaled("{ type: cpu, target_utilization: 50 }").replace(
    "parallelism: 4",
    "parallelism: { initial: 4, min: 3, max: 9 }\n    max_parallelism: 720\n    limits: { max_parallelism: 9 }",
  );
  const { spec } = await (await planned(text)).object("auth-enrichment/flink-deployment.yaml");
  expect(spec.flinkConfiguration).toMatchObject({
    "job.autoscaler.vertex.min-parallelism": "3",
    "job.autoscaler.vertex.max-parallelism": "9",
  });
  expect(spec.flinkConfiguration).not.toHaveProperty(["job.autoscaler.utilization.max"]);
});

test("plain manifests scale on CPU and memory by an HPA in reactive mode", async () => {
  const text = scaled(
    "{ type: cpu, target_utilization: 70 }, { type: memory, target_utilization: 60 }",
  );
  const { object, codes } = await planned(text, { flavor: "plain" });
  const { spec } = await object("auth-enrichment/horizontal-pod-autoscaler.yaml");
  expect(spec).toEqual({
    scaleTargetRef: {
      apiVersion: "apps/v1",
      kind: "Deployment",
      name: "auth-enrichment-taskmanager",
    },
    minReplicas: 2,
    maxReplicas: 6,
    metrics: [
      {
        type: "Resource",
        resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 70 } },
      },
      {
        type: "Resource",
        resource: { name: "memory", target: { type: "Utilization", averageUtilization: 60 } },
      },
    ],
  });
  expect((await object("auth-enrichment/task-manager-deployment.yaml")).spec).not.toHaveProperty(
    "replicas",
  );
  expect((await object("auth-enrichment/config-map.yaml")).data["flink-conf.yaml"]).toMatch(
    /^scheduler-mode: reactive$/imu,
  );
  expect(codes).toContain("W950");
});

test("Kafka lag and CPU are two triggers of one ScaledObject", async () => {
  const { object, paths } = await planned(fullFile, { flavor: "plain" });
  expect(paths).not.toContain("auth-enrichment/horizontal-pod-autoscaler.yaml");
  const { spec } = await object("auth-enrichment/scaled-object.yaml");
  expect(spec).toEqual({
    scaleTargetRef: { name: "auth-enrichment-taskmanager" },
    minReplicaCount: 1,
    maxReplicaCount: 10,
    triggers: [
      {
        type: "kafka",
        metadata: {
          bootstrapServers: "kafka:9092",
          consumerGroup: "auth_enrichment",
          topic: "auth.events",
          lagThreshold: "10000",
          sasl: "scram_sha512",
          tls: "enable",
        },
        authenticationRef: { name: "auth-enrichment-auth-events-kafka" },
      },
      { type: "cpu", metricType: "Utilization", metadata: { value: "70" } },
    ],
  });
  expect(
    (await object("auth-enrichment/trigger-authentication-auth-events.yaml")).spec.secretTargetRef,
  ).toEqual([
    { parameter: "username", name: "kafka-credentials", key: "username" },
    { parameter: "password", name: "kafka-credentials", key: "password" },
  ]);
});

test("cooldown and factors shape the HPA", async () => {
  const text = scaled("{ type: cpu, target_utilization: 70 }").replace(
    "parallelism: 4",
    "parallelism: 4\n    auto_scale: { cooldown_period: 5m, scale_up_factor: 1.5, scale_down_factor: 0.5 }",
  );
  const { spec } = await (
    await planned(text, { flavor: "plain" })
  ).object("auth-enrichment/horizontal-pod-autoscaler.yaml");
  expect(spec.behavior).toEqual({
    scaleUp: { policies: [{ type: "Percent", value: 50, periodSeconds: 60 }] },
    scaleDown: {
      stabilizationWindowSeconds: 300,
      policies: [{ type: "Percent", value: 50, periodSeconds: 60 }],
    },
  });
});

test.each([
  { asked: 40, most: 3, said: ["max_parallelism 12 / 4 slots = 3"] },
  { asked: 2, most: 2, said: [] },
])(
  "no more task managers than max_parallelism keeps busy: $asked",
  async ({ asked, most, said }) => {
    const text = small(
      `  task_manager: { resources: { memory: 8gb } }\n  scaling: { max_replicas: ${asked}, metrics: [{ type: cpu, target_utilization: 70 }] }`,
    ).replace("parallelism: 4", "parallelism: 4\n    max_parallelism: 12");
    const { object, diagnostics } = await planned(text, { flavor: "plain" });
    const { spec } = await object("auth-enrichment/horizontal-pod-autoscaler.yaml");
    expect([spec.minReplicas, spec.maxReplicas]).toEqual([1, most]);
    const sums = diagnostics
      .filter(({ code }) => code === "W958")
      .map(({ message }) => /: (.*);/u.exec(message)?.[1]);
    expect(sums).toEqual(said);
  },
);

test("a process can opt out", async () => {
  const text = scaled("{ type: cpu, target_utilization: 70 }").replace(
    "parallelism: 4",
    "parallelism: 4\n    auto_scale: { enabled: false }",
  );
  const { object } = await planned(text);
  const { spec } = await object("auth-enrichment/flink-deployment.yaml");
  expect(spec.flinkConfiguration).not.toHaveProperty(["job.autoscaler.enabled"]);
});
