// The hosts of the cluster: a configuration folder for each, and the script that starts them. The
// cluster is set up for the largest process; what the jobs have of their own stays with their scripts.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import { code } from "../../src/encode/leaf.js";
import type { PlannedFile, View } from "../../src/generator/contract.js";
import { encodeFlinkConfiguration } from "../../src/encode/flink-configuration-file.js";
import type { Configuration } from "../../src/targets/flink/configuration/configuration.js";
import { effectiveConfiguration } from "../../src/targets/flink/configuration/effective-configuration.js";
import { isClusterOption } from "../../src/targets/flink/session-options.js";
import type { Process } from "../../src/model/infra-model.js";
import { spanOf, type Context } from "./context.js";

/** A process with its configuration. */
export interface ConfiguredProcess {
  readonly process: Process;
  readonly configuration: Configuration;
}

/** One host of the cluster. */
export interface Host {
  readonly name: string;
  readonly taskManagers: number;
  readonly configuration: Configuration;
}

/** The hosts, the job manager's first. Reports W951. */
export function hostsOf(
  context: Context,
  processes: readonly ConfiguredProcess[],
): readonly Host[] {
  const [largest] = processes.toSorted(
    (one, other) => other.configuration.sizing.slotBytes - one.configuration.sizing.slotBytes,
  );
  if (largest === undefined || context.workers.size === 0) return [];
  reportDifferences(context, processes, largest);
  const names = [...new Set([context.manager, ...context.workers.keys()])];
  return names.map((name) => ({
    name,
    taskManagers: context.workers.get(name)?.length ?? 0,
    configuration: configurationOf(context, largest.process, name),
  }));
}

function configurationOf({ model, origins, facts }: Context, process: Process, host: string) {
  return effectiveConfiguration({
    model,
    origins,
    process,
    line: facts.line,
    target: "standalone",
    host,
  });
}

/** W951 for cluster options that processes want differently: there is one cluster. */
function reportDifferences(
  context: Context,
  processes: readonly ConfiguredProcess[],
  largest: ConfiguredProcess,
): void {
  const wanted = new Map(clusterOptions(largest));
  for (const each of processes) {
    const differing = clusterOptions(each)
      .filter(([key, value]) => wanted.get(key) !== value)
      .map(([key]) => key);
    if (differing.length === 0) continue;
    const values = {
      process: each.process.name,
      options: differing.join(", "),
      other: largest.process.name,
    };
    const help = "Size the processes of one cluster alike.";
    context.report(diagnose("W951", spanOf(context, each.process), values, { help }));
  }
}

// One id for each cluster, and there is one cluster.
const clusterId = "high-availability.cluster-id";

function clusterOptions({ configuration }: ConfiguredProcess): (readonly [string, string])[] {
  return configuration.entries
    .filter(({ key }) => isClusterOption(key) && key !== clusterId)
    .map(({ key, value }) => [key, value] as const);
}

/** `hosts/<host>/`: the configuration, and on the job manager's host the lists for the start script. */
export function hostFiles(context: Context, hosts: readonly Host[]): readonly PlannedFile[] {
  return hosts.flatMap((host) => [
    configurationFile(context, host),
    ...(host.name === context.manager ? listFiles(context, host) : []),
  ]);
}

function configurationFile({ model, facts }: Context, host: Host): PlannedFile {
  const region = model.region === null ? [] : [model.region.regionName];
  const id = `/${[model.environment, ...region].join("/")}`;
  const entries = host.configuration.entries
    .filter(({ key }) => isClusterOption(key))
    .map((entry) => (entry.key === clusterId ? { ...entry, value: id, comment: null } : entry));
  const header = [
    `Configuration of Flink on the host ${host.name}, environment ${model.environment}.`,
    `For Flink ${facts.line}; it replaces the ${facts.configurationFile} that Flink ships.`,
  ];
  return {
    path: `hosts/${host.name}/${facts.configurationFile}`,
    language: facts.format === "legacy" ? "flink-conf" : "yaml",
    process: null,
    body: { kind: "text", ...encodeFlinkConfiguration({ format: facts.format, header, entries }) },
  };
}

/** `masters` and `workers`: a host is named once for each task manager. */
function listFiles({ manager, workers }: Context, host: Host): readonly PlannedFile[] {
  const names = [...workers].flatMap(([name, managers]) => managers.map(() => name));
  return [
    textFile(`hosts/${manager}/masters`, [`${manager}:${restPort(host.configuration)}`]),
    textFile(`hosts/${manager}/workers`, names),
  ];
}

function textFile(path: string, lines: readonly string[]): PlannedFile {
  return {
    path,
    language: "text",
    process: null,
    body: { kind: "text", text: `${lines.join("\n")}\n` },
  };
}

/** Where the REST API is: 8081 unless the file says otherwise. */
export function restPort({ entries }: Configuration): string {
  return entries.find(({ key }) => key === "rest.port")?.value ?? "8081";
}

/** The value of an option that all hosts share. */
function sharedOption([first]: readonly Host[], option: string): string | null {
  const entries = first?.configuration.entries ?? [];
  return entries.find(({ key }) => key === option)?.value ?? null;
}

/** `cluster.sh`. */
export function clusterScript(
  context: Context,
  hosts: readonly Host[],
  address: string,
): PlannedFile {
  const view: View = {
    environment: context.model.environment,
    flinkLine: context.facts.line,
    configurationFile: context.facts.configurationFile,
    manager: context.manager,
    restAddress: address,
    // Where Flink's start script keeps the ids of its processes.
    pidFolder: sharedOption(hosts, "env.pid.dir") ?? "/tmp",
    logFolder: sharedOption(hosts, "env.log.dir") ?? "",
    taskManagers: code(String(hosts.reduce((sum, { taskManagers }) => sum + taskManagers, 0))),
    hosts: hosts.map(({ name }) => ({ host: name })),
  };
  return {
    path: "cluster.sh",
    language: "shell",
    process: null,
    executable: true,
    body: { kind: "template", template: "standalone/cluster.sh", view },
  };
}
