// SecretStores of the cloud providers: AWS, Azure, Google.
import { diagnose } from "../../../src/diagnostics/catalogue/index.js";
import type {
  AwsParameterStoreSecret,
  AwsSecretsManagerSecret,
  AzureKeyVaultSecret,
  GcpSecretManagerSecret,
} from "../../../src/model/bindings.js";
import type { Named } from "../../../src/model/infra-model.js";
import { pathOf, spanOf, type Context } from "../context.js";
import { serviceAccountName } from "../shared-objects.js";
import { isSet } from "../stated.js";
import { keyReference, reportUnknownStore, slug, type Draft } from "./store-draft.js";

export function awsStore(
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

export function azureStore(context: Context, secret: Named<AzureKeyVaultSecret>): Draft {
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

export function googleStore(context: Context, secret: Named<GcpSecretManagerSecret>): Draft {
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
