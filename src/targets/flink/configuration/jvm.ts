// JVM flags: the ones that Flink's own file sets, and the user's.
import { diagnose } from "../../../diagnostics/catalogue/index.js";
import type { ValueOrigin } from "../../../model/value-origin.js";
import { reservedFlagHelp, reservedJvmFlag, shippedJavaOptions } from "../java-options.js";
import { flinkLineFacts, type FlinkLine } from "../lines.js";
import { fileProblem } from "../options/file-problem.js";
import { at, type ConfigurationContext } from "./context.js";

const flagsOption = "env.java.opts.taskmanager";

/** `env.java.opts.*`. */
export function jvm(context: ConfigurationContext): void {
  // The operator brings them itself; everywhere else the emitted file replaces the one that has them.
  const shipped = context.target === "operator" ? "" : shippedFlags(context.line);
  if (shipped !== "")
    context.set("env.java.opts.all", shipped, [], "what Flink's own file opens for Java 17");
  const { jvm: settings } = context.process;
  if (settings === null) return;
  const flags = userFlags(context, settings.options ?? []);
  const origins: ValueOrigin[] = settings.options === null ? [] : [at(settings, "options")];
  if (flags.length > 0) context.set("env.java.opts.jobmanager", flags.join(" "), origins);
  const taskManagerFlags = [...flags];
  if (settings.metaspaceBytes !== null) {
    // Flink sets the ceiling from its own option, and has none for the start.
    taskManagerFlags.unshift(`-XX:MetaspaceSize=${String(settings.metaspaceBytes)}`);
    origins.unshift(at(settings, "metaspaceBytes"));
  }
  if (taskManagerFlags.length > 0) context.set(flagsOption, taskManagerFlags.join(" "), origins);
}

const shippedByLine = new Map<FlinkLine, string>();

function shippedFlags(line: FlinkLine): string {
  let flags = shippedByLine.get(line);
  if (flags === undefined) shippedByLine.set(line, (flags = shippedJavaOptions(line).join(" ")));
  return flags;
}

function userFlags(context: ConfigurationContext, options: readonly string[]): string[] {
  const { jvm: settings } = context.process;
  if (settings === null) return [];
  const file = flinkLineFacts(context.line);
  return options.filter((option) => {
    const flag = reservedJvmFlag(option);
    const problem = fileProblem(flagsOption, option, file.format);
    if (flag !== null) {
      const place = context.span(settings, "options");
      context.say(diagnose("E912", place, { flag }, { help: reservedFlagHelp }));
    } else if (problem !== null) {
      const values = { option: flagsOption, file: file.configurationFile, problem };
      context.say(diagnose("E910", context.span(settings, "options"), values));
    }
    return flag === null && problem === null;
  });
}
