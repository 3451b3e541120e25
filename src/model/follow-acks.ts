// The default of a producer's `idempotence` follows its `acks`: Kafka's client refuses idempotent
// writes with fewer acknowledgements than all (vocabulary decision 86a). What is written stays.
import type { Completion, Stream } from "./bindings.js";
import type { Origins } from "./origins.js";

/** Completes the producers of freshly built bindings in place. */
export function followAcks(bindings: readonly (Stream | Completion)[], origins: Origins): void {
  for (const binding of bindings) {
    if (binding.type !== "kafka" || binding.producer === null) continue;
    const { producer } = binding;
    if (producer.acks === "all" || origins.of(producer, "idempotence")?.entry !== null) continue;
    // The model is frozen by its types only once it is handed out.
    (producer as { idempotence: boolean }).idempotence = false;
  }
}
