// Where things are below an output folder: folders and manifests of scopes, and our own files.
// Names only; touches no disk.

/** What one manifest owns: the output of one generator for one environment and region. */
export interface Scope {
  readonly environment: string;
  readonly region: string | null;
  readonly generator: string;
}

/** The folder of manifests and of everything that is needed while a run is under way. */
export const controlFolder = ".nexgen";

export const journalFile = `${controlFolder}/journal.json`;
export const lockFolder = `${controlFolder}/lock`;
export const backupFolder = `${controlFolder}/backup`;
export const ignoreFile = `${controlFolder}/.gitignore`;

/** Keeps what a run needs for itself out of version control; manifests and this file stay in. */
export const ignoreText = "/lock*/\n/stage-*/\n/journal.json\n/backup/\n";

/** The folder of a scope, relative to the output folder: `<environment>[/<region>]/<generator>`. */
export function scopeFolder(scope: Scope): string {
  return scopeParts(scope).join("/");
}

/** The manifest of a scope, relative to the output folder. */
export function manifestFile(scope: Scope): string {
  return `${controlFolder}/${scopeParts(scope).join(".")}.json`;
}

/** The scope whose manifest has this name inside the control folder, or null for another file. */
export function scopeOfManifest(name: string): Scope | null {
  const parts = name.split(".");
  if (parts.pop() !== "json" || parts.includes("")) return null;
  const [environment, second, third] = parts;
  if (environment === undefined || second === undefined || parts.length > 3) return null;
  return third === undefined
    ? { environment, region: null, generator: second }
    : { environment, region: second, generator: third };
}

/** True for a name in the control folder that only a running or interrupted run leaves there. */
export function isLeftover(name: string): boolean {
  return name === "lock" || name.startsWith("lock-") || name.startsWith("stage-");
}

function scopeParts(scope: Scope): readonly string[] {
  const { environment, region, generator } = scope;
  return region === null ? [environment, generator] : [environment, region, generator];
}
