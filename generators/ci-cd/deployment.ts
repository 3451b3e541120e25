// What a deploying job runs: the commands that put into force what the other generators emit for this
// deployment, with what they need from the environment. Knows no pipeline system.
import { shellWord } from "../../src/encode/shell.js";
import type { Context } from "./context.js";

/** The commands of a deployment. */
export interface DeploymentCommands {
  readonly commands: readonly string[];
  /** Variables that the commands hand to the jobs; those without a default must not be empty. */
  readonly variables: readonly { readonly name: string; readonly fallback: string | null }[];
}

export function deploymentCommands(context: Context): DeploymentCommands {
  switch (context.deployment.type) {
    case "kubernetes":
      // Variables of the jobs are in a Secret of the cluster.
      return { commands: [kubectlApply(context, context.deployment)], variables: [] };
    case "yarn":
      return { commands: yarnCommands(context), variables: context.model.runtime.variables };
    case "standalone":
      // Variables of the jobs are in the profile of the user on each host.
      return { commands: standaloneCommands(context), variables: [] };
    case "docker_compose":
      return { commands: composeCommands(context), variables: context.model.runtime.variables };
  }
}

type Kubernetes = Extract<Context["deployment"], { readonly type: "kubernetes" }>;

function kubectlApply({ folder }: Context, { kubernetes }: Kubernetes): string {
  const cluster = kubernetes?.context ?? null;
  return [
    "kubectl",
    ...(cluster === null ? [] : [`--context=${shellWord(cluster)}`]),
    "apply --server-side --field-manager=nexgen",
    `-k ${folder}/k8s`,
  ].join(" ");
}

/** Starts what all jobs share, unless it runs. */
function startedBefore(script: string): string {
  return `${script} --status || ${script}`;
}

function yarnCommands({ folder, model, deployment }: Context): readonly string[] {
  const isSession = deployment.type === "yarn" && deployment.mode === "session";
  return [
    ...(isSession ? [startedBefore(`${folder}/yarn/session-cluster/session.sh`)] : []),
    ...model.processes.map(({ name }) => `${folder}/yarn/${name}/submit.sh --deploy`),
  ];
}

function standaloneCommands({ folder, model, deployment }: Context): readonly string[] {
  // A cluster that only has an address is not ours to start.
  const isOurs =
    deployment.type === "standalone" && (deployment.cluster?.taskManagers ?? []).length > 0;
  return [
    ...(isOurs ? [startedBefore(`${folder}/standalone/cluster.sh`)] : []),
    ...model.processes.map(({ name }) => `${folder}/standalone/${name}/submit.sh --deploy`),
  ];
}

function composeCommands({ folder }: Context): readonly string[] {
  const compose = `docker compose --file ${folder}/compose/compose.yaml`;
  return [`${compose} config --quiet`, `${compose} up --detach --wait`];
}

/** The commands that prove that the committed output is what the file gives. */
export function checkCommandsOf({ ciCd, output }: Context): readonly string[] | null {
  const source = ciCd.pipeline?.source ?? null;
  if (source === null) return null;
  const processes = ciCd.pipeline?.processes ?? null;
  const build = [
    `build ${source}`,
    ...(processes === null ? [] : [`--processes ${processes}`]),
    `-o ${output} --check --diff`,
  ];
  // Never fetched by its name: it is a dependency of the repository, with its version in the lock file.
  return ["npm ci", `npx --no-install nexgen ${build.join(" ")}`];
}
