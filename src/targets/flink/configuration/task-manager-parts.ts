// The parts of a task manager's memory that the file fixes: by the process first, else by
// `_task_managers`. What the language says per slot is multiplied by the slots. Divides nothing.
import { diagnose } from "../../../diagnostics/catalogue/index.js";
import type { ProcessMemory, TaskManagerSizingMemoryFlink } from "../../../model/bindings.js";
import { isStated } from "../../../model/is-stated.js";
import type { ValueOrigin } from "../../../model/value-origin.js";
import { defaultMetaspaceSize } from "../memory/jvm-memory.js";
import { megabytes } from "../memory/memory-result.js";
import { at, type ConfigurationContext } from "./context.js";
import { isManaged } from "./rocksdb.js";
import type { TaskManagerSizing } from "./sizing.js";
import { stateBackendKind } from "./state-backend.js";

/** Parts of fixed size, as the memory model calls them. */
export type PartName =
  | "taskHeapSize"
  | "managedSize"
  | "taskOffHeapSize"
  | "frameworkHeapSize"
  | "frameworkOffHeapSize"
  | "metaspaceSize";

/** Bytes of one task manager. */
export interface Part {
  readonly bytes: number;
  readonly origins: readonly ValueOrigin[];
  readonly comment?: string;
}

/** Bounds in bytes of one task manager, and a share of Flink memory. */
export interface PartRange {
  readonly min?: number;
  readonly max?: number;
  readonly fraction?: number;
  readonly origins: readonly ValueOrigin[];
}

export interface TaskManagerParts {
  readonly fixed: ReadonlyMap<PartName, Part>;
  /** A share of Flink memory; undefined: not stated. */
  readonly managedFraction: number | undefined;
  readonly network: PartRange;
  readonly overhead: PartRange;
}

/** Collects the parts; reports what Flink cannot divide like this. */
export function taskManagerParts(
  context: ConfigurationContext,
  sizing: TaskManagerSizing,
): TaskManagerParts {
  const { process, model } = context;
  const slots = sizing.slots.value;
  const fixed = new Map<PartName, Part>();
  const { memory } = process;
  if (memory !== null) {
    addProcessParts(context, memory, slots, fixed);
    sayShares(context, memory);
  }
  const shared = model.taskManagers?.memory?.flink ?? null;
  if (shared !== null) addClusterParts(context, shared, fixed);
  addMetaspace(context, fixed);
  const managedFraction =
    memory?.managed?.kind === "fraction" ? memory.managed.fraction : undefined;
  if (managedFraction === undefined) addHashmapDefault(context, fixed);
  addRocksdbOutsideManaged(context, slots, fixed);
  return {
    fixed,
    managedFraction,
    network: networkRange(memory, shared, slots),
    overhead: overheadRange(context),
  };
}

type Parts = Map<PartName, Part>;

function addProcessParts(
  context: ConfigurationContext,
  memory: ProcessMemory,
  slots: number,
  parts: Parts,
): void {
  const { heap, managed, taskOffHeapBytes } = memory;
  const perSlot = [
    ["taskHeapSize", "heap", heap?.kind === "bytes" ? heap.bytes : null],
    ["managedSize", "managed", managed?.kind === "bytes" ? managed.bytes : null],
    ["taskOffHeapSize", "taskOffHeapBytes", taskOffHeapBytes],
  ] as const;
  for (const [name, key, bytes] of perSlot) {
    if (bytes === null) continue;
    const part = { bytes: bytes * slots, origins: [at(memory, key)] };
    const comment = `${context.path(memory, key)}: ${megabytes(bytes)} for each of ${String(slots)} slots`;
    parts.set(name, slots === 1 ? part : { ...part, comment });
  }
  // Flink's own share is one for the whole process.
  for (const [name, key] of [
    ["frameworkHeapSize", "frameworkHeapBytes"],
    ["frameworkOffHeapSize", "frameworkOffHeapBytes"],
  ] as const) {
    const bytes = memory[key];
    if (bytes !== null) parts.set(name, { bytes, origins: [at(memory, key)] });
  }
}

function sayShares(context: ConfigurationContext, memory: ProcessMemory): void {
  if (memory.heap?.kind === "fraction") {
    context.differs(
      memory,
      "heap",
      "Flink has no share for the heap: it is what the other parts leave",
    );
  }
  for (const key of ["managed", "network"] as const) {
    if (memory[key]?.kind !== "fraction") continue;
    context.say(
      diagnose("N905", context.span(memory, key), {
        property: context.path(memory, key),
        base: "total Flink memory, which is the process without metaspace and JVM overhead",
      }),
    );
  }
}

