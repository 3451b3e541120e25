// A lookup in Elasticsearch: the official Java client on its low-level REST client.
import { absent, code } from "../../../src/encode/leaf.js";
import type { View } from "../../../src/generator/contract.js";
import type { ElasticsearchLookup, ElasticsearchLookupAuth } from "../../../src/model/bindings.js";
import { javaText } from "../runtime-values.js";
import { caffeine, clients } from "./clients.js";
import { elasticsearchQuery } from "./elasticsearch-query.js";
import { endpointList } from "./endpoints.js";
import { loginOf, noLogin, type Login } from "./login.js";
import {
  commonFacts,
  orAbsent,
  storeClass,
  type StoreClass,
  type StoreRequest,
} from "./store-class.js";
import { alwaysNeeded } from "./support.js";

export function elasticsearchLookup(request: StoreRequest<ElasticsearchLookup>): StoreClass {
  const { context, lookup } = request;
  const { connection } = lookup;
  const { operator, caches } = commonFacts(request, {
    answerMs: connection?.socketTimeoutMs ?? null,
    retries: null,
    totalMs: connection?.maxRetryTimeoutMs ?? null,
  });
  reportRetryTime(request);
  const query = elasticsearchQuery(request, caches.preload);
  const hosts = endpointList(context, lookup.hosts);
  const auth = authOf(request);
  const tls = tlsView(request);
  return storeClass(request, {
    template: "elasticsearch",
    holds: `documents of the Elasticsearch index ${lookup.index}`,
    remarks: query.remarks,
    keyFields: query.fields,
    valueType: "JsonNode",
    operator,
    caches,
    login: auth.login,
    imports: [
      ...hosts.imports,
      ...auth.imports,
      ...(tls["hasAuthorities"] === true
        ? [
            "co.elastic.clients.transport.TransportUtils",
            "java.io.File",
            "javax.net.ssl.SSLContext",
          ]
        : []),
      ...(tls["acceptsAnyHost"] === true ? ["org.apache.http.conn.ssl.NoopHostnameVerifier"] : []),
      ...(query.preload === null ? [] : ["java.util.HashMap", "java.util.Map"]),
      "co.elastic.clients.elasticsearch.ElasticsearchAsyncClient",
      "co.elastic.clients.elasticsearch.core.SearchRequest",
      "co.elastic.clients.elasticsearch.core.search.Hit",
      "co.elastic.clients.json.jackson.JacksonJsonpMapper",
      "co.elastic.clients.transport.rest_client.RestClientTransport",
      "com.fasterxml.jackson.databind.JsonNode",
      "java.io.StringReader",
      "java.util.ArrayList",
      "java.util.Optional",
      "java.util.concurrent.CompletionStage",
      "org.apache.http.HttpHost",
      "org.elasticsearch.client.RestClient",
      "org.elasticsearch.client.RestClientBuilder",
    ],
    view: {
      hosts: hosts.arguments,
      index: lookup.index,
      query: code(query.expression),
      preload: preloadView(query.preload),
      hasPreload: query.preload !== null,
      ...auth.view,
      ...timeouts(request),
      tls,
    },
    dependencies: [caffeine, ...clients.elasticsearch, ...clients.json],
    support: [...alwaysNeeded, "JsonText"],
  });
}

function preloadView(preload: { body: string; keyPointer: string; limit: number } | null): View {
  return {
    body: preload === null ? absent : code(preload.body),
    keyPointer: orAbsent(preload?.keyPointer),
    limit: preload?.limit ?? absent,
  };
}

function timeouts({ lookup, findings }: StoreRequest<ElasticsearchLookup>): View {
  const { connection } = lookup;
  const int = (key: "connectTimeoutMs" | "socketTimeoutMs") =>
    orAbsent(connection === null ? null : findings.int(connection, key));
  return {
    hasTimeouts: hasTimeouts(lookup),
    connectTimeoutMs: int("connectTimeoutMs"),
    socketTimeoutMs: int("socketTimeoutMs"),
  };
}

function hasTimeouts({ connection }: ElasticsearchLookup): boolean {
  return (
    connection !== null &&
    (connection.connectTimeoutMs !== null || connection.socketTimeoutMs !== null)
  );
}

