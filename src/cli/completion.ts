// Completion scripts for bash, zsh and fish, from the commands themselves: nothing to keep in step.
import type { Command } from "commander";

export const shells = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof shells)[number];

/** The script to be sourced by `shell`. */
export function completionScript(program: Command, shell: Shell): string {
  const commands = program.commands.map((command) => ({
    name: command.name(),
    summary: command.description().split("\n")[0] ?? "",
    options: command.options.flatMap(({ long }) => long ?? []),
  }));
  switch (shell) {
    case "bash":
      return bashScript(commands);
    case "zsh":
      return `autoload -U +X bashcompinit && bashcompinit\n${bashScript(commands)}`;
    case "fish":
      return fishScript(commands);
  }
}

interface CompletedCommand {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly string[];
}

function bashScript(commands: readonly CompletedCommand[]): string {
  const cases = commands.map(
    ({ name, options }) => `    ${name}) options="${options.join(" ")}" ;;`,
  );
  return `_nexgen() {
  local current="\${COMP_WORDS[COMP_CWORD]}" options=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(" ")}" -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join("\n")}
  esac
  case "$current" in
    -*) COMPREPLY=($(compgen -W "$options" -- "$current")) ;;
    *) COMPREPLY=($(compgen -f -- "$current")) ;;
  esac
}
complete -o filenames -F _nexgen nexgen
`;
}

function quoted(text: string): string {
  return `'${text.replace(/\\/gu, "\\\\").replace(/'/gu, "\\'")}'`;
}

function fishScript(commands: readonly CompletedCommand[]): string {
  return commands
    .flatMap(({ name, summary, options }) => [
      `complete -c nexgen -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`,
      ...options.map(
        (option) =>
          `complete -c nexgen -n '__fish_seen_subcommand_from ${name}' -l ${option.replace(/^--/u, "")}`,
      ),
    ])
    .map((line) => `${line}\n`)
    .join("");
}
