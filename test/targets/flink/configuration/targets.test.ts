// What differs by who reads the configuration.
import { expect, test } from "vitest";
import type { FlinkTarget } from "../../../../src/targets/flink/configuration/configuration.js";
import { configurationOf, type ConfigurationOptions } from "./configuration-of.js";

interface Case extends ConfigurationOptions {
  readonly name: string;
  readonly given: string;
  readonly target: FlinkTarget;
  readonly want: Readonly<Record<string, string | undefined>>;
}

const kubernetes = (body: string): string =>
  `checkpoints:\n  c: {type: s3, bucket: b, interval: 60s}\nresources:\n  fraud_check: {task_memory: 4gb, task_cpu: 2}\ndeployment: {type: kubernetes, namespace: cards, ${body}}\n`;
const yarn = (body: string): string =>
  `resources:\n  fraud_check: {task_memory: 4gb, task_cpu: 2}\n  _task_managers: {slots_per_manager: 2}\ndeployment: {type: yarn, ${body}}\n`;

const cases: readonly Case[] = [
  {
    name: "the operator names clusters and opens Java itself",
    given: kubernetes("ha: {enabled: true}, service: {type: NodePort}"),
    target: "operator",
    want: {
      "high-availability.type": "kubernetes",
      "high-availability.storageDir": "s3://b/checkpoints/ha/fraud_check",
      "high-availability.cluster-id": undefined,
      "kubernetes.cluster-id": undefined,
      "kubernetes.namespace": undefined,
      "env.java.opts.all": undefined,
      "jobmanager.rpc.address": undefined,
      "kubernetes.rest-service.exposed.type": "NodePort",
    },
  },
  {
    name: "the client of native Kubernetes is told everything",
    given: kubernetes(
      "mode: native, service_account: runner, image: {repository: r/flink, tag: 1.20.1-a, pull_secrets: [one, two]}, native: {quotas: {cpu: 40, memory: 160gb}}",
    ),
    target: "native",
    want: {
      "execution.target": "kubernetes-application",
      "kubernetes.cluster-id": "fraud-check",
      "kubernetes.namespace": "cards",
      "kubernetes.service-account": "runner",
      "kubernetes.container.image.ref": "r/flink:1.20.1-a",
      "kubernetes.container.image.pull-secrets": "one;two",
      "kubernetes.taskmanager.cpu.amount": "2",
      "slotmanager.max-total-resource.cpu": "40",
      "slotmanager.max-total-resource.memory": "163840m",
      "jobmanager.rpc.address": undefined,
    },
  },
  {
    name: "plain pods have fixed ports and open addresses",
    given: kubernetes("ha: {enabled: true}"),
    target: "standalone-kubernetes",
    want: {
      "jobmanager.rpc.address": "fraud-check-jobmanager",
      "jobmanager.bind-host": "0.0.0.0",
      "taskmanager.host": undefined,
      "taskmanager.data.port": "6121",
      "blob.server.port": "6124",
      "high-availability.jobmanager.port": "6123",
      "kubernetes.cluster-id": "fraud-check",
      // Else every job of an application cluster has the same id, and the same checkpoint folder.
      "high-availability.cluster-id": "/test/fraud_check",
      "kubernetes.namespace": "cards",
      "kubernetes.taskmanager.cpu.amount": undefined,
    },
  },
  {
    name: "a reactive cluster is not told its parallelism",
    given: kubernetes("mode: application"),
    target: "standalone-kubernetes",
    reactive: true,
    want: { "scheduler-mode": "REACTIVE", "parallelism.default": undefined },
  },
  {
    name: "YARN takes cores, names and bounds in slots",
    given: yarn(
      "queue: q, application: {tags: [a, b]}, yarn_settings: {provided_lib_dirs: ['hdfs:///l']}, resource: {dynamic: {enabled: true, min_containers: 1, max_containers: 4, idle_timeout: 60s}}",
    ),
    target: "yarn",
    want: {
      "execution.target": "yarn-application",
      "yarn.application.name": "fraud_check",
      "yarn.application.queue": "q",
      "yarn.tags": "a,b",
      "yarn.containers.vcores": "4",
      "yarn.provided.lib.dirs": "hdfs:///l",
      "slotmanager.number-of-slots.max": "8",
      "slotmanager.number-of-slots.min": "2",
      "resourcemanager.taskmanager-timeout": "60000",
      "jobmanager.rpc.address": undefined,
    },
  },
  {
    name: "clusters of two regions share no folder",
    given: `${kubernetes("ha: {enabled: true}")}regions: {east: {name: us-east-1, role: active}, west: {name: us-west-2, role: active}}\n`,
    target: "standalone-kubernetes",
    region: "us-west-2",
    want: {
      "high-availability.storageDir": "s3://b/checkpoints/ha/us-west-2/fraud_check",
      "high-availability.cluster-id": "/test/us-west-2/fraud_check",
    },
  },
  {
    name: "YARN names the cluster of an application after it",
    given: yarn(
      "ha: {enabled: true, type: zookeeper, storage_dir: 'hdfs://n/ha', zookeeper: {quorum: 'z1:2181'}}",
    ),
    target: "yarn",
    want: { "high-availability.type": "zookeeper", "high-availability.cluster-id": undefined },
  },
  {
    name: "hosts share ports between processes",
    given:
      "resources:\n  fraud_check: {task_memory: 4gb}\nmonitoring: {metrics: {type: prometheus, port: 9300}}\ndeployment: {type: standalone, ha: {enabled: true, type: zookeeper, storage_dir: 'hdfs://n/ha', zookeeper: {quorum: 'z1:2181,z2:2181', root_path: /f}}, cluster: {job_manager: {host: h, port: 7000, web_port: 8090}, task_managers: [{host: a, port: 6122, slots: 2}]}}\n",
    target: "standalone",
    want: {
      "jobmanager.rpc.address": "h",
      "jobmanager.rpc.port": "7000",
      "rest.port": "8090",
      "taskmanager.rpc.port": "6122",
      "taskmanager.numberOfTaskSlots": "2",
      "metrics.reporter.prom.port": "9300-9310",
      "high-availability.cluster-id": "/test/fraud_check",
      "high-availability.zookeeper.quorum": "z1:2181,z2:2181",
      "high-availability.zookeeper.path.root": "/f",
      "jobmanager.bind-host": undefined,
    },
  },
];

