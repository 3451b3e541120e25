// A claim: something outside that a model takes for itself, such as a consumer group or a folder. Two
// claims on one thing harm each other; what the harm is stands in this table. Compares nothing.
import type { ValueOrigin } from "../../model/value-origin.js";

/** What a claim is about. */
export type ClaimKind =
  | "transactions"
  | "subscription"
  | "fan-out"
  | "recovery"
  | "job-state"
  | "object"
  | "object-by-name"
  | "project"
  | "group"
  | "checkpoints"
  | "written"
  | "application";

export interface Claim {
  readonly kind: ClaimKind;
  /** Two claims of one kind that share a key are about one thing. */
  readonly keys: readonly string[];
  /** Its name, as messages quote it. */
  readonly name: string;
  /** What states it; for a derived one, what it is derived from. */
  readonly place: ValueOrigin;
}

/** Words for two claims on one thing. */
export interface ClaimFacts {
  /** `error`: the other system refuses the second, or data or recovery is lost. */
  readonly severity: "error" | "warning";
  readonly what: string;
  /** What comes of it, to follow a colon. */
  readonly problem: string;
  readonly help: string;
  /** Within one file too; else only two environments must not share it. */
  readonly alsoWithin: boolean;
}

/** By harm, the worst first: of two claims on the same pair of properties the first one is told. */
export const claimFacts: Readonly<Record<ClaimKind, ClaimFacts>> = {
  transactions: {
    severity: "error",
    what: "prefix of transactional ids",
    problem: "sinks with one prefix end each other's transactions, and records are lost",
    help: 'Set "transactional_id_prefix" below "producer", another one for each.',
    alsoWithin: true,
  },
  recovery: {
    severity: "error",
    what: "folder of recovery metadata",
    problem: "a cluster that ends removes what the other one needs to recover",
    help: 'Set "deployment.ha.storage_dir", or "prefix" of the checkpoints, another one for each.',
    alsoWithin: false,
  },
  "job-state": {
    severity: "error",
    what: "folder of checkpoints of one job",
    problem:
      "Flink takes the id of a job from the name of its cluster, so that both write the same checkpoints and remove each other's",
    help: 'Set "prefix" or "path" of the checkpoints, another one for each.',
    alsoWithin: false,
  },
  subscription: {
    severity: "error",
    what: "exclusive Pulsar subscription",
    problem: "the broker admits one reader, and refuses the second",
    help: 'Set "consumer.subscription_name", another one for each.',
    alsoWithin: true,
  },
  "fan-out": {
    severity: "error",
    what: "registered Kinesis consumer",
    problem: "a consumer has one reader: the second takes the first one's records",
    help: "Give each a name of its own.",
    alsoWithin: true,
  },
  object: {
    severity: "error",
    what: "Kubernetes object",
    problem: "what is applied later replaces the other, job included",
    help: 'Set "deployment.namespace", another one for each.',
    alsoWithin: false,
  },
  project: {
    severity: "warning",
    what: "Docker Compose project",
    problem: "on one machine, what is started later replaces the containers of the other",
    help: 'Set "deployment.compose.project_name", another one for each.',
    alsoWithin: false,
  },
  group: {
    severity: "warning",
    what: "consumer group",
    problem: "each overwrites the committed offsets of the other",
    help: 'Set "consumer.group_id", another one for each.',
    alsoWithin: true,
  },
  checkpoints: {
    severity: "warning",
    what: "folder of checkpoints",
    problem:
      "nobody can tell whose checkpoint is whose, to restore one or to clean up, and jobs with one id remove each other's",
    help: 'Set "prefix" or "path", another one for each.',
    alsoWithin: true,
  },
  written: {
    severity: "warning",
    what: "place that is written to",
    problem: "readers get the records of both, and cannot tell them apart",
    help: "Write to another place, or accept it in accept_warnings with a reason.",
    alsoWithin: false,
  },
  "object-by-name": {
    severity: "warning",
    what: "Kubernetes object",
    problem: "if both are for one cluster, what is applied later replaces the other, job included",
    help: 'Set "deployment.namespace", another one for each, or name each cluster as "deployment.kubernetes.context".',
    alsoWithin: false,
  },
  application: {
    severity: "warning",
    what: "name of an application",
    problem: "what looks one of them up by its name may find, and stop, the other",
    help: "Give each a name of its own.",
    alsoWithin: false,
  },
};

const kinds = Object.keys(claimFacts);

/** Where a kind stands in the table. */
export function harmOf(kind: ClaimKind): number {
  return kinds.indexOf(kind);
}

/** Which claims are asked for: those that harm within one file, or all, to compare the files of a run. */
export type ClaimScope = "file" | "run";

/** Readers of one stream that are compared: without process files thousands would read each. */
export const mostReaders = 50;
