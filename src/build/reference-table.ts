// The property tables of the reference pages: what each property accepts, means, and becomes in each
// target. Build time only.
import { markdownCode, markdownText } from "../encode/markdown.js";
import { fatesOf, rowOf } from "../language/coverage/coverage.js";
import type { Fate } from "../language/coverage/row.js";
import type { Properties, PropertyType } from "../language/property.js";
import { pathText, rowsOf, type PropertyRow } from "../language/property-rows.js";
import { exampleValue } from "./reference-examples.js";
import { acceptedForm } from "../language/value-forms.js";

/** Where a table stands in the coverage table. */
export interface TablePlace {
  /** `streams`, `resources._quotas`. */
  readonly part: string;
  /** The type or provider that the properties are of; null: they are for all of `variants`. */
  readonly variant: string | null;
  readonly variants: readonly string[];
}

const flinkFamily = ["flink-conf", "k8s", "yarn", "standalone", "compose"];
const shown = 6;

/** The anchor of a property on its page: `kafka.consumer.group_id`. */
export function anchorOf({ part, variant }: TablePlace, path: string): string {
  const inner = part.includes(".") ? `${part.slice(part.indexOf(".") + 1)}.` : "";
  return `${inner}${variant === null ? "" : `${variant}.`}${path}`.replaceAll(/[<> ]/gu, "");
}

/** A Markdown table of `properties`, nested ones with dotted paths. */
export function propertyTable(properties: Properties, place: TablePlace | null): string {
  const rows = rowsOf(properties).map((row) => tableRow(row, place));
  const head =
    place === null
      ? "| Property | Accepts | Meaning |\n| --- | --- | --- |"
      : "| Property | Accepts | Meaning | Becomes |\n| --- | --- | --- | --- |";
  return unpadded(`${head}\n${rows.join("\n")}\n`);
}

/** Long cells would be padded to the longest, page after page. */
export function unpadded(table: string): string {
  return `<!-- prettier-ignore-start -->\n\n${table}\n<!-- prettier-ignore-end -->\n`;
}

function tableRow({ steps, property, container }: PropertyRow, place: TablePlace | null): string {
  const marks = [
    property.required === true ? "required" : "",
    property.sensitive === undefined ? "" : "sensitive",
    property.source === "addition" ? "addition" : "",
  ].filter((mark) => mark !== "");
  const fallback =
    property.default === undefined ? "" : ` Default: \`${String(property.default)}\`.`;
  const suffix = marks.length === 0 ? "" : ` (${marks.join(", ")})`;
  const path = pathText(steps);
  const anchor = place === null ? "" : `<a id="${anchorOf(place, path)}"></a>`;
  const cells = [
    `${anchor}\`${path}\`${suffix}`,
    acceptedMarkdown(property.type, place === null ? null : exampleText(place, path)),
    `${markdownText(property.summary)}${fallback}`,
    ...(place === null ? [] : [container ? "" : becomes(place, path)]),
  ];
  return `| ${cells.join(" | ")} |`;
}

/** The value that an example gives the property, where it fits a cell. */
function exampleText({ part, variant }: TablePlace, path: string): string | null {
  const value = exampleValue(`${part}.${variant === null ? "" : `<${variant}>.`}${path}`);
  const items = Array.isArray(value) ? value : [value];
  if (items.some((item) => typeof item === "object" || item === undefined)) return null;
  const text = items.join(", ");
  return text.length > 48 ? null : Array.isArray(value) ? `[${text}]` : text;
}

/** Values and schemes to be typed stand as code, and an example where the form alone says little. */
function acceptedMarkdown(type: PropertyType, example: string | null): string {
  const form = formMarkdown(type);
  if (example === null || type.kind === "choice" || type.kind === "boolean") return form;
  const code = `\`${markdownCode(example, "cell")}\``;
  // How these are written is said once, on the index page.
  if (type.kind === "duration" || type.kind === "size") return `a ${type.kind}: ${code}`;
  return form.includes(" such as ") ? form : `${form}: ${code}`;
}

function formMarkdown(type: PropertyType): string {
  if (type.kind === "choice") {
    return `one of ${type.values.map((value) => `\`${value}\``).join(", ")}`;
  }
  if (type.kind === "text" && type.form === undefined && type.schemes !== undefined) {
    return `a URI: ${type.schemes.map((scheme) => `\`${scheme}://\``).join(", ")}`;
  }
  return markdownText(acceptedForm(type));
}

function becomes({ part, variant, variants }: TablePlace, path: string): string {
  const wanted = variant === null ? variants : [variant];
  if (wanted.length === 0) return fatesText(`${part}.${path}`);
  const texts = new Map<string, string[]>();
  for (const each of wanted) {
    const text = fatesText(`${part}.<${each}>.${path}`);
    texts.set(text, [...(texts.get(text) ?? []), each]);
  }
  if (texts.size === 1) return [...texts.keys()][0] ?? "";
  return [...texts].map(([text, of]) => `*${of.join(", ")}*: ${text}`).join("<br>");
}

function fatesText(key: string): string {
  const row = rowOf(key);
  if (row === null) return "";
  const fates = [...fatesOf(row)].filter(([id]) => id !== "model" || Object.keys(row).length === 1);
  const texts = new Map<string, string[]>();
  for (const [id, fate] of fates) {
    const text = fateText(fate);
    texts.set(text, [...(texts.get(text) ?? []), id]);
  }
  return [...texts].map(([text, ids]) => `${whoText(ids)}${text}`).join("; ");
}

function whoText(ids: readonly string[]): string {
  if (ids.includes("model")) return "every command: ";
  if (flinkFamily.every((id) => ids.includes(id))) {
    const others = ids.filter((id) => !flinkFamily.includes(id));
    return `${["Flink", ...others].join(", ")}: `;
  }
  return `${ids.join(", ")}: `;
}

function fateText({ becomes: names, says, whole }: Fate): string {
  if (names !== undefined) {
    const more = names.length > shown ? ", …" : "";
    return `${names
      .slice(0, shown)
      .map((name) => `\`${name}\``)
      .join(", ")}${more}`;
  }
  const codes = (says ?? []).map((code) => `[${code}](../diagnostics.md#${code.toLowerCase()})`);
  const word = (says ?? []).every((code) => code.startsWith("E")) ? "checked" : "told";
  return `${word}${whole === undefined || whole === "" ? "" : ` with \`${whole}\``} (${codes.join(", ")})`;
}
