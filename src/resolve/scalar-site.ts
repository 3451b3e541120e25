// One scalar in the course of substitution: where it stands and what its replacement needs to know.
import type { Report } from "../diagnostics/diagnostic.js";
import type { InfraNode, RuntimeReference, ScalarNode } from "../document/node.js";
import type { Span } from "../source/source-file.js";
import type { FindVariable } from "./environment.js";
import type { SecretIndex } from "./secret-index.js";
import type { UnsetVariables } from "./unset-variables.js";
import type { ScalarContext } from "./walk-scalars.js";

/** Names of variables that feed a sensitive property, with the place of the first such use. */
export type SensitiveVariables = Map<string, Span>;

/** What substitution needs to know. */
export interface SubstitutionContext {
  readonly find: FindVariable;
  readonly sensitiveVariables: SensitiveVariables;
  readonly secrets: SecretIndex;
  /** The selected region's name, or null. */
  readonly region: string | null;
  /** Environment exactly `development` or `test`: a literal credential is a warning. */
  readonly lenient: boolean;
  readonly unset: UnsetVariables;
  readonly report: Report;
}

/** A scalar with its place in the table and in the tree. */
export interface ScalarSite {
  readonly node: ScalarNode;
  readonly place: ScalarContext;
  readonly path: readonly string[];
  readonly context: SubstitutionContext;
}

/** What stands for a value that was refused, so that no second error follows. */
export function poisoned({ file, start, end }: ScalarNode): InfraNode {
  return { kind: "poisoned", file, start, end };
}

export function referenceNode(
  { file, start, end }: ScalarNode,
  reference: RuntimeReference,
): InfraNode {
  return { kind: "reference", file, start, end, reference };
}
