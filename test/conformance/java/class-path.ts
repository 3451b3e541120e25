// The class paths that emitted projects are compiled against: what their poms ask for, from Maven
// Central. A release that is not served there is replaced, and each replacement is counted and named.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Context } from "../harness.js";
import versions from "../versions.json" with { type: "json" };

/** `group:artifact` and version. */
interface Coordinate {
  readonly name: string;
  readonly version: string;
}

/** Releases of the engine with every module on Maven Central, by line. */
export const engines: Readonly<Record<string, string>> = versions.java.engines;

/** Older builds of the same connector, for those whose newest is not served. */
const olderBuilds: Readonly<Record<string, string>> = versions.java.olderBuilds;

/** Modules of which nothing is served: their API is in `stand-ins/`, by folder. */
const standIns: Readonly<Record<string, string>> = {
  "org.apache.flink:flink-connector-aws-kinesis-streams": "kinesis",
  "io.confluent:kafka-schema-registry-client": "schema-registry",
};

/** The constants of AWS credentials are real; what comes with them is not needed to compile. */
const awsBase: Coordinate = {
  name: "org.apache.flink:flink-connector-aws-base",
  version: versions.java.awsBase,
};

/** Whether the stand-ins of a folder compile against these. */
const standInNeeds: Readonly<Record<string, readonly string[]>> = {
  kinesis: ["flink-connector-base"],
  "schema-registry": ["flink-avro"],
};

export interface ClassPath {
  readonly text: string;
  readonly jars: number;
  /** Folders below `stand-ins/` that are on it. */
  readonly standIns: readonly string[];
  /** `artifact:version` of builds that are older than what the pom asks for. */
  readonly older: readonly string[];
}

/** Dependencies that `pom` names, with the properties put in. */
function dependenciesOf(pom: string): readonly Coordinate[] {
  return Array.from(
    pom.matchAll(
      /<dependency>\s*<groupId>([^<]+)<\/groupId>\s*<artifactId>([^<]+)<\/artifactId>\s*<version>([^<]+)<\/version>/gu,
    ),
    ([, group = "", artifact = "", version = ""]) => ({ name: `${group}:${artifact}`, version }),
  );
}

/** Resolves the union of what `poms` of one line ask for, and compiles the stand-ins they need. */
export async function classPathOf(
  context: Context,
  line: string,
  poms: readonly string[],
  standInFolder: string,
): Promise<ClassPath> {
  const asked = new Map(
    poms.flatMap(dependenciesOf).map(({ name, version }) => [name, version] as const),
  );
  const replaced = [...asked.keys()].filter((name) => standIns[name] !== undefined);
  const folders = replaced.map((name) => standIns[name] ?? "").toSorted();
  const wanted = [...asked].flatMap(([name, version]): Coordinate[] => {
    if (standIns[name] !== undefined) return [];
    return [{ name, version: olderBuilds[name] ?? version }];
  });
  if (folders.includes("kinesis")) wanted.push(awsBase);
  const folder = join(context.cache, line);
  const text = await resolve(context, folder, line, wanted);
  const compiled = await compileStandIns(context, { line, text, folders, standInFolder });
  return {
    text: [...compiled, text].join(":"),
    jars: text.split(":").length,
    standIns: folders,
    older: [...asked.keys()].flatMap((name) => {
      const version = olderBuilds[name];
      return version === undefined ? [] : [`${name.split(":")[1] ?? ""}:${version}`];
    }),
  };
}

/** The class path that Maven makes of `wanted`, kept until the list changes. */
async function resolve(
  context: Context,
  folder: string,
  line: string,
  wanted: readonly Coordinate[],
): Promise<string> {
  const pom = pomOf(line, wanted);
  const [pomFile, output] = [join(folder, "pom.xml"), join(folder, "class-path.txt")];
  if (existsSync(output) && existsSync(pomFile) && readFileSync(pomFile, "utf8") === pom)
    return readFileSync(output, "utf8").trim();
  mkdirSync(folder, { recursive: true });
  writeFileSync(pomFile, pom);
  await context.must(
    "mvn",
    ["-q", "-B", "dependency:build-classpath", `-Dmdep.outputFile=${output}`],
    { cwd: folder },
  );
  return readFileSync(output, "utf8").trim();
}

function pomOf(line: string, wanted: readonly Coordinate[]): string {
  const dependencies = wanted.map(({ name, version }) => {
    const [group = "", artifact = ""] = name.split(":");
    const alone = name === awsBase.name;
    const exclusions = alone
      ? "<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>"
      : "";
    return `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version>${exclusions}</dependency>`;
  });
  return `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>conformance</groupId><artifactId>class-path</artifactId><version>1</version>
<properties><flink.version>${engines[line] ?? line}</flink.version></properties>
<dependencies>
${dependencies.join("\n")}
</dependencies></project>
`;
}

async function compileStandIns(
  context: Context,
  request: {
    readonly line: string;
    readonly text: string;
    readonly folders: readonly string[];
    readonly standInFolder: string;
  },
): Promise<readonly string[]> {
  const { line, text, folders, standInFolder } = request;
  const made: string[] = [];
  for (const folder of folders) {
    const target = join(context.scratch, `stand-ins-${line}-${folder}`);
    mkdirSync(target, { recursive: true });
    const missing = (standInNeeds[folder] ?? []).filter((name) => !text.includes(`${name}-`));
    if (missing.length > 0) throw new Error(`${folder} needs ${missing.join(", ")}`);
    const found = await context.must("find", [join(standInFolder, folder), "-name", "*.java"]);
    const sources = found.stdout.trim().split("\n");
    await context.must("javac", ["-proc:none", "-cp", text, "-d", target, ...sources]);
    made.push(target);
  }
  return made;
}
