// Matches the keys of a written map with the properties of a shape, each property at most once.
// Must not look at values: convert.ts does.
import { diagnose } from "../../../diagnostics/catalogue/index.js";
import type { Diagnostic, Report } from "../../../diagnostics/diagnostic.js";
import { keySpan } from "../../../document/node.js";
import type { Entry, InfraNode, MapNode } from "../../../document/node.js";
import { nearestName } from "../../../language/nearest-name.js";
import { propertyNamed } from "./shape.js";
import type { ObjectShape } from "./shape.js";

/** A property as it was written: its entry, and its path in the spelling of the file. */
export interface Field {
  readonly entry: Entry;
  readonly path: string;
}

/** Properties by their Kubernetes name, in the order written. */
export type Fields = Map<string, Field>;

/** What reading one template shares: where findings go, and whether one of them was an error. */
export class Findings {
  failed = false;

  constructor(private readonly report: Report) {}

  add(diagnostic: Diagnostic): void {
    if (diagnostic.severity === "error") this.failed = true;
    this.report(diagnostic);
  }
}

/** Null means unset in the language, as it does for the API server. */
export function isUnset(node: InfraNode): boolean {
  return node.kind === "scalar" && node.value === null;
}

export function fieldOf(entry: Entry, parentPath: string): Field {
  return { entry, path: entry.writtenAs ?? `${parentPath}.${entry.key}` };
}

/** Adds a property; one that is there already (in another spelling or form) is an error. */
export function addField(fields: Fields, property: string, field: Field, findings: Findings): void {
  const earlier = fields.get(property);
  if (earlier === undefined) {
    fields.set(property, field);
    return;
  }
  const values = { path: property, first: earlier.path, second: field.path };
  findings.add(
    diagnose("E932", keySpan(field.entry), values, {
      related: [{ span: keySpan(earlier.entry), message: "set here first" }],
      help: "Keep one of the two.",
    }),
  );
}

/** Snake case, as the language spells it; digits and acronyms stay together (`hostIP`: `host_ip`). */
function snakeCase(property: string): string {
  return property.replace(/[A-Z]+/g, (capitals) => `_${capitals.toLowerCase()}`);
}

/** Reports a key that no property of `shapes` spells, with the nearest one in the style of the key. */
export function reportUnknown(
  field: Field,
  parentPath: string,
  shapes: readonly ObjectShape[],
  findings: Findings,
): void {
  const { key } = field.entry;
  const camel = /[A-Z]/.test(key);
  const names = shapes.flatMap((shape) => [
    ...Object.keys(shape.properties),
    ...Object.keys(shape.aliases),
  ]);
  const nearest = nearestName(key, camel ? names : names.map(snakeCase));
  const extras = nearest === null ? {} : { help: `Did you mean "${nearest}"?` };
  findings.add(diagnose("E930", keySpan(field.entry), { key, path: parentPath }, extras));
}

/** The properties of `shape` that `map` sets, unset ones left out. */
export function collectFields(
  map: MapNode,
  shape: ObjectShape,
  path: string,
  findings: Findings,
): Fields {
  const fields: Fields = new Map();
  for (const entry of map.entries.values()) {
    const field = fieldOf(entry, path);
    const property = propertyNamed(shape, entry.key);
    if (property === undefined) reportUnknown(field, path, [shape], findings);
    else if (!isUnset(entry.value)) addField(fields, property, field, findings);
  }
  return fields;
}
