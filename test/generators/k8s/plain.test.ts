import { expect, test } from "vitest";
import { fullFile } from "./full-file.js";
import { planned, small, type Manifest } from "./planned.js";

const folder = "auth-enrichment";

test("a small file becomes two Deployments, Services and a ConfigMap", async () => {
  const { paths } = await planned(small(), { flavor: "plain" });
  expect(paths).toEqual([
    "README.md",
    `${folder}/config-map.yaml`,
    `${folder}/job-manager-deployment.yaml`,
    `${folder}/job-manager-service.yaml`,
    `${folder}/network-policy.yaml`,
    `${folder}/pod-disruption-budget.yaml`,
    `${folder}/rest-service.yaml`,
    `${folder}/task-manager-deployment.yaml`,
    "kustomization.yaml",
    "namespace.yaml",
    "service-account.yaml",
  ]);
});

test("arguments reach the program as they are written, and no variable of the container", async () => {
  const { object } = await planned(
    small(
      "  application: { main_class: com.example.Job, args: ['$(REDIS_URI)', 'a$$$$b', 'US$$5', '$$$$(A)'] }",
    ),
    { flavor: "plain" },
  );
  const { spec } = await object(`${folder}/job-manager-deployment.yaml`);
  // In the file `$$` is one dollar sign; for the kubelet, too.
  expect(spec.template.spec.containers[0].args.slice(-4)).toEqual([
    "$$(REDIS_URI)",
    "a$$$b",
    "US$5",
    "$$$$(A)",
  ]);
});

test("the file's own flavor is used when the command names none", async () => {
  const { paths } = await planned(small("  kubernetes: { flavor: plain }"));
  expect(paths).toContain(`${folder}/job-manager-deployment.yaml`);
});

test("pods are as large as Flink's memory, and as many as the parallelism needs", async () => {
  const { object } = await planned(small("", "  _task_managers: { slots_per_manager: 3 }"), {
    flavor: "plain",
  });
  const { spec } = await object(`${folder}/task-manager-deployment.yaml`);
  expect(spec.replicas).toBe(2);
  const [main] = spec.template.spec.containers;
  expect(main.resources).toEqual({
    limits: { cpu: "3", memory: "6Gi" },
    requests: { cpu: "3", memory: "6Gi" },
  });
  const { data } = await object(`${folder}/config-map.yaml`);
  expect(data["flink-conf.yaml"]).toContain("taskmanager.memory.process.size: 6144m\n");
  expect(data["flink-conf.yaml"]).toContain("taskmanager.numberOfTaskSlots: 3\n");
});

test("selectors are labels of the pods", async () => {
  const { object } = await planned(small(), { flavor: "plain" });
  for (const component of ["job-manager", "task-manager"]) {
    const { spec } = await object(`${folder}/${component}-deployment.yaml`);
    expect(spec.template.metadata.labels).toMatchObject(spec.selector.matchLabels);
  }
});

async function mountedConfigMap(text: string, flinkVersion: string): Promise<Manifest> {
  const { object } = await planned(text, { flavor: "plain", flinkVersion });
  const map = await object(`${folder}/config-map.yaml`);
  const { spec } = await object(`${folder}/job-manager-deployment.yaml`);
  const [volume] = spec.template.spec.volumes;
  expect(volume.configMap.name).toBe(map.metadata.name);
  expect(volume.configMap.items.map(({ key }: { key: string }) => key)).toEqual(
    Object.keys(map.data),
  );
  return map;
}

test("the ConfigMap has the file of the line, and its name follows the content", async () => {
  const first = await mountedConfigMap(small(), "1.20");
  expect(Object.keys(first.data)).toEqual(["flink-conf.yaml", "log4j-console.properties"]);
  expect(Object.keys((await mountedConfigMap(small(), "2.2")).data)).toEqual([
    "config.yaml",
    "log4j-console.properties",
  ]);
  const changed = await mountedConfigMap(small().replace("interval: 60s", "interval: 90s"), "1.20");
  expect(changed.metadata.name).not.toBe(first.metadata.name);
  expect((await mountedConfigMap(small(), "1.20")).metadata.name).toBe(first.metadata.name);
});

test("without high availability task managers find the job manager by its Service", async () => {
  const { object, codes } = await planned(small(), { flavor: "plain" });
  const { data } = await object(`${folder}/config-map.yaml`);
  const service = await object(`${folder}/job-manager-service.yaml`);
  expect(data["flink-conf.yaml"]).toContain(`jobmanager.rpc.address: ${service.metadata.name}\n`);
  const { spec } = await object(`${folder}/job-manager-deployment.yaml`);
  expect(spec.strategy).toEqual({ type: "Recreate" });
  expect(spec.template.spec.automountServiceAccountToken).toBe(false);
  expect(spec.template.spec.containers[0].args).toEqual(["standalone-job"]);
  expect(codes).toContain("W952");
});

