// The model: one environment in one region, checked, with units normalised. Plain, immutable data;
// generators see nothing else. Lists are sorted by name; absence is null.
import type {
  AcceptWarning,
  Alert,
  Checkpoint,
  Completion,
  DeadLetter,
  DefaultAlerts,
  Deployment,
  FailoverPlan,
  JobManagerSizing,
  Logging,
  Lookup,
  Metrics,
  Notifications,
  Process as ProcessResources,
  Quota,
  Region,
  Secret,
  SecretsConfiguration,
  StateBackend,
  Stream,
  TaskManagerSizing,
  Tracing,
} from "./bindings.js";
import type { ClusterFacts } from "./reconcile.js";

/** A binding with the logical name that stream processes use. */
export type Named<Binding> = Binding & { readonly name: string };

/** Sections whose bindings processes name. */
export type UsedSection = "streams" | "lookups" | "dead_letters" | "completions" | "state_backends";

/** What a process uses by its process file: names of bindings, by section. */
export interface ProcessLinks {
  readonly receives: ReadonlySet<string>;
  readonly emits: ReadonlySet<string>;
  /** Everything that is used; of the streams both what is received and what is emitted. */
  readonly bindings: Readonly<Record<UsedSection, ReadonlySet<string>>>;
}

/** One stream process with its sizing and the bindings it runs on (architecture decision 11). */
export type Process = Named<ProcessResources> & {
  /** Null where no process file says it: the process is then taken to use everything (see uses.ts). */
  readonly links: ProcessLinks | null;
  readonly checkpointBinding: Named<Checkpoint> | null;
  readonly stateBackendBinding: Named<StateBackend> | null;
};

/** A variable that must be set where the job runs. Never holds a value. */
export interface RuntimeVariable {
  readonly name: string;
  /** The plain default of `${VAR:-default}`, or null. */
  readonly fallback: string | null;
  /** Properties that need it, sorted: `lookups.customers.uri`. */
  readonly usedBy: readonly string[];
}

/** One key of a secret that the running job needs. */
export interface RuntimeSecret {
  readonly secret: string;
  readonly key: string | null;
  readonly version: string | null;
  readonly optional: boolean;
  readonly usedBy: readonly string[];
}

/** What must exist where the job runs: the emitted environment contract. */
export interface RuntimeContract {
  readonly variables: readonly RuntimeVariable[];
  readonly secrets: readonly RuntimeSecret[];
}

export interface InfraModel {
  readonly version: string;
  readonly environment: string;
  readonly description: string | null;
  /** The region this model is of; null where the file declares none. */
  readonly region: Named<Region> | null;
  readonly streams: readonly Named<Stream>[];
  readonly lookups: readonly Named<Lookup>[];
  readonly checkpoints: readonly Named<Checkpoint>[];
  readonly stateBackends: readonly Named<StateBackend>[];
  readonly deadLetters: readonly Named<DeadLetter>[];
  readonly completions: readonly Named<Completion>[];
  readonly processes: readonly Process[];
  readonly taskManagers: TaskManagerSizing | null;
  readonly jobManager: JobManagerSizing | null;
  readonly quotas: readonly Named<Quota>[];
  readonly secrets: readonly Named<Secret>[];
  readonly secretSettings: SecretsConfiguration | null;
  readonly metrics: Metrics | null;
  readonly tracing: Tracing | null;
  readonly logging: Logging | null;
  readonly alerts: readonly Alert[];
  readonly defaultAlerts: DefaultAlerts | null;
  readonly notifications: Notifications | null;
  readonly deployment: Deployment | null;
  /** All declared regions, the model's own included. */
  readonly regions: readonly Named<Region>[];
  readonly failover: readonly Named<FailoverPlan>[];
  readonly acceptWarnings: readonly AcceptWarning[];
  /** Facts that two blocks can state, reconciled (vocabulary 3.2). */
  readonly cluster: ClusterFacts;
  readonly runtime: RuntimeContract;
}
