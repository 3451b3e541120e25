// The emitted files and everything that they expect to exist: the job's jar and Flink in HDFS, calendars
// and secrets on the machine that submits.
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Context, Rendered } from "../harness.js";
import { render } from "../render.js";
import versions from "../versions.json" with { type: "json" };
import type { YarnCluster } from "./cluster.js";
import { flinkHome, type Line } from "../flink/home.js";

/** Emitted scripts, ready to run. */
export interface NightlyJobs {
  readonly line: Line;
  /** `flink-conf.yaml`, or what the line has instead. */
  readonly configurationFile: string;
  /** Where the emitted files are. */
  readonly folder: string;
  /** The emitted text of a file: `settlement/submit.sh`. */
  readonly text: (path: string) => string;
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

export async function nightlyJobs(
  context: Context,
  cluster: YarnCluster,
  line: Line,
): Promise<NightlyJobs> {
  const home = await flinkHome(context, line);
  const scratch = join(context.scratch, line);
  const calendars = join(scratch, "calendars");
  const secrets = join(scratch, "secrets");
  put(join(calendars, "target2.csv"), delivered.calendar);
  put(join(secrets, "rates_db/password"), delivered.secret);
  const release = versions.flinkHome[line];
  await cluster.upload([join(home, "lib"), join(home, "plugins")], `/flink/${release}`);
  await cluster.upload([await jobJar(context, line, home)], "/flink/jobs");
  const rendered = await emitted(context, cluster, line, calendars);
  for (const { path, text, executable } of rendered.files) {
    put(join(scratch, path), text);
    if (executable) chmodSync(join(scratch, path), 0o755);
  }
  const text = (path: string) =>
    rendered.files.find((file) => file.path.endsWith(`/${path}`))?.text ?? "";
  const memory = join(scratch, "memory");
  const variables = {
    FLINK_HOME: home,
    STATE_FOLDER: memory,
    RATES_JDBC_URL: delivered.variable,
    NEXGEN_SECRETS_FOLDER: secrets,
    // They live for seconds: no time for the second compiler.
    JVM_ARGS: "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
  };
  const configurationFile = line === "1.20" ? "flink-conf.yaml" : "config.yaml";
  const folder = join(scratch, "cluster/yarn");
  return { line, configurationFile, folder, text, memory, variables };
}

function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

async function emitted(
  context: Context,
  { site }: YarnCluster,
  line: Line,
  calendars: string,
): Promise<Rendered> {
  const envFile = join(context.scratch, line, "variables");
  const values = {
    CALENDARS: calendars,
    FLINK_RELEASE: versions.flinkHome[line],
    HADOOP_FOLDER: site.folder,
    NAMENODE: site.nameNode,
    ZOOKEEPER: site.zooKeeper,
  };
  writeFileSync(
    envFile,
    Object.entries(values)
      .map((entry) => `${entry.join("=")}\n`)
      .join(""),
  );
  const path = join(context.root, "test/conformance/yarn/cluster.infra");
  const input = { name: "cluster", path, envFile };
  const rendered = await render(input, { generator: "yarn", flinkVersion: line });
  if (rendered === null) throw new Error("cluster.infra has errors.");
  return rendered;
}

/** Under the name that the example gives it. */
async function jobJar(context: Context, line: Line, home: string): Promise<string> {
  const classes = join(context.scratch, line, "classes");
  const jar = join(context.scratch, line, "settlement-1.8.2.jar");
  mkdirSync(classes, { recursive: true });
  const sources = join(
    context.root,
    "test/conformance/yarn/job/com/example/finance/Settlement.java",
  );
  await context.must("javac", ["--release", "11", "-cp", `${home}/lib/*`, "-d", classes, sources]);
  await context.must("jar", ["cf", jar, "-C", classes, "."]);
  return jar;
}
