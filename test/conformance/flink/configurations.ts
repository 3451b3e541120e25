// The Flink configurations that nexgen emits for one line, wherever they stand: files of flink-conf,
// ConfigMaps of plain manifests, `flinkConfiguration` of the operator's resources.
import { parse, parseAllDocuments } from "yaml";
import type { FlinkLine } from "../../../src/targets/flink/lines.js";
import type { RenderedFile } from "../harness.js";
import { inputsIn, render, type RenderRequest } from "../render.js";
import { quantityBytes } from "../kubernetes/quantity.js";

/** One configuration as emitted. */
export interface EmittedConfiguration {
  /** `card-processing/production/flink-conf/fraud_detection/flink-conf.yaml`. */
  readonly name: string;
  /** The file that Flink reads; null: a map in a resource of the operator. */
  readonly file: { readonly name: string; readonly text: string } | null;
  readonly entries: ReadonlyMap<string, string>;
  /** Whether a cluster starts with it (a session job has no memory of its own). */
  readonly startsCluster: boolean;
}

/** Everything that the examples and our own inputs render for `line`. */
export async function emittedConfigurations(
  root: string,
  line: FlinkLine,
): Promise<readonly EmittedConfiguration[]> {
  const requests: readonly RenderRequest[] = [
    { generator: "flink-conf", flinkVersion: line },
    { generator: "k8s", flavor: "operator", flinkVersion: line },
    { generator: "k8s", flavor: "plain", flinkVersion: line },
  ];
  const found: EmittedConfiguration[] = [];
  for (const input of inputsIn(root)) {
    for (const request of requests) {
      const rendered = await render(input, request);
      for (const file of rendered?.files ?? []) {
        const flavor = request.flavor === undefined ? "" : ` (${request.flavor})`;
        found.push(...configurationsIn(file, `${input.name}/${file.path}${flavor}`));
      }
    }
  }
  return found;
}

const fileName = /(?:^|\/)(flink-conf\.yaml|config\.yaml)$/u;

/** Those of one file; `name` says where it stands. */
export function configurationsIn(file: RenderedFile, name: string): EmittedConfiguration[] {
  const own = fileName.exec(file.path)?.[1];
  if (own !== undefined) return [fromFile(name, own, file.text)];
  if (file.generator !== "k8s" || !file.path.endsWith(".yaml")) return [];
  return parseAllDocuments(file.text).flatMap((document) => fromObject(name, document.toJS()));
}

interface FlinkResource {
  readonly kind: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly spec?: {
    readonly flinkConfiguration?: Readonly<Record<string, string>>;
    readonly jobManager?: { readonly resource: { readonly memory: string } };
    readonly taskManager?: { readonly resource: { readonly memory: string } };
  };
}

function fromObject(name: string, { kind, data, spec }: FlinkResource): EmittedConfiguration[] {
  if (kind === "ConfigMap") {
    return Object.entries(data ?? {})
      .filter(([key]) => fileName.test(key))
      .map(([key, text]) => fromFile(name, key, text));
  }
  if (kind !== "FlinkDeployment" && kind !== "FlinkSessionJob") return [];
  const entries = new Map(Object.entries(spec?.flinkConfiguration ?? {}));
  // What the operator adds before it hands the map to Flink.
  for (const role of ["jobManager", "taskManager"] as const) {
    const memory = spec?.[role]?.resource.memory;
    if (memory === undefined) continue;
    entries.set(`${role.toLowerCase()}.memory.process.size`, `${String(quantityBytes(memory))}b`);
  }
  return [{ name, file: null, entries, startsCluster: kind === "FlinkDeployment" }];
}

function fromFile(name: string, file: string, text: string): EmittedConfiguration {
  return {
    name,
    file: { name: file, text },
    entries: configurationEntries(file, text),
    startsCluster: true,
  };
}

/** What a configuration file of that name says. */
export function configurationEntries(file: string, text: string): Map<string, string> {
  return file === "config.yaml" ? standardEntries(text) : legacyEntries(text);
}

/** YAML whose scalars are taken as they are written. */
function standardEntries(text: string): Map<string, string> {
  const map = parse(text, { schema: "failsafe" }) as Readonly<Record<string, string>>;
  return new Map(Object.entries(map));
}

/** One `key: value` a line, as a person reads it. */
function legacyEntries(text: string): Map<string, string> {
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    lines.map((line) => {
      const at = line.indexOf(": ");
      return [line.slice(0, at), line.slice(at + 2)];
    }),
  );
}
