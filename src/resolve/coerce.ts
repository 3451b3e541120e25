// Brings a scalar to the type its property declares, where that loses nothing. What does not fit
// stays as it is: the schema refuses it, with the value's place.
import type { Scalar, ScalarNode } from "../document/node.js";
import type { PropertyType } from "../language/property.js";
import type { ScalarContext } from "./walk-scalars.js";

/** Text of a variable as the declared type: `"4"` is 4 for an integer (vocabulary 0.4, decision 10). */
export function coerceText(text: string, type: PropertyType | null): Scalar {
  switch (scalarForm(type)?.kind) {
    case "integer":
      return /^-?[0-9]{1,15}$/u.test(text) ? Number(text) : text;
    case "number":
    case "memory":
      return /^-?[0-9]{1,15}(\.[0-9]{1,15})?$/u.test(text) ? Number(text) : text;
    case "boolean":
      return text === "true" ? true : text === "false" ? false : text;
    case "duration":
      return type?.kind === "duration" && type.bare !== undefined && /^[0-9]{1,9}$/u.test(text)
        ? `${text}${type.bare}`
        : text;
    default:
      return text;
  }
}

/**
 * A YAML number or boolean where text is expected: the entries of a free map and closed lists take it
 * as written (`linger.ms: 5`, `acks: 1`); elsewhere it stays, and the schema asks for quotes.
 */
export function plainScalar(node: ScalarNode, place: ScalarContext): ScalarNode {
  if (node.value === null || !node.plain) return node;
  const form = scalarForm(place.type);
  const takesAnyScalar = form?.kind === "text" && place.anyScalar;
  if (form?.kind === "duration" && form.bare !== undefined && Number.isInteger(node.value)) {
    return { ...node, value: `${String(node.value)}${form.bare}`, plain: false };
  }
  if (takesAnyScalar || (form?.kind === "choice" && typeof node.value === "number")) {
    return { ...node, value: node.file.text.slice(node.start, node.end), plain: false };
  }
  return node;
}

/** The form of an `either` that a scalar takes; other types as they are. */
function scalarForm(type: PropertyType | null): PropertyType | null {
  if (type?.kind !== "either") return type;
  return (
    type.forms.find(({ kind }) => kind !== "map" && kind !== "free" && kind !== "list") ?? null
  );
}
