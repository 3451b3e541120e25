// How a process is cut into task managers: slots, their number, and the size of one.
// Also for generators, which size pods and containers by the same numbers.
import { diagnose } from "../../../diagnostics/catalogue/index.js";
import type { RelatedPlace } from "../../../diagnostics/diagnostic.js";
import type { Span } from "../../../source/source-file.js";
import type { ValueOrigin } from "../../../model/value-origin.js";
import { megabytes } from "../memory/memory-result.js";
import { at, type ConfigurationContext } from "./context.js";
import { isStated } from "../../../model/is-stated.js";

/** A number with the properties it was made from. */
export interface SizedFact {
  readonly value: number;
  readonly origins: readonly ValueOrigin[];
  /** How it was made, for comments: names properties. Null: it is stated as it is. */
  readonly derivation: string | null;
}

/** The cut of one process. */
export interface TaskManagerSizing {
  /** Task slots of one task manager. */
  readonly slots: SizedFact;
  /** Bytes of one task manager process. */
  readonly processBytes: SizedFact;
  /** Cores of one task manager. */
  readonly cores: SizedFact;
  /** Task managers that the parallelism needs: ceil(parallelism / slots). */
  readonly count: SizedFact;
  /** Bytes of one task slot. */
  readonly slotBytes: number;
}

/** Sizes the task managers of the process; reports what does not fit together. */
export function taskManagerSizing(context: ConfigurationContext): TaskManagerSizing {
  const { process } = context;
  const slotMemory = memoryOfSlot(context);
  const slots = slotsOf(context, slotMemory);
  const parallelism = process.parallelism.initial ?? 1;
  return {
    slots,
    slotBytes: slotMemory,
    processBytes: processBytesOf(context, slots.value, slotMemory),
    cores: coresOf(context, slots.value),
    count: {
      value: Math.ceil(parallelism / slots.value),
      origins: [at(process.parallelism, "initial"), ...slots.origins],
      derivation: `parallelism ${String(parallelism)} / ${String(slots.value)} slots`,
    },
  };
}

/** `task_memory`; where it is left to its default, the task manager's memory divided by its slots. */
function memoryOfSlot(context: ConfigurationContext): number {
  const { process, model } = context;
  const { slotsPerTaskManager, taskManagerMemoryBytes } = model.cluster;
  if (context.states(process, "taskMemoryBytes") || taskManagerMemoryBytes === null) {
    return process.taskMemoryBytes;
  }
  return Math.floor(taskManagerMemoryBytes / (slotsPerTaskManager ?? 1));
}

function slotsOf(context: ConfigurationContext, slotMemory: number): SizedFact {
  const { process, model } = context;
  const { slotsPerTaskManager, taskManagerMemoryBytes } = model.cluster;
  const own = slotsOfHost(context);
  if (own !== null) return own;
  if (slotsPerTaskManager !== null) {
    return {
      value: slotsPerTaskManager,
      origins: [at(model.cluster, "slotsPerTaskManager")],
      derivation: null,
    };
  }
  if (taskManagerMemoryBytes === null) return { value: 1, origins: [], derivation: null };
  if (taskManagerMemoryBytes < slotMemory) {
    context.contradict(
      at(process, "taskMemoryBytes"),
      at(model.cluster, "taskManagerMemoryBytes"),
      `a slot of ${megabytes(slotMemory)} does not fit into a task manager of ${megabytes(taskManagerMemoryBytes)}`,
    );
    return { value: 1, origins: [], derivation: null };
  }
  return {
    value: Math.floor(taskManagerMemoryBytes / slotMemory),
    origins: [at(process, "taskMemoryBytes"), at(model.cluster, "taskManagerMemoryBytes")],
    derivation: `${megabytes(taskManagerMemoryBytes)} / task_memory ${megabytes(slotMemory)}`,
  };
}

/** What the host that the file is for says; null: it is for all hosts. */
function slotsOfHost({ model, request }: ConfigurationContext): SizedFact | null {
  const cluster = model.deployment?.type === "standalone" ? model.deployment.cluster : null;
  const worker = cluster?.taskManagers?.find(({ host }) => host === request.host);
  if (!isStated(worker?.slots)) return null;
  return { value: worker.slots, origins: [at(worker, "slots")], derivation: null };
}

