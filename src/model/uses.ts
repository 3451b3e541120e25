// The one answer to "does this process use that binding?". With a process file it says so; without one
// every process is taken to use every stream, lookup, dead letter and completion (decision 11).
import type { InfraModel, Process, RuntimeContract, UsedSection } from "./infra-model.js";

/** Whether `process` uses the binding `name` of `section`. */
export function uses({ links }: Process, section: UsedSection, name: string): boolean {
  return links === null || links.bindings[section].has(name);
}

/** Whether `process` reads the stream. */
export function receives({ links }: Process, stream: string): boolean {
  return links === null || links.receives.has(stream);
}

/** Who reads which stream, found once: files name thousands of both. */
export class Readers {
  /** Processes without a process file: each is taken to read every stream. */
  readonly ofEvery: readonly Process[];
  readonly #linked = new Map<string, Process[]>();

  constructor(processes: readonly Process[]) {
    this.ofEvery = processes.filter(({ links }) => links === null);
    for (const process of processes) {
      for (const stream of process.links?.receives ?? []) {
        const held = this.#linked.get(stream);
        if (held === undefined) this.#linked.set(stream, [process]);
        else held.push(process);
      }
    }
  }

  /** At most `most` of all that read the stream. */
  of(stream: string, most: number): readonly Process[] {
    return [...this.ofEvery.slice(0, most), ...this.linkedTo(stream)].slice(0, most);
  }

  /** How many read the stream, or may. */
  countOf(stream: string): number {
    return this.ofEvery.length + this.linkedTo(stream).length;
  }

  /** Processes whose process file says that they read the stream. */
  linkedTo(stream: string): readonly Process[] {
    return this.#linked.get(stream) ?? [];
  }
}

const readersByModel = new WeakMap<InfraModel, Readers>();

/** The readers of the model's streams. */
export function readersOf(model: InfraModel): Readers {
  let readers = readersByModel.get(model);
  if (readers === undefined) readersByModel.set(model, (readers = new Readers(model.processes)));
  return readers;
}

/** The bindings of `section` that any process uses; without processes nothing can be said, and all are. */
export function usedBindings<Binding extends { readonly name: string }>(
  { processes }: InfraModel,
  section: UsedSection,
  bindings: readonly Binding[],
): readonly Binding[] {
  const used = new Set<string>();
  for (const { links } of processes) {
    if (links === null) return bindings;
    for (const name of links.bindings[section]) used.add(name);
  }
  return processes.length === 0 ? bindings : bindings.filter(({ name }) => used.has(name));
}

/** Sections whose bindings only processes read at run time. */
const readByProcesses: ReadonlySet<string> = new Set<UsedSection>([
  "streams",
  "lookups",
  "dead_letters",
  "completions",
]);

/** `contract` without what only bindings need that no process uses: nobody has to provide it. */
export function usedContract(
  { variables, secrets }: RuntimeContract,
  processes: readonly Process[],
): RuntimeContract {
  if (processes.length === 0 || processes.some(({ links }) => links === null)) {
    return { variables, secrets };
  }
  const isRead = (path: string): boolean => {
    const [section = "", name = ""] = path.split(".");
    if (!readByProcesses.has(section)) return true;
    return processes.some((process) => uses(process, section as UsedSection, name));
  };
  const read = <Need extends { readonly usedBy: readonly string[] }>(
    needs: readonly Need[],
  ): Need[] =>
    needs
      .map((need) => ({ ...need, usedBy: need.usedBy.filter(isRead) }))
      .filter(({ usedBy }) => usedBy.length > 0);
  return { variables: read(variables), secrets: read(secrets) };
}
