// The lookups of a file as asynchronous functions.
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import type { JavaContext } from "../context.js";
import type { JavaClass } from "../java-class.js";
import type { MavenDependency } from "../maven.js";

/** What lookups add to the project. */
export interface LookupClasses {
  readonly classes: readonly JavaClass[];
  readonly dependencies: readonly MavenDependency[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The classes of `context.model.lookups`. */
export function lookupClasses(_context: JavaContext): LookupClasses {
  return { classes: [], dependencies: [], diagnostics: [] };
}
