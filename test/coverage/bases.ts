// The small files that properties are measured in, and where a property stands in one.
import { readFileSync, readdirSync } from "node:fs";
import { parse } from "yaml";
import { generators } from "../../generators/index.js";
import type { PropertyRow } from "../../src/language/property-rows.js";
import type { PropertyCase } from "./property-cases.js";
import { sampleFor, type Sample } from "./samples.js";
import { sampleValues } from "./sample-values.js";
import { valueIn, withValue, type Place, type Tree } from "./trees.js";

/** One file, under one deployment. */
export interface Base {
  readonly name: string;
  readonly tree: Tree;
}

const folder = new URL("../../test/coverage/bases/", import.meta.url);
const read = (name: string): Tree => parse(readFileSync(new URL(name, folder), "utf8")) as Tree;
const deployments = read("deployments.yaml") as Readonly<Record<string, Tree>>;
/** Every file of `bases/`. */
export const bases: readonly Base[] = readdirSync(folder)
  .filter((name) => name.endsWith(".infra"))
  .toSorted()
  .flatMap((name) => withDeployments({ name, tree: read(name) }));

/** A base without a deployment is compiled under one of each target. */
function withDeployments({ name, tree }: Base): readonly Base[] {
  if (valueIn(tree, ["deployment"]) !== undefined) return [{ name, tree }];
  return Object.entries(deployments).map(([target, deployment]) => ({
    name: `${name}#${target}`,
    tree: withValue(tree, ["deployment"], deployment),
  }));
}

/** Generators without a target that nevertheless write something else for each. */
const forEachTarget: ReadonlySet<string> = new Set(["ci-cd"]);

/** Those of the file's target; the others run under Kubernetes alone, where nothing is different for them. */
export function generatorsFor(tree: Tree): readonly string[] {
  const target = valueIn(tree, ["deployment", "type"]);
  return generators
    .filter(({ id, deploymentTypes }) =>
      deploymentTypes === null
        ? forEachTarget.has(id) || target === "kubernetes" || target === undefined
        : deploymentTypes.some((type) => type === target),
    )
    .map(({ id }) => id);
}

/** Where the property stands in `tree`, once for each binding of its kind. */
export function placesIn(
  tree: Tree,
  { key, place, variant, steps, table }: PropertyCase,
): readonly Place[] {
  const { at: given } = sampleFor(key);
  if (given !== undefined) {
    const found = given.split("/");
    return valueIn(tree, found.slice(0, 2)) === undefined ? [] : [found];
  }
  const holders = place.reduce<readonly Place[]>(
    (found, step) => found.flatMap((at) => stepInto(tree, at, step)),
    [[]],
  );
  return holders
    .filter((at) => variant === null || valueIn(tree, [...at, variant.key]) === variant.value)
    .map((at) =>
      steps.reduce<Place>((found, step, index) => {
        if (step === "[]") return [...found, 0];
        return [
          ...found,
          step.startsWith("<") ? chosenKey(tree, found, table, steps.slice(0, index)) : step,
        ];
      }, at),
    );
}

function stepInto(tree: Tree, at: Place, step: string): readonly Place[] {
  const value = valueIn(tree, at);
  if (step === "<name>") {
    return typeof value === "object" && value !== null
      ? Object.keys(value)
          .filter((key) => !key.startsWith("_"))
          .map((key) => [...at, key])
      : [];
  }
  const next = [...at, step === "[]" ? 0 : step];
  return valueIn(tree, next) === undefined ? [] : [next];
}

/** A key at `at` that a person chose: one that the table does not list there. */
function chosenKey(
  tree: Tree,
  at: Place,
  table: readonly PropertyRow[],
  parent: readonly string[],
): string {
  const value = valueIn(tree, at);
  const keys = typeof value === "object" && value !== null ? Object.keys(value) : [];
  const listed = new Set(childrenOf(table, parent).map(({ steps }) => steps.at(-1)));
  return keys.find((key) => !listed.has(key)) ?? "sample";
}

function childrenOf(
  table: readonly PropertyRow[],
  parent: readonly string[],
): readonly PropertyRow[] {
  return table.filter(
    ({ steps }) =>
      steps.length === parent.length + 1 && parent.every((step, index) => steps[index] === step),
  );
}

/** `tree` with what is required beside the property, in maps that are made for it alone. */
export function withNeighbours(
  tree: Tree,
  place: Place,
  { steps, table }: PropertyCase,
  { beside }: Sample,
): Tree {
  const offset = place.length - steps.length;
  const given = Object.entries(beside ?? {}).reduce<Tree>(
    (grown, [key, value]) => withValue(grown, [...place.slice(0, -1), key], value),
    tree,
  );
  return steps.reduce<Tree>((grown, _, index) => {
    if (index === 0) return grown;
    const parent = place.slice(0, offset + index);
    if (valueIn(tree, parent) !== undefined) return grown;
    return childrenOf(table, steps.slice(0, index))
      .filter(
        ({ property, steps: path }) => property.required === true && path.at(-1) !== steps[index],
      )
      .reduce<Tree>(
        (more, { property, steps: path }) =>
          withValue(more, [...parent, path.at(-1) ?? ""], sampleValues(property)[0] ?? null),
        grown,
      );
  }, given);
}

/** `base` with what the sample wants beside the property. */
export function withSample(base: Base, { key }: PropertyCase, sample: Sample): Base {
  if (sample.with === undefined) return base;
  return {
    name: `${base.name}+${key}`,
    tree: Object.entries(sample.with).reduce<Tree>((tree, [path, value]) => {
      const steps = path.split("/");
      const isThere = steps.length < 3 || valueIn(tree, steps.slice(0, 2)) !== undefined;
      return isThere ? withValue(tree, steps, value) : tree;
    }, base.tree),
  };
}
