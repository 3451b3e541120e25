// The life of one process by its emitted submit script: from a call that starts nothing to a crash.
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Context, Outcome } from "../harness.js";
import { until } from "../lookups/servers.js";
import versions from "../versions.json" with { type: "json" };
import { applicationOf, applicationsOf, attemptsOf, containersOf, jobOf } from "./application.js";
import { patience, type YarnCluster } from "./cluster.js";
import {
  judgeContainers,
  judgeJob,
  judgeOptions,
  judgeRequest,
  mustAgree,
  mustHaveState,
  waitForCheckpoints,
} from "./judgement.js";
import type { NightlyJobs } from "./nightly-job.js";
import { applicationIn, mustEnd, savepointIn } from "./outcomes.js";
import { wantedOf } from "./wanted.js";

/** The life of one process, from its first start on. */
export class Journey {
  #application = "";
  #savepoint = "";

  constructor(
    private readonly context: Context,
    private readonly cluster: YarnCluster,
    private readonly jobs: NightlyJobs,
  ) {}

  /** What every line must do. */
  async run(): Promise<boolean> {
    await this.#check("--dry-run starts nothing", () => this.#dryRun());
    if (!(await this.#check("runs a job", () => this.#start()))) return false;
    if (!(await this.#compare())) return false;
    await this.#check("refuses a second start", () => this.#second());
    await this.#check("--status tells of the job", () => this.#status());
    if (!(await this.#check("--upgrade goes on from a savepoint", () => this.#upgrade())))
      return false;
    return this.#check("--stop ends with a savepoint", () => this.#stop());
  }

  /** What the script's memory and YARN's second attempt do, on any line. Goes on from `run`. */
  async runOn(): Promise<void> {
    if (!(await this.#check("--from-savepoint goes on from it", () => this.#fromSavepoint())))
      return;
    await this.#check("a second attempt goes on from a checkpoint", () => this.#lostMaster());
    await this.#check("a start after a crash does not guess", () => this.#crash());
  }

  #check(title: string, prove: () => Promise<void>): Promise<boolean> {
    const { line, process } = this.jobs;
    return this.context.check(`${versions.flinkHome[line]}, ${process}: ${title}`, prove);
  }

  /** Whether it was asked for as the file says: if not, what follows proves nothing. */
  async #compare(): Promise<boolean> {
    const { cluster } = this;
    const wanted = wantedOf(this.context.root, this.jobs.process);
    const id = this.#application;
    const parts: Readonly<Record<string, () => Promise<void>>> = {
      "name, queue, type, tags, priority and labels": () =>
        judgeRequest(cluster, id, wanted, wanted.process),
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
    const { folder, process } = this.jobs;
    return this.cluster.run(join(folder, process, "submit.sh"), args, this.jobs);
  }

  async #dryRun(): Promise<void> {
    const before = await applicationsOf(this.cluster, this.jobs.process);
    const outcome = await this.#submit("--dry-run");
    mustEnd(outcome, 0);
    const after = await applicationsOf(this.cluster, this.jobs.process);
    mustAgree({
      "the number of applications": [after.length, before.length],
      "something remembered": [existsSync(this.jobs.memory), false],
      "the printed call": [outcome.stdout.includes(" -c com.example.finance."), true],
    });
  }

  async #start(...args: readonly string[]): Promise<void> {
    const outcome = await this.#submit(...args);
    mustEnd(outcome, 0);
    this.#application = applicationIn(outcome);
    const { tasks, state } = await jobOf(this.cluster, this.#application);
    mustAgree({ state: [state, "RUNNING"], "running tasks": [tasks.running, tasks.total] });
    await waitForCheckpoints(this.cluster, this.#application);
  }

  async #second(): Promise<void> {
    const before = await applicationsOf(this.cluster, this.jobs.process);
    const outcome = await this.#submit();
    mustEnd(outcome, 1, `runs already, as ${this.#application}`);
    const after = await applicationsOf(this.cluster, this.jobs.process);
    mustAgree({ "the number of applications": [after.length, before.length] });
  }

  async #status(): Promise<void> {
    const outcome = await this.#submit("--status");
    const { jid } = await jobOf(this.cluster, this.#application);
    mustEnd(
      outcome,
      0,
      this.#application,
      "State : RUNNING",
      `${jid} : ${this.jobs.process} (RUNNING)`,
    );
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
    await mustHaveState(cluster, id, "checkpoint");
    await waitForCheckpoints(this.cluster, this.#application);
  }

  async #upgrade(): Promise<void> {
    const earlier = this.#application;
    const outcome = await this.#submit("--upgrade");
    mustEnd(outcome, 0);
    this.#savepoint = savepointIn(outcome);
    this.#application = applicationIn(outcome);
    const old = await applicationOf(this.cluster, earlier);
    mustAgree({
      "the same application": [this.#application === earlier, false],
      "the end of the old one": [old.finalStatus, "SUCCEEDED"],
    });
    await mustHaveState(this.cluster, this.#application, { savepoint: this.#savepoint });
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
    await mustHaveState(this.cluster, this.#application, { savepoint: this.#savepoint });
  }

  async #crash(): Promise<void> {
    await this.cluster.kill(this.#application);
    const ended = async () =>
      (await applicationOf(this.cluster, this.#application)).state === "KILLED";
    await until("the end of the application", ended, patience);
    const before = await applicationsOf(this.cluster, this.jobs.process);
    const outcome = await this.#submit();
    mustEnd(outcome, 1, "--from-savepoint", this.#savepoint);
    const after = await applicationsOf(this.cluster, this.jobs.process);
    mustAgree({ "the number of applications": [after.length, before.length] });
  }
}
