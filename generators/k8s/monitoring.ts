// The PodMonitor that lets a Prometheus Operator scrape the pods of a process: Flink's task managers
// have no Service that a ServiceMonitor could find.
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
  selectorOf,
  yamlFile,
  type Context,
} from "./context.js";
import { metricsPortName } from "./pods.js";

/** Whether the pods are scraped by their annotations: a PodMonitor would scrape them twice. */
export function isScrapedByAnnotation(template: PodTemplate): boolean {
  return template.metadata?.annotations?.["prometheus.io/scrape"] === "true";
}

export function podMonitorFiles(
  context: Context,
  process: Process,
  template: PodTemplate,
): readonly PlannedFile[] {
  const { metrics } = context.model;
  if (metrics?.type !== "prometheus" || context.session || isScrapedByAnnotation(template))
    return [];
  const view: View = {
    ...metadataView(context, processName(process), labelsOf(context, process)),
    selector: derived(selectorOf(context, process)),
    port: metricsPortName,
    path: metrics.path === null ? absent : pick(metrics, "path"),
  };
  return [
    yamlFile(
      { path: `${processFolder(process)}/pod-monitor.yaml`, template: "pod-monitor", process },
      view,
    ),
  ];
}
