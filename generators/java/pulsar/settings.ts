// Settings of Pulsar sources and sinks by the options of the connector, and what it cannot do.
import { code } from "../../../src/encode/leaf.js";
import type { PulsarStream } from "../../../src/model/bindings.js";
import type { Named } from "../../../src/model/infra-model.js";
import {
  contradiction,
  exceeds,
  ignored,
  risky,
  type Place,
} from "../../../src/targets/kafka/places.js";
import { reportImpossible } from "../confirming.js";
import { isStatedIn, type JavaContext } from "../context.js";
import { freeRows, javaLong, type OptionRow } from "../option-rows.js";
import { authParameters } from "./authentication.js";

function row<Owner extends object>(
  constant: string,
  owner: Owner,
  key: keyof Owner & string,
  write: (value: number) => OptionRow["value"] = (value) => value,
): readonly OptionRow[] {
  const value = owner[key] as number | boolean | null;
  if (value === null) return [];
  const written = typeof value === "boolean" ? code(String(value)) : write(value);
  return [{ key: code(constant), value: written, from: [owner, key] }];
}

const microseconds = (milliseconds: number): OptionRow["value"] => javaLong(milliseconds * 1000);

/** Options of the client, for source and sink alike. */
export function clientOptions({ tls }: Named<PulsarStream>): readonly OptionRow[] {
  if (tls === null || tls.enabled !== true) return [];
  const verify = code("PulsarOptions.PULSAR_TLS_HOSTNAME_VERIFICATION_ENABLE");
  return [
    ...(tls.trustCertPath === null
      ? []
      : [
          {
            key: code("PulsarOptions.PULSAR_TLS_TRUST_CERTS_FILE_PATH"),
            value: tls.trustCertPath,
            from: [tls, "trustCertPath"] as const,
          },
        ]),
    ...row("PulsarOptions.PULSAR_TLS_ALLOW_INSECURE_CONNECTION", tls, "allowInsecure"),
    // Off by default, which leaves TLS open to any host with a trusted certificate.
    { key: verify, value: code(String(tls.allowInsecure !== true)), from: null },
  ];
}

export function sourceOptions({ consumer }: Named<PulsarStream>): readonly OptionRow[] {
  if (consumer === null) return [];
  const options = "PulsarSourceOptions";
  return [
    ...row(`${options}.PULSAR_RECEIVER_QUEUE_SIZE`, consumer, "receiverQueueSize"),
    ...row(`${options}.PULSAR_ACK_TIMEOUT_MILLIS`, consumer, "acknowledgmentTimeoutMs", javaLong),
  ];
}

export function sinkOptions(
  context: JavaContext,
  { producer }: Named<PulsarStream>,
): readonly OptionRow[] {
  if (producer === null) return [];
  const options = "PulsarSinkOptions";
  return [
    ...row(`${options}.PULSAR_BATCHING_ENABLED`, producer, "batchingEnabled"),
    ...row(`${options}.PULSAR_BATCHING_MAX_MESSAGES`, producer, "batchingMaxMessages"),
    ...row(
      `${options}.PULSAR_BATCHING_MAX_PUBLISH_DELAY_MICROS`,
      producer,
      "batchingMaxPublishDelayMs",
      microseconds,
    ),
    ...row(`${options}.PULSAR_SEND_TIMEOUT_MS`, producer, "sendTimeoutMs", javaLong),
    ...(isStatedIn(context, producer, "compression")
      ? [
          {
            key: code(`${options}.PULSAR_COMPRESSION_TYPE`),
            value: code(`CompressionType.${producer.compression}`),
            from: [producer, "compression"] as const,
          },
        ]
      : []),
  ];
}

/** `properties` by the connector's own names; those of the login are in its parameters. */
export function freePulsarRows(
  context: JavaContext,
  { auth, properties }: Named<PulsarStream>,
  role: "source" | "sink",
): readonly OptionRow[] {
  if (properties === null) return [];
  const parameters = new Set<string>(auth?.type ? authParameters[auth.type] : []);
  const wanted = new Set(["pulsar.client", ...(role === "source" ? sourceKeys : sinkKeys)]);
  return freeRows(context, properties, parameters).filter(({ key, from }) => {
    const group = String(key).split(".").slice(0, 2).join(".");
    if (!known.has(group) && from !== null)
      ignored(
        context,
        from,
        "the connector knows only names that start with pulsar.client., .consumer., .producer., .source. or .sink.",
      );
    return wanted.has(group);
  });
}

