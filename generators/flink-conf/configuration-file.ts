// One configuration file as text: groups with a heading, sorted inside, comments where a value is not
// obvious. How keys and values are written is decided in src/encode.
import { encodeFlinkComment, encodeFlinkEntry } from "../../src/encode/flink-configuration.js";
import type { OriginLeaf } from "../../src/encode/leaf.js";
import type { PlannedFile } from "../../src/generator/contract.js";
import { derived } from "../../src/generator/view.js";
import type { InfraModel, Process } from "../../src/model/infra-model.js";
import type { ConfigurationEntry } from "../../src/targets/flink/configuration/configuration.js";
import type { FlinkLineFacts } from "../../src/targets/flink/lines.js";
import { optionGroups } from "./option-groups.js";

/** What one file is made from. */
export interface ConfigurationFileRequest {
  readonly model: InfraModel;
  readonly process: Process;
  readonly facts: FlinkLineFacts;
  readonly entries: readonly ConfigurationEntry[];
}

/** The file; what its format cannot hold is not among the entries (E910). */
export function configurationFile(request: ConfigurationFileRequest): PlannedFile {
  const { process, facts, entries } = request;
  const lines = header(request);
  const origins = new Map<number, OriginLeaf>();
  for (const { heading, members } of optionGroups(entries)) {
    lines.push("", encodeFlinkComment(heading));
    for (const entry of members) {
      if (entry.comment !== null) lines.push(encodeFlinkComment(entry.comment));
      const leaf = derived(
        entry.value,
        ...entry.origins.map(({ object, key }) => [object, key] as const),
      );
      if (entry.origins.length > 0) origins.set(lines.length, leaf);
      lines.push(encodeFlinkEntry(facts.format, entry.key, entry.value));
    }
  }
  return {
    path: `${process.name}/${facts.configurationFile}`,
    language: facts.format === "legacy" ? "flink-conf" : "yaml",
    process: process.name,
    body: { kind: "text", text: `${lines.join("\n")}\n`, origins },
  };
}

function header({ model, process, facts }: ConfigurationFileRequest): string[] {
  const region = model.region === null ? "" : `, region ${model.region.regionName}`;
  return [
    `Configuration of the process ${process.name}, environment ${model.environment}${region}.`,
    `For Flink ${facts.line}; it replaces the ${facts.configurationFile} that Flink ships.`,
  ].map(encodeFlinkComment);
}
