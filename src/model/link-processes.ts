// Links the processes of process files to the bindings of one model (architecture decision 11):
// what each uses, and in which direction its streams flow. Loaded only with `--processes`.
import { diagnose } from "../diagnostics/catalogue/index.js";
import type { Report } from "../diagnostics/diagnostic.js";
import type { ProcessDeclaration, ProcessFile } from "../processes/process-file.js";
import type { SourceFile } from "../source/source-file.js";
import type { BoundSection } from "../processes/use-sections.js";
import type { Checkpoint, Process as ProcessResources, StateBackend, Stream } from "./bindings.js";
import { BoundNames } from "./bound-names.js";
import { reportDisagreements } from "./process-disagreements.js";
import type { InfraModel, Named, ProcessLinks, UsedSection } from "./infra-model.js";
import type { Origins } from "./origins.js";
import type { BoundModel, LinkedProcess, ProcessLinker } from "./process-linker.js";
import { resolveUse, type ResolvedUse, type UseContext } from "./resolve-use.js";

/** The linker of these files, for the bindings of `entry`; it serves the models of all regions. */
export function processLinker(
  files: readonly ProcessFile[],
  entry: SourceFile | null,
): ProcessLinker {
  const declared = new Map<string, ProcessDeclaration>();
  for (const process of files.flatMap(({ processes }) => processes)) {
    if (!declared.has(process.name)) declared.set(process.name, process);
  }
  let hasErrors = false;
  return {
    link: (bound, origins, report) =>
      linkAll(declared, bound, origins, (found) => {
        hasErrors ||= found.severity === "error";
        report(found);
      }),
    reportUnused: (model, origins, report) => {
      // A misspelt name would leave its binding unused as well.
      if (!hasErrors) reportUnused({ declared, entry }, model, origins, report);
    },
  };
}

function linkAll(
  declared: ReadonlyMap<string, ProcessDeclaration>,
  bound: BoundModel,
  origins: Origins,
  report: Report,
): ReadonlyMap<string, LinkedProcess> {
  const names = new BoundNames(bound);
  const linked = new Map<string, LinkedProcess>();
  for (const sized of bound.processes) {
    const process = declared.get(sized.name);
    // A process that this environment leaves out binds nothing in it.
    if (process === undefined) continue;
    const context = { process: process.name, bound: names, origins, report };
    linked.set(process.name, linkProcess(process, sized, context));
  }
  inferDirections(bound, linked);
  return linked;
}

function linkProcess(
  process: ProcessDeclaration,
  sized: Named<ProcessResources>,
  context: UseContext,
): LinkedProcess {
  const resolved = process.uses.flatMap((use): ResolvedUse[] => {
    const found = resolveUse(use, context);
    return found === null ? [] : [found];
  });
  const links = linksOf(resolved);
  addConfirmations(links, context.bound);
  const checkpoint = resolved.find(({ section }) => section === "checkpoints")?.binding ?? null;
  const linked = {
    links,
    checkpoint: checkpoint as Named<Checkpoint> | null,
    stateBackend: backendOf(process, sized, context.bound),
  };
  reportDisagreements({ process, sized, resolved, linked }, context);
  reportServices(process, context);
  return linked;
}

/** N700, once for each service: nothing binds it, so nothing that is emitted reaches or checks it. */
function reportServices({ services }: ProcessDeclaration, { process, report }: UseContext): void {
  const told = new Set<string>();
  for (const { usage, name, span } of services) {
    if (told.has(`${usage} ${name}`)) continue;
    told.add(`${usage} ${name}`);
    const help = "The job's own code has to know where it is and how to log in.";
    report(diagnose("N700", span, { process, usage, name }, { help }));
  }
}

interface GrowingLinks extends ProcessLinks {
  readonly receives: Set<string>;
  readonly emits: Set<string>;
  readonly bindings: Readonly<Record<UsedSection, Set<string>>>;
}

function linksOf(resolved: readonly ResolvedUse[]): GrowingLinks {
  const links: GrowingLinks = {
    receives: new Set(),
    emits: new Set(),
    bindings: {
      streams: new Set(),
      lookups: new Set(),
      dead_letters: new Set(),
      completions: new Set(),
      state_backends: new Set(),
    },
  };
  for (const { use, section, binding } of resolved) {
    if (section !== "checkpoints") links.bindings[section].add(binding.name);
    if (section !== "streams") continue;
    (use.kind === "receive" ? links.receives : links.emits).add(binding.name);
  }
  return links;
}

