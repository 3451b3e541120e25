// What is run: the jar, its main class, its arguments, and the files that every container gets.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import { code, type Code } from "../../src/encode/leaf.js";
import { shellWord } from "../../src/encode/shell.js";
import type { Process } from "../../src/model/infra-model.js";
import { jarNameProblem } from "../../src/generator/job-jars.js";
import { folderBefore } from "../../src/generator/local-file-word.js";
import { checkListedFile } from "../../src/targets/yarn/names.js";
import { pathOf, spanOf, type Context } from "./context.js";

/** The job of one process. */
export interface Job {
  /** Null: the jar beside the script. */
  readonly jar: string | null;
  readonly mainClass: string | null;
  readonly arguments: readonly string[];
}

/** Reports E762 for a jar that Flink's YARN client cannot run. */
export function jobOf(context: Context, process: Process): Job {
  const { jar } = process;
  const problem = jar === null ? null : jarProblem(context, jar);
  if (jar !== null && problem !== null) {
    const help =
      "Name a file of the machine that submits, or, in application mode, one in the file system of the cluster.";
    const values = { jar, process: process.name, problem };
    context.report(diagnose("E762", spanOf(context, process, "jar"), values, { help }));
  }
  return { jar, mainClass: process.mainClass, arguments: process.args ?? [] };
}

// What `java.net.URI` lets stand in a path.
const uriForm = /^(?:[\w\-.~!$&'()*+,;=:@/]|%[0-9A-Fa-f]{2}|[^\p{ASCII}\p{Z}\p{C}])+$/u;

function jarProblem({ mode }: Context, jar: string): string | null {
  const named = jarNameProblem(jar);
  if (named !== null) return named;
  // In application mode the client makes a URI of it, whatever it is.
  if (mode === "application" && !uriForm.test(jar)) {
    return "Flink's client takes it for a URI, which holds no blank, quote, bracket, # or ?";
  }
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):\/\//u.exec(jar)?.[1]?.toLowerCase();
  if (scheme === undefined || scheme === "file") return null;
  if (scheme === "local") return "local:// names a file of a container image";
  if (scheme === "http" || scheme === "https")
    return "Flink's client on YARN fetches no jar over HTTP";
  return mode === "application"
    ? null
    : `in mode ${mode} the client reads the jar from a local file`;
}

/** The words of the array of ship files: quoted text, with bare stars for bash to expand. */
export function shipFiles(context: Context): readonly Code[] {
  const settings = context.deployment.yarnSettings;
  const files = settings?.shipFiles ?? [];
  return files.map((file) => {
    const problem = checkListedFile(file);
    if (settings !== null && problem !== null) {
      const values = {
        text: file,
        what: `ship file of ${pathOf(context, settings, "shipFiles")}`,
        problem,
      };
      context.report(diagnose("E934", spanOf(context, settings, "shipFiles"), values));
    }
    return code(pattern(file.replaceAll("\0", "")));
  });
}

/** `file` as one word in which only `*` is special. */
function pattern(file: string): string {
  const parts = file.split("*").map((part) => (part === "" ? "" : shellWord(part)));
  return folderBefore(file) + parts.join("*");
}
