#!/usr/bin/env node
// The process edge: arguments in, exit code out. Sets `process.exitCode` and lets Node drain the
// streams; `process.exit` would cut off what a pipe has not taken yet.
import { main } from "./main.js";
import { processTerminal } from "./terminal.js";

/** Replaced by the version of the package when it is built. */
declare const packageVersion: string;

const terminal = processTerminal((code) => {
  // The reader went away (`| head`): nothing is left to say.
  process.exit(code === "EPIPE" ? 0 : 1);
});

void main(process.argv.slice(2), {
  terminal,
  version: packageVersion,
  core: () => import("./core.js"),
}).then((exitCode) => {
  process.exitCode = exitCode;
});
