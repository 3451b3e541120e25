// The emitted Kafka source, sinks, dead letters and completions in a real job of Flink, with the emitted
// configuration, in front of three real brokers: what fails, stops and starts again loses nothing and
// repeats nothing that it promises not to.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Context, System } from "../harness.js";
import { installKafka, KafkaCluster } from "../kafka/cluster.js";
import { claims, limits } from "./claims.js";
import versions from "../versions.json" with { type: "json" };
import { judgeClients } from "./clients.js";
import { inputOf } from "./input.js";
import { judge } from "./judgement.js";
import { Observations } from "./observations.js";
import { projectFor, textOf } from "./project.js";

export const pipeline: System = {
  name: "pipeline",
  proves:
    "emitted source and sinks move records exactly once across failures, by Flink and three brokers",
  claims,
  limits,
  run,
};

/** Each line of Flink with the line of brokers of its time. */
const pairs = [
  { line: "1.20", brokers: versions.kafka["3"] },
  { line: "2.2", brokers: versions.kafka["4"] },
] as const;

async function run(context: Context): Promise<void> {
  const input = inputOf(textOf(context));
  await installKafka(context);
  // The jars of the brokers are those of the check of topic scripts.
  const withJars = { ...context, cache: join(dirname(context.cache), "kafka") };
  for (const { line, brokers } of pairs) {
    const cluster = await KafkaCluster.start(withJars, brokers);
    const project = await projectFor(context, line, cluster);
    await project.createTopics();
    const group = input.streams.orders.consumer.group_id;
    const savepoints = `file://${join(project.scratch, "savepoints")}`;
    const words = [project.configuration, cluster.listeners.plain, savepoints, group];
    const { code, stdout, stderr } = await project.run("MoveRecords", words);
    if (code !== 0) {
      const log = `${stderr}\n${readFileSync(project.clientLog, "utf8")}`;
      throw new Error(`The job of Flink ${line} did not run through:\n${log.slice(0, 6000)}`);
    }
    const what = `Flink ${line}, Kafka ${brokers}`;
    await judge(context, what, new Observations(stdout), input);
    const log = readFileSync(project.clientLog, "utf8");
    await judgeClients(context, what, { log, tls: project.tls, input });
  }
}
