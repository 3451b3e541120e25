// Lays the files of a chain upon each other, section by section: effective type, synonyms, merge
// (architecture decision 3). Groups, regions and variables come after.
import type { Report } from "../diagnostics/diagnostic.js";
import { diagnose } from "../diagnostics/catalogue/index.js";
import { keySpan, nodeSpan, type Entry, type InfraNode, type MapNode } from "../document/node.js";
import { propertiesOf } from "../language/block-properties.js";
import type { Block, Section } from "../language/property.js";
import { sections as sectionTable } from "../language/table.js";
import { nearestName } from "../language/nearest-name.js";
import { ownEntry } from "../language/own-entry.js";
import { discriminatorOf } from "./blocks.js";
import type { Chain } from "./chain.js";
import { isNull, mergeEntries, replaceEntry, withEntries, withValue } from "./merge.js";
import { reportNearMisses, reportNearNames } from "./near-misses.js";
import { rewriteSynonyms } from "./synonyms.js";

/** Keys that stand before the sections. */
const headKeys = ["version", "environment", "description", "extends"] as const;

interface Merging {
  readonly regionNames: readonly string[];
  readonly report: Report;
}

/** The sections of `chain`, merged base first. */
export function mergeSections(chain: Chain, report: Report): Map<string, MapNode> {
  reportUnknownKeys(chain, report);
  const result = new Map<string, MapNode>();
  const merging: Merging = { regionNames: regionNames(chain), report };
  for (const [name, section] of Object.entries(sectionTable)) {
    const nodes = sectionNodes(chain, name, section, report);
    if (nodes.length === 0) continue;
    const merged = mergeSection(name, section, nodes, merging);
    if (merged !== null) result.set(name, merged);
  }
  return result;
}

function reportUnknownKeys(chain: Chain, report: Report): void {
  const known = [...headKeys, ...Object.keys(sectionTable)];
  for (const { root } of chain.documents) {
    for (const [key, entry] of root.entries) {
      if (known.includes(key)) continue;
      const near = nearestName(key, known);
      report(
        diagnose(
          "E704",
          keySpan(entry),
          { key, where: "the file" },
          {
            help:
              near === null
                ? `The top-level keys are: ${known.join(", ")}.`
                : `Did you mean "${near}"?`,
          },
        ),
      );
    }
  }
}

/** The section in each file, base first. A `null` drops what was inherited. */
function sectionNodes(chain: Chain, name: string, section: Section, report: Report): MapNode[] {
  let nodes: MapNode[] = [];
  for (const { root } of chain.documents) {
    const entry = root.entries.get(name);
    if (entry === undefined) continue;
    if (isNull(entry.value) && nodes.length > 0) nodes = [];
    else if (section.kind === "list") {
      // A list replaces the inherited one whole; it is carried as a map of one entry.
      nodes = [withEntries(root, new Map([[name, entry]]))];
    } else if (entry.value.kind === "map") nodes.push(entry.value);
    else reportNotAMap(name, entry, report);
  }
  return nodes;
}

function reportNotAMap(name: string, entry: Entry, report: Report): void {
  report(
    diagnose(
      "E703",
      valueOrKeySpan(entry),
      { property: name, problem: "it must be a mapping" },
      {
        help: `Write the entries of "${name}" below it, indented, or remove the key.`,
      },
    ),
  );
}

/** The value's place; the key's where nothing was written after the colon. */
export function valueOrKeySpan(entry: Entry): { file: Entry["file"]; start: number; end: number } {
  return entry.value.start === entry.value.end ? keySpan(entry) : nodeSpan(entry.value);
}

/** Region names that any file declares; overlays are keyed by them. */
function regionNames(chain: Chain): readonly string[] {
  const names = new Set<string>();
  for (const { root } of chain.documents) {
    const regions = root.entries.get("regions")?.value;
    if (regions?.kind !== "map") continue;
    for (const { value } of regions.entries.values()) {
      const name = value.kind === "map" ? value.entries.get("name")?.value : undefined;
      if (name?.kind === "scalar" && typeof name.value === "string") names.add(name.value);
    }
  }
  return [...names];
}

function mergeSection(
  name: string,
  section: Section,
  nodes: readonly MapNode[],
  merging: Merging,
): MapNode | null {
  switch (section.kind) {
    case "list":
      return nodes.at(-1) ?? null;
    case "single":
      return mergeSingle(name, section.block, nodes, merging);
    case "named":
      reportNearNames(nodes, section.block, merging.report);
      return mergeNamed(nodes, () => section.block, merging);
    case "fixed":
      return mergeNamed(nodes, (key) => blockOrNull(ownEntry(section.blocks, key)), merging);
    case "named-with-reserved":
      return mergeReserved(section, nodes, merging);
  }
}

function blockOrNull(held: Block | { readonly kind: "list" } | undefined): Block | null {
  return held !== undefined && "common" in held ? held : null;
}

function mergeSingle(
  name: string,
  block: Block,
  nodes: readonly MapNode[],
  merging: Merging,
): MapNode | null {
  const wrapped = nodes.map((node): MapNode => {
    const entry: Entry = {
      key: name,
      value: node,
      file: node.file,
      keyStart: node.start,
      keyEnd: node.start,
      writtenAs: null,
      replaced: null,
    };
    return withEntries(node, new Map([[name, entry]]));
  });
  const merged = mergeNamed(wrapped, () => block, merging).entries.get(name)?.value;
  return merged?.kind === "map" ? merged : null;
}

