// A copy of a repository in which commands of a pipeline are run by bash. Programs on the PATH are stubs
// that record how they are called, word by word.
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Context, Outcome, RenderedFile } from "../harness.js";

/** The program of a call and its words. */
export type Call = readonly string[];

const stubbed = ["kubectl", "docker", "npm", "npx", "mvn", "record"];

const stub = `#!/bin/bash
printf '%s\\0' "\${0##*/}" "$@" >>"$RECORDED"
printf '\\n\\0' >>"$RECORDED"
`;

export class Bench {
  /** The root of the repository. */
  readonly repository: string;
  readonly context: Context;
  readonly #folder: string;

  constructor(context: Context, name: string) {
    this.context = context;
    this.#folder = join(context.scratch, name.replaceAll(/\W+/gu, "-"));
    this.repository = join(this.#folder, "repository");
    mkdirSync(join(this.#folder, "bin"), { recursive: true });
    mkdirSync(join(this.#folder, "temp"), { recursive: true });
    mkdirSync(this.repository, { recursive: true });
    for (const program of stubbed) this.program(program, stub);
  }

  /** Puts a program on the PATH. */
  program(name: string, text: string): void {
    const path = join(this.#folder, "bin", name);
    writeFileSync(path, text);
    chmodSync(path, 0o755);
  }

  /** The emitted files below `output`; each executable one is a stub, named by its path. */
  write(files: readonly RenderedFile[], output: string): void {
    for (const { path, text, executable } of files) {
      const recorder = stub.replace('"${0##*/}"', `'${output}/${path}'`);
      this.file(`${output}/${path}`, executable ? recorder : text, executable);
    }
  }

  file(path: string, text: string, executable = false): void {
    const target = join(this.repository, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
    if (executable) chmodSync(target, 0o755);
  }

  get environment(): Readonly<Record<string, string>> {
    return {
      PATH: `${join(this.#folder, "bin")}:${process.env["PATH"] ?? ""}`,
      RECORDED: join(this.#folder, "recorded"),
      RUNNER_TEMP: join(this.#folder, "temp"),
      GITHUB_ENV: join(this.#folder, "github-env"),
      HOME: this.#folder,
    };
  }

  /** Runs one command as GitHub's runner does for `shell: bash`. */
  async run(command: string, env: Readonly<Record<string, string>> = {}): Promise<Outcome> {
    const script = join(this.#folder, "step.sh");
    writeFileSync(script, command);
    return this.context.exec("bash", ["--noprofile", "--norc", "-eo", "pipefail", script], {
      cwd: this.repository,
      env: { ...this.environment, ...this.#exported(), ...env },
    });
  }

  /** What steps before left in the file of variables. */
  #exported(): Readonly<Record<string, string>> {
    const path = join(this.#folder, "github-env");
    if (!existsSync(path)) return {};
    const lines = readFileSync(path, "utf8")
      .split("\n")
      .filter((line) => line !== "");
    return Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
    );
  }

  /** The calls since the last time. */
  calls(): readonly Call[] {
    const path = join(this.#folder, "recorded");
    if (!existsSync(path)) return [];
    const recorded = readFileSync(path, "utf8");
    rmSync(path);
    return recorded
      .split("\n\0")
      .filter((call) => call !== "")
      .map((call) => call.split("\0").slice(0, -1));
  }
}
