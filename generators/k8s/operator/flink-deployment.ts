// FlinkDeployment and FlinkBlueGreenDeployment: one application cluster for each process, which the
// Flink Kubernetes Operator runs in native mode.
import { absent, isAbsent } from "../../../src/encode/leaf.js";
import type { PlannedFile, View } from "../../../src/generator/contract.js";
import { derived, pick } from "../../../src/generator/view.js";
import type { Process } from "../../../src/model/infra-model.js";
import { flinkLineFacts } from "../../../src/targets/flink/lines.js";
import {
  labelsOf,
  metadataView,
  processFolder,
  processName,
  yamlFile,
  type Context,
} from "../context.js";
import { flinkOptions, type FlinkOptions } from "../flink-options.js";
import type { Image } from "../image.js";
import { ingressOf, type Ingress } from "../ingress.js";
import { addArtifacts, jobOf } from "../job.js";
import { monitoredProcess, podMonitorFiles } from "../monitoring.js";
import { podsOf, type Pods } from "../pods.js";
import type { PodTemplate } from "../../../src/targets/kubernetes/pod-template/read-pod-template.js";
import { setAutoscaler } from "../scaling/autoscaler.js";
import { scalingDecision, type ScalingDecision } from "../scaling/decision.js";
import { serviceAccountLeaf } from "../shared-objects.js";
import { sizingOf, type Sizing } from "../sizing.js";
import { isBlueGreen } from "../strategy.js";
import { flinkDuration } from "../units.js";
import { upgradeOf, type Upgrade } from "../upgrade.js";
import { pickSet } from "../stated.js";

/** What each process is planned from. */
export interface Shared {
  readonly image: Image;
  readonly template: PodTemplate;
}

/** Files of one process, and what the README says of it. */
export interface PlannedProcess {
  readonly process: Process;
  readonly files: readonly PlannedFile[];
  readonly scaling: ScalingDecision;
  readonly sizing: Sizing;
  readonly upgrade: Upgrade | null;
  readonly ingress: Ingress | null;
}

export function operatorProcess(
  context: Context,
  process: Process,
  shared: Shared,
): PlannedProcess {
  const options = flinkOptions(context, process, { reactive: false });
  const sizing = sizingOf(context, process, options);
  const scaling = scalingDecision(context, process);
  const job = jobOf(context, process);
  addArtifacts(context, job, options);
  if (scaling.request !== null)
    setAutoscaler(context, process, { request: scaling.request, options, sizing });
  const upgrade = upgradeOf(context, process, options);
  const pods = podsOf(context, { process, options, ...shared });
  const ingress = ingressOf(context, processName(process));
  setClusterOptions(options, pods, sizing);
  const view: View = {
    ...metadataView(context, processName(process), labelsOf(context, process)),
    ...clusterView(context, { options, sizing, pods, image: shared.image, ingress }),
    jarUri: job.jarUri,
    entryClass: job.mainClass,
    args: job.argsLeaf,
    parallelism: pick(process.parallelism, "initial"),
    upgradeMode: upgrade.mode,
    initialSavepointPath: upgrade.initialSavepointPath,
    allowNonRestoredState: upgrade.allowNonRestoredState,
    startsFromSavepoint: !isAbsent(upgrade.initialSavepointPath),
  };
  return {
    process,
    files: [
      ...deploymentFile(context, process, view),
      ...podMonitorFiles(context, monitoredProcess(context, process), shared.template),
    ],
    scaling,
    sizing,
    upgrade,
    ingress,
  };
}

