// PromQL text: selectors, label matchers, numbers, and the text of annotations. Everything that comes
// from a file passes through here, so that it cannot end its place.

/** One label matcher. */
export interface Matcher {
  readonly label: string;
  /** One value, or alternatives, each taken literally. */
  readonly values: readonly string[];
  /** A regular expression of our own instead; `values` has an example of what it matches. */
  readonly pattern?: string;
}

/** `text` as a PromQL string in double quotes (escapes as in Go). */
function promqlString(text: string): string {
  const escaped = text.replace(/["\\\p{Cc}\u2028\u2029]/gu, (character) => {
    if (character === '"' || character === "\\") return `\\${character}`;
    if (character === "\n") return "\\n";
    return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
  });
  return `"${escaped}"`;
}

/** `text` for a regular expression of Go's RE2, matching only itself. */
export function literalRegex(text: string): string {
  return text.replace(/[\\.+*?()|[\]{}^$]/gu, "\\$&");
}

/** The text of `matchers` between braces: `job_name=~"a|b", environment="test"`. */
export function matcherText(matchers: readonly Matcher[]): string {
  return matchers
    .map(({ label, values, pattern }) => {
      if (pattern !== undefined) return `${label}=~${promqlString(pattern)}`;
      if (values.length === 1) return `${label}=${promqlString(values[0] ?? "")}`;
      return `${label}=~${promqlString(values.map(literalRegex).join("|"))}`;
    })
    .join(", ");
}

/** `name{…}`; without matchers the bare name. */
export function selector(name: string, matchers: readonly Matcher[]): string {
  return matchers.length === 0 ? name : `${name}{${matcherText(matchers)}}`;
}

/** A finite number as PromQL reads it; never with a unit. */
export function promqlNumber(value: number): string {
  return String(value);
}

/** The name that Flink's reporter gives a label: what Prometheus did not always take becomes `_`. */
export function exposedLabel(name: string): string {
  const exposed = name.replace(/[^A-Za-z0-9_]/gu, "_");
  return /^\d/u.test(exposed) ? `_${exposed}` : exposed;
}

/**
 * `text` for a label or annotation of a rule, which Prometheus expands as a Go template: what would
 * begin an action prints itself. A brace at the end counts, for an action may follow.
 */
export function templateText(text: string): string {
  return text.replace(/\{{2,}|\{$/gu, (braces) => `{{ "${braces}" }}`);
}
