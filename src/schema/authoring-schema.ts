// The JSON Schema that authors and editors use for one `.infra` file: every spelling, variables
// anywhere, nothing required, since a file may inherit the rest.
import type { Block, Section } from "../language/property.js";
import { headProperties, sections } from "../language/table.js";
import { blockSchema, mapSchema, typeSchema, type JsonSchema } from "./json-schema.js";

/** The schema of a whole file (JSON Schema draft 2020-12). */
export function authoringSchema(): JsonSchema {
  const head = mapSchema(headProperties, "authoring")["properties"] as Record<string, JsonSchema>;
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "nexgen .infra file",
    type: "object",
    properties: {
      ...head,
      ...Object.fromEntries(
        Object.entries(sections).map(([name, section]) => [name, sectionSchema(section)]),
      ),
    },
    additionalProperties: false,
  };
}

function sectionSchema(section: Section): JsonSchema {
  const described = { description: section.summary };
  switch (section.kind) {
    case "named":
      return {
        ...described,
        type: ["object", "null"],
        additionalProperties: anyVariant(section.block),
      };
    case "named-with-reserved":
      return {
        ...described,
        type: ["object", "null"],
        properties: Object.fromEntries(
          Object.entries(section.reserved).map(([key, held]) => [
            key,
            "each" in held
              ? { type: ["object", "null"], additionalProperties: anyVariant(held.each) }
              : anyVariant(held),
          ]),
        ),
        additionalProperties: anyVariant(section.block),
      };
    case "fixed":
      return {
        ...described,
        type: ["object", "null"],
        properties: Object.fromEntries(
          Object.entries(section.blocks).map(([key, held]) => [
            key,
            "common" in held ? anyVariant(held) : typeSchema(held, "authoring"),
          ]),
        ),
        additionalProperties: false,
      };
    case "single":
      return { ...described, ...anyVariant(section.block) };
    case "list":
      return { ...described, ...typeSchema({ kind: "list", items: section.items }, "authoring") };
  }
}

/**
 * A block whose type the file states, or leaves to the file it extends: then every variant's
 * properties are legal. Overlays by region name are legal wherever the block can be regional.
 */
function anyVariant(block: Block): JsonSchema {
  const variants = Object.keys(block.variants);
  if (variants.length === 0) return withOverlays(block, blockSchema(block, null, "authoring"));
  const key = block.discriminator ?? "type";
  return {
    type: ["object", "null"],
    allOf: variants.map((variant) => ({
      if: { properties: { [key]: { const: variant } }, required: [key] },
      then: withOverlays(block, blockSchema(block, variant, "authoring")),
    })),
  };
}

function withOverlays(block: Block, schema: JsonSchema): JsonSchema {
  if (block.regionalSwitch === null) return schema;
  return {
    ...schema,
    patternProperties: { "^[a-z]+-[a-z]+-[0-9]+$": { type: ["object", "null"] } },
  };
}
