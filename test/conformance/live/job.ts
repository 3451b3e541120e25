// The job: started, stopped with a savepoint and started from it by the emitted script; with the
// checkpoints, state and restarts that the model asks for.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { checkpointSettings, restartDelay } from "./facts.js";
import type { Run } from "./run.js";
import { eventually, mustEqual } from "./wait.js";

const script = "counting/submit.sh";

/** Starts the job, which fails once; false where it does not run on. */
export async function proveJob(run: Run): Promise<boolean> {
  const { cluster, check } = run;
  const started = await check("submit.sh starts the job, and waits until all its tasks run", () =>
    start(run),
  );
  if (!started) return false;
  await check("submit.sh refuses a second start", async () => {
    const { code, stderr } = await cluster.run(script);
    if (code !== 1 || !stderr.includes("runs already")) throw new Error(stderr);
  });
  const restarted = await check(
    "the job fails once, waits as the model says, and goes on from a checkpoint",
    () => checkRestart(run),
  );
  await check("checkpoints are taken as the model says, incrementally, in its folders", () =>
    checkCheckpoints(run),
  );
  await check("the job has the model's name and parallelism", () => checkJob(run));
  return restarted;
}

async function start({ cluster }: Run): Promise<void> {
  const { code, stdout, stderr } = await cluster.run(script);
  if (code === 0 && stderr.includes("runs as the job")) return;
  const [job] = await cluster.jobs().catch(() => []);
  const reason =
    job === undefined
      ? cluster.logs()
      : JSON.stringify(await cluster.ask(`/jobs/${job.jid}/exceptions`)).slice(0, 3000);
  throw new Error(`${stdout}${stderr}\n${reason}`);
}

/** The id of the job that runs. */
async function runningJob({ cluster }: Run): Promise<string> {
  const running = (await cluster.jobs()).filter(({ state }) => state === "RUNNING");
  const [job] = running;
  if (job === undefined || running.length > 1) {
    throw new Error(`jobs that run: ${String(running.length)}`);
  }
  return job.jid;
}

interface Checkpoint {
  readonly status: string;
  readonly checkpointed_size: number;
  readonly state_size: number;
  readonly external_path: string;
}

interface Checkpoints {
  readonly counts: { readonly restored: number; readonly completed: number };
  readonly latest: {
    readonly restored: {
      readonly id: number;
      readonly is_savepoint: boolean;
      readonly external_path: string;
    } | null;
  };
  readonly history: readonly Checkpoint[];
}

async function checkpoints(run: Run): Promise<Checkpoints> {
  return run.cluster.ask<Checkpoints>(`/jobs/${await runningJob(run)}/checkpoints`);
}

interface JobFacts {
  readonly name: string;
  readonly state: string;
  readonly maxParallelism: number;
  readonly timestamps: Readonly<Record<string, number>>;
  readonly vertices: readonly { readonly name: string; readonly parallelism: number }[];
}

async function checkRestart(run: Run): Promise<void> {
  await eventually("a checkpoint after the restart", 90, async () => {
    const { counts, latest } = await checkpoints(run);
    return counts.restored === 1 && counts.completed > (latest.restored?.id ?? 0) ? true : null;
  });
  const { timestamps } = await run.cluster.ask<JobFacts>(`/jobs/${await runningJob(run)}`);
  const waited = (timestamps["RUNNING"] ?? 0) - (timestamps["RESTARTING"] ?? 0);
  if (waited < restartDelay) {
    throw new Error(`it waited ${String(waited)} ms`);
  }
}

async function checkCheckpoints(run: Run): Promise<void> {
  const id = await runningJob(run);
  mustEqual(checkpointSettings, await run.cluster.ask(`/jobs/${id}/checkpoints/config`));
  const completed = await eventually("a checkpoint that is part of the state", 60, async () => {
    const { history } = await checkpoints(run);
    const found = history.filter(({ status }) => status === "COMPLETED");
    // What the one before has is not written again.
    return found.find((one) => one.checkpointed_size < one.state_size) ?? null;
  });
  const wanted = `file:${join(run.place.folder, "checkpoints")}/${id}/chk-`;
  if (!completed.external_path.startsWith(wanted)) throw new Error(completed.external_path);
  const local = readdirSync(join(run.place.folder, "rocksdb"));
  if (!local.some((name) => name.startsWith(`job_${id}_op_`))) {
    throw new Error(`RocksDB is elsewhere: ${local.join(", ")}`);
  }
}

async function checkJob(run: Run): Promise<void> {
  const id = await runningJob(run);
  const job = await run.cluster.ask<JobFacts>(`/jobs/${id}`);
  const config = await run.cluster.ask<{
    readonly "execution-config": Readonly<Record<string, unknown>>;
  }>(`/jobs/${id}/config`);
  mustEqual({ "job-parallelism": 2 }, config["execution-config"]);
  mustEqual(
    { name: "counting", state: "RUNNING", maxParallelism: 8 },
    { name: job.name, state: job.state, maxParallelism: job.maxParallelism },
  );
  const others = job.vertices.filter(({ parallelism }) => parallelism !== 2);
  if (others.length > 0) throw new Error(`${others[0]?.name ?? ""} has another parallelism`);
}

/** Stops the job with a savepoint in the model's folder; its path. */
export async function stopJob({ cluster, place }: Run): Promise<string> {
  const said = await cluster.must(script, ["--stop"]);
  const savepoint = /the savepoint is file:(\S+)/u.exec(said)?.[1] ?? "";
  if (!savepoint.startsWith(join(place.folder, "savepoints")) || !existsSync(savepoint)) {
    throw new Error(said);
  }
  const still = (await cluster.jobs()).filter(({ state }) => state !== "FINISHED");
  if (still.length > 0) throw new Error(`a job is ${still[0]?.state ?? ""}`);
  return savepoint;
}

/** Starts the job anew: it must go on from `savepoint`. */
export async function startFrom(run: Run, savepoint: string): Promise<void> {
  await start(run);
  const { latest } = await checkpoints(run);
  mustEqual(
    { is_savepoint: true, external_path: `file:${savepoint}` },
    { ...latest.restored, external_path: latest.restored?.external_path.replace(/\/$/u, "") },
  );
}
