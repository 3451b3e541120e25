// What every conformance check stands on: files as the examples render them, a counted check per
// artifact, programs that are started and always stopped. Knows no system.
import type { ChildProcess } from "node:child_process";
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Claim, Limit } from "./claims.js";
import type { Processes } from "./processes.js";
import type { Tally } from "./tally.js";

/** A real system that judges what nexgen emits: one folder of `test/conformance`. */
export interface System {
  /** The folder's name; what `npm run conformance -- <name>` takes. */
  readonly name: string;
  /** One line: what is proven, by which program. */
  readonly proves: string;
  /** The same for each kind of artifact, and with what is not: `docs/proof.md` is made of it. */
  readonly claims: readonly Claim[];
  readonly limits: readonly Limit[];
  /** Long builds: started for all systems at once, beside whatever runs; awaited before `run`. */
  readonly prepare?: (context: Context) => Promise<void>;
  readonly run: (context: Context) => Promise<void>;
}

/** One emitted file. */
export interface RenderedFile {
  /** Below the output folder: `production/yarn/enrichment/submit.sh`. */
  readonly path: string;
  readonly text: string;
  readonly executable: boolean;
  readonly generator: string;
}

/** What `nexgen build` makes of one entry. */
export interface Rendered {
  /** `card-processing/production`. */
  readonly name: string;
  readonly files: readonly RenderedFile[];
}

/** How a program ended. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ExecOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** Milliseconds after which the program is killed; absent: ten minutes. */
  readonly timeout?: number;
}

/** What a system is given. */
export interface Context {
  /** Absolute: the project's folder, for files beside a system's code. */
  readonly root: string;
  /** Absolute; outside the tree; survives runs: downloads and builds. */
  readonly cache: string;
  /** Absolute; removed after the run. */
  readonly scratch: string;
  /** Every entry of every example. */
  readonly rendered: readonly Rendered[];
  /** Runs `prove` and prints one line; a rejection is the failure's reason. True if it held. */
  readonly check: (artifact: string, prove: () => void | Promise<void>) => Promise<boolean>;
  /** Runs a program to its end; its output is captured. */
  readonly exec: (
    command: string,
    args: readonly string[],
    options?: ExecOptions,
  ) => Promise<Outcome>;
  /** As `exec`; an exit code other than 0 is an error that shows the output. */
  readonly must: (
    command: string,
    args: readonly string[],
    options?: ExecOptions,
  ) => Promise<Outcome>;
  /** Starts a program that is stopped, with its children, when the run ends or is interrupted. */
  readonly start: (command: string, args: readonly string[], options?: ExecOptions) => ChildProcess;
  /** Called when the run ends or is interrupted, last one first. */
  readonly onStop: (stop: () => void | Promise<void>) => void;
}

/** The context of one system, whose checks are counted in `tally`. */
export function contextFor(
  system: System,
  folders: { readonly root: string; readonly cache: string; readonly scratch: string },
  shared: {
    readonly rendered: readonly Rendered[];
    readonly processes: Processes;
    readonly tally: Tally;
  },
): Context {
  const { root, scratch } = folders;
  const { rendered, processes, tally } = shared;
  const cache = join(folders.cache, system.name);
  mkdirSync(cache, { recursive: true });
  const check: Context["check"] = async (artifact, prove) => {
    const failure = await reasonOf(prove);
    // What an interrupt broke is no finding; the run ends meanwhile.
    if (processes.stopping) return new Promise<never>(() => undefined);
    if (failure === null) tally.pass(artifact);
    else tally.fail(artifact, failure);
    return failure === null;
  };
  const { exec, must, start, onStop } = processes;
  return { root, cache, scratch, rendered, check, exec, must, start, onStop };
}

/** `context` with the downloads and builds of another system, so that nothing is kept twice. */
export function withCacheOf(system: string, context: Context): Context {
  const cache = join(dirname(context.cache), system);
  mkdirSync(cache, { recursive: true });
  return { ...context, cache };
}

/** The message of what `prove` threw; null: it held. */
async function reasonOf(prove: () => void | Promise<void>): Promise<string | null> {
  try {
    await prove();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
