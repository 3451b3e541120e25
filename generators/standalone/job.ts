// The script that submits one process to the cluster, with the options that are the job's own.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import { code } from "../../src/encode/leaf.js";
import type { PlannedFile } from "../../src/generator/contract.js";
import { configurationFile } from "../../src/generator/flink-configuration-file.js";
import { jarNameProblem } from "../../src/generator/job-jars.js";
import { jarWord } from "../../src/generator/local-file-word.js";
import { reportNul } from "../../src/targets/hosts/command-words.js";
import { isClientOption, isClusterOption } from "../../src/targets/flink/session-options.js";
import { savepointFolderOf } from "../../src/targets/flink/savepoint-folder.js";
import { spanOf, type Context } from "./context.js";
import type { ConfiguredProcess } from "./cluster.js";

// Where the client finds the cluster.
const addressOptions: ReadonlySet<string> = new Set(["jobmanager.rpc.address", "rest.port"]);

/** `<process>/submit.sh` and its configuration. Reports E762 and E763. */
export function jobFiles(
  context: Context,
  { process, configuration }: ConfiguredProcess,
  address: string,
): readonly PlannedFile[] {
  checkJar(context, process);
  reportNul(context, process, configuration.entries);
  const { model, facts, deployment } = context;
  const entries = configuration.entries.filter(
    ({ key }) => !isClusterOption(key) || isClientOption(key) || addressOptions.has(key),
  );
  const region = model.region === null ? [] : [model.region.regionName];
  const recovery = process.checkpointBinding?.recovery?.fromSavepoint ?? null;
  const script: PlannedFile = {
    path: `${process.name}/submit.sh`,
    language: "shell",
    process: process.name,
    executable: true,
    body: {
      kind: "template",
      template: "standalone/submit.sh",
      view: {
        environment: model.environment,
        process: process.name,
        flinkLine: facts.line,
        configurationFile: facts.configurationFile,
        restAddress: address,
        savepointFolder: savepointFolderOf(process, configuration.entries) ?? "",
        firstSavepoint: recovery?.path ?? deployment.savepoint?.restore?.path ?? "",
        keepsState: code(process.checkpointBinding === null ? "no" : "yes"),
        memoryFolder: [model.environment, ...region, process.name].join("/"),
        jar: jarWord(process.jar, process.name),
        mainClass: process.mainClass ?? "",
        hasArguments: (process.args ?? []).length > 0,
        arguments: (process.args ?? []).map((argument) => ({ argument })),
      },
    },
  };
  const folder = `${process.name}/conf`;
  return [script, configurationFile({ model, process, facts, entries, folder })];
}

function checkJar(context: Context, process: ConfiguredProcess["process"]): void {
  const { jar } = process;
  const problem = jar === null ? null : jarProblem(jar);
  if (jar === null || problem === null) return;
  const help = "Name a file of the machine that submits.";
  const values = { jar, process: process.name, problem };
  context.report(diagnose("E762", spanOf(context, process, "jar"), values, { help }));
}

function jarProblem(jar: string): string | null {
  const isRemote = /^[A-Za-z][A-Za-z0-9+.-]*:\/\//u.test(jar);
  return (
    jarNameProblem(jar) ?? (isRemote ? "Flink's client reads the jar from a local file" : null)
  );
}
