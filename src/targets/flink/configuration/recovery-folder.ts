// Where a job manager keeps what its successor needs: `ha.storage_dir`, or a folder derived for it.
import type { InfraModel, Process } from "../../../model/infra-model.js";
import { checkpointFolder, withoutSlash } from "./checkpoint-folder.js";

/** The stated folder, which clusters share. */
export function statedRecoveryFolder({ cluster }: InfraModel): string | null {
  const folder = cluster.highAvailability?.storageDir ?? null;
  return folder === null ? null : withoutSlash(folder);
}

/** The folder of one process below its checkpoints; null without a checkpoint binding. */
export function derivedRecoveryFolder(model: InfraModel, process: Process): string | null {
  const { checkpointBinding, name } = process;
  if (checkpointBinding === null) return null;
  // Regions may share a bucket, and clusters of one name would share the folder.
  return [checkpointFolder(checkpointBinding).uri, "ha", ...inRegion(model), name].join("/");
}

/** The region as a part of a path. */
export function inRegion({ region }: InfraModel): readonly string[] {
  return region === null ? [] : [region.regionName];
}
