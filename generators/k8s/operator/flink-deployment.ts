// FlinkDeployment and FlinkBlueGreenDeployment: one application cluster for each process, which the
// Flink Kubernetes Operator runs in native mode.
import { absent, isAbsent, type Absent, type OriginLeaf } from "../../../src/encode/leaf.js";
import type { PlannedFile, View } from "../../../src/generator/contract.js";
import { derived, pick } from "../../../src/generator/view.js";
import type { Process } from "../../../src/model/infra-model.js";
import { flinkLineFacts } from "../../../src/targets/flink/lines.js";
import type { PodTemplate } from "../../../src/targets/kubernetes/pod-template/read-pod-template.js";
import {
  labelsOf,
  processFolder,
  processName,
  yamlFile,
  type Context,
  type LabelLeaf,
} from "../context.js";
import type { FlinkOptions } from "../flink-options.js";
import type { Image } from "../image.js";
import { ingressOf, type Ingress } from "../ingress.js";
import type { Job } from "../job.js";
import { monitoredProcess, podMonitorFiles } from "../monitoring.js";
import { podsOf, type Pods } from "../pods.js";
import type { ScalingDecision } from "../scaling/decision.js";
import { serviceAccountLeaf } from "../shared-objects.js";
import type { Sizing } from "../sizing.js";
import { isBlueGreen } from "../strategy.js";
import { flinkDuration } from "../units.js";
import type { Upgrade } from "../upgrade.js";
import { pickSet } from "../stated.js";
import { operatorJob } from "./operator-job.js";

/** What each process is planned from; made once for all of them. */
export interface Shared {
  readonly image: Image;
  readonly template: PodTemplate;
  readonly cluster: SharedFields;
}

/** Fields of a FlinkDeployment that are the same for every process. */
export interface SharedFields {
  readonly imagePullPolicy: OriginLeaf | Absent;
  readonly flinkVersion: OriginLeaf;
  readonly serviceAccount: OriginLeaf;
  readonly hasLogging: boolean;
}

export function sharedFields(context: Context): SharedFields {
  const { deployment, line, model } = context;
  const level = model.logging?.level ?? null;
  return {
    imagePullPolicy: pickSet(deployment.image, "pullPolicy"),
    flinkVersion: derived(flinkLineFacts(line).operatorVersion, [deployment, "flinkVersion"]),
    serviceAccount: serviceAccountLeaf(context),
    hasLogging: level !== null && level !== "INFO",
  };
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
  const { options, sizing, scaling, job, upgrade } = operatorJob(context, process);
  const { image, template } = shared;
  const pods = podsOf(context, { process, options, image, template });
  const ingress = ingressOf(context, processName(process));
  setClusterOptions(options, pods);
  const view = clusterView(context, {
    name: processName(process),
    labels: labelsOf(context, process),
    options,
    sizing,
    pods,
    shared,
    ingress,
    run: { process, job, upgrade },
  });
  return {
    process,
    files: [
      deploymentFile(context, process, view),
      ...podMonitorFiles(context, monitoredProcess(context, process), template),
    ],
    scaling,
    sizing,
    upgrade,
    ingress,
  };
}

function deploymentFile(context: Context, process: Process, view: View): PlannedFile {
  const folder = processFolder(process);
  if (!isBlueGreen(context)) {
    const path = `${folder}/flink-deployment.yaml`;
    return yamlFile({ path, template: "flink-deployment", process }, view);
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
  return yamlFile(file, { ...view, configuration });
}

/** Options that fields of the object say instead, and those that pods and fields bring with them. */
export function setClusterOptions(options: FlinkOptions, pods: Pods): void {
  options.remove(
    "jobmanager.memory.process.size",
    "taskmanager.memory.process.size",
    "parallelism.default",
  );
  // Else lists of layered templates are merged by position, and the wrong containers meet.
  if (hasOwnTemplate(pods))
    options.set("kubernetes.operator.pod-template.merge-arrays-by-name", "true");
}

function hasOwnTemplate({ taskManagers }: Pods): boolean {
  return taskManagers.containers.length > 0 || Object.keys(taskManagers).length > 1;
}

/** The job that an application cluster runs. */
interface Run {
  readonly process: Process;
  readonly job: Job;
  readonly upgrade: Upgrade;
}

/** What a cluster is made of. */
export interface Cluster {
  readonly name: string;
  readonly labels: LabelLeaf;
  readonly options: FlinkOptions;
  readonly sizing: Sizing;
  readonly pods: Pods;
  readonly shared: Shared;
  readonly ingress: Ingress | null;
  /** Null: a session cluster, which jobs are submitted to. */
  readonly run: Run | null;
}

/** The view of a cluster's template, in one literal: there may be thousands of them. */
export function clusterView(
  context: Context,
  cluster: Cluster,
  wanted?: (key: string) => boolean,
): View {
  const { name, labels, options, sizing, pods, shared, ingress, run } = cluster;
  const { jobManager, taskManager, jobManagerReplicas } = sizing;
  const { imagePullPolicy, flinkVersion, serviceAccount, hasLogging } = shared.cluster;
  const { common } = pods;
  const savepoint = run?.upgrade.initialSavepointPath ?? absent;
  return {
    name,
    namespace: context.namespaceLeaf,
    labels,
    image: shared.image.reference,
    imagePullPolicy,
    flinkVersion,
    serviceAccount,
    jarUri: run?.job.jarUri ?? absent,
    entryClass: run?.job.mainClass ?? absent,
    args: run?.job.argsLeaf ?? absent,
    parallelism: run === null ? absent : pick(run.process.parallelism, "initial"),
    upgradeMode: run?.upgrade.mode ?? absent,
    startsFromSavepoint: !isAbsent(savepoint),
    initialSavepointPath: savepoint,
    allowNonRestoredState: run?.upgrade.allowNonRestoredState ?? absent,
    jobManagerReplicas: jobManagerReplicas.value === 1 ? absent : jobManagerReplicas,
    jobManagerCpu: jobManager.cpu,
    jobManagerMemory: jobManager.memory,
    taskManagerCpu: taskManager.cpu,
    taskManagerMemory: taskManager.memory,
    taskManagerTemplate: hasOwnTemplate(pods) ? derived(taskManagerTemplate(pods)) : absent,
    podTemplate: derived(common, [context.deployment, "podTemplate"]),
    hasIngress: ingress !== null,
    ingressTemplate: ingress?.template ?? absent,
    ingressClass: ingress?.className ?? absent,
    hasTls: (ingress?.tlsSecret ?? null) !== null,
    ingressHost: ingress?.host ?? absent,
    tlsSecret: ingress?.tlsSecret ?? absent,
    flinkConfiguration: derived(options.view(wanted)),
    hasLogging,
  };
}

function taskManagerTemplate({ taskManagers }: Pods): object {
  const { containers, ...rest } = taskManagers;
  return { spec: { ...rest, ...(containers.length === 0 ? {} : { containers }) } };
}
