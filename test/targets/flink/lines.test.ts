import { expect, test } from "vitest";
import {
  defaultFlinkLine,
  flinkLineFacts,
  flinkLineFromTag,
  flinkLines,
  isFlinkLine,
  lineAtLeast,
  s3PluginJar,
} from "../../../src/targets/flink/lines.js";

const tags: readonly [string, ReturnType<typeof flinkLineFromTag>][] = [
  ["1.17.1-proc-dsl", { kind: "line", line: "1.17", release: "1.17.1" }],
  ["1.20", { kind: "line", line: "1.20", release: null }],
  ["1.20-java17", { kind: "line", line: "1.20", release: null }],
  ["2.2.1-scala_2.12-java21", { kind: "line", line: "2.2", release: "2.2.1" }],
  ["1.16", { kind: "unsupported", version: "1.16" }],
  ["1.2.3", { kind: "unsupported", version: "1.2" }],
  ["2.4.0", { kind: "unsupported", version: "2.4" }],
  ["latest", null],
  ["v1.20", null],
  ["2024.05", null],
  ["1.20.1.5", null],
  ["1.200", null],
  ["1", null],
  ["", null],
];

test.each(tags)("tag %j", (tag, want) => {
  expect(flinkLineFromTag(tag)).toEqual(want);
});

test("lines are compared as numbers", () => {
  expect(lineAtLeast("1.20", "1.19")).toBe(true);
  expect(lineAtLeast("2.0", "1.20")).toBe(true);
  expect(lineAtLeast("1.20", "2.0")).toBe(false);
  expect(lineAtLeast("1.18", "1.18")).toBe(true);
});

test("what a line reads and is called", () => {
  expect(flinkLines.map((line) => flinkLineFacts(line).line)).toEqual(flinkLines);
  expect(flinkLineFacts("1.20")).toMatchObject({
    configurationFile: "flink-conf.yaml",
    format: "legacy",
    operatorVersion: "v1_20",
    operatorDeprecated: false,
  });
  expect(flinkLineFacts("2.0")).toMatchObject({
    configurationFile: "config.yaml",
    format: "standard",
    operatorVersion: "v2_0",
  });
  expect(flinkLineFacts("1.18").operatorDeprecated).toBe(true);
  expect(isFlinkLine(defaultFlinkLine)).toBe(true);
  expect(isFlinkLine("1.2")).toBe(false);
});

test("the plugin jar is that of the image's patch release", () => {
  expect(s3PluginJar("1.17", "1.17.1")).toBe("flink-s3-fs-hadoop-1.17.1.jar");
  expect(s3PluginJar("2.3", null)).toBe("flink-s3-fs-hadoop-2.3.0.jar");
});
