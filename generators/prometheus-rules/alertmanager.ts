// `alertmanager.yml` for an Alertmanager that reads files, and AlertmanagerConfig for one that the
// Prometheus Operator runs. Credentials are named, never held.
import { absent } from "../../src/encode/leaf.js";
import type { PlannedFile, View, ViewValue } from "../../src/generator/contract.js";
import { derived } from "../../src/generator/view.js";
import { literalRegex } from "../../src/targets/prometheus/selector.js";
import { prometheusDuration } from "../../src/targets/prometheus/units.js";
import type { Receiver } from "./channels.js";
import type { Context } from "./context.js";
import { objectLabels, objectName } from "./objects.js";
import type { Route, Routing } from "./routing.js";

/** Where the emitted configuration expects credentials, one file for each. */
export const secretsFolder = "/etc/alertmanager/secrets";

/** The file with the password at the mail server. */
export const mailPassword = "smtp-password";

const usual = { groupWaitMs: 30_000, groupIntervalMs: 300_000, repeatIntervalMs: 14_400_000 };
const title = "{{ .CommonAnnotations.summary }}";
const text = "{{ range .Alerts }}{{ .Annotations.description }}\n{{ end }}";
const severity = "{{ .CommonLabels.severity }}";

/** The Secret that holds the credentials of the receivers, for the operator. */
export function secretName(context: Context): string {
  return objectName(context, "alertmanager");
}

/** Empty where nobody is told of anything. */
export function alertmanagerFiles(context: Context, routing: Routing): readonly PlannedFile[] {
  if (routing.routes.length === 0) return [];
  const isPlain = context.flavor === "plain";
  const template = isPlain ? "alertmanager.yml" : "alertmanager-config.yaml";
  return [
    {
      path: template,
      language: "yaml",
      process: null,
      body: {
        kind: "template",
        template: `prometheus-rules/${template}`,
        view: {
          environment: context.model.environment,
          ...timingView(context),
          ...(isPlain ? plainView(context, routing) : objectView(context, routing)),
        },
      },
    },
  ];
}

function timingView({ model, identity }: Context): View {
  const settings = model.notifications ?? usual;
  const region = identity["region"] === undefined && model.region === null ? [] : ["region"];
  return {
    groupBy: derived(["alertname", "environment", ...region, "process"]),
    groupWait: prometheusDuration(settings.groupWaitMs),
    groupInterval: prometheusDuration(settings.groupIntervalMs),
    repeatInterval: prometheusDuration(settings.repeatIntervalMs),
  };
}

/** Label, operator, value: what an alert of this environment is known by. */
type Match = readonly [label: string, operator: "=" | "=~", value: string];

function matchesOf({ model, identity }: Context, { alerts }: Route): readonly Match[] {
  const [only = "", ...others] = alerts;
  const region = model.region === null ? null : (identity["region"] ?? model.region.regionName);
  const names: Match =
    others.length === 0
      ? ["alertname", "=", only]
      : ["alertname", "=~", alerts.map(literalRegex).join("|")];
  return [
    ["environment", "=", identity["environment"] ?? model.environment],
    ...(region === null ? [] : [["region", "=", region] as const]),
    names,
  ];
}

/** Both of Alertmanager's parsers read these escapes alike, and no others. */
function quoted(value: string): string {
  return `"${value.replace(/["\\]/gu, "\\$&").replaceAll("\n", "\\n")}"`;
}

function plainView(context: Context, { routes, sendsMail }: Routing): View {
  return {
    ...mailView(context, sendsMail),
    routes: routes.map((route) => ({
      receiver: route.receiver.name,
      matchers: derived(
        matchesOf(context, route).map(
          ([label, operator, value]) => `${label}${operator}${quoted(value)}`,
        ),
      ),
    })),
    receivers: routes.map(({ receiver }) => receiverView(receiver, fileOf(receiver.name))),
  };
}

function fileOf(name: string): string {
  return `${secretsFolder}/${name}`;
}

/** What the templates show of a receiver. `credential` is where its credential is. */
function receiverView(receiver: Receiver, credential: ViewValue): View {
  return {
    name: receiver.name,
    isSlack: receiver.kind === "slack",
    isPagerduty: receiver.kind === "pagerduty",
    isEmail: receiver.kind === "email",
    isWebhook: receiver.kind === "webhook",
    credential,
    channel: receiver.kind === "slack" ? receiver.channel : absent,
    address: receiver.kind === "email" ? receiver.address : absent,
    url: receiver.kind === "webhook" && receiver.url !== null ? receiver.url : absent,
    urlCredential: receiver.kind === "webhook" && receiver.url === null ? credential : absent,
    title,
    text,
    severity,
  };
}

function mailView({ model }: Context, sendsMail: boolean): View {
  const email = model.notifications?.email ?? null;
  if (email === null || !sendsMail) return { sendsMail: false };
  return {
    sendsMail: true,
    smarthost: email.smarthost,
    from: email.from,
    username: email.username ?? absent,
    passwordFile: email.password === null ? absent : fileOf(mailPassword),
    requireTls: derived(email.requireTls),
  };
}

function objectView(context: Context, { routes, sendsMail }: Routing): View {
  const secret = (key: string): ViewValue => derived({ name: secretName(context), key });
  const email = context.model.notifications?.email ?? null;
  const mail: View =
    email === null || !sendsMail
      ? {}
      : {
          smarthost: email.smarthost,
          from: email.from,
          username: email.username ?? absent,
          password: email.password === null ? absent : secret(mailPassword),
          requireTls: derived(email.requireTls),
        };
  return {
    name: objectName(context, "flink-alerts"),
    namespace: context.namespace,
    objectLabels: derived(objectLabels(context)),
    routes: routes.map((route) => ({
      receiver: route.receiver.name,
      matchers: derived(
        matchesOf(context, route).map(([name, matchType, value]) => ({ name, value, matchType })),
      ),
    })),
    receivers: routes.map(({ receiver }) => ({
      ...receiverView(receiver, secret(receiver.name)),
      ...(receiver.kind === "email" ? mail : {}),
    })),
  };
}
