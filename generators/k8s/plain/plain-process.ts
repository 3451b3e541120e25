// Plain manifests of one process: a standalone application cluster of two Deployments, with Services,
// configuration, disruption budget and network policy.
import { absent, isAbsent } from "../../../src/encode/leaf.js";
import type { PlannedFile, View } from "../../../src/generator/contract.js";
import { derived } from "../../../src/generator/view.js";
import type { Process } from "../../../src/model/infra-model.js";
import { literalArgument } from "../../../src/targets/kubernetes/container-arguments.js";
import {
  labelsOf,
  metadataView,
  processFolder,
  processName,
  selectorOf,
  yamlFile,
  type Context,
} from "../context.js";
import { flinkOptions, type FlinkOptions } from "../flink-options.js";
import { controllerNamespace, ingressOf, type Ingress } from "../ingress.js";
import { addArtifacts, jobOf, standaloneJars, type Job } from "../job.js";
import { monitoredProcess, podMonitorFiles } from "../monitoring.js";
import type { PlannedProcess, Shared } from "../operator/flink-deployment.js";
import { metricsPortName, podsOf, type Pods } from "../pods.js";
import { scalingDecision, type ScalingDecision } from "../scaling/decision.js";
import { podScalerFiles, reportIgnoredParallelism } from "../scaling/pod-scaler.js";
import { sizingOf, type Sizing } from "../sizing.js";
import { restoreOf } from "../upgrade.js";
import { configMapOf, type ConfigMap } from "./config-map.js";
import { jobManagerName, portsOf, restServiceName, taskManagerName } from "./names.js";
import { podView } from "./pod-view.js";
import { pickSet } from "../stated.js";

interface Plan {
  readonly process: Process;
  readonly shared: Shared;
  readonly options: FlinkOptions;
  readonly sizing: Sizing;
  readonly scaling: ScalingDecision;
  readonly pods: Pods;
  readonly job: Job;
  readonly configMap: ConfigMap;
  readonly ingress: Ingress | null;
}

/** Reports what plain manifests cannot do for `planned`. */
export function reportPlain(context: Context, planned: readonly PlannedProcess[]): void {
  reportIgnoredParallelism(
    context,
    planned.filter(({ scaling }) => scaling.mechanism !== "none"),
  );
}

export function plainProcess(context: Context, process: Process, shared: Shared): PlannedProcess {
  const scaling = scalingDecision(context, process);
  const options = flinkOptions(context, process, { reactive: scaling.mechanism !== "none" });
  const sizing = sizingOf(context, process, options);
  const job = jobOf(context, process);
  addArtifacts(context, job, options);
  const { image, template } = shared;
  const pods = podsOf(context, { process, options, image, template });
  const configMap = configMapOf(context, process, options);
  const ingress = ingressOf(context, processName(process));
  const plan: Plan = { process, shared, options, sizing, scaling, pods, job, configMap, ingress };
  const files = [
    configMap.file,
    jobManagerFile(context, plan),
    taskManagerFile(context, plan),
    ...serviceFiles(context, plan),
    ...ingressFiles(context, plan),
    ...podScalerFiles(context, process, { decision: scaling, sizing }),
    disruptionBudget(context, process),
    networkPolicy(context, plan),
    ...podMonitorFiles(context, monitoredProcess(context, process), shared.template),
  ];
  return { process, files, scaling, sizing, upgrade: null, ingress };
}

function portsView({ options }: Plan): View {
  const { rpc, blob, rest, taskManagerRpc, data } = portsOf(options);
  return {
    rpcPort: rpc,
    blobPort: blob,
    restPort: rest,
    taskManagerRpcPort: taskManagerRpc,
    dataPort: data,
  };
}

function jobManagerFile(context: Context, plan: Plan): PlannedFile {
  const { process, sizing } = plan;
  const highlyAvailable = context.model.cluster.highAvailability !== null;
  const view: View = {
    ...metadataView(context, jobManagerName(process), labelsOf(context, process, "jobmanager")),
    ...podView(context, {
      ...plan,
      ...plan.shared,
      component: "jobmanager",
      size: sizing.jobManager,
      cpuLimit: null,
    }),
    ...portsView(plan),
    replicas: sizing.jobManagerReplicas,
    highlyAvailable,
    args: derived(startArguments(context, plan, highlyAvailable)),
  };
  const path = `${processFolder(process)}/job-manager-deployment.yaml`;
  return yamlFile({ path, template: "job-manager-deployment", process }, view);
}

