// What every part of the generator shares for one model: choices, names, labels and how to report.
// Decides nothing about single objects.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import type { Report } from "../../src/diagnostics/diagnostic.js";
import type { OriginLeaf } from "../../src/encode/leaf.js";
import type { PlannedFile, PlanRequest, View } from "../../src/generator/contract.js";
import { derived } from "../../src/generator/view.js";
import type { KubernetesDeployment, Secret } from "../../src/model/bindings.js";
import type { InfraModel, Named, Process } from "../../src/model/infra-model.js";
import type { Origins } from "../../src/model/origins.js";
import type { Span } from "../../src/source/source-file.js";
import type { FlinkLine } from "../../src/targets/flink/lines.js";
import {
  instanceName,
  recommendedLabels,
  selectorLabels,
  type Labels,
} from "../../src/targets/kubernetes/labels.js";
import {
  checkDnsSubdomain,
  checkFlinkDeploymentName,
  checkLabelValue,
  checkNamespace,
  kubernetesName,
  type NameProblem,
} from "../../src/targets/kubernetes/names.js";

import type { RuntimeNeeds } from "../../src/targets/runtime/needs.js";

/** Which objects are emitted: those of the Flink Kubernetes Operator, or plain Deployments. */
export type Flavor = "operator" | "plain";

export interface Context {
  readonly request: PlanRequest;
  readonly model: InfraModel;
  readonly origins: Origins;
  readonly deployment: KubernetesDeployment;
  readonly flavor: Flavor;
  /** One shared cluster that jobs are submitted to; operator flavor only. */
  readonly session: boolean;
  readonly line: FlinkLine;
  /** The full Flink version of the image where its tag has one, such as 1.20.4. */
  readonly imageRelease: string | null;
  readonly namespace: string;
  /** `metadata.namespace` of every namespaced object. */
  readonly namespaceLeaf: OriginLeaf;
  /** Labels made so far, by process and component: many objects carry the same. */
  readonly labels: Map<string, LabelLeaf>;
  /** Name of the Secret, made by the user, that holds the variables of the running job. */
  readonly runtimeSecret: string;
  /** The declared secrets by name. */
  readonly secrets: ReadonlyMap<string, Named<Secret>>;
  readonly needs: RuntimeNeeds;
  readonly report: Report;
}

/** The path of `object[key]` as diagnostics name it; `fallback` for objects the model did not make. */
export function pathOf(
  context: Context,
  object: object | null,
  key: string,
  fallback: string,
): string {
  return (object === null ? null : context.origins.of(object, key)?.path) ?? fallback;
}

/** The place of `object[key]`, or null. */
export function spanOf(context: Context, object: object | null, key?: string): Span | null {
  return object === null ? null : context.origins.span(object, key);
}

/** Reports W940: what the file asks for and no emitted object does. */
export function reportNotEmitted(
  context: Context,
  [object, key]: readonly [object: object, key: string],
  reason: string,
  help: string,
): void {
  const property = pathOf(context, object, key, key);
  context.report(diagnose("W940", spanOf(context, object, key), { property, reason }, { help }));
}

/** Reports E934 when `problem` is one. */
export function checkName(
  context: Context,
  [text, what]: readonly [text: string, what: string],
  problem: NameProblem,
  span: Span | null,
): void {
  if (problem !== null) context.report(diagnose("E934", span, { text, what, problem }));
}

/** The name of a process's objects: `fraud_check` is `fraud-check`. */
export function processName(process: Process): string {
  return kubernetesName(process.name);
}

/** The folder of a process's files. */
export function processFolder(process: Process): string {
  return kubernetesName(process.name);
}

/** Name of an object that all processes share: `<environment>-<suffix>`. */
export function sharedName(model: InfraModel, suffix: string): string {
  return `${kubernetesName(model.environment)}-${suffix}`;
}

type Component = "jobmanager" | "taskmanager" | null;

/** Labels with no origin: nothing in the file states them. */
export type LabelLeaf = OriginLeaf & { readonly value: Labels };

/** Labels of an object of `process`. */
export function labelsOf(
  context: Context,
  process: Process,
  component: Component = null,
): LabelLeaf {
  const key = component === null ? process.name : `${process.name} ${component}`;
  let labels = context.labels.get(key);
  if (labels === undefined) {
    const { environment } = context.model;
    labels = derived(
      recommendedLabels({ process: process.name, environment, component, partOf: null }),
    );
    context.labels.set(key, labels);
  }
  return labels;
}

/** The labels by which objects find the pods of `process`: never changing. */
export function selectorOf(context: Context, process: Process, component: Component = null) {
  const facts = {
    process: process.name,
    environment: context.model.environment,
    component,
    partOf: null,
  };
  return selectorLabels(facts);
}

/** Labels of an object that belongs to all processes. */
export function sharedLabels(context: Context): LabelLeaf {
  return derived({
    "app.kubernetes.io/name": "flink",
    "app.kubernetes.io/instance": kubernetesName(context.model.environment),
    "app.kubernetes.io/managed-by": "nexgen",
  });
}

/** A YAML file made by the template of the same name. */
export function yamlFile(
  file: {
    readonly path: string;
    readonly template: string;
    readonly process?: Process | undefined;
  },
  view: View,
): PlannedFile {
  return {
    path: file.path,
    language: "yaml",
    process: file.process?.name ?? null,
    body: { kind: "template", template: `k8s/${file.template}.yaml`, view },
  };
}

/** `metadata` of every view: name, namespace, labels. */
export function metadataView(
  context: Context,
  name: string,
  labels: LabelLeaf,
): { readonly name: string; readonly namespace: OriginLeaf; readonly labels: LabelLeaf } {
  return { name, namespace: context.namespaceLeaf, labels };
}

/** Checks the names that all objects are made from; the longest suffix is counted in. */
export function checkNames(context: Context): void {
  const { deployment, model, namespace, origins } = context;
  checkName(
    context,
    [namespace, "namespace"],
    checkNamespace(namespace),
    origins.span(deployment, "namespace"),
  );
  const account = deployment.serviceAccount;
  if (account !== null) {
    const span = origins.span(deployment, "serviceAccount");
    checkName(context, [account, "service account name"], checkDnsSubdomain(account), span);
  }
  if (context.session) {
    const name = sharedName(model, "session");
    checkName(context, [name, "Flink cluster id"], checkFlinkDeploymentName(name), null);
  }
  for (const process of model.processes) checkProcessName(context, process);
}

function checkProcessName(context: Context, process: Process): void {
  const name = processName(process);
  const span = spanOf(context, process);
  const blueGreen =
    context.flavor === "operator" && context.deployment.strategy?.type === "blue_green";
  const problem = checkFlinkDeploymentName(blueGreen ? `${name}-green` : name);
  checkName(
    context,
    [name, blueGreen ? "FlinkBlueGreenDeployment name" : "Flink cluster id"],
    problem,
    span,
  );
  const instance = instanceName(process.name, context.model.environment);
  checkName(context, [instance, "label value"], checkLabelValue(instance), span);
}
