// The memory of one task manager, part by part: from the process first, else from `_task_managers`.
// What the language says per slot is multiplied by the slots; the division itself is Flink's model.
import { diagnose } from "../../../diagnostics/catalogue/index.js";
import type { ProcessMemory, TaskManagerSizingMemoryFlink } from "../../../model/bindings.js";
import type { ValueOrigin } from "../../../model/value-origin.js";
import { defaultMetaspaceSize, defaultOverhead, MEGABYTE } from "../memory/jvm-memory.js";
import { megabytes } from "../memory/memory-result.js";
import {
  taskManagerMemory,
  type TaskManagerMemory,
  type TaskManagerMemorySettings,
} from "../memory/task-manager-memory.js";
import { at, type ConfigurationContext } from "./context.js";
import { numberText, sizeText } from "./option-text.js";
import { isManaged } from "./rocksdb.js";
import type { TaskManagerSizing } from "./sizing.js";
import { stateBackendKind } from "./state-backend.js";
import { isSet } from "./is-set.js";

interface Part {
  readonly bytes: number;
  readonly origins: readonly ValueOrigin[];
  readonly comment?: string;
}

const partOptions = {
  taskHeapSize: "task.heap.size",
  managedSize: "managed.size",
  taskOffHeapSize: "task.off-heap.size",
  frameworkHeapSize: "framework.heap.size",
  frameworkOffHeapSize: "framework.off-heap.size",
  metaspaceSize: "jvm-metaspace.size",
} as const;

type PartName = keyof typeof partOptions;

/** Collects the parts, then writes the options of the task manager. */
export class TaskManagerParts {
  readonly #context: ConfigurationContext;
  readonly #sizing: TaskManagerSizing;
  readonly #parts = new Map<PartName, Part>();
  #managedFraction: number | undefined;
  #network: { min?: number; max?: number; fraction?: number } = {};
  #overhead: { min?: number; max?: number } = {};

  constructor(context: ConfigurationContext, sizing: TaskManagerSizing) {
    this.#context = context;
    this.#sizing = sizing;
  }

  collect(): void {
    const { process, model } = this.#context;
    if (process.memory !== null) this.#processParts(process.memory);
    this.#clusterParts(model.taskManagers?.memory?.flink ?? null);
    this.#network = this.#networkOf(process.memory);
    this.#metaspace();
    this.#overheadOf();
    this.#backendDefaults();
  }

