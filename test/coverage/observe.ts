// Measures one property: over the base files that hold a binding of its kind, with values made from its
// type, until every generator that it concerns has shown what it makes of it.
import { generators } from "../../generators/index.js";
import { concernOf } from "../../src/language/coverage/concerns.js";
import { fatesOf, rowOf } from "../../src/language/coverage/coverage.js";
import type { Fate } from "../../src/language/coverage/row.js";
import { bases, generatorsFor, placesIn, withNeighbours, withSample, type Base } from "./bases.js";
import { compare } from "./compare.js";
import { compileTree, type Compiled } from "./measure.js";
import { adapted, defaults, type Setting } from "./settings.js";
import { observeWhole } from "./observe-whole.js";
import type { PropertyCase } from "./property-cases.js";
import { sampleFor, type Sample } from "./samples.js";
import { sampleValues } from "./sample-values.js";
import { Seen } from "./seen.js";
import { valueIn, withoutOthers, withValue, type Place, type Tree } from "./trees.js";

const compiledBases = new Map<string, Promise<Compiled>>();

function compileBase(
  { name, tree }: Base,
  here: readonly string[],
  setting: Setting,
): Promise<Compiled> {
  const key = `${name} for ${here.join()} ${setting.name}`;
  let compiled = compiledBases.get(key);
  if (compiled === undefined) {
    compiledBases.set(key, (compiled = compileTree(tree, here, setting.flavor)));
  }
  return compiled;
}

/** What becomes of `property`, by generator and under `model`; no entry where nothing does. */
export async function observe(
  property: PropertyCase,
  setting: Setting = defaults,
): Promise<ReadonlyMap<string, Fate>> {
  const seen = new Map<string, Seen>();
  const sample = sampleFor(property.key);
  const wanted = concernOf(property.key).generators.filter(setting.isFor);
  const found = new Map<string, Fate>();
  if (setting !== defaults) {
    // Where the mapping around it was told of by default, it is told of here most likely.
    const fates = fatesOf(rowOf(property.key) ?? {});
    const likely = wanted.filter((id) => fates.get(id)?.says !== undefined);
    for (const [id, fate] of await observeWhole(property, sample, likely, setting)) {
      found.set(id, fate);
    }
  }
  // The table wants the best answer, another setting any.
  const isDone = (id: string): boolean =>
    found.has(id) ||
    ((setting === defaults ? seen.get(id)?.isClear : seen.get(id)?.isAnswered) ?? false);
  for (const plain of bases) {
    const base = adapted(plain, setting);
    if (base === null) continue;
    if (sample.base !== undefined && !base.name.startsWith(sample.base)) continue;
    const started = withSample(base, property, sample);
    const here = generatorsFor(started.tree).filter((id) => wanted.includes(id));
    for (const place of placesIn(started.tree, property)) {
      const missing = wanted.filter((id) => !isDone(id));
      if (!missing.some((id) => id === "model" || here.includes(id))) break;
      const alone = {
        name: `${started.name} ${place.slice(0, -1).join(".")} ${JSON.stringify(sample.beside ?? null)}`,
        tree: withNeighbours(withoutOthers(started.tree, place), place, property, sample),
      };
      const asked = setting === defaults ? here : here.filter((id) => missing.includes(id));
      await measureAt(
        alone,
        place,
        { property, sample, here: asked, wanted: missing, setting },
        seen,
      );
    }
  }
  for (const id of ["model", ...generators.map((generator) => generator.id)]) {
    const observation = seen.get(id)?.observation() ?? null;
    if (observation !== null) found.set(id, observation);
  }
  const silent = wanted.filter((id) => !found.has(id));
  if (silent.length > 0 && !isToldByModel(found)) {
    for (const [id, observation] of await observeWhole(property, sample, silent, setting)) {
      found.set(id, observation);
    }
  }
  return found;
}

function isToldByModel(found: ReadonlyMap<string, Fate>): boolean {
  return found.get("model")?.says?.some((code) => !code.startsWith("E")) ?? false;
}

/** Codes of the errors with which generators refuse a file in this setting whatever else it says. */
function refusalsIn(
  compiled: Compiled | undefined,
  { refusals }: Setting,
): ReadonlyMap<string, readonly string[]> {
  return new Map(
    [...(compiled?.made ?? [])].flatMap(([id, { findings }]) => {
      const codes = findings.flatMap(({ severity, code, message }) =>
        severity === "error" && refusals?.test(`${code} ${message}`) === true ? [code] : [],
      );
      return codes.length === 0 ? [] : [[id, codes] as const];
    }),
  );
}

interface Measurement {
  readonly property: PropertyCase;
  readonly sample: Sample;
  readonly here: readonly string[];
  readonly wanted: readonly string[];
  readonly setting: Setting;
}

async function measureAt(
  base: Base,
  place: Place,
  { property, sample, here, wanted, setting }: Measurement,
  seen: Map<string, Seen>,
): Promise<void> {
  const current = valueIn(base.tree, place);
  const values = (sample.values ?? sampleValues(property.property)).filter(
    (value) => JSON.stringify(value) !== JSON.stringify(current),
  );
  const settings: (Tree | undefined)[] = values.slice(0, 4);
  if (current !== undefined && property.property.required !== true) settings.push(undefined);
  const compiled: Compiled[] = [await compileBase(base, here, setting)];
  // Refused whatever the property is: that is the answer of a setting.
  const refusing = refusalsIn(compiled[0], setting);
  for (const [id, codes] of refusing) {
    const entry = seen.get(id) ?? new Seen();
    entry.add([], codes);
    seen.set(id, entry);
  }
  if (refusing.size > 0 && here.every((id) => refusing.has(id))) return;
  const words = property.steps.filter((step) => /^[a-z_]{4,}$/u.test(step));
  const named = [...words, String(property.steps.at(-1))].map((word) =>
    word.replace("[]", "\\[\\]"),
  );
  const relevant = new RegExp(
    [...named, ...(sample.about === undefined ? [] : [sample.about.source])].join("|"),
    "u",
  );
  const given =
    setting === defaults
      ? {
          binding: String(place[1]),
          processes: Object.keys(valueIn(base.tree, ["resources"]) ?? {}),
        }
      : null;
  for (const value of settings) {
    if (
      compiled.length > 1 &&
      wanted
        .filter((id) => here.includes(id))
        .every((id) => {
          const entry = seen.get(id);
          return setting === defaults ? entry?.hasEffect : entry?.isAnswered;
        })
    ) {
      return;
    }
    const next = await compileTree(withValue(base.tree, place, value), here, setting.flavor);
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
