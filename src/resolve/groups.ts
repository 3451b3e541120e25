// Applies `_defaults` and `_groups` below the entries that build upon them (vocabulary 2.7, 0.8):
// defaults, then the group, then the entry itself. Shares the inherited nodes.
import type { Report } from "../diagnostics/diagnostic.js";
import { diagnose } from "../diagnostics/catalogue/index.js";
import { nodeSpan, type Entry, type MapNode } from "../document/node.js";
import { nearestName } from "../language/nearest-name.js";
import { sections as sectionTable } from "../language/table.js";
import { mergeMaps, withEntries, withValue } from "./merge.js";
import { textAt } from "./merge-sections.js";

const emptyEntries: ReadonlyMap<string, Entry> = new Map();

/** `sections` with every entry of `resources` and `secrets` completed from its group and defaults. */
export function applyGroups(sections: Map<string, MapNode>, report: Report): void {
  for (const [name, section] of Object.entries(sectionTable)) {
    const node = sections.get(name);
    if (section.kind !== "named-with-reserved" || node === undefined) continue;
    const fallbackProvider = textAt(node.entries.get("_config")?.value, "default_provider");
    sections.set(name, completeEntries(node, section.block.noun, fallbackProvider, report));
  }
}

function completeEntries(
  section: MapNode,
  noun: string,
  fallbackProvider: string | null,
  report: Report,
): MapNode {
  const defaults = mapAt(section, "_defaults");
  const groups = mapAt(section, "_groups");
  const entries = new Map(section.entries);
  for (const [name, entry] of section.entries) {
    if (name.startsWith("_") || entry.value.kind !== "map") continue;
    const group = groupOf(entry, noun, groups, report);
    const inherited = mergeMaps(defaults, group);
    let completed = mergeMaps(inherited, entry.value);
    if (fallbackProvider !== null && !completed.entries.has("provider")) {
      completed = withProvider(completed, section);
    }
    entries.set(name, withValue(entry, completed));
  }
  return withEntries(section, entries);
}

/** The map below `key`; an empty one where there is none. */
function mapAt(section: MapNode, key: string): MapNode {
  const value = section.entries.get(key)?.value;
  return value?.kind === "map" ? value : withEntries(section, emptyEntries);
}

function groupOf(entry: Entry, noun: string, groups: MapNode, report: Report): MapNode {
  const none = withEntries(groups, emptyEntries);
  const node = entry.value.kind === "map" ? entry.value.entries.get("_group")?.value : undefined;
  const group = textAt(entry.value, "_group");
  if (node === undefined || group === null) return none;
  const members = groups.entries.get(group)?.value;
  if (members?.kind === "map") return members;
  const known = [...groups.entries.keys()];
  const near = nearestName(group, known);
  report(
    diagnose(
      "E717",
      nodeSpan(node),
      { noun, name: entry.key, group },
      {
        help:
          near === null
            ? `Declare it below "_groups"${known.length === 0 ? "" : ` (declared: ${known.join(", ")})`}.`
            : `Did you mean "${near}"?`,
      },
    ),
  );
  return none;
}

/** `_config.default_provider` as if the entry had said it, with its own origin. */
function withProvider(secret: MapNode, section: MapNode): MapNode {
  const config = section.entries.get("_config")?.value;
  const source = config?.kind === "map" ? config.entries.get("default_provider") : undefined;
  if (source === undefined) return secret;
  const provider: Entry = { ...source, key: "provider", writtenAs: null };
  return withEntries(secret, new Map([["provider", provider], ...secret.entries]));
}
