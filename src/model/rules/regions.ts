// Rules of regions and failover plans: names that must be declared, and data that leaves its area.
import { diagnose } from "../../diagnostics/catalogue/index.js";
import type { Checkpoint, FailoverPlan, Lookup, Region, Secret, Stream } from "../bindings.js";
import type { InfraModel, Named } from "../infra-model.js";
import { knownNamesHelp } from "./known-names.js";
import type { Place, RuleContext } from "./rule-context.js";
import type { RuleTable } from "./rule.js";

export const failoverRules: RuleTable = {
  requirements: [
    {
      at: "traffic",
      when: { gradual_switch: true },
      needs: ["switch_percentage_per_step", "step_interval"],
    },
  ],
};

/** The declared regions, and the one that the model is of. */
export interface RegionIndex {
  readonly byName: ReadonlyMap<string, Named<Region>>;
  readonly own: Named<Region> | null;
}

export function indexRegions({ regions, region }: InfraModel): RegionIndex {
  return { byName: new Map(regions.map((item) => [item.regionName, item])), own: region };
}

/** Two aliases of one name would share every overlay. */
export function checkRegions(regions: readonly Named<Region>[], context: RuleContext): void {
  const seen = new Map<string, Named<Region>>();
  for (const region of regions) {
    const first = seen.get(region.regionName);
    if (first === undefined) seen.set(region.regionName, region);
    else {
      context.contradiction(
        { object: region, key: "regionName" },
        { object: first, key: "regionName" },
        `both declare the region ${region.regionName}`,
      );
    }
  }
}

/** W701: how a region takes over is told by the runbooks of plans alone. */
export function checkPlanned({ regions, failover }: InfraModel, context: RuleContext): void {
  const planned = new Set(failover.flatMap(({ primary, secondary }) => [primary, secondary]));
  for (const region of regions) {
    if (planned.has(region.regionName)) continue;
    for (const key of ["priority", "failover"] as const) {
      if (region[key] === null) continue;
      context.ignored(
        { object: region, key },
        `no failover plan names the region ${region.regionName}`,
      );
    }
  }
}

/** Reports E761 at `place` unless `name` is a declared region; gives the region. */
function declared(
  name: string | null,
  place: Place,
  { byName }: RegionIndex,
  context: RuleContext,
): Named<Region> | null {
  if (name === null) return null;
  const region = byName.get(name);
  if (region !== undefined) return region;
  context.report(
    diagnose(
      "E761",
      context.span(place),
      { property: context.path(place), region: name },
      { help: knownNamesHelp(name, byName.keys()) },
    ),
  );
  return null;
}

/** W704: data of `from` would come to lie in `to`, another area. */
function checkResidency(
  from: Named<Region> | null,
  to: Named<Region> | null,
  place: Place,
  context: RuleContext,
): void {
  const area = from?.dataResidency ?? null;
  if (from === null || to === null || area === null || to.dataResidency === area) return;
  context.report(
    diagnose(
      "W704",
      context.span(place),
      { property: context.path(place), area, region: from.regionName },
      { help: `Accept it in accept_warnings with a reason, or choose a region in ${area}.` },
    ),
  );
}

export function checkMirror(stream: Named<Stream>, index: RegionIndex, context: RuleContext): void {
  const { mirror } = stream;
  if (mirror === null) return;
  const place = { object: mirror, key: "source" };
  const source = declared(mirror.source, place, index, context);
  if (source !== null && source === index.own) {
    context.contradiction(
      place,
      { object: source, key: "regionName" },
      "a region cannot be its own mirror",
    );
    return;
  }
  if (mirror.enabled !== false) checkResidency(source, index.own, place, context);
}

export function checkReplication(
  checkpoint: Named<Checkpoint>,
  index: RegionIndex,
  context: RuleContext,
): void {
  if (checkpoint.type !== "s3" || checkpoint.replication === null) return;
  const { replication } = checkpoint;
  const place = { object: replication, key: "destinationRegion" };
  const destination = declared(replication.destinationRegion, place, index, context);
  if (replication.enabled !== false) checkResidency(index.own, destination, place, context);
}

export function checkStoreRegions(
  lookup: Named<Lookup>,
  index: RegionIndex,
  context: RuleContext,
): void {
  if (lookup.type !== "redis") return;
  for (const node of [lookup.primary, ...(lookup.replicas ?? [])]) {
    if (node !== null) declared(node.region, { object: node, key: "region" }, index, context);
  }
}

export function checkSecretRegions(
  secret: Named<Secret>,
  index: RegionIndex,
  context: RuleContext,
): void {
  for (const name of secret.regions ?? []) {
    declared(name, { object: secret, key: "regions" }, index, context);
  }
}

export function checkRollout(
  { deployment }: InfraModel,
  index: RegionIndex,
  context: RuleContext,
): void {
  const rollout = deployment?.strategy?.regionalRollout ?? null;
  if (rollout === null) return;
  for (const name of rollout.order) {
    declared(name, { object: rollout, key: "order" }, index, context);
  }
}

export function checkFailover(
  plan: Named<FailoverPlan>,
  index: RegionIndex,
  context: RuleContext,
): void {
  const secondaryPlace = { object: plan, key: "secondary" };
  const primary = declared(plan.primary, { object: plan, key: "primary" }, index, context);
  const secondary = declared(plan.secondary, secondaryPlace, index, context);
  if (primary !== null && primary === secondary) {
    context.contradiction(
      secondaryPlace,
      { object: plan, key: "primary" },
      "a region cannot take over from itself",
    );
  }
  checkResidency(primary, secondary, secondaryPlace, context);
  if (plan.secondary === null && plan.promotion?.autoPromote === true) {
    context.contradiction(
      { object: plan.promotion, key: "autoPromote" },
      secondaryPlace,
      "there is no region that could take over",
    );
  }
}
