// Flink itself reads every configuration that nexgen emits, line by line.
import { delimiter, join } from "node:path";
import { flinkLines, type FlinkLine } from "../../../src/targets/flink/lines.js";
import type { Context, System } from "../harness.js";
import { compileJava, needJava, type JavaPrograms } from "../java-programs.js";
import { claims, limits } from "./claims.js";
import { emittedConfigurations } from "./configurations.js";
import { classPathOf, readersClassPath, releaseOf } from "./distributions.js";
import { runJob } from "./job.js";
import { disagreement, flinkAnswers, judge } from "./judgement.js";
import { randomSettings } from "./memory-settings.js";

const randomCount = 2000;

/** The lines whose every module is served whole, and the configurations that a cluster starts with. */
const jobs: Partial<Record<FlinkLine, readonly string[]>> = {
  "1.20": [
    "card-processing/production/flink-conf/authorization_enrichment/flink-conf.yaml",
    "inputs/wide/flink-conf/reconciliation/flink-conf.yaml",
  ],
  "2.3": [
    "card-processing/production-flink2/flink-conf/authorization_enrichment/config.yaml",
    "inputs/wide/flink-conf/reconciliation/config.yaml",
  ],
};

export const flink: System = {
  name: "flink",
  proves:
    "Flink 1.17 to 2.3 read every configuration as emitted, know every key and type, and divide memory as we do; 1.20 and 2.3 run a job with it and restore it",
  claims,
  limits,
  async run(context) {
    await needJava(context);
    // A fault in a generator shows on one line as well as on eight, in an eighth of the time.
    const only = process.env["NEXGEN_CONFORMANCE_FLINK_LINE"];
    const lines = flinkLines.filter((line) => only === undefined || line === only);
    for (const line of lines) await judgeLine(context, line);
  },
};

async function judgeLine(context: Context, line: FlinkLine): Promise<void> {
  const folder = join(context.root, "test/conformance/flink/java");
  const jars = [await classPathOf(context, line), await readersClassPath(context)];
  const classPath = jars.join(delimiter);
  const programs = await compileJava(context, folder, classPath, line);
  const configurations = await emittedConfigurations(context.root, line);
  const findings = await judge(context, programs, configurations, line);
  for (const [index, { name }] of configurations.entries()) {
    await context.check(`${releaseOf(line)} reads ${name}`, () => {
      const found = findings[index] ?? ["not judged"];
      if (found.length > 0) throw new Error(found.join("\n"));
    });
  }
  await checkRandomMemory(context, programs, releaseOf(line));
  for (const [index, name] of (jobs[line] ?? []).entries()) {
    await context.check(`${releaseOf(line)} runs and restores a job with ${name}`, async () => {
      const configuration = configurations.find((one) => one.name === name);
      if (configuration === undefined) throw new Error("It is not rendered.");
      await runJob(context, programs, configuration, `${line}-${String(index)}`);
    });
  }
}

async function checkRandomMemory(
  context: Context,
  programs: JavaPrograms,
  release: string,
): Promise<void> {
  const settings = randomSettings(randomCount);
  const answers = await flinkAnswers(programs, settings);
  const accepted = [...answers.values()].filter((answer) => !answer.startsWith("refused"));
  const title = `${release} divides memory as we do: ${String(settings.length)} random settings, ${String(accepted.length)} of them accepted`;
  await context.check(title, () => {
    const found = settings.flatMap((one) => disagreement(one, answers.get(one) ?? ""));
    if (found.length > 0)
      throw new Error(`${String(found.length)} differ:\n${found.slice(0, 3).join("\n")}`);
    // Else the random settings say nothing.
    if (accepted.length < settings.length / 10) throw new Error("too few are accepted");
  });
}
