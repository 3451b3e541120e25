// Emitted submit scripts on a real YARN with a real HDFS and a real Flink: what they start, refuse,
// upgrade and stop, and what YARN and Flink say that they were asked for.
import type { Context, System } from "../harness.js";
import { claims, limits } from "./claims.js";
import { YarnCluster } from "./cluster.js";
import { flinkHome, type Line } from "../flink/home.js";
import { hadoopJars } from "./installation.js";
import { Journey } from "./journey.js";
import { nightlyJobs } from "./nightly-job.js";
import { Session } from "./session.js";

const lines: readonly Line[] = ["1.20", "2.3"];

export const yarn: System = {
  name: "yarn",
  proves:
    "submit scripts start, refuse, upgrade and stop a real Flink on a real YARN and HDFS, which were asked for what the file says",
  claims,
  limits,
  async prepare(context) {
    await hadoopJars(context);
    for (const line of lines) await flinkHome(context, line);
  },
  async run(context) {
    const cluster = await YarnCluster.start(context, await hadoopJars(context));
    // A fault in a generator shows on one line as well as on two.
    const isShort = process.env["NEXGEN_CONFORMANCE_FLINK_LINE"] !== undefined;
    const runs = isShort ? [olderLine] : [olderLine, newestLine];
    // Beside each other: most of the time they wait for containers.
    await Promise.all(runs.map((run) => run(context, cluster)));
  },
};

async function olderLine(context: Context, cluster: YarnCluster): Promise<void> {
  const choice = { line: "1.20", process: "settlement", file: "cluster" } as const;
  const journey = new Journey(context, cluster, await nightlyJobs(context, cluster, choice));
  if (await journey.run()) await journey.runOn();
}

async function newestLine(context: Context, cluster: YarnCluster): Promise<void> {
  const choice = { line: "2.3", process: "reconciliation", file: "cluster" } as const;
  await new Journey(context, cluster, await nightlyJobs(context, cluster, choice)).run();
  const shared = { line: "2.3", process: "settlement", file: "session" } as const;
  await new Session(context, cluster, await nightlyJobs(context, cluster, shared)).run();
}
