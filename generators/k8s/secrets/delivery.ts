// How variables and secrets reach the pods (architecture decision 5): secrets as files, variables as
// environment, cloud credentials as the environment that the storage clients read.
import type { EnvVar, Volume, VolumeMount } from "kubernetes-types/core/v1.js";
import { diagnose } from "../../../src/diagnostics/catalogue/index.js";
import type { RuntimeReference } from "../../../src/document/node.js";
import type { GcsCheckpoint, Secret, Text } from "../../../src/model/bindings.js";
import type {
  Named,
  Process,
  RuntimeSecret,
  RuntimeVariable,
} from "../../../src/model/infra-model.js";
import { checkDnsLabel, kubernetesName } from "../../../src/targets/kubernetes/names.js";
import { checkName, pathOf, spanOf, type Context } from "../context.js";
import {
  isLocalSecret,
  secretFileName,
  secretLocation,
  secretsFolder,
  secretVariable,
  type SecretKey,
} from "./locations.js";

/** What the main container and its pod get. */
export interface Delivery {
  readonly env: readonly EnvVar[];
  readonly volumes: readonly Volume[];
  readonly volumeMounts: readonly VolumeMount[];
}

/** Parts of a file whose values the running job does not see. */
const notOfTheJob = ["monitoring.alerts", "secrets", "failover", "regions"];

/** Whether one of `processes` needs what the properties `usedBy` refer to. */
function isNeededBy(processes: readonly Process[], usedBy: readonly string[]): boolean {
  return usedBy.some((path) => {
    const [section = "", name = ""] = path.split(".");
    if (notOfTheJob.some((part) => path === part || path.startsWith(`${part}.`))) return false;
    return processes.some((process) => {
      if (section === "resources" && !name.startsWith("_")) return name === process.name;
      if (section === "checkpoints") return name === process.checkpointBinding?.name;
      if (section === "state_backends") return name === process.stateBackendBinding?.name;
      return true;
    });
  });
}

/** Reports E950 for what no pod can be given. */
export function deliveryTo(context: Context, processes: readonly Process[]): Delivery {
  const { model } = context;
  const env = new Map<string, EnvVar>();
  const add = (variable: EnvVar): void =>
    void (env.has(variable.name) || env.set(variable.name, variable));
  for (const variable of model.runtime.variables) {
    if (isNeededBy(processes, withoutStorageKeys(variable.usedBy)))
      add(fromVariable(context, variable));
  }
  const files = new Map<string, RuntimeSecret[]>();
  for (const wanted of model.runtime.secrets) {
    if (!isNeededBy(processes, withoutStorageKeys(wanted.usedBy))) continue;
    const secret = model.secrets.find(({ name }) => name === wanted.secret);
    if (secret === undefined) continue;
    if (secret.provider === "env") {
      const variable = secretVariable(secret, wanted.key);
      if (variable === null) reportNoVariable(context, secret, wanted);
      else add(fromRuntimeSecret(context, variable, variable, wanted.optional));
    } else {
      files.set(secret.name, [...(files.get(secret.name) ?? []), wanted]);
    }
  }
  for (const process of processes) {
    for (const variable of storageEnvironment(context, process)) add(variable);
  }
  const mounts = [...files].map(([name, wanted]) => secretMount(context, name, wanted));
  return {
    env: [...env.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1)),
    volumes: mounts.map(({ volume }) => volume),
    volumeMounts: mounts.map(({ volumeMount }) => volumeMount),
  };
}

function fromVariable(context: Context, { name, fallback }: RuntimeVariable): EnvVar {
  return fromRuntimeSecret(context, name, name, fallback !== null);
}

function fromRuntimeSecret(context: Context, name: string, key: string, optional: boolean): EnvVar {
  return secretEnvironment(name, { secretName: context.runtimeSecret, key }, optional);
}

function secretEnvironment(
  name: string,
  { secretName, key }: { readonly secretName: string; readonly key: string },
  optional: boolean,
): EnvVar {
  return {
    name,
    valueFrom: { secretKeyRef: { name: secretName, key, ...(optional ? { optional } : {}) } },
  };
}

function reportNoVariable(context: Context, secret: Named<Secret>, wanted: SecretKey): void {
  const property = `secrets.${secret.name}`;
  const problem = `it names no variable for the key "${wanted.key ?? ""}"`;
  const help = `Add it to secrets.${secret.name}.variables.`;
  context.report(diagnose("E950", spanOf(context, secret), { property, problem }, { help }));
}