/** A sink that confirms its writes emits the completions that it names itself. */
function addConfirmations(links: GrowingLinks, bound: BoundNames): void {
  for (const name of links.emits) {
    const { completion } = bound.find("streams", name) as Named<Stream>;
    if (completion?.enabled === true && completion.target !== null) {
      links.bindings.completions.add(completion.target);
    }
  }
}

/** `persistence rocksdb`: the backend of that type, where nothing else chooses one. */
function backendOf(
  { persistence }: ProcessDeclaration,
  sized: Named<ProcessResources>,
  bound: BoundNames,
): Named<StateBackend> | null {
  if (persistence === null || sized.stateBackend !== null) return null;
  const fitting = (bound.all("state_backends") as readonly Named<StateBackend>[]).filter(
    ({ type }) => type === persistence.value,
  );
  const [only, second] = fitting;
  return (
    fitting.find(({ name }) => name === "default") ?? (second === undefined ? only : null) ?? null
  );
}

/**
 * A stream that does not say its direction has the one it is used in (vocabulary 2.1.6); what only a
 * process without a file may use stays open. The model is frozen by its types once it is handed out.
 */
function inferDirections(
  { streams, processes }: BoundModel,
  linked: ReadonlyMap<string, LinkedProcess>,
): void {
  if (processes.some(({ name }) => !linked.has(name))) return;
  const all = [...linked.values()];
  const received = new Set(all.flatMap(({ links }) => [...links.receives]));
  const emitted = new Set(all.flatMap(({ links }) => [...links.emits]));
  for (const stream of streams) {
    if (stream.direction !== null) continue;
    const [isRead, isWritten] = [received.has(stream.name), emitted.has(stream.name)];
    if (!isRead && !isWritten) continue;
    // A process that reads what can only be written is told so (E720).
    const reads = isRead && stream.type !== "mongodb_sink";
    const direction = reads && isWritten ? "bidirectional" : reads ? "source" : "sink";
    (stream as { direction: Stream["direction"] }).direction = direction;
  }
}

// ---- what nothing uses

interface Known {
  readonly declared: ReadonlyMap<string, ProcessDeclaration>;
  readonly entry: SourceFile | null;
}

function reportUnused(
  { declared, entry }: Known,
  model: InfraModel,
  origins: Origins,
  report: Report,
): void {
  const warn = (section: string, binding: Named<object>, help: string): void =>
    report(
      diagnose("W700", origins.span(binding), { binding: `${section}.${binding.name}` }, { help }),
    );
  for (const process of model.processes) {
    if (declared.has(process.name)) continue;
    const help = "It is taken to use every stream, lookup and secret: add its process file.";
    warn("resources", process, help);
  }
  for (const [section, bindings] of namedSections(model)) {
    const used = namesUsed(model, section);
    const chosen = `name it as "${section === "checkpoints" ? "checkpoint" : "state_backend"}" of a process`;
    const isChosen = section === "checkpoints" || section === "state_backends";
    const help = `Remove it, or ${isChosen ? chosen : "use it in a process"}.`;
    for (const binding of bindings) {
      if (used.has(binding.name) || isOffer(section, binding, entry, origins)) continue;
      warn(section, binding, help);
    }
  }
}

/** A base offers its environments several backends, of which each chooses one. */
function isOffer(
  section: BoundSection,
  binding: Named<object>,
  entry: SourceFile | null,
  origins: Origins,
): boolean {
  const { type } = binding as { readonly type?: string };
  if (section !== "state_backends" || type === "external") return false;
  return entry !== null && origins.span(binding)?.file !== entry;
}

function namedSections(
  model: InfraModel,
): readonly (readonly [BoundSection, readonly Named<object>[]])[] {
  return [
    ["streams", model.streams],
    ["lookups", model.lookups],
    ["checkpoints", model.checkpoints],
    ["dead_letters", model.deadLetters],
    ["completions", model.completions],
    ["state_backends", model.stateBackends],
  ];
}

/** By processes with a file; what the others use is not known, so it would not be told. */
function namesUsed({ processes }: InfraModel, section: BoundSection): ReadonlySet<string> {
  return new Set(
    processes.flatMap(({ links, checkpointBinding, stateBackendBinding }): readonly string[] => {
      if (section === "checkpoints")
        return checkpointBinding === null ? [] : [checkpointBinding.name];
      const own = links === null ? [] : [...links.bindings[section]];
      const backend = section === "state_backends" ? stateBackendBinding : null;
      return backend === null ? own : [...own, backend.name];
    }),
  );
}
