// Alert rules for Prometheus with their unit tests, Alertmanager's configuration, a Grafana dashboard,
// and a README. What a metric is, is decided in src/targets/prometheus.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import { hasErrors } from "../../src/diagnostics/diagnostic.js";
import {
  collectDiagnostics,
  type Generator,
  type Plan,
  type PlannedFile,
  type PlanRequest,
} from "../../src/generator/contract.js";
import { isLatency } from "../../src/targets/prometheus/latency-markers.js";
import { targetLine } from "../../src/targets/flink/target-line.js";
import { alertmanagerFiles } from "./alertmanager.js";
import { checkLabels, checkNamespaceOf, contextFor, type Context } from "./context.js";
import { dashboardFiles } from "./dashboard.js";
import { draftsOf } from "./drafts.js";
import { toldApart, withoutDuplicates } from "./duplicates.js";
import { mappedMetrics } from "./metrics-map.js";
import { prometheusRulesNeeds } from "./needs.js";
import { readmeFile } from "./readme.js";
import { routingOf } from "./routing.js";
import { rulesFileName, rulesFiles } from "./rules-file.js";
import { rulesOf, type Rule } from "./rules.js";
import { testFile } from "./unit-tests.js";

export const prometheusRules: Generator = {
  id: "prometheus-rules",
  summary: "Prometheus alert rules with tests, Alertmanager configuration, Grafana dashboard",
  deploymentTypes: null,
  needs: prometheusRulesNeeds,
  flavors: ["plain", "operator"],
  fileOptions: [
    { name: "metrics-map", summary: "metrics of your own that alert conditions may name" },
  ],
  plan,
};

function plan(request: PlanRequest): Plan {
  const { model, origins, options } = request;
  const { diagnostics, report } = collectDiagnostics();
  const line = targetLine({ model, origins, flinkVersion: options.flinkVersion }, report);
  if (line === null) return { files: [], diagnostics };
  const mapped = mappedMetrics(options.files.get("metrics-map"), report);
  const context = contextFor(request, { line, mapped, report });
  const drafts = toldApart(withoutDuplicates(context, draftsOf(context)));
  const rules = rulesOf(context, drafts);
  checkLabels(context);
  checkNamespaceOf(context);
  checkExposed(context, rules);
  const routing = routingOf(context, rules);
  const hasDashboard = model.metrics?.type === "prometheus" && model.processes.length > 0;
  if (rules.length === 0 && !hasDashboard) {
    if (!hasErrors(diagnostics)) sayNothingToDo(context);
    return { files: [], diagnostics };
  }
  const files = [
    ...ruleFiles(context, rules),
    ...alertmanagerFiles(context, routing),
    ...(hasDashboard ? dashboardFiles(context, rules.some(asksForLatency)) : []),
  ];
  const findings = [...request.findings, ...diagnostics];
  return {
    files: [
      ...files,
      ...(context.flavor === "operator" ? [kustomizationFile(files)] : []),
      readmeFile(context, { rules, routing, hasDashboard, findings }),
    ],
    diagnostics,
  };
}

/** Only then the emitted configuration switches the latency markers on. */
function asksForLatency({ kind }: Rule): boolean {
  if (kind.kind === "down") return false;
  const { metric, other } = kind.comparison;
  return [metric, other].some((one) => one !== null && isLatency(one));
}

/** The objects, without what is for promtool. */
function kustomizationFile(files: readonly PlannedFile[]): PlannedFile {
  const resources = files.map(({ path }) => path).filter((path) => !path.startsWith("tests/"));
  return {
    path: "kustomization.yaml",
    language: "yaml",
    process: null,
    body: {
      kind: "data",
      data: { apiVersion: "kustomize.config.k8s.io/v1beta1", kind: "Kustomization", resources },
    },
  };
}

/** W778, at what asks for something: where the reporter, an alert or a process stands. */
function sayNothingToDo({ model, origins, report }: Context): void {
  const { metrics, processes, alerts } = model;
  const [alert] = alerts;
  const [process] = processes;
  const problem =
    processes.length === 0
      ? "no process is named below resources, so there is nothing to watch"
      : "no alert of these processes is defined, and no metrics of type prometheus";
  const span =
    metrics !== null
      ? origins.span(metrics, "type")
      : alert !== undefined
        ? origins.span(alert, "name")
        : process !== undefined
          ? origins.span(process)
          : null;
  report(diagnose("W778", span, { problem }));
}

/** W772: nothing exposes what the rules ask for. */
function checkExposed({ model, origins, report }: Context, rules: readonly Rule[]): void {
  const { metrics } = model;
  const [first] = rules;
  if (first === undefined || metrics?.type === "prometheus") return;
  const problem =
    metrics === null
      ? "monitoring.metrics is not set, so the emitted configuration has no reporter for Prometheus"
      : `the metrics go to ${metrics.type}, and Prometheus sees none`;
  const help = 'Set "type: prometheus" below monitoring.metrics.';
  const { object, key } = first.draft.origin;
  const span =
    metrics === null
      ? origins.span(object, key === "condition" ? "name" : key)
      : origins.span(metrics, "type");
  report(diagnose("W772", span, { problem }, { help }));
}

function ruleFiles(context: Context, rules: readonly Rule[]): readonly PlannedFile[] {
  if (rules.length === 0) return [];
  return [
    ...rulesFiles(context, rules),
    {
      path: "tests/rules.test.yaml",
      language: "yaml",
      process: null,
      body: {
        kind: "data",
        data: testFile(
          context,
          rules,
          context.flavor === "plain" ? `../${rulesFileName}` : rulesFileName,
        ),
      },
    },
  ];
}
