// The value of a closed list that a wrong one most likely means.
import { nearestName } from "../language/nearest-name.js";

/** A slip of two letters is near in a closed list, where few values could be meant. */
const mostEdits = 2;
const shortest = 4;

/** The same word in other letter case, else one within two edits; null when none is near. */
export function closestChoice(text: string, values: readonly string[]): string | null {
  const lower = text.toLowerCase();
  const otherCase = values.find((value) => value.toLowerCase() === lower);
  if (otherCase !== undefined) return otherCase;
  return text.length < shortest
    ? nearestName(text, values)
    : (nearestName(text, values, mostEdits) ?? nearestName(text, values));
}
