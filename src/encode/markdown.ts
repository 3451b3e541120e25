// Markdown fragments from text of the input: always text, never markup, links or HTML.
// Holds no document shape: that is in templates.
import { oneLine } from "./one-line.js";

const markup = /[\\`*_{}[\]()#!|~$^@]/g;
// Only these places give the character a meaning: list markers, headings, automatic links.
const leadingMarker = /^(\d{0,9})([-+=.])/;
const linkMarker = /:(?=\/\/)|(?<=www)\.|(?<=\b(?:mailto|xmpp)):/gi;

// Words without any character that means something in Markdown.
const plainWords = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;

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

// Characters that mean nothing in inline code.
const plainCode = /^[\w.,:;/ -]*$/;

/**
 * `text` for a place between two single backticks. A backtick would end the code and becomes an
 * apostrophe; `cell` is for a table cell, where a pipe must be escaped even in code.
 */
export function markdownCode(text: string, place: "text" | "cell"): string {
  if (plainCode.test(text)) return text;
  const code = oneLine(text).replaceAll("`", "'");
  return place === "cell" ? code.replaceAll("|", "\\|") : code;
}
