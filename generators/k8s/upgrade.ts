// How a new version takes over the state of the old one: upgrade mode, savepoints, first start,
// rollback. Operator flavor; what plain manifests cannot do is said.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import { absent, type Absent, type OriginLeaf } from "../../src/encode/leaf.js";
import { derived, pick } from "../../src/generator/view.js";
import type { Process } from "../../src/model/infra-model.js";
import { lineAtLeast } from "../../src/targets/flink/lines.js";
import { pathOf, reportNotEmitted, spanOf, type Context } from "./context.js";
import type { FlinkOptions, OriginPair } from "./flink-options.js";
import { flinkDuration } from "./units.js";
import { isSet } from "./stated.js";

/** `savepoint` keeps state in a savepoint, `last-state` in HA metadata, `stateless` not at all. */
export type UpgradeMode = "savepoint" | "last-state" | "stateless";

export interface Upgrade {
  readonly mode: OriginLeaf & { readonly value: UpgradeMode };
  readonly initialSavepointPath: (OriginLeaf & { readonly value: string | null }) | Absent;
  readonly allowNonRestoredState: (OriginLeaf & { readonly value: boolean | null }) | Absent;
}

const checkpointKeys = ["execution.checkpointing.dir", "state.checkpoints.dir"];
const savepointKeys = ["execution.checkpointing.savepoint-dir", "state.savepoints.dir"];

/** Sets the operator's options for `process` and returns what its job says. */
export function upgradeOf(context: Context, process: Process, options: FlinkOptions): Upgrade {
  const demand = savepointDemand(context);
  const checkpoints = options.first(...checkpointKeys);
  const highlyAvailable = context.model.cluster.highAvailability !== null;
  if (demand !== null || (checkpoints !== null && !highlyAvailable)) {
    ensureSavepointFolder(context, process, options);
  }
  setPeriodicSavepoints(context, options);
  setRollback(context, options);
  return { mode: upgradeMode(context, process, options, demand), ...restoreOf(context, process) };
}

/** The property that asks for a savepoint on upgrades; null when none does. */
function savepointDemand(context: Context): OriginPair | null {
  const { savepoint, strategy } = context.deployment;
  if (savepoint?.autoSavepoint === true) return [savepoint, "autoSavepoint"];
  const hook = (strategy?.hooks?.preUpgrade ?? []).find(({ action }) => action === "savepoint");
  return hook === undefined ? null : [hook, "action"];
}

function upgradeMode(
  context: Context,
  process: Process,
  options: FlinkOptions,
  demand: OriginPair | null,
): OriginLeaf & { readonly value: UpgradeMode } {
  const { cluster } = context.model;
  const savepoints = options.first(...savepointKeys);
  const checkpoints = options.first(...checkpointKeys);
  if (demand !== null && context.deployment.savepoint?.autoSavepoint === true) {
    options.set("kubernetes.operator.job.savepoint-on-deletion", "true", demand);
  }
  if (checkpoints === null) {
    const help = "Bind a checkpoint to the process to keep its state.";
    if (demand !== null) reportNoCheckpoint(context, process, demand);
    else
      context.report(
        diagnose("W945", spanOf(context, process), { process: process.name }, { help }),
      );
    return derived("stateless");
  }
  if (demand !== null) return derived("savepoint", demand);
  if (cluster.highAvailability !== null)
    return derived("last-state", [cluster, "highAvailability"]);
  return derived(savepoints === null ? "last-state" : "savepoint");
}

/** The operator refuses savepoint mode without a folder for checkpoints. */
function reportNoCheckpoint(context: Context, process: Process, [owner, key]: OriginPair): void {
  const property = `a checkpoint binding of ${process.name}`;
  const condition = "savepoints are taken on upgrades";
  context.report(diagnose("E752", spanOf(context, owner, key), { property, condition }));
}

/** `<checkpoint folder>/savepoints/<process>` where no folder is named (N750). */
function ensureSavepointFolder(context: Context, process: Process, options: FlinkOptions): void {
  const checkpoints = options.first(...checkpointKeys);
  if (options.first(...savepointKeys) !== null || checkpoints === null) return;
  const folder = `${checkpoints.replace(/\/+$/u, "")}/savepoints/${process.name}`;
  const key = lineAtLeast(context.line, "1.20") ? savepointKeys[0] : savepointKeys[1];
  options.set(key ?? "", folder);
  reportSavepointFolder(context);
}

