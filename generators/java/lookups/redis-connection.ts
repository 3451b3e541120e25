// How a Redis lookup reaches its servers: one server, a cluster, or a master that Sentinel names; with
// TLS and deadlines.
import { absent, code } from "../../../src/encode/leaf.js";
import type { View } from "../../../src/generator/contract.js";
import type { RedisLookup, RedisLookupTls, Text } from "../../../src/model/bindings.js";
import { javaText, type JavaText } from "../runtime-values.js";
import { endpointList } from "./endpoints.js";
import { orAbsent, type StoreRequest } from "./store-class.js";
import type { SupportClass } from "./support.js";

export interface RedisConnectionFacts {
  readonly view: View;
  readonly imports: readonly string[];
  readonly support: readonly SupportClass[];
  readonly remarks: readonly string[];
}

/** Lettuce's own default for a connection. */
const defaultOpenMs = 10_000;

const cluster = "io.lettuce.core.cluster";

export function redisConnection(request: StoreRequest<RedisLookup>): RedisConnectionFacts {
  const { context, lookup, findings } = request;
  const isCluster = lookup.cluster?.enabled === true;
  const isSentinel = !isCluster && lookup.sentinel !== null;
  const { uri, remarks } = addressOf(request);
  const seeds = isCluster ? lookup.cluster?.nodes : isSentinel ? lookup.sentinel?.nodes : null;
  const nodes = endpointList(context, seeds ?? []);
  checkCluster(request, isCluster, uri.literal);
  const tls = tlsView(request, uri.literal);
  return {
    remarks,
    view: {
      uri: uri.text.expression,
      isCluster,
      isSentinel,
      isSingle: !isCluster && !isSentinel,
      hasNodes: nodes.count > 0,
      nodes: nodes.arguments,
      masterName: orAbsent(lookup.sentinel?.masterName),
      maxRedirects:
        isCluster && lookup.cluster !== null
          ? orAbsent(findings.int(lookup.cluster, "maxRedirects"))
          : absent,
      database: isCluster ? absent : orAbsent(lookup.database),
      openTimeoutMs: lookup.connection?.connectTimeoutMs ?? defaultOpenMs,
      connectTimeoutMs: orAbsent(lookup.connection?.connectTimeoutMs),
      tls,
      client: code(isCluster ? "RedisClusterClient" : "RedisClient"),
      connection: code(isCluster ? "StatefulRedisClusterConnection" : "StatefulRedisConnection"),
    },
    imports: [
      ...uri.text.imports,
      ...nodes.imports,
      ...(isCluster
        ? [
            `${cluster}.ClusterClientOptions`,
            `${cluster}.ClusterTopologyRefreshOptions`,
            `${cluster}.RedisClusterClient`,
            `${cluster}.api.StatefulRedisClusterConnection`,
            ...(nodes.count > 0 ? ["java.net.InetSocketAddress", "java.util.ArrayList"] : []),
          ]
        : [
            "io.lettuce.core.ClientOptions",
            "io.lettuce.core.RedisClient",
            "io.lettuce.core.api.StatefulRedisConnection",
            ...(isSentinel ? ["java.net.InetSocketAddress"] : []),
          ]),
      ...(tls["hasFiles"] === true ? ["io.lettuce.core.SslOptions", "java.io.File"] : []),
    ],
    support: nodes.count > 0 ? ["Endpoints"] : [],
  };
}

interface Address {
  readonly text: JavaText;
  /** The address where it is known now. */
  readonly literal: string | null;
}

