// A Docker Compose project: a Flink cluster for each process and the services that the file describes.
// Plans files and findings; holds no text of any file.
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { absent } from "../../src/encode/leaf.js";
import type {
  Generator,
  Plan,
  PlannedFile,
  PlanRequest,
  View,
} from "../../src/generator/contract.js";
import { lineToPlan } from "../../src/generator/line-to-plan.js";
import { wrongTarget } from "../../src/generator/wrong-target.js";
import { DistinctFindings } from "../../src/generator/distinct-findings.js";
import { derived } from "../../src/generator/view.js";
import { configurationFile } from "../../src/generator/flink-configuration-file.js";
import { effectiveConfiguration } from "../../src/targets/flink/configuration/effective-configuration.js";
import { flinkLineFacts } from "../../src/targets/flink/lines.js";
import { reportNotActedOn } from "../../src/targets/hosts/not-acted-on.js";
import { deliveryTo, type Delivery } from "../../src/targets/runtime/delivery.js";
import { checkProject } from "./checks.js";
import { partServices, type Context } from "./context.js";
import {
  flinkServices,
  secretName,
  secretPaths,
  stateVolumeName,
  stateVolumes,
  type ClusterRequest,
} from "./flink-services.js";
import { jobOf, reportUnnamedJars } from "./job.js";
import { readmeFile } from "./readme.js";
import { namedVolumes, supportingService } from "./supporting.js";

export const compose: Generator = {
  id: "compose",
  summary: "A Docker Compose project that runs the processes on one machine",
  deploymentTypes: ["docker_compose"],
  flavors: [],
  plan: planProject,
};

function planProject(request: PlanRequest): Plan {
  const { model } = request;
  const { deployment } = model;
  if (deployment?.type !== "docker_compose")
    return { files: [], diagnostics: [wrongTarget(compose, model)] };
  const findings = new DistinctFindings();
  const line = lineToPlan(request, findings.add);
  if (line === null) return { files: [], diagnostics: findings.all };
  const context: Context = {
    request,
    model,
    origins: request.origins,
    deployment,
    facts: flinkLineFacts(line),
    ...partServices(deployment),
    report: findings.add,
  };
  const files = planFiles(context, () => [...request.findings, ...findings.all]);
  return { files, diagnostics: findings.all };
}

function planFiles(context: Context, findings: () => readonly Diagnostic[]): PlannedFile[] {
  const { model, facts, deployment } = context;
  checkProject(context);
  reportUnnamedJars(context);
  reportNotActedOn({ ...context, upgrades: false, verifies: false, boundsCores: false });
  const clusters = model.processes.map((process, index) => clusterOf(context, process, index));
  const delivery = deliveryTo({ ...context, processes: model.processes });
  const name = deployment.compose.projectName ?? model.environment.toLowerCase();
  const view: View = {
    environment: model.environment,
    flinkLine: facts.line,
    name,
    services: derived(servicesView(context, clusters)),
    secrets: secretsView(delivery),
    volumes: volumesView(context, clusters),
  };
  return [
    templateFile("compose.yaml", "yaml", view),
    {
      ...templateFile("start-flink.sh", "shell", { configurationFile: facts.configurationFile }),
      executable: true,
    },
    ...clusters.map(({ process, configuration: { entries } }) => {
      const folder = `${process.name}/conf`;
      return configurationFile({ model, process, facts, entries, folder });
    }),
    readmeFile(context, { name, clusters, delivery, findings: findings() }),
  ];
}

function templateFile(path: string, language: PlannedFile["language"], view: View): PlannedFile {
  return {
    path,
    language,
    process: null,
    body: { kind: "template", template: `compose/${path}`, view },
  };
}

// Notes that tell the user to do what the project does.
const done: ReadonlySet<string> = new Set(["N904"]);

function clusterOf(
  context: Context,
  process: ClusterRequest["process"],
  index: number,
): ClusterRequest {
  const { model, origins, facts } = context;
  const line = facts.line;
  const configuration = effectiveConfiguration({
    model,
    origins,
    process,
    line,
    target: "compose",
  });
  for (const diagnostic of configuration.diagnostics) {
    const isDelivered = diagnostic.code === "N903" && process.checkpointBinding?.type !== "gcs";
    if (!done.has(diagnostic.code) && !isDelivered) context.report(diagnostic);
  }
  const delivery = deliveryTo({ ...context, processes: [process] });
  return { process, index, configuration, delivery, job: jobOf(context, process) };
}

function servicesView(
  context: Context,
  clusters: readonly ClusterRequest[],
): Readonly<Record<string, View>> {
  const own = clusters.flatMap((cluster) => flinkServices(context, cluster));
  const others = [...context.supporting].map(
    ([host, service]) => [host, supportingService(context, service)] as const,
  );
  return Object.fromEntries([...own, ...others]);
}

function secretsView(delivery: Delivery): View[string] {
  const paths = secretPaths(delivery);
  if (paths.length === 0) return absent;
  const rows = paths.map((path) => [
    secretName(path),
    { file: `\${NEXGEN_SECRETS_FOLDER:-./secrets}/${path}` },
  ]);
  return derived(Object.fromEntries(rows));
}

/** The volumes that the mounts name: each must be declared. */
function volumesView(context: Context, clusters: readonly ClusterRequest[]): View[string] {
  const { deployment, jobManager, taskManager, supporting } = context;
  const services = [jobManager, taskManager, ...supporting.values()];
  const mounts = [
    ...(deployment.volumes ?? []),
    ...services.flatMap((service) => service?.volumes ?? []),
  ];
  const state = clusters.flatMap((cluster) =>
    stateVolumes(context, cluster).map((folder) => stateVolumeName(folder)),
  );
  const names = [...new Set([...state, ...namedVolumes(mounts)])].toSorted();
  return names.length === 0 ? absent : derived(Object.fromEntries(names.map((name) => [name, {}])));
}
