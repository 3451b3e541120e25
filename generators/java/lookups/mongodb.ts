// A lookup in MongoDB: the official reactive driver.
import { absent, code, type Code } from "../../../src/encode/leaf.js";
import { javaString } from "../../../src/encode/java.js";
import type { View } from "../../../src/generator/contract.js";
import type { MongodbLookup } from "../../../src/model/bindings.js";
import type { JavaContext } from "../context.js";
import { javaText } from "../runtime-values.js";
import type { PreloadSettings } from "./cache.js";
import { caffeine, clients } from "./clients.js";
import { loginOf } from "./login.js";
import { readConcern, readPreference } from "./mongodb-read.js";
import {
  commonFacts,
  orAbsent,
  storeClass,
  type StoreClass,
  type StoreRequest,
} from "./store-class.js";
import { alwaysNeeded } from "./support.js";

export function mongodbLookup(request: StoreRequest<MongodbLookup>): StoreClass {
  const { context, lookup, findings } = request;
  const { connection } = lookup;
  const answerMs = connection?.socketTimeoutMs ?? null;
  const { operator, caches } = commonFacts(request, { answerMs, retries: null, totalMs: null });
  const keyField = keyFieldOf(request);
  const uri = javaText(context, lookup, "uri");
  const preference = readPreference(request);
  const concern = readConcern(request);
  const tls = tlsView(request);
  const credential = credentialOf(request);
  const login = loginOf(context, lookup.auth, findings, true);
  checkQuery(caches.preload, request);
  reportWrites(request);
  return storeClass(request, {
    template: "mongodb",
    holds: `documents of the MongoDB collection ${lookup.database}.${lookup.collection}`,
    remarks: [`A document is found by its field ${keyField}.`],
    keyFields: [keyField],
    valueType: "Document",
    operator,
    caches,
    login,
    imports: [
      ...uri.imports,
      ...preference.imports,
      ...concern.imports,
      ...(lookup.auth === null ? [] : ["com.mongodb.MongoCredential"]),
      ...(projectionOf(lookup).length > 0 ? ["com.mongodb.client.model.Projections"] : []),
      ...(tls["hasTrust"] === true ? ["java.nio.file.Path", "javax.net.ssl.SSLContext"] : []),
      ...(tls["acceptsAny"] === true ? ["javax.net.ssl.SSLContext"] : []),
      ...(caches.preload === null
        ? []
        : ["java.util.HashMap", "java.util.Map", "reactor.core.publisher.Flux"]),
      "com.mongodb.ConnectionString",
      "com.mongodb.MongoClientSettings",
      "com.mongodb.client.model.Filters",
      "com.mongodb.reactivestreams.client.MongoClient",
      "com.mongodb.reactivestreams.client.MongoClients",
      "com.mongodb.reactivestreams.client.MongoCollection",
      "java.util.Optional",
      "java.util.concurrent.CompletionStage",
      "org.bson.Document",
      "reactor.core.publisher.Mono",
    ],
    view: {
      uri: uri.expression,
      database: lookup.database,
      collection: lookup.collection,
      keyField,
      hint: orAbsent(lookup.lookup?.hint),
      projection: names(projectionOf(lookup)),
      readPreference: preference.expression,
      readConcern: concern.expression,
      ...connectionView(request),
      ...credential,
      tls,
      ...preloadView(lookup, keyField, caches.preload),
    },
    dependencies: [caffeine, ...clients.mongodb],
    support: [
      ...alwaysNeeded,
      ...(tls["hasTrust"] === true || tls["acceptsAny"] === true ? (["PemTrust"] as const) : []),
    ],
  });
}

function keyFieldOf({ lookup, findings }: StoreRequest<MongodbLookup>): string {
  const stated = lookup.lookup?.keyField ?? null;
  if (stated !== null) return stated;
  const path = `lookups.${lookup.name}.lookup.key_field`;
  findings.isDerivedAt(path, "documents are found by _id");
  return "_id";
}

function projectionOf(lookup: MongodbLookup): readonly string[] {
  return lookup.lookup?.projection ?? [];
}

/** Literals as arguments; nothing for none. */
function names(fields: readonly string[]): Code | typeof absent {
  return fields.length === 0 ? absent : code(fields.map(javaString).join(", "));
}

function preloadView(
  lookup: MongodbLookup,
  keyField: string,
  preload: PreloadSettings | null,
): View {
  const projection = projectionOf(lookup);
  return {
    hasPreload: preload !== null,
    hasPreloadQuery: hasQuery(preload),
    // A document must look the same, however it came into the cache.
    hidesKey: projection.length > 0 && keyField !== "_id" && !projection.includes(keyField),
    preloadQuery: orAbsent(preload?.query),
    preloadProjection:
      projection.length === 0 ? absent : names([...new Set([keyField, ...projection])]),
    preloadLimit: preload?.limit ?? absent,
  };
}

function hasQuery(preload: PreloadSettings | null): boolean {
  return preload !== null && preload.query !== null;
}

/** A filter that cannot be read would fail every start of the job. */
function checkQuery(
  preload: PreloadSettings | null,
  { lookup, findings }: StoreRequest<MongodbLookup>,
): void {
  const { cache } = lookup;
  if (cache === null || preload === null || preload.query === null) return;
  if (/^\s*\{[\s\S]*\}\s*$/u.test(preload.query)) return;
  const help = 'Write it as the shell does: {"status": "active"}.';
  findings.isRefused(cache, "warmQuery", "it is no MongoDB filter", help);
}

