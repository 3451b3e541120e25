// What readers and runners of pipelines show.
import { debian, type Claim, type Judge, type Limit } from "../claims.js";
import versions from "../versions.json" with { type: "json" };

const { workflowParser, actionlint, gitlabCiLocal } = versions.ciCd;
const parser: Judge = { program: "GitHub's workflow-parser", version: workflowParser };
const linter: Judge = { program: "actionlint", version: actionlint };
const runner: Judge = { program: "gitlab-ci-local with GitLab's schema", version: gitlabCiLocal };
const bash = debian("bash");

const generator = "ci-cd";
const workflow = "workflow of GitHub Actions";
const pipeline = "pipeline of GitLab";

export const claims: readonly Claim[] = [
  {
    generator,
    artifact: workflow,
    holds: "is read without an error, with the triggers and jobs of the file",
    by: [parser, linter, debian("shellcheck")],
    checks:
      /: (?:GitHub's parser reads the workflow|actionlint finds nothing|triggers and jobs .*)$/u,
  },
  {
    generator,
    artifact: workflow,
    holds:
      "runs the file's commands in its order, hostile ones whole, then deploys by the scripts and folders that are emitted, with no secret among the words of a command",
    by: [parser, bash],
    checks: /: steps run what the file says, in its order$/u,
  },
  {
    generator,
    artifact: workflow,
    holds: "fails where committed files or its own copy are not what nexgen makes of the file",
    by: [parser, bash],
    checks: /^the check (?:passes|fails) for /u,
  },
  {
    generator,
    artifact: pipeline,
    holds:
      "is taken with the jobs, stages and start rules of the file, and deploys from its branches only",
    by: [runner],
    checks: /: (?:GitLab's schema takes the pipeline.*|on another branch nothing is deployed)$/u,
  },
  {
    generator,
    artifact: pipeline,
    holds: "runs the file's commands stage by stage, hostile ones whole, then deploys",
    by: [runner, bash],
    checks: /: jobs run what the file says, stage by stage$/u,
  },
];

export const limits: readonly Limit[] = [
  {
    generator,
    artifact: "Servers of GitHub and GitLab",
    because:
      "out of reach: actions are not fetched, and environments, `concurrency` and `resource_group` are held to the schemas alone.",
  },
];
