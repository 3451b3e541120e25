// Every property of the language as a case of its own: once for each type or provider it is legal for,
// since what becomes of a property may differ between them.
import { sections } from "../../src/language/table.js";
import type { Property } from "../../src/language/property.js";
import {
  isBlock,
  partsOf,
  pathText,
  rowsOf,
  type PropertyRow,
} from "../../src/language/property-rows.js";

/** One property of one variant. */
export interface PropertyCase {
  /** `streams.<kafka>.consumer.group_id`: its key in the coverage table. */
  readonly key: string;
  readonly section: string;
  /** Steps from the top of a file to the mapping that holds it. */
  readonly place: readonly string[];
  /** Key and value that select the variant; null when the mapping has one shape. */
  readonly variant: { readonly key: string; readonly value: string } | null;
  /** Steps below that mapping. */
  readonly steps: readonly string[];
  readonly property: Property;
  /** Every property that may stand in the same mapping. */
  readonly table: readonly PropertyRow[];
}

/** All cases, in the order of the table. */
export function propertyCases(): readonly PropertyCase[] {
  return Object.entries(sections).flatMap(([section, rows]) =>
    partsOf(section, rows).flatMap(({ name, steps: place, holds }) => {
      if (!isBlock(holds)) {
        const table = rowsOf(holds);
        return table
          .filter(({ container }) => !container)
          .map(({ steps, property }) => ({
            key: `${name}.${pathText(steps)}`,
            section,
            place,
            variant: null,
            steps,
            property,
            table,
          }));
      }
      const { discriminator, common, variants } = holds;
      const all = Object.entries(variants);
      const tables =
        discriminator === null
          ? ([[null, common]] as const)
          : all.map(([variant, own]) => [variant, { ...common, ...own }] as const);
      return tables.flatMap(([variant, properties]) => {
        const table = rowsOf(properties);
        return table
          .filter(({ container }) => !container)
          .map(({ steps, property }) => ({
            key: `${name}.${variant === null ? "" : `<${variant}>.`}${pathText(steps)}`,
            section,
            place,
            variant:
              variant === null || discriminator === null
                ? null
                : { key: discriminator, value: variant },
            steps,
            property,
            table,
          }));
      });
    }),
  );
}
