// What the commands run on, with the real host and the real generators. A bundle of its own, loaded
// only when a command runs, so that `--help` costs little more than Node itself.
import { generators } from "../../generators/index.js";
import { watchedHost } from "./watched-host.js";
import * as commands from "./commands/index.js";
import type { EnvOptions } from "./commands/env.js";
import type { ValidateOptions } from "./commands/validate.js";
import type { GeneratingOptions, ReadingOptions } from "./options.js";
import type { Terminal } from "./terminal.js";

export { printSchema } from "./commands/schema.js";
export { completionScript } from "./completion.js";

/** `commands.generate`, with generators by id. */
export function generate(
  call: {
    readonly entries: readonly string[];
    readonly generators: readonly string[];
    readonly isBuild: boolean;
    readonly options: GeneratingOptions;
  },
  terminal: Terminal,
): Promise<number> {
  const chosen = generators.filter(({ id }) => call.generators.includes(id));
  return commands.generate({ ...call, generators: chosen }, watchedHost(terminal), terminal);
}

export function validate(
  entries: readonly string[],
  options: ValidateOptions,
  terminal: Terminal,
): Promise<number> {
  return commands.validate(entries, generators, options, watchedHost(terminal), terminal);
}

export function env(entry: string, options: EnvOptions, terminal: Terminal): Promise<number> {
  return commands.env(entry, options, watchedHost(terminal), terminal);
}

export function resolve(
  entry: string,
  options: ReadingOptions,
  terminal: Terminal,
): Promise<number> {
  return commands.resolve(entry, options, watchedHost(terminal), terminal);
}

export function explain(
  entry: string,
  path: string,
  options: ReadingOptions,
  terminal: Terminal,
): Promise<number> {
  return commands.explain(entry, path, options, watchedHost(terminal), terminal);
}

export function listGenerators(
  entry: string | undefined,
  options: ReadingOptions,
  terminal: Terminal,
): Promise<number> {
  return commands.listGenerators(generators, entry, options, watchedHost(terminal), terminal);
}
