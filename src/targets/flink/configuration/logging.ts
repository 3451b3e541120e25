// The level of the logs. Their form and where they go is in Flink's log4j files, not here.
import { lineAtLeast } from "../lines.js";
import type { ConfigurationContext } from "./context.js";
import { plainText } from "./option-text.js";

/** `env.log.level`, and what the shipped log4j files cannot do. */
export function logging(context: ConfigurationContext): void {
  const { logging: settings } = context.model;
  if (settings === null) return;
  // INFO is what the shipped files have: nothing is lost where it cannot be set.
  if (lineAtLeast(context.line, "1.19") || settings.level !== "INFO") {
    context.copy("env.log.level", settings, "level", plainText);
  }
  if (settings.format === "json" || settings.format === "logfmt") {
    context.leaveToInfrastructure(
      settings,
      "format",
      "the layout of a line is in Flink's log4j files, which stay as they are shipped",
      settings.format === "json"
        ? "Put log4j-layout-template-json into lib/ and use JsonTemplateLayout in log4j-console.properties."
        : "Change the pattern in log4j-console.properties.",
    );
  }
  for (const output of settings.outputs ?? []) {
    if (output.type !== "elasticsearch" && output.type !== "loki") continue;
    context.leaveToInfrastructure(
      output,
      "type",
      "Flink writes to the console and to files only",
      "Let a log shipper on the node collect the output of the processes.",
    );
  }
}
