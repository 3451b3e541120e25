// `npm run golden`: rewrites the golden files (`out/`, `test/golden-diagnostics/`) from `examples/`.
// A person reads the difference before it is committed, so a build server may not run this.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { writeOutput } from "../cli/commands/write-output.js";
import { hasErrors } from "../diagnostics/diagnostic.js";
import { renderText } from "../diagnostics/text.js";
import {
  compileExample,
  diagnosticsFileName,
  diagnosticsText,
  findExamples,
  type Example,
} from "./examples.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const rewritten = ["out", "test/golden-diagnostics"];

/** Text of every file of the golden folders, by path relative to the project root. */
function picture(): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const folder of rewritten.filter((name) => existsSync(join(root, name)))) {
    const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
    for (const entry of entries.filter((found) => found.isFile())) {
      const path = join(entry.parentPath, entry.name);
      texts.set(relative(root, path), readFileSync(path, "utf8"));
    }
  }
  return texts;
}

/** Writes one example; false if its files have errors. */
async function rewrite(example: Example): Promise<boolean> {
  const compilations = await compileExample(example);
  let good = true;
  for (const [index, compilation] of compilations.entries()) {
    const entry = example.entries[index] ?? "";
    const text = diagnosticsText(compilation);
    writeFileSync(join(root, "test/golden-diagnostics", diagnosticsFileName(example, entry)), text);
    if (!hasErrors(compilation.diagnostics)) continue;
    process.stderr.write(text);
    good = false;
  }
  const report = writeOutput(compilations, {
    folder: join(root, "out", example.name),
    shown: `out/${example.name}`,
    check: false,
    diff: false,
    dryRun: false,
    force: false,
    prune: true,
    allRegions: true,
  });
  if (hasErrors(report.diagnostics)) {
    process.stderr.write(renderText(report.diagnostics, { color: false }));
    return false;
  }
  return good;
}

function printChanges(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): void {
  const paths = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  const lines = paths.flatMap((path) => {
    const [old, now] = [before.get(path), after.get(path)];
    if (old === now) return [];
    const action = old === undefined ? "added  " : now === undefined ? "removed" : "changed";
    return [`${action} ${path}\n`];
  });
  process.stdout.write(
    lines.length === 0 ? `nothing changed (${after.size} files)\n` : lines.join(""),
  );
}

async function golden(): Promise<void> {
  const before = picture();
  for (const folder of rewritten) {
    rmSync(join(root, folder), { recursive: true, force: true });
    mkdirSync(join(root, folder), { recursive: true });
  }
  for (const example of findExamples(root)) {
    if (!(await rewrite(example))) process.exitCode = 1;
  }
  printChanges(before, picture());
}

if (process.env["CI"] === undefined || process.env["CI"] === "false") {
  await golden();
} else {
  process.stderr.write(
    "Golden files are rewritten by a person, not by a build server (CI is set).\n",
  );
  process.exitCode = 1;
}
