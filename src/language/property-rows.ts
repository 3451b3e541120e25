// The property table flattened: one row for each property, nested ones with their whole path. What the
// reference pages print, and what the coverage table has a row for. Knows no target.
import type { Block, Properties, Property, PropertyType, Section } from "./property.js";

/**
 * A property with its place. Steps are keys; `[]` is any item of a list, and `<…>` a key that people
 * choose: `["operators", "<operator name>", "parallelism"]`.
 */
export interface PropertyRow {
  readonly steps: readonly string[];
  readonly property: Property;
  /** It only holds other properties, which have rows of their own. */
  readonly container: boolean;
}

/** Every row of `properties`, containers before what they hold. */
export function rowsOf(
  properties: Properties,
  prefix: readonly string[] = [],
): readonly PropertyRow[] {
  return Object.entries(properties).flatMap(([key, property]) => {
    const steps = [...prefix, key];
    const nested = nestedRows(property.type, steps);
    return [{ steps, property, container: onlyHolds(property.type) }, ...nested];
  });
}

function nestedRows(type: PropertyType, steps: readonly string[]): readonly PropertyRow[] {
  switch (type.kind) {
    case "map":
      return [
        ...rowsOf(type.properties, steps),
        ...(type.others === undefined ? [] : nestedRows(type.others, steps)),
      ];
    case "free":
      return nestedRows(type.values, [...steps, `<${type.keys}>`]);
    case "list":
      return nestedRows(type.items, [...steps, "[]"]);
    case "either":
      return type.forms.flatMap((form) => nestedRows(form, steps));
    default:
      return [];
  }
}

function onlyHolds(type: PropertyType): boolean {
  switch (type.kind) {
    case "map":
      return true;
    case "free":
      return onlyHolds(type.values);
    case "list":
      return onlyHolds(type.items);
    default:
      return false;
  }
}

/** `groups[].name`: the steps as documentation and diagnostics write them. */
export function pathText(steps: readonly string[]): string {
  return steps.reduce(
    (text, step) => (step === "[]" ? `${text}[]` : text === "" ? step : `${text}.${step}`),
    "",
  );
}

/** A kind of mapping of one section, and where its instances stand. */
export interface SectionPart {
  /** `resources`, `resources._quotas`, `monitoring.metrics`, `monitoring.alerts`. */
  readonly name: string;
  /** Keys from the top of a file to one instance; `<…>` stands for a name that people choose. */
  readonly steps: readonly string[];
  /** A block, or the properties of a list's items. */
  readonly holds: Block | Properties;
}

/** The parts of a section; those that hold the properties of another one are left out. */
export function partsOf(name: string, section: Section): readonly SectionPart[] {
  switch (section.kind) {
    case "named":
      return [{ name, steps: [name, "<name>"], holds: section.block }];
    case "named-with-reserved":
      return [
        { name, steps: [name, "<name>"], holds: section.block },
        ...Object.entries(section.reserved).flatMap(([key, held]): readonly SectionPart[] => {
          if (key === "_defaults" || key === "_groups") return [];
          return "each" in held
            ? [{ name: `${name}.${key}`, steps: [name, key, "<name>"], holds: held.each }]
            : [{ name: `${name}.${key}`, steps: [name, key], holds: held }];
        }),
      ];
    case "fixed":
      return Object.entries(section.blocks).flatMap(([key, held]): readonly SectionPart[] => {
        if ("common" in held) return [{ name: `${name}.${key}`, steps: [name, key], holds: held }];
        const { items } = held;
        return items.kind === "map"
          ? [{ name: `${name}.${key}`, steps: [name, key, "[]"], holds: items.properties }]
          : [];
      });
    case "single":
      return [{ name, steps: [name], holds: section.block }];
    case "list":
      return [{ name, steps: [name, "[]"], holds: section.items.properties }];
  }
}

/** Whether `holds` is a block, with variants, or a plain table. */
export function isBlock(holds: Block | Properties): holds is Block {
  return "regionalSwitch" in holds && "variants" in holds;
}
