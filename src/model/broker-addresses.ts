// Which brokers a binding names, so that two bindings can be told to be about one cluster.
import type { Text } from "./bindings.js";

/** `host:port` of each listed broker; a reference stands for a list that nobody sees. */
export function addressesOf(brokers: Text): readonly string[] {
  if (typeof brokers !== "string") return [JSON.stringify(brokers)];
  return brokers
    .split(",")
    .map((each) => each.trim().toLowerCase())
    .filter((each) => each !== "");
}

/** Keys of a topic, one for each broker: two bindings that share a key are about one topic. */
export function topicKeys(binding: {
  readonly brokers: Text;
  readonly topic: string;
}): readonly string[] {
  return addressesOf(binding.brokers).map((address) => JSON.stringify([address, binding.topic]));
}
