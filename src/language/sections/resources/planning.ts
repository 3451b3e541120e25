// Targets and bounds that sizing is checked against: rows of one process below `resources`.
import { from } from "../../build-property.js";
import type { Properties } from "../../property.js";
import { cores } from "../cores.js";

const module = from("RA");

const autoSize = module.map("Derive parallelism and memory from the expected load.", {
  based_on: module.choice("Model used for sizing.", ["throughput"]),
  events_per_second: module.integer("Expected events per second; required for throughput.", {
    minimum: 1,
  }),
  bytes_per_event: module.size("Size of one event."),
  processing_time_ms: module.number("Work for one event, in milliseconds.", { above: 0 }),
});

const sla = module.map("What the process promises.", {
  throughput: module.map("Events per second.", {
    min: module.integer("Floor, in events per second.", { minimum: 0 }),
    target: module.integer("Goal, in events per second.", { minimum: 0 }),
  }),
  latency: module.map("Time from arrival to result, where p50 <= p99 <= max.", {
    p50: module.duration("Latency of half of the events."),
    p99: module.duration("Latency of 99 out of 100 events."),
    max: module.duration("Latency of the slowest event."),
  }),
  availability: module.percentage("Share of time that the process is up, 0% to 100%."),
});

/** `capacity`, `auto_size`, `sla`, `limits` and `cost`. */
export const planning: Properties = {
  capacity: module.map("Load that sizing should be good for.", {
    target_throughput: module.integer("Events per second.", { minimum: 0 }),
    target_latency_p99: module.duration("Latency of 99 out of 100 events."),
  }),
  auto_size: autoSize,
  sla,
  limits: module.map("Bounds that the sizing must not exceed, checked before generating.", {
    max_parallelism: module.integer("Bound for parallelism.", { minimum: 1 }),
    max_task_memory: module.size("Bound for task_memory."),
    max_task_cpu: module.number("Bound for task_cpu, in cores.", cores),
  }),
  cost: module.map("Spending rules.", {
    max_monthly_cost: module.number("Bound for the cost of a month, in US dollars.", {
      minimum: 0,
    }),
    instance_type_allowlist: module.list("Cloud instance types that may be used.", {
      kind: "text",
    }),
  }),
};
