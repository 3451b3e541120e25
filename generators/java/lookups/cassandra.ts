// A lookup in Cassandra: the Apache driver, asynchronous, one prepared statement.
import { absent, code } from "../../../src/encode/leaf.js";
import { javaString } from "../../../src/encode/java.js";
import type { View } from "../../../src/generator/contract.js";
import type { CassandraLookup } from "../../../src/model/bindings.js";
import type { Named } from "../../../src/model/infra-model.js";
import type { PreloadSettings } from "./cache.js";
import { caffeine, clients } from "./clients.js";
import { endpointList } from "./endpoints.js";
import { parameterNames } from "./key-fields.js";
import { loginOf } from "./login.js";
import { noTiming } from "./operator.js";
import {
  commonFacts,
  orAbsent,
  storeClass,
  type StoreClass,
  type StoreRequest,
} from "./store-class.js";
import { alwaysNeeded } from "./support.js";

const largestRequestCount = 32_767;

export function cassandraLookup(request: StoreRequest<CassandraLookup>): StoreClass {
  const { context, lookup, findings } = request;
  const { operator, caches } = commonFacts(request, noTiming);
  const columns = keyColumns(request);
  const leading = columns.map((_, index) => columns.slice(0, index + 1));
  const points = endpointList(context, lookup.contactPoints);
  checkBalancing(request);
  checkRows(request, caches.preload);
  const datacenter = lookup.loadBalancing?.localDatacenter ?? null;
  if (datacenter === null)
    findings.cannotBeMade(
      "load_balancing.local_datacenter",
      "contact points are named",
      "Add it: the driver starts only with the data centre that is near.",
    );
  return storeClass(request, {
    template: "cassandra",
    holds: `rows of the Cassandra table ${lookup.keyspace}.${lookup.table}`,
    remarks: ["The rows of a key come in the table's own order."],
    keyFields: columns,
    valueType: "List<Row>",
    operator,
    caches,
    login: loginOf(context, lookup.auth, findings, true),
    imports: [
      ...points.imports,
      "com.datastax.oss.driver.api.core.CqlIdentifier",
      "com.datastax.oss.driver.api.core.CqlSession",
      "com.datastax.oss.driver.api.core.config.DefaultDriverOption",
      "com.datastax.oss.driver.api.core.config.DriverConfigLoader",
      "com.datastax.oss.driver.api.core.config.ProgrammaticDriverConfigLoaderBuilder",
      "com.datastax.oss.driver.api.core.cql.PreparedStatement",
      "com.datastax.oss.driver.api.core.cql.Row",
      "java.time.Duration",
      "java.util.ArrayList",
      "java.util.Optional",
      "java.util.concurrent.CompletionStage",
      ...(caches.preload === null ? [] : ["java.util.Map"]),
    ],
    view: {
      contactPoints: points.arguments,
      datacenter: datacenter ?? "",
      keyspace: lookup.keyspace,
      consistency: orAbsent(lookup.consistency?.read),
      serialConsistency: orAbsent(lookup.consistency?.serial),
      ...connectionView(request),
      forms: leading.map(formView),
      statements: code(
        leading.map((part) => javaString(select(lookup, part))).join(",\n          "),
      ),
      ...preloadView(lookup, columns, caches.preload),
    },
    dependencies: [caffeine, ...clients.cassandra],
    support: [...alwaysNeeded, "CassandraRows", "Endpoints"],
  });
}

function keyColumns({ lookup, findings }: StoreRequest<CassandraLookup>): readonly string[] {
  const partition = lookup.query?.partitionKey ?? null;
  if (partition === null)
    findings.cannotBeMade(
      "query.partition_key",
      "rows are looked up",
      "Name the column that partitions the table.",
    );
  return [partition ?? "key", ...(lookup.query?.clusteringKeys ?? [])];
}

/** One form of the methods for each leading part of the key. */
function formView(columns: readonly string[]): View {
  const parameters = parameterNames(columns);
  return {
    keys: parameters.map((parameter, index) => ({
      parameter: code(parameter),
      field: columns[index] ?? "",
    })),
    keyList: code(parameters.join(", ")),
  };
}

