// A cluster on fixed hosts: a configuration folder for each, the script that starts it, and a submit
// script for each process. Plans files and findings; holds no text of any file.
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import type { Generator, Plan, PlannedFile, PlanRequest } from "../../src/generator/contract.js";
import { reportUnnamedJars } from "../../src/generator/job-jars.js";
import { lineToPlan } from "../../src/generator/line-to-plan.js";
import { wrongTarget } from "../../src/generator/wrong-target.js";
import { DistinctFindings } from "../../src/generator/distinct-findings.js";
import type { Process } from "../../src/model/infra-model.js";
import { effectiveConfiguration } from "../../src/targets/flink/configuration/effective-configuration.js";
import { flinkLineFacts } from "../../src/targets/flink/lines.js";
import { reportNotActedOn } from "../../src/targets/hosts/not-acted-on.js";
import { deliveryTo } from "../../src/targets/runtime/delivery.js";
import { checkHosts, checkSlots } from "./checks.js";
import { clusterScript, hostFiles, hostsOf, restPort, type ConfiguredProcess } from "./cluster.js";
import { workersByHost, type Context } from "./context.js";
import { jobFiles } from "./job.js";
import { readmeFile, slotsOf } from "./readme.js";

export const standalone: Generator = {
  id: "standalone",
  summary: "A Flink cluster on fixed hosts: configuration for each host, start and submit scripts",
  deploymentTypes: ["standalone"],
  flavors: [],
  plan: planCluster,
};

function planCluster(request: PlanRequest): Plan {
  const { model } = request;
  const { deployment } = model;
  if (deployment?.type !== "standalone")
    return { files: [], diagnostics: [wrongTarget(standalone, model)] };
  const findings = new DistinctFindings();
  const line = lineToPlan(request, findings.add);
  if (line === null) return { files: [], diagnostics: findings.all };
  const context: Context = {
    request,
    model,
    origins: request.origins,
    deployment,
    facts: flinkLineFacts(line),
    manager: deployment.cluster?.jobManager.host ?? "localhost",
    workers: workersByHost(deployment.cluster?.taskManagers ?? []),
    report: findings.add,
  };
  const files = planFiles(context, () => [...request.findings, ...findings.all]);
  return { files, diagnostics: findings.all };
}

function planFiles(context: Context, findings: () => readonly Diagnostic[]): PlannedFile[] {
  const { model, manager } = context;
  checkHosts(context);
  reportUnnamedJars(context);
  reportNotActedOn({ ...context, upgrades: true, verifies: true, boundsCores: false });
  const processes = model.processes.map((process) => configured(context, process));
  const hosts = hostsOf(context, processes);
  checkSlots(context, slotsOf(hosts));
  const [first] = processes;
  const address = `${manager}:${first === undefined ? "8081" : restPort(first.configuration)}`;
  const jobs = processes.flatMap((process) => jobFiles(context, process, address));
  const delivery = deliveryTo({ ...context, processes: model.processes });
  const cluster =
    hosts.length === 0
      ? []
      : [clusterScript(context, hosts, address), ...hostFiles(context, hosts)];
  return [
    readmeFile(context, { hosts, processes, address, delivery, findings: findings() }),
    ...cluster,
    {
      path: "script-library/job.bash",
      language: "shell",
      process: null,
      body: { kind: "template", template: "standalone/script-library/job.bash", view: {} },
    },
    ...jobs,
  ];
}

// Notes that tell the user to do what the scripts do.
const done: ReadonlySet<string> = new Set(["N904", "N906"]);

function configured(context: Context, process: Process): ConfiguredProcess {
  const { model, origins, facts } = context;
  const line = facts.line;
  const configuration = effectiveConfiguration({
    model,
    origins,
    process,
    line,
    target: "standalone",
  });
  for (const diagnostic of configuration.diagnostics) {
    if (!done.has(diagnostic.code)) context.report(diagnostic);
  }
  return { process, configuration };
}
