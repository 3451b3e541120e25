// The PodMonitor that lets a Prometheus Operator scrape the pods of a process: Flink's task managers
// have no Service that a ServiceMonitor could find.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import { absent } from "../../src/encode/leaf.js";
import type { PlannedFile, View } from "../../src/generator/contract.js";
import { derived, pick } from "../../src/generator/view.js";
import type { Process } from "../../src/model/infra-model.js";
import type { PodTemplate } from "../../src/targets/kubernetes/pod-template/read-pod-template.js";
import {
  labelsOf,
  metadataView,
  processFolder,
  processName,
  reportNotEmitted,
  selectorOf,
  spanOf,
  yamlFile,
  type Context,
  type LabelLeaf,
} from "./context.js";
import { metricsPortName } from "./pods.js";

/** Whether the pods are scraped by their annotations: a PodMonitor would scrape them twice. */
export function isScrapedByAnnotation(template: PodTemplate): boolean {
  return template.metadata?.annotations?.["prometheus.io/scrape"] === "true";
}

/** JobDown, JobRestarting and the others of `monitoring.default_alerts`. */
const kindsOfDefaultAlerts = 6;

/** Reports N945: how many alerts there are that no emitted object holds. */
export function reportAlerts(context: Context): void {
  const { alerts, defaultAlerts, processes, checkpoints } = context.model;
  const ofProcesses = processes.map(({ monitoring }) => (monitoring?.alerts ?? []).length);
  const ofCheckpoints = checkpoints.map(({ monitoring }) =>
    Object.values(monitoring?.alerts ?? {}).filter((limit) => limit !== null),
  );
  const sum = ofProcesses.reduce((total, more) => total + more, ofCheckpoints.flat().length);
  const count = alerts.length + sum + (defaultAlerts?.enabled === true ? kindsOfDefaultAlerts : 0);
  if (count === 0) return;
  const [first] = alerts;
  const span =
    first !== undefined
      ? spanOf(context, first, "name")
      : defaultAlerts === null
        ? null
        : spanOf(context, defaultAlerts);
  const help =
    'With "--flavor operator" it emits them as a PrometheusRule; "nexgen build" runs it with this one.';
  context.report(diagnose("N945", span, { count }, { help }));
}

/** Reports W940: the server above the regions is told to collect, not the pods. */
export function reportFederation(context: Context): void {
  const federation = context.model.metrics?.federation ?? null;
  if (federation === null) return;
  const help = "Add a federation job to the configuration of that server.";
  const reason = "the server above the regions collects by its own configuration";
  reportNotEmitted(context, [federation, "globalAggregator"], reason, help);
}

/** The pods of one cluster: of a process, or the session's. */
export interface MonitoredCluster {
  readonly name: string;
  readonly labels: LabelLeaf;
  readonly selector: Readonly<Record<string, string>>;
  readonly path: string;
  readonly process?: Process;
}

/** The pods of `process`. */
export function monitoredProcess(context: Context, process: Process): MonitoredCluster {
  return {
    name: processName(process),
    labels: labelsOf(context, process),
    selector: selectorOf(context, process),
    path: `${processFolder(process)}/pod-monitor.yaml`,
    process,
  };
}

export function podMonitorFiles(
  context: Context,
  cluster: MonitoredCluster,
  template: PodTemplate,
): readonly PlannedFile[] {
  const { metrics } = context.model;
  if (metrics?.type !== "prometheus" || isScrapedByAnnotation(template)) return [];
  const view: View = {
    ...metadataView(context, cluster.name, cluster.labels),
    selector: derived(cluster.selector),
    port: metricsPortName,
    path: metrics.path === null ? absent : pick(metrics, "path"),
  };
  return [
    yamlFile({ path: cluster.path, template: "pod-monitor", process: cluster.process }, view),
  ];
}
