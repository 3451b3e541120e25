// What a property accepts: as a pattern for validators, and in words for people.
import type { PropertyType, TextType } from "./property.js";

// The number of digits keeps sizes exact JavaScript integers, and durations within the 292 years that Java
// counts in nanoseconds.
export const durationPattern = "^([0-9]{1,12}ms|[0-9]{1,9}s|[0-9]{1,8}m|[0-9]{1,6}h|[0-9]{1,5}d)$";
export const sizePattern =
  "^([0-9]{1,15}[bB]|[0-9]{1,12}[kK][bB]|[0-9]{1,9}[mM][bB]|[0-9]{1,6}[gG][bB]|[0-9]{1,3}[tT][bB]|0)$";
export const percentagePattern = "^[0-9]{1,3}(\\.[0-9]{1,9})?%$";
const port =
  "(6553[0-5]|655[0-2][0-9]|65[0-4][0-9]{2}|6[0-4][0-9]{3}|[1-5][0-9]{4}|[1-9][0-9]{0,3})";
const endpoint = `([A-Z_]+://)?(\\[[0-9A-Fa-f:]+\\]|[A-Za-z0-9._-]+):${port}`;
const endpointsPattern = `^${endpoint}(,${endpoint})*$`;

/** The pattern that a text must match; null: any text. */
export function textPattern(type: TextType): string | null {
  if (type.pattern !== undefined) return type.pattern;
  if (type.format === "endpoints") return endpointsPattern;
  if (type.schemes !== undefined && type.schemes.length > 0) {
    return `^(${type.schemes.map(escapePattern).join("|")})://.`;
  }
  return type.format === undefined ? null : "^[A-Za-z][A-Za-z0-9+.:-]*://.|^/.";
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, "\\$&");
}

/** The accepted form in words, to follow "it must be". */
export function acceptedForm(type: PropertyType): string {
  switch (type.kind) {
    case "text":
      return textForm(type);
    case "integer":
    case "number":
      return `${type.kind === "integer" ? "an integer" : "a number"}${rangeForm(type)}`;
    case "boolean":
      return "true or false";
    case "duration":
      return "a duration: an integer and one of ms, s, m, h, d, such as 30s (99999d at most)";
    case "size":
      return "a size: an integer and one of b, kb, mb, gb, tb, such as 512mb";
    case "percentage":
      return "a percentage such as 50%";
    case "memory":
      return "a size such as 1gb, a percentage such as 40%, or a fraction such as 0.4";
    case "choice":
      return type.values.length === 1 ? (type.values[0] ?? "") : `one of ${type.values.join(", ")}`;
    case "map":
    case "free":
      return "a mapping";
    case "list":
      return `a list, each item ${acceptedForm(type.items)}`;
    case "either":
      return type.forms.map(acceptedForm).join(", or ");
    case "raw":
      return type.what;
  }
}

function textForm(type: TextType): string {
  if (type.form !== undefined) return type.form;
  if (type.format === "endpoints") return "host:port, several separated by commas";
  if (type.schemes !== undefined && type.schemes.length > 0) {
    return `a URI that starts with ${type.schemes.map((scheme) => `${scheme}://`).join(" or ")}`;
  }
  return type.format === undefined ? "text" : "a URI or an absolute path";
}

function rangeForm({
  minimum,
  above,
  maximum,
}: {
  readonly minimum?: number;
  readonly above?: number;
  readonly maximum?: number;
}): string {
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum}`;
  if (minimum !== undefined) return ` of at least ${minimum}`;
  if (above !== undefined)
    return ` greater than ${above}${maximum === undefined ? "" : `, at most ${maximum}`}`;
  return maximum === undefined ? "" : ` of at most ${maximum}`;
}
