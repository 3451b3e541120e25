// Markdown fragments from text of the input: always text, never markup, links or HTML.
// Holds no document shape: that is in templates.

// Bidi controls, zero-width characters and the byte order mark would show other text than there is.
const invisible = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\ud800-\udfff]/gu;
const lineBreaksAndControls = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;

const markup = /[\\`*_{}[\]()#!|~$^@]/g;
// Only these places give the character a meaning: list markers, headings, automatic links.
const leadingMarker = /^(\d{0,9})([-+=.])/;
const linkMarker = /:(?=\/\/)|(?<=www)\.|(?<=\b(?:mailto|xmpp)):/gi;

// Words without any character that means something in Markdown.
const plainWords = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;

function oneLine(text: string): string {
  return text.replace(lineBreaksAndControls, " ").replace(invisible, "\ufffd");
}

/**
 * `text` on one line, to be read as written in a paragraph, list item or table cell. Runs of white
 * space become one space; invisible characters become U+FFFD.
 */
export function markdownText(text: string): string {
  if (plainWords.test(text)) return text;
  return oneLine(text)
    .replace(/ +/g, " ")
    .trim()
    .replace(markup, "\\$&")
    .replace(leadingMarker, "$1\\$2")
    .replace(linkMarker, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

/**
 * `text` as inline code, fenced by more backticks than it holds in a row. `cell` is for a table
 * cell, where a pipe must be escaped even in code.
 */
export function markdownCode(text: string, place: "text" | "cell" = "text"): string {
  const line = oneLine(text);
  const longest = Math.max(0, ...Array.from(line.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  // A reader strips one space from both ends of code that begins and ends with one.
  const needsSpace = /^`|`$|^ .* $/.test(line) || line === "";
  const code = needsSpace && line.trim() !== "" ? ` ${line} ` : line || " ";
  return fence + (place === "cell" ? code.replaceAll("|", "\\|") : code) + fence;
}
