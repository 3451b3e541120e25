// What Prometheus finds: every metric that a rule or a panel of the dashboard asks for, with the labels
// that it selects and groups by; and every name that our table of exposed metrics has for the line.
import { flinkMetric, flinkMetricNames } from "../../../src/targets/flink/find-metric-name.js";
import { knownMetrics } from "../../../src/targets/prometheus/known-metrics.js";
import { lineAtLeast } from "../../../src/targets/flink/lines.js";
import type { LoadedRule, Node, Prometheus } from "./monitoring.js";
import { scrapeConfiguration } from "./monitoring.js";
import type { Run } from "./run.js";
import { eventually } from "./wait.js";

export async function proveMetrics(run: Run, prometheus: Prometheus): Promise<void> {
  const { check } = run;
  await check("Prometheus reaches all three processes by the README's configuration", () =>
    checkTargets(run, prometheus),
  );
  await check("Prometheus runs every emitted rule without an error", () =>
    checkRules(run, prometheus),
  );
  const wanted = await selectorsOf(run, prometheus);
  // Markers of latency come each half minute: wait for the last of all, once.
  await eventually("a series for every selector", 45, async () => {
    const found = await Promise.all([...wanted.keys()].map((one) => prometheus.series(one)));
    return found.every((series) => series.length > 0) ? true : null;
  }).catch(() => undefined);
  for (const [selector, { labels, users }] of wanted) {
    await check(`${selector} finds series with ${labels.join(", ") || "no label"}`, async () => {
      const found = await prometheus.series(selector);
      if (found.length === 0) throw new Error(`no series for ${users.join(", ")}`);
      const lacking = labels.filter((label) => found.some((series) => !(label in series)));
      if (lacking.length > 0) throw new Error(`without ${lacking.join(", ")}`);
    });
  }
  await check("every metric that a condition may name is asked for here", () =>
    checkCoverage(run, [...wanted.keys()]),
  );
  await check("Flink exposes the names of our table, and no others", () =>
    checkNames(run, prometheus),
  );
}

async function checkTargets(run: Run, prometheus: Prometheus): Promise<void> {
  const listed = JSON.stringify(scrapeConfiguration(run));
  await eventually(`three targets of ${listed}`, 60, async () => {
    const targets = await prometheus.targets();
    const up = targets.filter(({ health }) => health === "up");
    return up.length === 3 ? true : null;
  });
}

async function checkRules(run: Run, prometheus: Prometheus): Promise<void> {
  const emitted = run.emitted.text("prometheus-rules/rules.yaml").split("- alert: ").length - 1;
  await eventually("an evaluation of every rule", 60, async () => {
    const rules = await prometheus.rules();
    if (rules.length !== emitted) throw new Error(`${String(rules.length)} of ${String(emitted)}`);
    const ill = rules.filter(({ health }) => health !== "ok");
    if (ill.length > 0) throw new Error(ill.map(illness).join("\n"));
    return true;
  });
}

function illness({ name, health, lastError = "" }: LoadedRule): string {
  return `${name} is ${health} ${lastError}`;
}

/** Labels that a query groups by and no series here has, with the reason. */
const notHere: ReadonlyMap<string, string> = new Map([["region", "live.infra has no regions"]]);

/** What is asked for by one selector. */
interface Wanted {
  /** Labels that its users group by. */
  readonly labels: readonly string[];
  /** Alerts and panels. */
  readonly users: readonly string[];
}

interface Panel {
  readonly title: string;
  readonly targets: readonly { readonly expr: string }[];
}

interface Dashboard {
  readonly panels: readonly Panel[];
  readonly templating: { readonly list: readonly { readonly query: string }[] };
}

