// The help of a diagnostic about a name that leads nowhere.
import { nearestName } from "../../language/nearest-name.js";

const mostNames = 10;

/** "Did you mean …?", else what would have been known. */
export function knownNamesHelp(name: string, known: Iterable<string>): string {
  const names = [...known];
  const near = nearestName(name, names);
  if (near !== null) return `Did you mean "${near}"?`;
  const shown = names.slice(0, mostNames).join(", ");
  if (names.length === 0) return "None is declared.";
  return `Declared: ${shown}${names.length > mostNames ? ", …" : ""}.`;
}
