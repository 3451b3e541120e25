// What the check runs: a whole Flink, the jars of Hadoop's servers and of its clients. Knows no cluster.
import { existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import type { Context } from "../harness.js";
import { mavenClassPath, needJava } from "../java-programs.js";
import { needPrograms } from "../packages.js";
import versions from "../versions.json" with { type: "json" };

/** Flink lines whose whole distribution is served, as Python packages. */
export type Line = keyof typeof versions.yarn.flink;

/** Jars of Hadoop, each a class path. */
export interface HadoopJars {
  readonly servers: string;
  readonly clients: string;
}

/** Brings Hadoop from Maven Central. */
export async function hadoopJars(context: Context): Promise<HadoopJars> {
  await needJava(context);
  await needPrograms(context, { curl: "curl" });
  const folder = join(context.root, "test/conformance/yarn");
  const version = { "hadoop.version": versions.yarn.hadoop };
  return {
    servers: await mavenClassPath(context, join(folder, "pom.xml"), version),
    clients: await mavenClassPath(context, join(folder, "client.pom.xml"), version),
  };
}

/** The folder of Flink's distribution: its jars are in one Python package, its scripts in another. */
export async function flinkHome(context: Context, line: Line): Promise<string> {
  const version = versions.yarn.flink[line];
  const home = join(context.cache, `flink-${version}`);
  if (existsSync(home)) return home;
  await needPrograms(context, { pip: "python3-pip", tar: "tar", unzip: "unzip" });
  const part = `${home}.part`;
  mkdirSync(join(part, "log"), { recursive: true });
  const jars = await download(context, `apache-flink-libraries==${version}`, ["--no-binary=:all:"]);
  const into = ["-C", part, "--strip-components=2", "--wildcards"];
  await context.must("tar", [
    "-xzf",
    jars,
    ...into,
    "*/deps/bin/*",
    "*/deps/lib/*",
    "*/deps/plugins/*",
  ]);
  const wheel = await download(context, `apache-flink==${version}`, [
    "--only-binary=:all:",
    "--implementation=cp",
    "--abi=cp311",
    "--python-version=3.11",
    "--platform=manylinux2014_x86_64",
  ]);
  await context.must("unzip", ["-q", wheel, "pyflink/bin/*", "pyflink/conf/*", "-d", part]);
  await context.must("sh", [
    "-c",
    `mv "$1"/pyflink/conf "$1" && mv "$1"/pyflink/bin/* "$1/bin"`,
    "sh",
    part,
  ]);
  // No job here uses tables, whose jars are the larger half.
  await context.must("sh", [
    "-c",
    `rm "$1"/lib/flink-table-* && chmod +x "$1"/bin/*.sh "$1/bin/flink"`,
    "sh",
    part,
  ]);
  // A folder that is there is complete.
  await context.must("mv", [part, home]);
  return home;
}

async function download(
  context: Context,
  requirement: string,
  which: readonly string[],
): Promise<string> {
  const target = join(context.scratch, "downloads", requirement);
  const quiet = ["-q", "--disable-pip-version-check", "--no-deps"];
  await context.must("pip", ["download", ...quiet, ...which, "-d", target, requirement]);
  const [file] = readdirSync(target);
  if (file === undefined) throw new Error(`pip brought no ${requirement}.`);
  return join(target, file);
}

/** A folder for the PATH with Hadoop's command line. */
export function hadoopCommands(context: Context): string {
  const folder = join(context.scratch, "commands");
  mkdirSync(folder);
  const script = join(context.root, "test/conformance/yarn/hadoop.sh");
  for (const name of ["yarn", "hadoop"]) symlinkSync(script, join(folder, name));
  return folder;
}
