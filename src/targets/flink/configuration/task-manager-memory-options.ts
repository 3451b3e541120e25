// Writes the memory options of a task manager and checks them as Flink would.
import { diagnose } from "../../../diagnostics/catalogue/index.js";
import type { ValueOrigin } from "../../../model/value-origin.js";
import { defaultOverhead, MEGABYTE } from "../memory/jvm-memory.js";
import { megabytes, type MemoryRefusal } from "../memory/memory-result.js";
import {
  taskManagerMemory,
  type TaskManagerMemory,
  type TaskManagerMemorySettings,
} from "../memory/task-manager-memory.js";
import { at, type ConfigurationContext } from "./context.js";
import { numberText, sizeText } from "./option-text.js";
import type { TaskManagerSizing } from "./sizing.js";
import {
  taskManagerParts,
  type PartName,
  type PartRange,
  type TaskManagerParts,
} from "./task-manager-parts.js";

const optionOfPart: Readonly<Record<PartName, string>> = {
  taskHeapSize: "task.heap.size",
  managedSize: "managed.size",
  taskOffHeapSize: "task.off-heap.size",
  frameworkHeapSize: "framework.heap.size",
  frameworkOffHeapSize: "framework.off-heap.size",
  metaspaceSize: "jvm-metaspace.size",
};

/** Sets `taskmanager.memory.*`; null where Flink would refuse it (E903). */
export function taskManagerMemoryOptions(
  context: ConfigurationContext,
  sizing: TaskManagerSizing,
): TaskManagerMemory | null {
  const stated = taskManagerParts(context, sizing);
  const { parts, divided } = fitted(context, sizing, stated);
  const { processBytes } = sizing;
  const derivation =
    processBytes.derivation === null
      ? undefined
      : `resources.${context.process.name}: ${processBytes.derivation}`;
  setSize(context, "process.size", processBytes.value, processBytes.origins, derivation);
  for (const [name, { bytes, origins, comment }] of parts.fixed) {
    setSize(context, optionOfPart[name], bytes, origins, comment);
  }
  const { memory } = context.process;
  if (parts.managedFraction !== undefined && memory !== null) {
    const text = numberText(parts.managedFraction);
    context.set("taskmanager.memory.managed.fraction", text, [at(memory, "managed")]);
  }
  setRange(context, "network", parts.network);
  setRange(context, "jvm-overhead", parts.overhead);
  return divided;
}

function settingsOf(
  context: ConfigurationContext,
  sizing: TaskManagerSizing,
  parts: TaskManagerParts,
): TaskManagerMemorySettings {
  const fixed = Object.fromEntries([...parts.fixed].map(([name, { bytes }]) => [name, bytes]));
  return {
    ...fixed,
    processSize: sizing.processBytes.value,
    managedFraction: parts.managedFraction,
    network: parts.network,
    overhead: parts.overhead,
    slots: sizing.slots.value,
    segmentSize: context.process.network?.memorySegmentSizeBytes ?? undefined,
  };
}

interface Fitted {
  readonly parts: TaskManagerParts;
  readonly divided: TaskManagerMemory | null;
}

function fitted(
  context: ConfigurationContext,
  sizing: TaskManagerSizing,
  parts: TaskManagerParts,
): Fitted {
  const settings = settingsOf(context, sizing, parts);
  const outcome = taskManagerMemory(settings);
  if (outcome.ok) return { parts, divided: outcome.memory };
  if (outcome.refusal.reason === "overhead-outside-range" && parts.overhead.max === undefined) {
    const widened = withWiderOverhead(context, sizing, parts);
    if (widened !== null) return widened;
  }
  refuse(context, settings, outcome.refusal);
  return { parts, divided: null };
}

/** Heap and managed memory are fixed inside a fixed process: what they leave becomes JVM overhead. */
function withWiderOverhead(
  context: ConfigurationContext,
  sizing: TaskManagerSizing,
  parts: TaskManagerParts,
): Fitted | null {
  const { processSize, ...unbounded } = settingsOf(context, sizing, parts);
  const needed = taskManagerMemory({ ...unbounded, overhead: { min: 0, max: 0 } });
  if (!needed.ok || processSize === undefined) return null;
  const rest = processSize - needed.memory.process;
  if (rest <= defaultOverhead.max) return null;
  const wider = { ...parts, overhead: { max: rest, origins: sizing.processBytes.origins } };
  const outcome = taskManagerMemory(settingsOf(context, sizing, wider));
  if (!outcome.ok) return null;
  const arithmetic =
    `${megabytes(processSize)} - ${megabytes(needed.memory.process)} = ${megabytes(rest)} of JVM overhead, ` +
    `of which Flink takes ${megabytes(defaultOverhead.max)} at most`;
  context.say(
    diagnose(
      "W907",
      context.span(context.process),
      { amount: megabytes(rest - defaultOverhead.max), arithmetic },
      { help: "Raise memory.heap or memory.managed, or leave one of them to Flink." },
    ),
  );
  return { parts: wider, divided: outcome.memory };
}

function refuse(
  context: ConfigurationContext,
  settings: TaskManagerMemorySettings,
  { reason, message }: MemoryRefusal,
): void {
  const { process } = context;
  const { network } = process;
  const smallest = smallestSlot(settings);
  const help =
    smallest === null
      ? "Leave out the parts that need not be fixed; Flink then derives them."
      : `Set task_memory to at least ${String(smallest)}mb.`;
  context.say(
    diagnose(
      "E903",
      reason === "segment-size" && network !== null
        ? context.span(network, "memorySegmentSizeBytes")
        : context.span(process, "taskMemoryBytes"),
      { component: "task manager", process: process.name, arithmetic: message },
      { help },
    ),
  );
}

const largestSlot = 64 * 1024;

/** Megabytes of the smallest slot with which Flink starts; null: a larger one does not help. */
function smallestSlot(settings: TaskManagerMemorySettings): number | null {
  const { processSize = 0, slots = 1 } = settings;
  const starts = (size: number): boolean =>
    taskManagerMemory({ ...settings, processSize: size * MEGABYTE * slots }).ok;
  let low = Math.floor(processSize / slots / MEGABYTE);
  let high = largestSlot;
  if (!starts(high)) return null;
  while (low + 1 < high) {
    const middle = Math.floor((low + high) / 2);
    if (starts(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function setSize(
  context: ConfigurationContext,
  option: string,
  bytes: number,
  origins: readonly ValueOrigin[],
  comment: string | undefined,
): void {
  context.set(`taskmanager.memory.${option}`, sizeText(bytes), origins, comment);
}

function setRange(context: ConfigurationContext, option: string, range: PartRange): void {
  const { min, max, fraction, origins } = range;
  const prefix = `taskmanager.memory.${option}`;
  if (min !== undefined) context.set(`${prefix}.min`, sizeText(min), origins);
  if (max !== undefined) context.set(`${prefix}.max`, sizeText(max), origins);
  if (fraction !== undefined) context.set(`${prefix}.fraction`, numberText(fraction), origins);
}
