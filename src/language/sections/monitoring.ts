// The section `monitoring`: metrics, traces, logs and alert rules. Conditions are parsed by the model.
import { from } from "../build-property.js";
import type { Block, ListType, Properties, Section } from "../property.js";

const spec = from("§7.1");
const rules = from("§7.2");
const xm = from("XM");
const own = from("addition");

const regional: Properties = {
  regional: xm.boolean("Whether the settings have an overlay per region.", { default: false }),
};

const metrics: Block = {
  noun: "metrics",
  discriminator: "type",
  common: {
    port: spec.integer("Port that metrics are scraped from.", { minimum: 1, maximum: 65_535 }),
    path: spec.text("HTTP path that metrics are scraped from."),
    labels: spec.free("Labels on every series.", "label name", { kind: "text", words: true }),
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

// A webhook address is often a credential itself, so one that a variable feeds stays a reference.
const channels = rules.list(
  "Who is told: slack://channel, pagerduty://service, email://address or a webhook's URL.",
  { kind: "text", format: "url", schemes: ["slack", "pagerduty", "email", "http", "https"] },
  { sensitive: "connection" },
);

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
      channels,
    },
  },
};

const defaultAlerts: Block = {
  noun: "default alerts",
  discriminator: null,
  common: {
    enabled: own.boolean("Whether every job gets the default alerts.", { default: true }),
    channels: {
      ...channels,
      summary: "Who is told of the default alerts; else the channels of notifications.",
      source: "addition",
    },
    down_after: own.duration("Time without a running job that raises JobDown.", { default: "5m" }),
    max_restarts: own.integer(
      "Restarts in 15 minutes that are no reason for JobRestarting.",
      { minimum: 0 },
      { default: 3 },
    ),
    max_checkpoint_failures: own.integer(
      "Failed checkpoints in 30 minutes that are no reason for CheckpointsFailing.",
      { minimum: 0 },
      { default: 3 },
    ),
    max_checkpoint_age: own.duration(
      "Time without a completed checkpoint that raises CheckpointTooOld; else three intervals, at least 10 minutes.",
    ),
    max_consumer_lag: own.integer(
      "Unread records, for 10 minutes, beyond which ConsumerLagHigh is raised.",
      { minimum: 1 },
      { default: 100_000 },
    ),
    max_backpressure: own.percentage(
      "Share of the time that a task may wait, for 10 minutes, before BackpressureHigh is raised.",
      { default: "50%" },
    ),
  },
  variants: {},
  synonyms: [],
  regionalSwitch: null,
};

const notifications: Block = {
  noun: "notifications",
  discriminator: null,
  common: {
    channels: {
      ...channels,
      summary: "Who is told of alerts that name no channel of their own.",
      source: "addition",
    },
    group_wait: own.duration("Time that the first alerts of a group wait for others.", {
      default: "30s",
    }),
    group_interval: own.duration("Time between messages about a group that changed.", {
      default: "5m",
    }),
    repeat_interval: own.duration("Time after which an alert that still fires is told again.", {
      default: "4h",
    }),
    email: own.map("The mail server; needed for email:// channels.", {
      smarthost: own.text("Mail server, as host:port.", {
        required: true,
        pattern: "^(\\[[0-9A-Fa-f:]+\\]|[A-Za-z0-9._-]+):[0-9]{1,5}$",
        form: "host:port",
      }),
      from: own.text("Sender of the messages.", {
        required: true,
        pattern: "^[^@\\s]+@[^@\\s]+$",
        form: "an e-mail address",
      }),
      username: own.text("Login name at the mail server."),
      password: own.text("Password at the mail server, as a reference.", {
        sensitive: "credential",
      }),
      require_tls: own.boolean("Whether the connection must be encrypted.", { default: true }),
    }),
  },
  variants: {},
  synonyms: [],
  regionalSwitch: null,
};

export const monitoring: Section = {
  kind: "fixed",
  summary: "Metrics, traces, logs and alert rules.",
  blocks: { metrics, tracing, logging, alerts, default_alerts: defaultAlerts, notifications },
};
