// The README that every generator puts beside its files: its own facts, then what was found. Text is in
// the generator's template.
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { PlannedFile, PlanRequest, View } from "./contract.js";
import { findingViews } from "./finding-groups.js";

/** `README.md`, by `<generator>/README.md.hbs`; `view` gets `hasFindings` and `findings` added. */
export function generatorReadme(
  generator: string,
  view: View,
  findings: readonly Diagnostic[],
  acceptedReason: PlanRequest["acceptedReason"],
): PlannedFile {
  const found = findingViews(findings, acceptedReason);
  return {
    path: "README.md",
    language: "markdown",
    process: null,
    body: {
      kind: "template",
      template: `${generator}/README.md`,
      view: { ...view, hasFindings: found.length > 0, findings: found },
    },
  };
}
