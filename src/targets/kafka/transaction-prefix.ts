// What the transactional ids of a sink start with.
import type { KafkaCompletion, KafkaStream } from "../../model/bindings.js";
import type { InfraModel, Named } from "../../model/infra-model.js";

/**
 * What transactional ids start with, before the process's name. Brokers fence a producer off when
 * another takes its id, so two environments on one cluster must not share it.
 */
export function transactionPrefix(
  { environment, region }: InfraModel,
  { name, producer }: Named<KafkaStream> | Named<KafkaCompletion>,
): string {
  const place = region === null ? "" : `${region.regionName}-`;
  return producer?.transactionalIdPrefix ?? `${environment}-${place}${name}`;
}
