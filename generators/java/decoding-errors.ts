// What becomes of records that cannot be decoded: `error_handling.deserialization` of a stream that is
// read.
import { absent, code } from "../../src/encode/leaf.js";
import type { View } from "../../src/generator/contract.js";
import type { StreamErrorHandling } from "../../src/model/bindings.js";
import { ignored } from "../../src/targets/kafka/places.js";
import type { JavaContext } from "./context.js";
import type { SupportClass } from "./support.js";

/** Flags and code of a source's template, with what they need imported. */
export interface DecodingErrors {
  /** `fail`: the error ends the job; `skip`: it is counted; `dlq`: the record is put aside. */
  readonly action: "fail" | "skip" | "dlq";
  readonly view: View;
  readonly imports: readonly string[];
}

/** What a source of one connector is made with. */
export interface DecodingSupport {
  /** Wraps a deserializer so that errors are left out. */
  readonly tolerant: readonly SupportClass[];
  /** Hands on what was received, undecoded. */
  readonly raw: SupportClass;
}

export function decodingErrors(
  context: JavaContext,
  stream: { readonly errorHandling: StreamErrorHandling | null },
  { tolerant, raw }: DecodingSupport,
): DecodingErrors {
  const decoding = stream.errorHandling?.deserialization ?? null;
  const action = decoding?.action ?? "fail";
  if (decoding !== null && action !== "dlq" && decoding.dlqTopic !== null)
    ignored(context, [decoding, "dlqTopic"], `"action" is ${action}`);
  if (decoding === null || action === "fail") {
    for (const key of ["logLevel", "maxErrorsPerMinute"] as const) {
      if (decoding !== null && decoding[key] !== null)
        ignored(context, [decoding, key], "the first record that cannot be decoded ends the job");
    }
    return { action: "fail", view: flags("fail"), imports: [] };
  }
  const level = (decoding.logLevel ?? "warn").toUpperCase();
  const budget = code(`new ErrorBudget(Level.${level}, ${decoding.maxErrorsPerMinute ?? -1}L)`);
  const { support } = context;
  const own = [support.use("ErrorBudget"), "org.slf4j.event.Level"];
  if (action === "skip") {
    return {
      action,
      view: { ...flags(action), budget },
      imports: [...own, ...tolerant.map((name) => support.use(name))],
    };
  }
  return {
    action,
    view: { ...flags(action), budget },
    imports: [
      ...own,
      support.use("DeadLetter"),
      support.use("DecodingFunction"),
      support.use("RawRecord"),
      support.use(raw),
      "org.apache.flink.api.common.eventtime.WatermarkStrategy",
      "org.apache.flink.api.common.typeinfo.TypeInformation",
      "org.apache.flink.api.connector.sink2.Sink",
      "org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator",
      "org.apache.flink.streaming.api.environment.StreamExecutionEnvironment",
      "org.apache.flink.util.OutputTag",
    ],
  };
}

function flags(action: DecodingErrors["action"]): View {
  return {
    fails: action === "fail",
    skips: action === "skip",
    aside: action === "dlq",
    budget: absent,
  };
}
