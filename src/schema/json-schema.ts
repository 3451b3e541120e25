// JSON Schema from the property table, in two readings: what a resolved block must be, and what an
// author may write (architecture decision 2). Build time and `nexgen schema` only: a run loads the
// validators compiled from it.
import { propertiesOf } from "../language/block-properties.js";
import type {
  Block,
  FreeMapType,
  Properties,
  Property,
  PropertyType,
  Synonym,
} from "../language/property.js";
import {
  acceptedForm,
  durationPattern,
  percentagePattern,
  sizePattern,
  textPattern,
} from "../language/value-forms.js";
import { referenceMark } from "./reference-mark.js";

/** A JSON Schema (draft 2020-12) node. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** `resolved`: strict, with required properties. `authoring`: `${…}` anywhere, nothing required. */
export type Reading = "resolved" | "authoring";

const variablePattern = "\\$\\{|^secret://";

/** The schema of one variant of a block. */
export function blockSchema(block: Block, variant: string | null, reading: Reading): JsonSchema {
  const properties = propertiesOf(block, variant);
  const closed = mapSchema(properties, reading);
  if (reading === "resolved") return closed;
  return withSynonyms(closed, properties, block.synonyms, variant);
}

/** The schema of a closed mapping. */
export function mapSchema(
  properties: Properties,
  reading: Reading,
  others?: FreeMapType,
): JsonSchema {
  const required = Object.entries(properties).flatMap(
    ([name, { required: isRequired, nullable }]) =>
      isRequired === true && nullable !== true ? [name] : [],
  );
  return {
    type: reading === "authoring" ? ["object", "null"] : "object",
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [
        name,
        propertySchema(property, reading),
      ]),
    ),
    additionalProperties: others === undefined ? false : typeSchema(others.values, reading),
    ...(reading === "resolved" && required.length > 0 ? { required } : {}),
  };
}

function propertySchema(property: Property, reading: Reading): JsonSchema {
  const schema = typeSchema(property.type, reading, property);
  if (reading === "resolved")
    return property.nullable === true ? { anyOf: [schema, { type: "null" }] } : schema;
  return {
    description: property.summary,
    ...(property.default === undefined ? {} : { default: property.default }),
    ...schema,
  };
}

/** The schema of a value of `type`; `property` tells whether a run-time reference may stand here. */
export function typeSchema(type: PropertyType, reading: Reading, property?: Property): JsonSchema {
  if (reading === "resolved") return strictSchema(type, property);
  return authoringType(type);
}

const textOrReference: JsonSchema = { type: ["string", "object"], required: [referenceMark] };

function strictSchema(type: PropertyType, property?: Property): JsonSchema {
  switch (type.kind) {
    case "text": {
      const pattern = textPattern(type);
      const mayRefer =
        property?.sensitive !== undefined || type.format === "url" || type.format === "endpoints";
      return {
        ...(mayRefer ? textOrReference : { type: "string" }),
        ...(pattern === null ? {} : { pattern }),
        ...(property?.required === true && pattern === null ? { minLength: 1 } : {}),
      };
    }
    case "integer":
    case "number":
      return {
        type: type.kind,
        ...(type.minimum === undefined ? {} : { minimum: type.minimum }),
        ...(type.above === undefined ? {} : { exclusiveMinimum: type.above }),
        ...(type.maximum === undefined ? {} : { maximum: type.maximum }),
      };
    case "boolean":
      return { type: "boolean" };
    case "duration":
      return { type: "string", pattern: durationPattern };
    case "size":
      // A bare 0 needs no unit.
      return type.positive === true
        ? { type: "string", pattern: `^(?!0+[a-zA-Z]*$)${sizePattern.slice(1)}` }
        : { type: ["string", "integer"], pattern: sizePattern, minimum: 0, maximum: 0 };
    case "percentage":
      return { type: "string", pattern: percentagePattern };
    case "memory":
      return {
        type: ["string", "number"],
        pattern: `${sizePattern}|${percentagePattern}`,
        minimum: 0,
        maximum: 1,
      };
    case "choice":
      return { enum: type.values };
    case "map":
      return mapSchema(type.properties, "resolved", type.others);
    case "free":
      return {
        type: "object",
        ...(type.keyPattern === undefined ? {} : { propertyNames: { pattern: type.keyPattern } }),
        additionalProperties: freeValueSchema(type.values, property),
      };
    case "list":
      return { type: "array", items: strictSchema(type.items, property) };
    case "either":
      return eitherSchema(
        type.forms.map((form) => strictSchema(form)),
        type.forms,
      );
    case "raw":
      // Its shape is checked by the target that reads it.
      return { type: "object" };
  }
}

