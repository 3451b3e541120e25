// Where the running job finds a secret: which Kubernetes Secret holds it, or which variable.
// Names only: no value of a secret exists here.
import type { Secret } from "../../../src/model/bindings.js";
import type { Named, RuntimeSecret } from "../../../src/model/infra-model.js";
import { checkConfigMapKey, kubernetesName } from "../../../src/targets/kubernetes/names.js";
import { checkName, spanOf, type Context } from "../context.js";

/** Folder below which each secret is mounted: `/mnt/secrets/<name>/<key>`. */
export const secretsFolder = "/mnt/secrets";

/** The key of a secret that was asked for, as `secret://name/key?version=…` says it. */
export type SecretKey = Pick<RuntimeSecret, "secret" | "key" | "version">;

/** A key of a Kubernetes Secret. */
export interface SecretLocation {
  readonly secretName: string;
  readonly key: string;
}

/** The key, which is also the file name: `password`; `password-v3` for a pinned version. */
export function secretFileName({ key, version }: Pick<SecretKey, "key" | "version">): string {
  const name = key ?? "value";
  return version === null ? name : `${name}-v${version}`;
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

/** The variable that an `env` secret keeps `key` in, or null. */
export function secretVariable(secret: Secret, key: string | null): string | null {
  if (secret.provider !== "env") return null;
  return (key === null ? null : (secret.variables?.[key] ?? null)) ?? secret.variable;
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
