// The environment variables from which a program outside Kubernetes reads what only the running job
// may know. Names only: no value exists here.
import type { RuntimeReference } from "../../document/node.js";
import type { InfraModel } from "../../model/infra-model.js";
import { secretVariable, type SecretKey } from "./secret-files.js";

type Reference = Exclude<RuntimeReference, { readonly kind: "concatenation" }>;

/**
 * The variable of each reference of `model`: its own name, what an `env` secret says, else secret and
 * key in capitals (`KAFKA_CREDENTIALS_PASSWORD`). Two references never share one by accident.
 */
export function runtimeNames(model: InfraModel): (reference: Reference) => string {
  const secrets = new Map(model.secrets.map((secret) => [secret.name, secret]));
  const taken = new Set(model.runtime.variables.map(({ name }) => name));
  const names = new Map<string, string>();
  for (const wanted of model.runtime.secrets) {
    const secret = secrets.get(wanted.secret);
    const declared = secret === undefined ? null : secretVariable(secret, wanted.key);
    let name = declared ?? capitals(wanted);
    if (declared === null) while (taken.has(name)) name = `${name}_`;
    taken.add(name);
    names.set(identity(wanted), name);
  }
  return (reference) =>
    reference.kind === "variable"
      ? reference.name
      : (names.get(identity(reference)) ?? capitals(reference));
}

function identity({ secret, key, version }: SecretKey): string {
  return JSON.stringify([secret, key, version]);
}

function capitals({ secret, key, version }: SecretKey): string {
  const parts = [secret, key, version === null ? null : `v${version}`];
  return parts
    .filter((part) => part !== null)
    .join("_")
    .replace(/[^A-Za-z0-9]/gu, "_")
    .toUpperCase();
}
