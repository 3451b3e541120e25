// A lookup in PostgreSQL: JDBC on a HikariCP pool, one thread for each connection.
import { absent, code } from "../../../src/encode/leaf.js";
import type { View } from "../../../src/generator/contract.js";
import type {
  PostgresqlLookup,
  PostgresqlLookupPool,
  PostgresqlLookupSsl,
} from "../../../src/model/bindings.js";
import { javaText } from "../runtime-values.js";
import { caffeine, clients } from "./clients.js";
import { loginOf } from "./login.js";
import { noTiming } from "./operator.js";
import { selectStatements, type SqlStatements } from "./postgresql-statements.js";
import {
  commonFacts,
  orAbsent,
  storeClass,
  type StoreClass,
  type StoreRequest,
} from "./store-class.js";
import { alwaysNeeded } from "./support.js";

/** HikariCP's own default. */
const defaultPoolSize = 10;

export function postgresqlLookup(request: StoreRequest<PostgresqlLookup>): StoreClass {
  const { context, lookup, findings } = request;
  const { operator, caches } = commonFacts(request, noTiming);
  const statements = selectStatements(lookup, caches.preload, findings);
  const url = javaText(context, lookup, "jdbcUrl");
  const pool = poolView(request, operator.capacity);
  reportSsl(request);
  const login = loginOf(context, lookup.auth, findings, true);
  return storeClass(request, {
    template: "postgresql",
    holds: statements.holds,
    remarks: statements.remarks,
    keyFields: statements.keyFields,
    valueType: "Map<String, Object>",
    operator,
    caches,
    login,
    imports: [
      ...url.imports,
      "com.zaxxer.hikari.HikariConfig",
      "com.zaxxer.hikari.HikariDataSource",
      "java.util.Map",
      "java.util.Optional",
      "java.util.concurrent.CompletableFuture",
      "java.util.concurrent.CompletionStage",
      "java.util.concurrent.ExecutorService",
      ...(statements.preload === null ? [] : ["java.sql.SQLException"]),
    ],
    view: {
      url: url.expression,
      sql: code(statements.sql),
      socketSeconds: String(Math.max(30, 2 * Math.ceil(operator.answerMs / 1000))),
      closeSeconds: 1 + Math.max(1, Math.ceil(operator.answerMs / 1000)),
      answerSeconds: Math.max(1, Math.ceil(operator.answerMs / 1000)),
      ...preloadView(statements),
      pool,
      read: readView(request),
      ssl: sslView(lookup.ssl),
    },
    dependencies: [caffeine, ...clients.postgresql],
    support: [...alwaysNeeded, "JdbcRows"],
  });
}

function preloadView({ preload }: SqlStatements): View {
  return {
    hasPreload: preload !== null,
    preloadSql: preload === null ? absent : code(preload.sql),
    preloadKeys: preload === null ? absent : code(preload.keyColumns),
    preloadHidden: preload === null ? absent : code(preload.hidden),
    preloadLimit: preload?.limit ?? absent,
  };
}

/** Least values that HikariCP takes as they are; it replaces or refuses what is below. */
const leastMs = { maxLifetimeMs: 30_000, idleTimeoutMs: 10_000, connectionTimeoutMs: 250 } as const;

function poolView(request: StoreRequest<PostgresqlLookup>, capacity: number): View {
  const { lookup, findings } = request;
  const { pool } = lookup;
  const size = (pool === null ? null : findings.int(pool, "size")) ?? defaultPoolSize;
  if (pool !== null) {
    checkPool(pool, size, request);
    if (pool.size !== null && pool.size > capacity)
      findings.isRisk(
        pool,
        "size",
        `only ${capacity} requests are under way at once, so that further connections stay idle`,
        "Raise async.capacity, or lower it.",
      );
  }
  return {
    size,
    minIdle: orAbsent(pool === null ? null : findings.int(pool, "minIdle")),
    maxLifetimeMs: orAbsent(pool?.maxLifetimeMs),
    idleTimeoutMs: orAbsent(pool?.idleTimeoutMs),
    connectionTimeoutMs: orAbsent(pool?.connectionTimeoutMs),
  };
}

