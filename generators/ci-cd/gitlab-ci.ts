// Jobs of GitLab CI, in a file that the project's own `.gitlab-ci.yml` includes.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import { absent } from "../../src/encode/leaf.js";
import type { PlannedFile, View, ViewValue } from "../../src/generator/contract.js";
import type { DeploymentCiCdOther } from "../../src/model/bindings.js";
import { derived, pick } from "../../src/generator/view.js";
import { checkCommands } from "./commands.js";
import { checkText, keyPlace, pathOf, type Context } from "./context.js";
import { checkCommandsOf, deploymentCommands } from "./deployment.js";
import {
  checkEnvironment,
  checkGitlabJob,
  checkGitlabText,
  checkImage,
  checkJobName,
  checkRunnerLabel,
  ruleOf,
} from "./names.js";
import { nodeImage } from "./versions.js";

/** GitLab's own order, where the file names no stages. */
const usualStages = ["build", "test", "deploy"];
/** Stages that every pipeline has, at its beginning and its end. */
const outerStages = [".pre", ".post"];

interface Job {
  readonly name: string;
  readonly stage: string | null;
  /** Null: it deploys. */
  readonly script: readonly string[] | null;
  readonly environment: string | null;
  readonly when: DeploymentCiCdOther["when"];
  readonly only: readonly string[] | null;
}

/** The name by which GitLab takes a file for a pipeline. */
export function pipelinePath({ scope }: Context): string {
  return `${scope}.gitlab-ci.yml`;
}

/** The pipeline. Reports E714, E752, E760, E934 and W767. */
export function gitlabPipeline(context: Context): PlannedFile {
  const { ciCd } = context;
  checkStages(context);
  checkRunner(context);
  for (const [name, job] of Object.entries(ciCd.others)) checkJob(context, name, job);
  const check = checkCommandsOf(context);
  return {
    path: pipelinePath(context),
    language: "yaml",
    process: null,
    body: {
      kind: "template",
      template: "ci-cd/gitlab-ci.yaml",
      view: {
        environment: context.scope,
        path: `/${context.folder}/ci-cd/${pipelinePath(context)}`,
        stages: ciCd.stages === null || ciCd.stages.length === 0 ? absent : pick(ciCd, "stages"),
        hasStages: ciCd.stages !== null && ciCd.stages.length > 0,
        jobs: [
          ...(check === null ? [] : [checkView(context, check)]),
          ...gitlabJobs(context).map((job) => jobView(context, job)),
        ],
      },
    },
  };
}

/** The jobs of the file; without any, one that deploys in the last stage. */
export function gitlabJobs({ ciCd, model }: Context): readonly Job[] {
  const jobs = Object.entries(ciCd.others);
  if (jobs.length > 0) return jobs.map(([name, job]) => ({ name, ...job }));
  const stage = (ciCd.stages ?? usualStages).at(-1) ?? "deploy";
  const { environment } = model;
  return [{ name: "deploy", stage, script: null, environment, when: null, only: null }];
}

function checkStages(context: Context): void {
  const { ciCd, origins } = context;
  for (const stage of ciCd.stages ?? []) {
    checkText(
      context,
      [stage, "stage of GitLab"],
      checkGitlabText(stage),
      origins.span(ciCd, "stages"),
    );
  }
}

function checkRunner(context: Context): void {
  const { pipeline } = context.ciCd;
  if (pipeline === null) return;
  for (const label of pipeline.runnerLabels ?? []) {
    const span = context.origins.span(pipeline, "runnerLabels");
    checkText(context, [label, "tag of a runner"], checkRunnerLabel(label), span);
  }
  if (pipeline.image !== null) {
    const span = context.origins.span(pipeline, "image");
    checkText(context, [pipeline.image, "image of a job"], checkImage(pipeline.image), span);
  }
  if (pipeline.login !== null) checkCommands(context, pipeline.login, [pipeline, "login"]);
}

