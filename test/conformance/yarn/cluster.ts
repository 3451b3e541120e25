// A real HDFS, ZooKeeper, resource manager and node manager, and the scripts that are run beside them.
// Knows no script. Containers are no children of ours, but work in the run's folder: they end with it.
import { createInterface } from "node:readline";
import { mkdirSync, readdirSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Context, Outcome } from "../harness.js";
import { until } from "../lookups/servers.js";
import { killStrays } from "../strays.js";
import { hadoopCommands, type HadoopJars } from "./installation.js";
import { writeSite, type Site } from "./site.js";

/** Attempts of `until`, five a second: on a busy machine a container takes minutes to come up. */
export const patience = 1500;

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
    mkdirSync(temporary, { recursive: true });
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
    await until("a node of YARN", () => cluster.#hasNode(), patience);
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
      await killStrays(join(users, user, "appcache", application, container));
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

  /** Runs a script as a person on a machine of the cluster does, whose configuration it knows. */
  async run(
    script: string,
    args: readonly string[],
    caller: { readonly variables: Readonly<Record<string, string>>; readonly workFolder: string },
  ): Promise<Outcome> {
    const { HADOOP_CONF_DIR: _, ...environment } = this.environment;
    return this.context.exec("bash", [script, ...args], {
      cwd: caller.workFolder,
      env: { ...environment, ...caller.variables },
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
