// The readers of YAML: each takes a list of files and answers the documents of each.
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadAll, YAML11_SCHEMA } from "js-yaml";
import { parseAllDocuments } from "yaml";
import manifest from "../../../package.json" with { type: "json" };
import type { Judge } from "../claims.js";
import type { Context, Outcome } from "../harness.js";
import { compileJava, mavenClassPath, needJava, type JavaPrograms } from "../java-programs.js";
import { needPrograms } from "../packages.js";
import versions from "../versions.json" with { type: "json" };

/** Plain data; what has no place in JSON, and a refusal, is text that begins with an exclamation mark. */
export interface Reader {
  readonly name: string;
  readonly read: (paths: readonly string[]) => Promise<readonly unknown[]>;
}

const pinned = versions.readers;
const { "js-yaml": jsYaml, yaml } = manifest.dependencies;

export const judges: readonly Judge[] = [
  { program: "SnakeYAML", version: pinned.snakeyaml },
  { program: "snakeyaml-engine", version: pinned.engine },
  { program: "sigs.k8s.io/yaml", version: pinned.kubernetes },
  { program: "PyYAML", version: pinned.pyyaml },
  { program: "js-yaml", version: jsYaml },
  { program: "yaml", version: yaml },
];

/** All of them, installed. */
export async function readers(context: Context): Promise<readonly Reader[]> {
  const list = join(context.scratch, "files.txt");
  const java = await javaPrograms(context);
  const go = await goProgram(context);
  const env = { PYTHONPATH: await pythonPackages(context) };
  const python = join(here(context), "read_yaml.py");
  const outside: Readonly<Record<string, () => Promise<Outcome>>> = {
    SnakeYAML: () => java.run("ReadYaml", ["snakeyaml", list]),
    "snakeyaml-engine": () => java.run("ReadYaml", ["engine", list]),
    "sigs.k8s.io/yaml": () => context.must(go, [list]),
    PyYAML: () => context.must("python3", [python, list], { env }),
  };
  const others = Object.entries(outside).map(([name, answer]): Reader => {
    const read: Reader["read"] = async (paths) => {
      writeFileSync(list, paths.map((path) => `${path}\n`).join(""));
      const { stdout } = await answer();
      const lines = stdout.trimEnd().split("\n");
      return lines.map((line) => JSON.parse(line) as unknown);
    };
    return { name, read };
  });
  return [...inThisProcess, ...others];
}

/** YAML 1.2 and 1.1 by both libraries of this language. */
const inThisProcess: readonly Reader[] = [
  {
    name: "yaml",
    read: (paths) => each(paths, (text) => parseAllDocuments(text).map(strictly)),
  },
  {
    name: "yaml, as 1.1",
    read: (paths) =>
      each(paths, (text) => parseAllDocuments(text, { version: "1.1" }).map(strictly)),
  },
  { name: "js-yaml", read: (paths) => each(paths, (text) => loadAll(text)) },
  {
    name: "js-yaml, as 1.1",
    read: (paths) => each(paths, (text) => loadAll(text, { schema: YAML11_SCHEMA })),
  },
];

function strictly(document: ReturnType<typeof parseAllDocuments>[number]): unknown {
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) throw problem;
  // A key that is no text stays what it is, and is told below.
  return document.toJS({ mapAsMap: true });
}

function each(
  paths: readonly string[],
  read: (text: string) => readonly unknown[],
): Promise<readonly unknown[]> {
  return Promise.resolve(
    paths.map((path) => {
      try {
        return plain(read(readFileSync(path, "utf8")));
      } catch (error) {
        return `!refused: ${String(error)}`;
      }
    }),
  );
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Date || value instanceof Set || value instanceof Uint8Array)
    return `!${value.constructor.name} ${String(value)}`;
  if (typeof value === "number" && !Number.isFinite(value)) return `!number ${String(value)}`;
  if (typeof value !== "object" || value === null) return value;
  const entries: readonly [unknown, unknown][] =
    value instanceof Map ? [...value] : Object.entries(value);
  return Object.fromEntries(
    entries.map(([key, item]) => [
      typeof key === "string" ? key : `!key ${String(key)}`,
      plain(item),
    ]),
  );
}

function here({ root }: Context): string {
  return join(root, "test/conformance/readers");
}

async function javaPrograms(context: Context): Promise<JavaPrograms> {
  await needJava(context);
  const classPath = await mavenClassPath(context, join(here(context), "pom.xml"), {
    "snakeyaml.version": pinned.snakeyaml,
    "engine.version": pinned.engine,
  });
  return compileJava(context, join(here(context), "java"), classPath, "yaml");
}

/** The library with which clients of Kubernetes read files. */
async function goProgram(context: Context): Promise<string> {
  await needPrograms(context, { go: "golang-go" });
  const folder = join(context.cache, `kubernetes-yaml-${pinned.kubernetes}`);
  const program = join(folder, "read-yaml");
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(here(context), "main.go"), join(folder, "main.go"));
  const require = `require sigs.k8s.io/yaml v${pinned.kubernetes}`;
  writeFileSync(join(folder, "go.mod"), `module conformance\n\ngo 1.23\n\n${require}\n`);
  await context.must("go", ["mod", "tidy"], { cwd: folder });
  await context.must("go", ["build", "-o", program, "."], { cwd: folder });
  return program;
}

/** A folder with PyYAML. */
async function pythonPackages(context: Context): Promise<string> {
  await needPrograms(context, { python3: "python3", pip: "python3-pip" });
  const folder = join(context.cache, `pyyaml-${pinned.pyyaml}`);
  if (existsSync(join(folder, "yaml"))) return folder;
  const install = ["install", "-q", "--no-deps", "--disable-pip-version-check"];
  await context.must("pip", [...install, "--target", folder, `PyYAML==${pinned.pyyaml}`]);
  return folder;
}
