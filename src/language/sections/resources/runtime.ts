// How a process uses its memory, network, JVM and slots: rows of one process below `resources`.
import { from } from "../../build-property.js";
import type { Properties } from "../../property.js";
import { cores } from "../cores.js";

const module = from("RA");
const spec = from("§4.7");

const memory = module.map("How task_memory is split; relative parts sum to at most 100%.", {
  heap: module.memory("Heap for user code: a size, or a share of task_memory."),
  managed: spec.memory(
    "Managed memory outside the heap, used by RocksDB; Flink's own default applies.",
  ),
  network: spec.memory("Memory for network buffers; Flink's own default applies."),
  network_min: module.size("Least memory for network buffers."),
  network_max: module.size("Most memory for network buffers."),
  framework_heap: module.size("Heap reserved for Flink itself."),
  framework_off_heap: module.size("Memory outside the heap reserved for Flink itself."),
  task_off_heap: module.size("Memory outside the heap for user code; 0 is allowed."),
});

const network = module.map("Network stack between tasks.", {
  exclusive_buffers_per_channel: module.integer("Buffers that belong to one channel.", {
    minimum: 0,
  }),
  floating_buffers_per_gate: module.integer("Buffers that the channels of one gate share.", {
    minimum: 0,
  }),
  memory_segment_size: module.size(
    "Size of one network buffer; Flink's own default (32kb) applies.",
    { positive: true },
  ),
  buffer_timeout: module.duration("A buffer that is not full is sent after this time."),
});

const backpressure = module.map("Flow control between tasks.", {
  credit_based: module.boolean("Senders wait for credit of the receiver."),
  buffer_debloat: module.map("Adapt the data in flight to the throughput.", {
    enabled: module.boolean("Turn debloating on."),
    target: module.duration("Time in which the data in flight should be consumed."),
    min_buffers: module.integer("Fewest buffers; at most max_buffers.", { minimum: 0 }),
    max_buffers: module.integer("Most buffers.", { minimum: 0 }),
  }),
});

const slotSharing = module.map("Which operators may share a task slot.", {
  enabled: module.boolean("Use the groups below."),
  groups: module.list("Sharing groups.", {
    kind: "map",
    properties: {
      name: module.text("Name of the group.", { required: true }),
      operators: module.list(
        "Members by operator name; * stands for any text.",
        { kind: "text" },
        { required: true },
      ),
    },
  }),
});

const constraints = module.map("Where the pods of this process may run.", {
  node_labels: module.free("Labels that a node must carry.", "node label", { kind: "text" }),
  anti_affinity: module.list("Node groups to stay away from.", { kind: "text" }),
  topology: module.map("Spreading over failure domains.", {
    spread_constraint: module.text("Domain to spread over, such as zone."),
  }),
});

/** Memory, JVM, network, slots and placement. */
export const runtime: Properties = {
  memory,
  jvm: module.map("Settings of the Java virtual machine.", {
    options: module.list("Flags passed to the JVM.", { kind: "text", words: true }),
    metaspace: module.size("Metaspace at the start."),
    metaspace_max: module.size("Ceiling of the metaspace."),
  }),
  cpu_shares: module.integer(
    "CPU weight relative to other containers.",
    { minimum: 2 },
    { default: 1024 },
  ),
  kubernetes: module.map("Settings that only Kubernetes knows.", {
    cpu: module.map("CPU of a pod.", {
      request: module.number("Cores reserved; at most the limit.", cores),
      limit: module.number("Cores a pod may burst to.", cores),
    }),
  }),
  network,
  backpressure,
  slot_sharing: slotSharing,
  co_location: module.list("Groups of operators forced into the same slot.", {
    kind: "list",
    items: { kind: "text" },
  }),
  constraints,
};
