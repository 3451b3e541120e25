// ExternalSecrets, the SecretStores they read and Vault's generators: one ExternalSecret for each
// secret of the file, which becomes an ordinary Secret that both flavors can mount.
import { diagnose } from "../../../src/diagnostics/catalogue/index.js";
import { absent } from "../../../src/encode/leaf.js";
import type { PlannedFile, View } from "../../../src/generator/contract.js";
import { derived } from "../../../src/generator/view.js";
import type { Secret, VaultSecret } from "../../../src/model/bindings.js";
import type { Named } from "../../../src/model/infra-model.js";
import {
  checkDnsSubdomain,
  checkNamespace,
  kubernetesName,
} from "../../../src/targets/kubernetes/names.js";
import { secretFileName, type SecretKey } from "../../../src/targets/runtime/secret-files.js";
import {
  checkName,
  metadataView,
  sharedLabels,
  spanOf,
  yamlFile,
  type Context,
} from "../context.js";
import { goDuration } from "../units.js";
import { reportSecretLimits } from "./limits.js";
import { isLocalSecret, isReadable, keysOf } from "./locations.js";
import type { Reader, StoreCredential } from "./store-draft.js";
import { storesOf, vaultPath, type Store } from "./stores.js";

export interface SecretObjects {
  readonly files: readonly PlannedFile[];
  /** Keys of the user's Secret by which stores log in. */
  readonly credentials: readonly StoreCredential[];
  /** Who reads each emitted store, and with which rights. */
  readonly readers: readonly StoreReader[];
  /** Stores that the user must create. */
  readonly missingStores: readonly string[];
}

/** Who reads a store. */
export interface StoreReader {
  readonly store: string;
  readonly reader: Reader;
  readonly rights: string;
}

/** Secrets that some store must deliver into the namespace. */
function externalSecrets(context: Context): readonly Named<Secret>[] {
  return context.model.secrets.filter(
    (secret) =>
      secret.provider !== "env" && !isLocalSecret(context, secret) && isReadable(context, secret),
  );
}

/** Reports E951 for versions that a store cannot read, W940 for what no object does. */
export function secretObjects(context: Context): SecretObjects {
  for (const secret of context.model.secrets) checkSecretNames(context, secret);
  reportSecretLimits(context);
  const secrets = externalSecrets(context);
  const stores = storesOf(context, secrets);
  const emitted = new Map<string, Store>();
  for (const store of stores.values()) emitted.set(store.name, store);
  const files = secrets.flatMap((secret) => filesOf(context, secret, stores.get(secret.name)));
  return {
    files: [
      ...[...emitted.values()].toSorted(byName).flatMap((store) => storeFile(context, store)),
      ...files,
    ],
    credentials: [...emitted.values()].flatMap(({ credentials }) => credentials),
    readers: [...emitted.values()]
      .filter(({ provider }) => provider !== null)
      .toSorted(byName)
      .map(({ name, reader, rights }) => ({ store: name, reader, rights })),
    missingStores: [...emitted.values()]
      .filter(({ provider }) => provider === null)
      .map(({ name }) => name)
      .toSorted(),
  };
}

function byName(one: Store, other: Store): number {
  return one.name < other.name ? -1 : 1;
}

function storeFile(context: Context, { name, provider }: Store): readonly PlannedFile[] {
  if (provider === null) return [];
  const view: View = {
    ...metadataView(context, name, sharedLabels(context)),
    provider: derived(provider),
  };
  return [yamlFile({ path: `secret-store-${name}.yaml`, template: "secret-store" }, view)];
}

function filesOf(
  context: Context,
  secret: Named<Secret>,
  store: Store | undefined,
): readonly PlannedFile[] {
  const name = kubernetesName(secret.name);
  const dynamic = secret.provider === "vault" && secret.type === "dynamic";
  const entries = dynamic ? [] : dataOf(context, secret);
  const view: View = {
    ...metadataView(context, name, sharedLabels(context)),
    ...refreshOf(secret),
    store: store?.name ?? absent,
    hasStore: !dynamic,
    data: entries.length === 0 ? absent : derived(entries, [secret, "keys"]),
    dataFrom:
      entries.length > 0
        ? absent
        : derived([dynamic ? generatorRef(name) : extraction(context, secret)]),
  };
  const file = yamlFile(
    { path: `external-secret-${name}.yaml`, template: "external-secret" },
    view,
  );
  return secret.provider === "vault" && dynamic
    ? [...generatorFile(context, secret, store), file]
    : [file];
}

function refreshOf(secret: Secret): View {
  const { rotation, cache } = secret;
  const interval = rotation?.refreshIntervalMs ?? null;
  const ttl = cache?.enabled === false ? null : (cache?.ttlMs ?? null);
  const ms = interval ?? ttl;
  return {
    refreshPolicy:
      rotation?.autoRefresh === false ? derived("CreatedOnce", [rotation, "autoRefresh"]) : absent,
    refreshInterval:
      ms === null || rotation?.autoRefresh === false
        ? absent
        : derived(
            goDuration(ms),
            interval !== null && rotation !== null ? [rotation, "refreshIntervalMs"] : null,
            interval === null && cache !== null ? [cache, "ttlMs"] : null,
          ),
  };
}

