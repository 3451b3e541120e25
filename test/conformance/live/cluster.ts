// A cluster of real Flink processes, started, asked and stopped as a user does: by the emitted scripts.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Context, Outcome } from "../harness.js";
import type { Emitted, Place } from "./emitted.js";
import { json } from "./wait.js";

/** One process of Flink. */
export interface FlinkProcess {
  readonly pid: number;
  readonly kind: "job manager" | "task manager";
  /** The words of its command line. */
  readonly words: readonly string[];
}

/** A job as the REST API lists it. */
export interface ListedJob {
  readonly jid: string;
  readonly name: string;
  readonly state: string;
}

/** Flink below `home`, with the emitted scripts of one run. */
export class Cluster {
  readonly api: string;

  constructor(
    private readonly context: Context,
    private readonly home: string,
    private readonly emitted: Emitted,
    private readonly place: Place,
  ) {
    this.api = `http://localhost:${String(place.restPort)}`;
  }

  /** Runs an emitted script. */
  async run(script: string, args: readonly string[] = []): Promise<Outcome> {
    const { folder } = this.place;
    const env = { FLINK_HOME: this.home, STATE_FOLDER: join(folder, "remembered") };
    const path = join(this.emitted.folder, "standalone", script);
    return this.context.exec(path, args, { env, timeout: 700_000 });
  }

  /** As `run`; a failure is an error that shows what the script and Flink said. */
  async must(script: string, args: readonly string[] = []): Promise<string> {
    const { code, stdout, stderr } = await this.run(script, args);
    const text = stdout + stderr;
    if (code !== 0) throw new Error(`${script} ended with ${String(code)}:\n${text}${this.logs()}`);
    return text;
  }

  /** What the REST API answers. */
  ask<Answer>(path: string): Promise<Answer> {
    return json<Answer>(`${this.api}${path}`);
  }

  async jobs(): Promise<readonly ListedJob[]> {
    return (await this.ask<{ readonly jobs: readonly ListedJob[] }>("/jobs/overview")).jobs;
  }

  /** The processes that Flink noted and that run. */
  processes(): readonly FlinkProcess[] {
    const folder = join(this.place.folder, "pids");
    if (!existsSync(folder)) return [];
    return readdirSync(folder).flatMap((name) => {
      const kind = name.endsWith("-standalonesession.pid") ? "job manager" : "task manager";
      const ids = readFileSync(join(folder, name), "utf8").trim().split("\n");
      return ids.flatMap((id): FlinkProcess[] => {
        const words = commandLine(Number(id));
        return words === null ? [] : [{ pid: Number(id), kind, words }];
      });
    });
  }

  /** Whatever runs below this folder of Flink, noted or not. */
  left(): readonly number[] {
    return readdirSync("/proc").flatMap((name) => {
      const words = /^\d+$/u.test(name) ? commandLine(Number(name)) : null;
      const ours = words?.some((word) => word.includes(this.home)) ?? false;
      return ours && words?.[0]?.endsWith("java") === true ? [Number(name)] : [];
    });
  }

  /** The end of every log, for the reason of a failure. */
  logs(): string {
    const folder = join(this.place.folder, "logs");
    if (!existsSync(folder)) return "";
    return readdirSync(folder)
      .map((name) => `\n${name}:\n${lastLines(readFileSync(join(folder, name), "utf8"))}`)
      .join("");
  }
}

function commandLine(pid: number): readonly string[] | null {
  try {
    const words = readFileSync(`/proc/${String(pid)}/cmdline`, "utf8")
      .split("\0")
      .slice(0, -1);
    return words.length === 0 ? null : words;
  } catch {
    // It ended.
    return null;
  }
}

function lastLines(text: string): string {
  return text.trimEnd().split("\n").slice(-12).join("\n");
}
