// Warns where a later file seems to override an inherited key and misspells it: in maps whose keys
// people choose, such a key is legal, so nothing else would say that the override does nothing.
import { diagnose } from "../diagnostics/catalogue/index.js";
import type { Report } from "../diagnostics/diagnostic.js";
import { keySpan, type Entry, type MapNode } from "../document/node.js";
import { nearestName } from "../language/nearest-name.js";
import { ownEntry } from "../language/own-entry.js";
import type { Block, Properties, PropertyType } from "../language/property.js";
import { formOf } from "./walk-scalars.js";

const mostEdits = 2;

/** Comparing costs the product of both counts: beyond this, a warning is not worth the time. */
const mostComparisons = 1_000_000;

/**
 * Reports keys of `over` that are new to a free map of `inherited` and nearly one of its keys (W705).
 * `properties` are those of the block that both describe.
 */
export function reportNearMisses(
  inherited: MapNode,
  over: MapNode,
  properties: Properties,
  report: Report,
): void {
  over.entries.forEach((entry, key) => {
    if (entry.value.kind !== "map") return;
    const type = ownEntry(properties, key)?.type;
    const before = inherited.entries.get(key)?.value;
    if (type !== undefined && before?.kind === "map") descend(type, before, entry.value, report);
  });
}

function descend(type: PropertyType, inherited: MapNode, over: MapNode, report: Report): void {
  const form = formOf(type, "map");
  if (form?.kind === "map") reportNearMisses(inherited, over, form.properties, report);
  if (form?.kind !== "free") return;
  reportNearKeys(inherited.entries, over.entries, report);
  for (const [key, entry] of over.entries) {
    const before = inherited.entries.get(key)?.value;
    if (before?.kind !== "map" || entry.value.kind !== "map") continue;
    descend(form.values, before, entry.value, report);
  }
}

/**
 * Reports names that are new in a later file and nearly are an inherited one (W705). Only for blocks
 * without a type: a new name of another block lacks its type, which the schema reports.
 */
export function reportNearNames(nodes: readonly MapNode[], block: Block, report: Report): void {
  if (block.discriminator !== null || nodes.length < 2) return;
  const inherited = new Map<string, Entry>();
  for (const { entries } of nodes) {
    const own = new Map<string, Entry>();
    entries.forEach((entry, name) => {
      if (!name.startsWith("_")) own.set(name, entry);
    });
    reportNearKeys(inherited, own, report);
    own.forEach((entry, name) => inherited.set(name, entry));
  }
}

/** Reports keys of `over` that `inherited` lacks and that nearly are one of its keys (W705). */
function reportNearKeys(
  inherited: ReadonlyMap<string, Entry>,
  over: ReadonlyMap<string, Entry>,
  report: Report,
): void {
  const fresh = [...over.values()].filter(({ key }) => !inherited.has(key));
  if (inherited.size === 0 || fresh.length === 0) return;
  if (fresh.length * inherited.size > mostComparisons) return;
  // Who overrides a key by its right name knows it.
  const candidates = [...inherited.keys()].filter((key) => !over.has(key));
  for (const entry of fresh) {
    const near = nearOf(entry.key, candidates);
    const target = near === null ? undefined : inherited.get(near);
    if (near === null || target === undefined) continue;
    report(
      diagnose(
        "W705",
        keySpan(entry),
        { key: entry.key, near },
        {
          related: [{ span: keySpan(target), message: `"${near}" is inherited from here` }],
          help: `Write "${near}" to override it.`,
        },
      ),
    );
  }
}

/** The inherited name that `name` nearly is, or null. Numbered names (`topic1`, `topic2`) are two. */
export function nearOf(name: string, candidates: Iterable<string>): string | null {
  const shape = withoutDigits(name);
  const others = [...candidates].filter((candidate) => withoutDigits(candidate) !== shape);
  return nearestName(name, others, Math.min(mostEdits, Math.max(1, Math.floor(name.length / 3))));
}

function withoutDigits(name: string): string {
  return name.replace(/[0-9]+/gu, "#");
}
