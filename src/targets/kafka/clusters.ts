// Which topics live on one Kafka cluster, as one administrator reaches it: the same brokers and the
// same security settings. What several bindings say of one topic becomes one topic.
import type { RuntimeReference } from "../../document/node.js";
import type { Text } from "../../model/bindings.js";
import { addressesOf } from "../../model/broker-addresses.js";
import type { InfraModel } from "../../model/infra-model.js";
import type { RuleContext } from "../../model/rules/rule-context.js";
import { adminProperties, type ClientProperties } from "./admin-properties.js";
import {
  folderName,
  freeName,
  groupedBy,
  mergedSettings,
  type NonEmpty,
  type Setting,
} from "../topics/settings.js";
import { rightWords, topicUses, type Right, type TopicUse } from "./topic-uses.js";

/** One topic, as all its bindings together state it. */
export interface KafkaTopic {
  readonly name: string;
  readonly partitions: Setting | null;
  readonly replication: Setting | null;
  /** Sorted by key. */
  readonly configuration: readonly Setting[];
  readonly rights: readonly Right[];
  /** The bindings that name it, the first one first. */
  readonly uses: readonly [TopicUse, ...TopicUse[]];
}

/** One script's worth of topics. */
export interface KafkaCluster {
  /** For folders and messages: `kafka-0.example.com-9094`, or the variable that holds the brokers. */
  readonly name: string;
  readonly brokers: Text;
  readonly client: ClientProperties;
  /** In the order of their first use. */
  readonly topics: readonly KafkaTopic[];
}

/** Brokers that belong together, whatever the security settings. */
export interface BrokerGroup {
  readonly brokers: Text;
  readonly topics: readonly KafkaTopic[];
}

export interface ClusterPlan {
  readonly groups: readonly BrokerGroup[];
  readonly clusters: readonly KafkaCluster[];
}

/** The clusters of `model`. Reports E750 for a topic that two bindings state differently. */
export function kafkaClusters(model: InfraModel, context: RuleContext): ClusterPlan {
  const groups: BrokerGroup[] = [];
  const clusters: KafkaCluster[] = [];
  const names = new Set<string>();
  for (const { brokers, uses } of byBrokers(topicUses(model, context.origins))) {
    const topics = [...groupedBy(uses, ({ topic }) => topic)].map(([name, ofTopic]) =>
      mergedTopic(name, ofTopic, context),
    );
    groups.push({ brokers, topics });
    const byClient = groupedBy(topics, ({ uses: [first] }) =>
      JSON.stringify(adminProperties(first.binding.properties)),
    );
    for (const ofClient of byClient.values()) {
      const client = adminProperties(ofClient[0].uses[0].binding.properties);
      const name = freeName(clusterName(brokers), names);
      clusters.push({ name, brokers, client, topics: ofClient });
    }
  }
  return { groups, clusters };
}

// ---- brokers

interface UsesOfBrokers {
  readonly brokers: Text;
  readonly uses: TopicUse[];
  /** The group that took this one's place. */
  into: UsesOfBrokers | null;
}

/** A broker belongs to one cluster: lists that share one are lists of the same cluster. */
function byBrokers(uses: readonly TopicUse[]): readonly UsesOfBrokers[] {
  const groups: UsesOfBrokers[] = [];
  const byAddress = new Map<string, UsesOfBrokers>();
  for (const use of uses) {
    const addresses = addressesOf(use.brokers);
    let mine: UsesOfBrokers | null = null;
    for (const address of addresses) {
      const found = byAddress.get(address);
      if (found === undefined) continue;
      const other = latest(found);
      if (mine === null) mine = other;
      else if (mine !== other) {
        mine.uses.push(...other.uses.splice(0));
        other.into = mine;
      }
    }
    if (mine === null) groups.push((mine = { brokers: use.brokers, uses: [], into: null }));
    mine.uses.push(use);
    for (const address of addresses) byAddress.set(address, mine);
  }
  return groups.filter(({ into }) => into === null);
}

function latest(group: UsesOfBrokers): UsesOfBrokers {
  let last = group;
  while (last.into !== null) last = last.into;
  return last;
}

function clusterName(brokers: Text): string {
  const text = typeof brokers === "string" ? (addressesOf(brokers)[0] ?? "") : wordsOf(brokers);
  return folderName(text, "kafka");
}

function wordsOf(reference: RuntimeReference): string {
  switch (reference.kind) {
    case "variable":
      return reference.name;
    case "secret":
      return `${reference.secret}-${reference.key ?? ""}`;
    case "concatenation":
      return reference.parts
        .map((part) => (typeof part === "string" ? part : wordsOf(part)))
        .join("-");
  }
}

// ---- one topic of several bindings

const sizes: ReadonlySet<string> = new Set(["partitions", "replication"]);

function mergedTopic(name: string, uses: NonEmpty<TopicUse>, context: RuleContext): KafkaTopic {
  const settings = mergedSettings(
    `topic ${name} on the same brokers`,
    uses.flatMap((use) => use.settings),
    context,
  );
  const rights = new Map<string, Right>();
  for (const right of uses.flatMap((use) => use.rights)) rights.set(rightWords(right), right);
  return {
    name,
    partitions: settings.get("partitions") ?? null,
    replication: settings.get("replication") ?? null,
    configuration: [...settings.values()]
      .filter((setting) => !sizes.has(setting.name))
      .toSorted((one, other) => (one.name < other.name ? -1 : 1)),
    rights: [...rights.values()],
    uses,
  };
}
