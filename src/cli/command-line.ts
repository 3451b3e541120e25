// The commands and their options. Describes and dispatches; each command is loaded when it is run,
// so that `--help` and `--version` cost little more than Node itself.
import { Command, InvalidArgumentError, Option } from "commander";
import type { GeneratorEntry } from "../../generators/index.js";
import type * as Core from "./core.js";
import type { EnvOptions } from "./commands/env.js";
import type { ValidateOptions } from "./commands/validate.js";
import type { GeneratingOptions, ReadingOptions } from "./options.js";
import type { Terminal } from "./terminal.js";

/** What the commands work with. */
export interface CommandContext {
  readonly version: string;
  readonly generators: readonly GeneratorEntry[];
  /** Loads what the commands run on. */
  readonly core: () => Promise<typeof Core>;
  readonly terminal: Terminal;
  /** Whether the options of a command are needed: the list of commands shows none. */
  readonly needsOptions: (command: string) => boolean;
  /** Told the exit code of the command that ran. */
  readonly done: (exitCode: number) => void;
}

const fileArgument = "the .infra file of an environment; - reads standard input";

/** The whole command line. */
export function commandLine(context: CommandContext): Command {
  const program = new Command("nexgen")
    .description(
      "Binds the logical names of stream processes to infrastructure, and emits what you deploy.",
    )
    .version(context.version, "-V, --version", "print the version")
    .showSuggestionAfterError()
    .addHelpText(
      "after",
      examples([
        "nexgen k8s production.infra -o out/",
        "nexgen build production.infra staging.infra -o out/ --check",
        "nexgen explain production.infra resources.enrichment.task_memory",
      ]),
    );
  for (const generator of context.generators) addGenerator(program, generator, context);
  addBuild(program, context);
  addValidate(program, context);
  addEnv(program, context);
  addResolve(program, context);
  addExplain(program, context);
  addSchema(program, context);
  addGenerators(program, context);
  addCompletion(program, context);
  return program;
}

function examples(lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ ${line}\n`).join("")}`;
}

function collect(value: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), value];
}

function withReading(command: Command, { needsOptions }: CommandContext): Command {
  if (!needsOptions(command.name())) return command;
  return command
    .addOption(
      new Option(
        "--env <NAME=value>",
        "set a variable; wins over the environment and .env",
      ).argParser(collect),
    )
    .option(
      "--env-file <file>",
      "read variables from this file instead of .env in the project root",
    )
    .option(
      "--project <dir>",
      "the project root (default: the nearest folder with .env, .git, package.json or nexgen.config.*)",
    )
    .option("--region <name>", "one region, by name or alias (default: all)")
    .option(
      "--processes <dir|file>",
      "process files (.proc): what each process uses, checked against the bindings",
    )
    .addOption(
      new Option("--format <format>", "how to print").choices(["text", "json"]).default("text"),
    )
    .option("--strict", "treat warnings as errors")
    .option("--quiet", "print errors only")
    .addOption(
      new Option("--color <when>", "colour diagnostics")
        .choices(["auto", "always", "never"])
        .default("auto"),
    )
    .option("--timings", "print where the time went, to standard error")
    .option("--debug", "print the stack of an internal error");
}

function withGenerating(command: Command, context: CommandContext): Command {
  if (!context.needsOptions(command.name())) return command;
  return withReading(
    command
      .option("-o, --output <dir>", "output folder", "out")
      .option(
        "--only <process...>",
        "write the files of these processes only, and remove none; shared files still name all processes",
      )
      .option("--flink-version <x.y>", "Flink line, such as 1.20; wins over the file")
      .option(
        "--templates <dir>",
        "templates that replace built-in ones, by the same relative paths",
      )
      .option("--check", "write nothing; exit 1 if the output is not what would be generated")
      .option("--dry-run", "write nothing; list what would change")
      .option("--diff", "with --check or --dry-run: show the differences")
      .option("--stdout", "print the files instead of writing them")
      .option(
        "--force",
        "replace files that were edited or are not ours; they are kept as backups",
      ),
    context,
  );
}

function addGenerator(program: Command, generator: GeneratorEntry, context: CommandContext): void {
  const command = withGenerating(
    program
      .command(generator.id)
      .argument("<file.infra...>", fileArgument)
      .description(generator.summary),
    context,
  );
  if (generator.flavors.length > 0) {
    command.addOption(
      new Option("--flavor <flavor>", "form of the output").choices([...generator.flavors]),
    );
  }
  addFileOptions(command, [generator]);
  command
    .addHelpText(
      "after",
      examples([
        `nexgen ${generator.id} production.infra -o out/`,
        `nexgen ${generator.id} production.infra -o out/ --check --diff`,
        ...(generator.streamed === undefined
          ? []
          : [
              `nexgen ${[generator.id, "production.infra", ...generator.streamed].join(" ")} --stdout | kubectl diff -f -`,
            ]),
      ]),
    )
    .action(async (entries: string[], options: GeneratingOptions) => {
      const { generate } = await context.core();
      const call = { entries, generators: [generator.id], isBuild: false, options };
      context.done(await generate(call, context.terminal));
    });
}

function addBuild(program: Command, context: CommandContext): void {
  const command = withGenerating(
    program
      .command("build")
      .argument("<file.infra...>", fileArgument)
      .description("Runs every generator that applies to the file"),
    context,
  );
  if (context.needsOptions(command.name())) addChoices(command, context.generators);
  command
    .addHelpText(
      "after",
      examples([
        "nexgen build production.infra -o out/",
        "nexgen build infra/*.infra -o out/ --strict --check",
        "nexgen build production.infra -o out/ --only-generators k8s prometheus-rules",
      ]),
    )
    .action(async (entries: string[], options: GeneratingOptions) => {
      const { generate } = await context.core();
      const generators = options.onlyGenerators ?? context.generators.map(({ id }) => id);
      const call = { entries, generators, isBuild: true, options };
      context.done(await generate(call, context.terminal));
    });
}

