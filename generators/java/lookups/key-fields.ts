// Names of the key's fields as parameters of the generated methods.

const taken = new Set(["records", "join", "fallback", "type", "valueClass", "decoder"]);

// Lower-case words of the language that a camel-case name can be (JLS 3.9), literals included.
const reserved = new Set(
  (
    "abstract assert boolean break byte case catch char class const continue default do double " +
    "else enum extends final finally float for goto if implements import instanceof int interface " +
    "long native new package private protected public return short static strictfp super switch " +
    "synchronized this throw throws transient try void volatile while true false null"
  ).split(" "),
);

/** Parameter names for `fields`, in order: `card_id` is `cardId`, what cannot be one is `key2`. */
export function parameterNames(fields: readonly string[]): readonly string[] {
  const used = new Set<string>();
  return fields.map((field, index) => {
    const camel = camelCase(field);
    const usable =
      /^[a-z][A-Za-z0-9]{0,63}$/u.test(camel) &&
      !/^key[0-9]+$/u.test(camel) &&
      !reserved.has(camel) &&
      !taken.has(camel) &&
      !used.has(camel);
    const name = usable ? camel : `key${index + 1}`;
    used.add(name);
    return name;
  });
}

function camelCase(field: string): string {
  const [first = "", ...rest] = field.split(/[^A-Za-z0-9]+/u).filter((word) => word !== "");
  const lead = first === first.toUpperCase() ? first.toLowerCase() : first;
  return (
    lead.charAt(0).toLowerCase() +
    lead.slice(1) +
    rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("")
  );
}
