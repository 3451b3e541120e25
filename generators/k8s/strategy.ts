// Roll-out strategies, standby, compliance and everything else that no emitted object does: each is
// said once, with the nearest thing that works (architecture decision 12).
import type { DeploymentStrategyHooksPreUpgrade } from "../../src/model/bindings.js";
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import { reportPipelineElsewhere } from "../../src/targets/pipelines/pipeline-elsewhere.js";
import { reportNotEmitted, spanOf, type Context } from "./context.js";
import { isSet } from "./stated.js";

/** Whether two versions run side by side during an upgrade. */
export function isBlueGreen(context: Context): boolean {
  return (
    context.flavor === "operator" &&
    !context.session &&
    context.deployment.strategy?.type === "blue_green"
  );
}

/** Reports W940 and W755 for the file as a whole. */
export function reportUnsupported(context: Context): void {
  reportStrategy(context);
  reportHooks(context);
  reportRegional(context);
  reportAccess(context);
  reportProcesses(context);
}

function reportStrategy(context: Context): void {
  const { strategy } = context.deployment;
  if (strategy === null) return;
  if (strategy.type === "canary") {
    const help = "Use strategy.type: blue_green, which runs both versions and switches at once.";
    reportNotEmitted(
      context,
      [strategy, "type"],
      "a Flink job has no weighted traffic to split",
      help,
    );
  }
  if (strategy.type === "rolling_regional") {
    const help = "Apply the folders of the regions in that order.";
    reportNotEmitted(context, [strategy, "type"], "each region is a cluster of its own", help);
  }
  if (strategy.type === "blue_green") reportBlueGreen(context);
  const { rolling } = strategy;
  if (rolling !== null && context.flavor === "operator") {
    for (const key of ["maxUnavailable", "maxSurge", "partition"] as const) {
      if (rolling[key] === null) continue;
      const help = "Set savepoint.auto_savepoint to keep the state while the job is replaced.";
      reportNotEmitted(
        context,
        [rolling, key],
        "a Flink job is stopped and started as a whole",
        help,
      );
    }
  }
  if (isSet(rolling, "partition") && context.flavor === "plain") {
    const help = "Remove it: a Deployment updates all its pods.";
    reportNotEmitted(context, [rolling, "partition"], "only a StatefulSet has partitions", help);
  }
  const { rollback } = strategy;
  if (rollback !== null && (rollback.triggers ?? []).length > 0) {
    const help =
      "The operator returns to the old version when the new one does not start; alert on the rest.";
    reportNotEmitted(
      context,
      [rollback, "triggers"],
      "nothing evaluates conditions after a roll-out",
      help,
    );
  }
  if (rollback?.autoRollback === true && context.flavor === "plain") {
    const help = "Use the operator flavor, or apply the earlier commit.";
    reportNotEmitted(
      context,
      [rollback, "autoRollback"],
      "plain manifests have no controller that rolls back",
      help,
    );
  }
}

function reportBlueGreen(context: Context): void {
  const { strategy } = context.deployment;
  const blueGreen = strategy?.blueGreen ?? null;
  if (strategy !== null && !isBlueGreen(context)) {
    const reason = context.session
      ? "session jobs are replaced in place"
      : "plain Deployments are replaced in place";
    reportNotEmitted(
      context,
      [strategy, "type"],
      reason,
      "Use the operator flavor in application mode.",
    );
  }
  if (blueGreen?.traffic?.type === "gradual") {
    const help = "Remove it, or set type: instant.";
    reportNotEmitted(
      context,
      [blueGreen.traffic, "type"],
      "both versions read all records, then one stops",
      help,
    );
  }
  if (isSet(blueGreen, "switchTrafficAfter") && blueGreen.switchTrafficAfter !== "verify_health") {
    const help = "Set switch_traffic_after: verify_health.";
    const reason = "the operator switches when the new job runs and is stable";
    reportNotEmitted(context, [blueGreen, "switchTrafficAfter"], reason, help);
  }
}

type Hook = DeploymentStrategyHooksPreUpgrade;

