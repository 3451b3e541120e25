// How Flink's file systems reach the store of the checkpoints. S3 goes through the Hadoop plugin
// (flink-s3-fs-hadoop), the only one with a key for every property. Credentials are never written.
import { diagnose } from "../../../diagnostics/catalogue/index.js";
import type {
  AzureBlobCheckpoint,
  GcsCheckpoint,
  HdfsCheckpoint,
  S3Checkpoint,
} from "../../../model/bindings.js";
import { usesAccountKey } from "./checkpoint-folder.js";
import { at, type ConfigurationContext } from "./context.js";
import { booleanText, bytesText, numberText, plainText } from "./option-text.js";
import { isStated } from "../../../model/is-stated.js";

/** Options of the store below the checkpoint binding. */
export function objectStores(context: ConfigurationContext): void {
  const binding = context.process.checkpointBinding;
  switch (binding?.type) {
    case "s3":
      s3(context, binding);
      break;
    case "gcs":
      gcs(context, binding);
      break;
    case "azure_blob":
      azure(context, binding);
      break;
    case "hdfs":
      hdfs(context, binding);
      break;
    default:
  }
}

function s3(context: ConfigurationContext, binding: S3Checkpoint): void {
  // s3.endpoint.region would lie below s3.endpoint: no component could write the file in nested form.
  context.copy("fs.s3a.endpoint.region", binding, "region", plainText);
  context.copy("s3.endpoint", binding.s3, "endpoint", plainText);
  context.copy("s3.path.style.access", binding.s3, "pathStyleAccess", booleanText);
  context.copy("s3.multipart.threshold", binding.s3, "multipartUploadThresholdBytes", bytesText);
  context.copy("s3.multipart.size", binding.s3, "multipartUploadPartSizeBytes", bytesText);
  s3Identity(context, binding);
  s3Encryption(context, binding);
  const { replication } = binding;
  if (replication !== null && replication.enabled !== false) {
    context.leaveToInfrastructure(
      replication,
      replication.enabled === null ? "destinationBucket" : "enabled",
      "S3 replicates buckets, Flink does not; a copied checkpoint may be incomplete while objects are in flight",
      "Set up replication of the bucket where the bucket is made.",
    );
  }
}

function s3Identity(context: ConfigurationContext, binding: S3Checkpoint): void {
  const { auth } = binding;
  if (auth === null) return;
  if (auth.type === "assume_role") {
    context.set(
      "s3.aws.credentials.provider",
      "org.apache.hadoop.fs.s3a.auth.AssumedRoleCredentialProvider",
      [at(auth, "type")],
    );
    context.copy("s3.assumed.role.arn", auth, "roleArn", plainText);
    return;
  }
  if (auth.type === "instance_profile") return;
  for (const [key, variable] of [
    ["accessKey", "AWS_ACCESS_KEY_ID"],
    ["secretKey", "AWS_SECRET_ACCESS_KEY"],
  ] as const) {
    if (auth[key] === null) continue;
    context.say(
      diagnose("N903", context.span(auth, key), {
        property: context.path(auth, key),
        delivery: `set the variable ${variable} in the environment of every Flink process`,
      }),
    );
  }
}

function s3Encryption(context: ConfigurationContext, binding: S3Checkpoint): void {
  const { encryption } = binding;
  if (encryption?.type === "sse_kms") {
    context.set("s3.server-side-encryption-algorithm", "SSE-KMS", [at(encryption, "type")]);
    context.copy("s3.server-side-encryption.key", encryption, "kmsKeyId", plainText);
    return;
  }
  if (encryption?.type === "sse_s3") {
    context.set("s3.server-side-encryption-algorithm", "AES256", [at(encryption, "type")]);
  }
}

function gcs(context: ConfigurationContext, binding: GcsCheckpoint): void {
  context.copy("fs.gs.project.id", binding.gcs, "projectId", plainText);
  const { auth } = binding;
  if (!isStated(auth?.keyFile)) return;
  if (auth.type === "workload_identity") {
    context.ignore(auth, "keyFile", "a workload identity needs no key file", at(auth, "type"));
    return;
  }
  // Both resource managers hand these to the processes that they start.
  if (context.target === "native" || context.target === "operator" || context.target === "yarn") {
    for (const role of ["master", "taskmanager"]) {
      context.copy(
        `containerized.${role}.env.GOOGLE_APPLICATION_CREDENTIALS`,
        auth,
        "keyFile",
        plainText,
      );
    }
    return;
  }
  context.say(
    diagnose("N903", context.span(auth, "keyFile"), {
      property: context.path(auth, "keyFile"),
      delivery:
        "set the variable GOOGLE_APPLICATION_CREDENTIALS to it in the environment of every Flink process",
    }),
  );
}

function azure(context: ConfigurationContext, binding: AzureBlobCheckpoint): void {
  const { azure: account } = binding;
  if (usesAccountKey(account)) {
    context.set(
      `fs.azure.account.keyprovider.${account.accountName}.blob.core.windows.net`,
      "org.apache.flink.fs.azurefs.EnvironmentVariableKeyProvider",
      [at(account, "accountName"), at(account, "accountKey")],
      `${context.path(account, "accountKey")}: read from the variable AZURE_STORAGE_KEY`,
    );
    context.say(
      diagnose("N903", context.span(account, "accountKey"), {
        property: context.path(account, "accountKey"),
        delivery: "set the variable AZURE_STORAGE_KEY in the environment of every Flink process",
      }),
    );
    return;
  }
  const host = `${account.accountName}.dfs.core.windows.net`;
  const origins = [at(account, "accountName"), at(account, "authType")];
  context.set(`fs.azure.account.auth.type.${host}`, "OAuth", origins);
  context.set(
    `fs.azure.account.oauth.provider.type.${host}`,
    "org.apache.hadoop.fs.azurebfs.oauth2.MsiTokenProvider",
    origins,
  );
}

function hdfs(context: ConfigurationContext, binding: HdfsCheckpoint): void {
  context.copy("flink.hadoop.dfs.replication", binding.hdfs, "replication", numberText);
  context.copy("flink.hadoop.dfs.blocksize", binding.hdfs, "blockSizeBytes", bytesText);
}
