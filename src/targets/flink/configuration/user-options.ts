// `resources.<process>.flink_options`: options by Flink's own names, for what no property sets.
import { diagnose } from "../../../diagnostics/catalogue/index.js";
import { reservedFlagHelp, reservedJvmFlag } from "../java-options.js";
import { linesWithOption, nearestOption, optionOf, successorOf } from "../options/known-option.js";
import { checkOptionValue } from "../options/option-value.js";
import type { ConfigurationContext } from "./context.js";
import { runtimeOnly } from "./runtime-only.js";

const forbiddenByOperator: ReadonlySet<string> = new Set([
  "kubernetes.namespace",
  "kubernetes.cluster-id",
  "high-availability.cluster-id",
]);

/** Sets what passes; must run last, to see what the model sets. */
export function userOptions(context: ConfigurationContext): void {
  const { flinkOptions } = context.process;
  for (const [option, value] of Object.entries(flinkOptions ?? {})) {
    if (!isUsable(context, option)) continue;
    const origin = { object: flinkOptions as object, key: option };
    if (typeof value !== "string") {
      runtimeOnly(
        context,
        option,
        origin,
        "Write the value, or deliver it through the environment of the process where Flink reads it there.",
      );
      continue;
    }
    const known = optionOf(option, context.line);
    const problem = known === null ? null : checkOptionValue(known, value);
    if (problem !== null) {
      context.say(diagnose("E905", spanOf(context, option), { option, problem }));
    } else if (!hasReservedFlag(context, option, value)) {
      context.set(option, value, [origin]);
    }
  }
}

/** Options whose value is flags of the JVMs that Flink sizes; its clients are sized by nobody. */
const flagOptions = /^env\.java\.(?:default-)?opts\.(?:all|jobmanager|taskmanager)$/u;

/** Reports E912 for a flag that Flink computes. */
function hasReservedFlag(context: ConfigurationContext, option: string, value: string): boolean {
  if (!flagOptions.test(option)) return false;
  for (const word of value.split(/\s+/u)) {
    const flag = reservedJvmFlag(word.replace(/^["']/u, ""));
    if (flag === null) continue;
    context.say(diagnose("E912", spanOf(context, option), { flag }, { help: reservedFlagHelp }));
    return true;
  }
  return false;
}

function spanOf(context: ConfigurationContext, option: string) {
  const { process } = context;
  const own =
    process.flinkOptions === null
      ? null
      : context.request.origins.span(process.flinkOptions, option);
  return own ?? context.span(process, "flinkOptions");
}

function isUsable(context: ConfigurationContext, option: string): boolean {
  const span = spanOf(context, option);
  const { line, target } = context;
  const held = context.get(option);
  if (held !== undefined) {
    const [origin] = held.origins;
    const property =
      origin === undefined
        ? "the deployment"
        : context.request.origins.of(origin.object, origin.key)?.path;
    context.say(
      diagnose(
        "E906",
        span,
        { option, property: property ?? "the model" },
        { help: `Remove it here: its value is ${held.value}.` },
      ),
    );
    return false;
  }
  if (target === "operator" && forbiddenByOperator.has(option)) {
    context.say(diagnose("E908", span, { option }));
    return false;
  }
  if (optionOf(option, line) !== null) return true;
  const successor = successorOf(option, line);
  if (successor !== null) {
    context.say(diagnose("E907", span, { option, successor }, { help: `Write "${successor}".` }));
    return false;
  }
  context.say(diagnose("E904", span, { line, option }, { help: helpFor(option, context) }));
  return false;
}

function helpFor(option: string, { line }: ConfigurationContext): string {
  const lines = linesWithOption(option);
  if (lines.length > 0) return `It exists in Flink ${lines.join(", ")}.`;
  const near = nearestOption(option, line);
  return near === null
    ? "Flink would silently ignore it."
    : `Did you mean "${near}"? Flink would silently ignore it.`;
}
