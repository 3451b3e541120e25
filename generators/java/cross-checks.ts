// Checks of what a binding states for a role that it does not have.
import type { Stream } from "../../src/model/bindings.js";
import type { Named } from "../../src/model/infra-model.js";
import { ignored } from "../../src/targets/kafka/places.js";
import type { JavaContext } from "./context.js";

/** W701 for a prefix that no transaction uses; equal ones are found with the model. */
export function checkTransactionPrefixes(context: JavaContext): void {
  for (const binding of [...context.model.streams, ...context.model.completions]) {
    const producer = binding.type === "kafka" ? binding.producer : null;
    if (producer === null || producer.transactionalIdPrefix === null) continue;
    if (producer.deliveryGuarantee !== "exactly_once")
      ignored(
        context,
        [producer, "transactionalIdPrefix"],
        '"delivery_guarantee" is not exactly_once',
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
