// Where the running job finds a secret: which Kubernetes Secret holds it, or which variable.
// Names only: no value of a secret exists here.
import type { Secret } from "../../../src/model/bindings.js";
import type { Named } from "../../../src/model/infra-model.js";
import { checkConfigMapKey, kubernetesName } from "../../../src/targets/kubernetes/names.js";
import {
  secretFileName,
  secretVariable,
  type SecretKey,
} from "../../../src/targets/runtime/secret-files.js";
import { checkName, spanOf, type Context } from "../context.js";

/** A key of a Kubernetes Secret. */
export interface SecretLocation {
  readonly secretName: string;
  readonly key: string;
}

/** Whether a Secret of the same namespace exists already. */
export function isLocalSecret(context: Context, secret: Secret): boolean {
  return secret.provider === "kubernetes" && secret.namespace === context.namespace;
}

/** Whether the region that the objects are for may read the secret. */
export function isReadable(context: Context, secret: Secret): boolean {
  const region = context.model.region?.regionName ?? null;
  return region === null || secret.regions === null || secret.regions.includes(region);
}

/** Where the pods read `wanted`; null where its secret is not declared or has no such variable. */
export function secretLocation(context: Context, wanted: SecretKey): SecretLocation | null {
  const secret = context.secrets.get(wanted.secret);
  if (secret === undefined) return null;
  if (secret.provider === "env") {
    const variable = secretVariable(secret, wanted.key);
    return variable === null ? null : { secretName: context.runtimeSecret, key: variable };
  }
  if (secret.provider === "kubernetes" && isLocalSecret(context, secret)) {
    return { secretName: secret.secretName, key: wanted.key ?? onlyKey(secret) };
  }
  return { secretName: kubernetesName(secret.name), key: secretFileName(wanted) };
}

function onlyKey(secret: Secret): string {
  const [first, second] = secret.keys ?? [];
  return first === undefined || second !== undefined ? "value" : first;
}

/** The keys of `secret` that are declared or used, with versions, sorted by file name. */
export function keysOf(context: Context, secret: Named<Secret>): readonly SecretKey[] {
  const declared = (secret.keys ?? []).map((key): SecretKey => ({
    secret: secret.name,
    key,
    version: null,
  }));
  const used = (context.needs.secrets.get(secret.name) ?? []).map(({ wanted }) => wanted);
  const byFile = new Map<string, SecretKey>();
  for (const each of [...used, ...declared]) {
    const file = secretFileName(each);
    if (byFile.has(file)) continue;
    byFile.set(file, { secret: each.secret, key: each.key, version: each.version });
    const what = "key of a ConfigMap or Secret";
    checkName(context, [file, what], checkConfigMapKey(file), spanOf(context, secret, "keys"));
  }
  return [...byFile].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, key]) => key);
}
