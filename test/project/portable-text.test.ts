// No file of the project speaks of the machine or the surroundings it was written in.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Folders that are not the project's own text. */
const foreign: ReadonlySet<string> = new Set([".git", "node_modules", "dist", "coverage"]);

/** Paths of a machine, folders beside the project, hosts of package registries. */
const forbidden: Readonly<Record<string, RegExp>> = {
  "path of a machine": /(?<![\w.])\/(?:work|root|farm)\//u,
  "folder beside the project": /\bshared\/(?:design|reference|spec|hooks)\b/u,
  "package registry": /\bregistry\.(?:npmjs|yarnpkg)\b/u,
  "user's folder": /(?<![\w.])\/(?:home|Users)\/(?!flink\b)[a-z]/u,
};

function projectFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return foreign.has(entry.name) ? [] : projectFiles(path);
    return entry.isFile() ? [path] : [];
  });
}

test("files name no machine, neighbour or registry", () => {
  const self = fileURLToPath(import.meta.url);
  const found = projectFiles(root)
    .filter((path) => path !== self)
    .flatMap((path) => {
      const lines = readFileSync(path, "utf8").split("\n");
      return lines.flatMap((line, index) =>
        Object.entries(forbidden)
          .filter(([, pattern]) => pattern.test(line))
          .map(([what]) => `${relative(root, path)}:${index + 1}: ${what}`),
      );
    });
  expect(found).toEqual([]);
});
