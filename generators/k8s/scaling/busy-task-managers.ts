// How far scaling can go before task managers stay idle: no job has more instances than key groups.
import { diagnose } from "../../../src/diagnostics/catalogue/index.js";
import type { Process } from "../../../src/model/infra-model.js";
import { spanOf, type Context } from "../context.js";
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
