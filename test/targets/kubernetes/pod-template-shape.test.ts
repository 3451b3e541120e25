// The table against an independent source: the types of the `kubernetes-types` package.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { podTemplateShape } from "../../../src/targets/kubernetes/pod-template/pod-template-shape.js";
import type { ObjectShape, Shape } from "../../../src/targets/kubernetes/pod-template/shape.js";
import { looseKey } from "../../../src/targets/kubernetes/pod-template/shape.js";

interface Member {
  readonly optional: boolean;
  readonly type: string;
}

function interfaces(): ReadonlyMap<string, ReadonlyMap<string, Member>> {
  const folder = new URL("../../../node_modules/kubernetes-types/", import.meta.url);
  const source = ["core/v1.d.ts", "meta/v1.d.ts"]
    .map((file) => readFileSync(new URL(file, folder), "utf8"))
    .join("\n")
    .replace(/\/\*\*[\s\S]*?\*\//g, "");
  const found = new Map<string, ReadonlyMap<string, Member>>();
  for (const [, name = "", body = ""] of source.matchAll(/interface (\w+) \{\n([\s\S]*?)\n\}/g)) {
    const members = body.matchAll(/^ {4}(\w+)(\??): (.*?);?$/gm);
    found.set(
      name,
      new Map(
        Array.from(members, ([, key = "", mark, type = ""]) => [
          key,
          { optional: mark === "?", type },
        ]),
      ),
    );
  }
  return found;
}

const types = interfaces();

const kindsOfType: Readonly<Record<string, readonly Shape["kind"][]>> = {
  string: ["string", "choice"],
  number: ["integer"],
  boolean: ["boolean"],
  Quantity: ["quantity"],
  "number | string": ["integer-or-string"],
  "{": ["map"],
};

// The API server refuses ephemeral containers in a template; `source` is an older form of claims.
const left = new Set(["PodSpec.ephemeralContainers", "PodResourceClaim.source"]);
// Flink adds its container where none is written; the server demands the address of an alias.
const otherwiseRequired = new Set(["PodSpec.containers", "HostAlias.ip"]);

function differences(shape: Shape, type: string, path: string): string[] {
  const item = /^Array<(.*)>$/.exec(type)?.[1];
  if (item !== undefined) {
    return shape.kind === "list"
      ? differences(shape.items, item, `${path}[]`)
      : [`${path} is no list`];
  }
  const kinds = kindsOfType[type];
  if (kinds !== undefined) return kinds.includes(shape.kind) ? [] : [`${path} is a ${shape.kind}`];
  return shape.kind === "object" ? objectDifferences(shape, type, path) : [`${path} is no object`];
}

function objectDifferences(shape: ObjectShape, type: string, path: string): string[] {
  const members = types.get(type);
  if (members === undefined) return [`${path}: unknown type ${type}`];
  const found: string[] = [];
  for (const [name, member] of members) {
    const inner = shape.properties[name];
    if (inner === undefined) {
      if (type !== "ObjectMeta" && !left.has(`${type}.${name}`))
        found.push(`${type}.${name} is missing`);
      continue;
    }
    if (
      member.optional === shape.required.includes(name) &&
      !otherwiseRequired.has(`${type}.${name}`)
    ) {
      found.push(`${type}.${name} is ${member.optional ? "optional" : "required"}`);
    }
    found.push(...differences(inner, member.type, `${path}.${name}`));
  }
  return found;
}

test("every property of the Kubernetes types is in the table, with its type", () => {
  expect(types.size).toBeGreaterThan(100);
  expect([...new Set(objectDifferences(podTemplateShape, "PodTemplateSpec", ""))]).toEqual([]);
});

test("no two properties of one object are the same key without underscores", () => {
  const clashes: string[] = [];
  const visit = (shape: Shape): void => {
    if (shape.kind === "list") visit(shape.items);
    if (shape.kind !== "object") return;
    const keys = [...Object.keys(shape.properties), ...Object.keys(shape.aliases)].map(looseKey);
    if (new Set(keys).size !== keys.length) clashes.push(keys.join(" "));
    Object.values(shape.properties).forEach(visit);
  };
  visit(podTemplateShape);
  expect(clashes).toEqual([]);
});
