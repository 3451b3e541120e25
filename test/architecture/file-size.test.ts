// Files and functions stay short enough to be read at once.
import { expect, test } from "vitest";
import ts from "typescript";
import { parsedFiles, walk, type ParsedFile } from "./source-tree.js";

const longestFile = 350;
const longestFunction = 80;

/** Tables and generated code, which are looked up rather than read. */
const tables: Readonly<Record<string, string>> = {
  "src/build/reference-topics.ts": "one row per question that a reader has",
  "src/language/coverage/rows/checkpoints.ts": "written by npm run coverage, one row per property",
  "src/language/coverage/rows/deployment.ts": "written by npm run coverage, one row per property",
  "src/language/coverage/rows/lookups.ts": "written by npm run coverage, one row per property",
  "src/language/coverage/rows/resources.ts": "written by npm run coverage, one row per property",
  "src/language/coverage/rows/secrets.ts": "written by npm run coverage, one row per property",
  "src/language/coverage/rows/streams.ts": "written by npm run coverage, one row per property",
  "src/model/bindings.ts": "generated from the property table",
  "src/targets/flink/options/option-rows.ts": "one row per Flink option",
  "src/targets/flink/metric-names.ts": "one row per beginning of a metric's name",
  "src/targets/kubernetes/pod-template/pod-template-shape.ts": "one row per pod field",
  "test/coverage/samples.ts": "one row per property that needs a sample of its own",
  "test/generators/java/lookups-findings.test.ts": "one case per finding",
  "test/language/part1-coverage.test.ts": "one row per property of the vocabulary",
  "test/language/part2-coverage.test.ts": "one row per property of the vocabulary",
  "test/targets/flink/memory.test.ts": "vectors of the memory model",
  "test/targets/kubernetes/read-pod-template.test.ts": "one case per form of a pod field",
  "test/write/refusals.test.ts": "one case per refusal",
};

/** Functions that are tables themselves. */
const tableFunctions: Readonly<Record<string, string>> = {
  "src/language/build-property.ts from": "one constructor per type of property",
};

const files = ["src", "generators", "test"].flatMap(parsedFiles);

function lineCount({ text }: ParsedFile): number {
  return text.split("\n").length - 1;
}

/** Functions of `file` with more lines than allowed, as "path:line name (count)". */
function longFunctions(file: ParsedFile): readonly string[] {
  const found: string[] = [];
  walk(file.tree, (node) => {
    if (!ts.isFunctionLike(node) || !("body" in node) || node.body === undefined) return;
    const first = file.tree.getLineAndCharacterOfPosition(node.getStart(file.tree)).line;
    const last = file.tree.getLineAndCharacterOfPosition(node.end).line;
    const length = last - first + 1;
    const name = node.name?.getText(file.tree) ?? "(anonymous)";
    if (tableFunctions[`${file.path} ${name}`] !== undefined) return;
    if (length > longestFunction) found.push(`${file.path}:${first + 1} ${name} (${length})`);
  });
  return found;
}

test(`no file is longer than ${longestFile} lines`, () => {
  const found = files
    .filter((file) => lineCount(file) > longestFile && tables[file.path] === undefined)
    .map((file) => `${file.path} (${lineCount(file)})`);
  expect(found).toEqual([]);
});

test(`no function is longer than ${longestFunction} lines`, () => {
  const found = files.filter(({ path }) => tables[path] === undefined).flatMap(longFunctions);
  expect(found).toEqual([]);
});

test("the list of tables names only long files", () => {
  const long = files.filter((file) => lineCount(file) > longestFile).map(({ path }) => path);
  expect(Object.keys(tables).filter((path) => !long.includes(path))).toEqual([]);
});
