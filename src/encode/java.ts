// Fragments of Java source from text of the input: string literals and text of comments. Holds no
// shape of a class: that is in templates.
import { oneLine } from "./one-line.js";

const namedEscapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

/**
 * `text` as a string literal, quotes included, ASCII only. Control characters are octal escapes: the
 * compiler turns Unicode escapes into characters before it looks for the end of the literal (JLS 3.3).
 */
export function javaString(text: string): string {
  const body = text.replace(/["\\]|[^ -~]/g, (unit) => {
    const named = namedEscapes[unit];
    if (named !== undefined) return named;
    const value = unit.charCodeAt(0);
    return value < 0x20 || value === 0x7f
      ? `\\${value.toString(8).padStart(3, "0")}`
      : `\\u${value.toString(16).padStart(4, "0")}`;
  });
  return `"${body}"`;
}

/** `text` on one line of a comment: neither markup, nor a tag, nor the end of the comment, ASCII only. */
export function javadocText(text: string): string {
  return oneLine(text).replace(
    /[&<>@{}\\]|(?<=\*)\/|[^ -~]/gu,
    (character) => `&#${character.codePointAt(0) ?? 0};`,
  );
}