const sourceKeys = ["pulsar.consumer", "pulsar.source"];
const sinkKeys = ["pulsar.producer", "pulsar.sink"];
const known: ReadonlySet<string> = new Set(["pulsar.client", ...sourceKeys, ...sinkKeys]);

export function checkSource(context: JavaContext, stream: Named<PulsarStream>): void {
  checkShared(context, stream);
  const { consumer } = stream;
  if (consumer === null) return;
  if (
    isStatedIn(context, consumer, "subscriptionType") &&
    consumer.subscriptionType !== "Exclusive"
  ) {
    const problem =
      "it subscribes exclusively, so that each message has one reader and one position";
    const place: Place = [consumer, "subscriptionType"];
    const help = "Set it to Exclusive, or remove it.";
    reportImpossible(context, place, "the Pulsar connector", problem, help);
  }
  checkAcknowledgement(context, consumer);
  if (consumer.negativeAckRedeliveryDelayMs !== null)
    ignored(context, [consumer, "negativeAckRedeliveryDelayMs"], "the source rejects no message");
  if (consumer.deadLetterPolicy !== null)
    ignored(
      context,
      [consumer, "deadLetterPolicy"],
      "brokers set messages of shared subscriptions aside, and the source subscribes exclusively",
      'Use "error_handling.deserialization.action: dlq".',
    );
}

/** Messages are acknowledged with a checkpoint: a shorter timeout delivers each of them for ever. */
function checkAcknowledgement(
  context: JavaContext,
  consumer: NonNullable<PulsarStream["consumer"]>,
): void {
  const timeout = consumer.acknowledgmentTimeoutMs ?? 0;
  if (timeout === 0) return;
  const slow = context.model.processes.find(
    ({ checkpointBinding }) => (checkpointBinding?.checkpoint?.intervalMs ?? Infinity) >= timeout,
  );
  if (slow === undefined) return;
  const checkpoint = slow.checkpointBinding?.checkpoint ?? null;
  const interval = checkpoint?.intervalMs ?? null;
  const spacing = interval === null ? "and it takes none" : "which are further apart";
  exceeds(
    context,
    [consumer, "acknowledgmentTimeoutMs"],
    "what it must outlast",
    `messages are acknowledged with the checkpoints of "${slow.name}", ${spacing}: they would be delivered again and again`,
    "Raise it well above the checkpoint interval, or remove it.",
    checkpoint === null || interval === null ? null : [checkpoint, "intervalMs"],
  );
}

export function checkSink(context: JavaContext, stream: Named<PulsarStream>): void {
  checkShared(context, stream);
}

function checkShared(context: JavaContext, stream: Named<PulsarStream>): void {
  const { tls, serviceUrl } = stream;
  if (typeof serviceUrl !== "string")
    risky(
      context,
      [stream, "serviceUrl"],
      "is read where the job starts, and becomes part of the job graph",
      "Keep credentials out of it: they belong to auth.",
    );
  const connectivity = stream.errorHandling?.connectivity ?? null;
  if (connectivity !== null) {
    for (const key of Object.keys(connectivity)) {
      if (isStatedIn(context, connectivity, key))
        ignored(context, [connectivity, key], "clients of Pulsar connect again for ever");
    }
  }
  if (stream.adminUrl !== null)
    ignored(context, [stream, "adminUrl"], "sources and sinks ask the brokers themselves");
  if (tls === null) return;
  if (tls.enabled !== true) {
    for (const key of ["trustCertPath", "allowInsecure"] as const) {
      if (tls[key] !== null) ignored(context, [tls, key], '"enabled" is not true');
    }
    return;
  }
  if (typeof serviceUrl === "string" && /^(?:pulsar|http):/u.test(serviceUrl))
    contradiction(
      context,
      [tls, "enabled"],
      [stream, "serviceUrl"],
      "the address is one without TLS",
      'Write "pulsar+ssl://" and the port for TLS, usually 6651.',
    );
  if (tls.allowInsecure === true)
    risky(
      context,
      [tls, "allowInsecure"],
      "accepts any certificate: whoever answers at the address is taken for the broker",
      'Name the authority with "trust_cert_path" instead.',
    );
}
