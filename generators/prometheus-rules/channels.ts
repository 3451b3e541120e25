// From channels of the file to receivers of Alertmanager. A credential is never part of one: it is in a
// file, or in a Secret, that has the receiver's name.
import type { RuntimeReference } from "../../src/document/node.js";
import { nodeSpan } from "../../src/document/node.js";
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import type { Text } from "../../src/model/bindings.js";
import type { Span } from "../../src/source/source-file.js";
import type { Context } from "./context.js";
import type { ChannelList } from "./drafts.js";

/** Who is told, and how. */
export type Receiver =
  | { readonly kind: "slack"; readonly name: string; readonly channel: string }
  | { readonly kind: "pagerduty"; readonly name: string }
  | { readonly kind: "email"; readonly name: string; readonly address: string }
  /** `url` is null for one that is a credential, or holds one. */
  | { readonly kind: "webhook"; readonly name: string; readonly url: string | null };

type Reading =
  | { readonly ok: true; readonly receiver: Receiver }
  | { readonly ok: false; readonly problem: string };

/** Receivers by what the file calls them, so that one channel is one receiver. */
export class Receivers {
  readonly #byChannel = new Map<string, Receiver | null>();
  readonly #names = new Set<string>();
  readonly #places = new Map<Receiver, Span | null>();

  constructor(readonly context: Context) {}

  /** All of them, in the order of their first use. */
  get all(): readonly Receiver[] {
    return [...this.#byChannel.values()].filter((receiver) => receiver !== null);
  }

  /** The channel that named `receiver` first. */
  placeOf(receiver: Receiver): Span | null {
    return this.#places.get(receiver) ?? null;
  }

  /** The receivers of `list`, each once; E774 for what is no channel. */
  of(list: ChannelList): readonly Receiver[] {
    const found = list.channels.map((channel, index) => this.#receiver(channel, list, index));
    return [...new Set(found)].filter((receiver) => receiver !== null);
  }

  #receiver(channel: Text, list: ChannelList, index: number): Receiver | null {
    const key = JSON.stringify(channel);
    const held = this.#byChannel.get(key);
    if (held !== undefined) return held;
    const reading = readChannel(channel);
    if (!reading.ok) {
      const shown = typeof channel === "string" ? channel : referenceText(channel);
      this.context.report(
        diagnose(
          "E774",
          itemSpan(this.context, list, index),
          {
            channel: shown,
            problem: reading.problem,
          },
          { help: channelForms },
        ),
      );
    }
    const receiver = reading.ok ? this.#named(reading.receiver) : null;
    this.#byChannel.set(key, receiver);
    if (receiver !== null) this.#places.set(receiver, itemSpan(this.context, list, index));
    return receiver;
  }

  /** Receivers are told apart by name: the second webhook of a host gets a number. */
  #named(receiver: Receiver): Receiver {
    let name = receiver.name;
    for (let count = 2; this.#names.has(name); count += 1)
      name = `${receiver.name}-${String(count)}`;
    this.#names.add(name);
    return { ...receiver, name };
  }
}

const channelForms =
  "Channels are slack://channel, pagerduty://service, email://address, and the URL of a webhook.";

function itemSpan({ origins }: Context, { origin }: ChannelList, index: number): Span | null {
  const node = origins.of(origin.object, origin.key)?.entry?.value;
  const item = node?.kind === "list" ? node.items[index] : undefined;
  return item === undefined ? origins.span(origin.object, origin.key) : nodeSpan(item);
}

function readChannel(channel: Text): Reading {
  if (typeof channel !== "string") return readReference(channel);
  const [, scheme = "", rest = ""] = /^([a-z]+):\/\/(.*)$/su.exec(channel) ?? [];
  switch (scheme) {
    case "slack":
      if (/^#./u.test(rest)) {
        const name = rest.replace(/^#+/u, "");
        return { ok: false, problem: `the channel is named without "#": slack://${name}` };
      }
      return plainName(rest, "the name of a Slack channel", (name) => ({
        kind: "slack",
        name: `slack-${name}`,
        channel: /^[CG][A-Z0-9]{8,}$/u.test(name) ? name : `#${name}`,
      }));
    case "pagerduty":
      return plainName(rest, "the name of a PagerDuty service", (name) => ({
        kind: "pagerduty",
        name: `pagerduty-${name}`,
      }));
    case "email":
      return email(rest);
    default:
      return webhook(channel);
  }
}

function plainName(text: string, what: string, receiver: (name: string) => Receiver): Reading {
  if (/^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$/u.test(text)) return { ok: true, receiver: receiver(text) };
  const problem = `${what} holds letters, digits, "-" and "_" only, 80 at most`;
  return { ok: false, problem };
}

function email(address: string): Reading {
  if (
    !/^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/u.test(address)
  ) {
    return { ok: false, problem: "what follows email:// is one address, such as team@example.com" };
  }
  return { ok: true, receiver: { kind: "email", name: `email-${fileName(address)}`, address } };
}

function webhook(url: string): Reading {
  let host: string;
  try {
    host = new URL(url).hostname;
  } catch {
    return { ok: false, problem: "it is no URL" };
  }
  if (/[\s\p{Cc}]/u.test(url)) return { ok: false, problem: "a URL holds no white space" };
  return { ok: true, receiver: { kind: "webhook", name: `webhook-${fileName(host)}`, url } };
}

/** A URL that a variable or secret feeds: it stays in a file. */
function readReference(reference: RuntimeReference): Reading {
  const start = reference.kind === "concatenation" ? reference.parts[0] : reference;
  if (typeof start === "string" && !/^https?:/u.test(start)) {
    const problem = "Alertmanager expands no variable in it; write its name out";
    return { ok: false, problem };
  }
  const name = `webhook-${fileName(referenceNames(reference).join("-"))}`;
  return { ok: true, receiver: { kind: "webhook", name, url: null } };
}

function referenceNames(reference: RuntimeReference): readonly string[] {
  switch (reference.kind) {
    case "variable":
      return [reference.name];
    case "secret":
      return [reference.key === null ? reference.secret : `${reference.secret}-${reference.key}`];
    case "concatenation":
      return reference.parts.flatMap((part) =>
        typeof part === "string" ? [] : referenceNames(part),
      );
  }
}

/** As the file has it, without a value. */
function referenceText(reference: RuntimeReference): string {
  switch (reference.kind) {
    case "variable":
      return `\${${reference.name}}`;
    case "secret":
      return `secret://${reference.secret}${reference.key === null ? "" : `/${reference.key}`}`;
    case "concatenation":
      return reference.parts
        .map((part) => (typeof part === "string" ? part : referenceText(part)))
        .join("");
  }
}

/** For the name of a file and for a key of a Secret. */
function fileName(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-|-$/gu, "");
}