function connectionView({ lookup, findings }: StoreRequest<MongodbLookup>): View {
  const { connection } = lookup;
  const int = (key: "maxPoolSize" | "minPoolSize" | "connectTimeoutMs" | "socketTimeoutMs") =>
    orAbsent(connection === null ? null : findings.int(connection, key));
  return {
    hasPool: connection !== null,
    maxPoolSize: int("maxPoolSize"),
    minPoolSize: int("minPoolSize"),
    maxIdleTimeMs: orAbsent(connection?.maxIdleTimeMs),
    connectTimeoutMs: int("connectTimeoutMs"),
    socketTimeoutMs: int("socketTimeoutMs"),
    serverSelectionTimeoutMs: orAbsent(connection?.serverSelectionTimeoutMs),
  };
}

/** The constructor of the credential by its mechanism. */
function credentialOf(request: StoreRequest<MongodbLookup>): View {
  const { context, lookup, findings } = request;
  const { auth, tls } = lookup;
  const mechanism = auth?.mechanism ?? null;
  const nothing: View = {
    isCertificateLogin: false,
    certificateUser: absent,
    hasCertificateUser: false,
  };
  const source = auth?.source ?? "admin";
  if (auth === null || mechanism !== "MONGODB-X509") {
    if (auth !== null && auth.username === null && auth.primary === null) reportNoLogin(request);
    const factory =
      mechanism === "SCRAM-SHA-256"
        ? "createScramSha256Credential"
        : mechanism === "SCRAM-SHA-1"
          ? "createScramSha1Credential"
          : "createCredential";
    return { ...nothing, credential: code(factory), source };
  }
  if (auth.source !== null && auth.source !== "$external")
    findings.hasNoEffect(auth, "source", "certificates are users of $external");
  if (auth.password !== null)
    findings.contradicts(
      [auth, "mechanism"],
      [auth, "password"],
      "the driver refuses a password beside a certificate",
      "Remove the password.",
    );
  if (tls !== null && tls.caFile !== null)
    findings.contradicts(
      [auth, "mechanism"],
      [tls, "caFile"],
      "with authorities of its own, the connection has no certificate to show: no property names one",
      "Put the authorities and the client's certificate into the JVM's key stores instead (env.java.opts).",
    );
  else
    findings.isRisk(
      auth,
      "mechanism",
      "the client's certificate has no property: it must be in the key store of the JVM",
      "Set javax.net.ssl.keyStore in env.java.opts of the task managers.",
    );
  return {
    ...nothing,
    credential: absent,
    source: absent,
    isCertificateLogin: true,
    ...certificateUser(context, auth),
  };
}

function certificateUser(context: JavaContext, auth: NonNullable<MongodbLookup["auth"]>): View {
  return auth.username === null
    ? {}
    : { hasCertificateUser: true, certificateUser: javaText(context, auth, "username").expression };
}

function reportNoLogin({ lookup, findings }: StoreRequest<MongodbLookup>): void {
  const { auth } = lookup;
  if (auth === null) return;
  for (const key of ["mechanism", "source"] as const) {
    if (auth[key] !== null)
      findings.hasNoEffect(
        auth,
        key,
        'no "username" and "password" stand beside it',
        "Put it into the connection string, or add them.",
      );
  }
}

function tlsView({ context, lookup, findings }: StoreRequest<MongodbLookup>): View {
  const { tls } = lookup;
  const off = tls?.enabled === false;
  const acceptsAny = tls?.allowInvalidCertificates === true && !off;
  if (tls !== null && off) {
    const reason = '"tls.enabled" is false';
    if (tls.caFile !== null) findings.hasNoEffect(tls, "caFile", reason);
    if (tls.allowInvalidCertificates !== null)
      findings.hasNoEffect(tls, "allowInvalidCertificates", reason);
  }
  if (tls !== null && acceptsAny) reportAny(context, tls, findings);
  const enabled =
    tls === null ? null : (tls.enabled ?? (tls.caFile !== null || acceptsAny ? true : null));
  return {
    enabled: enabled === null ? absent : code(String(enabled)),
    hasTrust: !off && !acceptsAny && isNamed(tls?.caFile),
    caFile: orAbsent(tls?.caFile),
    acceptsAny,
  };
}

function isNamed(file: string | null | undefined): boolean {
  return file !== null && file !== undefined;
}

function reportAny(
  context: JavaContext,
  tls: NonNullable<MongodbLookup["tls"]>,
  findings: StoreRequest<MongodbLookup>["findings"],
): void {
  const { environment } = context.model;
  if (environment !== "development" && environment !== "test") {
    findings.isRefused(
      tls,
      "allowInvalidCertificates",
      "anyone on the way could answer in the server's place",
      "Name the authority in ca_file. It is allowed where the environment is development or test.",
    );
    return;
  }
  findings.isRisk(
    tls,
    "allowInvalidCertificates",
    "anyone on the way can answer in the server's place",
    "Name the authority in ca_file.",
  );
  if (tls.caFile !== null)
    findings.hasNoEffect(tls, "caFile", '"allow_invalid_certificates" accepts all of them');
}

function reportWrites({ lookup, findings }: StoreRequest<MongodbLookup>): void {
  const { write } = lookup;
  if (write === null) return;
  for (const key of ["concern", "journal", "wtimeoutMs"] as const) {
    if (write[key] !== null) findings.hasNoEffect(write, key, "a lookup only reads");
  }
}
