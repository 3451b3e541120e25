// A workflow of GitHub Actions: what starts it, its jobs in order, and the job that deploys.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import { absent } from "../../src/encode/leaf.js";
import { isStated } from "../../src/model/is-stated.js";
import type { PlannedFile, View, ViewValue } from "../../src/generator/contract.js";
import { derived, pick } from "../../src/generator/view.js";
import { checkCommands } from "./commands.js";
import { checkText, keyPlace, pathOf, type CiCd, type Context } from "./context.js";
import { checkCommandsOf, deploymentCommands } from "./deployment.js";
import {
  checkBranchPattern,
  checkEnvironment,
  checkGithubJob,
  checkJobName,
  checkPullRequestEvent,
  checkRunnerLabel,
} from "./names.js";
import { circles, inOrder } from "./order.js";
import { actions, githubRunner, nodeLine } from "./versions.js";

/** What a job is, beside its name. */
interface Job {
  readonly name: string;
  /** Null: it deploys. */
  readonly commands: readonly string[] | null;
  readonly environment: string | null;
  readonly needs: readonly string[] | null;
}

/** Below the folder of the generator, as it has to be below the root of the repository. */
export function workflowPath({ scope }: Context): string {
  return `.github/workflows/${scope}.yml`;
}

/** The workflow. Reports E714, E760, E767, E768, E934 and W767. */
export function githubWorkflow(context: Context): PlannedFile {
  const { ciCd } = context;
  const jobs = jobsOf(context);
  checkJobs(context, jobs);
  checkTriggers(context, jobs);
  checkRunner(context);
  checkDeployment(context);
  const order = new Map(inOrder(jobs).map(({ name, needs }) => [name, needs]));
  const check = checkCommandsOf(context);
  const views = jobs.map((job) => jobView(context, job, order.get(job.name) ?? [], check !== null));
  return {
    path: workflowPath(context),
    language: "yaml",
    process: null,
    body: {
      kind: "template",
      template: "ci-cd/github-workflow.yaml",
      view: {
        environment: context.scope,
        name: `Deploy ${context.scope}`,
        ...triggerView(ciCd),
        jobs: [...(check === null ? [] : [checkView(context, check)]), ...views],
      },
    },
  };
}

/** The jobs of the file; without any, one that deploys. */
export function jobsOf({ ciCd, model }: Context): readonly Job[] {
  const jobs = Object.entries(ciCd.jobs ?? {});
  if (jobs.length === 0) {
    return [{ name: "deploy", commands: null, environment: model.environment, needs: null }];
  }
  return jobs.map(([name, job]): Job => {
    if (isCommands(job)) return { name, commands: job, environment: null, needs: null };
    return { name, commands: null, environment: job.environment, needs: job.needs };
  });
}

type WrittenJob = NonNullable<CiCd["jobs"]>[string];

function isCommands(job: WrittenJob): job is readonly string[] {
  return Array.isArray(job);
}

function checkJobs(context: Context, jobs: readonly Job[]): void {
  const { ciCd, origins, report } = context;
  const written = ciCd.jobs;
  if (written === null) return;
  const names = new Set(jobs.map(({ name }) => name));
  for (const [name, job] of Object.entries(written)) {
    checkText(
      context,
      [name, "job of GitHub Actions"],
      checkGithubJob(name),
      keyPlace(context, written, name),
    );
    if (isCommands(job)) {
      checkCommands(context, job, [written, name]);
      continue;
    }
    const { environment, needs } = job;
    if (environment !== null) {
      const what = "deployment environment";
      checkText(
        context,
        [environment, what],
        checkEnvironment(environment),
        origins.span(job, "environment"),
      );
    }
    for (const need of needs ?? []) {
      if (names.has(need)) continue;
      const values = { property: pathOf(context, job, "needs"), name: need, section: "ci_cd.jobs" };
      report(diagnose("E760", origins.span(job, "needs"), values));
    }
  }
  for (const circle of circles(jobs)) {
    const [name = ""] = circle;
    const values = { job: name, circle: circle.join(" → ") };
    report(diagnose("E767", keyPlace(context, written, name), values));
  }
}

function checkTriggers(context: Context, jobs: readonly Job[]): void {
  const { ciCd, origins, report } = context;
  const { onPush = null, onPullRequest = null } = ciCd.workflow ?? {};
  if (onPush !== null) {
    for (const branch of onPush.branches ?? []) {
      const span = origins.span(onPush, "branches");
      checkText(context, [branch, "branch of a workflow"], checkBranchPattern(branch), span);
    }
    const deploying = jobs.find(({ commands }) => commands === null);
    if ((onPush.branches ?? []).length === 0 && deploying !== undefined) {
      const values = {
        job: deploying.name,
        what: "from every branch",
        problem: "no branches are named below on_push",
      };
      const help = "Name them: branches: [main].";
      report(diagnose("W767", origins.span(onPush), values, { help }));
    }
  }
  for (const event of onPullRequest?.types ?? []) {
    const span = onPullRequest === null ? null : origins.span(onPullRequest, "types");
    checkText(context, [event, "type of a pull request"], checkPullRequestEvent(event), span);
  }
}

/** What a deployment takes from elsewhere in the file, where expressions are not thought of. */
function checkDeployment(context: Context): void {
  const { ciCd, deployment, origins } = context;
  const cluster = deployment.type === "kubernetes" ? deployment.kubernetes : null;
  if (cluster !== null && cluster.context !== null) {
    checkCommands(context, [cluster.context], [cluster, "context"]);
  }
  for (const { name } of deploymentCommands(context).variables) {
    const problem = /^GITHUB_/iu.test(name) ? 'must not begin with "GITHUB_"' : null;
    checkText(context, [name, "secret of GitHub"], problem, origins.span(ciCd, "type"));
  }
}

