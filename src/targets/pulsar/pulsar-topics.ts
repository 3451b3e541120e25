// The Pulsar topics of a model, by the cluster that holds them, as all their bindings together state
// them, with what Pulsar would refuse. Decides no command.
import { diagnose } from "../../diagnostics/catalogue/index.js";
import type { PulsarStream } from "../../model/bindings.js";
import type { InfraModel, Named } from "../../model/infra-model.js";
import type { Place, RuleContext } from "../../model/rules/rule-context.js";
import {
  folderName,
  freeName,
  groupedBy,
  mergedSettings,
  type NonEmpty,
  type Setting,
} from "../topics/settings.js";

/** One topic, as all its bindings together state it; null: left alone. */
export interface PulsarTopic {
  /** `persistent://tenant/namespace/topic`. */
  readonly name: string;
  /** Null: without partitions when it is created. */
  readonly partitions: Setting | null;
  readonly retentionMinutes: Setting | null;
  readonly retentionMegabytes: Setting | null;
  readonly compaction: Setting | null;
  readonly uses: NonEmpty<PulsarUse>;
}

/** Topics that are reached the same way. */
export interface PulsarCluster {
  readonly name: string;
  /** A binding whose address and login lead there. */
  readonly binding: Named<PulsarStream>;
  readonly topics: readonly PulsarTopic[];
}

interface PulsarUse {
  readonly path: string;
  readonly name: Place;
  readonly topic: string;
  readonly binding: Named<PulsarStream>;
  readonly settings: readonly Setting[];
}

