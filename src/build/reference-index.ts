// The index of the reference: from a question, and from the name that a target system has for a thing,
// to the property. Build time only.
import { rowOf, fatesOf } from "../language/coverage/coverage.js";
import { isBlock, partsOf, pathText, rowsOf } from "../language/property-rows.js";
import { sections } from "../language/table.js";
import { markdownText } from "../encode/markdown.js";
import { anchorOf, unpadded } from "./reference-table.js";
import { topics } from "./reference-topics.js";

interface Entry {
  readonly key: string;
  /** `streams (kafka)`, and the path below a binding. */
  readonly shown: string;
  readonly link: string;
}

/** Every property that holds a value, by its key in the coverage table. */
function entries(): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>();
  for (const [section, rows] of Object.entries(sections)) {
    for (const { name: part, holds } of partsOf(section, rows)) {
      const tables = isBlock(holds)
        ? [
            ...Object.entries(holds.variants).map(([variant, own]) => ({
              variant,
              listed: variant,
              own,
            })),
            // Rows for all types stand in one table, under the key of each type.
            ...Object.keys(holds.variants).map((variant) => ({
              variant,
              listed: null,
              own: holds.common,
            })),
            ...(holds.discriminator === null
              ? [{ variant: null, listed: null, own: holds.common }]
              : []),
          ]
        : [{ variant: null, listed: null, own: holds }];
      for (const { variant, listed, own } of tables) {
        for (const { steps, container } of rowsOf(own)) {
          if (container) continue;
          const path = pathText(steps);
          const key = `${part}.${variant === null ? "" : `<${variant}>.`}${path}`;
          const anchor = anchorOf({ part, variant: listed, variants: [] }, path);
          const shown = `${part}${listed === null ? "" : ` (${listed})`}: ${path}`;
          found.set(key, { key, shown, link: `${section}.md#${anchor}` });
        }
      }
    }
  }
  return found;
}

function linkTo(found: ReadonlyMap<string, Entry>, key: string): string {
  const entry = found.get(key);
  if (entry === undefined) throw new Error(`the index names "${key}", which is no property`);
  return `[\`${entry.shown}\`](${entry.link})`;
}

/** Questions, by heading. */
export function topicTables(): string {
  const found = entries();
  return Object.entries(topics)
    .map(([heading, rows]) => {
      const lines = rows.map(
        ([question, ...keys]) =>
          `| ${markdownText(question)} | ${keys.map((key) => linkTo(found, key)).join("<br>")} |`,
      );
      const head = "| To … | Property |\n| --- | --- |";
      return `### ${heading}\n\n${unpadded(`${head}\n${lines.join("\n")}\n`)}`;
    })
    .join("\n");
}

/** The page that goes from the names of target systems to properties. */
export function namesPage(): string {
  const byName = new Map<string, Set<string>>();
  for (const { key, shown, link } of entries().values()) {
    for (const name of namesOf(key)) {
      const links = byName.get(name) ?? new Set();
      byName.set(name, links.add(`[\`${shown}\`](${link})`));
    }
  }
  const rows = [...byName]
    .filter(([, links]) => links.size <= 12)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, links]) => `| \`${name}\` | ${[...links].join("<br>")} |`);
  return `# From names of target systems to properties

You know the option of Flink or of a client, or the field of a Kubernetes object: this is the property
that sets it. Made from what was measured; see [the reference](README.md).

${unpadded(`| Name | Property |\n| --- | --- |\n${rows.join("\n")}\n`)}`;
}

/** Names with a dot in them: options, client properties, fields. Files and methods say too little. */
function namesOf(key: string): readonly string[] {
  const row = rowOf(key);
  if (row === null) return [];
  return [...fatesOf(row).values()]
    .flatMap(({ becomes }) => becomes ?? [])
    .filter(
      (name) => name.includes(".") && !/\.(?:md|java|sh|xml|ya?ml|bash|json|yml)$/u.test(name),
    );
}