function reportRetryTime({ lookup, findings }: StoreRequest<ElasticsearchLookup>): void {
  const { connection, async } = lookup;
  const total = connection?.maxRetryTimeoutMs ?? null;
  if (connection === null || total === null) return;
  const timeout = async?.timeoutMs ?? null;
  if (timeout !== null && timeout !== total)
    findings.worksOtherwise(
      connection,
      "maxRetryTimeoutMs",
      `a request is repeated for the ${timeout} ms of "async.timeout", which ends it in any case`,
      "Say the total in async.timeout.",
    );
}

interface AuthFacts {
  readonly login: Login;
  readonly view: View;
  readonly imports: readonly string[];
}

function authOf(request: StoreRequest<ElasticsearchLookup>): AuthFacts {
  const { context, lookup, findings } = request;
  const { auth } = lookup;
  const none: View = { hasBasic: false, hasToken: false, scheme: absent, token: absent };
  if (auth === null) return { login: noLogin, view: none, imports: [] };
  const kind = kindOf(auth);
  const headers = ["org.apache.http.Header", "org.apache.http.message.BasicHeader"];
  reportUnused(request, auth, kind);
  if (kind === "basic") {
    const login = loginOf(context, auth, findings, true);
    return {
      login,
      view: { ...none, hasBasic: login.first !== null },
      imports: [...headers, "java.nio.charset.StandardCharsets", "java.util.Base64"],
    };
  }
  const key = kind === "api_key" ? "apiKey" : "token";
  const text = javaText(context, auth, key);
  return {
    login: noLogin,
    view: {
      ...none,
      hasToken: true,
      scheme: kind === "api_key" ? "ApiKey " : "Bearer ",
      token: text.expression,
    },
    imports: [...headers, ...text.imports],
  };
}

type AuthKind = "basic" | "api_key" | "bearer";

function kindOf({ type, apiKey, token }: ElasticsearchLookupAuth): AuthKind {
  if (type !== null) return type;
  if (apiKey !== null) return "api_key";
  return token === null ? "basic" : "bearer";
}

const credentialsOf: Readonly<Record<AuthKind, readonly string[]>> = {
  basic: ["username", "password", "primary", "secondary", "fallbackEnabled"],
  api_key: ["apiKey"],
  bearer: ["token"],
};

function reportUnused(
  { findings }: StoreRequest<ElasticsearchLookup>,
  auth: ElasticsearchLookupAuth,
  kind: AuthKind,
): void {
  const all = Object.values(credentialsOf).flat();
  for (const key of all as readonly (keyof ElasticsearchLookupAuth)[]) {
    if (auth[key] !== null && !credentialsOf[kind].includes(key))
      findings.hasNoEffect(auth, key, `the login is of type ${kind}`);
  }
}

function tlsView({ lookup, findings }: StoreRequest<ElasticsearchLookup>): View {
  const { ssl, hosts } = lookup;
  const literal = hosts.filter((host) => typeof host === "string");
  const isPlain = literal.some((host) => host.startsWith("http:"));
  const isSecure = literal.some((host) => host.startsWith("https:"));
  if (ssl !== null) {
    if (ssl.enabled === true && isPlain)
      findings.contradicts(
        [ssl, "enabled"],
        [lookup, "hosts"],
        "an address that starts with http:// has no TLS",
        "Write https://.",
      );
    if (ssl.enabled === false && isSecure)
      findings.contradicts(
        [ssl, "enabled"],
        [lookup, "hosts"],
        "an address that starts with https:// has TLS",
        "Write http://, or remove it.",
      );
    for (const key of ["caPath", "verifyHostname"] as const) {
      if (ssl[key] !== null && (ssl.enabled === false || (isPlain && !isSecure)))
        findings.hasNoEffect(ssl, key, "the connection has no TLS", "Write https:// addresses.");
    }
    if (ssl.verifyHostname === false && ssl.enabled !== false)
      findings.isRisk(
        ssl,
        "verifyHostname",
        "whoever has any certificate of a trusted authority can answer in the server's place",
        "Issue certificates for the hosts' names.",
      );
  }
  const used = ssl !== null && ssl.enabled !== false;
  return {
    problem: `an address in lookups.${lookup.name}.hosts has no TLS`,
    mustBeSecure: ssl?.enabled === true && literal.length < hosts.length,
    hasHttpOptions: used && (ssl.caPath !== null || ssl.verifyHostname === false),
    hasAuthorities: used && ssl.caPath !== null,
    caPath: orAbsent(ssl?.caPath),
    acceptsAnyHost: used && ssl.verifyHostname === false,
  };
}
