// Canonical YAML scalars: read alike by YAML 1.1 and 1.2 readers, and unchanged by prettier.
// Knows nothing of trees: they are in yaml.ts.

// A letter or slash first, then words joined by single spaces or colons: no indicator, no `: `,
// no ` #`, no comma or bracket (so it is safe in flow style too), nothing a reader takes for a number.
const plainText = /^[A-Za-z/][\w./@=+-]*(?:[: ][\w./@=+-]+)*$/;

// What some reader takes for a boolean, null or a number; `e3` is one to `yaml` in 1.1 mode.
const readerWord = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf|infinity|e[-+]?\d+)$/i;

const notPrintableAscii = /[^ -~]/;
const needsEscape = /["\\]|[^ -~]/gu;

const namedEscapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

function escapeCharacter(character: string): string {
  const named = namedEscapes[character];
  if (named !== undefined) return named;
  const code = character.codePointAt(0) ?? 0;
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, "0")}`;
  if (code <= 0xffff) return `\\u${code.toString(16).padStart(4, "0")}`;
  return `\\U${code.toString(16).padStart(8, "0")}`;
}

/** `text` in double quotes, ASCII only; characters beyond U+FFFF as one escape, never as a pair. */
export function yamlDoubleQuoted(text: string): string {
  return `"${text.replace(needsEscape, escapeCharacter)}"`;
}

function yamlString(text: string): string {
  if (plainText.test(text)) return readerWord.test(text) ? `"${text}"` : text;
  // prettier turns "\"" into '"', and doubles apostrophes there; single quotes need no other escape.
  if (text.includes('"') && !notPrintableAscii.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return yamlDoubleQuoted(text);
}

function yamlNumber(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`Not a number that YAML readers share: ${value}`);
  if (value === 0) return "0";
  // Beyond 2^53 JavaScript may print an exponent.
  if (Number.isSafeInteger(value)) return String(value);
  if (Number.isInteger(value)) return BigInt(value).toString();
  const [mantissa = "", exponent] = value.toString().split("e");
  if (exponent === undefined) return mantissa;
  // YAML 1.1 takes `1e-7` for a string: the point and the sign make it a number everywhere.
  return `${mantissa.includes(".") ? mantissa : `${mantissa}.0`}e${exponent}`;
}

/**
 * One scalar on one line: plain where every reader agrees on the string, single quotes for printable
 * ASCII that holds `"`, else double quotes with ASCII escapes. Integers are printed in full.
 * Throws for NaN and infinities, which no stage before lets through.
 */
export function yamlScalar(value: string | number | boolean | null): string {
  if (typeof value === "string") return yamlString(value);
  if (typeof value === "number") return yamlNumber(value);
  return value === null ? "null" : String(value);
}

const unsafeInBlock = /[^\n -~]| (?:\n|$)/;

/**
 * Whether a block literal shows `text` exactly: several lines of printable ASCII, the first neither
 * empty nor indented (no indentation indicator), no trailing space, at most one newline at the end.
 */
export function fitsBlockLiteral(text: string): boolean {
  return (
    text.includes("\n") &&
    text[0] !== "\n" &&
    text[0] !== " " &&
    !text.endsWith("\n\n") &&
    !unsafeInBlock.test(text)
  );
}
