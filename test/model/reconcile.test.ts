// Facts that two blocks can state: one value is taken from either, two values are an error.
import { expect, test } from "vitest";
import { analyseText, codesOf, head, lineOf, modelIn } from "../resolve/project.js";

interface Fact {
  readonly name: string;
  /** The text with `A` and `B` where the two values go. */
  readonly text: string;
  readonly equal: readonly [string, string];
  readonly different: readonly [string, string];
  readonly property: string;
  readonly other: string;
}

const regions =
  "regions: { a: { name: us-east-1, role: active }, b: { name: eu-west-1, role: standby, failover: { FAILOVER } } }\n";
const plan = "failover: { f: { primary: us-east-1, secondary: eu-west-1, PLAN } }\n";

const facts: readonly Fact[] = [
  {
    name: "number of task managers",
    text: "deployment: { type: kubernetes, task_manager: { replicas: A } }\nresources: { _task_managers: { count: B } }",
    equal: ["2", "2"],
    different: ["2", "3"],
    property: "deployment.task_manager.replicas",
    other: "resources._task_managers.count",
  },
  {
    name: "memory of a task manager",
    text: "deployment: { type: yarn, container: { memory: A } }\nresources: { _task_managers: { memory: B } }",
    equal: ["2gb", "2048mb"],
    different: ["2gb", "3gb"],
    property: "deployment.container.memory",
    other: "resources._task_managers.memory.total",
  },
  {
    name: "cores of the job manager",
    text: "deployment: { type: kubernetes, job_manager: { resources: { cpu: A } } }\nresources: { _job_manager: { cpu: B } }",
    equal: ["1", "1"],
    different: ["1", "2"],
    property: "deployment.job_manager.resources.cpu",
    other: "resources._job_manager.cpu",
  },
  {
    name: "REST port",
    text: "deployment: { type: standalone, job_manager: 'h:A' }\nresources: { _job_manager: { web: { port: B } } }",
    equal: ["8081", "8081"],
    different: ["8081", "8082"],
    property: "deployment.cluster.job_manager.web_port",
    other: "resources._job_manager.web.port",
  },
  {
    name: "service of high availability",
    text: "deployment: { type: kubernetes, ha: { type: A, zookeeper: { quorum: 'z:1' } } }\nresources: { _job_manager: { ha: { type: B } } }",
    equal: ["kubernetes", "kubernetes"],
    different: ["kubernetes", "zookeeper"],
    property: "deployment.ha.type",
    other: "resources._job_manager.ha.type",
  },
  {
    name: "restore point",
    text: 'deployment: { type: kubernetes, savepoint: { restore: { path: "s3://b/A" } } }\ncheckpoints: { c: { type: s3, bucket: b, recovery: { from_savepoint: { path: "s3://b/B" } } } }',
    equal: ["x", "x"],
    different: ["x", "y"],
    property: "deployment.savepoint.restore.path",
    other: "checkpoints.c.recovery.from_savepoint.path",
  },
  {
    name: "probe period",
    text:
      regions.replace("FAILOVER", "health_check_interval: B") +
      plan.replace("PLAN", "detection: { health_check_interval: A }"),
    equal: ["60s", "1m"],
    different: ["60s", "30s"],
    property: "failover.f.detection.health_check_interval",
    other: "regions.b.failover.health_check_interval",
  },
  {
    name: "promotion",
    text:
      regions.replace("FAILOVER", "auto_promote: B") +
      plan.replace("PLAN", "promotion: { auto_promote: A }"),
    equal: ["true", "true"],
    different: ["true", "false"],
    property: "failover.f.promotion.auto_promote",
    other: "regions.b.failover.auto_promote",
  },
  {
    name: "promotion of a standby",
    text:
      regions.replace("FAILOVER", "") +
      plan.replace("PLAN", "promotion: { auto_promote: A }") +
      "deployment: { type: kubernetes, multi_region: true, eu-west-1: { standby: { auto_promote: B } } }",
    equal: ["true", "true"],
    different: ["true", "false"],
    property: "failover.f.promotion.auto_promote",
    other: "deployment.standby.auto_promote",
  },
  {
    name: "data residency",
    text: "regions: { a: { name: eu-west-1, role: active, data_residency: A } }\ndeployment: { type: kubernetes, compliance: { data_residency: B } }",
    equal: ["EU", "EU"],
    different: ["EU", "US"],
    property: "regions.a.data_residency",
    other: "deployment.compliance.data_residency",
  },
  {
    name: "node label",
    text: "deployment: { type: kubernetes, pod_template: { node_selector: { disk: A } } }\nresources: { p: { constraints: { node_labels: { disk: B, other: x } } } }",
    equal: ["ssd", "ssd"],
    different: ["ssd", "hdd"],
    property: "resources.p.constraints.node_labels.disk",
    other: "deployment.pod_template.spec.node_selector.disk",
  },
  {
    name: "buffer debloating",
    text: "checkpoints: { default: { type: s3, bucket: b, checkpoint: { alignment: { buffer_debloat: A } } } }\nresources: { p: { backpressure: { buffer_debloat: { enabled: B } } } }",
    equal: ["true", "true"],
    different: ["true", "false"],
    property: "resources.p.backpressure.buffer_debloat.enabled",
    other: "checkpoints.default.checkpoint.alignment.buffer_debloat",
  },
  {
    name: "incremental checkpoints",
    text: "checkpoints: { default: { type: s3, bucket: b, checkpoint: { incremental: A } } }\nstate_backends: { default: { type: rocksdb, incremental: B } }\nresources: { p: {} }",
    equal: ["true", "true"],
    different: ["true", "false"],
    property: "state_backends.default.incremental",
    other: "checkpoints.default.checkpoint.incremental",
  },
];

