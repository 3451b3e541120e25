import { expect, test } from "vitest";
import { planned, small, type PlanOptions } from "./planned.js";

const vault = "vault: { address: 'https://v' }\n    auth: { method: kubernetes, role: r }";

/** As `small`, with a second process. */
function two(rest = ""): string {
  return small(rest).replace("  auth_enrichment:\n", "  totals: {}\n  auth_enrichment:\n");
}

/** A code, a file that must cause it, and and what its place must hold. */
const found: readonly (readonly [code: string, text: string, at: string, options?: PlanOptions])[] =
  [
    ["E934", small().replaceAll("auth_enrichment", `a${"b".repeat(60)}`), "abbb"],
    ["E934", small().replace("namespace: cards", "namespace: Cards"), "Cards"],
    [
      "E934",
      small(
        "",
        "secrets:\n  login: { provider: kubernetes, namespace: cards, secret_name: My_Secret, key: k }",
      ),
      "My_Secret",
    ],
    ["E934", small("  ingress: { enabled: true, host: 'flink_example' }"), "flink_example"],
    [
      "E752",
      small("  savepoint: { auto_savepoint: true, directory: 's3://b/s' }").replace(
        /checkpoints:[\s\S]*?(?=resources:)/u,
        "",
      ),
      "true",
    ],
    [
      "E752",
      small("  scaling: { metrics: [{ type: cpu, target_utilization: 70 }] }"),
      "scaling",
      { flavor: "plain" },
    ],
    ["E753", small("  mode: session"), "session", { flavor: "plain" }],
    [
      "E753",
      small("  application: { artifacts: ['s3://b/j.jar'] }"),
      "s3://b/j.jar",
      { flavor: "plain", flinkVersion: "1.18" },
    ],
    [
      "E753",
      small().replace(
        "task_memory: 2gb",
        "task_memory: 2gb\n    kubernetes: { cpu: { limit: 0.5 } }",
      ),
      "0.5",
      { flavor: "plain" },
    ],
    [
      "E906",
      small("  application: { artifacts: ['s3://b/j.jar', 's3://b/u.jar'] }").replace(
        "task_memory: 2gb",
        "task_memory: 2gb\n    flink_options: { user.artifacts.artifact-list: other }",
      ),
      "other",
    ],
    ["E945", small("  flink_version: '2.3'"), "2.3"],
    ["E946", small().replace("example.com/cards", "example.com/Cards"), "example.com/Cards"],
    [
      "E947",
      small("  mode: session\n  application: { artifacts: ['s3://b/j.jar'] }"),
      "auth_enrichment",
    ],
    [
      "E948",
      small().replace("  auth_enrichment:\n", "  auth: {}\n  auth_rest: {}\n  auth_enrichment:\n"),
      "auth_rest",
    ],
    [
      "E950",
      small(
        "",
        "secrets:\n  login: { provider: env, variables: { a: A, b: B } }\nlookups:\n  c: { type: mongodb, uri: 'secret://login', database: d, collection: c }",
      ),
      "login",
    ],
    [
      "E950",
      small(
        "",
        "secrets:\n  login: { provider: azure_key_vault, vault_url: 'https://v', secret_name: s, auth: { type: cli } }",
      ),
      "cli",
    ],
    [
      "E951",
      small(
        "",
        `secrets:\n  login:\n    provider: aws_secrets_manager\n    secret_id: s\n    region: r\nlookups:\n  c: { type: mongodb, uri: 'secret://login/b?version=3', database: d, collection: c }`,
      ),
      "login",
    ],
    ["W701", small("  mode: native"), "native", { flavor: "plain" }],
    ["W755", small("  service: { type: LoadBalancer }"), "LoadBalancer"],
    ["W755", small().replace(', tag: "1.20.4-a1"', ""), "example.com/cards"],
    ["W941", small().replace(/ {2}image: .*\n/u, ""), "kubernetes"],
    ["W942", small(), "auth_enrichment"],
    ["W944", small().replace("  namespace: cards\n", ""), "kubernetes"],
    ["W945", small().replace(/checkpoints:[\s\S]*?(?=resources:)/u, ""), "auth_enrichment"],
    [
      "W946",
      small("  scaling: { max_replicas: 2, metrics: [{ type: cpu, target_utilization: 70 }] }"),
      "cpu",
    ],
    ["W947", small("  native: { quotas: { cpu: 10 } }"), "10"],
    [
      "W948",
      small("", "secrets:\n  login: { provider: vault, path: secret/data/x, keys: [a] }"),
      "login",
    ],
    [
      "W950",
      small("  scaling: { max_replicas: 2, metrics: [{ type: cpu, target_utilization: 70 }] }"),
      "scaling",
      { flavor: "plain" },
    ],
    [
      "W951",
      small(
        "  mode: session\n  application: { artifacts: ['https://e/j.jar'] }",
        "  _task_managers: {}",
      ).replace(
        "  auth_enrichment:\n",
        "  big: { jvm: { options: ['-Dx=1'] } }\n  auth_enrichment:\n",
      ),
      "big",
    ],
    ["W952", small(), "kubernetes", { flavor: "plain" }],
    [
      "W953",
      small().replace(/ {2}image: .*\n/u, "  image: { repository: flink, tag: '1.20' }\n"),
      "1.20",
    ],
    [
      "W954",
      small(
        "  scaling: { max_replicas: 2, metrics: [{ type: kafka_lag, target_value: 5 }] }",
      ).replace(
        "brokers: kafka:9092",
        "brokers: kafka:9092\n    properties: { security.protocol: SASL_SSL, sasl.jaas.config: '${JAAS}' }",
      ),
      "auth_events",
      { flavor: "plain" },
    ],
    ["W956", small("  flink_version: '1.17'"), "1.17"],
    ["W957", small("  ingress: { enabled: true, host: flink.example.com }"), "flink.example.com"],
    [
      "W958",
      small(
        "  task_manager: { resources: { memory: 8gb } }\n  scaling: { max_replicas: 40, metrics: [{ type: cpu, target_utilization: 70 }] }",
      ).replace("parallelism: 4", "parallelism: 4\n    max_parallelism: 100"),
      "40",
      { flavor: "plain" },
    ],
    [
      "W959",
      small("  ingress: { enabled: true, host: flink.example.com }"),
      "flink.example.com",
      { flavor: "plain" },
    ],
    ["N750", small(), "kubernetes"],
    ["N943", two("  ingress: { enabled: true, host: flink.example.com }"), "flink.example.com"],
    [
      "N945",
      small(
        "",
        "monitoring:\n  alerts: [{ name: Lag, severity: warning, condition: 'kafka_consumer_lag > 5' }]",
      ),
      "Lag",
    ],
    [
      "N942",
      small(
        "",
        "state_backends:\n  main: { type: rocksdb, storage: { local_directories: [/data] } }",
      ),
      "[/data]",
    ],
    ["N944", small("  savepoint: { restore: { path: 's3://b/s' } }"), "s3://b/s"],
  ];

