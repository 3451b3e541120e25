// How the memory of task manager and job manager is divided. The language sizes one task slot, Flink
// the whole process: parts are multiplied by the slots, and the result is checked as Flink checks it.
import { diagnose } from "../../../diagnostics/catalogue/index.js";
import { jobManagerMemory } from "../memory/job-manager-memory.js";
import { MEGABYTE } from "../memory/jvm-memory.js";
import { megabytes } from "../memory/memory-result.js";
import type { TaskManagerMemory } from "../memory/task-manager-memory.js";
import { shippedJobManagerSize } from "../java-options.js";
import { at, type ConfigurationContext } from "./context.js";
import { sizeText } from "./option-text.js";
import { isManaged } from "./rocksdb.js";
import type { TaskManagerSizing } from "./sizing.js";
import { stateBackendKind } from "./state-backend.js";
import { taskManagerMemoryOptions } from "./task-manager-memory-options.js";
import { isStated } from "../../../model/is-stated.js";

const smallHeap = 128 * MEGABYTE;

/** Memory options of both components, and the refusals of Flink. */
export function memory(context: ConfigurationContext, sizing: TaskManagerSizing): void {
  jobManager(context);
  const divided = taskManagerMemoryOptions(context, sizing);
  if (divided === null) return;
  checkHeap(context, divided, sizing);
  checkRocksdb(context, divided, sizing);
}

function jobManager(context: ConfigurationContext): void {
  const { cluster } = context.model;
  const key = "jobmanager.memory.process.size";
  if (cluster.jobManagerMemoryBytes === null) {
    // The emitted file replaces the shipped one, and Flink starts no job manager without a size.
    context.set(key, shippedJobManagerSize, [], "what Flink's own file sets");
    return;
  }
  const outcome = jobManagerMemory({ processSize: cluster.jobManagerMemoryBytes });
  context.copy(key, cluster, "jobManagerMemoryBytes", sizeText);
  if (outcome.ok) {
    if (outcome.memory.heap < smallHeap) {
      context.warn(
        cluster,
        "jobManagerMemoryBytes",
        `it leaves ${megabytes(outcome.memory.heap)} of heap to the job manager, which needs 128 MB`,
      );
    }
    return;
  }
  context.say(
    diagnose(
      "E903",
      context.span(cluster, "jobManagerMemoryBytes"),
      {
        component: "job manager",
        process: context.process.name,
        arithmetic: outcome.refusal.message,
      },
      { help: "A job manager starts with 577mb; 1600mb is what Flink's own file gives it." },
    ),
  );
}

function checkHeap(
  context: ConfigurationContext,
  divided: TaskManagerMemory,
  sizing: TaskManagerSizing,
): void {
  if (divided.taskHeap < smallHeap) {
    context.say(
      diagnose(
        "W904",
        context.span(context.process, "taskMemoryBytes"),
        { process: context.process.name, heap: megabytes(divided.taskHeap) },
        { help: "Raise task_memory, or lower memory.managed." },
      ),
    );
  }
  const binding = context.process.stateBackendBinding;
  const most = binding?.type === "hashmap" ? (binding.memory?.maxHeapSizeBytes ?? null) : null;
  if (binding?.type !== "hashmap" || binding.memory === null || most === null) return;
  const heapOfSlot = divided.taskHeap / sizing.slots.value;
  if (most > heapOfSlot) {
    context.refuse(
      binding.memory,
      "maxHeapSizeBytes",
      `a slot of "${context.process.name}" has ${megabytes(heapOfSlot)} of heap, less than ${megabytes(most)}`,
      "Raise task_memory of the process.",
    );
  }
}

function checkRocksdb(
  context: ConfigurationContext,
  divided: TaskManagerMemory,
  sizing: TaskManagerSizing,
): void {
  const binding = context.process.stateBackendBinding;
  if (stateBackendKind(context) !== "rocksdb" || binding === null) return;
  if (binding.type === "rocksdb" && !isManaged(binding)) return;
  const managedOfSlot = divided.managed / sizing.slots.value;
  const { memory: stated } = context.process;
  if (divided.managed === 0 && isStated(stated?.managed)) {
    context.contradict(
      at(stated, "managed"),
      at(binding, "type"),
      "RocksDB without managed memory has no cache and write buffers without a limit",
      "Leave memory.managed out for Flink's default of 40 %, or give it a size.",
    );
    return;
  }
  if (binding.type !== "rocksdb") return;
  const perSlot = binding.memory?.perSlotBytes ?? null;
  if (binding.memory !== null && perSlot !== null) {
    const enough = managedOfSlot >= perSlot;
    context.ignore(
      binding.memory,
      "perSlotBytes",
      `RocksDB shares the managed memory of its slot, ${megabytes(managedOfSlot)}${enough ? "" : `, which is less than ${megabytes(perSlot)}`}`,
      at(binding.memory, "managed"),
    );
  }
  // Flink's formula of the write buffer manager: two thirds of half of the managed memory.
  const buffers = managedOfSlot / 3;
  const wanted = binding.options?.writeBufferSizeBytes ?? null;
  if (binding.options !== null && wanted !== null && wanted >= buffers) {
    context.warn(
      binding.options,
      "writeBufferSizeBytes",
      `all write buffers of a slot of "${context.process.name}" share ${megabytes(buffers)}, so that they are flushed before they are full`,
      "Raise memory.managed of the process, or lower write_buffer_size.",
    );
  }
}
