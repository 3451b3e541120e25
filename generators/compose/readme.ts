// The README of the output: what runs, what must exist, how to start it, and what was found. Text is in
// the template; here are the facts.
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import type { PlannedFile, View } from "../../src/generator/contract.js";
import { namedFew } from "../../src/generator/finding-groups.js";
import { generatorReadme } from "../../src/generator/readme-file.js";
import { megabytes } from "../../src/targets/flink/memory/memory-result.js";
import type { Delivery } from "../../src/targets/runtime/delivery.js";
import { secretsFolder } from "../../src/targets/runtime/secret-files.js";
import { processName, type Context } from "./context.js";
import { secretPaths, type ClusterRequest } from "./flink-services.js";
import { topicSteps } from "./topics.js";

/** What the README tells. */
export interface ReadmeFacts {
  readonly name: string;
  readonly clusters: readonly ClusterRequest[];
  /** Of all processes together. */
  readonly delivery: Delivery;
  /** Everything found, before and by this generator. */
  readonly findings: readonly Diagnostic[];
}

/** `README.md` of the generator's folder. */
export function readmeFile(context: Context, facts: ReadmeFacts): PlannedFile {
  const { model, supporting, request } = context;
  const { clusters, delivery } = facts;
  const [first] = clusters;
  const jars = [...new Set(clusters.flatMap(({ process }) => localJar(process.jar)))].toSorted();
  const variables = variablesOf(context, delivery);
  const files = secretPaths(delivery);
  const topics = topicSteps(context);
  const view: View = {
    environment: model.environment,
    name: facts.name,
    line: context.facts.line,
    processes: clusters.map((cluster) => processView(context, cluster)),
    firstProcess: first === undefined ? "" : processName(first.process),
    memory: megabytes(clusters.reduce((sum, cluster) => sum + memoryOf(cluster), 0)),
    hasServices: supporting.size > 0,
    supporting: [...supporting.keys()].map((name) => ({ name })),
    hasTopics: topics.length > 0,
    topics,
    services: [...supporting].map(([name, { image }]) => ({ name, image })),
    hasJars: jars.length > 0,
    jars: jars.map((jar) => ({ jar })),
    hasUnnamedJars: clusters.some(({ process }) => process.jar === null),
    hasVariables: variables.length > 0,
    variables: variables.map(({ name, optional, usedBy }) => ({
      name,
      optional,
      usedBy: namedFew(usedBy),
    })),
    hasSecretFiles: files.length > 0,
    secretFiles: files.map((path) => ({ path })),
    secretsFolder,
  };
  return generatorReadme("compose", view, facts.findings, request.acceptedReason);
}

interface Variable {
  readonly name: string;
  readonly optional: boolean;
  readonly usedBy: readonly string[];
}

/** Variables of the jobs and of the other services, sorted by name. */
function variablesOf({ model }: Context, { variables }: Delivery): readonly Variable[] {
  const own = variables.flatMap(({ source, optional, usedBy }): Variable[] =>
    source.kind === "variable" ? [{ name: source.name, optional, usedBy }] : [],
  );
  const known = new Set(own.map(({ name }) => name));
  const others = model.runtime.variables.flatMap(({ name, fallback, usedBy }): Variable[] => {
    const isUsed = usedBy.some((path) => path.startsWith("deployment.compose"));
    return known.has(name) || !isUsed ? [] : [{ name, optional: fallback !== null, usedBy }];
  });
  return [...own, ...others].toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

function localJar(jar: string | null): readonly string[] {
  return jar === null || /^(?!file:)[A-Za-z][A-Za-z0-9+.-]*:\/\//u.test(jar) ? [] : [jar];
}

function processView(context: Context, cluster: ClusterRequest): View {
  const { process, configuration } = cluster;
  const { sizing } = configuration;
  return {
    name: process.name,
    url: urlOf(context, cluster),
    parallelism: process.parallelism.initial ?? 1,
    taskManagers: sizing.count.value,
    slots: sizing.slots.value,
    memory: megabytes(sizing.processBytes.value),
  };
}

/** Where the web UI is published, as far as the file says. */
function urlOf({ jobManager }: Context, { index, configuration }: ClusterRequest): string {
  const rest = configuration.entries.find(({ key }) => key === "rest.port")?.value ?? "8081";
  const stated = (jobManager?.ports ?? [`${rest}:${rest}`]).find((port) =>
    port.replace(/\/tcp$/u, "").endsWith(`:${rest}`),
  );
  const host = /(\d+):\d+(?:\/tcp)?$/u.exec(stated ?? "")?.[1];
  return host === undefined ? "not published" : `http://localhost:${String(Number(host) + index)}`;
}

const units: Readonly<Record<string, number>> = { b: 1, k: 1024, m: 1_048_576 };

/** Bytes of all containers of a process. */
function memoryOf({ configuration }: ClusterRequest): number {
  const text =
    configuration.entries.find(({ key }) => key === "jobmanager.memory.process.size")?.value ??
    "0b";
  const [, number = "0", unit = "b"] = /^(\d+)([bkm])$/u.exec(text) ?? [];
  const { count, processBytes } = configuration.sizing;
  return Number(number) * (units[unit] ?? 1) + count.value * processBytes.value;
}
