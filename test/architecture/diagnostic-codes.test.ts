// Every diagnostic of the core has a case: a test, or an input of test/cases, that names its code.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { messages } from "../../src/diagnostics/catalogue/index.js";

const testFolder = fileURLToPath(new URL("../", import.meta.url));

/** Text of every test and case; the architecture tests themselves prove nothing about a code. */
function testTexts(): readonly string[] {
  return readdirSync(testFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.endsWith("/architecture"))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
}

const mentioned = new Set(testTexts().flatMap((text) => text.match(/\b[EWN]\d{3}\b/gu) ?? []));

test("every code of the catalogue has a case", () => {
  expect(Object.keys(messages).filter((code) => !mentioned.has(code))).toEqual([]);
});

test("tests name no code that does not exist", () => {
  expect([...mentioned].filter((code) => !Object.hasOwn(messages, code))).toEqual([]);
});
