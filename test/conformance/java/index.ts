// Emitted Java against the compiler and the connectors that it calls: every class is compiled without a
// warning, every source and sink is made and serialised, every client setting is read by the client.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { java as generator } from "../../../generators/java/index.js";
import { compile } from "../../../src/compile/compile.js";
import { hasErrors } from "../../../src/diagnostics/diagnostic.js";
import { memoryHost } from "../../../src/source/memory-host.js";
import { hostileFile } from "../../generators/java/hostile-file.js";
import { fullFile } from "../../generators/java/full-file.js";
import type { Context, RenderedFile, System } from "../harness.js";
import { needPrograms } from "../packages.js";
import { claims, limits } from "./claims.js";
import { classPathOf, engines, type ClassPath } from "./class-path.js";

// Below the project root, two folders above the bundle that runs.
const folder = fileURLToPath(new URL("../../test/conformance/java", import.meta.url));

/** One emitted Maven project. */
interface Project {
  readonly name: string;
  readonly line: string;
  readonly files: readonly RenderedFile[];
}

export const java: System = {
  name: "java",
  proves: "javac -Xlint:all -Werror with the real connectors; factories made and serialised",
  claims,
  limits,
  run,
};

async function run(context: Context): Promise<void> {
  await needPrograms(context, { javac: "openjdk-17-jdk-headless", mvn: "maven" });
  const projects = [
    ...projectsOf(context),
    await projectOf("everything on 1.20", "1.20", fullFile(1)),
    await projectOf("everything on 2.2", "2.2", fullFile(2)),
    await projectOf("hostile text", "1.20", hostileFile()),
  ];
  for (const line of [...new Set(projects.map((project) => project.line))].toSorted()) {
    const ofLine = projects.filter((project) => project.line === line);
    const poms = ofLine.map(({ files }) => textOf(files, "pom.xml"));
    const path = await classPathOf(context, line, poms, join(folder, "stand-ins"));
    const older = path.older.length === 0 ? "none" : path.older.join(", ");
    process.stdout.write(
      `      Flink ${line}: ${path.jars} jars; API stand-ins: ${path.standIns.join(", ")}; older builds: ${older}\n`,
    );
    for (const project of ofLine) await judge(context, project, path);
  }
}

function textOf(files: readonly RenderedFile[], name: string): string {
  return files.find(({ path }) => path.endsWith(`/${name}`))?.text ?? "";
}

/** The projects of the examples: one for each environment and region. */
function projectsOf({ rendered }: Context): readonly Project[] {
  return rendered.flatMap(({ files }) => {
    const ours = files.filter(({ generator }) => generator === "java");
    const roots = ours.flatMap(({ path }) => (path.endsWith("/pom.xml") ? [dirname(path)] : []));
    return roots.map((root): Project => {
      const inside = ours.filter(({ path }) => path.startsWith(`${root}/`));
      return { name: root, line: lineOf(textOf(inside, "pom.xml")), files: inside };
    });
  });
}

function lineOf(pom: string): string {
  return /<flink\.version>(\d+\.\d+)/u.exec(pom)?.[1] ?? "";
}

/** The project of a file of ours. */
async function projectOf(name: string, line: string, sections: string): Promise<Project> {
  const text = `version: "1.0"\nenvironment: everything\n${sections}`;
  const host = memoryHost({ files: { "/project/full.infra": text }, environment: {} });
  const options = { generators: [{ generator }], flinkVersion: line };
  const { diagnostics, scopes } = await compile(host, "/project/full.infra", options);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (hasErrors(diagnostics)) throw new Error(errors.map(({ message }) => message).join("\n"));
  return { name, line, files: scopes.flatMap(({ files }) => files) };
}

async function judge(context: Context, project: Project, path: ClassPath): Promise<void> {
  const sources = project.files.filter(({ path: file }) => file.endsWith(".java"));
  const place = join(context.scratch, project.name.replaceAll(/[^\w.-]/gu, "_"));
  const classes = join(place, "classes");
  mkdirSync(classes, { recursive: true });
  const written = sources.map(({ path: file, text }) => {
    const target = join(place, file);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
    return target;
  });
  const compiled = await context.check(
    `${project.name}: ${sources.length} files compile without a warning`,
    async () => {
      const release = project.line.startsWith("2") ? "17" : "11";
      const flags = ["-Xlint:all", "-Werror", "-proc:none", "--release", release];
      await context.must("javac", [...flags, "-cp", path.text, "-d", classes, ...written]);
    },
  );
  if (!compiled) return;
  await context.check(`${project.name}: pom.xml is a valid model`, async () => {
    writeFileSync(join(place, "pom.xml"), textOf(project.files, "pom.xml"));
    await context.must("mvn", ["-q", "-B", "-o", "validate"], { cwd: place });
  });
  if (project.name.startsWith("quickstart")) await build(context, project, place);
  if (project.name !== "hostile text") await drive(context, project, { place, classes, path });
}

