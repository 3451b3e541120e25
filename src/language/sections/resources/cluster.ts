// The reserved entries of `resources` that size the cluster: task managers, job manager, quotas.
import { from } from "../../build-property.js";
import type { Block, MapType } from "../../property.js";
import { cores } from "../cores.js";
import { storageSchemes } from "../storage-schemes.js";

const module = from("RA");

const workerMemory: MapType = {
  kind: "map",
  properties: {
    total: module.size("Whole process; at least the sum of its parts."),
    flink: module.map("The part that Flink divides itself.", {
      heap: module.size("Heap for user code."),
      managed: module.size("Managed memory outside the heap."),
      network: module.size("Memory for network buffers."),
      framework: module.size("Heap reserved for Flink itself."),
      task_off_heap: module.size("Memory outside the heap for user code; 0 is allowed."),
    }),
    jvm_metaspace: module.size("Metaspace of the JVM."),
    jvm_overhead: module.size("Reserve for the JVM: threads, code cache."),
  },
};

export const taskManagers: Block = {
  noun: "task manager sizing",
  discriminator: null,
  common: {
    count: module.integer("Number of task managers.", { minimum: 1 }),
    cpu: module.number("CPU cores of one task manager.", cores),
    slots_per_manager: module.integer("Task slots of one task manager; required with auto_size.", {
      minimum: 1,
      // The largest parallelism of Flink.
      maximum: 32_768,
    }),
    auto_size: module.map("Derive the number of task managers; count wins when set.", {
      total_parallelism: module.integer(
        "Slots needed in all, divided by slots_per_manager and rounded up; required with auto_size.",
        { minimum: 1 },
      ),
    }),
    memory: module.either(
      "Memory of one task manager: the whole process, or its parts.",
      [{ kind: "size" }, workerMemory],
      { scalarAs: "total" },
    ),
  },
  variants: {},
  synonyms: [
    {
      canonical: "slots_per_manager",
      spelled: "auto_size.slots_per_manager",
      bothSet: "error-if-different",
    },
  ],
  regionalSwitch: null,
};

export const jobManager: Block = {
  noun: "job manager sizing",
  discriminator: null,
  common: {
    memory: module.size("Memory of the job manager process."),
    cpu: module.number("CPU cores of the job manager.", cores),
    ha: module.map("High availability of the job manager.", {
      type: module.choice("Service that elects the leader; required with ha.", [
        "zookeeper",
        "kubernetes",
      ]),
      zookeeper_quorum: module.endpoints("ZooKeeper servers; required for zookeeper."),
      storage_dir: module.location(
        "URI of the folder for recovery metadata; required with ha.",
        storageSchemes,
      ),
    }),
    web: module.map("The web UI and its REST API.", {
      port: module.integer("Port of the web UI.", { minimum: 1, maximum: 65535 }),
      submit_enable: module.boolean("Allow jars to be uploaded; better off in production."),
    }),
  },
  variants: {},
  synonyms: [],
  regionalSwitch: null,
};

export const quota: Block = {
  noun: "quota",
  discriminator: null,
  common: {
    max_total_parallelism: module.integer("Bound for the sum of parallelism.", { minimum: 1 }),
    max_total_memory: module.size("Bound for the sum of memory."),
    max_processes: module.integer("Bound for the number of processes.", { minimum: 1 }),
  },
  variants: {},
  synonyms: [],
  regionalSwitch: null,
};
