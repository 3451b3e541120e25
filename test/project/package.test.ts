// The package as npm and its users see it: what it names exists, what it depends on is used, and the
// lock file installs the same everywhere.
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { importsOf, parsedFiles } from "../architecture/source-tree.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

interface PackageEntry {
  readonly version: string;
  readonly link?: boolean;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly bin?: Readonly<Record<string, string>>;
  readonly engines?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface Manifest extends PackageEntry {
  readonly bin: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), "utf8"));
}

const manifest = readJson("package.json") as Manifest;
const lock = readJson("package-lock.json") as {
  readonly packages: Readonly<Record<string, PackageEntry>>;
};

/** Names of the packages that files below `folders` import; types-only imports apart if asked. */
function importedPackages(folders: readonly string[], typesToo: boolean): ReadonlySet<string> {
  const found = folders
    .flatMap(parsedFiles)
    .flatMap((file) => importsOf(file))
    .filter(({ target, specifier, typeOnly }) => {
      const local = target !== null || /^(?:node:|#)/u.test(specifier);
      return !local && (typesToo || !typeOnly);
    });
  return new Set(found.map(({ specifier }) => packageName(specifier)));
}

function packageName(specifier: string): string {
  const parts = specifier.split("/");
  return parts.slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
}

test("the command is built, can be executed, and names Node", () => {
  const path = join(root, manifest.bin["nexgen"] ?? "");
  expect(statSync(path).mode & 0o111).toBe(0o111);
  expect(readFileSync(path, "utf8").split("\n", 1)).toEqual(["#!/usr/bin/env node"]);
});

test("Node from 20.19 on", () => {
  expect(manifest.engines).toEqual({ node: ">=20.19" });
});

test("versions are exact", () => {
  const wanted = { ...manifest.dependencies, ...manifest.devDependencies };
  expect(Object.entries(wanted).filter(([, version]) => !/^\d+\.\d+\.\d+$/u.test(version))).toEqual(
    [],
  );
});

test("what a run imports is a dependency, and every dependency is imported", () => {
  const build = new Set(Object.keys(manifest.devDependencies));
  const imported = [...importedPackages(["src", "generators"], false)];
  expect(imported.filter((name) => !build.has(name)).toSorted()).toEqual(
    Object.keys(manifest.dependencies).toSorted(),
  );
});

test("only the build imports development dependencies", () => {
  const development = new Set(Object.keys(manifest.devDependencies));
  const found = ["src", "generators"]
    .flatMap(parsedFiles)
    .filter(({ path }) => !path.startsWith("src/build/"))
    .flatMap((file) =>
      importsOf(file)
        .filter(({ specifier, typeOnly }) => !typeOnly && development.has(packageName(specifier)))
        .map(({ specifier }) => `${file.path} imports ${specifier}`),
    );
  expect(found).toEqual([]);
});

test("the lock file is in step and names no host", () => {
  const { "": own, ...others } = lock.packages;
  const { version, bin, engines, dependencies, devDependencies } = manifest;
  expect(own).toMatchObject({ version, bin, engines, dependencies, devDependencies });
  const odd = Object.entries(others).filter(
    ([, entry]) => entry.resolved !== undefined || entry.integrity === undefined,
  );
  expect(odd).toEqual([]);
});

test("the lock file holds the binaries of every platform, without which npm ci refuses it", () => {
  const missing = Object.entries(lock.packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => lock.packages[`node_modules/${name}`] === undefined)
      .map((name) => `${path} needs ${name}`),
  );
  expect(missing).toEqual([]);
});

test("every script runs something that exists", () => {
  const missing = Object.entries(manifest.scripts).flatMap(([name, line]) =>
    line.split(" && ").flatMap((command) => {
      // With `exec` a signal that npm hands on reaches the program itself.
      const words = command.replace(/^exec /u, "").split(" ");
      const [program = "", first = "", second = ""] = words;
      if (program === "npm")
        return manifest.scripts[first === "run" ? second : first] ? [] : [name];
      const path = program === "node" ? first : `node_modules/.bin/${program}`;
      return path.startsWith("dist/build/") || existsSync(join(root, path)) ? [] : [name];
    }),
  );
  expect(missing).toEqual([]);
});

/** Paths of the files that `npm publish` would take. */
function packedFiles(): readonly string[] {
  const call = ["pack", "--dry-run", "--ignore-scripts", "--json"];
  const packed = spawnSync("npm", call, { cwd: root, encoding: "utf8" });
  const [{ files }] = JSON.parse(packed.stdout) as [{ files: { path: string }[] }];
  return files.map(({ path }) => path);
}

test("the package holds the command, the library and the templates, and no sources", () => {
  const paths = packedFiles();
  const wanted = ["dist/index.js", "package.json", "README.md", "LICENSE", "CHANGELOG.md"];
  expect(paths).toEqual(expect.arrayContaining([manifest.bin["nexgen"], ...wanted]));
  const allowed = /^(?:dist\/(?!build\/|types\/test\/)|templates\/|[A-Za-z.]+$)/u;
  expect(paths.filter((path) => !allowed.test(path))).toEqual([]);
});

test("the packed files alone, with the dependencies, generate an example", () => {
  const folder = mkdtempSync(join(tmpdir(), "package-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const path of packedFiles()) cpSync(join(root, path), join(folder, path));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const entry = join(root, "examples/quickstart/quickstart.infra");
  const call = [join(folder, manifest.bin["nexgen"] ?? ""), "build", entry, "-o", "out"];
  const run = spawnSync(process.execPath, call, { cwd: folder, encoding: "utf8" });
  expect({ status: run.status, errors: /error/u.exec(run.stderr) }).toEqual({
    status: 0,
    errors: null,
  });
  expect(readdirSync(join(folder, "out"))).toContain("quickstart");
});
