// What a file asks of its deployment and of its secrets that only Kubernetes and its operator do:
// said once for each property (W762), with the nearest thing that works here. Emits nothing.
import { diagnose } from "../../diagnostics/catalogue/index.js";
import type { Report } from "../../diagnostics/diagnostic.js";
import type { Deployment, DeploymentStrategyHooksPreUpgrade } from "../../model/bindings.js";
import type { InfraModel } from "../../model/infra-model.js";
import { isStated } from "../../model/is-stated.js";
import type { Origins } from "../../model/origins.js";
import { reportPipelineElsewhere } from "../pipelines/pipeline-elsewhere.js";

/** The files of one deployment. */
export interface HostTarget {
  readonly model: InfraModel;
  readonly origins: Origins;
  readonly deployment: Deployment;
  /** Whether emitted scripts stop a job with a savepoint and start it from there. */
  readonly upgrades: boolean;
  /** Whether emitted scripts wait until the job really runs. */
  readonly verifies: boolean;
  /** Whether a process gets the cores that the file gives it. */
  readonly boundsCores: boolean;
  readonly report: Report;
}

/** Reports W762 for each property that nothing emitted acts on. */
export function reportNotActedOn(target: HostTarget): void {
  reportScaling(target);
  if (!target.boundsCores) reportCores(target);
  reportFederation(target);
  reportStrategy(target);
  reportPipelineElsewhere(target.deployment, target.origins, target.report);
  reportSavepoints(target);
  reportRegion(target);
  reportSecrets(target);
}

/** Reports W762 for `owner[key]`. */
export function notActedOn<Owner extends object>(
  { origins, report }: Pick<HostTarget, "origins" | "report">,
  owner: Owner,
  key: keyof Owner & string,
  reason: string,
  help: string,
): void {
  const property = origins.of(owner, key)?.path ?? key;
  report(diagnose("W762", origins.span(owner, key), { property, reason }, { help }));
}

function reportScaling(target: HostTarget): void {
  const reason = "nothing scales a job of this deployment";
  const help = "Change the parallelism and upgrade the job.";
  for (const { parallelism } of target.model.processes) {
    if (parallelism.min !== null) notActedOn(target, parallelism, "min", reason, help);
  }
  if (target.deployment.scaling === null) return;
  notActedOn(target, target.deployment, "scaling", reason, help);
}

function reportCores(target: HostTarget): void {
  const { model, origins } = target;
  const reason = "nothing that is emitted holds a process to a number of cores";
  const help = "Bound it where it runs, or choose the number of slots by the cores of the machine.";
  for (const process of model.processes) {
    if (origins.states(process, "taskCpu")) notActedOn(target, process, "taskCpu", reason, help);
  }
  for (const key of ["taskManagerCpu", "jobManagerCpu"] as const) {
    if (model.cluster[key] !== null) notActedOn(target, model.cluster, key, reason, help);
  }
}

function reportFederation(target: HostTarget): void {
  const federation = target.model.metrics?.federation ?? null;
  if (!isStated(federation?.globalAggregator)) return;
  const reason = "the server above the regions collects by its own configuration";
  const help = "Add a federation job to the configuration of that server.";
  notActedOn(target, federation, "globalAggregator", reason, help);
}

function reportStrategy(target: HostTarget): void {
  const { strategy } = target.deployment;
  if (strategy === null) return;
  if (strategy.type === "rolling_regional") {
    const reason = "each region is a cluster of its own";
    notActedOn(target, strategy, "type", reason, "Upgrade the regions in that order.");
  } else if (strategy.type !== "rolling_update") {
    const reason = "one version replaces the other; two would read the same records";
    notActedOn(target, strategy, "type", reason, "Use type: rolling_update.");
  }
  if (strategy.rolling !== null) {
    const reason = "a Flink job is stopped and started as a whole";
    notActedOn(target, strategy, "rolling", reason, "Remove it.");
  }
  if (strategy.rollback !== null) {
    const help = "Generate from the earlier commit and upgrade to it.";
    notActedOn(target, strategy, "rollback", "nothing watches a roll-out", help);
  }
  reportHooks(target);
}