function filled(text: string, [one, other]: readonly [string, string]): string {
  return `${head()}${text.replace(/\bA\b/u, one).replace(/\bB\b/u, other)}\n`;
}

test.each(facts)("$name: two values", async ({ text, different, property, other }) => {
  const { diagnostics } = await analyseText(filled(text, different));
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.map(({ code, message }) => `${code} ${message}`)).toEqual([
    `E750 "${property}" and "${other}" state the same fact with different values.`,
  ]);
  expect(errors[0]?.related).toHaveLength(1);
});

test.each(facts)("$name: one value twice", async ({ text, equal }) => {
  const { diagnostics } = await analyseText(filled(text, equal));
  expect(codesOf(diagnostics).filter((code) => code.startsWith("E"))).toEqual([]);
});

test("a label that only one block names, and two savepoint folders, are no errors", async () => {
  const outcome = await analyseText(`deployment:
  type: kubernetes
  pod_template: { node_selector: { zone: a } }
  savepoint: { directory: "s3://b/all" }
checkpoints: { default: { type: s3, bucket: b, savepoint: { directory: "s3://b/own" } } }
resources: { p: { constraints: { node_labels: { disk: ssd } } } }
`);
  expect(codesOf(outcome.diagnostics)).toEqual([]);
});

test("the cluster's facts come from either block and remember which", async () => {
  const outcome =
    await analyseText(`deployment: { type: kubernetes, task_manager: { resources: { memory: 4gb } } }
resources: { _task_managers: { slots_per_manager: 2, auto_size: { total_parallelism: 5 } } }
`);
  const { model, origins } = modelIn(outcome);
  expect(outcome.diagnostics.map(lineOf)).toEqual([]);
  expect(model.cluster).toMatchObject({
    taskManagerCount: 3,
    taskManagerMemoryBytes: 4 * 1024 ** 3,
    slotsPerTaskManager: 2,
    jobManagerCpu: null,
    highAvailability: null,
  });
  const places = ["taskManagerMemoryBytes", "slotsPerTaskManager"].map(
    (key) => origins.of(model.cluster, key)?.path,
  );
  expect(places).toEqual([
    "deployment.task_manager.resources.memory",
    "resources._task_managers.slots_per_manager",
  ]);
});
