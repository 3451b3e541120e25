// What the pods of a process get besides Flink: the user's pod template, and what the model adds to
// it. Native Flink and the plain Deployments both start from this.
import type {
  Container,
  ContainerPort,
  EnvVar,
  PodSpec,
  TopologySpreadConstraint,
  Volume,
  VolumeMount,
} from "kubernetes-types/core/v1.js";
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import { nodeSpan } from "../../src/document/node.js";
import type { Process } from "../../src/model/infra-model.js";
import { mainContainerName } from "../../src/targets/kubernetes/pod-template/layout.js";
import {
  readPodTemplate,
  type PodTemplate,
} from "../../src/targets/kubernetes/pod-template/read-pod-template.js";
import {
  checkDnsSubdomain,
  checkLabelKey,
  checkLabelValue,
} from "../../src/targets/kubernetes/names.js";
import {
  checkName,
  labelsOf,
  pathOf,
  reportNotEmitted,
  selectorOf,
  spanOf,
  type Context,
} from "./context.js";
import type { FlinkOptions } from "./flink-options.js";
import { builtInPlugins, type Image } from "./image.js";
import { deliveryTo } from "./secrets/delivery.js";

export { mainContainerName };

/** Name of the container port that metrics are scraped from. */
export const metricsPortName = "metrics";

/** The pods of one process. */
export interface Pods {
  /** Of both components: the user's template with what the model adds. */
  readonly common: PodTemplate;
  /** Of task managers only. */
  readonly taskManagers: PodSpec;
  readonly metricsPort: number | null;
}

/** The user's template as Kubernetes has it; an empty one where the file has none or it is wrong. */
export function userTemplate(context: Context): PodTemplate {
  const { podTemplate } = context.deployment;
  if (podTemplate === null) return {};
  if (podTemplate.kind !== "map") {
    const values = { path: "pod_template", expected: "a map", found: "something else" };
    context.report(diagnose("E931", nodeSpan(podTemplate), values));
    return {};
  }
  return (
    readPodTemplate(podTemplate, context.report, { native: context.flavor === "operator" }) ?? {}
  );
}

/** What the pods of `process` are made of. */
export interface PodsRequest {
  readonly process: Process;
  readonly options: FlinkOptions;
  readonly image: Image;
  readonly template: PodTemplate;
  /** The processes whose secrets the pods hold; absent: the process alone. */
  readonly everything?: readonly Process[];
}

export function podsOf(context: Context, request: PodsRequest): Pods {
  const { process, options, image, template } = request;
  const metricsPort = metricsPortOf(options);
  const delivery = deliveryTo(context, request.everything ?? [process]);
  const added: PodSpec = {
    ...pullSecrets(context),
    ...nodeSelector(context, process),
    ...combined("volumes", delivery.volumes),
    containers: [
      {
        name: mainContainerName,
        env: [...environment(context, image, options), ...delivery.env],
        ports: metricsPort === null ? [] : [metricsContainerPort(metricsPort)],
        volumeMounts: [...delivery.volumeMounts],
      },
    ],
  };
  return {
    common: {
      metadata: {
        ...template.metadata,
        labels: { ...labelsOf(context, process).value, ...template.metadata?.labels },
      },
      ...specPart(mergePodSpecs(added, template.spec ?? { containers: [] })),
    },
    taskManagers: taskManagerPod(context, process, template),
    metricsPort,
  };
}

/** A template without containers leaves the key out, and without anything the whole `spec`. */
function specPart({ containers, ...rest }: PodSpec): { readonly spec?: PodSpec } {
  if (containers.length > 0) return { spec: { ...rest, containers } };
  return Object.keys(rest).length === 0 ? {} : { spec: rest as PodSpec };
}

