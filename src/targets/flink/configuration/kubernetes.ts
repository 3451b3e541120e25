// Options that only Kubernetes reads: the client of native mode, and the few that the operator passes.
import type { KubernetesDeployment } from "../../../model/bindings.js";
import { kubernetesName } from "../../kubernetes/names.js";
import { at, type ConfigurationContext } from "./context.js";
import { numberText, plainText } from "./option-text.js";
import type { TaskManagerSizing } from "./sizing.js";
import { isStated } from "../../../model/is-stated.js";
import { listText } from "../options/structured-text.js";

/** `kubernetes.*`, for the targets that read them. */
export function kubernetes(context: ConfigurationContext, sizing: TaskManagerSizing): void {
  const { deployment } = context.model;
  if (deployment?.type === "kubernetes") {
    if (context.target === "native") native(context, deployment, sizing);
    if (context.target === "native" || context.target === "operator") {
      context.copy("kubernetes.rest-service.exposed.type", deployment.service, "type", plainText);
      cpuBurst(context, sizing);
    }
  }
  placement(context);
}

function native(
  context: ConfigurationContext,
  deployment: KubernetesDeployment,
  sizing: TaskManagerSizing,
): void {
  const session = deployment.mode === "session";
  context.set(
    "execution.target",
    session ? "kubernetes-session" : "kubernetes-application",
    deployment.mode === null ? [] : [at(deployment, "mode")],
  );
  context.set(
    "kubernetes.cluster-id",
    kubernetesName(context.process.name),
    [],
    "one cluster for each process",
  );
  context.copy("kubernetes.namespace", deployment, "namespace", plainText);
  context.copy("kubernetes.service-account", deployment, "serviceAccount", plainText);
  context.copy("kubernetes.context", deployment.kubernetes, "context", plainText);
  context.copy("kubernetes.config.file", deployment.kubernetes, "configFile", plainText);
  context.copy("kubernetes.jobmanager.replicas", deployment.jobManager, "replicas", numberText);
  context.copy(
    "kubernetes.jobmanager.cpu.amount",
    context.model.cluster,
    "jobManagerCpu",
    numberText,
  );
  context.set(
    "kubernetes.taskmanager.cpu.amount",
    numberText(sizing.cores.value),
    sizing.cores.origins,
    commentOf(context, sizing.cores.derivation),
  );
  context.copy(
    "kubernetes.pod-template-file.default",
    deployment.native,
    "podTemplateFile",
    plainText,
  );
  image(context, deployment);
  if (deployment.podTemplate !== null) {
    context.noEffect(
      deployment,
      "podTemplate",
      "native Flink reads pod templates from a file",
      "Set native.pod_template_file, or use the generator k8s.",
    );
  }
}

function commentOf(context: ConfigurationContext, derivation: string | null): string | undefined {
  return derivation === null ? undefined : `resources.${context.process.name}: ${derivation}`;
}

function image(context: ConfigurationContext, deployment: KubernetesDeployment): void {
  const { image: settings } = deployment;
  if (settings === null) return;
  if (settings.repository !== null) {
    const suffix =
      settings.digest === null
        ? settings.tag === null
          ? ""
          : `:${settings.tag}`
        : `@${settings.digest}`;
    const named = settings.digest === null ? "tag" : "digest";
    context.set("kubernetes.container.image.ref", settings.repository + suffix, [
      at(settings, "repository"),
      at(settings, named),
    ]);
  }
  context.copy("kubernetes.container.image.pull-policy", settings, "pullPolicy", plainText);
  if (settings.pullSecrets !== null && settings.pullSecrets.length > 0) {
    context.copy("kubernetes.container.image.pull-secrets", settings, "pullSecrets", listText);
  }
}

/**
 * The shortest factor that Flink, which multiplies it with the request as we do, gets the limit from:
 * 1.333 of 3 cores would be 3.999. Kubernetes rounds up, so the product may not exceed the limit.
 */
function limitFactor(limit: number, request: number): number {
  for (let digits = 1; digits <= 15; digits += 1) {
    const factor = Number((limit / request).toPrecision(digits));
    if (factor * request === limit) return factor;
  }
  let factor = limit / request;
  while (factor * request > limit) factor -= Number.EPSILON * factor;
  return factor;
}

/** Flink knows the limit as a factor of the request; both are of the pod, not of a slot. */
function cpuBurst(context: ConfigurationContext, { cores, slots }: TaskManagerSizing): void {
  const cpu = context.process.kubernetes?.cpu ?? null;
  if (!isStated(cpu?.limit)) return;
  const request = cpu.request ?? cores.value;
  const origin = cpu.request === null ? cores.origins : [at(cpu, "request")];
  if (cpu.limit < request) {
    context.contradict(
      at(cpu, "limit"),
      origin[0] ?? at(context.process, "taskCpu"),
      `a limit of ${String(cpu.limit)} is below the ${String(request)} cores of a task manager of ${String(slots.value)} ${slots.value === 1 ? "slot" : "slots"}`,
    );
    return;
  }
  context.set(
    "kubernetes.taskmanager.cpu.limit-factor",
    numberText(limitFactor(cpu.limit, request)),
    [at(cpu, "limit"), ...origin],
    `${context.path(cpu)}: limit ${String(cpu.limit)} / request ${String(request)}`,
  );
}

function placement(context: ConfigurationContext): void {
  const { process, target } = context;
  if (target === "operator" || target === "standalone-kubernetes") return;
  const where =
    target === "native"
      ? "native Flink reads it from a pod template"
      : "this deployment has no pods";
  if (process.constraints !== null) {
    context.noEffect(process, "constraints", where, "Use type: kubernetes with the generator k8s.");
  }
  if (process.kubernetes !== null && target !== "native") {
    context.noEffect(process, "kubernetes", "this deployment has no pods");
  }
}
