// The record of what one scope wrote, one file per line so that merges stay readable.
// Reads text and prints text; knows no disk.
import { pathProblem } from "./path-rules.js";
import { scopeFolder, type Scope } from "./layout.js";

/** Permission bits as they are recorded. */
export type FileMode = "644" | "755";

/** One recorded file: SHA-256 of its bytes in lower-case hexadecimal digits, and its permissions. */
export interface ManifestEntry {
  readonly sha256: string;
  readonly mode: FileMode;
}

/** `entry` is the project-relative entry file; `files` are keyed by path below the output folder. */
export interface Manifest {
  readonly entry: string;
  readonly files: ReadonlyMap<string, ManifestEntry>;
}

const schema = 1;
const digest = /^[0-9a-f]{64}$/u;

/** Canonical text: files sorted by UTF-16 code unit, LF, a final newline. */
export function printManifest(manifest: Manifest): string {
  const paths = [...manifest.files.keys()].toSorted();
  const lines = paths.map((path) => {
    const entry = manifest.files.get(path);
    return `    ${JSON.stringify(path)}: {"sha256": "${entry?.sha256}", "mode": "${entry?.mode}"}`;
  });
  const files = lines.length === 0 ? "{}" : `{\n${lines.join(",\n")}\n  }`;
  const entry = JSON.stringify(manifest.entry);
  return `{\n  "schema": ${schema},\n  "entry": ${entry},\n  "files": ${files}\n}\n`;
}

/** The manifest in `text`, or why it cannot be trusted to say which files are ours. */
export function parseManifest(text: string, scope: Scope, root: string): Manifest | string {
  const value = parseJson(text);
  if (value === undefined) {
    return /^(?:<{7}|={7}|>{7})/mu.test(text)
      ? "it holds the markers of an unfinished merge"
      : "it is not valid JSON";
  }
  if (!isRecord(value)) return "it is not a JSON object";
  if (value["schema"] !== schema) {
    return `its schema is ${JSON.stringify(value["schema"])}, and this version reads ${schema}`;
  }
  if (typeof value["entry"] !== "string") return '"entry" is missing';
  if (!isRecord(value["files"])) return '"files" is missing';
  const files = parseEntries(value["files"], `${scopeFolder(scope)}/`, root);
  return typeof files === "string" ? files : { entry: value["entry"], files };
}

function parseEntries(
  record: Readonly<Record<string, unknown>>,
  prefix: string,
  root: string,
): Map<string, ManifestEntry> | string {
  const files = new Map<string, ManifestEntry>();
  for (const [path, value] of Object.entries(record)) {
    const problem = pathProblem(path, root);
    if (problem !== null) return `"${path}" is no output path: ${problem}`;
    if (!path.startsWith(prefix)) return `"${path}" is not below "${prefix}"`;
    const entry = parseEntry(value);
    if (entry === null) return `the record of "${path}" has no valid hash and mode`;
    files.set(path, entry);
  }
  return files;
}

/** An entry as it stands in a manifest or a journal; null if it is anything else. */
export function parseEntry(value: unknown): ManifestEntry | null {
  if (!isRecord(value)) return null;
  const { sha256, mode } = value;
  if (typeof sha256 !== "string" || !digest.test(sha256)) return null;
  return mode === "644" || mode === "755" ? { sha256, mode } : null;
}

/** The value of a JSON text, or undefined if it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
