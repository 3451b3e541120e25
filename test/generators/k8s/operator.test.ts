import { expect, test } from "vitest";
import { fullFile } from "./full-file.js";
import { planned, small } from "./planned.js";

const flinkDeployment = "auth-enrichment/flink-deployment.yaml";

test("a small file becomes one application cluster with what it needs", async () => {
  const { paths, object } = await planned(small());
  expect(paths).toEqual([
    "README.md",
    flinkDeployment,
    "kustomization.yaml",
    "namespace.yaml",
    "role-binding.yaml",
    "role.yaml",
    "service-account.yaml",
  ]);
  expect(await object(flinkDeployment)).toEqual({
    apiVersion: "flink.apache.org/v1beta1",
    kind: "FlinkDeployment",
    metadata: {
      name: "auth-enrichment",
      namespace: "cards",
      labels: {
        "app.kubernetes.io/name": "flink",
        "app.kubernetes.io/instance": "auth-enrichment-test",
        "app.kubernetes.io/managed-by": "nexgen",
      },
    },
    spec: {
      image: "example.com/cards:1.20.4-a1",
      flinkVersion: "v1_20",
      mode: "native",
      serviceAccount: "test-flink",
      job: {
        jarURI: "local:///opt/flink/usrlib/auth-enrichment.jar",
        parallelism: 4,
        state: "running",
        upgradeMode: "savepoint",
      },
      jobManager: { resource: { cpu: 1, memory: "1600Mi" } },
      taskManager: { resource: { cpu: 1, memory: "2Gi" } },
      podTemplate: {
        metadata: {
          labels: {
            "app.kubernetes.io/name": "flink",
            "app.kubernetes.io/instance": "auth-enrichment-test",
            "app.kubernetes.io/managed-by": "nexgen",
          },
        },
      },
      flinkConfiguration: expect.objectContaining({
        "execution.checkpointing.dir": "s3://flink-state/jobs",
        "execution.checkpointing.savepoint-dir": "s3://flink-state/jobs/savepoints/auth_enrichment",
        "taskmanager.numberOfTaskSlots": "1",
      }),
    },
  });
});

test("every value of flinkConfiguration is a string, and the object's own fields are not repeated", async () => {
  const { spec } = await (await planned(fullFile)).object(flinkDeployment);
  for (const value of Object.values(spec.flinkConfiguration)) expect(typeof value).toBe("string");
  for (const key of [
    "jobmanager.memory.process.size",
    "taskmanager.memory.process.size",
    "parallelism.default",
    "kubernetes.cluster-id",
  ]) {
    expect(spec.flinkConfiguration).not.toHaveProperty([key]);
  }
});

test("the pods hold the template, the secrets as files and the variables as environment", async () => {
  const { spec } = await (await planned(fullFile)).object(flinkDeployment);
  const pod = spec.podTemplate.spec;
  const [main] = pod.containers;
  expect(main.env).toEqual([
    { name: "ROOT_LOG_LEVEL", value: "DEBUG" },
    { name: "API_TOKEN", valueFrom: { secretKeyRef: { name: "test-runtime", key: "API_TOKEN" } } },
    {
      name: "TRUSTSTORE_PASSWORD",
      valueFrom: { secretKeyRef: { name: "test-runtime", key: "TRUSTSTORE_PASSWORD" } },
    },
  ]);
  expect(main.ports).toEqual([{ name: "metrics", containerPort: 9250 }]);
  expect(main.volumeMounts.map(({ mountPath }: { mountPath: string }) => mountPath)).toEqual([
    "/mnt/secrets/database",
    "/mnt/secrets/kafka_credentials",
    "/mnt/secrets/local_token",
    "/mnt/secrets/mongo_connection",
    "/mnt/secrets/redis_password",
    "/extra",
  ]);
  expect(pod.volumes).toContainEqual({
    name: "secret-kafka-credentials",
    secret: {
      secretName: "kafka-credentials",
      items: [
        { key: "password", path: "password" },
        { key: "username", path: "username" },
      ],
    },
  });
  expect(pod.volumes).toContainEqual({
    name: "secret-local-token",
    secret: { secretName: "local-credentials" },
  });
  expect(pod.nodeSelector).toEqual({ workload: "streaming" });
  expect(spec.podTemplate.metadata.annotations).toEqual({ team: "cards" });
});

test("each local directory of RocksDB is an emptyDir of the task managers", async () => {
  const { spec } = await (await planned(fullFile)).object(flinkDeployment);
  expect(spec.taskManager.podTemplate.spec).toEqual({
    volumes: [
      { name: "rocksdb-0", emptyDir: {} },
      { name: "rocksdb-1", emptyDir: {} },
    ],
    containers: [
      {
        name: "flink-main-container",
        volumeMounts: [
          { name: "rocksdb-0", mountPath: "/data/a" },
          { name: "rocksdb-1", mountPath: "/data/b" },
        ],
      },
    ],
  });
  expect(spec.flinkConfiguration["kubernetes.operator.pod-template.merge-arrays-by-name"]).toBe(
    "true",
  );
});

