// Flink itself reads every configuration that nexgen emits, line by line.
import { join } from "node:path";
import { flinkLines, type FlinkLine } from "../../../src/targets/flink/lines.js";
import type { Context, System } from "../harness.js";
import { compileJava, needJava, type JavaPrograms } from "../java-programs.js";
import { emittedConfigurations } from "./configurations.js";
import { classPathOf, releaseOf } from "./distributions.js";
import { disagreement, flinkAnswers, judge } from "./judgement.js";
import { randomSettings } from "./memory-settings.js";

const randomCount = 2000;

export const flink: System = {
  name: "flink",
  proves:
    "Flink 1.17 to 2.3 read every configuration as emitted, know every key and type, and divide memory as we do",
  async run(context) {
    await needJava(context);
    for (const line of flinkLines) await judgeLine(context, line);
  },
};

async function judgeLine(context: Context, line: FlinkLine): Promise<void> {
  const folder = join(context.root, "test/conformance/flink/java");
  const classPath = await classPathOf(context, line);
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
