// The container image, and the plugins that the official one has to be told to load.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import type { OriginLeaf } from "../../src/encode/leaf.js";
import { derived } from "../../src/generator/view.js";
import { builtInPluginJars, isStockImage } from "../../src/targets/flink/image-plugins.js";
import { flinkLineFacts } from "../../src/targets/flink/lines.js";
import { spanOf, type Context } from "./context.js";
import type { FlinkOptions } from "./flink-options.js";

/** What the pods run. */
export interface Image {
  readonly reference: OriginLeaf & { readonly value: string };
  /** One of the official Flink images: its optional plugins wait in /opt/flink/opt. */
  readonly stock: boolean;
}

const repositoryForm =
  /^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?\/)?[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/u;
const tagForm = /^\w[\w.-]{0,127}$/u;

/** Reports W941 where the file names no image, E946 for a reference that no registry could hold. */
export function imageOf(context: Context): Image {
  const { deployment, line } = context;
  const { image } = deployment;
  const { repository, tag, digest } = image ?? { repository: null, tag: null, digest: null };
  if (image === null || repository === null) {
    const reference = `flink${versionOf(digest === null ? (tag ?? line) : tag, digest)}`;
    checkPart(context, "tag", tag, tagForm);
    const help = "Set deployment.image.repository and tag to an image that holds the job.";
    context.report(
      diagnose("W941", spanOf(context, deployment, "type"), { image: reference }, { help }),
    );
    return { reference: derived(reference, [deployment, "image"]), stock: true };
  }
  checkPart(context, "repository", repository, repositoryForm);
  checkPart(context, "tag", tag, tagForm);
  const version = versionOf(tag, digest);
  if (version === "") {
    const help = "Set deployment.image.tag or digest.";
    const values = {
      property: "deployment.image",
      problem: `names no tag: "${repository}:latest" is pulled`,
    };
    context.report(diagnose("W755", spanOf(context, image, "repository"), values, { help }));
  }
  return {
    reference: derived(
      `${repository}${version}`,
      [image, "repository"],
      [image, tag === null ? "digest" : "tag"],
    ),
    stock: isStockImage(repository),
  };
}

/** Beside a digest, which alone counts for pulling, a tag tells people what it is. */
function versionOf(tag: string | null, digest: string | null): string {
  return `${tag === null ? "" : `:${tag}`}${digest === null ? "" : `@${digest}`}`;
}

function checkPart(
  context: Context,
  key: "repository" | "tag",
  text: string | null,
  form: RegExp,
): void {
  if (text === null || form.test(text)) return;
  const span = spanOf(context, context.deployment.image, key);
  context.report(diagnose("E946", span, { text, part: key }));
}

/**
 * `ENABLE_BUILT_IN_PLUGINS` of the official image: the jars, separated by semicolons, that the
 * storage locations of `options` need; null when there are none. Reports W953 for a floating tag.
 */
export function builtInPlugins(
  context: Context,
  image: Image,
  options: FlinkOptions,
): string | null {
  if (!image.stock) return null;
  const release = context.imageRelease ?? flinkLineFacts(context.line).imageRelease;
  const jars = builtInPluginJars([...options.values()], release);
  if (jars === null) return null;
  if (context.imageRelease === null) {
    const help = `Set deployment.image.tag: '${release}'.`;
    const values = { image: image.reference.value, jars };
    context.report(
      diagnose("W953", spanOf(context, context.deployment.image, "tag"), values, { help }),
    );
  }
  return jars;
}
