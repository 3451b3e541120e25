// Labels and annotations of a rule: as the rule file has them, and as they look when the alert fires,
// which the unit tests expect.
import { templateText, exposedLabel } from "../../src/targets/prometheus/selector.js";
import { unitFacts } from "../../src/targets/prometheus/units.js";
import type { Context } from "./context.js";
import type { Rule } from "./rules.js";

/** Label or annotation: what is in the file, and what an alert about one process says. */
export interface Texts {
  readonly inFile: Readonly<Record<string, string>>;
  readonly whenFiring: (facts: Firing) => Readonly<Record<string, string>>;
}

/** One alert that fires. */
export interface Firing {
  readonly process: string;
  /** Labels of the sample. */
  readonly sample: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Labels of the rule itself; those of the sample are kept beside them. */
export function labelsOf(context: Context, rule: Rule): Texts {
  const fixed = fixedLabels(context, rule);
  const label = processLabelOf(context, rule);
  const inFile = { ...escaped(fixed), ...(label === null ? {} : { process: label.inFile }) };
  return {
    inFile,
    whenFiring: ({ process, sample }) => ({
      ...sample,
      ...fixed,
      ...(label === null ? {} : { process: label.isFixed ? label.inFile : process }),
    }),
  };
}

function escaped(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, templateText(text)]),
  );
}

/** The labels of the file for all series are worth having on alerts, too: they are routed by team. */
function fixedLabels(context: Context, { draft }: Rule): Record<string, string> {
  const stated = Object.entries(context.model.metrics?.labels ?? {}).map(
    ([name, value]) => [exposedLabel(name), value] as const,
  );
  const { region } = context.model;
  const ours: Record<string, string> = {
    environment: context.identity["environment"] ?? context.model.environment,
    ...(region === null ? {} : { region: context.identity["region"] ?? region.regionName }),
    severity: draft.severity,
    ...(draft.action === null ? {} : { action: draft.action }),
    // Without it the Prometheus Operator's routes, which are bound to a namespace, never match.
    ...(context.flavor === "operator" ? { namespace: context.namespace } : {}),
  };
  const others = stated.filter(([name]) => !reserved.has(name));
  return { ...Object.fromEntries(others), ...ours };
}

const reserved: ReadonlySet<string> = new Set(["alertname", "process", "job_name", "__name__"]);

/** Which process: fixed for one, taken from the series of a job for several; null: of no single one. */
function processLabelOf(
  context: Context,
  { draft, kind }: Rule,
): { readonly inFile: string; readonly isFixed: boolean } | null {
  const [only, ...others] = draft.processes;
  const scope = kind.kind === "down" ? "job" : kind.comparison.metric.scope;
  if (scope === "cluster" && !context.clusterPerProcess && draft.group === "alerts") return null;
  if (only !== undefined && others.length === 0) return { inFile: only.name, isFixed: true };
  if (scope === "job") return { inFile: "{{ $labels.job_name }}", isFixed: false };
  return scope === "cluster" && context.clusterPerProcess
    ? { inFile: "{{ $labels.process }}", isFixed: false }
    : null;
}

/** Who the alert is about, for sentences. */
function subject(
  context: Context,
  rule: Rule,
): { inFile: string; of: (process: string) => string } {
  const label = processLabelOf(context, rule);
  const { environment } = context.model;
  if (label === null) return { inFile: templateText(environment), of: () => environment };
  const place = ` (${environment})`;
  return {
    inFile: `${label.inFile}${templateText(place)}`,
    of: (process) => `${label.isFixed ? label.inFile : process}${place}`,
  };
}

/** `summary` and `description`. */
export function annotationsOf(context: Context, rule: Rule): Texts {
  const { draft, condition, kind } = rule;
  const about = subject(context, rule);
  const title = `${draft.name}: `;
  if (kind.kind === "down") {
    const description = `No job manager reports the job as running: ${condition}.`;
    return {
      inFile: {
        summary: `${templateText(title)}${about.inFile}`,
        description: templateText(description),
      },
      whenFiring: ({ process }) => ({ summary: `${title}${about.of(process)}`, description }),
    };
  }
  const { metric, other } = kind.comparison;
  const { symbol } = unitFacts[metric.unit];
  const digits = valueDigits(rule);
  const measures =
    other === null ? metric.measures : `the distance of two values: ${metric.measures}`;
  const text = `${condition}. Measured: ${measures}. Now: `;
  return {
    inFile: {
      summary: `${templateText(title)}${about.inFile}`,
      description: `${templateText(text)}{{ printf "%.${String(digits)}f" $value }}${symbol}`,
    },
    whenFiring: ({ process, value }) => ({
      summary: `${title}${about.of(process)}`,
      description: `${text}${value.toFixed(digits)}${symbol}`,
    }),
  };
}

/** Digits after the point of the value in an annotation; counts of whole things have none. */
export function valueDigits({ kind }: Rule): number {
  if (kind.kind === "down") return 0;
  const { metric, threshold, windowMs } = kind.comparison;
  const whole = windowMs === null && Number.isInteger(threshold) && metric.shape.kind !== "errors";
  return metric.unit === "number" && whole ? 0 : unitFacts[metric.unit].digits;
}
