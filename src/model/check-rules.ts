// Rules that need a whole binding or the whole model: conditions between properties, references
// between bindings. The rows are in rules/, one file per section; nothing here knows a target.
import { diagnose } from "../diagnostics/catalogue/index.js";
import type { Report } from "../diagnostics/diagnostic.js";
import type { InfraModel } from "./infra-model.js";
import type { Origins } from "./origins.js";
import { reconcileBindings } from "./reconcile-bindings.js";
import { applyTable } from "./rules/apply-table.js";
import { checkCheckpoint, checkpointRules } from "./rules/checkpoints.js";
import { checkDeployment, deploymentRules } from "./rules/deployment.js";
import { checkLookup, lookupRules } from "./rules/lookups.js";
import { checkAlerts, loggingRules } from "./rules/monitoring.js";
import { checkPartitions } from "./rules/partitions.js";
import { checkRecovery } from "./rules/recovery.js";
import {
  checkFailover,
  checkMirror,
  checkPlanned,
  checkRegions,
  checkReplication,
  checkRollout,
  checkSecretRegions,
  checkStoreRegions,
  failoverRules,
  indexRegions,
} from "./rules/regions.js";
import {
  checkJobManager,
  checkProcess,
  checkQuotas,
  checkTaskManagers,
  processRules,
  taskManagerRules,
} from "./rules/resources.js";
import { RuleContext } from "./rules/rule-context.js";
import { secretRules } from "./rules/secrets.js";
import { stateBackendRules } from "./rules/state-backends.js";
import {
  checkCompletion,
  checkDeadLetter,
  checkStream,
  completionRules,
  deadLetterRules,
  streamRules,
} from "./rules/streams.js";
import { checkTopicRoles } from "./rules/topic-roles.js";

/** Reports what the whole contradicts (E702, E703, E750, E752 to E754, E760, E761, W010, W701, W704, W752 to W755). */
export function checkRules(model: InfraModel, origins: Origins, report: Report): void {
  const context = new RuleContext(origins, report);
  checkStreams(model, context);
  checkStores(model, context);
  checkResources(model, context);
  checkRegional(model, context);
  reconcileBindings(model, context);
  checkTopicRoles(model, context);
  checkRecovery(model, context);
  checkPartitions(model, context);
  reportAllLinks(model, context);
}

function checkStreams(model: InfraModel, context: RuleContext): void {
  const { streams, completions, deadLetters } = model;
  const surroundings = {
    completions: new Set(completions.map(({ name }) => name)),
    hasDeadLetters: deadLetters.length > 0,
  };
  for (const stream of streams) {
    applyTable(streamRules, stream, context);
    checkStream(stream, surroundings, context);
  }
  for (const completion of completions) {
    applyTable(completionRules, completion, context);
    checkCompletion(completion, context);
  }
  for (const deadLetter of deadLetters) {
    applyTable(deadLetterRules, deadLetter, context);
    checkDeadLetter(deadLetter, context);
  }
}

function checkStores(model: InfraModel, context: RuleContext): void {
  for (const lookup of model.lookups) {
    applyTable(lookupRules, lookup, context);
    checkLookup(lookup, context);
  }
  for (const checkpoint of model.checkpoints) {
    applyTable(checkpointRules, checkpoint, context);
    checkCheckpoint(checkpoint, context);
  }
  for (const backend of model.stateBackends) applyTable(stateBackendRules, backend, context);
  for (const secret of model.secrets) applyTable(secretRules, secret, context);
}

function checkResources(model: InfraModel, context: RuleContext): void {
  const { processes, taskManagers, jobManager, quotas, logging, alerts, deployment } = model;
  for (const process of processes) {
    applyTable(processRules, process, context);
    checkProcess(process, context);
  }
  if (taskManagers !== null) {
    applyTable(taskManagerRules, taskManagers, context);
    checkTaskManagers(taskManagers, context);
  }
  if (jobManager !== null) checkJobManager(jobManager, model, context);
  checkQuotas(quotas, processes, context);
  if (logging !== null) applyTable(loggingRules, logging, context);
  checkAlerts(alerts, context);
  if (deployment === null) return;
  applyTable(deploymentRules, deployment, context);
  checkDeployment(deployment, model, context);
}

function checkRegional(model: InfraModel, context: RuleContext): void {
  const index = indexRegions(model);
  checkRegions(model.regions, context);
  checkPlanned(model, context);
  for (const stream of model.streams) checkMirror(stream, index, context);
  for (const lookup of model.lookups) checkStoreRegions(lookup, index, context);
  for (const checkpoint of model.checkpoints) checkReplication(checkpoint, index, context);
  for (const secret of model.secrets) checkSecretRegions(secret, index, context);
  checkRollout(model, index, context);
  for (const plan of model.failover) {
    applyTable(failoverRules, plan, context);
    checkFailover(plan, index, context);
  }
}

/** W752, once: without process files nothing says which process uses what. */
function reportAllLinks(model: InfraModel, context: RuleContext): void {
  // With one process there is nothing to tell apart.
  const [process, second] = model.processes;
  if (process === undefined || second === undefined) return;
  if (model.streams.length + model.lookups.length === 0) return;
  // With process files, a process without one is reported itself (W700).
  if (model.processes.some(({ links }) => links !== null)) return;
  context.report(
    diagnose(
      "W752",
      context.origins.span(process),
      {},
      {
        help: "Name the folder of the process files (.proc) with --processes, or accept it in accept_warnings.",
      },
    ),
  );
}
