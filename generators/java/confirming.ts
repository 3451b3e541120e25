// A sink whose writes are confirmed (`completion` of a stream): the method that wraps it, and what the
// events tell of it.
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import { javaString } from "../../src/encode/java.js";
import { code } from "../../src/encode/leaf.js";
import type { View } from "../../src/generator/contract.js";
import type { Stream, StreamCompletion } from "../../src/model/bindings.js";
import type { Named } from "../../src/model/infra-model.js";
import { lineAtLeast } from "../../src/targets/flink/lines.js";
import { ignored, oncePerModel, type Place } from "../../src/targets/kafka/places.js";
import { guaranteeOf } from "../../src/targets/kafka/producer-checks.js";
import { packageOf, pathOf, spanOf, type JavaContext } from "./context.js";
import { pascalCase } from "./java-names.js";

/** What a sink's template needs for its confirmations. */
export interface Confirming {
  readonly view: View;
  readonly imports: readonly string[];
}

export const unconfirmed: Confirming = { view: { confirms: false }, imports: [] };

/** The sink API that confirmations hang on came with Flink 1.19. */
export const confirmationsSince = "1.19";

/** E784: the connector, or the line, has no way to do what `place` asks for. */
export function reportImpossible(
  context: JavaContext,
  [object, key]: Place,
  what: string,
  problem: string,
  help: string,
): void {
  const values = { property: pathOf(context, object, key), what, problem };
  context.report(diagnose("E784", spanOf(context, object, key), values, { help }));
}

const completionsByName = oncePerModel(
  ({ completions }) => new Map(completions.map((each) => [each.name, each])),
);

/** The confirmations of `stream`, whose records go to `target`. */
export function confirming(
  context: JavaContext,
  stream: Named<Stream>,
  target: string,
): Confirming {
  const { completion } = stream;
  if (completion === null) return unconfirmed;
  if (completion.enabled !== true) {
    for (const key of ["target", "idField", "writeConcern"] as const) {
      if (completion[key] !== null) ignored(context, [completion, key], '"enabled" is not true');
    }
    return unconfirmed;
  }
  const binding = completionsByName(context).get(completion.target ?? "");
  if (binding === undefined) return unconfirmed;
  if (!isPossible(context, stream, completion)) return unconfirmed;
  const callback = `${pascalCase(binding.name)}Callback`;
  const needsEventKey = (binding.producer?.keyField ?? null) === null;
  const parts = [stream.name, target, completion.idField, completion.writeConcern];
  const described = parts.map((part) => (part === null ? "null" : javaString(part))).join(", ");
  return {
    view: {
      confirms: true,
      completion: binding.name,
      callback: code(callback),
      needsEventKey,
      eventArguments: code(needsEventKey ? "key, event" : "event"),
      description: code(`new SinkDescription(${described})`),
    },
    imports: [
      "org.apache.flink.api.connector.sink2.Sink",
      "org.apache.flink.api.common.serialization.SerializationSchema",
      `${packageOf(context, "completions")}.${callback}`,
      context.support.use("SinkDescription"),
    ],
  };
}

function isPossible(
  context: JavaContext,
  stream: Named<Stream>,
  completion: StreamCompletion,
): boolean {
  if (completion.writeConcern !== null && stream.type !== "mongodb_sink")
    ignored(context, [completion, "writeConcern"], "only MongoDB has write concerns");
  const place: Place = [completion, "enabled"];
  if (!lineAtLeast(context.line, confirmationsSince)) {
    const help = `Lines from ${confirmationsSince} on have it.`;
    const problem = "its sinks tell nobody when a checkpoint is complete";
    reportImpossible(context, place, `Flink ${context.line}`, problem, help);
    return false;
  }
  if (stream.type !== "kafka" || guaranteeOf(stream.producer) !== "exactly_once") return true;
  const problem =
    "its transactions end after the checkpoint, where no confirmation can wait for them";
  const help = 'Set "delivery_guarantee: at_least_once", or confirm on the reader\'s side.';
  reportImpossible(context, place, "a Kafka sink that is exactly once", problem, help);
  return false;
}
