// The reference pages, from the property table and the table of codes, so that they cannot fall
// behind. Build time only; a test holds the committed pages current.
import { messages } from "../diagnostics/catalogue/index.js";
import { markdownText } from "../encode/markdown.js";
import { propertiesOf } from "../language/block-properties.js";
import type { Block, Section } from "../language/property.js";
import { pathText, rowsOf } from "../language/property-rows.js";
import { headProperties, sections } from "../language/table.js";
import { namesPage, topicTables } from "./reference-index.js";
import { examplesFor, examplesFolder } from "./reference-examples.js";
import { propertyTable } from "./reference-table.js";

/** By the name of an example: a table of what becomes of some of it. */
export type Outcomes = ReadonlyMap<string, string>;

/** Path below `docs/` to text, unformatted. */
export function documentationPages(outcomes: Outcomes): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  for (const [name, section] of Object.entries(sections)) {
    pages.set(`reference/${name}.md`, sectionPage(name, section, outcomes));
  }
  pages.set("reference/README.md", indexPage());
  pages.set("reference/names.md", generated + namesPage());
  pages.set("additions.md", additionsPage());
  pages.set("diagnostics.md", diagnosticsPage());
  return pages;
}

const generated =
  "<!-- Generated from the property table by `npm run generate`: do not edit. -->\n\n";

/** The examples of a part or of one of its variants, with what becomes of them. */
function exampleText(
  part: string,
  variant: string | null,
  variants: readonly string[],
  outcomes: Outcomes,
): string {
  return examplesFor(part, variant, variants)
    .map(({ name, excerpt, caption }) => {
      const outcome = outcomes.get(name);
      const file = `${examplesFolder.replace("docs/reference/", "")}/${name}.infra`;
      const said = caption === null ? "" : `${markdownText(caption)}\n\n`;
      const made =
        outcome === undefined ? "" : `\nSome of it, and what it comes out as:\n\n${outcome}`;
      return `${said}\`\`\`yaml\n${excerpt}\n\`\`\`\n\n[The whole file](${file})\n${made}\n`;
    })
    .join("");
}

/** `part`: where the block is in a file, `resources._quotas`. */
function blockText(heading: string, part: string, block: Block, outcomes: Outcomes): string {
  const variants = Object.keys(block.variants);
  const place = { part, variants };
  const common = `${heading}\n\n${exampleText(part, null, variants, outcomes)}${propertyTable(variants.length === 0 ? propertiesOf(block, null) : block.common, { ...place, variant: null })}`;
  const own = variants
    .filter((variant) => Object.keys(block.variants[variant] ?? {}).length > 0)
    .map(
      (variant) =>
        `\n### \`${block.discriminator ?? "type"}: ${variant}\`\n\n${exampleText(part, variant, variants, outcomes)}${propertyTable(block.variants[variant] ?? {}, { ...place, variant })}`,
    );
  const types =
    variants.length === 0
      ? ""
      : `\n\`${block.discriminator ?? "type"}\` is one of ${variants.map((variant) => `\`${variant}\``).join(", ")}.\n`;
  return `${common}${types}${own.join("")}${synonymText(block)}`;
}

function synonymText(block: Block): string {
  if (block.synonyms.length === 0) return "";
  const rows = block.synonyms.map(
    ({ spelled, canonical, types }) =>
      `| \`${spelled}\` | \`${canonical}\` | ${types === undefined ? "all" : types.join(", ")} |`,
  );
  return `\nOther spellings:\n\n| Also written | Canonical | Types |\n| --- | --- | --- |\n${rows.join("\n")}\n`;
}

function sectionPage(name: string, section: Section, outcomes: Outcomes): string {
  const head = `${generated}# \`${name}\`\n\n${markdownText(section.summary)}\n\n`;
  switch (section.kind) {
    case "named":
      return head + blockText(`## \`${name}.<name>\``, name, section.block, outcomes);
    case "single":
      return head + blockText(`## \`${name}\``, name, section.block, outcomes);
    case "named-with-reserved":
      return [
        head + blockText(`## \`${name}.<name>\``, name, section.block, outcomes),
        ...Object.entries(section.reserved).map(([key, held]) =>
          key === "_defaults" || key === "_groups"
            ? `\n## \`${name}.${key}\`\n\nTakes the properties of \`${name}.<name>\`${key === "_groups" ? ", by group name" : ""}.\n`
            : `\n${"each" in held ? blockText(`## \`${name}.${key}.<name>\``, `${name}.${key}`, held.each, outcomes) : blockText(`## \`${name}.${key}\``, `${name}.${key}`, held, outcomes)}`,
        ),
      ].join("");
    case "fixed":
      return [
        head,
        ...Object.entries(section.blocks).map(([key, held]) =>
          "common" in held
            ? `${blockText(`## \`${name}.${key}\``, `${name}.${key}`, held, outcomes)}\n`
            : `## \`${name}.${key}[]\`\n\n${exampleText(`${name}.${key}`, null, [], outcomes)}${held.items.kind === "map" ? propertyTable(held.items.properties, { part: `${name}.${key}`, variant: null, variants: [] }) : ""}\n`,
        ),
      ].join("");
    case "list":
      return `${head}## \`${name}[]\`\n\n${exampleText(name, null, [], outcomes)}${propertyTable(section.items.properties, { part: name, variant: null, variants: [] })}`;
  }
}

