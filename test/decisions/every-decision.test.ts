// Each of the 103 decisions of the vocabulary has a test with its number.
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const numbers = [
  ...Array.from({ length: 99 }, (_, index) => String(index + 1)),
  "86a",
  "86b",
  "86c",
  "86d",
];

test("every decision has a test with its number", () => {
  const folder = new URL(".", import.meta.url);
  const titles = readdirSync(folder)
    .filter((name) => name.endsWith(".test.ts"))
    .flatMap((name) => [
      ...readFileSync(new URL(name, folder), "utf8").matchAll(/^test.*?"decisions? ([^:]+):/gmsu),
    ])
    .flatMap(([, listed = ""]) => listed.split(" and "));
  expect(numbers).toHaveLength(103);
  expect(numbers.filter((number) => !titles.includes(number))).toEqual([]);
});
