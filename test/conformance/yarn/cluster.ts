// A real HDFS, ZooKeeper, resource manager and node manager, and the scripts that are run beside them.
// Knows no script. Nothing of it outlives the run: not the containers either, which are no children of ours.
import { createInterface } from "node:readline";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { Context, Outcome } from "../harness.js";
import { until } from "../lookups/servers.js";
import { hadoopCommands, type HadoopJars } from "./installation.js";
import { writeSite, type Site } from "./site.js";

const flags = [
  "-XX:+UseSerialGC",
  "-XX:TieredStopAtLevel=1",
  // Hadoop reaches into what Java 17 closed.
  "--add-opens=java.base/java.lang=ALL-UNNAMED",
];

export class YarnCluster {
  private constructor(
    private readonly context: Context,
    readonly site: Site,
    /** What a shell on a machine of the cluster has. */
    private readonly environment: Readonly<Record<string, string>>,
  ) {}

  static async start(context: Context, jars: HadoopJars): Promise<YarnCluster> {
    const site = await writeSite(context.scratch, jars.clients);
    const temporary = join(context.scratch, "tmp");
    mkdirSync(temporary);
    const { stdout: java } = await context.must("sh", ["-c", "command -v java"]);
    const environment = {
      HADOOP_CONF_DIR: site.folder,
      JAVA_HOME: dirname(dirname(realpathSync(java.trim()))),
      CLIENT_CLASS_PATH: jars.clients,
      PATH: `${hadoopCommands(context)}:${process.env["PATH"] ?? ""}`,
      TMPDIR: temporary,
    };
    const programs = await compiled(context, jars.servers);
    const classPath = [site.folder, programs, jars.servers].join(":");
    const common = [...flags, `-Djava.io.tmpdir=${temporary}`, "-cp", classPath];
    await startMaster(context, site, common);
    startNode(context, common, environment);
    const cluster = new YarnCluster(context, site, environment);
    await until("a node of YARN", () => cluster.#hasNode(), 1500);
    return cluster;
  }

  async #hasNode(): Promise<boolean> {
    const found = await this.ask("cluster/metrics").catch(() => null);
    const { clusterMetrics } = (found ?? {}) as { clusterMetrics?: { activeNodes: number } };
    return clusterMetrics?.activeNodes === 1;
  }

  /** `GET` of the resource manager's REST API, below `ws/v1/`. */
  async ask(path: string): Promise<unknown> {
    return readJson(`http://${this.site.resourceManager}/ws/v1/${path}`);
  }

  /** The same of the node manager. */
  async askNode(path: string): Promise<unknown> {
    return readJson(`http://${this.site.nodeManager}/ws/v1/${path}`);
  }

  /** `GET` of the REST API of the Flink that runs as `application`, through YARN's proxy. */
  async askFlink(application: string, path: string): Promise<unknown> {
    return readJson(`http://${this.site.resourceManager}/proxy/${application}/${path}`);
  }

  /** Kills the processes of one container, as a lost machine does. */
  async killContainer(application: string, container: string): Promise<void> {
    const users = join(this.context.scratch, "containers/usercache");
    for (const user of readdirSync(users)) {
      await killProcesses(join(users, user, "appcache", application, container));
    }
  }

  /** Ends an application without a savepoint. */
  async kill(application: string): Promise<void> {
    await fetch(`http://${this.site.resourceManager}/ws/v1/cluster/apps/${application}/state`, {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ state: "KILLED" }),
    });
  }

  /** Copies local files into a folder of HDFS. */
  async upload(files: readonly string[], folder: string): Promise<void> {
    const env = this.environment;
    await this.context.must("hadoop", ["fs", "-mkdir", "-p", folder], { env });
    await this.context.must("hadoop", ["fs", "-put", "-f", ...files, folder], { env });
  }

  /** Whether a path exists in HDFS. */
  async exists(path: string): Promise<boolean> {
    const { code } = await this.context.exec("hadoop", ["fs", "-test", "-e", path], {
      env: this.environment,
    });
    return code === 0;
  }

  /** Runs a script as a person on a machine of the cluster does. */
  async run(
    script: string,
    args: readonly string[],
    variables: Readonly<Record<string, string>>,
  ): Promise<Outcome> {
    const { HADOOP_CONF_DIR: _, ...environment } = this.environment;
    return this.context.exec("bash", [script, ...args], {
      env: { ...environment, ...variables },
      timeout: 900_000,
    });
  }
}

async function startMaster(context: Context, site: Site, common: readonly string[]): Promise<void> {
  const [nameNode = "", zooKeeper = ""] = [site.nameNode, site.zooKeeper].map(
    (address) => address.split(":")[1],
  );
  const args = [join(context.scratch, "data"), nameNode, zooKeeper];
  await ready(context.start("java", ["-Xmx512m", ...common, "Master", ...args]));
}

function startNode(
  context: Context,
  common: readonly string[],
  env: Readonly<Record<string, string>>,
): void {
  const main = "org.apache.hadoop.yarn.server.nodemanager.NodeManager";
  const node = context.start("java", ["-Xmx256m", ...common, main], { env });
  for (const stream of [node.stdout, node.stderr]) stream?.resume();
  context.onStop(async () => {
    // First the one that would start containers anew.
    node.kill("SIGKILL");
    await killProcesses(join(context.scratch, "containers"));
  });
}

async function compiled(context: Context, classPath: string): Promise<string> {
  const target = join(context.scratch, "master");
  mkdirSync(target);
  const source = join(context.root, "test/conformance/yarn/java/Master.java");
  await context.must("javac", [
    "--release",
    "11",
    "-nowarn",
    "-cp",
    classPath,
    "-d",
    target,
    source,
  ]);
  return target;
}

function ready(master: ReturnType<Context["start"]>): Promise<void> {
  return new Promise((resolve, reject) => {
    let errors = "";
    master.stderr?.on("data", (data: Buffer) => (errors = (errors + data.toString()).slice(-4000)));
    if (master.stdout === null) return;
    createInterface(master.stdout).on("line", (line) => {
      if (line === "ready") resolve();
    });
    master.on("exit", (code) => reject(new Error(`the cluster ended with ${code}: ${errors}`)));
  });
}

async function readJson(address: string): Promise<unknown> {
  const answer = await fetch(address, { headers: { accept: "application/json" } });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${address}: ${text.slice(0, 500)}`);
  return JSON.parse(text);
}

/** Containers have sessions of their own. What works in `folder` or below it is one of them. */
async function killProcesses(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  for (let round = 0; round < 20; round += 1) {
    const pids = readdirSync("/proc").filter(
      (name) => /^\d+$/u.test(name) && isBelow(name, folder),
    );
    if (pids.length === 0) return;
    for (const pid of pids) killOne(Number(pid));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function isBelow(pid: string, folder: string): boolean {
  try {
    return `${readlinkSync(`/proc/${pid}/cwd`)}/`.startsWith(`${folder}/`) && isAlive(pid);
  } catch {
    // It ended meanwhile, or is not ours.
    return false;
  }
}

function isAlive(pid: string): boolean {
  return !/^State:\s+Z/mu.test(readFileSync(`/proc/${pid}/status`, "utf8"));
}

function killOne(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended meanwhile.
  }
}
