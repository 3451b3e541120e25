// How a metric is asked for: one description gives the PromQL expression and the series of its unit
// test, so that the two cannot differ. Which metrics exist is in known-metrics.ts.
import { promqlNumber, selector, type Matcher } from "./selector.js";
import { prometheusDuration, type Unit } from "./units.js";

/** Series with these labels carry the metric: of one job, of a cluster's process, or of something else. */
export type Scope = "job" | "cluster" | "outside";

/** How values of several series become one. */
export type Aggregate = "max" | "min" | "sum" | "avg";

/** One exposed series. */
export interface SeriesName {
  readonly name: string;
  /** Matchers beside those of the scope: `quantile`. */
  readonly extra?: readonly Matcher[];
  /** A second spelling that some releases of the line use. */
  readonly alsoNamed?: string;
}

/** How the value is made of exposed series. */
export type Shape =
  /** `series / divisor`. */
  | {
      readonly kind: "gauge";
      readonly series: SeriesName;
      readonly aggregate: Aggregate;
      readonly divisor?: number;
    }
  | {
      readonly kind: "ratio";
      readonly part: SeriesName;
      readonly whole: SeriesName;
      readonly aggregate: Aggregate;
    }
  /** Only grows; `in` asks for its growth. */
  | { readonly kind: "counter"; readonly series: SeriesName }
  /** Events of all `counters` in five minutes: per minute, or as a share of `base`. */
  | {
      readonly kind: "errors";
      readonly counters: readonly SeriesName[];
      readonly base: SeriesName | null;
    }
  /** Milliseconds since the moment that the series holds, in milliseconds since 1970. */
  | { readonly kind: "age"; readonly series: SeriesName }
  /** The mean over regions of the largest value of each. */
  | { readonly kind: "over-regions"; readonly series: SeriesName }
  /** Nothing is known of the series but its name: it is asked for as it stands. */
  | { readonly kind: "raw"; readonly series: SeriesName; readonly aggregate: Aggregate | null };

/** A metric as an alert names it. */
export interface Metric {
  readonly name: string;
  readonly unit: Unit;
  readonly scope: Scope;
  readonly shape: Shape;
  /** What it measures, for annotations and the README: "records that sources have not read yet". */
  readonly measures: string;
}

/** Which series are meant. */
export interface Selection {
  /** For each scope: matchers of the series. */
  readonly matchers: Readonly<Record<Scope, readonly Matcher[]>>;
  /** Matchers without the region. */
  readonly everywhere: readonly Matcher[];
  /** For each scope: the labels that one alert keeps. */
  readonly by: Readonly<Record<Scope, readonly string[]>>;
}

/** The window of the rates that have one of their own. */
export const errorWindowMs = 300_000;

/** A query for `metric`; `windowMs` asks a counter for its growth. */
export function expressionOf(
  metric: Metric,
  selection: Selection,
  windowMs: number | null = null,
): string {
  const { shape, scope } = metric;
  const matchers = selection.matchers[scope];
  const by = selection.by[scope];
  const of = (series: SeriesName): string => seriesSelector(series, matchers);
  switch (shape.kind) {
    case "gauge":
      return divided(aggregated(shape.aggregate, by, of(shape.series)), shape.divisor ?? 1);
    case "ratio":
      return aggregated(shape.aggregate, by, `${of(shape.part)} / ${of(shape.whole)}`);
    case "counter":
      return windowMs === null
        ? aggregated("max", by, of(shape.series))
        : aggregated("sum", by, growth(of(shape.series), windowMs));
    case "errors":
      return errors(shape.counters.map(of), shape.base === null ? null : of(shape.base), by);
    case "age":
      return `time() * 1000 - ${aggregated("max", by, of(shape.series))}`;
    case "over-regions": {
      const all = seriesSelector(shape.series, selection.everywhere);
      return aggregated("avg", by, aggregated("max", [...by, "region"], all));
    }
    case "raw": {
      const value = windowMs === null ? of(shape.series) : growth(of(shape.series), windowMs);
      return shape.aggregate === null ? value : aggregated(shape.aggregate, by, value);
    }
  }
}

