// Everything that one system started, so that nothing of it stays behind: neither after a failure nor
// after an interrupt, nor what left the group that it was started in.
import { spawn, type ChildProcess } from "node:child_process";
import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Context } from "./harness.js";
import { kill, killStrays } from "./strays.js";

/** What a stopping hook may take; then its processes are killed. */
const patience = 20_000;

/** Programs of one system, whose files are below `scratch`. */
export class Processes {
  readonly #scratch: string;
  readonly #running = new Set<ChildProcess>();
  readonly #stops: (() => void | Promise<void>)[] = [];
  #closed = false;
  #stopped: Promise<void> | null = null;

  constructor(scratch: string) {
    this.#scratch = scratch;
    const temporary = join(scratch, "tmp");
    mkdirSync(temporary, { recursive: true });
    // Like the system's own: some programs run as another user.
    chmodSync(temporary, 0o1777);
  }

  readonly start: Context["start"] = (command, args, options = {}) => {
    if (this.#closed) throw new Error(`The run is over: ${command} is not started.`);
    const child = spawn(command, args, {
      cwd: options.cwd,
      // What a program leaves in its own folder of that name goes with the run.
      env: { ...process.env, TMPDIR: join(this.#scratch, "tmp"), ...options.env },
      // A group of its own: what it starts is stopped with it.
      detached: true,
      stdio: [options.input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
    });
    this.#running.add(child);
    // Without a listener a program that is not there would end the run, and nothing be stopped.
    child.on("error", () => this.#running.delete(child));
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
      child.on("error", (error) => {
        clearTimeout(timer);
        reject(error);
      });
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

  /** Stops everything, once, however often it is called; never rejects. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stopAll();
    return this.#stopped;
  }

  /** Whether failures are of the stopping, and say nothing. */
  get stopping(): boolean {
    return this.#stopped !== null;
  }

  async #stopAll(): Promise<void> {
    const late = sleep(patience, undefined, { ref: false }).then(() => {
      throw new Error("it took too long");
    });
    late.catch(() => undefined);
    for (let stop = this.#stops.pop(); stop !== undefined; stop = this.#stops.pop()) {
      try {
        await Promise.race([stop(), late]);
      } catch (error) {
        process.stderr.write(`while stopping: ${String(error)}\n`);
      }
    }
    this.#closed = true;
    for (const child of this.#running) killGroup(child);
    // Daemons leave the group of what started them, but not the folders of the run.
    const left = await killStrays(this.#scratch);
    if (left.length > 0) process.stderr.write(`still running: ${left.join(", ")}\n`);
  }
}

function killGroup({ pid }: ChildProcess): void {
  if (pid !== undefined) kill(-pid);
}
