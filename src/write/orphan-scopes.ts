// Scopes that an entry file once had and no longer has: a region was removed, or regions were
// introduced. Their files are ours to remove. Reads only.
import { join, resolve } from "node:path";
import { nodeDisk } from "./disk.js";
import { controlFolder, scopeOfManifest, type Scope } from "./layout.js";
import { parseManifest } from "./manifest.js";
import type { DesiredScope } from "./write-plan.js";

/**
 * Recorded scopes with the environment, generator and entry of one of `scopes` but a region that
 * none of them has, each with nothing wanted. `scopes` must hold every region of its entries.
 */
export function orphanScopes(
  outputFolder: string,
  scopes: readonly DesiredScope[],
): readonly DesiredScope[] {
  const folder = join(resolve(outputFolder), controlFolder);
  return namesIn(folder).flatMap((name) => {
    const scope = scopeOfManifest(name);
    if (scope === null) return [];
    const relatives = scopes.filter((desired) => isRelated(desired.scope, scope));
    if (relatives.some((desired) => desired.scope.region === scope.region)) return [];
    const entry = entryOf(join(folder, name), scope, outputFolder);
    return relatives.some((desired) => desired.entry === entry)
      ? [{ scope, entry: entry ?? "", files: [], prune: true }]
      : [];
  });
}

function isRelated(one: Scope, other: Scope): boolean {
  return one.environment === other.environment && one.generator === other.generator;
}

/** Empty where the folder cannot be listed: planning reports that. */
function namesIn(folder: string): readonly string[] {
  try {
    return nodeDisk.stat(folder)?.kind === "folder" ? nodeDisk.list(folder) : [];
  } catch {
    return [];
  }
}

/** The entry that a manifest names; null where it cannot be read, so that nothing is removed. */
function entryOf(path: string, scope: Scope, root: string): string | null {
  try {
    const manifest = parseManifest(nodeDisk.read(path).toString("utf8"), scope, root);
    return typeof manifest === "string" ? null : manifest.entry;
  } catch {
    return null;
  }
}
