// Lookups: compiled against the real clients on both lines of Flink, made and serialised, then run in
// jobs that ask a real Redis, a real PostgreSQL and a real Cassandra. Elasticsearch is a stand-in.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Context, System } from "../harness.js";
import { needPrograms } from "../packages.js";
import { claims, limits } from "./claims.js";
import { startCassandra } from "./cassandra.js";
import { freePort } from "../ports.js";
import { startPostgres, startRedis, until } from "./servers.js";

export const lookups: System = {
  name: "lookups",
  proves:
    "lookup classes compile, are made and serialised; jobs get their answers from Redis, PostgreSQL and Cassandra",
  claims,
  limits,
  run,
};

// From the bundle, dist/build.
const root = fileURLToPath(new URL("../../", import.meta.url));
const here = join(root, "test/conformance/lookups");

/** What runs the jobs; the projects themselves leave it to the cluster. */
const lines = [
  { line: "1.20", release: "11" },
  { line: "2.2", release: "17" },
] as const;

type Line = (typeof lines)[number];

async function run(context: Context): Promise<void> {
  await needPrograms(context, {
    javac: "openjdk-17-jdk-headless",
    mvn: "maven",
    "redis-server": "redis-server",
    psql: "postgresql",
  });
  const servers = await startServers(context);
  const classPaths = new Map<string, string>();
  for (const line of lines) {
    classPaths.set(line.release, await proveLine(context, line, servers));
  }
  await proveExamples(context, classPaths);
}

/** Returns the class path of the line. */
async function proveLine(context: Context, line: Line, servers: Servers): Promise<string> {
  const full = await projectOf(context, "full", line, null);
  const classPath = await classPathOf(context, full);
  const shapes = join(context.scratch, `shapes-${line.line}`);
  const compiled = await context.check(`Flink ${line.line}: every store compiles`, async () =>
    compile(context, {
      sources: javaFiles(full),
      target: shapes,
      classPath,
      release: line.release,
    }),
  );
  if (compiled) await proveShapes(context, { shapes, classPath, line });
  const live = await projectOf(context, "live", line, servers);
  await proveAnswers(context, { live, classPath, line, servers });
  return classPath;
}

/** The Maven project of `<name>.infra`; its folder. */
async function projectOf(
  context: Context,
  name: string,
  { line }: Line,
  servers: Servers | null,
): Promise<string> {
  const out = join(context.scratch, `${name}-${line}`);
  const entry = join(here, `${name}.infra`);
  const options = ["-o", out, "--flink-version", line, "--project", here];
  const port = servers === null ? "9042" : (servers.env["CASSANDRA_PORT"] ?? "");
  // The one address that is no matter of the running job.
  const args = ["java", entry, ...options, "--env", `CASSANDRA_PORT=${port}`];
  await context.must(process.execPath, [join(root, "dist/nexgen.cjs"), ...args]);
  return join(out, "test/java");
}

/** Every jar that the project's own pom asks for, with what runs a job in this process. */
async function classPathOf(context: Context, project: string): Promise<string> {
  const pom = readFileSync(join(project, "pom.xml"), "utf8");
  const runner = ["flink-clients", "flink-runtime"].map(
    (artifact) =>
      `<dependency><groupId>org.apache.flink</groupId><artifactId>${artifact}</artifactId><version>\${flink.version}</version></dependency>`,
  );
  const folder = join(project, "runner");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "class-path.txt");
  writeFileSync(
    join(folder, "pom.xml"),
    pom.replace("</dependencies>", `${runner.join("")}</dependencies>`),
  );
  await context.must("mvn", [
    "-q",
    "-B",
    "-f",
    join(folder, "pom.xml"),
    "dependency:build-classpath",
    `-Dmdep.outputFile=${file}`,
  ]);
  return readFileSync(file, "utf8").trim();
}

interface Compilation {
  readonly sources: readonly string[];
  readonly target: string;
  readonly classPath: string;
  readonly release: string;
}

/** Compiles without a warning, or throws. */
async function compile(
  context: Context,
  { sources, target, classPath, release }: Compilation,
): Promise<void> {
  mkdirSync(target, { recursive: true });
  const lint = ["-Xlint:all", "-Xdoclint:all/protected", "-Werror"];
  const options = ["-encoding", "UTF-8", "--release", release, ...lint, "-cp", classPath];
  await context.must("javac", [...options, "-d", target, ...sources]);
}

/** The sources that lookups consist of; the rest of a project has its own check. */
function javaFiles(project: string): readonly string[] {
  return readdirSync(project, { recursive: true, encoding: "utf8" })
    .filter((path) => /\/(?:lookups\/\w+|runtime\/RuntimeValues)\.java$/u.test(path))
    .map((path) => join(project, path));
}

