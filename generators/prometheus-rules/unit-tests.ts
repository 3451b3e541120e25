// Unit tests for promtool, one per rule: it fires on one side of the threshold, not on the other, and
// not before its time. The series come from the same description as the expression.
import type { View } from "../../src/generator/contract.js";
import {
  errorWindowMs,
  testSeries,
  type Metric,
  type Scope,
  type TestSeries,
} from "../../src/targets/prometheus/metric.js";
import { selector, type Matcher } from "../../src/targets/prometheus/selector.js";
import { prometheusDuration, unitFacts } from "../../src/targets/prometheus/units.js";
import { annotationsOf, labelsOf, valueDigits } from "./alert-text.js";
import type { Context } from "./context.js";
import type { Comparison, Rule } from "./rules.js";
import { selectionOf } from "./selection.js";

/** The whole test file for the rules in `rulesFile`, a path beside it. */
export function testFile(context: Context, rules: readonly Rule[], rulesFile: string): View {
  const downs = rules.filter(({ kind }) => kind.kind === "down");
  const tests = rules.flatMap((rule) =>
    rule.kind.kind === "down" ? [] : comparisonTests(context, rule, rule.kind),
  );
  return {
    rule_files: [rulesFile],
    evaluation_interval: prometheusDuration(usualIntervalMs),
    tests: [...downTests(context, downs), ...tests],
  };
}

const usualIntervalMs = 60_000;
const leastIntervalMs = 1000;

/** Times of one rule's test, in milliseconds. */
interface Timing {
  readonly interval: number;
  /** It must not fire yet; null: it may at once. */
  readonly pending: number | null;
  readonly firing: number;
}

function timingOf({ holdMs, kind }: Rule): Timing {
  const comparison = kind.kind === "comparison" ? kind.comparison : null;
  const looksBack = comparison === null ? 0 : lookBackOf(comparison);
  // A window needs several samples.
  const interval =
    looksBack === 0 || looksBack >= 4 * usualIntervalMs
      ? usualIntervalMs
      : Math.max(leastIntervalMs, Math.floor(looksBack / 4000) * 1000);
  // Rules are evaluated less often than a short window is sampled.
  const hold = evaluations(Math.ceil, holdMs);
  const earliest = evaluations(Math.floor, earliestOf(comparison, looksBack, interval));
  return {
    interval,
    pending: hold === 0 ? null : earliest + hold - usualIntervalMs,
    firing: evaluations(Math.ceil, looksBack) + hold + 2 * usualIntervalMs,
  };
}

/** `time` in whole evaluations of the rules. */
function evaluations(round: (count: number) => number, time: number): number {
  return round(time / usualIntervalMs) * usualIntervalMs;
}

/** When the condition can be true for the first time. */
function earliestOf(comparison: Comparison | null, looksBack: number, interval: number): number {
  if (comparison === null || looksBack === 0) return 0;
  const isShare = comparison.metric.shape.kind === "errors" && comparison.metric.unit === "ratio";
  // A share is right from the second sample on, growth only when the window is full.
  const full = comparison.operator.startsWith(">") && !isShare;
  return full ? Math.max(interval, looksBack - interval) : interval;
}

function lookBackOf({ metric, windowMs }: Comparison): number {
  return metric.shape.kind === "errors" ? errorWindowMs : (windowMs ?? 0);
}

/** Values on both sides of the threshold. */
interface Sides {
  readonly fires: number;
  readonly quiet: number;
}

function sidesOf(rule: Rule, { operator, threshold, windowMs, metric, other }: Comparison): Sides {
  const isEstimate = windowMs !== null || metric.shape.kind === "errors" || other !== null;
  const step = isEstimate ? estimateStep(rule, threshold) : exactStep(threshold, metric);
  const above = isEstimate ? roundedUp(threshold + step, valueDigits(rule)) : threshold + step;
  const below = threshold - step;
  switch (operator) {
    case ">":
      return { fires: above, quiet: isEstimate && threshold !== 0 ? below : threshold };
    case ">=":
      return { fires: isEstimate ? above : threshold, quiet: below };
    case "<":
      return { fires: below, quiet: isEstimate ? above : threshold };
    case "<=":
      return { fires: isEstimate && threshold !== 0 ? below : threshold, quiet: above };
    case "==":
      return { fires: threshold, quiet: above };
    case "!=":
      return { fires: above, quiet: threshold };
  }
}

