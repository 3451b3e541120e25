// What must be handed to the running jobs of a host, YARN or Compose: variables by name, files of
// secrets by path, and the variables that storage clients read. Names only: no value exists here.
import { diagnose } from "../../diagnostics/catalogue/index.js";
import type { Report } from "../../diagnostics/diagnostic.js";
import type { RuntimeReference } from "../../document/node.js";
import type { Text } from "../../model/bindings.js";
import type { InfraModel, Process, RuntimeSecret } from "../../model/infra-model.js";
import type { Origins } from "../../model/origins.js";
import { runtimeNeeds } from "./needs.js";
import { secretFileName, secretVariable } from "./secret-files.js";

/** A variable of the job. */
export interface DeliveredVariable {
  readonly name: string;
  /** Where its value is: a variable of whoever starts the job, or a secret's file. */
  readonly source: VariableSource;
  /** The job has a default for it. */
  readonly optional: boolean;
  /** Properties that need it, sorted. */
  readonly usedBy: readonly string[];
}

export type VariableSource =
  | { readonly kind: "variable"; readonly name: string }
  | { readonly kind: "file"; readonly path: string };

/** A file below the folder of secrets. */
export interface DeliveredFile {
  /** `kafka_credentials/password`. */
  readonly path: string;
  readonly secret: string;
  readonly file: string;
  readonly optional: boolean;
  readonly usedBy: readonly string[];
}

/** Everything that some processes are given, sorted by name. */
export interface Delivery {
  readonly variables: readonly DeliveredVariable[];
  readonly files: readonly DeliveredFile[];
}

interface DeliveryRequest {
  readonly model: InfraModel;
  readonly origins: Origins;
  readonly processes: readonly Process[];
  readonly report: Report;
}

/** Reports E763 for what nothing can hand over. */
export function deliveryTo(request: DeliveryRequest): Delivery {
  const { model, processes } = request;
  const needs = runtimeNeeds(model);
  const variables = new Map<string, DeliveredVariable>();
  const files = new Map<string, DeliveredFile>();
  const addVariable = (variable: DeliveredVariable): void => {
    if (!variables.has(variable.name)) variables.set(variable.name, variable);
  };
  for (const { name, fallback, usedBy } of model.runtime.variables) {
    const need = needs.variables.get(name);
    if (!processes.some((process) => need?.isOf(process) === true)) continue;
    addVariable({ name, source: { kind: "variable", name }, optional: fallback !== null, usedBy });
  }
  for (const uses of needs.secrets.values()) {
    for (const { wanted, need } of uses) {
      if (!processes.some((process) => need.isOf(process))) continue;
      const place = placeOf(request, wanted);
      if (place?.kind === "file") {
        const { secret, optional, usedBy } = wanted;
        const file = secretFileName(wanted);
        files.set(place.path, { path: place.path, secret, file, optional, usedBy });
      } else if (place !== null) {
        const { optional, usedBy } = wanted;
        addVariable({ name: place.name, source: place, optional, usedBy });
      }
    }
  }
  for (const process of processes) {
    for (const variable of storageVariables(request, process)) addVariable(variable);
  }
  return { variables: sorted(variables), files: sorted(files) };
}

/** Where a secret's key is kept; null and E763 for an `env` secret without a variable for it. */
function placeOf(
  { model, origins, report }: DeliveryRequest,
  wanted: Pick<RuntimeSecret, "secret" | "key" | "version">,
): VariableSource | null {
  const secret = model.secrets.find(({ name }) => name === wanted.secret);
  if (secret?.provider !== "env")
    return { kind: "file", path: `${wanted.secret}/${secretFileName(wanted)}` };
  const name = secretVariable(secret, wanted.key);
  if (name !== null) return { kind: "variable", name };
  const property = `secrets.${secret.name}`;
  const problem = `it names no variable for the key "${wanted.key ?? ""}"`;
  const help = `Add it to secrets.${secret.name}.variables.`;
  report(diagnose("E763", origins.span(secret), { property, problem }, { help }));
  return null;
}

// ---- credentials of the checkpoint storage

/** The variables that Hadoop's S3 client and Flink's Azure key provider read. */
function storageVariables(
  request: DeliveryRequest,
  { checkpointBinding: binding }: Process,
): DeliveredVariable[] {
  if (binding?.type === "s3") {
    const { auth } = binding;
    if (auth === null || auth.type === "instance_profile" || auth.type === "assume_role") return [];
    return [
      ...storageVariable(request, "AWS_ACCESS_KEY_ID", auth, "accessKey"),
      ...storageVariable(request, "AWS_SECRET_ACCESS_KEY", auth, "secretKey"),
    ];
  }
  if (binding?.type !== "azure_blob") return [];
  return storageVariable(request, "AZURE_STORAGE_KEY", binding.azure, "accountKey");
}

function storageVariable<Key extends string>(
  request: DeliveryRequest,
  name: string,
  owner: { readonly [Name in Key]: Text | null },
  key: Key,
): DeliveredVariable[] {
  const text = owner[key];
  if (text === null || text === "") return [];
  const property = request.origins.of(owner, key)?.path ?? key;
  const source = typeof text === "string" ? null : referencePlace(request, text);
  if (source !== null) return [{ name, source, optional: false, usedBy: [property] }];
  const problem = "only a whole variable or one key of a secret can become a variable of the job";
  const span = request.origins.span(owner, key);
  request.report(diagnose("E763", span, { property, problem }));
  return [];
}

function referencePlace(
  request: DeliveryRequest,
  reference: RuntimeReference,
): VariableSource | null {
  if (reference.kind === "variable") return { kind: "variable", name: reference.name };
  return reference.kind === "secret" ? placeOf(request, reference) : null;
}

function sorted<Value>(values: ReadonlyMap<string, Value>): readonly Value[] {
  return [...values].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, value]) => value);
}
