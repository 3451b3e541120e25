import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { generatedSources } from "../../src/build/sources.js";

const sources = await generatedSources();

test.each([...sources].map(([path, text]) => [path, text]))(
  "%s is what the table gives",
  (path, text) => {
    // Run `npm run generate` after a change of the property table or of the codes.
    expect(existsSync(path) ? readFileSync(path, "utf8") : "").toBe(text);
  },
);

test("no reference page is left over", () => {
  const pages = readdirSync("docs/reference")
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/reference/${name}`);
  expect(pages.toSorted()).toEqual(
    [...sources.keys()].filter((path) => path.startsWith("docs/reference/")).toSorted(),
  );
});
