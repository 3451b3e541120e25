// The options of the commands, typed as commander hands them over.
import type { AnalyseOptions } from "../compile/analyse.js";
import { posix } from "node:path";

/** Options of every command that reads a file. */
export interface ReadingOptions {
  readonly env?: readonly string[];
  readonly envFile?: string;
  readonly project?: string;
  readonly region?: string;
  readonly processes?: string;
  readonly format: "text" | "json";
  readonly strict?: boolean;
  readonly quiet?: boolean;
  readonly color: "auto" | "always" | "never";
  readonly timings?: boolean;
}

/** Options of the commands that generate. */
export interface GeneratingOptions extends ReadingOptions {
  readonly output: string;
  readonly only?: readonly string[];
  readonly flinkVersion?: string;
  readonly flavor?: string;
  readonly templates?: string;
  readonly check?: boolean;
  readonly diff?: boolean;
  readonly dryRun?: boolean;
  readonly stdout?: boolean;
  readonly force?: boolean;
  /** `--only-generators` on `build`. */
  readonly onlyGenerators?: readonly string[];
  /** `--k8s-flavor` and its like on `build`. */
  readonly [flavorOption: `${string}Flavor`]: string | undefined;
}

/** A wrong call: exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Asks by name: the command line and what commands run on are two bundles, each with its own class. */
export function isUsageError(error: unknown): error is UsageError {
  return error instanceof Error && error.name === "UsageError";
}

/** The library's options from those of the command line. */
export function analyseOptions(
  options: ReadingOptions,
  folder: string,
  standardInput: string | null,
): AnalyseOptions {
  const { project, envFile, region, processes } = options;
  return {
    variables: assignments(options.env ?? []),
    // Paths that a terminal or editor opens are relative to where the command was called.
    displayFolder: folder,
    ...(project === undefined ? {} : { projectRoot: posix.resolve(folder, project) }),
    ...(envFile === undefined ? {} : { envFile: posix.resolve(folder, envFile) }),
    ...(region === undefined ? {} : { region }),
    ...(processes === undefined ? {} : { processes: posix.resolve(folder, processes) }),
    ...(standardInput === null ? {} : { standardInput }),
    // Standard input has no folder of its own: the working folder's project is meant.
    ...(standardInput === null || project !== undefined ? {} : { projectRoot: folder }),
  };
}

function assignments(pairs: readonly string[]): Record<string, string> {
  const values: Record<string, string> = {};
  for (const pair of pairs) {
    const equals = pair.indexOf("=");
    const name = equals === -1 ? pair : pair.slice(0, equals);
    if (equals === -1 || !/^[A-Z_][A-Z0-9_]*$/u.test(name)) {
      throw new UsageError(
        `--env takes NAME=value, the name in A to Z, 0 to 9 and _ (got the name "${name}").`,
      );
    }
    values[name] = pair.slice(equals + 1);
  }
  return values;
}

/** `--color` decided. */
export function useColor(options: ReadingOptions, byDefault: boolean): boolean {
  return options.color === "auto" ? byDefault : options.color === "always";
}
