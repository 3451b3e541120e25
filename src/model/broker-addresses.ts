// Which brokers a binding names, so that two bindings can be told to be about one cluster.
import type { Text } from "./bindings.js";

// Bindings of one cluster follow each other: the list is split once for all of them.
let latest: { readonly brokers: string; readonly addresses: readonly string[] } | null = null;

/** `host:port` of each listed broker; a reference stands for a list that nobody sees. */
export function addressesOf(brokers: Text): readonly string[] {
  if (typeof brokers !== "string") return [JSON.stringify(brokers)];
  if (latest?.brokers !== brokers) latest = { brokers, addresses: split(brokers) };
  return latest.addresses;
}

function split(brokers: string): readonly string[] {
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
  // No text of a file holds a NUL.
  return addressesOf(binding.brokers).map((address) => `${address}\0${binding.topic}`);
}
