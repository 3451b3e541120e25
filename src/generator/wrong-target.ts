// What is said when a generator is called for a file of another target.
import { diagnose } from "../diagnostics/catalogue/index.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { InfraModel } from "../model/infra-model.js";
import type { Generator } from "./contract.js";

/** E757 without a deployment, E758 with one of another type. */
export function wrongTarget(
  { id, deploymentTypes }: Pick<Generator, "id" | "deploymentTypes">,
  { deployment }: InfraModel,
): Diagnostic {
  const wanted = deploymentTypes ?? [];
  if (deployment === null) {
    const help = `Add a section "deployment:" with "type: ${wanted[0] ?? ""}".`;
    return diagnose("E757", null, { generator: id, types: wanted.join(" or ") }, { help });
  }
  const help =
    '"nexgen build" runs the generators that apply to this file; "nexgen generators" with the file lists them.';
  return diagnose("E758", null, { generator: id, type: deployment.type }, { help });
}