function environment(context: Context, image: Image, options: FlinkOptions): EnvVar[] {
  const plugins = builtInPlugins(context, image, options);
  const level = context.model.logging?.level ?? null;
  return [
    ...(plugins === null ? [] : [{ name: "ENABLE_BUILT_IN_PLUGINS", value: plugins }]),
    ...(level === null ? [] : [{ name: "ROOT_LOG_LEVEL", value: level }]),
  ];
}

function metricsPortOf(options: FlinkOptions): number | null {
  const ports = options.get("metrics.reporter.prom.port");
  const first = /^\d+/u.exec(ports ?? "")?.[0];
  return first === undefined ? null : Number(first);
}

function metricsContainerPort(containerPort: number): ContainerPort {
  return { name: metricsPortName, containerPort };
}

function pullSecrets(context: Context): Partial<PodSpec> {
  const { image } = context.deployment;
  const names = image?.pullSecrets ?? [];
  if (image === null || names.length === 0) return {};
  const span = spanOf(context, image, "pullSecrets");
  for (const name of names)
    checkName(context, [name, "Secret name"], checkDnsSubdomain(name), span);
  return { imagePullSecrets: names.map((name) => ({ name })) };
}

/** Labels of `constraints.node_labels`, which join those of the pod template. */
function nodeSelector(context: Context, process: Process): Partial<PodSpec> {
  const labels = process.constraints?.nodeLabels ?? null;
  if (labels === null) return {};
  if (context.session && process.constraints !== null) {
    reportSessionPlacement(context, [process.constraints, "nodeLabels"]);
    return {};
  }
  for (const [label, value] of Object.entries(labels)) {
    const span = spanOf(context, labels, label);
    checkName(context, [label, "label key"], checkLabelKey(label), span);
    checkName(context, [value, "label value"], checkLabelValue(value), span);
  }
  return { nodeSelector: { ...labels } };
}

function reportSessionPlacement(context: Context, place: readonly [object, string]): void {
  const help =
    "Set it in deployment.pod_template, or give the process a cluster of its own (mode: native).";
  reportNotEmitted(context, place, "all processes share the pods of the session cluster", help);
}

// ---- task managers

const topologyKeys: Readonly<Record<string, string>> = {
  zone: "topology.kubernetes.io/zone",
  region: "topology.kubernetes.io/region",
  host: "kubernetes.io/hostname",
};

function taskManagerPod(context: Context, process: Process, template: PodTemplate): PodSpec {
  const spread = topologySpread(context, process);
  const directories = localDirectories(context, process, template);
  return {
    ...(spread.length === 0 ? {} : { topologySpreadConstraints: spread }),
    ...(directories.volumes.length === 0 ? {} : { volumes: directories.volumes }),
    containers:
      directories.mounts.length === 0
        ? []
        : [{ name: mainContainerName, volumeMounts: directories.mounts }],
  };
}

function topologySpread(context: Context, process: Process): TopologySpreadConstraint[] {
  const topology = process.constraints?.topology ?? null;
  const domain = topology?.spreadConstraint ?? null;
  if (topology === null || domain === null) return [];
  if (context.session) {
    reportSessionPlacement(context, [topology, "spreadConstraint"]);
    return [];
  }
  const topologyKey = topologyKeys[domain] ?? domain;
  const span = spanOf(context, topology, "spreadConstraint");
  checkName(context, [topologyKey, "label key"], checkLabelKey(topologyKey), span);
  // Native Flink sets `component` itself; the recommended label of that name is not on its pods.
  const matchLabels =
    context.flavor === "plain"
      ? selectorOf(context, process, "taskmanager")
      : { ...selectorOf(context, process), component: "taskmanager" };
  return [
    {
      maxSkew: 1,
      topologyKey,
      whenUnsatisfiable: "ScheduleAnyway",
      labelSelector: { matchLabels },
    },
  ];
}

interface LocalDirectories {
  readonly volumes: Volume[];
  readonly mounts: VolumeMount[];
}