function reportHooks(context: Context): void {
  const hooks = context.deployment.strategy?.hooks ?? null;
  if (hooks === null) return;
  const operator = context.flavor === "operator";
  const report = (list: readonly Hook[] | null, works: Hook["action"] | null): void => {
    for (const hook of list ?? []) {
      if (hook.action === works && operator) {
        if (works === "savepoint" && hook.timeoutMs !== null) {
          const help = "Set checkpoint.timeout of the process's checkpoint binding.";
          reportNotEmitted(
            context,
            [hook, "timeoutMs"],
            "the operator waits as long as a checkpoint may take",
            help,
          );
        }
        continue;
      }
      const help = operator
        ? "Hooks that work: savepoint before an upgrade, verify_health after it."
        : "Use the operator flavor, or run the step in the pipeline that applies the manifests.";
      reportNotEmitted(context, [hook, "action"], "no emitted object runs this step", help);
    }
  };
  report(hooks.preUpgrade, "savepoint");
  report(hooks.postUpgrade, "verify_health");
  report(hooks.preRegionalUpgrade, null);
  report(hooks.postRegionalUpgrade, null);
}

function reportRegional(context: Context): void {
  const { region } = context.model;
  // A standby block of the deployment says the same more precisely.
  if (region?.role === "standby" && context.deployment.standby === null) {
    const reason = "its job is emitted as running";
    const help = "Apply the region's folder when it takes over; until then leave it unapplied.";
    reportNotEmitted(context, [region, "role"], reason, help);
  }
  const { standby, compliance } = context.deployment;
  if (standby !== null && standby.enabled !== false && standby.processingMode !== "active") {
    const help = "Apply the region's folder when it takes over; until then leave it unapplied.";
    const reason = "the operator refuses to create a job that is suspended";
    reportNotEmitted(
      context,
      [standby, standby.processingMode === null ? "enabled" : "processingMode"],
      reason,
      help,
    );
  }
  if (standby?.autoPromote === true) {
    const help = "Promote by applying the manifests of the region.";
    reportNotEmitted(
      context,
      [standby, "autoPromote"],
      "no controller moves jobs between clusters",
      help,
    );
  }
  if (compliance !== null) {
    for (const key of ["dataResidency", "auditLogging", "encryptionAtRest"] as const) {
      if (compliance[key] === null || compliance[key] === false) continue;
      const help = "Enforce it in the cluster: its region, its audit policy, its storage classes.";
      reportNotEmitted(context, [compliance, key], "no manifest can enforce it", help);
    }
  }
  reportPipelineElsewhere(context.deployment, context.origins, context.report);
}

function reportAccess(context: Context): void {
  const { kubernetes, native, service } = context.deployment;
  if (isSet(kubernetes, "configFile")) {
    const help = "Pass it to kubectl: --kubeconfig <path>.";
    reportNotEmitted(
      context,
      [kubernetes, "configFile"],
      "a path of one machine does not belong into manifests",
      help,
    );
  }
  if (isSet(native, "podTemplateFile")) {
    const help = "Put the content of the file below deployment.pod_template.";
    reportNotEmitted(
      context,
      [native, "podTemplateFile"],
      "pod templates are read from the .infra file only",
      help,
    );
  }
  if (isSet(service, "type") && service.type !== "ClusterIP") {
    const values = {
      property: "deployment.service.type",
      problem: `${service.type} opens Flink's REST API, which runs any code it is sent, to whoever can reach it`,
    };
    const help = "Use ClusterIP with an ingress that asks for a login, or kubectl port-forward.";
    context.report(diagnose("W755", spanOf(context, service, "type"), values, { help }));
  }
}

function reportProcesses(context: Context): void {
  for (const process of context.model.processes) {
    const { constraints, monitoring } = process;
    if ((constraints?.antiAffinity ?? []).length > 0 && constraints !== null) {
      const help = "Write pod_template.spec.affinity with the labels of those pods or nodes.";
      reportNotEmitted(
        context,
        [constraints, "antiAffinity"],
        "a bare name says no label to stay away from",
        help,
      );
    }
    for (const alert of monitoring?.alerts ?? []) {
      if (alert.action === "alert") continue;
      const help = "Use auto_scale for scaling, and action: alert for the message.";
      reportNotEmitted(context, [alert, "action"], "an alert cannot scale a job", help);
    }
  }
}
