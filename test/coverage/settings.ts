// Under what a property is measured beside the defaults: flavors of generators, modes of a deployment, and
// lines of Flink.
import type { Base } from "./bases.js";
import { valueIn, withValue, type Tree } from "./trees.js";

/** A flavor, a mode or a line of Flink. */
export interface Setting {
  readonly name: string;
  /** For the generators that have it. */
  readonly flavor: string | null;
  /** Whether a generator behaves otherwise in it. */
  readonly isFor: (generator: string) => boolean;
  /** Findings with which it refuses a file whatever else that says. */
  readonly refusals?: RegExp;
  /** The base file in this setting; null where it has no place in it. */
  readonly adapt: (tree: Tree) => Tree | null;
}

export const defaults: Setting = {
  name: "defaults",
  flavor: null,
  isFor: () => true,
  adapt: (tree) => tree,
};

const target = (tree: Tree): Tree | undefined => valueIn(tree, ["deployment", "type"]);

function flavorOf(
  generator: string,
  flavor: string,
  adapt: Setting["adapt"] = (tree) => tree,
): Setting {
  return {
    name: `${generator} --flavor ${flavor}`,
    flavor,
    isFor: (id) => id === generator,
    adapt,
  };
}

/** Pods that Kubernetes itself adds need a bound. */
function bounded(tree: Tree): Tree {
  const scales = valueIn(tree, ["resources", "one", "auto_scale", "enabled"]) === true;
  const isBounded = valueIn(tree, ["resources", "one", "parallelism", "max"]) !== undefined;
  return scales && !isBounded
    ? withValue(tree, ["deployment", "scaling"], { max_replicas: 8 })
    : tree;
}

function mode(generator: string, deployment: string, value: string): Setting {
  return {
    name: `${generator}, mode ${value}`,
    flavor: null,
    isFor: (id) => id === generator,
    refusals:
      /^E901 .* mode per_job ended|^E753 "deployment\.mode" contradicts "the flavor plain"/u,
    adapt: (tree) => {
      if (target(tree) !== deployment) return null;
      const moded = withValue(tree, ["deployment", "mode"], value);
      // Only a session takes a jar from elsewhere, and only from there.
      return valueIn(moded, ["deployment", "application", "artifacts"]) === undefined
        ? moded
        : withValue(
            moded,
            ["deployment", "application", "artifacts"],
            ["https://jars.example.com/billing.jar"],
          );
    },
  };
}

function line(version: string, generators: readonly string[]): Setting {
  return {
    name: `Flink ${version}`,
    flavor: null,
    isFor: (id) => generators.includes(id),
    // Bindings that have no connector for the line, or need what it cannot do.
    refusals: /^E78[34] /u,
    adapt: (tree) =>
      valueIn(tree, ["deployment"]) === undefined
        ? null
        : withValue(tree, ["deployment", "flink_version"], version),
  };
}

export const settings: readonly Setting[] = [
  flavorOf("k8s", "plain", bounded),
  flavorOf("kafka-topics", "strimzi"),
  flavorOf("prometheus-rules", "operator"),
  mode("k8s", "kubernetes", "session"),
  mode("yarn", "yarn", "session"),
  mode("yarn", "yarn", "per_job"),
  line("1.17", ["flink-conf", "java"]),
  ...["1.18", "1.19", "2.0", "2.1", "2.3"].map((version) => line(version, ["flink-conf"])),
  line("2.2", ["flink-conf", "java", "k8s"]),
];

const kept = new Map<string, Base | null>();

/** `base` in `setting`. */
export function adapted(base: Base, setting: Setting): Base | null {
  if (setting === defaults) return base;
  const key = `${base.name} ${setting.name}`;
  let made = kept.get(key);
  if (made === undefined) {
    const tree = setting.adapt(base.tree);
    kept.set(key, (made = tree === null ? null : { name: key, tree }));
  }
  return made;
}