/**
 * A small step: near enough to the threshold that another one is noticed. Its share of a small number is
 * such that no value ends in exactly one half, which programs round differently.
 */
function exactStep(threshold: number, { unit }: Metric): number {
  if (Number.isInteger(threshold) && unitFacts[unit].dimension !== "share") {
    const size = Math.abs(threshold);
    return size === 0 || size >= 100 ? 1 : size * 0.013;
  }
  const digits = /\.(\d+)$/u.exec(String(threshold))?.[1]?.length ?? 0;
  return 10 ** -Math.max(3, digits);
}

/** Extrapolated growth is exact but for rounding: one percent is far from it. */
function estimateStep(rule: Rule, threshold: number): number {
  const percent = Math.abs(threshold) / 100;
  return threshold === 0 ? 1 : Math.max(percent, 10 ** -valueDigits(rule) / 10);
}

/** So that the value looks the same with as many digits as the annotation has. */
function roundedUp(value: number, digits: number): number {
  const scale = 10 ** digits;
  return Math.ceil(value * scale) / scale;
}

interface Side {
  readonly title: string;
  readonly series: readonly TestSeries[];
  /** The value that fires; null: nothing fires. */
  readonly value: number | null;
}

function comparisonTests(
  context: Context,
  rule: Rule,
  kind: Extract<Rule["kind"], { kind: "comparison" }>,
): readonly View[] {
  const { comparison, guard } = kind;
  const { fires, quiet } = sidesOf(rule, comparison);
  const guarded = (holds: boolean): readonly TestSeries[] =>
    guard === null ? [] : testSeries(guard.metric, guard.threshold + (holds ? 1 : 0));
  const sides: Side[] = [
    {
      title: "fires beyond the threshold",
      series: [...seriesFor(comparison, fires), ...guarded(true)],
      value: fires,
    },
    {
      title: "is quiet on the other side",
      series: [...seriesFor(comparison, quiet), ...guarded(true)],
      value: null,
    },
  ];
  if (guard !== null) {
    const series = [...seriesFor(comparison, fires), ...guarded(false)];
    sides.push({ title: "is quiet for a job that has just started", series, value: null });
  }
  const timing = timingOf(rule);
  return sides.map((side) => testOf(context, rule, side, timing));
}

/** The series of both operands. */
function seriesFor(comparison: Comparison, value: number): readonly TestSeries[] {
  const { metric, other, windowMs } = comparison;
  if (other === null) return testSeries(metric, value, windowMs);
  const base = comparison.threshold === 0 ? 1 : Math.abs(comparison.threshold);
  const shares =
    "series" in metric.shape &&
    "series" in other.shape &&
    metric.shape.series.name === other.shape.series.name;
  if (!shares) return [...testSeries(metric, base + value), ...testSeries(other, base)];
  // The mean of two regions is in the middle: the distance is half of theirs.
  const both = [
    ...testSeries(metric, base + value),
    ...testSeries(other, base - value).map((series) => ({ ...series, otherRegion: true })),
  ];
  return both;
}

function testOf(context: Context, rule: Rule, side: Side, timing: Timing): View {
  const [process] = rule.draft.processes;
  const name = process?.name ?? "";
  const { interval, pending, firing } = timing;
  const samples = Math.ceil(firing / interval) + 3;
  const alert = side.value === null ? [] : [expectedAlert(context, rule, name, side.value)];
  const at = (time: number, expected: readonly View[]): View => ({
    eval_time: prometheusDuration(time),
    alertname: rule.draft.name,
    exp_alerts: expected,
  });
  return {
    name: `${rule.draft.name} ${side.title}`,
    interval: prometheusDuration(interval),
    input_series: side.series.map((series) =>
      inputSeries(context, rule, series, { interval, samples }),
    ),
    alert_rule_test: [
      ...(pending === null || side.value === null ? [] : [at(pending, [])]),
      at(firing, alert),
    ],
  };
}