function addClusterParts(
  context: ConfigurationContext,
  shared: TaskManagerSizingMemoryFlink,
  parts: Parts,
): void {
  const { memory } = context.process;
  for (const [name, key, own] of [
    ["taskHeapSize", "heapBytes", "heap"],
    ["managedSize", "managedBytes", "managed"],
    ["taskOffHeapSize", "taskOffHeapBytes", "taskOffHeapBytes"],
  ] as const) {
    const bytes = shared[key];
    if (bytes === null) continue;
    if (memory === null || memory[own] === null) {
      parts.set(name, { bytes, origins: [at(shared, key)] });
    } else if (parts.get(name)?.bytes !== bytes) {
      context.ignore(shared, key, "the process says otherwise and wins", at(memory, own));
    }
  }
  if (shared.frameworkBytes === null) return;
  context.noEffect(
    shared,
    "frameworkBytes",
    "Flink divides it into heap and off-heap, and one number does not say how",
    "Set memory.framework_heap and memory.framework_off_heap of the processes.",
  );
}

function addMetaspace(context: ConfigurationContext, parts: Parts): void {
  const { jvm } = context.process;
  const shared = context.model.taskManagers?.memory ?? null;
  if (isStated(jvm?.metaspaceMaxBytes)) {
    const origins = [at(jvm, "metaspaceMaxBytes")];
    parts.set("metaspaceSize", { bytes: jvm.metaspaceMaxBytes, origins });
  } else if (isStated(shared?.jvmMetaspaceBytes)) {
    const origins = [at(shared, "jvmMetaspaceBytes")];
    parts.set("metaspaceSize", { bytes: shared.jvmMetaspaceBytes, origins });
  } else if (isStated(jvm?.metaspaceBytes) && jvm.metaspaceBytes > defaultMetaspaceSize) {
    // The JVM refuses to begin above its own ceiling.
    const origins = [at(jvm, "metaspaceBytes")];
    parts.set("metaspaceSize", { bytes: jvm.metaspaceBytes, origins });
  }
}

/** Flink reserves 40 % for managed memory, which state on the heap does not use. */
function addHashmapDefault(context: ConfigurationContext, parts: Parts): void {
  const binding = context.process.stateBackendBinding;
  if (binding === null || stateBackendKind(context) !== "hashmap") return;
  if (parts.has("managedSize") || parts.has("taskHeapSize")) return;
  parts.set("managedSize", {
    bytes: 0,
    origins: [at(binding, "type")],
    comment: `${context.path(binding)}: state on the heap uses no managed memory`,
  });
}

/** Flink would not count it, and the container would be killed. */
function addRocksdbOutsideManaged(
  context: ConfigurationContext,
  slots: number,
  parts: Parts,
): void {
  const binding = context.process.stateBackendBinding;
  if (binding?.type !== "rocksdb" || isManaged(binding)) return;
  const { memory } = binding;
  if (memory === null || memory.perSlotBytes === null) return;
  const own = parts.get("taskOffHeapSize");
  const added = memory.perSlotBytes * slots;
  parts.set("taskOffHeapSize", {
    bytes: (own?.bytes ?? 0) + added,
    origins: [...(own?.origins ?? []), at(memory, "perSlotBytes")],
    comment: `${context.path(memory, "perSlotBytes")}: ${megabytes(added)} of RocksDB, counted into the process`,
  });
}

function networkRange(
  memory: ProcessMemory | null,
  shared: TaskManagerSizingMemoryFlink | null,
  slots: number,
): PartRange {
  const stated = (["network", "networkMinBytes", "networkMaxBytes"] as const).filter((key) =>
    isStated(memory?.[key]),
  );
  if (memory === null || stated.length === 0) {
    const bytes = shared?.networkBytes ?? null;
    return shared === null || bytes === null
      ? { origins: [] }
      : { min: bytes, max: bytes, origins: [at(shared, "networkBytes")] };
  }
  const origins = stated.map((key) => at(memory, key));
  const { network, networkMinBytes, networkMaxBytes } = memory;
  if (network?.kind === "bytes") {
    return { min: network.bytes * slots, max: network.bytes * slots, origins };
  }
  return {
    ...(network === null ? {} : { fraction: network.fraction }),
    ...(networkMinBytes === null ? {} : { min: networkMinBytes * slots }),
    ...(networkMaxBytes === null ? {} : { max: networkMaxBytes * slots }),
    origins,
  };
}

function overheadRange(context: ConfigurationContext): PartRange {
  const shared = context.model.taskManagers?.memory ?? null;
  const bytes = shared?.jvmOverheadBytes ?? null;
  return shared === null || bytes === null
    ? { origins: [] }
    : { min: bytes, max: bytes, origins: [at(shared, "jvmOverheadBytes")] };
}
