// How far scaling can go before task managers stay idle: no job has more instances than key groups, and
// no source more than partitions.
import { diagnose } from "../../../src/diagnostics/catalogue/index.js";
import type { Process } from "../../../src/model/infra-model.js";
import { isSurelyRead } from "../../../src/model/stream-roles.js";
import { receives } from "../../../src/model/uses.js";
import { pathOf, spanOf, type Context } from "../context.js";
import type { OriginPair } from "../flink-options.js";

/** Task managers that `max_parallelism` can keep busy; W958 where more are asked for. */
export function withoutIdle(
  context: Context,
  process: Process,
  { max, origin }: { readonly max: number; readonly origin: OriginPair },
  slots: number,
): number {
  const ceilings = [process.limits?.maxParallelism ?? null, process.maxParallelism].filter(
    (ceiling) => ceiling !== null,
  );
  if (ceilings.length === 0) return max;
  const parallelism = Math.min(...ceilings);
  const cap = Math.ceil(parallelism / slots);
  if (cap >= max) return max;
  const arithmetic = `max_parallelism ${parallelism} / ${slots} ${slots === 1 ? "slot" : "slots"} = ${cap}`;
  const values = { process: process.name, cap, asked: max, arithmetic };
  const help = "Raise max_parallelism, or lower the bound of the scaling.";
  const ceiling =
    process.maxParallelism === parallelism
      ? spanOf(context, process, "maxParallelism")
      : spanOf(context, process.limits, "maxParallelism");
  const related = ceiling === null ? [] : [{ span: ceiling, message: "the limit comes from here" }];
  const span = spanOf(context, origin[0], origin[1]);
  context.report(diagnose("W958", span, values, { related, help }));
  return cap;
}

/** W755 where the slots of all task managers pass the partitions of everything that is read. */
export function reportBeyondPartitions(
  context: Context,
  process: Process,
  { max, origin }: { readonly max: number; readonly origin: OriginPair },
  slots: number,
): void {
  const read = context.model.streams.filter(
    (stream) => isSurelyRead(stream) && receives(process, stream.name),
  );
  const counts = read.map((stream) => ("partitions" in stream ? stream.partitions : null));
  const known = counts.filter((count) => count !== null);
  const most = Math.max(...known);
  if (known.length === 0 || known.length < counts.length || max * slots <= most) return;
  const largest = read[counts.indexOf(most)];
  const other = largest === undefined ? null : spanOf(context, largest, "partitions");
  const values = {
    property: pathOf(context, ...origin, origin[1]),
    problem: `allows ${max} task managers with ${slots} ${slots === 1 ? "slot" : "slots"}, and nothing that "${process.name}" reads has more than ${most} partitions: instances of its sources beyond that get none`,
  };
  const related = other === null ? [] : [{ span: other, message: "the most partitions are here" }];
  const help = "Raise the number of partitions, or lower the bound of scaling.";
  context.report(
    diagnose("W755", spanOf(context, origin[0], origin[1]), values, { related, help }),
  );
}
