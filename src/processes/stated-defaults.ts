// Values that processes state themselves, as a file that every other extends: what the bindings say
// wins, what they leave out is taken from here, and keeps its place in the process file (vocabulary
// 5.2; decisions 33, 87, 93). Adds no binding: a name that is not bound stays unbound.
import { diagnose } from "../diagnostics/catalogue/index.js";
import type { Report } from "../diagnostics/diagnostic.js";
import type { Entry, MapNode, ScalarNode } from "../document/node.js";
import { propertiesOf } from "../language/block-properties.js";
import { sections as sectionTable } from "../language/table.js";
import type { SourceFile, Span } from "../source/source-file.js";
import type { BindingUse, InlineValue, ProcessDeclaration, ProcessFile } from "./process-file.js";
import { sectionsOfUse, type BoundSection } from "./use-sections.js";

/** One file of bindings with its tree. */
interface BindingDocument {
  readonly file: SourceFile;
  readonly root: MapNode;
}

/** A value, and whether another process may state another one for the same binding. */
interface Stated extends InlineValue {
  readonly isShared: boolean;
}

/** The document of the defaults; reports E750 where two processes need one binding differently. */
export function statedDefaults(
  files: readonly ProcessFile[],
  documents: readonly BindingDocument[],
  report: Report,
): BindingDocument | null {
  const [first] = files;
  if (first === undefined) return null;
  const bound = new BoundNames(documents);
  const defaults = new Defaults(report);
  for (const process of files.flatMap(({ processes }) => processes)) {
    addResources(process, bound, defaults);
    for (const use of process.uses) addUse(process, use, bound, defaults);
  }
  return { file: first.file, root: defaults.root(first.file) };
}

/** A process that only its file names is generated as well, sized by `_defaults`. */
function addResources(process: ProcessDeclaration, bound: BoundNames, defaults: Defaults): void {
  const { name, span, parallelism } = process;
  if (name.startsWith("_")) return;
  defaults.name("resources", name, span);
  if (parallelism === null || bound.sizesAll(name)) return;
  const { value } = parallelism;
  const stated = { property: "parallelism", value, span: parallelism.span, isShared: true };
  defaults.add("resources", name, stated);
}

function addUse(
  process: ProcessDeclaration,
  use: BindingUse,
  bound: BoundNames,
  defaults: Defaults,
): void {
  if (use.form !== "name") return;
  const section = sectionsOfUse[use.kind].find((candidate) => bound.has(candidate, use.name));
  if (section === undefined) return;
  for (const stated of valuesOf(process, use)) {
    if (fits(section, use, stated, bound)) defaults.add(section, use.name, stated);
  }
}

function valuesOf(process: ProcessDeclaration, use: BindingUse): readonly Stated[] {
  const isShared = use.kind === "completion" || use.kind === "lookup";
  const inline = use.inline.map((value) => ({ ...value, isShared }));
  const interval = process.checkpointInterval;
  if (use.kind !== "checkpoint" || interval === null) return inline;
  return [{ property: "checkpoint.interval", ...interval, isShared: true }];
}

/** Whether the binding's type is the one that is stated, and knows the property. */
function fits(
  section: BoundSection,
  use: BindingUse,
  { property }: Stated,
  bound: BoundNames,
): boolean {
  const table = sectionTable[section];
  if (table?.kind !== "named") return false;
  const own = use.inline.find((value) => value.property === "type")?.value ?? null;
  const type = bound.typeOf(section, use.name) ?? own;
  if (typeof type !== "string" || (own !== null && own !== type)) return false;
  return Object.hasOwn(propertiesOf(table.block, type), property.split(".")[0] ?? "");
}

/** What the files of bindings name, whichever of them. */
class BoundNames {
  readonly #documents: readonly BindingDocument[];

  constructor(documents: readonly BindingDocument[]) {
    this.#documents = documents;
  }

  has(section: BoundSection, name: string): boolean {
    return this.#entries(section, name).length > 0;
  }

