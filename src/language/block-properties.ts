// The properties of one variant of a block: the common ones and its own, as one table.
import type { Block, Properties, Property } from "./property.js";

const cache = new WeakMap<Block, Map<string, Properties>>();

/** Properties legal for `variant`, the discriminator first; an unknown variant gives the common ones. */
export function propertiesOf(block: Block, variant: string | null): Properties {
  let byVariant = cache.get(block);
  if (byVariant === undefined) cache.set(block, (byVariant = new Map()));
  const key = variant ?? "";
  let properties = byVariant.get(key);
  if (properties === undefined) {
    const own = variant === null ? undefined : block.variants[variant];
    const head =
      block.discriminator === null ? {} : { [block.discriminator]: discriminatorProperty(block) };
    properties = { ...head, ...block.common, ...own };
    byVariant.set(key, properties);
  }
  return properties;
}

/** The discriminator is no row of the table: its values are the names of the variants. */
function discriminatorProperty(block: Block): Property {
  return {
    type: { kind: "choice", values: Object.keys(block.variants) },
    summary: `Kind of ${block.noun}.`,
    required: true,
    source: "§4",
  };
}

/** The variants that know a top-level property `key`; empty when none does. */
export function variantsWith(block: Block, key: string): readonly string[] {
  return Object.entries(block.variants).flatMap(([variant, properties]) =>
    Object.hasOwn(properties, key) ? [variant] : [],
  );
}