/** `standalone-job` and what follows: Flink's own options first, then the job's arguments. */
function startArguments(
  context: Context,
  { process, job }: Plan,
  highlyAvailable: boolean,
): readonly string[] {
  const mainClass = isAbsent(job.mainClass) ? [] : ["--job-classname", String(job.mainClass.value)];
  const { initialSavepointPath } = restoreOf(context, process);
  const from = isAbsent(initialSavepointPath)
    ? []
    : ["--fromSavepoint", String(initialSavepointPath.value)];
  // Flink 2 has no --host: the address of the pod goes in as an option, which 1.x takes, too.
  const address = highlyAvailable ? ["-D", "jobmanager.rpc.address=$(POD_IP)"] : [];
  return [
    "standalone-job",
    ...[...mainClass, ...standaloneJars(context, process, job), ...from].map(literalArgument),
    ...address,
    ...job.args.map(literalArgument),
  ];
}

function taskManagerFile(context: Context, plan: Plan): PlannedFile {
  const { process, sizing, scaling } = plan;
  const rolling = context.deployment.strategy?.rolling ?? null;
  const hasRolling =
    rolling !== null && (rolling.maxUnavailable !== null || rolling.maxSurge !== null);
  const { taskManager } = sizing;
  const view: View = {
    ...metadataView(context, taskManagerName(process), labelsOf(context, process, "taskmanager")),
    ...podView(context, {
      ...plan,
      ...plan.shared,
      component: "taskmanager",
      size: taskManager,
      cpuLimit: taskManager.cpuLimit,
    }),
    ...portsView(plan),
    // A scaler owns the number: stating it here would reset it with each apply.
    replicas: scaling.mechanism === "none" ? sizing.taskManagers : absent,
    hasRolling,
    maxUnavailable: pickSet(rolling, "maxUnavailable"),
    maxSurge: pickSet(rolling, "maxSurge"),
  };
  const path = `${processFolder(process)}/task-manager-deployment.yaml`;
  return yamlFile({ path, template: "task-manager-deployment", process }, view);
}

function serviceFiles(context: Context, plan: Plan): readonly PlannedFile[] {
  const { process } = plan;
  const folder = processFolder(process);
  const { service } = context.deployment;
  const shared = {
    selector: derived(selectorOf(context, process, "jobmanager")),
    ...portsView(plan),
  };
  const labels = labelsOf(context, process, "jobmanager");
  const type = service?.type === "ClusterIP" ? absent : pickSet(service, "type");
  const rest = yamlFile(
    { path: `${folder}/rest-service.yaml`, template: "rest-service", process },
    { ...metadataView(context, restServiceName(process), labels), ...shared, type },
  );
  // With high availability the task managers find the leader in its metadata.
  if (context.model.cluster.highAvailability !== null) return [rest];
  const rpc = yamlFile(
    { path: `${folder}/job-manager-service.yaml`, template: "job-manager-service", process },
    { ...metadataView(context, jobManagerName(process), labels), ...shared },
  );
  return [rpc, rest];
}

function ingressFiles(context: Context, { process, ingress }: Plan): readonly PlannedFile[] {
  if (ingress === null) return [];
  const view: View = {
    ...metadataView(context, processName(process), labelsOf(context, process)),
    host: ingress.host,
    ingressClass: ingress.className,
    hasTls: ingress.tlsSecret !== null,
    tlsSecret: ingress.tlsSecret ?? absent,
    service: restServiceName(process),
  };
  return [
    yamlFile(
      { path: `${processFolder(process)}/ingress.yaml`, template: "ingress", process },
      view,
    ),
  ];
}

/** Of the task managers only: one job manager with a budget would block the drain of its node. */
function disruptionBudget(context: Context, process: Process): PlannedFile {
  const view: View = {
    ...metadataView(context, taskManagerName(process), labelsOf(context, process, "taskmanager")),
    selector: derived(selectorOf(context, process, "taskmanager")),
  };
  const path = `${processFolder(process)}/pod-disruption-budget.yaml`;
  return yamlFile({ path, template: "pod-disruption-budget", process }, view);
}

function networkPolicy(context: Context, plan: Plan): PlannedFile {
  const { process, pods, ingress } = plan;
  const { service } = context.deployment;
  const ingressNamespace = ingress === null ? null : controllerNamespace(context);
  const view: View = {
    ...metadataView(context, processName(process), labelsOf(context, process)),
    selector: derived(selectorOf(context, process)),
    ...portsView(plan),
    opensRest: (service?.type ?? "ClusterIP") !== "ClusterIP",
    opensRestToIngress: ingressNamespace !== null,
    ingressNamespace: ingressNamespace ?? absent,
    hasMetrics: pods.metricsPort !== null,
    metricsPort: metricsPortName,
  };
  const path = `${processFolder(process)}/network-policy.yaml`;
  return yamlFile({ path, template: "network-policy", process }, view);
}
