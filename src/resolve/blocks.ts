// Enumerates the blocks of the resolved sections in a fixed order, and rebuilds sections from
// changed blocks. The one place that knows how each kind of section is laid out.
import type { Entry, MapNode } from "../document/node.js";
import { propertiesOf } from "../language/block-properties.js";
import { ownEntry } from "../language/own-entry.js";
import type { Block, ListType, Properties, Section } from "../language/property.js";
import { sections as sectionTable } from "../language/table.js";
import { mapEntries, withEntries, withValue } from "./merge.js";

/** Merged sections by top-level key. */
export type SectionMaps = ReadonlyMap<string, MapNode>;

/** One mapping that a file defines: a stream, a process, the deployment. */
export interface BlockInstance {
  readonly section: string;
  /** The name people chose, the reserved key, or the section itself for a single block. */
  readonly name: string;
  readonly noun: string;
  /** Null for a list that stands where a block could (`monitoring.alerts`). */
  readonly block: Block | null;
  readonly variant: string | null;
  readonly properties: Properties;
  readonly node: MapNode;
  readonly entry: Entry;
  /** Where it stands, from the top: `["resources", "_groups", "batch"]`. */
  readonly path: readonly string[];
  /** A group or the defaults: nothing is required of it by itself. */
  readonly partial: boolean;
}

/** The path that the keys of the block's node stand below; a list is a key of its own node. */
export function pathOfKeys({ block, path }: BlockInstance): readonly string[] {
  return block === null ? path.slice(0, -1) : path;
}

const listProperties = new WeakMap<ListType["items"], Properties>();

/** A list section as a block with one property, so that one walk serves all. */
function propertiesOfList(key: string, type: ListType, summary: string): Properties {
  let properties = listProperties.get(type.items);
  if (properties === undefined) {
    properties = { [key]: { type, summary, source: "" } };
    listProperties.set(type.items, properties);
  }
  return properties;
}

/** The value of the discriminator, when it is plain text. */
export function discriminatorOf(node: MapNode, block: Block): string | null {
  if (block.discriminator === null) return null;
  const value = node.entries.get(block.discriminator)?.value;
  return value?.kind === "scalar" && typeof value.value === "string" ? value.value : null;
}

/** The block that a key of `section` holds, or null when the key is unknown there. */
function blockAt(
  section: Section,
  key: string,
): { block: Block; each: boolean; partial: boolean } | null {
  switch (section.kind) {
    case "named":
      return key.startsWith("_") ? null : { block: section.block, each: false, partial: false };
    case "named-with-reserved": {
      const reserved = ownEntry(section.reserved, key);
      if (reserved === undefined) {
        return key.startsWith("_") ? null : { block: section.block, each: false, partial: false };
      }
      const partial = key === "_defaults" || key === "_groups";
      return "each" in reserved
        ? { block: reserved.each, each: true, partial }
        : { block: reserved, each: false, partial };
    }
    case "fixed": {
      const held = ownEntry(section.blocks, key);
      return held === undefined || !("common" in held)
        ? null
        : { block: held, each: false, partial: false };
    }
    default:
      return null;
  }
}

type Transform = (instance: BlockInstance) => MapNode;

/** `sections` with every block passed through `transform`; maps without a change are shared. */
export function mapBlocks(sections: SectionMaps, transform: Transform): Map<string, MapNode> {
  const result = new Map<string, MapNode>();
  for (const [name, node] of sections) {
    const section = ownEntry(sectionTable, name);
    result.set(name, section === undefined ? node : mapSection(name, section, node, transform));
  }
  return result;
}

function mapSection(name: string, section: Section, node: MapNode, transform: Transform): MapNode {
  if (section.kind === "single") {
    const entry: Entry = {
      key: name,
      value: node,
      file: node.file,
      keyStart: node.start,
      keyEnd: node.start,
      writtenAs: null,
      replaced: null,
    };
    return transform(instanceOf([name], name, section.block, entry, node, false));
  }
  if (section.kind === "list") {
    return transform(
      listInstance([name], name, { kind: "list", items: section.items }, node, section.summary),
    );
  }
  return mapEntries(node, (entry, key) => {
    const list = section.kind === "fixed" ? ownEntry(section.blocks, key) : undefined;
    if (list !== undefined && "kind" in list) {
      const single = withEntries(node, new Map([[key, entry]]));
      const changed = transform(listInstance([name, key], key, list, single, `${name}.${key}`));
      return withValue(entry, changed.entries.get(key)?.value ?? entry.value);
    }
    const held = blockAt(section, key);
    if (held === null || entry.value.kind !== "map") return entry;
    if (!held.each) {
      const instance = instanceOf([name, key], key, held.block, entry, entry.value, held.partial);
      return withValue(entry, transform(instance));
    }
    const inner = mapEntries(entry.value, (innerEntry, innerKey) =>
      innerEntry.value.kind === "map"
        ? withValue(
            innerEntry,
            transform(
              instanceOf(
                [name, key, innerKey],
                innerKey,
                held.block,
                innerEntry,
                innerEntry.value,
                held.partial,
              ),
            ),
          )
        : innerEntry,
    );
    return withValue(entry, inner);
  });
}

function instanceOf(
  path: readonly string[],
  name: string,
  block: Block,
  entry: Entry,
  node: MapNode,
  partial: boolean,
): BlockInstance {
  const variant = discriminatorOf(node, block);
  return {
    section: path[0] ?? "",
    name,
    noun: block.noun,
    block,
    variant,
    properties: propertiesOf(block, variant),
    node,
    entry,
    path,
    partial,
  };
}

function listInstance(
  path: readonly string[],
  key: string,
  type: ListType,
  node: MapNode,
  summary: string,
): BlockInstance {
  const entry = node.entries.get(key);
  return {
    section: path[0] ?? "",
    name: key,
    noun: path.join("."),
    block: null,
    variant: null,
    properties: propertiesOfList(key, type, summary),
    node,
    entry: entry ?? {
      key,
      value: node,
      file: node.file,
      keyStart: node.start,
      keyEnd: node.end,
      writtenAs: null,
      replaced: null,
    },
    path,
    partial: false,
  };
}
