// `npm run conformance:interrupts [-- <system>…]`: cuts off the run of each system at several moments and
// in several ways. No process and no file of it may stay. Prints "N passed, N failed" last.
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { System } from "./harness.js";
import { killStrays, strays } from "./strays.js";
import { systems } from "./systems.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** How a run is cut off; `group` is that of the terminal, in which a run and its npm are. */
interface Interrupt {
  readonly name: string;
  readonly command: readonly [program: string, ...words: string[]];
  readonly cut: (run: ChildProcess) => Promise<void> | void;
}

const npm = ["npm", "run", "--silent", "conformance", "--"] as const;
const runner = [process.execPath, "dist/build/run.js"] as const;

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // It ended meanwhile.
  }
}

const interrupts: readonly Interrupt[] = [
  { name: "Ctrl-C", command: npm, cut: (run) => signalGroup(run, "SIGINT") },
  { name: "SIGTERM to npm alone", command: npm, cut: (run) => void run.kill("SIGTERM") },
  {
    name: "Ctrl-C again and again",
    command: runner,
    async cut(run) {
      while (run.exitCode === null && run.signalCode === null) {
        signalGroup(run, "SIGINT");
        await sleep(50);
      }
    },
  },
  { name: "SIGKILL", command: runner, cut: (run) => signalGroup(run, "SIGKILL") },
];

/** When a run is cut off: by its output, then so many milliseconds later, in the middle of something. */
interface Moment {
  readonly name: string;
  readonly output: RegExp;
  readonly delay: number;
}

const moments: readonly Moment[] = [
  { name: "as it starts", output: /^== /mu, delay: 1000 },
  { name: "after its first check", output: /^(?:ok|FAILED) /mu, delay: 300 },
  { name: "after ten checks", output: /(?:^(?:ok|FAILED) [^]*){10}/mu, delay: 300 },
];

/** With nothing in the cache: long builds have only begun. */
const preparing: Moment = { name: "while it prepares", output: /^== /mu, delay: 5000 };

interface Trial {
  readonly system: string;
  readonly interrupt: Interrupt;
  readonly moment: Moment;
  readonly cold: boolean;
}

/** Each interrupt at one moment, which differs from system to system. */
function trialsOf({ name, prepare }: System, index: number): readonly Trial[] {
  const warm = interrupts.flatMap((interrupt, at): Trial[] => {
    const moment = moments[(at + index) % moments.length];
    return moment === undefined ? [] : [{ system: name, interrupt, moment, cold: false }];
  });
  if (prepare === undefined) return warm;
  const cold = interrupts.map((interrupt) => {
    return { system: name, interrupt, moment: preparing, cold: true };
  });
  return [...warm, ...cold];
}

let current: ChildProcess | null = null;

/** What stayed behind; null: the run ended before the moment came. */
async function remainsOf({
  system,
  interrupt,
  moment,
  cold,
}: Trial): Promise<readonly string[] | null> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "nexgen-interrupt-")));
  const cache = mkdtempSync(join(tmpdir(), "nexgen-interrupt-cache-"));
  const [program, ...words] = interrupt.command;
  const run = spawn(program, [...words, system], {
    cwd: root,
    env: {
      ...process.env,
      TMPDIR: folder,
      // A mark: unlike TMPDIR, the run hands it on as it is.
      NEXGEN_INTERRUPT_TRIAL: `${folder}/`,
      ...(cold ? { NEXGEN_CONFORMANCE_CACHE: cache } : {}),
    },
    detached: true,
    stdio: ["ignore", "pipe", "ignore"],
  });
  current = run;
  const closed = new Promise<void>((resolve) => void run.on("close", () => resolve()));
  const came = await Promise.race([reached(run, moment.output), closed.then(() => false)]);
  if (came) {
    await sleep(moment.delay);
    await interrupt.cut(run);
    await closed;
  }
  const remaining = await remains(folder);
  for (const one of [folder, cache]) rmSync(one, { recursive: true, force: true });
  return came ? remaining : null;
}

function reached(run: ChildProcess, pattern: RegExp): Promise<boolean> {
  let output = "";
  return new Promise((resolve) => {
    run.stdout?.on("data", (data: Buffer) => {
      output += data.toString();
      if (pattern.test(output)) resolve(true);
    });
  });
}

/** Processes by their command lines and files by their paths; the processes are killed then. */
async function remains(folder: string): Promise<readonly string[]> {
  // What ends by itself is no remainder, but it has to end soon.
  for (let attempt = 0; attempt < 50 && strays(folder).length > 0; attempt += 1) await sleep(100);
  const processes = strays(folder).map((pid) => `process: ${commandLine(pid)}`);
  await killStrays(folder);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return [...processes, ...files.slice(0, 20).map((path) => `file: ${path}`)];
}

function commandLine(pid: number): string {
  return readFileSync(`/proc/${pid}/cmdline`, "latin1").replaceAll("\0", " ").slice(0, 200);
}

async function tryAll(names: readonly string[]): Promise<void> {
  let interrupted = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      interrupted = true;
      current?.kill("SIGTERM");
    });
  }
  const chosen = systems.filter(({ name }) => names.length === 0 || names.includes(name));
  const tally = { passed: 0, failed: 0 };
  for (const trial of chosen.flatMap(trialsOf)) {
    const remaining = await remainsOf(trial);
    if (interrupted) break;
    const what = `${trial.system}: ${trial.interrupt.name} ${trial.moment.name}`;
    if (remaining === null) process.stdout.write(`       ${what}: it ended before\n`);
    else if (remaining.length === 0) process.stdout.write(`clean  ${what}\n`);
    else process.stdout.write(`LEFT   ${what}\n    ${remaining.join("\n    ")}\n`);
    if (remaining?.length === 0) tally.passed += 1;
    else if (remaining !== null) tally.failed += 1;
  }
  if (interrupted || tally.passed === 0) tally.failed += 1;
  process.stdout.write(`\n${tally.passed} passed, ${tally.failed} failed\n`);
  process.exitCode = tally.failed === 0 ? 0 : 1;
}

await tryAll(process.argv.slice(2));
