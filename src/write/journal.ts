// The record that makes a run all or nothing: once it is in place, the run is completed, by this
// process or by the next one. Reads text and prints text; knows no disk.
import { controlFolder, scopeOfManifest } from "./layout.js";
import { isRecord, parseEntry, parseJson, parseManifest, type ManifestEntry } from "./manifest.js";
import { pathProblem } from "./path-rules.js";

/** A staged file on its way to `path`. `from` is its name in the stage. */
export interface JournalMove {
  readonly from: string;
  readonly path: string;
  /** Hash of what was at `path` when the run was planned; null where nothing was. */
  readonly before: string | null;
  readonly after: ManifestEntry;
  /** What the manifest said of `path` before, restored if the staged bytes turn out to be lost. */
  readonly owned: ManifestEntry | null;
  /** Name in the control folder of the manifest that owns `path`. */
  readonly manifest: string;
}

/** A file to be deleted if it still has this hash. */
export interface JournalRemoval {
  readonly path: string;
  readonly before: string;
}

/** The new text of a manifest (null: it is deleted), by name in the control folder. */
export interface JournalManifest {
  readonly name: string;
  readonly text: string | null;
}

/** `stage` is a name in the control folder; `backup` the number of the backup made, or null. */
export interface Journal {
  readonly stage: string;
  readonly backup: number | null;
  readonly moves: readonly JournalMove[];
  readonly removals: readonly JournalRemoval[];
  readonly manifests: readonly JournalManifest[];
}

const schema = 1;

export function printJournal(journal: Journal): string {
  return `${JSON.stringify({ schema, ...journal })}\n`;
}

/** The journal in `text`, or why it cannot be followed. It is checked like any foreign input. */
export function parseJournal(text: string, root: string): Journal | string {
  const value = parseJson(text);
  if (!isRecord(value)) return "it is not a JSON object";
  if (value["schema"] !== schema) return "it was written by another version";
  const { stage, backup } = value;
  if (typeof stage !== "string" || !/^stage-[0-9]+$/u.test(stage)) return "it names no stage";
  if (backup !== null && !Number.isSafeInteger(backup)) return "it names no backup";
  const moves = parseAll(value["moves"], (item) => parseMove(item, root));
  const removals = parseAll(value["removals"], (item) => parseRemoval(item, root));
  const manifests = parseAll(value["manifests"], (item) => parseManifestChange(item, root));
  if (moves === null || removals === null || manifests === null) return "it has an invalid record";
  return { stage, backup: backup as number | null, moves, removals, manifests };
}

function parseAll<Item>(
  value: unknown,
  parse: (item: Readonly<Record<string, unknown>>) => Item | null,
): readonly Item[] | null {
  if (!Array.isArray(value)) return null;
  const items: Item[] = [];
  for (const record of value as readonly unknown[]) {
    const item = isRecord(record) ? parse(record) : null;
    if (item === null) return null;
    items.push(item);
  }
  return items;
}

function parseMove(item: Readonly<Record<string, unknown>>, root: string): JournalMove | null {
  const { from, path, before, manifest } = item;
  const after = parseEntry(item["after"]);
  const owned = parseEntry(item["owned"]);
  if (typeof from !== "string" || !/^[0-9]+$/u.test(from)) return null;
  if (typeof path !== "string" || pathProblem(path, root) !== null) return null;
  if (before !== null && typeof before !== "string") return null;
  if (after === null || (owned === null && item["owned"] !== null)) return null;
  if (typeof manifest !== "string" || scopeOfManifest(manifest) === null) return null;
  return { from, path, before, after, owned, manifest };
}

function parseRemoval(
  item: Readonly<Record<string, unknown>>,
  root: string,
): JournalRemoval | null {
  const { path, before } = item;
  if (typeof path !== "string" || pathProblem(path, root) !== null) return null;
  return typeof before === "string" ? { path, before } : null;
}

function parseManifestChange(
  item: Readonly<Record<string, unknown>>,
  root: string,
): JournalManifest | null {
  const { name, text } = item;
  if (typeof name !== "string" || name.includes("/")) return null;
  const scope = scopeOfManifest(name);
  if (scope === null) return null;
  if (text === null) return { name, text };
  if (typeof text !== "string") return null;
  return typeof parseManifest(text, scope, root) === "string" ? null : { name, text };
}

/** The path of a name in the control folder, relative to the output folder. */
export function inControlFolder(name: string): string {
  return `${controlFolder}/${name}`;
}