function indexPage(): string {
  const rows = Object.entries(sections).map(
    ([name, { summary }]) => `| [\`${name}\`](${name}.md) | ${markdownText(summary)} |`,
  );
  return `${generated}# The \`.infra\` file

A file is YAML 1.2. It begins with its head:

${propertyTable(headProperties, null)}
and holds any of these sections:

| Section | Holds |
| --- | --- |
${rows.join("\n")}

## How to read the pages

Every part begins with an example that has all of its properties, cut from a whole file in
[\`examples/\`](examples/) that is built by a test; where *some of it* is followed into the output, those
lines were made by the generators. A value after a colon (*text: \`shop\`*) is that of the example. A
*duration* is an integer and one of \`ms\`, \`s\`, \`m\`, \`h\`, \`d\`; a *size* an integer and one of \`b\`, \`kb\`,
\`mb\`, \`gb\`, \`tb\`, powers of 1024.

Each property has what it accepts, what it means, and what it **becomes**: the option, field, file or
method that changes with it, by generator. *Flink* stands for the Flink configuration that \`flink-conf\`,
\`k8s\`, \`yarn\`, \`standalone\` and \`compose\` write. *Told* means that a warning or a note says why it
does nothing there, *checked* that a wrong value is refused. None of this is written by hand: each
property was changed in a small file, and the outputs compared.

You know the name that Flink, Kafka or Kubernetes has for it? [From names to properties](names.md).

## Find a property

${topicTables()}`;
}

function blocksOf(section: Section): readonly Block[] {
  switch (section.kind) {
    case "named":
    case "single":
      return [section.block];
    case "named-with-reserved":
      return [
        section.block,
        ...Object.entries(section.reserved).flatMap(([key, held]) =>
          key === "_defaults" || key === "_groups" ? [] : "each" in held ? [held.each] : [held],
        ),
      ];
    case "fixed":
      return Object.values(section.blocks).flatMap((held) => ("common" in held ? [held] : []));
    case "list":
      return [];
  }
}

function additionsPage(): string {
  const rows = Object.entries(sections).flatMap(([name, section]) =>
    blocksOf(section).flatMap((block) =>
      [["", block.common] as const, ...Object.entries(block.variants)].flatMap(
        ([variant, properties]) =>
          rowsOf(properties)
            .filter(({ property }) => property.source === "addition")
            .map(
              ({ steps, property }) =>
                `| \`${name}\` | ${variant === "" ? "" : `\`${variant}\``} | \`${pathText(steps)}\` | ${markdownText(property.summary)} |`,
            ),
      ),
    ),
  );
  return `${generated}# Additions to the language

What the targets demand and the specification has no word for. Everything here is optional.
\`accept_warnings\`, a list at the top of a file, is an addition as a whole: it names warnings that
the owners have judged; see [its page](reference/accept_warnings.md).

| Section | Type | Property | Meaning |
| --- | --- | --- | --- |
${rows.join("\n")}
`;
}

function diagnosticsPage(): string {
  const rows = Object.entries(messages)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([code, { severity, strings, names }]) => {
      const text = strings.reduce(
        (message, part, index) => `${message}‹${names[index - 1] ?? ""}›${part}`,
      );
      return `| <a id="${code.toLowerCase()}"></a>\`${code}\` | ${severity} | ${markdownText(text)} |`;
    });
  return `${generated.replace("property table", "table of codes")}# Diagnostics

Errors stop a run and nothing is written; \`--strict\` makes warnings errors. Notes say what was
derived; they stand in the \`README.md\` of each output folder and in \`--format json\`. A warning that
is meant can be accepted in the file, with its reason: see [\`accept_warnings\`](reference/accept_warnings.md).

| Code | Severity | Message |
| --- | --- | --- |
${rows.join("\n")}
`;
}
