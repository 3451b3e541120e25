// Words of bash scripts from text of the input. Holds no shape of a script: that is in templates.

// What a terminal shows as it is; the rest would hide in a review.
const shown = /^[\P{C}\n]*$/u;

/**
 * `text` as one word: in single quotes, or, with control or invisible characters, as `$'…'` with the
 * bytes of its UTF-8 form, which mean the same in every locale. Throws for NUL, which no word can hold.
 */
export function shellWord(text: string): string {
  if (text.includes("\0")) throw new Error("a shell word cannot hold NUL");
  if (shown.test(text)) return `'${text.replaceAll("'", `'\\''`)}'`;
  const body = text.replace(/['\\]|[\p{C}]/gu, (character) => {
    if (character === "'" || character === "\\") return `\\${character}`;
    const bytes = new TextEncoder().encode(character);
    return Array.from(bytes, (byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("");
  });
  return `$'${body}'`;
}
