// Slices of a text of which equal ones are one string: a file repeats its keys and words thousands of
// times, and one string of each is quicker to compare, to look up and to keep. Changes no value.

/** Longer ones are seldom repeated. */
const longestWord = 24;
const slots = 2048;

export class WordTable {
  readonly #words: (string | undefined)[] = Array.from({ length: slots });

  /** `text.slice(start, end)`. */
  slice(text: string, start: number, end: number): string {
    const length = end - start;
    if (length > longestWord) return text.slice(start, end);
    let hash = length;
    for (let at = start; at < end; at++) hash = (hash * 31 + text.charCodeAt(at)) | 0;
    const slot = hash & (slots - 1);
    const known = this.#words[slot];
    if (known?.length === length && text.startsWith(known, start)) return known;
    return (this.#words[slot] = text.slice(start, end));
  }
}
