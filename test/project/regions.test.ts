// The example with three regions: one folder each, which differ exactly where the file says so.
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { compileExample, findExamples } from "../../src/build/examples.js";
import type { CompiledScope } from "../../src/compile/compile.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const regions = ["us-east-1", "eu-west-1", "us-west-2"];
let scopes: readonly CompiledScope[] = [];

beforeAll(async () => {
  const example = findExamples(root).find(({ name }) => name === "three-regions");
  if (example === undefined) throw new Error("there is no such example");
  scopes = (await compileExample(example)).flatMap((compilation) => compilation.scopes);
});

/** Texts of one region's files by their path below its folder, its own name written as `REGION`. */
function filesOf(region: string): ReadonlyMap<string, string> {
  const files = scopes.filter((scope) => scope.region === region).flatMap((scope) => scope.files);
  return new Map(
    files.map(({ path, text }) => [
      path.replace(`production/${region}/`, "").replaceAll(region, "REGION"),
      text.replaceAll(region, "REGION"),
    ]),
  );
}

const isRunbook = (path: string): boolean => path.startsWith("failover/");

test("each region has a folder with the same files, and the runbooks of its own plans", () => {
  const names = regions.map((region) => [...filesOf(region).keys()].toSorted());
  const [first] = names.map((paths) => paths.filter((path) => !isRunbook(path)));
  for (const paths of names) expect(paths.filter((path) => !isRunbook(path))).toEqual(first);
  expect(names.map((paths) => paths.filter(isRunbook))).toEqual([
    ["failover/README.md", "failover/us.md"],
    ["failover/README.md", "failover/eu.md"],
    ["failover/README.md", "failover/us.md"],
  ]);
});

test("the region that takes over differs from the one it protects in nothing but its name", () => {
  const standby = filesOf("us-west-2");
  for (const [path, text] of filesOf("us-east-1")) {
    if (path.endsWith("README.md") || isRunbook(path)) continue;
    expect({ path, text: standby.get(path) }).toEqual({ path, text });
  }
});

/** Lines that one text has and the other has not. */
function difference(one: string, other: string): readonly string[] {
  const lines = new Set(other.split("\n"));
  return one.split("\n").filter((line) => !lines.has(line));
}

test("the other one differs in the values of its own blocks", () => {
  const european = filesOf("eu-west-1");
  const found = [...filesOf("us-east-1")].flatMap(([path, text]) =>
    path.endsWith("README.md") || isRunbook(path) ? [] : difference(european.get(path) ?? "", text),
  );
  expect([...new Set(found.map((line) => line.trim()))].toSorted()).toEqual([
    "kubernetes.namespace: orders-eu",
    "name: orders-eu",
    "namespace: orders-eu",
    "parallelism.default: 6",
    "parallelism: 6",
    "partitions: 6",
    "topic 'orders.v1' 6 3",
  ]);
});
