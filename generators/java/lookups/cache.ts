// The caches of a lookup as Caffeine builds them: one in each subtask, one that the subtasks of a task
// manager share. Knows no store.
import type { View } from "../../../src/generator/contract.js";
import type { LookupCache, LookupCacheL1 } from "../../../src/model/bindings.js";
import type { LookupFindings } from "./findings.js";

/** One cache. */
export interface CacheSettings {
  readonly maxSize: number;
  readonly ttlMs: number;
  /** Age at which the next use of an entry also loads it anew; null: never before it expires. */
  readonly refreshMs: number | null;
  readonly statistics: boolean;
}

/** What the cache holds from the start. */
export interface PreloadSettings {
  /** The store's own filter; null: everything. */
  readonly query: string | null;
  readonly limit: number;
}

export interface LookupCaches {
  readonly task: CacheSettings | null;
  readonly shared: CacheSettings | null;
  readonly preload: PreloadSettings | null;
  /** Sentences for the class. */
  readonly remarks: readonly string[];
}

const noCaches: LookupCaches = { task: null, shared: null, preload: null, remarks: [] };

const defaultSize = 10_000;
const manyEntries = 1_000_000;

/**
 * The caches that `cache` asks for; says what it cannot have. `slots` of a task manager have a cache of
 * a task each, on one heap.
 */
export function lookupCaches(
  cache: LookupCache | null,
  findings: LookupFindings,
  slots: number,
): LookupCaches {
  if (cache === null) return noCaches;
  if (!cache.enabled) {
    if (!findings.states(cache, "enabled")) {
      const help = "Add enabled: true, or remove the cache.";
      findings.hasNoEffect(findings.lookup, "cache", '"cache.enabled" is not true', help);
    }
    return noCaches;
  }
  reportForeign(cache, findings);
  const { task, shared } = tiersOf(cache, findings, slots);
  return {
    task,
    shared,
    preload: preloadOf(cache, task ?? shared, findings),
    remarks: remarksOn(cache),
  };
}

function tiersOf(
  cache: LookupCache,
  findings: LookupFindings,
  slots: number,
): Pick<LookupCaches, "task" | "shared"> {
  const { l1, l2 } = cache;
  const refreshMs = refreshAge(cache, findings);
  if (l1 === null && l2 === null)
    return { task: tier(cache, cache, refreshMs, findings, slots), shared: null };
  const task =
    l1 === null || l1.enabled === false ? null : tier(l1, cache, refreshMs, findings, slots);
  const shared = l2 === null || l2.enabled === false ? null : tier(l2, cache, null, findings, 1);
  if (task === null && shared === null) {
    const help = "Turn a tier on, or remove both and let the cache's own size and ttl apply.";
    findings.hasNoEffect(cache, "enabled", "every tier of the cache is off", help);
  }
  if (l2 !== null && shared !== null) {
    findings.worksOtherwise(
      cache,
      "l2",
      "its entries are shared by the subtasks of one task manager, not by the whole job, since they live on the heap",
      "Count with one copy in each task manager.",
    );
    if (task !== null && task.ttlMs > shared.ttlMs)
      findings.isRisk(
        cache,
        "l1",
        `it keeps entries for ${task.ttlMs} ms, longer than the ${shared.ttlMs} ms of "l2"`,
        "Make the ttl of l1 the shorter one.",
      );
  }
  if (task === null && refreshMs !== null && shared !== null)
    findings.hasNoEffect(
      findings.lookup,
      "cache",
      'only the cache of a task is refreshed, and "l1" is off',
      "Turn l1 on, or remove the refresh.",
    );
  return { task, shared };
}

function tier(
  own: Pick<LookupCacheL1, "maxSize" | "ttlMs">,
  cache: LookupCache,
  refreshMs: number | null,
  findings: LookupFindings,
  copies: number,
): CacheSettings {
  const maxSize = own.maxSize ?? cache.maxSize;
  if (maxSize === null)
    findings.isDerived(cache, "maxSize", `${defaultSize} entries, so that the heap stays bounded`);
  if (maxSize === 0)
    findings.hasNoEffect(own, "maxSize", "a cache of 0 entries keeps nothing", "Name a size.");
  if (maxSize !== null && maxSize * copies > manyEntries)
    findings.isRisk(
      own,
      "maxSize",
      `up to ${maxSize * copies} results lie on the heap of a task manager${copies > 1 ? `, ${maxSize} for each of its ${copies} slots` : ""}`,
      "Check it against the size of a result and the task heap.",
    );
  return {
    maxSize: maxSize ?? defaultSize,
    ttlMs: own.ttlMs ?? cache.ttlMs,
    refreshMs,
    statistics: cache.metrics?.enabled ?? cache.metrics !== null,
  };
}

