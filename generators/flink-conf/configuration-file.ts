// One configuration file as text: groups with a heading, sorted inside, comments where a value is not
// obvious. How keys and values are written is decided in src/encode.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import type { Report } from "../../src/diagnostics/diagnostic.js";
import {
  encodeFlinkComment,
  encodeFlinkKey,
  encodeFlinkValue,
} from "../../src/encode/flink-configuration.js";
import type { OriginLeaf } from "../../src/encode/leaf.js";
import type { PlannedFile } from "../../src/generator/contract.js";
import { derived } from "../../src/generator/view.js";
import type { InfraModel, Process } from "../../src/model/infra-model.js";
import type { Origins } from "../../src/model/origins.js";
import type { ConfigurationEntry } from "../../src/targets/flink/configuration/configuration.js";
import type { FlinkLineFacts } from "../../src/targets/flink/lines.js";
import { optionGroups } from "./option-groups.js";

/** What one file is made from. */
export interface ConfigurationFileRequest {
  readonly model: InfraModel;
  readonly origins: Origins;
  readonly process: Process;
  readonly facts: FlinkLineFacts;
  readonly entries: readonly ConfigurationEntry[];
}

/** The file; E910 for an entry that its format cannot hold, which is then left out. */
export function configurationFile(request: ConfigurationFileRequest, report: Report): PlannedFile {
  const { process, facts, entries } = request;
  const lines = header(request);
  const origins = new Map<number, OriginLeaf>();
  for (const { heading, members } of optionGroups(entries)) {
    lines.push("", encodeFlinkComment(heading));
    for (const entry of members) {
      const written = writtenEntry(entry, request, report);
      if (written === null) continue;
      if (entry.comment !== null) lines.push(encodeFlinkComment(entry.comment));
      const leaf = derived(
        entry.value,
        ...entry.origins.map(({ object, key }) => [object, key] as const),
      );
      if (entry.origins.length > 0) origins.set(lines.length, leaf);
      lines.push(written);
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

function writtenEntry(
  { key, value, origins }: ConfigurationEntry,
  request: ConfigurationFileRequest,
  report: Report,
): string | null {
  const { facts, origins: places } = request;
  const name = encodeFlinkKey(key);
  const text = encodeFlinkValue(facts.format, value);
  if (name.text !== null && text.text !== null) return `${name.text}: ${text.text}`;
  const [origin] = origins;
  const span = origin === undefined ? null : places.span(origin.object, origin.key);
  const problem =
    name.text === null
      ? "has a key that is no option name"
      : `is refused (${text.problem ?? "unknown"})`;
  report(diagnose("E910", span, { option: key, file: facts.configurationFile, problem }));
  return null;
}
