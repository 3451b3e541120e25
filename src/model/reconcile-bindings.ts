// Facts beside the cluster's that two blocks can state (vocabulary 3.2): two values are an error. The
// savepoint folder is none of them: the checkpoint's own wins and the deployment's is the default.
import { valueAt, type InfraNode, type MapNode } from "../document/node.js";
import { diagnose } from "../diagnostics/catalogue/index.js";
import { nodeSpan } from "../document/node.js";
import type { InfraModel, Process } from "./infra-model.js";
import { isStated } from "./is-stated.js";
import { indexRegions } from "./rules/regions.js";
import type { RuleContext } from "./rules/rule-context.js";

/** Reports E750 for every fact with two values. */
export function reconcileBindings(model: InfraModel, context: RuleContext): void {
  reconcileRestorePoint(model, context);
  reconcileFailover(model, context);
  reconcileResidency(model, context);
  for (const process of model.processes) reconcileProcess(process, context);
  reconcileNodeLabels(model, context);
}

/** One property of an object, or nothing where the object is not there. */
type Statement = readonly [object: object | null | undefined, key: string];

function compare(one: Statement, other: Statement, context: RuleContext): void {
  const [first, firstKey] = one;
  const [second, secondKey] = other;
  if (!isStated(first) || !isStated(second)) return;
  const left = valueOf(first, firstKey);
  const right = valueOf(second, secondKey);
  if (left === null || right === null || left === right) return;
  context.difference({ object: first, key: firstKey }, { object: second, key: secondKey });
}

function valueOf(object: object, key: string): unknown {
  return (object as Readonly<Record<string, unknown>>)[key] ?? null;
}

function reconcileRestorePoint({ deployment, checkpoints }: InfraModel, context: RuleContext) {
  const restore = deployment?.savepoint?.restore;
  for (const { recovery } of checkpoints) {
    const own = recovery?.fromSavepoint;
    compare([restore, "path"], [own, "path"], context);
    compare([restore, "allowNonRestored"], [own, "allowNonRestored"], context);
  }
}

/** Hints below a region are about that region taking over: the plans' secondary. */
function reconcileFailover(model: InfraModel, context: RuleContext): void {
  const { byName, own } = indexRegions(model);
  for (const plan of model.failover) {
    const secondary = plan.secondary === null ? undefined : byName.get(plan.secondary);
    if (secondary === undefined) continue;
    const hints = secondary.failover;
    const { detection, promotion } = plan;
    compare([detection, "healthCheckIntervalMs"], [hints, "healthCheckIntervalMs"], context);
    compare([promotion, "autoPromote"], [hints, "autoPromote"], context);
    compare([promotion, "promotionDelayMs"], [hints, "promotionDelayMs"], context);
    if (secondary === own) {
      compare([promotion, "autoPromote"], [model.deployment?.standby, "autoPromote"], context);
    }
  }
}

function reconcileResidency({ region, deployment }: InfraModel, context: RuleContext): void {
  compare([region, "dataResidency"], [deployment?.compliance, "dataResidency"], context);
}

function reconcileProcess(process: Process, context: RuleContext): void {
  const checkpoint = process.checkpointBinding?.checkpoint;
  const backend = process.stateBackendBinding;
  compare(
    [process.backpressure?.bufferDebloat, "enabled"],
    [checkpoint?.alignment, "bufferDebloat"],
    context,
  );
  if (backend?.type === "rocksdb") {
    compare([backend, "incremental"], [checkpoint, "incremental"], context);
  }
}

/** The pod template is taken as written, so its labels are nodes of the tree, not of the model. */
function reconcileNodeLabels({ deployment, processes }: InfraModel, context: RuleContext): void {
  if (deployment?.type !== "kubernetes" || deployment.podTemplate === null) return;
  const selector = selectorOf(deployment.podTemplate);
  if (selector === null) return;
  for (const { constraints } of processes) {
    const labels = constraints?.nodeLabels ?? null;
    for (const [label, value] of Object.entries(labels ?? {})) {
      const node = selector.entries.get(label)?.value;
      if (labels === null || node?.kind !== "scalar" || String(node.value) === value) continue;
      const place = { object: labels, key: label };
      context.report(
        diagnose(
          "E750",
          context.span(place),
          {
            property: context.path(place),
            other: `deployment.pod_template.spec.node_selector.${label}`,
          },
          {
            related: [{ span: nodeSpan(node), message: "the other value is here" }],
            help: "State the label once, or give both the same value.",
          },
        ),
      );
    }
  }
}

function selectorOf(template: InfraNode): MapNode | null {
  const node =
    valueAt(template, "spec", "node_selector") ?? valueAt(template, "spec", "nodeSelector");
  return node?.kind === "map" ? node : null;
}
