// A cluster with an emitted configuration runs a checkpointing job and restores it from a savepoint.
// What a laptop cannot hold is replaced, and each replacement is printed.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Context } from "../harness.js";
import type { JavaPrograms } from "../java-programs.js";
import { freePort } from "../ports.js";
import type { EmittedConfiguration } from "./configurations.js";

/** Left out: what needs Kubernetes, a secured cluster, a host of that name or that much memory. */
const leftOut: readonly RegExp[] = [
  /^high-availability/u,
  /^(?:kubernetes|yarn|security)\./u,
  /^(?:task|job)manager\.memory\./u,
  /(?:^|[.-])(?:bind-host|bind-address|address|host)$/u,
  /^(?:rest|blob\.server|jobmanager\.rpc|taskmanager\.rpc|taskmanager\.data)\./u,
];

/** Replaced: sizes and times for a run of seconds in one process, folders of the run. */
const smaller: Readonly<Record<string, string>> = {
  "parallelism.default": "2",
  "taskmanager.numberOfTaskSlots": "2",
  "execution.checkpointing.interval": "500 ms",
  "execution.checkpointing.min-pause": "0 ms",
};
const folders = /(?:\.dir|\.dirs|\.localdir|-dir|\.tmp\.dirs)$/u;

/** Runs the job with `configuration`, changed as said above. */
export async function runJob(
  context: Context,
  programs: JavaPrograms,
  configuration: EmittedConfiguration,
  name: string,
): Promise<void> {
  const folder = join(context.scratch, "jobs", name);
  const home = join(folder, "conf");
  mkdirSync(home, { recursive: true });
  const { entries, changed } = await laptopSized(configuration, folder);
  const lines = [...entries].map(([key, value]) => `${key}\t${encodeURIComponent(value)}`);
  writeFileSync(join(home, "map.tsv"), lines.join("\n") + "\n");
  process.stdout.write(`       ${name} without or with another ${changed.join(", ")}\n`);
  const savepoints = `file://${join(folder, "stopped")}`;
  const { stdout } = await programs.run("RunJob", [home, savepoints], { timeout: 300_000 });
  const findings = [...jobFindings(stdout), ...understoodFindings(stdout, configuration.entries)];
  if (findings.length > 0) throw new Error(`${findings.join("\n")}\n${stdout}`);
}

async function laptopSized(
  { entries }: EmittedConfiguration,
  folder: string,
): Promise<{ readonly entries: Map<string, string>; readonly changed: readonly string[] }> {
  const kept = new Map<string, string>();
  const changed: string[] = [];
  for (const [key, value] of entries) {
    const other = await replacement(key, value, folder);
    if (other !== null) kept.set(key, other);
    if (other !== value) changed.push(key);
  }
  // Else the port that any other Flink of this machine takes, too.
  kept.set("rest.port", String(await freePort()));
  return { entries: kept, changed };
}

/** The value to run with; null: without the option. */
async function replacement(key: string, value: string, folder: string): Promise<string | null> {
  if (leftOut.some((pattern) => pattern.test(key))) return null;
  if (/^metrics\.reporter\..*\.port$/u.test(key)) return String(await freePort());
  if (!folders.test(key)) return smaller[key] ?? value;
  const path = join(folder, key);
  return key.includes("checkpointing") ? `file://${path}` : path;
}

const records = 20_000;

/** Nothing may be lost or come twice across the savepoint. */
function jobFindings(stdout: string): string[] {
  const row = (name: string) => {
    const line = stdout.split("\n").find((text) => text.startsWith(`${name}\t`));
    return (line ?? "").split("\t").slice(1).map(Number);
  };
  const [checkpoints = 0, before = 0] = row("first");
  const [, after = 0, restored = 0] = row("second");
  const [counted = 0] = row("counted");
  const findings: string[] = [];
  if (checkpoints < 2) findings.push("fewer than two checkpoints");
  if (restored !== 1) findings.push("nothing was restored");
  if (before === 0 || after === 0) findings.push("one of the runs did nothing");
  if (before + after !== records) findings.push(`${String(before + after)} records of ${records}`);
  if (counted !== records) findings.push(`the state counted ${String(counted)} of ${records}`);
  return findings;
}

const backends: Readonly<Record<string, string>> = {
  rocksdb: "EmbeddedRocksDBStateBackend",
  hashmap: "HashMapStateBackend",
};

/** What the running job says of itself, against what was emitted. */
function understoodFindings(stdout: string, entries: ReadonlyMap<string, string>): string[] {
  const understood = new Map(
    stdout
      .split("\n")
      .filter((line) => line.startsWith("understood\t"))
      .map((line) => line.split("\t").slice(1) as [string, string]),
  );
  const checkpointing = (name: string) => entries.get(`execution.checkpointing.${name}`);
  const backend = entries.get("state.backend.type") ?? "hashmap";
  const retention = checkpointing("externalized-checkpoint-retention");
  const want: Readonly<Record<string, string | undefined>> = {
    job: entries.get("pipeline.name"),
    "state backend": backends[backend],
    "checkpoint storage": "FileSystemCheckpointStorage",
    timeout: milliseconds(checkpointing("timeout")),
    "exactly once": String(checkpointing("mode") !== "AT_LEAST_ONCE"),
    unaligned: checkpointing("unaligned.enabled") ?? "false",
    "tolerable failures": checkpointing("tolerable-failed-checkpoints"),
    // Flink's word for what stays when a job is cancelled.
    retention: retention === "RETAIN_ON_CANCELLATION" ? retention : undefined,
  };
  return Object.entries(want).flatMap(([name, value]) => {
    const got = understood.get(name);
    if (value === undefined || got === value) return [];
    return [`the job's ${name} is ${String(got)} instead of ${value}`];
  });
}

function milliseconds(duration: string | undefined): string | undefined {
  const match = /^(\d+) (ms|s)$/u.exec(duration ?? "");
  if (match === null) return undefined;
  return String(Number(match[1]) * (match[2] === "s" ? 1000 : 1));
}
