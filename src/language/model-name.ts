// How a property is called in the model: camel case, with the unit where the type has one.
import type { Property, PropertyType } from "./property.js";

const unitSuffix: Partial<Record<PropertyType["kind"], string>> = {
  duration: "Ms",
  size: "Bytes",
  percentage: "Fraction",
};

const camelNames = new Map<string, string>();

function camelCase(name: string): string {
  let camel = camelNames.get(name);
  if (camel === undefined) {
    camel = name.replace(/_([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase());
    camelNames.set(name, camel);
  }
  return camel;
}

/** `min_pause` of type duration is `minPauseMs`; `task_memory` of type size is `taskMemoryBytes`. */
export function modelName(
  name: string,
  { type, modelName: own }: Pick<Property, "type" | "modelName">,
): string {
  if (own !== undefined) return own;
  const suffix = unitSuffix[type.kind];
  return suffix === undefined ? camelCase(name) : camelCase(name) + suffix;
}
