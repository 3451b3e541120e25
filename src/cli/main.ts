// The composition root: the only module of src that knows the list of generators. Turns whatever
// happens into an exit code; a stack trace is shown only with --debug.
import { CommanderError, type Command } from "commander";
import { generators } from "../../generators/index.js";
import { commandLine, type CommandContext } from "./command-line.js";
import { exitCodes } from "./exit-codes.js";
import { isUsageError } from "./options.js";
import type { Terminal } from "./terminal.js";

/** The surroundings of one call. */
export interface Surroundings {
  readonly terminal: Terminal;
  readonly version: string;
  readonly core: CommandContext["core"];
}

/** Runs the command line `args` (without the program's own name); gives the exit code. */
export async function main(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const { terminal } = surroundings;
  let exitCode: number = exitCodes.success;
  const named = args.find((argument) => !argument.startsWith("-"));
  const program = commandLine({
    ...surroundings,
    generators,
    needsOptions: (command) => named === command || named === "help" || named === "completion",
    done: (code) => {
      exitCode = code;
    },
  });
  for (const command of [program, ...program.commands]) prepare(command, terminal);
  try {
    await program.parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? exitCodes.success : exitCodes.usage;
    if (isUsageError(error)) {
      terminal.err(`error: ${error.message}\n`);
      return exitCodes.usage;
    }
    terminal.err(internalError(error, args.includes("--debug")));
    return exitCodes.internal;
  }
}

function prepare(command: Command, terminal: Terminal): void {
  command.exitOverride().configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
}

/** A crash is ours to mend, and never shows what it was working on: that may hold a credential. */
function internalError(error: unknown, debug: boolean): string {
  const name = error instanceof Error ? error.constructor.name : typeof error;
  const place =
    error instanceof Error ? (/\bat ([A-Za-z0-9_.<>]+)/u.exec(error.stack ?? "")?.[1] ?? "") : "";
  const stack = debug && error instanceof Error ? `${error.stack ?? ""}\n` : "";
  return `internal error: this is a bug in nexgen, not in your files (${name}${place === "" ? "" : ` in ${place}`}).
Nothing was left half written. Please report it, with the output of the same command and --debug.
${stack}`;
}
