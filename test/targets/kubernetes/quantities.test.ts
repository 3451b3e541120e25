import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  canonicalQuantity,
  checkQuantity,
  cpuQuantity,
  memoryQuantity,
} from "../../../src/targets/kubernetes/quantities.js";

// Canonical forms as apimachinery 0.34.1 computes them (CanonicalizeBytes).
test.each([
  ["0", "0"],
  ["0Mi", "0"],
  ["0m", "0"],
  ["-0", "0"],
  ["1", "1"],
  ["+1", "1"],
  ["01", "1"],
  ["1.", "1"],
  [".5", "500m"],
  ["0.5", "500m"],
  ["1.5", "1500m"],
  ["2.0", "2"],
  ["1000m", "1"],
  ["1500m", "1500m"],
  ["100", "100"],
  ["1000", "1k"],
  ["5000", "5k"],
  ["1024", "1024"],
  ["1048576", "1048576"],
  ["1000000", "1M"],
  ["1000k", "1M"],
  ["1500k", "1500k"],
  ["1.5k", "1500"],
  ["10G", "10G"],
  ["1E", "1E"],
  ["1000P", "1E"],
  ["100n", "100n"],
  ["1000n", "1u"],
  ["0.001u", "1n"],
  ["1Ki", "1Ki"],
  ["1024Ki", "1Mi"],
  ["1.5Gi", "1536Mi"],
  ["0.5Gi", "512Mi"],
  ["0.5Ki", "512"],
  ["0.9765625Ki", "1k"],
  ["1000Ki", "1000Ki"],
  ["1025Ki", "1025Ki"],
  ["4Gi", "4Gi"],
  ["4096Mi", "4Gi"],
  ["7Ei", "7Ei"],
  ["1.0001Ki", "1024102400u"],
  ["0.1Ki", "102400m"],
  ["1e3", "1e3"],
  ["1E3", "1e3"],
  ["12e4", "120e3"],
  ["1e0", "1"],
  ["1e-3", "1e-3"],
  ["1e+3", "1e3"],
  ["100e-1", "10"],
  ["1e18", "1e18"],
  ["-1.5Gi", "-1536Mi"],
  ["9223372036854775807", "9223372036854775807"],
])("%s is printed as %s", (text, want) => {
  expect(checkQuantity(text)).toBeNull();
  expect(canonicalQuantity(text)).toBe(want);
  expect(canonicalQuantity(want)).toBe(want);
});

test.each([
  "",
  " ",
  "a",
  "1 Gi",
  "1gb",
  "4GB",
  "4GiB",
  "1K",
  "1KB",
  "1ki",
  "1e",
  "1ee3",
  "1.2.3",
  ".",
  "-",
  "1e3k",
  "0x10",
  "1,5",
  "NaN",
  "Infinity",
  "1m5",
  "9223372036854775808",
  "8Ei",
  "1e19",
  "1e999",
  "1e99999",
  "0.1n",
  "1e-10",
  "9".repeat(1000),
])("%j is refused", (text) => {
  expect(checkQuantity(text)).toMatch(/^(?:is|has) /);
  expect(canonicalQuantity(text)).toBeNull();
});

test.each([
  [0, "0"],
  [512, "512"],
  [1000, "1k"],
  [1024, "1Ki"],
  [1536 * 1024 ** 2, "1536Mi"],
  [4 * 1024 ** 3, "4Gi"],
  [1024 ** 4, "1Ti"],
  [2_048_000, "2000Ki"],
  [1_048_577, "1048577"],
])("%d bytes are %s", (bytes, want) => {
  expect(memoryQuantity(bytes)).toBe(want);
  expect(canonicalQuantity(want)).toBe(want);
});

test.each([
  [2, "2"],
  [0.5, "500m"],
  [1.5, "1500m"],
  [0.1 + 0.2, "300m"],
  [0.0001, "1m"],
  [1000, "1k"],
  [0, "0"],
])("%d cores are %s", (cores, want) => {
  expect(cpuQuantity(cores)).toBe(want);
  expect(canonicalQuantity(want)).toBe(want);
});

test("bytes and cores that no stage before lets through are a bug", () => {
  expect(() => memoryQuantity(1.5)).toThrow("1.5");
  expect(() => memoryQuantity(-1)).toThrow("-1");
  expect(() => cpuQuantity(Number.NaN)).toThrow("NaN");
});

test("canonical form keeps the value and is stable", () => {
  expect.hasAssertions();
  const suffixes = fc.constantFrom("", "n", "u", "m", "k", "M", "G", "Ki", "Mi", "Gi", "e3", "e-2");
  const property = fc.property(fc.nat(), fc.nat(999), suffixes, (whole, part, suffix) => {
    const text = canonicalQuantity(`${whole}.${part}${suffix}`);
    if (text === null) return;
    expect(canonicalQuantity(text)).toBe(text);
    expect(text).toMatch(/^\d+(?:n|u|m|k|M|G|T|P|E|[KMGTPE]i|e-?\d+)?$/);
  });
  fc.assert(property, { seed: 5, numRuns: 2000 });
});
