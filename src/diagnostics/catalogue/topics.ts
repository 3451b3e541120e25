// Codes of Kafka topics, Kinesis streams and Pulsar topics.
import { error, warning } from "../define.js";
import type { MessageTemplate } from "../define.js";

export const topicMessages = {
  E790: error`"${"name"}" cannot be the name of a ${"what"}: it ${"problem"}.`,
  E791: error`The topics "${"first"}" and "${"second"}" collide: brokers take a dot and an underscore in a name for the same, and refuse the second.`,
  E792: error`The objects of the topics ${"first"} and ${"second"} would have the same name in one namespace, "${"name"}".`,
  W790: warning`"${"property"}" asks for ${"replicas"} replicas, and only ${"listed"}: brokers refuse more replicas than there are brokers.`,
  W791: warning`The topic "${"topic"}" gets the brokers' default for ${"what"}, often 1: no binding states it.`,
  W792: warning`The topics of ${"cluster"} carry no label strimzi.io/cluster: its brokers do not tell the name of the Kafka object.`,
} satisfies Record<string, MessageTemplate<string>>;
