// Kubernetes manifests: objects of the Flink Kubernetes Operator, or plain Deployments. Plans files
// and findings; holds no text of any file.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import type { Report } from "../../src/diagnostics/diagnostic.js";
import {
  type Generator,
  type Plan,
  type PlannedFile,
  type PlanRequest,
} from "../../src/generator/contract.js";
import { DistinctFindings } from "../../src/generator/distinct-findings.js";
import { lineToPlan } from "../../src/generator/line-to-plan.js";
import { derived, pick } from "../../src/generator/view.js";
import { wrongTarget } from "../../src/generator/wrong-target.js";
import type { KubernetesDeployment } from "../../src/model/bindings.js";
import {
  flinkLineFacts,
  flinkLineFromTag,
  lineAtLeast,
  type FlinkLine,
} from "../../src/targets/flink/lines.js";
import { checkNames, pathOf, sharedName, spanOf, type Context, type Flavor } from "./context.js";
import { checkCollisions } from "./collisions.js";
import { imageOf } from "./image.js";
import { reportIngress } from "./ingress.js";
import { reportUnnamedJars } from "./job.js";
import { kustomizationFile } from "./kustomization.js";
import {
  operatorProcess,
  sharedFields,
  type PlannedProcess,
  type Shared,
} from "./operator/flink-deployment.js";
import { sessionProcesses } from "./operator/session.js";
import { plainProcess, reportPlain } from "./plain/plain-process.js";
import { reportAlerts, reportFederation } from "./monitoring.js";
import { userTemplate } from "./pods.js";
import { checkQuota } from "./quota-check.js";
import { readmeFile } from "./readme.js";
import { reportVerticalScaling } from "./scaling/request.js";
import { checkSpread } from "./spread-check.js";
import { secretObjects } from "./secrets/external-secrets.js";
import { runtimeNeeds } from "../../src/targets/runtime/needs.js";
import { defaultNamespace, sharedObjects } from "./shared-objects.js";
import { reportUnsupported } from "./strategy.js";
import { reportPlainUpgrade } from "./upgrade.js";

export const k8s: Generator = {
  id: "k8s",
  summary: "Kubernetes manifests: Flink Kubernetes Operator (default) or plain Deployments",
  deploymentTypes: ["kubernetes"],
  flavors: ["operator", "plain"],
  plan: planManifests,
};

function planManifests(request: PlanRequest): Plan {
  const { model } = request;
  if (model.deployment?.type !== "kubernetes")
    return { files: [], diagnostics: [wrongTarget(k8s, model)] };
  // Processes that share a binding find the same thing in it.
  const findings = new DistinctFindings();
  const line = lineToPlan(request, findings.add);
  if (line === null) return { files: [], diagnostics: findings.all };
  const context = contextOf(request, model.deployment, line, findings.add);
  const files = planFiles(context, () => [...request.findings, ...findings.all]);
  return { files, diagnostics: findings.all };
}

function contextOf(
  request: PlanRequest,
  deployment: KubernetesDeployment,
  line: FlinkLine,
  report: Report,
): Context {
  const { model, origins, options } = request;
  const chosen = options.flavor ?? deployment.kubernetes?.flavor ?? "operator";
  const flavor: Flavor = chosen === "plain" ? "plain" : "operator";
  const tag = deployment.image?.tag ?? null;
  const version = tag === null ? null : flinkLineFromTag(tag);
  return {
    request,
    model,
    origins,
    deployment,
    flavor,
    session: flavor === "operator" && deployment.mode === "session",
    line,
    imageRelease: version?.kind === "line" && version.line === line ? version.release : null,
    namespace: deployment.namespace ?? defaultNamespace,
    namespaceLeaf:
      deployment.namespace === null ? derived(defaultNamespace) : pick(deployment, "namespace"),
    labels: new Map(),
    runtimeSecret: sharedName(model, "runtime"),
    secrets: new Map(model.secrets.map((secret) => [secret.name, secret])),
    needs: runtimeNeeds(model),
    report,
  };
}