function processBytesOf(
  context: ConfigurationContext,
  slots: number,
  slotMemory: number,
): SizedFact {
  const { process, model } = context;
  const stated = model.cluster.taskManagerMemoryBytes;
  const wanted = slots * slotMemory;
  if (!context.states(process, "taskMemoryBytes") && stated !== null) {
    return {
      value: stated,
      origins: [at(model.cluster, "taskManagerMemoryBytes")],
      derivation: null,
    };
  }
  if (!Number.isSafeInteger(wanted)) {
    context.contradict(
      at(process, "taskMemoryBytes"),
      at(model.cluster, "slotsPerTaskManager"),
      `${String(slots)} slots of ${megabytes(slotMemory)} are more than ${megabytes(Number.MAX_SAFE_INTEGER)}`,
    );
    return { value: slotMemory, origins: [at(process, "taskMemoryBytes")], derivation: null };
  }
  // A task manager smaller than a slot is refused already.
  if (stated !== null && stated !== wanted && stated >= slotMemory) {
    context.ignore(
      model.cluster,
      "taskManagerMemoryBytes",
      `${String(slots)} slots of ${megabytes(slotMemory)} are ${megabytes(wanted)}, not ${megabytes(stated)}, and task_memory wins`,
      at(process, "taskMemoryBytes"),
    );
  }
  return {
    value: wanted,
    origins: [at(process, "taskMemoryBytes")],
    derivation:
      slots === 1 ? null : `${String(slots)} slots of task_memory ${megabytes(slotMemory)}`,
  };
}

function coresOf(context: ConfigurationContext, slots: number): SizedFact {
  const { process, model } = context;
  const stated = model.cluster.taskManagerCpu;
  if (!context.states(process, "taskCpu") && stated !== null) {
    return { value: stated, origins: [at(model.cluster, "taskManagerCpu")], derivation: null };
  }
  const wanted = slots * process.taskCpu;
  if (stated !== null && Math.abs(stated - wanted) > 1e-9) {
    context.ignore(
      model.cluster,
      "taskManagerCpu",
      `${String(slots)} slots of ${String(process.taskCpu)} cores are ${String(wanted)}, not ${String(stated)}, and task_cpu wins`,
      at(process, "taskCpu"),
    );
  }
  return {
    value: wanted,
    origins: [at(process, "taskCpu")],
    derivation:
      slots === 1 ? null : `${String(slots)} slots of task_cpu ${String(process.taskCpu)}`,
  };
}

/** W906 or E914 where the cluster is smaller than the parallelism needs. */
export function checkCount(context: ConfigurationContext, sizing: TaskManagerSizing): void {
  const { process, model, target } = context;
  const parallelism = process.parallelism.initial ?? 1;
  const hosts =
    target === "standalone" && model.deployment?.type === "standalone"
      ? model.deployment.cluster?.taskManagers
      : null;
  const available = (hosts ?? []).reduce(
    (sum, host) => sum + (host.slots ?? sizing.slots.value),
    0,
  );
  if (isStated(hosts) && available < parallelism) {
    const [firstHost] = hosts;
    context.say(
      diagnose(
        "E914",
        context.span(process.parallelism, "initial"),
        {
          process: process.name,
          needed: parallelism,
          available: `${String(hosts.length)} task managers with ${String(available)} slots in all`,
        },
        {
          related: placeOf(
            firstHost === undefined ? null : context.span(firstHost, "slots"),
            "the slots are counted here",
          ),
          help: "Add hosts or slots, or lower the parallelism: the job would wait for slots and fail.",
        },
      ),
    );
  }
  const stated = model.cluster.taskManagerCount;
  if (stated === null || stated === sizing.count.value) return;
  context.say(
    diagnose(
      "W906",
      context.span(model.cluster, "taskManagerCount"),
      {
        process: process.name,
        property: context.path(model.cluster, "taskManagerCount"),
        needed: `${sizing.count.derivation ?? ""} = ${String(sizing.count.value)}`,
        stated,
      },
      {
        related: placeOf(context.span(process.parallelism, "initial"), "the parallelism is here"),
        help: "The parallelism decides; state the count only where it agrees.",
      },
    ),
  );
}

function placeOf(span: Span | null, message: string): readonly RelatedPlace[] {
  return span === null ? [] : [{ span, message }];
}
