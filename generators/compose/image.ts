// The image of Flink's containers, and the plugins that the official one has to be told to load.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import type { OriginLeaf } from "../../src/encode/leaf.js";
import { derived } from "../../src/generator/view.js";
import type { Configuration } from "../../src/targets/flink/configuration/configuration.js";
import { builtInPluginJars, isStockImage } from "../../src/targets/flink/image-plugins.js";
import { flinkLineFacts, flinkLineFromTag } from "../../src/targets/flink/lines.js";
import { spanOf, type Context, type StatedService } from "./context.js";
import { plainText } from "./variables.js";

/** What the file names, else the official image of the line. */
export function flinkImage(context: Context, stated: StatedService | null): OriginLeaf {
  const service = stated ?? context.jobManager ?? context.taskManager;
  if (service !== null) return derived(plainText(service.image), [service, "image"]);
  return derived(`flink:${context.facts.line}`, [context.deployment, "compose"]);
}

/** `ENABLE_BUILT_IN_PLUGINS` of the official image, or null. Reports W953 for a tag without a release. */
export function builtInPlugins(
  context: Context,
  stated: StatedService | null,
  { entries }: Configuration,
): string | null {
  const service = stated ?? context.jobManager ?? context.taskManager;
  const image = service?.image ?? `flink:${context.facts.line}`;
  const [, repository = "", tag = ""] = /^(.*?)(?::([^:/@]+))?$/u.exec(image) ?? [];
  if (!isStockImage(repository)) return null;
  const version = flinkLineFromTag(tag);
  const release = version?.kind === "line" ? version.release : null;
  const named = release ?? flinkLineFacts(context.facts.line).imageRelease;
  const jars = builtInPluginJars(
    entries.map(({ value }) => value),
    named,
  );
  if (jars === null || release !== null) return jars;
  const help = `Name the image flink:${named}.`;
  const span = spanOf(context, service, "image");
  context.report(diagnose("W953", span, { image, jars }, { help }));
  return jars;
}
