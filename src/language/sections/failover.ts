// The rows of `failover`: which region takes over from which, and how.
import { from } from "../build-property.js";
import type { Section } from "../property.js";

const example = from("XM");

const traffic = example.map("How traffic moves to the other region.", {
  dns_ttl: example.duration("Lifetime of the DNS record."),
  gradual_switch: example.boolean("Move traffic in steps."),
  switch_percentage_per_step: example.integer(
    "Percent of traffic moved in one step; required for a gradual switch.",
    { minimum: 1, maximum: 100 },
  ),
  step_interval: example.duration("Pause between steps; required for a gradual switch."),
});

export const failover: Section = {
  kind: "named",
  summary: "Which region takes over from which, by plan name.",
  block: {
    noun: "failover plan",
    discriminator: null,
    common: {
      primary: example.text("Name of the region that is protected.", { required: true }),
      secondary: example.text("Name of the region that takes over; null when there is none.", {
        required: true,
        nullable: true,
      }),
      detection: example.map("When the primary counts as failed.", {
        health_check_interval: example.duration("Time between two health checks."),
        failure_threshold: example.integer("Failed checks in a row that mean failure.", {
          minimum: 1,
        }),
        recovery_threshold: example.integer("Good checks in a row that mean recovery.", {
          minimum: 1,
        }),
      }),
      promotion: example.map("How the secondary takes over.", {
        auto_promote: example.boolean(
          "Take over without an operator; must be false when secondary is null.",
        ),
        promotion_delay: example.duration("Wait before taking over."),
        // A webhook address is often a credential itself, as in monitoring.alerts.
        notification_channels: example.list(
          "Who is told: slack://channel, pagerduty://service, email://address or an https URL.",
          { kind: "text", format: "url", schemes: ["slack", "pagerduty", "email", "https"] },
          { sensitive: "connection" },
        ),
      }),
      traffic,
    },
    variants: {},
    synonyms: [],
    regionalSwitch: null,
  },
};
