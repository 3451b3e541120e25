// The Flink release lines that nexgen supports, and what differs between them as a whole.
// Must not hold single configuration options: those are in options/.

/** A release line: the first two numbers of a Flink version. */
export type FlinkLine = "1.17" | "1.18" | "1.19" | "1.20" | "2.0" | "2.1" | "2.2" | "2.3";

/** `legacy`: one `key: value` per line, read by Flink's own splitter. `standard`: YAML 1.2. */
export type FlinkFileFormat = "legacy" | "standard";

export interface FlinkLineFacts {
  readonly line: FlinkLine;
  /** The file that every component of this line reads, the Kubernetes operator included. */
  readonly configurationFile: "flink-conf.yaml" | "config.yaml";
  readonly format: FlinkFileFormat;
  /** The value of `spec.flinkVersion` of the Kubernetes operator. */
  readonly operatorVersion: string;
  /** `ended`: no further patch releases are to be expected; `maintained`: patches still appear. */
  readonly support: "maintained" | "ended";
  /** Whether the operator (1.13 and later) calls this line deprecated. */
  readonly operatorDeprecated: boolean;
  /** The newest patch release with an official image; names the plugin jars inside that image. */
  readonly imageRelease: string;
}

function legacy(line: FlinkLine, rest: Pick<FlinkLineFacts, "imageRelease" | "support">) {
  return {
    configurationFile: "flink-conf.yaml",
    format: "legacy",
    ...common(line),
    ...rest,
  } as const;
}

function standard(line: FlinkLine, rest: Pick<FlinkLineFacts, "imageRelease" | "support">) {
  return {
    configurationFile: "config.yaml",
    format: "standard",
    ...common(line),
    ...rest,
  } as const;
}

function common(line: FlinkLine) {
  const operatorDeprecated = line === "1.17" || line === "1.18";
  return { line, operatorVersion: `v${line.replace(".", "_")}`, operatorDeprecated };
}

// 1.19 and 1.20 read both files, but a flink-conf.yaml wins wherever it exists and is what the
// operator writes for every 1.x: it is the only choice that is right everywhere.
const facts: readonly FlinkLineFacts[] = [
  legacy("1.17", { imageRelease: "1.17.2", support: "ended" }),
  legacy("1.18", { imageRelease: "1.18.1", support: "ended" }),
  legacy("1.19", { imageRelease: "1.19.3", support: "ended" }),
  legacy("1.20", { imageRelease: "1.20.4", support: "maintained" }),
  standard("2.0", { imageRelease: "2.0.2", support: "ended" }),
  standard("2.1", { imageRelease: "2.1.2", support: "maintained" }),
  standard("2.2", { imageRelease: "2.2.1", support: "maintained" }),
  standard("2.3", { imageRelease: "2.3.0", support: "maintained" }),
];

/** All supported lines, oldest first. */
export const flinkLines: readonly FlinkLine[] = facts.map((row) => row.line);

/** The line that is used when nothing names one. */
export const defaultFlinkLine: FlinkLine = "1.20";

export function isFlinkLine(text: string): text is FlinkLine {
  return (flinkLines as readonly string[]).includes(text);
}

export function flinkLineFacts(line: FlinkLine): FlinkLineFacts {
  return facts[flinkLines.indexOf(line)] as FlinkLineFacts;
}

/** Whether `line` is `other` or newer; numbers are compared, so 1.20 is above 1.9. */
export function lineAtLeast(line: FlinkLine, other: FlinkLine): boolean {
  return flinkLines.indexOf(line) >= flinkLines.indexOf(other);
}

/** What an image tag says about Flink. `release` is the full version where the tag has one. */
export type FlinkTag =
  | { readonly kind: "line"; readonly line: FlinkLine; readonly release: string | null }
  | { readonly kind: "unsupported"; readonly version: string };

/**
 * Reads a tag that starts with a plain `x.y` (`1.20`, `1.17.1-proc-dsl`, `2.2.1-java21`).
 * Null: the tag names no Flink version (`latest`, `v3`, `2024.05`).
 */
export function flinkLineFromTag(tag: string): FlinkTag | null {
  const match = /^([12]\.\d{1,2})(\.\d{1,2})?(?![\d.])/u.exec(tag);
  const version = match?.[1];
  if (match === null || version === undefined) return null;
  if (!isFlinkLine(version)) return { kind: "unsupported", version };
  return { kind: "line", line: version, release: match[2] === undefined ? null : match[0] };
}

/**
 * The jar below `/opt/flink/opt` of the official image that `ENABLE_BUILT_IN_PLUGINS` must name.
 * `release`: the patch release of the image; null takes the newest one known.
 */
export function s3PluginJar(line: FlinkLine, release: string | null): string {
  return `flink-s3-fs-hadoop-${release ?? flinkLineFacts(line).imageRelease}.jar`;
}
