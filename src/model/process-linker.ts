// What building the model needs of process files: an interface only, so that a run without them loads
// nothing of them.
import type { Report } from "../diagnostics/diagnostic.js";
import type {
  Checkpoint,
  Completion,
  DeadLetter,
  Lookup,
  Process as ProcessResources,
  StateBackend,
  Stream,
} from "./bindings.js";
import type { InfraModel, Named, ProcessLinks } from "./infra-model.js";
import type { Origins } from "./origins.js";

/** The bindings that names of processes lead to. */
export interface BoundModel {
  readonly streams: readonly Named<Stream>[];
  readonly lookups: readonly Named<Lookup>[];
  readonly checkpoints: readonly Named<Checkpoint>[];
  readonly stateBackends: readonly Named<StateBackend>[];
  readonly deadLetters: readonly Named<DeadLetter>[];
  readonly completions: readonly Named<Completion>[];
  readonly processes: readonly Named<ProcessResources>[];
}

/** What the process files say of one process. */
export interface LinkedProcess {
  readonly links: ProcessLinks;
  /** Null where the file names none: the rules without process files decide. */
  readonly checkpoint: Named<Checkpoint> | null;
  readonly stateBackend: Named<StateBackend> | null;
}

export interface ProcessLinker {
  /** Links by process name; reports what is not bound, or bound to something that does not fit. */
  link(bound: BoundModel, origins: Origins, report: Report): ReadonlyMap<string, LinkedProcess>;
  /** Reports bindings and processes that no process file names (W700). */
  reportUnused(model: InfraModel, origins: Origins, report: Report): void;
}
