// How a property is called in the model: camel case, with the unit where the type has one.
import type { Property, PropertyType } from "./property.js";

const unitSuffix: Partial<Record<PropertyType["kind"], string>> = {
  duration: "Ms",
  size: "Bytes",
  percentage: "Fraction",
};

// One string for each name: a name joined anew would be hashed anew at every look-up.
const namesBySuffix = new Map<string, Map<string, string>>();

function joinedName(name: string, suffix: string): string {
  let names = namesBySuffix.get(suffix);
  if (names === undefined) namesBySuffix.set(suffix, (names = new Map()));
  let joined = names.get(name);
  if (joined === undefined) {
    joined = name.replace(/_([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase()) + suffix;
    names.set(name, joined);
  }
  return joined;
}

/** `min_pause` of type duration is `minPauseMs`; `task_memory` of type size is `taskMemoryBytes`. */
export function modelName(
  name: string,
  { type, modelName: own }: Pick<Property, "type" | "modelName">,
): string {
  return own ?? joinedName(name, unitSuffix[type.kind] ?? "");
}
