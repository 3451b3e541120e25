// An application of Argo CD, which applies the manifests of the generator k8s from Git.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import { hasUserInfo } from "../../src/language/sensitive-keys.js";
import { absent } from "../../src/encode/leaf.js";
import { isStated } from "../../src/model/is-stated.js";
import type { PlannedFile, View } from "../../src/generator/contract.js";
import { derived, pick } from "../../src/generator/view.js";
import type { DeploymentCiCdApplication } from "../../src/model/bindings.js";
import { checkDnsSubdomain, checkNamespace } from "../../src/targets/kubernetes/names.js";
import { checkText, pathOf, type Context } from "./context.js";
import { checkSyncOption } from "./names.js";

/** The cluster that Argo CD itself runs in. */
const ownCluster = "https://kubernetes.default.svc";

/** `application.yaml`. Reports E714, E753, E934, W701, W755 and W767. */
export function argoApplication(context: Context): PlannedFile {
  return {
    path: "application.yaml",
    language: "yaml",
    process: null,
    body: {
      kind: "template",
      template: "ci-cd/argo-application.yaml",
      view: applicationView(context),
    },
  };
}

/** The namespaces and the name that the README tells, too. */
export function argoPlaces({ ciCd, model, deployment }: Context): {
  readonly name: string;
  readonly namespace: string;
  readonly targetNamespace: string;
} {
  const { application } = ciCd;
  const region = model.region?.regionName ?? null;
  const name = application?.name ?? "";
  return {
    // One Argo CD may hold the applications of all regions.
    name: region === null || name.includes(region) ? name : `${name}-${region}`,
    namespace: application?.namespace ?? "argocd",
    targetNamespace:
      application?.destination?.namespace ??
      (deployment.type === "kubernetes" ? deployment.namespace : null) ??
      "default",
  };
}

function applicationView(context: Context): View {
  const { ciCd } = context;
  const { application, syncPolicy } = ciCd;
  checkTarget(context);
  // The rules of the model refuse a file without it.
  if (application === null) return {};
  checkApplication(context, application);
  const { name, namespace, targetNamespace } = argoPlaces(context);
  const { destination, source } = application;
  const automated = syncPolicy?.automated ?? null;
  return {
    name,
    namespace,
    project: pick(application, "project"),
    repoUrl: pick(source, "repoUrl"),
    path: pick(source, "path"),
    targetRevision: source.targetRevision ?? "HEAD",
    server: !isStated(destination?.name) ? (destination?.server ?? ownCluster) : absent,
    cluster: destination?.name ?? absent,
    targetNamespace,
    // Said also where it is Argo CD's default: who reads it sees what is deleted.
    automated:
      automated === null
        ? absent
        : derived({ prune: automated.prune ?? false, selfHeal: automated.selfHeal ?? false }),
    syncOptions: derived(syncOptions(context)),
    isScaled: isScaled(context),
  };
}

/** Server-side apply, as the README of the manifests applies them. */
function syncOptions(context: Context): string[] {
  const { ciCd } = context;
  const stated = ciCd.syncPolicy?.syncOptions ?? [];
  const names = stated.map((option) => option.slice(0, option.indexOf("=")));
  const added = [
    "ServerSideApply=true",
    ...(isScaled(context) ? ["RespectIgnoreDifferences=true"] : []),
  ];
  return [
    ...stated,
    ...added.filter((option) => !names.includes(option.slice(0, option.indexOf("=")))),
  ];
}

/** Whether something else than Git may own a number of replicas. */
export function isScaled({ model, deployment }: Context): boolean {
  return (
    deployment.scaling !== null ||
    model.processes.some(
      ({ autoScale, parallelism }) => autoScale !== null || parallelism.min !== null,
    )
  );
}

