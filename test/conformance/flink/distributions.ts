// Where the jars of each Flink line come from. Maven Central does not have every module of every
// line; the Python package is the whole distribution.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { lineAtLeast, type FlinkLine } from "../../../src/targets/flink/lines.js";
import type { Context } from "../harness.js";
import { mavenClassPath } from "../java-programs.js";
import { needPrograms } from "../packages.js";
import versions from "../versions.json" with { type: "json" };

interface Release {
  readonly maven?: string;
  readonly python?: string;
}

/** The patch release that judges `line`. */
export function releaseOf(line: FlinkLine): string {
  const { maven, python }: Release = versions.flink[line];
  return maven ?? python ?? "";
}

/** The class path with the jars of `line`. */
export function classPathOf(context: Context, line: FlinkLine): Promise<string> {
  const { maven, python }: Release = versions.flink[line];
  if (maven === undefined) return distributionClassPath(context, python ?? "");
  const pom = join(context.root, "test/conformance/flink/pom.xml");
  const flink2 = lineAtLeast(line, "2.0") ? { flink2: "true" } : {};
  return mavenClassPath(context, pom, { "flink.version": maven, ...flink2 });
}

/** The jars of those who read what Flink hands on: of one release each, for every line. */
export function readersClassPath(context: Context): Promise<string> {
  const { s3, operator, autoscaler, sdk } = versions.flinkReaders;
  return mavenClassPath(context, join(context.root, "test/conformance/flink/readers.pom.xml"), {
    "s3.version": s3,
    "operator.version": operator,
    "autoscaler.version": autoscaler,
    "sdk.version": sdk,
  });
}

async function distributionClassPath(context: Context, version: string): Promise<string> {
  const folder = join(context.cache, `distribution-${version}`);
  await once(folder, (part) => unpackLibraries(context, version, part, ["lib", "plugins"]));
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /^(?:lib|plugins\/metrics-\w+)\/.*\.jar$/u.test(name))
    .filter((name) => !name.includes("flink-table-planner"))
    .map((name) => join(folder, name))
    .join(delimiter);
}

/** The distribution of `version` with its scripts, as one unpacks it; the folder is shared: copy it. */
export async function distributionFolder(context: Context, version: string): Promise<string> {
  const folder = join(context.cache, `flink-${version}`);
  await once(folder, async (part) => {
    await unpackLibraries(context, version, part, ["bin", "lib", "plugins"]);
    await unpackScripts(context, version, part);
  });
  return folder;
}

/** A folder that is there is complete. */
async function once(folder: string, make: (part: string) => Promise<void>): Promise<void> {
  if (existsSync(folder)) return;
  const part = `${folder}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  await make(part);
  renameSync(part, folder);
}

const pipDownload = ["download", "-q", "--no-deps", "--disable-pip-version-check"];

/** The jars of a distribution are a Python package of their own. */
async function unpackLibraries(
  context: Context,
  version: string,
  folder: string,
  parts: readonly string[],
): Promise<void> {
  await needPrograms(context, { python3: "python3", pip: "python3-pip", tar: "tar" });
  const target = join(context.scratch, `sdist-${version}`);
  const name = `apache-flink-libraries==${version}`;
  await context.must("pip", [...pipDownload, "--no-binary", ":all:", "-d", target, name]);
  const [archive] = readdirSync(target);
  if (archive === undefined) throw new Error(`pip brought no ${name}.`);
  const wanted = parts.map((part) => `*/deps/${part}/*`);
  const into = ["-C", folder, "--strip-components=2", "--wildcards"];
  await context.must("tar", ["-xzf", join(target, archive), ...into, ...wanted]);
  rmSync(target, { recursive: true });
}

/** Scripts and default files are in the package that needs them, the same for every machine. */
async function unpackScripts(context: Context, version: string, folder: string): Promise<void> {
  await needPrograms(context, { unzip: "unzip" });
  const target = join(context.scratch, `wheel-${version}`);
  const name = `apache-flink==${version}`;
  const machine = ["--python-version", "3.11", "--platform", "manylinux2014_x86_64"];
  await context.must("pip", [
    ...pipDownload,
    "--only-binary",
    ":all:",
    ...machine,
    "-d",
    target,
    name,
  ]);
  const [archive] = readdirSync(target);
  if (archive === undefined) throw new Error(`pip brought no ${name}.`);
  const wanted = ["pyflink/bin/*", "pyflink/conf/*"];
  await context.must("unzip", ["-q", join(target, archive), ...wanted, "-d", target]);
  await context.must("cp", [
    "-r",
    join(target, "pyflink/bin"),
    join(target, "pyflink/conf"),
    folder,
  ]);
  await context.must("chmod", ["-R", "a+x", join(folder, "bin")]);
  rmSync(target, { recursive: true });
}