function checkRunner(context: Context): void {
  const { pipeline } = context.ciCd;
  if (pipeline === null) return;
  for (const label of pipeline.runnerLabels ?? []) {
    const span = context.origins.span(pipeline, "runnerLabels");
    checkText(context, [label, "label of a runner"], checkRunnerLabel(label), span);
  }
  if (pipeline.login !== null) checkCommands(context, pipeline.login, [pipeline, "login"]);
}

/** Without a push to start it, a person does. */
function triggerView({ workflow }: CiCd): View {
  const { onPush = null, onPullRequest = null } = workflow ?? {};
  return {
    onPush: onPush !== null,
    onEveryPush: onPush !== null && (onPush.branches ?? []).length === 0,
    branches:
      onPush === null || (onPush.branches ?? []).length === 0 ? absent : pick(onPush, "branches"),
    onPullRequest: onPullRequest !== null,
    onEveryPullRequest: onPullRequest !== null && (onPullRequest.types ?? []).length === 0,
    types:
      onPullRequest === null || (onPullRequest.types ?? []).length === 0
        ? absent
        : pick(onPullRequest, "types"),
    byHand: onPush === null,
  };
}

function checkView(context: Context, commands: readonly string[]): View {
  const { folder } = context;
  const path = workflowPath(context);
  const copied = `diff --unified ${path} ${folder}/ci-cd/${path}`;
  return {
    ...commonView(context, { name: checkJobName, needs: [] }),
    usesNode: true,
    steps: [...commands, copied].map((command) => stepView({ command })),
  };
}

function jobView(context: Context, job: Job, needs: readonly string[], hasCheck: boolean): View {
  const { ciCd, model } = context;
  const common = commonView(context, {
    name: job.name,
    needs: needs.length === 0 && hasCheck ? [checkJobName] : needs,
  });
  if (job.commands !== null) {
    const { commands } = job;
    return {
      ...common,
      usesNode: commands.some(runsNode),
      steps: commands.map((command, index) =>
        stepView({
          command: derived(command, ciCd.jobs === null ? null : [ciCd.jobs, job.name]),
          index,
        }),
      ),
    };
  }
  const login = ciCd.pipeline?.login ?? null;
  return {
    ...common,
    // The commit of a pull request is not what its reviewers have let through.
    condition: !isStated(ciCd.workflow?.onPullRequest)
      ? absent
      : "github.event_name != 'pull_request'",
    environment: job.environment ?? absent,
    isDeployment: true,
    group: `deploy-${[job.environment ?? model.environment, model.region?.regionName ?? ""].filter((part) => part !== "").join("-")}`,
    usesNode: (login ?? []).some(runsNode),
    steps: [
      ...(login === null ? defaultLogin(context) : login.map((command) => stepView({ command }))),
      deployStep(context),
    ],
  };
}

function commonView(
  { ciCd }: Context,
  { name, needs }: { readonly name: string; readonly needs: readonly string[] },
): View {
  const labels = ciCd.pipeline?.runnerLabels ?? [githubRunner];
  return {
    id: name,
    needs: needs.length === 0 ? absent : derived([...needs]),
    condition: absent,
    runner: derived(labels.length === 1 ? (labels[0] ?? "") : [...labels]),
    environment: absent,
    isDeployment: false,
    group: absent,
    checkout: { ...actions.checkout },
    setupNode: { ...actions.setupNode },
    nodeLine,
  };
}

/** Whether a command runs what Node.js brings. */
export function runsNode(command: string): boolean {
  return /(?:^|[\s;&|(])(?:nexgen|npx|npm|node)(?=$|[\s;&|)])/u.test(command);
}

interface Step {
  readonly name?: string;
  readonly command: ViewValue;
  readonly env?: Readonly<Record<string, string>>;
  readonly index?: number;
}

function stepView({ name, command, env }: Step): View {
  return {
    name: name ?? absent,
    isNamed: name !== undefined,
    command,
    env: env === undefined ? absent : derived(env),
  };
}

/** Where the file says nothing: a kubeconfig that is a secret, else the runner's own login. */
function defaultLogin({ deployment }: Context): readonly View[] {
  if (deployment.type !== "kubernetes") return [];
  const lines = [
    'if [ -n "$KUBECONFIG_CONTENT" ]; then',
    "  umask 077",
    '  printf \'%s\\n\' "$KUBECONFIG_CONTENT" > "$RUNNER_TEMP/kubeconfig"',
    '  echo "KUBECONFIG=$RUNNER_TEMP/kubeconfig" >> "$GITHUB_ENV"',
    "fi",
  ];
  return [
    stepView({
      name: "Log in to the cluster",
      command: `${lines.join("\n")}\n`,
      env: { KUBECONFIG_CONTENT: "${{ secrets.KUBECONFIG }}" },
    }),
  ];
}

function deployStep(context: Context): View {
  const { commands, variables } = deploymentCommands(context);
  // GitHub gives an empty text for a secret that is not there.
  const needed = variables
    .filter(({ fallback }) => fallback === null)
    .map(({ name }) => `: "\${${name}:?is a secret that the environment lacks}"`);
  const lines = [...needed, ...commands];
  const env = Object.fromEntries(
    variables.map(({ name, fallback }) => [name, secretExpression(name, fallback)]),
  );
  return stepView({
    name: "Deploy",
    command: lines.length === 1 ? (lines[0] ?? "") : `${lines.join("\n")}\n`,
    ...(variables.length === 0 ? {} : { env }),
  });
}

function secretExpression(name: string, fallback: string | null): string {
  const other = fallback === null ? "" : ` || '${fallback.replaceAll("'", "''")}'`;
  return `\${{ secrets.${name}${other} }}`;
}
