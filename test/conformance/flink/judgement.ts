// What the Java programs say of a set of configurations, as findings. The judging is done here; the
// programs only print what Flink read and computed.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FlinkLine } from "../../../src/targets/flink/lines.js";
import type { Context } from "../harness.js";
import type { JavaPrograms } from "../java-programs.js";
import type { EmittedConfiguration } from "./configurations.js";
import { ourAnswer, question, settingsIn, type MemorySettings } from "./memory-settings.js";

/** Rows that a program printed for one folder: words between tabs. */
type Rows = readonly (readonly string[])[];

/** What Flink found in one configuration; empty: it is as it should be. */
export type Findings = readonly string[];

/** Lets Flink judge `configurations`; the findings of each, in order. */
export async function judge(
  context: Context,
  programs: JavaPrograms,
  configurations: readonly EmittedConfiguration[],
  line: FlinkLine,
): Promise<readonly Findings[]> {
  const folders = writeFolders(join(context.scratch, "configurations", line), configurations);
  const list = join(context.scratch, "configurations", `${line}.txt`);
  writeFileSync(list, folders.join("\n") + "\n");
  const read = await rowsOf(programs, "ReadConfigurations", list);
  const options = await rowsOf(programs, "CheckOptions", list);
  const memory = await memoryFindings(programs, configurations);
  return configurations.map((configuration, index) => {
    const folder = folders[index] ?? "";
    return [
      ...readingFindings(configuration, read.get(folder) ?? []),
      ...optionFindings(configuration, options.get(folder) ?? [], line),
      ...(memory[index] ?? []),
    ];
  });
}

function writeFolders(root: string, configurations: readonly EmittedConfiguration[]): string[] {
  return configurations.map(({ file, entries }, index) => {
    const folder = join(root, String(index));
    mkdirSync(folder, { recursive: true });
    if (file !== null) writeFileSync(join(folder, file.name), file.text);
    else {
      const lines = [...entries].map(([key, value]) => `${key}\t${encodeURIComponent(value)}`);
      writeFileSync(join(folder, "map.tsv"), lines.join("\n") + "\n");
    }
    return folder;
  });
}

async function rowsOf(
  programs: JavaPrograms,
  main: string,
  list: string,
): Promise<ReadonlyMap<string, Rows>> {
  const { stdout } = await programs.run(main, [list]);
  const found = new Map<string, string[][]>();
  let current: string[][] = [];
  for (const line of stdout.split("\n")) {
    const words = line.split("\t");
    if (words[0] === "folder") found.set(words[1] ?? "", (current = []));
    else if (words.length > 1) current.push(words);
  }
  return found;
}

/** What Flink printed with `URLEncoder`. */
function decoded(text: string | undefined): string {
  return decodeURIComponent((text ?? "").replaceAll("+", " "));
}

/** Flink must read every key and value as emitted, also after its own writer. */
function readingFindings({ entries }: EmittedConfiguration, rows: Rows): string[] {
  const findings = rows
    .filter(([step]) => step === "failed")
    .map(([, step, reason]) => `${step}: ${decoded(reason)}`);
  const steps = ["read", "flat", "nested"].filter((step) => rows.some(([word]) => word === step));
  if (!steps.includes("read")) return [...findings, "Flink read nothing"];
  for (const step of steps) {
    const got = new Map(
      rows.filter(([word]) => word === step).map(([, key, value]) => [key ?? "", decoded(value)]),
    );
    for (const [key, value] of entries) {
      if (got.get(key) === value) continue;
      findings.push(`${step}: ${key} is "${String(got.get(key))}" instead of "${value}"`);
    }
    for (const key of got.keys()) {
      if (!entries.has(key)) findings.push(`${step}: ${key} was not emitted`);
    }
  }
  return findings;
}

/** Families that Flink hands on unread, with who reads them. */
const handedOn: readonly RegExp[] = [
  /^flink\.hadoop\./u,
  /^fs\.azure\./u,
  /^gs\./u,
  /^containerized\.(?:master|taskmanager)\.env\./u,
];

/** Options of operator 1.15 that the newest jars served, operator 1.7 and autoscaler 1.10, lack. */
const newerThanItsJar = new Set(["job.autoscaler.utilization.target"]);

/** 1.17.2 renamed it; the releases before, which the line has as well, know the old name only. */
const renamedWithinLine = new Set(["execution.buffer-timeout"]);

/** Every key must be an option that this Flink declares, under its primary name, with its type. */
function optionFindings({ entries }: EmittedConfiguration, rows: Rows, line: FlinkLine): string[] {
  const findings: string[] = [];
  for (const [verdict, key = "", detail] of rows) {
    if (verdict === "declared") continue;
    if (verdict === "alias" && line === "1.17" && renamedWithinLine.has(key)) continue;
    if (verdict === "undeclared" && newerThanItsJar.has(key)) continue;
    if (verdict === "undeclared" && handedOn.some((family) => family.test(key))) continue;
    findings.push(`${key} is ${String(verdict)} ${decoded(detail)}`.trimEnd());
  }
  if (rows.length !== entries.size) findings.push("not every key was judged");
  return findings;
}

async function memoryFindings(
  programs: JavaPrograms,
  configurations: readonly EmittedConfiguration[],
): Promise<readonly Findings[]> {
  const settings = configurations.map(({ entries }) => settingsIn(entries));
  const answers = await flinkAnswers(programs, settings.flat());
  return settings.map((both, index) => {
    const { startsCluster } = configurations[index] ?? { startsCluster: false };
    if (!startsCluster) return [];
    return both.flatMap((one) => {
      const answer = answers.get(one) ?? "";
      if (answer.startsWith("refused")) return [`${one.component}: ${answer}`];
      return disagreement(one, answer);
    });
  });
}

/** What Flink computes for each of `settings`. */
export async function flinkAnswers(
  programs: JavaPrograms,
  settings: readonly MemorySettings[],
): Promise<ReadonlyMap<MemorySettings, string>> {
  const input = settings.map(question).join("\n") + "\n";
  const { stdout } = await programs.run("ComputeMemory", [], { input });
  const lines = stdout.split("\n");
  return new Map(settings.map((one, index) => [one, lines[index] ?? ""]));
}

/** Empty where our model says the same as Flink, to the byte. */
export function disagreement(settings: MemorySettings, answer: string): Findings {
  const flink = answer.startsWith("refused") ? "refused" : answer;
  const ours = ourAnswer(settings);
  if (ours === flink) return [];
  return [`${question(settings)}\n  Flink: ${answer}\n  ours:  ${ours}`.replaceAll("\t", " ")];
}
