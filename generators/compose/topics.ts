// How the topics of a Kafka of the project are made before the jobs start: which script, in which
// container, and the address for this machine. Plans nothing.
import { addressesOf } from "../../src/model/broker-addresses.js";
import type { View } from "../../src/generator/contract.js";
import { RuleContext } from "../../src/model/rules/rule-context.js";
import { kafkaClusters } from "../../src/targets/kafka/clusters.js";
import type { Context, StatedService } from "./context.js";
import { publishedPort } from "./service-texts.js";

/** For each cluster that is a service of the project, what the README tells of its topics. */
export function topicSteps(context: Context): readonly View[] {
  const { model, origins, supporting } = context;
  // What is wrong with topics is said by the generator that makes their scripts.
  const { clusters } = kafkaClusters(model, new RuleContext(origins, () => undefined));
  return clusters.flatMap(({ name, brokers }) => {
    if (typeof brokers !== "string") return [];
    const host = addressesOf(brokers)
      .map((address) => address.replace(/:\d+$/u, ""))
      .find((each) => supporting.has(each));
    const service = host === undefined ? undefined : supporting.get(host);
    if (host === undefined || service === undefined) return [];
    const address = advertisedHere(service);
    return [
      {
        service: host,
        folder: name,
        // The official image has the tools here, and not on its PATH.
        hasHome: /(?:^|\/)apache\/kafka(?=[:@]|$)/u.test(service.image),
        hasAddress: address !== null,
        address: address ?? "",
      },
    ];
  });
}

/** The address of a published port under which Kafka also names itself to programs of this machine. */
function advertisedHere({ ports, environment }: StatedService): string | null {
  const published = new Set(
    (ports ?? []).flatMap((text) => {
      const host = publishedPort(text)?.host ?? null;
      return host === null || host.first !== host.last ? [] : [String(host.first)];
    }),
  );
  for (const item of environment ?? []) {
    if (typeof item !== "string" || !/^\w*ADVERTISED_LISTENERS=/u.test(item)) continue;
    for (const [, host = "", port = ""] of item.matchAll(
      /:\/\/(localhost|127\.0\.0\.1):(\d+)(?=,|$)/gu,
    )) {
      if (published.has(port)) return `${host}:${port}`;
    }
  }
  return null;
}
