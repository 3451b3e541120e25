// Decisions 30 to 49 of the vocabulary, on resources and deployment.
import { expect, test } from "vitest";
import { sections } from "../../src/language/table.js";
import { decided, generated } from "./decided.js";

const kubernetes = "deployment: { type: kubernetes";

test("decision 30: parallelism is a number or a map", async () => {
  const { errors, model } = await decided(
    "resources: { a: { parallelism: 4 }, b: { parallelism: { initial: 4, min: 2, max: 8 } } }\n",
  );
  expect(errors).toEqual([]);
  expect(model.processes.map(({ parallelism }) => parallelism.initial)).toEqual([4, 4]);
});

test("decision 31: a process wins over its group, and the group over the defaults", async () => {
  const { model } = await decided(`
resources:
  _defaults: { task_cpu: 1, task_memory: 1gb, parallelism: 1 }
  _groups: { g: { task_cpu: 2, task_memory: 2gb } }
  p: { _group: g, task_cpu: 3 }
`);
  expect(model.processes[0]).toMatchObject({
    taskCpu: 3,
    taskMemoryBytes: 2 * 1024 ** 3,
    parallelism: { initial: 1 },
  });
});

test("decision 32: shares of task_memory above 100% are refused", async () => {
  const { errors } = await decided("resources: { p: { memory: { heap: 60%, managed: 50% } } }\n");
  expect(errors).toEqual(["E703"]);
});

test("decision 34: without max_parallelism, the ceiling of an auto-scaled process is its max", async () => {
  const { model } = await decided(
    "resources: { p: { parallelism: { initial: 2, min: 1, max: 8 } } }\n",
  );
  expect(model.processes[0]?.parallelism.max).toBe(8);
});

const text35 = (memory: string): string => `
resources: { p: {}, _job_manager: { memory: 2gb } }
${kubernetes}, job_manager: { resources: { memory: ${memory} } } }
`;

test("decision 35: one fact in two blocks must have one value", async () => {
  expect((await decided(text35("2gb"))).errors).toEqual([]);
  expect((await decided(text35("3gb"))).errors).toEqual(["E750"]);
});

test("decision 36: kafka_lag with target_value is a signal of scaling", async () => {
  const text = `${kubernetes}, scaling: { type: horizontal, min_replicas: 1, max_replicas: 4, metrics: [{ type: kafka_lag, target_value: 1000 }] } }\n`;
  expect((await decided(text)).errors).toEqual([]);
});

test("decision 37: a service beside services is one of them", async () => {
  const text =
    "deployment: { type: docker_compose, compose: { services: { a: { image: a } }, kafka: { image: k } } }\n";
  expect((await decided(text)).errors).toEqual([]);
});

test("decision 40: the flat pod template is the nested one", async () => {
  const { errors, model } = await decided(
    `${kubernetes}, pod_template: { annotations: { a: b }, node_selector: { disk: ssd } } }\n`,
  );
  expect(errors).toEqual([]);
  expect(JSON.stringify(model.deployment)).toContain("node_selector");
});

test("decision 41: job_manager and application have the shape of the target", async () => {
  const texts = [
    `${kubernetes}, job_manager: { replicas: 2 }, application: { artifacts: ["local:///a.jar"] } }\n`,
    "deployment: { type: yarn, application: { name: a, tags: [b] } }\n",
    'deployment: { type: standalone, job_manager: "jm:8081" }\n',
  ];
  for (const text of texts) expect((await decided(text)).errors).toEqual([]);
  const wrong = "deployment: { type: yarn, application: { artifacts: [a] } }\n";
  expect((await decided(wrong)).errors).toEqual(["E704"]);
});

test("decision 42: the short form of a job manager names host and web port", async () => {
  const { model } = await decided('deployment: { type: standalone, job_manager: "jm:8090" }\n');
  expect(model.deployment).toMatchObject({
    cluster: { jobManager: { host: "jm", webPort: 8090, port: null } },
  });
});

test("decision 43: rolling_interval is a number of seconds or a duration", async () => {
  for (const interval of ["3600", "1h"]) {
    const { model } = await decided(
      `deployment: { type: yarn, yarn_settings: { log_aggregation: { rolling_interval: ${interval} } } }\n`,
    );
    expect(model.deployment).toMatchObject({
      yarnSettings: { logAggregation: { rollingIntervalMs: 3_600_000 } },
    });
  }
});

const text44 = (target: string): string =>
  `resources: { p: {} }\ndeployment: { type: ${target}, ha: { enabled: true, zookeeper: { quorum: "z:2181" }, storage_dir: "hdfs://n/ha" } }\n`;

const kindFor = async (target: string): Promise<string | undefined> => {
  const files = await generated(text44(target), "flink-conf");
  return /^high-availability(?:\.type)?: (\S+)$/mu.exec([...files.values()].join("\n"))?.[1];
};

test("decision 44: high availability without a type is that of the target", async () => {
  expect(await kindFor("kubernetes")).toBe("kubernetes");
  expect(await kindFor("yarn")).toBe("zookeeper");
});

test("decision 45: Docker Compose and the modes of YARN are part of the language", async () => {
  for (const mode of ["session", "per_job", "application"]) {
    const session = mode === "session" ? ", session: { name: s }" : "";
    expect((await decided(`deployment: { type: yarn, mode: ${mode}${session} }\n`)).errors).toEqual(
      [],
    );
  }
  expect((await decided("deployment: { type: docker_compose, compose: {} }\n")).errors).toEqual([]);
});

test("decision 46: the threshold of a hook is records of lag or a share", async () => {
  for (const hook of [
    "{ action: verify_mirror_lag, threshold: 1000 }",
    "{ action: verify_processing_rate, threshold: 0.9 }",
  ]) {
    const text = `${kubernetes}, strategy: { type: rolling_update, hooks: { post_upgrade: [${hook}] } } }\n`;
    expect((await decided(text)).errors).toEqual([]);
  }
});

test("decision 47: the monthly cost is in US dollars", () => {
  expect(JSON.stringify(sections["resources"])).toContain("US dollars");
});

const text48 = (quota: number): string =>
  `resources: { a: { parallelism: 3 }, b: { parallelism: 4 }, _quotas: { team: { max_total_parallelism: ${quota} } } }\n`;

test("decision 48: a quota bounds the sum over all processes of the file", async () => {
  expect((await decided(text48(7))).errors).toEqual([]);
  expect((await decided(text48(6))).errors).toEqual(["E754"]);
});

test("decision 49: a canary may have a way back of its own beside the general one", async () => {
  const text = `${kubernetes}, strategy: { type: canary, canary: { steps: [{ weight: 10, duration: 5m }, { weight: 100 }], rollback: { enabled: true } }, rollback: { auto_rollback: true, triggers: ["error_rate > 0.1"] } } }\n`;
  expect((await decided(text)).errors).toEqual([]);
});
