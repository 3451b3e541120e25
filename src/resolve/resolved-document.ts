// A resolved tree as plain data in the spelling of the language: what `nexgen resolve` prints.
// Run-time references stay references; a credential has nowhere to appear.
import type { InfraNode, MapNode, RuntimeReference } from "../document/node.js";
import { propertiesOf } from "../language/block-properties.js";
import { sections } from "../language/table.js";
import type { ResolvedTree } from "./resolve.js";

/** Plain YAML or JSON data. */
export type PlainData =
  string | number | boolean | null | readonly PlainData[] | { readonly [key: string]: PlainData };

/** The whole document: head first, then the sections, defaults of properties included. */
export function resolvedDocument(tree: ResolvedTree): { readonly [key: string]: PlainData } {
  const { version, environment, description } = tree.head;
  const document: Record<string, PlainData> = {
    version,
    environment,
    ...(description === null ? {} : { description }),
  };
  for (const [name, node] of tree.sections) {
    if (node.entries.size > 0) document[name] = sectionData(name, node);
  }
  for (const { block, variant, path, partial } of tree.instances) {
    if (block === null || partial) continue;
    const holder = path.reduce<PlainData | undefined>(
      (data, key) => (isObject(data) ? data[key] : undefined),
      document,
    );
    if (!isObject(holder)) continue;
    for (const [key, property] of Object.entries(propertiesOf(block, variant))) {
      if (property.default !== undefined && !Object.hasOwn(holder, key)) {
        (holder as Record<string, PlainData>)[key] = property.default;
      }
    }
  }
  return document;
}

function sectionData(name: string, node: MapNode): PlainData {
  const data = plainMap(node);
  // A section that is a list is kept below its own name.
  const list = data[name];
  return sections[name]?.kind === "list" && list !== undefined ? list : withoutTemplates(data);
}

/** Groups and defaults are in every entry by now: what named them would lead nowhere. */
function withoutTemplates(section: Record<string, PlainData>): Record<string, PlainData> {
  const { _defaults, _groups, ...named } = section;
  return Object.fromEntries(
    Object.entries(named).map(([name, data]) => {
      if (!isObject(data)) return [name, data];
      const { _group, ...rest } = data;
      return [name, rest];
    }),
  );
}

function isObject(data: PlainData | undefined): data is { readonly [key: string]: PlainData } {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

function plainMap(node: MapNode): Record<string, PlainData> {
  const data: Record<string, PlainData> = {};
  for (const [key, entry] of node.entries) data[key] = plainNode(entry.value);
  return data;
}

/** One value as plain data. */
export function plainNode(node: InfraNode): PlainData {
  switch (node.kind) {
    case "scalar":
      return node.value;
    case "list":
      return node.items.map(plainNode);
    case "map":
      return plainMap(node);
    case "reference":
      return referenceText(node.reference);
    case "poisoned":
      return null;
  }
}

/** A reference as the language writes it. */
function referenceText(reference: RuntimeReference): string {
  switch (reference.kind) {
    case "variable":
      return reference.fallback === null
        ? `\${${reference.name}}`
        : `\${${reference.name}:-${reference.fallback}}`;
    case "secret": {
      const key = reference.key === null ? "" : `/${reference.key}`;
      const version = reference.version === null ? "" : `?version=${reference.version}`;
      return `secret://${reference.secret}${key}${version}`;
    }
    case "concatenation":
      return reference.parts
        .map((part) =>
          typeof part === "string" ? part.replace(/\$\{/gu, "$${") : referenceText(part),
        )
        .join("");
  }
}
