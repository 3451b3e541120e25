// The emitted files and everything that they expect to exist: the job's jar and Flink in HDFS, calendars
// and secrets on the machine that submits.
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Context, Rendered } from "../harness.js";
import { render } from "../render.js";
import versions from "../versions.json" with { type: "json" };
import type { YarnCluster } from "./cluster.js";
import { flinkHome, type Line } from "../flink/home.js";
import type { ProcessName } from "./wanted.js";

/** Emitted scripts, ready to run. */
export interface NightlyJobs {
  readonly line: Line;
  readonly process: ProcessName;
  /** `flink-conf.yaml`, or what the line has instead. */
  readonly configurationFile: string;
  /** Where the emitted files are. */
  readonly folder: string;
  /** The emitted text of a file: `settlement/submit.sh`. */
  readonly text: (path: string) => string;
  /** Where whoever submits stands: in session mode the main method finds the calendar there. */
  readonly workFolder: string;
  /** Where the scripts remember savepoints. */
  readonly memory: string;
  /** What whoever submits sets. */
  readonly variables: Readonly<Record<string, string>>;
}

/** What the job is to find in its containers. */
export const delivered = {
  variable: 'jdbc:postgresql://rates/it\'s $(a) "URL"',
  secret: "it's $(secret)\n",
  calendar: "2026-12-25;closed\n",
};

/** Which of them are to be run, and how. */
export interface Choice {
  readonly line: Line;
  readonly process: ProcessName;
  /** The `.infra` file of this folder. */
  readonly file: "cluster" | "session";
}

/** Puts everything in its place, and renders the scripts. */
export async function nightlyJobs(
  context: Context,
  cluster: YarnCluster,
  choice: Choice,
): Promise<NightlyJobs> {
  const { line, process, file } = choice;
  const home = await flinkHome(context, line);
  const scratch = join(context.scratch, `${file}-${line}`);
  const jar = await jobJar(context, process, scratch, home);
  await fillHdfs(cluster, line, home, jar);
  const workFolder = join(scratch, "calendars");
  put(join(workFolder, "target2.csv"), delivered.calendar);
  const secrets = join(scratch, "secrets");
  put(join(secrets, "rates_db/password"), delivered.secret);
  const { files } = await emitted(context, cluster, choice, { scratch, jar, workFolder });
  for (const { path, text, executable } of files) {
    put(join(scratch, path), text);
    if (executable) chmodSync(join(scratch, path), 0o755);
  }
  const found = (path: string) => files.find((one) => one.path.endsWith(`/${path}`));
  const script = found(`${process}/submit.sh`)?.path ?? "";
  const memory = join(scratch, "memory");
  return {
    line,
    process,
    configurationFile: line === "1.20" ? "flink-conf.yaml" : "config.yaml",
    folder: join(scratch, dirname(dirname(script))),
    text: (path) => found(path)?.text ?? "",
    workFolder,
    memory,
    variables: {
      FLINK_HOME: home,
      STATE_FOLDER: memory,
      RATES_JDBC_URL: delivered.variable,
      NEXGEN_SECRETS_FOLDER: secrets,
      // They live for seconds: no time for the second compiler.
      JVM_ARGS: "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    },
  };
}

/** Flink where the file says that operations put it, and the job's jar. */
async function fillHdfs(
  cluster: YarnCluster,
  line: Line,
  home: string,
  jar: string,
): Promise<void> {
  const folder = `/flink/${versions.flinkHome[line]}`;
  if (!(await cluster.exists(`${folder}/plugins`))) {
    await cluster.upload([join(home, "lib"), join(home, "plugins")], folder);
  }
  await cluster.upload([jar], "/flink/jobs");
}

function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** What the file is rendered to, with the places of this run. */
async function emitted(
  context: Context,
  { site }: YarnCluster,
  { line, file }: Choice,
  places: { readonly scratch: string; readonly jar: string; readonly workFolder: string },
): Promise<Rendered> {
  const values = {
    CALENDARS: places.workFolder,
    FLINK_RELEASE: versions.flinkHome[line],
    HADOOP_FOLDER: site.folder,
    JAR: places.jar,
    NAMENODE: site.nameNode,
    ZOOKEEPER: site.zooKeeper,
  };
  const envFile = join(places.scratch, "variables");
  const rows = Object.entries(values).map(([name, value]) => `${name}=${value}\n`);
  put(envFile, rows.join(""));
  const path = join(context.root, `test/conformance/yarn/${file}.infra`);
  const request = { generator: "yarn", flinkVersion: line };
  const rendered = await render({ name: file, path, envFile }, request);
  if (rendered === null) throw new Error(`${path} has errors.`);
  return rendered;
}

const jarNames: Readonly<Record<ProcessName, string>> = {
  settlement: "settlement-1.8.2.jar",
  reconciliation: "reconciliation-1.3.0.jar",
};

/** Under the name that the example gives it. */
async function jobJar(
  context: Context,
  process: ProcessName,
  scratch: string,
  home: string,
): Promise<string> {
  const classes = join(scratch, "classes");
  const jar = join(scratch, jarNames[process]);
  mkdirSync(classes, { recursive: true });
  const folder = join(context.root, "test/conformance/yarn/job/com/example/finance");
  const sources = readdirSync(folder).map((name) => join(folder, name));
  const target = ["--release", "11", "-cp", `${home}/lib/*`, "-d", classes];
  await context.must("javac", [...target, ...sources]);
  await context.must("jar", ["cf", jar, "-C", classes, "."]);
  return jar;
}
