// Rewrites second spellings of a property to the canonical path, one file at a time (vocabulary 3.1).
// Runs before merging, so that a base and an overlay may spell the same property differently.
import type { Report } from "../diagnostics/diagnostic.js";
import { diagnose } from "../diagnostics/catalogue/index.js";
import { keySpan, valueAt, type Entry, type InfraNode, type MapNode } from "../document/node.js";
import type { Synonym } from "../language/property.js";
import { copyOf, withEntries } from "./merge.js";

const emptyEntries: ReadonlyMap<string, Entry> = new Map();

/** `block` with every applicable synonym moved to its canonical path. */
export function rewriteSynonyms(
  block: MapNode,
  synonyms: readonly Synonym[],
  type: string | null,
  report: Report,
): MapNode {
  let result = block;
  for (const synonym of synonyms) {
    if (synonym.types !== undefined && (type === null || !synonym.types.includes(type))) continue;
    const path = synonym.spelled.split(".");
    const first = path[0] ?? "";
    if (!result.entries.has(first)) continue;
    const entry = entryAt(result, path);
    if (entry === undefined || !hasShape(entry.value, synonym.shape)) continue;
    result = moveEntry(result, entry, synonym, report);
  }
  return result;
}

function hasShape(node: InfraNode, shape: Synonym["shape"]): boolean {
  if (shape === undefined) return true;
  if (shape === "scalar") return node.kind !== "map" && node.kind !== "list";
  return node.kind === shape;
}

function entryAt(block: MapNode, path: readonly string[]): Entry | undefined {
  let node: InfraNode = block;
  let entry: Entry | undefined;
  for (const key of path) {
    entry = node.kind === "map" ? node.entries.get(key) : undefined;
    if (entry === undefined) return undefined;
    node = entry.value;
  }
  return entry;
}

function moveEntry(block: MapNode, entry: Entry, synonym: Synonym, report: Report): MapNode {
  const without = removeAt(block, synonym.spelled.split("."));
  let result = without;
  for (const { path, value } of canonicalValues(entry, synonym)) {
    const present = entryAt(without, path);
    if (present === undefined) {
      result = insertAt(result, path, { ...entry, value, writtenAs: synonym.spelled });
    } else if (synonym.bothSet === "error" || !sameValue(present.value, value)) {
      report(
        diagnose(
          "E705",
          keySpan(entry),
          { spelled: synonym.spelled, canonical: path.join(".") },
          {
            related: [{ span: keySpan(present), message: `"${path.join(".")}" is set here` }],
            help: `Keep "${path.join(".")}" and remove "${synonym.spelled}".`,
          },
        ),
      );
    }
  }
  return result;
}

interface CanonicalValue {
  readonly path: readonly string[];
  readonly value: InfraNode;
}

function canonicalValues(entry: Entry, synonym: Synonym): readonly CanonicalValue[] {
  const path = synonym.canonical.split(".");
  const { value } = entry;
  switch (synonym.as ?? "value") {
    case "value":
      return [{ path, value }];
    case "list":
      return [{ path, value: listOf([value], entry) }];
    case "slot-sharing-groups":
      return [{ path, value: listOf([slotSharingGroup(entry)], entry) }];
    case "default-on-missing":
      return [
        { path: ["on_missing", "action"], value: textNode("default", entry) },
        { path: ["on_missing", "default_value"], value },
      ];
    case "host-and-port":
      return hostAndPort(entry, path);
  }
}

function listOf(items: readonly InfraNode[], entry: Entry): InfraNode {
  return {
    kind: "list",
    file: entry.value.file,
    start: entry.value.start,
    end: entry.value.end,
    items,
  };
}

function textNode(value: string, entry: Entry): InfraNode {
  const { file, start, end } = entry.value;
  return { kind: "scalar", file, start, end, value, plain: false, substituted: null };
}

function mapOf(values: Readonly<Record<string, InfraNode>>, entry: Entry): MapNode {
  const { file, start, end } = entry.value;
  const entries = new Map<string, Entry>();
  for (const [key, value] of Object.entries(values)) entries.set(key, { ...entry, key, value });
  return { kind: "map", file, start, end, entries };
}

/** One group for the whole process: every operator is a member (vocabulary 3.1). */
function slotSharingGroup(entry: Entry): InfraNode {
  return mapOf({ name: entry.value, operators: listOf([textNode("*", entry)], entry) }, entry);
}

/** `host:port` names the REST port of a standalone coordinator (vocabulary decision 42). */
function hostAndPort(entry: Entry, path: readonly string[]): readonly CanonicalValue[] {
  const { value } = entry;
  const text = value.kind === "scalar" && typeof value.value === "string" ? value.value : "";
  const colon = text.lastIndexOf(":");
  if (colon <= 0) return [{ path: [...path, "host"], value }];
  return [
    { path: [...path, "host"], value: textNode(text.slice(0, colon), entry) },
    { path: [...path, "web_port"], value: portNode(text.slice(colon + 1), entry) },
  ];
}

function portNode(text: string, entry: Entry): InfraNode {
  const { file, start, end } = entry.value;
  const value = /^[0-9]{1,5}$/u.test(text) ? Number(text) : text;
  return { kind: "scalar", file, start, end, value, plain: false, substituted: null };
}

function removeAt(block: MapNode, path: readonly string[]): MapNode {
  const [first = "", ...rest] = path;
  const entry = block.entries.get(first);
  if (entry === undefined) return block;
  const entries = copyOf(block.entries);
  if (rest.length === 0 || entry.value.kind !== "map") {
    entries.delete(first);
    return withEntries(block, entries);
  }
  const inner = removeAt(entry.value, rest);
  // A map that only held the second spelling disappears with it.
  if (inner.entries.size === 0) entries.delete(first);
  else entries.set(first, { ...entry, value: inner });
  return withEntries(block, entries);
}

function insertAt(block: MapNode, path: readonly string[], entry: Entry): MapNode {
  const [first = "", ...rest] = path;
  const entries = copyOf(block.entries);
  if (rest.length === 0) {
    entries.set(first, { ...entry, key: first });
    return withEntries(block, entries);
  }
  const present = block.entries.get(first);
  const holder =
    present?.value.kind === "map" ? present.value : { ...mapOf({}, entry), entries: emptyEntries };
  const inner = insertAt(holder, rest, entry);
  entries.set(
    first,
    present === undefined ? { ...entry, key: first, value: inner } : { ...present, value: inner },
  );
  return withEntries(block, entries);
}

function sameValue(one: InfraNode, other: InfraNode): boolean {
  if (one.kind === "scalar" && other.kind === "scalar")
    return String(one.value) === String(other.value);
  if (one.kind === "list" && other.kind === "list") {
    return (
      one.items.length === other.items.length &&
      one.items.every((item, index) => {
        const counterpart = other.items[index];
        return counterpart !== undefined && sameValue(item, counterpart);
      })
    );
  }
  if (one.kind === "map" && other.kind === "map") {
    return (
      one.entries.size === other.entries.size &&
      [...one.entries].every(([key, entry]) => {
        const counterpart = valueAt(other, key);
        return counterpart !== undefined && sameValue(entry.value, counterpart);
      })
    );
  }
  return false;
}