for (const [code, text, at, options] of found) {
  test(`${code} at ${at}`, async () => {
    const { diagnostics } = await planned(text, options);
    const words = diagnostics
      .filter((each) => each.code === code)
      .map(({ span }) => span?.file.text.slice(span.start, span.end) ?? null);
    expect({ words, all: diagnostics.map((each) => each.code) }).toEqual({
      words: expect.arrayContaining([expect.stringContaining(at)]),
      all: expect.arrayContaining([code]),
    });
  });
}

/** What nothing emitted does: the property that W940 must name. */
const notEmitted: readonly (readonly [property: string, text: string, options?: PlanOptions])[] = [
  [
    "deployment.strategy.type",
    small("  strategy: { type: canary, canary: { steps: [{ weight: 100 }] } }"),
  ],
  ["deployment.strategy.type", small("  strategy: { type: blue_green }"), { flavor: "plain" }],
  [
    "deployment.strategy.type",
    small(
      "  strategy: { type: rolling_regional, regional_rollout: { order: [eu-west-1] } }",
      "regions: { a: { name: eu-west-1, role: active } }",
    ),
  ],
  [
    "deployment.strategy.rolling.max_surge",
    small("  strategy: { type: rolling_update, rolling: { max_surge: 1 } }"),
  ],
  [
    "deployment.strategy.rolling.partition",
    small("  strategy: { type: rolling_update, rolling: { partition: 0 } }"),
    { flavor: "plain" },
  ],
  [
    "deployment.strategy.blue_green.traffic.type",
    small("  strategy: { type: blue_green, blue_green: { traffic: { type: gradual } } }"),
  ],
  [
    "deployment.strategy.hooks.pre_upgrade.0.action",
    small(
      "  strategy: { type: rolling_update, hooks: { pre_upgrade: [{ action: verify_mirror_lag, threshold: 1 }] } }",
    ),
  ],
  [
    "deployment.strategy.hooks.post_upgrade.0.action",
    small(
      "  strategy: { type: rolling_update, hooks: { post_upgrade: [{ action: verify_health }] } }",
    ),
  ],
  [
    "deployment.standby.processing_mode",
    small("  standby: { enabled: true, processing_mode: shadow }"),
  ],
  ["deployment.standby.auto_promote", small("  standby: { enabled: false, auto_promote: true }")],
  ["deployment.compliance.audit_logging", small("  compliance: { audit_logging: true }")],
  ["deployment.kubernetes.config_file", small("  kubernetes: { config_file: /etc/kube/config }")],
  ["deployment.native.pod_template_file", small("  native: { pod_template_file: pod.yaml }")],
  ["deployment.scaling.type", small("  scaling: { type: vertical }")],
  [
    "deployment.scaling.metrics.0.type",
    small("  scaling: { max_replicas: 2, metrics: [{ type: custom, target_value: 1 }] }"),
    { flavor: "plain" },
  ],
  [
    "deployment.scaling.metrics.0.type",
    small("  scaling: { max_replicas: 2, metrics: [{ type: kafka_lag, target_value: 1 }] }"),
  ],
  [
    "deployment.savepoint.periodic.enabled",
    small("  savepoint: { directory: 's3://b/s', periodic: { enabled: true, interval: 6h } }"),
    { flavor: "plain" },
  ],
  [
    "deployment.application.artifacts",
    small("  application: { artifacts: ['local:///opt/flink/usrlib/j.jar', 's3://b/u.jar'] }"),
    { flavor: "plain" },
  ],
  [
    "resources.auth_enrichment.constraints.anti_affinity",
    small().replace(
      "task_memory: 2gb",
      "task_memory: 2gb\n    constraints: { anti_affinity: [batch] }",
    ),
  ],
  [
    "secrets.login.lease",
    small(
      "",
      `secrets:\n  login:\n    provider: vault\n    type: dynamic\n    path: database/creds/x\n    lease: { renewal_enabled: true }\n    ${vault}`,
    ),
  ],
];

