// What must exist before the objects work: Secrets, stores and who reads them, buckets and the identity
// that reaches them, host names. Facts for the README; emits nothing. Holds names, never values.
import type { View } from "../../src/generator/contract.js";
import { namedFew } from "../../src/generator/finding-groups.js";
import type { Checkpoint } from "../../src/model/bindings.js";
import { usesAccountKey } from "../../src/targets/flink/configuration/checkpoint-folder.js";
import type { Context } from "./context.js";
import { controllerNamespace } from "./ingress.js";
import { isLocalSecret, isReadable } from "./secrets/locations.js";
import type { SecretObjects } from "./secrets/external-secrets.js";
import { serviceAccountName } from "./shared-objects.js";

/** The part of the README's view about what must exist. */
export function prerequisitesView(context: Context, secrets: SecretObjects): View {
  const owned = secretRows(context);
  const storage = storageRows(context);
  const { ingress, kubernetes } = context.deployment;
  const opens = ingress !== null && ingress.enabled === true && ingress.host !== null;
  const wildcard = opens && !context.session && context.model.processes.length > 1;
  const host = opens ? (ingress.host ?? "") : "";
  const namespace = controllerNamespace(context);
  const plain = context.flavor === "plain";
  return {
    hasSecrets: owned.length > 0,
    secrets: owned,
    hasStores: secrets.readers.length > 0,
    stores: secrets.readers.map(({ store, reader, rights }) => ({
      name: store,
      readByAccount: reader === "account",
      readByController: reader === "controller",
      readByKeys: reader === "keys",
      rights,
    })),
    hasStorage: storage.length > 0,
    storage,
    usesIngress: opens,
    hasIngressClass: (kubernetes?.ingressClass ?? null) !== null,
    ingressClass: kubernetes?.ingressClass ?? "",
    ingressHost: wildcard ? `*.${host}` : host,
    wildcardHost: wildcard,
    opensRestToController: plain && opens && namespace !== null,
    closesRestToController: plain && opens && namespace === null,
    controllerNamespace: namespace ?? "",
  };
}

// ---- Secrets that nothing here makes

function secretRows(context: Context): readonly View[] {
  const { deployment, model } = context;
  const rows: View[] = [];
  for (const name of deployment.image?.pullSecrets ?? [])
    rows.push(secretRow(name, context.namespace, [".dockerconfigjson"], "pulling the image"));
  for (const secret of model.secrets) {
    if (secret.provider !== "kubernetes" || !isReadable(context, secret)) continue;
    const used = (context.needs.secrets.get(secret.name) ?? []).flatMap(({ wanted: { key } }) =>
      key === null ? [] : [key],
    );
    const keys = [...new Set([...used, ...(secret.keys ?? [])])].toSorted();
    const purpose = isLocalSecret(context, secret)
      ? `the secret "${secret.name}" of the file`
      : `the secret "${secret.name}" of the file, copied from there`;
    rows.push(secretRow(secret.secretName, secret.namespace, keys, purpose));
  }
  const tls = deployment.ingress?.enabled === true ? deployment.ingress.tls : null;
  if (tls !== null && tls.enabled !== false && tls.secretName !== null)
    rows.push(secretRow(tls.secretName, context.namespace, ["tls.crt", "tls.key"], "the ingress"));
  return rows;
}

function secretRow(
  name: string,
  namespace: string,
  keys: readonly string[],
  purpose: string,
): View {
  return {
    name,
    namespace,
    hasKeys: keys.length > 0,
    hasNoKeys: keys.length === 0,
    keys: namedFew(keys),
    purpose,
  };
}

// ---- buckets and folders

interface Place {
  readonly uses: Set<string>;
  readonly binding: Checkpoint | null;
}

/** Bucket, container or folder of a URI: everything before its path. */
function placeOf(uri: string): string {
  return /^[a-z0-9]+:\/\/[^/]+/u.exec(uri)?.[0] ?? uri;
}