function deploymentFile(context: Context, process: Process, view: View): readonly PlannedFile[] {
  const folder = processFolder(process);
  if (!isBlueGreen(context)) {
    return [
      yamlFile(
        { path: `${folder}/flink-deployment.yaml`, template: "flink-deployment", process },
        view,
      ),
    ];
  }
  const blueGreen = context.deployment.strategy?.blueGreen ?? null;
  const keep = blueGreen?.keepOldVersionMs ?? null;
  const configuration =
    keep === null || blueGreen === null
      ? absent
      : derived(
          { "kubernetes.operator.bluegreen.deployment-deletion.delay": flinkDuration(keep) },
          [blueGreen, "keepOldVersionMs"],
        );
  const file = {
    path: `${folder}/flink-blue-green-deployment.yaml`,
    template: "flink-blue-green-deployment",
    process,
  };
  return [yamlFile(file, { ...view, configuration })];
}

/** Options that fields of the object say instead, and those that pods and fields bring with them. */
export function setClusterOptions(options: FlinkOptions, pods: Pods, sizing: Sizing): void {
  options.remove(
    "jobmanager.memory.process.size",
    "taskmanager.memory.process.size",
    "parallelism.default",
  );
  const { cpu, cpuLimit } = sizing.taskManager;
  if (cpuLimit !== null) {
    const factor = Number((cpuLimit.value / cpu.value).toFixed(3));
    options.remove("kubernetes.taskmanager.cpu.limit-factor");
    options.set("kubernetes.taskmanager.cpu.limit-factor", String(factor));
  }
  // Else lists of layered templates are merged by position, and the wrong containers meet.
  if (hasOwnTemplate(pods))
    options.set("kubernetes.operator.pod-template.merge-arrays-by-name", "true");
}

function hasOwnTemplate({ taskManagers }: Pods): boolean {
  return taskManagers.containers.length > 0 || Object.keys(taskManagers).length > 1;
}

/** What a cluster is made of, with a job or without. */
export interface Cluster {
  readonly options: FlinkOptions;
  readonly sizing: Sizing;
  readonly pods: Pods;
  readonly image: Image;
  readonly ingress: Ingress | null;
}

/** The part of the view that application and session clusters share. */
export function clusterView(
  context: Context,
  cluster: Cluster,
  wanted?: (key: string) => boolean,
): View {
  const { options, sizing, pods, image, ingress } = cluster;
  const { deployment, line, model } = context;
  const level = model.logging?.level ?? null;
  return {
    image: image.reference,
    imagePullPolicy: pickSet(deployment.image, "pullPolicy"),
    flinkVersion: derived(flinkLineFacts(line).operatorVersion, [deployment, "flinkVersion"]),
    serviceAccount: serviceAccountLeaf(context),
    flinkConfiguration: derived(options.view(wanted)),
    hasLogging: level !== null && level !== "INFO",
    podTemplate: derived(withoutEmptySpec(pods.common), [deployment, "podTemplate"]),
    jobManagerReplicas: sizing.jobManagerReplicas.value === 1 ? absent : sizing.jobManagerReplicas,
    jobManagerCpu: sizing.jobManager.cpu,
    jobManagerMemory: sizing.jobManager.memory,
    taskManagerCpu: sizing.taskManager.cpu,
    taskManagerMemory: sizing.taskManager.memory,
    taskManagerTemplate: hasOwnTemplate(pods) ? derived(taskManagerTemplate(pods)) : absent,
    ...ingressView(ingress),
  };
}

function withoutEmptySpec({ spec, ...rest }: PodTemplate): PodTemplate {
  return spec === undefined || Object.keys(spec).length === 0 ? rest : { ...rest, spec };
}

function taskManagerTemplate({ taskManagers }: Pods): object {
  const { containers, ...rest } = taskManagers;
  return { spec: { ...rest, ...(containers.length === 0 ? {} : { containers }) } };
}

function ingressView(ingress: Ingress | null): View {
  if (ingress === null) return { hasIngress: false };
  const { host, className, tlsSecret } = ingress;
  return {
    hasIngress: true,
    ingressTemplate: ingress.template,
    ingressClass: className,
    hasTls: tlsSecret !== null,
    ingressHost: host,
    tlsSecret: tlsSecret ?? absent,
  };
}
