// A process that outlives the run, however that ends (SIGKILL, no memory left), and then removes what
// the run could not: its processes and its folder.
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { killStrays } from "./strays.js";

/** The word before the folder, on the command line of the process. */
export const guarding = "--guard";

/** Starts it; it notices the end of this process by the end of its own input. */
export function startGuard(scratch: string): void {
  const program = fileURLToPath(import.meta.url);
  const child = spawn(process.execPath, [program, guarding, scratch], {
    // An interrupt from the terminal is not for it.
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  child.unref();
}

/** What it does. */
export function guard(scratch: string): void {
  process.stdin.resume();
  process.stdin.on("close", () => {
    void killStrays(scratch).then(() => removeFolder(scratch));
  });
}

/** Removes `folder`; what was just killed may still have written to it. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
