// What is run: the jar, its main class and arguments, and the jars beside it.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import { absent, type Absent, type OriginLeaf } from "../../src/encode/leaf.js";
import { derived, pick } from "../../src/generator/view.js";
import type { Process } from "../../src/model/infra-model.js";
import { lineAtLeast } from "../../src/targets/flink/lines.js";
import { pathOf, processName, reportNotEmitted, spanOf, type Context } from "./context.js";
import type { FlinkOptions } from "./flink-options.js";
import { pickSet } from "./stated.js";
import { quotedNames } from "../../src/generator/quoted-names.js";

/** Where the image is expected to hold job jars; Flink puts every jar there on the class path. */
const jobJarFolder = "/opt/flink/usrlib";

export interface Job {
  readonly jarUri: OriginLeaf & { readonly value: string };
  /** Jars beside the job's own. */
  readonly artifacts: readonly string[];
  readonly mainClass: OriginLeaf | Absent;
  readonly args: readonly string[];
  /** The arguments as a list with its origin; absent when there are none. */
  readonly argsLeaf: OriginLeaf | Absent;
}

/** Reports E947 where a session job cannot fetch its jar. */
export function jobOf(context: Context, process: Process): Job {
  const { application } = context.deployment;
  const [argsOwner, args] =
    process.args === null ? [application, application?.args ?? []] : [process, process.args];
  const mainClass =
    process.mainClass !== null ? pick(process, "mainClass") : pickSet(application, "mainClass");
  const jarUri = jarOf(context, process);
  if (context.session) checkSessionJar(context, process, jarUri.value);
  return {
    jarUri,
    artifacts: (application?.artifacts ?? []).slice(1),
    mainClass,
    args,
    argsLeaf: args.length === 0 || argsOwner === null ? absent : derived(args, [argsOwner, "args"]),
  };
}

function jarOf(context: Context, process: Process): OriginLeaf & { readonly value: string } {
  const { application } = context.deployment;
  if (process.jar !== null) return derived(asUri(process.jar), [process, "jar"]);
  const first = application?.artifacts?.[0];
  if (application !== null && first !== undefined)
    return derived(asUri(first), [application, "artifacts"]);
  const uri = `local://${jobJarFolder}/${processName(process)}.jar`;
  return derived(uri, [process, "jar"]);
}

/** Reports W942, once, for the processes whose jar nothing names. */
export function reportUnnamedJars(context: Context): void {
  const { application } = context.deployment;
  if (context.session || application?.artifacts?.[0] !== undefined) return;
  const unnamed = context.model.processes.filter(({ jar }) => jar === null);
  const [first] = unnamed;
  if (first === undefined) return;
  const file = unnamed.length === 1 ? processName(first) : "<process>";
  const values = {
    processes: quotedNames(unnamed.map(({ name }) => name)),
    uri: `local://${jobJarFolder}/${file}.jar`,
  };
  const help = `Set resources.${first.name}.jar, or deployment.application.artifacts for all.`;
  context.report(diagnose("W942", spanOf(context, first), values, { help }));
}

/** A path means a file inside the image. The operator and Flink read a URI, which has no spaces. */
function asUri(jar: string): string {
  const illegal = jar.startsWith("/") ? /[\s"<>\\^`{|}%?#[\]]/gu : /[\s"<>\\^`{|}]/gu;
  const uri = jar.replaceAll(illegal, (character) => encodeURIComponent(character));
  return jar.startsWith("/") ? `local://${uri}` : uri;
}

function checkSessionJar(context: Context, process: Process, jar: string): void {
  if (jar.startsWith("https://")) return;
  const help = `Set resources.${process.name}.jar to an https address that the operator can reach.`;
  const named = process.jar === null ? spanOf(context, process) : spanOf(context, process, "jar");
  context.report(diagnose("E947", named, { process: process.name, jar }, { help }));
}

/** Hands the jars beside the job's own to Flink, which fetches them from 1.19 on; else W940. */
export function addArtifacts(context: Context, job: Job, options: FlinkOptions): void {
  const { application } = context.deployment;
  if (job.artifacts.length === 0 || application === null) return;
  if (context.flavor === "operator" && !context.session && lineAtLeast(context.line, "1.19")) {
    options.set("user.artifacts.artifact-list", job.artifacts.join(";"), [
      application,
      "artifacts",
    ]);
    return;
  }
  const reason = context.session
    ? "a session job is one jar"
    : context.flavor === "plain"
      ? "the image brings them in plain manifests"
      : `Flink ${context.line} cannot fetch further jars`;
  reportNotEmitted(
    context,
    [application, "artifacts"],
    reason,
    `Put the jars into ${jobJarFolder} of the image.`,
  );
}

/** Arguments of `standalone-job` for the jar: none where the image holds it. Reports E753 below 1.19. */
export function standaloneJars(context: Context, process: Process, job: Job): readonly string[] {
  const uri = job.jarUri.value;
  if (uri.startsWith(`local://${jobJarFolder}/`)) return [];
  if (!lineAtLeast(context.line, "1.19")) {
    const owner = process.jar === null ? context.deployment.application : process;
    const key = process.jar === null ? "artifacts" : "jar";
    const property = pathOf(context, owner, key, "jar");
    const problem = `Flink ${context.line} loads the job from ${jobJarFolder} of the image only`;
    const values = { property, other: "kubernetes.flavor", problem };
    const help = `Name local://${jobJarFolder}/<file>.jar, or use Flink 1.19 or later.`;
    context.report(diagnose("E753", spanOf(context, owner, key), values, { help }));
    return [];
  }
  return ["--jars", uri];
}
