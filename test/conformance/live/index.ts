// Real processes of Flink, started by the emitted scripts through Flink's own, run a job that takes
// checkpoints; a real Prometheus watches it by the emitted rules, and a real Alertmanager tells.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { flinkLineFacts } from "../../../src/targets/flink/lines.js";
import { flinkHome, type Line } from "../flink/home.js";
import { withCacheOf, type Context, type System } from "../harness.js";
import { needJava } from "../java-programs.js";
import { KafkaCluster } from "../kafka/cluster.js";
import { servers } from "../prometheus/tools.js";
import versions from "../versions.json" with { type: "json" };
import { proveAlerts, proveJobDown } from "./alerts.js";
import { claims, limits } from "./claims.js";
import { Cluster } from "./cluster.js";
import { emit, placeFor, type Place } from "./emitted.js";
import { proveJob } from "./job.js";
import { jobJar } from "./job-jar.js";
import { startMonitoring } from "./monitoring.js";
import { proveStart, proveStop } from "./processes.js";
import { startReceiver, type Receiver } from "./receiver.js";
import type { Run } from "./run.js";
import { proveMetrics } from "./watch.js";

export const live: System = {
  name: "live",
  proves:
    "processes started by the emitted scripts run as the configuration says; Prometheus finds every metric of every rule and panel, and alerts reach their channels",
  prepare: async (context) => {
    await servers(withCacheOf("prometheus", context));
  },
  claims,
  limits,
  run,
};

const lines = Object.keys(versions.flinkHome) as Line[];

async function run(context: Context): Promise<void> {
  await needJava(context);
  const kafka = await KafkaCluster.start(withCacheOf("kafka", context), versions.kafka["3"]);
  // A fault in a generator shows on one line as well.
  const only = process.env["NEXGEN_CONFORMANCE_FLINK_LINE"];
  for (const line of lines.filter((one) => only === undefined || one === only)) {
    await kafka.clear();
    for (const topic of ["numbers", "counts"]) await kafka.ask("create", topic, "2", "1");
    const receiver = await startReceiver(context);
    const { address } = receiver;
    const steps = await prepared(context, line, { brokers: kafka.plainBrokers, receiver: address });
    await proveLine(steps, receiver);
  }
}

/** A Flink of its own, the job's jar, and what nexgen emits for them. */
async function prepared(
  context: Context,
  line: Line,
  addresses: Pick<Place, "brokers" | "receiver">,
): Promise<Run> {
  const flink = versions.flinkHome[line];
  const distribution = await flinkHome(context, line);
  const folder = join(context.scratch, flink);
  mkdirSync(folder, { recursive: true });
  const jar = await jobJar(context, distribution, versions.live.kafkaConnector[line]);
  const place = await placeFor(folder, { ...addresses, jar });
  const emitted = await emit(context, line, place);
  const home = join(folder, "flink");
  // Jars are links; scripts find their folder by their own path, and the configuration is written.
  await context.must("cp", ["-rs", distribution, home]);
  for (const part of ["bin", "conf"]) {
    await context.must("rm", ["-r", join(home, part)]);
    await context.must("cp", ["-r", join(distribution, part), home]);
  }
  return {
    context,
    line,
    folder,
    emitted,
    place,
    configurationFile: flinkLineFacts(line).configurationFile,
    cluster: new Cluster(context, home, emitted, place),
    check: (what, prove) => context.check(`${flink}: ${what}`, prove),
  };
}

async function proveLine(steps: Run, receiver: Receiver): Promise<void> {
  if (!(await proveStart(steps))) return;
  const programs = await servers(withCacheOf("prometheus", steps.context));
  // Before the job: it is to see the restart.
  const prometheus = await startMonitoring(steps, programs, receiver);
  if (await proveJob(steps)) {
    await proveMetrics(steps, prometheus);
    await proveAlerts(steps, receiver);
    await proveJobDown(steps, receiver);
  }
  await proveStop(steps);
}