/** The clusters of `model`; reports what Pulsar would refuse. */
export function pulsarClusters(model: InfraModel, context: RuleContext): readonly PulsarCluster[] {
  const uses = model.streams.flatMap((stream) =>
    stream.type === "pulsar" ? usesOf(stream, context) : [],
  );
  const taken = new Set<string>();
  return [...groupedBy(uses, accessOf).values()].map((ofCluster) => {
    const [{ binding }] = ofCluster;
    const { serviceUrl } = binding;
    const address = typeof serviceUrl === "string" ? serviceUrl.replace(/^[^:]*:\/\//u, "") : "";
    return {
      name: freeName(folderName(address, "pulsar"), taken),
      binding,
      topics: [...groupedBy(ofCluster, ({ topic }) => topic)].map(([topic, ofTopic]) =>
        topicOf(topic, ofTopic, context),
      ),
    };
  });
}

function accessOf({ binding: { serviceUrl, adminUrl, auth, tls } }: PulsarUse): string {
  return JSON.stringify([serviceUrl, adminUrl, auth, tls]);
}

function usesOf(binding: Named<PulsarStream>, context: RuleContext): readonly PulsarUse[] {
  const path = `streams.${binding.name}`;
  const uses: PulsarUse[] = [
    {
      path,
      name: { object: binding, key: "topic" },
      topic: binding.topic,
      binding,
      settings: settingsOf(binding, context),
    },
  ];
  const decoding = binding.errorHandling?.deserialization ?? null;
  if (decoding !== null && decoding.action === "dlq" && decoding.dlqTopic !== null) {
    uses.push({
      path: `${path}.error_handling.deserialization`,
      name: { object: decoding, key: "dlqTopic" },
      topic: decoding.dlqTopic,
      binding,
      settings: [],
    });
  }
  const policy = binding.consumer?.deadLetterPolicy ?? null;
  if (policy !== null && policy.deadLetterTopic !== null) {
    uses.push({
      path: `${path}.consumer.dead_letter_policy`,
      name: { object: policy, key: "deadLetterTopic" },
      topic: policy.deadLetterTopic,
      binding,
      settings: [],
    });
  }
  return uses;
}

const minute = 60_000;
const megabyte = 1_048_576;

function settingsOf(binding: PulsarStream, context: RuleContext): readonly Setting[] {
  const rows = [
    ["partitions", binding.partitions],
    ["retentionTimeMs", rounded(binding, "retentionTimeMs", minute, "a minute", context)],
    ["retentionSizeBytes", rounded(binding, "retentionSizeBytes", megabyte, "1mb", context)],
    ["compaction", binding.compaction],
  ] as const;
  return rows.flatMap(([name, value]) =>
    value === null ? [] : [{ name, value, place: { object: binding, key: name }, stated: true }],
  );
}

/** Pulsar counts retention in whole minutes and megabytes. */
function rounded(
  binding: PulsarStream,
  key: "retentionTimeMs" | "retentionSizeBytes",
  unit: number,
  words: string,
  context: RuleContext,
): number | null {
  const value = binding[key];
  if (value === null) return null;
  if (value % unit !== 0) {
    const place = { object: binding, key };
    const problem = `is rounded up: Pulsar counts in steps of ${words}`;
    const help = `Write a multiple of ${words}.`;
    const values = { property: context.path(place), problem };
    context.report(diagnose("W755", context.span(place), values, { help }));
  }
  return Math.ceil(value / unit);
}

function topicOf(name: string, uses: NonEmpty<PulsarUse>, context: RuleContext): PulsarTopic {
  const all = uses.flatMap(({ settings }) => settings);
  const settings = mergedSettings(`topic ${name}`, all, context);
  const topic: PulsarTopic = {
    name,
    partitions: settings.get("partitions") ?? null,
    retentionMinutes: settings.get("retentionTimeMs") ?? null,
    retentionMegabytes: settings.get("retentionSizeBytes") ?? null,
    compaction: settings.get("compaction") ?? null,
    uses,
  };
  checkTopic(topic, context);
  return topic;
}

// ---- what Pulsar refuses

function checkTopic(topic: PulsarTopic, context: RuleContext): void {
  const { name, uses, retentionMinutes, retentionMegabytes, compaction } = topic;
  const problem = topicNameProblem(name);
  if (problem !== null) {
    const values = { name, what: "Pulsar topic", problem };
    const help = "Write persistent://tenant/namespace/topic.";
    context.report(diagnose("E790", context.span(uses[0].name), values, { help }));
  }
  if (name.startsWith("non-persistent:")) {
    for (const setting of [retentionMinutes, retentionMegabytes, compaction]) {
      if (setting !== null) context.ignored(setting.place, "a non-persistent topic keeps nothing");
    }
  }
  checkRetention(retentionMinutes, retentionMegabytes, context);
}

/** Pulsar takes "nothing is kept" only as both zero. */
function checkRetention(time: Setting | null, size: Setting | null, context: RuleContext): void {
  if (time === null || size === null) {
    const only = time ?? size;
    if (only?.value !== 0) return;
    const values = {
      property: context.path(only.place),
      problem: "zero needs the other limit of retention to be zero, too",
    };
    const help = "State retention_time and retention_size, or neither.";
    context.report(diagnose("E703", context.span(only.place), values, { help }));
    return;
  }
  if ((time.value === 0) === (size.value === 0)) return;
  context.contradiction(
    size.place,
    time.place,
    "Pulsar takes a zero only for both",
    "Make both zero, or neither.",
  );
}

function topicNameProblem(name: string): string | null {
  const parts = /^(?:non-)?persistent:\/\/([^/]+)\/([^/]+)\/([^/]+)$/u.exec(name);
  if (parts === null) return "is no full path";
  const [, tenant = "", namespace = "", local = ""] = parts;
  for (const part of [tenant, namespace]) {
    if (!/^[-=:.\w]+$/u.test(part))
      return "may hold only letters, digits and -=:._ in tenant and namespace";
  }
  if (!/^[^\s\p{C}]+$/u.test(local)) return "holds a space or a control character";
  if (/-partition-\d+$/u.test(local)) return "ends as only the partition of a topic does";
  return null;
}
