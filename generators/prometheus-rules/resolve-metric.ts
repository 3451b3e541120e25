// The metric that a part of a condition names, with what is to be said of it.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import type { Part } from "../../src/targets/prometheus/condition.js";
import { findMetric, knownNames, type Found } from "../../src/targets/prometheus/find-metric.js";
import type { Metric } from "../../src/targets/prometheus/metric.js";
import { partSpan } from "./condition-place.js";
import type { Context } from "./context.js";
import type { Draft } from "./drafts.js";

/** The metric that `part` of the condition `text` names; null: reported. */
export function resolveMetric(
  context: Context,
  draft: Draft,
  part: Part,
  text: string,
): Metric | null {
  const found = findMetric(part.text, context.line, context.mapped);
  const span = partSpan(context, draft.origin, text, part);
  const values = { metric: part.text, alert: draft.name };
  switch (found.kind) {
    case "found":
      if (found.needs !== null) sayNeeds(context, found.needs, span, values);
      sayApproximation(context, found.metric, span, values);
      return found.metric;
    case "not-on-line": {
      const problem = missingOnLine(found);
      const help = "Choose another Flink line, or another metric.";
      context.report(
        diagnose("E773", span, { line: context.line, metric: part.text, problem }, { help }),
      );
      return null;
    }
    case "histogram": {
      const problem = `"${part.text}" is a histogram`;
      const help = `Name one of its values: ${part.text}_p50, _p75, _p95, _p98, _p99 or _p999.`;
      context.report(diagnose("E775", span, { alert: draft.name, problem }, { help }));
      return null;
    }
    case "misspelt": {
      const help = `Did you mean "${found.nearest}"? Known: ${knownNames(context.mapped)}. A metric of your own with this name goes into the file of --metrics-map.`;
      context.report(diagnose("E771", span, values, { help }));
      return null;
    }
    case "own": {
      const help = `Describe it in a file for --metrics-map. Flink exposes a metric that an operator registers as flink_taskmanager_job_task_operator_<name>. Known without a map: ${knownNames(context.mapped)}.`;
      context.report(diagnose("W773", span, values, { help }));
      return found.metric;
    }
  }
}

function missingOnLine({ since, until }: Extract<Found, { kind: "not-on-line" }>): string {
  return until === null ? `it is there from ${since ?? ""} on` : `it is there until ${until}`;
}

type Values = { readonly metric: string; readonly alert: string };

function sayNeeds(
  context: Context,
  needs: string,
  span: ReturnType<typeof partSpan>,
  values: Values,
): void {
  // The emitted configuration switches it on for every latency that a condition names.
  if (needs === "metrics.latency.interval" || needs.startsWith("a ")) return;
  const [first = "", ...others] = needs.split(" and ");
  const option = /^[a-z][\w.*-]*$/u.test(first);
  const several = others.length > 0;
  const off = several
    ? `the Flink options ${needs}, which are off by default`
    : `the Flink option ${needs}, which is off by default`;
  const set = `Set ${several ? "them" : "it"} below flink_options of the process.`;
  const what = option ? off : needs;
  const help = option ? set : "See that it runs.";
  context.report(diagnose("W776", span, { ...values, needs: what }, { help }));
}

function sayApproximation(
  context: Context,
  { shape }: Metric,
  span: ReturnType<typeof partSpan>,
  values: Values,
): void {
  if (shape.kind !== "over-regions") return;
  const difference =
    context.model.region === null
      ? "the file declares no regions, so it is the value of the one place there is"
      : "it is the mean of the regions' values, in a Prometheus that collects from every region";
  const help = "Load this rule where the metrics of all regions are.";
  context.report(diagnose("W777", span, { ...values, difference }, { help }));
}
