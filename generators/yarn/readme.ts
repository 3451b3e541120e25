// The README of the output: what is here, what must exist, how to start, upgrade and go back, and what
// was found. Text is in the template; here are the facts.
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { absent } from "../../src/encode/leaf.js";
import type { PlannedFile, View } from "../../src/generator/contract.js";
import { namedFew } from "../../src/generator/finding-groups.js";
import { generatorReadme } from "../../src/generator/readme-file.js";
import { s3PluginJar } from "../../src/targets/flink/lines.js";
import { storageFolders } from "../../src/targets/flink/storage-folders.js";
import type { Delivery } from "../../src/targets/runtime/delivery.js";
import { secretsFolder } from "../../src/targets/runtime/secret-files.js";
import { modeWord, processFolder, type Context } from "./context.js";
import type { Job } from "./job.js";
import type { Submission } from "./submission.js";

/** What the README tells. */
export interface ReadmeFacts {
  readonly submissions: readonly Submission[];
  readonly jobs: readonly Job[];
  /** Of all processes together. */
  readonly delivery: Delivery;
  /** Everything found, before and by this generator. */
  readonly findings: readonly Diagnostic[];
}

/** `README.md` of the generator's folder. */
export function readmeFile(context: Context, facts: ReadmeFacts): PlannedFile {
  const { model, mode, facts: line, request } = context;
  const [first] = facts.submissions;
  const view: View = {
    environment: model.environment,
    region: model.region?.regionName ?? absent,
    line: line.line,
    configurationFile: line.configurationFile,
    mode: modeWord(mode),
    isSession: mode === "session",
    processes: facts.submissions.map(processView),
    example: first === undefined ? "" : processFolder(first.process),
    ...clusterView(facts),
    ...storageView(context, facts),
    ...jarsView(context, facts.jobs),
    ...runtimeView(facts.delivery),
  };
  return generatorReadme("yarn", view, facts.findings, request.acceptedReason);
}

function optionOf({ options, entries }: Submission, key: string): string | null {
  return [...options, ...entries].find((entry) => entry.key === key)?.value ?? null;
}

function processView(submission: Submission): View {
  const { process, sizing, applicationName } = submission;
  return {
    name: process.name,
    parallelism: process.parallelism.initial ?? 1,
    taskManagers: sizing.count.value,
    slots: sizing.slots.value,
    memory: optionOf(submission, "taskmanager.memory.process.size") ?? "",
    cores: optionOf(submission, "yarn.containers.vcores") ?? "",
    application: applicationName,
  };
}

/** The same for all processes: it comes from the deployment. */
function clusterView({ submissions: [first] }: ReadmeFacts): View {
  const option = (key: string): string | null =>
    first === undefined ? null : optionOf(first, key);
  const queue = option("yarn.application.queue");
  const labels = [option("yarn.application.node-label"), option("yarn.taskmanager.node-label")];
  const named = [...new Set(labels.filter((label) => label !== null))];
  const folder = option("env.yarn.conf.dir") ?? option("env.hadoop.conf.dir");
  const keytab = option("security.kerberos.login.keytab");
  return {
    queue: queue ?? "the default of the cluster",
    hasQueue: queue !== null,
    queueName: queue ?? "",
    // Flink's client compares it with last names only.
    isNestedQueue: queue?.includes(".") ?? false,
    hasLabels: named.length > 0,
    labels: named.join(" and "),
    hasHadoopConfiguration: folder !== null,
    hadoopConfiguration: folder ?? "",
    usesKerberos: keytab !== null,
    keytab: keytab ?? "",
    principal: option("security.kerberos.login.principal") ?? "",
  };
}

function storageView({ model, facts }: Context, { submissions }: ReadmeFacts): View {
  const named = storageFolders(
    submissions.flatMap(({ options, entries }) => [...options, ...entries]),
  );
  const hasS3 = model.processes.some(({ checkpointBinding }) => checkpointBinding?.type === "s3");
  return {
    hasStorage: named.length > 0,
    storage: named.map((uri) => ({ uri })),
    hasS3,
    s3PluginJar: hasS3 ? s3PluginJar(facts.line, null) : absent,
  };
}

function jarsView({ deployment }: Context, jobs: readonly Job[]): View {
  const shipped = deployment.yarnSettings?.shipFiles ?? [];
  const files = [...jobs.flatMap(({ jar }) => (jar === null ? [] : [jar])), ...shipped];
  const named = [...new Set(files)].toSorted();
  return { hasJars: named.length > 0, jars: named.map((file) => ({ file })) };
}

function runtimeView({ variables, files }: Delivery): View {
  return {
    hasRuntime: variables.length + files.length > 0,
    hasVariables: variables.some(({ source }) => source.kind === "variable"),
    variables: variables.flatMap(({ source, optional, usedBy }) =>
      source.kind === "variable" ? [{ name: source.name, optional, usedBy: namedFew(usedBy) }] : [],
    ),
    hasSecretFiles: files.length > 0 || variables.some(({ source }) => source.kind === "file"),
    secretFiles: [
      ...files.map(({ path, usedBy }) => ({ path, usedBy: namedFew(usedBy) })),
      ...variables.flatMap(({ source, usedBy }) =>
        source.kind === "file" ? [{ path: source.path, usedBy: namedFew(usedBy) }] : [],
      ),
    ],
    secretsFolder,
  };
}
