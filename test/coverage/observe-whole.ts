// Findings that are about the map or binding around a property as a whole.
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import type { Fate } from "../../src/language/coverage/row.js";
import { bases, generatorsFor, placesIn, withNeighbours, withSample } from "./bases.js";
import { compileTree } from "./measure.js";
import type { PropertyCase } from "./property-cases.js";
import type { Sample } from "./samples.js";
import { adapted, type Setting } from "./settings.js";
import { sampleValues } from "./sample-values.js";
import { valueIn, withoutOthers, withValue, type Place } from "./trees.js";

/** Findings that are about the map or binding around the property as a whole, the nearest first. */
export async function observeWhole(
  property: PropertyCase,
  sample: Sample,
  silent: readonly string[],
  setting: Setting,
): Promise<ReadonlyMap<string, Fate>> {
  const found = new Map<string, Fate>();
  if (silent.length === 0) return found;
  for (const plain of bases) {
    const base = adapted(plain, setting);
    if (base === null) continue;
    if (sample.base !== undefined && !base.name.startsWith(sample.base)) continue;
    const started = withSample(base, property, sample);
    const here = generatorsFor(started.tree).filter((id) => silent.includes(id));
    if (here.length === 0 && !silent.includes("model")) continue;
    for (const place of placesIn(started.tree, property)) {
      if (silent.every((id) => found.has(id))) return found;
      const alone = withoutOthers(started.tree, place);
      const value = valueIn(alone, place) ?? (sample.values ?? sampleValues(property.property))[0];
      const filled = withValue(withNeighbours(alone, place, property, sample), place, value);
      const compiled = await compileTree(filled, here, setting.flavor);
      for (const id of silent) {
        if (found.has(id) || (id !== "model" && !here.includes(id))) continue;
        const findings =
          id === "model" ? compiled.findings : (compiled.made.get(id)?.findings ?? []);
        const observation = aboutWhole(findings, place, property.steps.length);
        if (observation !== null) found.set(id, observation);
      }
    }
  }
  return found;
}

/** Properties that stand for the map they are in. */
const switches = ["type", "enabled", "action"];

/** Findings that name the place, or a mapping that it is in below its binding; null without one. */
export function aboutWhole(
  findings: readonly Diagnostic[],
  place: Place,
  depth: number,
): Fate | null {
  for (let length = place.length; length >= place.length - depth; length -= 1) {
    const path = place.slice(0, length).join(".");
    const words = [path, ...switches.map((key) => `${path}.${key}`)];
    // A plan is named, not its path.
    if (length === place.length - depth && place[0] === "failover") words.push(String(place[1]));
    const about = findings.filter(
      ({ message, severity }) =>
        (severity !== "note" || length === place.length) &&
        words.some((word) => message.includes(`"${word}"`)),
    );
    if (about.length > 0) {
      const whole = place.slice(place.length - depth, length).join(".");
      if (length === place.length)
        return { says: [...new Set(about.map(({ code }) => code))].toSorted() };
      return { whole, says: [...new Set(about.map(({ code }) => code))].toSorted() };
    }
  }
  return null;
}
