// `npm run conformance:mutations [-- <word of a name>…]`: applies each fault of the table to a copy of the
// project and runs the one system that must find it. Prints "N passed, N failed" last.
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { mutations, type Mutation } from "./mutations.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const leftBehind = new Set(["node_modules", ".git", "dist"].map((name) => join(root, name)));

/** Null: the system found the fault. Else what happened instead. */
async function surviving({ system, edits, found, env = {} }: Mutation): Promise<string | null> {
  const copy = mkdtempSync(join(tmpdir(), "nexgen-mutation-"));
  try {
    cpSync(root, copy, { recursive: true, filter: (path) => !leftBehind.has(path) });
    symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
    for (const { file, from, to } of edits) {
      const path = join(copy, file);
      const parts = readFileSync(path, "utf8").split(from);
      if (parts.length !== 2) return `"${from}" does not stand once in ${file}`;
      writeFileSync(path, parts.join(to));
    }
    const { output, code } = await conformance(copy, system, env, found);
    if (failures(output).some((failure) => found.test(failure))) return null;
    if (code === 0) return `all of ${system} passed`;
    return `it failed otherwise:\n${output.slice(-2000)}`;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Runs one system in `folder`, and interrupts it as soon as a failed check says what is looked for. */
function conformance(
  folder: string,
  system: string,
  env: Readonly<Record<string, string>>,
  found: RegExp,
): Promise<{ readonly output: string; readonly code: number | null }> {
  const child = spawn("npm", ["run", "--silent", "conformance", "--", system], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  running = child;
  let output = "";
  child.stdout.on("data", (data: Buffer) => {
    output += data.toString();
    if (failures(output).some((failure) => found.test(failure))) child.kill("SIGTERM");
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ output, code }));
  });
}

/** Failed checks with their reasons; the last one may still be without its end. */
function failures(output: string): readonly string[] {
  return output.match(/^FAILED .*(?:\n {4}.*)*/gmu) ?? [];
}

let running: ReturnType<typeof spawn> | null = null;
let interrupted = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    interrupted = true;
    running?.kill("SIGTERM");
  });
}

const words = process.argv.slice(2);
const chosen = mutations.filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
);
let passed = 0;
for (const mutation of chosen) {
  const reason = await surviving(mutation);
  if (interrupted) break;
  if (reason === null) passed += 1;
  const outcome = reason === null ? "found " : "MISSED";
  process.stdout.write(`${outcome} ${mutation.system}: ${mutation.name}\n`);
  if (reason !== null) process.stdout.write(`    ${reason.replaceAll("\n", "\n    ")}\n`);
}
process.stdout.write(`\n${String(passed)} passed, ${String(chosen.length - passed)} failed\n`);
process.exitCode = passed === chosen.length ? 0 : 1;
