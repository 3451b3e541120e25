// The README of the output: what is here, what must exist, how to apply, check, upgrade, go back, and
// what each finding means. Text is in the template; here are the facts.
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { absent, type Absent } from "../../src/encode/leaf.js";
import { shellWord } from "../../src/encode/shell.js";
import type { PlannedFile, View } from "../../src/generator/contract.js";
import { namedFew } from "../../src/generator/finding-groups.js";
import { generatorReadme } from "../../src/generator/readme-file.js";
import { secretsFolder } from "../../src/targets/runtime/secret-files.js";
import type { PodTemplate } from "../../src/targets/kubernetes/pod-template/read-pod-template.js";
import { sharedName, type Context } from "./context.js";
import type { Image } from "./image.js";
import { isScrapedByAnnotation } from "./monitoring.js";
import type { PlannedProcess } from "./operator/flink-deployment.js";
import { sessionName } from "./operator/session.js";
import { prerequisitesView } from "./prerequisites.js";
import { runtimeVariables } from "./secrets/delivery.js";
import type { SecretObjects } from "./secrets/external-secrets.js";
import { defaultNamespace, serviceAccountName } from "./shared-objects.js";
import { isBlueGreen } from "./strategy.js";

export interface ReadmeFacts {
  readonly processes: readonly PlannedProcess[];
  readonly files: readonly PlannedFile[];
  readonly secrets: SecretObjects;
  readonly image: Image;
  readonly template: PodTemplate;
  /** Everything found, before and by this generator. */
  readonly findings: readonly Diagnostic[];
}

/** The oldest operator that has everything in use. */
const operatorVersion = "1.15.0";

export function readmeFile(context: Context, facts: ReadmeFacts): PlannedFile {
  const { deployment, model, flavor, namespace } = context;
  const templates = new Set(
    facts.files.map(({ body }) => (body.kind === "template" ? body.template : "")),
  );
  const uses = (template: string): boolean => templates.has(`k8s/${template}.yaml`);
  const keys = runtimeKeys(context, facts.secrets);
  const kubeContext = deployment.kubernetes?.context ?? null;
  const view: View = {
    environment: model.environment,
    region: model.region?.regionName ?? absent,
    operator: flavor === "operator",
    session: context.session,
    sessionName: context.session ? sessionName(context) : absent,
    blueGreen: isBlueGreen(context),
    plain: flavor === "plain",
    flavorReason: flavorReason(context),
    line: context.line,
    image: facts.image.reference.value,
    operatorVersion,
    namespace,
    createsNamespace: namespace !== defaultNamespace,
    serviceAccount: serviceAccountName(context),
    contextOption: kubeContext === null ? "" : ` --context=${shellWord(kubeContext)}`,
    hasContext: kubeContext !== null,
    processes: facts.processes.map((planned) => processView(context, planned)),
    scalings: scalingViews(facts.processes),
    hasRuntimeSecret: keys.length > 0,
    runtimeSecret: context.runtimeSecret,
    runtimeKeys: keys,
    usesExternalSecrets: uses("external-secret"),
    hasMissingStores: facts.secrets.missingStores.length > 0,
    missingStores: facts.secrets.missingStores.map((name) => ({ name })),
    secretsFolder,
    mountsSecrets:
      uses("external-secret") || model.secrets.some(({ provider }) => provider === "kubernetes"),
    usesKeda: uses("scaled-object"),
    usesHpa: uses("horizontal-pod-autoscaler"),
    usesPodMonitor: uses("pod-monitor"),
    usesQuota: uses("resource-quota"),
    highlyAvailable: model.cluster.highAvailability !== null,
    quotaName: sharedName(model, "quota"),
    ...prerequisitesView(context, facts.secrets),
    needsPlugin: pluginOf(context, facts),
    hasAlerts: facts.findings.some(({ code }) => code === "N945"),
    scrapedByAnnotation: isScrapedByAnnotation(facts.template),
  };
  return generatorReadme("k8s", view, facts.findings, context.request.acceptedReason);
}

function flavorReason(context: Context): string {
  const { request, deployment, flavor } = context;
  if (request.options.flavor !== null) return "chosen on the command line";
  const stated =
    deployment.kubernetes === null
      ? null
      : context.origins.of(deployment.kubernetes, "flavor")?.entry;
  if (stated !== null && stated !== undefined) return "chosen by deployment.kubernetes.flavor";
  return flavor === "operator"
    ? "the default: only the operator keeps state over upgrades, takes savepoints and scales a job by itself"
    : "chosen by the caller";
}

function processView(
  context: Context,
  { process, scaling, sizing, upgrade }: PlannedProcess,
): View {
  return {
    name: process.name,
    parallelism: sizing.parallelism,
    slots: sizing.slots,
    taskManagers: sizing.taskManagers.value,
    scaling: scaling.mechanism,
    upgrade:
      upgrade?.mode.value ??
      (context.model.cluster.highAvailability === null ? "by hand" : "from the HA metadata"),
  };
}

/** One answer for all processes that share it. */
function scalingViews(processes: readonly PlannedProcess[]): readonly View[] {
  const groups = new Map<string, { scaling: PlannedProcess["scaling"]; names: string[] }>();
  for (const { process, scaling } of processes) {
    const group = groups.get(scaling.reason);
    if (group === undefined) groups.set(scaling.reason, { scaling, names: [process.name] });
    else group.names.push(process.name);
  }
  return [...groups.values()].map(({ scaling, names }) => ({
    mechanism: scaling.mechanism,
    reason: scaling.reason,
    processes: namedFew(names),
  }));
}

/** Whether an image that is not the official one must bring a file system plugin of Flink. */
function pluginOf({ model }: Context, { image }: ReadmeFacts): string | Absent {
  if (image.stock) return absent;
  const schemes = new Set(
    model.processes.map(({ checkpointBinding }) => checkpointBinding?.type ?? null),
  );
  const plugins = [
    ["s3", "flink-s3-fs-hadoop"],
    ["gcs", "flink-gs-fs-hadoop"],
    ["azure_blob", "flink-azure-fs-hadoop"],
  ].flatMap(([type = "", jar = ""]) => ([...schemes].some((one) => one === type) ? [jar] : []));
  return plugins.length === 0 ? absent : plugins.join(", ");
}

/** Names only: the values are the user's. */
function runtimeKeys(context: Context, secrets: SecretObjects): readonly View[] {
  const variables = runtimeVariables(context).map(({ name, usedBy, optional }) => ({
    name,
    usedBy: namedFew(usedBy),
    need: optional ? "optional: the file gives a default" : "required",
  }));
  const known = new Set(variables.map(({ name }) => name));
  const logins = new Map(secrets.credentials.map(({ name, usedBy }) => [name, usedBy]));
  const others = [...logins]
    .filter(([name]) => !known.has(name))
    .map(([name, usedBy]) => ({
      name,
      usedBy: namedFew([usedBy]),
      need: "required: the secret store logs in with it",
    }));
  return [...variables, ...others].toSorted((one, other) => (one.name < other.name ? -1 : 1));
}
