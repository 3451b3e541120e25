// What the checks of scripts show.
import { debian, type Claim, type Limit } from "../claims.js";

/** What holds of the scripts of one generator, whose checks name them by path. */
function ofScripts(generator: string, artifact: string): readonly Claim[] {
  return [
    {
      generator,
      artifact,
      holds: "are clean by every rule of the linters, formatted, and evaluate no text",
      by: [debian("bash"), debian("shellcheck"), debian("shfmt")],
      checks: new RegExp(`/${generator}/.*: bash, shellcheck, shfmt$`, "u"),
    },
    {
      generator,
      artifact,
      holds:
        "among stubs hand hostile values on whole, run none of them, and put no credential on a command line",
      by: [debian("bash")],
      checks: new RegExp(`/${generator}/.*: (?:--help needs|hostile variables stay)`, "u"),
    },
  ];
}

/** What the tests of whole runs among stubs that answer show. */
function ofBehaviour(generator: string, artifact: string, tests: string): Claim {
  return {
    generator,
    artifact,
    holds: "among stubs that answer do, remember and refuse what their README says",
    by: [debian("bash")],
    checks: new RegExp(`^what scripts do: (?:${tests})\\.test\\.ts$`, "u"),
  };
}

export const claims: readonly Claim[] = [
  ...ofScripts("yarn", "`submit.sh` and its libraries"),
  ofBehaviour("yarn", "`submit.sh` and its libraries", "yarn-scripts"),
  ...ofScripts("standalone", "`submit.sh`, `cluster.sh` and their library"),
  ofBehaviour(
    "standalone",
    "`submit.sh`, `cluster.sh` and their library",
    "standalone-scripts|cluster-script",
  ),
  ...ofScripts("kafka-topics", "`topics.sh` and `streams.sh`"),
  ofBehaviour("kafka-topics", "`topics.sh`", "topic-plan"),
  {
    generator: "kafka-topics",
    artifact: "`topics.sh` and `streams.sh`",
    holds: "hand hostile names, groups, principals and keys of the model on whole",
    by: [debian("bash")],
    checks: /^hostile topics: \d+ values arrive whole$/u,
  },
  ...ofScripts("compose", "`start-flink.sh`"),
  {
    generator: "failover",
    artifact: "Runbooks",
    holds: "tell commands that are clean by every rule of the linter",
    by: [debian("bash"), debian("shellcheck")],
    checks: /: commands, bash, shellcheck$/u,
  },
];

export const limits: readonly Limit[] = [
  {
    generator: "failover",
    artifact: "Runbooks",
    because: "nobody has followed one: no second region is at hand.",
  },
  {
    generator: "kafka-topics",
    artifact: "`topics.sh` for Pulsar",
    because: "read and run among stubs only; no Pulsar is started.",
  },
];
