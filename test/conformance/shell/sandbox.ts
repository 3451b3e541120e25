// A place where a script finds only stubs and plain text tools, cannot reach the network and, if we are
// root, runs as nobody. What it calls is recorded word by word; what it should not run leaves a mark.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { Context } from "../harness.js";
import { stubAnswers, stubs } from "./stubs.js";

/** One call of a stub. */
export interface Call {
  readonly command: string;
  readonly words: readonly string[];
}

export interface SandboxRun {
  readonly code: number | null;
  readonly text: string;
  readonly calls: readonly Call[];
  /** Files that appeared in the script's working folder: text that was run as a command. */
  readonly marks: readonly string[];
}

/** Tools that only read and write text and files; `touch` is what an injected command would run. */
const plainTools = (
  "awk basename bash cat chmod cp cut date dirname env expr find grep head hostname id ln ls mkdir " +
  "mktemp mv printf readlink realpath rm sed seq sort stat tail tee test timeout touch tr true " +
  "uname uniq wc xargs"
).split(" ");

export class Sandbox {
  readonly #context: Context;
  readonly #root: string;
  readonly #wrapper: readonly string[];

  private constructor(context: Context, root: string, wrapper: readonly string[]) {
    this.#context = context;
    this.#root = root;
    this.#wrapper = wrapper;
  }

  static async create(context: Context): Promise<Sandbox> {
    const root = mkdtempSync(join(context.scratch, "sandbox-"));
    const bin = join(root, "bin");
    for (const folder of ["bin", "home", "tmp", "work", "script"]) mkdirSync(join(root, folder));
    for (const tool of plainTools) {
      const { code, stdout } = await context.exec("bash", ["-c", `type -P "$1"`, "bash", tool]);
      const path = stdout.trim();
      if (code === 0 && path.startsWith("/")) symlinkSync(path, join(bin, tool));
    }
    writeFileSync(join(root, "calls"), "");
    writeFileSync(join(root, "stub"), stubText(root));
    for (const name of stubs) symlinkSync(join(root, "stub"), join(bin, name));
    // Waiting proves nothing here.
    symlinkSync(join(bin, "true"), join(bin, "sleep"));
    for (const path of ["", "home", "tmp", "work", "calls"]) chmodSync(join(root, path), 0o777);
    chmodSync(join(root, "stub"), 0o755);
    return new Sandbox(context, root, await wrapper(context));
  }

  /** A folder below the sandbox whose name holds what breaks words, with the stubs in its `bin` and an empty `conf`. */
  get hostileFolder(): string {
    const folder = join(this.#root, "it's a $(touch sub) `touch tick` ; touch semi");
    if (!existsSync(folder)) {
      mkdirSync(folder);
      symlinkSync(join(this.#root, "bin"), join(folder, "bin"));
      mkdirSync(join(folder, "conf"));
    }
    return folder;
  }

  /** Makes a folder of the output, in which scripts find what stands beside them. */
  write(files: readonly { readonly path: string; readonly text: string }[]): void {
    const folder = join(this.#root, "script");
    rmSync(folder, { recursive: true, force: true });
    for (const { path, text } of files) {
      const target = join(folder, path);
      mkdirSync(join(target, ".."), { recursive: true });
      writeFileSync(target, text);
      chmodSync(target, 0o755);
    }
  }

  /** Where the file at `path` of what was written stands. */
  fileAt(path: string): string {
    return join(this.#root, "script", path);
  }

  /** Runs the script at `path` of what was written, with these variables and no other. */
  async run(
    path: string,
    args: readonly string[],
    variables: Readonly<Record<string, string>>,
  ): Promise<SandboxRun> {
    const root = this.#root;
    const work = join(root, "work");
    rmSync(work, { recursive: true });
    mkdirSync(work);
    chmodSync(work, 0o777);
    writeFileSync(join(root, "calls"), "");
    const assignments = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
    const own = [`PATH=${root}/bin`, `HOME=${root}/home`, `TMPDIR=${root}/tmp`, "LC_ALL=C.UTF-8"];
    const [command = "env", ...wrapped] = [...this.#wrapper, "env", "-i", ...assignments, ...own];
    const script = ["timeout", "60", "bash", this.fileAt(path), ...args];
    const outcome = await this.#context.exec(command, [...wrapped, ...script], { cwd: work });
    const marks = readdirSync(work);
    return {
      code: outcome.code,
      text: outcome.stdout + outcome.stderr,
      calls: callsIn(readFileSync(join(root, "calls"), "utf8")),
      marks,
    };
  }
}

/** No network, and nobody's rights, where we may ask for them. */
async function wrapper(context: Context): Promise<readonly string[]> {
  const nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];
  const candidates = [["unshare", "-n", ...nobody], nobody, []];
  for (const candidate of candidates) {
    const [command = "true", ...args] = [...candidate, "true"];
    const { code } = await context.exec(command, args).catch(() => ({ code: 1 }));
    if (code === 0) return candidate;
  }
  return [];
}

/** Notes the number of its words, its name and its words, each ended by NUL; then answers. */
function stubText(root: string): string {
  const answers = stubAnswers.map(
    ([pattern, answer]) => `  ${pattern}) printf '%s\\n' '${answer}' ;;`,
  );
  return [
    "#!/bin/bash",
    `printf '%s\\0' "$#" "\${0##*/}" "$@" >>'${root}/calls'`,
    `case "\${0##*/} $*" in`,
    ...answers,
    "esac",
    "exit 0",
    "",
  ].join("\n");
}

function callsIn(record: string): readonly Call[] {
  const words = record.split("\0").slice(0, -1);
  const calls: Call[] = [];
  while (words.length > 0) {
    const count = Number(words.shift());
    const [command = "", ...rest] = words.splice(0, count + 1);
    calls.push({ command, words: rest });
  }
  return calls;
}
