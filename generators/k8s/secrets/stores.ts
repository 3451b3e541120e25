// The SecretStores of the External Secrets Operator: one for each provider, account and login.
// What the file does not say of a store is left to the user, and said.
import { createHash } from "node:crypto";
import { diagnose } from "../../../src/diagnostics/catalogue/index.js";
import type { KubernetesSecret, Secret, VaultSecret } from "../../../src/model/bindings.js";
import type { Named } from "../../../src/model/infra-model.js";
import { spanOf, type Context } from "../context.js";
import { serviceAccountName } from "../shared-objects.js";
import { isSet } from "../stated.js";
import { awsStore, azureStore, googleStore } from "./cloud-stores.js";
import {
  keyReference,
  reportUnknownStore,
  slug,
  type Draft,
  type Reader,
  type StoreCredential,
} from "./store-draft.js";

export interface Store {
  readonly name: string;
  readonly reader: Reader;
  /** What the reader must be allowed, in the store's own words. */
  readonly rights: string;
  /** `spec.provider`; null: the store must exist already. */
  readonly provider: object | null;
  readonly credentials: readonly StoreCredential[];
}

/** The store of each secret, by secret name. `env` and local Kubernetes Secrets have none. */
export function storesOf(
  context: Context,
  secrets: readonly Named<Secret>[],
): ReadonlyMap<string, Store> {
  const drafts = secrets.map((secret) => [secret, draftOf(context, secret)] as const);
  const variants = new Map<string, Set<string>>();
  for (const [, draft] of drafts) {
    if (draft === null) continue;
    const held = variants.get(draft.base) ?? new Set();
    variants.set(draft.base, held.add(JSON.stringify(draft.provider)));
  }
  return new Map(
    drafts.flatMap(([secret, draft]): [string, Store][] => {
      if (draft === null) return [];
      const several = (variants.get(draft.base)?.size ?? 1) > 1;
      const name = several ? `${draft.base}-${digest(draft.provider)}` : draft.base;
      const { provider, credentials, reader, rights } = draft;
      return [[secret.name, { name, provider, credentials, reader, rights }]];
    }),
  );
}

function digest(provider: object | null): string {
  return createHash("sha256").update(JSON.stringify(provider)).digest("hex").slice(0, 8);
}

function draftOf(context: Context, secret: Named<Secret>): Draft | null {
  switch (secret.provider) {
    case "vault":
      return vaultStore(context, secret);
    case "aws_secrets_manager":
      return awsStore(context, secret, "SecretsManager");
    case "aws_parameter_store":
      return awsStore(context, secret, "ParameterStore");
    case "azure_key_vault":
      return azureStore(context, secret);
    case "gcp_secret_manager":
      return googleStore(context, secret);
    case "kubernetes":
      return kubernetesStore(context, secret);
    case "env":
      return null;
  }
}

/** The mount and the path below it: ESO wants them apart, and without the API's own `data/`. */
export function vaultPath(path: string): { readonly mount: string; readonly key: string } {
  const [mount = "", ...rest] = path.replace(/^\/+/u, "").split("/");
  return { mount, key: (rest[0] === "data" ? rest.slice(1) : rest).join("/") };
}

const vaultRights = "read on the paths";

function vaultStore(context: Context, secret: Named<VaultSecret>): Draft {
  const server = secret.vault?.address ?? null;
  const { mount } = vaultPath(secret.path ?? secret.pathTemplate ?? "");
  const base = mount === "" ? "vault" : `vault-${slug(mount)}`;
  const login = vaultLogin(context, secret);
  if (typeof server !== "string" || login === null) {
    const missing = typeof server !== "string" ? "vault.address" : "auth";
    reportUnknownStore(context, secret, base, missing);
    return { base, provider: null, credentials: [], reader: "controller", rights: vaultRights };
  }
  const namespace = secret.vault?.namespace ?? null;
  const provider = {
    vault: {
      server,
      ...(mount === "" || secret.type === "dynamic" ? {} : { path: mount, version: "v2" }),
      ...(namespace === null ? {} : { namespace }),
      auth: login.auth,
    },
  };
  return { base, provider, rights: vaultRights, ...login.login };
}

interface Login {
  readonly auth: object;
  readonly login: Pick<Draft, "credentials" | "reader">;
}

function vaultLogin(context: Context, secret: Named<VaultSecret>): Login | null {
  const { auth } = secret;
  const usedBy = `secrets.${secret.name}`;
  switch (auth?.method ?? null) {
    case "kubernetes":
      if (!isSet(auth, "role")) return null;
      return {
        auth: {
          kubernetes: {
            mountPath: "kubernetes",
            role: auth.role,
            serviceAccountRef: { name: serviceAccountName(context) },
          },
        },
        login: { credentials: [], reader: "account" },
      };
    case "approle": {
      if (!isSet(auth, "roleId")) return null;
      const own = keyReference(context, auth.secretId, "VAULT_SECRET_ID", usedBy);
      return {
        auth: { appRole: { path: "approle", roleId: auth.roleId, secretRef: own.reference } },
        login: { credentials: own.credentials, reader: "keys" },
      };
    }
    case "token": {
      const own = keyReference(context, null, "VAULT_TOKEN", usedBy);
      return {
        auth: { tokenSecretRef: own.reference },
        login: { credentials: own.credentials, reader: "keys" },
      };
    }
    case "aws":
      return !isSet(auth, "role")
        ? null
        : {
            auth: { iam: { vaultRole: auth.role } },
            login: { credentials: [], reader: "controller" },
          };
    case null:
      return null;
  }
}

/** A Secret of another namespace, which no pod may refer to. */
function kubernetesStore(context: Context, secret: Named<KubernetesSecret>): Draft | null {
  if (secret.namespace === context.namespace) return null;
  reportOtherNamespace(context, secret);
  return {
    base: `kubernetes-${slug(secret.namespace)}`,
    provider: {
      kubernetes: {
        remoteNamespace: secret.namespace,
        server: { caProvider: { type: "ConfigMap", name: "kube-root-ca.crt", key: "ca.crt" } },
        auth: { serviceAccount: { name: secret.serviceAccount ?? serviceAccountName(context) } },
      },
    },
    credentials: [],
    reader: "account",
    rights: `get, list and watch on Secrets of the namespace ${secret.namespace}${secret.serviceAccount === null ? "" : `, for the service account ${secret.serviceAccount}`}`,
  };
}

function reportOtherNamespace(context: Context, secret: Named<KubernetesSecret>): void {
  const own = spanOf(context, context.deployment, "namespace");
  context.report(
    diagnose(
      "N941",
      spanOf(context, secret, "namespace"),
      { secret: secret.secretName, namespace: secret.namespace, own: context.namespace },
      {
        related: own === null ? [] : [{ span: own, message: "the pods run here" }],
        help: "Let the service account read it, as the README says, or keep the Secret in the pods' namespace.",
      },
    ),
  );
}