test("a directory that the pod template mounts gets no volume", async () => {
  const mounted = fullFile.replace("mount_path: /extra", "mount_path: /data");
  const { object, codes } = await planned(mounted);
  expect((await object(flinkDeployment)).spec.taskManager).not.toHaveProperty("podTemplate");
  expect(codes).not.toContain("N942");
});

test("savepoints, rollback and restore become the operator's settings", async () => {
  const { spec } = await (await planned(fullFile)).object(flinkDeployment);
  expect(spec.job).toMatchObject({
    upgradeMode: "savepoint",
    initialSavepointPath: "s3://flink-state/savepoints/s1",
  });
  expect(spec.flinkConfiguration).toMatchObject({
    "execution.checkpointing.savepoint-dir": "s3://flink-state/savepoints",
    "kubernetes.operator.job.savepoint-on-deletion": "true",
    "kubernetes.operator.periodic.savepoint.interval": "6 h",
    "kubernetes.operator.savepoint.history.max.count": "5",
    "kubernetes.operator.savepoint.history.max.age": "36 h",
    "kubernetes.operator.deployment.rollback.enabled": "true",
    "kubernetes.operator.deployment.readiness.timeout": "5 min",
  });
});

async function upgradeMode(text: string): Promise<unknown> {
  return (await (await planned(text)).object(flinkDeployment)).spec.job.upgradeMode;
}

test("the upgrade mode follows what can keep the state", async () => {
  expect(await upgradeMode(small("  ha: { enabled: true }"))).toBe("last-state");
  expect(await upgradeMode(small())).toBe("savepoint");
  expect(await upgradeMode(small().replace(/checkpoints:[\s\S]*?(?=resources:)/u, ""))).toBe(
    "stateless",
  );
});

test("high availability, ingress and standby job managers", async () => {
  const { spec } = await (await planned(fullFile)).object(flinkDeployment);
  expect(spec.jobManager.replicas).toBe(2);
  expect(spec.flinkConfiguration).toMatchObject({
    "high-availability.type": "kubernetes",
    "high-availability.storageDir": "s3://flink-state/jobs/ha/auth_enrichment",
  });
  expect(spec.ingress).toEqual({
    template: "flink.example.com/",
    className: "nginx",
    tls: [{ hosts: ["flink.example.com"], secretName: "flink-tls" }],
  });
});

test("processes that share an ingress host get a host below it each", async () => {
  const two = small("  ingress: { enabled: true, host: flink.example.com }").replace(
    "  auth_enrichment:\n",
    "  settlement: {}\n  auth_enrichment:\n",
  );
  const { object, codes } = await planned(two);
  expect((await object("settlement/flink-deployment.yaml")).spec.ingress).toEqual({
    template: "settlement.flink.example.com/",
  });
  expect(codes).toContain("N943");
});

test("placement: node labels and topology", async () => {
  const text = small().replace(
    "task_memory: 2gb",
    "task_memory: 2gb\n    constraints: { node_labels: { disk: ssd }, topology: { spread_constraint: zone } }",
  );
  const { spec } = await (await planned(text)).object(flinkDeployment);
  expect(spec.podTemplate.spec.nodeSelector).toEqual({ disk: "ssd" });
  expect(spec.taskManager.podTemplate.spec.topologySpreadConstraints).toEqual([
    {
      maxSkew: 1,
      topologyKey: "topology.kubernetes.io/zone",
      whenUnsatisfiable: "ScheduleAnyway",
      labelSelector: {
        matchLabels: {
          "app.kubernetes.io/name": "flink",
          "app.kubernetes.io/instance": "auth-enrichment-test",
          component: "taskmanager",
        },
      },
    },
  ]);
});

test("the official image is told which plugins to load", async () => {
  const text = small().replace(
    / {2}image: .*\n/u,
    '  image: { repository: flink, tag: "1.20.4-java17" }\n',
  );
  const { spec } = await (await planned(text)).object(flinkDeployment);
  expect(spec.podTemplate.spec.containers[0].env).toEqual([
    { name: "ENABLE_BUILT_IN_PLUGINS", value: "flink-s3-fs-hadoop-1.20.4.jar" },
  ]);
});

test("without an image the official one of the line is taken, and its tag moves", async () => {
  const { object, codes } = await planned(small().replace(/ {2}image: .*\n/u, ""), {
    flinkVersion: "2.2",
  });
  const { spec } = await object(flinkDeployment);
  expect(spec).toMatchObject({ image: "flink:2.2", flinkVersion: "v2_2" });
  expect(codes).toEqual(expect.arrayContaining(["W941", "W942", "W953"]));
});

