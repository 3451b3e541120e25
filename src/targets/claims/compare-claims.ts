// Compares what models claim: within one model, and between those of one run. Gives pairs; linear in
// the number of claims, because a claim is compared with the first one on the same thing only.
import type { InfraModel } from "../../model/infra-model.js";
import { harmOf, type Claim, type ClaimScope } from "./claim.js";
import { deploymentClaims } from "./deployment-claims.js";
import { kafkaClaims } from "./kafka-claims.js";
import { storageClaims } from "./storage-claims.js";
import { streamClaims } from "./stream-claims.js";

/** What `model` claims, the worst to share first. */
export function claimsOf(model: InfraModel, scope: ClaimScope): readonly Claim[] {
  const claims = [
    ...kafkaClaims(model, scope),
    ...streamClaims(model),
    ...storageClaims(model, scope),
    ...(scope === "file" ? [] : deploymentClaims(model)),
  ];
  return claims.toSorted((one, other) => harmOf(one.kind) - harmOf(other.kind));
}

/** Two claims on one thing. */
export interface Clash<Owner> {
  readonly claim: Claim;
  readonly owner: Owner;
  readonly earlier: Claim;
  readonly earlierOwner: Owner;
}

/** Claims that were made, by what they are on. */
export class ClaimIndex<Owner> {
  readonly #first = new Map<string, { readonly claim: Claim; readonly owner: Owner }>();

  /** Who made a claim on the same thing first; the claim is remembered where there is none. */
  add(claim: Claim, owner: Owner): Clash<Owner> | null {
    let clash: Clash<Owner> | null = null;
    for (const key of claim.keys) {
      const full = `${claim.kind} ${key}`;
      const first = this.#first.get(full);
      if (first === undefined) this.#first.set(full, { claim, owner });
      else clash ??= { claim, owner, earlier: first.claim, earlierOwner: first.owner };
    }
    return clash;
  }
}

/** Pairs of properties that were told of: claims come by process, and the worst comes first. */
export class PairsTold {
  readonly #pairs = new Map<object, Set<object>>();

  /** False for a pair that was seen before, and for a property with itself. */
  isNew({ claim, earlier }: Clash<unknown>): boolean {
    const [one, other] = [claim.place.object, earlier.place.object];
    if (one === other) return false;
    let others = this.#pairs.get(one);
    if (others === undefined) this.#pairs.set(one, (others = new Set()));
    if (others.has(other)) return false;
    others.add(other);
    return true;
  }
}
