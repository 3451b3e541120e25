// Which client properties of a binding an administrator's client needs to reach the brokers: security,
// time-outs and addresses. What producers and consumers read is left to them.
import type { Text } from "../../model/bindings.js";

/** Property to value, sorted by property. */
export type ClientProperties = readonly (readonly [key: string, value: Text])[];

const prefixes = ["security.", "sasl.", "ssl.", "config.providers"];

/** Of org.apache.kafka.clients.admin.AdminClientConfig, what bears on the connection. */
const connection = new Set([
  "client.dns.lookup",
  "connections.max.idle.ms",
  "default.api.timeout.ms",
  "reconnect.backoff.max.ms",
  "reconnect.backoff.ms",
  "request.timeout.ms",
  "retries",
  "retry.backoff.max.ms",
  "retry.backoff.ms",
  "socket.connection.setup.timeout.max.ms",
  "socket.connection.setup.timeout.ms",
]);

/** The properties among `properties` that a client with administrator's rights takes. */
export function adminProperties(
  properties: Readonly<Record<string, Text>> | null,
): ClientProperties {
  return Object.entries(properties ?? {})
    .filter(([key]) => connection.has(key) || prefixes.some((prefix) => key.startsWith(prefix)))
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
}