function planFiles(context: Context, findings: () => Plan["diagnostics"]): readonly PlannedFile[] {
  checkNames(context);
  checkLine(context);
  checkMode(context);
  reportUnsupported(context);
  reportVerticalScaling(context);
  reportIngress(context);
  reportUnnamedJars(context);
  reportAlerts(context);
  reportFederation(context);
  reportAvailability(context);
  if (context.flavor === "plain") reportPlainUpgrade(context);
  const shared: Shared = {
    image: imageOf(context),
    template: userTemplate(context),
    cluster: sharedFields(context),
  };
  const secrets = secretObjects(context);
  const { common, processes } = processFiles(context, shared);
  if (context.flavor === "plain") reportPlain(context, processes);
  // In a session the processes share the pods of one cluster.
  if (!context.session) {
    checkQuota(context, processes);
    checkSpread(context, shared.template, processes);
  }
  const files = [
    ...sharedObjects(context),
    ...secrets.files,
    ...common,
    ...processes.flatMap((planned) => planned.files),
  ];
  checkCollisions(context, files);
  return [
    kustomizationFile(files),
    readmeFile(context, { processes, files, secrets, ...shared, findings: findings() }),
    ...files,
  ];
}

function processFiles(
  context: Context,
  shared: Shared,
): { readonly common: readonly PlannedFile[]; readonly processes: readonly PlannedProcess[] } {
  if (context.session) {
    const { cluster, processes } = sessionProcesses(context, shared);
    return { common: cluster, processes };
  }
  const plan = context.flavor === "operator" ? operatorProcess : plainProcess;
  return {
    common: [],
    processes: context.model.processes.map((process) => plan(context, process, shared)),
  };
}

/** The newest line that the resource definitions of operator 1.15.0 accept. */
const newestOperatorLine: FlinkLine = "2.2";

function checkLine(context: Context): void {
  const { deployment, line, flavor } = context;
  if (flavor === "plain") return;
  const { operatorVersion, operatorDeprecated } = flinkLineFacts(line);
  const place =
    deployment.flinkVersion === null
      ? spanOf(context, deployment.image, "tag")
      : spanOf(context, deployment, "flinkVersion");
  if (line !== newestOperatorLine && lineAtLeast(line, newestOperatorLine)) {
    const help = "Use --flavor plain, or an older line.";
    context.report(
      diagnose("E945", place, { version: operatorVersion, newest: newestOperatorLine }, { help }),
    );
  }
  if (operatorDeprecated) {
    const help = "Plan the move to 1.20.";
    context.report(diagnose("W956", place, { line }, { help }));
  }
}

/** The Deployment of a job manager starts it again after a failure, and with it the job: W952. */
function reportAvailability(context: Context): void {
  const { deployment, model } = context;
  if (model.cluster.highAvailability !== null) return;
  // W945 tells of those that have no state to lose.
  if (model.processes.every(({ checkpointBinding }) => checkpointBinding === null)) return;
  const help = "Set deployment.ha.enabled: true.";
  context.report(diagnose("W952", spanOf(context, deployment, "type"), {}, { help }));
}

/** Session clusters need the operator; settings of native mode mean nothing to plain Deployments. */
function checkMode(context: Context): void {
  const { deployment, flavor } = context;
  if (flavor === "operator" || deployment.mode === null || deployment.mode === "application")
    return;
  const span = spanOf(context, deployment, "mode");
  if (deployment.mode === "session") {
    const values = {
      property: pathOf(context, deployment, "mode", "deployment.mode"),
      other: "the flavor plain",
      problem: "plain manifests run one application cluster for each process",
    };
    context.report(
      diagnose("E753", span, values, { help: "Use the operator flavor, or remove the mode." }),
    );
    return;
  }
  const values = {
    property: "deployment.mode",
    reason: "the flavor plain runs standalone application clusters",
  };
  context.report(diagnose("W701", span, values));
}
