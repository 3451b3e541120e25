// The `.infra` files that a call names: files as they are, folders with all that lie below them.
import { posix } from "node:path";
import type { Host } from "../../source/host.js";
import { UsageError } from "../options.js";

/** Never searched: what tools keep there is not the user's. */
const left = (name: string): boolean => name.startsWith(".") || name === "node_modules";

/** `entries` with each folder replaced by its `.infra` files, in order of their paths; each file once. */
export function findEntries(
  entries: readonly string[],
  folder: string,
  host: Host,
): readonly string[] {
  const found = new Set<string>();
  for (const entry of entries) {
    const path = posix.resolve(folder, entry);
    if (entry === "-" || host.listFolder(path).length === 0) {
      found.add(entry);
      continue;
    }
    const inside = filesBelow(path, entry, host, new Set());
    if (inside.length === 0) throw new UsageError(`There is no .infra file in "${entry}".`);
    for (const file of inside) found.add(file);
  }
  return [...found];
}

function filesBelow(
  path: string,
  shown: string,
  host: Host,
  visited: Set<string>,
): readonly string[] {
  // A link may lead to a folder above it.
  const real = host.realPath(path) ?? path;
  if (visited.has(real)) return [];
  visited.add(real);
  return host.listFolder(path).flatMap((name) => {
    if (left(name)) return [];
    const child = posix.join(path, name);
    const childShown = posix.join(shown, name);
    if (name.endsWith(".infra")) return [childShown];
    return filesBelow(child, childShown, host, visited);
  });
}
