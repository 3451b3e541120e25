// Text of XML documents from text of the input. Holds no shape of a document: that is in templates.
import { oneLine } from "./one-line.js";

const named: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

// What is no `Char` of XML 1.0 cannot be written, not even as a reference.
const impossible = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** `text` for an element or an attribute; what XML cannot hold becomes U+FFFD. */
export function xmlText(text: string): string {
  return text
    .replace(impossible, "\ufffd")
    .replace(/[&<>"']/g, (character) => named[character] ?? character)
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** `text` for a comment, which two hyphens would end. */
export function xmlComment(text: string): string {
  return oneLine(text)
    .replace(impossible, "\ufffd")
    .replace(/-(?=-|$)/g, "- ");
}
