// What the controllers make of plain manifests: pods as the Deployments ask for them, selected by the
// selectors that are meant for them and by no others.
import { setTimeout as sleep } from "node:timers/promises";
import type { ApiClient, KubernetesObject } from "./api-client.js";
import { stored } from "./apply.js";
import type { Manifest } from "./manifests.js";

interface Deployment extends KubernetesObject {
  readonly spec: {
    readonly replicas: number;
    readonly selector: { readonly matchLabels: Readonly<Record<string, string>> };
  };
  readonly status?: {
    readonly replicas?: number;
    readonly conditions?: readonly { readonly type: string; readonly message: string }[];
  };
}

/** Waits until every pod of `manifest` exists; a pod that is refused is an error with the reason. */
export async function podsAreMade(api: ApiClient, manifest: Manifest): Promise<void> {
  let wanted = 0;
  let made = 0;
  for (let tries = 0; tries < 150; tries += 1) {
    const deployment = (await stored(api, manifest.object)) as Deployment;
    const refused = deployment.status?.conditions?.find(({ type }) => type === "ReplicaFailure");
    if (refused !== undefined) throw new Error(refused.message);
    wanted = deployment.spec.replicas;
    made = deployment.status?.replicas ?? 0;
    if (made === wanted) return;
    await sleep(200);
  }
  throw new Error(`${String(made)} of ${String(wanted)} pods after 30 s`);
}

/** The labels that an object selects pods by, for each kind that does; null for other kinds. */
export function selectorOf({
  kind,
  spec,
}: KubernetesObject): Readonly<Record<string, string>> | null {
  const { selector, podSelector } = (spec ?? {}) as {
    readonly selector?: Readonly<Record<string, string>> & {
      readonly matchLabels?: Readonly<Record<string, string>>;
    };
    readonly podSelector?: { readonly matchLabels?: Readonly<Record<string, string>> };
  };
  if (kind === "Service") return selector ?? {};
  if (kind === "NetworkPolicy") return podSelector?.matchLabels ?? {};
  if (kind === "Deployment" || kind === "PodDisruptionBudget") return selector?.matchLabels ?? {};
  return null;
}

/**
 * The pods of one Deployment and no other's must be behind a Service or a Deployment; a budget and a
 * network policy must find pods at all.
 */
export async function selectsItsPods(api: ApiClient, { object }: Manifest): Promise<void> {
  const labels = Object.entries(selectorOf(object) ?? {}).map(([key, value]) => `${key}=${value}`);
  if (labels.length === 0) throw new Error("It selects every pod of the namespace.");
  const namespace = object.metadata.namespace ?? "default";
  const query = `labelSelector=${encodeURIComponent(labels.join(","))}`;
  const { body } = await api.must("GET", `/api/v1/namespaces/${namespace}/pods?${query}`);
  const pods = body["items"] as readonly KubernetesObject[];
  if (pods.length === 0) throw new Error(`No pod has the labels ${labels.join(", ")}.`);
  if (object.kind !== "Service" && object.kind !== "Deployment") return;
  const owners = new Set(pods.map(({ metadata }) => metadata.ownerReferences?.[0]?.name));
  if (owners.size > 1) {
    throw new Error(`${labels.join(", ")} are labels of the pods of ${[...owners].join(" and ")}.`);
  }
  const [owner = ""] = owners;
  if (object.kind === "Deployment" && !owner.startsWith(`${object.metadata.name}-`)) {
    throw new Error(`It selects the pods of ${owner}.`);
  }
}

/** Waits until no pod is left in the namespaces of `manifests`. */
export async function podsAreGone(api: ApiClient, manifests: readonly Manifest[]): Promise<void> {
  const namespaces = new Set(manifests.map(({ object }) => object.metadata.namespace ?? "default"));
  for (const namespace of namespaces) {
    for (let tries = 0; tries < 150; tries += 1) {
      const { body } = await api.must("GET", `/api/v1/namespaces/${namespace}/pods`);
      if ((body["items"] as readonly unknown[]).length === 0) break;
      await sleep(200);
    }
  }
}

interface FlinkDeployment extends KubernetesObject {
  readonly spec: {
    readonly image: string;
    readonly serviceAccount?: string;
    readonly taskManager: { readonly resource: { readonly cpu: number; readonly memory: string } };
    readonly podTemplate?: {
      readonly metadata?: Readonly<Record<string, unknown>>;
      readonly spec?: {
        readonly containers?: readonly { readonly name: string }[];
        readonly [field: string]: unknown;
      };
    };
  };
}

/**
 * A dry-run of the pod that Flink makes of the operator's pod template: the operator itself does not
 * look into it before the job starts.
 */
export async function podTemplateIsValid(api: ApiClient, { object }: Manifest): Promise<void> {
  const { spec, metadata } = object as FlinkDeployment;
  const template = spec.podTemplate ?? {};
  const main = { name: "flink-main-container" };
  const containers = template.spec?.containers ?? [main];
  // What Flink gives its main container.
  const resources = { requests: spec.taskManager.resource, limits: spec.taskManager.resource };
  const own = { image: spec.image, resources };
  const pod = {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { ...template.metadata, name: metadata.name, namespace: metadata.namespace },
    spec: {
      ...template.spec,
      serviceAccountName: spec.serviceAccount,
      containers: containers.map((container) =>
        container.name === main.name ? { ...container, ...own } : container,
      ),
    },
  };
  const path = `/api/v1/namespaces/${metadata.namespace ?? "default"}/pods`;
  const query = "?dryRun=All&fieldValidation=Strict";
  const { warnings } = await api.must("POST", path + query, JSON.stringify(pod));
  if (warnings.length > 0) throw new Error(warnings.join("\n"));
}
