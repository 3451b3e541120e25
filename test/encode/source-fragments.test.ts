// Text of the input inside Java, shell, XML and properties files: what the readers of those files must
// get back, and what must never be able to leave its place.
import { expect, test } from "vitest";
import { javadocText, javaString } from "../../src/encode/java.js";
import { propertiesKey, propertiesValue } from "../../src/encode/properties.js";
import { shellWord } from "../../src/encode/shell.js";
import { xmlComment, xmlText } from "../../src/encode/xml.js";
import { nastyStrings } from "./nasty-strings.js";

test.each([
  ["plain", "orders", '"orders"'],
  ["quotes and backslashes", 'a"b\\c', '"a\\"b\\\\c"'],
  ["line breaks", "a\nb\rc\td", '"a\\nb\\rc\\td"'],
  ["a control character is octal, before a digit too", "\u00011", '"\\0011"'],
  ["beyond ASCII", "é😀", '"\\u00e9\\ud83d\\ude00"'],
  ["a written Unicode escape stays text", "\\u000a", '"\\\\u000a"'],
])("Java string: %s", (_, given, want) => {
  expect(javaString(given)).toBe(want);
});

/** What javac reads: Unicode escapes first (JLS 3.3), then the escapes of the literal (JLS 3.10.7). */
function readJava(literal: string): string {
  const units = literal.replace(/\\\\|\\u([0-9a-f]{4})/g, (all, hex?: string) =>
    hex === undefined ? all : String.fromCharCode(Number.parseInt(hex, 16)),
  );
  const named: Record<string, string> = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" };
  return units
    .slice(1, -1)
    .replace(/\\([0-7]{3}|.)/g, (_, escape: string) =>
      escape.length === 3
        ? String.fromCharCode(Number.parseInt(escape, 8))
        : (named[escape] ?? "?"),
    );
}

test("every string comes back from its Java literal, which is one line of ASCII", () => {
  for (const text of nastyStrings) {
    const literal = javaString(text);
    expect(literal).toMatch(/^"(?:[^"\\]|\\.)*"$/);
    expect(literal).toMatch(/^[ -~]*$/);
    expect(readJava(literal)).toBe(text);
  }
});

test.each([
  ["the end of the comment", "a */ b", "a *&#47; b"],
  ["a tag and an inline tag", "@param {@code x}", "&#64;param &#123;&#64;code x&#125;"],
  ["markup", "a < b && c", "a &#60; b &#38;&#38; c"],
  ["a Unicode escape, which javac reads in comments too", "\\u002a/", "&#92;u002a/"],
  ["a line break", "a\nb", "a b"],
])("Javadoc: %s", (_, given, want) => {
  expect(javadocText(given)).toBe(want);
});

test("no text ends a Java comment or starts an escape in it", () => {
  for (const text of nastyStrings) expect(javadocText(text)).not.toMatch(/\*\/|\\|[^ -~]/);
});

test.each([
  ["plain", "orders", "'orders'"],
  ["empty", "", "''"],
  ["a quote", "it's", `'it'\\''s'`],
  ["what a shell would run", "$(touch x) `y` ; z", "'$(touch x) `y` ; z'"],
  ["a line break stands inside the quotes", "a\nb", "'a\nb'"],
  ["control characters", "a\u001b[31m'", "$'a\\x1b[31m\\''"],
  ["a mark that changes the order of text", "\u202ea", "$'\\xe2\\x80\\xaea'"],
])("shell word: %s", (_, given, want) => {
  expect(shellWord(given)).toBe(want);
});

test("a shell word cannot hold NUL", () => {
  expect(() => shellWord("a\0b")).toThrow("NUL");
});

test.each([
  ["markup", `<a b="c">&'`, "&lt;a b=&quot;c&quot;&gt;&amp;&apos;"],
  ["line breaks survive attributes", "a\nb\tc", "a&#10;b&#9;c"],
  ["what XML cannot hold", "a\u0000\u001bb", "a\ufffd\ufffdb"],
])("XML text: %s", (_, given, want) => {
  expect(xmlText(given)).toBe(want);
});

test("a comment of XML holds no two hyphens and ends in none", () => {
  expect(xmlComment("a --> b --")).toBe("a - -> b - - ");
});

test.each([
  ["plain", "a=b:c # d", "a=b:c # d"],
  ["a leading space", "  a", "\\  a"],
  ["a backslash and a line break", "a\\b\nc", "a\\\\b\\nc"],
  ["beyond ASCII", "é", "\\u00e9"],
])("value of a properties file: %s", (_, given, want) => {
  expect(propertiesValue(given)).toBe(want);
});

test("key of a properties file", () => {
  expect(propertiesKey("a b=c:d#e!f\\g")).toBe("a\\ b\\=c\\:d\\#e\\!f\\\\g");
});
