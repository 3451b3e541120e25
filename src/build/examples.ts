// The shipped examples as the golden files are made from them. No variable of the process counts:
// only `.env` files and defaults, so that every machine renders the same.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { generators } from "../../generators/index.js";
import { compile, type Compilation, type GeneratorChoice } from "../compile/compile.js";
import { renderText } from "../diagnostics/text.js";
import type { Host } from "../source/host.js";
import { nodeHost } from "../source/node-host.js";

/** One folder of `examples/`. */
export interface Example {
  readonly name: string;
  /** Absolute paths of its `.infra` files that are no base, sorted. */
  readonly entries: readonly string[];
  /** Absolute path of its folder `processes`, which all entries are built with; null without one. */
  readonly processes: string | null;
}

/** The examples below `root`, sorted by name. */
export function findExamples(root: string): readonly Example[] {
  const folder = join(root, "examples");
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({
      name,
      entries: entriesIn(join(folder, name)),
      processes: processesIn(join(folder, name)),
    }))
    .filter(({ entries }) => entries.length > 0)
    .toSorted((left, right) => (left.name < right.name ? -1 : 1));
}

function entriesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".infra"))
    .map((name) => join(folder, name))
    .filter((path) => !/^environment:[ \t]*["']?base\b/mu.test(readFileSync(path, "utf8")))
    .toSorted();
}

function processesIn(folder: string): string | null {
  const processes = join(folder, "processes");
  return existsSync(processes) ? processes : null;
}

/** The real files, and a process environment without variables. */
export function exampleHost(): Host {
  return { ...nodeHost(), environmentVariable: () => undefined };
}

/** Every built-in generator, with its default flavor. */
export function allGenerators(): Promise<readonly GeneratorChoice[]> {
  return Promise.all(generators.map(async (entry) => ({ generator: await entry.load() })));
}

/** What `nexgen build` makes of every entry of `example`, in order. */
export async function compileExample(example: Example): Promise<readonly Compilation[]> {
  const { processes } = example;
  const options = {
    generators: await allGenerators(),
    onlyApplicable: true,
    complete: true,
    ...(processes === null ? {} : { processes }),
  };
  const compilations: Compilation[] = [];
  for (const entry of example.entries) {
    compilations.push(await compile(exampleHost(), entry, options));
  }
  return compilations;
}

/** Name of the file below `test/golden-diagnostics` for one entry of an example. */
export function diagnosticsFileName(example: Example, entry: string): string {
  return `${example.name}.${posix.basename(entry, ".infra")}.txt`;
}

/** Text of that file: every finding, notes included. */
export function diagnosticsText({ diagnostics }: Compilation): string {
  return renderText(diagnostics, { color: false });
}
