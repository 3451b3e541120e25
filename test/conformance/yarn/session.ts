// A shared cluster and a job of it: started, refused, upgraded and stopped by the emitted scripts.
import { join } from "node:path";
import type { Context, Outcome } from "../harness.js";
import versions from "../versions.json" with { type: "json" };
import { applicationOf, jobOf } from "./application.js";
import type { YarnCluster } from "./cluster.js";
import {
  judgeContainers,
  judgeJob,
  judgeRequest,
  mustAgree,
  mustHaveState,
  waitForCheckpoints,
} from "./judgement.js";
import type { NightlyJobs } from "./nightly-job.js";
import { applicationIn, mustEnd, savepointIn } from "./outcomes.js";
import { wantedOf } from "./wanted.js";

export class Session {
  #application = "";

  constructor(
    private readonly context: Context,
    private readonly cluster: YarnCluster,
    private readonly jobs: NightlyJobs,
  ) {}

  async run(): Promise<void> {
    if (!(await this.#check("starts", () => this.#start()))) return;
    if (!(await this.#check("runs a job", () => this.#startJob()))) return;
    await this.#check("refuses a second cluster and a second job", () => this.#second());
    await this.#check("--upgrade of a job goes on from a savepoint", () => this.#upgrade());
    await this.#check("is not stopped under a job", () => this.#refuseStop());
    await this.#check("goes on without the job that --stop ends", () => this.#stopJob());
    await this.#check("--stop ends it", () => this.#stop());
  }

  #check(title: string, prove: () => Promise<void>): Promise<boolean> {
    const release = versions.flinkHome[this.jobs.line];
    return this.context.check(`${release}, session cluster: ${title}`, prove);
  }

  #run(script: string, ...args: readonly string[]): Promise<Outcome> {
    return this.cluster.run(join(this.jobs.folder, script), args, this.jobs);
  }

  async #start(): Promise<void> {
    const outcome = await this.#run("session-cluster/session.sh");
    mustEnd(outcome, 0);
    this.#application = applicationIn(outcome);
    const wanted = wantedOf(this.context.root, this.jobs.process);
    await judgeRequest(this.cluster, this.#application, wanted, "shared-session");
    // Task managers come with the jobs.
    await judgeContainers(this.cluster, this.#application, { ...wanted, parallelism: 0 });
  }

  async #startJob(): Promise<void> {
    const outcome = await this.#run("settlement/submit.sh");
    mustEnd(outcome, 0, `runs as ${this.#application}`);
    const wanted = wantedOf(this.context.root, this.jobs.process);
    await judgeContainers(this.cluster, this.#application, wanted);
    await judgeJob(this.cluster, this.#application, wanted);
    await waitForCheckpoints(this.cluster, this.#application);
  }

  async #second(): Promise<void> {
    const { jid } = await jobOf(this.cluster, this.#application);
    mustEnd(
      await this.#run("session-cluster/session.sh"),
      1,
      `runs already, as ${this.#application}`,
    );
    mustEnd(await this.#run("settlement/submit.sh"), 1, `runs already, as the job ${jid}`);
  }

  async #upgrade(): Promise<void> {
    const { jid } = await jobOf(this.cluster, this.#application);
    const outcome = await this.#run("settlement/submit.sh", "--upgrade");
    mustEnd(outcome, 0);
    const job = await jobOf(this.cluster, this.#application);
    mustAgree({
      "the application": [applicationIn(outcome), this.#application],
      "the same job": [job.jid === jid, false],
    });
    await mustHaveState(this.cluster, this.#application, { savepoint: savepointIn(outcome) });
  }

  async #refuseStop(): Promise<void> {
    const outcome = await this.#run("session-cluster/session.sh", "--stop");
    mustEnd(outcome, 1, "runs jobs");
    const { state } = await applicationOf(this.cluster, this.#application);
    mustAgree({ state: [state, "RUNNING"] });
  }

  async #stopJob(): Promise<void> {
    const outcome = await this.#run("settlement/submit.sh", "--stop");
    mustEnd(outcome, 0);
    const { state } = await applicationOf(this.cluster, this.#application);
    mustAgree({
      state: [state, "RUNNING"],
      "the savepoint is there": [
        await this.cluster.exists(`${savepointIn(outcome)}/_metadata`),
        true,
      ],
    });
  }

  async #stop(): Promise<void> {
    mustEnd(await this.#run("session-cluster/session.sh", "--stop"), 0);
    const { state } = await applicationOf(this.cluster, this.#application);
    mustAgree({ state: [state, "KILLED"] });
  }
}