/** The labels of one series of the rule's first process. */
function seriesLabels(context: Context, rule: Rule, series: TestSeries): readonly Matcher[] {
  const selection = selectionOf(context, rule.draft.processes.slice(0, 1));
  const matchers = [...selection.matchers[scopeOf(rule)], ...(series.series.extra ?? [])];
  return matchers.map((matcher) =>
    series.otherRegion === true && matcher.label === "region"
      ? { label: "region", values: ["another-region"] }
      : { label: matcher.label, values: matcher.values.slice(0, 1) },
  );
}

function inputSeries(
  context: Context,
  rule: Rule,
  series: TestSeries,
  { interval, samples }: { readonly interval: number; readonly samples: number },
): View {
  const step = (series.stepPerMinute * interval) / 60_000;
  return {
    series: selector(series.series.name, seriesLabels(context, rule, series)),
    values: `${plain(series.start)}${step < 0 ? "-" : "+"}${plain(Math.abs(step))}x${String(samples)}`,
  };
}

/** Without an exponent, which the notation of test series does not have; without the dust of binary fractions. */
function plain(value: number): string {
  const text = value.toFixed(12);
  return text.replace(/\.?0+$/u, "");
}

function expectedAlert(context: Context, rule: Rule, process: string, value: number): View {
  const facts = { process, value, sample: sampleLabels(context, rule) };
  return {
    exp_labels: labelsOf(context, rule).whenFiring(facts),
    exp_annotations: annotationsOf(context, rule).whenFiring(facts),
  };
}

/** The labels that the expression keeps. */
function sampleLabels(context: Context, rule: Rule): Record<string, string> {
  const shape = rule.kind.kind === "down" ? null : rule.kind.comparison.metric.shape;
  const selection = selectionOf(context, rule.draft.processes.slice(0, 1));
  const scope = scopeOf(rule);
  const all =
    shape?.kind === "raw" && shape.aggregate === null
      ? seriesLabels(context, rule, { series: shape.series, start: 0, stepPerMinute: 0 })
      : selection.matchers[scope].filter(({ label }) => selection.by[scope].includes(label));
  return Object.fromEntries(all.map(({ label, values }) => [label, values[0] ?? ""]));
}

function scopeOf({ kind }: Rule): Scope {
  return kind.kind === "down" ? "job" : kind.comparison.metric.scope;
}

/** With no series at all every job is down; with running jobs none is. */
function downTests(context: Context, rules: readonly Rule[]): readonly View[] {
  const [first] = rules;
  if (first === undefined) return [];
  const timing = timingOf(first);
  const { interval, pending, firing } = timing;
  const samples = Math.ceil(firing / interval) + 3;
  const alerts = rules.map((rule) =>
    expectedAlert(context, rule, rule.draft.processes[0]?.name ?? "", 1),
  );
  const at = (time: number, expected: readonly View[]): View => ({
    eval_time: prometheusDuration(time),
    alertname: first.draft.name,
    exp_alerts: expected,
  });
  const running = (value: number): readonly View[] =>
    rules.flatMap((rule) =>
      rule.kind.kind !== "down"
        ? []
        : testSeries(rule.kind.metric, value).map((series) =>
            inputSeries(context, rule, series, { interval, samples }),
          ),
    );
  const test = (title: string, series: readonly View[], checks: readonly View[]): View => ({
    name: `${first.draft.name} ${title}`,
    interval: prometheusDuration(interval),
    input_series: series,
    alert_rule_test: checks,
  });
  const waits = pending === null ? [] : [at(pending, [])];
  return [
    test("fires when nothing reports the job", [], [...waits, at(firing, alerts)]),
    test("fires while the job does not run", running(0), [...waits, at(firing, alerts)]),
    test("is quiet while the job runs", running(1), [at(firing, [])]),
  ];
}