/** Maven builds the project as its README says, and the same jar each time. */
async function build(context: Context, project: Project, place: string): Promise<void> {
  await context.check(`${project.name}: mvn package makes the same jar twice`, async () => {
    const jars = new Set<string>();
    for (const attempt of ["first", "second"]) {
      const at = join(place, attempt);
      mkdirSync(at, { recursive: true });
      writeFileSync(join(at, "pom.xml"), textOf(project.files, "pom.xml"));
      await context.must("cp", ["-r", join(place, project.name, "src"), at]);
      const release = `-Dflink.version=${engines[project.line] ?? project.line}`;
      await context.must("mvn", ["-q", "-B", release, "package"], { cwd: at });
      const { stdout } = await context.must("sh", ["-c", "cat target/*.jar | sha256sum"], {
        cwd: at,
      });
      jars.add(stdout);
    }
    if (jars.size !== 1) throw new Error("the second jar differs");
  });
}

interface Compiled {
  readonly place: string;
  readonly classes: string;
  readonly path: ClassPath;
}

/** Makes everything that the project can make. */
async function drive(context: Context, project: Project, compiled: Compiled): Promise<void> {
  const { place, classes, path } = compiled;
  const target = join(place, "driver");
  mkdirSync(target, { recursive: true });
  const drivers = ["Drive", "Samples"];
  if (path.text.includes("flink-connector-mongodb")) drivers.push("MongoSamples");
  if (path.standIns.includes("kinesis")) drivers.push("KinesisSamples");
  const files = drivers.map((name) => join(folder, "driver", `${name}.java`));
  const all = [classes, path.text].join(":");
  await context.must("javac", ["-proc:none", "-cp", all, "-d", target, ...files]);
  const values = deliver(project, place);
  const hidden = join(place, "hidden.txt");
  writeFileSync(hidden, `${values.hidden.join("\n")}\n`);
  let printed = "";
  await context.check(
    `${project.name}: every factory is called, its product serialised`,
    async () => {
      const opens = ["java.util", "java.lang", "java.time"].map(
        (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
      );
      const { code, stdout, stderr } = await context.exec(
        "java",
        [...opens, "-cp", [target, all].join(":"), "Drive", "nexgen.bindings", hidden],
        { env: { ...values.variables, NEXGEN_SECRETS_FOLDER: values.folder } },
      );
      printed = stdout;
      if (code === 0) return;
      const lines = stdout.split("\n").filter((each) => !each.startsWith("ok "));
      throw new Error([...lines.slice(0, 40), stderr.slice(0, 1000)].join("\n"));
    },
  );
  if (project.name.startsWith("everything")) {
    await context.check(`${project.name}: shared classes do what they say`, async () => {
      const source = join(folder, "driver", "RuntimeChecks.java");
      await context.must("javac", ["-proc:none", "-cp", all, "-d", target, source]);
      const { stdout } = await context.must(
        "java",
        ["-cp", [target, all].join(":"), "nexgen.bindings.runtime.RuntimeChecks"],
        { env: { NEXGEN_SECRETS_FOLDER: values.folder } },
      );
      process.stdout.write(`      ${stdout.trim()}\n`);
    });
  }
  const count = (word: string): number =>
    printed.split("\n").filter((each) => each.startsWith("ok ") && each.endsWith(word)).length;
  process.stdout.write(
    `      ${count(" bytes")} serialised, ${count("a stream graph")} graphs, ${count(" of Kafka")} client settings, ${count("(a stand-in)")} stand-ins\n`,
  );
}

interface Delivered {
  readonly variables: Readonly<Record<string, string>>;
  readonly folder: string;
  /** Values that must be in no serialised object. */
  readonly hidden: readonly string[];
}

const jaas = `org.apache.kafka.common.security.plain.PlainLoginModule required username="u" password="cAnArY-jaas";`;

/** No credentials: they are read where the job starts, and the generator says so. */
const addresses: Readonly<Record<string, string>> = {
  AWS_ACCOUNT_ID: "123456789012",
  PULSAR_URL: "pulsar://pulsar:6650",
};

/** Every secret and variable that the sources name, with a value that would break naive quoting. */
function deliver({ files }: Project, place: string): Delivered {
  const text = files.map((file) => file.text).join("\n");
  const folderOfSecrets = join(place, "secrets");
  const hidden: string[] = [];
  const variables: Record<string, string> = {};
  for (const [, name = ""] of text.matchAll(/(?:nexgen_(?:env|login):|variable\(")(\w+)/gu)) {
    const value = name.includes("JAAS") ? jaas : `cAn"aRy\\${name}`;
    const address = addresses[name];
    variables[name] = address ?? value;
    if (address === undefined) hidden.push(value);
  }
  const inFiles = [
    ...text.matchAll(/secretsFolder\(\) \+ "\/([\w-]+)[:/]([\w-]+)/gu),
    ...text.matchAll(/RuntimeValues\.file\("([\w-]+)", "([\w-]+)"/gu),
  ];
  for (const [, secret = "", key = ""] of inFiles) {
    const value = `cAn"aRy\\${secret}-${key}`;
    mkdirSync(join(folderOfSecrets, secret), { recursive: true });
    writeFileSync(join(folderOfSecrets, secret, key), value);
    hidden.push(value);
  }
  return { variables, folder: folderOfSecrets, hidden };
}
