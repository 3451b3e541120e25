// The place of a part of a condition in its file: inside the string, where the text stands there as it
// is read.
import type { Part } from "../../src/targets/prometheus/condition.js";
import type { Span } from "../../src/source/source-file.js";
import type { ValueOrigin } from "../../src/model/value-origin.js";
import type { Context } from "./context.js";

/**
 * The span of `part` inside the value of `origin`; of the whole value where escapes, folding or a
 * variable make the text another one than the file's; null where no file states it.
 */
export function partSpan(
  { origins }: Context,
  origin: ValueOrigin,
  text: string,
  part: Pick<Part, "start" | "end">,
): Span | null {
  const whole = origins.span(origin.object, origin.key);
  const node = origins.of(origin.object, origin.key)?.entry?.value;
  if (whole === null || node?.kind !== "scalar") return whole;
  const written = node.file.text.slice(node.start, node.end);
  const quote = node.plain ? 0 : 1;
  if (node.substituted !== null || written.slice(quote, written.length - quote) !== text) {
    return whole;
  }
  const start = node.start + quote;
  // At the end there is nothing to underline: the point after the last character.
  return { file: node.file, start: start + part.start, end: start + part.end };
}
