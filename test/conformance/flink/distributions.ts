// Where the jars of each Flink line come from. Maven Central does not have every module of every
// line; the Python package is the whole distribution.
import { existsSync, mkdirSync, readdirSync } from "node:fs";
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
  if (!existsSync(folder)) await download(context, version, folder);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /^(?:lib|plugins\/metrics-\w+)\/.*\.jar$/u.test(name))
    .filter((name) => !name.includes("flink-table-planner"))
    .map((name) => join(folder, name))
    .join(delimiter);
}

async function download(context: Context, version: string, folder: string): Promise<void> {
  await needPrograms(context, { python3: "python3", pip: "python3-pip", tar: "tar" });
  const name = `apache-flink-libraries==${version}`;
  const target = join(context.scratch, `sdist-${version}`);
  const only = ["--no-deps", "--no-binary", ":all:", "--disable-pip-version-check"];
  await context.must("pip", ["download", "-q", ...only, "-d", target, name]);
  const [archive] = readdirSync(target);
  if (archive === undefined) throw new Error(`pip brought no ${name}.`);
  mkdirSync(`${folder}.part`, { recursive: true });
  const archivePath = join(target, archive);
  const into = ["-C", `${folder}.part`, "--strip-components=2"];
  const wanted = ["--wildcards", "*/deps/lib/*", "*/deps/plugins/*"];
  await context.must("tar", ["-xzf", archivePath, ...into, ...wanted]);
  // A folder that is there is complete.
  await context.must("mv", [`${folder}.part`, folder]);
}