function select(lookup: Named<CassandraLookup>, columns: readonly string[]): string {
  const selected = lookup.query?.selectColumns ?? [];
  const limit = lookup.query?.limit ?? null;
  const list = selected.length === 0 ? "*" : selected.map(quoted).join(", ");
  const where = columns.map((column) => `${quoted(column)} = ?`).join(" AND ");
  const rest = limit === null ? "" : ` LIMIT ${limit}`;
  return `SELECT ${list} FROM ${quoted(lookup.keyspace)}.${quoted(lookup.table)} WHERE ${where}${rest}`;
}

/** An identifier as CQL takes it literally. */
function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function preloadView(
  lookup: Named<CassandraLookup>,
  columns: readonly string[],
  preload: PreloadSettings | null,
): View {
  const keys = columns.map(javaString).join(", ");
  return {
    hasPreload: preload !== null,
    preloadCql:
      preload === null ? absent : code(javaString(preloadSelect(lookup, columns, preload))),
    preloadKeys: code(keys),
    preloadRows: preload?.limit ?? absent,
    rowsOfKey: lookup.query?.limit ?? 2_147_483_647,
  };
}

function preloadSelect(
  lookup: Named<CassandraLookup>,
  columns: readonly string[],
  { query, limit }: PreloadSettings,
): string {
  const selected = lookup.query?.selectColumns ?? [];
  const list =
    selected.length === 0 ? "*" : [...new Set([...selected, ...columns])].map(quoted).join(", ");
  const where = query === null ? "" : ` WHERE ${query}\n`;
  return `SELECT ${list} FROM ${quoted(lookup.keyspace)}.${quoted(lookup.table)}${where} LIMIT ${limit}`;
}

function connectionView({ lookup, findings }: StoreRequest<CassandraLookup>): View {
  const { connection } = lookup;
  const requests = connection?.maxRequestsPerConnection ?? null;
  if (connection !== null && requests !== null && requests > largestRequestCount) {
    const help = `Write at most ${largestRequestCount}.`;
    const problem = `the protocol numbers ${largestRequestCount} requests on a connection at most`;
    findings.isRefused(connection, "maxRequestsPerConnection", problem, help);
  }
  return {
    poolSize: orAbsent(connection === null ? null : findings.int(connection, "poolSize")),
    maxRequests: orAbsent(requests),
  };
}

function checkBalancing({ lookup, findings }: StoreRequest<CassandraLookup>): void {
  const { loadBalancing, consistency } = lookup;
  if (consistency !== null && consistency.serial !== null)
    findings.notToldApart(consistency, "serial", "it counts in conditional writes; a lookup reads");
  if (loadBalancing === null) return;
  const { policy, shuffleReplicas } = loadBalancing;
  if (policy === "round_robin")
    findings.isRefused(
      loadBalancing,
      "policy",
      "the driver has no such policy: it asks the replicas of a row in the near data centre in turn",
      "Write token_aware.",
    );
  else if (policy !== null)
    findings.notToldApart(
      loadBalancing,
      "policy",
      "the driver's policy is aware of both the token and the data centre",
    );
  if (shuffleReplicas === false)
    findings.worksOtherwise(
      loadBalancing,
      "shuffleReplicas",
      "the driver always shuffles replicas, and turns to the less busy ones",
      "Remove it.",
    );
  else if (shuffleReplicas === true)
    findings.notToldApart(loadBalancing, "shuffleReplicas", "the driver always shuffles replicas");
}

function checkRows(
  { lookup, findings }: StoreRequest<CassandraLookup>,
  preload: PreloadSettings | null,
): void {
  const { query, cache } = lookup;
  if (query !== null) findings.int(query, "limit");
  if (cache !== null && preload !== null && preload.query !== null)
    findings.isRisk(
      cache,
      "warmQuery",
      "rows of a key that it leaves out are missing until the entry expires",
      "Let it select whole partitions.",
    );
}