/** Compiles a program of ours beside `target`, and runs it; each of its lines is one check. */
async function proveBy(
  context: Context,
  program: string,
  { target, classPath, line, env = {}, args = [] }: ProofRun,
): Promise<void> {
  const everything = `${target}:${classPath}`;
  const source = join(here, "java", `${program}.java`);
  await context.must("javac", ["-encoding", "UTF-8", "-cp", everything, "-d", target, source]);
  const opens = ["java.util", "java.lang"].flatMap((name) => [
    "--add-opens",
    `java.base/${name}=ALL-UNNAMED`,
  ]);
  const { stdout, stderr, code } = await context.exec(
    "java",
    [...opens, "-cp", everything, program, ...args],
    { env },
  );
  const claims = stdout.split("\n").filter((text) => /^(?:ok|FAILED) /u.test(text));
  for (const claim of claims) {
    const text = claim.replace(/^(?:ok|FAILED) /u, "");
    const [name = text] = text.split(" < ");
    await context.check(`Flink ${line.line}: ${name}`, () => {
      if (claim.startsWith("FAILED")) throw new Error(text.slice(0, 2000));
    });
  }
  if (code !== 0 || claims.length === 0)
    throw new Error(`${program} ended with ${code ?? "a signal"}:\n${stackOf(stderr)}`);
}

interface ProofRun {
  readonly target: string;
  readonly classPath: string;
  readonly line: Line;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}

function stackOf(text: string): string {
  return text.trim().split("\n").slice(-40).join("\n");
}

async function proveShapes(
  context: Context,
  { shapes, classPath, line }: { shapes: string; classPath: string; line: Line },
): Promise<void> {
  await proveBy(context, "LookupShapes", { target: shapes, classPath, line, args: [shapes] });
}

async function proveAnswers(
  context: Context,
  {
    live,
    classPath,
    line,
    servers,
  }: { live: string; classPath: string; line: Line; servers: Servers },
): Promise<void> {
  const target = join(context.scratch, `live-classes-${line.line}`);
  await compile(context, { sources: javaFiles(live), target, classPath, release: line.release });
  await proveBy(context, "LookupProof", { target, classPath, line, env: servers.env });
}

interface Servers {
  readonly env: Readonly<Record<string, string>>;
}

async function startServers(context: Context): Promise<Servers> {
  const [redis, cluster, postgres, search] = await Promise.all([
    freePort(),
    freePort(),
    freePort(),
    freePort(),
  ]);
  await startRedis(context, redis, ["--requirepass", "redis-password"]);
  const nodes = `${context.scratch}/nodes-${cluster}.conf`;
  const clustered = ["--cluster-enabled", "yes", "--cluster-config-file", nodes];
  await startRedis(context, cluster, [...clustered, "--cluster-port", String(await freePort())]);
  const port = ["-p", String(cluster)];
  await context.must("redis-cli", [...port, "CLUSTER", "ADDSLOTSRANGE", "0", "16383"]);
  await until("the Redis cluster", async () => {
    const { stdout } = await context.exec("redis-cli", [...port, "SET", "rate:EUR", "1.08"]);
    return stdout.startsWith("OK");
  });
  await startPostgres(context, postgres, join(context.scratch, "postgres"));
  const cassandra = await startCassandra(context);
  return {
    env: {
      NEXGEN_SECRETS_FOLDER: secretFiles(context),
      REDIS_URI: `redis://127.0.0.1:${redis}`,
      REDIS_ADMIN_URI: `redis://:redis-password@127.0.0.1:${redis}`,
      REDIS_CLUSTER_URI: `redis://127.0.0.1:${cluster}`,
      POSTGRES_URL: `jdbc:postgresql://127.0.0.1:${postgres}/cards`,
      POSTGRES_ADMIN_URL: `jdbc:postgresql://127.0.0.1:${postgres}/cards?user=postgres&password=administrator`,
      POSTGRES_SETUP: readFileSync(join(here, "setup.sql"), "utf8"),
      CASSANDRA_PORT: String(cassandra),
      CASSANDRA_PASSWORD: "cassandra",
      ES_URI: `http://127.0.0.1:${search}`,
      ES_PORT: String(search),
    },
  };
}

/** Secrets as a cluster mounts them: a folder for each, a file for each key. */
function secretFiles(context: Context): string {
  const folder = join(context.scratch, "secrets");
  const files = {
    "refused/username": "reader",
    "refused/password": "an earlier password",
    "reader/username": "reader",
    "reader/password": "reader-password",
    "redis/password": "redis-password",
  };
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${content}\n`);
  }
  return folder;
}

/** The lookups of every example, with the jars of its line. */
async function proveExamples(
  context: Context,
  classPaths: ReadonlyMap<string, string>,
): Promise<void> {
  for (const { name, files } of context.rendered) {
    const project = join(context.scratch, "examples", name);
    const own = files.filter(({ generator }) => generator === "java");
    if (!own.some(({ path }) => path.includes("/lookups/"))) continue;
    for (const { path, text } of own) {
      mkdirSync(dirname(join(project, path)), { recursive: true });
      writeFileSync(join(project, path), text);
    }
    const pom = own.find(({ path }) => path.endsWith("/pom.xml"))?.text ?? "";
    const release = /<maven\.compiler\.release>(\d+)</u.exec(pom)?.[1] ?? "17";
    const classPath = classPaths.get(release) ?? "";
    const target = join(project, "classes");
    await context.check(`the lookups of ${name} compile`, async () =>
      compile(context, { sources: javaFiles(project), target, classPath, release }),
    );
  }
}
