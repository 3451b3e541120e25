// What the shipped examples warn of is accepted in them with a reason: a strict run passes, alone and
// together.
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { compileExample, findExamples } from "../../src/build/examples.js";
import { compareEntries } from "../../src/compile/compare-entries.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

test.each(findExamples(root))("the example $name passes a strict run", async (example) => {
  const compilations = await compileExample(example);
  const found = [
    ...compilations.flatMap(({ diagnostics }) => diagnostics),
    ...compareEntries(compilations.map(({ analysis }) => analysis)),
  ];
  const severe = found.filter(({ severity }) => severity !== "note");
  expect(severe.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
});
