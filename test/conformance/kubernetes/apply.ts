// Applies manifests as a person would, and checks each step: strict dry-run of the raw bytes, apply,
// the same apply once more, and reading back.
import type { ApiClient, KubernetesObject } from "./api-client.js";
import type { Manifest } from "./manifests.js";
import { lostLeaves } from "./read-back.js";

const manager = "fieldManager=nexgen&fieldValidation=Strict";
const yaml = "application/yaml";

/** Refused or with a warning: an error with the server's words. */
export async function dryRun(api: ApiClient, { object, text }: Manifest): Promise<void> {
  const path = `${await api.collection(object)}?dryRun=All&${manager}`;
  const { warnings } = await api.must("POST", path, text, yaml);
  if (warnings.length > 0) throw new Error(warnings.join("\n"));
}

/** Applies `manifest` twice and compares what is stored with what was emitted. */
export async function applyTwice(api: ApiClient, manifest: Manifest): Promise<void> {
  const first = await apply(api, manifest);
  const second = await apply(api, manifest);
  const lost = lostLeaves(manifest.object, await stored(api, manifest.object));
  if (lost.length > 0) throw new Error(lost.join("\n"));
  const { generation } = first.metadata;
  if (generation !== second.metadata.generation) {
    throw new Error("Applying it again without a change made a new generation.");
  }
}

/** Server-side apply, the namespace of a set before the rest. */
export async function apply(api: ApiClient, { object, text }: Manifest): Promise<KubernetesObject> {
  const path = `${await api.path(object)}?force=true&${manager}`;
  const { body } = await api.must("PATCH", path, text, "application/apply-patch+yaml");
  return body;
}

export async function stored(api: ApiClient, object: KubernetesObject): Promise<KubernetesObject> {
  return (await api.must("GET", await api.path(object))).body;
}

/** Removes objects with all that the controllers made of them. */
export async function remove(api: ApiClient, manifests: readonly Manifest[]): Promise<void> {
  for (const { object } of manifests.toReversed()) {
    if (object.kind === "Namespace") continue;
    await api.call("DELETE", `${await api.path(object)}?propagationPolicy=Background`);
  }
}