function checkJob(context: Context, name: string, job: DeploymentCiCdOther): void {
  const { ciCd, origins, report } = context;
  checkText(context, [name, "job of GitLab"], checkGitlabJob(name), keyPlace(context, ciCd, name));
  checkStage(context, job);
  const { environment } = job;
  if (environment !== null) {
    const span = origins.span(job, "environment");
    checkText(
      context,
      [environment, "deployment environment"],
      checkEnvironment(environment),
      span,
    );
  }
  if (job.script !== null) checkCommands(context, job.script, [job, "script"]);
  else if (environment === null) {
    const property = pathOf(context, job, "script");
    const help = "Add its commands, or the environment that it deploys.";
    const condition = "the job names no environment";
    report(diagnose("E752", origins.span(job), { property, condition }, { help }));
  }
  for (const ref of job.only ?? []) {
    const rule = ruleOf(ref);
    if ("condition" in rule) continue;
    checkText(context, [ref, "branch of a job"], rule.problem, origins.span(job, "only"));
  }
  if (
    job.script === null &&
    environment !== null &&
    (job.only ?? []).length === 0 &&
    job.when !== "never"
  ) {
    const values = { job: name, what: "from every branch", problem: 'it has no "only"' };
    report(
      diagnose("W767", origins.span(job), values, { help: "Name the branches: only: [main]." }),
    );
  }
}

/** E760 for a stage that is not listed; a job without one is in GitLab's stage "test". */
function checkStage(context: Context, job: DeploymentCiCdOther): void {
  const { ciCd, origins, report } = context;
  const stages = ciCd.stages ?? usualStages;
  const section =
    ciCd.stages === null ? `GitLab's own stages, ${usualStages.join(", ")}` : "ci_cd.stages";
  const property = pathOf(context, job, "stage");
  if (job.stage === null) {
    if (stages.includes("test")) return;
    const help = `Name one of: ${stages.join(", ")}.`;
    const condition = 'there is no stage "test", where GitLab puts a job that names none';
    report(diagnose("E752", origins.span(job), { property, condition }, { help }));
  } else if (!stages.includes(job.stage) && !outerStages.includes(job.stage)) {
    const help = `Name one of: ${stages.join(", ")}.`;
    const values = { property, name: job.stage, section };
    report(diagnose("E760", origins.span(job, "stage"), values, { help }));
  }
}

function checkView({ ciCd }: Context, commands: readonly string[]): View {
  return {
    name: checkJobName,
    stage: ".pre",
    // The image of the other jobs need not have Node.js.
    image: nodeImage,
    tags: tagsOf(ciCd),
    environment: absent,
    isDeployment: false,
    rules: absent,
    when: absent,
    script: derived([...commands]),
  };
}

function jobView(context: Context, job: Job): View {
  const { ciCd, model } = context;
  const region = model.region?.regionName ?? null;
  const deploys = job.script === null;
  return {
    // The files of two regions are included side by side, and jobs of one name would become one.
    name: region === null ? job.name : `${job.name}-${region}`,
    stage: job.stage ?? absent,
    image: ciCd.pipeline?.image ?? absent,
    tags: tagsOf(ciCd),
    environment:
      job.environment === null ? absent : derived({ name: regional(job.environment, region) }),
    isDeployment: deploys,
    group: regional(job.environment ?? model.environment, region),
    ...startView(job),
    script: derived([...(job.script ?? deployScript(context))]),
  };
}

function tagsOf({ pipeline }: Context["ciCd"]): ViewValue {
  const labels = pipeline?.runnerLabels ?? [];
  return labels.length === 0 ? absent : derived([...labels]);
}

/** GitLab hands the project's variables to every job, a kubeconfig as the file `$KUBECONFIG`. */
function deployScript(context: Context): readonly string[] {
  return [...(context.ciCd.pipeline?.login ?? []), ...deploymentCommands(context).commands];
}

function regional(environment: string, region: string | null): string {
  return region === null ? environment : `${environment}/${region}`;
}

/** With branches, `when` belongs into each rule; a manual job does not hold up what follows, as without. */
function startView({ when, only }: Job): Readonly<Record<string, ViewValue>> {
  const conditions = (only ?? []).flatMap((ref) => {
    const rule = ruleOf(ref);
    return "condition" in rule ? [rule.condition] : [];
  });
  const start = {
    ...(when === null ? {} : { when }),
    ...(when === "manual" ? { allow_failure: true } : {}),
  };
  if (conditions.length > 0) {
    const rules = conditions.map((condition) => ({ if: condition, ...start }));
    return { rules: derived(rules), when: absent };
  }
  // GitLab knows "never" in rules only.
  if (when === "never") return { rules: derived([{ when }]), when: absent };
  return { rules: absent, when: when ?? absent };
}
