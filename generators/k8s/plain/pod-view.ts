// The user's pod template taken apart for the Deployment templates: what their shape sets itself, and
// what is added beside it.
import type { Container, EnvVar, PodSpec } from "kubernetes-types/core/v1.js";
import { absent, type Absent, type OriginLeaf } from "../../../src/encode/leaf.js";
import type { View } from "../../../src/generator/contract.js";
import { derived } from "../../../src/generator/view.js";
import type { Process } from "../../../src/model/infra-model.js";
import { cpuQuantity } from "../../../src/targets/kubernetes/quantities.js";
import { labelsOf, selectorOf, type Context } from "../context.js";
import type { OriginPair } from "../flink-options.js";
import type { Image } from "../image.js";
import { mainContainer, mainContainerName, mergePodSpecs, type Pods } from "../pods.js";
import { needsRights, serviceAccountLeaf } from "../shared-objects.js";
import type { PodSize } from "../sizing.js";
import type { ConfigMap } from "./config-map.js";
import { pickSet } from "../stated.js";

/** What the pods of one component are made from. */
export interface PodRequest {
  readonly process: Process;
  readonly component: "jobmanager" | "taskmanager";
  readonly pods: Pods;
  readonly image: Image;
  readonly size: PodSize;
  readonly cpuLimit: (OriginLeaf & { readonly value: number }) | null;
  readonly configMap: ConfigMap;
}

/** Pod part of the view of `job-manager` and `task-manager`. */
export function podView(context: Context, request: PodRequest): View {
  const { process, component, pods, image, size, configMap } = request;
  const { deployment } = context;
  const base = pods.common.spec ?? { containers: [] };
  const spec = component === "taskmanager" ? mergePodSpecs(pods.taskManagers, base) : base;
  const main = mainContainer(spec);
  const origin: OriginPair = [deployment, "podTemplate"];
  return {
    podLabels: derived({
      ...pods.common.metadata?.labels,
      ...labelsOf(context, process, component).value,
      // As on pods of native Flink, so that one pod template can select them in both flavors.
      component,
    }),
    podAnnotations: treeOrAbsent(pods.common.metadata?.annotations, origin),
    selector: derived(selectorOf(context, process, component)),
    serviceAccount: serviceAccountLeaf(context),
    automountToken: needsRights(context) ? absent : derived(false),
    podSpec: treeOrAbsent(restOfPod(spec), origin),
    hasSecurityContext: spec.securityContext === undefined,
    containerName: mainContainerName,
    image: image.reference,
    imagePullPolicy: pickSet(deployment.image, "pullPolicy"),
    env: treeOrAbsent([...ownAddress(context, component), ...(main?.env ?? [])]),
    extraPorts: treeOrAbsent(main?.ports),
    hasLivenessProbe: main?.livenessProbe === undefined,
    hasReadinessProbe: main?.readinessProbe === undefined,
    hasContainerSecurityContext: main?.securityContext === undefined,
    container: treeOrAbsent(restOfContainer(main), origin),
    cpu: derived(cpuQuantity(size.cpu.value), ...originsOf(size.cpu)),
    cpuLimit: derived(
      cpuQuantity(request.cpuLimit?.value ?? size.cpu.value),
      ...originsOf(request.cpuLimit ?? size.cpu),
    ),
    memory: size.memory,
    volumeMounts: treeOrAbsent(main?.volumeMounts),
    otherContainers: treeOrAbsent(
      (spec.containers ?? []).filter(({ name }) => name !== mainContainerName),
      origin,
    ),
    volumes: treeOrAbsent(spec.volumes),
    configMapName: configMap.name,
    configFiles: configMap.files,
  };
}

/** The address by which a job manager with standbys announces itself. */
function ownAddress({ model }: Context, component: PodRequest["component"]): EnvVar[] {
  if (component === "taskmanager" || model.cluster.highAvailability === null) return [];
  return [{ name: "POD_IP", valueFrom: { fieldRef: { fieldPath: "status.podIP" } } }];
}

function originsOf({ origin }: OriginLeaf): readonly OriginPair[] {
  return (origin as readonly { object: object; key: string }[]).map(
    ({ object, key }): OriginPair => [object, key],
  );
}

/** A tree as a value; absent when there is nothing in it. */
function treeOrAbsent(
  tree: object | undefined,
  ...origins: readonly OriginPair[]
): OriginLeaf | Absent {
  return tree === undefined || Object.keys(tree).length === 0 ? absent : derived(tree, ...origins);
}

/** Everything but what the template's shape sets itself. */
function restOfPod(spec: PodSpec): Partial<PodSpec> {
  const {
    containers: _containers,
    volumes: _volumes,
    serviceAccountName: _account,
    ...rest
  } = spec;
  const { automountServiceAccountToken: _token, ...pod } = rest;
  return pod;
}

function restOfContainer(container: Container | undefined): Partial<Container> {
  if (container === undefined) return {};
  const {
    name: _name,
    image: _image,
    imagePullPolicy: _policy,
    args: _args,
    command: _command,
    ...rest
  } = container;
  const { env: _env, ports: _ports, resources: _resources, volumeMounts: _mounts, ...own } = rest;
  return own;
}
