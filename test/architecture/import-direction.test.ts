// Imports go one way, each dependency has one folder, and the outside world has few doors.
import { expect, test } from "vitest";
import ts from "typescript";
import {
  folderOf,
  importsOf,
  parsedFiles,
  walk,
  type Import,
  type ParsedFile,
} from "./source-tree.js";

const sources = parsedFiles("src");
const generators = parsedFiles("generators");

/** Folders of `src` in order: each may import itself and the levels before its own. */
const levels: readonly (readonly string[])[] = [
  ["source"],
  ["diagnostics"],
  ["document"],
  ["language"],
  ["processes"],
  ["resolve"],
  ["schema"],
  ["model"],
  ["targets"],
  ["encode"],
  ["generator"],
  ["render"],
  ["format", "write"],
  ["compile"],
  ["cli"],
];

const levelOf = new Map(levels.flatMap((names, level) => names.map((name) => [name, level])));

/** What may import whatever it needs: the build is no part of a run, and the index only re-exports. */
const unrestricted: ReadonlySet<string> = new Set(["build", ""]);

/** Each package with the folder that alone may import it. */
const packageFolders: Readonly<Record<string, readonly string[]>> = {
  "js-yaml": ["document"],
  yaml: ["document"],
  "fastest-levenshtein": ["language"],
  ajv: ["schema"],
  handlebars: ["render"],
  prettier: ["format"],
  commander: ["cli"],
  "#generated/validators.js": ["schema"],
  "#generated/validator-details.js": ["schema"],
  "#generated/templates.js": ["compile"],
};

/** Node modules that reach outside the process, with the files that may import them. */
const doors: Readonly<Record<string, RegExp>> = {
  "node:fs": /^src\/(?:source\/node-host\.ts|write\/|build\/|cli\/(?:launch|terminal)\.ts)/u,
  // Starts the command: compiles its bundles.
  "node:v8": /^src\/cli\/optimise-late\.ts$/u,
  "node:vm": /^src\/cli\/launch\.ts/u,
  "node:os": /^src\/(?:write|build)\//u,
  "node:crypto": /^src\/(?:write|build)\//u,
  "node:module": /^src\/build\//u,
  "node:url": /^src\/build\//u,
};

/** Node modules of pure functions, free for everyone. */
const pureModules: ReadonlySet<string> = new Set([
  "node:buffer",
  "node:path",
  "node:path/posix",
  "node:util",
]);

/** For its hashes only; a test holds that nothing random is taken from it. */
const hashes = "node:crypto";

/** Members of Node's `process`; the language's own processes have none of these. */
const processMembers: ReadonlySet<string> = new Set(
  "argv chdir cpuUsage cwd env exit exitCode getuid hrtime kill memoryUsage nextTick on pid platform stderr stdin stdout umask uptime version versions".split(
    " ",
  ),
);

/** Files that use `process` or `console`, with the reason. */
const processUsers: readonly RegExp[] = [
  /^src\/(?:cli|build)\//u,
  // CPU time for --timings.
  /^src\/compile\/timings\.ts$/u,
  // The environment of the command line's host.
  /^src\/source\/node-host\.ts$/u,
  // Whether the owner of a lock is still alive.
  /^src\/write\/lock\.ts$/u,
];

function violations(
  files: readonly ParsedFile[],
  judge: (path: string, found: Import) => boolean,
): readonly string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter((found) => !judge(file.path, found))
      .map(({ specifier }) => `${file.path} imports ${specifier}`),
  );
}

test("every folder of src has a level", () => {
  const folders = new Set(sources.map(({ path }) => folderOf(path)));
  expect([...folders].filter((name) => !levelOf.has(name) && !unrestricted.has(name))).toEqual([]);
});

test("imports inside src go one way", () => {
  const found = violations(sources, (path, { target }) => {
    const from = folderOf(path);
    if (unrestricted.has(from) || target === null || !target.startsWith("src/")) return true;
    const to = folderOf(target);
    if (to === from) return true;
    return (levelOf.get(to) ?? Infinity) < (levelOf.get(from) ?? -1);
  });
  expect(found).toEqual([]);
});

/** The composition roots (the command line, what its commands run on) and the public index. */
const knowsGenerators: ReadonlySet<string> = new Set([
  "src/cli/main.ts",
  "src/cli/core.ts",
  "src/index.ts",
]);

test("only the composition roots and the public index import generators", () => {
  const found = violations(sources, (path, { target, typeOnly }) => {
    if (target === null || !target.startsWith("generators/")) return true;
    if (knowsGenerators.has(path) || path.startsWith("src/build/")) return true;
    // The shape of a list entry, which the commands are handed.
    return typeOnly && path.startsWith("src/cli/") && target === "generators/index.ts";
  });
  expect(found).toEqual([]);
});

test("a generator imports itself and the compiler up to the contract, nothing else", () => {
  const contract = levelOf.get("generator") ?? -1;
  const found = violations(generators, (path, { target, specifier, typeOnly }) => {
    if (specifier === hashes) return true;
    if (target === null) return pureModules.has(specifier) || isKubernetesType(specifier, typeOnly);
    if (target.startsWith("src/")) return (levelOf.get(folderOf(target)) ?? Infinity) <= contract;
    return path === "generators/index.ts" || folderOf(target) === folderOf(path);
  });
  expect(found).toEqual([]);
});

/** The official types of Kubernetes objects; types only, so nothing of them is in a bundle. */
function isKubernetesType(specifier: string, typeOnly: boolean): boolean {
  return typeOnly && specifier.startsWith("kubernetes-types/");
}

test("each package is imported in one folder", () => {
  const found = violations(sources, (path, { specifier, target, typeOnly }) => {
    if (isKubernetesType(specifier, typeOnly)) return folderOf(path) === "targets";
    if (target !== null || specifier.startsWith("node:") || folderOf(path) === "build") return true;
    const name = specifier.startsWith("#") ? specifier : (specifier.split("/")[0] ?? "");
    return packageFolders[name]?.includes(folderOf(path)) ?? false;
  });
  expect(found).toEqual([]);
});

test("Node modules that reach outside the process are imported by few", () => {
  const found = violations(sources, (path, { specifier }) => {
    if (!specifier.startsWith("node:") || pureModules.has(specifier)) return true;
    return doors[specifier]?.test(path) ?? path.startsWith("src/build/");
  });
  expect(found).toEqual([]);
});

test("generators take hashes from node:crypto, nothing random", () => {
  const found = generators.filter(
    ({ text }) =>
      text.includes(`"${hashes}"`) && !text.includes(`import { createHash } from "${hashes}";`),
  );
  expect(found.map(({ path }) => path)).toEqual([]);
});

test("process and console are used at the edge only", () => {
  const found = [...sources, ...generators].filter(
    (file) => !processUsers.some((allowed) => allowed.test(file.path)) && usesProcess(file),
  );
  expect(found.map(({ path }) => path)).toEqual([]);
});

function usesProcess({ tree }: ParsedFile): boolean {
  let found = false;
  walk(tree, (node) => {
    if (!ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.expression)) return;
    const { text } = node.expression;
    if (text === "console" || (text === "process" && processMembers.has(node.name.text))) {
      found = true;
    }
  });
  return found;
}
