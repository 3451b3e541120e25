// Where the running job finds the secrets of a file, on every target: one folder for each secret, one
// file for each key, or the variable that an `env` secret names. Names only: no value exists here.
import type { Secret } from "../../model/bindings.js";
import type { RuntimeSecret } from "../../model/infra-model.js";

/** Folder below which each secret is mounted: `/mnt/secrets/<name>/<key>`. */
export const secretsFolder = "/mnt/secrets";

/** The key of a secret that was asked for, as `secret://name/key?version=…` says it. */
export type SecretKey = Pick<RuntimeSecret, "secret" | "key" | "version">;

/** The key, which is also the file name: `password`; `password-v3` for a pinned version. */
export function secretFileName({ key, version }: Pick<SecretKey, "key" | "version">): string {
  const name = key ?? "value";
  return version === null ? name : `${name}-v${version}`;
}

/** The variable that an `env` secret keeps `key` in, or null. */
export function secretVariable(secret: Secret, key: string | null): string | null {
  if (secret.provider !== "env") return null;
  return (key === null ? null : (secret.variables?.[key] ?? null)) ?? secret.variable;
}
