// Where savepoints of a process go, for what stops it.
import type { Process } from "../../model/infra-model.js";
import type { ConfigurationEntry } from "./configuration/configuration.js";

const checkpointKeys = ["execution.checkpointing.dir", "state.checkpoints.dir"];
const savepointKeys = ["execution.checkpointing.savepoint-dir", "state.savepoints.dir"];

/** The folder that the configuration names, else one below the checkpoints; null without checkpoints. */
export function savepointFolderOf(
  process: Process,
  entries: readonly ConfigurationEntry[],
): string | null {
  const named = valueOf(entries, savepointKeys);
  if (named !== null) return named;
  const checkpoints = valueOf(entries, checkpointKeys);
  return checkpoints === null ? null : `${checkpoints}/savepoints/${process.name}`;
}

function valueOf(entries: readonly ConfigurationEntry[], keys: readonly string[]): string | null {
  return entries.find(({ key }) => keys.includes(key))?.value ?? null;
}
