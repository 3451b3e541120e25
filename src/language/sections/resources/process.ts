// The rows of one process below `resources`, also those of `_defaults` and of each group.
// Defaults here apply to the merged result only: an entry of `_defaults` that omits a row leaves it
// to the table, never the other way round.
import { from } from "../../build-property.js";
import type { Properties, Synonym } from "../../property.js";
import { cores } from "../cores.js";
import { javaClassName } from "../java-class-name.js";
import { planning } from "./planning.js";
import { runtime } from "./runtime.js";
import { scaling } from "./scaling.js";

const spec = from("§4.7");
const module = from("RA");
const regions = from("XM");
const ours = from("addition");

const links: Properties = {
  checkpoint: ours.text("Name of the entry of checkpoints that this process uses."),
  state_backend: ours.text("Name of the entry of state_backends that this process uses."),
  jar: ours.text("URI or path of the job's jar; else the application's first artifact is taken."),
  main_class: ours.text(
    "Class with the main method; else the one of deployment.application.",
    javaClassName,
  ),
  args: ours.list("Program arguments; replace those of deployment.application.", {
    kind: "text",
    anyScalar: true,
    words: true,
  }),
  flink_options: ours.free(
    "Flink options that no other property sets, written as Flink spells them.",
    "Flink option",
    { kind: "text", anyScalar: true, words: true },
    { keyPattern: "^[A-Za-z][A-Za-z0-9_.-]*$", sensitive: "by-key" },
  ),
};

const sizing: Properties = {
  parallelism: spec.either(
    "Parallel instances; a map adds the bounds of automatic scaling.",
    [
      { kind: "integer", minimum: 1 },
      {
        kind: "map",
        properties: {
          initial: module.integer("Instances at the start, from min to max; required in a map.", {
            minimum: 1,
          }),
          min: module.integer("Fewest instances; required in a map.", { minimum: 1 }),
          max: module.integer("Most instances; required in a map.", { minimum: 1 }),
        },
      },
    ],
    { scalarAs: "initial", default: 1 },
  ),
  max_parallelism: spec.integer(
    "Key groups, the ceiling of any later rescaling; at least parallelism, Flink's own default applies.",
    { minimum: 1 },
  ),
  task_memory: spec.size("Memory of one task slot.", { default: "1gb", positive: true }),
  task_cpu: spec.number(
    "CPU cores of one task slot.",
    { minimum: 0.1, maximum: cores.maximum },
    { default: 1 },
  ),
  operators: module.free("Settings of single operators.", "operator name", {
    kind: "map",
    properties: {
      parallelism: module.integer(
        "Parallel instances of this operator; those of the process when absent.",
        { minimum: 1 },
      ),
    },
  }),
};

/** Everything legal for a process except `_group`. */
export const processProperties: Properties = {
  ...sizing,
  ...links,
  ...runtime,
  ...scaling,
  ...planning,
  regional: regions.boolean("Sizing differs by region: one overlay per region name follows.", {
    default: false,
  }),
};

/** The group a process builds upon. */
export const groupProperty: Properties = {
  _group: module.text("Name of the entry of _groups whose values this process starts from."),
};

export const processSynonyms: readonly Synonym[] = [
  { canonical: "memory.managed", spelled: "managed_memory", bothSet: "error" },
  { canonical: "memory.network", spelled: "network_memory", bothSet: "error" },
  {
    canonical: "network.exclusive_buffers_per_channel",
    spelled: "network.buffers_per_channel",
    bothSet: "error-if-different",
  },
  {
    canonical: "network.memory_segment_size",
    spelled: "network.buffer_size",
    bothSet: "error-if-different",
  },
  {
    canonical: "slot_sharing.groups",
    spelled: "slot_sharing_group",
    bothSet: "error",
    as: "slot-sharing-groups",
  },
];
