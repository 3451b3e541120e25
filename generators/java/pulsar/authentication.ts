// How a Pulsar client logs in: the plugin's class, and parameters that name files. A token is read from
// its file each time it is needed, so it is in no job graph and follows a rotation.
import { diagnose } from "../../../src/diagnostics/catalogue/index.js";
import { javaString } from "../../../src/encode/java.js";
import { code } from "../../../src/encode/leaf.js";
import type { View } from "../../../src/generator/contract.js";
import type { PulsarStream, Text } from "../../../src/model/bindings.js";
import type { Named } from "../../../src/model/infra-model.js";
import { pathOf, spanOf, type JavaContext } from "../context.js";
import { runtimeLocation } from "../runtime-values.js";

/** Properties that are parameters of a plugin, by the type of `auth`. */
export const authParameters = {
  token: [],
  tls: ["tlsCertFile", "tlsKeyFile"],
  oauth2: ["issuerUrl", "privateKey", "audience", "scope"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export interface Authentication {
  readonly view: View;
  readonly imports: readonly string[];
}

const none: Authentication = { view: { hasAuth: false }, imports: [] };
const plugins = "org.apache.pulsar.client.impl.auth";

export function authenticationOf(
  context: JavaContext,
  stream: Named<PulsarStream>,
): Authentication {
  const { auth, properties } = stream;
  if (auth === null || auth.type === null) return none;
  if (auth.type === "token") return tokenOf(context, auth);
  const names = authParameters[auth.type];
  const missing = names.find((name) => name !== "scope" && properties?.[name] === undefined);
  if (properties === null || missing !== undefined) {
    const values = {
      property: `properties.${missing ?? names[0]}`,
      condition: `"type" is ${auth.type}`,
    };
    context.report(diagnose("E752", spanOf(context, auth, "type"), values));
    return none;
  }
  if (auth.type === "tls") {
    const paths = names.map((name) => `${name}:${literalOf(context, properties, name)}`);
    return literal(`${plugins}.AuthenticationTls`, paths.join(","));
  }
  return oauth2Of(context, properties);
}

/** The private key is a file, whose path is put between what comes before and after it. */
function oauth2Of(
  context: JavaContext,
  properties: Readonly<Record<string, Text>>,
): Authentication {
  const key = fileOf(context, properties, "privateKey");
  if (key === null) return none;
  const given = ["audience", "issuerUrl", "scope"].flatMap((name) =>
    properties[name] === undefined ? [] : [[name, literalOf(context, properties, name)] as const],
  );
  const mark = "\u0000";
  const parameters = { type: "client_credentials", ...Object.fromEntries(given), privateKey: mark };
  const [before = "", after = ""] = JSON.stringify(parameters).split(JSON.stringify(mark));
  const expression = `${javaString(`${before}"`)} + ${key} + ${javaString(`"${after}`)}`;
  return {
    view: {
      hasAuth: true,
      authPlugin: `${plugins}.oauth2.AuthenticationOAuth2`,
      authParams: code(expression),
    },
    imports: [context.support.use("RuntimeValues")],
  };
}

/** The `file:` address of a mounted secret as an expression; null, and E781, for anything else. */
function fileOf<Key extends string>(
  context: JavaContext,
  owner: { readonly [Name in Key]?: Text | null },
  key: Key,
): string | null {
  const text = owner[key] ?? "";
  const location =
    typeof text === "string" || text.kind === "concatenation"
      ? null
      : runtimeLocation(context, text, owner, key);
  if (location === null || location.kind === "variable") {
    notDeliverable(context, owner, key);
    return null;
  }
  const path = `/${location.folder}/${location.file}`;
  return `${javaString("file://")} + RuntimeValues.secretsFolder() + ${javaString(path)}`;
}

function literal(plugin: string, parameters: string): Authentication {
  return { view: { hasAuth: true, authPlugin: plugin, authParams: parameters }, imports: [] };
}

/** Paths and addresses only: a parameter that is a reference would be readable in the job graph. */
function literalOf(
  context: JavaContext,
  properties: Readonly<Record<string, Text>>,
  name: string,
): string {
  const value = properties[name] ?? "";
  if (typeof value === "string") return value;
  notDeliverable(context, properties, name);
  return "";
}

function tokenOf(context: JavaContext, auth: NonNullable<PulsarStream["auth"]>): Authentication {
  if (auth.token === null) return none;
  const file = fileOf(context, auth, "token");
  if (file === null) return none;
  return {
    view: {
      hasAuth: true,
      authPlugin: `${plugins}.AuthenticationToken`,
      authParams: code(file),
    },
    imports: [context.support.use("RuntimeValues")],
  };
}

function notDeliverable(context: JavaContext, owner: object, key: string): void {
  const property = pathOf(context, owner, key);
  const problem = "the Pulsar connector reads it from a file only, and this is no key of a secret";
  const help = 'Declare a secret that is mounted, and refer to it: "secret://<name>/<key>".';
  context.report(diagnose("E781", spanOf(context, owner, key), { property, problem }, { help }));
}
