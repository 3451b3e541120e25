// The pods that come of a FlinkDeployment, compared with its resources and its pod templates: those of
// the job manager as the operator had them made, those of task managers as Flink made them.
import { setTimeout as sleep } from "node:timers/promises";
import type { ApiClient, KubernetesObject } from "../api-client.js";
import { quantity } from "../quantity.js";
import { lostLeaves } from "../read-back.js";
import { processOf } from "./effective-configuration.js";
import type { ComponentSpec, Container, PodSpec, PodTemplate, Subject } from "./hand-over.js";

interface Pod extends KubernetesObject {
  readonly spec: PodSpec;
}

/** Every pod of the job manager; an error says why there is none. */
async function jobManagerPods(api: ApiClient, subject: Subject): Promise<readonly Pod[]> {
  const { namespace, object } = subject;
  const wanted = object.spec.jobManager.replicas ?? 1;
  const labels = encodeURIComponent(`app=${object.metadata.name},component=jobmanager`);
  let made: readonly Pod[] = [];
  for (let tries = 0; tries < 100; tries += 1) {
    const path = `/api/v1/namespaces/${namespace}/pods?labelSelector=${labels}`;
    made = (await api.must("GET", path)).body["items"] as readonly Pod[];
    if (made.length === wanted) return made;
    await sleep(200);
  }
  const path = `/apis/apps/v1/namespaces/${namespace}/deployments/${object.metadata.name}`;
  const { status } = (await api.must("GET", path)).body;
  throw new Error(`${String(made.length)} of ${String(wanted)} pods: ${JSON.stringify(status)}`);
}

/** Account, image, resources and template of the job manager's pods. */
export async function jobManagerIsAsEmitted(api: ApiClient, subject: Subject): Promise<void> {
  const { jobManager } = subject.object.spec;
  const [pod] = await jobManagerPods(api, subject);
  if (pod === undefined) throw new Error("There is no pod.");
  isAsEmitted(pod, subject, jobManager, jobManager.resource.cpu);
}

/** The same of the pod that Flink made of a task manager. */
export async function taskManagerIsAsEmitted(api: ApiClient, subject: Subject): Promise<void> {
  const { object, namespace, set } = subject;
  const { taskManager } = object.spec;
  const name = `${object.metadata.name}-taskmanager-1-1`;
  const { body } = await api.must("GET", `/api/v1/namespaces/${namespace}/pods/${name}`);
  // A process may burst above what is kept for it.
  const limit = processOf(set.model, object)?.kubernetes?.cpu?.limit ?? taskManager.resource.cpu;
  isAsEmitted(body as unknown as Pod, subject, taskManager, limit);
}

function isAsEmitted(
  pod: Pod,
  { object: { spec } }: Subject,
  component: ComponentSpec,
  cpuLimit: number,
): void {
  const main = mainContainer(pod);
  const templates = [spec.podTemplate, component.podTemplate];
  const findings = [
    ...lostLeaves(spec.serviceAccount, pod.spec["serviceAccountName"], "serviceAccountName"),
    ...lostLeaves(spec.image, main["image"], "image"),
    ...lostLeaves(spec.imagePullPolicy ?? "IfNotPresent", main["imagePullPolicy"], "pullPolicy"),
    ...otherResources(
      { requests: component.resource, limits: { ...component.resource, cpu: cpuLimit } },
      main,
    ),
    ...lostOfTemplates(templates, pod),
    ...notEmitted(templates, pod),
  ];
  if (findings.length > 0) throw new Error(findings.join("\n"));
}

function mainContainer(pod: Pod): Container {
  const main = pod.spec.containers?.find(({ name }) => name === "flink-main-container");
  if (main === undefined) throw new Error("The pod has no flink-main-container.");
  return main;
}

type Amounts = Readonly<Record<string, string | number>>;

/** What is asked for and what is allowed are what the object says. */
function otherResources(
  wanted: { readonly requests: Amounts; readonly limits: Amounts },
  main: Container,
): readonly string[] {
  const given = main["resources"] as { readonly requests: Amounts; readonly limits: Amounts };
  return (["requests", "limits"] as const).flatMap((kind) =>
    Object.entries(wanted[kind]).flatMap(([name, value]) =>
      quantity(String(given[kind][name])) === quantity(String(value))
        ? []
        : [`${kind}.${name} is ${String(given[kind][name])} instead of ${String(value)}`],
    ),
  );
}

function lostOfTemplates(
  templates: readonly (PodTemplate | undefined)[],
  pod: Pod,
): readonly string[] {
  const found = byName(pod);
  return templates.flatMap((template) => lostLeaves(byName(template ?? {}), found));
}

/** Lists of a pod whose items have names, and what Flink and the server themselves put there. */
const own: Readonly<Record<string, RegExp>> = {
  env: /^(?:_POD_IP_ADDRESS|_POD_NODE_ID|FLINK_TM_JVM_MEM_OPTS)$/u,
  volumeMounts: /^\/opt\/flink\/(?:conf|pod-template)$|^\/var\/run\/secrets\/kubernetes\.io\//u,
  ports: /^(?:rest|blobserver|jobmanager-rpc|taskmanager-rpc)$/u,
  volumes: /^(?:flink-config-volume|pod-template-volume|kube-api-access-.*)$/u,
};

/** Nothing came to the pod that neither the templates nor Flink put there. */
function notEmitted(templates: readonly (PodTemplate | undefined)[], pod: Pod): readonly string[] {
  const specs = templates.flatMap((template) =>
    template?.spec === undefined ? [] : [template.spec],
  );
  const mains = specs.flatMap(({ containers }) => containers ?? []);
  return Object.entries(own).flatMap(([list, pattern]) => {
    const [holders, holder] = list === "volumes" ? [specs, pod.spec] : [mains, mainContainer(pod)];
    const emitted = new Set(holders.flatMap((one) => namesIn(one, list)));
    return namesIn(holder, list)
      .filter((name) => !emitted.has(name) && !pattern.test(name))
      .map((name) => `${list} has ${name}, which nothing asked for`);
  });
}

function namesIn(holder: object, list: string): readonly string[] {
  return Object.keys((byName(holder) as Readonly<Record<string, object>>)[list] ?? {});
}

/** Lists whose items have names as maps: their order is Flink's. */
function byName(value: unknown): unknown {
  if (Array.isArray(value)) {
    const keys = value.map((item: unknown) => nameOf(item));
    if (keys.length === 0 || keys.includes(null)) return value.map(byName);
    return Object.fromEntries(
      value.map((item: unknown, index) => [String(keys[index]), byName(item)]),
    );
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, byName(one)]));
}

/** A mount is known by its path: one volume may be mounted twice. */
function nameOf(item: unknown): string | null {
  const { mountPath, name } = (item ?? {}) as {
    readonly mountPath?: string;
    readonly name?: string;
  };
  return mountPath ?? name ?? null;
}