function freeValueSchema(values: PropertyType, property?: Property): JsonSchema {
  const schema = strictSchema(values);
  // Client properties may hold credentials, hence references.
  return property?.sensitive === "by-key" ? { ...schema, ...textOrReference } : schema;
}

function shapeOf({ kind }: PropertyType): "object" | "array" | "scalar" {
  if (kind === "map" || kind === "free") return "object";
  return kind === "list" ? "array" : "scalar";
}

/** Dispatches on the YAML shape, so that one mistake gives one error. */
function eitherSchema(schemas: readonly JsonSchema[], forms: readonly PropertyType[]): JsonSchema {
  const scalars = schemas.filter((_, index) => shapeOf(forms[index] as PropertyType) === "scalar");
  const object = schemas.find((_, index) => shapeOf(forms[index] as PropertyType) === "object");
  const array = schemas.find((_, index) => shapeOf(forms[index] as PropertyType) === "array");
  const [only] = scalars;
  const scalar: JsonSchema =
    only === undefined
      ? { type: array === undefined ? "object" : ["array", "object"] }
      : scalars.length === 1
        ? only
        : { anyOf: scalars };
  const afterArray =
    array === undefined ? scalar : { if: { type: "array" }, then: array, else: scalar };
  return object === undefined
    ? afterArray
    : { if: { type: "object" }, then: object, else: afterArray };
}

// ---- authoring

function authoringType(type: PropertyType): JsonSchema {
  if (type.kind === "choice") return authoringChoice(type.values);
  switch (type.kind) {
    case "text":
    case "duration":
    case "size":
    case "percentage":
    case "memory":
    case "integer":
    case "number":
    case "boolean":
      return {
        anyOf: [strictSchema(type), { type: "string", pattern: variablePattern }, { type: "null" }],
        markdownDescription: `Accepts ${acceptedForm(type)}.`,
      };
    case "map":
      return mapSchema(type.properties, "authoring", type.others);
    case "free":
      return { type: ["object", "null"], additionalProperties: freeAuthoring(type.values) };
    case "list":
      return { type: ["array", "null"], items: authoringType(type.items) };
    case "either":
      return { anyOf: type.forms.map(authoringType) };
    case "raw":
      return {};
  }
}

/** A closed list also takes an integer whose text it holds (`acks: 1`). */
function authoringChoice(values: readonly string[]): JsonSchema {
  const integers = values.filter((value) => /^[0-9]+$/u.test(value)).map(Number);
  return {
    anyOf: [
      { enum: [...values, ...integers] },
      { type: "string", pattern: variablePattern },
      { type: "null" },
    ],
  };
}

function freeAuthoring(values: PropertyType): JsonSchema {
  return values.kind === "text"
    ? { type: ["string", "number", "boolean", "null"] }
    : authoringType(values);
}

function withSynonyms(
  schema: JsonSchema,
  properties: Properties,
  synonyms: readonly Synonym[],
  variant: string | null,
): JsonSchema {
  let result = schema;
  for (const synonym of synonyms) {
    const applies =
      synonym.types === undefined || (variant !== null && synonym.types.includes(variant));
    if (!applies) continue;
    const canonical = synonym.as === undefined || synonym.as === "value" ? synonym.canonical : null;
    const target = canonical === null ? null : schemaAt(schema, canonical.split("."));
    const spelled = {
      ...target,
      description: `Another spelling of ${synonym.canonical}.`,
    };
    result = insertSchema(result, synonym.spelled.split("."), spelled);
  }
  return Object.keys(properties).length === 0 ? schema : result;
}

function propertiesIn(schema: JsonSchema): Readonly<Record<string, JsonSchema>> {
  return (schema["properties"] ?? {}) as Readonly<Record<string, JsonSchema>>;
}

function schemaAt(schema: JsonSchema, path: readonly string[]): JsonSchema | null {
  let current: JsonSchema | undefined = schema;
  for (const key of path) current = current === undefined ? undefined : propertiesIn(current)[key];
  return current ?? null;
}

function insertSchema(
  schema: JsonSchema,
  path: readonly string[],
  inserted: JsonSchema,
): JsonSchema {
  const [first = "", ...rest] = path;
  const present = propertiesIn(schema)[first];
  const value =
    rest.length === 0
      ? // A key that has a shape of its own keeps it beside the second spelling.
        present === undefined
        ? inserted
        : { anyOf: [present, inserted] }
      : insertSchema(
          present ?? { type: "object", properties: {}, additionalProperties: false },
          rest,
          inserted,
        );
  return { ...schema, properties: { ...propertiesIn(schema), [first]: value } };
}
