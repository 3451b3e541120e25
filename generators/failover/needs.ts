// When a region has a part in a failover plan. Loaded with the list of generators: imports nothing but
// types.
import type { Needs } from "../../src/generator/contract.js";
import type { InfraModel } from "../../src/model/infra-model.js";

/** The plans in which the model's own region fails or takes over. */
export function plansOf({ failover, region }: InfraModel): InfraModel["failover"] {
  return failover.filter(
    ({ primary, secondary }) => region !== null && [primary, secondary].includes(region.regionName),
  );
}

export const failoverNeeds: Needs = {
  what: "a failover plan for its region",
  isIn: (model) => plansOf(model).length > 0,
};
