// Two bindings of one file that claim the same thing.
import type { InfraModel } from "../../model/infra-model.js";
import type { RuleContext } from "../../model/rules/rule-context.js";
import { claimFacts, type Claim } from "./claim.js";
import { checkSharedNames } from "./shared-names.js";
import { ClaimIndex, claimsOf, PairsTold } from "./compare-claims.js";

/** Reports E753 or W755 for every two bindings of `model` that harm each other so. */
export function checkClaims(model: InfraModel, context: RuleContext): void {
  const index = new ClaimIndex<null>();
  const told = new PairsTold();
  const claims = claimsOf(model, "file");
  checkDeadLetterFolders(claims, context);
  checkSharedNames(model, context);
  for (const claim of claims) {
    const { alsoWithin, severity, what, problem, help } = claimFacts[claim.kind];
    if (!alsoWithin) continue;
    const clash = index.add(claim, null);
    if (clash === null || !told.isNew(clash)) continue;
    const { place, name } = clash.claim;
    const other = clash.earlier.place;
    if (severity === "error")
      context.contradiction(place, other, `both are the ${what} "${name}": ${problem}`, help);
    else {
      const shared = `and "${context.path(other)}" are one ${what}, "${name}": ${problem}`;
      context.risky(place, other, shared, help);
    }
  }
}

/** Clean-up of old checkpoints takes what else is in their folder. */
function checkDeadLetterFolders(claims: readonly Claim[], context: RuleContext): void {
  const folders = new Map(
    claims.flatMap(({ kind, name, place }) => (kind === "checkpoints" ? [[name, place]] : [])),
  );
  for (const { kind, name, place } of claims) {
    const checkpoints = kind === "written" ? folders.get(name) : undefined;
    if (checkpoints === undefined) continue;
    const problem = `and "${context.path(checkpoints)}" are one folder, "${name}": what cleans up checkpoints takes dead letters with it`;
    context.risky(place, checkpoints, problem, "Give dead letters a folder of their own.");
  }
}
