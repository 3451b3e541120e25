// Whether a stream is read or written for sure: one that states no direction may be either, and then only
// settings of a reader or writer tell.
import type { Stream } from "./bindings.js";

export function isSurelyRead(stream: Stream): boolean {
  if (stream.direction !== null) return stream.direction !== "sink";
  return stream.type !== "mongodb_sink" && stream.consumer !== null;
}

export function isSurelyWritten(stream: Stream): boolean {
  if (stream.direction !== null) return stream.direction !== "source";
  return stream.type === "mongodb_sink" || stream.producer !== null;
}
