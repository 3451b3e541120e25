// What a SecretStore is made from, whatever the provider: a base for its name, its login, who reads it.
import { diagnose } from "../../../src/diagnostics/catalogue/index.js";
import type { Secret, Text } from "../../../src/model/bindings.js";
import type { Named } from "../../../src/model/infra-model.js";
import { kubernetesName } from "../../../src/targets/kubernetes/names.js";
import { spanOf, type Context } from "../context.js";
import { locationOf } from "./delivery.js";

/** A key of the user's Secret by which a store logs in. */
export interface StoreCredential {
  readonly name: string;
  readonly usedBy: string;
}

/**
 * Whose identity reads a store: the pods' service account, for which the External Secrets controller
 * asks a token; the controller's own; or keys of a Secret.
 */
export type Reader = "account" | "controller" | "keys";

/** A store before it has its name. */
export interface Draft {
  readonly base: string;
  readonly provider: object | null;
  readonly credentials: readonly StoreCredential[];
  readonly reader: Reader;
  readonly rights: string;
}

interface KeyReference {
  readonly reference: { readonly name: string; readonly key: string };
  readonly credentials: readonly StoreCredential[];
}

/** Where `text` refers to, else the key `fallback` of the user's Secret. */
export function keyReference(
  context: Context,
  text: Text | null,
  fallback: string,
  usedBy: string,
): KeyReference {
  const location = locationOf(context, text);
  if (location !== null)
    return { reference: { name: location.secretName, key: location.key }, credentials: [] };
  return {
    reference: { name: context.runtimeSecret, key: fallback },
    credentials: [{ name: fallback, usedBy }],
  };
}

/** Part of an object's name from any text: `https://v1.example` is `https-v1-example`. */
export function slug(text: string): string {
  return (
    kubernetesName(
      text
        .toLowerCase()
        .replace(/[^a-z0-9]+/gu, "-")
        .replace(/^-+|-+$/gu, ""),
    ) || "store"
  );
}

export function reportUnknownStore(
  context: Context,
  secret: Named<Secret>,
  store: string,
  missing: string,
): void {
  const values = { secret: secret.name, store, missing: `secrets.${secret.name}.${missing}` };
  const help = `Set secrets.${secret.name}.${missing}, or create the SecretStore "${store}" yourself.`;
  context.report(diagnose("W948", spanOf(context, secret), values, { help }));
}
