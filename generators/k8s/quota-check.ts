// Whether the pods fit into the quota that stands beside them: those that do not are never created.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import type { Process } from "../../src/model/infra-model.js";
import { spanOf, type Context } from "./context.js";
import type { Sizing } from "./sizing.js";
import { podMemoryBytes } from "./units.js";

interface Sized {
  readonly process: Process;
  readonly sizing: Sizing;
}

/** Reports E754 where `deployment.native.quotas` holds less than the processes need to start. */
export function checkQuota(context: Context, processes: readonly Sized[]): void {
  const quotas = context.deployment.native?.quotas ?? null;
  if (quotas === null) return;
  const rows = [
    { key: "cpu", bound: quotas.cpu, of: coresOf, text: (cores: number) => `${cores} cores` },
    {
      key: "memoryBytes",
      bound: quotas.memoryBytes,
      of: bytesOf,
      text: (bytes: number) => `${Math.ceil(bytes / 1024 ** 2)}mb`,
    },
  ] as const;
  for (const { key, bound, of, text } of rows) {
    if (bound === null) continue;
    const total = processes.reduce((sum, { sizing }) => sum + of(sizing), 0);
    if (total <= bound + 1e-9) continue;
    const largest = processes.toSorted((one, other) => of(other.sizing) - of(one.sizing))[0];
    const other =
      largest === undefined ? null : spanOf(context, largest.process.parallelism, "initial");
    context.report(
      diagnose(
        "E754",
        spanOf(context, quotas, key),
        {
          property: "resources",
          limit: `"${context.origins.of(quotas, key)?.path ?? key}"`,
          problem: `the pods of all processes ask for ${text(Number(total.toFixed(3)))}, and ${text(bound)} are allowed: the rest would never start`,
        },
        {
          related:
            other === null ? [] : [{ span: other, message: "the largest part is asked for here" }],
          help: "Raise the quota, or lower the sizing of processes.",
        },
      ),
    );
  }
}

function coresOf({ jobManager, jobManagerReplicas, taskManager, taskManagers }: Sizing): number {
  return (
    jobManager.cpu.value * jobManagerReplicas.value + taskManager.cpu.value * taskManagers.value
  );
}

function bytesOf({ jobManager, jobManagerReplicas, taskManager, taskManagers }: Sizing): number {
  return (
    podMemoryBytes(jobManager.memory.value) * jobManagerReplicas.value +
    podMemoryBytes(taskManager.memory.value) * taskManagers.value
  );
}
