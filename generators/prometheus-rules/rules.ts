// From drafts to alert rules: reads the condition, finds the metrics, converts the threshold, and says
// what cannot be honoured. The text of files is in views.ts and the templates.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import type { DiagnosticExtras } from "../../src/diagnostics/diagnostic.js";
import {
  parseCondition,
  type Condition,
  type Operator,
  type Part,
} from "../../src/targets/prometheus/condition.js";
import { expressionOf, selectorOf, type Metric } from "../../src/targets/prometheus/metric.js";
import { promqlNumber } from "../../src/targets/prometheus/selector.js";
import {
  fittingForms,
  prometheusDuration,
  thresholdIn,
  unitFacts,
} from "../../src/targets/prometheus/units.js";
import { partSpan } from "./condition-place.js";
import { checkWindows } from "./checkpoint-windows.js";
import type { Context } from "./context.js";
import type { Draft } from "./drafts.js";
import { resolveMetric } from "./resolve-metric.js";
import { selectionOf } from "./selection.js";

/** A comparison that was understood. */
export interface Comparison {
  readonly metric: Metric;
  /** The second one of `abs(a - b)`; null: the metric itself is compared. */
  readonly other: Metric | null;
  readonly operator: Operator;
  /** In the metric's unit. */
  readonly threshold: number;
  readonly windowMs: number | null;
}

export type RuleKind =
  | {
      readonly kind: "comparison";
      readonly comparison: Comparison;
      readonly guard: Comparison | null;
    }
  | { readonly kind: "down"; readonly metric: Metric };

/** A rule that can be written. */
export interface Rule {
  readonly draft: Draft;
  readonly kind: RuleKind;
  readonly expression: string;
  /** Milliseconds; 0: it fires at once. */
  readonly holdMs: number;
  /** The condition as people read it. */
  readonly condition: string;
}

/** The rules of `drafts`; what stands in the way of the others is reported. */
export function rulesOf(context: Context, drafts: readonly Draft[]): readonly Rule[] {
  return drafts.flatMap((draft) => {
    sayAction(context, draft);
    const rule =
      draft.kind.kind === "down" ? downRule(context, draft) : conditionRule(context, draft);
    return rule === null ? [] : [rule];
  });
}

/** W771: Prometheus tells, and does nothing. */
function sayAction({ origins, report }: Context, { name, action, origin }: Draft): void {
  if (action === null) return;
  const help = 'Scaling is a matter of "auto_scale"; the alert carries the label "action".';
  report(
    diagnose("W771", origins.span(origin.object, "action"), { action, alert: name }, { help }),
  );
}

function downRule(context: Context, draft: Draft): Rule | null {
  if (draft.kind.kind !== "down") return null;
  const metric = resolveMetric(context, draft, wholeText("running_time"), "running_time");
  if (metric === null) return null;
  const selection = selectionOf(context, draft.processes);
  return {
    draft,
    kind: { kind: "down", metric },
    expression: `absent(${selectorOf(metric, selection)}) or ${expressionOf(metric, selection)} == 0`,
    holdMs: draft.kind.afterMs,
    condition: `not running for ${prometheusDuration(draft.kind.afterMs)}`,
  };
}

/** A part that spans all of `text`. */
function wholeText(text: string): Part {
  return { text, start: 0, end: text.length };
}

function conditionRule(context: Context, draft: Draft): Rule | null {
  if (draft.kind.kind !== "condition") return null;
  const { text, guard } = draft.kind;
  const condition = readCondition(context, draft, text);
  if (condition === null) return null;
  const comparison = comparisonOf(context, draft, text, condition);
  if (comparison === null) return null;
  const guarding = guard === undefined ? null : guardOf(context, draft, guard);
  const selection = selectionOf(context, draft.processes);
  const own = comparisonText(comparison, selection);
  const expression =
    guarding === null
      ? own
      : `${own} and on (${selection.by.job.join(", ")}) ${comparisonText(guarding, selection)}`;
  return {
    draft,
    kind: { kind: "comparison", comparison, guard: guarding },
    expression,
    holdMs: condition.hold?.milliseconds ?? 0,
    condition: text,
  };
}

function guardOf(context: Context, draft: Draft, text: string): Comparison | null {
  const parsed = parseCondition(text);
  return parsed.ok ? comparisonOf(context, draft, text, parsed.condition) : null;
}

function readCondition(context: Context, draft: Draft, text: string): Condition | null {
  const parsed = parseCondition(text);
  if (parsed.ok) return parsed.condition;
  const { expected, found, start, end } = parsed.problem;
  const span = partSpan(context, draft.origin, text, { start, end });
  const values = {
    alert: draft.name,
    expected,
    found: found === "" ? "the end" : `"${found}"`,
  };
  const help =
    'Conditions look like "metric > 1000ms for 5m", "metric > 3 in 10m" or "abs(a - b) > 5".';
  context.report(diagnose("E770", span, values, { help }));
  return null;
}

