// Kubernetes manifests: objects of the Flink Kubernetes Operator, or plain Deployments. Plans files
// and findings; holds no text of any file.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import type { Report } from "../../src/diagnostics/diagnostic.js";
import {
  collectDiagnostics,
  type Generator,
  type Plan,
  type PlannedFile,
  type PlanRequest,
} from "../../src/generator/contract.js";
import { derived, pick } from "../../src/generator/view.js";
import type { KubernetesDeployment } from "../../src/model/bindings.js";
import {
  flinkLineFacts,
  flinkLineFromTag,
  lineAtLeast,
  type FlinkLine,
} from "../../src/targets/flink/lines.js";
import { targetLine } from "../../src/targets/flink/target-line.js";
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
import { readmeFile } from "./readme.js";
import { reportVerticalScaling } from "./scaling/request.js";
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
  const { diagnostics, report } = collectDiagnostics();
  const { model } = request;
  if (model.deployment?.type !== "kubernetes")
    return { files: [], diagnostics: [wrongTarget(request)] };
  const line = targetLine({ ...request, flinkVersion: request.options.flinkVersion }, report);
  if (line === null) return { files: [], diagnostics };
  const context = contextOf(request, model.deployment, line, once(report));
  if (model.processes.length === 0) return { files: [], diagnostics };
  const files = planFiles(context, () => [...request.findings, ...diagnostics]);
  return { files, diagnostics };
}

/** The core asks only for files that fit; a caller of its own may not. */
function wrongTarget({ model }: PlanRequest) {
  const help = `Add a section "deployment:" with "type: kubernetes".`;
  if (model.deployment === null) {
    return diagnose("E757", null, { generator: "k8s", types: "kubernetes" }, { help });
  }
  const { type } = model.deployment;
  return diagnose(
    "E758",
    null,
    { generator: "k8s", type },
    {
      help: '"nexgen build" runs the generators that apply to this file; "nexgen generators" with the file lists them.',
    },
  );
}

/** Processes that share a binding find the same thing in it: it is said once. */
function once(report: Report): Report {
  const said = new Set<string>();
  return (diagnostic) => {
    const { code, message, span } = diagnostic;
    const key = `${code} ${message} ${span?.file.path ?? ""} ${span?.start ?? ""}`;
    if (said.has(key)) return;
    said.add(key);
    report(diagnostic);
  };
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
  if (context.flavor === "plain") reportPlainUpgrade(context);
  const shared: Shared = {
    image: imageOf(context),
    template: userTemplate(context),
    cluster: sharedFields(context),
  };
  const secrets = secretObjects(context);
  const { common, processes } = processFiles(context, shared);
  if (context.flavor === "plain") reportPlain(context, processes);
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