function checkPool(
  pool: PostgresqlLookupPool,
  size: number,
  { findings }: StoreRequest<PostgresqlLookup>,
): void {
  for (const key of ["maxLifetimeMs", "idleTimeoutMs", "connectionTimeoutMs"] as const) {
    const value = pool[key];
    const least = leastMs[key];
    if (value === null || value === 0 || value >= least) continue;
    const help = `Write at least ${least}ms.`;
    findings.isRefused(pool, key, `HikariCP takes nothing below ${least} ms`, help);
  }
  const { minIdle, idleTimeoutMs, maxLifetimeMs } = pool;
  if (pool.size === null && minIdle !== null && minIdle > size)
    findings.isRefused(
      pool,
      "minIdle",
      `the pool holds ${size} connections at most`,
      "Add a pool size.",
    );
  if (idleTimeoutMs !== null && (minIdle ?? size) >= size)
    findings.hasNoEffect(
      pool,
      "idleTimeoutMs",
      "the pool keeps as many idle connections as it may hold",
      "Add a min_idle below its size.",
    );
  if (idleTimeoutMs !== null && maxLifetimeMs !== null && idleTimeoutMs >= maxLifetimeMs)
    findings.hasNoEffect(pool, "idleTimeoutMs", '"max_lifetime" ends a connection before');
}

function readView({ lookup, findings }: StoreRequest<PostgresqlLookup>): View {
  const { read } = lookup;
  if (read !== null && read.fetchSize !== null)
    findings.hasNoEffect(read, "fetchSize", "one row is read for a key");
  const isolation = read?.isolationLevel ?? null;
  return {
    readOnly: read === null || read.readOnly === null ? absent : code(String(read.readOnly)),
    isolation: isolation === null ? absent : `TRANSACTION_${isolation}`,
  };
}

function sslView(ssl: PostgresqlLookupSsl | null): View {
  return {
    mode: orAbsent(ssl?.mode),
    rootCert: orAbsent(ssl?.rootCert),
    clientCert: orAbsent(ssl?.clientCert),
    clientKey: orAbsent(ssl?.clientKey),
  };
}

function reportSsl({ context, lookup, findings }: StoreRequest<PostgresqlLookup>): void {
  const { ssl, jdbcUrl } = lookup;
  if (ssl === null) return;
  const { mode, rootCert, clientCert, clientKey } = ssl;
  const inUrl =
    typeof jdbcUrl === "string" ? (/[?&]sslmode=([^&]*)/u.exec(jdbcUrl)?.[1] ?? null) : null;
  if (mode !== null && inUrl !== null && inUrl !== mode)
    findings.contradicts(
      [ssl, "mode"],
      [lookup, "jdbcUrl"],
      `the address says sslmode=${inUrl}`,
      "Say it in one place.",
    );
  if ((clientCert === null) !== (clientKey === null))
    findings.isNeeded(
      clientCert === null ? "ssl.client_cert" : "ssl.client_key",
      `"ssl.${clientCert === null ? "client_key" : "client_cert"}" is set`,
      "A client shows a certificate and proves it with its key.",
    );
  for (const key of ["rootCert", "clientCert", "clientKey"] as const) {
    if (mode === "disable" && ssl[key] !== null)
      findings.hasNoEffect(ssl, key, '"mode" is disable: there is no TLS');
  }
  const loose = mode === "allow" || mode === "prefer" || (mode === "require" && rootCert === null);
  if (loose && context.model.environment === "production")
    findings.isRisk(
      ssl,
      "mode",
      "it does not check whom it talks to",
      "Write verify-full with a root_cert.",
    );
}
