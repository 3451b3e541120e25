// The processes of the cluster: started by the emitted script, with the memory, flags and options that
// the model asks for, and gone when it stops them.
import { configurationEntries } from "../flink/configurations.js";
import type { FlinkProcess } from "./cluster.js";
import { jobManagerFlags, taskManagerFlags, taskManagerMemory } from "./facts.js";
import type { Run } from "./run.js";
import { mustEqual } from "./wait.js";

/** Starts the cluster; false where it does not run. */
export async function proveStart(run: Run): Promise<boolean> {
  const { cluster, check } = run;
  const started = await check("cluster.sh starts a job manager and two task managers", async () => {
    const said = await cluster.must("cluster.sh", ["--timeout", "500"]);
    if (!said.includes("with 2 task managers")) throw new Error(said);
    const kinds = cluster.processes().map(({ kind }) => kind);
    const want = ["job manager", "task manager", "task manager"];
    if (kinds.toSorted().join() !== want.join()) throw new Error(`there are ${kinds.join()}`);
  });
  if (!started) return false;
  await check("cluster.sh refuses a second start", async () => {
    const { code, stderr } = await cluster.run("cluster.sh");
    if (code !== 1 || !stderr.includes("the cluster runs already")) throw new Error(stderr);
  });
  await check("cluster.sh --status shows both task managers, with the memory of the model", () =>
    checkMemory(run),
  );
  for (const kind of ["job manager", "task manager"] as const) {
    await check(`the JVM of each ${kind} has the flags of the model`, () => {
      const flags = kind === "job manager" ? jobManagerFlags : taskManagerFlags;
      for (const one of cluster.processes()) if (one.kind === kind) checkFlags(run, one, flags);
    });
  }
  await check("the job manager's options are those of the emitted file, and no others", () =>
    checkOptions(run),
  );
  return true;
}

interface TaskManagers {
  readonly taskmanagers: readonly {
    readonly slotsNumber: number;
    readonly memoryConfiguration: Readonly<Record<string, number>>;
  }[];
}

async function checkMemory({ cluster }: Run): Promise<void> {
  const text = await cluster.must("cluster.sh", ["--status"]);
  const { taskmanagers } = JSON.parse(text) as TaskManagers;
  if (taskmanagers.length !== 2) throw new Error(text);
  for (const { slotsNumber, memoryConfiguration } of taskmanagers) {
    mustEqual({ slotsNumber: 1 }, { slotsNumber });
    mustEqual(taskManagerMemory, memoryConfiguration);
  }
}

/** Flags of sizes must be these alone: the last of two would win, unseen. */
const sizeFlag = /^-(?:Xm[xsn]|XX:Max(?:DirectMemory|Metaspace)Size)/u;

function checkFlags(run: Run, { words }: FlinkProcess, flags: readonly string[]): void {
  // The program's own words follow its class.
  const given = words.slice(1, words.indexOf("-classpath"));
  const opened = (emittedOption(run, "env.java.opts.all") ?? "").split(" ");
  const missing = [...flags, ...opened].filter((flag) => !given.includes(flag));
  const others = given.filter((word) => sizeFlag.test(word) && !flags.includes(word));
  if (missing.length > 0) throw new Error(`without ${missing.join(" ")}: ${given.join(" ")}`);
  if (others.length > 0) throw new Error(`also with ${others.join(" ")}`);
  // Without these, state that Kryo serialises fails on Java 17.
  if (!opened.includes("--add-opens=java.base/java.util=ALL-UNNAMED")) throw new Error("closed");
}

function emittedOption(run: Run, key: string): string | undefined {
  return configurationEntries(run.configurationFile, run.emitted.text(hostFile(run))).get(key);
}

function hostFile({ configurationFile }: Run): string {
  return `standalone/hosts/localhost/${configurationFile}`;
}

/** What Flink adds by itself when it starts. */
const addedByFlink =
  /^(?:blob\.server\.port|web\.tmpdir|jobmanager\.memory\.(?:heap|off-heap|jvm-metaspace|jvm-overhead)\..+|\$internal\..+)$/u;

async function checkOptions(run: Run): Promise<void> {
  const emitted = configurationEntries(run.configurationFile, run.emitted.text(hostFile(run)));
  const listed =
    await run.cluster.ask<readonly { readonly key: string; readonly value: string }[]>(
      "/jobmanager/config",
    );
  const effective = new Map(listed.map(({ key, value }) => [key, value]));
  mustEqual(Object.fromEntries(emitted), Object.fromEntries(effective));
  const others = [...effective.keys()].filter(
    (key) => !emitted.has(key) && !addedByFlink.test(key),
  );
  if (others.length > 0) throw new Error(`not emitted: ${others.join(", ")}`);
}

/** Stops the cluster: nothing of it may stay. */
export async function proveStop({ cluster, check }: Run): Promise<void> {
  await check("cluster.sh --stop leaves no process", async () => {
    if (cluster.left().length !== 3) throw new Error(`${String(cluster.left().length)} ran before`);
    await cluster.must("cluster.sh", ["--stop"]);
    const left = cluster.left();
    if (left.length > 0) throw new Error(`left: ${left.join(", ")}`);
  });
}