  /** The type that the last of them gives. */
  typeOf(section: BoundSection, name: string): string | null {
    const types = this.#entries(section, name).flatMap((entry) => {
      const value = entry.entries.get("type")?.value;
      return value?.kind === "scalar" && typeof value.value === "string" ? [value.value] : [];
    });
    return types.at(-1) ?? null;
  }

  /** Whether `_defaults`, or the group of the process, says how parallel it is. */
  sizesAll(process: string): boolean {
    const groups = this.#entries("resources", process).flatMap((entry) => {
      const value = entry.entries.get("_group")?.value;
      return value?.kind === "scalar" && typeof value.value === "string" ? [value.value] : [];
    });
    const members = this.#entries("resources", "_groups").flatMap((all) =>
      groups.map((group) => all.entries.get(group)?.value),
    );
    return [...this.#entries("resources", "_defaults"), ...members].some(
      (node) => node?.kind === "map" && node.entries.has("parallelism"),
    );
  }

  #entries(section: string, name: string): readonly MapNode[] {
    return this.#documents.flatMap(({ root }) => {
      const node = root.entries.get(section)?.value;
      const value = node?.kind === "map" ? node.entries.get(name)?.value : undefined;
      return value?.kind === "map" ? [value] : [];
    });
  }
}

/** Collects values by section, name and property. */
class Defaults {
  readonly #sections = new Map<string, Map<string, Named>>();
  readonly #report: Report;

  constructor(report: Report) {
    this.#report = report;
  }

  name(section: string, name: string, span: Span): Named {
    let names = this.#sections.get(section);
    if (names === undefined) this.#sections.set(section, (names = new Map<string, Named>()));
    let named = names.get(name);
    if (named === undefined) names.set(name, (named = { span, values: new Map() }));
    return named;
  }

  add(section: string, name: string, stated: Stated): void {
    const { values } = this.name(section, name, stated.span);
    const earlier = values.get(stated.property);
    if (earlier === undefined) values.set(stated.property, stated);
    else if (earlier.value !== stated.value && !stated.isShared) {
      const property = `${section}.${name}.${stated.property}`;
      this.#conflict(property, earlier, stated);
    }
  }

  #conflict(property: string, earlier: Stated, { span }: Stated): void {
    const related = [{ span: earlier.span, message: "another value is stated here" }];
    const help = `A binding has one value for all processes: bind two names, or agree on one value.`;
    const values = { property, other: property };
    this.#report(diagnose("E750", span, values, { related, help }));
  }

  root(file: SourceFile): MapNode {
    const entries = new Map<string, Entry>();
    for (const [section, names] of this.#sections) {
      const held = new Map<string, Entry>();
      for (const [name, { span, values }] of names) {
        held.set(name, entryOf(name, mapOf([...values.values()], span), span));
      }
      const [place] = names.values();
      const span = place?.span ?? { file, start: 0, end: 0 };
      entries.set(section, entryOf(section, mapNode(held, span), span));
    }
    return mapNode(entries, { file, start: 0, end: 0 });
  }
}

interface Named {
  readonly span: Span;
  readonly values: Map<string, Stated>;
}

function mapOf(values: readonly InlineValue[], span: Span): MapNode {
  const entries = new Map<string, Entry>();
  for (const { property, value, span: place } of values) {
    const [first = "", ...rest] = property.split(".");
    const scalar: ScalarNode = {
      kind: "scalar",
      ...place,
      value,
      plain: typeof value !== "string",
      substituted: null,
    };
    const [inner] = rest;
    if (inner === undefined) entries.set(first, entryOf(first, scalar, place));
    else {
      const before = entries.get(first)?.value;
      const held = new Map(before?.kind === "map" ? before.entries : []);
      held.set(inner, entryOf(inner, scalar, place));
      entries.set(first, entryOf(first, mapNode(held, place), place));
    }
  }
  return mapNode(entries, span);
}

function mapNode(entries: ReadonlyMap<string, Entry>, { file, start, end }: Span): MapNode {
  return { kind: "map", file, start, end, entries };
}

function entryOf(key: string, value: Entry["value"], { file, start, end }: Span): Entry {
  return { key, value, file, keyStart: start, keyEnd: end, writtenAs: null, replaced: null };
}
