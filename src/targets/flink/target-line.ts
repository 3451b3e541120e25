// Which Flink line the artifacts are for (architecture decision 6): an explicit choice, else what the
// image tag says, else the default.
import { diagnose } from "../../diagnostics/catalogue/index.js";
import type { Report } from "../../diagnostics/diagnostic.js";
import type { Deployment } from "../../model/bindings.js";
import type { InfraModel } from "../../model/infra-model.js";
import type { Origins } from "../../model/origins.js";
import type { Span } from "../../source/source-file.js";
import {
  defaultFlinkLine,
  flinkLineFromTag,
  flinkLines,
  isFlinkLine,
  type FlinkLine,
} from "./lines.js";
import { isStated } from "../../model/is-stated.js";

/** What the line is chosen from. */
export interface TargetLineRequest {
  readonly model: InfraModel;
  readonly origins: Origins;
  /** `--flink-version`, or null. A full version such as `1.20.4` names its line. */
  readonly flinkVersion: string | null;
}

/**
 * The line, or null for one that is not supported (reported as E900). A line that an image tag named
 * is reported as N900, and the default beside a tag that names none as W755.
 */
export function targetLine(request: TargetLineRequest, report: Report): FlinkLine | null {
  const { model, origins, flinkVersion } = request;
  const { deployment } = model;
  if (flinkVersion !== null) return namedLine(flinkVersion, null, report);
  if (deployment === null) return defaultFlinkLine;
  if (deployment.flinkVersion !== null) {
    return namedLine(deployment.flinkVersion, origins.span(deployment, "flinkVersion"), report);
  }
  const tags = imageTags(deployment, origins);
  for (const { tag, span } of tags) {
    const found = flinkLineFromTag(tag);
    if (found === null) continue;
    if (found.kind === "unsupported") return refuse(found.version, span, report);
    report(
      diagnose(
        "N900",
        span,
        { line: found.line, tag },
        {
          help: `Say so with "flink_version: '${found.line}'" below "deployment".`,
        },
      ),
    );
    return found.line;
  }
  if (tags[0] !== undefined) warnOfDefault(tags[0], report);
  return defaultFlinkLine;
}

/** Another Flink may be in the image, and would not even read the emitted configuration file. */
function warnOfDefault({ tag, span }: ImageTag, report: Report): void {
  const problem = `is not set, and the image tag "${tag}" does not tell: everything is made for Flink ${defaultFlinkLine}`;
  const help = `Add "flink_version: '${defaultFlinkLine}'", or what the image holds, below "deployment".`;
  report(diagnose("W755", span, { property: "deployment.flink_version", problem }, { help }));
}

function namedLine(version: string, span: Span | null, report: Report): FlinkLine | null {
  const line = /^\d+\.\d+(?=\.\d+$|$)/u.exec(version)?.[0] ?? version;
  return isFlinkLine(line) ? line : refuse(version, span, report);
}

function refuse(version: string, span: Span | null, report: Report): null {
  report(diagnose("E900", span, { version }, { help: `Supported: ${flinkLines.join(", ")}.` }));
  return null;
}

interface ImageTag {
  readonly tag: string;
  readonly span: Span | null;
}

function imageTags(deployment: Deployment, origins: Origins): ImageTag[] {
  if (deployment.type === "kubernetes") {
    const { image } = deployment;
    return !isStated(image?.tag) ? [] : [{ tag: image.tag, span: origins.span(image, "tag") }];
  }
  if (deployment.type !== "docker_compose") return [];
  const { services, others } = deployment.compose;
  return Object.values({ ...services, ...others }).flatMap((service) => {
    // Only Flink's own services speak of Flink: a database has an image tag, too.
    const tag = /(?:^|\/)[^/:]*flink[^/:]*:([^@]+)/u.exec(service.image)?.[1];
    return tag === undefined ? [] : [{ tag, span: origins.span(service, "image") }];
  });
}