function onlyGenerators(generators: readonly GeneratorEntry[]): Option {
  const ids = generators.map(({ id }) => id);
  return new Option(
    "--only-generators <id...>",
    "run these, whatever applies to the file",
  ).argParser((id: string, previous: readonly string[] | undefined) => {
    if (ids.includes(id)) return [...(previous ?? []), id];
    throw new InvalidArgumentError(`Generators: ${ids.join(", ")}.`);
  });
}

/** What `build` is told for single generators. */
function addChoices(command: Command, generators: readonly GeneratorEntry[]): void {
  command.addOption(onlyGenerators(generators));
  for (const { id, flavors, flavorOption } of generators) {
    if (flavors.length === 0) continue;
    const name = `--${flavorOption ?? `${id}-flavor`} <flavor>`;
    command.addOption(new Option(name, `form of the ${id} output`).choices([...flavors]));
  }
  addFileOptions(command, generators);
}

function addFileOptions(command: Command, generators: readonly GeneratorEntry[]): void {
  for (const { fileOptions } of generators) {
    for (const { name, summary } of fileOptions ?? []) command.option(`--${name} <file>`, summary);
  }
}

function addValidate(program: Command, context: CommandContext): void {
  const command = withReading(
    program
      .command("validate")
      .argument(
        "<file.infra|dir...>",
        "files of environments, folders of them; - reads standard input",
      )
      .description("Checks files as build would, and writes nothing"),
    context,
  );
  if (context.needsOptions(command.name())) {
    command
      .addOption(onlyGenerators(context.generators))
      .option("--no-generators", "leave out what generators would say of their targets");
  }
  command
    .addHelpText(
      "after",
      examples(["nexgen validate production.infra", "nexgen validate infra/ --strict"]),
    )
    .action(async (entries: string[], options: ValidateOptions) => {
      const { validate } = await context.core();
      context.done(await validate(entries, options, context.terminal));
    });
}

function addEnv(program: Command, context: CommandContext): void {
  const command = withReading(
    program
      .command("env")
      .argument("<file.infra>", fileArgument)
      .description("Lists the variables and secrets that an environment must provide"),
    context,
  );
  if (context.needsOptions(command.name())) {
    command.option("--template", "print an .env file to fill in");
  }
  command
    .addHelpText(
      "after",
      examples(["nexgen env production.infra", "nexgen env production.infra --template > .env"]),
    )
    .action(async (entry: string, options: EnvOptions) => {
      const { env } = await context.core();
      context.done(await env(entry, options, context.terminal));
    });
}

function addResolve(program: Command, context: CommandContext): void {
  withReading(
    program
      .command("resolve")
      .argument("<file.infra>", fileArgument)
      .description("Prints the file after inheritance, groups, regions and variables"),
    context,
  )
    .addHelpText(
      "after",
      examples([
        "nexgen resolve production.infra",
        "nexgen resolve production.infra --format json",
      ]),
    )
    .action(async (entry: string, options: ReadingOptions) => {
      const { resolve } = await context.core();
      context.done(await resolve(entry, options, context.terminal));
    });
}

function addExplain(program: Command, context: CommandContext): void {
  withReading(
    program
      .command("explain")
      .argument("<file.infra>", fileArgument)
      .argument("<path>", "dotted path of a property, canonical or as written")
      .description("Tells where a value comes from and what it overrode"),
    context,
  )
    .addHelpText(
      "after",
      examples(["nexgen explain production.infra streams.auth_events.partitions"]),
    )
    .action(async (entry: string, path: string, options: ReadingOptions) => {
      const { explain } = await context.core();
      context.done(await explain(entry, path, options, context.terminal));
    });
}

function addSchema(program: Command, context: CommandContext): void {
  program
    .command("schema")
    .description("Prints the JSON Schema of .infra files, for editors")
    .addHelpText("after", examples(["nexgen schema > infra.schema.json"]))
    .action(async () => {
      const { printSchema } = await context.core();
      context.done(printSchema(context.terminal));
    });
}

function addGenerators(program: Command, context: CommandContext): void {
  withReading(
    program
      .command("generators")
      .argument("[file.infra]", fileArgument)
      .description("Lists the generators; with a file, which ones build would run and why"),
    context,
  )
    .addHelpText("after", examples(["nexgen generators", "nexgen generators production.infra"]))
    .action(async (entry: string | undefined, options: ReadingOptions) => {
      const { listGenerators } = await context.core();
      context.done(await listGenerators(entry, options, context.terminal));
    });
}

function addCompletion(program: Command, context: CommandContext): void {
  program
    .command("completion")
    .argument("<shell>", "bash, zsh or fish", (shell: string) => {
      if (["bash", "zsh", "fish"].includes(shell)) return shell;
      throw new InvalidArgumentError("It is one of bash, zsh, fish.");
    })
    .description("Prints a completion script for a shell")
    .addHelpText(
      "after",
      examples([
        "nexgen completion bash > /etc/bash_completion.d/nexgen",
        "source <(nexgen completion zsh)",
      ]),
    )
    .action(async (shell: "bash" | "zsh" | "fish") => {
      const { completionScript } = await context.core();
      context.terminal.out(completionScript(program, shell));
      context.done(0);
    });
}
