// Checks between bindings, and of what a stream states for a role that it does not have.
import type { Stream } from "../../src/model/bindings.js";
import type { Named } from "../../src/model/infra-model.js";
import { contradiction, ignored, type Place } from "../../src/targets/kafka/places.js";
import type { JavaContext } from "./context.js";

/** E753: two sinks that start transactional ids alike end each other's transactions. */
export function checkTransactionPrefixes(context: JavaContext): void {
  const { streams, completions } = context.model;
  const taken = new Map<string, Place>();
  for (const binding of [...streams, ...completions]) {
    if (binding.type !== "kafka" || binding.producer === null) continue;
    const { producer } = binding;
    const prefix = producer.transactionalIdPrefix;
    if (prefix === null) continue;
    const place: Place = [producer, "transactionalIdPrefix"];
    if (producer.deliveryGuarantee !== "exactly_once") {
      ignored(context, place, '"delivery_guarantee" is not exactly_once');
      continue;
    }
    const other = taken.get(prefix);
    if (other === undefined) taken.set(prefix, place);
    else
      contradiction(
        context,
        place,
        other,
        "sinks with one prefix end each other's transactions",
        "Give each sink a prefix of its own, or remove both.",
      );
  }
}

/** W701 for what has no reader or writer to act on it. */
export function checkRoles(
  context: JavaContext,
  stream: Named<Stream>,
  { isRead, isWritten }: { readonly isRead: boolean; readonly isWritten: boolean },
): void {
  const { mirror, errorHandling, completion } = stream;
  if (mirror?.enabled === true)
    ignored(
      context,
      [mirror, "enabled"],
      "a copy between regions is made by a tool such as MirrorMaker, not by a job",
      "Set the tool up, and mind that it may rename the topic.",
    );
  if (stream.type !== "mongodb_sink") {
    if (!isRead && stream.consumer !== null)
      ignored(context, [stream, "consumer"], "the stream is not read");
    if (!isWritten && stream.producer !== null)
      ignored(context, [stream, "producer"], "the stream is not written");
  }
  if (!isRead && errorHandling !== null && errorHandling.deserialization !== null)
    ignored(context, [errorHandling, "deserialization"], "the stream is not read");
  if (!isWritten && completion !== null && completion.enabled === true)
    ignored(context, [completion, "enabled"], "the stream is not written");
}