/** One emptyDir for each local directory of RocksDB, unless the pod template mounts it; N942. */
function localDirectories(
  context: Context,
  process: Process,
  template: PodTemplate,
): LocalDirectories {
  const backend = process.stateBackendBinding;
  const storage = backend?.type === "rocksdb" ? backend.storage : null;
  const mounted =
    mainContainer(template.spec)?.volumeMounts?.map(({ mountPath }) => mountPath) ?? [];
  const missing = (storage?.localDirectories ?? []).filter(
    (directory) =>
      !mounted.some(
        (path) => directory === path || directory.startsWith(`${path.replace(/\/$/u, "")}/`),
      ),
  );
  if (storage === null || missing.length === 0) return { volumes: [], mounts: [] };
  const values = {
    property: pathOf(context, storage, "localDirectories", "local_directories"),
    count: missing.length,
  };
  const help = "Mount them in deployment.pod_template to choose the storage.";
  context.report(diagnose("N942", spanOf(context, storage, "localDirectories"), values, { help }));
  return {
    volumes: missing.map((_, index) => ({ name: `rocksdb-${index}`, emptyDir: {} })),
    mounts: missing.map((mountPath, index) => ({ name: `rocksdb-${index}`, mountPath })),
  };
}

// ---- merging

export function mainContainer(spec: PodSpec | undefined): Container | undefined {
  return (spec?.containers ?? []).find(({ name }) => name === mainContainerName);
}

/** `base` with everything of `own` added; what both name is taken from `own`, the user's. */
export function mergePodSpecs(base: PodSpec, own: PodSpec): PodSpec {
  const merged: PodSpec = {
    ...base,
    ...own,
    ...combined("imagePullSecrets", byKey(base.imagePullSecrets, own.imagePullSecrets, "name")),
    ...combined("volumes", byKey(base.volumes, own.volumes, "name")),
    ...combined("topologySpreadConstraints", [
      ...(base.topologySpreadConstraints ?? []),
      ...(own.topologySpreadConstraints ?? []),
    ]),
    containers: mergeContainers(base.containers, own.containers ?? []),
  };
  const nodeLabels = { ...base.nodeSelector, ...own.nodeSelector };
  return Object.keys(nodeLabels).length === 0 ? merged : { ...merged, nodeSelector: nodeLabels };
}

function mergeContainers(base: readonly Container[], own: readonly Container[]): Container[] {
  const mine = base.map((container) => {
    const other = own.find(({ name }) => name === container.name);
    return other === undefined ? withoutEmptyLists(container) : mergeContainer(container, other);
  });
  const rest = own.filter(({ name }) => !base.some((container) => container.name === name));
  return [...mine, ...rest].filter((container) => Object.keys(container).length > 1);
}

function mergeContainer(base: Container, own: Container): Container {
  return {
    ...withoutEmptyLists(base),
    ...own,
    ...combined("env", byKey(base.env, own.env, "name")),
    ...combined("ports", byKey(base.ports, own.ports, "containerPort")),
    ...combined("volumeMounts", byKey(base.volumeMounts, own.volumeMounts, "mountPath")),
  };
}

function withoutEmptyLists(container: Container): Container {
  const { env, ports, volumeMounts, ...rest } = container;
  return {
    ...rest,
    ...combined("env", env ?? []),
    ...combined("ports", ports ?? []),
    ...combined("volumeMounts", volumeMounts ?? []),
  };
}

function byKey<Item>(
  base: readonly Item[] | undefined,
  own: readonly Item[] | undefined,
  key: keyof Item,
): Item[] {
  const taken = new Set((own ?? []).map((item) => item[key]));
  return [...(base ?? []).filter((item) => !taken.has(item[key])), ...(own ?? [])];
}

function combined<Key extends string, Item>(
  key: Key,
  items: readonly Item[],
): { [Name in Key]?: Item[] } {
  return (items.length === 0 ? {} : { [key]: [...items] }) as { [Name in Key]?: Item[] };
}
