// Lists of host:port as arguments of a Java call. One item may be a variable that holds several.
import { code, type Code } from "../../../src/encode/leaf.js";
import type { Text } from "../../../src/model/bindings.js";
import { javaText } from "../runtime-values.js";
import type { JavaContext } from "../context.js";

export interface EndpointList {
  readonly arguments: Code;
  readonly imports: readonly string[];
  readonly count: number;
}

/** `texts` as arguments, separated by commas. */
export function endpointList(context: JavaContext, texts: readonly Text[]): EndpointList {
  const expressions = texts.map((text) => javaText(context, { text }, "text"));
  return {
    arguments: code(expressions.map(({ expression }) => expression.text).join(", ")),
    imports: expressions.flatMap(({ imports }) => imports),
    count: texts.length,
  };
}