/** Says things about a part of the condition of one draft. */
function saying(context: Context, draft: Draft, text: string) {
  return (
    code: "E772" | "E775" | "N770" | "W770" | "W775",
    part: Part,
    values: Readonly<Record<string, string>>,
    extras: DiagnosticExtras = {},
  ): void => {
    const span = partSpan(context, draft.origin, text, part);
    context.report(diagnose(code, span, { alert: draft.name, ...values } as never, extras));
  };
}

function comparisonOf(
  context: Context,
  draft: Draft,
  text: string,
  condition: Condition,
): Comparison | null {
  const say = saying(context, draft, text);
  const { operand, operator, value, within } = condition;
  const first = operand.kind === "metric" ? operand.metric : operand.left;
  const metric = resolveMetric(context, draft, first, text);
  const other =
    operand.kind === "metric" ? null : resolveMetric(context, draft, operand.right, text);
  if (metric === null || (operand.kind === "distance" && other === null)) return null;
  if (other !== null && (other.unit !== metric.unit || other.scope !== metric.scope)) {
    const problem = `"${metric.name}" and "${other.name}" cannot be subtracted: they differ in unit, or in what their series are about`;
    say("E775", value, { problem }, { help: "Compare metrics of one kind." });
    return null;
  }
  if (other !== null && isSameEverywhere(context, metric, other)) {
    const problem = `"${metric.name}" and "${other.name}" are the same where the series carry no region`;
    say(
      "E775",
      value,
      { problem },
      { help: "Declare the regions, with metrics of type prometheus." },
    );
    return null;
  }
  const threshold = thresholdIn(value, metric.unit);
  const problem = threshold.ok
    ? impossible(metric, operator, threshold.value, within !== null)
    : threshold.problem;
  if (!threshold.ok || problem !== null) {
    const help = `Write ${fittingForms(metric.unit)}.`;
    say(
      "E772",
      value,
      { value: value.text, metric: metric.name, problem: problem ?? "" },
      { help },
    );
    return null;
  }
  if (threshold.unitAssumed && draft.origin.key === "condition") {
    const { symbol } = unitFacts[metric.unit];
    say("N770", value, { value: value.text, taken: `${value.text}${symbol}` });
  }
  if (!windowFits(metric, other, condition, say)) return null;
  const windowMs = within?.milliseconds ?? null;
  const comparison = { metric, other, operator, threshold: threshold.value, windowMs };
  checkWindows(context, draft, { comparison, text, value: within ?? value });
  return comparison;
}

/** Whether one is the mean over regions of the other, and there is one region only. */
function isSameEverywhere({ identity }: Context, one: Metric, other: Metric): boolean {
  const isMean = one.shape.kind === "over-regions" || other.shape.kind === "over-regions";
  return one.name === other.name || (isMean && identity["region"] === undefined);
}

/** Why the comparison would hold never or always; null: it depends. */
function impossible(
  { unit, shape }: Metric,
  operator: Operator,
  value: number,
  windowed: boolean,
): string | null {
  const most = unit === "ratio" ? 1 : unit === "percent" ? 100 : Infinity;
  const estimated = windowed || shape.kind === "errors";
  const least = unit !== "number" || estimated || shape.kind === "counter" ? 0 : -Infinity;
  const never = (operator === ">" && value >= most) || (operator === "<" && value <= least);
  const always = (operator === ">=" && value <= least) || (operator === "<=" && value >= most);
  if (never) return "the condition can never hold";
  if (always) return "the condition always holds";
  if (estimated && value !== 0 && (operator === "==" || operator === "!=")) {
    return "growth in a window is an estimate and seldom a whole number, so it is compared with < or >";
  }
  return null;
}

function windowFits(
  metric: Metric,
  other: Metric | null,
  { within, hold, value }: Condition,
  say: ReturnType<typeof saying>,
): boolean {
  const { kind } = metric.shape;
  if (within === null) {
    if (kind === "counter" && hold === null && other === null) {
      const help = 'Ask for what happened lately: append "in 10m".';
      say("W770", value, { metric: metric.name }, { help });
    }
    return true;
  }
  const grows = kind === "counter" || kind === "raw";
  if (!grows || other !== null) {
    const problem =
      other === null
        ? `"in ${within.text}" counts events, and "${metric.name}" is a measurement`
        : `"in ${within.text}" cannot be said of a distance`;
    say(
      "E775",
      within,
      { problem },
      { help: `Write "for ${within.text}" for a state that lasts.` },
    );
    return false;
  }
  if (within.milliseconds < 120_000) {
    say("W775", within, { window: within.text }, { help: 'Use at least "in 5m".' });
  }
  return true;
}

function comparisonText(
  { metric, other, operator, threshold, windowMs }: Comparison,
  selection: ReturnType<typeof selectionOf>,
): string {
  const left = expressionOf(metric, selection, windowMs);
  const number = promqlNumber(threshold);
  if (other === null) return `${left} ${operator} ${number}`;
  return `abs((${left}) - (${expressionOf(other, selection)})) ${operator} ${number}`;
}
