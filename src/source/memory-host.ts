// A host whose files and environment are given: for tests, and for callers that hold text already.
import type { Host, ReadOutcome } from "./host.js";

/** Contents by absolute POSIX path, and the variables that exist. */
export interface MemoryHostContents {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Folders exist as far as files lie in them; there are no links. */
export function memoryHost(contents: MemoryHostContents): Host {
  const files = new Map(Object.entries(contents.files));
  const environment = new Map(Object.entries(contents.environment ?? {}));
  const folders = foldersOf(files.keys());
  return {
    readFile(path, limit): ReadOutcome {
      if (folders.has(path)) return { kind: "not-a-file", what: "a folder" };
      const content = files.get(path);
      if (content === undefined) return { kind: "missing" };
      const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
      if (bytes.length > limit) return { kind: "too-large", bytes: bytes.length };
      return { kind: "file", bytes, identity: path };
    },
    listFolder(path) {
      return [...(folders.get(path) ?? [])].toSorted();
    },
    realPath(path) {
      return files.has(path) || folders.has(path) ? path : null;
    },
    environmentVariable(name) {
      return environment.get(name);
    },
  };
}

/** The names in each folder that a path passes through. */
function foldersOf(paths: Iterable<string>): ReadonlyMap<string, ReadonlySet<string>> {
  const folders = new Map<string, Set<string>>([["/", new Set()]]);
  for (const path of paths) {
    let folder = "/";
    for (const name of path.split("/").slice(1)) {
      const names = folders.get(folder) ?? new Set();
      folders.set(folder, names.add(name));
      folder = folder === "/" ? `/${name}` : `${folder}/${name}`;
    }
  }
  return folders;
}
