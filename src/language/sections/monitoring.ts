// The section `monitoring`: metrics, traces, logs and alert rules. Conditions are parsed by the model.
import { from } from "../build-property.js";
import type { Block, ListType, Properties, Section } from "../property.js";

const spec = from("§7.1");
const rules = from("§7.2");
const xm = from("XM");

const regional: Properties = {
  regional: xm.boolean("Whether the settings have an overlay per region.", { default: false }),
};

const metrics: Block = {
  noun: "metrics",
  discriminator: "type",
  common: {
    port: spec.integer("Port that metrics are scraped from.", { minimum: 1, maximum: 65_535 }),
    path: spec.text("HTTP path that metrics are scraped from."),
    labels: spec.free("Labels on every series.", "label name", { kind: "text" }),
    ...regional,
    federation: xm.map("Aggregation above a region; stands below a region.", {
      global_aggregator: xm.endpoints("Server that collects from every region, as host:port."),
    }),
  },
  variants: { prometheus: {}, datadog: {}, cloudwatch: {} },
  synonyms: [],
  regionalSwitch: "regional",
};

const tracing: Block = {
  noun: "tracing",
  discriminator: "type",
  common: {
    endpoint: spec.url("Address of the collector.", ["http", "https"], { required: true }),
    sampling_rate: spec.number("Share of traces that is kept, 0 to 1.", {
      minimum: 0,
      maximum: 1,
    }),
    ...regional,
  },
  variants: { jaeger: {}, zipkin: {}, otel: {} },
  synonyms: [],
  regionalSwitch: "regional",
};

const output: Properties = {
  type: spec.choice("Kind of destination.", ["stdout", "file", "elasticsearch", "loki"], {
    required: true,
  }),
  endpoint: spec.url(
    "Address of the store; needed for elasticsearch and loki.",
    ["http", "https"],
    {
      sensitive: "connection",
    },
  ),
  index_pattern: spec.text(
    "Index name with a date part such as %{+YYYY.MM.dd}; elasticsearch only.",
  ),
};

const logging: Block = {
  noun: "logging",
  discriminator: null,
  common: {
    level: spec.choice("Lowest level that is written.", ["DEBUG", "INFO", "WARN", "ERROR"]),
    format: spec.choice("Form of a line.", ["json", "text", "logfmt"]),
    outputs: spec.list("Where lines go.", { kind: "map", properties: output }),
  },
  variants: {},
  synonyms: [],
  regionalSwitch: null,
};

const alerts: ListType = {
  kind: "list",
  items: {
    kind: "map",
    properties: {
      name: rules.text("Name of the rule, unique in the list.", { required: true }),
      condition: rules.text(
        'Comparison that fires the rule, such as "checkpoint_failures > 3 in 10m".',
        {
          required: true,
        },
      ),
      severity: rules.choice("How urgent the alert is.", ["info", "warning", "critical"], {
        required: true,
      }),
      // A webhook address is often a credential itself, so one that a variable feeds stays a reference.
      channels: rules.list(
        "Who is told: slack://channel, pagerduty://service, email://address or a webhook's URL.",
        { kind: "text", format: "url", schemes: ["slack", "pagerduty", "email", "http", "https"] },
        { sensitive: "connection" },
      ),
    },
  },
};

export const monitoring: Section = {
  kind: "fixed",
  summary: "Metrics, traces, logs and alert rules.",
  blocks: { metrics, tracing, logging, alerts },
};
