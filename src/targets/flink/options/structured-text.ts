// Flink's notation for lists (`a;b`) and maps (`k:v,k2:v2`) in one text: how it is split and joined.
// How a file quotes the text is the business of src/encode.

/**
 * Splits as Flink does: blanks around a part are dropped, a part that starts with a quote ends at
 * the same quote (doubled inside), empty first and last parts do not count. Null: Flink refuses the text.
 */
export function splitStructured(text: string, delimiter: ";" | "," | ":"): string[] | null {
  const parts: string[] = [];
  let last: "start" | "delimiter" | "part" = "start";
  for (let at = 0; at < text.length;) {
    const char = text.charAt(at);
    if (char === delimiter) {
      if (last === "delimiter") parts.push("");
      last = "delimiter";
      at += 1;
    } else if (isBlank(char)) {
      at += 1;
    } else {
      if (last === "part") return null;
      const part = char === "'" || char === '"' ? quoted(text, at) : plain(text, at, delimiter);
      if (part === null) return null;
      parts.push(part.value);
      last = "part";
      at = part.end;
    }
  }
  return parts;
}

interface Part {
  readonly value: string;
  readonly end: number;
}

function quoted(text: string, start: number): Part | null {
  const quote = text.charAt(start);
  let value = "";
  for (let at = start + 1; at < text.length; at += 1) {
    if (text.charAt(at) !== quote) value += text.charAt(at);
    else if (text.charAt(at + 1) === quote) value += text.charAt(at++);
    else return { value, end: at + 1 };
  }
  return null;
}

function plain(text: string, start: number, delimiter: string): Part {
  const found = text.indexOf(delimiter, start);
  const end = found === -1 ? text.length : found;
  return { value: text.slice(start, end).replace(/[\0- ]+$/u, ""), end };
}

function isBlank(char: string): boolean {
  return /\s/u.test(char);
}

/** A list option: `a;b`. */
export function listText(items: readonly string[]): string {
  return items.map((item) => (needsQuotes(item, ";") ? inQuotes(item) : item)).join(";");
}

/** A map option: `k:v,k2:v2`, in the order given; keys are distinct. */
export function mapText(entries: readonly (readonly [string, string])[]): string {
  const pairs = entries.map(([key, value]) => `${mapPart(key)}:${mapPart(value)}`);
  // All pairs or none: Flink tries YAML first, and `a:b,'k:''c: d'''` happens to be a YAML map.
  const quote = pairs.some((pair) => needsQuotes(pair, ",") || /: |['"]/u.test(pair));
  return pairs.map((pair) => (quote ? inQuotes(pair) : pair)).join(",");
}

function mapPart(part: string): string {
  return needsQuotes(part, ":") ? inQuotes(part) : part;
}

/**
 * Whether Flink would not read `part` back from between two delimiters. The first characters of
 * YAML flow collections and block sequences count, because Flink tries to read YAML first.
 */
function needsQuotes(part: string, delimiter: ";" | "," | ":"): boolean {
  return part === "" || part.includes(delimiter) || /^[\s'"[{!&*?|>%@`-]|\s$/u.test(part);
}

function inQuotes(part: string): string {
  return `'${part.replaceAll("'", "''")}'`;
}
