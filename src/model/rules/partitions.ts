// Parallelism against the partitions or shards of what is read: instances without a partition have
// nothing to do, and few instances for many partitions fall behind.
import { diagnose } from "../../diagnostics/catalogue/index.js";
import type { Stream } from "../bindings.js";
import type { InfraModel, Named, Process } from "../infra-model.js";
import { isSurelyRead } from "../stream-roles.js";
import { readersOf } from "../uses.js";
import type { Place, RuleContext } from "./rule-context.js";

/** How many times more partitions than instances are "far" more (specification catalogue, W010). */
const farMore = 8;

/** Readers that are told of one stream: the others have the same cure. */
const mostTold = 10;

/** Reports W755 and W010 for streams that are read with an unfitting parallelism. */
export function checkPartitions(model: InfraModel, context: RuleContext): void {
  const readers = readersOf(model);
  const ofEvery = boundsOf(readers.ofEvery, null);
  for (const stream of model.streams) {
    const partitions = isSurelyRead(stream) ? partitionsOf(stream) : null;
    if (partitions === null) continue;
    const linked = readers.linkedTo(stream.name);
    const bounds = boundsOf(linked, ofEvery);
    if (bounds === null) continue;
    const told = (): readonly Process[] => readers.of(stream.name, mostTold);
    // Only what is so for all readers is told: without process files every process counts as one.
    if (bounds.least > partitions.count) tellIdle(told(), partitions, context);
    else if (bounds.growth > partitions.count) tellGrowth(told(), partitions, context);
    if (bounds.most * farMore <= partitions.count) tellFew(told(), partitions, context);
  }
}

/** The parallelism of several processes together. */
interface Bounds {
  readonly least: number;
  readonly most: number;
  /** The least of what each may grow to by scaling. */
  readonly growth: number;
}

/** Those of `processes` and of `known`; null where there is neither. */
function boundsOf(processes: readonly Process[], known: Bounds | null): Bounds | null {
  let bounds = known;
  for (const process of processes) {
    bounds = {
      least: Math.min(leastOf(process), bounds?.least ?? Infinity),
      most: Math.max(mostOf(process), bounds?.most ?? 0),
      growth: Math.min(growthOf(process), bounds?.growth ?? Infinity),
    };
  }
  return bounds;
}

interface Partitions {
  readonly count: number;
  /** `partitions` or `shards`. */
  readonly what: string;
  readonly place: Place;
}

function partitionsOf(stream: Named<Stream>): Partitions | null {
  if (stream.type === "mongodb_sink") return null;
  const key = stream.type === "kinesis" ? "shardCount" : "partitions";
  const count = stream.type === "kinesis" ? stream.shardCount : stream.partitions;
  if (count === null) return null;
  const what = stream.type === "kinesis" ? "shards" : "partitions";
  return { count, what, place: { object: stream, key } };
}

/** The least that a source of the process runs with: an operator of its own may be the source. */
function leastOf({ operators, parallelism }: Process): number {
  const own = Object.values(operators ?? {}).flatMap((operator) => operator.parallelism ?? []);
  return Math.min(parallelism.initial ?? 1, ...own);
}

function mostOf({ operators, parallelism }: Process): number {
  const own = Object.values(operators ?? {}).flatMap((operator) => operator.parallelism ?? []);
  return Math.max(parallelism.initial ?? 1, parallelism.max ?? 1, ...own);
}

/** `parallelism.max`, unless an operator of its own may be the source. */
function growthOf(process: Process): number {
  const { operators, parallelism } = process;
  const isFixed = Object.values(operators ?? {}).some((operator) => operator.parallelism !== null);
  return isFixed ? leastOf(process) : (parallelism.max ?? leastOf(process));
}

function parallelismOf(process: Process, context: RuleContext): Place {
  const place = { object: process.parallelism, key: "initial" };
  return context.span(place) === null ? { object: process, key: "parallelism" } : place;
}

/** A source does not call instances idle that never had a partition: event time waits for them. */
function tellIdle(
  readers: readonly Process[],
  { count, what, place }: Partitions,
  context: RuleContext,
): void {
  for (const process of readers) {
    const idle = leastOf(process) - count;
    context.risky(
      parallelismOf(process, context),
      place,
      `is more than "${context.path(place)}", ${String(count)}: ${String(idle)} instances of the source get none, and hold back event time unless the job sets an idle timeout`,
      `Raise the number of ${what}, lower the parallelism, or give the source's operator its own below "operators".`,
    );
  }
}

/** Scaling stops to help a source at the number of its partitions. */
function tellGrowth(
  readers: readonly Process[],
  { count, what, place }: Partitions,
  context: RuleContext,
): void {
  for (const process of readers) {
    const { parallelism } = process;
    if (parallelism.max === null || growthOf(process) <= count) continue;
    context.risky(
      { object: parallelism, key: "max" },
      place,
      `is more than "${context.path(place)}", ${String(count)}: instances of the source beyond that number get none, and hold back event time unless the job sets an idle timeout`,
      `Raise the number of ${what}, or lower the bound of scaling.`,
    );
  }
}

function tellFew(
  readers: readonly Process[],
  { count, what, place }: Partitions,
  context: RuleContext,
): void {
  for (const process of readers) {
    const values = {
      process: process.name,
      parallelism: mostOf(process),
      partitions: `${String(count)} ${what}`,
    };
    const span = context.span(place);
    context.report(
      diagnose("W010", context.span(parallelismOf(process, context)), values, {
        related: span === null ? [] : [{ span, message: `the ${what} are counted here` }],
        help: "Raise the parallelism; it may grow up to that number.",
      }),
    );
  }
}
