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
import {
  secretFileName,
  secretsFolder,
  secretVariable,
  type SecretKey,
} from "../../../src/targets/runtime/secret-files.js";
import { checkName, pathOf, spanOf, type Context } from "../context.js";
import type { Need } from "../../../src/targets/runtime/needs.js";
import { isLocalSecret, isReadable, secretLocation } from "./locations.js";

/** What the main container and its pod get. */
export interface Delivery {
  readonly env: readonly EnvVar[];
  readonly volumes: readonly Volume[];
  readonly volumeMounts: readonly VolumeMount[];
}

/** Reports E950 for what no pod can be given. */
export function deliveryTo(context: Context, processes: readonly Process[]): Delivery {
  const env = new Map<string, EnvVar>();
  const add = (variable: EnvVar): void => {
    if (!env.has(variable.name)) env.set(variable.name, variable);
  };
  const isNeeded = (need: Need | undefined): boolean =>
    processes.some((process) => need?.isOf(process) === true);
  for (const variable of context.model.runtime.variables) {
    if (isNeeded(context.needs.variables.get(variable.name))) add(fromVariable(context, variable));
  }
  const mounts: SecretMount[] = [];
  for (const secret of context.model.secrets) {
    const uses = context.needs.secrets.get(secret.name) ?? [];
    const needed = uses.filter(({ need }) => isNeeded(need)).map(({ wanted }) => wanted);
    if (secret.provider === "env") {
      for (const variable of fromEnvSecret(context, secret, needed)) add(variable);
    } else if (isReadable(context, secret) && (uses.length === 0 || needed.length > 0)) {
      mounts.push(secretMount(context, secret, needed));
    }
  }
  for (const process of processes) {
    for (const variable of storageEnvironment(context, process)) add(variable);
  }
  return {
    env: [...env.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1)),
    volumes: mounts.map(({ volume }) => volume),
    volumeMounts: mounts.map(({ volumeMount }) => volumeMount),
  };
}

function fromEnvSecret(
  context: Context,
  secret: Named<Secret>,
  needed: readonly RuntimeSecret[],
): EnvVar[] {
  return needed.flatMap((wanted) => {
    const variable = secretVariable(secret, wanted.key);
    if (variable !== null) return [fromRuntimeSecret(context, variable, variable, wanted.optional)];
    reportNoVariable(context, secret, wanted);
    return [];
  });
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

interface SecretMount {
  readonly volume: Volume;
  readonly volumeMount: VolumeMount;
}

/** The keys that are used; of a secret that nothing refers to, which the job's code reads, all. */
function secretMount(
  context: Context,
  secret: Named<Secret>,
  needed: readonly RuntimeSecret[],
): SecretMount {
  const volumeName = `secret-${kubernetesName(secret.name)}`;
  checkName(
    context,
    [volumeName, "volume name"],
    checkDnsLabel(volumeName),
    spanOf(context, secret),
  );
  const items = needed.map((wanted) => ({
    key: secretLocation(context, wanted)?.key ?? secretFileName(wanted),
    path: secretFileName(wanted),
  }));
  const local = secret.provider === "kubernetes" && isLocalSecret(context, secret);
  return {
    volume: {
      name: volumeName,
      secret: {
        secretName: local ? secret.secretName : kubernetesName(secret.name),
        ...(items.length === 0 ? {} : { items }),
        ...(items.length > 0 && needed.every(({ optional }) => optional) ? { optional: true } : {}),
      },
    },
    volumeMount: { name: volumeName, mountPath: `${secretsFolder}/${secret.name}`, readOnly: true },
  };
}

// ---- credentials of the checkpoint storage

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
    const secret = context.secrets.get(wanted.secret);
    const variable = secret === undefined ? null : secretVariable(secret, wanted.key);
    if (variable !== null) add(variable, wanted.usedBy, wanted.optional);
  }
  return [...uses]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, { usedBy, optional }]) => ({ name, usedBy: [...usedBy].toSorted(), optional }));
}
