// Who is told of which rule: one route per receiver. Knows no file format.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import type { Span } from "../../src/source/source-file.js";
import { Receivers, type Receiver } from "./channels.js";
import type { Context } from "./context.js";
import type { ChannelList } from "./drafts.js";
import type { Rule } from "./rules.js";

/** A receiver with the names of the alerts that it gets. */
export interface Route {
  readonly receiver: Receiver;
  readonly alerts: readonly string[];
}

/** What Alertmanager has to do. */
export interface Routing {
  readonly routes: readonly Route[];
  /** Some receiver is a mail. */
  readonly sendsMail: boolean;
}

/** The routes of `rules`. Reports E752 for mail without a server, E774, W774. */
export function routingOf(context: Context, rules: readonly Rule[]): Routing {
  const receivers = new Receivers(context);
  const alerts = new Map<Receiver, Set<string>>();
  const unheard = new Map<string, Rule>();
  const { notifications } = context.model;
  const common: ChannelList | null =
    notifications === null || notifications.channels === null
      ? null
      : { channels: notifications.channels, origin: { object: notifications, key: "channels" } };
  for (const rule of rules) {
    const list = rule.draft.channels ?? common;
    const told = list === null ? [] : receivers.of(list);
    if (list === null || list.channels.length === 0) unheard.set(rule.draft.name, rule);
    for (const receiver of told) {
      const names = alerts.get(receiver);
      if (names === undefined) alerts.set(receiver, new Set([rule.draft.name]));
      else names.add(rule.draft.name);
    }
  }
  sayUnheard(context, unheard);
  const routes = [...alerts].map(([receiver, names]) => ({ receiver, alerts: [...names] }));
  const mail = routes.find(({ receiver }) => receiver.kind === "email") ?? null;
  checkMail(context, mail !== null, mail === null ? null : receivers.placeOf(mail.receiver));
  return { routes, sendsMail: mail !== null };
}

const mostNamed = 5;

function sayUnheard({ origins, report }: Context, unheard: ReadonlyMap<string, Rule>): void {
  const [first] = unheard.values();
  if (first === undefined) return;
  const names = [...unheard.keys()];
  const more = names.length > mostNamed ? ` and ${String(names.length - mostNamed)} more` : "";
  const alerts = `${names.slice(0, mostNamed).join(", ")}${more}`;
  const { object, key } = first.draft.origin;
  const span = origins.span(object, key === "condition" ? "name" : key);
  const help =
    "Name channels at the alert, or below monitoring.notifications for all that have none.";
  report(diagnose("W774", span, { alerts }, { help }));
}

/** Alertmanager refuses mail without a server, and a login with half of it missing fails at night. */
function checkMail(
  { model, origins, report }: Context,
  sendsMail: boolean,
  channel: Span | null,
): void {
  const email = model.notifications?.email ?? null;
  if (email === null) {
    if (!sendsMail) return;
    const values = {
      property: "monitoring.notifications.email",
      condition: "a channel is email://",
    };
    const help = "Add it with smarthost and from.";
    report(diagnose("E752", channel, values, { help }));
    return;
  }
  const path = "monitoring.notifications.email";
  if (!sendsMail) {
    const values = { property: path, problem: "has no effect: no channel is email://" };
    report(diagnose("W755", origins.span(email), values));
  }
  const [has, lacks] =
    email.username === null ? ["password", "username"] : ["username", "password"];
  if ((email.username === null) === (email.password === null)) return;
  const values = { property: `${path}.${lacks ?? ""}`, condition: `"${has ?? ""}" is set` };
  report(diagnose("E752", origins.span(email, has), values, { help: "A login needs both." }));
}
