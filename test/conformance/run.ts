// `npm run conformance [-- [--proof] <system…>]`: real programs read what the examples render. Installs
// what it needs from the package registries, stops all that it started, and prints "N passed, N failed"
// last. With `--proof` what held is written to docs/proof.md.
import { chmodSync, mkdtempSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { unfounded } from "./claims.js";
import { guard, guarding, removeFolder, startGuard } from "./guard.js";
import { contextFor, type Context, type Rendered, type System } from "./harness.js";
import { Processes } from "./processes.js";
import { alteredBy, compareProof, proofPath, writeProof } from "./proof.js";
import { renderExamples } from "./render.js";
import { systems } from "./systems.js";
import { summarize, Tally } from "./tally.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const altered = alteredBy(process.env);

/** One system in this run. */
interface Run {
  readonly system: System;
  readonly tally: Tally;
  readonly processes: Processes;
  readonly context: Context;
}

/** The systems that are named, or all of them. */
function chosenFrom(names: readonly string[]): readonly System[] {
  const unknown = names.filter((name) => systems.every((system) => system.name !== name));
  if (unknown.length > 0) {
    throw new Error(
      `No system ${unknown.join(", ")}; there are ${systems.map(({ name }) => name).join(", ")}.`,
    );
  }
  return systems.filter(({ name }) => names.length === 0 || names.includes(name));
}

function newRun(system: System, rendered: readonly Rendered[], scratch: string): Run {
  const cache =
    process.env["NEXGEN_CONFORMANCE_CACHE"] ?? join(homedir(), ".cache/nexgen-conformance");
  const folders = { root, cache, scratch: join(scratch, system.name) };
  const processes = new Processes(folders.scratch);
  const tally = new Tally(system.name);
  const context = contextFor(system, folders, { rendered, processes, tally });
  return { system, tally, processes, context };
}

/** Runs one system after its preparation, and stops what it started: the next one needs the memory. */
async function runOne(run: Run, prepared: Promise<void> | undefined): Promise<void> {
  const { system, tally, processes, context } = run;
  process.stdout.write(`\n== ${system.name}: ${system.proves}\n`);
  const start = performance.now();
  try {
    await prepared;
    await system.run(context);
    const found = altered === null ? unfounded(system.claims, tally) : [];
    if (found.length > 0) tally.fail("what it claims is what it checks", found.join("\n"));
  } catch (error) {
    // A system that an interrupt breaks has not failed.
    if (processes.stopping) return;
    tally.fail("it could not be run", error instanceof Error ? error.message : String(error));
  }
  await processes.stop();
  tally.seconds = Math.round((performance.now() - start) / 1000);
  process.stdout.write(`== ${system.name}: ${tally.seconds} s\n`);
}

/** What the page says, written or compared; a part of the systems is compared with nothing. */
async function prove(runs: readonly Run[], write: boolean): Promise<readonly Tally[]> {
  if (!write && runs.length < systems.length) return [];
  const tally = new Tally("proof");
  if (altered !== null) process.stdout.write(`\n${proofPath} is left alone: ${altered} is set.\n`);
  else if (write) await writeProof(root, systems, runs);
  else compareProof(root, runs, tally);
  return [tally];
}

/** Ends the run as soon as it is interrupted or broken, but not before everything has stopped. */
function endOnInterrupt(clean: () => Promise<void>, tallies: readonly Tally[]): void {
  let isEnding = false;
  const end = async (reason: string): Promise<void> => {
    // A second interrupt must not cut off the cleaning.
    if (isEnding) return;
    isEnding = true;
    process.stdout.write(`\n${reason}: stopping what was started\n`);
    await clean();
    const interrupted = new Tally("run");
    interrupted.fail("it comes to its end", reason);
    summarize([...tallies, interrupted]);
    process.exit(1);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => void end(signal));
  }
  process.on("uncaughtException", (error) => void end(error.stack ?? error.message));
}

async function conformance(words: readonly string[]): Promise<void> {
  const chosen = chosenFrom(words.filter((word) => word !== "--proof"));
  const rendered = await renderExamples(root);
  const scratch = mkdtempSync(join(tmpdir(), "nexgen-conformance-"));
  startGuard(scratch);
  // Servers that refuse to run as root must get at their own folders below.
  chmodSync(scratch, 0o755);
  const runs = chosen.map((system) => newRun(system, rendered, scratch));
  const clean = async (): Promise<void> => {
    await Promise.all(runs.map(({ processes }) => processes.stop()));
    removeFolder(scratch);
  };
  const tallies = runs.map(({ tally }) => tally);
  endOnInterrupt(clean, tallies);
  const started = runs.map((run) => {
    const prepared = run.system.prepare?.(run.context);
    // Its failure is the system's, told when its turn comes.
    prepared?.catch(() => undefined);
    return { run, prepared };
  });
  for (const { run, prepared } of started) await runOne(run, prepared);
  await clean();
  const proof = await prove(runs, words.includes("--proof"));
  const failed = summarize([...tallies, ...proof]);
  process.exitCode = failed === 0 ? 0 : 1;
}

const words = process.argv.slice(2);
if (words[0] === guarding) {
  guard(words[1] ?? "");
} else {
  try {
    await conformance(words);
  } catch (error) {
    process.stdout.write(
      `${error instanceof Error ? error.message : String(error)}\n\n0 passed, 1 failed\n`,
    );
    process.exitCode = 1;
  }
}
