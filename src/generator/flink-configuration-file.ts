// The Flink configuration file of a process as a planned file, alike for every target that reads one.
import { encodeFlinkConfiguration } from "../encode/flink-configuration-file.js";
import type { InfraModel, Process } from "../model/infra-model.js";
import type { ConfigurationEntry } from "../targets/flink/configuration/configuration.js";
import type { FlinkLineFacts } from "../targets/flink/lines.js";
import type { PlannedFile } from "./contract.js";

/** What one file is made from. */
export interface ConfigurationFileRequest {
  readonly model: InfraModel;
  readonly process: Process;
  readonly facts: FlinkLineFacts;
  readonly entries: readonly ConfigurationEntry[];
  /** Folder of the file, below the generator's. */
  readonly folder: string;
  /** Whose configuration it is, where it is not that of the process alone. */
  readonly subject?: string;
}

/** `<folder>/flink-conf.yaml`, or `config.yaml` where the line reads that one. */
export function configurationFile(request: ConfigurationFileRequest): PlannedFile {
  const { model, process, facts, entries, folder, subject } = request;
  const region = model.region === null ? "" : `, region ${model.region.regionName}`;
  const header = [
    `Configuration of ${subject ?? `the process ${process.name}`}, environment ${model.environment}${region}.`,
    `For Flink ${facts.line}; it replaces the ${facts.configurationFile} that Flink ships.`,
  ];
  return {
    path: `${folder}/${facts.configurationFile}`,
    language: facts.format === "legacy" ? "flink-conf" : "yaml",
    process: subject === undefined ? process.name : null,
    body: { kind: "text", ...encodeFlinkConfiguration({ format: facts.format, header, entries }) },
  };
}
