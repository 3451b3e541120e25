// What a model claims of Kinesis and Pulsar: registered consumers, exclusive subscriptions, and streams
// that it writes.
import type { KinesisStream, PulsarStream } from "../../model/bindings.js";
import type { InfraModel, Named } from "../../model/infra-model.js";
import { isSurelyRead, isSurelyWritten } from "../../model/stream-roles.js";
import { type Readers, readersOf } from "../../model/uses.js";
import { mostReaders, type Claim } from "./claim.js";

export function streamClaims(model: InfraModel): readonly Claim[] {
  const readers = readersOf(model);
  return model.streams.flatMap((stream) => {
    if (stream.type === "kinesis") return kinesisClaims(model, stream);
    return stream.type === "pulsar" ? pulsarClaims(model, stream, readers) : [];
  });
}

/** Without an account the stream is one of the environment's own. */
function kinesisClaims(
  { environment }: InfraModel,
  binding: Named<KinesisStream>,
): readonly Claim[] {
  const { stream, region, accountId, consumer, direction } = binding;
  const place = [accountId ?? environment, region, stream];
  const claims: Claim[] = [];
  if (
    direction !== "sink" &&
    consumer?.type === "enhanced_fan_out" &&
    consumer.consumerName !== null
  )
    claims.push({
      kind: "fan-out",
      keys: [JSON.stringify([...place, consumer.consumerName])],
      name: consumer.consumerName,
      place: { object: consumer, key: "consumerName" },
    });
  if (isSurelyWritten(binding))
    claims.push({
      kind: "written",
      keys: [JSON.stringify(["kinesis", ...place])],
      name: stream,
      place: { object: binding, key: "stream" },
    });
  return claims;
}

/** The connector subscribes exclusively; a subscription that is not named has the process's name. */
function pulsarClaims(
  model: InfraModel,
  binding: Named<PulsarStream>,
  readers: Readers,
): readonly Claim[] {
  const { topic, serviceUrl, consumer } = binding;
  const scope = typeof serviceUrl === "string" ? [] : [model.environment];
  const place = [...scope, JSON.stringify(serviceUrl), topic];
  const claims: Claim[] = [];
  const own = consumer?.subscriptionName ?? null;
  const names =
    own === null ? readers.of(binding.name, mostReaders).map(({ name }) => name) : [own];
  if (isSurelyRead(binding))
    for (const name of names) {
      claims.push({
        kind: "subscription",
        keys: [JSON.stringify([...place, name])],
        name,
        place:
          consumer === null || own === null
            ? { object: binding, key: "topic" }
            : { object: consumer, key: "subscriptionName" },
      });
    }
  if (isSurelyWritten(binding))
    claims.push({
      kind: "written",
      keys: [JSON.stringify(["pulsar", ...place])],
      name: topic,
      place: { object: binding, key: "topic" },
    });
  return claims;
}
