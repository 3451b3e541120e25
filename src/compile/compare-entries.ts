// Compares the files of one run: two environments that claim the same topic, folder, group or name harm
// each other, and no file alone shows it. Every command that takes several files calls this.
import { diagnose } from "../diagnostics/catalogue/index.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Span } from "../source/source-file.js";
import { claimFacts } from "../targets/claims/claim.js";
import { ClaimIndex, claimsOf, PairsTold, type Clash } from "../targets/claims/compare-claims.js";
import { AcceptedWarnings } from "./accept-warnings.js";
import type { Analysis } from "./analyse.js";

type Built = Analysis["models"][number];

/** One model of one entry of the run. */
interface Owner {
  readonly analysis: Analysis;
  readonly built: Built;
}

/**
 * E755 and W756 between `analyses`, in their order: what the later entry states is told, with the
 * earlier one as related place. A warning that either file accepts is left out.
 */
export function compareEntries(analyses: readonly Analysis[]): readonly Diagnostic[] {
  if (analyses.length < 2) return [];
  const index = new ClaimIndex<Owner>();
  const told = new PairsTold();
  const found: Diagnostic[] = [];
  const acceptances = new Map(analyses.map((each) => [each, new AcceptedWarnings(each)]));
  for (const analysis of analyses) {
    for (const built of analysis.models) {
      for (const claim of claimsOf(built.model, "run")) {
        const clash = index.add(claim, { analysis, built });
        if (clash === null || clash.earlierOwner.analysis === analysis) continue;
        if (!told.isNew(clash)) continue;
        const accepts = (owner: Owner, diagnostic: Diagnostic): boolean =>
          acceptances.get(owner.analysis)?.reasonFor(diagnostic) !== null;
        const [diagnostic, mirrored] = diagnosticsOf(clash);
        if (accepts(clash.owner, diagnostic) || accepts(clash.earlierOwner, mirrored)) continue;
        found.push(diagnostic);
      }
    }
  }
  return found;
}

/** The finding as each of the two files sees it. */
function diagnosticsOf(clash: Clash<Owner>): readonly [Diagnostic, Diagnostic] {
  const { severity, what, problem, help } = claimFacts[clash.claim.kind];
  const later = sideOf(clash.claim, clash.owner);
  const earlier = sideOf(clash.earlier, clash.earlierOwner);
  const values = {
    property: later.path,
    entry: entryOf(clash.owner),
    other: earlier.path,
    otherEntry: entryOf(clash.earlierOwner),
    what,
    name: clash.claim.name,
    problem,
  };
  const related =
    earlier.span === null || isSame(earlier.span, later.span)
      ? []
      : [{ span: earlier.span, message: "the other one is stated here" }];
  const code = severity === "error" ? "E755" : "W756";
  const diagnostic = diagnose(code, later.span, values, { related, help });
  return [diagnostic, { ...diagnostic, span: earlier.span }];
}

/** The entry as diagnostics name files. */
function entryOf({ analysis: { chain, entryPath } }: Owner): string {
  return chain?.documents.at(-1)?.file.path ?? entryPath;
}

function sideOf({ place }: Clash<Owner>["claim"], { built: { origins } }: Owner) {
  const { object, key } = place;
  return { path: origins.of(object, key)?.path ?? key, span: origins.span(object, key) };
}

/** Both files may inherit the property from one place. */
function isSame(one: Span, other: Span | null): boolean {
  return other !== null && one.file.path === other.file.path && one.start === other.start;
}