/** Every selector of every rule and panel, once. */
async function selectorsOf(run: Run, prometheus: Prometheus): Promise<ReadonlyMap<string, Wanted>> {
  const uses = [
    ...(await prometheus.rules()).map(({ name, query }) => ({ user: name, query })),
    ...panelQueries(run.emitted.text("prometheus-rules/grafana-dashboard.json")),
  ];
  const wanted = new Map<string, { labels: Set<string>; users: Set<string> }>();
  for (const { user, query } of uses) {
    for (const { selector, labels } of selectorsIn(await prometheus.parsed(query), [])) {
      // The alerts themselves are a metric of Prometheus.
      if (selector.startsWith("ALERTS{")) continue;
      const one = wanted.get(selector) ?? { labels: new Set(), users: new Set() };
      wanted.set(selector, one);
      for (const label of labels) if (!notHere.has(label)) one.labels.add(label);
      one.users.add(user);
    }
  }
  return new Map(
    [...wanted].map(([selector, { labels, users }]) => [
      selector,
      { labels: [...labels].toSorted(), users: [...users] },
    ]),
  );
}

/** As Grafana asks: for all processes, what it puts in for "All". */
function panelQueries(text: string): readonly { readonly user: string; readonly query: string }[] {
  const { panels, templating } = JSON.parse(text) as Dashboard;
  const ofPanels = panels.flatMap(({ title, targets }) =>
    targets.map(({ expr }) => ({ user: title, query: expr.replaceAll("$process", ".+") })),
  );
  const ofVariables = templating.list.flatMap(({ query }) => {
    const [, series, label] = /^label_values\((.*), (\w+)\)$/u.exec(query) ?? [];
    if (series === undefined || label === undefined) return [];
    return [{ user: "the variable of the dashboard", query: `max by (${label}) (${series})` }];
  });
  return [...ofPanels, ...ofVariables];
}

interface Matcher {
  readonly name: string;
  readonly type: string;
  readonly value: string;
}

/** Selectors below `node`, with the labels that the aggregations above them keep. */
function selectorsIn(
  node: unknown,
  kept: readonly string[],
): readonly { readonly selector: string; readonly labels: readonly string[] }[] {
  if (typeof node !== "object" || node === null) return [];
  if (Array.isArray(node)) return node.flatMap((child: unknown) => selectorsIn(child, kept));
  const { type, matchers, name, grouping } = node as Node;
  if (type === "vectorSelector" || type === "matrixSelector") {
    const all = (matchers as readonly Matcher[]).filter(
      (matcher) => matcher.name !== "__name__" || matcher.type !== "=",
    );
    const texts = all.map((each) => `${each.name}${each.type}${JSON.stringify(each.value)}`);
    return [{ selector: `${String(name ?? "")}{${texts.join(",")}}`, labels: kept }];
  }
  const labels = type === "aggregation" ? [...kept, ...(grouping as readonly string[])] : kept;
  return Object.values(node).flatMap((child) => selectorsIn(child, labels));
}

/** Named by no rule here, with the reason. */
const notOfFlink: ReadonlyMap<string, string> = new Map([
  ["mirror_maker_lag", "of MirrorMaker's own exporter"],
]);

function checkCoverage({ line }: Run, selectors: readonly string[]): void {
  const missing = [...knownMetrics.values()].flatMap(({ name, since, shape }) => {
    if (notOfFlink.has(name) || (since !== null && !lineAtLeast(line, since))) return [];
    const names = JSON.stringify(shape(line)).match(/flink_\w+/gu) ?? [];
    const lacking = names.filter((each) => selectors.every((one) => !one.includes(`${each}{`)));
    return lacking.length > 0 ? [`${name}: ${lacking.join(", ")}`] : [];
  });
  if (missing.length > 0) throw new Error(missing.join("\n"));
}

/** What `live.infra` does not switch on. */
const switchedOff = new Set(["state.size-track.keyed-state-enabled"]);

async function checkNames({ line }: Run, prometheus: Prometheus): Promise<void> {
  const known = flinkMetricNames(line).filter(
    (name) => !switchedOff.has(flinkMetric(name)?.onlyWith ?? ""),
  );
  await eventually("a scrape with every name", 45, async () => {
    const exposed = await prometheus.names();
    const absent = known.filter((name) => !exposed.has(name));
    const unknown = [...exposed].filter(
      (name) => !known.includes(name) && !known.includes(name.replace(/_count$/u, "")),
    );
    const findings = [
      ...absent.map((name) => `${name} is not exposed`),
      ...unknown.map((name) => `${name} is not known`),
    ];
    if (findings.length > 0) throw new Error(`\n${findings.join("\n")}`);
    return true;
  });
}
