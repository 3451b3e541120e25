// Makes text of unknown origin safe to print on one line of a terminal.

/**
 * Controls, DEL, C1, soft hyphen, zero-width and bidirectional marks, line separators, byte order
 * marks, noncharacters, tags, and halves of surrogate pairs.
 */
export const unprintable: RegExp =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\u{e0000}-\u{e007f}\p{Cs}]/gu;

/** `text` with every character that does not print as itself written `\u{…}`. */
export function printable(text: string): string {
  return text.replace(unprintable, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