/** E753: Argo CD applies manifests, which only Kubernetes has. */
function checkTarget(context: Context): void {
  const { ciCd, deployment, origins, report } = context;
  if (deployment.type === "kubernetes") return;
  const values = {
    property: pathOf(context, ciCd, "type"),
    other: "deployment.type",
    problem: `Argo CD applies manifests of Kubernetes, and there are none for ${deployment.type}`,
  };
  const help = "Use github_actions or gitlab_ci.";
  report(diagnose("E753", origins.span(ciCd, "type"), values, { help }));
}

function checkApplication(context: Context, application: DeploymentCiCdApplication): void {
  const { origins, report } = context;
  const { source } = application;
  const { name } = argoPlaces(context);
  checkText(
    context,
    [name, "application of Argo CD"],
    checkDnsSubdomain(name),
    origins.span(application, "name"),
  );
  const { project, namespace } = application;
  checkText(
    context,
    [project, "project of Argo CD"],
    checkDnsSubdomain(project),
    origins.span(application, "project"),
  );
  if (namespace !== null) {
    checkText(
      context,
      [namespace, "namespace"],
      checkNamespace(namespace),
      origins.span(application, "namespace"),
    );
  }
  if (hasUserInfo(source.repoUrl)) {
    const property = pathOf(context, source, "repoUrl");
    const help =
      "Argo CD takes the login from a Secret of its own, by the address of the repository.";
    report(diagnose("E714", origins.span(source, "repoUrl"), { property }, { help }));
  }
  checkDestination(context, application);
  checkPath(context, application);
  checkSyncPolicy(context);
}

function checkDestination(context: Context, { destination }: DeploymentCiCdApplication): void {
  const { model, origins, report, ciCd } = context;
  if (isStated(destination?.namespace)) {
    const { namespace } = destination;
    checkText(
      context,
      [namespace, "namespace"],
      checkNamespace(namespace),
      origins.span(destination, "namespace"),
    );
  }
  if (isStated(destination?.name) && destination.server !== null) {
    const values = {
      property: pathOf(context, destination, "name"),
      other: pathOf(context, destination, "server"),
      problem: "Argo CD takes one of them",
    };
    report(diagnose("E753", origins.span(destination, "name"), values, { help: "Remove one." }));
  }
  if (model.regions.length > 1 && !isStated(destination?.name) && !isStated(destination?.server)) {
    const values = {
      job: ciCd.application?.name ?? "",
      what: `${model.region?.regionName ?? ""} to the cluster of Argo CD`,
      problem: "it has no destination, and so all regions become one cluster",
    };
    const help = "Set application.destination.name or .server, different for each region.";
    report(diagnose("W767", origins.span(ciCd, "application"), values, { help }));
  }
}

/** W755: the folder of another environment, or none that nexgen writes. */
function checkPath(context: Context, { source }: DeploymentCiCdApplication): void {
  const { model, origins, report } = context;
  const written = source.path.replace(/^(?:\.\/)+|\/+$/gu, "");
  const wanted = [model.environment, ...regionOf(context), "k8s"].join("/");
  if (written === wanted || written.endsWith(`/${wanted}`)) return;
  const property = pathOf(context, source, "path");
  const problem = `is not where the manifests of this file are written: that ends with "${wanted}"`;
  const help = "Unless that folder is an overlay upon them, write its path in the repository.";
  report(diagnose("W755", origins.span(source, "path"), { property, problem }, { help }));
}

function regionOf({ model }: Context): readonly string[] {
  return model.region === null ? [] : [model.region.regionName];
}

function checkSyncPolicy(context: Context): void {
  const { ciCd, origins, report } = context;
  const { syncPolicy } = ciCd;
  if (syncPolicy === null) return;
  const span = origins.span(syncPolicy, "syncOptions");
  for (const option of syncPolicy.syncOptions ?? []) {
    checkText(context, [option, "flag of Argo CD"], checkSyncOption(option), span);
    if (option !== "ServerSideApply=false") continue;
    const property = pathOf(context, syncPolicy, "syncOptions");
    const problem =
      "switches server-side apply off: Argo CD then takes what others set in the objects for a difference";
    report(
      diagnose("W755", span, { property, problem }, { help: "Remove ServerSideApply=false." }),
    );
  }
}
