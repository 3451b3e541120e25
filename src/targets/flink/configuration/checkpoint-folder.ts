// The URI of the folder that holds the checkpoints of a binding, as Flink's file system plugins read it.
import type { Checkpoint } from "../../../model/bindings.js";
import type { ValueOrigin } from "../../../model/value-origin.js";
import { at } from "./context.js";

/** A folder with the properties that name it. */
export interface CheckpointFolder {
  /** Without a slash at the end. */
  readonly uri: string;
  readonly origins: readonly ValueOrigin[];
  /** The binding has no `prefix`: the folder below its bucket or container is named by us. */
  readonly derived: boolean;
}

// Flink takes the root of no file system: "Cannot use the root directory for checkpoints".
const derivedPrefix = "checkpoints";

/** The folder of `binding`. Never holds a credential. */
export function checkpointFolder(binding: Checkpoint): CheckpointFolder {
  switch (binding.type) {
    case "s3":
      return bucketFolder(`s3://${binding.bucket}`, binding);
    case "gcs":
      return bucketFolder(`gs://${binding.bucket}`, binding);
    case "azure_blob": {
      const root = azureRoot(binding.container, binding.azure);
      const origins = [
        at(binding, "container"),
        at(binding, "prefix"),
        at(binding.azure, "accountName"),
      ];
      return storeFolder(root, binding.prefix, origins);
    }
    case "hdfs":
    case "filesystem":
      return { uri: withoutSlash(binding.path), origins: [at(binding, "path")], derived: false };
  }
}

/** A folder in the one spelling of all emitted ones: no slash at its end, but for a root. */
export function withoutSlash(uri: string): string {
  return uri.replace(/(?<!\/)\/+$/u, "");
}

/** Whether `uri` names the root of a file system or store, where Flink keeps neither checkpoints nor savepoints. */
export function isRoot(uri: string): boolean {
  return /^(?:[A-Za-z][\w+.-]*:(?:\/\/[^/]*)?)?\/*$/u.test(uri);
}

function bucketFolder(
  root: string,
  binding: Extract<Checkpoint, { type: "s3" | "gcs" }>,
): CheckpointFolder {
  const origins = [at(binding, "bucket"), at(binding, "prefix")];
  return storeFolder(root, binding.prefix, origins);
}

type AzureAccount = Extract<Checkpoint, { type: "azure_blob" }>["azure"];

/** Flink's key provider that reads an environment variable knows wasbs only, not abfss. */
export function usesAccountKey(azure: AzureAccount): boolean {
  return azure.authType === "account_key" || (azure.authType === null && azure.accountKey !== null);
}

function azureRoot(container: string, azure: AzureAccount): string {
  return usesAccountKey(azure)
    ? `wasbs://${container}@${azure.accountName}.blob.core.windows.net`
    : `abfss://${container}@${azure.accountName}.dfs.core.windows.net`;
}

function storeFolder(
  root: string,
  prefix: string | null,
  origins: readonly ValueOrigin[],
): CheckpointFolder {
  const path = (prefix ?? "").replace(/^\/+|\/+$/gu, "");
  const derived = path === "";
  return { uri: `${root}/${derived ? derivedPrefix : path}`, origins, derived };
}
