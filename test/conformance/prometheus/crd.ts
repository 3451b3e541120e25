// An object against the schema of its CRD, strictly: a key that the schema does not have is a problem,
// although the API server would drop it without a word.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { load } from "js-yaml";

/** What is looked at of an object. */
export interface CustomObject {
  readonly apiVersion: string;
  readonly kind: string;
}

interface Definition {
  readonly spec: {
    readonly names: { readonly kind: string };
    readonly versions: readonly {
      readonly name: string;
      readonly served: boolean;
      readonly schema: { readonly openAPIV3Schema: unknown };
    }[];
  };
}

/** What is wrong with `object`; empty: nothing. `folder` holds the CRDs. */
export function crdProblems(folder: string, object: CustomObject): readonly string[] {
  const crd = readdirSync(folder)
    .map((name) => load(readFileSync(join(folder, name), "utf8")) as Definition)
    .find((candidate) => candidate.spec.names.kind === object.kind);
  if (crd === undefined) return [`no CRD for ${object.kind}`];
  const version = object.apiVersion.split("/")[1];
  const found = crd.spec.versions.find(({ name }) => name === version);
  if (found?.served !== true) return [`the version ${String(version)} is not served`];
  const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false });
  const validate = ajv.compile(closed(found.schema.openAPIV3Schema, true) as object);
  if (validate(object)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${instancePath} ${message ?? ""} ${JSON.stringify(params)}`,
  );
}

/** The schema with every map closed. `metadata` is the API server's own. */
function closed(schema: unknown, isRoot: boolean): unknown {
  if (typeof schema !== "object" || schema === null) return schema;
  if (Array.isArray(schema)) return schema.map((item) => closed(item, false));
  const entries = Object.entries(schema).map(([key, value]): [string, unknown] => {
    if (key !== "properties") return [key, closed(value, false)];
    const properties = Object.entries(value as object).map(
      ([name, property]): [string, unknown] => [
        name,
        isRoot && name === "metadata" ? true : closed(property, false),
      ],
    );
    return [key, Object.fromEntries(properties)];
  });
  const result = Object.fromEntries(entries) as Record<string, unknown>;
  // Go's regular expressions have flags inside, which JavaScript's lack; none is on a property in use.
  if (String(result["pattern"]).includes("(?i)")) delete result["pattern"];
  if (result["x-kubernetes-int-or-string"] === true) return { type: ["integer", "string"] };
  const open = result["x-kubernetes-preserve-unknown-fields"] === true;
  if (result["properties"] !== undefined && result["additionalProperties"] === undefined && !open) {
    result["additionalProperties"] = false;
  }
  return result;
}
