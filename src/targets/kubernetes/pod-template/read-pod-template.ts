// Reads `deployment.pod_template`, in short or long form and either spelling, as a Kubernetes
// PodTemplateSpec. What Flink or the API server would refuse is an error at its place in the file.
import type { PodTemplateSpec } from "kubernetes-types/core/v1.js";
import { diagnose } from "../../../diagnostics/catalogue/index.js";
import type { Report } from "../../../diagnostics/diagnostic.js";
import { keySpan } from "../../../document/node.js";
import type { InfraNode, MapNode } from "../../../document/node.js";
import { nativeFlinkLabelKeys } from "../labels.js";
import { convertFields } from "./convert.js";
import type { Json, JsonObject } from "./convert.js";
import { Findings } from "./fields.js";
import type { Fields } from "./fields.js";
import { layOut } from "./layout.js";
import type { Layout } from "./layout.js";
import { checkMounts, withMainContainer } from "./main-container.js";
import { readNodeLabels, withRequirements } from "./node-labels.js";
import { objectMeta, podSecurityContext, podSpec } from "./pod-template-shape.js";
import { looseKey } from "./shape.js";

/** Plain data of a Kubernetes PodTemplateSpec; holds only what was written. */
export type PodTemplate = PodTemplateSpec;

/** How pods are made: native Flink (the default) overwrites some labels. */
export interface PodTemplateOptions {
  readonly native?: boolean;
}

const annotationLimit = 256 * 1024;

/**
 * The template that `tree`, the value of `deployment.pod_template`, describes. Null when an error
 * was reported, here or by an earlier stage. Codes E930 to E937, W930, W931, N930, N931.
 */
export function readPodTemplate(
  tree: MapNode,
  report: Report,
  options: PodTemplateOptions = {},
): PodTemplate | null {
  const findings = new Findings(report);
  const layout = layOut(tree, "pod_template", findings);
  const metadata = convertFields(layout.metadata, objectMeta, findings);
  checkAnnotations(metadata, layout, findings);
  const spec = readSpec(layout, findings);
  if (options.native ?? true) warnOfNativeLabels(layout, findings);
  if (findings.failed) return null;
  const template: JsonObject = {
    ...(isEmpty(metadata) ? {} : { metadata }),
    ...(isEmpty(spec) ? {} : { spec }),
  };
  // The table of shapes is that of the type: a test compares the two.
  return template as PodTemplate;
}

function isEmpty(object: JsonObject): boolean {
  return Object.keys(object).length === 0;
}

function readSpec(layout: Layout, findings: Findings): JsonObject {
  const plain: Fields = new Map(layout.pod);
  plain.delete("nodeSelector");
  plain.delete("securityContext");
  const spec: Record<string, Json> = { ...convertFields(plain, podSpec, findings) };
  if (layout.podSecurity.size > 0) {
    spec["securityContext"] = convertFields(layout.podSecurity, podSecurityContext, findings);
  }
  const selector = layout.pod.get("nodeSelector");
  if (selector !== undefined) {
    const { nodeSelector, requirements } = readNodeLabels(selector, findings);
    if (!isEmpty(nodeSelector)) spec["nodeSelector"] = nodeSelector;
    const affinity = withRequirements((spec["affinity"] ?? {}) as JsonObject, requirements);
    if (!isEmpty(affinity)) spec["affinity"] = affinity;
  }
  const written = (spec["containers"] ?? []) as readonly JsonObject[];
  const containers = withMainContainer(written, layout, findings);
  checkMounts(containers, layout, findings);
  if (containers.length > 0) spec["containers"] = containers;
  return spec;
}

function checkAnnotations(metadata: JsonObject, layout: Layout, findings: Findings): void {
  const field = layout.metadata.get("annotations");
  if (field === undefined) return;
  const annotations = (metadata["annotations"] ?? {}) as JsonObject;
  const bytes = Object.entries(annotations).reduce(
    (sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(String(value)),
    0,
  );
  if (bytes <= annotationLimit) return;
  const values = { path: field.path, bytes, limit: annotationLimit };
  findings.add(diagnose("E937", keySpan(field.entry), values));
}

function warnOfNativeLabels(layout: Layout, findings: Findings): void {
  const labels = layout.metadata.get("labels")?.entry.value;
  const set = new Set<string>();
  if (labels?.kind === "map") {
    for (const entry of labels.entries.values()) {
      if (!nativeFlinkLabelKeys.has(entry.key)) continue;
      set.add(entry.key);
      const help = `Use a label key of your own, such as "team.example.com/${entry.key}".`;
      findings.add(diagnose("W930", keySpan(entry), { label: entry.key }, { help }));
    }
  }
  const affinity = layout.pod.get("affinity")?.entry.value;
  if (affinity !== undefined) warnOfSelectors(affinity, set, findings);
}

/** Selectors on a label that the template sets in vain. */
function warnOfSelectors(node: InfraNode, labels: ReadonlySet<string>, findings: Findings): void {
  if (node.kind === "list") for (const item of node.items) warnOfSelectors(item, labels, findings);
  if (node.kind !== "map") return;
  for (const entry of node.entries.values()) {
    if (looseKey(entry.key) !== "matchlabels" || entry.value.kind !== "map") {
      warnOfSelectors(entry.value, labels, findings);
      continue;
    }
    for (const match of entry.value.entries.values()) {
      if (!labels.has(match.key) || match.value.kind !== "scalar") continue;
      const values = { label: match.key, value: String(match.value.value) };
      findings.add(diagnose("W931", keySpan(match), values));
    }
  }
}