/** An entry that is used after three quarters of its life is loaded anew before it expires. */
function refreshAge(cache: LookupCache, findings: LookupFindings): number | null {
  const { refresh, refreshStrategy } = cache;
  const ahead = refresh?.strategy === "refresh_ahead";
  if (refreshStrategy === "eager")
    findings.worksOtherwise(
      cache,
      "refreshStrategy",
      "an entry is loaded anew by its first use after three quarters of its ttl, not by itself",
      "Count with entries that nobody uses to expire.",
    );
  const asked = ahead || refreshStrategy === "eager";
  if (refresh !== null && refresh.async !== null) {
    if (!asked) findings.hasNoEffect(refresh, "async", "nothing asks for entries to be refreshed");
    else if (!refresh.async)
      findings.worksOtherwise(
        refresh,
        "async",
        "an entry is always refreshed beside the processing of records",
        "Remove it.",
      );
  }
  return asked ? Math.max(1, Math.floor(((cache.l1?.ttlMs ?? cache.ttlMs) * 3) / 4)) : null;
}

function reportForeign(cache: LookupCache, findings: LookupFindings): void {
  const { eviction, refresh, metrics, regionalIsolation } = cache;
  if (eviction === "fifo")
    findings.worksOtherwise(
      cache,
      "eviction",
      "the cache keeps what is used often and lately, whatever its age",
      "Remove it, or shorten the ttl.",
    );
  else if (eviction !== null)
    findings.notToldApart(
      cache,
      "eviction",
      "Caffeine weighs how often and how lately an entry was used, which serves as lru and as lfu",
    );
  if (refresh?.strategy === "write_through" || refresh?.strategy === "write_behind")
    findings.hasNoEffect(refresh, "strategy", "a lookup only reads", "Write refresh_ahead.");
  if (metrics !== null && metrics.reportIntervalMs !== null)
    findings.hasNoEffect(
      metrics,
      "reportIntervalMs",
      "Flink's metrics reporter has one interval for all metrics",
      "Set it with the metrics reporter.",
    );
  if (regionalIsolation === false)
    findings.notToldApart(
      cache,
      "regionalIsolation",
      "entries live on the heap of one job, so that regions never share them",
    );
}

function preloadOf(
  cache: LookupCache,
  into: CacheSettings | null,
  findings: LookupFindings,
): PreloadSettings | null {
  const { warmOnStart, warmQuery } = cache;
  const warmLimit = findings.int(cache, "warmLimit");
  if (warmOnStart !== true) {
    const reason = '"warm_on_start" is not true';
    if (warmQuery !== null) findings.hasNoEffect(cache, "warmQuery", reason);
    if (warmLimit !== null) findings.hasNoEffect(cache, "warmLimit", reason);
    return null;
  }
  if (into === null) return null;
  if (warmLimit !== null && warmLimit > into.maxSize)
    findings.isRisk(
      cache,
      "warmLimit",
      `the cache holds ${into.maxSize} entries, and drops the rest again`,
      "Lower it to the size of the cache.",
    );
  return { query: warmQuery, limit: warmLimit ?? Math.min(into.maxSize, 2_147_483_647) };
}

function remarksOn(cache: LookupCache): readonly string[] {
  const remarks = ["That the store holds nothing for a key is cached too."];
  if (cache.refreshStrategy === "lazy")
    remarks.push("An entry that expired is loaded again by its next use.");
  if (cache.regionalIsolation === true)
    remarks.push("Entries live on the heap of the job: regions never share them.");
  return remarks;
}

/** What templates see of the caches. */
export function cacheView({ task, shared }: LookupCaches): View {
  return {
    hasTaskCache: task !== null,
    taskCache: tierView(task),
    hasSharedCache: shared !== null,
    sharedCache: tierView(shared),
  };
}

function tierView(settings: CacheSettings | null): View {
  return {
    maxSize: settings?.maxSize ?? 0,
    ttlMs: settings?.ttlMs ?? 0,
    hasRefresh: isRefreshed(settings),
    refreshMs: settings?.refreshMs ?? 0,
    hasStatistics: settings?.statistics ?? false,
  };
}

function isRefreshed(settings: CacheSettings | null): boolean {
  return settings !== null && settings.refreshMs !== null;
}

/** Imports of the cache's settings. */
export function cacheImports({ task, shared }: LookupCaches): readonly string[] {
  return task === null && shared === null
    ? []
    : ["com.github.benmanes.caffeine.cache.Caffeine", "java.time.Duration"];
}
