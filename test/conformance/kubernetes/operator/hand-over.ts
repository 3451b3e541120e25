// What the operator is given: the emitted objects, each set in a namespace of its own, so that all sets
// are judged at once.
import { stringify } from "yaml";
import type { ApiClient, KubernetesObject } from "../api-client.js";
import { apply } from "../apply.js";
import type { Manifest, ManifestSet } from "../manifests.js";

/** A resource of the operator as handed over, with the file that it is from. */
export interface Subject {
  /** `card-processing/production (operator): fraud-detection/flink-deployment.yaml`. */
  readonly artifact: string;
  /** As emitted, but for its namespace and for what `forOperator` does. */
  readonly object: FlinkResource;
  readonly namespace: string;
  /** Everything that was applied with it. */
  readonly set: ManifestSet;
}

/** A FlinkDeployment or FlinkSessionJob, as far as it is compared. */
export interface FlinkResource extends KubernetesObject {
  readonly spec: FlinkSpec;
}

export interface FlinkSpec {
  readonly image: string;
  readonly imagePullPolicy?: string;
  readonly serviceAccount: string;
  readonly deploymentName?: string;
  readonly flinkConfiguration: Readonly<Record<string, string>>;
  readonly logConfiguration?: Readonly<Record<string, string>>;
  readonly podTemplate?: PodTemplate;
  readonly jobManager: ComponentSpec;
  readonly taskManager: ComponentSpec;
  readonly ingress?: { readonly template: string; readonly className?: string };
  readonly job?: {
    readonly jarURI: string;
    readonly entryClass?: string;
    readonly args?: readonly string[];
    readonly parallelism: number;
    readonly upgradeMode: string;
  };
}

export interface ComponentSpec {
  readonly replicas?: number;
  readonly resource: { readonly cpu: number; readonly memory: string };
  readonly podTemplate?: PodTemplate;
}

export interface PodTemplate {
  readonly metadata?: {
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec?: PodSpec;
}

export interface PodSpec {
  readonly containers?: readonly Container[];
  readonly [field: string]: unknown;
}

export interface Container {
  readonly name: string;
  readonly [field: string]: unknown;
}

/** Objects that the pods of a job need. */
const companions = new Set(["ServiceAccount", "Role", "RoleBinding", "ResourceQuota"]);

/** Applies the set's accounts, rights and quotas, then what the operator judges. */
export async function handOver(
  api: ApiClient,
  set: ManifestSet,
  namespace: string,
): Promise<readonly Subject[]> {
  await post(api, { apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } });
  for (const { object } of set.manifests.filter((one) => companions.has(one.object.kind))) {
    await post(api, moved(object, namespace));
  }
  const subjects: Subject[] = [];
  const resources = set.manifests.map((manifest) => ({
    manifest,
    resource: forOperator(manifest),
  }));
  const folders = foldersOfSessionJobs(resources.flatMap(({ resource }) => resource ?? []));
  for (const { manifest, resource } of resources) {
    if (resource === null) continue;
    const object = moved(withOptions(resource, folders), namespace) as FlinkResource;
    await post(api, object);
    const artifact = `${set.name}: ${manifest.path.slice(set.folder.length + 1)}`;
    subjects.push({ artifact, object, namespace, set });
  }
  return subjects;
}

async function post(api: ApiClient, object: KubernetesObject): Promise<void> {
  await apply(api, { path: "", object, text: stringify(object) });
}

/** Null: nothing that the operator looks at. */
function forOperator({ object }: Manifest): FlinkResource | null {
  if (object.kind === "FlinkBlueGreenDeployment") return withOldNames(blue(object));
  if (object.kind !== "FlinkDeployment" && object.kind !== "FlinkSessionJob") return null;
  return withOldNames(object as FlinkResource);
}

/** What the controller of blue/green, which this release lacks, makes of it first. */
function blue(object: KubernetesObject): FlinkResource {
  const { template, ingress } = object["spec"] as {
    readonly template: { readonly spec: FlinkSpec };
    readonly ingress?: FlinkSpec["ingress"];
  };
  return {
    apiVersion: object.apiVersion,
    kind: "FlinkDeployment",
    metadata: { ...object.metadata, name: `${object.metadata.name}-blue` },
    spec: { ...template.spec, ...(ingress === undefined ? {} : { ingress }) },
  };
}

/**
 * This release is built on Flink 1.17, which knows only the old names of two options; newer releases
 * read both.
 */
function withOldNames(object: FlinkResource): FlinkResource {
  const { flinkConfiguration } = object.spec;
  const added: Record<string, string> = {};
  for (const [name, old] of Object.entries(oldNames)) {
    const value = flinkConfiguration[name];
    if (value !== undefined) added[old] = value;
  }
  return withOptions(object, added);
}

function withOptions(
  object: FlinkResource,
  added: Readonly<Record<string, string>>,
): FlinkResource {
  const { spec } = object;
  const flinkConfiguration = { ...added, ...spec.flinkConfiguration };
  return { ...object, spec: { ...spec, flinkConfiguration } };
}

/**
 * Releases before 1.8 look for the folders of a session job in the configuration of its cluster only;
 * newer ones add the job's own.
 */
function foldersOfSessionJobs(
  resources: readonly FlinkResource[],
): Readonly<Record<string, string>> {
  const job = resources.find(({ kind }) => kind === "FlinkSessionJob");
  if (job === undefined) return {};
  const names = Object.values(oldNames);
  return Object.fromEntries(
    Object.entries(job.spec.flinkConfiguration).filter(([name]) => names.includes(name)),
  );
}

const oldNames: Readonly<Record<string, string>> = {
  "execution.checkpointing.dir": "state.checkpoints.dir",
  "execution.checkpointing.savepoint-dir": "state.savepoints.dir",
};

/** The object in another namespace. */
function moved(object: KubernetesObject, namespace: string): KubernetesObject {
  const subjects = object["subjects"] as readonly object[] | undefined;
  return {
    ...object,
    metadata: { ...object.metadata, namespace },
    ...(subjects === undefined
      ? {}
      : { subjects: subjects.map((subject) => ({ ...subject, namespace })) }),
  };
}
