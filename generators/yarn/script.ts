// The script that submits one process, as facts for its template. Holds no shell but finished words.
import { code, type Code } from "../../src/encode/leaf.js";
import type { PlannedFile, View } from "../../src/generator/contract.js";
import { jarWord } from "../../src/generator/local-file-word.js";
import { derivedFrom } from "../../src/generator/view.js";
import type { ConfigurationEntry } from "../../src/targets/flink/configuration/configuration.js";
import { savepointFolderOf } from "../../src/targets/flink/savepoint-folder.js";
import type { Delivery } from "../../src/targets/runtime/delivery.js";
import { modeWord, processFolder, submitAction, type Context, type Mode } from "./context.js";
import type { Job } from "./job.js";
import { runtimeView } from "./runtime-view.js";
import type { Submission } from "./submission.js";

const modeTexts: Readonly<Record<Mode, string>> = {
  application: "Application mode: a cluster of its own, the main method inside",
  per_job: "Per-job mode: a cluster of its own",
  session: "A job of the session cluster",
};

/** What the script of one process is made from. */
export interface ScriptRequest {
  readonly submission: Submission;
  readonly job: Job;
  readonly shipFiles: readonly Code[];
  readonly delivery: Delivery;
}

/** `<process>/submit.sh`. */
export function submitScript(context: Context, request: ScriptRequest): PlannedFile {
  const { process } = request.submission;
  return {
    path: `${processFolder(process)}/submit.sh`,
    language: "shell",
    process: process.name,
    executable: true,
    body: { kind: "template", template: "yarn/submit.sh", view: scriptView(context, request) },
  };
}

function scriptView(context: Context, request: ScriptRequest): View {
  const { submission, job, shipFiles, delivery } = request;
  const { model, mode, facts } = context;
  const { process } = submission;
  const isCluster = mode !== "session";
  return {
    environment: model.environment,
    process: process.name,
    mode: code(modeWord(mode)),
    modeText: modeTexts[mode],
    flinkLine: facts.line,
    configurationFile: facts.configurationFile,
    applicationName: submission.applicationName,
    applicationTag: submission.applicationTag,
    ...stateView(context, submission),
    ...hadoopView(submission),
    isCluster,
    options: submission.options.map((entry) => ({ option: optionWord(entry) })),
    hasShipFiles: isCluster && shipFiles.length > 0,
    shipFiles: shipFiles.map((file) => ({ file })),
    // The containers of a shared cluster are given everything when it starts.
    ...runtimeView(isCluster ? delivery : { variables: [], files: [] }),
    jar: jarWord(job.jar, process.name),
    mainClass: job.mainClass ?? "",
    hasArguments: job.arguments.length > 0,
    arguments: job.arguments.map((argument) => ({ argument })),
    memoryFolder: memoryFolder(context, process.name),
    submitCommand: code(submitWords(context)),
  };
}

/** One element of the array of the call. */
export function optionWord({ key, value, origins }: ConfigurationEntry) {
  return derivedFrom(`-D${key}=${value}`, origins);
}

function stateView({ deployment }: Context, { process, entries }: Submission): View {
  const recovery = process.checkpointBinding?.recovery?.fromSavepoint ?? null;
  return {
    savepointFolder: savepointFolderOf(process, entries) ?? "",
    firstSavepoint: recovery?.path ?? deployment.savepoint?.restore?.path ?? "",
    keepsState: code(process.checkpointBinding === null ? "no" : "yes"),
  };
}

function valueOf(entries: readonly ConfigurationEntry[], keys: readonly string[]): string | null {
  return entries.find(({ key }) => keys.includes(key))?.value ?? null;
}

/** Where the scripts find Hadoop and its login; empty where the file does not say. */
export function hadoopView({ entries }: Submission): View {
  const folder =
    valueOf(entries, ["env.yarn.conf.dir"]) ?? valueOf(entries, ["env.hadoop.conf.dir"]);
  return {
    hadoopConfiguration: folder ?? "",
    principal: valueOf(entries, ["security.kerberos.login.principal"]) ?? "",
    keytab: valueOf(entries, ["security.kerberos.login.keytab"]) ?? "",
  };
}

/** Where the scripts remember savepoints: one folder for each job of each environment. */
function memoryFolder({ model }: Context, name: string): string {
  const region = model.region === null ? [] : [model.region.regionName];
  return [model.environment, ...region, name].join("/");
}

/** `-d`: the client of the older modes would stay until the job ends. */
function submitWords(context: Context): string {
  const isDetached = context.mode !== "application" && !isAttached(context);
  return `${submitAction(context)}${isDetached ? " -d" : ""}`;
}

/** Whether Flink's client stays until the job ends. */
function isAttached({ mode, deployment }: Context): boolean {
  return mode === "per_job" && deployment.perJob?.detached === false;
}
