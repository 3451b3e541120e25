// Finds and kills the processes that belong to a folder, whoever their parent is now.
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Processes that were started with `folder` in their environment (as the harness does), name it on
 * their command line or work in it. Empty where the system has no `/proc`: there groups must do.
 */
export function strays(folder: string): readonly number[] {
  const self = String(process.pid);
  return processes()
    .filter((pid) => pid !== self && belongs(pid, folder))
    .map(Number);
}

function processes(): readonly string[] {
  try {
    return readdirSync("/proc").filter((name) => /^\d+$/u.test(name));
  } catch {
    return [];
  }
}

function belongs(pid: string, folder: string): boolean {
  return [
    () => readFileSync(`/proc/${pid}/environ`, "latin1"),
    () => readFileSync(`/proc/${pid}/cmdline`, "latin1"),
    () => `${readlinkSync(`/proc/${pid}/cwd`)}/`,
    // Another folder may begin with the same name.
  ].some((fact) => factOr(fact, "").includes(`${folder}/`));
}

/** Of a process that has ended, and of one that is not ours, nothing can be read. */
function factOr(fact: () => string, otherwise: string): string {
  try {
    return fact();
  } catch {
    return otherwise;
  }
}

/** Kills them until there are none, for some seconds; those that are left then. */
export async function killStrays(folder: string): Promise<readonly number[]> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const found = strays(folder);
    if (found.length === 0) return [];
    for (const pid of found) kill(pid);
    await sleep(100);
  }
  return strays(folder);
}

/** SIGKILL to a process, or with a negative number to a group; it may have ended meanwhile. */
export function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // So it has.
  }
}
