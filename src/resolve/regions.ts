// The regions a file declares, and each one's view of the sections: overlays laid upon the common
// keys (vocabulary 2.11). Overlays leave the tree here, so that no later stage sees them.
import type { Report } from "../diagnostics/diagnostic.js";
import { diagnose } from "../diagnostics/catalogue/index.js";
import { keySpan, nodeSpan, type Entry, type MapNode } from "../document/node.js";
import type { Block } from "../language/property.js";
import { lookups as lookupSection } from "../language/sections/lookups.js";
import type { Span } from "../source/source-file.js";
import { mapBlocks, type SectionMaps } from "./blocks.js";
import { mergeMaps, withEntries, withValue } from "./merge.js";
import { textAt } from "./merge-sections.js";

/** One declared region. */
export interface DeclaredRegion {
  readonly alias: string;
  readonly name: string;
  readonly span: Span;
}

/** The regions of the merged `regions` section, in file order. */
export function declaredRegions(sections: SectionMaps): readonly DeclaredRegion[] {
  const regions: DeclaredRegion[] = [];
  for (const [alias, entry] of sections.get("regions")?.entries ?? []) {
    const name = textAt(entry.value, "name");
    if (name !== null) regions.push({ alias, name, span: keySpan(entry) });
  }
  return regions;
}

/** The sections as `region` sees them; null: no region is declared. */
export function regionView(
  sections: SectionMaps,
  regions: readonly DeclaredRegion[],
  region: DeclaredRegion | null,
  report: Report,
): Map<string, MapNode> {
  const names = regions.map(({ name }) => name);
  // Without regions there are no overlays; only lookups have settings common to all.
  if (names.length === 0) return withGlobalLookups(sections);
  return mapBlocks(sections, ({ node, block, path }) =>
    block === null || block.regionalSwitch === null
      ? node
      : overlaid(
          { node, block, names, region: region?.name ?? null, where: path.join(".") },
          report,
        ),
  );
}

function withGlobalLookups(sections: SectionMaps): Map<string, MapNode> {
  const lookups = sections.get("lookups");
  const view = new Map(sections);
  if (lookups === undefined || lookupSection.kind !== "named") return view;
  const { block } = lookupSection;
  const entries = new Map(lookups.entries);
  for (const [name, entry] of lookups.entries) {
    if (entry.value.kind !== "map") continue;
    entries.set(name, withValue(entry, withGlobal(entry.value, block)));
  }
  view.set("lookups", withEntries(lookups, entries));
  return view;
}

interface Overlay {
  readonly node: MapNode;
  readonly block: Block;
  readonly names: readonly string[];
  readonly region: string | null;
  readonly where: string;
}

function overlaid(overlay: Overlay, report: Report): MapNode {
  const { node, block, names, region, where } = overlay;
  const present = names.filter((name) => node.entries.has(name));
  const switchKey = block.regionalSwitch ?? "";
  const isRegional = isTrue(node, switchKey);
  if (isRegional && isTrue(node, "global")) reportBothScopes(node, switchKey, where, report);
  if (present.length === 0) return withGlobal(node, block);
  const entries = new Map(node.entries);
  for (const name of present) entries.delete(name);
  const common = withGlobal(withEntries(node, entries), block);
  const entry = region === null ? undefined : node.entries.get(region);
  if (!isRegional) {
    reportWithoutSwitch(node, present, switchKey, where, report);
    return common;
  }
  if (entry === undefined) return common;
  if (entry.value.kind !== "map") {
    report(
      diagnose(
        "E703",
        nodeSpan(entry.value),
        { property: `${where}.${entry.key}`, problem: "it must be a mapping" },
        {
          help: "Write the properties of this region below its name.",
        },
      ),
    );
    return common;
  }
  return mergeMaps(common, entry.value);
}

/** `global:` as a map holds settings common to all regions; they lie above the common keys. */
function withGlobal(node: MapNode, block: Block): MapNode {
  const entry = node.entries.get("global");
  // Elsewhere it is a switch, or unknown: the schema refuses the map.
  if (entry?.value.kind !== "map" || block.common["global"]?.type.kind !== "either") return node;
  const entries = new Map(node.entries);
  entries.delete("global");
  return mergeMaps(withEntries(node, entries), entry.value);
}

function isTrue(node: MapNode, key: string): boolean {
  const value = node.entries.get(key)?.value;
  return value?.kind === "scalar" && value.value === true;
}

function reportBothScopes(node: MapNode, switchKey: string, where: string, report: Report): void {
  const entry: Entry | undefined = node.entries.get("global");
  report(
    diagnose(
      "E703",
      entry === undefined ? nodeSpan(node) : keySpan(entry),
      {
        property: `${where}.global`,
        problem: `"${switchKey}: true" and "global: true" exclude each other`,
      },
      { help: "Keep one of them." },
    ),
  );
}

function reportWithoutSwitch(
  node: MapNode,
  present: readonly string[],
  switchKey: string,
  where: string,
  report: Report,
): void {
  for (const name of present) {
    const entry = node.entries.get(name);
    if (entry === undefined) continue;
    report(
      diagnose(
        "E718",
        keySpan(entry),
        { key: name, where, problem: `"${switchKey}" is not true` },
        {
          help: `Add "${switchKey}: true" beside it, or remove the overlay.`,
        },
      ),
    );
  }
}
