// Runs a table of texts and what is said of them. Pieces of texts that are large enough for Flink, so
// that nothing is said of their memory.
import { expect, test } from "vitest";
import { configurationOf, type ConfigurationOptions } from "./configuration-of.js";

export interface FindingCase extends ConfigurationOptions {
  readonly name: string;
  readonly given: string;
  /** Findings, each with the text that it points at. */
  readonly want: readonly string[];
  /** Options that must not be set. */
  readonly without?: readonly string[];
}

export const s3 = (body: string): string =>
  `checkpoints:\n  c: {type: s3, bucket: b, prefix: x, ${body}}\n`;
export const rocksdb = (body: string): string => `state_backends:\n  b: {type: rocksdb, ${body}}\n`;
/** Large enough that nothing is said of its memory. */
const large = "task_memory: 4gb";
export const p = (body: string): string => `resources:\n  p: {${large}, ${body}}\n`;
export const plain = `resources:\n  p: {${large}}\n`;

/** One test for each case. */
export function testFindings(cases: readonly FindingCase[]): void {
  test.each(cases)("$name", async ({ given, want, without, ...options }) => {
    const { values, findings } = await configurationOf(given, options);
    expect(findings).toEqual(want);
    expect(Object.keys(values).filter((key) => without?.includes(key))).toEqual([]);
  });
}
