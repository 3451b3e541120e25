// Which streams the other region's records reach. Reads the model of the region that takes over.
import type { Stream } from "../../src/model/bindings.js";
import type { InfraModel, Named } from "../../src/model/infra-model.js";

/** A stream that each region has for itself. */
export interface RegionalStream {
  readonly stream: Named<Stream>;
  /** Its records are copied from the other region. */
  readonly isCopied: boolean;
}

/** The streams that are not shared by all regions, and whether they hold what `source` had. */
export function copiesOf({ streams }: InfraModel, source: string): readonly RegionalStream[] {
  return streams
    .filter(({ regional }) => regional)
    .map((stream) => {
      const mirror = "mirror" in stream ? stream.mirror : null;
      return { stream, isCopied: mirror?.source === source && mirror.enabled !== false };
    });
}