type Hook = DeploymentStrategyHooksPreUpgrade;

function reportHooks(target: HostTarget): void {
  const hooks = target.deployment.strategy?.hooks ?? null;
  if (hooks === null) return;
  const report = (list: readonly Hook[] | null, works: Hook["action"] | null): void => {
    for (const hook of list ?? []) {
      if (hook.action !== works) {
        const help = "Run the step in the pipeline that upgrades.";
        notActedOn(target, hook, "action", "nothing that is emitted runs this step", help);
      } else if (works === "savepoint" && hook.timeoutMs !== null) {
        const help = "Set checkpoint.timeout of the process's checkpoint binding.";
        notActedOn(target, hook, "timeoutMs", "a savepoint may take as long as a checkpoint", help);
      }
    }
  };
  report(hooks.preUpgrade, target.upgrades ? "savepoint" : null);
  report(hooks.postUpgrade, target.verifies ? "verify_health" : null);
  report(hooks.preRegionalUpgrade, null);
  report(hooks.postRegionalUpgrade, null);
}

function reportSavepoints(target: HostTarget): void {
  const { savepoint } = target.deployment;
  if (savepoint?.periodic?.enabled === true) {
    const help = "Take them by a timer, such as cron: flink savepoint <job> <folder>.";
    notActedOn(
      target,
      savepoint.periodic,
      "enabled",
      "nothing takes savepoints by the clock",
      help,
    );
  }
  if (savepoint?.autoSavepoint === true && !target.upgrades) {
    const help = "Stop the job by hand: flink stop --savepointPath <folder> <job>.";
    notActedOn(target, savepoint, "autoSavepoint", "nothing takes savepoints by itself", help);
  }
  if (savepoint?.autoSavepoint === false && target.upgrades) {
    const reason = "an upgrade without a savepoint would lose the state";
    notActedOn(target, savepoint, "autoSavepoint", reason, "Remove it.");
  }
}

function reportRegion(target: HostTarget): void {
  const { model, deployment } = target;
  const { standby, compliance } = deployment;
  const help = "Start it when the region takes over; until then leave it stopped.";
  if (standby !== null && standby.enabled !== false && standby.processingMode !== "active") {
    const key = standby.processingMode === null ? "enabled" : "processingMode";
    notActedOn(target, standby, key, "nothing holds a job back", help);
  } else if (standby === null && model.region?.role === "standby") {
    notActedOn(target, model.region, "role", "nothing holds a job back", help);
  }
  if (standby?.autoPromote === true) {
    const reason = "nothing moves jobs between regions";
    notActedOn(target, standby, "autoPromote", reason, "Start the job there by hand.");
  }
  for (const key of ["dataResidency", "auditLogging", "encryptionAtRest"] as const) {
    if (!isStated(compliance?.[key]) || compliance[key] === false) continue;
    const reason = "no emitted file can enforce it";
    const where = "Enforce it where the cluster and its storage are set up.";
    notActedOn(target, compliance, key, reason, where);
  }
}

const ofStores = ["cache", "rotation", "retry", "fallback"] as const;

function reportSecrets(target: HostTarget): void {
  const { secretSettings, secrets } = target.model;
  if (isStated(secretSettings?.audit) && secretSettings.audit.enabled !== false) {
    const help = "Switch on the audit log of the store itself.";
    notActedOn(target, secretSettings, "audit", "no emitted file reads a store", help);
  }
  const reason = "what fills the files and variables of the job decides it";
  for (const secret of secrets) {
    for (const key of ofStores) {
      if (secret[key] !== null) notActedOn(target, secret, key, reason, "Set it up there.");
    }
    const { onMissing } = secret;
    if (isStated(onMissing?.action) && onMissing.action !== "fail") {
      const missing = "without the value nothing is started";
      const help = "Let the job's code supply the default.";
      notActedOn(target, onMissing, "action", missing, help);
    }
    if (secret.provider !== "vault") continue;
    for (const key of ["lease", "renewal"] as const) {
      if (secret[key] !== null) notActedOn(target, secret, key, reason, "Set it up there.");
    }
  }
}