/** The selector of a metric of one series. */
export function selectorOf({ shape, scope }: Metric, selection: Selection): string {
  if (!("series" in shape)) throw new Error(`a metric of several series: ${shape.kind}`);
  return seriesSelector(shape.series, selection.matchers[scope]);
}

function seriesSelector(series: SeriesName, matchers: readonly Matcher[]): string {
  const all = [...matchers, ...(series.extra ?? [])];
  if (series.alsoNamed === undefined) return selector(series.name, all);
  return selector("", [{ label: "__name__", values: [series.name, series.alsoNamed] }, ...all]);
}

function aggregated(aggregate: Aggregate, by: readonly string[], value: string): string {
  return by.length === 0
    ? `${aggregate}(${value})`
    : `${aggregate} by (${by.join(", ")}) (${value})`;
}

function divided(value: string, divisor: number): string {
  return divisor === 1 ? value : `${value} / ${promqlNumber(divisor)}`;
}

function growth(series: string, windowMs: number): string {
  return `increase(${series}[${prometheusDuration(windowMs)}])`;
}

/** The counters of one operator differ in their name only, which `increase` drops: `kind` keeps them apart. */
function errors(counters: readonly string[], base: string | null, by: readonly string[]): string {
  const parts = counters.map(
    (series, index) =>
      `label_replace(${growth(series, errorWindowMs)}, "kind", "${String(index)}", "", "")`,
  );
  const sum = aggregated("sum", by, parts.join(" or "));
  if (base === null) return divided(sum, errorWindowMs / 60_000);
  return `${sum} / ${aggregated("sum", by, growth(base, errorWindowMs))}`;
}

/** One input series of a unit test: `start`, changing by `step` each minute. */
export interface TestSeries {
  readonly series: SeriesName;
  readonly start: number;
  readonly stepPerMinute: number;
  /** The series is of another region than the selection's. */
  readonly otherRegion?: boolean;
}

/** Far from zero, so that Prometheus extrapolates a counter's growth to the whole window. */
const counterStart = 1_000_000;
const exactParts = 1_000_000_000;

/** Series that give `metric` the value `value` from the beginning on. */
export function testSeries(
  metric: Metric,
  value: number,
  windowMs: number | null = null,
): readonly TestSeries[] {
  const { shape } = metric;
  switch (shape.kind) {
    case "gauge":
      return [constant(shape.series, value * (shape.divisor ?? 1))];
    case "ratio":
      return [
        constant(shape.part, Math.round(value * exactParts)),
        constant(shape.whole, exactParts),
      ];
    case "counter":
    case "raw":
      return [
        windowMs === null ? constant(shape.series, value) : growing(shape.series, value, windowMs),
      ];
    case "errors":
      return errorSeries(shape, value);
    case "age":
      return [{ series: shape.series, start: -value, stepPerMinute: 60_000 }];
    case "over-regions":
      return [constant(shape.series, value)];
  }
}

function constant(series: SeriesName, start: number): TestSeries {
  return { series, start, stepPerMinute: 0 };
}

function growing(series: SeriesName, value: number, windowMs: number): TestSeries {
  return { series, start: counterStart, stepPerMinute: (value * 60_000) / windowMs };
}

function errorSeries(
  { counters, base }: Extract<Shape, { kind: "errors" }>,
  value: number,
): readonly TestSeries[] {
  const records = 100_000;
  const events = base === null ? (value * errorWindowMs) / 60_000 : value * records;
  const [first, ...others] = counters;
  if (first === undefined) return [];
  // The other counters exist and stand still: their sum must not be empty, nor count twice.
  return [
    growing(first, events, errorWindowMs),
    ...others.map((series) => growing(series, 0, errorWindowMs)),
    ...(base === null ? [] : [growing(base, records, errorWindowMs)]),
  ];
}
