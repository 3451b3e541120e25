// The examples of the reference are files that work: each is built by every generator that its target
// has, and together they show every property of the language.
import { describe, expect, test } from "vitest";
import { allGenerators } from "../../src/build/examples.js";
import {
  exampledRows,
  examplesFor,
  exampleTexts,
  referenceExamples,
} from "../../src/build/reference-examples.js";
import { picks } from "../../src/build/reference-picks.js";
import { compile } from "../../src/compile/compile.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { isBlock, partsOf } from "../../src/language/property-rows.js";
import { sections } from "../../src/language/table.js";
import { memoryHost } from "../../src/source/memory-host.js";

/** What no generator can make anything of is shown all the same, and says so above the example. */
const refused: Readonly<Record<string, readonly string[]>> = {
  "deployment.tls": ["E920"],
  "state_backends.external": ["E901"],
};

async function errorsOf(name: string): Promise<readonly Diagnostic[]> {
  const host = memoryHost({
    files: Object.fromEntries([...exampleTexts].map(([file, text]) => [`/project/${file}`, text])),
  });
  const { diagnostics } = await compile(host, `/project/${name}.infra`, {
    generators: await allGenerators(),
    onlyApplicable: true,
    complete: true,
    projectRoot: "/project",
  });
  return diagnostics.filter(({ severity }) => severity === "error");
}

test("every property of the language is in an example", () => {
  const missing = exampledRows().filter(({ value }) => value === undefined);
  expect(missing.map(({ key }) => key)).toEqual([]);
});

describe.each(referenceExamples.map((example) => [example.name, example] as const))(
  "%s",
  (name, { caption }) => {
    test("is built without an error, or says that it is refused", async () => {
      const errors = await errorsOf(name);
      const wanted = refused[name] ?? [];
      expect(errors.filter(({ code }) => !wanted.includes(code))).toEqual([]);
      expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(wanted));
      expect(caption?.startsWith("Refused by every generator") ?? false).toBe(name in refused);
    });
  },
);

test("every example is shown, on one page", () => {
  const shown = Object.entries(sections).flatMap(([section, kind]) =>
    partsOf(section, kind).flatMap(({ name, holds }) => {
      const variants = isBlock(holds) ? Object.keys(holds.variants) : [];
      return [null, ...variants].flatMap((variant) => examplesFor(name, variant, variants));
    }),
  );
  expect(shown.map(({ name }) => name).toSorted()).toEqual(
    referenceExamples.map(({ name }) => name).toSorted(),
  );
});

test("what is followed into the output belongs to an example", () => {
  const names = new Set(referenceExamples.map(({ name }) => name));
  expect(Object.keys(picks).filter((name) => !names.has(name))).toEqual([]);
});