function secretMount(
  context: Context,
  name: string,
  wanted: readonly RuntimeSecret[],
): { readonly volume: Volume; readonly volumeMount: VolumeMount } {
  const secret = context.model.secrets.find((each) => each.name === name);
  const volumeName = `secret-${kubernetesName(name)}`;
  checkName(
    context,
    [volumeName, "volume name"],
    checkDnsLabel(volumeName),
    secret === undefined ? null : spanOf(context, secret),
  );
  const items = wanted.map((each) => {
    const location = secretLocation(context, each);
    return { key: location?.key ?? secretFileName(each), path: secretFileName(each) };
  });
  const local = secret?.provider === "kubernetes" && isLocalSecret(context, secret);
  return {
    volume: {
      name: volumeName,
      secret: {
        secretName:
          secret?.provider === "kubernetes" && local ? secret.secretName : kubernetesName(name),
        items,
        ...(wanted.every(({ optional }) => optional) ? { optional: true } : {}),
      },
    },
    volumeMount: { name: volumeName, mountPath: `${secretsFolder}/${name}`, readOnly: true },
  };
}

// ---- credentials of the checkpoint storage

const storageKey = /^checkpoints\.[^.]+\.(?:auth\.(?:access_key|secret_key)|azure\.account_key)$/u;

/** Uses that the storage client's own variables cover. */
function withoutStorageKeys(usedBy: readonly string[]): readonly string[] {
  return usedBy.filter((path) => !storageKey.test(path));
}

/** The variables that Hadoop's S3 client and Flink's Azure key provider read. */
function storageEnvironment(context: Context, process: Process): readonly EnvVar[] {
  const checkpoint = process.checkpointBinding;
  if (checkpoint?.type === "s3") {
    const { auth } = checkpoint;
    if (auth === null || auth.type === "instance_profile" || auth.type === "assume_role") return [];
    return [
      ...storageVariable(context, "AWS_ACCESS_KEY_ID", auth, "accessKey"),
      ...storageVariable(context, "AWS_SECRET_ACCESS_KEY", auth, "secretKey"),
    ];
  }
  if (checkpoint?.type === "gcs") return googleKeyFile(context, checkpoint);
  if (checkpoint?.type !== "azure_blob") return [];
  return storageVariable(context, "AZURE_STORAGE_KEY", checkpoint.azure, "accountKey");
}

/** The operator hands it over as an option of the configuration. */
function googleKeyFile(context: Context, { auth }: GcsCheckpoint): EnvVar[] {
  const keyFile = auth?.type === "workload_identity" ? null : (auth?.keyFile ?? null);
  if (keyFile === null || context.flavor === "operator") return [];
  return [{ name: "GOOGLE_APPLICATION_CREDENTIALS", value: keyFile }];
}

function storageVariable<Key extends string>(
  context: Context,
  name: string,
  owner: { readonly [Name in Key]: Text | null },
  key: Key,
): EnvVar[] {
  const text = owner[key];
  const location = locationOf(context, text);
  if (location !== null) return [secretEnvironment(name, location, false)];
  if (text !== null) {
    const property = pathOf(context, owner, key, key);
    const problem = "only a whole variable or one key of a secret can become a variable of the pod";
    context.report(diagnose("E950", spanOf(context, owner, key), { property, problem }));
  }
  return [];
}

/** The Secret key that holds the value of `text`, or null where there is no single one. */
export function locationOf(
  context: Context,
  text: Text | null,
): { secretName: string; key: string } | null {
  if (text === null || typeof text === "string") return null;
  return referenceLocation(context, text);
}

function referenceLocation(
  context: Context,
  reference: RuntimeReference,
): { secretName: string; key: string } | null {
  if (reference.kind === "variable")
    return { secretName: context.runtimeSecret, key: reference.name };
  return reference.kind === "secret" ? secretLocation(context, reference) : null;
}

/** Variables that the user's Secret must hold, with what needs them; sorted. */
export function runtimeVariables(
  context: Context,
): readonly { name: string; usedBy: readonly string[]; optional: boolean }[] {
  const { model } = context;
  const uses = new Map<string, { usedBy: Set<string>; optional: boolean }>();
  const add = (name: string, usedBy: readonly string[], optional: boolean): void => {
    const held = uses.get(name) ?? { usedBy: new Set<string>(), optional: true };
    for (const path of usedBy) held.usedBy.add(path);
    uses.set(name, { usedBy: held.usedBy, optional: held.optional && optional });
  };
  for (const { name, fallback, usedBy } of model.runtime.variables) {
    const read = usedBy.filter((path) => !path.startsWith("monitoring.alerts"));
    if (read.length > 0) add(name, read, fallback !== null);
  }
  for (const wanted of model.runtime.secrets) {
    const secret = model.secrets.find(({ name }) => name === wanted.secret);
    const variable = secret === undefined ? null : secretVariable(secret, wanted.key);
    if (variable !== null) add(variable, wanted.usedBy, wanted.optional);
  }
  return [...uses]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, { usedBy, optional }]) => ({ name, usedBy: [...usedBy].toSorted(), optional }));
}
