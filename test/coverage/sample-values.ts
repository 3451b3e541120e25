// Two values or more for a property, made from its type; what the type cannot tell is in samples.ts.
import type { NumberType, Property, PropertyType, TextType } from "../../src/language/property.js";
import type { Tree } from "./trees.js";

/** Values that `property` accepts as far as its row says, each different from the others. */
export function sampleValues({
  type,
  sensitive,
}: Pick<Property, "type" | "sensitive">): readonly Tree[] {
  if (sensitive === "credential") return ["${SAMPLE_ONE}", "${SAMPLE_TWO}"];
  return valuesOf(type);
}

function valuesOf(type: PropertyType): readonly Tree[] {
  switch (type.kind) {
    case "text":
      return texts(type);
    case "integer":
    case "number":
      return numbers(type);
    case "boolean":
      return [true, false];
    case "duration":
      return ["17s", "23s", "3h"];
    case "size":
      return ["96mb", "192mb"];
    case "percentage":
      return ["37%", "43%"];
    case "memory":
      return ["96mb", "192mb"];
    case "choice":
      return type.values;
    case "map":
      return [sampleMap(type.properties)];
    case "free":
      return valuesOf(type.values).map((value) => ({ sample: value }));
    case "list": {
      const [one, two] = valuesOf(type.items);
      return [[one ?? "one"], [two ?? one ?? "two"]];
    }
    case "either":
      return type.forms.flatMap(valuesOf);
    case "raw":
      return [];
  }
}

/** Only what is required. */
function sampleMap(properties: Readonly<Record<string, Property>>): Tree {
  const required = Object.entries(properties).filter(([, row]) => row.required === true);
  return Object.fromEntries(required.map(([key, row]) => [key, sampleValues(row)[0] ?? null]));
}

function texts({ format, schemes, pattern }: TextType): readonly Tree[] {
  if (pattern !== undefined) return patterned(pattern);
  if (format === "endpoints") return ["sample-one:4001", "sample-two:4002"];
  if (format !== undefined) {
    const scheme = schemes?.[0] ?? "https";
    return [`${scheme}://sample-one/x`, `${scheme}://sample-two/x`];
  }
  return ["sample_one", "sample_two"];
}

/** One text of each form that patterns of the table ask for. */
const forms: readonly (readonly [string, string])[] = [
  ["sample_one", "sample_two"],
  ["com.example.One", "com.example.Two"],
  ["User:one", "User:two"],
  ["111122223333", "444455556666"],
  ["2025-01-31T00:00:00Z", "2025-02-28T00:00:00Z"],
  ["persistent://public/default/one", "persistent://public/default/two"],
  [`sha256:${"1".repeat(64)}`, `sha256:${"2".repeat(64)}`],
  ["mail-one:587", "mail-two:587"],
  ["one@example.com", "two@example.com"],
  ["https://git.example.com/one.git", "https://git.example.com/two.git"],
  ["8081:8081", "8082:8081"],
  ["SAMPLE=one", "SAMPLE=two"],
  ["1.20", "1.19"],
  ["W701", "W702"],
];

function patterned(pattern: string): readonly string[] {
  const test = new RegExp(pattern, "u");
  const found = forms.filter((values) => values.every((value) => test.test(value)));
  if (found[0] === undefined) throw new Error(`no sample for the pattern ${pattern}`);
  return found[0];
}

function numbers({ kind, minimum, above, maximum }: NumberType): readonly Tree[] {
  const low = minimum ?? (above === undefined ? 1 : above + 1);
  const wanted =
    kind === "integer" ? [low + 1, low + 2, low + 6] : [low + 0.5, low + 0.25, low + 1];
  const allowed = wanted.filter((value) => maximum === undefined || value <= maximum);
  return allowed.length > 0 ? allowed : [low];
}
