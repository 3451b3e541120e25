// Text of the input on one line, for comments, commands and running text. Escapes no markup.

// Bidi controls, zero-width characters and the byte order mark would show other text than there is.
const invisible = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\ud800-\udfff]/gu;
const lineBreaksAndControls = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;

/** `text` with a space for each run of line breaks and controls, and U+FFFD for what is invisible. */
export function oneLine(text: string): string {
  return text.replace(lineBreaksAndControls, " ").replace(invisible, "\ufffd");
}
