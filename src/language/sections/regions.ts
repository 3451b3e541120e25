// The rows of `regions`: the regions an environment runs in.
import { from } from "../build-property.js";
import type { Section } from "../property.js";

const example = from("XM");

export const regions: Section = {
  kind: "named",
  summary: "Regions of this environment and their roles, by alias.",
  block: {
    noun: "region",
    discriminator: null,
    common: {
      name: example.text("Cloud region, such as us-east-1: the key of every overlay; unique.", {
        modelName: "regionName",
        required: true,
        // Names a folder of the output, and a part of a manifest's name, where dots part it.
        pattern: "^[A-Za-z0-9][A-Za-z0-9_-]*$",
        form: "a name of letters, digits, _ and -",
      }),
      role: example.choice("Role in normal operation.", ["active", "standby"], { required: true }),
      priority: example.integer("Order of promotion, 1 first; regions may share a number.", {
        minimum: 1,
      }),
      data_residency: example.text("Area that data must not leave, such as EU."),
      failover: example.map("Hints for taking over, for a standby region.", {
        auto_promote: example.boolean("Take over without an operator."),
        health_check_interval: example.duration("Time between two health checks."),
        promotion_delay: example.duration("Wait before taking over."),
      }),
    },
    variants: {},
    synonyms: [],
    regionalSwitch: null,
  },
};
