// One name per compiled validator: `streams/kafka`, `resources._defaults`, `monitoring.alerts`.
import type { Block, ListType, Section } from "../language/property.js";
import { sections } from "../language/table.js";

/** What a validator checks: a variant of a block, or a list that stands alone. */
export interface ValidatorTarget {
  readonly id: string;
  readonly block: Block | null;
  readonly variant: string | null;
  readonly list: { readonly key: string; readonly type: ListType } | null;
}

interface Held {
  readonly path: string;
  readonly block: Block;
}

const blockPaths = new Map<Block, string>();
for (const [name, section] of Object.entries(sections)) {
  for (const { path, block } of blocksOf(name, section)) {
    if (!blockPaths.has(block)) blockPaths.set(block, path);
  }
}

function blocksOf(name: string, section: Section): readonly Held[] {
  switch (section.kind) {
    case "named":
    case "single":
      return [{ path: name, block: section.block }];
    case "named-with-reserved":
      return [
        { path: name, block: section.block },
        ...Object.entries(section.reserved).map(([key, held]) => ({
          path: `${name}.${key}`,
          block: "each" in held ? held.each : held,
        })),
      ];
    case "fixed":
      return Object.entries(section.blocks).flatMap(([key, held]) =>
        "common" in held ? [{ path: `${name}.${key}`, block: held }] : [],
      );
    case "list":
      return [];
  }
}

// Kept, since a name joined anew would be hashed anew for every block.
const ids = new WeakMap<Block, Map<string | null, string>>();

/** The validator of a block's variant. */
export function validatorId(block: Block, variant: string | null): string {
  let byVariant = ids.get(block);
  if (byVariant === undefined) ids.set(block, (byVariant = new Map()));
  let id = byVariant.get(variant);
  if (id === undefined) {
    const path = blockPaths.get(block) ?? "";
    id = variant !== null && Object.hasOwn(block.variants, variant) ? `${path}/${variant}` : path;
    byVariant.set(variant, id);
  }
  return id;
}

/** Everything that is compiled at build time. */
export function validatorTargets(): readonly ValidatorTarget[] {
  const targets: ValidatorTarget[] = [];
  for (const [block, path] of blockPaths) {
    // A block with variants is checked only once its variant is known.
    if (block.discriminator === null) targets.push({ id: path, block, variant: null, list: null });
    for (const variant of Object.keys(block.variants)) {
      targets.push({ id: `${path}/${variant}`, block, variant, list: null });
    }
  }
  for (const [name, section] of Object.entries(sections)) {
    if (section.kind === "list") {
      const type: ListType = { kind: "list", items: section.items };
      targets.push({ id: name, block: null, variant: null, list: { key: name, type } });
    }
    if (section.kind !== "fixed") continue;
    for (const [key, held] of Object.entries(section.blocks)) {
      if ("kind" in held) {
        targets.push({
          id: `${name}.${key}`,
          block: null,
          variant: null,
          list: { key, type: held },
        });
      }
    }
  }
  return targets;
}