// ---- what is read

interface Remote {
  readonly key: string;
  readonly version: string | null;
}

function remoteOf(context: Context, secret: Secret): Remote {
  switch (secret.provider) {
    case "vault":
      return { key: vaultPath(pathOfSecret(context, secret)).key, version: null };
    case "aws_secrets_manager":
      return {
        key: secret.secretId,
        version:
          secret.versionStage ?? (secret.versionId === null ? null : `uuid/${secret.versionId}`),
      };
    case "aws_parameter_store":
      return { key: secret.parameterName, version: null };
    case "azure_key_vault":
      return { key: secret.secretName, version: unlessLatest(secret.version) };
    case "gcp_secret_manager":
      return { key: secret.secret, version: unlessLatest(secret.version) };
    case "kubernetes":
      return { key: secret.secretName, version: null };
    case "env":
      return { key: "", version: null };
  }
}

function unlessLatest(version: string | null): string | null {
  return version === null || version === "latest" ? null : version;
}

function pathOfSecret(context: Context, secret: VaultSecret): string {
  const region = context.model.region?.regionName ?? "";
  const template = secret.regional && region !== "" ? secret.pathTemplate : null;
  return template?.replaceAll("{region}", region) ?? secret.path ?? secret.pathTemplate ?? "";
}

function dataOf(context: Context, secret: Named<Secret>): readonly object[] {
  const remote = remoteOf(context, secret);
  const keys = keysOf(context, secret);
  const singleValued =
    secret.provider === "azure_key_vault" ||
    secret.provider === "gcp_secret_manager" ||
    secret.provider === "aws_parameter_store";
  const wanted: readonly SecretKey[] =
    keys.length === 0 && singleValued ? [{ secret: secret.name, key: null, version: null }] : keys;
  return wanted.map((key) => {
    if (key.version !== null) checkVersion(context, secret, key.version);
    const version = key.version ?? remote.version;
    return {
      secretKey: secretFileName(key),
      remoteRef: {
        key: remote.key,
        ...(key.key === null ? {} : { property: key.key }),
        ...(version === null ? {} : { version }),
      },
    };
  });
}

function extraction(context: Context, secret: Secret): object {
  const { key, version } = remoteOf(context, secret);
  return { extract: { key, ...(version === null ? {} : { version }) } };
}

const versionRules: Readonly<
  Partial<Record<Secret["provider"], readonly [form: RegExp, problem: string]>>
> = {
  vault: [/^\d+$/u, "versions of Vault's KV engine are numbers"],
  aws_secrets_manager: [/\D/u, "AWS Secrets Manager has stages such as AWSCURRENT, and uuid/<id>"],
  aws_parameter_store: [/^\d+$/u, "versions of a parameter are numbers"],
  gcp_secret_manager: [/^(?:\d+|latest)$/u, "versions of Google's Secret Manager are numbers"],
  kubernetes: [/(?!)/u, "a Kubernetes Secret has no versions"],
  env: [/(?!)/u, "an environment variable has no versions"],
};

function checkVersion(context: Context, secret: Named<Secret>, version: string): void {
  const dynamic = secret.provider === "vault" && secret.type === "dynamic";
  const [form, problem] = versionRules[secret.provider] ?? [/./u, ""];
  if (form.test(version) && !dynamic) {
    if (secret.rotation?.autoRefresh === true) {
      const values = {
        property: `secrets.${secret.name}.rotation`,
        problem: `does not reach the pinned version ${version}`,
      };
      context.report(diagnose("W755", spanOf(context, secret, "rotation"), values));
    }
    return;
  }
  const values = {
    secret: secret.name,
    version,
    problem: dynamic ? "dynamic credentials have no versions" : problem,
  };
  context.report(diagnose("E951", spanOf(context, secret), values));
}

// ---- dynamic credentials

const generatorVersion = "generators.external-secrets.io/v1alpha1";

function generatorRef(name: string): object {
  return {
    sourceRef: { generatorRef: { apiVersion: generatorVersion, kind: "VaultDynamicSecret", name } },
  };
}

function generatorFile(
  context: Context,
  secret: Named<VaultSecret>,
  store: Store | undefined,
): readonly PlannedFile[] {
  const provider = (store?.provider ?? null) as { readonly vault: object } | null;
  if (provider === null) return [];
  const name = kubernetesName(secret.name);
  const view: View = {
    ...metadataView(context, name, sharedLabels(context)),
    path: derived(pathOfSecret(context, secret), [secret, "path"]),
    provider: derived(provider.vault),
  };
  return [
    yamlFile({ path: `vault-dynamic-secret-${name}.yaml`, template: "vault-dynamic-secret" }, view),
  ];
}

/** Names that no API server would take. */
function checkSecretNames(context: Context, secret: Named<Secret>): void {
  if (secret.provider !== "kubernetes") return;
  const { secretName, namespace } = secret;
  const problem = checkDnsSubdomain(secretName);
  checkName(context, [secretName, "Secret name"], problem, spanOf(context, secret, "secretName"));
  const span = spanOf(context, secret, "namespace");
  checkName(context, [namespace, "namespace"], checkNamespace(namespace), span);
}
