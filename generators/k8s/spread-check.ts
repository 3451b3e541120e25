// A hard rule of the pod template that keeps the pods of a selector in zones of their own: those beyond
// the number of zones stay pending for ever. How many zones there are, only a node selector tells.
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

/** Reports E753 for more pods than named zones, W755 for more than most regions have. */
export function checkSpread(
  context: Context,
  template: PodTemplate,
  processes: readonly Sized[],
): void {
  const affinity = template.spec?.affinity;
  const required = affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
  for (const [index, term] of required.entries()) {
    if (!zoneKeys.has(term.topologyKey)) continue;
    const pods = countPods(context, template, term, processes);
    const zones = namedZones(template, term.topologyKey);
    if (pods <= (zones ?? usualZones)) continue;
    report(context, { index, pods, zones });
  }
}

/** Pods of all processes that the term's selector finds; 0 where it asks for more than labels. */
function countPods(
  context: Context,
  template: PodTemplate,
  { labelSelector }: PodAffinityTerm,
  processes: readonly Sized[],
): number {
  if ((labelSelector?.matchExpressions ?? []).length > 0) return 0;
  const wanted = Object.entries(labelSelector?.matchLabels ?? {});
  // Kubernetes takes an absent selector for none, and an empty one for all.
  if (labelSelector === undefined) return 0;
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

/** Native Flink overwrites the labels that it sets itself. */
function labelsOnPods(
  context: Context,
  template: PodTemplate,
  process: Process,
  component: "jobmanager" | "taskmanager",
): Readonly<Record<string, string>> {
  const own = template.metadata?.labels ?? {};
  if (context.flavor === "plain")
    return { ...own, ...(labelsOf(context, process, component).value as Record<string, string>) };
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
  const tree = context.deployment.podTemplate;
  const spec = find(tree, "spec")?.value ?? tree;
  const term = find(find(find(spec, "affinity")?.value, "podantiaffinity")?.value, "required");
  const item = term?.value.kind === "list" ? term.value.items[index] : undefined;
  const topology = find(item, "topologykey") ?? term;
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

/** The entry of a map whose key is `name` in any spelling; `required` finds Kubernetes' long name, too. */
function find(node: InfraNode | null | undefined, name: string): Entry | undefined {
  if (node?.kind !== "map") return undefined;
  for (const [key, entry] of node.entries) {
    const loose = looseKey(key);
    if (loose === name || (name === "required" && loose.startsWith(name))) return entry;
  }
  return undefined;
}
