// Entries of a section that are no blocks: `streams: {x: 3}`, a reserved name that is unknown, a name
// that no other layer could refer to.
import type { Report } from "../diagnostics/diagnostic.js";
import { diagnose } from "../diagnostics/catalogue/index.js";
import { printable } from "../diagnostics/printable.js";
import { keySpan, nodeSpan, type Entry, type MapNode } from "../document/node.js";
import { nearestName } from "../language/nearest-name.js";
import { ownEntry } from "../language/own-entry.js";
import type { Section } from "../language/property.js";
import { sections as sectionTable } from "../language/table.js";
import type { SectionMaps } from "../resolve/blocks.js";

/** What other layers accept as a logical name (vocabulary 0.5); `_` in front is reserved. */
const logicalName = /^[a-z][a-z0-9_]*$/u;

/** Reports E703 for entries that are no mappings or have no proper name, E704 for unknown keys. */
export function reportStrayEntries(sections: SectionMaps, report: Report): void {
  for (const [name, node] of sections) {
    const section = ownEntry(sectionTable, name);
    if (section === undefined) continue;
    if (section.kind === "fixed") checkFixed(name, Object.keys(section.blocks), node, report);
    if (section.kind === "named" || section.kind === "named-with-reserved") {
      checkNamed(name, section, node, report);
    }
  }
}

function checkFixed(
  section: string,
  known: readonly string[],
  node: MapNode,
  report: Report,
): void {
  for (const [key, entry] of node.entries) {
    if (!known.includes(key)) reportUnknown(section, known, entry, report);
    // A list that stands alone is checked by its own validator.
    else if (entry.value.kind !== "map" && key !== "alerts") reportNoMap([section], entry, report);
  }
}

type NamedSection = Section & { readonly kind: "named" | "named-with-reserved" };

function checkNamed(name: string, section: NamedSection, node: MapNode, report: Report): void {
  const reserved = section.kind === "named-with-reserved" ? section.reserved : {};
  for (const [key, entry] of node.entries) {
    const held = ownEntry(reserved, key);
    if (held === undefined && key.startsWith("_")) {
      reportUnknown(name, Object.keys(reserved), entry, report);
    } else if (entry.value.kind !== "map") reportNoMap([name], entry, report);
    else if (held === undefined) checkName([name], entry, report);
    else if ("each" in held) checkEach([name, key], entry.value, report);
  }
}

/** Entries below `_groups` and `_quotas`. */
function checkEach(path: readonly string[], node: MapNode, report: Report): void {
  for (const entry of node.entries.values()) {
    if (entry.value.kind !== "map") reportNoMap(path, entry, report);
    else checkName(path, entry, report);
  }
}

function checkName(path: readonly string[], entry: Entry, report: Report): void {
  if (logicalName.test(entry.key)) return;
  report(
    diagnose(
      "E703",
      keySpan(entry),
      {
        property: [...path, printable(entry.key)].join("."),
        problem: "a name is lower-case letters, digits and _, and starts with a letter",
      },
      { help: "Rename it, also where other files refer to it." },
    ),
  );
}

function reportUnknown(
  section: string,
  known: readonly string[],
  entry: Entry,
  report: Report,
): void {
  const near = nearestName(entry.key, known);
  const rule = entry.key.startsWith("_")
    ? "Names that begin with _ are reserved"
    : `"${section}" holds a fixed set of keys`;
  const list = known.length === 0 ? "" : `: ${known.join(", ")}`;
  report(
    diagnose(
      "E704",
      keySpan(entry),
      { key: printable(entry.key), where: `"${section}"` },
      { help: near === null ? `${rule}${list}.` : `Did you mean "${near}"?` },
    ),
  );
}

function reportNoMap(path: readonly string[], entry: Entry, report: Report): void {
  const { value } = entry;
  // What an earlier stage refused needs no second error.
  if (value.kind === "poisoned") return;
  report(
    diagnose(
      "E703",
      value.start === value.end ? keySpan(entry) : nodeSpan(value),
      {
        property: [...path, printable(entry.key)].join("."),
        problem: "it must be a mapping",
      },
      { help: "Write its properties below the name, indented." },
    ),
  );
}
