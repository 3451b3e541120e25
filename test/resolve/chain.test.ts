// Following `extends`: what is refused, where, and how long a chain may be.
import { expect, test } from "vitest";
import { memoryHost } from "../../src/source/memory-host.js";
import type { Host } from "../../src/source/host.js";
import { analyseFiles, head, linesOf, marked, plainAt } from "./project.js";

const stream = "streams:\n  s: { type: kafka, topic: t, brokers: 'b:1' }\n";

const refused: readonly (readonly [name: string, target: string, want: string])[] = [
  [
    "missing file",
    "base.infra",
    'E706 main.infra:3:10 "extends" cannot be followed: "base.infra" does not exist (main.infra → base.infra).',
  ],
  ["absolute", "/etc/base.infra", "only a relative path is followed"],
  ["URL", "https://example.com/base.infra", "only a relative path is followed"],
  ["backslash", "'a\\base.infra'", "only a relative path is followed"],
  ["outside", "../other/base.infra", "it leads outside the project root"],
  ["other ending", "base.yaml", "it does not end in .infra"],
  ["variable", "'${NAME}.infra'", "a variable cannot choose the parent file"],
  ["list", "[a.infra]", "it must name one file"],
  ["nothing", "", "it must name one file"],
];

test.each(refused)("extends is refused: %s", async (_, target, want) => {
  const files = {
    "main.infra": head("production", `extends: ${target}\n`),
    "../other/base.infra": head("base"),
  };
  const { diagnostics } = await analyseFiles(files);
  expect(linesOf(diagnostics)).toHaveLength(1);
  expect(linesOf(diagnostics)[0]).toContain(want);
});

const cycles: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
  [
    "itself",
    { "main.infra": head("production", "extends: main.infra\n") },
    "the files extend each other: main.infra → main.infra",
  ],
  [
    "through another",
    {
      "main.infra": head("production", "extends: a.infra\n"),
      "a.infra": head("base", "extends: ./main.infra\n"),
    },
    "the files extend each other: main.infra → a.infra → main.infra",
  ],
];

test.each(cycles)("a cycle is E706: %s", async (_, files, want) => {
  const { diagnostics } = await analyseFiles(files);
  expect(diagnostics.map(({ code }) => code)).toEqual(["E706"]);
  expect(diagnostics[0]?.message).toContain(want);
});

function chainOf(length: number): Record<string, string> {
  const files: Record<string, string> = { "main.infra": head("production", "extends: f2.infra\n") };
  for (let at = 2; at <= length; at++) {
    const next = at === length ? stream : `extends: f${at + 1}.infra\n`;
    files[`f${at}.infra`] = head("base", next);
  }
  return files;
}

test("a chain of 16 files is followed, one of 17 is not", async () => {
  const longest = await analyseFiles(chainOf(16));
  expect(plainAt(longest, "streams", "s", "topic")).toBe("t");
  const tooLong = await analyseFiles(chainOf(17));
  expect(tooLong.diagnostics.map(({ code }) => code)).toEqual(["E706"]);
  expect(tooLong.diagnostics[0]?.message).toContain("longer than 16 files");
});

/** A memory host in which some paths are symbolic links. */
function linking(
  files: Readonly<Record<string, string>>,
  links: Readonly<Record<string, string>>,
): Host {
  const host = memoryHost({ files });
  const follow = (path: string): string => links[path] ?? path;
  return {
    ...host,
    readFile: (path, limit) => host.readFile(follow(path), limit),
    realPath: (path) => host.realPath(follow(path)),
  };
}

test("a link that leads outside the root is refused, and one to the file itself is a cycle", async () => {
  const main = head("production", "extends: base.infra\n");
  const files = { "/project/main.infra": main, "/secret/base.infra": head("base") };
  const outside = await analyseFiles(
    {},
    { host: linking(files, { "/project/base.infra": "/secret/base.infra" }) },
  );
  expect(outside.diagnostics.map(({ code }) => code)).toEqual(["E708"]);
  const itself = await analyseFiles(
    {},
    { host: linking(files, { "/project/base.infra": "/project/main.infra" }) },
  );
  expect(itself.diagnostics.map(({ code }) => code)).toEqual(["E706"]);
});

test("a path is relative to the file that extends, and a broken parent is reported there", async () => {
  const files = {
    "env/main.infra": head("production", "extends: ../base/a.infra\n"),
    "base/a.infra": head("base", "extends: b.infra\n"),
    "base/b.infra": head("base", stream),
  };
  const outcome = await analyseFiles(files, { entry: "env/main.infra" });
  expect(plainAt(outcome, "streams", "s", "topic")).toBe("t");
  const broken = await analyseFiles(
    { ...files, "base/b.infra": "a: [\n" },
    { entry: "env/main.infra" },
  );
  expect(broken.diagnostics[0]?.span?.file.path).toBe("base/b.infra");
});

test("version is inherited, the environment is not", async () => {
  const base = { "base.infra": head("base") };
  const without = await analyseFiles({ ...base, "main.infra": "extends: base.infra\n" });
  expect(linesOf(without.diagnostics)).toEqual([
    'E702 main.infra:1:1 The file "main.infra" lacks the required property "environment".',
  ]);
  const child = await analyseFiles({
    ...base,
    "main.infra": "environment: production\nextends: base.infra\n",
  });
  expect(child.diagnostics).toEqual([]);
  expect(child.analysis.resolution?.trees[0]?.head.version).toBe("1.0");
});

const heads: readonly (readonly [string, string, string])[] = [
  ["version: 1.0\nenvironment: x\n", "E703", "1.0"],
  ['version: "one"\nenvironment: x\n', "E703", '"one"'],
  ['version: "${V}"\nenvironment: x\n', "E709", '"${V}"'],
  ['version: "1.0"\nenvironment: Prod\n', "E703", "Prod"],
  ['version: "1.0"\nenvironment: ${E}\n', "E709", "${E}"],
  ['version: "1.0"\nenvironment: x\nstream: {}\n', "E704", "stream"],
  ['version: "1.0"\nenvironment: x\ndescription: [a]\n', "E703", "[a]"],
  ['version: "1.0"\nenvironment: x\nstreams: null\n', "E703", "null"],
  ['version: "1.0"\nenvironment: x\nstreams:\n', "E703", "streams"],
];

test.each(heads)("the head %j gives %s", async (text, code, at) => {
  const { diagnostics } = await analyseFiles({ "main.infra": text });
  expect(diagnostics.map((found) => [found.code, marked(found)])).toEqual([[code, at]]);
});

test("a base is checked for its shape only", async () => {
  const shape = await analyseFiles({
    "main.infra": head("base", "streams: { a: {}, b: { type: kafka, topic: 7 } }\n"),
  });
  expect(linesOf(shape.diagnostics)).toHaveLength(1);
  expect(linesOf(shape.diagnostics)[0]).toContain('Invalid value for "topic"');
  expect(shape.analysis.isBase).toBe(true);
});
