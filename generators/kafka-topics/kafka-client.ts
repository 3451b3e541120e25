// How a script reaches one Kafka cluster: brokers, client properties, and which of their values come
// from variables where the script runs. No value of a credential passes here.
import type { RuntimeReference } from "../../src/document/node.js";
import { code } from "../../src/encode/leaf.js";
import { propertiesKey, propertiesValue } from "../../src/encode/properties.js";
import { shellWord } from "../../src/encode/shell.js";
import type { View } from "../../src/generator/contract.js";
import type { Text } from "../../src/model/bindings.js";
import type { RuleContext } from "../../src/model/rules/rule-context.js";
import type { KafkaCluster } from "../../src/targets/kafka/clusters.js";
import { checkSecurity, loginOf } from "../../src/targets/kafka/login.js";
import { checkPrintable } from "./printable.js";

/** A variable that must be set where the script runs. */
export interface Credential {
  readonly name: string;
  /** The plain default of `${VAR:-default}`, or null. */
  readonly fallback: string | null;
}

export interface ClusterClient {
  /** The brokers as a shell word, and the variables that it takes. */
  readonly brokersWord: string;
  readonly brokerVariables: readonly Credential[];
  /** Encoded for a properties file, in order. */
  readonly entries: readonly (readonly [key: string, value: string])[];
  readonly credentials: readonly Credential[];
  /** The login line that the script composes, as a shell word, and its variables; null: none. */
  readonly login: { readonly word: string; readonly variables: readonly Credential[] } | null;
}

/** The variable that holds a reference's value. */
export type NameOf = (reference: Exclude<RuntimeReference, { kind: "concatenation" }>) => string;

/** The variable that the script exports with the composed login line. */
const loginVariable = "KAFKA_TOPICS_JAAS_CONFIG";

const provider = "env";
const providerClass = "org.apache.kafka.common.config.provider.EnvVarConfigProvider";

/** Shorter than the client's own minute: a wrong address is noticed while somebody waits. */
const timeouts: readonly (readonly [key: string, value: string])[] = [
  ["default.api.timeout.ms", "30000"],
  ["request.timeout.ms", "15000"],
];

/** The ticket that `kinit` left. */
const ticketCacheLogin =
  "com.sun.security.auth.module.Krb5LoginModule required useTicketCache=true;";

/** Variables by name, each once. */
export class Variables {
  readonly #byName = new Map<string, Credential>();

  constructor(readonly nameOf: NameOf) {}

  get all(): readonly Credential[] {
    return [...this.#byName.values()];
  }

  /** The name of the variable that holds the value of `reference`. */
  readonly use: NameOf = (reference) => {
    const name = this.nameOf(reference);
    const fallback = reference.kind === "variable" ? reference.fallback : null;
    if (!this.#byName.has(name)) this.#byName.set(name, { name, fallback });
    return name;
  };
}

/** Reports what is wrong with the login, and what no client can be given. */
export function clusterClient(
  { brokers, client, topics }: KafkaCluster,
  nameOf: NameOf,
  context: RuleContext,
): ClusterClient {
  const variables = new Variables(nameOf);
  const brokerVariables = new Variables(nameOf);
  const properties = new Map<string, string>();
  for (const [key, value] of client) {
    if (key === "sasl.username" || key === "sasl.password") continue;
    properties.set(key, placeholderText(value, variables.use));
  }
  const given = topics[0]?.uses[0].binding.properties ?? {};
  checkSecurity(context, given);
  const binding = topics[0]?.uses[0].binding;
  const checked = [
    ...client.map(([key, value]) => checkProperty(key, value, given, context)),
    binding === undefined ||
      checkPrintable(brokers, { object: binding, key: "brokers" }, "words", context),
  ];
  const canBeWritten = !checked.includes(false);
  const login = canBeWritten ? loginWord(given, nameOf) : null;
  if (login !== null) properties.set("sasl.jaas.config", placeholder(loginVariable));
  // Without a login of its own a client of Kerberos looks for a JAAS file that the tools do not have.
  if (properties.get("sasl.mechanism") === "GSSAPI" && !properties.has("sasl.jaas.config"))
    properties.set("sasl.jaas.config", ticketCacheLogin);
  for (const [key, value] of timeouts) if (!properties.has(key)) properties.set(key, value);
  const readByProvider = variables.all.map(({ name }) => name);
  if (login !== null) readByProvider.push(loginVariable);
  return {
    brokersWord: canBeWritten ? shellText(brokers, brokerVariables) : "",
    brokerVariables: brokerVariables.all,
    entries: [...providerEntries(properties, readByProvider), ...properties]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, value]) => [propertiesKey(key), propertiesValue(value)] as const),
    credentials: variables.all,
    login,
  };
}

function checkProperty(
  key: string,
  value: Text,
  given: Readonly<Record<string, Text>>,
  context: RuleContext,
): boolean {
  const isLogin = key === "sasl.username" || key === "sasl.password";
  const place = { object: given, key };
  return (
    checkPrintable(key, place, "words", context) &&
    checkPrintable(value, place, isLogin ? "words" : "lines", context)
  );
}

function placeholder(name: string): string {
  return `\${${provider}:${name}}`;
}

/** The value with a placeholder for each part that is known only where the script runs. */
function placeholderText(value: Text, use: NameOf): string {
  if (typeof value === "string") return value;
  if (value.kind !== "concatenation") return placeholder(use(value));
  return value.parts.map((part) => placeholderText(part, use)).join("");
}

function loginWord(
  properties: Readonly<Record<string, Text>>,
  nameOf: NameOf,
): ClusterClient["login"] {
  const login = loginOf(properties);
  if (login === null) return null;
  const variables = new Variables(nameOf);
  const word = [
    shellWord(`${login.module} required username="`),
    quotedValue(login.username, variables.use),
    shellWord('" password="'),
    quotedValue(login.password, variables.use),
    shellWord('";'),
  ];
  return { word: word.join(""), variables: variables.all };
}

/** Inside quotes of the login: what is known is escaped here, the rest where the script runs. */
function quotedValue(value: Text, use: NameOf): string {
  if (typeof value === "string") return shellWord(value.replace(/["\\]/gu, "\\$&"));
  if (value.kind !== "concatenation") return `"$(quoted ${use(value)})"`;
  return value.parts.map((part) => quotedValue(part, use)).join("");
}

/** The provider that reads variables; beside the ones that the binding names itself. */
function providerEntries(
  properties: Map<string, string>,
  names: readonly string[],
): readonly (readonly [key: string, value: string])[] {
  if (names.length === 0) return [];
  const own = properties.get("config.providers");
  properties.delete("config.providers");
  return [
    ["config.providers", own === undefined ? provider : `${own},${provider}`],
    [`config.providers.${provider}.class`, providerClass],
    [`config.providers.${provider}.param.allowlist.pattern`, names.join("|")],
  ];
}

/** Literal parts and variables, side by side in one shell word. */
export function shellText(text: Text, variables: Variables): string {
  if (typeof text === "string") return shellWord(text);
  return text.kind === "concatenation"
    ? text.parts.map((part) => shellText(part, variables)).join("")
    : `"$${variables.use(text)}"`;
}

/** A variable as the templates print it. */
export function credentialView({ name, fallback }: Credential): View {
  return { name: code(name), fallback: fallback === null ? [] : [{ text: fallback }] };
}