test("jar, class, arguments and further jars", async () => {
  const text = small(
    "  application: { main_class: com.example.Job, args: [--env, 3], artifacts: ['s3://jars/job.jar', 's3://jars/udf.jar'] }",
  );
  const { spec } = await (await planned(text)).object(flinkDeployment);
  expect(spec.job).toMatchObject({
    jarURI: "s3://jars/job.jar",
    entryClass: "com.example.Job",
    args: ["--env", "3"],
  });
  expect(spec.flinkConfiguration["user.artifacts.artifact-list"]).toBe("s3://jars/udf.jar");
});

test("static S3 keys reach the client by the variables that it reads", async () => {
  const text = small().replace(
    "prefix: jobs/",
    "prefix: jobs/\n    auth: { type: static, access_key: '${S3_ID}', secret_key: '${S3_KEY}' }",
  );
  const { object, texts } = await planned(text);
  const { spec } = await object(flinkDeployment);
  expect(spec.podTemplate.spec.containers[0].env).toEqual([
    {
      name: "AWS_ACCESS_KEY_ID",
      valueFrom: { secretKeyRef: { name: "test-runtime", key: "S3_ID" } },
    },
    {
      name: "AWS_SECRET_ACCESS_KEY",
      valueFrom: { secretKeyRef: { name: "test-runtime", key: "S3_KEY" } },
    },
  ]);
  expect((await texts()).get("README.md")).toContain("--from-file=S3_KEY=./S3_KEY");
});

test("blue-green runs both versions and deletes the old one later", async () => {
  const text = small("  strategy: { type: blue_green, blue_green: { keep_old_version: 1h } }");
  const { object, paths } = await planned(text);
  expect(paths).not.toContain(flinkDeployment);
  const { kind, spec } = await object("auth-enrichment/flink-blue-green-deployment.yaml");
  expect(kind).toBe("FlinkBlueGreenDeployment");
  expect(spec.configuration).toEqual({
    "kubernetes.operator.bluegreen.deployment-deletion.delay": "1 h",
  });
  const single = await (await planned(small())).object(flinkDeployment);
  expect(spec.template.spec).toEqual(single.spec);
});

test("session mode: a cluster without a job, and jobs that name it", async () => {
  const text = small(
    "  mode: session\n  application: { artifacts: ['https://example.com/job.jar'] }",
  );
  const { object } = await planned(text);
  const cluster = await object("flink-session-cluster.yaml");
  expect(cluster.metadata.name).toBe("test-session");
  expect(cluster.spec).not.toHaveProperty("job");
  expect(cluster.spec.flinkConfiguration).toEqual({ "taskmanager.numberOfTaskSlots": "1" });
  const job = await object("auth-enrichment/flink-session-job.yaml");
  expect(job.spec).toMatchObject({
    deploymentName: "test-session",
    job: { jarURI: "https://example.com/job.jar", parallelism: 4 },
    flinkConfiguration: { "execution.checkpointing.dir": "s3://flink-state/jobs" },
  });
});

test("rights are those of the job role, bound in the namespace", async () => {
  const { object } = await planned(small("  service_account: runner"));
  const verbs = ["get", "list", "watch", "create", "update", "patch", "delete"];
  expect((await object("role.yaml")).rules).toEqual([
    { apiGroups: [""], resources: ["pods", "configmaps"], verbs },
    { apiGroups: ["apps"], resources: ["deployments", "deployments/finalizers"], verbs },
  ]);
  expect((await object("role-binding.yaml")).subjects).toEqual([
    { kind: "ServiceAccount", name: "runner", namespace: "cards" },
  ]);
});

test("kustomization lists every object once and rewrites nothing", async () => {
  const { object, paths } = await planned(fullFile);
  const { resources, ...rest } = await object("kustomization.yaml");
  expect(resources.toSorted()).toEqual(
    paths.filter((path) => path.endsWith(".yaml") && path !== "kustomization.yaml"),
  );
  expect(rest).toEqual({ apiVersion: "kustomize.config.k8s.io/v1beta1", kind: "Kustomization" });
});

test("a PodMonitor selects the pods, unless they are scraped by annotation", async () => {
  const { object } = await planned(fullFile);
  expect((await object("auth-enrichment/pod-monitor.yaml")).spec).toEqual({
    selector: {
      matchLabels: {
        "app.kubernetes.io/name": "flink",
        "app.kubernetes.io/instance": "auth-enrichment-test",
      },
    },
    podMetricsEndpoints: [{ port: "metrics", path: "/metrics" }],
  });
  const annotated = fullFile.replace(
    "annotations: { team: cards }",
    'annotations: { prometheus.io/scrape: "true" }',
  );
  expect((await planned(annotated)).paths).not.toContain("auth-enrichment/pod-monitor.yaml");
});

test("the quota bounds the namespace", async () => {
  const { object } = await planned(fullFile);
  expect((await object("resource-quota.yaml")).spec.hard).toEqual({
    "limits.cpu": "100",
    "limits.memory": "400Gi",
    "requests.cpu": "100",
    "requests.memory": "400Gi",
  });
});
