// Every row of bad input as a test of its own, through the command line; and no row without one.
import { describe, expect, test } from "vitest";
import { analyse } from "../../src/compile/analyse.js";
import type { Host } from "../../src/source/host.js";
import { memoryHost } from "../../src/source/memory-host.js";
import { bytesAndYaml } from "./bytes-and-yaml.js";
import { files } from "./files.js";
import { head, stream, testCase } from "./harness.js";
import { names, values } from "./names-and-values.js";
import { secrets, variables } from "./variables-and-secrets.js";

const rows = [...bytesAndYaml, ...files, ...variables, ...secrets, ...names, ...values];

describe.each(rows)("$row", ({ cases }) => {
  test.each(cases)("$name", async (input) => {
    const { code, wanted } = await testCase(input);
    expect(code).toBe(wanted);
  });
});

const main = "/project/main.infra";
const memory = memoryHost({
  files: { [main]: `${head}extends: base.infra\n`, "/project/base.infra": stream("") },
  environment: {},
});

describe("F01 an entry that nobody may read", () => {
  test("E732", async () => {
    const host: Host = { ...memory, readFile: () => ({ kind: "denied" }) };
    const { diagnostics } = await analyse(host, main, { projectRoot: "/project" });
    expect(diagnostics.map(({ code }) => code)).toEqual(["E732"]);
  });
});

describe("F10 a base that is edited during the run", () => {
  test("each file is read once", async () => {
    const read: string[] = [];
    const host: Host = {
      ...memory,
      readFile: (path, limit) => {
        read.push(path);
        return memory.readFile(path, limit);
      },
    };
    await analyse(host, main, { projectRoot: "/project" });
    expect(read.toSorted()).toEqual(["/project/base.infra", main]);
  });
});

test("Y23 nothing reaches the prototype of objects", () => {
  expect(Object.hasOwn(Object.prototype, "x")).toBe(false);
});

/** Rows for which there is nothing to test, with the reason. */
const without: Readonly<Record<string, string>> = {
  E06: "A run has no list of allowed variables: a file names its variables, and credentials are never read.",
};

const ranges = { Y: 29, F: 12, E: 11, S: 7, N: 5, V: 11 };

test("no row is without a case", () => {
  const wanted = Object.entries(ranges).flatMap(([letter, last]) =>
    Array.from({ length: last }, (_, index) => `${letter}${String(index + 1).padStart(2, "0")}`),
  );
  const tested = rows.flatMap(({ row, cases }) => (cases.length === 0 ? [] : [row.slice(0, 3)]));
  expect([...tested, ...Object.keys(without)].toSorted()).toEqual(wanted.toSorted());
});
