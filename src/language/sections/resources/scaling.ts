// Automatic scaling and telemetry of one process below `resources`.
import { from } from "../../build-property.js";
import type { Properties } from "../../property.js";

const module = from("RA");

const autoScale = module.map("Scaling driven by load.", {
  enabled: module.boolean("Turn automatic scaling on."),
  metrics: module.list("Signals that scaling follows.", {
    kind: "map",
    properties: {
      type: module.choice("Signal that scaling follows.", ["kafka_lag", "cpu_utilization"], {
        required: true,
      }),
      target: module.number(
        "Value to hold: records of lag per partition, or percent of CPU.",
        {},
        { required: true },
      ),
    },
  }),
  cooldown_period: module.duration("Pause between two scalings."),
  scale_up_factor: module.number("Factor by which parallelism grows.", { above: 1 }),
  scale_down_factor: module.number("Factor, 0 to 1, by which parallelism shrinks.", {
    minimum: 0,
    maximum: 1,
  }),
});

const monitoring = module.map("Telemetry of the resources in use.", {
  resource_metrics: module.map("Usage metrics.", {
    enabled: module.boolean("Publish usage metrics."),
    interval: module.duration("Time between two samples."),
  }),
  alerts: module.list("Alerts on the resources of this process.", {
    kind: "map",
    properties: {
      name: module.text("Name of the alert.", { required: true }),
      condition: module.text("When it fires, such as cpu_utilization > 90%.", { required: true }),
      action: module.choice("What should happen.", ["scale_up", "scale_down", "alert"], {
        required: true,
      }),
    },
  }),
});

/** `auto_scale` and `monitoring`. */
export const scaling: Properties = { auto_scale: autoScale, monitoring };
