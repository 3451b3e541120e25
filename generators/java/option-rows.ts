// Rows of settings in classes of connectors that take Flink's `Configuration` or plain properties.
import { javaString } from "../../src/encode/java.js";
import { absent, code, type Code } from "../../src/encode/leaf.js";
import type { View } from "../../src/generator/contract.js";
import { diagnose } from "../../src/diagnostics/catalogue/index.js";
import type { Text } from "../../src/model/bindings.js";
import type { Place } from "../../src/targets/kafka/places.js";
import { pathOf, spanOf, type JavaContext } from "./context.js";

/** A setting by the name of its constant, or by its own name. */
export interface OptionRow {
  readonly key: string | Code;
  readonly value: string | number | Code;
  readonly from: Place | null;
}

/** Rows of `{comment, key, value}`. */
export function optionRows(context: JavaContext, rows: readonly OptionRow[]): readonly View[] {
  return rows.map(({ key, value, from }) => ({
    comment: from === null ? absent : pathOf(context, from[0], from[1]),
    key,
    value,
  }));
}

/** A literal number of type `long`. */
export function javaLong(value: number): Code {
  return code(`${value}L`);
}

/**
 * `properties` that reach the client as they are. What only the running job may know cannot be among
 * them, since they become part of the job graph: E781. `except`: keys that something else takes.
 */
export function freeRows(
  context: JavaContext,
  properties: Readonly<Record<string, Text>> | null,
  except: ReadonlySet<string> = new Set(),
): readonly OptionRow[] {
  if (properties === null) return [];
  return Object.entries(properties).flatMap(([key, value]): OptionRow[] => {
    if (except.has(key)) return [];
    if (typeof value === "string")
      return [{ key, value: code(javaString(value)), from: [properties, key] }];
    const property = pathOf(context, properties, key);
    const problem = "the connector keeps it in the job graph, where it would be readable";
    const help = "Let the client find it where the job runs: a role, or a file.";
    context.report(
      diagnose("E781", spanOf(context, properties, key), { property, problem }, { help }),
    );
    return [];
  });
}
