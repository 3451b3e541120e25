// A wrong value at every place that the property table knows: always a diagnostic, never a crash.
import { expect, test } from "vitest";
import { propertiesOf } from "../../src/language/block-properties.js";
import type { Block, Properties, PropertyType } from "../../src/language/property.js";
import { sections } from "../../src/language/table.js";
import { resolvedDocument } from "../../src/resolve/resolved-document.js";
import { analyseText, head } from "../resolve/project.js";

type Path = readonly string[];

/** A step into a list. */
const item = "-";

function pathsOf(properties: Properties, prefix: Path): readonly Path[] {
  return Object.entries(properties).flatMap(([key, { type }]) => {
    // What a raw tree holds is checked by the target that reads it.
    const path = [...prefix, key];
    return type.kind === "raw" ? [path] : [path, ...below(type, path)];
  });
}

function below(type: PropertyType, path: Path): readonly Path[] {
  switch (type.kind) {
    case "map":
      return [
        ...pathsOf(type.properties, path),
        ...(type.others === undefined ? [] : below(type.others, path)),
      ];
    case "free":
      return [[...path, "x"], ...below(type.values, [...path, "x"])];
    case "list":
      return [[...path, item], ...below(type.items, [...path, item])];
    case "either":
      return type.forms.flatMap((form) => below(form, path));
    default:
      return [];
  }
}

function written([key, ...rest]: Path, value: string): string {
  if (key === undefined) return value;
  return key === item ? `[${written(rest, value)}]` : `{ "${key}": ${written(rest, value)} }`;
}

/** A block of each variant with `value` at each of its places. */
function blocksWith(block: Block, value: string): readonly string[] {
  const variants = Object.keys(block.variants);
  return (variants.length === 0 ? [null] : variants).flatMap((variant) => {
    const paths = [
      ...pathsOf(propertiesOf(block, variant), []),
      ...block.synonyms.map(({ spelled }) => spelled.split(".")),
      ["us-east-1"],
    ];
    return paths.map((path) => {
      const text = written(path, value);
      const key = block.discriminator ?? "";
      if (variant === null || path[0] === key) return text;
      return `{ ${key}: ${variant}, ${text.slice(2)}`;
    });
  });
}

function documentsWith(value: string): readonly string[] {
  return Object.entries(sections).flatMap(([name, section]): readonly string[] => {
    const whole = `${name}: ${value}`;
    switch (section.kind) {
      case "single":
        return [whole, ...blocksWith(section.block, value).map((text) => `${name}: ${text}`)];
      case "list":
        return [whole, ...below(section, [name]).map((path) => written(path, value).slice(2, -2))];
      case "named":
        return [
          whole,
          ...blocksWith(section.block, value).map((text) => `${name}: { x: ${text} }`),
        ];
      case "named-with-reserved":
        return [
          whole,
          ...blocksWith(section.block, value).map((text) => `${name}: { x: ${text} }`),
          ...Object.entries(section.reserved).flatMap(([key, held]) =>
            "each" in held
              ? blocksWith(held.each, value).map((text) => `${name}: { ${key}: { g: ${text} } }`)
              : blocksWith(held, value).map((text) => `${name}: { ${key}: ${text} }`),
          ),
        ];
      case "fixed":
        return [
          whole,
          ...Object.entries(section.blocks).flatMap(([key, held]) =>
            "common" in held
              ? blocksWith(held, value).map((text) => `${name}: { ${key}: ${text} }`)
              : below(held, [name, key]).map((path) => written(path, value).slice(2, -2)),
          ),
        ];
    }
  });
}

const regions = "regions: { a: { name: us-east-1, role: active } }\n";

/** Whether `text` is accepted without a word; throws where the compiler crashes. */
async function isSilent(text: string): Promise<boolean> {
  const full = `${head()}${text.startsWith("regions:") ? "" : regions}${text}\n`;
  const { analysis, diagnostics } = await analyseText(full, { environment: { V: "v" } });
  for (const tree of analysis.resolution?.trees ?? []) resolvedDocument(tree);
  return diagnostics.length === 0;
}

test("null is never taken for a value", async () => {
  const accepted: string[] = [];
  // Inside a pod template the target decides.
  const documents = documentsWith("null").filter((text) => !text.includes('"pod_template": {'));
  for (const text of documents) if (await isSilent(text)) accepted.push(text);
  expect(documents.length).toBeGreaterThan(1500);
  expect(accepted).toEqual([]);
});

test.each(["[]", "{}", "[null]", "{ a: null }", "7", "'${V}'", "'secret://x/y'", "-1"])(
  "%s is never a crash",
  async (value) => {
    let seen = 0;
    for (const text of documentsWith(value)) {
      await isSilent(text);
      seen += 1;
    }
    expect(seen).toBeGreaterThan(1500);
  },
);
