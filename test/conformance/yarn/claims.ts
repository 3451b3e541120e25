// What a real resource manager, HDFS and Flink show of the submit scripts.
import type { Claim, Judge, Limit } from "../claims.js";
import versions from "../versions.json" with { type: "json" };

const hadoop: Judge = { program: "Hadoop YARN and HDFS", version: versions.yarn.hadoop };
const flink: readonly Judge[] = Object.values(versions.flinkHome).map((version) => ({
  program: "Flink",
  version,
}));
const generator = "yarn";
const by = [hadoop, ...flink];

export const claims: readonly Claim[] = [
  {
    generator,
    artifact: "`submit.sh`",
    holds: "starts one job, tells of it, and refuses a second one",
    by,
    checks: /: (?:--dry-run|runs a job|refuses a second|--status)/u,
  },
  {
    generator,
    artifact: "`submit.sh`",
    holds: "upgrades, stops and starts from savepoints",
    by,
    checks: /: (?:--upgrade|--stop|--from-savepoint)/u,
  },
  {
    generator,
    artifact: "`submit.sh`",
    holds: "leaves a job that goes on after its master died, and never guesses where to go on",
    by,
    checks: /: (?:a second attempt|a start after a crash)/u,
  },
  {
    generator,
    artifact: "`submit.sh` and its configuration",
    holds: "ask for the queue, tags, priority, containers and options of the file, and get them",
    by,
    checks: / arrives? as the file says$/u,
  },
];

export const limits: readonly Limit[] = [
  {
    generator,
    artifact: "Kerberos",
    because: "no ticket server is started: only the options are parsed.",
  },
];
