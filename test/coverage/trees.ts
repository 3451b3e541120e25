// Files as plain trees, and how one value in them is set or removed.

/** A value of a file, before resolution. */
export type Tree =
  string | number | boolean | null | readonly Tree[] | { readonly [key: string]: Tree };

/** Keys and list positions from the top of a file. */
export type Place = readonly (string | number)[];

/** The value at `place`; undefined where there is none. */
export function valueIn(tree: Tree, place: Place): Tree | undefined {
  let value: Tree | undefined = tree;
  for (const step of place) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<string | number, Tree>)[step];
  }
  return value;
}

/** A copy of `tree` with `value` at `place`; undefined removes it. Maps and lists are made as needed. */
export function withValue(tree: Tree | undefined, place: Place, value: Tree | undefined): Tree {
  const [step, ...rest] = place;
  if (step === undefined) return value ?? null;
  if (typeof step === "number") {
    const items = Array.isArray(tree) ? [...(tree as readonly Tree[])] : [];
    items[step] = withValue(items[step], rest, value);
    return items;
  }
  const copy: Record<string, Tree> =
    typeof tree === "object" && tree !== null && !Array.isArray(tree)
      ? { ...(tree as Record<string, Tree>) }
      : {};
  if (rest.length === 0 && value === undefined) delete copy[step];
  else copy[step] = withValue(copy[step], rest, value);
  return copy;
}

/** Sections whose bindings do not need each other. */
const separate = new Set([
  "streams",
  "lookups",
  "checkpoints",
  "state_backends",
  "dead_letters",
  "completions",
  "secrets",
  "failover",
]);

/**
 * `tree` with the binding at `place` as the only one of its section, for a section of names. What refers
 * to one that is left out goes too.
 */
export function withoutOthers(tree: Tree, [section, name]: Place): Tree {
  const bindings = section === undefined ? undefined : valueIn(tree, [section]);
  if (!separate.has(String(section)) || !isMap(bindings)) return tree;
  if (typeof name !== "string" || name.startsWith("_")) return tree;
  const others = Object.keys(bindings).filter((key) => key !== name && !key.startsWith("_"));
  const reduced = others.reduce<Tree>(
    (left, other) => withValue(left, [section ?? "", other], undefined),
    tree,
  );
  return others.reduce<Tree>((left, other) => withoutUsersOf(left, other), reduced);
}

function withoutUsersOf(tree: Tree, other: string): Tree {
  const uses = new RegExp(
    `"secret://${other}[/"?]|"(?:checkpoint|state_backend|target)":"${other}"`,
    "u",
  );
  return ["streams", "lookups", "resources"].reduce<Tree>((left, section) => {
    const bindings = valueIn(left, [section]);
    if (!isMap(bindings)) return left;
    return Object.entries(bindings)
      .filter(([, binding]) => uses.test(JSON.stringify(binding)))
      .reduce<Tree>((rest, [key]) => withValue(rest, [section, key], undefined), left);
  }, tree);
}

function isMap(value: Tree | undefined): value is { readonly [key: string]: Tree } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
