// The folders that a configuration names and a cluster must be able to write to.

/** Options whose value is such a folder. */
const options: ReadonlySet<string> = new Set([
  "execution.checkpointing.dir",
  "execution.checkpointing.savepoint-dir",
  "high-availability.storageDir",
  "state.checkpoints.dir",
  "state.savepoints.dir",
]);

/** Their URIs, each once, sorted. */
export function storageFolders(
  entries: Iterable<{ readonly key: string; readonly value: string }>,
): readonly string[] {
  const folders = new Set<string>();
  for (const { key, value } of entries) if (options.has(key)) folders.add(value);
  return [...folders].toSorted();
}
