// What a real YARN with a real HDFS shows of the submit scripts.
import type { Claim, Judge, Limit } from "../claims.js";
import versions from "../versions.json" with { type: "json" };

const hadoop: Judge = { program: "Hadoop YARN and HDFS", version: versions.yarn.hadoop };
const flinks: readonly Judge[] = Object.values(versions.flinkHome).map((version) => ({
  program: "Flink",
  version,
}));
const both = [hadoop, ...flinks];
const generator = "yarn";
const artifact = "`submit.sh`";

export const claims: readonly Claim[] = [
  {
    generator,
    artifact,
    holds:
      "starts a job and sees it run, starts nothing by `--dry-run`, and refuses a second start",
    by: both,
    checks: /^[\d.]+, \w+: (?:runs a job|--dry-run|refuses|--status)/u,
  },
  {
    generator,
    artifact,
    holds:
      "asks YARN for the queue, name, type, tags, priority, labels and containers of the file, and the job manager has every option",
    by: both,
    checks: /: (?:name, queue, type|sizes of containers|options of Flink)/u,
  },
  {
    generator,
    artifact,
    holds: "delivers arguments, variables, secrets and ship files to the containers",
    by: both,
    checks: /: arguments, variable, secret and ship file/u,
  },
  {
    generator,
    artifact,
    holds: "stops and upgrades with a savepoint, and the job goes on from it with its state",
    by: both,
    checks: /^[\d.]+, \w+: --(?:upgrade|stop)/u,
  },
  {
    generator,
    artifact,
    holds:
      "goes on from a named savepoint, from the last checkpoint where its master is lost, and does not guess after a crash",
    by: [hadoop, { program: "Flink", version: versions.flinkHome["1.20"] }],
    checks: /: (?:--from-savepoint|a second attempt|a start after a crash)/u,
  },
  {
    generator,
    artifact: "`session.sh`",
    holds:
      "starts a cluster as the file says and refuses a second; its jobs start, upgrade and stop, and it is not stopped under one",
    by: [hadoop, { program: "Flink", version: versions.flinkHome["2.3"] }],
    checks: /, session cluster: /u,
  },
];

export const limits: readonly Limit[] = [
  {
    generator,
    artifact: "`submit.sh` with Kerberos",
    because:
      "no ticket server is started: the example runs without its login, and that call is only read by Flink's client.",
  },
  {
    generator,
    artifact: "`submit.sh` in per-job mode",
    because: "the mode is deprecated, and 2.0 removed it: its calls run beside stand-ins only.",
  },
];
