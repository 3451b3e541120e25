// The SecretStores of the External Secrets Operator: one for each provider, account and login.
// What the file does not say of a store is left to the user, and said.
import { createHash } from "node:crypto";
import { diagnose } from "../../../src/diagnostics/catalogue/index.js";
import type {
  AwsParameterStoreSecret,
  AwsSecretsManagerSecret,
  AzureKeyVaultSecret,
  GcpSecretManagerSecret,
  KubernetesSecret,
  Secret,
  Text,
  VaultSecret,
} from "../../../src/model/bindings.js";
import type { Named } from "../../../src/model/infra-model.js";
import { kubernetesName } from "../../../src/targets/kubernetes/names.js";
import { pathOf, spanOf, type Context } from "../context.js";
import { serviceAccountName } from "../shared-objects.js";
import { locationOf } from "./delivery.js";
import { isSet } from "../stated.js";

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

export interface Store {
  readonly name: string;
  readonly reader: Reader;
  /** What the reader must be allowed, in the store's own words. */
  readonly rights: string;
  /** `spec.provider`; null: the store must exist already. */
  readonly provider: object | null;
  readonly credentials: readonly StoreCredential[];
}

/** A store before it has its name. */
interface Draft {
  readonly base: string;
  readonly provider: object | null;
  readonly credentials: readonly StoreCredential[];
  readonly reader: Reader;
  readonly rights: string;
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

interface KeyReference {
  readonly reference: { readonly name: string; readonly key: string };
  readonly credentials: readonly StoreCredential[];
}

/** Where `text` refers to, else the key `fallback` of the user's Secret. */
function keyReference(
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

function awsStore(
  context: Context,
  secret: Named<AwsSecretsManagerSecret> | Named<AwsParameterStoreSecret>,
  service: "SecretsManager" | "ParameterStore",
): Draft {
  const { auth, region } = secret;
  const usedBy = `secrets.${secret.name}`;
  const base = `${service === "SecretsManager" ? "aws-secrets-manager" : "aws-parameter-store"}-${slug(region)}`;
  const id = keyReference(context, null, "AWS_ACCESS_KEY_ID", usedBy);
  const key = keyReference(context, null, "AWS_SECRET_ACCESS_KEY", usedBy);
  const login =
    auth?.type === "static"
      ? {
          auth: {
            secretRef: {
              accessKeyIDSecretRef: id.reference,
              secretAccessKeySecretRef: key.reference,
            },
          },
        }
      : {};
  const role = auth?.type === "assume_role" && auth.roleArn !== null ? { role: auth.roleArn } : {};
  return {
    base,
    provider: { aws: { service, region, ...role, ...login } },
    credentials: auth?.type === "static" ? [...id.credentials, ...key.credentials] : [],
    // Without a login of its own a store is read by the controller's identity. Nothing says which role
    // the pods' service account has, and the controller refuses an account without one.
    reader: auth?.type === "static" ? "keys" : "controller",
    rights:
      service === "SecretsManager"
        ? "secretsmanager:GetSecretValue"
        : "ssm:GetParameter, and kms:Decrypt for encrypted ones",
  };
}

const azureRights = "Key Vault Secrets User";

function azureStore(context: Context, secret: Named<AzureKeyVaultSecret>): Draft {
  const { auth, vaultUrl } = secret;
  if (typeof vaultUrl !== "string") {
    reportUnknownStore(context, secret, "azure-key-vault", "vault_url");
    return {
      base: "azure-key-vault",
      provider: null,
      credentials: [],
      reader: "controller",
      rights: azureRights,
    };
  }
  const usedBy = `secrets.${secret.name}`;
  const host = /^https:\/\/([^./]+)/u.exec(vaultUrl)?.[1] ?? "vault";
  const base = `azure-key-vault-${slug(host)}`;
  const tenant = isSet(auth, "tenantId") ? { tenantId: auth.tenantId } : {};
  switch (auth?.type ?? null) {
    case "managed_identity": {
      const identity = isSet(auth, "clientId") ? { identityId: auth.clientId } : {};
      return {
        base,
        provider: { azurekv: { vaultUrl, authType: "ManagedIdentity", ...tenant, ...identity } },
        credentials: [],
        reader: "controller",
        rights: azureRights,
      };
    }
    case "service_principal": {
      const id = keyReference(context, null, "AZURE_CLIENT_ID", usedBy);
      const password = keyReference(
        context,
        auth?.clientSecret ?? null,
        "AZURE_CLIENT_SECRET",
        usedBy,
      );
      const authSecretRef = { clientId: id.reference, clientSecret: password.reference };
      return {
        base,
        provider: { azurekv: { vaultUrl, authType: "ServicePrincipal", ...tenant, authSecretRef } },
        credentials: [...id.credentials, ...password.credentials],
        reader: "keys",
        rights: azureRights,
      };
    }
    case "cli":
    case null: {
      if (auth?.type === "cli") {
        const property = pathOf(context, auth, "type", "auth.type");
        const problem = "the login of a developer's command line is not in the cluster";
        const help = "Use managed_identity or service_principal.";
        context.report(
          diagnose("E950", spanOf(context, auth, "type"), { property, problem }, { help }),
        );
      }
      const serviceAccountRef = { name: serviceAccountName(context) };
      return {
        base,
        provider: {
          azurekv: { vaultUrl, authType: "WorkloadIdentity", ...tenant, serviceAccountRef },
        },
        credentials: [],
        reader: "account",
        rights: azureRights,
      };
    }
  }
}

const googleRights = "roles/secretmanager.secretAccessor";

function googleStore(context: Context, secret: Named<GcpSecretManagerSecret>): Draft {
  const { auth, project } = secret;
  const base = `gcp-secret-manager-${slug(project)}`;
  if (auth?.type === "service_account") {
    const key = keyReference(context, null, "GCP_SERVICE_ACCOUNT_KEY", `secrets.${secret.name}`);
    const login = { auth: { secretRef: { secretAccessKeySecretRef: key.reference } } };
    return {
      base,
      provider: { gcpsm: { projectID: project, ...login } },
      credentials: key.credentials,
      reader: "keys",
      rights: googleRights,
    };
  }
  const login =
    auth?.type === "workload_identity"
      ? { auth: { workloadIdentity: { serviceAccountRef: { name: serviceAccountName(context) } } } }
      : {};
  return {
    base,
    provider: { gcpsm: { projectID: project, ...login } },
    credentials: [],
    reader: auth?.type === "workload_identity" ? "account" : "controller",
    rights: googleRights,
  };
}

/** A Secret of another namespace, which no pod may refer to. */
function kubernetesStore(context: Context, secret: Named<KubernetesSecret>): Draft | null {
  if (secret.namespace === context.namespace) return null;
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

function slug(text: string): string {
  return (
    kubernetesName(
      text
        .toLowerCase()
        .replace(/[^a-z0-9]+/gu, "-")
        .replace(/^-+|-+$/gu, ""),
    ) || "store"
  );
}

function reportUnknownStore(
  context: Context,
  secret: Named<Secret>,
  store: string,
  missing: string,
): void {
  const values = { secret: secret.name, store, missing: `secrets.${secret.name}.${missing}` };
  const help = `Set secrets.${secret.name}.${missing}, or create the SecretStore "${store}" yourself.`;
  context.report(diagnose("W948", spanOf(context, secret), values, { help }));
}