/** One row for each bucket, however many processes keep their state in it. */
function storageRows(context: Context): readonly View[] {
  const { deployment, model } = context;
  const places = new Map<string, Place>();
  const add = (uri: string, use: string, binding: Checkpoint | null): void => {
    const name = placeOf(uri);
    const held = places.get(name);
    places.set(name, {
      uses: (held?.uses ?? new Set()).add(use),
      binding: held?.binding ?? binding,
    });
  };
  const { highAvailability } = model.cluster;
  const derivesAvailability = highAvailability !== null && highAvailability.storageDir === null;
  for (const { checkpointBinding: binding } of model.processes) {
    if (binding === null) continue;
    add(rootOf(binding), "checkpoints", binding);
    // Without a folder of its own, HA keeps its data below the checkpoints.
    if (derivesAvailability) add(rootOf(binding), "high availability", binding);
    const own = binding.savepoint?.directory ?? null;
    if (own !== null) add(own, "savepoints", binding);
  }
  const [main] = [...places.values()].map(({ binding }) => binding);
  const savepoints = deployment.savepoint?.directory ?? null;
  if (savepoints !== null) add(savepoints, "savepoints", sameStore(savepoints, main));
  const availability = highAvailability?.storageDir ?? null;
  if (availability !== null) add(availability, "high availability", sameStore(availability, main));
  return [...places]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, place]) => storageRow(context, name, place));
}

/** A folder that no binding describes is reached as the checkpoints are, if it is of their kind. */
function sameStore(uri: string, binding: Checkpoint | null | undefined): Checkpoint | null {
  if (binding === null || binding === undefined) return null;
  const scheme = uri.slice(0, uri.indexOf(":"));
  return rootOf(binding).startsWith(`${scheme}:`) ? binding : null;
}

function rootOf(binding: Checkpoint): string {
  switch (binding.type) {
    case "s3":
      return `s3://${binding.bucket}`;
    case "gcs":
      return `gs://${binding.bucket}`;
    case "azure_blob":
      return usesAccountKey(binding.azure)
        ? `wasbs://${binding.container}@${binding.azure.accountName}.blob.core.windows.net`
        : `abfss://${binding.container}@${binding.azure.accountName}.dfs.core.windows.net`;
    case "hdfs":
    case "filesystem":
      return binding.path;
  }
}

function storageRow(context: Context, name: string, { uses, binding }: Place): View {
  const key = binding?.type === "s3" ? kmsKeyOf(binding) : null;
  return {
    name,
    uses: [...uses].toSorted().join(", "),
    identity: binding === null ? "" : identityOf(context, binding),
    rights: binding === null ? "read, write, list, delete" : rightsOf(binding),
    hasKey: key !== null,
    key: key ?? "",
  };
}

type S3Checkpoint = Extract<Checkpoint, { type: "s3" }>;

/** The key that objects are encrypted with; null: no key of its own is used. */
function kmsKeyOf({ encryption }: S3Checkpoint): string | null {
  return encryption?.type === "sse_kms" ? (encryption.kmsKeyId ?? "aws/s3") : null;
}

function rightsOf(binding: Checkpoint): string {
  switch (binding.type) {
    case "s3":
      return "s3:ListBucket, s3:GetObject, s3:PutObject, s3:DeleteObject, s3:AbortMultipartUpload";
    case "gcs":
      return "roles/storage.objectAdmin";
    case "azure_blob":
      return "Storage Blob Data Contributor";
    case "hdfs":
    case "filesystem":
      return "read, write, list, delete";
  }
}

/** Keys without a type are static ones (vocabulary decision 76). */
function usesStaticKeys(auth: S3Checkpoint["auth"]): boolean {
  if (auth === null) return false;
  return auth.type === "static" || (auth.type === null && auth.accessKey !== null);
}

function identityOf(context: Context, binding: Checkpoint): string {
  const account = `the cloud identity of the service account "${serviceAccountName(context)}", else of the node`;
  switch (binding.type) {
    case "s3":
      if (usesStaticKeys(binding.auth))
        return "the variables AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY of the pods";
      return binding.auth?.type === "assume_role" && binding.auth.roleArn !== null
        ? `the role ${binding.auth.roleArn}, assumed by ${account}`
        : account;
    case "gcs":
      return binding.auth?.type === "service_account" && binding.auth.keyFile !== null
        ? `the key file ${binding.auth.keyFile}, which the image or the pod template must bring`
        : account;
    case "azure_blob":
      return usesAccountKey(binding.azure)
        ? "the variable AZURE_STORAGE_KEY of the pods"
        : "the managed identity of the nodes";
    case "hdfs":
      return binding.kerberos === null ? "the user of the pods" : "the Kerberos principal";
    case "filesystem":
      return "a volume of the pod template that all pods mount there";
  }
}
