// The custom resources that manifests use: definitions of the Flink operator, External Secrets,
// KEDA, the Prometheus operator, Argo CD and Strimzi, as their own packages bring them.
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parse } from "yaml";
import type { Context } from "../harness.js";
import { mavenClassPath } from "../java-programs.js";
import { needPrograms } from "../packages.js";
import versions from "../versions.json" with { type: "json" };
import type { ApiClient, KubernetesObject } from "./api-client.js";
import { strimziDefinitions } from "./strimzi-crds.js";

/** Definitions and where they are from, for the report. */
export interface Definitions {
  readonly source: string;
  readonly texts: readonly string[];
}

/** What the registries serve, or for the Flink operator the folder that the environment names. */
export async function findDefinitions(context: Context): Promise<readonly Definitions[]> {
  await needPrograms(context, { go: "golang-go" });
  const { keda, externalSecrets, prometheusOperator, strimzi } = versions.kubernetes;
  return [
    await flinkOperator(context),
    await fromGo(context, `github.com/kedacore/keda/v2@v${keda}`, "config/crd/bases"),
    await fromGo(
      context,
      `github.com/external-secrets/external-secrets@v${externalSecrets}`,
      "config/crds/bases",
    ),
    await fromGo(
      context,
      `github.com/prometheus-operator/prometheus-operator@v${prometheusOperator}`,
      "example/prometheus-operator-crd",
    ),
    await fromGo(
      context,
      `github.com/argoproj/argo-cd/v3@v${versions.ciCd.argoCd}`,
      "manifests/crds",
      /^application-crd\.yaml$/u,
    ),
    { source: `Strimzi ${strimzi}`, texts: await strimziDefinitions(context) },
  ];
}

async function fromGo(
  context: Context,
  module: string,
  below: string,
  names?: RegExp,
): Promise<Definitions> {
  const { stdout } = await context.must("go", ["mod", "download", "-json", module]);
  const { Dir: folder } = JSON.parse(stdout) as { readonly Dir: string };
  return { source: module, texts: definitionsIn(join(folder, below), names) };
}

function definitionsIn(folder: string, names = /\.ya?ml$/u): readonly string[] {
  return readdirSync(folder)
    .filter((name) => names.test(name))
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .filter((text) => /^kind: "?CustomResourceDefinition"?$/mu.test(text));
}

/**
 * The newest definitions that Maven Central serves know Flink up to 1.20: newer values of
 * `flinkVersion` are added to them. A folder with newer ones can be named by the environment.
 */
async function flinkOperator(context: Context): Promise<Definitions> {
  const named = process.env["NEXGEN_FLINK_OPERATOR_CRDS"];
  if (named !== undefined && named !== "") {
    return { source: `Flink operator, ${named}`, texts: definitionsIn(named) };
  }
  const release = versions.kubernetes.flinkOperator;
  const pom = join(context.root, "test/conformance/kubernetes/operator-api.pom.xml");
  const classPath = await mavenClassPath(context, pom, { "operator.version": release });
  const jar = classPath.split(":").find((path) => path.includes("flink-kubernetes-operator-api"));
  if (jar === undefined) throw new Error("Maven brought no flink-kubernetes-operator-api.");
  const folder = join(context.scratch, "operator-api");
  mkdirSync(folder, { recursive: true });
  await context.must("jar", ["-xf", jar, "META-INF/fabric8"], { cwd: folder });
  const texts = definitionsIn(join(folder, "META-INF/fabric8"), /-v1\.yml$/u).map((text) =>
    text.replace(/^( *)- v1_20$/mu, "$&\n$1- v2_0\n$1- v2_1\n$1- v2_2\n$1- v2_3"),
  );
  const source = `Flink operator ${release} with flinkVersion up to v2_3 and blue/green`;
  return { source, texts: [...texts, blueGreenDefinition(texts)] };
}

interface FlinkDefinition {
  readonly spec: {
    readonly names: { readonly kind: string };
    readonly versions: readonly {
      readonly schema: {
        readonly openAPIV3Schema: { readonly properties: { readonly spec: Schema } };
      };
    }[];
  };
}

interface Schema {
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Releases before 1.14 have no FlinkBlueGreenDeployment: a FlinkDeployment's spec in a template. */
function blueGreenDefinition(texts: readonly string[]): string {
  const definition = texts
    .map((text) => parse(text) as FlinkDefinition)
    .find(({ spec }) => spec.names.kind === "FlinkDeployment");
  const deployment = definition?.spec.versions[0]?.schema.openAPIV3Schema.properties.spec;
  if (deployment === undefined) throw new Error("Maven brought no definition of FlinkDeployment.");
  const map = { type: "object", additionalProperties: { type: "string" } };
  const template = { type: "object", properties: { spec: deployment } };
  const { ingress } = deployment.properties;
  const spec = { type: "object", properties: { configuration: map, ingress, template } };
  const plural = "flinkbluegreendeployments";
  const schema = { openAPIV3Schema: { type: "object", properties: { spec } } };
  return JSON.stringify({
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: `${plural}.flink.apache.org` },
    spec: {
      group: "flink.apache.org",
      names: { kind: "FlinkBlueGreenDeployment", plural },
      scope: "Namespaced",
      versions: [{ name: "v1beta1", served: true, storage: true, schema }],
    },
  });
}

/** Installs `definitions` and waits until the server has established every one. */
export async function installDefinitions(
  api: ApiClient,
  definitions: readonly Definitions[],
): Promise<void> {
  const path = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
  for (const text of definitions.flatMap(({ texts }) => texts)) {
    await api.must("POST", path, text, "application/yaml");
  }
  for (let second = 0; second < 60; second += 1) {
    const { body } = await api.must("GET", path);
    const items = body["items"] as readonly KubernetesObject[];
    if (items.every(isEstablished)) return;
    await sleep(1000);
  }
  throw new Error("Not every custom resource was established within a minute.");
}

function isEstablished(definition: KubernetesObject): boolean {
  const status = definition["status"] as {
    readonly conditions?: readonly { readonly type: string; readonly status: string }[];
  };
  const found = status.conditions?.find(({ type }) => type === "Established");
  return found?.status === "True";
}
