// Rules of the pod template that keep pods apart. A hard one that gives each pod a zone of its own leaves
// those beyond the number of zones pending for ever; how many zones there are, only a node selector
// tells. One whose selector finds no pod of the file keeps none of them apart.
import type { Affinity, PodAffinityTerm } from "kubernetes-types/core/v1.js";
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import { keySpan, type Entry, type InfraNode } from "../../src/document/node.js";
import type { Process } from "../../src/model/infra-model.js";
import { nativeFlinkLabelKeys } from "../../src/targets/kubernetes/labels.js";
import type { PodTemplate } from "../../src/targets/kubernetes/pod-template/read-pod-template.js";
import { looseKey } from "../../src/targets/kubernetes/pod-template/shape.js";
import { processName, labelsOf, type Context } from "./context.js";
import type { Sizing } from "./sizing.js";

interface Sized {
  readonly process: Process;
  readonly sizing: Sizing;
}

const zoneKeys: ReadonlySet<string> = new Set([
  "topology.kubernetes.io/zone",
  "failure-domain.beta.kubernetes.io/zone",
]);

/** Regions of the large clouds have three zones, few have more. */
const usualZones = 3;

/**
 * Reports E753 for more pods than named zones, W755 for more than most regions have, N946 for rules
 * that concern no pod of the file.
 */
export function checkSpread(
  context: Context,
  template: PodTemplate,
  processes: readonly Sized[],
): void {
  const rules = template.spec?.affinity?.podAntiAffinity;
  const preferred = rules?.preferredDuringSchedulingIgnoredDuringExecution ?? [];
  for (const [index, { podAffinityTerm }] of preferred.entries()) {
    const pods = countPods(context, template, podAffinityTerm, processes);
    if (pods === 0) reportIdle(context, "preferred", index);
  }
  const required = rules?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
  for (const [index, term] of required.entries()) {
    const pods = countPods(context, template, term, processes);
    if (pods === 0) reportIdle(context, "required", index);
    if (pods === null || !zoneKeys.has(term.topologyKey)) continue;
    const zones = namedZones(template, term.topologyKey);
    if (pods <= (zones ?? usualZones)) continue;
    report(context, { index, pods, zones });
  }
}

/** Pods of all processes that the term's selector finds; null where it asks for more than labels. */
function countPods(
  context: Context,
  template: PodTemplate,
  { labelSelector, namespaces, namespaceSelector }: PodAffinityTerm,
  processes: readonly Sized[],
): number | null {
  if (processes.length === 0 || namespaceSelector !== undefined) return null;
  if (namespaces !== undefined && !namespaces.includes(context.namespace)) return null;
  // Kubernetes takes an absent selector for none, and an empty one for all.
  if (labelSelector === undefined) return null;
  if ((labelSelector.matchExpressions ?? []).length > 0) return null;
  const wanted = Object.entries(labelSelector.matchLabels ?? {});
  // W931 tells of those already.
  if (wanted.some(([key]) => isOverwritten(context, template, key))) return null;
  let pods = 0;
  for (const { process, sizing } of processes) {
    for (const component of ["jobmanager", "taskmanager"] as const) {
      const labels = labelsOnPods(context, template, process, component);
      if (!wanted.every(([key, value]) => labels[key] === value)) continue;
      const replicas = component === "jobmanager" ? sizing.jobManagerReplicas : sizing.taskManagers;
      pods += replicas.value;
    }
  }
  return pods;
}

/** Whether native Flink overwrites the label `key` of the template. */
function isOverwritten({ flavor }: Context, { metadata }: PodTemplate, key: string): boolean {
  return (
    flavor === "operator" && nativeFlinkLabelKeys.has(key) && metadata?.labels?.[key] !== undefined
  );
}

