// A diagnostic is data: what is wrong, where, and what to do. Renderers live in text.ts and json.ts.
import type { Span } from "../source/source-file.js";

export type Severity = "error" | "warning" | "note";

/** A second place that explains the first, such as where the value was inherited from. */
export interface RelatedPlace {
  readonly span: Span;
  readonly message: string;
}

/** One finding. `span` is null only where no place in a file exists (a missing file, an option). */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span | null;
  readonly related: readonly RelatedPlace[];
  readonly help: string | null;
}

/** Where stages put what they find. Reporting never throws: throwing means a bug of ours. */
export type Report = (diagnostic: Diagnostic) => void;

/** What may accompany a diagnostic besides its place. */
export interface DiagnosticExtras {
  readonly related?: readonly RelatedPlace[];
  readonly help?: string;
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}
