// An application as YARN and the Flink in it tell of it, through their REST APIs.
import type { YarnCluster } from "./cluster.js";

/** What the resource manager says of one. */
export interface Application {
  readonly id: string;
  readonly name: string;
  readonly queue: string;
  readonly state: string;
  readonly finalStatus: string;
  readonly applicationType: string;
  /** Separated by commas, sorted. */
  readonly applicationTags: string;
  readonly priority: number;
  readonly appNodeLabelExpression?: string;
  readonly amNodeLabelExpression?: string;
}

/** What the node manager says of one. */
export interface Container {
  readonly id: string;
  readonly totalMemoryNeededMB: number;
  readonly totalVCoresNeeded: number;
}

/** The job of an application. */
export interface Job {
  readonly jid: string;
  readonly name: string;
  readonly state: string;
  readonly tasks: { readonly running: number; readonly total: number };
}

/** Where a job went on from. */
export interface Restored {
  readonly is_savepoint: boolean;
  readonly external_path: string;
}

export interface TaskManager {
  readonly id: string;
  readonly slotsNumber: number;
  readonly memoryConfiguration: { readonly totalProcessMemory: number };
}

/** All of that name that the resource manager knows, those that ended too. */
export async function applicationsOf(
  cluster: YarnCluster,
  name: string,
): Promise<readonly Application[]> {
  const { apps } = (await cluster.ask("cluster/apps")) as {
    apps: { app?: readonly Application[] } | null;
  };
  return (apps?.app ?? []).filter((one) => one.name === name);
}

export async function applicationOf(cluster: YarnCluster, id: string): Promise<Application> {
  const { app } = (await cluster.ask(`cluster/apps/${id}`)) as { app: Application };
  return app;
}

/** How often its master was started. */
export async function attemptsOf(cluster: YarnCluster, id: string): Promise<number> {
  const { appAttempts } = (await cluster.ask(`cluster/apps/${id}/appattempts`)) as {
    appAttempts: { appAttempt: readonly unknown[] };
  };
  return appAttempts.appAttempt.length;
}

/** The containers of an application; the first is its master. */
export async function containersOf(
  cluster: YarnCluster,
  id: string,
): Promise<readonly Container[]> {
  const { containers } = (await cluster.askNode("node/containers")) as {
    containers: { container?: readonly Container[] } | null;
  };
  const part = id.replace("application", "");
  return (containers?.container ?? [])
    .filter((container) => container.id.includes(part))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

/** The only job of an application that has not ended. */
export async function jobOf(cluster: YarnCluster, id: string): Promise<Job> {
  const { jobs } = (await cluster.askFlink(id, "jobs/overview")) as { jobs: readonly Job[] };
  const ends = new Set(["FINISHED", "FAILED", "CANCELED"]);
  const [job, ...others] = jobs.filter(({ state }) => !ends.has(state));
  if (job === undefined || others.length > 0) {
    throw new Error(`${id} has the jobs ${JSON.stringify(jobs)}`);
  }
  return job;
}

/** Every option as the job manager has it. */
export async function optionsOf(
  cluster: YarnCluster,
  id: string,
): Promise<ReadonlyMap<string, string>> {
  const options = (await cluster.askFlink(id, "jobmanager/config")) as readonly {
    key: string;
    value: string;
  }[];
  return new Map(options.map(({ key, value }) => [key, value]));
}

export async function taskManagersOf(
  cluster: YarnCluster,
  id: string,
): Promise<readonly TaskManager[]> {
  const { taskmanagers } = (await cluster.askFlink(id, "taskmanagers")) as {
    taskmanagers: readonly { id: string }[];
  };
  return Promise.all(
    taskmanagers.map(
      async (one) => (await cluster.askFlink(id, `taskmanagers/${one.id}`)) as TaskManager,
    ),
  );
}

/** What the job's main method told. */
export async function parametersOf(
  cluster: YarnCluster,
  id: string,
): Promise<Readonly<Record<string, string>>> {
  const { jid } = await jobOf(cluster, id);
  const told = (await cluster.askFlink(id, `jobs/${jid}/config`)) as {
    "execution-config": { "user-config": Readonly<Record<string, string>> };
  };
  return told["execution-config"]["user-config"];
}

/** Null: it began anew. */
export async function restoredOf(cluster: YarnCluster, id: string): Promise<Restored | null> {
  const { jid } = await jobOf(cluster, id);
  const { latest } = (await cluster.askFlink(id, `jobs/${jid}/checkpoints`)) as {
    latest: { restored: Restored | null };
  };
  return latest.restored;
}

/** How many checkpoints the job completed since its start. */
export async function checkpointsOf(cluster: YarnCluster, id: string): Promise<number> {
  const { jid } = await jobOf(cluster, id);
  const { counts } = (await cluster.askFlink(id, `jobs/${jid}/checkpoints`)) as {
    counts: { completed: number };
  };
  return counts.completed;
}

/** How many numbers the job had counted before this start, by its own state; null: not yet told. */
export async function countedBefore(cluster: YarnCluster, id: string): Promise<number | null> {
  const { jid } = await jobOf(cluster, id);
  const told = (await cluster.askFlink(id, `jobs/${jid}/accumulators`)) as {
    "user-task-accumulators": readonly { name: string; value: string }[];
  };
  const found = told["user-task-accumulators"].find(({ name }) => name === "restored");
  return found === undefined ? null : Number(found.value);
}