/** Native Flink overwrites the labels that it sets itself. */
function labelsOnPods(
  context: Context,
  template: PodTemplate,
  process: Process,
  component: "jobmanager" | "taskmanager",
): Readonly<Record<string, string>> {
  const own = template.metadata?.labels ?? {};
  if (context.flavor === "plain") {
    const emitted = labelsOf(context, process, component).value as Record<string, string>;
    return { ...own, ...emitted, component };
  }
  const kept = Object.entries(own).filter(([key]) => !nativeFlinkLabelKeys.has(key));
  return {
    ...(labelsOf(context, process).value as Record<string, string>),
    ...Object.fromEntries(kept),
    app: processName(process),
    component,
    type: "flink-native-kubernetes",
  };
}

/** How many zones the template allows pods in; null where it does not say. */
function namedZones({ spec }: PodTemplate, key: string): number | null {
  if (spec?.nodeSelector?.[key] !== undefined) return 1;
  const terms = nodeTerms(spec?.affinity);
  const zones = new Set<string>();
  for (const { matchExpressions = [] } of terms) {
    const named = matchExpressions.filter((each) => each.key === key && each.operator === "In");
    // Terms are alternatives: one that names no zone allows all.
    if (named.length === 0) return null;
    for (const { values = [] } of named) for (const zone of values) zones.add(zone);
  }
  return zones.size === 0 ? null : zones.size;
}

function nodeTerms(affinity: Affinity | undefined) {
  return (
    affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? []
  );
}

function report(
  context: Context,
  {
    index,
    pods,
    zones,
  }: { readonly index: number; readonly pods: number; readonly zones: number | null },
): void {
  const spec = specOf(context);
  const { rules, item } = ruleAt(spec, "required", index);
  const topology = find(item, "topologykey") ?? rules;
  const span = topology === undefined ? null : keySpan(topology);
  const property = "pod_template.spec.affinity.pod_anti_affinity.required";
  const help =
    'Use "preferred" instead, or topology_spread_constraints, or kubernetes.io/hostname as topology_key.';
  if (zones === null) {
    const problem = `allows one pod for each zone, and its selector finds ${pods}: most regions have ${usualZones} zones, and the other pods would stay pending`;
    context.report(diagnose("W755", span, { property, problem }, { help }));
    return;
  }
  const selector =
    find(spec, "nodeselector") ?? find(find(spec, "affinity")?.value, "nodeaffinity");
  const related =
    selector === undefined
      ? []
      : [{ span: keySpan(selector), message: "the zones are named here" }];
  const problem = `one pod for each zone is allowed, its selector finds ${pods}, and there are ${zones} zones: ${pods - zones} would stay pending`;
  const other = selector === undefined ? "node_selector" : selector.key;
  context.report(diagnose("E753", span, { property, other, problem }, { related, help }));
}

function reportIdle(context: Context, kind: "required" | "preferred", index: number): void {
  const { rules, item } = ruleAt(specOf(context), kind, index);
  const term = find(item, "podaffinityterm")?.value ?? item;
  const place = find(term, "labelselector") ?? rules;
  const property = `pod_template.spec.affinity.pod_anti_affinity.${kind}`;
  const help =
    context.flavor === "plain"
      ? 'Select "component: taskmanager", which the pods carry, to keep them apart.'
      : 'Select "component: taskmanager", which native Flink sets, to keep them apart.';
  context.report(
    diagnose("N946", place === undefined ? null : keySpan(place), { property }, { help }),
  );
}

function specOf(context: Context): InfraNode | null {
  const tree = context.deployment.podTemplate;
  return find(tree, "spec")?.value ?? tree;
}

function ruleAt(spec: InfraNode | null, kind: "required" | "preferred", index: number) {
  const rules = find(find(find(spec, "affinity")?.value, "podantiaffinity")?.value, kind);
  const item = rules?.value.kind === "list" ? rules.value.items[index] : undefined;
  return { rules, item };
}

/** The entry of a map whose key is `name` in any spelling, of which Kubernetes' long names are one. */
function find(node: InfraNode | null | undefined, name: string): Entry | undefined {
  if (node?.kind !== "map") return undefined;
  for (const [key, entry] of node.entries) {
    const loose = looseKey(key);
    if (loose === name || loose === `${name}duringschedulingignoredduringexecution`) return entry;
  }
  return undefined;
}
