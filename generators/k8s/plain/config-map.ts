// The ConfigMap with the configuration file that the Flink line reads. Its name carries a hash of the
// content, so that a change of it replaces the pods.
import { createHash } from "node:crypto";
import { encodeFlinkEntry } from "../../../src/encode/flink-configuration.js";
import type { PlannedFile, View } from "../../../src/generator/contract.js";
import { derived } from "../../../src/generator/view.js";
import type { Process } from "../../../src/model/infra-model.js";
import { flinkLineFacts, type FlinkLineFacts } from "../../../src/targets/flink/lines.js";
import {
  labelsOf,
  metadataView,
  processFolder,
  processName,
  yamlFile,
  type Context,
} from "../context.js";
import type { FlinkOptions } from "../flink-options.js";

/** The logging file beside the configuration; its text is in the template. */
const loggingFile = "log4j-console.properties";

export interface ConfigMap {
  readonly name: string;
  /** The keys that are mounted, which are file names. */
  readonly files: readonly string[];
  readonly file: PlannedFile;
}

export function configMapOf(context: Context, process: Process, options: FlinkOptions): ConfigMap {
  const facts = flinkLineFacts(context.line);
  const text = configurationText(facts, options);
  const name = `${processName(process)}-config-${createHash("sha256").update(text).digest("hex").slice(0, 10)}`;
  const view: View = {
    ...metadataView(context, name, labelsOf(context, process)),
    configuration: derived({ [facts.configurationFile]: text }),
  };
  return {
    name,
    files: [facts.configurationFile, loggingFile],
    file: yamlFile(
      { path: `${processFolder(process)}/config-map.yaml`, template: "config-map", process },
      view,
    ),
  };
}

/** Flat keys, which both file formats allow. */
function configurationText({ format }: FlinkLineFacts, options: FlinkOptions): string {
  return options
    .pairs()
    .map(([key, value]) => `${encodeFlinkEntry(format, key, value)}\n`)
    .join("");
}
