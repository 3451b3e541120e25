// What YARN and Flink say of an application, against the file and the emitted text. Throws what differs.
import { configurationEntries } from "../flink/configurations.js";
import { until } from "../lookups/servers.js";
import {
  applicationOf,
  checkpointsOf,
  containersOf,
  countedBefore,
  jobOf,
  optionsOf,
  parametersOf,
  restoredOf,
  taskManagersOf,
} from "./application.js";
import { patience, type YarnCluster } from "./cluster.js";
import { delivered, type NightlyJobs } from "./nightly-job.js";
import { smallestAllocation } from "./site.js";
import type { Wanted, WantedContainer } from "./wanted.js";

/** Each thing by name: what it is, and what it should be. */
type Pairs = Readonly<Record<string, readonly [got: unknown, wanted: unknown]>>;

/** An error that names all pairs that differ. */
export function mustAgree(pairs: Pairs): void {
  const wrong = Object.entries(pairs).flatMap(([name, [got, wanted]]) => {
    const [one, other] = [got, wanted].map((value) => JSON.stringify(value));
    return one === other ? [] : [`${name} is ${one} instead of ${other}`];
  });
  if (wrong.length > 0) throw new Error(wrong.join("\n"));
}

/** What YARN was asked for, but for the containers. */
export async function judgeRequest(
  cluster: YarnCluster,
  id: string,
  wanted: Wanted,
  name: string,
): Promise<void> {
  const found = await applicationOf(cluster, id);
  const tags = found.applicationTags.split(",");
  mustAgree({
    name: [found.name, name],
    queue: [found.queue, wanted.queue],
    type: [found.applicationType, wanted.type],
    priority: [found.priority, wanted.priority],
    "the application's label": [found.appNodeLabelExpression, wanted.label],
    "the master's label": [found.amNodeLabelExpression, wanted.label],
    tags: [wanted.tags.filter((tag) => tags.includes(tag)), wanted.tags],
    // By which the script finds it.
    "the number of tags": [tags.length, wanted.tags.length + 1],
  });
}

/** The containers, and what Flink has of each. */
export async function judgeContainers(
  cluster: YarnCluster,
  id: string,
  wanted: Wanted,
): Promise<void> {
  const [master, ...workers] = await containersOf(cluster, id);
  const managers = await taskManagersOf(cluster, id);
  const sizes = workers.map((one) => [one.totalMemoryNeededMB, one.totalVCoresNeeded]);
  const count = Math.ceil(wanted.parallelism / wanted.slots);
  const worker = granted(wanted.worker);
  mustAgree({
    master: [[master?.totalMemoryNeededMB, master?.totalVCoresNeeded], granted(wanted.master)],
    workers: [sizes, Array.from({ length: count }, () => worker)],
    slots: [managers.map((one) => one.slotsNumber), workers.map(() => wanted.slots)],
    // Flink divides what was written, not what YARN rounded it up to.
    "memory of task managers": [
      managers.map((one) => one.memoryConfiguration.totalProcessMemory / 1_048_576),
      workers.map(() => wanted.worker.megabytes),
    ],
  });
}

function granted({ megabytes, vcores }: WantedContainer): readonly [number, number] {
  return [Math.ceil(megabytes / smallestAllocation) * smallestAllocation, vcores];
}

/** Every option of the command line and every line of the file, as the job manager has them. */
export async function judgeOptions(
  cluster: YarnCluster,
  id: string,
  { text, configurationFile, process }: NightlyJobs,
): Promise<void> {
  const script = text(`${process}/submit.sh`);
  const written = configurationEntries(
    configurationFile,
    text(`${process}/conf/${configurationFile}`),
  );
  for (const [, key = "", value = ""] of script.matchAll(/^ {2}'-D([^=]+)=(.*)'$/gmu)) {
    written.set(key, value);
  }
  if (written.size < 20) throw new Error(`only ${String(written.size)} options are written`);
  const options = await optionsOf(cluster, id);
  mustAgree(
    Object.fromEntries([...written].map(([key, value]) => [key, [options.get(key), value]])),
  );
}

/** The job, its arguments, and what only it may see. */
export async function judgeJob(cluster: YarnCluster, id: string, wanted: Wanted): Promise<void> {
  const { name, state, tasks } = await jobOf(cluster, id);
  const told = await parametersOf(cluster, id);
  mustAgree({
    "the job's name": [name, wanted.process],
    "its state": [state, "RUNNING"],
    "its running tasks": [tasks.running, tasks.total],
    arguments: [told["arguments"]?.split("\n").filter((word) => word !== ""), wanted.arguments],
    "the variable": [told["variable"], delivered.variable],
    "the secret": [told["file"], delivered.secret],
    "the ship file": [told["calendar"], delivered.calendar],
  });
}

/** The job goes on from that savepoint, or from some checkpoint, and has its state. */
export async function mustHaveState(
  cluster: YarnCluster,
  id: string,
  from: { readonly savepoint: string } | "checkpoint",
): Promise<void> {
  const restored = await restoredOf(cluster, id);
  const isSavepoint = from !== "checkpoint";
  mustAgree({
    "restored from a savepoint": [restored?.is_savepoint, isSavepoint],
    ...(isSavepoint ? { "its path": [restored?.external_path, from.savepoint] } : {}),
  });
  const told = async () => ((await countedBefore(cluster, id)) ?? 0) > 0;
  await until("the job's own state", told, patience);
}

/** Two of them, so that the job has state to go on from. */
export async function waitForCheckpoints(cluster: YarnCluster, id: string): Promise<void> {
  await until("a checkpoint", async () => (await checkpointsOf(cluster, id)) > 1, patience);
}
