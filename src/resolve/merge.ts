// Merges two located trees: maps deep, scalars and lists replaced, `null` unsets (specification 5.2,
// vocabulary 0.8). Shares every node that does not change; never copies a subtree.
import type { Entry, InfraNode, MapNode } from "../document/node.js";

/** True for a written `null`, which unsets what was inherited. */
export function isNull(node: InfraNode): boolean {
  return node.kind === "scalar" && node.value === null && node.plain;
}

/** A map with other entries, at the place of `node`. */
export function withEntries(node: MapNode, entries: ReadonlyMap<string, Entry>): MapNode {
  return { kind: "map", file: node.file, start: node.start, end: node.end, entries };
}

/** A map of one's own with the same entries. */
export function copyOf(entries: ReadonlyMap<string, Entry>): Map<string, Entry> {
  // An iterator allocates a pair for each entry, which shows in files of a hundred thousand lines.
  const copy = new Map<string, Entry>();
  entries.forEach((entry, key) => copy.set(key, entry));
  return copy;
}

/** `node` with what `change` makes of each entry; `node` itself where that is the same entry. */
export function mapEntries(node: MapNode, change: (entry: Entry, key: string) => Entry): MapNode {
  const changed: { entries: Map<string, Entry> | null } = { entries: null };
  node.entries.forEach((entry, key) => {
    const next = change(entry, key);
    if (next === entry) return;
    changed.entries ??= copyOf(node.entries);
    changed.entries.set(key, next);
  });
  return changed.entries === null ? node : withEntries(node, changed.entries);
}

/** `entry` holding another value. */
export function withValue(entry: Entry, value: InfraNode): Entry {
  return entry.value === value ? entry : { ...entry, value };
}

/**
 * `over` laid upon `base`. Keys keep the order of `base`, new ones follow. The result stands at the
 * place of `over`. A `null` removes the inherited key; one that finds nothing to remove stays, and
 * the schema refuses it: a forgotten value must not pass for an intended one.
 */
export function mergeMaps(base: MapNode, over: MapNode): MapNode {
  if (over.entries.size === 0) return base;
  if (base.entries.size === 0) return over;
  const entries = copyOf(base.entries);
  over.entries.forEach((entry, key) => {
    const inherited = entries.get(key);
    if (inherited === undefined) entries.set(key, entry);
    else if (isNull(entry.value)) entries.delete(key);
    else entries.set(key, mergeEntries(inherited, entry));
  });
  return withEntries(over, entries);
}

/** The child's entry with the inherited one merged below it and remembered as replaced. */
export function mergeEntries(inherited: Entry, entry: Entry): Entry {
  const merged =
    inherited.value.kind === "map" && entry.value.kind === "map"
      ? mergeMaps(inherited.value, entry.value)
      : entry.value;
  return { ...entry, value: merged, replaced: inherited };
}

/** The child's entry in place of the inherited one, nothing merged: a changed type. */
export function replaceEntry(inherited: Entry, entry: Entry): Entry {
  return { ...entry, replaced: inherited };
}
