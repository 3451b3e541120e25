#!/usr/bin/env node
// The process edge: arguments in, exit code out. Sets `process.exitCode` and lets Node drain the
// streams; `process.exit` would cut off what a pipe has not taken yet.
import { readFileSync } from "node:fs";
import { main } from "./main.js";
import { processTerminal } from "./terminal.js";

const { version } = JSON.parse(
  readFileSync(new URL("../package.json", import.meta.url), "utf8"),
) as { version: string };

const terminal = processTerminal((code) => {
  // The reader went away (`| head`): nothing is left to say.
  process.exit(code === "EPIPE" ? 0 : 1);
});

process.exitCode = await main(process.argv.slice(2), {
  terminal,
  version,
  host: async () => (await import("../source/node-host.js")).nodeHost(),
});
