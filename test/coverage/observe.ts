// Measures one property: over the base files that hold a binding of its kind, with values made from its
// type, until every generator that it concerns has shown what it makes of it.
import { generators } from "../../generators/index.js";
import { concernOf } from "../../src/language/coverage/concerns.js";
import type { Fate } from "../../src/language/coverage/row.js";
import { bases, generatorsFor, placesIn, withNeighbours, withSample, type Base } from "./bases.js";
import { compare } from "./compare.js";
import { compileTree, type Compiled } from "./measure.js";
import { observeWhole } from "./observe-whole.js";
import type { PropertyCase } from "./property-cases.js";
import { sampleFor, type Sample } from "./samples.js";
import { sampleValues } from "./sample-values.js";
import type { Seen } from "./seen.js";
import { valueIn, withoutOthers, withValue, type Place, type Tree } from "./trees.js";

const compiledBases = new Map<string, Promise<Compiled>>();

function compileBase({ name, tree }: Base, here: readonly string[]): Promise<Compiled> {
  const key = `${name} for ${here.join()}`;
  let compiled = compiledBases.get(key);
  if (compiled === undefined) {
    compiledBases.set(key, (compiled = compileTree(tree, here)));
  }
  return compiled;
}

/** What becomes of `property`, by generator and under `model`; no entry where nothing does. */
export async function observe(property: PropertyCase): Promise<ReadonlyMap<string, Fate>> {
  const seen = new Map<string, Seen>();
  const sample = sampleFor(property.key);
  const wanted = concernOf(property.key).generators;
  for (const base of bases) {
    if (sample.base !== undefined && !base.name.startsWith(sample.base)) continue;
    const started = withSample(base, property, sample);
    const here = generatorsFor(started.tree).filter((id) => wanted.includes(id));
    for (const place of placesIn(started.tree, property)) {
      const missing = wanted.filter((id) => !(seen.get(id)?.isClear ?? false));
      if (!missing.some((id) => id === "model" || here.includes(id))) break;
      const alone = {
        name: `${started.name} ${place.slice(0, -1).join(".")} ${JSON.stringify(sample.beside ?? null)}`,
        tree: withNeighbours(withoutOthers(started.tree, place), place, property, sample),
      };
      await measureAt(alone, place, { property, sample, here, wanted: missing }, seen);
    }
  }
  const found = new Map<string, Fate>();
  for (const id of ["model", ...generators.map((generator) => generator.id)]) {
    const observation = seen.get(id)?.observation() ?? null;
    if (observation !== null) found.set(id, observation);
  }
  const silent = wanted.filter((id) => !found.has(id));
  if (silent.length > 0 && !isToldByModel(found)) {
    for (const [id, observation] of await observeWhole(property, sample, silent)) {
      found.set(id, observation);
    }
  }
  return found;
}

function isToldByModel(found: ReadonlyMap<string, Fate>): boolean {
  return found.get("model")?.says?.some((code) => !code.startsWith("E")) ?? false;
}

interface Measurement {
  readonly property: PropertyCase;
  readonly sample: Sample;
  readonly here: readonly string[];
  readonly wanted: readonly string[];
}

async function measureAt(
  base: Base,
  place: Place,
  { property, sample, here, wanted }: Measurement,
  seen: Map<string, Seen>,
): Promise<void> {
  const current = valueIn(base.tree, place);
  const values = (sample.values ?? sampleValues(property.property)).filter(
    (value) => JSON.stringify(value) !== JSON.stringify(current),
  );
  const settings: (Tree | undefined)[] = values.slice(0, 4);
  if (current !== undefined && property.property.required !== true) settings.push(undefined);
  const compiled: Compiled[] = [await compileBase(base, here)];
  const words = property.steps.filter((step) => /^[a-z_]{4,}$/u.test(step));
  const named = [...words, String(property.steps.at(-1))].map((word) =>
    word.replace("[]", "\\[\\]"),
  );
  const relevant = new RegExp(
    [...named, ...(sample.about === undefined ? [] : [sample.about.source])].join("|"),
    "u",
  );
  const given = {
    binding: String(place[1]),
    processes: Object.keys(valueIn(base.tree, ["resources"]) ?? {}),
  };
  for (const value of settings) {
    if (
      compiled.length > 1 &&
      wanted.filter((id) => here.includes(id)).every((id) => seen.get(id)?.hasEffect ?? false)
    ) {
      return;
    }
    const next = await compileTree(withValue(base.tree, place, value), here);
    for (const earlier of new Set([compiled[0], compiled.at(-1)])) {
      if (earlier !== undefined) compare(earlier, next, { here, relevant, given }, seen);
    }
    compiled.push(next);
  }
}

/** Errors of the base files, each with one binding of the section under test alone. */
export async function errorsOfBases(cases: readonly PropertyCase[]): Promise<readonly string[]> {
  const found = new Set<string>();
  const tried = new Set<string>();
  for (const property of cases) {
    const wanted = concernOf(property.key).generators;
    for (const base of bases) {
      const here = generatorsFor(base.tree).filter((id) => wanted.includes(id));
      for (const place of placesIn(base.tree, property)) {
        const alone =
          /^(?:streams|lookups|checkpoints|state_backends|dead_letters|completions|secrets)$/u.test(
            String(place[0]),
          )
            ? `${place[0]}.${place[1]}`
            : "";
        const name = `${base.name} ${alone}`;
        if (here.length === 0 || tried.has(`${name} ${here.join()}`)) continue;
        tried.add(`${name} ${here.join()}`);
        const compiled = await compileTree(withoutOthers(base.tree, place), here);
        const findings = [
          ...compiled.findings,
          ...[...compiled.made.values()].flatMap((made) => made.findings),
        ];
        for (const { severity, code, message } of findings) {
          if (severity === "error") found.add(`${name}: ${code} ${message}`);
        }
      }
    }
  }
  return [...found];
}
