// What brokers would refuse, or accept and do harm with, found before a topic is created: names, sizes,
// configuration. Refusals are errors, and so is what loses records; risks are warnings.
import { diagnose } from "../../diagnostics/catalogue/index.js";
import type { InfraModel } from "../../model/infra-model.js";
import { addressesOf } from "../../model/broker-addresses.js";
import type { RuleContext } from "../../model/rules/rule-context.js";
import type { BrokerGroup, KafkaTopic } from "./clusters.js";
import { metricName, topicNameProblem } from "./topic-name.js";
import {
  mostPartitions,
  mostReplicas,
  topicOptionRows,
  type TopicBinding,
} from "./topic-options.js";
import type { Setting } from "../topics/settings.js";
import type { Right } from "./topic-uses.js";

/** Reports everything about the topics of each cluster. */
export function checkTopics(
  groups: readonly BrokerGroup[],
  model: InfraModel,
  context: RuleContext,
): void {
  const development = /^(?:development|test)$/u.test(model.environment);
  for (const group of groups) {
    checkCollisions(group.topics, context);
    for (const topic of group.topics) {
      checkName(topic, context);
      checkLimits(topic, context);
      checkReplication(topic, group, development, context);
      checkInsyncReplicas(topic, context);
      checkConfiguration(topic, context);
      checkUses(topic, context);
      if (!development) checkDefaults(topic, context);
    }
  }
}

function settingOf({ configuration }: KafkaTopic, key: string): Setting | null {
  return configuration.find(({ name }) => name === key) ?? null;
}

function checkName({ name, uses }: KafkaTopic, context: RuleContext): void {
  const problem = topicNameProblem(name);
  if (problem === null) return;
  const help = "Give it another name.";
  const values = { name, what: "Kafka topic", problem };
  context.report(diagnose("E790", context.span(uses[0].name), values, { help }));
}

function checkCollisions(topics: readonly KafkaTopic[], context: RuleContext): void {
  const byMetric = new Map<string, KafkaTopic>();
  for (const topic of topics) {
    const key = metricName(topic.name);
    const held = byMetric.get(key);
    if (held === undefined) {
      byMetric.set(key, topic);
      continue;
    }
    const related = context.span(held.uses[0].name);
    context.report(
      diagnose(
        "E791",
        context.span(topic.uses[0].name),
        { first: held.name, second: topic.name },
        {
          related: related === null ? [] : [{ span: related, message: "the other topic is here" }],
          help: "Use either dots or underscores between words, in all topics of a cluster.",
        },
      ),
    );
  }
}

function checkLimits({ partitions, replication }: KafkaTopic, context: RuleContext): void {
  const limits = [
    [partitions, mostPartitions, "brokers refuse more in one request"],
    [replication, mostReplicas, "a broker counts replicas in 16 bits"],
  ] as const;
  for (const [setting, limit, problem] of limits) {
    if (setting === null || Number(setting.value) <= limit) continue;
    reportExceeds(setting, `${limit}`, problem, context);
  }
}

function reportExceeds(
  { place }: Setting,
  limit: string,
  problem: string,
  context: RuleContext,
): void {
  const values = { property: context.path(place), limit, problem };
  const help = `Write ${limit} or less.`;
  context.report(diagnose("E754", context.span(place), values, { help }));
}

/**
 * A list of several brokers is usually complete, and so is one on a laptop; one address elsewhere may
 * stand for any number of them.
 */
function checkReplication(
  { replication, uses }: KafkaTopic,
  group: BrokerGroup,
  development: boolean,
  context: RuleContext,
): void {
  if (replication === null || typeof group.brokers !== "string") return;
  const listed = new Set(uses.flatMap(({ brokers }) => addressesOf(brokers)));
  const replicas = Number(replication.value);
  if (replicas <= listed.size || (listed.size === 1 && !development)) return;
  const { place } = replication;
  const count = listed.size === 1 ? "1 broker is listed" : `${listed.size} brokers are listed`;
  const help = "Lower the number, or list all brokers.";
  const values = { property: context.path(place), replicas, listed: count };
  context.report(diagnose("W790", context.span(place), values, { help }));
}

/** More than there are replicas is an error of the model; across bindings only this sees it. */
function checkInsyncReplicas(topic: KafkaTopic, context: RuleContext): void {
  const minimum = settingOf(topic, "min.insync.replicas");
  if (minimum === null) return;
  const { replication } = topic;
  if (replication === null) {
    const problem = "cannot be checked: no binding states the number of replicas";
    warn(minimum, problem, 'Add "replication"; at least one more keeps writes going.', context);
    return;
  }
  const [needed, replicas] = [Number(minimum.value), Number(replication.value)];
  if (needed > replicas && minimum.place.object !== replication.place.object) {
    context.contradiction(
      minimum.place,
      replication.place,
      `${needed} of ${replicas} replicas can never confirm a write`,
      `Write ${replicas} or less.`,
    );
  }
  if (needed === replicas && replicas > 1) {
    const problem = "needs every replica: writes with acks all stop as soon as one broker is down";
    warn(minimum, problem, `Write ${replicas - 1} or less.`, context);
  }
}

