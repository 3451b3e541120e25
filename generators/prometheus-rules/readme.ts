// The README of the output: what is here, what must exist, how to load and check it, who is told of
// what, and what each finding means. Text is in the template; here are the facts.
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { absent } from "../../src/encode/leaf.js";
import type { PlannedFile, View } from "../../src/generator/contract.js";
import { generatorReadme } from "../../src/generator/readme-file.js";
import { isStated } from "../../src/model/is-stated.js";
import { fileTarget } from "../../src/targets/flink/configuration/effective-configuration.js";
import { metricAddresses, metricPorts } from "../../src/targets/flink/metric-ports.js";
import { matcherText } from "../../src/targets/prometheus/selector.js";
import { mailPassword, secretName, secretsFolder } from "./alertmanager.js";
import type { Receiver } from "./channels.js";
import type { Context } from "./context.js";
import type { Routing } from "./routing.js";
import type { Rule } from "./rules.js";

export interface ReadmeFacts {
  readonly rules: readonly Rule[];
  readonly routing: Routing;
  readonly hasDashboard: boolean;
  /** Everything found, before and by this generator. */
  readonly findings: readonly Diagnostic[];
}

const usualPath = "/metrics";

export function readmeFile(context: Context, facts: ReadmeFacts): PlannedFile {
  const { model, flavor, line } = context;
  const { rules, routing, hasDashboard } = facts;
  const isPlain = flavor === "plain";
  const view: View = {
    environment: model.environment,
    hasRegion: model.region !== null,
    region: model.region?.regionName ?? absent,
    line,
    plain: isPlain,
    operator: !isPlain,
    hasRules: rules.length > 0,
    ruleCount: rules.length,
    hasDashboard,
    hasAlertmanager: routing.routes.length > 0,
    ...metricsView(context),
    rules: ruleViews(rules, routing),
    measures: measureViews(rules),
    ...credentialView(context, routing),
    namespace: context.namespace,
    onKubernetes: model.deployment?.type === "kubernetes",
  };
  return generatorReadme("prometheus-rules", view, facts.findings, context.request.acceptedReason);
}

function metricsView({ model, identity, clusterPerProcess }: Context): View {
  const { metrics } = model;
  const exposed = metrics?.type === "prometheus";
  const labels = Object.entries(identity);
  const aggregator = metrics?.federation?.globalAggregator ?? null;
  const ports = metricPorts(metrics?.port ?? null, fileTarget(model));
  const named = metricAddresses(model, ports);
  const matchers = matcherText(labels.map(([label, value]) => ({ label, values: [value] })));
  return {
    exposed,
    unexposed: !exposed,
    labels: labels.map(([name, value]) => ({ name, value })),
    clusterPerProcess,
    port: ports.first,
    lastPort: ports.last,
    isRange: ports.last > ports.first,
    namesHosts: named !== null,
    targets: (named ?? [`HOST:${String(ports.first)}`]).map((address) => ({ address })),
    path: metrics?.path ?? usualPath,
    hasFederation: aggregator !== null,
    aggregator: typeof aggregator === "string" ? aggregator : absent,
    federationMatch: `{${matchers}}`,
  };
}

function ruleViews(rules: readonly Rule[], { routes }: Routing): readonly View[] {
  const receivers = new Map<string, string[]>();
  for (const { receiver, alerts } of routes) {
    for (const alert of alerts) {
      const names = receivers.get(alert);
      if (names === undefined) receivers.set(alert, [receiver.name]);
      else names.push(receiver.name);
    }
  }
  const seen = new Set<string>();
  return rules.flatMap(({ draft, condition }) => {
    const key = JSON.stringify([draft.name, condition]);
    if (seen.has(key)) return [];
    seen.add(key);
    const told = receivers.get(draft.name)?.join(", ") ?? "nobody";
    return [{ alert: draft.name, severity: draft.severity, condition, told }];
  });
}

function measureViews(rules: readonly Rule[]): readonly View[] {
  const metrics = rules.flatMap(({ kind }) =>
    kind.kind === "down"
      ? [kind.metric]
      : [kind.comparison.metric, kind.comparison.other, kind.guard?.metric ?? null],
  );
  const byName = new Map(
    metrics.flatMap((metric) => (metric === null ? [] : [[metric.name, metric] as const])),
  );
  return [...byName.values()].map(({ name, measures }) => ({ metric: name, measures }));
}

interface Credential {
  readonly key: string;
  readonly holds: string;
}

function credentialView(context: Context, routing: Routing): View {
  const { routes, sendsMail } = routing;
  const hasPassword = sendsMail && isStated(context.model.notifications?.email?.password);
  const credentials: readonly Credential[] = [
    ...routes.flatMap(({ receiver }) => credentialOf(receiver)),
    ...(hasPassword ? [{ key: mailPassword, holds: "the password at the mail server" }] : []),
  ];
  const secret = secretName(context);
  return {
    credentials: credentials.map(({ key, holds }) => ({
      key,
      holds,
      folder: secretsFolder,
      secret,
    })),
    needsSecret: credentials.length > 0,
    secret,
    secretOptions: credentials.map(({ key }) => `--from-file=${key}`).join(" "),
    sendsMail,
    needsUrlFile: routes.some(
      ({ receiver }) => receiver.kind === "webhook" && receiver.url === null,
    ),
  };
}

function credentialOf(receiver: Receiver): readonly Credential[] {
  const { name: key } = receiver;
  switch (receiver.kind) {
    case "slack": {
      const holds = `the URL of an incoming webhook of Slack for the channel ${receiver.channel}`;
      return [{ key, holds }];
    }
    case "pagerduty":
      return [{ key, holds: "the integration key (Events API v2) of the PagerDuty service" }];
    case "webhook": {
      const holds = "the whole URL of the webhook, as the file's variable or secret would give it";
      return receiver.url === null ? [{ key, holds }] : [];
    }
    case "email":
      return [];
  }
}
