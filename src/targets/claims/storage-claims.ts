// What a model claims of stores: folders of checkpoints, of recovery metadata, and of dead letters.
import type { Checkpoint, S3DeadLetter } from "../../model/bindings.js";
import type { InfraModel, Named, Process } from "../../model/infra-model.js";
import type { ValueOrigin } from "../../model/value-origin.js";
import { checkpointFolder, withoutSlash } from "../flink/configuration/checkpoint-folder.js";
import {
  derivedRecoveryFolder,
  inRegion,
  statedRecoveryFolder,
} from "../flink/configuration/recovery-folder.js";
import type { Claim, ClaimScope } from "./claim.js";

export function storageClaims(model: InfraModel, scope: ClaimScope): readonly Claim[] {
  // A binding that no process uses harms nobody.
  const used = new Set(model.processes.flatMap(({ checkpointBinding }) => checkpointBinding ?? []));
  return [
    ...[...used].map((binding) => checkpointClaim(model, binding)),
    ...model.deadLetters.flatMap((letter) =>
      letter.type === "s3" ? [deadLetterClaim(letter)] : [],
    ),
    ...(scope === "run" && hasNamedClusters(model)
      ? model.processes.flatMap((process) => recoveryClaims(model, process))
      : []),
  ];
}

/** A path without a host is one of the cluster or machine that reads it. */
function keyOf({ environment }: InfraModel, uri: string): string {
  return /^[A-Za-z][\w+.-]*:\/\/[^/]/u.test(uri) ? uri : JSON.stringify([environment, uri]);
}

function placeOf(binding: Named<Checkpoint>): ValueOrigin {
  const key =
    "path" in binding
      ? "path"
      : binding.prefix !== null
        ? "prefix"
        : "bucket" in binding
          ? "bucket"
          : "container";
  return { object: binding, key };
}

function checkpointClaim(model: InfraModel, binding: Named<Checkpoint>): Claim {
  const { uri } = checkpointFolder(binding);
  return { kind: "checkpoints", keys: [keyOf(model, uri)], name: uri, place: placeOf(binding) };
}

function deadLetterClaim(letter: Named<S3DeadLetter>): Claim {
  const uri = withoutSlash(`s3://${letter.bucket}/${letter.prefix ?? ""}`);
  const key = letter.prefix === null ? "bucket" : "prefix";
  return { kind: "written", keys: [uri], name: uri, place: { object: letter, key } };
}

/**
 * Whether clusters of equal processes have equal names in two environments: on Kubernetes they are named
 * after the process, elsewhere after the environment too.
 */
function hasNamedClusters({ cluster, deployment }: InfraModel): boolean {
  return cluster.highAvailability?.type === "kubernetes" && deployment?.type === "kubernetes";
}

function recoveryClaims(model: InfraModel, process: Process): readonly Claim[] {
  const { checkpointBinding: binding, name } = process;
  const stated = statedRecoveryFolder(model);
  const folder = stated === null ? derivedRecoveryFolder(model, process) : `${stated}/${name}`;
  const place: ValueOrigin =
    stated !== null || binding === null
      ? { object: model.cluster, key: "highAvailability.storageDir" }
      : placeOf(binding);
  const claims: Claim[] = [];
  if (folder !== null)
    claims.push({ kind: "recovery", keys: [keyOf(model, folder)], name: folder, place });
  // The operator gives each job an id of its own.
  const isPlain = model.deployment?.type === "kubernetes" && isPlainFlavor(model.deployment);
  if (isPlain && binding !== null) {
    const { uri } = checkpointFolder(binding);
    const key = JSON.stringify([keyOf(model, uri), ...inRegion(model), name]);
    claims.push({ kind: "job-state", keys: [key], name: uri, place: placeOf(binding) });
  }
  return claims;
}

function isPlainFlavor({ kubernetes }: { kubernetes: { flavor: string } | null }): boolean {
  return kubernetes?.flavor === "plain";
}
