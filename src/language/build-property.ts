// Short constructors for the rows of the table, so that a section file reads as a table.
import type {
  DurationType,
  MapType,
  NumberType,
  Properties,
  Property,
  PropertyType,
  SizeType,
  TextType,
} from "./property.js";

type Facts = Omit<Property, "type" | "summary" | "source">;

/** Without keys for what is not said. */
function textType({
  format,
  schemes,
  pattern,
  form,
  anyScalar,
}: { readonly [Key in keyof Omit<TextType, "kind">]: TextType[Key] | undefined }): TextType {
  return {
    kind: "text",
    ...(format === undefined ? {} : { format }),
    ...(schemes === undefined ? {} : { schemes }),
    ...(pattern === undefined ? {} : { pattern }),
    ...(form === undefined ? {} : { form }),
    ...(anyScalar === undefined ? {} : { anyScalar }),
  };
}

/** Makes the constructors of one source: `const { text } = from("SB")`. */
export function from(source: string) {
  const row = (type: PropertyType, summary: string, facts: Facts = {}): Property => ({
    type,
    summary,
    source,
    ...facts,
  });
  return {
    text: (summary: string, facts?: Facts & Omit<TextType, "kind">) => {
      const { format, schemes, pattern, form, anyScalar, ...rest } = facts ?? {};
      return row(textType({ format, schemes, pattern, form, anyScalar }), summary, rest);
    },
    /** An address that a client opens. */
    url: (summary: string, schemes: readonly string[], facts?: Facts) =>
      row({ kind: "text", format: "url", schemes }, summary, facts),
    /** A URI that must be known when artifacts are generated. */
    location: (summary: string, schemes: readonly string[], facts?: Facts) =>
      row({ kind: "text", format: "location", schemes }, summary, facts),
    endpoints: (summary: string, facts?: Facts) =>
      row({ kind: "text", format: "endpoints" }, summary, facts),
    integer: (summary: string, range: Omit<NumberType, "kind"> = {}, facts?: Facts) =>
      row({ kind: "integer", ...range }, summary, facts),
    number: (summary: string, range: Omit<NumberType, "kind"> = {}, facts?: Facts) =>
      row({ kind: "number", ...range }, summary, facts),
    boolean: (summary: string, facts?: Facts) => row({ kind: "boolean" }, summary, facts),
    duration: (summary: string, facts?: Facts & Omit<DurationType, "kind">) => {
      const { bare, ...rest } = facts ?? {};
      return row({ kind: "duration", ...(bare === undefined ? {} : { bare }) }, summary, rest);
    },
    size: (summary: string, facts?: Facts & Omit<SizeType, "kind">) => {
      const { positive, ...rest } = facts ?? {};
      return row({ kind: "size", ...(positive === undefined ? {} : { positive }) }, summary, rest);
    },
    percentage: (summary: string, facts?: Facts) => row({ kind: "percentage" }, summary, facts),
    memory: (summary: string, facts?: Facts) => row({ kind: "memory" }, summary, facts),
    choice: (summary: string, values: readonly string[], facts?: Facts) =>
      row({ kind: "choice", values }, summary, facts),
    map: (summary: string, properties: Properties, facts?: Facts & Pick<MapType, "others">) => {
      const { others, ...rest } = facts ?? {};
      return row(
        { kind: "map", properties, ...(others === undefined ? {} : { others }) },
        summary,
        rest,
      );
    },
    free: (
      summary: string,
      keys: string,
      values: PropertyType,
      facts?: Facts & { keyPattern?: string },
    ) => {
      const { keyPattern, ...rest } = facts ?? {};
      return row(
        { kind: "free", keys, values, ...(keyPattern === undefined ? {} : { keyPattern }) },
        summary,
        rest,
      );
    },
    list: (summary: string, items: PropertyType, facts?: Facts) =>
      row({ kind: "list", items }, summary, facts),
    either: (
      summary: string,
      forms: readonly PropertyType[],
      facts?: Facts & { scalarAs?: string },
    ) => {
      const { scalarAs, ...rest } = facts ?? {};
      return row(
        { kind: "either", forms, ...(scalarAs === undefined ? {} : { scalarAs }) },
        summary,
        rest,
      );
    },
    raw: (summary: string, what: string, facts?: Facts) =>
      row({ kind: "raw", what }, summary, facts),
  };
}