test("with high availability the job manager announces its own address", async () => {
  const { object, paths } = await planned(fullFile, { flavor: "plain" });
  const { spec } = await object(`${folder}/job-manager-deployment.yaml`);
  const [main] = spec.template.spec.containers;
  expect(spec.replicas).toBe(2);
  expect(main.args).toEqual([
    "standalone-job",
    "--fromSavepoint",
    "s3://flink-state/savepoints/s1",
    "-D",
    "jobmanager.rpc.address=$(POD_IP)",
  ]);
  expect(main.env[0]).toEqual({
    name: "POD_IP",
    valueFrom: { fieldRef: { fieldPath: "status.podIP" } },
  });
  expect(paths).not.toContain(`${folder}/job-manager-service.yaml`);
  expect((await object("role.yaml")).rules).toEqual([
    expect.objectContaining({ resources: ["configmaps"] }),
  ]);
  expect((await object(`${folder}/config-map.yaml`)).data["flink-conf.yaml"]).toContain(
    "kubernetes.cluster-id: auth-enrichment\n",
  );
});

test("class, remote jar and arguments follow Flink's own options", async () => {
  const text = small(
    "  application: { main_class: com.example.Job, args: [--env, prod], artifacts: ['s3://jars/job.jar'] }",
  );
  const { object } = await planned(text, { flavor: "plain" });
  const { spec } = await object(`${folder}/job-manager-deployment.yaml`);
  expect(spec.template.spec.containers[0].args).toEqual([
    "standalone-job",
    "--job-classname",
    "com.example.Job",
    "--jars",
    "s3://jars/job.jar",
    "--env",
    "prod",
  ]);
});

test("the pod template reaches both components, local directories only the task managers", async () => {
  const { object } = await planned(fullFile, { flavor: "plain" });
  const mounts = async (component: string) => {
    const { spec } = await object(`${folder}/${component}-deployment.yaml`);
    expect(spec.template.metadata.annotations).toEqual({ team: "cards" });
    expect(spec.template.spec.tolerations).toHaveLength(1);
    return spec.template.spec.containers[0].volumeMounts.map(
      ({ mountPath }: { mountPath: string }) => mountPath,
    );
  };
  expect(await mounts("job-manager")).not.toContain("/data/a");
  expect(await mounts("task-manager")).toEqual(
    expect.arrayContaining(["/opt/flink/conf", "/data/a", "/data/b", "/extra"]),
  );
});

test("probes and security contexts of the pod template replace the template's own", async () => {
  const text = small(`
  pod_template:
    spec:
      security_context: { run_as_user: 1000 }
      containers:
        - name: flink-main-container
          liveness_probe: { http_get: { path: /, port: 8081 } }
`);
  const { object } = await planned(text, { flavor: "plain" });
  const { spec } = await object(`${folder}/job-manager-deployment.yaml`);
  expect(spec.template.spec.securityContext).toEqual({ runAsUser: 1000 });
  expect(spec.template.spec.containers[0].livenessProbe).toEqual({
    httpGet: { path: "/", port: 8081 },
  });
});

async function restAccess(text: string): Promise<Manifest> {
  const { object } = await planned(text, { flavor: "plain" });
  const policy = await object(`${folder}/network-policy.yaml`);
  return {
    type: (await object(`${folder}/rest-service.yaml`)).spec.type,
    rest: policy.spec.ingress.slice(1),
  };
}

test("only the REST Service has the type, and REST is closed unless it is exposed", async () => {
  expect(await restAccess(small())).toEqual({
    type: undefined,
    rest: [],
  });
  expect(await restAccess(small("  service: { type: NodePort, rest_port: 8082 }"))).toEqual({
    type: "NodePort",
    rest: [{ ports: [{ port: 8082, protocol: "TCP" }] }],
  });
});

test("an ingress opens REST to the namespace of its controller only", async () => {
  const ingress = "  ingress: { enabled: true, host: flink.example.com }";
  expect(await restAccess(small(`${ingress}\n  kubernetes: { ingress_class: nginx }`))).toEqual({
    type: undefined,
    rest: [
      {
        from: [
          {
            namespaceSelector: {
              matchLabels: { "kubernetes.io/metadata.name": "ingress-nginx" },
            },
          },
        ],
        ports: [{ port: 8081, protocol: "TCP" }],
      },
    ],
  });
  expect(
    (await restAccess(small(`${ingress}\n  kubernetes: { ingress_class: alb }`))).rest,
  ).toEqual([]);
});

test("pods carry the label that native Flink gives them, and no selector depends on it", async () => {
  const { object } = await planned(small(), { flavor: "plain" });
  const { spec } = await object(`${folder}/task-manager-deployment.yaml`);
  expect(spec.template.metadata.labels.component).toBe("taskmanager");
  expect(spec.selector.matchLabels).not.toHaveProperty("component");
});

test("the ingress leads to the REST Service", async () => {
  const { object } = await planned(fullFile, { flavor: "plain" });
  const { spec } = await object(`${folder}/ingress.yaml`);
  expect(spec.ingressClassName).toBe("nginx");
  expect(spec.tls).toEqual([{ hosts: ["flink.example.com"], secretName: "flink-tls" }]);
  expect(spec.rules[0].http.paths[0].backend.service).toEqual({
    name: "auth-enrichment-rest",
    port: { name: "rest" },
  });
});
