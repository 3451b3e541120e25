// The process edge: arguments in, exit code out. Sets `process.exitCode` and lets Node drain the
// streams; `process.exit` would cut off what a pipe has not taken yet.
import { main } from "./main.js";
import { optimiseLate } from "./optimise-late.js";
import { processTerminal, type Terminal } from "./terminal.js";

/** Replaced by the version of the package when it is built. */
declare const packageVersion: string;

/** Runs `args`; gives the exit code. */
export function run(args: readonly string[], terminal: Terminal): Promise<number> {
  return main(args, { terminal, version: packageVersion, core: () => import("./core.js") });
}

/** Runs the process's own arguments on its own streams. */
export function start(): void {
  const terminal = processTerminal((code) => {
    // The reader went away (`| head`): nothing is left to say.
    if (code === "EPIPE") process.exit(0);
    process.stderr.write(`error: standard output cannot be written (${code}).\n`);
    process.exit(1);
  }, optimiseLate);
  void run(process.argv.slice(2), terminal).then((exitCode) => {
    process.exitCode = exitCode;
  });
}