function mergeReserved(
  section: Section & { kind: "named-with-reserved" },
  nodes: readonly MapNode[],
  merging: Merging,
): MapNode {
  reportNearNames(nodes, section.block, merging.report);
  const lookup = (key: string): Block | null => {
    const reserved = ownEntry(section.reserved, key);
    if (reserved === undefined) return section.block;
    return "each" in reserved ? null : reserved;
  };
  // `_groups` and `_quotas` hold blocks of their own: they are merged as sections of their own.
  const inner = new Map<string, MapNode>();
  for (const [key, reserved] of Object.entries(section.reserved)) {
    if (!("each" in reserved)) continue;
    const held = nodes.flatMap((node) => {
      const value = node.entries.get(key)?.value;
      return value?.kind === "map" ? [value] : [];
    });
    if (held.length > 0)
      inner.set(
        key,
        mergeNamed(held, () => reserved.each, merging),
      );
  }
  const merged = mergeNamed(nodes, lookup, merging, fallbackTypeOf(inner, nodes));
  const entries = new Map(merged.entries);
  for (const [key, node] of inner) {
    const entry = entries.get(key);
    if (entry !== undefined) entries.set(key, withValue(entry, node));
  }
  return withEntries(merged, entries);
}

/** The provider that a secret takes from its group, else from `_config.default_provider`. */
function fallbackTypeOf(
  inner: ReadonlyMap<string, MapNode>,
  nodes: readonly MapNode[],
): (node: MapNode) => string | null {
  const groups = inner.get("_groups");
  let fallback: string | null = null;
  for (const node of nodes) {
    const config = node.entries.get("_config")?.value;
    fallback = textAt(config, "default_provider") ?? fallback;
  }
  return (node) => {
    const group = textAt(node, "_group");
    const members = group === null ? undefined : groups?.entries.get(group)?.value;
    return textAt(members, "provider") ?? fallback;
  };
}

/** The text of a scalar below `node`, or null. */
export function textAt(node: InfraNode | undefined, key: string): string | null {
  const value = node?.kind === "map" ? node.entries.get(key)?.value : undefined;
  return value?.kind === "scalar" && typeof value.value === "string" ? value.value : null;
}

type BlockOf = (key: string) => Block | null;

function mergeNamed(
  nodes: readonly MapNode[],
  blockOf: BlockOf,
  merging: Merging,
  fallbackType: (node: MapNode) => string | null = () => null,
): MapNode {
  const merged = new Map<string, Entry>();
  nodes.forEach((node, index) => {
    for (const [key, entry] of node.entries) {
      const inherited = merged.get(key);
      if (inherited !== undefined && isNull(entry.value)) {
        merged.delete(key);
        continue;
      }
      const block = blockOf(key);
      if (block === null || entry.value.kind !== "map") {
        merged.set(key, inherited === undefined ? entry : mergeEntries(inherited, entry));
        continue;
      }
      const written = withoutEarlyVariables(entry.value, block, merging.report);
      const own = discriminatorOf(written, block);
      const before =
        inherited?.value.kind === "map" ? discriminatorOf(inherited.value, block) : null;
      const type = own ?? before ?? laterType(nodes, index, key, block) ?? fallbackType(written);
      const value = rewriteBlock(written, block, type, merging);
      const typeChanged = own !== null && before !== null && own !== before;
      if (inherited?.value.kind === "map" && !typeChanged) {
        reportNearMisses(inherited.value, value, propertiesOf(block, type), merging.report);
      }
      merged.set(key, layUpon(inherited, withValue(entry, value), typeChanged));
    }
  });
  const last = nodes.at(-1);
  if (last === undefined) throw new Error("a merged section comes from at least one file");
  return withEntries(last, merged);
}

function layUpon(inherited: Entry | undefined, next: Entry, typeChanged: boolean): Entry {
  if (inherited === undefined) return next;
  return typeChanged ? replaceEntry(inherited, next) : mergeEntries(inherited, next);
}

/** The type that a file further down the chain gives; a base may leave it to its children. */
function laterType(
  nodes: readonly MapNode[],
  index: number,
  key: string,
  block: Block,
): string | null {
  for (const node of nodes.slice(index + 1)) {
    const value = node.entries.get(key)?.value;
    const type = value?.kind === "map" ? discriminatorOf(value, block) : null;
    if (type !== null) return type;
  }
  return null;
}

/** `node` with switches that hold a variable poisoned: they are needed before variables are known. */
function withoutEarlyVariables(node: MapNode, block: Block, report: Report): MapNode {
  let entries: Map<string, Entry> | null = null;
  for (const key of [block.discriminator ?? "", "_group", "regional", "multi_region"]) {
    const entry = node.entries.get(key);
    const value = entry?.value;
    if (entry === undefined || value?.kind !== "scalar") continue;
    if (typeof value.value !== "string" || !value.value.includes("${")) continue;
    const help = "Write the value itself.";
    report(diagnose("E709", nodeSpan(value), { property: key }, { help }));
    const { file, start, end } = value;
    entries ??= new Map(node.entries);
    entries.set(key, withValue(entry, { kind: "poisoned", file, start, end }));
  }
  return entries === null ? node : withEntries(node, entries);
}

function rewriteBlock(node: MapNode, block: Block, type: string | null, merging: Merging): MapNode {
  const rewritten = rewriteSynonyms(node, block.synonyms, type, merging.report);
  if (block.regionalSwitch === null) return rewritten;
  let changed: Map<string, Entry> | null = null;
  for (const region of merging.regionNames) {
    const overlay = rewritten.entries.get(region);
    if (overlay?.value.kind !== "map") continue;
    const value = rewriteSynonyms(overlay.value, block.synonyms, type, merging.report);
    if (value === overlay.value) continue;
    changed ??= new Map(rewritten.entries);
    changed.set(region, withValue(overlay, value));
  }
  return changed === null ? rewritten : withEntries(rewritten, changed);
}
