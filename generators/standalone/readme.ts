// The README of the output: the cluster, what must exist, how to start, and what was found. Text is in
// the template; here are the facts.
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { absent } from "../../src/encode/leaf.js";
import type { PlannedFile, View } from "../../src/generator/contract.js";
import { namedFew } from "../../src/generator/finding-groups.js";
import { generatorReadme } from "../../src/generator/readme-file.js";
import { s3PluginJar } from "../../src/targets/flink/lines.js";
import { storageFolders } from "../../src/targets/flink/storage-folders.js";
import { megabytes } from "../../src/targets/flink/memory/memory-result.js";
import type { Delivery } from "../../src/targets/runtime/delivery.js";
import { secretsFolder } from "../../src/targets/runtime/secret-files.js";
import type { ConfiguredProcess, Host } from "./cluster.js";
import type { Context } from "./context.js";

/** What the README tells. */
export interface ReadmeFacts {
  readonly hosts: readonly Host[];
  readonly processes: readonly ConfiguredProcess[];
  readonly address: string;
  /** Of all processes together. */
  readonly delivery: Delivery;
  /** Everything found, before and by this generator. */
  readonly findings: readonly Diagnostic[];
}

/** `README.md` of the generator's folder. */
export function readmeFile(context: Context, facts: ReadmeFacts): PlannedFile {
  const { model, request, manager } = context;
  const { hosts, processes } = facts;
  const jars = [
    ...new Set(processes.flatMap(({ process: { jar } }) => (jar === null ? [] : [jar]))),
  ];
  const view: View = {
    environment: model.environment,
    line: context.facts.line,
    manager,
    restAddress: facts.address,
    hasHosts: hosts.length > 0,
    hosts: hosts.map((host) => hostView(context, host)),
    taskManagers: hosts.reduce((sum, { taskManagers }) => sum + taskManagers, 0),
    slots: slotsOf(hosts),
    processes: processes.map(({ process }) => ({
      name: process.name,
      parallelism: process.parallelism.initial ?? 1,
    })),
    example: processes[0]?.process.name ?? "",
    hasJars: jars.length > 0,
    jars: jars.toSorted().map((jar) => ({ jar })),
    ...storageView(context, facts),
    ...runtimeView(facts.delivery),
  };
  return generatorReadme("standalone", view, facts.findings, request.acceptedReason);
}

/** Slots of the whole cluster. */
export function slotsOf(hosts: readonly Host[]): number {
  return hosts.reduce(
    (sum, { taskManagers, configuration }) => sum + taskManagers * configuration.sizing.slots.value,
    0,
  );
}

function hostView({ manager }: Context, { name, taskManagers, configuration }: Host): View {
  const { slots, processBytes } = configuration.sizing;
  const workers = taskManagers === 1 ? "a task manager" : `${String(taskManagers)} task managers`;
  const parts = [
    ...(name === manager ? ["the job manager"] : []),
    ...(taskManagers > 0 ? [workers] : []),
  ];
  return {
    host: name,
    runs: parts.join(" and "),
    slots: taskManagers === 0 ? "none" : slots.value,
    memory: taskManagers === 0 ? "none" : megabytes(processBytes.value),
  };
}

function storageView({ model, facts }: Context, { processes }: ReadmeFacts): View {
  const named = storageFolders(processes.flatMap(({ configuration }) => configuration.entries));
  const hasS3 = model.processes.some(({ checkpointBinding }) => checkpointBinding?.type === "s3");
  return {
    hasStorage: named.length > 0,
    storage: named.map((uri) => ({ uri })),
    hasS3,
    s3PluginJar: hasS3 ? s3PluginJar(facts.line, null) : absent,
  };
}

function runtimeView({ variables, files }: Delivery): View {
  return {
    hasRuntime: variables.length + files.length > 0,
    secretsFolder,
    variables: variables.map(({ name, optional, usedBy }) => ({
      name,
      optional,
      usedBy: namedFew(usedBy),
    })),
    files: files.map(({ path, usedBy }) => ({ path, usedBy: namedFew(usedBy), secretsFolder })),
  };
}
