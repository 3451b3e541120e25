// Every YAML file that is emitted: of every example and input, in every flavor, for the default line of
// Flink and for one whose configuration is YAML; and of a text full of traps.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import { generators } from "../../../generators/index.js";
import type { Context, RenderedFile } from "../harness.js";
import { inputsIn, render, type Input, type RenderRequest } from "../render.js";
import { trapsText } from "./traps.js";

/** One file, or a file in a ConfigMap. */
export interface YamlFile {
  /** `card-processing/production/k8s/role.yaml`. */
  readonly name: string;
  readonly text: string;
}

/** Each text of a generator once: flavors share most of them. */
export async function yamlFiles({ root, scratch }: Context): Promise<readonly YamlFile[]> {
  const traps: Input = { name: "traps", path: join(scratch, "traps.infra") };
  writeFileSync(traps.path, trapsText);
  const found = new Map<string, YamlFile>();
  for (const input of [...inputsIn(root), traps]) {
    for (const request of requests) {
      const output = await render(input, request);
      for (const file of output?.files ?? []) {
        const flavor = request.flavor === undefined ? "" : ` (${request.flavor})`;
        for (const yaml of yamlIn(file, `${input.name}/${file.path}${flavor}`)) {
          const key = `${request.generator}\n${yaml.text}`;
          if (!found.has(key)) found.set(key, yaml);
        }
      }
    }
  }
  return [...found.values()];
}

const requests: readonly RenderRequest[] = [
  ...generators.flatMap(({ id, flavors }): RenderRequest[] =>
    flavors.length === 0
      ? [{ generator: id }]
      : flavors.map((flavor) => ({ generator: id, flavor })),
  ),
  ...["flink-conf", "k8s", "yarn", "standalone", "compose"].map((generator) => {
    return { generator, flinkVersion: "2.2" };
  }),
];

/** Configurations of Flink 1 are lines of keys and values, although the file ends in `.yaml`. */
const noYaml = /(?:^|\/)flink-conf\.yaml$/u;

function yamlIn({ path, text }: RenderedFile, name: string): readonly YamlFile[] {
  if (!/\.ya?ml$/u.test(path) || noYaml.test(path)) return [];
  const inside = parseAllDocuments(text).flatMap((document) => {
    const object = document.toJS() as ConfigMap | null;
    const data = object?.kind === "ConfigMap" ? Object.entries(object.data ?? {}) : [];
    return data
      .filter(([key]) => /\.ya?ml$/u.test(key) && !noYaml.test(key))
      .map(([key, value]): YamlFile => ({ name: `${name}, ${key}`, text: value }));
  });
  return [{ name, text }, ...inside];
}

interface ConfigMap {
  readonly kind?: string;
  readonly data?: Readonly<Record<string, string>>;
}