test.each(cases)("$name", async ({ given, want, ...options }) => {
  const { values, diagnostics } = await configurationOf(given, {
    process: "fraud_check",
    ...options,
  });
  const found = Object.fromEntries(Object.keys(want).map((key) => [key, values[key]]));
  expect(found).toEqual(want);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
});

test("YARN takes whole cores, rounded up", async () => {
  const { values } = await configurationOf(
    "resources:\n  p: {task_memory: 4gb, task_cpu: 1.5}\ndeployment: {type: yarn}\n",
    { target: "yarn" },
  );
  expect(values["yarn.containers.vcores"]).toBe("2");
});

test("Kafka over Kerberos uses the login of the deployment", async () => {
  const { values } = await configurationOf(
    `streams:
  s: {type: kafka, topic: t, brokers: 'k:9092', properties: {sasl.mechanism: GSSAPI}}
${yarn("kerberos: {enabled: true, principal: flink@X, keytab: /k, renew_interval: 1h}")}`,
    { target: "yarn", process: "fraud_check" },
  );
  expect(values["security.kerberos.login.contexts"]).toBe("Client,KafkaClient");
});

test("comments name the property of what is not obvious", async () => {
  const { entries } = await configurationOf(
    "resources:\n  p: {task_memory: 4gb}\n  _task_managers: {slots_per_manager: 4}\n",
  );
  const comment = entries.find(({ key }) => key === "taskmanager.memory.process.size")?.comment;
  expect(comment).toBe("resources.p: 4 slots of task_memory 4096 MB");
});
