// Every emitted shell script, of every generator: read by bash, shellcheck and shfmt, and run among
// stubs with variables that hold what a shell takes for syntax.
import { deepStrictEqual, ok, strictEqual } from "node:assert";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Context, RenderedFile, System } from "../harness.js";
import { needPrograms } from "../packages.js";
import { renderInfra } from "../render-text.js";
import { claims, limits } from "./claims.js";
import { hostileInputs, hostileText } from "./hostile-inputs.js";
import { Sandbox, type SandboxRun } from "./sandbox.js";

export const shell: System = {
  name: "shell",
  proves: "emitted scripts, by bash, shellcheck and shfmt, and by their calls among hostile values",
  claims,
  limits,
  run,
};

/** Options that make a script take another way, where it has them. */
const ways = [
  "--plan",
  "--dry-run",
  "--status",
  "--stop",
  "--upgrade",
  "--deploy",
  "--copy",
  "--restart",
];

async function run(context: Context): Promise<void> {
  await needPrograms(context, {
    shellcheck: "shellcheck",
    shfmt: "shfmt",
    unshare: "util-linux",
    setpriv: "util-linux",
  });
  await proveBehaviour(context);
  const sandbox = await Sandbox.create(context);
  for (const { name, files } of context.rendered) {
    sandbox.write(files);
    for (const script of files.filter(isShell)) {
      const file = sandbox.fileAt(script.path);
      await proveForm(context, `${name}: ${script.path}`, file, script.text);
      if (isLibrary(script)) continue;
      await proveRuns(context, sandbox, `${name}: ${script.path}`, withLibraries(script, files));
    }
    for (const runbook of files.filter(({ generator }) => generator === "failover")) {
      await proveCommands(context, `${name}: ${runbook.path}`, runbook.text);
    }
  }
  for (const input of hostileInputs) {
    const files = await renderInfra(input.text, input.generators);
    sandbox.write(files);
    const words: string[] = [];
    for (const script of files.filter(isShell)) {
      const what = `hostile ${input.name}: ${script.path}`;
      // A dollar sign in single quotes is what such a value is about.
      await proveForm(context, what, sandbox.fileAt(script.path), script.text, ["-e", "SC2016"]);
      if (isLibrary(script)) continue;
      const whole = withLibraries(script, files);
      for (const { calls } of await proveRuns(context, sandbox, what, whole)) {
        words.push(...calls.flatMap((call) => call.words));
      }
    }
    await context.check(`hostile ${input.name}: ${input.words.length} values arrive whole`, () => {
      for (const wanted of input.words) {
        ok(
          words.some((word) => word.includes(wanted)),
          `no word of a call holds ${wanted}`,
        );
      }
    });
  }
}

/** The tests beside this file, one by one: whole runs of scripts among stubs that answer. */
async function proveBehaviour(context: Context): Promise<void> {
  const tests = readdirSync(join(context.root, "test/conformance/shell"))
    .filter((name) => name.endsWith(".test.ts"))
    .toSorted();
  const call = [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--config",
    "test/conformance/vitest.config.ts",
  ];
  for (const name of tests) {
    await context.check(`what scripts do: ${name}`, async () => {
      await context.must(process.execPath, [...call, `test/conformance/shell/${name}`], {
        cwd: context.root,
      });
    });
  }
}

/** The commands that a runbook tells a person to paste. */
async function proveCommands(context: Context, what: string, text: string): Promise<void> {
  const blocks = [...text.matchAll(/^```sh\n([^]*?)^```$/gmu)].map(([, block]) => block ?? "");
  if (blocks.length === 0) return;
  await context.check(`${what}: commands, bash, shellcheck`, async () => {
    const input = blocks.join("");
    await context.must("bash", ["-n"], { input });
    await context.must("shellcheck", ["--shell=bash", "--enable=all", "-"], { input });
  });
}

function isShell(file: RenderedFile): boolean {
  return isLibrary(file) || file.path.endsWith(".sh") || /^#!.*\b(?:ba)?sh\b/u.test(file.text);
}

/** Read by scripts, never run by itself. */
function isLibrary({ path }: RenderedFile): boolean {
  return path.endsWith(".bash");
}