/** The address: of the binding, or of the region's own replica, or of the primary. */
function addressOf({ context, lookup, findings }: StoreRequest<RedisLookup>): {
  readonly uri: Address;
  readonly remarks: readonly string[];
} {
  const { primary, replicas, readPreference } = lookup;
  const region = context.model.region;
  const own = (replicas ?? []).find(
    (replica) => replica.region === region?.name || replica.region === region?.regionName,
  );
  if (lookup.uri !== null) {
    const reason = '"uri" names the server';
    if (primary !== null) findings.hasNoEffect(lookup, "primary", reason);
    if (replicas !== null) findings.hasNoEffect(lookup, "replicas", reason);
    if (readPreference !== null) findings.hasNoEffect(lookup, "readPreference", reason);
    return { uri: address(lookup.uri, javaText(context, lookup, "uri")), remarks: [] };
  }
  if (readPreference === "local" && own !== undefined)
    return {
      uri: address(own.uri, javaText(context, own, "uri")),
      remarks: [`Reads go to the replica in the region ${own.region}.`],
    };
  if (readPreference === "local" && region !== null && primary?.region !== region.regionName)
    findings.isRisk(
      lookup,
      "readPreference",
      `no replica is in the region ${region.regionName}: reads cross to the primary`,
      "Add a replica of that region.",
    );
  if (readPreference !== "local" && replicas !== null)
    findings.hasNoEffect(
      lookup,
      "replicas",
      '"read_preference" is not local: reads go to the primary',
      "Add read_preference: local.",
    );
  if (primary === null)
    return {
      uri: address("", { expression: code('""'), atRuntime: false, imports: [] }),
      remarks: [],
    };
  return {
    uri: address(primary.uri ?? "", javaText(context, primary, "uri")),
    remarks: [`Reads go to the primary in the region ${primary.region ?? ""}.`],
  };
}

function address(value: Text, text: JavaText): Address {
  return { text, literal: typeof value === "string" ? value : null };
}

/** The database that an address names; 0, where all of them start, for none. */
function databaseOf(uri: string): number {
  const [, path, option] =
    /^[a-z-]+:\/\/[^/?]*(?:\/(\d+))?(?:\?(?:.*&)?database=(\d+))?/u.exec(uri) ?? [];
  return Number(option ?? path ?? 0);
}

function checkCluster(
  { lookup, findings }: StoreRequest<RedisLookup>,
  isCluster: boolean,
  uri: string | null,
): void {
  const { cluster: options, database } = lookup;
  const isStated = database !== null && database !== 0;
  if (isCluster && options !== null && (isStated || (uri !== null && databaseOf(uri) !== 0)))
    findings.contradicts(
      [lookup, isStated ? "database" : lookup.uri === null ? "primary" : "uri"],
      [options, "enabled"],
      "a Redis cluster has the database 0 only",
      "Remove the database, or the cluster.",
    );
  if (isCluster || options === null) return;
  const reason = '"cluster.enabled" is not true';
  if (options.maxRedirects !== null) findings.hasNoEffect(options, "maxRedirects", reason);
  if (options.nodes !== null) findings.hasNoEffect(options, "nodes", reason);
}

function tlsView(
  { lookup, findings }: StoreRequest<RedisLookup>,
  uri: string | null,
): View & { readonly hasFiles: boolean } {
  const { tls } = lookup;
  const enabled = tls?.enabled ?? null;
  if (tls !== null) {
    if (enabled === false && uri?.startsWith("rediss:") === true)
      findings.contradicts(
        [tls, "enabled"],
        [lookup, lookup.uri === null ? "primary" : "uri"],
        "the address asks for TLS",
        "Write redis://, or tls.enabled: true.",
      );
    checkTlsFiles(tls, enabled ?? (uri === null ? null : uri.startsWith("rediss:")), findings);
  }
  const hasFiles =
    tls !== null && (tls.caFile !== null || (tls.certFile !== null && tls.keyFile !== null));
  return {
    enabled: enabled === null ? absent : code(String(enabled)),
    hasFiles,
    caFile: orAbsent(tls?.caFile),
    hasClientCert: hasClientCert(tls),
    certFile: orAbsent(tls?.certFile),
    keyFile: orAbsent(tls?.keyFile),
  };
}

function hasClientCert(tls: RedisLookupTls | null): boolean {
  return tls !== null && tls.certFile !== null && tls.keyFile !== null;
}

function checkTlsFiles(
  tls: RedisLookupTls,
  secured: boolean | null,
  findings: StoreRequest<RedisLookup>["findings"],
): void {
  if ((tls.certFile === null) !== (tls.keyFile === null))
    findings.isNeeded(
      tls.certFile === null ? "tls.cert_file" : "tls.key_file",
      `"tls.${tls.certFile === null ? "key_file" : "cert_file"}" is set`,
      "A client shows a certificate and proves it with its key, a PKCS#8 file.",
    );
  for (const key of ["certFile", "keyFile", "caFile"] as const) {
    if (secured === false && tls[key] !== null)
      findings.hasNoEffect(tls, key, "the connection has no TLS", "Add tls.enabled: true.");
  }
}
