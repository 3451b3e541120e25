// The README beside a pipeline: how it comes into force, and what has to exist before. Its text is in
// the template.
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { isStated } from "../../src/model/is-stated.js";
import type { PlannedFile, View } from "../../src/generator/contract.js";
import { generatorReadme } from "../../src/generator/readme-file.js";
import { argoPlaces, isScaled } from "./argo-cd.js";
import type { Context } from "./context.js";
import { deploymentCommands } from "./deployment.js";
import { jobsOf, runsNode, workflowPath } from "./github-actions.js";
import { gitlabJobs, pipelinePath } from "./gitlab-ci.js";
import { actions, nodeImage, nodeLine } from "./versions.js";

/** `README.md`, by `ci-cd/README.md.hbs`. */
export function readmeFile(context: Context, findings: readonly Diagnostic[]): PlannedFile {
  const { ciCd, deployment, output, folder, scope, request } = context;
  const { type } = ciCd;
  const source = ciCd.pipeline?.source ?? null;
  const view: View = {
    scope,
    output,
    folder,
    onGithub: type === "github_actions",
    onGitlab: type === "gitlab_ci",
    onArgo: type === "argocd",
    onServer: type !== "argocd",
    isChecked: source !== null && type !== "argocd",
    isUnchecked: source === null && type !== "argocd",
    checksOnGitlab: source !== null && type === "gitlab_ci",
    nodeImage,
    source: source ?? "",
    onKubernetes: deployment.type === "kubernetes",
    onYarn: deployment.type === "yarn",
    onHosts: deployment.type === "standalone",
    withCompose: deployment.type === "docker_compose",
    needsState: deployment.type === "yarn" || deployment.type === "standalone",
    hasLogin: (ciCd.pipeline?.login ?? []).length > 0,
    hasLabels: (ciCd.pipeline?.runnerLabels ?? []).length > 0,
    onPullRequests: isStated(ciCd.workflow?.onPullRequest) && type === "github_actions",
    ...variablesView(context),
    ...(type === "github_actions" ? githubView(context) : {}),
    ...(type === "gitlab_ci" ? gitlabView(context) : {}),
    ...(type === "argocd" ? argoView(context) : {}),
  };
  return generatorReadme("ci-cd", view, findings, request.acceptedReason);
}

/** What a deploying job hands to the processes, and the files that they find on its machine. */
function variablesView(context: Context): View {
  const { ciCd, deployment, model } = context;
  const variables = ciCd.type === "argocd" ? [] : deploymentCommands(context).variables;
  const sendsFiles = deployment.type === "yarn" || deployment.type === "docker_compose";
  const secrets = ciCd.type !== "argocd" && sendsFiles ? model.runtime.secrets : [];
  return {
    hasVariables: variables.length > 0,
    variables: variables.map(({ name, fallback }) => ({ name, isOptional: fallback !== null })),
    hasSecretFiles: secrets.length > 0,
  };
}

function githubView(context: Context): View {
  const jobs = jobsOf(context);
  const login = context.ciCd.pipeline?.login ?? [];
  const runsNodeSomewhere =
    isStated(context.ciCd.pipeline?.source) ||
    [...login, ...jobs.flatMap(({ commands }) => commands ?? [])].some(runsNode);
  const environments = jobs.flatMap(({ commands, environment }) =>
    commands === null && environment !== null ? [environment] : [],
  );
  return {
    path: workflowPath(context),
    hasDeployment: jobs.some(({ commands }) => commands === null),
    hasEnvironments: environments.length > 0,
    environments: [...new Set(environments)].map((name) => ({ name })),
    byHand: !isStated(context.ciCd.workflow?.onPush),
    hasNode: runsNodeSomewhere,
    nodeLine,
    checkout: actions.checkout.release,
    setupNode: actions.setupNode.release,
    expression: "${{ secrets.NAME }}",
  };
}

function gitlabView(context: Context): View {
  const jobs = gitlabJobs(context);
  return {
    path: pipelinePath(context),
    hasDeployment: jobs.some(({ script }) => script === null),
    lacksImage: !isStated(context.ciCd.pipeline?.image),
  };
}

function argoView(context: Context): View {
  const { ciCd } = context;
  const { name, namespace, targetNamespace } = argoPlaces(context);
  const automated = ciCd.syncPolicy?.automated ?? null;
  return {
    name,
    namespace,
    targetNamespace,
    project: ciCd.application?.project ?? "",
    repository: ciCd.application?.source.repoUrl ?? "",
    sourcePath: ciCd.application?.source.path ?? "",
    isAutomated: automated !== null,
    byHand: automated === null,
    prunes: automated?.prune === true,
    heals: automated?.selfHeal === true,
    isScaled: isScaled(context),
  };
}
