// The example overlay fits the committed output of its base: kustomize itself is not needed here.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { load } from "js-yaml";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const overlay = "examples/kustomize-overlay";

interface Target {
  readonly group?: string;
  readonly version?: string;
  readonly kind: string;
  readonly name: string;
}

interface Kustomization {
  readonly kind: string;
  readonly resources: readonly string[];
  readonly patches?: readonly { readonly path: string; readonly target?: Target }[];
}

interface Manifest {
  readonly [key: string]: unknown;
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}

interface Operation {
  readonly op: string;
  readonly path: string;
  readonly value?: unknown;
}

function text(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

function yaml<Shape>(path: string): Shape {
  return load(text(path)) as Shape;
}

/** The objects below a kustomize folder, bases included. */
function objectsOf(folder: string): readonly Manifest[] {
  return yaml<Kustomization>(`${folder}/kustomization.yaml`).resources.flatMap((resource) => {
    const path = posix.join(folder, resource);
    return path.endsWith(".yaml") ? [yaml<Manifest>(path)] : objectsOf(path);
  });
}

const kustomization = yaml<Kustomization>(`${overlay}/kustomization.yaml`);
const patches = kustomization.patches ?? [];
const jsonPatches = patches.filter(({ target }) => target !== undefined);
const mergePatches = patches.filter(({ target }) => target === undefined);

/** Steps of an RFC 6901 pointer. */
function stepsOf(pointer: string): readonly string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function valueAt(object: unknown, steps: readonly string[]): unknown {
  let value = object;
  for (const step of steps) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step))
      return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}

test("the base exists, and every file of the overlay is used", () => {
  const used = ["README.md", "kustomization.yaml", ...patches.map(({ path }) => path)];
  expect(readdirSync(join(root, overlay)).toSorted()).toEqual(used.toSorted());
  const bases = kustomization.resources.map((path) => posix.join(overlay, path));
  expect(bases).toEqual(["out/quickstart/quickstart/k8s"]);
  expect(bases.filter((path) => !existsSync(join(root, path, "kustomization.yaml")))).toEqual([]);
});

describe.each(jsonPatches)("$path", ({ path, target }) => {
  const matches = (): readonly Manifest[] =>
    objectsOf(overlay).filter(
      ({ apiVersion, kind, metadata }) =>
        apiVersion === `${target?.group ?? ""}/${target?.version ?? ""}` &&
        kind === target?.kind &&
        metadata.name === target.name,
    );

  test("its target is one emitted object", () => {
    expect(matches()).toHaveLength(1);
  });

  test("its paths exist there, and what it tests is true", () => {
    const [object] = matches();
    const operations = yaml<readonly Operation[]>(`${overlay}/${path}`);
    const places = operations.map((operation) => [operation, stepsOf(operation.path)] as const);
    const missing = places.filter(
      ([{ op }, steps]) => valueAt(object, op === "add" ? steps.slice(0, -1) : steps) === undefined,
    );
    expect(missing).toEqual([]);
    const tests = places.filter(([{ op }]) => op === "test");
    expect(tests.map(([, steps]) => valueAt(object, steps))).toEqual(
      tests.map(([{ value }]) => value),
    );
  });
});

describe.each(mergePatches)("$path", ({ path }) => {
  const patch = yaml<Manifest>(`${overlay}/${path}`);
  const matches = (): readonly Manifest[] =>
    objectsOf(overlay).filter(
      ({ apiVersion, kind, metadata }) =>
        apiVersion === patch.apiVersion &&
        kind === patch.kind &&
        metadata.name === patch.metadata.name &&
        metadata.namespace === patch.metadata.namespace,
    );

  test("its object is an emitted one", () => {
    expect(matches()).toHaveLength(1);
  });

  test("it has no list, which would replace the emitted one", () => {
    expect(JSON.stringify(patch)).not.toContain("[");
  });

  test("it adds leaves to maps that exist, or one new map", () => {
    const [object] = matches();
    expect(newPlaces(patch, object)).toEqual([
      "metadata.annotations",
      "spec.podTemplate.metadata.annotations",
    ]);
  });
});

/** Where a patch leaves the paths of the object. */
function newPlaces(patch: object, object: unknown, prefix = ""): readonly string[] {
  return Object.entries(patch).flatMap(([key, value]: [string, unknown]) => {
    const place = `${prefix}${key}`;
    const held = valueAt(object, [key]);
    if (held === undefined) return [place];
    return typeof value === "object" && value !== null ? newPlaces(value, held, `${place}.`) : [];
  });
}

test("the page shows the files as they are", () => {
  const page = text("docs/kustomize-overlay.md");
  const shown = [...page.matchAll(/<!-- (examples\/\S+) -->\n\n```yaml\n(.*?)```/gsu)].map(
    ([, path, body]) => [path, body],
  );
  const files = ["kustomization.yaml", ...patches.map(({ path }) => path)];
  expect(shown).toEqual(files.map((name) => [`${overlay}/${name}`, text(`${overlay}/${name}`)]));
});