/** The script with the text of the libraries of its generator: what they read and take is its own. */
function withLibraries(script: RenderedFile, files: readonly RenderedFile[]): RenderedFile {
  const libraries = files.filter(
    (file) =>
      isLibrary(file) && file.generator === script.generator && /\.bash"/u.test(script.text),
  );
  return { ...script, text: [script, ...libraries].map(({ text }) => text).join("\n") };
}

async function proveForm(
  context: Context,
  what: string,
  file: string,
  text: string,
  lint: readonly string[] = [],
): Promise<void> {
  const read = async (command: string, args: readonly string[]): Promise<void> => {
    const { code, stdout, stderr } = await context.exec(command, [...args, file]);
    strictEqual(`${stdout}${stderr}`, "");
    strictEqual(code, 0);
  };
  await context.check(`${what}: bash, shellcheck, shfmt`, async () => {
    await read("bash", ["-n"]);
    await read("shellcheck", ["-S", "style", "-f", "gcc", "-s", "bash", ...lint]);
    await read("shfmt", ["-i", "2", "-ci", "-d"]);
    const code = text.replace(/^\s*#.*$/gmu, "");
    ok(!/\beval\b/u.test(code), "it evaluates text");
  });
}

// ---- runs

/** Set by bash itself. */
const bashOwn = /^(?:BASH_|RANDOM|SECONDS|LINENO|FUNCNAME|IFS|PATH|HOME|TMPDIR|LC_ALL)/u;

/** Every word of the script that can be the name of a variable that it reads. */
function variablesOf(text: string): readonly string[] {
  const code = text.replace(/^\s*#.*$/gmu, "");
  const read = Array.from(code.matchAll(/\$\{?!?([A-Z][A-Z0-9_]*)/gu), ([, name = ""]) => name);
  const named = code.match(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/gu) ?? [];
  return [...new Set([...read, ...named])].filter((name) => !bashOwn.test(name));
}

const isFolder = /_(?:HOME|DIR)$/u;
const isFile = /_FILE$/u;
const isCredential = /PASSWORD|PASSWD|TOKEN|SECRET|JAAS|PRIVATE|TRUST/u;

async function proveRuns(
  context: Context,
  sandbox: Sandbox,
  what: string,
  { path, text }: RenderedFile,
): Promise<readonly SandboxRun[]> {
  const names = variablesOf(text);
  const runs: SandboxRun[] = [];
  // What a container starts takes no options, and may do nothing but write files.
  const isCommand = text.includes("--help");
  if (isCommand)
    await context.check(`${what}: --help needs nothing`, async () => {
      const help = await sandbox.run(path, ["--help"], {});
      strictEqual(help.code, 0, help.text);
      ok(help.text.includes("--help"), help.text);
      deepStrictEqual(help.calls, []);
    });
  await context.check(`${what}: hostile variables stay values`, async () => {
    const bare = await sandbox.run(path, [], {});
    proveHarmless(bare, []);
    const hostile = names.filter((name) => !isFile.test(name));
    const variables = Object.fromEntries(
      hostile.map((name) => [
        name,
        isFolder.test(name) ? sandbox.hostileFolder : hostileText(`HOSTILE<${name}>`),
      ]),
    );
    // Nothing that a stub starts ever runs.
    const limit = text.includes("--timeout)") ? ["--timeout", "1"] : [];
    for (const args of [[], ...ways.filter((way) => text.includes(way)).map((way) => [way])]) {
      const outcome = await sandbox.run(path, [...args, ...limit], variables);
      proveHarmless(outcome, hostile);
      runs.push(outcome);
    }
    ok(
      !isCommand || runs.some(({ calls }) => calls.length > 0),
      `nothing is called:\n${runs[0]?.text}`,
    );
  });
  return runs;
}

function proveHarmless({ code, text, calls, marks }: SandboxRun, names: readonly string[]): void {
  deepStrictEqual(marks, [], "text was run as a command");
  ok(code !== 126 && code !== 127, `text was run as a command:\n${text}`);
  ok(code !== 124, "it did not end");
  for (const word of calls.flatMap((call) => call.words)) {
    for (const name of names) {
      const mark = `HOSTILE<${name}>`;
      if (!word.includes(mark)) continue;
      ok(word.includes(hostileText(mark)), `${name} arrives in pieces: ${word}`);
      ok(!isCredential.test(name), `${name} stands on a command line`);
    }
  }
}
