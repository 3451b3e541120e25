// The reference pages, from the property table and the table of codes, so that they cannot fall
// behind. Build time only; a test holds the committed pages current.
import { messages } from "../diagnostics/catalogue/index.js";
import { markdownText } from "../encode/markdown.js";
import { propertiesOf } from "../language/block-properties.js";
import type { Block, Properties, Property, PropertyType, Section } from "../language/property.js";
import { headProperties, sections } from "../language/table.js";
import { acceptedForm } from "../language/value-forms.js";

/** Path below `docs/` to text, unformatted. */
export function documentationPages(): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  for (const [name, section] of Object.entries(sections)) {
    pages.set(`reference/${name}.md`, sectionPage(name, section));
  }
  pages.set("reference/README.md", indexPage());
  pages.set("additions.md", additionsPage());
  pages.set("diagnostics.md", diagnosticsPage());
  return pages;
}

const generated =
  "<!-- Generated from the property table by `npm run generate`: do not edit. -->\n\n";

interface Row {
  readonly path: string;
  readonly property: Property;
}

/** Every property of a table, nested ones with dotted paths. */
function rowsOf(properties: Properties, prefix = ""): readonly Row[] {
  return Object.entries(properties).flatMap(([key, property]) => {
    const path = `${prefix}${key}`;
    return [{ path, property }, ...nestedRows(property.type, path)];
  });
}

function nestedRows(type: PropertyType, path: string): readonly Row[] {
  switch (type.kind) {
    case "map":
      return [
        ...rowsOf(type.properties, `${path}.`),
        ...(type.others === undefined ? [] : nestedRows(type.others, path)),
      ];
    case "free":
      return nestedRows(type.values, `${path}.<${type.keys}>`);
    case "list":
      return nestedRows(type.items, `${path}[]`);
    case "either":
      return type.forms.flatMap((form) => nestedRows(form, path));
    default:
      return [];
  }
}

/** Values and schemes to be typed stand as code. */
function acceptedMarkdown(type: PropertyType): string {
  if (type.kind === "choice")
    return `one of ${type.values.map((value) => `\`${value}\``).join(", ")}`;
  if (type.kind === "text" && type.form === undefined && type.schemes !== undefined) {
    return `a URI: ${type.schemes.map((scheme) => `\`${scheme}://\``).join(", ")}`;
  }
  return markdownText(acceptedForm(type));
}

function table(properties: Properties): string {
  const rows = rowsOf(properties).map(({ path, property }) => {
    const marks = [
      property.required === true ? "required" : "",
      property.sensitive === undefined ? "" : "sensitive",
      property.source === "addition" ? "addition" : "",
    ].filter((mark) => mark !== "");
    const fallback =
      property.default === undefined ? "" : ` Default: \`${String(property.default)}\`.`;
    const accepts = acceptedMarkdown(property.type);
    const suffix = marks.length === 0 ? "" : ` (${marks.join(", ")})`;
    return `| \`${path}\`${suffix} | ${accepts} | ${markdownText(property.summary)}${fallback} |`;
  });
  return `| Property | Accepts | Meaning |\n| --- | --- | --- |\n${rows.join("\n")}\n`;
}

function blockText(heading: string, block: Block): string {
  const variants = Object.keys(block.variants);
  const common = `${heading}\n\n${table(variants.length === 0 ? propertiesOf(block, null) : block.common)}`;
  const own = variants
    .filter((variant) => Object.keys(block.variants[variant] ?? {}).length > 0)
    .map(
      (variant) =>
        `\n### \`${block.discriminator ?? "type"}: ${variant}\`\n\n${table(block.variants[variant] ?? {})}`,
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

function sectionPage(name: string, section: Section): string {
  const head = `${generated}# \`${name}\`\n\n${markdownText(section.summary)}\n\n`;
  switch (section.kind) {
    case "named":
      return head + blockText(`## \`${name}.<name>\``, section.block);
    case "single":
      return head + blockText(`## \`${name}\``, section.block);
    case "named-with-reserved":
      return [
        head + blockText(`## \`${name}.<name>\``, section.block),
        ...Object.entries(section.reserved).map(([key, held]) =>
          key === "_defaults" || key === "_groups"
            ? `\n## \`${name}.${key}\`\n\nTakes the properties of \`${name}.<name>\`${key === "_groups" ? ", by group name" : ""}.\n`
            : `\n${"each" in held ? blockText(`## \`${name}.${key}.<name>\``, held.each) : blockText(`## \`${name}.${key}\``, held)}`,
        ),
      ].join("");
    case "fixed":
      return [
        head,
        ...Object.entries(section.blocks).map(([key, held]) =>
          "common" in held
            ? `${blockText(`## \`${name}.${key}\``, held)}\n`
            : `## \`${name}.${key}[]\`\n\n${held.items.kind === "map" ? table(held.items.properties) : ""}\n`,
        ),
      ].join("");
    case "list":
      return `${head}## \`${name}[]\`\n\n${table(section.items.properties)}`;
  }
}

function indexPage(): string {
  const rows = Object.entries(sections).map(
    ([name, { summary }]) => `| [\`${name}\`](${name}.md) | ${markdownText(summary)} |`,
  );
  return `${generated}# The \`.infra\` file

A file is YAML 1.2. It begins with its head:

${table(headProperties)}
and holds any of these sections:

| Section | Holds |
| --- | --- |
${rows.join("\n")}
`;
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
              ({ path, property }) =>
                `| \`${name}\` | ${variant === "" ? "" : `\`${variant}\``} | \`${path}\` | ${markdownText(property.summary)} |`,
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
      return `| \`${code}\` | ${severity} | ${markdownText(text)} |`;
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
