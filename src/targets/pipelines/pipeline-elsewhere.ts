// What a generator of a deployment says of the pipeline in the same file. Emits nothing.
import { diagnose } from "../../diagnostics/catalogue/index.js";
import type { Report } from "../../diagnostics/diagnostic.js";
import type { Deployment } from "../../model/bindings.js";
import type { Origins } from "../../model/origins.js";

/** N767: the file has a pipeline, and another generator makes it. */
export function reportPipelineElsewhere(
  { ciCd }: Deployment,
  origins: Origins,
  report: Report,
): void {
  if (ciCd === null) return;
  const property = origins.of(ciCd)?.path ?? "ci_cd";
  const help = '"nexgen build" runs it with this one.';
  report(diagnose("N767", origins.span(ciCd, "type"), { property }, { help }));
}
