// What stands for the people who are told: an HTTP server that keeps what Alertmanager sends.
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { Context } from "../harness.js";

/** One alert in a message to a webhook. */
export interface SentAlert {
  readonly status: "firing" | "resolved";
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** A message: where it came, and its JSON. */
export interface Message {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Receiver {
  /** `http://127.0.0.1:<port>`. */
  readonly address: string;
  /** Files with credentials, by the names that the emitted README gives. */
  readonly credentials: Readonly<Record<string, string>>;
  readonly messages: readonly Message[];
  /** What the webhook at `path` was told of the alert. */
  readonly alerts: (path: string, alertname: string) => readonly SentAlert[];
}

export const pagerdutyKey = "live-integration-key";

export async function startReceiver(context: Context): Promise<Receiver> {
  const messages: Message[] = [];
  const server = createServer((request, response) => {
    void textOf(request).then((text) => {
      const body = JSON.parse(text) as Message["body"];
      messages.push({ path: request.url ?? "", body });
      // PagerDuty takes a message with 202.
      response.writeHead(request.url === "/pagerduty" ? 202 : 200).end("ok");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  context.onStop(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return {
    address,
    messages,
    credentials: {
      "webhook-on-call-url": `${address}/on-call?token=secret`,
      "webhook-receiver": `${address}/plain`,
      "slack-streams": `${address}/slack`,
      "pagerduty-streams": pagerdutyKey,
    },
    alerts: (path, alertname) =>
      messages
        .filter((message) => message.path === path)
        .flatMap(({ body }) => body["alerts"] as readonly SentAlert[])
        .filter(({ labels }) => labels["alertname"] === alertname),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}
