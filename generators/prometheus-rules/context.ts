// What every part of the generator works with: the request, the Flink line, the user's metrics, and
// where findings go. Decides nothing.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import type { Report } from "../../src/diagnostics/diagnostic.js";
import type { PlanRequest } from "../../src/generator/contract.js";
import type { InfraModel } from "../../src/model/infra-model.js";
import type { Origins } from "../../src/model/origins.js";
import type { FlinkLine } from "../../src/targets/flink/lines.js";
import { identityLabels, sharesCluster } from "../../src/targets/flink/series-labels.js";
import { checkNamespace } from "../../src/targets/kubernetes/names.js";
import type { Metric } from "../../src/targets/prometheus/metric.js";
import { exposedLabel } from "../../src/targets/prometheus/selector.js";

export interface Context {
  readonly request: PlanRequest;
  readonly model: InfraModel;
  readonly origins: Origins;
  readonly line: FlinkLine;
  /** `files`: for a Prometheus that reads files; `operator`: objects of the Prometheus Operator. */
  readonly flavor: "plain" | "operator";
  readonly mapped: ReadonlyMap<string, Metric>;
  readonly report: Report;
  /** Labels that tell the series of this environment from others; empty where nobody sets them. */
  readonly identity: Readonly<Record<string, string>>;
  /** The series of a cluster carry the label `process`. */
  readonly clusterPerProcess: boolean;
  /** The namespace of the objects of the Prometheus Operator. */
  readonly namespace: string;
}

export function contextFor(
  request: PlanRequest,
  facts: Pick<Context, "line" | "mapped" | "report">,
): Context {
  const { model, origins, options } = request;
  // The labels come from the emitted configuration: without the reporter there are none.
  const exposed = model.metrics?.type === "prometheus";
  return {
    request,
    model,
    origins,
    ...facts,
    flavor: options.flavor === "operator" ? "operator" : "plain",
    identity: exposed ? identityLabels(model) : {},
    clusterPerProcess: exposed && !sharesCluster(model),
    namespace:
      model.deployment?.type === "kubernetes"
        ? (model.deployment.namespace ?? "default")
        : "default",
  };
}

/** E934: objects need a namespace that Kubernetes takes. */
export function checkNamespaceOf({ flavor, model, namespace, origins, report }: Context): void {
  const problem = flavor === "operator" ? checkNamespace(namespace) : null;
  if (problem === null || model.deployment === null) return;
  const values = { text: namespace, what: "namespace", problem };
  report(diagnose("E934", origins.span(model.deployment, "namespace"), values));
}

/** W755: labels of the file that Flink or a rule sets itself. */
export function checkLabels({ model, origins, report }: Context): void {
  const { metrics } = model;
  if (metrics === null || metrics.labels === null) return;
  for (const name of Object.keys(metrics.labels)) {
    const exposed = exposedLabel(name);
    const path = `${origins.of(metrics, "labels")?.path ?? "labels"}.${name}`;
    const problem = flinkLabels.has(exposed)
      ? "is a label that Flink sets itself: rules that select by it find nothing"
      : exposed === "severity"
        ? "is on every series, but not on the alerts: their severity is their own"
        : null;
    if (problem === null) continue;
    const help = "Choose another name for the label.";
    report(
      diagnose("W755", origins.span(metrics.labels, name), { property: path, problem }, { help }),
    );
  }
}

const flinkLabels: ReadonlySet<string> = new Set(
  (
    "host tm_id job_id job_name task_id task_name task_attempt_id task_attempt_num subtask_index " +
    "operator_id operator_name quantile process"
  ).split(" "),
);
