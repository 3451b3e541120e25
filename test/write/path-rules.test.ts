import { expect, test } from "vitest";
import { pathCollisions, pathProblem } from "../../src/write/path-rules.js";

test.each([
  ["k8s/auth/deployment.yaml", null],
  ["a/.gitignore", null],
  [`a/${"x".repeat(255)}`, null],
  ["", "it is empty"],
  ["/etc/passwd", "it is absolute"],
  ["C:/x", "it is absolute"],
  ["a\\b", "it has a backslash"],
  ["a\u0000b", "it has a control character"],
  ["a\nb", "it has a control character"],
  ["../a", 'it has a segment ".."'],
  ["a/../b", 'it has a segment ".."'],
  ["a/./b", 'the segment "." ends with a dot or a space'],
  ["a//b", "it has an empty segment"],
  ["a/", "it has an empty segment"],
  ["a./b", 'the segment "a." ends with a dot or a space'],
  ["a /b", 'the segment "a " ends with a dot or a space'],
  ["a/con.yaml", 'the segment "con.yaml" is a device name on Windows'],
  ["a/LPT1", 'the segment "LPT1" is a device name on Windows'],
  ["a/console.yaml", null],
  [".nexgen/x", '".nexgen" is reserved'],
  [".NexGen/x", '".nexgen" is reserved'],
])("%j: %s", (path, problem) => {
  expect(pathProblem(path, "/out")).toBe(problem);
});

test("lengths count bytes, not characters", () => {
  expect(pathProblem(`a/${"é".repeat(128)}`, "/out")).toContain("has 256 bytes");
  const deep = Array.from({ length: 44 }, () => "x".repeat(90)).join("/");
  expect(pathProblem(deep, "/out")).toBe(null);
  expect(pathProblem(`${deep}`, `/${"r".repeat(200)}`)).toContain("4095 is the limit");
});

test.each([
  ["same path twice", "a/x", "a/x", true],
  ["letter case", "a/Auth", "a/auth", true],
  ["letter case of a folder", "A/x", "a/x", true],
  ["composed and decomposed", "a/\u00e9", "a/e\u0301", true],
  ["sharp s", "a/stra\u00dfe", "a/STRASSE", true],
  ["Kelvin sign", "a/\u212a", "a/k", true],
  ["a file and a folder", "a/x/y", "a/x", true],
  ["a file and a folder in other case", "a/X/y", "a/x", true],
  ["dash and underscore differ", "a/b-c", "a/b_c", false],
  ["a common beginning is no folder", "a/x", "a/x.yaml", false],
])("collision: %s", (_, first, second, collides) => {
  const found = pathCollisions([
    { path: first, generator: "k8s" },
    { path: second, generator: "java" },
  ]);
  expect(found.map(({ code }) => code)).toEqual(collides ? ["E975"] : []);
  for (const { message } of found) {
    expect(message).toContain(`"${first}" (k8s)`);
    expect(message).toContain(`"${second}" (java)`);
  }
});
