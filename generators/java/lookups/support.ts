// Classes that lookups share. Each is emitted once, and only where a lookup needs it.
import { packageOf, type JavaContext } from "../context.js";
import type { JavaClass } from "../java-class.js";

/** A class that several lookups use, by its name. */
export type SupportClass =
  | "AsyncLookup"
  | "LookupCaches"
  | "LookupException"
  | "LookupFallback"
  | "LookupJoin"
  | "CassandraRows"
  | "Endpoints"
  | "JdbcRows"
  | "JsonText"
  | "LzFourValues"
  | "PemTrust"
  | "RedisValues"
  | "ValueDecoder";

/** What every lookup stands on. */
export const alwaysNeeded: readonly SupportClass[] = [
  "AsyncLookup",
  "LookupCaches",
  "LookupException",
  "LookupFallback",
  "LookupJoin",
];

/** What a class stands on in turn. */
const standsOn: Readonly<Partial<Record<SupportClass, readonly SupportClass[]>>> = {
  RedisValues: ["ValueDecoder"],
};

/** The classes of `needed`, sorted by name. Their templates hold all of them: nothing is decided. */
export function supportClasses(
  context: JavaContext,
  needed: readonly SupportClass[],
): readonly JavaClass[] {
  const all = new Set(needed.flatMap((name) => [name, ...(standsOn[name] ?? [])]));
  return [...all].toSorted().map((name) => ({
    packageName: packageOf(context, "lookups"),
    name,
    template: `lookups/support/${fileName(name)}`,
    imports: [],
    view: {},
    lists: null,
  }));
}

/** `AsyncLookup` is `async-lookup`. */
function fileName(name: SupportClass): string {
  return name.replace(/(?<!^)[A-Z]/gu, (letter) => `-${letter}`).toLowerCase();
}
