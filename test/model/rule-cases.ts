// What the tests of rules share: short ways to write one binding, and a case with its two texts.
import { expect, test } from "vitest";
import { analyseText, head, lineOf } from "../resolve/project.js";

/** What is found, without places: they have a test of their own. */
async function found(text: string): Promise<readonly string[]> {
  const { diagnostics } = await analyseText(head("test") + text);
  const always = new Set(["W752", "W702"]);
  return diagnostics.flatMap((diagnostic) =>
    always.has(diagnostic.code)
      ? []
      : [lineOf(diagnostic).replace(/^(\S+) main\.infra:\d+:\d+ /u, "$1 ")],
  );
}

export interface Case {
  readonly name: string;
  readonly wrong: string;
  readonly want: readonly string[];
  readonly right: string;
}

export const streamOf = (rest: string) =>
  `streams: { s: { type: kafka, topic: t, brokers: "b:1"${rest} } }`;
export const kinesis = (rest: string) =>
  `streams: { s: { type: kinesis, stream: k, region: r${rest} } }`;
export const lookup = (rest: string) => `lookups: { l: { ${rest} } }`;
export const s3 = (rest: string) => `checkpoints: { c: { type: s3, bucket: b, ${rest} } }`;
export const process = (rest: string) => `resources: { p: { ${rest} } }`;
export const secret = (rest: string) => `secrets: { s: { ${rest} } }`;
export const kubernetes = (rest: string) => `deployment: { type: kubernetes, ${rest} }`;
export const regions = `regions:
  a: { name: us-east-1, role: active }
  b: { name: eu-west-1, role: standby, data_residency: EU }
`;

/** A property that another one demands. */
export function needed(wrong: string, property: string, condition: string, right: string): Case {
  return {
    name: `${property} when ${condition}`,
    wrong,
    want: [`E752 "${property}" is needed when ${condition}.`],
    right,
  };
}

/** Each case reports what it wants, and nothing once it is put right. */
export function testCases(cases: readonly Case[]): void {
  test.each(cases)("$name", async ({ wrong, want, right }) => {
    expect(await found(`${wrong}\n`)).toEqual(want);
    expect(await found(`${right}\n`)).toEqual([]);
  });
}