function warn({ place }: Setting, problem: string, help: string, context: RuleContext): void {
  const values = { property: context.path(place), problem };
  context.report(diagnose("W755", context.span(place), values, { help }));
}

function checkConfiguration(topic: KafkaTopic, context: RuleContext): void {
  const policy = String(settingOf(topic, "cleanup.policy")?.value ?? "delete");
  for (const { key, least, never, most, of } of topicOptionRows) {
    const setting = settingOf(topic, key);
    if (setting === null) continue;
    const value = Number(setting.value);
    if (least !== undefined && value < least.value) reportInvalid(setting, least.problem, context);
    if (never?.value === value) reportInvalid(setting, never.problem, context);
    if (most !== undefined && value > most) {
      reportExceeds(setting, `${most}`, "Kafka counts in 32 bits", context);
    }
    if (of !== undefined && setting.stated && !policy.split(",").includes(of)) {
      context.ignored(setting.place, `the topic's cleanup policy is ${policy}, without ${of}`);
    }
  }
  const unclean = settingOf(topic, "unclean.leader.election.enable");
  if (unclean?.value === "true") {
    const problem = "lets a replica lead that lacks confirmed records: they are lost";
    warn(unclean, problem, "Remove it, unless availability counts more than records.", context);
  }
}

function reportInvalid({ place }: Setting, problem: string, context: RuleContext): void {
  const help = "Write a larger number.";
  const values = { property: context.path(place), problem };
  context.report(diagnose("E703", context.span(place), values, { help }));
}

function checkUses({ uses }: KafkaTopic, context: RuleContext): void {
  for (const { binding, rights } of uses) {
    const mirror = "mirror" in binding ? binding.mirror : null;
    if (mirror !== null && mirror.enabled !== false) {
      const place = { object: binding, key: "mirror" };
      const values = {
        property: context.path(place),
        problem: "is not set up by this: the topic is created, and nothing copies into it",
      };
      const help = "Set up MirrorMaker, or your provider's cluster linking.";
      context.report(diagnose("W755", context.span(place), values, { help }));
    }
    for (const right of new Map(rights.map((each) => [each.name, each])).values()) {
      checkRight(right, context);
    }
    checkPrincipals(binding, context);
    const isUngrouped = rights.every(({ kind }) => kind !== "group");
    if ("consumer" in binding && (binding.acl?.read ?? []).length > 0 && isUngrouped) {
      const place = { object: binding, key: "acl" };
      const values = {
        property: context.path(place),
        problem: "gives no right to a consumer group: neither a group nor a process is known",
      };
      const help = 'Add "consumer.group_id", or name the processes below resources.';
      context.report(diagnose("W755", context.span(place), values, { help }));
    }
  }
}

/** No command can be given NUL, and a terminal hides the others. */
function checkPrincipals({ acl }: TopicBinding, context: RuleContext): void {
  if (acl === null) return;
  for (const key of ["read", "write"] as const) {
    if (!(acl[key] ?? []).some((principal) => /\p{Cc}/u.test(principal))) continue;
    const place = { object: acl, key };
    const problem = "a principal in it holds a control character";
    const help = "Write the principal without it.";
    const values = { property: context.path(place), problem };
    context.report(diagnose("E703", context.span(place), values, { help }));
  }
}

/** The tools take a hyphen for an option, and brokers an asterisk for every name. */
function checkRight({ kind, name, place }: Right, context: RuleContext): void {
  if (kind === "topic" || (!name.startsWith("-") && name !== "*" && !/\p{Cc}/u.test(name))) return;
  const problem =
    "no right can be given to it: it is an asterisk, starts with a hyphen, or holds a control character";
  const values = { property: context.path(place), problem };
  context.report(diagnose("E703", context.span(place), values, { help: "Give it another name." }));
}

/** A topic that silently gets one replica loses its records with a broker. */
function checkDefaults({ name, partitions, replication, uses }: KafkaTopic, context: RuleContext) {
  const missing = [
    ...(partitions === null ? ["partitions"] : []),
    ...(replication === null ? ["replicas"] : []),
  ];
  if (missing.length === 0) return;
  const properties = [
    ...(partitions === null ? ['"partitions"'] : []),
    ...(replication === null ? ['"replication"'] : []),
  ];
  const help = `Add ${properties.join(" and ")} to ${uses[0].path}.`;
  const values = { topic: name, what: missing.join(" and ") };
  context.report(diagnose("W791", context.span(uses[0].name), values, { help }));
}
