// A whole Flink with its scripts, as one unpacks it. Knows no cluster.
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { withCacheOf, type Context } from "../harness.js";
import { needPrograms } from "../packages.js";
import versions from "../versions.json" with { type: "json" };

/** Flink lines whose whole distribution is served, as Python packages. */
export type Line = keyof typeof versions.flinkHome;

/**
 * The folder of Flink's distribution: its jars are in one Python package, its scripts in another. It is
 * shared: who writes to it takes a copy.
 */
export async function flinkHome(ofSystem: Context, line: Line): Promise<string> {
  const context = withCacheOf("flink", ofSystem);
  const version = versions.flinkHome[line];
  const home = join(context.cache, `flink-${version}`);
  if (existsSync(home)) return home;
  await needPrograms(context, { python3: "python3", pip: "python3-pip", tar: "tar" });
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
  await context.must("python3", ["-m", "zipfile", "-e", wheel, part]);
  // No job here uses tables, whose jars are the larger half.
  const arrange = [
    'cd "$1"',
    "mv pyflink/conf .",
    "mv pyflink/bin/* bin",
    "rm -r pyflink lib/flink-table-*",
    "chmod +x bin/flink bin/*.sh",
  ];
  await context.must("sh", ["-c", arrange.join(" && "), "sh", part]);
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
