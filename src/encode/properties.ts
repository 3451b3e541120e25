// Keys and values of `.properties` files, as `java.util.Properties` reads them. Decides no key.

const namedEscapes: Readonly<Record<string, string>> = {
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\f": "\\f",
  "\\": "\\\\",
};

function escapeUnit(unit: string): string {
  const named = namedEscapes[unit];
  return named ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** `text` as a value: ASCII only, a leading space kept. */
export function propertiesValue(text: string): string {
  return text.replace(/\\|[^ -~]/g, escapeUnit).replace(/^ /, "\\ ");
}

/** `text` as a key: what would end it or start a comment is escaped. */
export function propertiesKey(text: string): string {
  return text.replace(/\\|[^ -~]/g, escapeUnit).replace(/[ :=#!]/g, "\\$&");
}