  /** Writes the options; null where Flink would refuse them. */
  divide(): TaskManagerMemory | null {
    const context = this.#context;
    const { processBytes } = this.#sizing;
    this.#set("process.size", processBytes.value, processBytes.origins, processBytes.derivation);
    const outcome = this.#outcome();
    for (const [name, part] of this.#parts)
      this.#set(partOptions[name], part.bytes, part.origins, part.comment ?? null);
    const owner = context.process.memory;
    if (this.#managedFraction !== undefined && owner !== null) {
      context.set("taskmanager.memory.managed.fraction", numberText(this.#managedFraction), [
        at(owner, "managed"),
      ]);
    }
    this.#writeRange(
      "network",
      this.#network,
      owner === null ? this.#clusterOrigin("networkBytes") : this.#networkOrigins(owner),
    );
    const sizes = context.model.taskManagers?.memory ?? null;
    this.#writeRange(
      "jvm-overhead",
      this.#overhead,
      isSet(sizes?.jvmOverheadBytes) ? [at(sizes, "jvmOverheadBytes")] : processBytes.origins,
    );
    return outcome;
  }

  #settings(): TaskManagerMemorySettings {
    const parts = Object.fromEntries([...this.#parts].map(([name, { bytes }]) => [name, bytes]));
    const segment = this.#context.process.network?.memorySegmentSizeBytes ?? undefined;
    return {
      ...parts,
      processSize: this.#sizing.processBytes.value,
      managedFraction: this.#managedFraction,
      network: this.#network,
      overhead: this.#overhead,
      slots: this.#sizing.slots.value,
      segmentSize: segment,
    };
  }

  #outcome(): TaskManagerMemory | null {
    const context = this.#context;
    const first = taskManagerMemory(this.#settings());
    if (first.ok) return first.memory;
    // Heap and managed memory fixed inside a fixed process: what is left becomes overhead.
    if (first.refusal.reason === "overhead-outside-range" && this.#overhead.max === undefined) {
      const rest = this.#rest();
      if (rest > defaultOverhead.max) {
        this.#overhead = { max: rest };
        const second = taskManagerMemory(this.#settings());
        if (second.ok) {
          const unused = megabytes(rest - defaultOverhead.max);
          const arithmetic = `${megabytes(this.#sizing.processBytes.value)} - the parts = ${megabytes(rest)} of JVM overhead, of which Flink takes ${megabytes(defaultOverhead.max)} at most`;
          context.say(
            diagnose(
              "W907",
              context.span(context.process),
              { amount: unused, arithmetic },
              {
                help: "Raise memory.heap or memory.managed, or leave one of them to Flink.",
              },
            ),
          );
          return second.memory;
        }
      }
    }
    this.#refuse(first.refusal.message);
    return null;
  }

  /** What a task manager of unlimited overhead would have left for it. */
  #rest(): number {
    const { processSize, overhead: _overhead, ...parts } = this.#settings();
    const around = taskManagerMemory({ ...parts, overhead: { min: 0, max: 0 } });
    return around.ok ? (processSize ?? 0) - around.memory.process : 0;
  }

  #refuse(arithmetic: string): void {
    const context = this.#context;
    const { slots } = this.#sizing;
    const smallest = this.#smallest();
    context.say(
      diagnose(
        "E903",
        context.span(context.process, "taskMemoryBytes"),
        { component: "task manager", process: context.process.name, arithmetic },
        {
          help:
            smallest === null
              ? "Leave out the parts that need not be fixed; Flink then derives them."
              : `Set task_memory to at least ${String(smallest / MEGABYTE)}mb${slots.value === 1 ? "" : `, for each of ${String(slots.value)} slots`}.`,
        },
      ),
    );
  }

  /** The smallest slot, in whole megabytes, with which Flink starts; null: size is not the reason. */
  #smallest(): number | null {
    const { slots, processBytes } = this.#sizing;
    const starts = (bytes: number): boolean =>
      taskManagerMemory({ ...this.#settings(), processSize: bytes * slots.value }).ok;
    let low = Math.floor(processBytes.value / slots.value / MEGABYTE);
    let high = 64 * 1024;
    if (!starts(high * MEGABYTE)) return null;
    while (low + 1 < high) {
      const middle = Math.floor((low + high) / 2);
      if (starts(middle * MEGABYTE)) high = middle;
      else low = middle;
    }
    return high * MEGABYTE;
  }

  #processParts(stated: ProcessMemory): void {
    const context = this.#context;
    const slots = this.#sizing.slots.value;
    const perSlot = (
      name: PartName,
      bytes: number | null,
      key: keyof ProcessMemory & string,
    ): void => {
      if (bytes === null) return;
      const origins = [at(stated, key)];
      const part = { bytes: bytes * slots, origins };
      this.#parts.set(
        name,
        slots === 1
          ? part
          : {
              ...part,
              comment: `${context.path(stated, key)}: ${megabytes(bytes)} for each of ${String(slots)} slots`,
            },
      );
    };
    perSlot("taskHeapSize", stated.heap?.kind === "bytes" ? stated.heap.bytes : null, "heap");
    perSlot(
      "managedSize",
      stated.managed?.kind === "bytes" ? stated.managed.bytes : null,
      "managed",
    );
    perSlot("taskOffHeapSize", stated.taskOffHeapBytes, "taskOffHeapBytes");
    // Flink's own share is one for the whole process.
    for (const [name, key] of [
      ["frameworkHeapSize", "frameworkHeapBytes"],
      ["frameworkOffHeapSize", "frameworkOffHeapBytes"],
    ] as const) {
      const bytes = stated[key];
      if (bytes !== null) this.#parts.set(name, { bytes, origins: [at(stated, key)] });
    }
    if (stated.managed?.kind === "fraction") this.#managedFraction = stated.managed.fraction;
    this.#fractions(stated);
  }

  #fractions(stated: ProcessMemory): void {
    const context = this.#context;
    const shares = (["heap", "managed", "network"] as const).flatMap((key) => {
      const amount = stated[key];
      return amount?.kind === "fraction" ? [{ key, fraction: amount.fraction }] : [];
    });
    const sum = shares.reduce((total, { fraction }) => total + fraction, 0);
    const last = shares.at(-1);
    if (last === undefined) return;
    if (sum > 1 + 1e-9) {
      context.refuse(
        stated,
        last.key,
        `the shares of memory sum to ${String(Math.round(sum * 1000) / 10)} %, which is more than all`,
      );
    }
    for (const { key } of shares) {
      if (key === "heap") {
        context.differs(
          stated,
          key,
          "Flink has no share for the heap: it is what the other parts leave",
        );
        continue;
      }
      context.say(
        diagnose("N905", context.span(stated, key), {
          property: context.path(stated, key),
          base: "total Flink memory, which is the process without metaspace and JVM overhead",
        }),
      );
    }
  }

  #clusterParts(stated: TaskManagerSizingMemoryFlink | null): void {
    if (stated === null) return;
    const context = this.#context;
    const memoryOfProcess = context.process.memory;
    for (const [name, key, own] of [
      ["taskHeapSize", "heapBytes", "heap"],
      ["managedSize", "managedBytes", "managed"],
      ["taskOffHeapSize", "taskOffHeapBytes", "taskOffHeapBytes"],
    ] as const) {
      const bytes = stated[key];
      if (bytes === null) continue;
      if (memoryOfProcess !== null && memoryOfProcess[own] !== null) {
        const differs = this.#parts.get(name)?.bytes !== bytes;
        if (differs)
          context.ignore(
            stated,
            key,
            "the process says otherwise and wins",
            at(memoryOfProcess, own),
          );
        continue;
      }
      this.#parts.set(name, { bytes, origins: [at(stated, key)] });
    }
    if (stated.frameworkBytes !== null) {
      context.noEffect(
        stated,
        "frameworkBytes",
        "Flink divides it into heap and off-heap, and one number does not say how",
        "Set memory.framework_heap and memory.framework_off_heap of the processes.",
      );
    }
  }

  #clusterOrigin(key: "networkBytes"): readonly ValueOrigin[] {
    const stated = this.#context.model.taskManagers?.memory?.flink ?? null;
    return stated === null ? [] : [at(stated, key)];
  }

  #networkOrigins(stated: ProcessMemory): readonly ValueOrigin[] {
    const keys = (["network", "networkMinBytes", "networkMaxBytes"] as const).filter(
      (key) => stated[key] !== null,
    );
    return keys.length === 0
      ? this.#clusterOrigin("networkBytes")
      : keys.map((key) => at(stated, key));
  }

  #networkOf(stated: ProcessMemory | null): { min?: number; max?: number; fraction?: number } {
    const slots = this.#sizing.slots.value;
    const min = stated?.networkMinBytes ?? null;
    const max = stated?.networkMaxBytes ?? null;
    const amount = stated?.network ?? null;
    if (stated !== null && amount?.kind === "bytes") {
      for (const [key, bound, breaks] of [
        ["networkMinBytes", min, min !== null && amount.bytes < min],
        ["networkMaxBytes", max, max !== null && amount.bytes > max],
      ] as const) {
        if (bound !== null && breaks) {
          this.#context.contradict(
            at(stated, "network"),
            at(stated, key),
            `${megabytes(amount.bytes)} is outside the bound ${megabytes(bound)}`,
          );
        }
      }
      return { min: amount.bytes * slots, max: amount.bytes * slots };
    }
    const shared = this.#context.model.taskManagers?.memory?.flink?.networkBytes ?? null;
    if (amount === null && min === null && max === null && shared !== null)
      return { min: shared, max: shared };
    return {
      ...(amount?.kind === "fraction" ? { fraction: amount.fraction } : {}),
      ...(min === null ? {} : { min: min * slots }),
      ...(max === null ? {} : { max: max * slots }),
    };
  }

  #metaspace(): void {
    const { process, model } = this.#context;
    const { jvm } = process;
    const shared = model.taskManagers?.memory ?? null;
    if (isSet(jvm?.metaspaceMaxBytes)) {
      this.#parts.set("metaspaceSize", {
        bytes: jvm.metaspaceMaxBytes,
        origins: [at(jvm, "metaspaceMaxBytes")],
      });
    } else if (isSet(shared?.jvmMetaspaceBytes)) {
      this.#parts.set("metaspaceSize", {
        bytes: shared.jvmMetaspaceBytes,
        origins: [at(shared, "jvmMetaspaceBytes")],
      });
    } else if (isSet(jvm?.metaspaceBytes) && jvm.metaspaceBytes > defaultMetaspaceSize) {
      // The JVM refuses to begin above its own ceiling.
      this.#parts.set("metaspaceSize", {
        bytes: jvm.metaspaceBytes,
        origins: [at(jvm, "metaspaceBytes")],
      });
    }
    if (
      isSet(jvm?.metaspaceBytes) &&
      jvm.metaspaceMaxBytes !== null &&
      jvm.metaspaceBytes > jvm.metaspaceMaxBytes
    ) {
      this.#context.contradict(
        at(jvm, "metaspaceBytes"),
        at(jvm, "metaspaceMaxBytes"),
        "it begins above its ceiling",
      );
    }
  }

  #overheadOf(): void {
    const bytes = this.#context.model.taskManagers?.memory?.jvmOverheadBytes ?? null;
    if (bytes !== null) this.#overhead = { min: bytes, max: bytes };
  }

  /** What the kind of state asks for where the file leaves managed memory open. */
  #backendDefaults(): void {
    const context = this.#context;
    const binding = context.process.stateBackendBinding;
    const open =
      !this.#parts.has("managedSize") &&
      !this.#parts.has("taskHeapSize") &&
      this.#managedFraction === undefined;
    if (binding !== null && stateBackendKind(context) === "hashmap" && open) {
      this.#parts.set("managedSize", {
        bytes: 0,
        origins: [at(binding, "type")],
        comment: `${context.path(binding)}: state on the heap uses no managed memory`,
      });
    }
    if (binding?.type !== "rocksdb" || isManaged(binding)) return;
    const perSlot = binding.memory?.perSlotBytes ?? null;
    if (binding.memory === null || perSlot === null) return;
    // RocksDB would take this from outside the budget of the process, and the container be killed.
    const own = this.#parts.get("taskOffHeapSize");
    const added = perSlot * this.#sizing.slots.value;
    this.#parts.set("taskOffHeapSize", {
      bytes: (own?.bytes ?? 0) + added,
      origins: [...(own?.origins ?? []), at(binding.memory, "perSlotBytes")],
      comment: `${context.path(binding.memory, "perSlotBytes")}: ${megabytes(added)} of RocksDB, counted into the process`,
    });
  }

  #set(
    option: string,
    bytes: number,
    origins: readonly ValueOrigin[],
    comment: string | null,
  ): void {
    const text =
      comment?.includes(": ") === false
        ? `resources.${this.#context.process.name}: ${comment}`
        : comment;
    this.#context.set(`taskmanager.memory.${option}`, sizeText(bytes), origins, text ?? undefined);
  }

  #writeRange(
    option: string,
    range: { min?: number; max?: number; fraction?: number },
    origins: readonly ValueOrigin[],
  ): void {
    const prefix = `taskmanager.memory.${option}`;
    if (range.min !== undefined) this.#context.set(`${prefix}.min`, sizeText(range.min), origins);
    if (range.max !== undefined) this.#context.set(`${prefix}.max`, sizeText(range.max), origins);
    if (range.fraction !== undefined)
      this.#context.set(`${prefix}.fraction`, numberText(range.fraction), origins);
  }
}
