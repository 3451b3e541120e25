// What the examples generate is exactly what is committed below `out/`, deterministic, and laid out
// and read by independent programs as ours does. After a change that is meant, `npm run golden`
// rewrites the files; read the difference before committing it.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { loadAll } from "js-yaml";
import { check } from "prettier";
import { beforeAll, describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import {
  allGenerators,
  compileExample,
  diagnosticsFileName,
  diagnosticsText,
  findExamples,
} from "../src/build/examples.js";
import { applies, type Compilation } from "../src/compile/compile.js";
import type { OutputFile } from "../src/render/render-file.js";
import { ignoreFile, ignoreText, isLeftover, manifestFile } from "../src/write/layout.js";
import { printManifest, type ManifestEntry } from "../src/write/manifest.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const diagnosticsFolder = join(root, "test/golden-diagnostics");
const examples = findExamples(root);

/** A file as it must be: its text, and whether it can be executed. */
interface Expected {
  readonly text: string;
  readonly executable: boolean;
}

/** Everything that a run with an empty output folder would leave there, by path. */
function expectedOutput(compilations: readonly Compilation[]): ReadonlyMap<string, Expected> {
  const files = new Map<string, Expected>([[ignoreFile, { text: ignoreText, executable: false }]]);
  for (const { scopes, analysis } of compilations) {
    for (const scope of scopes) {
      for (const { path, text, executable } of scope.files) files.set(path, { text, executable });
      const text = printManifest({
        entry: analysis.entryPath,
        files: new Map(scope.files.map((file) => [file.path, manifestEntry(file)])),
      });
      files.set(manifestFile(scope), { text, executable: false });
    }
  }
  return files;
}

function manifestEntry({ text, executable }: OutputFile): ManifestEntry {
  const sha256 = createHash("sha256").update(text).digest("hex");
  return { sha256, mode: executable ? "755" : "644" };
}

/** What is committed; what a running or forced command leaves beside it is not kept in git. */
function committedOutput(folder: string): ReadonlyMap<string, Expected> {
  if (!existsSync(folder)) return new Map();
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => !isKeptOutOfGit(path));
  return new Map(
    found.map((path) => {
      const full = join(folder, path);
      const executable = (statSync(full).mode & 0o100) !== 0;
      return [path, { text: readFileSync(full, "utf8"), executable }];
    }),
  );
}

function isKeptOutOfGit(path: string): boolean {
  const [folder, name = ""] = path.split("/");
  return folder === ".nexgen" && (name === "backup" || name === "journal.json" || isLeftover(name));
}

/** One line per difference; for a changed file the first line that differs. */
function differences(
  want: ReadonlyMap<string, Expected>,
  have: ReadonlyMap<string, Expected>,
): readonly string[] {
  return [...new Set([...want.keys(), ...have.keys()])].toSorted().flatMap((path) => {
    const [wanted, found] = [want.get(path), have.get(path)];
    if (wanted === undefined) return [`${path}: committed, but not generated`];
    if (found === undefined) return [`${path}: generated, but not committed`];
    if (wanted.executable !== found.executable) return [`${path}: mode differs`];
    return wanted.text === found.text ? [] : [`${path}${firstDifference(wanted.text, found.text)}`];
  });
}

function firstDifference(wanted: string, found: string): string {
  const [want, have] = [wanted.split("\n"), found.split("\n")];
  const line = want.findIndex((text, index) => text !== have[index]);
  const at = line === -1 ? want.length : line;
  return `:${at + 1}\n  committed: ${have[at] ?? "(end)"}\n  generated: ${want[at] ?? "(end)"}`;
}

function filesOf(compilations: readonly Compilation[]): readonly OutputFile[] {
  return compilations.flatMap(({ scopes }) => scopes.flatMap(({ files }) => files));
}

/** Freezes plain objects and lists all the way down. */
function deepFreeze(value: unknown): void {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const member of value instanceof Map ? value.values() : Object.values(value)) {
    deepFreeze(member);
  }
}

test("there are examples, and each has golden files", () => {
  expect(examples).not.toEqual([]);
  const folders = readdirSync(join(root, "out"), { withFileTypes: true });
  const names = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(names.toSorted()).toEqual(examples.map(({ name }) => name));
});

test("every golden diagnostic belongs to an example", () => {
  const wanted = examples.flatMap((example) =>
    example.entries.map((entry) => diagnosticsFileName(example, entry)),
  );
  expect(readdirSync(diagnosticsFolder).toSorted()).toEqual(wanted.toSorted());
});

describe.each(examples)("example $name", (example) => {
  let compilations: readonly Compilation[] = [];

  beforeAll(async () => {
    compilations = await compileExample(example);
  });

  test("generates files from every entry", () => {
    for (const { scopes } of compilations) expect(scopes).not.toEqual([]);
  });

  test("generates the committed files, no more and no fewer", () => {
    const committed = committedOutput(join(root, "out", example.name));
    expect(differences(expectedOutput(compilations), committed)).toEqual([]);
  });

  test("says what the golden diagnostics say", () => {
    const names = example.entries.map((entry) => diagnosticsFileName(example, entry));
    const committed = names.map((name) => readFileSync(join(diagnosticsFolder, name), "utf8"));
    expect(compilations.map(diagnosticsText)).toEqual(committed);
  });

  test("generates the same bytes again", async () => {
    const again = await compileExample(example);
    expect(differences(expectedOutput(again), expectedOutput(compilations))).toEqual([]);
    expect(again.map(diagnosticsText)).toEqual(compilations.map(diagnosticsText));
  });

  test("plans the same twice from a model that cannot be changed", async () => {
    for (const { model, origins } of compilations.flatMap(({ analysis }) => analysis.models)) {
      deepFreeze(model);
      const options = { flavor: null, flinkVersion: null, files: new Map() };
      const request = { model, origins, options, findings: [], acceptedReason: () => null };
      for (const { generator } of await allGenerators()) {
        if (!applies(generator, model)) continue;
        expect(generator.plan(request)).toEqual(generator.plan(request));
      }
    }
  });

  test("two independent readers read the same from every YAML file", () => {
    for (const { path, text, language } of filesOf(compilations)) {
      if (language !== "yaml") continue;
      const documents = [...parseAllDocuments(text)];
      const errors = documents.flatMap((document) => document.errors);
      const values = documents.map((document) => document.toJS() as unknown);
      expect({ path, errors, values }).toEqual({ path, errors: [], values: loadAll(text) });
    }
  });

  // Not Markdown: prettier pads the columns of tables, which a template cannot know.
  test("prettier would change no YAML or JSON file", async () => {
    const parsers: readonly string[] = ["yaml", "json"];
    const changed: string[] = [];
    for (const { path, text, language } of filesOf(compilations)) {
      if (!parsers.includes(language)) continue;
      if (!(await check(text, { parser: language }))) changed.push(path);
    }
    expect(changed).toEqual([]);
  });
});
