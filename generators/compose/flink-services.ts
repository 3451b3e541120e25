// The containers of one process: a standalone application cluster of a job manager and task managers.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import { absent } from "../../src/encode/leaf.js";
import type { View } from "../../src/generator/contract.js";
import { derived, derivedFrom } from "../../src/generator/view.js";
import type { Process } from "../../src/model/infra-model.js";
import type { Configuration } from "../../src/targets/flink/configuration/configuration.js";
import type { Delivery } from "../../src/targets/runtime/delivery.js";
import { secretsFolder } from "../../src/targets/runtime/secret-files.js";
import { pathOf, processName, spanOf, type Context, type StatedService } from "./context.js";
import { flinkImage, builtInPlugins } from "./image.js";
import type { Job } from "./job.js";
import { dependencies, healthcheckOf, shellHealthcheck, waits } from "./supporting.js";
import { movedPort, publishedPort } from "./service-texts.js";
import { composeText, plainText, requiredVariable } from "./variables.js";

/** What the containers of one process are made from. */
export interface ClusterRequest {
  readonly process: Process;
  /** 0 for the first process: each publishes its web UI one port further. */
  readonly index: number;
  readonly configuration: Configuration;
  readonly delivery: Delivery;
  readonly job: Job;
}

/** Services by name. */
export function flinkServices(
  context: Context,
  request: ClusterRequest,
): readonly (readonly [string, View])[] {
  const name = processName(request.process);
  return [
    [`${name}-jobmanager`, jobManager(context, request)],
    [`${name}-taskmanager`, taskManager(context, request)],
  ];
}

const defaultRestPort = 8081;

function jobManager(context: Context, request: ClusterRequest): View {
  const { jobManager: stated, supporting } = context;
  const port = optionOf(request, "rest.port") ?? String(defaultRestPort);
  const needed = stated?.dependsOn ?? [...supporting.keys()];
  return {
    ...common(context, request, stated),
    command: ["standalone-job", ...request.job.words],
    ports: publishedPorts(context, request, port),
    healthcheck: statedCheck(stated) ?? portCheck(port),
    depends_on: dependencies(context, needed),
  };
}

function taskManager(context: Context, request: ClusterRequest): View {
  const { taskManager: stated } = context;
  const { count } = request.configuration.sizing;
  const manager = `${processName(request.process)}-jobmanager`;
  return {
    ...common(context, request, stated),
    command: ["taskmanager"],
    ports: scaledPorts(context, request),
    healthcheck:
      statedCheck(stated) ?? portCheck(optionOf(request, "taskmanager.rpc.port") ?? "6122"),
    depends_on: {
      [manager]: { condition: "service_healthy" },
      ...waits(context, stated?.dependsOn ?? []),
    },
    restart: "on-failure",
    deploy: { replicas: derivedFrom(count.value, count.origins) },
  };
}

function statedCheck(stated: StatedService | null): View | null {
  if (stated === null || stated.healthcheck === null) return null;
  return shellHealthcheck(stated.healthcheck, stated);
}

/** The official image has no curl; bash opens ports itself. */
function portCheck(port: string): View {
  return healthcheckOf(["CMD", "bash", "-c", `exec 3<>/dev/tcp/localhost/${port}`]);
}

function optionOf({ configuration }: ClusterRequest, key: string): string | null {
  return configuration.entries.find((entry) => entry.key === key)?.value ?? null;
}

function common(context: Context, request: ClusterRequest, stated: StatedService | null): View {
  const { process, delivery } = request;
  const { facts, deployment } = context;
  const { jar } = request.job;
  const file = facts.configurationFile;
  const mounts = [
    fileMount(`./${process.name}/conf/${file}`, `/etc/nexgen/${file}`),
    fileMount("./start-flink.sh", "/etc/nexgen/start-flink.sh"),
    ...(jar === null ? [] : [fileMount(jar.source, jar.target)]),
    ...stateMounts(context, request),
    ...[...(deployment.volumes ?? []), ...(stated?.volumes ?? [])].map(plainText),
  ];
  return {
    image: flinkImage(context, stated),
    entrypoint: ["bash", "/etc/nexgen/start-flink.sh"],
    environment: environment(context, request, stated),
    volumes: mounts,
    secrets:
      delivery.files.length + secretSources(delivery).length === 0
        ? absent
        : secretPaths(delivery).map((path) => ({
            source: secretName(path),
            target: `${secretsFolder}/${path}`,
          })),
  };
}

/** A file that must be there: the short form makes a folder of root where one is missing. */
function fileMount(source: string, target: string): View {
  return { type: "bind", source, target, read_only: true, bind: { create_host_path: false } };
}

// ---- state of checkpoints in a folder

/** Folders of the local file system that job and task managers share; empty for other storage. */
function stateFolders({ configuration }: ClusterRequest): readonly string[] {
  const folders = configuration.entries.flatMap(({ key, value }) =>
    /(?:dir|storageDir)$/u.test(key) && value.startsWith("file:/")
      ? [
          value
            .replace(/^file:/u, "")
            .replace(/\/+/gu, "/")
            .replace(/(?<=.)\/$/u, ""),
        ]
      : [],
  );
  return [...new Set(folders)].toSorted();
}

/** Folders that no mount of the file covers get a volume of their own. */
export function stateVolumes(context: Context, request: ClusterRequest): readonly string[] {
  const { deployment, jobManager, taskManager } = context;
  // Both kinds of containers must see it: a mount of one alone shares nothing.
  const covered = (folder: string): boolean =>
    [jobManager, taskManager].every((service) =>
      [...(deployment.volumes ?? []), ...(service?.volumes ?? [])].some((mount) =>
        isBelow(folder, mount.split(":")[1] ?? ""),
      ),
    );
  const tops = stateFolders(request).filter(
    (folder, _, all) => !all.some((other) => folder.startsWith(`${other}/`)),
  );
  return tops.filter((folder) => !covered(folder));
}

