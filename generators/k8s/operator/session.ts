// Session mode: one FlinkDeployment without a job, and a FlinkSessionJob for each process. Options of
// the cluster go to the one, options of the job to the others.
import { diagnose } from "../../../src/diagnostics/catalogue/index.js";
import { isAbsent } from "../../../src/encode/leaf.js";
import type { PlannedFile, View } from "../../../src/generator/contract.js";
import { derived, pick } from "../../../src/generator/view.js";
import type { Process } from "../../../src/model/infra-model.js";
import { isClusterOption } from "../../../src/targets/flink/session-options.js";
import {
  labelsOf,
  metadataView,
  processFolder,
  processName,
  sharedLabels,
  sharedName,
  spanOf,
  yamlFile,
  type Context,
} from "../context.js";
import type { FlinkOptions } from "../flink-options.js";
import { ingressOf } from "../ingress.js";
import { podMonitorFiles } from "../monitoring.js";
import { podsOf } from "../pods.js";
import type { Sizing } from "../sizing.js";
import {
  clusterView,
  setClusterOptions,
  type PlannedProcess,
  type Shared,
} from "./flink-deployment.js";
import { operatorJob } from "./operator-job.js";

interface PlannedJob extends PlannedProcess {
  readonly options: FlinkOptions;
}

/** The name of the session cluster. */
export function sessionName(context: Context): string {
  return sharedName(context.model, "session");
}

/** The session cluster and its jobs; the cluster is sized by the largest process. */
export function sessionProcesses(
  context: Context,
  shared: Shared,
): { readonly cluster: readonly PlannedFile[]; readonly processes: readonly PlannedProcess[] } {
  const jobs = context.model.processes.map((process) => sessionJob(context, process));
  const largest = jobs.toSorted((one, other) => sizeOf(other.sizing) - sizeOf(one.sizing))[0];
  if (largest === undefined) return { cluster: [], processes: [] };
  reportDifferences(context, jobs, largest);
  const name = sessionName(context);
  const labels = sharedLabels(context);
  const { "app.kubernetes.io/managed-by": _manager, ...selector } = labels.value;
  const monitored = { name, labels, selector, path: "pod-monitor.yaml" };
  return {
    cluster: [
      sessionCluster(context, shared, largest, jobs),
      ...podMonitorFiles(context, monitored, shared.template),
    ],
    processes: jobs,
  };
}

function sizeOf({ taskManager }: Sizing): number {
  return (
    Number.parseInt(taskManager.memory.value, 10) *
    (taskManager.memory.value.endsWith("Gi") ? 1024 : 1)
  );
}

function sessionCluster(
  context: Context,
  shared: Shared,
  largest: PlannedJob,
  jobs: readonly PlannedJob[],
): PlannedFile {
  const { options, sizing, process } = largest;
  const pods = podsOf(context, {
    process,
    options,
    image: shared.image,
    template: shared.template,
    everything: jobs.map((job) => job.process),
  });
  setClusterOptions(options, pods);
  const name = sessionName(context);
  const labels = sharedLabels(context);
  const common = {
    ...pods.common,
    metadata: {
      ...pods.common.metadata,
      labels: { ...pods.common.metadata?.labels, ...labels.value },
    },
  };
  const ingress = ingressOf(context, name);
  const cluster = { name, labels, options, sizing, pods: { ...pods, common }, shared, ingress };
  const view = clusterView(context, { ...cluster, run: null }, isClusterOption);
  return yamlFile({ path: "flink-session-cluster.yaml", template: "flink-session-cluster" }, view);
}

function sessionJob(context: Context, process: Process): PlannedJob {
  const { options, sizing, scaling, job, upgrade } = operatorJob(context, process);
  options.remove("parallelism.default");
  const view: View = {
    ...metadataView(context, processName(process), labelsOf(context, process)),
    deploymentName: sessionName(context),
    flinkConfiguration: derived(options.view((key) => !isClusterOption(key))),
    jarUri: job.jarUri,
    entryClass: job.mainClass,
    args: job.argsLeaf,
    parallelism: pick(process.parallelism, "initial"),
    upgradeMode: upgrade.mode,
    initialSavepointPath: upgrade.initialSavepointPath,
    allowNonRestoredState: upgrade.allowNonRestoredState,
    startsFromSavepoint: !isAbsent(upgrade.initialSavepointPath),
  };
  const path = `${processFolder(process)}/flink-session-job.yaml`;
  const file = yamlFile({ path, template: "flink-session-job", process }, view);
  return { process, files: [file], scaling, sizing, upgrade, ingress: null, options };
}

/** W951 for cluster options that processes want differently: there is one cluster. */
function reportDifferences(
  context: Context,
  jobs: readonly PlannedJob[],
  largest: PlannedJob,
): void {
  for (const job of jobs) {
    const differing = job.options
      .pairs()
      .filter(([key, value]) => isClusterOption(key) && largest.options.get(key) !== value)
      .map(([key]) => key);
    if (differing.length === 0) continue;
    const values = {
      process: job.process.name,
      options: differing.join(", "),
      other: largest.process.name,
    };
    const help = "Give processes of different size clusters of their own (mode: native).";
    context.report(diagnose("W951", spanOf(context, job.process), values, { help }));
  }
}