for (const [property, text, options] of notEmitted) {
  test(`W940 for ${property}`, async () => {
    const { diagnostics } = await planned(text, options);
    const messages = diagnostics
      .filter(({ code }) => code === "W940")
      .map(({ message }) => message);
    expect(messages).toContainEqual(expect.stringMatching(`^"${property}" `));
  });
}

/** One cause, one finding, however many processes meet it. */
const onceOnly: readonly (readonly [code: string, text: string, options?: PlanOptions])[] = [
  ["W942", two()],
  [
    "W950",
    two("  scaling: { max_replicas: 2, metrics: [{ type: cpu, target_utilization: 70 }] }"),
    { flavor: "plain" },
  ],
  ["W952", two(), { flavor: "plain" }],
  // The operator does not save a job whose job manager lost it.
  ["W952", two()],
  ["W953", two().replace(/ {2}image: .*\n/u, "  image: { repository: flink, tag: '1.20' }\n")],
  ["W957", two("  ingress: { enabled: true, host: flink.example.com }")],
  ["N750", two()],
  ["N901", two("  ha: { enabled: true }")],
  ["N943", two("  ingress: { enabled: true, host: flink.example.com }")],
  ["N944", two("  savepoint: { restore: { path: 's3://b/s' } }")],
];

for (const [code, text, options] of onceOnly) {
  test(`${code} is said once for two processes`, async () => {
    const { diagnostics } = await planned(text, options);
    expect(diagnostics.filter((each) => each.code === code)).toHaveLength(1);
  });
}

test("one host for one process is no note", async () => {
  const { codes } = await planned(small("  ingress: { enabled: true, host: flink.example.com }"));
  expect(codes).not.toContain("N943");
});

test("a file for another target is refused, and no command is made up", async () => {
  const { diagnostics, plan } = await planned("deployment:\n  type: yarn\n  queue: q\n");
  expect(plan.files).toEqual([]);
  expect(diagnostics.map(({ code, help }) => [code, help])).toEqual([
    ["E758", expect.stringContaining("nexgen build")],
  ]);
});

test("a small file in application mode has no error", async () => {
  for (const flavor of ["operator", "plain"] as const) {
    const { diagnostics } = await planned(small(), { flavor });
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  }
});

test("a selector on a label that native Flink overwrites is one finding", async () => {
  const apart = `affinity: { pod_anti_affinity: { required: [{ label_selector: { match_labels: { app: cards } }, topology_key: kubernetes.io/hostname }] } }`;
  const template = (metadata: string) => small(`  pod_template: { ${metadata}spec: { ${apart} } }`);
  const { codes } = await planned(template("metadata: { labels: { app: cards } }, "));
  expect(codes).toContain("W931");
  expect(codes).not.toContain("N946");
  const without = await planned(template(""));
  expect(without.codes).toContain("N946");
  expect(without.codes).not.toContain("W931");
});
