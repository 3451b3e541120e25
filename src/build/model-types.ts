// Writes the TypeScript types of the model from the property table (src/model/bindings.ts), so that
// generators see documented names and units. Build time only.
import { modelName } from "../language/model-name.js";
import { propertiesOf } from "../language/block-properties.js";
import type { Block, Properties, Property, PropertyType } from "../language/property.js";
import { sections } from "../language/table.js";
import { acceptedForm } from "../language/value-forms.js";

const header = `// Generated from the property table by \`npm run generate\`: do not edit. A test holds it current.
// Units: names ending in Ms are milliseconds, in Bytes bytes, in Fraction shares of 1. Null: not set.
import type { InfraNode, RuntimeReference } from "../document/node.js";
import type { MemoryAmount } from "./units.js";

/** Text that may be known only to the running job. */
export type Text = string | RuntimeReference;
`;

/** The whole module, unformatted. */
export function modelTypesModule(): string {
  const writer = new TypeWriter();
  const unions: string[] = [];
  for (const [name, section] of Object.entries(sections)) {
    switch (section.kind) {
      case "named":
      case "single":
        unions.push(writer.block(section.block, section.summary));
        break;
      case "named-with-reserved":
        unions.push(writer.block(section.block, section.summary));
        for (const [key, held] of Object.entries(section.reserved)) {
          // Groups and defaults are gone once the model is built.
          if (key === "_groups" || key === "_defaults") continue;
          unions.push(writer.block("each" in held ? held.each : held, `\`${name}.${key}\``));
        }
        break;
      case "fixed":
        for (const [key, held] of Object.entries(section.blocks)) {
          if ("common" in held) unions.push(writer.block(held, `\`${name}.${key}\``));
          else writer.item(pascal(singular(key)), held.items);
        }
        break;
      case "list":
        writer.item(pascal(singular(name)), section.items);
    }
  }
  return [header, ...writer.interfaces, ...unions].join("\n");
}

function pascal(text: string): string {
  return text
    .split(/[^A-Za-z0-9]+/u)
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
    .join("");
}

function singular(text: string): string {
  return text.replace(/s$/u, "");
}

/** The block whose interface is written, and the variant it is of. */
interface Owner {
  readonly block: Block;
  readonly noun: string;
  readonly variant?: string;
}

class TypeWriter {
  readonly interfaces: string[] = [];
  readonly #names = new Map<Properties, string>();
  readonly #taken = new Set<string>();

  /** Emits the block's interfaces; returns the union of its variants. */
  block(block: Block, summary: string): string {
    const noun = pascal(block.noun);
    const variants = Object.keys(block.variants);
    if (variants.length === 0) {
      const name = this.#interface(noun, propertiesOf(block, null), summary, { block, noun });
      return name === noun ? "" : `export type ${noun} = ${name};\n`;
    }
    const names = variants.map((variant) =>
      this.#interface(pascal(variant) + noun, propertiesOf(block, variant), summary, {
        block,
        noun,
        variant,
      }),
    );
    return `/** ${summary} */\nexport type ${noun} = ${names.join(" | ")};\n`;
  }

  item(name: string, type: PropertyType): void {
    if (type.kind === "map") this.#interface(name, type.properties, `One item.`, null);
  }

  #interface(wanted: string, properties: Properties, summary: string, owner: Owner | null): string {
    const known = this.#names.get(properties);
    if (known !== undefined) return known;
    const name = this.#free(wanted);
    this.#names.set(properties, name);
    const lines = Object.entries(properties).map(([key, property]) => {
      const type =
        owner?.variant !== undefined && key === owner.block.discriminator
          ? `"${owner.variant}"`
          : // What all variants share is named after the noun alone.
            this.#property(
              owner !== null && Object.hasOwn(owner.block.common, key) ? owner.noun : name,
              key,
              property,
            );
      return `  /** ${comment(key, property)} */\n  readonly ${modelName(key, property)}: ${type};`;
    });
    this.interfaces.push(`/** ${summary} */\nexport interface ${name} {\n${lines.join("\n")}\n}\n`);
    return name;
  }

  #free(wanted: string): string {
    let name = wanted;
    for (let count = 2; this.#taken.has(name); count += 1) name = `${wanted}${count}`;
    this.#taken.add(name);
    return name;
  }

  #property(owner: string, key: string, property: Property): string {
    const type = this.#type(owner + pascal(key), property.type, property);
    const present =
      (property.required === true && property.nullable !== true) || property.default !== undefined;
    return present ? type : `${type} | null`;
  }

  #type(name: string, type: PropertyType, property: Property | null): string {
    switch (type.kind) {
      case "text": {
        const mayRefer =
          property?.sensitive !== undefined || type.format === "url" || type.format === "endpoints";
        return mayRefer ? "Text" : "string";
      }
      case "integer":
      case "number":
      case "duration":
      case "size":
      case "percentage":
        return "number";
      case "boolean":
        return "boolean";
      case "memory":
        return "MemoryAmount";
      case "choice":
        return type.values.map((value) => JSON.stringify(value)).join(" | ");
      case "map": {
        const own = this.#interface(name, type.properties, `\`${name}\``, null);
        if (type.others === undefined) return own;
        return `${own} & { readonly others: ${this.#type(`${name}Other`, type.others, null)} }`;
      }
      case "free":
        return `Readonly<Record<string, ${this.#type(name, type.values, property?.sensitive === "by-key" ? property : null)}>>`;
      case "list": {
        const item = this.#type(singular(name), type.items, property);
        return item.includes("|") || item.startsWith("readonly")
          ? `readonly (${item})[]`
          : `readonly ${item}[]`;
      }
      case "either":
        return this.#either(name, type, property);
      case "raw":
        return "InfraNode";
    }
  }

  #either(
    name: string,
    type: PropertyType & { kind: "either" },
    property: Property | null,
  ): string {
    if (type.scalarAs !== undefined) {
      const map = type.forms.find(({ kind }) => kind === "map");
      if (map !== undefined) return this.#type(name, map, property);
    }
    return [...new Set(type.forms.map((form) => this.#type(name, form, property)))].join(" | ");
  }
}

function comment(key: string, property: Property): string {
  const fallback =
    property.default === undefined ? "" : ` Default ${JSON.stringify(property.default)}.`;
  return `\`${key}\` (${property.source}): ${property.summary} Accepts ${acceptedForm(property.type)}.${fallback}`.replace(
    /\*\//gu,
    "* /",
  );
}
