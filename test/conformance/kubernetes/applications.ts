// Applications of Argo CD, as the generator ci-cd emits them, by Argo CD's own definition.
import { parse } from "yaml";
import type { Context, RenderedFile } from "../harness.js";
import { renderInfra } from "../render-text.js";
import type { ApiClient, KubernetesObject } from "./api-client.js";
import { applyTwice, dryRun, remove } from "./apply.js";
import type { Manifest } from "./manifests.js";

/** All that a file can say of an application, for two regions. */
const everything = `version: "1.0"
environment: night
regions:
  a: { name: us-east-1, role: active }
  b: { name: eu-west-1, role: active }
resources:
  totals: { parallelism: 2 }
deployment:
  type: kubernetes
  namespace: night
  scaling: { max_replicas: 4 }
  ci_cd:
    type: argocd
    application:
      name: night
      namespace: gitops
      project: streaming
      destination: { name: "cluster: east", namespace: elsewhere }
      source:
        repo_url: git@git.example.com:team/night.git
        path: 'deploy/# {x}: "y"'
        target_revision: "1.0"
    sync_policy:
      automated: { prune: true, self_heal: true }
      sync_options: [CreateNamespace=true, PruneLast=true]
`;

/** Checks each application: strict dry-run, apply, and every leaf read back. */
export async function checkApplications(context: Context, api: ApiClient): Promise<void> {
  const ofExamples = context.rendered.flatMap(({ files }) => files);
  const files = [...ofExamples, ...(await renderInfra(everything, ["ci-cd"]))];
  for (const manifest of files.filter(isApplication).map(manifestOf)) {
    const name = manifest.object.metadata.namespace ?? "";
    const namespace = { apiVersion: "v1", kind: "Namespace", metadata: { name } };
    await api.call("POST", "/api/v1/namespaces", JSON.stringify(namespace));
    await context.check(`${manifest.path} passes the strict dry-run`, () => dryRun(api, manifest));
    await context.check(`${manifest.path} is stored as emitted`, () => applyTwice(api, manifest));
    await remove(api, [manifest]);
  }
}

function isApplication({ path, generator }: RenderedFile): boolean {
  return generator === "ci-cd" && path.endsWith("/application.yaml");
}

function manifestOf({ path, text }: RenderedFile): Manifest {
  return { path, text, object: parse(text) as KubernetesObject };
}
