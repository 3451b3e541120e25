// A lookup in Redis: Lettuce, one connection to each node for all requests.
import { absent, code } from "../../../src/encode/leaf.js";
import type { View } from "../../../src/generator/contract.js";
import type { RedisLookup } from "../../../src/model/bindings.js";
import { caffeine, clients } from "./clients.js";
import { loginOf } from "./login.js";
import type { StoreTiming } from "./operator.js";
import { redisConnection } from "./redis-connection.js";
import { redisKey } from "./redis-key.js";
import { redisRead, type RedisRead } from "./redis-read.js";
import { redisValues } from "./redis-values.js";
import {
  codeOrAbsent,
  commonFacts,
  storeClass,
  type StoreClass,
  type StoreRequest,
} from "./store-class.js";
import { alwaysNeeded } from "./support.js";

export function redisLookup(request: StoreRequest<RedisLookup>): StoreClass {
  const { context, lookup, findings } = request;
  const { operator, caches } = commonFacts(request, timingOf(request));
  const values = redisValues(request);
  const read = redisRead(request, values.element);
  const key = redisKey(request);
  const connection = redisConnection(request);
  const preload = caches.preload;
  return storeClass(request, {
    template: "redis",
    holds: read.holds,
    remarks: [...key.remarks, ...read.remarks, ...connection.remarks, ...values.remarks],
    keyFields: key.fields,
    valueType: read.valueType,
    operator,
    caches,
    login: loginOf(context, lookup.auth, findings, false),
    imports: [
      ...connection.imports,
      ...values.imports,
      ...read.imports,
      "io.lettuce.core.RedisURI",
      "io.lettuce.core.SocketOptions",
      "io.lettuce.core.TimeoutOptions",
      "java.time.Duration",
      "java.util.Optional",
      "java.util.concurrent.CompletionStage",
      ...(lookup.auth === null
        ? []
        : ["io.lettuce.core.RedisCredentials", "io.lettuce.core.RedisCredentialsProvider"]),
      ...(preload === null
        ? []
        : [
            "io.lettuce.core.ScanArgs",
            "io.lettuce.core.ScanIterator",
            "java.util.HashMap",
            "java.util.Map",
          ]),
    ],
    view: {
      key: key.expression,
      element: code(values.element),
      ...connection.view,
      ...values.view,
      read: readView(read),
      hasPreload: preload !== null,
      preloadPattern: preload === null ? absent : (preload.query ?? key.pattern),
      preloadLimit: preload?.limit ?? absent,
    },
    dependencies: [caffeine, ...clients.redis, ...values.dependencies],
    support: [...alwaysNeeded, ...connection.support, ...values.support],
  });
}

function timingOf({ lookup, findings }: StoreRequest<RedisLookup>): StoreTiming {
  const { connection } = lookup;
  if (connection === null) return { answerMs: null, retries: null, totalMs: null };
  const only = "Lettuce sends all requests over one connection to each node";
  if (connection.poolSize !== null) findings.hasNoEffect(connection, "poolSize", only);
  if (connection.minIdle !== null) findings.hasNoEffect(connection, "minIdle", only);
  const retries = findings.int(connection, "maxRetries");
  if (retries !== null && lookup.async?.retry?.attempts !== undefined) {
    if (lookup.async.retry.attempts !== null)
      findings.hasNoEffect(connection, "maxRetries", '"async.retry.attempts" says it too');
  }
  return { answerMs: connection.socketTimeoutMs, retries, totalMs: null };
}

function readView(read: RedisRead): View {
  return {
    isString: read.kind === "string",
    isHashField: read.kind === "hash-field",
    isHash: read.kind === "hash",
    isSet: read.kind === "set",
    isScoreRange: read.kind === "score-range",
    isRankRange: read.kind === "rank-range",
    hashField: read.hashField ?? absent,
    hasTtlField: read.ttlField !== null,
    ttlField: read.ttlField ?? absent,
    from: codeOrAbsent(read.from),
    to: codeOrAbsent(read.to),
    limit: codeOrAbsent(read.limit),
  };
}
