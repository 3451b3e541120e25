// What every conformance check stands on: files as the examples render them, a counted check per
// artifact, programs that are started and always stopped. Knows no system.
import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";

/** A real system that judges what nexgen emits: one folder of `test/conformance`. */
export interface System {
  /** The folder's name; what `npm run conformance -- <name>` takes. */
  readonly name: string;
  /** One line: what is proven, by which program. */
  readonly proves: string;
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

/** What a run counted. */
export interface Tally {
  passed: number;
  failed: number;
}

/** Everything that one run started, so that nothing of it stays behind. */
export class Processes {
  readonly #running = new Set<ChildProcess>();
  readonly #stops: (() => void | Promise<void>)[] = [];

  readonly start: Context["start"] = (command, args, options = {}) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      // A group of its own: what it starts is stopped with it.
      detached: true,
      stdio: [options.input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
    });
    this.#running.add(child);
    child.on("exit", () => this.#running.delete(child));
    if (options.input !== undefined) child.stdin?.end(options.input);
    return child;
  };

  readonly exec: Context["exec"] = (command, args, options = {}) =>
    new Promise((resolve, reject) => {
      const child = this.start(command, args, options);
      const output = { stdout: "", stderr: "" };
      child.stdout?.on("data", (data: Buffer) => (output.stdout += data.toString()));
      child.stderr?.on("data", (data: Buffer) => (output.stderr += data.toString()));
      const timer = setTimeout(() => killGroup(child), options.timeout ?? 600_000);
      child.on("error", reject);
      child.on("close", (code) => {
        clearTimeout(timer);
        resolve({ code, ...output });
      });
    });

  readonly must: Context["must"] = async (command, args, options) => {
    const outcome = await this.exec(command, args, options);
    if (outcome.code === 0) return outcome;
    const tail = `${outcome.stdout}\n${outcome.stderr}`.trim().split("\n").slice(-30).join("\n");
    throw new Error(
      `${command} ${args.slice(0, 4).join(" ")} ended with ${outcome.code}:\n${tail}`,
    );
  };

  readonly onStop: Context["onStop"] = (stop) => {
    this.#stops.push(stop);
  };

  /** Stops everything; never rejects. */
  async stop(): Promise<void> {
    for (const stop of this.#stops.splice(0).toReversed()) {
      try {
        await stop();
      } catch (error) {
        process.stderr.write(`while stopping: ${String(error)}\n`);
      }
    }
    for (const child of this.#running) killGroup(child);
  }
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // It ended meanwhile.
  }
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
  const { rendered, processes, tally } = shared;
  const cache = join(folders.cache, system.name);
  const scratch = join(folders.scratch, system.name);
  for (const folder of [cache, scratch]) mkdirSync(folder, { recursive: true });
  const check: Context["check"] = async (artifact, prove) => {
    const failure = await reasonOf(prove);
    if (failure === null) tally.passed += 1;
    else tally.failed += 1;
    const text = failure === null ? "" : `\n    ${failure.replaceAll("\n", "\n    ")}`;
    process.stdout.write(
      `${failure === null ? "ok    " : "FAILED"} ${system.name}: ${artifact}${text}\n`,
    );
    return failure === null;
  };
  const { exec, must, start, onStop } = processes;
  return { root: folders.root, cache, scratch, rendered, check, exec, must, start, onStop };
}

async function reasonOf(prove: () => void | Promise<void>): Promise<string | null> {
  try {
    await prove();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
