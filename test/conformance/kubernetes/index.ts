// A real Kubernetes API server with its controllers takes in everything that the k8s generator emits.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseAllDocuments } from "yaml";
import type { Context, System } from "../harness.js";
import { needJava } from "../java-programs.js";
import versions from "../versions.json" with { type: "json" };
import { claims, limits } from "./claims.js";
import { mayDo, mayDoNoMore, neededAccess } from "./access.js";
import { checkApplications } from "./applications.js";
import type { ApiClient, KubernetesObject } from "./api-client.js";
import { apply, applyTwice, dryRun, remove, stored } from "./apply.js";
import { buildServer } from "./build-server.js";
import { startControlPlane, type ControlPlane } from "./control-plane.js";
import { findDefinitions, installDefinitions } from "./crds.js";
import { manifestSets, type Manifest, type ManifestSet } from "./manifests.js";
import { hasFlinksMemory } from "./pod-memory.js";
import { checkWithOperator } from "./operator/index.js";
import { operatorRelease } from "./operator/start-operator.js";
import { lostLeaves } from "./read-back.js";
import {
  podsAreGone,
  podsAreMade,
  podTemplateIsValid,
  selectorOf,
  selectsItsPods,
} from "./workloads.js";

export const kubernetes: System = {
  name: "kubernetes",
  proves: `the API server ${versions.kubernetes.server} takes every manifest of both flavors, keeps every value, makes the pods, and lets Flink do its work; the Flink operator ${operatorRelease} deploys every cluster as the model says`,
  claims,
  limits,
  async prepare(context) {
    await buildServer(context);
  },
  async run(context) {
    await needJava(context);
    const program = await buildServer(context);
    const definitions = await findDefinitions(context);
    const plane = await startControlPlane(context, program);
    await installDefinitions(plane.api, definitions);
    for (const { source, texts } of definitions) {
      process.stdout.write(`       ${String(texts.length)} definitions of ${source}\n`);
    }
    const sets = await manifestSets(context);
    for (const set of sets) await checkSet(context, plane, set);
    await checkApplications(context, plane.api);
    await checkWithOperator(context, plane, sets);
  },
};

async function checkSet(context: Context, plane: ControlPlane, set: ManifestSet): Promise<void> {
  const { api } = plane;
  const { name, manifests } = set;
  await context.check(`${name}: kubectl kustomize gives the same objects`, () =>
    kustomized(context, plane, set),
  );
  await makeNamespaces(api, manifests);
  for (const manifest of manifests) {
    const artifact = `${name}: ${manifest.path.slice(set.folder.length + 1)}`;
    if (manifest.object.kind !== "Namespace") {
      await context.check(`${artifact} passes the strict dry-run`, () => dryRun(api, manifest));
    }
    await context.check(`${artifact} is stored as emitted`, () => applyTwice(api, manifest));
  }
  for (const manifest of manifests) await checkWorkload(context, api, set, manifest);
  await remove(api, manifests);
  await podsAreGone(api, manifests);
}

/** A dry-run in a namespace that does not exist fails, so these are checked and made first. */
async function makeNamespaces(api: ApiClient, manifests: readonly Manifest[]): Promise<void> {
  for (const manifest of manifests.filter(({ object }) => object.kind === "Namespace")) {
    await apply(api, manifest);
  }
  const named = new Set(manifests.flatMap(({ object }) => object.metadata.namespace ?? []));
  for (const name of named) {
    const namespace = { apiVersion: "v1", kind: "Namespace", metadata: { name } };
    await api.call("POST", "/api/v1/namespaces", JSON.stringify(namespace));
  }
}

async function checkWorkload(
  context: Context,
  api: ApiClient,
  set: ManifestSet,
  manifest: Manifest,
): Promise<void> {
  const { object, path } = manifest;
  const artifact = `${set.name}: ${path.slice(set.folder.length + 1)}`;
  const all = set.manifests.map((one) => one.object);
  if (object.kind === "Deployment") {
    await context.check(`${artifact} gets its pods`, () => podsAreMade(api, manifest));
    await context.check(`${artifact} has the memory that Flink divides`, async () =>
      hasFlinksMemory(await stored(api, object), all),
    );
  }
  if (selectorOf(object) !== null) {
    await context.check(`${artifact} selects its pods`, () => selectsItsPods(api, manifest));
  }
  if (object.kind === "FlinkDeployment") {
    await context.check(`${artifact} has a valid pod template`, () =>
      podTemplateIsValid(api, manifest),
    );
  }
  const access = neededAccess(object, all);
  if (access === null) return;
  const namespace = object.metadata.namespace ?? "default";
  await context.check(`${artifact} may do what Flink does`, () => mayDo(api, namespace, access));
  await context.check(`${artifact} may do no more`, () => mayDoNoMore(api, namespace, access));
}

/** What `kubectl apply -k` sends is what the files say. */
async function kustomized(
  context: Context,
  { kubectl }: ControlPlane,
  { name, files, folder, manifests }: ManifestSet,
): Promise<void> {
  const target = join(context.scratch, "kustomize", name.replaceAll(/\W+/gu, "-"));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    writeFileSync(join(target, path), text);
  }
  const documents = parseAllDocuments(await kubectl("kustomize", join(target, folder)));
  const got = new Map(
    documents.map((document) => {
      const object = document.toJS() as KubernetesObject;
      return [identity(object), object];
    }),
  );
  const findings = manifests.flatMap(({ object }) => {
    const found = got.get(identity(object));
    if (found === undefined) return [`${identity(object)} is missing`];
    return [...lostLeaves(object, found), ...lostLeaves(found, object)];
  });
  if (got.size !== manifests.length) findings.push(`${String(got.size)} objects`);
  if (findings.length > 0) throw new Error(findings.join("\n"));
}

function identity({ apiVersion, kind, metadata }: KubernetesObject): string {
  return `${apiVersion} ${kind} ${metadata.namespace ?? ""}/${metadata.name}`;
}
