// Where a process file and the bindings state one fact differently (vocabulary 4.6): the bindings win,
// but for the lifetime of a state and the choice of a checkpoint, and each case is said (W703).
import { diagnose } from "../diagnostics/catalogue/index.js";
import type { Located, ProcessDeclaration } from "../processes/process-file.js";
import type { Span } from "../source/source-file.js";
import type {
  Checkpoint,
  Completion,
  Lookup,
  Process as ProcessResources,
  Stream,
} from "./bindings.js";
import type { Named } from "./infra-model.js";
import type { LinkedProcess } from "./process-linker.js";
import type { ResolvedUse, UseContext } from "./resolve-use.js";
import { durationMs } from "./units.js";

export interface Compared {
  readonly process: ProcessDeclaration;
  readonly sized: Named<ProcessResources>;
  readonly resolved: readonly ResolvedUse[];
  readonly linked: LinkedProcess;
}

export function reportDisagreements(compared: Compared, context: UseContext): void {
  compareParallelism(compared, context);
  compareCheckpoint(compared, context);
  compareBackend(compared, context);
  compareCompletions(compared, context);
  for (const found of compared.resolved) {
    compareType(found, context);
    compareCorrelation(found, context);
    compareKey(found, context);
    compareSharing(found, context);
  }
}

interface Difference {
  /** The property that says something else. */
  readonly object: object;
  readonly key: string;
  readonly stated: string;
  /** Where the process file states it. */
  readonly place: Span;
  readonly bound: string;
  readonly outcome: string;
  readonly help?: string;
}

function warn(difference: Difference, { process, origins, report }: UseContext): void {
  const { object, key, stated, place, bound, outcome, help } = difference;
  const property = origins.of(object, key)?.path ?? key;
  report(
    diagnose(
      "W703",
      origins.span(object, key),
      { process, stated, property, bound, outcome },
      {
        related: [{ span: place, message: "the process file says so here" }],
        ...(help === undefined ? {} : { help }),
      },
    ),
  );
}

/** Whether a file of bindings states `object[key]`, and not only the process file itself. */
function isBound({ origins }: UseContext, object: object, key: string, stated: Span): boolean {
  const entry = origins.of(object, key)?.entry ?? null;
  return entry !== null && !(entry.file === stated.file && entry.value.start === stated.start);
}

/** Decision 33: any value of the bindings wins; told where it is below what the process asks for. */
function compareParallelism({ process, sized }: Compared, context: UseContext): void {
  const { parallelism } = process;
  const { initial } = sized.parallelism;
  if (parallelism === null || initial === null || initial >= parallelism.value) return;
  warn(
    {
      object: sized,
      key: "parallelism",
      stated: `parallelism ${parallelism.value}`,
      place: parallelism.span,
      bound: String(initial),
      outcome: `it runs with ${initial}`,
    },
    context,
  );
}

/** The process names where its checkpoints go; decision 87: the interval of the binding wins. */
function compareCheckpoint(
  { process, sized, resolved, linked }: Compared,
  context: UseContext,
): void {
  const binding = linked.checkpoint;
  if (binding === null) return;
  const use = resolved.find(({ section }) => section === "checkpoints")?.use;
  if (use !== undefined && sized.checkpoint !== null && sized.checkpoint !== binding.name) {
    warn(
      {
        object: sized,
        key: "checkpoint",
        stated: `checkpoint to ${binding.name}`,
        place: use.span,
        bound: sized.checkpoint,
        outcome: `its checkpoints go to ${binding.name}`,
        help: `Remove resources.${sized.name}.checkpoint, or name the same.`,
      },
      context,
    );
  }
  const interval = process.checkpointInterval;
  if (interval !== null) compareInterval(binding, interval, context);
}

function compareInterval(
  { checkpoint }: Named<Checkpoint>,
  interval: Located<string>,
  context: UseContext,
): void {
  const bound = checkpoint?.intervalMs ?? null;
  if (checkpoint === null || bound === null || bound === durationMs(interval.value)) return;
  if (!isBound(context, checkpoint, "intervalMs", interval.span)) return;
  warn(
    {
      object: checkpoint,
      key: "intervalMs",
      stated: `checkpoint every ${interval.value}`,
      place: interval.span,
      bound: `${bound} ms`,
      outcome: "the interval of the binding is used",
    },
    context,
  );
}

/** The kind of store of a state machine, and decision 88: the process's own lifetime of a state wins. */
function compareBackend({ process, sized, linked }: Compared, context: UseContext): void {
  const { persistence } = process;
  const backends = context.bound.all("state_backends") as readonly StateBackend[];
  const backend =
    linked.stateBackend ?? backends.find(({ name }) => name === (sized.stateBackend ?? "default"));
  if (backend === undefined) return;
  if (persistence !== null && backend.type !== persistence.value) {
    warn(
      {
        object: backend,
        key: "type",
        stated: `persistence ${persistence.value}`,
        place: persistence.span,
        bound: backend.type,
        outcome: `its state is kept in ${backend.name}`,
      },
      context,
    );
  }
  const { stateTtls } = backend;
  for (const { name, ttl } of process.states) {
    const bound =
      stateTtls !== null && Object.hasOwn(stateTtls, name) ? stateTtls[name] : undefined;
    if (stateTtls === null || ttl === null || bound === undefined) continue;
    if (bound === durationMs(ttl.value)) continue;
    warn(
      {
        object: stateTtls,
        key: name,
        stated: `ttl ${ttl.value} of ${name}`,
        place: ttl.span,
        bound: `${bound} ms`,
        outcome: "the lifetime of the process file is the state's",
      },
      context,
    );
  }
}

