// What the job manager runs: the jar, its main class and its arguments, as words of `standalone-job`.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import { quotedNames } from "../../src/generator/quoted-names.js";
import type { Process } from "../../src/model/infra-model.js";
import { lineAtLeast } from "../../src/targets/flink/lines.js";
import { pathOf, processName, spanOf, type Context } from "./context.js";
import { plainText } from "./variables.js";

/** Where the image holds job jars; Flink puts every jar there on the class path. */
const jobJarFolder = "/opt/flink/usrlib";

export interface Job {
  /** Behind `standalone-job`. */
  readonly words: readonly string[];
  /** A jar of this machine and where the container has it, or null. */
  readonly jar: { readonly source: string; readonly target: string } | null;
}

/** Reports E762 for a jar that the containers cannot get. */
export function jobOf(context: Context, process: Process): Job {
  const { words, jar } = jarOf(context, process);
  const { mainClass, args } = process;
  return {
    words: [
      ...(mainClass === null ? [] : ["--job-classname", plainText(mainClass)]),
      ...words,
      ...restoreWords(context, process),
      ...(args ?? []).map(plainText),
    ],
    jar,
  };
}

function jarOf(context: Context, process: Process): Job {
  const { jar } = process;
  if (jar === null) return { words: [], jar: null };
  const target = `${jobJarFolder}/${processName(process)}.jar`;
  const [, scheme = "", path = ""] = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/(.*)$/u.exec(jar) ?? [];
  if (scheme === "" || scheme === "file") {
    const problem = fileProblem(scheme === "" ? jar : path);
    if (problem !== null) refuse(context, process, jar, problem);
    return { words: [], jar: { source: hostPath(scheme === "" ? jar : path), target } };
  }
  if (scheme === "local" && path.startsWith(`${jobJarFolder}/`)) return { words: [], jar: null };
  if (!lineAtLeast(context.facts.line, "1.19")) {
    const problem = `Flink ${context.facts.line} loads the job from ${jobJarFolder} of the image only`;
    refuse(context, process, jar, problem);
  }
  return { words: ["--jars", plainText(jar)], jar: null };
}

function fileProblem(path: string): string | null {
  if (path === "") return "it has no name";
  return /[:\p{Cc}]/u.test(path) ? "its path holds a colon or a control character" : null;
}

function refuse(context: Context, process: Process, jar: string, problem: string): void {
  const values = { jar, process: process.name, problem };
  const help = `Name a file of this machine, or local://${jobJarFolder}/<file>.jar of the image.`;
  context.report(diagnose("E762", spanOf(context, process, "jar"), values, { help }));
}

/** Relative paths count from `PROJECT_FOLDER`, where that is set. */
function hostPath(path: string): string {
  const text = plainText(path);
  return path.startsWith("/") || path.startsWith("~")
    ? text
    : `\${PROJECT_FOLDER:-.}/${text.replace(/^\.\//u, "")}`;
}

/** Reports W755: a container that is made anew would go back to the savepoint. */
function restoreWords(context: Context, process: Process): readonly string[] {
  const own = process.checkpointBinding?.recovery?.fromSavepoint ?? null;
  const shared = context.deployment.savepoint?.restore ?? null;
  const stated = own?.path === null || own === null ? shared : own;
  const path = stated?.path ?? null;
  if (stated === null || path === null) return [];
  const problem = "is used at every start of the container: remove it once the job runs";
  const property = pathOf(context, stated, "path");
  context.report(diagnose("W755", spanOf(context, stated, "path"), { property, problem }));
  return ["--fromSavepoint", plainText(path)];
}

/** Reports W763, once, for the processes whose jar nothing names. */
export function reportUnnamedJars(context: Context): void {
  const unnamed = context.model.processes.filter(({ jar }) => jar === null);
  const [first] = unnamed;
  if (first === undefined) return;
  const values = {
    processes: quotedNames(unnamed.map(({ name }) => name)),
    place: `in ${jobJarFolder} of the image`,
  };
  const help = `Set resources.${first.name}.jar to a file of this machine.`;
  context.report(diagnose("W763", spanOf(context, first), values, { help }));
}
