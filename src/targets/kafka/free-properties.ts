// `properties` of a Kafka binding: settings of the clients by their own names. Says which reach which
// client, and what is wrong with the others.
import { diagnose } from "../../diagnostics/catalogue/index.js";
import { nearestName } from "../../language/nearest-name.js";
import type { Text } from "../../model/bindings.js";
import { kafkaClientsOf } from "../flink/connectors.js";
import {
  kafkaClientOptions,
  type KafkaClientOption,
  type KafkaClientRole,
  type KafkaClientVersion,
} from "./client-options.js";
import { checkSecurity } from "./login.js";
import { ignored, placePath, risky, type KafkaContext } from "./places.js";

type Properties = Readonly<Record<string, Text>>;

/** Settings that belong to the sink, the source or another property: refused. */
const owned: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "bootstrap.servers": '"brokers" is for it',
    "group.id": '"consumer.group_id" is for it',
    "transactional.id": "the sink names each of its transactions",
    "transaction.two.phase.commit.enable": "the sink commits with the checkpoint",
  }),
);

/** Settings that the source or the sink overwrites, or that do nothing there. */
const unused: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "key.deserializer": "the source reads bytes and decodes them itself",
    "value.deserializer": "the source reads bytes and decodes them itself",
    "key.serializer": "the sink encodes records itself and writes bytes",
    "value.serializer": "the sink encodes records itself and writes bytes",
    "auto.offset.reset": 'the source takes "consumer.auto_offset_reset"',
    "client.id.prefix": "the source names its clients after process and stream",
    "session.timeout.ms": "the source assigns partitions itself and joins no group",
    "heartbeat.interval.ms": "the source assigns partitions itself and joins no group",
    "partition.assignment.strategy": "the source assigns partitions itself and joins no group",
    "group.instance.id": "the source assigns partitions itself and joins no group",
    "group.protocol": "the source assigns partitions itself and joins no group",
    "group.remote.assignor": "the source assigns partitions itself and joins no group",
    "max.poll.interval.ms": "the source assigns partitions itself and joins no group",
  }),
);

/** Settings that the clients of one role overwrite, and those of the other take. */
const overwritten: ReadonlyMap<string, { readonly by: KafkaClientRole; readonly why: string }> =
  new Map([
    ["client.id", { by: "consumer", why: "the source names its clients after process and stream" }],
  ]);

/** Parts of the login, which loginOf puts together. */
const loginParts: ReadonlySet<string> = new Set(["sasl.username", "sasl.password"]);

/** Options of Flink's own source and sink that are given as client settings. */
const flinkOptions: ReadonlyMap<string, KafkaClientRole> = new Map([
  ["partition.discovery.interval.ms", "consumer"],
  ["commit.offsets.on.checkpoint", "consumer"],
  ["register.consumer.metrics", "consumer"],
  ["register.producer.metrics", "producer"],
]);

const choices: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    "security.protocol": ["PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"],
    acks: ["all", "-1", "0", "1"],
    "isolation.level": ["read_committed", "read_uncommitted"],
    "compression.type": ["none", "gzip", "snappy", "lz4", "zstd"],
  }),
);

const order: readonly KafkaClientVersion[] = ["3.4", "3.9", "4.2"];

/** The keys of `properties` that a client of this role is given, in their order. */
export function freeSettings(properties: Properties, role: KafkaClientRole): readonly string[] {
  return Object.keys(properties).filter((key) => {
    if (owned.has(key) || unused.has(key) || loginParts.has(key)) return false;
    if (overwritten.get(key)?.by === role) return false;
    const wanted = flinkOptions.get(key) ?? kafkaClientOptions().get(key)?.role ?? "both";
    return wanted === "both" || wanted === role;
  });
}

/** Checks the properties of one binding, whose clients have `roles`. */
export function checkFreeProperties(
  context: KafkaContext,
  properties: Properties | null,
  roles: readonly KafkaClientRole[],
): void {
  if (properties === null) return;
  for (const key of Object.keys(properties)) checkProperty(context, properties, key, roles);
  checkSecurity(context, properties);
}

function checkProperty(
  context: KafkaContext,
  properties: Properties,
  key: string,
  roles: readonly KafkaClientRole[],
): void {
  const place = [properties, key] as const;
  const reason = owned.get(key);
  if (reason !== undefined) {
    const values = { property: placePath(context, place), reason };
    context.report(diagnose("E782", context.origins.span(...place), values, removeIt));
    return;
  }
  const why = unused.get(key);
  if (why !== undefined) {
    ignored(context, place, why);
    return;
  }
  const lost = overwritten.get(key);
  if (lost !== undefined && roles.every((each) => each === lost.by)) {
    ignored(context, place, lost.why);
    return;
  }
  if (loginParts.has(key)) return;
  const role = flinkOptions.get(key);
  const option = kafkaClientOptions().get(key);
  const wanted = role ?? option?.role ?? "both";
  if (wanted !== "both" && !roles.includes(wanted))
    ignored(context, place, `only a ${wanted} has it, and the stream has none`);
  if (role !== undefined || key.startsWith("config.providers.")) return;
  if (option === undefined) unknown(context, properties, key);
  else checkOption(context, properties, option);
}

const removeIt = { help: "Remove it." };

function unknown(context: KafkaContext, properties: Properties, key: string): void {
  const near = nearestName(key, [...kafkaClientOptions().keys()]);
  const help =
    near === null
      ? "Plugins of the clients may know it; clients themselves only log that they do not."
      : `Did you mean "${near}"?`;
  const version = kafkaClientsOf(context.line);
  const span = context.origins.span(properties, key);
  context.report(diagnose("W780", span, { version, key }, { help }));
}

function checkOption(
  context: KafkaContext,
  properties: Properties,
  option: KafkaClientOption,
): void {
  const { name } = option;
  const place = [properties, name] as const;
  const version = kafkaClientsOf(context.line);
  if (order.indexOf(version) < order.indexOf(option.since))
    ignored(
      context,
      place,
      `clients ${version}, which Flink ${context.line} brings, have no such setting`,
    );
  if (option.gone && version === "4.2") ignored(context, place, "clients 4.0 and later dropped it");
  const value = properties[name];
  if (typeof value !== "string") return;
  const problem = problemOf(option, value);
  if (problem !== null) {
    const values = { property: placePath(context, place), problem };
    context.report(diagnose("E703", context.origins.span(...place), values));
  }
  if (name === "enable.auto.commit" && value === "true") {
    const help = "Remove it: offsets are committed with each checkpoint.";
    risky(context, place, "commits offsets of records that no checkpoint holds yet", help);
  }
}

function problemOf({ name, kind }: KafkaClientOption, value: string): string | null {
  const known = choices.get(name);
  if (known !== undefined && !known.includes(value)) return `it must be one of ${known.join(", ")}`;
  if (kind === "integer" && !/^-?\d+$/u.test(value)) return "it must be an integer";
  if (kind === "number" && !/^-?\d+(?:\.\d+)?$/u.test(value)) return "it must be a number";
  if (kind === "boolean" && value !== "true" && value !== "false")
    return "it must be true or false";
  return null;
}