type StateBackend = Named<{
  readonly type: string;
  readonly stateTtls: Readonly<Record<string, number>> | null;
}>;

/** A completion is written by a sink that confirms its writes: one of them has to name it. */
function compareCompletions({ resolved }: Compared, context: UseContext): void {
  const sinks = resolved.flatMap(({ section, binding, use }): Named<Stream>[] =>
    section === "streams" && use.kind !== "receive" ? [binding as Named<Stream>] : [],
  );
  const targets = new Set(
    sinks.flatMap(({ completion }) => (completion?.enabled === true ? [completion.target] : [])),
  );
  for (const { section, use, binding } of resolved) {
    if (section !== "completions" || use.construct !== "on commit" || targets.has(binding.name)) {
      continue;
    }
    const confirming = sinks.find(({ completion }) => completion?.enabled === true);
    const help = `Set "completion: { enabled: true, target: ${binding.name} }" in a stream that the process emits to.`;
    warn(
      {
        object: confirming?.completion ?? binding,
        key: confirming === undefined ? "topic" : "target",
        stated: `emit completion to ${binding.name}`,
        place: use.span,
        bound: confirming?.completion?.target ?? "of no sink that it emits to that it confirms",
        outcome: `nothing is written to ${binding.name}`,
        help,
      },
      context,
    );
  }
}

/** `from kafka "t"` for a stream of another type: the binding wins. */
function compareType({ use, binding }: ResolvedUse, context: UseContext): void {
  const own = use.inline.find(({ property }) => property === "type");
  const { type } = binding as { readonly type?: string };
  if (own === undefined || type === undefined || own.value === type) return;
  warn(
    {
      object: binding,
      key: "type",
      stated: `${use.construct} … ${use.connector?.value ?? String(own.value)}`,
      place: own.span,
      bound: type,
      outcome: `${binding.name} is of type ${type}`,
    },
    context,
  );
}

/** `correlation f` against the key of the completion's records. */
function compareCorrelation({ use, section, binding }: ResolvedUse, context: UseContext): void {
  if (section !== "completions") return;
  const own = use.inline.find(({ property }) => property === "producer.key_field");
  const { producer } = binding as Named<Completion>;
  if (own === undefined || producer === null || producer.keyField === own.value) return;
  if (producer.keyField === null) return;
  warn(
    {
      object: producer,
      key: "keyField",
      stated: `correlation ${String(own.value)}`,
      place: own.span,
      bound: producer.keyField,
      outcome: `records are keyed by ${producer.keyField}`,
    },
    context,
  );
}

/** E753: a look-up by two fields in a store that compares one column finds nothing, or fails. */
function compareKey({ use, section, binding }: ResolvedUse, context: UseContext): void {
  if (section !== "lookups" || use.keyFields === null) return;
  const columns = keyOf(binding as Named<Lookup>);
  if (columns === null) return;
  if (use.keyFields >= columns.least && use.keyFields <= columns.most) return;
  const { origins, report } = context;
  const property = origins.of(columns.object, columns.key)?.path ?? `lookups.${binding.name}`;
  const span = origins.span(columns.object, columns.key);
  const problem = `it has ${count(columns.most, "key column")}, and the process looks up by ${count(use.keyFields, "field")}`;
  report(
    diagnose(
      "E753",
      use.span,
      { property, other: `enrich using ${binding.name}`, problem },
      {
        related: span === null ? [] : [{ span, message: "the key is set here" }],
        help: "Name as many fields behind `on` as the key has columns, in their order.",
      },
    ),
  );
}

/** Decision 92: only a store outside Flink can be read by another process. */
function compareSharing(
  { use, section, binding }: ResolvedUse,
  { origins, process, report }: UseContext,
): void {
  if (section !== "state_backends") return;
  const { type } = binding as StateBackend;
  if (type === "external") return;
  const property = origins.of(binding, "type")?.path ?? binding.name;
  const problem = `is ${type}: the state that the process "${process}" shares there is in no other process`;
  const related = [{ span: use.span, message: "the process file shares it here" }];
  const help = "Share state in a backend of type external.";
  report(diagnose("W755", origins.span(binding, "type"), { property, problem }, { related, help }));
}

interface KeyColumns {
  readonly object: object;
  readonly key: string;
  readonly least: number;
  readonly most: number;
}

/** How many fields the store compares; null where the binding does not say. */
function keyOf(lookup: Named<Lookup>): KeyColumns | null {
  switch (lookup.type) {
    case "mongodb":
      return exactly(lookup.lookup, "keyField", lookup.lookup?.keyField ? 1 : 0);
    case "redis": {
      const fields = lookup.lookup?.keyPattern?.match(/\{[^}]*\}/gu) ?? [];
      return exactly(lookup.lookup, "keyPattern", new Set(fields).size);
    }
    case "postgresql": {
      const { query } = lookup;
      const parameters = query?.sql?.split("?").length ?? 0;
      if (parameters > 0) return exactly(query, "sql", parameters - 1);
      return exactly(query, "keyColumns", query?.keyColumns?.length ?? 0);
    }
    case "cassandra": {
      const { query } = lookup;
      if (query === null || query.partitionKey === null) return null;
      const most = 1 + (query.clusteringKeys?.length ?? 0);
      return { object: query, key: "partitionKey", least: 1, most };
    }
    case "elasticsearch":
      return exactly(lookup.query, "field", lookup.query?.field ? 1 : 0);
  }
}

function exactly(object: object | null, key: string, columns: number): KeyColumns | null {
  return object === null || columns === 0 ? null : { object, key, least: columns, most: columns };
}

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? "" : "s"}`;
}
