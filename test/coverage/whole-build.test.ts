// As a user would judge: every property of every example of the reference is taken out or changed, and a
// whole build must give other files, or say something about it. Whose duty that is does not count here.
import { expect, test } from "vitest";
import { allGenerators } from "../../src/build/examples.js";
import {
  exampleTexts,
  referenceExamples,
  type ReferenceExample,
} from "../../src/build/reference-examples.js";
import { compile } from "../../src/compile/compile.js";
import { memoryHost } from "../../src/source/memory-host.js";
import { aboutWhole } from "./observe-whole.js";
import { propertyCases, type PropertyCase } from "./property-cases.js";
import { sampleFor } from "./samples.js";
import { sampleValues } from "./sample-values.js";
import { valueIn, withValue, type Place, type Tree } from "./trees.js";

/** Not to be seen in an example, with the reason. */
const exceptions: Readonly<Record<string, string>> = {
  "deployment.<kubernetes>.security.ssl.rest.truststore": "its password is refused already",
};

const texts = Object.fromEntries(
  [...exampleTexts].map(([file, text]) => [`/project/${file}`, text]),
);

interface Built {
  readonly output: string | null;
  readonly findings: Awaited<ReturnType<typeof compile>>["diagnostics"];
}

/** `nexgen build` of `tree` in the place of an example. */
async function build(name: string, tree: Tree): Promise<Built> {
  const entry = `/project/${name}.infra`;
  const host = memoryHost({ files: { ...texts, [entry]: JSON.stringify(tree) } });
  const { diagnostics, scopes } = await compile(host, entry, {
    generators: await allGenerators(),
    onlyApplicable: true,
    complete: true,
    projectRoot: "/project",
  });
  const files = scopes.flatMap(({ files: some }) => some.map(({ path, text }) => [path, text]));
  return { output: scopes.length === 0 ? null : JSON.stringify(files), findings: diagnostics };
}

const built = new Map<string, Promise<Built>>();

function asItIs({ name, tree }: ReferenceExample): Promise<Built> {
  let outcome = built.get(name);
  if (outcome === undefined) built.set(name, (outcome = build(name, tree)));
  return outcome;
}

/** Keys of `compose` and `ci_cd` that are no names. */
const listed = new Set(
  "services project_name type workflow jobs stages application sync_policy".split(" "),
);

function placesBelow(tree: Tree, at: Place, steps: readonly string[]): readonly Place[] {
  const [step, ...rest] = steps;
  if (step === undefined) return [at];
  const value = valueIn(tree, at);
  if (typeof value !== "object" || value === null) return [];
  if (step === "[]") {
    return Array.isArray(value)
      ? value.flatMap((_, index) => placesBelow(tree, [...at, index], rest))
      : [];
  }
  if (!step.startsWith("<")) {
    return Object.hasOwn(value, step) ? placesBelow(tree, [...at, step], rest) : [];
  }
  return Object.keys(value)
    .filter((key) => !key.startsWith("_") && !listed.has(key))
    .flatMap((key) => placesBelow(tree, [...at, key], rest));
}

/** Places of the property in an example, in what a region has of its own too. */
function placesOf({ tree }: ReferenceExample, property: PropertyCase): readonly Place[] {
  const { place, variant, steps } = property;
  return placesBelow(tree, [], place)
    .filter((at) => {
      if (variant === null) return true;
      // The setting that the examples extend is on Kubernetes.
      const is = valueIn(tree, [...at, variant.key]);
      return is === variant.value || (is === undefined && variant.value === "kubernetes");
    })
    .flatMap((at) => [
      at,
      ...placesBelow(tree, at, ["<region>"]).filter((inner) =>
        /^[a-z]+-[a-z]+-\d$/u.test(String(inner.at(-1))),
      ),
    ])
    .flatMap((at) => placesBelow(tree, at, steps));
}

function changed(one: Built, other: Built): boolean {
  if (one.output !== null && other.output !== null && one.output !== other.output) return true;
  const said = ({ findings }: Built): string =>
    findings.map(({ code, message }) => `${code} ${message}`).join("\n");
  return said(one) !== said(other);
}

async function isAnswered(
  example: ReferenceExample,
  property: PropertyCase,
  place: Place,
): Promise<boolean> {
  const before = await asItIs(example);
  if (aboutWhole(before.findings, place, property.steps.length) !== null) return true;
  const current = JSON.stringify(valueIn(example.tree, place));
  const values = (sampleFor(property.key).values ?? sampleValues(property.property)).filter(
    (value) => JSON.stringify(value) !== current,
  );
  for (const value of [undefined, ...values.slice(0, 3)]) {
    const after = await build(example.name, withValue(example.tree, place, value));
    if (changed(before, after)) return true;
  }
  return false;
}

test("every property in an example changes what a build gives, or what it says", async () => {
  const silent: string[] = [];
  const tried = new Set<string>();
  for (const property of propertyCases()) {
    const { key } = property;
    let answered: boolean | null = null;
    for (const example of referenceExamples) {
      if (answered === true || !example.name.startsWith(property.section)) continue;
      for (const place of placesOf(example, property)) {
        answered = await isAnswered(example, property, place);
        if (answered) break;
      }
    }
    if (answered !== null) tried.add(key);
    if (answered === false && !Object.hasOwn(exceptions, key)) silent.push(key);
  }
  expect(silent).toEqual([]);
  // As many as the reference has rows, and more: what all types share stands in several.
  expect(tried.size).toBeGreaterThan(865);
}, 120_000);
