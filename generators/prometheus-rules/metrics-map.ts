// The file of `--metrics-map`: metrics of the user's own, by the name that conditions use. Checked as
// strictly as an .infra file, with the same codes.
import {
  keySpan,
  nodeSpan,
  type Entry,
  type InfraNode,
  type MapNode,
} from "../../src/document/node.js";
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import type { Report } from "../../src/diagnostics/diagnostic.js";
import { nearestName } from "../../src/language/nearest-name.js";
import type { Aggregate, Metric, Scope, Shape } from "../../src/targets/prometheus/metric.js";
import type { Matcher } from "../../src/targets/prometheus/selector.js";
import type { Unit } from "../../src/targets/prometheus/units.js";

const metricName = /^[A-Za-z_:][\w:]*$/u;
const labelName = /^[A-Za-z_]\w*$/u;

/** What an entry may say; each value has its own form. */
const forms = {
  series: {
    form: "a metric name of Prometheus",
    accepts: (value: unknown) => isText(value, metricName),
  },
  unit: choice(["milliseconds", "seconds", "bytes", "ratio", "percent", "number"]),
  counter: { form: "true or false", accepts: (value: unknown) => typeof value === "boolean" },
  scope: choice(["job", "cluster", "outside"]),
  aggregate: choice(["max", "min", "sum", "avg"]),
  measures: {
    form: "text on one line",
    accepts: (value: unknown) => isText(value, /^[^\p{Cc}]+$/u),
  },
} as const;

interface Form {
  readonly form: string;
  readonly accepts: (value: unknown) => boolean;
}

function choice(values: readonly string[]): Form {
  return {
    form: `one of ${values.join(", ")}`,
    accepts: (value) => typeof value === "string" && values.includes(value),
  };
}

function isText(value: unknown, pattern: RegExp): boolean {
  return typeof value === "string" && pattern.test(value);
}

type Values = { readonly [Key in keyof typeof forms]?: unknown };

/** The metrics of `file`, by name; undefined: no file. Reports E702, E703 and E704. */
export function mappedMetrics(
  file: MapNode | undefined,
  report: Report,
): ReadonlyMap<string, Metric> {
  const metrics = new Map<string, Metric>();
  if (file === undefined) return metrics;
  for (const [key, entry] of file.entries) {
    if (key !== "metrics") unknownKey(entry, "the metrics map", ["metrics"], report);
  }
  const held = file.entries.get("metrics");
  if (held === undefined) {
    report(
      diagnose("E702", nodeSpan(file), {
        noun: "metrics map",
        name: file.file.path,
        property: "metrics",
      }),
    );
    return metrics;
  }
  for (const [name, entry] of mapAt(held.value, "metrics", report)?.entries ?? []) {
    const metric = readMetric(name, entry, report);
    if (metric !== null) metrics.set(name, metric);
  }
  return metrics;
}

function mapAt(node: InfraNode, property: string, report: Report): MapNode | null {
  if (node.kind === "map") return node;
  report(diagnose("E703", nodeSpan(node), { property, problem: "it must be a mapping" }));
  return null;
}

function unknownKey(entry: Entry, where: string, known: readonly string[], report: Report): void {
  const near = nearestName(entry.key, known);
  const help = near === null ? `Known: ${known.join(", ")}.` : `Did you mean "${near}"?`;
  report(diagnose("E704", keySpan(entry), { key: entry.key, where }, { help }));
}

function readMetric(name: string, entry: Entry, report: Report): Metric | null {
  const path = `metrics.${name}`;
  if (!metricName.test(name)) {
    const problem = "a condition can name only letters, digits, _ and :";
    report(diagnose("E703", keySpan(entry), { property: path, problem }));
    return null;
  }
  const node = mapAt(entry.value, path, report);
  if (node === null) return null;
  const values = readValues(node, path, report);
  const labels = readLabels(node, path, report);
  if (!node.entries.has("series")) {
    report(diagnose("E702", keySpan(entry), { noun: "metric", name, property: "series" }));
  }
  if (values === null || labels === null || typeof values.series !== "string") return null;
  return metricFrom(name, values, values.series, labels);
}

/** Null when one of them is wrong. */
function readValues(node: MapNode, path: string, report: Report): Values | null {
  const known = [...Object.keys(forms), "labels"];
  const values: Record<string, unknown> = {};
  let fine = true;
  for (const [key, entry] of node.entries) {
    if (key === "labels") continue;
    if (!Object.hasOwn(forms, key)) {
      unknownKey(entry, `"${path}"`, known, report);
      fine = false;
      continue;
    }
    const { form, accepts } = forms[key as keyof typeof forms];
    const value = entry.value.kind === "scalar" ? entry.value.value : null;
    if (accepts(value)) values[key] = value;
    else {
      fine = false;
      const values = { property: `${path}.${key}`, problem: `it must be ${form}` };
      report(diagnose("E703", nodeSpan(entry.value), values));
    }
  }
  return fine ? values : null;
}

function readLabels(node: MapNode, path: string, report: Report): readonly Matcher[] | null {
  const held = node.entries.get("labels");
  if (held === undefined) return [];
  const labels = mapAt(held.value, `${path}.labels`, report);
  if (labels === null) return null;
  let fine = true;
  const matchers: Matcher[] = [];
  for (const [label, entry] of labels.entries) {
    const value = entry.value.kind === "scalar" ? entry.value.value : null;
    if (labelName.test(label) && typeof value === "string") {
      matchers.push({ label, values: [value] });
      continue;
    }
    fine = false;
    const problem =
      typeof value === "string" ? "it is no label name" : "it must be text, in quotes";
    report(diagnose("E703", keySpan(entry), { property: `${path}.labels.${label}`, problem }));
  }
  return fine ? matchers : null;
}

// The forms above guarantee the types.
function metricFrom(
  name: string,
  values: Values,
  seriesName: string,
  extra: readonly Matcher[],
): Metric {
  const { measures, unit, scope, aggregate, counter } = values as {
    readonly [Key in keyof Values]?: string;
  };
  const isOutside = (scope ?? (seriesName.startsWith("flink_") ? "job" : "outside")) === "outside";
  const series = { name: seriesName, ...(extra.length === 0 ? {} : { extra }) };
  const usual = isOutside ? null : "max";
  const how = (aggregate ?? usual) as Aggregate | null;
  const isCounter = String(counter ?? false) === "true";
  const shape: Shape =
    isCounter && !isOutside
      ? { kind: "counter", series }
      : isCounter || how === null
        ? { kind: "raw", series, aggregate: how }
        : { kind: "gauge", series, aggregate: how };
  return {
    name,
    unit: (unit ?? "number") as Unit,
    scope: isOutside ? "outside" : ((scope ?? "job") as Scope),
    measures: measures ?? `${seriesName}, as the metrics map says`,
    shape,
  };
}
