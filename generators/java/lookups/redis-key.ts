// The key of a Redis lookup from its pattern: `fx:rate:{currency}` is a literal and a field.
import { javaString } from "../../../src/encode/java.js";
import { code, type Code } from "../../../src/encode/leaf.js";
import type { RedisLookup } from "../../../src/model/bindings.js";
import type { StoreRequest } from "./store-class.js";

export interface RedisKey {
  /** Of the parameter `fields`, a list in the order of `fields` here. */
  readonly expression: Code;
  readonly fields: readonly string[];
  /** Matches all keys of the pattern, as SCAN reads it. */
  readonly pattern: string;
  readonly remarks: readonly string[];
}

const placeholder = /\{([^{}]+)\}/gu;

export function redisKey({ lookup, findings }: StoreRequest<RedisLookup>): RedisKey {
  const pattern = lookup.lookup?.keyPattern ?? null;
  if (pattern === null)
    return {
      expression: code("String.valueOf(fields.get(0))"),
      fields: ["key"],
      pattern: "*",
      remarks: ["The key is the Redis key, since the binding has no key_pattern."],
    };
  const fields = [...new Set(Array.from(pattern.matchAll(placeholder), ([, name = ""]) => name))];
  if (fields.length === 0 && lookup.lookup !== null) {
    const help = "Write the record's field in braces, such as customer:{customer_id}.";
    findings.isRefused(lookup.lookup, "keyPattern", "it names no field of the record", help);
  }
  // split() with a group gives literals and names in turn.
  const parts = pattern.split(/\{([^{}]+)\}/u);
  const words = parts.flatMap((part, index) => {
    if (index % 2 === 1) return [`fields.get(${fields.indexOf(part)})`];
    // The first one makes the sum a text.
    return part === "" && index > 0 ? [] : [javaString(part)];
  });
  return {
    expression: code(words.join(" + ")),
    fields,
    pattern: parts.map((part, index) => (index % 2 === 1 ? "*" : globLiteral(part))).join(""),
    remarks: [`The key is ${pattern}.`],
  };
}

function globLiteral(text: string): string {
  return text.replace(/[\\*?[\]^]/gu, "\\$&");
}
