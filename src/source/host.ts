// The port through which the compiler reaches the outside world. Reading only: `write` owns the disk.

/** What a read found. Only `missing` means that nothing is there. */
export type ReadOutcome =
  | { readonly kind: "file"; readonly bytes: Uint8Array; readonly identity: string }
  | { readonly kind: "missing" }
  | { readonly kind: "not-a-file"; readonly what: string }
  | { readonly kind: "denied" }
  | { readonly kind: "too-large"; readonly bytes: number }
  | { readonly kind: "failed"; readonly reason: string };

/**
 * Files and environment as the compiler may see them. Paths are absolute POSIX paths.
 * `identity` of a file is equal for two paths that lead to the same file.
 */
export interface Host {
  /** Reads a regular file of at most `limit` bytes; never hangs on a pipe or device. */
  readFile(path: string, limit: number): ReadOutcome;
  /** The names in a folder; empty where there is none. */
  listFolder(path: string): readonly string[];
  /** `path` with every symbolic link followed, or null where nothing is there. */
  realPath(path: string): string | null;
  /** The value of one variable of the process environment. */
  environmentVariable(name: string): string | undefined;
}
