// What scripts and README call the environment that they are for.
import type { InfraModel } from "../../src/model/infra-model.js";

/** `production`, or `production, region us-east-1`. */
export function placeOf({ environment, region }: InfraModel): string {
  return region === null ? environment : `${environment}, region ${region.regionName}`;
}
