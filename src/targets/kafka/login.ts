// The login of Kafka clients from `sasl.username` and `sasl.password`, which are no settings of the
// Java clients: they become a JAAS line. No value of a credential exists here.
import type { Text } from "../../model/bindings.js";
import { contradiction, risky, type Reporting } from "./places.js";
import { diagnose } from "../../diagnostics/catalogue/index.js";

/** A JAAS line to be put together where the job runs. */
export interface KafkaLogin {
  readonly kind: "login";
  /** Class of the login module. */
  readonly module: string;
  readonly username: Text;
  readonly password: Text;
}

type Properties = Readonly<Record<string, Text>>;

const scram = "org.apache.kafka.common.security.scram.ScramLoginModule";
const loginModules: Readonly<Record<string, string>> = {
  PLAIN: "org.apache.kafka.common.security.plain.PlainLoginModule",
  "SCRAM-SHA-256": scram,
  "SCRAM-SHA-512": scram,
};

/** The login that the properties describe; null where they name none, or a `sasl.jaas.config`. */
export function loginOf(properties: Properties): KafkaLogin | null {
  const username = properties["sasl.username"];
  const password = properties["sasl.password"];
  const mechanism = properties["sasl.mechanism"];
  if (properties["sasl.jaas.config"] !== undefined) return null;
  if (username === undefined || password === undefined || typeof mechanism !== "string")
    return null;
  const module = loginModules[mechanism];
  return module === undefined ? null : { kind: "login", module, username, password };
}

/** Checks what belongs together for a login and for TLS. */
export function checkSecurity(context: Reporting, properties: Properties): void {
  checkLogin(context, properties);
  checkProtocol(context, properties);
  if (properties["ssl.truststore.type"] === "PEM" && "ssl.truststore.password" in properties) {
    contradiction(
      context,
      [properties, "ssl.truststore.password"],
      [properties, "ssl.truststore.type"],
      "a trust store of PEM certificates has no password",
      'Remove "ssl.truststore.password".',
    );
  }
  if (properties["ssl.endpoint.identification.algorithm"] === "") {
    risky(
      context,
      [properties, "ssl.endpoint.identification.algorithm"],
      "is empty: any host with a trusted certificate is taken for the broker",
      'Remove it: clients then check the host name ("https").',
    );
  }
}

function checkLogin(context: Reporting, properties: Properties): void {
  const given = ["sasl.username", "sasl.password"].filter((key) => key in properties);
  const [first] = given;
  if (first === undefined || "sasl.jaas.config" in properties) return;
  const span = context.origins.span(properties, first);
  const need = (property: string, condition: string, help: string): void =>
    context.report(diagnose("E752", span, { property, condition }, { help }));
  if (given.length === 1) {
    const other = first === "sasl.username" ? "sasl.password" : "sasl.username";
    need(other, `"${first}" is set`, "A login needs both.");
  }
  const mechanism = properties["sasl.mechanism"];
  if (mechanism === undefined) {
    const known = Object.keys(loginModules).join(", ");
    const protocol = properties["security.protocol"];
    if (typeof protocol === "string" && protocol.startsWith("SASL")) {
      need("sasl.mechanism", `"${first}" is set`, `Name it: ${known}.`);
    } else {
      const problem = "is not used: nothing says that and how clients log in";
      const help = `Add "security.protocol: SASL_SSL" and "sasl.mechanism" beside it (${known}).`;
      risky(context, [properties, first], problem, help);
    }
  } else if (typeof mechanism !== "string" || loginModules[mechanism] === undefined) {
    contradiction(
      context,
      [properties, first],
      [properties, "sasl.mechanism"],
      "only PLAIN and SCRAM log in with a user name and a password",
      'Give the whole login as "sasl.jaas.config", as a reference.',
    );
  }
}

function checkProtocol(context: Reporting, properties: Properties): void {
  const protocol = properties["security.protocol"] ?? "PLAINTEXT";
  if (typeof protocol !== "string") return;
  const keys = Object.keys(properties);
  const sasl = keys.find((key) => key.startsWith("sasl."));
  const ssl = keys.find((key) => key.startsWith("ssl."));
  if (!protocol.startsWith("SASL") && sasl !== undefined) {
    const help = 'Add "security.protocol: SASL_SSL" beside it.';
    risky(context, [properties, sasl], `is not used: the protocol is ${protocol}`, help);
  }
  if (!protocol.endsWith("SSL") && ssl !== undefined) {
    const help = 'Add "security.protocol: SSL", or SASL_SSL, beside it.';
    risky(context, [properties, ssl], `is not used: the protocol is ${protocol}`, help);
  }
  if (!protocol.startsWith("SASL")) return;
  const place = [properties, "security.protocol"] as const;
  if (!("sasl.mechanism" in properties)) {
    const problem = "names no mechanism: clients then try Kerberos (GSSAPI)";
    risky(context, place, problem, 'Add "sasl.mechanism" beside it.');
  } else if (!keys.some((key) => credentials.has(key))) {
    const problem =
      "asks for a login, and there is none: clients look for a JAAS file of the JVM, and fail without one";
    risky(context, place, problem, 'Add "sasl.jaas.config", as a reference.');
  }
}

/** Any of them is a login, or calls one. */
const credentials: ReadonlySet<string> = new Set([
  "sasl.jaas.config",
  "sasl.username",
  "sasl.password",
  "sasl.client.callback.handler.class",
  "sasl.login.callback.handler.class",
  "sasl.oauthbearer.token.endpoint.url",
]);
