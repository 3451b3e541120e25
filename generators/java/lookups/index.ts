// The lookups of a file as asynchronous functions of Flink, one class each, and the classes they share.
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import { collectDiagnostics } from "../../../src/generator/contract.js";
import type { JavaContext } from "../context.js";
import type { JavaClass } from "../java-class.js";
import type { MavenDependency } from "../maven.js";
import type { Lookup } from "../../../src/model/bindings.js";
import type { Named } from "../../../src/model/infra-model.js";
import { usedBindings } from "../../../src/model/uses.js";
import { cassandraLookup } from "./cassandra.js";
import { elasticsearchLookup } from "./elasticsearch.js";
import { LookupFindings } from "./findings.js";
import { mongodbLookup } from "./mongodb.js";
import { postgresqlLookup } from "./postgresql.js";
import { redisLookup } from "./redis.js";
import type { StoreClass } from "./store-class.js";
import { supportClasses } from "./support.js";

/** What lookups add to the project. */
export interface LookupClasses {
  readonly classes: readonly JavaClass[];
  readonly dependencies: readonly MavenDependency[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The classes of `context.model.lookups`, each with the coordinates of its client. */
export function lookupClasses(context: JavaContext): LookupClasses {
  const { diagnostics, report } = collectDiagnostics();
  const stores = usedBindings(context.model, "lookups", context.model.lookups).flatMap((lookup) => {
    const findings = new LookupFindings({ ...context, report }, lookup);
    const store = storeOf({ ...context, report }, lookup, findings);
    return findings.isMade ? [store] : [];
  });
  return {
    classes: [
      ...stores.map(({ javaClass }) => javaClass),
      ...supportClasses(
        context,
        stores.flatMap(({ support }) => support),
      ),
    ],
    dependencies: stores.flatMap(({ dependencies }) => dependencies),
    diagnostics,
  };
}

function storeOf(
  context: JavaContext,
  lookup: Named<Lookup>,
  findings: LookupFindings,
): StoreClass {
  switch (lookup.type) {
    case "mongodb":
      return mongodbLookup({ context, lookup, findings });
    case "redis":
      return redisLookup({ context, lookup, findings });
    case "postgresql":
      return postgresqlLookup({ context, lookup, findings });
    case "cassandra":
      return cassandraLookup({ context, lookup, findings });
    case "elasticsearch":
      return elasticsearchLookup({ context, lookup, findings });
  }
}
