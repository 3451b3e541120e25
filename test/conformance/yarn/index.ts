// Emitted submit scripts on a real YARN with a real HDFS and a real Flink: what they start, refuse,
// upgrade and stop, and what YARN and Flink say that they were asked for.
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Context, Outcome, System } from "../harness.js";
import { until } from "../lookups/servers.js";
import { claims, limits } from "./claims.js";
import versions from "../versions.json" with { type: "json" };
import {
  applicationOf,
  applications,
  attemptsOf,
  checkpointsOf,
  containersOf,
  countedBefore,
  jobOf,
  restoredOf,
} from "./application.js";
import { YarnCluster } from "./cluster.js";
import { flinkHome, type Line } from "../flink/home.js";
import { hadoopJars } from "./installation.js";
import { judgeContainers, judgeJob, judgeOptions, judgeRequest, mustAgree } from "./judgement.js";
import { nightlyJobs, type NightlyJobs } from "./nightly-job.js";
import { wantedOf } from "./wanted.js";

// Attempts, five a second: on a busy machine a container takes minutes to come up.
const patience = 1500;

const lines: readonly Line[] = ["1.20", "2.3"];

export const yarn: System = {
  name: "yarn",
  proves:
    "submit scripts start, refuse, upgrade and stop a real Flink on a real YARN and HDFS, which were asked for what the file says",
  claims,
  limits,
  async prepare(context) {
    await hadoopJars(context);
    for (const line of lines) await flinkHome(context, line);
  },
  async run(context) {
    const cluster = await YarnCluster.start(context, await hadoopJars(context));
    // A fault in the generator shows on one line as well as on two.
    const once = process.env["NEXGEN_CONFORMANCE_FLINK_LINE"] !== undefined;
    for (const line of once ? lines.slice(0, 1) : lines) {
      await new Journey(context, cluster, await nightlyJobs(context, cluster, line)).run();
    }
  },
};

/** The life of one process, from its first start on. */
class Journey {
  #application = "";
  #savepoint = "";

  constructor(
    private readonly context: Context,
    private readonly cluster: YarnCluster,
    private readonly jobs: NightlyJobs,
  ) {}

