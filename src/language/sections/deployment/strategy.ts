// The rows of `deployment.strategy`: how a new version replaces the old one.
import { from } from "../../build-property.js";
import type { ListType } from "../../property.js";

const module = from("DT");
const example = from("XM");

const hook: ListType = {
  kind: "list",
  items: {
    kind: "map",
    properties: {
      action: module.choice(
        "What is done or checked.",
        ["savepoint", "verify_health", "verify_mirror_lag", "verify_processing_rate"],
        { required: true },
      ),
      timeout: module.duration("Deadline of savepoint and verify_health."),
      threshold: example.number(
        "Pass mark: records of lag, or share of the old rate; required for those two checks.",
      ),
    },
  },
};

const canary = module.map("Moves a growing share of traffic to the new version.", {
  steps: module.list(
    "Steps with rising weights; the last is 100.",
    {
      kind: "map",
      properties: {
        weight: module.integer(
          "Percent of traffic.",
          { minimum: 1, maximum: 100 },
          { required: true },
        ),
        duration: module.duration("How long the step is held; required except on the last step."),
        metrics: module.list("Conditions that must hold to go on, such as error_rate < 0.01.", {
          kind: "text",
        }),
      },
    },
    { required: true },
  ),
  rollback: module.map("Return to the old version during the steps.", {
    enabled: module.boolean("Allow the return."),
    on_metrics_failure: module.boolean("Return when a condition does not hold."),
  }),
});

const regionalRollout = example.map("Order of regions; required for rolling_regional.", {
  order: example.list("Region names, first to last.", { kind: "text" }, { required: true }),
  delay_between_regions: example.duration("Pause before the next region."),
  validation_time: example.duration("How long a region is watched."),
});

const hooks = module.map("Steps around an upgrade.", {
  pre_upgrade: module.list("Before the upgrade.", hook.items),
  post_upgrade: module.list("After the upgrade.", hook.items),
  pre_regional_upgrade: example.list("Before each region; for rolling_regional.", hook.items),
  post_regional_upgrade: example.list("After each region; for rolling_regional.", hook.items),
});

export const strategy = module.map("How a new version is rolled out.", {
  type: module.choice(
    "Kind of roll-out.",
    ["rolling_update", "blue_green", "canary", "rolling_regional"],
    { required: true },
  ),
  rolling: module.map("Limits of a rolling update.", {
    max_unavailable: module.integer("Pods that may be missing; not 0 together with max_surge.", {
      minimum: 0,
    }),
    max_surge: module.integer("Extra pods allowed.", { minimum: 0 }),
    partition: module.integer("First pod ordinal that is updated.", { minimum: 0 }),
  }),
  blue_green: module.map("Runs two versions side by side.", {
    switch_traffic_after: module.text("Check that opens the switch, such as verify_health."),
    keep_old_version: module.duration("How long the old version keeps running."),
    traffic: module.map("How traffic moves.", {
      type: module.choice("At once, or in steps.", ["instant", "gradual"]),
    }),
  }),
  canary,
  regional_rollout: regionalRollout,
  rollback: example.map("Return to the old version after the roll-out.", {
    auto_rollback: example.boolean("Return without an operator."),
    triggers: example.list("Conditions that cause it; required when on.", { kind: "text" }),
  }),
  hooks,
});
