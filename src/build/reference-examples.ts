// The examples of the reference: files of docs/reference/examples/, of which a page shows the section
// that it is about. Build time and tests only; that they compile is held by a test.
import { readFileSync, readdirSync } from "node:fs";
import { parse } from "yaml";
import { sections } from "../language/table.js";
import type { Properties } from "../language/property.js";
import { isBlock, partsOf, pathText, rowsOf, type SectionPart } from "../language/property-rows.js";

/** A value of a file, as YAML has it. */
export type ExampleValue =
  | string
  | number
  | boolean
  | null
  | readonly ExampleValue[]
  | { readonly [key: string]: ExampleValue };

/** One file. */
export interface ReferenceExample {
  /** `streams.kafka`: the part of the language it shows, and the type or what else is special. */
  readonly name: string;
  readonly text: string;
  readonly tree: ExampleValue;
  /** What is said above it: its comment before the section. */
  readonly caption: string | null;
  /** The lines of its section. */
  readonly excerpt: string;
}

export const examplesFolder = "docs/reference/examples";
const folder = new URL(`../../${examplesFolder}/`, import.meta.url);
/** Files that only others extend. */
const settings = ["setting", "two-regions"];

/** Text of every file of the folder by its name, those that others extend too. */
export const exampleTexts: ReadonlyMap<string, string> = new Map(
  readdirSync(folder)
    .toSorted()
    .map((file) => [file, readFileSync(new URL(file, folder), "utf8")]),
);

const partNames = Object.entries(sections).flatMap(([key, section]) =>
  partsOf(key, section).map(({ name }) => name),
);

/** Every example, by name. */
export const referenceExamples: readonly ReferenceExample[] = [...exampleTexts]
  .map(([file, text]) => ({ name: file.replace(/\.infra$/u, ""), text }))
  .filter(({ name }) => !settings.includes(name))
  .map(({ name, text }) => ({
    name,
    text,
    tree: parse(text) as ExampleValue,
    ...excerptOf(text, name.split(".")[0] ?? ""),
  }));

function excerptOf(text: string, section: string): Pick<ReferenceExample, "caption" | "excerpt"> {
  const lines = text.split("\n");
  const start = lines.indexOf(`${section}:`);
  if (start < 0) throw new Error(`an example of "${section}" has no such section`);
  const length = lines.slice(start + 1).findIndex((line) => /^[^\s]/u.test(line));
  const end = length < 0 ? lines.length : start + 1 + length;
  const comment = lines
    .slice(0, start)
    .filter((line) => line.startsWith("# "))
    .map((line) => line.slice(2))
    .join(" ");
  return {
    caption: comment === "" ? null : comment,
    excerpt: lines.slice(start, end).join("\n").trimEnd(),
  };
}

/**
 * What is shown for a part and one of its variants, the file of exactly that name first: under no
 * variant also what is named after something else, such as `deployment.canary`.
 */
export function examplesFor(
  part: string,
  variant: string | null,
  variants: readonly string[],
): readonly ReferenceExample[] {
  const own = variant === null ? part : `${part}.${variant}`;
  const others = new Set([...partNames, ...variants.map((each) => `${part}.${each}`)]);
  others.delete(own);
  const belongsElsewhere = (name: string): boolean =>
    variant === null && [...others].some((other) => name === other || name.startsWith(`${other}.`));
  return referenceExamples
    .filter(({ name }) => name === own || (name.startsWith(`${own}.`) && !belongsElsewhere(name)))
    .toSorted((one, other) => one.name.length - other.name.length);
}

/** A row of the property table, and the value that an example gives it. */
export interface ExampledRow {
  /** `streams.<kafka>.topic`; without a type where the row is for all of them. */
  readonly key: string;
  /** Undefined where no example has it. */
  readonly value: ExampleValue | undefined;
}

/** Every row of the property table that holds a value. */
export function exampledRows(): readonly ExampledRow[] {
  return Object.entries(sections).flatMap(([section, kind]) =>
    partsOf(section, kind).flatMap((part) => {
      const { holds } = part;
      if (!isBlock(holds)) return rowsIn(part, null, holds);
      return [
        ...rowsIn(part, null, holds.common),
        ...Object.entries(holds.variants).flatMap(([variant, own]) => rowsIn(part, variant, own)),
      ];
    }),
  );
}

function rowsIn(
  part: SectionPart,
  variant: string | null,
  properties: Properties,
): readonly ExampledRow[] {
  const holders = holdersOf(part, variant);
  return rowsOf(properties)
    .filter(({ container }) => !container)
    .map(({ steps }) => ({
      key: `${part.name}.${variant === null ? "" : `<${variant}>.`}${pathText(steps)}`,
      value: firstIn(holders, steps),
    }));
}

/** Bindings of the part in all examples, those of the file that is named after it first. */
function holdersOf(part: SectionPart, variant: string | null): readonly ExampleValue[] {
  const own = variant === null ? part.name : `${part.name}.${variant}`;
  const section = part.steps[0] ?? "";
  const first = referenceExamples.filter(({ name }) => name === own);
  const others = referenceExamples.filter(({ name }) => name !== own && name.startsWith(section));
  const discriminator = isBlock(part.holds) ? part.holds.discriminator : null;
  return [...first, ...others]
    .flatMap(({ tree }) => [
      ...valuesAt(tree, part.steps),
      ...(part.steps[1] === "<name>" ? valuesAt(tree, [section, "_groups", "<name>"]) : []),
    ])
    .filter(
      (holder) =>
        variant === null ||
        discriminator === null ||
        valuesAt(holder, [discriminator])[0] === variant,
    )
    .flatMap((holder) => [holder, ...overlaysOf(holder)]);
}

/** What a binding has for one region: a mapping under the region's name. */
function overlaysOf(holder: ExampleValue): readonly ExampleValue[] {
  if (!isMap(holder) || (holder["regional"] !== true && holder["multi_region"] !== true)) return [];
  return Object.entries(holder)
    .filter(([key]) => /^[a-z]+-[a-z]+-\d$/u.test(key))
    .map(([, overlay]) => overlay);
}

function firstIn(
  holders: readonly ExampleValue[],
  steps: readonly string[],
): ExampleValue | undefined {
  return holders.flatMap((holder) => valuesAt(holder, steps))[0];
}

/** Values at `steps`; `[]` is any item, and `<…>` any key that a person chose. */
function valuesAt(value: ExampleValue, steps: readonly string[]): readonly ExampleValue[] {
  const [step, ...rest] = steps;
  if (step === undefined) return [value];
  if (step === "[]") {
    return Array.isArray(value)
      ? (value as readonly ExampleValue[]).flatMap((item) => valuesAt(item, rest))
      : [];
  }
  if (!isMap(value)) return [];
  if (step.startsWith("<")) {
    return Object.entries(value)
      .filter(([key]) => !key.startsWith("_") && key !== "services")
      .flatMap(([, held]) => valuesAt(held, rest));
  }
  const held = Object.hasOwn(value, step) ? value[step] : undefined;
  return held === undefined ? [] : valuesAt(held, rest);
}

function isMap(value: ExampleValue): value is { readonly [key: string]: ExampleValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const values = new Map(exampledRows().map(({ key, value }) => [key, value]));

/** The value that an example gives a property, by its key in the property table. */
export function exampleValue(key: string): ExampleValue | undefined {
  return values.get(key);
}
