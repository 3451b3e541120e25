// The record of what runs proved, beside `docs/proof.md`, which is made of it: written only by a run,
// and only for systems of which every check held.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "prettier";
import { provenBy, type Proven } from "./claims.js";
import type { System } from "./harness.js";
import { proofPage } from "./proof-page.js";
import type { Tally } from "./tally.js";

/** Claims with their checks, by the system's name. */
export type ProofRecord = Readonly<Record<string, readonly Proven[]>>;

const recordPath = "test/conformance/proven.json";
export const proofPath = "docs/proof.md";

/**
 * Variables with which a run proves less or something else than the page says: such a run neither
 * writes the page nor is compared with it.
 */
const alterations = ["NEXGEN_CONFORMANCE_FLINK_LINE", "NEXGEN_FLINK_OPERATOR_CRDS"];

/** The first of them that is set; null: the run proves what any run does. */
export function alteredBy(environment: NodeJS.ProcessEnv): string | null {
  return alterations.find((name) => (environment[name] ?? "") !== "") ?? null;
}

/** A system with what its run counted. */
export interface SystemRun {
  readonly system: System;
  readonly tally: Tally;
}

export function readRecord(root: string): ProofRecord {
  return JSON.parse(readFileSync(join(root, recordPath), "utf8")) as ProofRecord;
}

/** Writes record and page: what these runs proved, and what is known of the other systems. */
export async function writeProof(
  root: string,
  systems: readonly System[],
  runs: readonly SystemRun[],
): Promise<void> {
  const known = readRecord(root);
  const held = runs.filter(({ tally }) => tally.failed === 0);
  const proven = new Map(held.map((run) => [run.system.name, provenIn(run)]));
  const record = Object.fromEntries(
    systems.map(({ name }) => [name, proven.get(name) ?? known[name] ?? []]),
  );
  const text = await format(JSON.stringify(record), { parser: "json", printWidth: 100 });
  writeFileSync(join(root, recordPath), text);
  writeFileSync(join(root, proofPath), await proofPage(systems, record));
  process.stdout.write(`\n${proofPath} is written: ${[...proven.keys()].join(", ")}\n`);
}

/** A failed check where the record says something else than these runs. */
export function compareProof(root: string, runs: readonly SystemRun[], tally: Tally): void {
  const record = readRecord(root);
  // Of the others it is said already that they failed.
  const held = runs.filter((run) => run.tally.failed === 0);
  const stale = held.filter((run) => differences(record, run).length > 0);
  const artifact = `${proofPath} says what this run proved`;
  if (stale.length === 0) {
    tally.pass(artifact);
    return;
  }
  const names = stale.map(({ system }) => system.name).join(" ");
  const found = stale.flatMap((run) => differences(record, run)).join("\n");
  tally.fail(artifact, `${found}\nRefresh it by: npm run conformance -- --proof ${names}`);
}

/**
 * What the record says otherwise than `run`; empty: the same. Numbers of checks follow the examples, and
 * alone make no page wrong.
 */
function differences(record: ProofRecord, run: SystemRun): readonly string[] {
  const got = provenIn(run).map(sentence);
  const known = (record[run.system.name] ?? []).map(sentence);
  return [
    ...known.filter((one) => !got.includes(one)).map((one) => `- ${one}`),
    ...got.filter((one) => !known.includes(one)).map((one) => `+ ${one}`),
  ];
}

function provenIn({ system, tally }: SystemRun): readonly Proven[] {
  return provenBy(system.claims, tally);
}

function sentence({ generator, artifact, holds, by, checks }: Proven): string {
  return `${generator}: ${artifact} ${holds} (${by.join("; ")})${checks === 0 ? ", never checked" : ""}`;
}