function isBelow(folder: string, path: string): boolean {
  return path !== "" && (folder === path || folder.startsWith(`${path.replace(/\/$/u, "")}/`));
}

/**
 * The volume that holds `folder`, for all processes: `/flink-state/checkpoints` in
 * `state.flink-state.checkpoints`. No two folders have the same: two jobs would mix their checkpoints.
 */
export function stateVolumeName(folder: string): string {
  const name = folder.replace(/[^A-Za-z0-9-]/gu, (character) => {
    if (character === "/") return ".";
    return character === "." || character === "_"
      ? `_${character}`
      : `_${(character.codePointAt(0) ?? 0).toString(16)}-`;
  });
  return `state${name}`;
}

function stateMounts(context: Context, request: ClusterRequest): readonly string[] {
  return stateVolumes(context, request).map(
    (folder) => `${stateVolumeName(folder)}:${plainText(folder)}`,
  );
}

// ---- environment and secrets

function secretSources({ variables }: Delivery): readonly { name: string; path: string }[] {
  return variables.flatMap(({ name, source }) =>
    source.kind === "file" ? [{ name, path: source.path }] : [],
  );
}

/** Files of secrets that the containers get, below the folder of secrets; sorted. */
export function secretPaths(delivery: Delivery): readonly string[] {
  const files = delivery.files.map(({ path }) => path);
  const sources = secretSources(delivery).map(({ path }) => path);
  return [...new Set([...files, ...sources])].toSorted();
}

/** `kafka/password` as a name of Compose: `kafka.password`. */
export function secretName(path: string): string {
  return path.replace(/[^A-Za-z0-9_-]+/gu, ".");
}

// What the configuration file says; the image would write it there a second time.
const inConfiguration: readonly string[] = [
  "JOB_MANAGER_RPC_ADDRESS",
  "TASK_MANAGER_NUMBER_OF_TASK_SLOTS",
];

function environment(
  context: Context,
  request: ClusterRequest,
  stated: StatedService | null,
): readonly string[] | typeof absent {
  const { delivery } = request;
  const own = statedEnvironment(context, stated);
  const given = delivery.variables.flatMap(({ name, source, optional }) =>
    source.kind === "file" ? [] : [optional ? name : `${name}=${requiredVariable(source.name)}`],
  );
  const files = secretSources(delivery).map(({ name, path }) => `${name}=${secretsFolder}/${path}`);
  const folders = stateFolders(request);
  const plugins = builtInPlugins(context, stated, request.configuration);
  const all = [
    ...own,
    ...given,
    ...(folders.length === 0 ? [] : [`STATE_FOLDERS=${folders.map(plainText).join(":")}`]),
    ...(files.length === 0 ? [] : [`VARIABLES_FROM_FILES=${files.join(":")}`]),
    ...(plugins === null ? [] : [`ENABLE_BUILT_IN_PLUGINS=${plugins}`]),
  ];
  return all.length === 0 ? absent : all;
}

function statedEnvironment(context: Context, stated: StatedService | null): readonly string[] {
  if (stated === null) return [];
  return (stated.environment ?? []).flatMap((text) => {
    const written = composeText(text);
    const [name = ""] = written.split("=", 1);
    const span = spanOf(context, stated, "environment");
    const property = `${pathOf(context, stated, "environment")}.${name}`;
    if (inConfiguration.includes(name)) {
      const reason = "the configuration file of each process says it";
      context.report(diagnose("W701", span, { property, reason }));
      return [];
    }
    if (name === "FLINK_PROPERTIES") {
      const problem =
        "is put behind the configuration file of every process, and the image deletes the blanks in it";
      const help = "Use resources.<process>.flink_options.";
      context.report(diagnose("W755", span, { property, problem }, { help }));
    }
    return [written];
  });
}

// ---- published ports

/** The ports of this machine are others for each process. */
function moved(text: string, index: number): string {
  const port = publishedPort(text);
  return port === null || index === 0 ? text : movedPort(port, index);
}

/** The ports of the job manager: of a second process one further. Without any only this machine sees it. */
function publishedPorts(context: Context, { index }: ClusterRequest, port: string): View[string] {
  const { jobManager: stated } = context;
  const ports = stated?.ports ?? null;
  if (stated === null || ports === null)
    return [`127.0.0.1:${String(Number(port) + index)}:${port}`];
  return derived(
    ports.map((text) => moved(text, index)),
    [stated, "ports"],
  );
}

/** Reports E753 for a fixed port that several containers would need. */
function scaledPorts(context: Context, { configuration, process }: ClusterRequest): View[string] {
  const { taskManager: stated } = context;
  const ports = stated?.ports ?? null;
  if (stated === null || ports === null) return absent;
  const containers = configuration.sizing.count.value * context.model.processes.length;
  if (containers > 1 && ports.some((port) => port.includes(":"))) {
    const values = {
      property: pathOf(context, stated, "ports"),
      other: `the task managers of "${process.name}"`,
      problem: `only one of ${String(containers)} containers can have a port of this machine`,
    };
    const help = "Name the container's port alone, or leave the ports out.";
    context.report(diagnose("E753", spanOf(context, stated, "ports"), values, { help }));
  }
  return derived(ports, [stated, "ports"]);
}
