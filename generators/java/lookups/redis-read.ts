// What a Redis lookup reads: the command, its arguments, and the Java type of the answer.
import type { RedisLookup, RedisLookupLookup } from "../../../src/model/bindings.js";
import type { LookupFindings } from "./findings.js";
import type { StoreRequest } from "./store-class.js";

type Kind = "string" | "hash-field" | "hash" | "set" | "score-range" | "rank-range";

export interface RedisRead {
  readonly kind: Kind;
  readonly valueType: string;
  readonly holds: string;
  readonly hashField: string | null;
  /** The field of a hash's answer that receives the remaining lifetime. */
  readonly ttlField: string | null;
  /** Bounds and count of a range, as Java expressions. */
  readonly from: string | null;
  readonly to: string | null;
  readonly limit: string | null;
  readonly imports: readonly string[];
  readonly remarks: readonly string[];
}

/** What is read; `element` is the Java type of a value. */
export function redisRead(
  { lookup, findings }: StoreRequest<RedisLookup>,
  element: string,
): RedisRead {
  const options = lookup.lookup;
  const kind = kindOf(options, findings);
  const nothing = {
    kind,
    hashField: null,
    ttlField: null,
    from: null,
    to: null,
    limit: null,
    imports: [],
    remarks: [],
  };
  if (options !== null && kind !== "hash" && options.ttlField !== null)
    findings.hasNoEffect(
      options,
      "ttlField",
      "only a hash that is read whole has fields to add one to",
      "Read a hash with fetch_all, or remove it.",
    );
  switch (kind) {
    case "string":
      return { ...nothing, valueType: element, holds: "values of Redis strings" };
    case "hash-field":
      return {
        ...nothing,
        valueType: element,
        holds: "a field of Redis hashes",
        hashField: options?.hashField ?? "",
        remarks: [`The field is ${options?.hashField ?? ""}.`],
      };
    case "hash":
      return {
        ...nothing,
        valueType: `Map<String, ${element}>`,
        holds: "fields of Redis hashes",
        ...hashTtl(options, element, findings),
      };
    case "set":
      return {
        ...nothing,
        valueType: `Set<${element}>`,
        holds: "members of Redis sets",
        imports: ["java.util.Set"],
      };
    case "score-range":
    case "rank-range":
      return {
        ...nothing,
        valueType: `List<ScoredValue<${element}>>`,
        holds: "members of Redis sorted sets",
        ...(kind === "score-range" ? scoreRange(options) : rankRange(options, findings)),
      };
  }
}

function kindOf(options: RedisLookupLookup | null, findings: LookupFindings): Kind {
  if (options === null) return "string";
  const { type, hashField, fetchAll, rangeType } = options;
  const stated = type ?? typeByOptions(options);
  if (stated === "string" || stated === "set") return stated;
  if (stated === "zset") return rangeType === "rank" ? "rank-range" : "score-range";
  if (hashField !== null && fetchAll === true)
    findings.contradicts(
      [options, "hashField"],
      [options, "fetchAll"],
      "one reads a field, the other all of them",
      "Remove one of them.",
    );
  if (hashField === null && fetchAll === false)
    findings.isNeeded(
      "lookup.hash_field",
      '"lookup.fetch_all" is false',
      "Name the field that is read.",
    );
  return hashField === null ? "hash" : "hash-field";
}

/** Options of one type name it. */
function typeByOptions(options: RedisLookupLookup): "string" | "hash" | "zset" {
  const { hashField, fetchAll, rangeType, minScore, maxScore, limit } = options;
  if (hashField !== null || fetchAll !== null) return "hash";
  const ofRanges = [rangeType, minScore, maxScore, limit];
  return ofRanges.some((value) => value !== null) ? "zset" : "string";
}

function hashTtl(
  options: RedisLookupLookup | null,
  element: string,
  findings: LookupFindings,
): Pick<RedisRead, "ttlField" | "imports" | "remarks"> {
  const imports = ["java.util.Map"];
  const ttlField = options?.ttlField ?? null;
  if (options === null || ttlField === null) return { ttlField, imports, remarks: [] };
  if (element !== "String") {
    const reason = "the fields of the hash are decoded, and a lifetime is not";
    findings.hasNoEffect(options, "ttlField", reason);
    return { ttlField: null, imports, remarks: [] };
  }
  return {
    ttlField,
    imports: [...imports, "java.util.HashMap"],
    remarks: [
      `The field ${ttlField} holds the milliseconds that the key still lives, -1 for a key that stays.`,
    ],
  };
}

type Range = Pick<RedisRead, "from" | "to" | "limit" | "imports">;

function scoreRange(options: RedisLookupLookup | null): Range {
  const { minScore = null, maxScore = null, limit = null } = options ?? {};
  return {
    from: boundary(minScore),
    to: boundary(maxScore),
    limit: limit === null ? "Limit.unlimited()" : `Limit.create(0L, ${limit}L)`,
    imports: ["io.lettuce.core.Limit", "io.lettuce.core.Range", "io.lettuce.core.ScoredValue"],
  };
}

function boundary(score: number | "-inf" | "+inf" | null): string {
  return typeof score === "number"
    ? `Range.Boundary.including(${score}D)`
    : "Range.Boundary.unbounded()";
}

/** The score bounds are read as ranks (vocabulary decision 86d). */
function rankRange(options: RedisLookupLookup | null, findings: LookupFindings): Range {
  const first = rankOf(options, "minScore", 0, findings);
  const last = rankOf(options, "maxScore", -1, findings);
  const limit = options?.limit ?? null;
  const capped = limit === null || first < 0 ? null : first + limit - 1;
  if (options !== null && limit !== null && (first < 0 || (last < -1 && capped !== null)))
    findings.hasNoEffect(options, "limit", "the ranks count from the end");
  const to = capped === null || last < -1 ? last : last === -1 ? capped : Math.min(last, capped);
  return { from: `${first}L`, to: `${to}L`, limit: null, imports: ["io.lettuce.core.ScoredValue"] };
}

function rankOf(
  options: RedisLookupLookup | null,
  key: "minScore" | "maxScore",
  unbounded: number,
  findings: LookupFindings,
): number {
  const rank = options?.[key] ?? null;
  if (options === null || typeof rank !== "number") return unbounded;
  if (Number.isSafeInteger(rank)) return rank;
  findings.isRefused(options, key, "a rank is an integer", "Write a whole number.");
  return unbounded;
}