/** In the same words for every process: it is one cause. */
function reportSavepointFolder(context: Context): void {
  const { deployment } = context;
  const values = {
    property: "deployment.savepoint.directory",
    derivation: "<checkpoint folder>/savepoints/<process>, so that upgrades keep the state",
  };
  const place =
    deployment.savepoint === null
      ? spanOf(context, deployment, "type")
      : spanOf(context, deployment, "savepoint");
  context.report(diagnose("N750", place, values));
}

function setPeriodicSavepoints(context: Context, options: FlinkOptions): void {
  const periodic = context.deployment.savepoint?.periodic ?? null;
  if (periodic === null || periodic.enabled !== true || periodic.intervalMs === null) return;
  const key = "kubernetes.operator.periodic.savepoint.interval";
  options.set(key, flinkDuration(periodic.intervalMs), [periodic, "intervalMs"]);
  const count = periodic.retention?.count ?? null;
  if (count === null || periodic.retention === null) return;
  const origin: OriginPair = [periodic.retention, "count"];
  options.set("kubernetes.operator.savepoint.history.max.count", String(count), origin);
  // The operator prunes by age as well, after one day: the wanted number must fit.
  const age = Math.max(86_400_000, periodic.intervalMs * (count + 1));
  options.set("kubernetes.operator.savepoint.history.max.age", flinkDuration(age), origin);
}

function setRollback(context: Context, options: FlinkOptions): void {
  const { strategy } = context.deployment;
  const hook = (strategy?.hooks?.postUpgrade ?? []).find(
    ({ action }) => action === "verify_health",
  );
  const rollback = strategy?.rollback ?? null;
  const origin: OriginPair | null =
    hook !== undefined
      ? [hook, "action"]
      : rollback?.autoRollback === true
        ? [rollback, "autoRollback"]
        : null;
  if (origin === null) return;
  if (context.model.cluster.highAvailability === null) {
    const reason = "the operator rolls back only with high availability";
    reportNotEmitted(context, origin, reason, "Set deployment.ha.enabled: true.");
    return;
  }
  options.set("kubernetes.operator.deployment.rollback.enabled", "true", origin);
  if (isSet(hook, "timeoutMs")) {
    const key = "kubernetes.operator.deployment.readiness.timeout";
    options.set(key, flinkDuration(hook.timeoutMs), [hook, "timeoutMs"]);
  }
}

/** Where the first start takes its state from; the job's own statement wins. */
export function restoreOf(
  context: Context,
  process: Process,
): Pick<Upgrade, "initialSavepointPath" | "allowNonRestoredState"> {
  const recovery = process.checkpointBinding?.recovery ?? null;
  const shared = context.deployment.savepoint?.restore ?? null;
  const owners = [recovery?.fromSavepoint ?? null, shared];
  const stated = owners.find((owner) => isSet(owner, "path")) ?? null;
  const allowing =
    [...owners, recovery?.state ?? null].find((owner) => isSet(owner, "allowNonRestored")) ?? null;
  if (stated !== null && context.flavor === "operator") {
    const values = { property: pathOf(context, stated, "path", "savepoint.restore.path") };
    const help = "To restore again later, change job.savepointRedeployNonce in an overlay.";
    context.report(diagnose("N944", spanOf(context, stated, "path"), values, { help }));
  }
  return {
    initialSavepointPath: stated === null ? absent : pick(stated, "path"),
    allowNonRestoredState: allowing === null ? absent : pick(allowing, "allowNonRestored"),
  };
}

/** Says what of the savepoint settings plain manifests cannot do: nothing runs there to do it. */
export function reportPlainUpgrade(context: Context): void {
  const { savepoint } = context.deployment;
  const help = "Use the operator flavor, or take savepoints by hand as the README shows.";
  const reason = "plain manifests have no controller that takes savepoints";
  if (savepoint?.autoSavepoint === true)
    reportNotEmitted(context, [savepoint, "autoSavepoint"], reason, help);
  const periodic = savepoint?.periodic ?? null;
  if (periodic?.enabled === true) reportNotEmitted(context, [periodic, "enabled"], reason, help);
}
