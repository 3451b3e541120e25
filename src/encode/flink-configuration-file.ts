// One Flink configuration file as text: groups with a heading, sorted inside, comments where a value
// is not obvious. Which options stand in it is decided elsewhere.
import type { ConfigurationEntry } from "../targets/flink/configuration/configuration.js";
import type { FlinkFileFormat } from "../targets/flink/lines.js";
import { optionGroups } from "../targets/flink/option-groups.js";
import { encodeFlinkComment, encodeFlinkEntry } from "./flink-configuration.js";
import { leaf, type OriginLeaf } from "./leaf.js";

/** What a file is made from. */
export interface FlinkConfigurationFile {
  readonly format: FlinkFileFormat;
  /** Comment lines at the top. */
  readonly header: readonly string[];
  readonly entries: readonly ConfigurationEntry[];
}

/** Text with the origins of its lines (0-based). */
export interface FlinkConfigurationText {
  readonly text: string;
  readonly origins: ReadonlyMap<number, OriginLeaf>;
}

/** The file; what its format cannot hold is not among the entries (E910). */
export function encodeFlinkConfiguration(file: FlinkConfigurationFile): FlinkConfigurationText {
  const lines = file.header.map(encodeFlinkComment);
  const origins = new Map<number, OriginLeaf>();
  for (const { heading, members } of optionGroups(file.entries)) {
    lines.push("", encodeFlinkComment(heading));
    for (const entry of members) {
      if (entry.comment !== null) lines.push(encodeFlinkComment(entry.comment));
      if (entry.origins.length > 0) origins.set(lines.length, leaf(entry.value, entry.origins));
      lines.push(encodeFlinkEntry(file.format, entry.key, entry.value));
    }
  }
  return { text: `${lines.join("\n")}\n`, origins };
}