  async run(): Promise<void> {
    await this.#check("--dry-run starts nothing", () => this.#dryRun());
    if (!(await this.#check("runs a job", () => this.#start()))) return;
    if (!(await this.#compare())) return;
    await this.#check("refuses a second start", () => this.#second());
    await this.#check("--status tells of the job", () => this.#status());
    await this.#check("a second attempt goes on from a checkpoint", () => this.#lostMaster());
    const upgraded = await this.#check("--upgrade goes on from a savepoint", () => this.#upgrade());
    if (!upgraded) return;
    await this.#check("--stop ends with a savepoint", () => this.#stop());
    await this.#check("--from-savepoint goes on from it", () => this.#fromSavepoint());
    await this.#check("a start after a crash does not guess", () => this.#crash());
  }

  #check(title: string, prove: () => Promise<void>): Promise<boolean> {
    return this.context.check(`${versions.flinkHome[this.jobs.line]}: ${title}`, prove);
  }

  /** Whether it was asked for as the file says: if not, what follows proves nothing. */
  async #compare(): Promise<boolean> {
    const { cluster } = this;
    const wanted = wantedOf(this.context.root);
    const id = this.#application;
    const parts: Readonly<Record<string, () => Promise<void>>> = {
      "name, queue, type, tags, priority and labels": () => judgeRequest(cluster, id, wanted),
      "sizes of containers": () => judgeContainers(cluster, id, wanted),
      "options of Flink": () => judgeOptions(cluster, id, this.jobs),
      "arguments, variable, secret and ship file": () => judgeJob(cluster, id, wanted),
    };
    let all = true;
    for (const [name, prove] of Object.entries(parts)) {
      all = (await this.#check(`${name} arrive as the file says`, prove)) && all;
    }
    return all;
  }

  #submit(...args: readonly string[]): Promise<Outcome> {
    const script = join(this.jobs.folder, "settlement/submit.sh");
    return this.cluster.run(script, args, this.jobs.variables);
  }

  async #dryRun(): Promise<void> {
    const before = await applications(this.cluster);
    const outcome = await this.#submit("--dry-run");
    mustEnd(outcome, 0);
    const after = await applications(this.cluster);
    mustAgree({
      "the number of applications": [after.length, before.length],
      "something remembered": [existsSync(this.jobs.memory), false],
      "the printed call": [outcome.stdout.includes("com.example.finance.Settlement"), true],
    });
  }

  async #start(...args: readonly string[]): Promise<void> {
    const outcome = await this.#submit(...args);
    mustEnd(outcome, 0);
    this.#application = runningIn(outcome);
    const { tasks, state } = await jobOf(this.cluster, this.#application);
    mustAgree({ state: [state, "RUNNING"], "running tasks": [tasks.running, tasks.total] });
    await this.#waitForCheckpoints();
  }

  #waitForCheckpoints(): Promise<void> {
    return until(
      "a checkpoint",
      async () => (await checkpointsOf(this.cluster, this.#application)) > 1,
      patience,
    );
  }

  async #second(): Promise<void> {
    const before = await applications(this.cluster);
    const outcome = await this.#submit();
    mustEnd(outcome, 1, `runs already, as ${this.#application}`);
    const after = await applications(this.cluster);
    mustAgree({ "the number of applications": [after.length, before.length] });
  }

  async #status(): Promise<void> {
    const outcome = await this.#submit("--status");
    const { jid } = await jobOf(this.cluster, this.#application);
    mustEnd(outcome, 0, this.#application, "State : RUNNING", `${jid} : settlement (RUNNING)`);
  }

  /** The master dies; YARN starts it once more, and ZooKeeper knows the last checkpoint. */
  async #lostMaster(): Promise<void> {
    const { cluster } = this;
    const id = this.#application;
    const [master] = await containersOf(cluster, id);
    await cluster.killContainer(id, master?.id ?? "");
    await until(
      "a second attempt",
      async () => {
        const job = await jobOf(cluster, id).catch(() => null);
        const { total = 0, running = 0 } = job?.tasks ?? {};
        return total > 0 && running === total && (await attemptsOf(cluster, id)) === 2;
      },
      patience,
    );
    await this.#mustHaveState(false);
    await this.#waitForCheckpoints();
  }

  async #mustHaveState(isSavepoint: boolean, path?: string): Promise<void> {
    const restored = await restoredOf(this.cluster, this.#application);
    mustAgree({
      "restored from a savepoint": [restored?.is_savepoint, isSavepoint],
      "its path": path === undefined ? [0, 0] : [restored?.external_path, path],
    });
    const told = async () => ((await countedBefore(this.cluster, this.#application)) ?? 0) > 0;
    await until("the job's own state", told, patience);
  }

  async #upgrade(): Promise<void> {
    const earlier = this.#application;
    const outcome = await this.#submit("--upgrade");
    mustEnd(outcome, 0);
    this.#savepoint = savepointIn(outcome);
    this.#application = runningIn(outcome);
    const old = await applicationOf(this.cluster, earlier);
    mustAgree({
      "the same application": [this.#application === earlier, false],
      "the end of the old one": [old.finalStatus, "SUCCEEDED"],
    });
    await this.#mustHaveState(true, this.#savepoint);
  }

  async #stop(): Promise<void> {
    const outcome = await this.#submit("--stop");
    mustEnd(outcome, 0);
    const savepoint = savepointIn(outcome);
    const { state, finalStatus } = await applicationOf(this.cluster, this.#application);
    mustAgree({
      state: [state, "FINISHED"],
      "final status": [finalStatus, "SUCCEEDED"],
      "another savepoint": [savepoint === this.#savepoint, false],
      "the savepoint is there": [await this.cluster.exists(`${savepoint}/_metadata`), true],
    });
  }

  /** From the earlier one of the two: what is named wins over what is remembered. */
  async #fromSavepoint(): Promise<void> {
    await this.#start("--from-savepoint", this.#savepoint);
    await this.#mustHaveState(true, this.#savepoint);
  }

  async #crash(): Promise<void> {
    await this.cluster.kill(this.#application);
    const ended = async () =>
      (await applicationOf(this.cluster, this.#application)).state === "KILLED";
    await until("the end of the application", ended, patience);
    const before = await applications(this.cluster);
    const outcome = await this.#submit();
    mustEnd(outcome, 1, "--from-savepoint", this.#savepoint);
    const after = await applications(this.cluster);
    mustAgree({ "the number of applications": [after.length, before.length] });
  }
}

/** With this code, and with these words in what it said. */
function mustEnd({ code, stdout, stderr }: Outcome, wanted: number, ...words: readonly string[]) {
  const text = stdout + stderr;
  const missing = words.filter((word) => !text.includes(word));
  if (code === wanted && missing.length === 0) return;
  const told = missing.map((word) => `, and did not say "${word}"`).join("");
  throw new Error(`the script ended with ${String(code)}${told}:\n${text.slice(-3000)}`);
}

function runningIn({ stderr }: Outcome): string {
  const [, id] = /^settlement: runs as (application_\w+)$/mu.exec(stderr) ?? [];
  if (id === undefined) throw new Error(`the script did not say what runs:\n${stderr}`);
  return id;
}

function savepointIn({ stderr }: Outcome): string {
  const [, path] = /^settlement: the savepoint is (\S+)$/mu.exec(stderr) ?? [];
  if (path === undefined) throw new Error(`the script named no savepoint:\n${stderr}`);
  return path;
}
