import { format } from "prettier";
import { expect, test } from "vitest";
import { k8s } from "../../../generators/k8s/index.js";
import { modelOf } from "../../fixtures/model-of.js";
import { fullFile } from "./full-file.js";
import { planned, small, type PlanOptions } from "./planned.js";

const cases: readonly (readonly [name: string, text: string, options: PlanOptions])[] = [
  ["small, operator", small(), {}],
  ["small, plain", small(), { flavor: "plain" }],
  ["everything, operator", fullFile, {}],
  ["everything, plain", fullFile, { flavor: "plain" }],
  ["everything, plain, Flink 2", fullFile, { flavor: "plain", flinkVersion: "2.2" }],
  ["blue-green", fullFile.replace("type: rolling_update", "type: blue_green"), {}],
  ["session", small("  mode: session\n  application: { artifacts: ['https://e/j.jar'] }"), {}],
];

test.each(cases)("%s: every YAML file is what prettier prints", async (_, text, options) => {
  const texts = [...(await (await planned(text, options)).texts())].filter(([path]) =>
    path.endsWith(".yaml"),
  );
  const formatted = await Promise.all(
    texts.map(async ([path, body]) => [path, await format(body, { parser: "yaml" })]),
  );
  expect(texts).toEqual(formatted);
});

test.each(cases)(
  "%s: every object has a kind, a name of its own and the namespace",
  async (_, text, options) => {
    const { paths, object } = await planned(text, options);
    const objects = await Promise.all(
      paths
        .filter((path) => path.endsWith(".yaml") && path !== "kustomization.yaml")
        .map(async (path) => object(path)),
    );
    const names = objects.map(({ kind, metadata }) => `${kind}/${metadata.name}`);
    expect(new Set(names).size).toBe(names.length);
    const namespaced = objects.filter(({ kind }) => kind !== "Namespace");
    expect(namespaced.map(({ metadata }) => metadata.namespace)).toEqual(
      namespaced.map(() => "cards"),
    );
    expect(objects.filter((each) => "status" in each)).toEqual([]);
  },
);

test("the README says flavor, mechanism, secrets and findings", async () => {
  const text =
    (await (await planned(fullFile, { flavor: "plain" })).texts()).get("README.md") ?? "";
  for (const part of [
    "Plain manifests (chosen on the command line)",
    "- KEDA ScaledObject, for `auth_enrichment`. Kafka lag is a signal",
    "- KEDA 2.20 or later.",
    "- The External Secrets Operator 0.16 or later",
    "- An ingress controller of the class `nginx`.",
    "- A DNS record of `flink.example.com` that leads",
    "`flink-s3-fs-hadoop`",
    '| `s3://flink-state` | checkpoints, high availability, savepoints | the cloud identity of the service account "flink-runner", else of the node | s3:ListBucket, s3:GetObject, s3:PutObject, s3:DeleteObject, s3:AbortMultipartUpload |',
    "| `aws-secrets-manager-us-east-1` | the External Secrets controller's own identity: the store has no login of its own | secretsmanager:GetSecretValue |",
    "| `vault-secret` | the service account that the store names | read on the paths |",
    '| `local-credentials` | `cards` | `token` | the secret "local\\_token" of the file |',
    "| `flink-tls` | `cards` | `tls.crt`, `tls.key` | the ingress |",
    "and to the namespace `ingress-nginx`, where the ingress controller is taken to run",
    "kubectl --context='prod-cluster' --namespace=cards create secret generic test-runtime \\",
    "  --from-file=TRUSTSTORE_PASSWORD=./TRUSTSTORE_PASSWORD \\",
    "| `VAULT_TOKEN` | required: the secret store logs in with it | `secrets.database` |",
    "| `W950` | warning |",
    "kubectl --context='prod-cluster' apply --server-side --field-manager=nexgen -k .",
  ]) {
    expect(text).toContain(part);
  }
  expect(text).not.toMatch(/\{\{|undefined|null/u);
});

test("the README of a small file asks for nothing that is not used", async () => {
  const text = (await (await planned(small())).texts()).get("README.md") ?? "";
  for (const part of ["KEDA", "External Secrets", "create secret", "Prometheus"])
    expect(text).not.toContain(part);
});

test("two plans of one file are the same", async () => {
  const once = await (await planned(fullFile)).texts();
  const again = await (await planned(fullFile)).texts();
  expect([...again]).toEqual([...once]);
});

test("an accepted warning keeps its reason in the README", async () => {
  const { model, origins, diagnostics } = await modelOf(small(), {});
  const { files } = k8s.plan({
    model,
    origins,
    findings: diagnostics,
    acceptedReason: ({ code }) => (code === "W942" ? "the image has it" : null),
    options: { flavor: null, flinkVersion: null, files: new Map() },
  });
  const readme = files.find(({ path }) => path === "README.md")?.body;
  expect(readme).toMatchObject({
    view: {
      findings: expect.arrayContaining([
        expect.objectContaining({ code: "W942", help: "accepted: the image has it" }),
      ]),
    },
  });
});
